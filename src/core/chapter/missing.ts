/** Which required sections a chapter lacks, and where. Asked by the rule, the outline and the fix alike. */

import type { SectionUse, Template } from '../template/template';
import { contains } from '../text/range';
import type { Chapter, FoundSection, Part } from './chapter';

export interface MissingSection {
  /** A section id of the template. */
  readonly kind: string;
  /** The section or group that lacks it; absent where the part itself does. */
  readonly within?: FoundSection;
}

const nothing: readonly SectionUse[] = [];

/** The sections that a part's own scope lists, in the template's order (format 2.2, 2.3). */
export function scopeOfPart(chapter: Chapter, part: Part, template: Template): readonly SectionUse[] {
  const kind =
    part.opener === undefined
      ? template.chapters.find((candidate) => candidate.id === chapter.kind)
      : template.chapters.find((candidate) => candidate.required === 'per-dimension');
  return kind?.sections ?? nothing;
}

/**
 * The required sections that are absent, scope by scope in the template's order (format 2.3, 4).
 * A scope that is itself absent or empty is not looked into: one cause, one finding. Where a group gathers the
 * missing kind (`Program` for a horizon), it is the group that lacks it. A chapter read only in part lacks nothing
 * that could be told.
 */
export function missingSections(chapter: Chapter, part: Part, template: Template): MissingSection[] {
  if (chapter.excess.length > 0) return [];
  const missing: MissingSection[] = [];
  look(scopeOfPart(chapter, part, template), undefined);
  return missing;

  function look(scope: readonly SectionUse[], within: FoundSection | undefined): void {
    let group: FoundSection | undefined;
    for (const use of scope) {
      const there = part.found.filter((found) => found.kind === use.id && inScope(found, within));
      const first = there[0];
      const kind = template.sections.find((candidate) => candidate.id === use.id);
      if (first === undefined) {
        const isGathered = group !== undefined && gathers(group, use.id);
        const lacking = isGathered ? group : within;
        if (use.required) missing.push(lacking === undefined ? { kind: use.id } : { kind: use.id, within: lacking });
      } else if (kind?.group) {
        group ??= first;
      } else if (kind !== undefined && kind.sections.length > 0 && !first.empty && !holdsUnread(first)) {
        look(kind.sections, first);
      }
    }
  }

  /** What a section lacks may stand in a table that is not read. */
  function holdsUnread({ section }: FoundSection): boolean {
    return section !== undefined && chapter.unreadTables.some((table) => contains(section, table));
  }

  /** Directly in the scope or in a group of it; of a section that stands twice, either may hold what it needs. */
  function inScope(found: FoundSection, within: FoundSection | undefined): boolean {
    let around = found.within;
    while (around !== undefined && isGroup(around)) around = around.within;
    if (around === within) return true;
    return (
      around !== undefined && within !== undefined && around.kind === within.kind && around.within === within.within
    );
  }

  function gathers(group: FoundSection, kind: string): boolean {
    return template.sections.some(
      (candidate) => candidate.id === group.kind && candidate.sections.some((use) => use.id === kind),
    );
  }

  function isGroup(found: FoundSection): boolean {
    return template.sections.some((kind) => kind.id === found.kind && kind.group);
  }
}

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
