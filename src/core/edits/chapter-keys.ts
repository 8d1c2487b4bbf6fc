/** Keys of a chapter's frontmatter that are changed from outside its text: `order` and `status`. */

import { type Book, booksOf, orderOf, withChapter } from '../book/book';
import type { Chapter, ChapterStatus } from '../chapter/chapter';
import { readChapter } from '../chapter/read';
import { applyEdits, type FileEdit, lineEndOf, type TextEdit } from '../text/edits';

/** The edit that writes the status; nothing where it is that already, or where the frontmatter cannot be gone on with. */
export function setStatus(chapter: Chapter, status: ChapterStatus): TextEdit | undefined {
  return chapter.frontmatter.status?.value === status ? undefined : setKey(chapter, 'status', status);
}

/**
 * The edits that put a chapter in the place of another one of the same book. Only the moved chapter's `order` changes
 * where that is enough; where its file's name says it already, the key goes away again.
 * @returns nothing where both are not of one book, or a frontmatter cannot be written.
 */
export function arrangeChapter(book: Book, chapter: Chapter, place: Chapter): FileEdit[] | undefined {
  const shelves = booksOf(book.chapters, book.settings);
  const shelf = book.chapters.filter(({ uri }) => shelves.get(uri) === shelves.get(chapter.uri));
  const [from, to] = [shelf.indexOf(chapter), shelf.indexOf(place)];
  if (from < 0 || to < 0 || from === to) return undefined;
  const wanted = [...shelf];
  wanted.splice(to, 0, ...wanted.splice(from, 1));
  const uris = wanted.map(({ uri }) => uri);
  const tries: (() => FileEdit[] | undefined)[] = [
    () => orders([[chapter, undefined]]),
    () => {
      const [before, after] = [wanted[to - 1], wanted[to + 1]].map((one) => one && orderOf(one));
      if (before !== undefined && after !== undefined) return orders([[chapter, (before + after) / 2]]);
      const end = before === undefined ? (after ?? 0) - 1 : before + 1;
      return orders([[chapter, end]]);
    },
    () => orders(wanted.map((one, at) => [one, at + 1] as const)),
  ];
  for (const attempt of tries) {
    const edits = attempt();
    if (edits !== undefined && edits.length > 0 && isInOrder(book, edits, uris)) return edits;
  }
  return undefined;
}

/** The chapter's place in its book, one up (`-1`) or down (`1`). */
export function arrangeChapterBy(book: Book, chapter: Chapter, by: -1 | 1): FileEdit[] | undefined {
  const shelves = booksOf(book.chapters, book.settings);
  const shelf = book.chapters.filter(({ uri }) => shelves.get(uri) === shelves.get(chapter.uri));
  const place = shelf[shelf.indexOf(chapter) + by];
  return place && arrangeChapter(book, chapter, place);
}

function isInOrder(book: Book, edits: readonly FileEdit[], uris: readonly string[]): boolean {
  let after = book;
  for (const { uri, edits: ofFile } of edits) {
    const chapter = book.chapters.find((one) => one.uri === uri);
    if (chapter === undefined) return false;
    after = withChapter(after, readChapter(chapter.uri, applyEdits(chapter.source, ofFile), book.settings));
  }
  const wanted = new Set(uris);
  return after.chapters.every(({ uri }) => book.chapters.some((one) => one.uri === uri)) && sameOrder();

  function sameOrder(): boolean {
    const now = after.chapters.map(({ uri }) => uri).filter((uri) => wanted.has(uri));
    return now.join('\n') === uris.join('\n');
  }
}

function orders(wishes: readonly (readonly [Chapter, number | undefined])[]): FileEdit[] | undefined {
  const edits: FileEdit[] = [];
  for (const [chapter, order] of wishes) {
    if (chapter.frontmatter.order?.value === order) continue;
    const edit = setKey(chapter, 'order', order === undefined ? undefined : String(order));
    if (edit === undefined) return undefined;
    edits.push({ uri: chapter.uri, edits: [edit] });
  }
  return edits;
}

/** @param value absent: the key's line goes. */
function setKey(chapter: Chapter, key: 'order' | 'status', value: string | undefined): TextEdit | undefined {
  const { frontmatter, source, lines } = chapter;
  const there = frontmatter.keys.filter((one) => one.value === key);
  const written = frontmatter[key];
  if (there.length > 1 || (there.length === 1) !== (written !== undefined)) return undefined;
  if (written !== undefined) {
    if (value !== undefined) return { range: { start: written.range.start, end: written.range.end }, text: value };
    const line = lines.lineAt(written.range.start);
    const range = { start: lines.startOf(line), end: lines.startOf(line + 1) };
    const text = source.slice(range.start, range.end);
    return new RegExp(`^${key}[ \\t]*:[^#\\r\\n]*\\r?\\n$`).test(text) ? { range, text: '' } : undefined;
  }
  const last = frontmatter.keys.findLast((one) => ['chapter', 'dimension', 'title', 'book'].includes(one.value));
  if (value === undefined || last === undefined) return undefined;
  const line = lines.lineAt(last.range.start);
  // Only where the key has its own line; within `{…}` or with a value of several lines nothing is put in between.
  if (!/^[a-z]+[ \t]*:[ \t]*[^\s|>{[&*!][^\r\n]*$/.test(source.slice(lines.startOf(line), lines.endOf(line)))) {
    return undefined;
  }
  const at = lines.endOf(line);
  return { range: { start: at, end: at }, text: `${lineEndOf(source)}${key}: ${value}` };
}
