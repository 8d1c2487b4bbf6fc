/** A masterplan: its manifest and its chapters. Immutable: a changed chapter gives a new book that shares the rest. */

import type { Chapter } from '../chapter/chapter';
import { isWhollyRead } from '../chapter/unread-tables';
import { lexiconOf } from '../template/lexicon';
import type { Manifest } from '../template/manifest';
import type { Settings } from '../template/settings';
import { Attached } from '../text/memo';
import { OfEach } from './of-each';
import { folderOf } from './places';

export type { Manifest };

export interface Book {
  /** Absent for a loose chapter. */
  readonly manifest?: Manifest;
  readonly settings: Settings;
  /** In the order of the masterplan: by book, then `order`, then file name. */
  readonly chapters: readonly Chapter[];
  /** How many more chapters there may be that could not be read: what seems to be missing may stand in them. */
  readonly unread?: number;
  /** Which other files are there, by URI, as far as a host has looked (see `linkedFiles`). */
  readonly files?: ReadonlyMap<string, boolean>;
}

/** What a masterplan is called where many may be: by its title, else by its region; absent where its manifest gives neither. */
export function nameOfBook({ settings }: Pick<Book, 'settings'>): string | undefined {
  return settings.title ?? settings.region;
}

/**
 * Puts a book together.
 * @param manifest absent for a loose chapter, which is a book of its own.
 * @param settings what `resolveSettings` gave for this manifest; the chapters were read with the same ones.
 * @param chapters in any order; of two with one URI the later one counts.
 */
export function makeBook(manifest: Manifest | undefined, settings: Settings, chapters: Iterable<Chapter>): Book {
  const byUri = new Map<string, Chapter>();
  for (const chapter of chapters) byUri.set(chapter.uri, chapter);
  const ordered = inOrder([...byUri.values()], settings);
  return manifest === undefined ? { settings, chapters: ordered } : { manifest, settings, chapters: ordered };
}

/** The book with one chapter added or replaced. */
export function withChapter(book: Book, chapter: Chapter): Book {
  const at = book.chapters.findIndex((other) => other.uri === chapter.uri);
  const old = book.chapters[at];
  if (old !== undefined && sameShelf(old, chapter)) {
    const chapters = [...book.chapters];
    chapters[at] = chapter;
    booksOfChapters.set(chapters, booksOf(book.chapters, book.settings));
    return { ...book, chapters };
  }
  const others = book.chapters.filter((other) => other.uri !== chapter.uri);
  return { ...book, chapters: inOrder([...others, chapter], book.settings) };
}

/** The book with what a host knows of the files that its links lead to. */
export function withFiles(book: Book, files: ReadonlyMap<string, boolean>): Book {
  return { ...book, files };
}

/** The book without one chapter; the same book where it has none of that URI. */
export function withoutChapter(book: Book, uri: string): Book {
  if (!book.chapters.some((chapter) => chapter.uri === uri)) return book;
  const others = book.chapters.filter((chapter) => chapter.uri !== uri);
  return { ...book, chapters: inOrder(others, book.settings) };
}

const ofDimensions = new OfEach((chapter: Chapter) => {
  const isOne = chapter.parts.some(
    ({ dimension, swot, strategies }) => dimension !== undefined || swot.length > 0 || strategies.length > 0,
  );
  return isOne ? chapter : undefined;
});

/** The chapters that hold a dimension, a SWOT or strategies, in their order; the same list while none of them changes. */
export function dimensionChapters({ chapters, settings }: Book): readonly Chapter[] {
  return ofDimensions.some(chapters, settings);
}

const partlyRead = new OfEach((chapter: Chapter) => (isWhollyRead(chapter) ? undefined : true));

/** Whether anything that may hold data was left out of a chapter: what seems to be missing may stand in it. */
export function hasUnreadParts({ chapters, settings }: Book): boolean {
  return partlyRead.some(chapters, settings).length > 0;
}

/** Whether nothing changed that decides a chapter's place in the order. */
function sameShelf(a: Chapter, b: Chapter): boolean {
  const [one, other] = [a.frontmatter, b.frontmatter];
  return (
    a.kind === b.kind &&
    a.dimension === b.dimension &&
    one.book?.value === other.book?.value &&
    one.order?.value === other.order?.value
  );
}

