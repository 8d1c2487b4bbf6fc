/**
 * A masterplan as its finished books are made from: chapters in their order with their whole content as a Markdown tree,
 * numbered by the order, with captions and the places of all codes. Every format is written from this.
 */

import type { Heading, Image, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import { type Book, booksOf } from '../book/book';
import { localLinksOf } from '../book/links';
import type { Chapter } from '../chapter/chapter';
import type { Language } from '../language/language';
import { readNumber, toRoman, withoutNumber } from '../language/numbering';
import { spanText } from '../language/years';
import type { BookKind } from '../template/template';
import { captionsOf } from './captions';
import { plainTextOf, withoutStart } from './edit-tree';
import { type ChapterTree, readTree } from './tree';
import { bookWords } from './words';

/** A finished book of a masterplan. */
export interface ManuscriptBook {
  /** Absent for chapters that belong to no book of the template. */
  readonly kind?: BookKind;
  /** Its place among the template's books, from 1: `Buku 2`. */
  readonly number?: number;
  readonly title: string;
  readonly chapters: readonly ManuscriptChapter[];
}

/** A `BAB` of a finished book: one file, or the files of the dimensions together. */
export interface ManuscriptChapter {
  readonly isAppendix: boolean;
  /** Its number, from 1; appendices are counted by themselves. */
  readonly number: number;
  /** `BAB II`, `LAMPIRAN I`. */
  readonly label: string;
  /** Without the number that its author may have typed. */
  readonly title: string;
  /** The title with its marks; its texts stand in the first part. */
  readonly heading: readonly PhrasingContent[];
  readonly parts: readonly ManuscriptPart[];
  /** Captions of tables and figures, by the table or image that they belong to. */
  readonly captions: ReadonlyMap<Table | Image, Caption>;
  /** The places of the headings in the chapter. */
  readonly headings: ReadonlyMap<Heading, HeadingPlace>;
}

/** What one file gives to a chapter. */
export interface ManuscriptPart {
  readonly chapter: Chapter;
  /** Everything below the title; frontmatter and comments are not part of it. */
  readonly content: readonly RootContent[];
  /** Definitions of footnotes that the text refers to, by label. */
  readonly footnotes: ReadonlyMap<string, readonly RootContent[]>;
  /** The file that a relative address of a link or image leads to, as a URI. */
  readonly files: ReadonlyMap<string, string>;
}

export interface HeadingPlace {
  /** 2 for the sections of a chapter, 3 for what is below, without gaps. */
  readonly level: number;
  /** `2.1`, `2.1.1`: counted, whatever its author has typed, for the number of the chapter follows its place. */
  readonly number: string;
}

export interface Caption {
  readonly kind: 'table' | 'figure';
  /** `2.1`: chapter, and place in it. */
  readonly number: string;
  /** Its place among the tables, or figures, of its chapter, from 1. */
  readonly place: number;
  readonly text: string;
  /** The words with their marks. */
  readonly children: readonly PhrasingContent[];
}

export interface Manuscript {
  readonly language: Language;
  readonly title: string;
  readonly region?: string;
  /** `2025-2034`. */
  readonly period?: string;
  readonly books: readonly ManuscriptBook[];
}

/** `Pemerintah Kabupaten Contoh`, as it stands above the title of its books. */
export function governmentOf({ region, language }: Manuscript): string | undefined {
  if (region === undefined) return undefined;
  return language === 'id' && /^(?:kabupaten|kota|provinsi)\s/i.test(region) ? `Pemerintah ${region}` : region;
}

export interface ManuscriptWishes {
  /** Ids of the books wanted; all where it is absent. Chapters without a book are wanted only with all. */
  readonly books?: readonly string[];
  /** Gantt charts stay the code that they are written in; else they become tables, which paper can show. */
  readonly keepsCharts?: boolean;
}

/** The manuscript of a masterplan. */
export function manuscriptOf(book: Book, { books: only, keepsCharts = false }: ManuscriptWishes = {}): Manuscript {
  const { settings } = book;
  const { language, template } = settings;
  const shelves = booksOf(book.chapters, settings);
  const books: { kind: BookKind | undefined; chapters: Chapter[] }[] = [];
  for (const chapter of book.chapters) {
    const kind = template.books.find(({ id }) => id === shelves.get(chapter.uri));
    if (only !== undefined && (kind === undefined || !only.includes(kind.id))) continue;
    const last = books.at(-1);
    if (last !== undefined && last.kind === kind) last.chapters.push(chapter);
    else books.push({ kind, chapters: [chapter] });
  }
  return {
    language,
    title:
      settings.title ??
      (settings.region === undefined ? 'Masterplan Smart City' : `Masterplan Smart City ${settings.region}`),
    books: books.map(({ kind, chapters }) => ({
      title: kind?.title[language] ?? settings.title ?? chapters[0]?.titleText ?? '',
      chapters: chaptersOf(chapters, book, keepsCharts),
      ...(kind === undefined
        ? {}
        : { kind, ...(template.books.length > 1 ? { number: template.books.indexOf(kind) + 1 } : {}) }),
    })),
    ...(settings.region === undefined ? {} : { region: settings.region }),
    ...(settings.period === undefined ? {} : { period: spanText(settings.period) }),
  };
}

/** A chapter whose author has typed another number before its title than the one it is given. */
export interface Renumbered {
  readonly chapter: Chapter;
  /** As typed: `BAB II`. */
  readonly typed: string;
  /** As counted: `BAB I`. */
  readonly label: string;
}

/** Chapters whose typed `BAB` number is not their place in the book: what the text says of `Bab III` may be wrong then. */
export function renumberedChapters({ books }: Manuscript): Renumbered[] {
  return books.flatMap(({ chapters }) =>
    chapters.flatMap(({ parts, number, label, isAppendix }) => {
      const [part] = parts;
      const typed = part?.chapter.title?.number;
      if (part === undefined || typed?.style !== 'chapter' || typed.values[0] === number || isAppendix) return [];
      return [{ chapter: part.chapter, typed: (part.chapter.title?.text ?? '').slice(typed.start, typed.end), label }];
    }),
  );
}

/** Files become chapters; a run of files with one dimension each becomes a single one, as planners number them. */
function chaptersOf(files: readonly Chapter[], book: Book, keepsCharts: boolean): ManuscriptChapter[] {
  const { template, language } = book.settings;
  const words = bookWords(language);
  const isDimension = (file: Chapter) => {
    const kind = template.chapters.find(({ id }) => id === file.kind);
    return kind?.required === 'per-dimension' || kind?.optional === true;
  };
  const together = template.chapters.find(({ id }) => id === 'dimensions')?.title[language] ?? words.dimensions;
  const groups: Chapter[][] = [];
  for (const file of files) {
    const last = groups.at(-1);
    // Who has typed `BAB` before a dimension's title wants a chapter of its own for it.
    const joins = (one: Chapter | undefined) =>
      one !== undefined && isDimension(one) && one.title?.number?.style !== 'chapter';
    if (last !== undefined && joins(last[0]) && joins(file)) last.push(file);
    else groups.push([file]);
  }
  const counts = { chapter: 0, appendix: 0 };
  return groups.map((group) => {
    const isAppendix = group[0]?.kind === 'appendix';
    const number = isAppendix ? ++counts.appendix : ++counts.chapter;
    const label = `${isAppendix ? words.appendix : words.chapter} ${toRoman(number)}`;
    const trees = group.map((file) => readTree(file, keepsCharts));
    const place = { isAppendix, number, label };
    return group.length === 1 ? alone(trees[0] as ChapterTree, place) : joined(trees, together, place);
  });
}

type Place = Pick<ManuscriptChapter, 'isAppendix' | 'number' | 'label'>;

function alone(tree: ChapterTree, place: Place): ManuscriptChapter {
  const heading = titleOf(tree);
  // `Lampiran` alone says no more than the label does.
  const title = plainTextOf({ type: 'paragraph', children: heading } as Paragraph).trim();
  return finished([tree], title, heading, place);
}

function joined(trees: readonly ChapterTree[], title: string, place: Place): ManuscriptChapter {
  const parts = trees.map((tree): ChapterTree => {
    const heading: Heading = { type: 'heading', depth: 2, children: titleOf(tree) };
    for (const block of tree.content) {
      if (block.type === 'heading') block.depth = Math.min(6, Math.max(3, block.depth + 1)) as Heading['depth'];
    }
    return { ...tree, content: [heading, ...tree.content] };
  });
  return finished(parts, title, [{ type: 'text', value: title }], place);
}

/** The words of a file's title without the number that was typed before it. */
function titleOf({ chapter, title }: ChapterTree): PhrasingContent[] {
  if (title === undefined)
    return [{ type: 'text', value: withoutNumber(chapter.titleText).trim() || chapter.titleText }];
  return withoutTypedNumber(title);
}

function withoutTypedNumber(heading: Heading): PhrasingContent[] {
  const words = plainTextOf(heading);
  const number = readNumber(words);
  if (number === undefined || words.slice(number.textStart).trim() === '') return heading.children;
  return withoutStart(heading.children, number.textStart);
}

function finished(
  trees: readonly ChapterTree[],
  title: string,
  heading: readonly PhrasingContent[],
  place: Place,
): ManuscriptChapter {
  const prefix = place.isAppendix ? `L${place.number}` : String(place.number);
  const headings = numberHeadings(trees, prefix);
  const { captions, paragraphs } = captionsOf(trees, prefix, title);
  const parts = trees.map(
    ({ chapter, content, footnotes }): ManuscriptPart => ({
      chapter,
      content: content.filter((block) => !paragraphs.has(block)),
      footnotes,
      files: new Map(localLinksOf(chapter).map(({ link, file }) => [link.url, file])),
    }),
  );
  return { ...place, title, heading, parts, captions, headings };
}

function numberHeadings(trees: readonly ChapterTree[], prefix: string): Map<Heading, HeadingPlace> {
  const places = new Map<Heading, HeadingPlace>();
  // Depths as written of the headings that are open: a skipped level does not make a number like `2.0.1`.
  const open: number[] = [];
  const counters: number[] = [];
  for (const { content } of trees) {
    for (const block of content) {
      if (block.type !== 'heading') continue;
      // A second heading of level 1 stands beside the title and is counted as a section of the chapter.
      const depth = Math.max(2, block.depth);
      while (open.length > 0 && (open.at(-1) as number) >= depth) open.pop();
      open.push(depth);
      counters.length = Math.min(counters.length, open.length);
      while (counters.length < open.length) counters.push(0);
      counters[open.length - 1] = (counters[open.length - 1] as number) + 1;
      block.children = withoutTypedNumber(block);
      places.set(block, { level: open.length + 1, number: headingNumber(prefix, counters) });
    }
  }
  return places;
}

/** `2.1.3.1`, and below that `a.` and `1)`: five figures in a row nobody reads. */
function headingNumber(prefix: string, counters: readonly number[]): string {
  const last = counters.at(-1) as number;
  if (counters.length <= 3) return [prefix, ...counters].join('.');
  return counters.length === 4 ? `${letters(last)}.` : `${last})`;
}

/** a, b, … z, aa, bb, …: as word processors count with letters. */
function letters(count: number): string {
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
}
