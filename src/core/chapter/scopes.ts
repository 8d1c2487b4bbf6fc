/** The scopes of a part, each with the sections found in it: what the rules on order, duplicates and emptiness ask. */

import { ofTemplate } from '../template/of-template';
import type { SectionKind, SectionUse, Template } from '../template/template';
import { listOf } from '../text/lists';
import { Attached } from '../text/memo';
import { contains, type Range } from '../text/range';
import type { Chapter, FoundSection, Part } from './chapter';
import { scopeOfPart } from './missing';

export interface Scope {
  /** What the template lists here, in its order. */
  readonly uses: readonly SectionUse[];
  /** What was found directly here or in a group of this scope, in the order of the text. */
  readonly sections: readonly FoundSection[];
  /** The section whose scope this is; absent for the part's own. */
  readonly owner?: FoundSection;
}

/** What was told of a part. Classes here for the reason that is given for parts themselves (`read.ts`). */
class ScopesOfPart {
  constructor(
    readonly template: Template,
    readonly all: readonly Scope[],
  ) {}
}

class ScopeOfPart implements Scope {
  readonly owner?: FoundSection;

  constructor(
    readonly uses: readonly SectionUse[],
    readonly sections: readonly FoundSection[],
    owner?: FoundSection,
  ) {
    if (owner !== undefined) this.owner = owner;
  }
}

const scopesOfParts = new Attached<Part, ScopesOfPart>();

/** The part's own scope, then that of every recognised section that lists sections of its own. Told once for a part. */
export function scopesOf(chapter: Chapter, part: Part, template: Template): readonly Scope[] {
  const known = scopesOfParts.get(part);
  if (known?.template === template) return known.all;
  const scopes = new ScopesOfPart(template, readScopes(chapter, part, template));
  scopesOfParts.set(part, scopes);
  return scopes.all;
}

const kindsOf = ofTemplate(
  ({ sections }): ReadonlyMap<string, SectionKind> => new Map(sections.map((kind) => [kind.id, kind])),
);

function readScopes(chapter: Chapter, part: Part, template: Template): Scope[] {
  const kinds = kindsOf(template);
  const ownerOf = (found: FoundSection): FoundSection | undefined => {
    let around = found.within;
    while (around !== undefined && kinds.get(around.kind)?.group) around = around.within;
    return around;
  };
  const bySection = new Map<FoundSection | undefined, FoundSection[]>([[undefined, []]]);
  for (const found of part.found) {
    const owner = ownerOf(found);
    const there = bySection.get(owner);
    if (there === undefined) bySection.set(owner, listOf(found));
    else there.push(found);
  }
  return Array.from(bySection, ([owner, sections]) =>
    owner === undefined
      ? new ScopeOfPart(scopeOfPart(chapter, part, template), sections)
      : new ScopeOfPart(kinds.get(owner.kind)?.sections ?? [], sections, owner),
  );
}

/**
 * The required sections that are there and hold nothing (rule `empty-section`). A section whose own sections are there
 * is judged by them: of an empty SWOT with its four headings, the four are empty.
 * @param isOpen which count as holding nothing.
 */
export function emptySections(
  chapter: Chapter,
  part: Part,
  template: Template,
  isOpen = (found: FoundSection): boolean => found.empty,
): FoundSection[] {
  const empty: FoundSection[] = [];
  const scopes = scopesOf(chapter, part, template);
  const owners = new Set(scopes.map(({ owner }) => owner));
  for (const { uses, sections } of scopes) {
    for (const use of uses) {
      const there = use.required ? sections.filter((found) => found.kind === use.id) : [];
      const first = there[0];
      if (first === undefined) continue;
      if (there.some((found) => !isOpen(found) || isPartlyRead(chapter, found.section ?? found))) continue;
      if (there.some((found) => owners.has(found))) continue;
      empty.push(first);
    }
  }
  return empty;
}

/** Whether what is beyond the limits (format 6) begins in this stretch, or a table in it is not read: of what it lacks nothing can be said. */
export function isPartlyRead({ excess, unreadTables }: Chapter, around: Range): boolean {
  return (
    excess.some(({ start }) => contains(around, { start, end: start })) ||
    unreadTables.some((table) => contains(around, table))
  );
}
