/** Where a section that a chapter lacks belongs in it. Asked by the outline and the fix alike. */

import type { SectionUse, Template } from '../template/template';
import type { Chapter, FoundSection, Part } from './chapter';
import { type MissingSection, scopeOfPart } from './missing';

/** Where a missing section belongs among the recognised sections of its scope. */
export interface MissingPlace {
  /** Those that the missing one stands among, in the order of the text. */
  readonly siblings: readonly FoundSection[];
  /** Before which of them, counted from 0; as many as there are: after the last. */
  readonly gap: number;
}

/** The gap that leaves the fewest of the siblings on the wrong side of the missing section. */
export function placeOfMissing(
  chapter: Chapter,
  part: Part,
  missing: MissingSection,
  template: Template,
): MissingPlace {
  const scope = scopeAround(chapter, part, missing, template);
  const siblings = siblingsOf(part, missing, scope, template);
  const order = new Map(scope.map((use, place) => [use.id, place]));
  const own = order.get(missing.kind) ?? scope.length;
  let best = 0;
  // How many more stand on the wrong side of a gap than of the first one.
  let [cost, bestCost] = [0, 0];
  for (const [place, found] of siblings.entries()) {
    cost += (order.get(found.kind) ?? scope.length) < own ? -1 : 1;
    if (cost < bestCost) [best, bestCost] = [place + 1, cost];
  }
  return { siblings, gap: best };
}

/** What the template lists where the section is missing; around a group it is the scope that the group stands in. */
function scopeAround(chapter: Chapter, part: Part, missing: MissingSection, template: Template): readonly SectionUse[] {
  let around = missing.within;
  while (around !== undefined) {
    const kind = template.sections.find((candidate) => candidate.id === around?.kind);
    if (kind !== undefined && !kind.group) return kind.sections;
    around = around.within;
  }
  return scopeOfPart(chapter, part, template);
}

/** The recognised sections among which the missing one belongs, in the order of the text. */
function siblingsOf(
  part: Part,
  missing: MissingSection,
  scope: readonly SectionUse[],
  template: Template,
): FoundSection[] {
  const listed = new Set(scope.map((use) => use.id));
  const inside = part.found.filter((found) => found.within === missing.within && listed.has(found.kind));
  const { within } = missing;
  const isGroup = template.sections.some((kind) => kind.id === within?.kind && kind.group);
  if (within === undefined || !isGroup || inside.length > 0) return inside.sort((a, b) => a.start - b.start);
  // Some books put the horizons beside the empty heading `Program`: then the missing one joins them there.
  const first = scope.findIndex((use) => use.id === within.kind);
  const last = scope.findIndex((use) => use.id === missing.kind);
  const between = new Set(scope.slice(first + 1, last).map((use) => use.id));
  return part.found
    .filter((found) => found.within === within.within && between.has(found.kind))
    .sort((a, b) => a.start - b.start);
}
