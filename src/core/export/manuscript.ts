/**
 * A masterplan as its finished books are made from: chapters in their order with their whole content as a Markdown tree,
 * numbered by the order, with captions and the places of all codes. Every format is written from this.
 */

import type { Heading, Image, Paragraph, Root, RootContent, Table } from 'mdast';
import { toString as plainTextOf } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { type Book, booksOf } from '../book/book';
import type { Chapter } from '../chapter/chapter';
import { headingAttribute } from '../chapter/sections';
import type { Language } from '../language/language';
import { withoutNumber } from '../language/numbering';
import { spanText } from '../language/years';
import type { BookKind } from '../template/template';

/** A finished book of a masterplan. */
export interface ManuscriptBook {
  /** Absent for chapters that belong to no book of the template. */
  readonly kind?: BookKind;
  readonly title: string;
  readonly chapters: readonly ManuscriptChapter[];
}

export interface ManuscriptChapter {
  readonly chapter: Chapter;
  /** `BAB` number in its book, from 1. */
  readonly number: number;
  /** Without the number that its author may have typed. */
  readonly title: string;
  /** Everything below the title; frontmatter and comments are not part of it. */
  readonly content: readonly RootContent[];
  /** Captions of tables and figures, by the table or image that they belong to. */
  readonly captions: ReadonlyMap<Table | Image, Caption>;
  /** Numbers of the headings, `2.1`, by heading. */
  readonly headingNumbers: ReadonlyMap<Heading, string>;
  /** Definitions of footnotes, by label. */
  readonly footnotes: ReadonlyMap<string, readonly RootContent[]>;
}

export interface Caption {
  readonly kind: 'table' | 'figure';
  /** `2.1`: chapter, and place in it. */
  readonly number: string;
  readonly text: string;
}

export interface Manuscript {
  readonly language: Language;
  readonly title: string;
  readonly region?: string;
  /** `2025-2034`. */
  readonly period?: string;
  readonly books: readonly ManuscriptBook[];
}

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm);

/**
 * The manuscript of a masterplan.
 * @param only ids of the books wanted; all where it is absent.
 */
export function manuscriptOf(book: Book, only?: readonly string[]): Manuscript {
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
      chapters: chapters.map((chapter, place) => readChapter(chapter, place + 1)),
      ...(kind === undefined ? {} : { kind }),
    })),
    ...(settings.region === undefined ? {} : { region: settings.region }),
    ...(settings.period === undefined ? {} : { period: spanText(settings.period) }),
  };
}

function readChapter(chapter: Chapter, number: number): ManuscriptChapter {
  const root = treeOf(chapter);
  const titlePlace = chapter.title?.heading.start;
  const content: RootContent[] = [];
  const footnotes = new Map<string, readonly RootContent[]>();
  let title = chapter.titleText;
  for (const block of root.children) {
    if (block.type === 'yaml' || (block.type === 'html' && isComment(block.value))) continue;
    if (block.type === 'footnoteDefinition') {
      footnotes.set(block.identifier, block.children);
    } else if (block.type === 'heading' && block.position?.start.offset === titlePlace) {
      title = chapter.title?.text ?? title;
    } else {
      content.push(block);
    }
  }
  withoutAttributes(chapter, content);
  const captions = captionsOf(chapter, content, number);
  const captionParagraphs = new Set(captions.paragraphs);
  return {
    chapter,
    number,
    title: withoutNumber(title).trim() || title,
    content: content.filter((block) => !captionParagraphs.has(block as Paragraph)),
    captions: captions.captions,
    headingNumbers: numbersOf(content, number),
    footnotes,
  };
}

/** A chapter that was read only in part is not given to the parser: its text is kept line by line, and nothing is lost. */
function treeOf(chapter: Chapter): Root {
  // A byte-order mark is one character of the source that the parser drops: offsets are moved back onto the source.
  const mark = chapter.source.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (chapter.excess.length === 0) {
    const root = processor.parse(chapter.source.slice(mark));
    if (mark > 0) shift(root, mark);
    return root;
  }
  const from = chapter.frontmatter.range.end;
  const lines = chapter.source.slice(from).split(/\r\n?|\n/);
  return {
    type: 'root',
    children: lines
      .filter((line) => line.trim() !== '')
      .map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
  };
}

