/**
 * Sections put in another order or on another level by hand, with their whole text; manual numbers follow, and so do the
 * links that lead to them.
 */

import type { Book } from '../book/book';
import type { Chapter, Section } from '../chapter/chapter';
import { type NumberedSection, numberSeries } from '../chapter/numbers';
import { readChapter } from '../chapter/read';
import { allSections } from '../chapter/sections';
import type { Settings } from '../template/settings';
import { applyEdits, type FileEdit, type TextEdit } from '../text/edits';
import { pushAll } from '../text/lists';
import { editsWithLinks } from './follow-headings';
import { changeLevels } from './heading-levels';
import { hasSameSections, parentOf, siblingsOf } from './move-section';
import { numberAs, renumber } from './renumber';

/** The section whose heading an offset is in. */
export function sectionOfHeadingAt(chapter: Chapter, offset: number): Section | undefined {
  for (const section of allSections(chapter.sections))
    if (section.heading.start <= offset && offset < section.heading.end) return section;
  return undefined;
}

/**
 * The edits that put a section in the place of one of its siblings; those between move up or down by one. Blank lines
 * and numbers stay where they stand, so that moving back gives the same text to the byte.
 * @returns those of the chapter first, then those of the files whose links follow; nothing where it cannot be moved there
 * without changing what stands below what.
 */
export function arrangeSection(
  book: Book,
  chapter: Chapter,
  section: Section,
  place: Section,
): Required<FileEdit>[] | undefined {
  const arranged = inPlaceOf(chapter, section, place, book.settings);
  return arranged && editsTo(book, chapter, arranged);
}

/** The section's place among its siblings, one up (`-1`) or down (`1`). */
export function arrangeBy(
  book: Book,
  chapter: Chapter,
  section: Section,
  by: -1 | 1,
): Required<FileEdit>[] | undefined {
  const siblings = siblingsOf(chapter, section);
  const place = siblings[siblings.indexOf(section) + by];
  return place && arrangeSection(book, chapter, section, place);
}

/** A chapter's text in another order. */
interface Arranged {
  readonly text: string;
  /** The headings of the chapter as it was, in the order in which they stand in the text. */
  readonly order: readonly Section[];
}

function editsTo(book: Book, chapter: Chapter, { text, order }: Arranged): Required<FileEdit>[] | undefined {
  const after = readChapter(chapter.uri, text, book.settings);
  const now = allSections(after.sections);
  if (now.length !== order.length) return undefined;
  const headings = new Map(order.map((section, at) => [section, now[at] as Section]));
  return editsWithLinks(book, [{ before: chapter, after, headings }]);
}

function inPlaceOf(chapter: Chapter, section: Section, place: Section, settings: Settings): Arranged | undefined {
  const siblings = siblingsOf(chapter, section);
  const [from, to] = [siblings.indexOf(section), siblings.indexOf(place)];
  if (from < 0 || to < 0 || from === to || section === chapter.title || place === chapter.title) return undefined;
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  const levels = new Set(siblings.slice(first, last + 1).map(({ heading }) => heading.level));
  if (levels.size > 1) return undefined;
  const order = siblings.map((_, at) => at);
  order.splice(to, 0, ...order.splice(from, 1));
  const { source } = chapter;
  const words = siblings.map((one) => source.slice(one.start, one.end).trimEnd());
  let text = source.slice(0, (siblings[first] as Section).start);
  for (let at = first; at <= last; at++) {
    const there = siblings[at] as Section;
    const gap = source.slice(there.start + (words[at] as string).length, there.end);
    text += (words[order[at] as number] as string) + gap;
  }
  text += source.slice((siblings[last] as Section).end);
  const moved = readChapter(chapter.uri, text, settings);
  if (!hasSameSections(chapter, moved)) return undefined;
  const now = siblingsLike(moved, chapter, siblings);
  if (now === undefined) return undefined;
  const all = allSections(chapter.sections);
  const inOrder = allSections(order.map((at) => siblings[at] as Section));
  const start = all.indexOf(siblings[0] as Section);
  return {
    text: applyEdits(text, numbersOf(text, siblings, now, order)),
    order: [...all.slice(0, start), ...inOrder, ...all.slice(start + inOrder.length)],
  };
}

/** The same list of siblings in the chapter as it is now: at the same way from the root. */
function siblingsLike(moved: Chapter, chapter: Chapter, siblings: readonly Section[]): readonly Section[] | undefined {
  const way: number[] = [];
  const isFound = (list: readonly Section[]): boolean => {
    if (list === siblings) return true;
    return list.some((one, at) => {
      way.push(at);
      if (isFound(one.children)) return true;
      way.pop();
      return false;
    });
  };
  if (!isFound(chapter.sections)) return undefined;
  let list = moved.sections;
  for (const at of way) list = list[at]?.children ?? [];
  return list.length === siblings.length ? list : undefined;
}

