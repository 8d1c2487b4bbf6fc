/** The finished books as one HTML file: no network, no script, with navigation, and right on paper (A4). */

import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Heading, Html, Image, Link, PhrasingContent, RootContent, Table, Text } from 'mdast';
import { defaultHandlers, type Handlers, type State, toHast } from 'mdast-util-to-hast';
import type { Book } from '../book/book';
import { type CodeMark, codeMarks, piecesOf } from './codes';
import { htmlStyle } from './html-style';
import { htmlWords } from './html-words';
import { imageKey, insteadOfImage } from './images';
import {
  type Caption,
  governmentOf,
  type Manuscript,
  type ManuscriptBook,
  type ManuscriptChapter,
  type ManuscriptPart,
} from './manuscript';
import { isWebAddress, placesOf } from './places';
import { stretchesOf } from './stretches';
import { alignmentsOf, columnsOf, hasTitles, isFilled, isWide, unbroken, wordsIn } from './tables';
import { type BookWords, bookWords } from './words';

export interface HtmlWishes {
  /** `data:` addresses by `imageKey`; an image that is not among them is said to be missing at its place. */
  readonly images?: ReadonlyMap<string, string>;
  /** Images that are there, but that browsers do not show, by `imageKey`. */
  readonly unshown?: ReadonlySet<string>;
  /**
   * For print: the page numbers in the contents and lists, by the place that a line leads to. There is room for them
   * where they are not known yet, so that the same stands on every page once they are.
   */
  readonly pages?: ReadonlyMap<string, string>;
}

/**
 * A manuscript as one HTML document with all its books.
 * @returns the document's text, to be written as UTF-8.
 */
export function writeHtml(book: Book, manuscript: Manuscript, wishes: HtmlWishes = {}): string {
  const writer = new HtmlWriter(book, manuscript, wishes);
  return `${toHtml(writer.document())}\n`;
}

/**
 * The page numbers of a printed book as they stand at the foot of its pages: the body begins with 1.
 * @param places of a PDF of this manuscript with a single book, pages from 0.
 */
export function printedPages({ books }: Manuscript, places: ReadonlyMap<string, number>): Map<string, string> {
  const chapter = books[0]?.chapters[0];
  const first = chapter && places.get(chapterId(chapter, 0));
  const pages = new Map<string, string>();
  if (first === undefined) return pages;
  for (const [id, page] of places) if (page >= first) pages.set(id, String(page - first + 1));
  return pages;
}

function text(value: string): { type: 'text'; value: string } {
  return { type: 'text', value };
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children };
}

/** Blocks, those among them that stand on pages on their side, and the title of the chapter. */
type Wrapped = Upright | { readonly type: 'side'; readonly children: readonly Upright[] };
type Upright = RootContent | { readonly type: 'chapterTitle'; readonly children: readonly PhrasingContent[] };

/** A line of the contents. */
interface Line {
  readonly id: string;
  readonly words: string;
  readonly below: readonly Line[];
}

class HtmlWriter {
  private readonly words: BookWords;
  private readonly marks: ReadonlyMap<string, readonly CodeMark[]>;
  private readonly places: ReadonlyMap<string, string>;

  constructor(
    book: Book,
    private readonly manuscript: Manuscript,
    private readonly wishes: HtmlWishes,
  ) {
    this.words = bookWords(manuscript.language);
    const parts = manuscript.books.flatMap(({ chapters }) => chapters.flatMap((chapter) => chapter.parts));
    this.marks = codeMarks(
      book,
      parts.map(({ chapter }) => chapter),
    );
    this.places = placesOf(parts);
  }

  document(): HtmlRoot {
    const { manuscript, words } = this;
    const { books, language } = manuscript;
    const title = books.length === 1 && books[0] ? `${manuscript.title}: ${books[0].title}` : manuscript.title;
    return {
      type: 'root',
      children: [
        { type: 'doctype' },
        element('html', { lang: language }, [
          element('head', {}, [
            element('meta', { charSet: 'utf-8' }),
            element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
            element('title', {}, [text(title)]),
            element('style', {}, [text(htmlStyle + runningHead(manuscript))]),
          ]),
          element('body', {}, [
            element('nav', { className: ['contents'], ariaLabel: words.contents }, [
              element('h2', {}, [text(words.contents)]),
              ...books.flatMap((one, place) => [
                ...(books.length === 1 ? [] : [element('h3', {}, [text(bookName(one, words))])]),
                listOf(this.contentsOf(one, place), 2),
              ]),
            ]),
            element(
              'main',
              {},
              books.map((one, place) => this.book(one, place)),
            ),
          ]),
        ]),
      ],
    };
  }

