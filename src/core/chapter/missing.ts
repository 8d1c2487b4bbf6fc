/** Which required sections a chapter lacks. Asked by the rule, the outline and the fix alike. */

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