/** Numbers belong to places: the first of a series has the number that the first had. */
function numbersOf(
  source: string,
  before: readonly Section[],
  now: readonly Section[],
  order: readonly number[],
): TextEdit[] {
  return numberSeries(before).flatMap((series) => {
    const own = new Map(series.map((one) => [before.indexOf(one.section), one]));
    const inOrder = order.flatMap((old, at): NumberedSection[] => {
      const one = own.get(old);
      const section = now[at];
      return one === undefined || section?.number === undefined ? [] : [{ ...one, section, number: section.number }];
    });
    return inOrder.flatMap((one, at) => numberAs(source, one, series[at]?.values ?? one.values));
  });
}

/**
 * The edits that put a section one level higher, behind the section that it stood in, or one level lower, at the end of
 * the section before it. The headings below follow.
 * @returns as `arrangeSection`; nothing where there is no such level or place, or where the change would reach further.
 */
export function changeLevel(
  book: Book,
  chapter: Chapter,
  section: Section,
  by: 'higher' | 'lower',
): Required<FileEdit>[] | undefined {
  if (section === chapter.title) return undefined;
  const siblings = siblingsOf(chapter, section);
  const arranged =
    by === 'higher'
      ? higher(chapter, section, siblings, book.settings)
      : lower(chapter, section, siblings[siblings.indexOf(section) - 1], book.settings);
  return arranged && editsTo(book, chapter, arranged);
}

function higher(
  chapter: Chapter,
  section: Section,
  siblings: readonly Section[],
  settings: Settings,
): Arranged | undefined {
  const parent = parentOf(chapter, section);
  if (parent === undefined || parent === chapter.title) return undefined;
  let from = chapter;
  let order = allSections(chapter.sections);
  let [own, around]: readonly (Section | undefined)[] = [section, parent];
  const last = siblings.at(-1);
  if (last !== undefined && last !== section) {
    // What follows must not come to stand below it.
    const behind = inPlaceOf(chapter, section, last, settings);
    if (behind === undefined) return undefined;
    from = readChapter(chapter.uri, behind.text, settings);
    order = behind.order;
    around = [...allSections(from.sections)].find(({ start }) => start === parent.start);
    own = around?.children.at(-1);
  }
  if (own === undefined || around === undefined) return undefined;
  const by = around.heading.level - own.heading.level;
  const text = shifted(from, { section: own, by, anchor: around, previous: around.number?.values }, settings);
  return text === undefined ? undefined : { text, order };
}

function lower(
  chapter: Chapter,
  section: Section,
  before: Section | undefined,
  settings: Settings,
): Arranged | undefined {
  if (before === undefined || before === chapter.title) return undefined;
  const last = before.children.at(-1);
  const level = last?.heading.level ?? before.heading.level + 1;
  const previous = last?.number?.values ?? (before.number === undefined ? undefined : [...before.number.values, 0]);
  const by = level - section.heading.level;
  const text = shifted(chapter, { section, by, anchor: before, previous }, settings);
  return text === undefined ? undefined : { text, order: allSections(chapter.sections) };
}

interface Shift {
  readonly section: Section;
  readonly by: number;
  /** The section among whose siblings the numbers change. */
  readonly anchor: Section;
  /** The number that the section's own is to follow. */
  readonly previous: readonly number[] | undefined;
}

function shifted(from: Chapter, { section, by, anchor, previous }: Shift, settings: Settings): string | undefined {
  const edits = changeLevels(from.source, section, by);
  if (edits === undefined) return undefined;
  const numbered = numberSeries([section])[0]?.[0];
  const follows = numbered?.style === 'decimal' && previous !== undefined;
  if (follows) pushAll(edits, numberAs(from.source, numbered, [...previous.slice(0, -1), (previous.at(-1) ?? 0) + 1]));
  const text = applyEdits(from.source, edits);
  const now = readChapter(from.uri, text, settings);
  const around = [...allSections(now.sections)].find(({ start }) => start === anchor.start);
  if (around === undefined || [...allSections(now.sections)].length !== [...allSections(from.sections)].length) {
    return undefined;
  }
  // Those that follow on the higher level count on.
  return follows ? applyEdits(text, renumber(text, parentOf(now, around), siblingsOf(now, around))) : text;
}
