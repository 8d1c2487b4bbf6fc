/** Links to headings follow where these get other words, other numbers or another order, and with that other anchors. */

import type { Book } from '../book/book';
import { anchorsByHeading, fileKey, linkingChapters } from '../book/links';
import type { Chapter, Section } from '../chapter/chapter';
import { readChapter } from '../chapter/read';
import { allSections, titleWords } from '../chapter/sections';
import { editsBetween } from '../text/diff';
import { applyEdits, type FileEdit, type TextEdit } from '../text/edits';
import { countTo, type Range } from '../text/range';
import { linkEdits } from './move-links';

/** A chapter as it is, and as it will be but for its links. */
export interface ChangedChapter {
  readonly before: Chapter;
  readonly after: Chapter;
  /** What becomes of each heading; those that go are not in it. */
  readonly headings: ReadonlyMap<Section, Section>;
}

/**
 * The edits that change chapters, with those that keep every link of the book leading to the heading to which it leads.
 * @param changed comes first in the result, in this order.
 */
export function editsWithLinks(book: Book, changed: readonly ChangedChapter[]): Required<FileEdit>[] {
  const links = linksFollowing(book, changed);
  const own = changed.map(({ before: { uri, source }, after }) => {
    const text = applyEdits(after.source, links.get(uri) ?? []);
    links.delete(uri);
    return { uri, edits: editsBetween(source, text) };
  });
  return [...own, ...[...links].map(([uri, edits]) => ({ uri, edits }))];
}

/**
 * The edits of a fix or of a new name, with those that links need because of them.
 * @param file the URI of the file that edits without a URI of their own are meant for.
 * @returns the very same edits where no link has to follow.
 */
export function withLinksFollowing(book: Book, edits: readonly FileEdit[], file: string): readonly FileEdit[] {
  const byFile = new Map<string, TextEdit[]>();
  for (const { uri = file, edits: ofFile } of edits) byFile.set(uri, [...(byFile.get(uri) ?? []), ...ofFile]);
  const chapters = book.chapters.filter(({ uri }) => byFile.has(uri));
  const touched = chapters.filter((chapter) => touchesHeadings(chapter, byFile.get(chapter.uri) ?? []));
  if (touched.length === 0) return edits;
  const linking = chaptersLinkingInto(book, touched);
  if (linking.length === 0) return edits;
  const changed = chapters
    .filter((chapter) => touched.includes(chapter) || linking.includes(chapter))
    .map((before): ChangedChapter => {
      const ofFile = byFile.get(before.uri) ?? [];
      const after = readChapter(before.uri, applyEdits(before.source, ofFile), book.settings);
      return { before, after, headings: headingsAfter(before, ofFile, after) };
    });
  const links = linksFollowing(book, changed);
  if (links.size === 0) return edits;
  const result: FileEdit[] = edits.filter(({ uri = file }) => !links.has(uri));
  for (const [uri, ofLinks] of links) {
    const own = changed.find(({ before }) => before.uri === uri);
    const all = own ? editsBetween(own.before.source, applyEdits(own.after.source, ofLinks)) : ofLinks;
    result.push(uri === file ? { edits: all } : { uri, edits: all });
  }
  return result;
}

/** By URI, the edits to the links: of a changed chapter to its text as it will be, of others to the one they have. */
function linksFollowing(book: Book, changed: readonly ChangedChapter[]): Map<string, TextEdit[]> {
  const places = new Map<Section, { uri: string; anchors: readonly string[] }>();
  for (const { after, headings } of changed) {
    const anchors = anchorsByHeading(after);
    for (const [old, now] of headings) places.set(old, { uri: after.uri, anchors: anchors.get(now) ?? [] });
  }
  const linking = chaptersLinkingInto(
    book,
    changed.map(({ before }) => before),
  );
  const chapters = new Map(book.chapters.map((chapter) => [fileKey(chapter.uri), chapter]));
  const moves = { movedTo: (section: Section) => places.get(section) };
  const links = new Map<string, TextEdit[]>();
  for (const chapter of linking) {
    const text = changed.find(({ before }) => before.uri === chapter.uri)?.after ?? chapter;
    const edits = linkEdits(text, text.uri, chapters, moves);
    if (edits.length > 0) links.set(text.uri, edits);
  }
  return links;
}

