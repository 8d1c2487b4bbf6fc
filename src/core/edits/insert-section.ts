/** Writes a missing section where it belongs: its place in the template's order, at the level its siblings have. */

import type { Chapter, FoundSection, Part } from '../chapter/chapter';
import { type MissingSection, scopeOfPart } from '../chapter/missing';
import type { Settings } from '../template/settings';
import type { SectionUse } from '../template/template';
import { lineEndOf, type TextEdit } from '../text/edits';
import { sectionSkeleton } from './skeletons';

/**
 * The edit that adds a missing section with its skeleton; nothing that its author wrote is touched.
 * @param missing one of what `missingSections` found in this part.
 * @returns one insert into the chapter's source, in the source's own line ends.
 */
export function insertSection(chapter: Chapter, part: Part, missing: MissingSection, settings: Settings): TextEdit {
  const scope = scopeAround(chapter, part, missing, settings);
  const siblings = siblingsOf(part, missing, scope, settings);
  const gap = bestGap(siblings, scope, missing.kind);
  const before = siblings[gap - 1];
  const after = siblings[gap];
  const neighbour = before ?? after;
  // Quadrants that are columns of a table have no place between them: the new one follows the table.
  const label = neighbour !== undefined && neighbour.section === undefined ? labelOf(chapter, neighbour) : undefined;
  const level = neighbour?.section?.heading.level ?? siblings.find((found) => found.section)?.section?.heading.level;
  const outside = missing.within ?? part;
  const at =
    neighbour === undefined || (neighbour.section === undefined && label === undefined)
      ? outside.end
      : before !== undefined
        ? before.end
        : ((after as FoundSection).section?.start ?? (after as FoundSection).place.start);
  const skeleton = sectionSkeleton(missing.kind, settings, {
    language: chapter.frontmatter.lang?.value ?? settings.language,
    level: level ?? Math.min(6, levelAround(chapter, part, missing) + 1),
    ...(part.dimension === undefined ? {} : { dimension: part.dimension }),
  });
  return insertLines(chapter.source, at, label === undefined ? skeleton : withLabel(skeleton, label));
}

/** What the template lists where the section is missing; around a group it is the scope that the group stands in. */
function scopeAround(chapter: Chapter, part: Part, missing: MissingSection, settings: Settings): readonly SectionUse[] {
  let around = missing.within;
  while (around !== undefined) {
    const kind = settings.template.sections.find((candidate) => candidate.id === around?.kind);
    if (kind !== undefined && !kind.group) return kind.sections;
    around = around.within;
  }
  return scopeOfPart(chapter, part, settings.template);
}

/** The recognised sections among which the missing one belongs, in the order of the text. */
function siblingsOf(
  part: Part,
  missing: MissingSection,
  scope: readonly SectionUse[],
  settings: Settings,
): FoundSection[] {
  const listed = new Set(scope.map((use) => use.id));
  const inside = part.found.filter((found) => found.within === missing.within && listed.has(found.kind));
  const { within } = missing;
  const isGroup = settings.template.sections.some((kind) => kind.id === within?.kind && kind.group);
  if (within === undefined || !isGroup || inside.length > 0) return inside.sort((a, b) => a.start - b.start);
  // Some books put the horizons beside the empty heading `Program`: then the missing one joins them there.
  const first = scope.findIndex((use) => use.id === within.kind);
  const last = scope.findIndex((use) => use.id === missing.kind);
  const between = new Set(scope.slice(first + 1, last).map((use) => use.id));
  return part.found
    .filter((found) => found.within === within.within && between.has(found.kind))
    .sort((a, b) => a.start - b.start);
}

/** The gap (counted from 0, before the first sibling) that leaves the fewest siblings on the wrong side. */
function bestGap(siblings: readonly FoundSection[], scope: readonly SectionUse[], kind: string): number {
  const order = new Map(scope.map((use, place) => [use.id, place]));
  const own = order.get(kind) ?? scope.length;
  const isEarlier = siblings.map((found) => (order.get(found.kind) ?? scope.length) < own);
  let best = 0;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let gap = 0; gap <= siblings.length; gap++) {
    const cost = isEarlier.filter((earlier, place) => (place < gap ? !earlier : earlier)).length;
    if (cost < bestCost) {
      best = gap;
      bestCost = cost;
    }
  }
  return best;
}

function levelAround(chapter: Chapter, part: Part, missing: MissingSection): number {
  const around = missing.within?.section ?? part.opener ?? chapter.title;
  return around?.heading.level ?? 1;
}

interface LabelStyle {
  readonly open: string;
  readonly close: string;
}

/** How the sibling writes its label (`**Kekuatan**`, `Kelemahan:`); none where it is no line of its own. */
function labelOf(chapter: Chapter, sibling: FoundSection): LabelStyle | undefined {
  const { lines, source } = chapter;
  const line = lines.lineAt(sibling.place.start);
  const text = source.slice(lines.startOf(line), lines.endOf(line)).trim();
  const match = /^(\*\*|__|\*|_)?[^|*_]+?(:)?(\*\*|__|\*|_)?(:)?$/.exec(text);
  if (match === null || (match[1] ?? '') !== (match[3] ?? '')) return undefined;
  return { open: match[1] ?? '', close: `${match[2] ?? ''}${match[3] ?? ''}${match[4] ?? ''}` };
}

function withLabel(skeleton: string, label: LabelStyle): string {
  return skeleton.replace(/^#+[ \t]+([^\n]*?)[ \t]*(?:\{#[^}\n]*\})?(?=\n|$)/, (_, title: string) => {
    return label.open + title + label.close;
  });
}

/** An insert of whole lines near an offset: behind the text before it, with one blank line on either side. */
function insertLines(source: string, near: number, text: string): TextEdit {
  const end = lineEndOf(source);
  let at = near;
  while (at > 0 && isBlank(source.charCodeAt(at - 1))) at--;
  while (at < source.length && source[at] !== '\n' && source[at] !== '\r') at++;
  const rest = source.slice(at);
  const blanks = /^\s*/.exec(rest)?.[0] ?? '';
  const lineEnds = blanks.split(/\r\n|\r|\n/).length - 1;
  const behind = blanks.length === rest.length ? 1 : 2;
  const lead = source.slice(0, at).trim() === '' ? '' : end + end;
  const tail = end.repeat(Math.max(0, behind - lineEnds));
  return { range: { start: at, end: at }, text: lead + text.replace(/\r\n|\r|\n/g, end).trimEnd() + tail };
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