interface Positioned {
  position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined;
  children?: readonly unknown[];
}

function shift(tree: Positioned, by: number): void {
  if (tree.position?.start.offset !== undefined) tree.position.start.offset += by;
  if (tree.position?.end.offset !== undefined) tree.position.end.offset += by;
  for (const child of tree.children ?? []) shift(child as Positioned, by);
}

function isComment(html: string): boolean {
  return html.replace(/<!--[\s\S]*?-->/g, '').trim() === '';
}

/** `{#swot}` at the end of a heading speaks to the tool, not to the reader. */
function withoutAttributes(chapter: Chapter, content: readonly RootContent[]): void {
  const attributed = new Set<number>();
  const look = (sections: Chapter['sections']) => {
    for (const section of sections) {
      if (headingAttribute(chapter.source, section.heading).id !== undefined) attributed.add(section.heading.start);
      look(section.children);
    }
  };
  look(chapter.sections);
  for (const block of content) {
    if (block.type !== 'heading' || !attributed.has(block.position?.start.offset ?? -1)) continue;
    const last = block.children.at(-1);
    if (last?.type === 'text') last.value = last.value.replace(/\s*\{#[^{}]*\}\s*$/, '');
  }
}

/** `2.1`, `2.1.1`: counted, whatever its author has typed, for the number of the chapter follows its place. */
function numbersOf(content: readonly RootContent[], chapter: number): Map<Heading, string> {
  const numbers = new Map<Heading, string>();
  const counters: number[] = [];
  for (const block of content) {
    if (block.type !== 'heading') continue;
    // A second heading of level 1 stands beside the title and is counted as a section of the chapter.
    const depth = Math.max(0, block.depth - 2);
    counters.length = Math.min(counters.length, depth + 1);
    while (counters.length <= depth) counters.push(0);
    counters[depth] = (counters[depth] as number) + 1;
    numbers.set(block, [chapter, ...counters.map((count) => Math.max(1, count))].join('.'));
  }
  return numbers;
}

const typedCaption = /^\s*(?:tabel|table|gambar|figure)\s*[\d.]*\d?[.:)]?\s*[-–—:.]?\s*/i;

/** A paragraph right above a table that says `Tabel 2.1 …` is its caption; an image's words are the figure's. */
function captionsOf(
  chapter: Chapter,
  content: readonly RootContent[],
  number: number,
): { captions: Map<Table | Image, Caption>; paragraphs: Paragraph[] } {
  const captions = new Map<Table | Image, Caption>();
  const paragraphs: Paragraph[] = [];
  let tables = 0;
  let figures = 0;
  let heading = chapter.titleText;
  for (const [place, block] of content.entries()) {
    if (block.type === 'heading') heading = withoutNumber(plainTextOf(block)).trim();
    if (block.type === 'table') {
      const above = content[place - 1];
      const words = above?.type === 'paragraph' ? plainTextOf(above) : '';
      const isCaption =
        above?.type === 'paragraph' && /^\s*(?:tabel|table)\s+[\dIVX]/i.test(words) && words.length < 200;
      if (isCaption) paragraphs.push(above);
      const text = isCaption ? words.replace(typedCaption, '').trim() : heading;
      captions.set(block, { kind: 'table', number: `${number}.${++tables}`, text: text === '' ? heading : text });
    }
    for (const image of imagesIn(block)) {
      const text = (image.alt ?? '').replace(typedCaption, '').trim();
      captions.set(image, { kind: 'figure', number: `${number}.${++figures}`, text: text === '' ? heading : text });
    }
  }
  return { captions, paragraphs };
}

function* imagesIn(block: unknown): Iterable<Image> {
  const { type, children } = block as { type: string; children?: readonly unknown[] };
  if (type === 'image') yield block as Image;
  for (const child of children ?? []) yield* imagesIn(child);
}