/** The book that a chapter names, as an id: its own word first, then its kind's. `any` is left to its neighbours. */
function ownBookOf(chapter: Chapter, settings: Settings): string | undefined {
  const { template } = settings;
  const written = chapter.frontmatter.book?.value;
  if (written !== undefined) {
    const { folder } = lexiconOf(settings);
    const wanted = folder.fold(written);
    const known = template.books.find((book) =>
      [book.id, book.title.id, book.title.en, ...book.also].some((name) => folder.fold(name) === wanted),
    );
    if (known !== undefined) return known.id;
  }
  const book = template.chapters.find((kind) => kind.id === chapter.kind)?.book;
  return book === 'any' ? undefined : book;
}

const booksOfChapters = new Attached<readonly Chapter[], ReadonlyMap<string, string | undefined>>();

/**
 * The id of the book that each chapter belongs to, by URI; it does not hang on the order of the list. A chapter that may
 * stand in any book belongs to that of the chapters beside it in its folder, of the first by name where they differ;
 * nothing where that cannot be told either.
 */
export function booksOf(chapters: readonly Chapter[], settings: Settings): ReadonlyMap<string, string | undefined> {
  let books = booksOfChapters.get(chapters);
  if (books === undefined) {
    const own = new Map(chapters.map((chapter) => [chapter.uri, ownBookOf(chapter, settings)]));
    const firsts = new Map<string, string>();
    for (const [uri, book] of own) {
      if (book === undefined) continue;
      const folder = folderOf(uri);
      const first = firsts.get(folder);
      if (first === undefined || compareNames(uri, first) < 0) firsts.set(folder, uri);
    }
    books = new Map([...own].map(([uri, book]) => [uri, book ?? own.get(firsts.get(folderOf(uri)) ?? '')]));
    booksOfChapters.set(chapters, books);
  }
  return books;
}

/** Sorts the list that is given. Chapters without an `order` come last. */
function inOrder(chapters: Chapter[], settings: Settings): Chapter[] {
  const books = booksOf(chapters, settings);
  const shelf = (chapter: Chapter): number => {
    const at = settings.template.books.findIndex((book) => book.id === books.get(chapter.uri));
    return at < 0 ? settings.template.books.length : at;
  };
  const keys = new Map(
    chapters.map((chapter) => [
      chapter,
      { shelf: shelf(chapter), order: orderOf(chapter) ?? Number.POSITIVE_INFINITY },
    ]),
  );
  return chapters.sort((a, b) => {
    const [one, other] = [keys.get(a), keys.get(b)] as [
      { shelf: number; order: number },
      { shelf: number; order: number },
    ];
    return one.shelf - other.shelf || compareNumbers(one.order, other.order) || compareNames(a.uri, b.uri);
  });
}

/** What a chapter's place in its book is told from: `order` of the frontmatter, else the number at the start of the file's name. */
export function orderOf({ frontmatter, uri }: Chapter): number | undefined {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  const digits = /^\D{0,20}?(\d{1,6})/.exec(name)?.[1];
  return frontmatter.order?.value ?? (digits === undefined ? undefined : Number(digits));
}

function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

const digitsOrNot = /\d+|\D+/g;
const partsOfNames = new Map<string, readonly string[]>();

/** A name in stretches of digits and of anything else; a book is put in order again and again. */
function partsOf(name: string): readonly string[] {
  let parts = partsOfNames.get(name);
  if (parts === undefined) {
    parts = name.match(digitsOrNot) ?? [];
    if (partsOfNames.size >= 8192) partsOfNames.clear();
    partsOfNames.set(name, parts);
  }
  return parts;
}

/** Names as a planner orders them: `2-` before `10-`. */
function compareNames(a: string, b: string): number {
  const [one, other] = [partsOf(a), partsOf(b)];
  for (let i = 0; i < Math.min(one.length, other.length); i++) {
    const [x, y] = [one[i] as string, other[i] as string];
    if (x === y) continue;
    const numbers = Number(x) - Number(y);
    if (!Number.isNaN(numbers) && numbers !== 0) return numbers;
    return x < y ? -1 : 1;
  }
  return one.length - other.length || (a < b ? -1 : a > b ? 1 : 0);
}