const headingLike = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|(?:=+|-+)[ \t]*$)/m;

/** Whether edits may change a heading, take one away or bring one; where they do none of it, no anchor changes. */
function touchesHeadings({ sections }: Chapter, edits: readonly TextEdit[]): boolean {
  if (edits.some(({ text }) => headingLike.test(text))) return true;
  const ranges = edits.map(({ range }) => range).sort((a, b) => a.start - b.start || a.end - b.end);
  return allSections(sections).some(({ heading }) => {
    const last = ranges[countTo(ranges, heading.end, ({ start }) => start) - 1];
    return last !== undefined && heading.start <= last.end;
  });
}

/** What becomes of each heading under edits: it stays, with some of its words at least, or it goes to another place. */
function headingsAfter(before: Chapter, edits: readonly TextEdit[], after: Chapter): Map<Section, Section> {
  const now = allSections(after.sections);
  const kept = keptStretches(before.source, edits);
  const found = new Map<Section, Section>();
  const open = new Set(now);
  const take = (old: Section, one: Section | undefined) => {
    if (one === undefined || !open.delete(one)) return;
    found.set(old, one);
  };
  const partly: [Section, Range[]][] = [];
  for (const old of allSections(before.sections)) {
    const { start, end } = old.heading;
    const pieces: Range[] = [];
    for (let at = countTo(kept, start, (one) => one.start) - 1; at < kept.length; at++) {
      const one = kept[at] as (typeof kept)[number];
      if (one.start >= end) break;
      if (one.end <= start) continue;
      pieces.push({ start: Math.max(start, one.start) + one.by, end: Math.min(end, one.end) + one.by });
    }
    const [first] = pieces;
    if (first !== undefined && first.end - first.start === end - start) take(old, headingOver(now, first));
    else partly.push([old, pieces]);
  }
  for (const [old, pieces] of partly) {
    for (const piece of pieces) if (!found.has(old)) take(old, headingOver(now, piece));
  }
  // What was taken out and put in elsewhere, perhaps with another number.
  for (const wordsOf of [(section: Section) => section.text, titleWords]) {
    for (const [old] of partly) {
      if (!found.has(old))
        take(
          old,
          [...open].find((one) => wordsOf(one) === wordsOf(old)),
        );
    }
  }
  return found;
}

function headingOver(sections: readonly Section[], { start, end }: Range): Section | undefined {
  const first = sections[countTo(sections, start, ({ heading }) => heading.end)];
  return first !== undefined && first.heading.start < end ? first : undefined;
}

/** The stretches of a text that no edit replaces, with how far each is moved. */
function keptStretches(source: string, edits: readonly TextEdit[]): (Range & { readonly by: number })[] {
  const stretches: (Range & { readonly by: number })[] = [];
  let [start, by] = [0, 0];
  for (const { range, text } of [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)) {
    stretches.push({ start, end: range.start, by });
    start = range.end;
    by += text.length - (range.end - range.start);
  }
  stretches.push({ start, end: source.length, by });
  return stretches;
}

/** The chapters of a book with links to headings of these ones, in the order of the book. */
function chaptersLinkingInto(book: Book, targets: readonly Chapter[]): Chapter[] {
  const keys = new Set(targets.map(({ uri }) => fileKey(uri)));
  return linkingChapters(book)
    .filter(({ files }) => [...files].some(([file, isIntoIt]) => isIntoIt && keys.has(fileKey(file))))
    .map(({ chapter }) => chapter);
}