  private book(one: ManuscriptBook, place: number): Element {
    const { manuscript, words } = this;
    const line = (value: string | undefined, className: string) =>
      value === undefined ? [] : [element('p', { className: [className] }, [text(value)])];
    const cover = element('header', { className: ['cover'] }, [
      ...line(governmentOf(manuscript), 'region'),
      element('h1', {}, [text(manuscript.title)]),
      ...line(one.number === undefined ? undefined : `${words.book} ${one.number}`, 'number'),
      ...line(one.title, 'title'),
      ...line(manuscript.period?.replace('-', '–'), 'period'),
    ]);
    return element('section', { className: ['book'] }, [
      cover,
      this.frontMatter(one, place),
      ...one.chapters.map((chapter) => this.chapter(chapter, place)),
    ]);
  }

  /** Contents and lists for paper; on the screen the navigation stands for them. */
  private frontMatter(one: ManuscriptBook, place: number): Element {
    const { words } = this;
    const list = (title: string, kind: Caption['kind']) => {
      const lines = one.chapters.flatMap(({ captions }) =>
        [...captions.values()]
          .filter((caption) => caption.kind === kind)
          .map((caption) => this.captionLine(caption, place)),
      );
      return lines.length === 0 ? [] : [element('h2', {}, [text(title)]), listOf(lines, 1, this.wishes.pages)];
    };
    return element('section', { className: ['front'], ariaHidden: 'true' }, [
      element('h2', {}, [text(words.contents)]),
      listOf(this.contentsOf(one, place), 3, this.wishes.pages),
      ...list(words.tables, 'table'),
      ...list(words.figures, 'figure'),
    ]);
  }

  private captionLine(caption: Caption, place: number): Line {
    return { id: captionId(caption, place), words: this.captionWords(caption), below: [] };
  }

  private captionWords({ kind, number, text: words }: Caption): string {
    return `${this.words[kind]} ${number} ${words}`;
  }

  private contentsOf(one: ManuscriptBook, place: number): Line[] {
    return one.chapters.map((chapter) => {
      const below: (Line & { below: Line[] })[] = [];
      for (const [heading, { level, number }] of chapter.headings) {
        const line = { id: headingId(number, chapter, place), words: `${number} ${wordsOf(heading)}`, below: [] };
        if (level === 2) below.push(line);
        else if (level === 3) below.at(-1)?.below.push(line);
      }
      return { id: chapterId(chapter, place), words: `${chapter.label} ${chapter.title}`, below };
    });
  }

  private chapter(chapter: ManuscriptChapter, place: number): Element {
    const stretches = stretchesOf(chapter);
    return element(
      'article',
      { id: chapterId(chapter, place) },
      chapter.parts.flatMap((part, at) => {
        const content = stretches.flatMap(({ onItsSide, blocks }): Wrapped[] => {
          const own = blocks.filter((placed) => placed.part === part).map(({ block }) => block);
          return onItsSide && own.length > 0 ? [{ type: 'side', children: own }] : own;
        });
        if (at === 0) return this.blocks(withTitle(content, chapter), chapter, part, place);
        const blocks = this.blocks(content, chapter, part, place);
        return [element('a', { ...idOf(this.places.get(part.chapter.uri)), className: ['place'] }), ...blocks];
      }),
    );
  }

  private blocks(
    blocks: readonly Wrapped[],
    chapter: ManuscriptChapter,
    part: ManuscriptPart,
    place: number,
  ): ElementContent[] {
    const definitions = [...part.footnotes].map(
      ([identifier, children]): RootContent => ({
        type: 'footnoteDefinition',
        identifier,
        label: identifier,
        children: [...children] as never,
      }),
    );
    const tree = toHast(
      { type: 'root', children: [...blocks, ...definitions] as RootContent[] },
      {
        handlers: this.handlers(chapter, part, place),
        clobberPrefix: `${this.places.get(part.chapter.uri) ?? 'berkas'}-`,
        footnoteLabel: this.words.footnotes,
        footnoteBackLabel: this.words.back,
      },
    ) as HtmlRoot;
    const children = tree.children.filter((child): child is ElementContent => child.type !== 'doctype');
    nameFootnotes(children, this.places.get(part.chapter.uri) ?? 'berkas');
    return children;
  }

