/** Writes a missing section where it belongs: its place in the template's order, at the level its siblings have. */

import { writtenLanguage } from '../book/language';
import { referencesIn } from '../book/references';
import type { Chapter, Code, FoundSection, Part } from '../chapter/chapter';
import { isStrategyCode, isSwotCode } from '../chapter/codes';
import type { MissingSection } from '../chapter/missing';
import { placeOfMissing } from '../chapter/where-missing';
import type { Settings } from '../template/settings';
import type { TextEdit } from '../text/edits';
import { insertLines } from './insert-lines';
import { numberBeside } from './number-beside';
import { type SkeletonPlace, sectionSkeleton } from './skeletons';

/**
 * The edits that add a missing section with its skeleton; of what its author wrote only numbers are changed. Where the
 * headings around it are numbered it counts on, and those after it count on from there.
 * @param missing one of what `missingSections` found in this part.
 * @param others the chapters whose codes the skeleton keeps clear of; those of the whole book, where it is at hand.
 * @returns first the insert, in the source's own line ends.
 */
export function insertSection(
  chapter: Chapter,
  part: Part,
  missing: MissingSection,
  settings: Settings,
  others: readonly Chapter[] = [chapter],
): readonly [TextEdit, ...TextEdit[]] {
  const { siblings, gap } = placeOfMissing(chapter, part, missing, settings.template);
  const before = siblings[gap - 1];
  const after = siblings[gap];
  const neighbour = before ?? after;
  // Quadrants that are columns of a table have no place between them: the new one follows all that is there.
  const label = neighbour !== undefined && neighbour.section === undefined ? labelOf(chapter, neighbour) : undefined;
  const level = neighbour?.section?.heading.level ?? siblings.find((found) => found.section)?.section?.heading.level;
  const isPlace = after !== undefined && (after.section !== undefined || label !== undefined);
  const at = before?.section?.end ?? (isPlace ? startOf(after) : (missing.within ?? part).end);
  const skeleton = sectionSkeleton(missing.kind, settings, {
    ...skeletonPlace(chapter, part, settings, others),
    level: level ?? Math.min(6, levelAround(chapter, part, missing) + 1),
  });
  if (label !== undefined) return [insertLines(chapter.source, at, withLabel(skeleton, label))];
  const { number, following } =
    neighbour?.section === undefined
      ? { number: '', following: [] }
      : numberBeside(chapter, neighbour.section, neighbour === before ? 'behind' : 'before');
  return [
    insertLines(
      chapter.source,
      at,
      skeleton.replace(/^#+ /, (marks) => marks + number),
    ),
    ...following,
  ];
}

/** What a skeleton has to know of the part that it is for; its level is left open. */
export function skeletonPlace(
  chapter: Chapter,
  part: Part,
  settings: Settings,
  others: readonly Chapter[],
): SkeletonPlace {
  return {
    language: writtenLanguage(settings, chapter),
    known: knownCodes(part, others),
    named: namedCodes(part.dimension, settings, others),
    swotCodes: part.swot.every(({ items }) => items.length === 0 || items.some((item) => item.code !== undefined)),
    ...(part.dimension === undefined ? {} : { dimension: part.dimension }),
  };
}

/** More than these are no codes that somebody has in mind. */
const mostNamed = 30;

/** Codes of SWOT items and strategies of a dimension that others name and that nothing has. */
export function namedCodes(
  dimension: string | undefined,
  settings: Settings,
  others: readonly Chapter[],
): readonly string[] {
  if (dimension === undefined) return [];
  const index = referencesIn({ settings, chapters: others });
  const codes = new Set<string>();
  for (const use of index.uses) {
    const { value, inWords } = use.reference;
    if (use.dimension !== dimension || inWords === true || !(isSwotCode(value) || isStrategyCode(value))) continue;
    // A code of several parts is as likely a programme's.
    if (value.includes('-') && use.reference.target !== 'strategy') continue;
    if (index.definitionsOf(use).length === 0) codes.add(value);
  }
  return [...codes].slice(0, mostNamed);
}

/** SWOT and strategy codes are local to their dimension, those of programmes are one set for all (format 3.5). */
export function knownCodes(part: Pick<Part, 'dimension'>, chapters: readonly Chapter[]): Set<string> {
  const known = new Set<string>();
  const add = (items: Iterable<{ readonly code?: Code }>) => {
    for (const { code } of items) if (code !== undefined) known.add(code.value);
  };
  for (const chapter of chapters) {
    for (const other of chapter.parts) {
      add(other.programmes);
      add(other.quickWins);
      const isSameDimension = other === part || (part.dimension !== undefined && other.dimension === part.dimension);
      if (!isSameDimension) continue;
      add(other.strategies);
      for (const swot of other.swot) add(swot.items);
    }
  }
  return known;
}

/** Where a section begins: its heading, or its label. */
function startOf(found: FoundSection): number {
  return found.section?.start ?? found.place.start;
}

function levelAround(chapter: Chapter, part: Part, missing: MissingSection): number {
  const around = missing.within?.section ?? part.opener ?? chapter.title;
  return around?.heading.level ?? 1;
}

export interface LabelStyle {
  readonly open: string;
  readonly close: string;
}

/** How the sibling writes its label (`**Kekuatan**`, `Kelemahan:`); none where it is no line of its own. */
export function labelOf(chapter: Chapter, sibling: FoundSection): LabelStyle | undefined {
  const { lines, source } = chapter;
  const line = lines.lineAt(sibling.place.start);
  const text = source.slice(lines.startOf(line), lines.endOf(line)).trim();
  if (/^(?:[-+>#|]|\*[ \t]|\d+[.)])/.test(text)) return undefined;
  const match = /^(\*\*|__|\*|_)?[^|*_]+?(:)?(\*\*|__|\*|_)?(:)?$/.exec(text);
  if (match === null || (match[1] ?? '') !== (match[3] ?? '')) return undefined;
  return { open: match[1] ?? '', close: `${match[2] ?? ''}${match[3] ?? ''}${match[4] ?? ''}` };
}

function withLabel(skeleton: string, label: LabelStyle): string {
  return skeleton.replace(/^#+[ \t]+([^\n]*?)[ \t]*(?:\{#[^}\n]*\})?(?=\n|$)/, (_, title: string) => {
    return label.open + title + label.close;
  });
}
