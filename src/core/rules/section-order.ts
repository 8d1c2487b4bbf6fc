/** Sections of one scope in another order than the template's: the fewest that must move. */

import type { FoundSection } from '../chapter/chapter';
import { scopesOf } from '../chapter/scopes';
import { greatest, smallest } from '../text/lists';
import { moveIntoOrder } from './fixes/section-order';
import type { ChapterRule } from './rule';
import { sectionTitle } from './wording';

export const sectionOrder: ChapterRule = {
  id: 'section-order',
  severity: 'warning',
  scope: 'chapter',
  title: { id: 'Urutan bagian berbeda', en: 'Sections in another order' },
  *check(chapter, settings) {
    for (const part of chapter.parts) {
      for (const { uses, sections } of scopesOf(chapter, part, settings.template)) {
        if (sections.length < 2) continue;
        const ranks = new Map(uses.map((use, rank) => [use.id, rank]));
        const headings = firstOfKinds(sections);
        for (const row of rowsOf(headings, ranks)) {
          const staying = longestInOrder(
            row.map(({ first }) => first),
            row.map(({ last }) => last),
          );
          const settled = row.filter((_, at) => staying.has(at));
          for (const [at, moving] of row.entries()) {
            if (staying.has(at)) continue;
            const next = uses.slice(moving.last + 1).find(({ id }) => row.some((other) => other.found.kind === id));
            yield {
              ...finding(moving.found, next?.id),
              writeFixes() {
                // Of a section that stands twice the other one would be in the wrong place next.
                const isTwice = sections.filter(({ kind }) => kind === moving.found.kind).length > 1;
                return isTwice ? [] : moveIntoOrder(chapter, moving, settled, settings);
              },
            };
          }
        }
      }
    }

    function finding(found: FoundSection, next: string | undefined) {
      const title = sectionTitle(found.kind, settings);
      const after = next === undefined ? undefined : sectionTitle(next, settings);
      return {
        range: found.place,
        message:
          after === undefined
            ? {
                id: `Bagian "${title.id}" seharusnya berada paling akhir.`,
                en: `Section "${title.en}" belongs at the end.`,
              }
            : {
                id: `Bagian "${title.id}" seharusnya berada sebelum "${after.id}".`,
                en: `Section "${title.en}" belongs before "${after.en}".`,
              },
      };
    }
  },
};

/** About a section that stands twice, rule `duplicate-section` speaks. */
function firstOfKinds(sections: readonly FoundSection[]): FoundSection[] {
  const kinds = new Set<string>();
  return sections.filter((found) => {
    if (found.section === undefined || kinds.has(found.kind)) return false;
    kinds.add(found.kind);
    return true;
  });
}

/** A section with the places in the template's order that it takes up: a group those of what stands in it, too. */
export interface Ranked {
  readonly found: FoundSection;
  readonly first: number;
  readonly last: number;
}

/** What can change places: the sections of a scope, with each group moving as one, and those within each group. */
function rowsOf(headings: readonly FoundSection[], ranks: ReadonlyMap<string, number>): Ranked[][] {
  const rows = new Map<FoundSection | undefined, FoundSection[]>();
  for (const found of headings) {
    const group = headings.find((other) => other === found.within);
    const row = rows.get(group);
    if (row === undefined) rows.set(group, [found]);
    else row.push(found);
  }
  return [...rows.values()].map((row) =>
    row.map((found) => {
      const places = [found, ...(rows.get(found) ?? [])].map(({ kind }) => ranks.get(kind) as number);
      return { found, first: smallest(places), last: greatest(places) };
    }),
  );
}

/**
 * The places of a longest run that never falls. Of several, the one that keeps the earlier places: of two swapped
 * sections the later one must move.
 * @param ranks where each begins in the right order.
 * @param ends where it ends there; for a single section that is where it begins.
 */
export function longestInOrder(ranks: readonly number[], ends: readonly number[] = ranks): Set<number> {
  // lengths[i]: of the longest run that begins at i; from the end, so that the earliest choice can be taken forwards.
  const lengths = ranks.map(() => 1);
  for (let i = ranks.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < ranks.length; j++) {
      if ((ranks[j] as number) >= (ends[i] as number))
        lengths[i] = Math.max(lengths[i] as number, (lengths[j] as number) + 1);
    }
  }
  const staying = new Set<number>();
  let wanted = greatest(lengths, 0);
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < ranks.length && wanted > 0; i++) {
    if (lengths[i] === wanted && (ranks[i] as number) >= last) {
      staying.add(i);
      last = ends[i] as number;
      wanted--;
    }
  }
  return staying;
}
