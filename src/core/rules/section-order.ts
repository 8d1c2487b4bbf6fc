/** Sections of one scope in another order than the template's: the fewest that must move. */

import type { FoundSection } from '../chapter/chapter';
import { scopesOf } from '../chapter/scopes';
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
        const ranks = new Map(uses.map((use, rank) => [use.id, rank]));
        const headings = sections.filter((found) => found.section !== undefined);
        const order = headings.map((found) => ranks.get(found.kind) as number);
        const staying = longestInOrder(order);
        for (const [at, found] of headings.entries()) {
          if (staying.has(at)) continue;
          yield finding(found, before(order[at] as number));
        }
        function before(rank: number): string | undefined {
          return uses.slice(rank + 1).find((use) => headings.some((found) => found.kind === use.id))?.id;
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

/**
 * The places of a longest run that never falls. Of several, the one that keeps the earlier places: of two swapped
 * sections the later one must move.
 */
export function longestInOrder(ranks: readonly number[]): Set<number> {
  // lengths[i]: of the longest run that begins at i; from the end, so that the earliest choice can be taken forwards.
  const lengths = ranks.map(() => 1);
  for (let i = ranks.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < ranks.length; j++) {
      if ((ranks[j] as number) >= (ranks[i] as number))
        lengths[i] = Math.max(lengths[i] as number, (lengths[j] as number) + 1);
    }
  }
  const staying = new Set<number>();
  let wanted = Math.max(0, ...lengths);
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < ranks.length && wanted > 0; i++) {
    if (lengths[i] === wanted && (ranks[i] as number) >= last) {
      staying.add(i);
      last = ranks[i] as number;
      wanted--;
    }
  }
  return staying;
}