  private handlers(chapter: ManuscriptChapter, part: ManuscriptPart, place: number): Handlers {
    const marks = this.marks.get(part.chapter.uri) ?? [];
    const own = {
      chapterTitle: (state: State, node: never) =>
        element('h2', { className: ['chapter'], ...idOf(this.places.get(part.chapter.uri)) }, [
          element('span', { className: ['label'] }, [text(chapter.label)]),
          text(' '),
          ...(state.all(node) as ElementContent[]),
        ]),
      side: (state: State, node: never) =>
        element('div', { className: ['side'] }, state.wrap(state.all(node), true) as ElementContent[]),
    };
    return {
      ...(own as Handlers),
      text: (_, node: Text, parent: { type: string } | undefined) => {
        // Within a link there cannot be another one.
        if (parent?.type === 'link') return text(node.value);
        return piecesOf(node, part.chapter, marks).map((piece) => {
          const { mark } = piece;
          const value = unbroken(piece.value);
          if (mark === undefined) return text(value);
          return mark.isDefinition
            ? element('span', { id: mark.anchor, className: ['code'] }, [text(value)])
            : element('a', { href: `#${mark.anchor}`, className: ['code'] }, [text(value)]);
        });
      },
      heading: (state, node: Heading) => {
        const at = chapter.headings.get(node);
        // The book's title is of level 1 and the chapter's of level 2: what stands below is one level lower.
        return element(
          `h${Math.min(6, (at?.level ?? Math.max(2, node.depth)) + 1)}`,
          at === undefined ? {} : { id: headingId(at.number, chapter, place) },
          [...(at === undefined ? [] : [text(`${at.number} `)]), ...(state.all(node) as ElementContent[])],
        );
      },
      link: (state, node: Link) => {
        const file = part.files.get(node.url);
        const anchor = file === undefined ? undefined : this.places.get(file);
        const href = anchor === undefined ? (isWebAddress(node.url) ? node.url : undefined) : `#${anchor}`;
        const children = state.all(node) as ElementContent[];
        return href === undefined ? children : element('a', { href }, children);
      },
      image: (_, node: Image) => {
        const key = imageKey(part.chapter, node.url);
        const address = this.wishes.images?.get(key);
        const caption = chapter.captions.get(node);
        const alt = node.alt ?? '';
        const instead = insteadOfImage(this.manuscript, node.url, this.wishes.unshown?.has(key) ?? false);
        const picture =
          address === undefined
            ? element('span', { className: ['missing'] }, [text(caption === undefined && alt !== '' ? alt : instead)])
            : element('img', { src: address, alt });
        if (caption === undefined) return picture;
        return element('span', { className: ['figure'], id: captionId(caption, place) }, [
          picture,
          element('span', { className: ['caption'] }, [text(this.captionWords(caption))]),
        ]);
      },
      table: (state, node: Table) => {
        // The library writes as many cells of a row as there are alignments; a row may have more.
        const align = Array.from({ length: columnsOf(node) }, (_, column) => node.align?.[column] ?? null);
        const made = defaultHandlers.table(state, { ...node, align }) as Element;
        return this.table(made, node, chapter, place);
      },
      html: (_, node: Html) => {
        // HTML of the author is shown as its words, never run; line breaks in cells are the one thing it is used for.
        if (/^<br\s*\/?>$/i.test(node.value)) return element('br', {});
        const lines = htmlWords(node.value);
        return lines.flatMap((line, at): ElementContent[] =>
          at === 0 ? [text(line)] : [element('br', {}), text(line)],
        );
      },
    };
  }

  private table(made: Element, table: Table, chapter: ManuscriptChapter, place: number): Element {
    const caption = chapter.captions.get(table);
    const alignments = alignmentsOf(table);
    const words = wordsIn(table);
    const rows = made.children
      .flatMap((group) => (group.type === 'element' ? group.children : []))
      .filter((row): row is Element => row.type === 'element');
    const isTitled = hasTitles(table);
    for (const [at, row] of rows.entries()) {
      const cells = row.children.filter((cell): cell is Element => cell.type === 'element');
      for (const [column, cell] of cells.entries()) {
        const classes = [
          ...(at > 0 && alignments[column] !== 'left' ? [alignments[column] as string] : []),
          ...(at > 0 && isFilled(words[at]?.[column] ?? '') ? ['filled'] : []),
        ];
        delete cell.properties.align;
        if (!isTitled) cell.tagName = 'td';
        if (classes.length > 0) cell.properties.className = classes;
      }
    }
    if (caption !== undefined) {
      made.children.unshift(element('caption', { id: captionId(caption, place) }, [text(this.captionWords(caption))]));
    }
    return element('div', { className: isWide(table) ? ['table', 'wide'] : ['table'], tabIndex: 0 }, [made]);
  }
}

/** The title stands above the blocks; where these begin with a page on its side, on that. */
function withTitle([first, ...rest]: readonly Wrapped[], { heading }: ManuscriptChapter): Wrapped[] {
  const title: Upright = { type: 'chapterTitle', children: heading };
  if (first === undefined) return [title];
  return first.type === 'side'
    ? [{ ...first, children: [title, ...first.children] }, ...rest]
    : [title, first, ...rest];
}

function bookName({ number, title }: ManuscriptBook, words: BookWords): string {
  return number === undefined ? title : `${words.book} ${number}: ${title}`;
}

function wordsOf(heading: Heading): string {
  const words = (node: unknown): string => {
    const { type, value, children } = node as { type: string; value?: string; children?: readonly unknown[] };
    if (type === 'html') return '';
    return value ?? (children ?? []).map(words).join('');
  };
  return words(heading).replace(/\s+/g, ' ').trim();
}

/** @param place of the book among the books of the document, from 0. */
function chapterId({ isAppendix, number }: ManuscriptChapter, place: number): string {
  return `buku-${place + 1}-${isAppendix ? 'lampiran' : 'bab'}-${number}`;
}

function headingId(number: string, chapter: ManuscriptChapter, place: number): string {
  return `${chapterId(chapter, place)}-${number.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/-$/, '')}`;
}

function captionId({ kind, number }: Caption, place: number): string {
  return `buku-${place + 1}-${kind === 'table' ? 'tabel' : 'gambar'}-${number.replace('.', '-')}`;
}

/**
 * @param depth how many levels are shown.
 * @param pages what stands at the ends of the lines; without it they have none.
 */
function listOf(lines: readonly Line[], depth: number, pages?: ReadonlyMap<string, string>): Element {
  return element(
    'ol',
    {},
    lines.map(({ id, words, below }) =>
      element('li', {}, [
        element('a', { href: `#${id}` }, pages === undefined ? [text(words)] : numbered(words, pages.get(id) ?? '')),
        ...(depth > 1 && below.length > 0 ? [listOf(below, depth - 1, pages)] : []),
      ]),
    ),
  );
}

function numbered(words: string, page: string): ElementContent[] {
  return [
    element('span', { className: ['words'] }, [text(words)]),
    element('span', { className: ['dots'] }),
    element('span', { className: ['page'] }, [text(page)]),
  ];
}

/** What stands at the head of the printed pages of the body; the book's title where there is only one. */
function runningHead({ title, books }: Manuscript): string {
  const [one, second] = books;
  const right = one === undefined || second !== undefined ? '' : one.title;
  return `@page { @top-left { content: ${cssText(title)} } @top-right { content: ${cssText(right)} } }\n`;
}

/** Text as a style sheet writes it; nothing in it ends the text or the sheet. */
function cssText(value: string): string {
  return `"${value.replace(/[^\p{L}\p{N} .,:]/gu, (letter) => `\\${letter.codePointAt(0)?.toString(16)} `)}"`;
}

function idOf(id: string | undefined): { id: string } | Record<string, never> {
  return id === undefined ? {} : { id };
}

/** The library gives the heading of the footnotes one name; a document with several chapters has several of them. */
function nameFootnotes(elements: readonly ElementContent[], prefix: string): void {
  for (const one of elements) {
    if (one.type !== 'element') continue;
    if (one.properties.id === 'footnote-label') one.properties.id = `${prefix}-footnote-label`;
    if (one.properties.ariaDescribedBy !== undefined) one.properties.ariaDescribedBy = [`${prefix}-footnote-label`];
    nameFootnotes(one.children, prefix);
  }
}
