/** The finished books as one HTML file: no network, no script, with navigation, and right on paper (A4). */

import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Heading, Image, RootContent, Table, Text } from 'mdast';
import { type Handlers, toHast } from 'mdast-util-to-hast';
import type { Book } from '../book/book';
import { toRoman } from '../language/numbering';
import { type CodeMark, codeMarks, piecesOf } from './codes';
import type { Manuscript, ManuscriptBook, ManuscriptChapter } from './manuscript';
import { type BookWords, bookWords } from './words';

/** An image that a host has read: its bytes as a `data:` address. */
export type ImageAddresses = ReadonlyMap<string, string>;

/** Number of columns from which a table is given a page on its side. */
export const wideTable = 7;

/**
 * A manuscript as one HTML document.
 * @param images addresses by what the chapters write; an image that is not among them keeps its words only.
 */
export function writeHtml(book: Book, manuscript: Manuscript, images: ImageAddresses = new Map()): string {
  const marks = codeMarks(book);
  const { language } = manuscript;
  const name = bookWords(language);
  const parts = manuscript.books.map((one, place) => bookElement(one, place, manuscript, marks, images, name));
  const body: ElementContent[] = [
    element('nav', { className: ['contents'], ariaLabel: name.contents }, [
      element('h2', {}, [text(name.contents)]),
      ...manuscript.books.map((one, place) => contentsOf(one, place, manuscript, name)),
    ]),
    element('main', {}, parts),
  ];
  const root: HtmlRoot = {
    type: 'root',
    children: [
      { type: 'doctype' },
      element('html', { lang: language }, [
        element('head', {}, [
          element('meta', { charSet: 'utf-8' }),
          element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          element('title', {}, [text(manuscript.title)]),
          element('style', {}, [text(style)]),
        ]),
        element('body', {}, body),
      ]),
    ],
  };
  return `${toHtml(root)}\n`;
}

function text(value: string): { type: 'text'; value: string } {
  return { type: 'text', value };
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children };
}

/** The id of a chapter in the document. */
function chapterId(book: number, chapter: ManuscriptChapter): string {
  return `bab-${book + 1}-${chapter.number}`;
}

function contentsOf(book: ManuscriptBook, place: number, manuscript: Manuscript, name: BookWords): Element {
  const chapters = book.chapters.map((chapter) =>
    element('li', {}, [
      element('a', { href: `#${chapterId(place, chapter)}` }, [
        text(`${name.chapter} ${toRoman(chapter.number)} ${chapter.title}`),
      ]),
    ]),
  );
  const list = element('ol', {}, chapters);
  return manuscript.books.length === 1 ? list : element('section', {}, [element('h3', {}, [text(book.title)]), list]);
}

function bookElement(
  book: ManuscriptBook,
  place: number,
  manuscript: Manuscript,
  marks: ReturnType<typeof codeMarks>,
  images: ImageAddresses,
  name: BookWords,
): Element {
  const cover = element('header', { className: ['cover'] }, [
    ...(manuscript.region === undefined ? [] : [element('p', { className: ['region'] }, [text(manuscript.region)])]),
    element('h1', {}, [text(manuscript.title)]),
    element('p', { className: ['book'] }, [text(book.title)]),
    ...(manuscript.period === undefined ? [] : [element('p', { className: ['period'] }, [text(manuscript.period)])]),
  ]);
  const chapters = book.chapters.map((chapter) =>
    element('article', { id: chapterId(place, chapter) }, [
      element('h2', { className: ['chapter'] }, [
        element('span', {}, [text(`${name.chapter} ${toRoman(chapter.number)}`)]),
        text(' '),
        text(chapter.title),
      ]),
      ...chapterElements(
        chapter,
        `b${place + 1}c${chapter.number}-`,
        marks.get(chapter.chapter.uri) ?? [],
        images,
        name,
      ),
    ]),
  );
  return element('section', { className: ['book'] }, [cover, ...chapters]);
}

function chapterElements(
  chapter: ManuscriptChapter,
  prefix: string,
  marks: readonly CodeMark[],
  images: ImageAddresses,
  name: BookWords,
): ElementContent[] {
  const handlers: Handlers = {
    text: (_, node: Text) =>
      piecesOf(node, chapter.chapter, marks).map(({ value, mark }) => {
        if (mark === undefined) return text(value);
        return mark.isDefinition
          ? element('span', { id: mark.anchor, className: ['code'] }, [text(value)])
          : element('a', { href: `#${mark.anchor}`, className: ['code'] }, [text(value)]);
      }),
    heading: (state, node: Heading) =>
      // The book's title is of level 1 and the chapter's of level 2: what stands below is one level lower.
      element(`h${Math.min(6, Math.max(3, node.depth + 1))}`, {}, [
        text(`${chapter.headingNumbers.get(node) ?? ''} `),
        ...(state.all(node) as ElementContent[]),
      ]),
    image: (_, node: Image) => {
      const address = images.get(node.url);
      const caption = chapter.captions.get(node);
      const words = `${name.figure} ${caption?.number ?? ''} ${caption?.text ?? node.alt ?? ''}`;
      return element('span', { className: ['figure'] }, [
        ...(address === undefined ? [] : [element('img', { src: address, alt: node.alt ?? '' })]),
        element('span', { className: ['caption'] }, [text(words)]),
      ]);
    },
    html: (_, node: { value: string }) => {
      // HTML of the author is shown as its words, never run; line breaks in cells are the one thing it is used for.
      if (/^<br\s*\/?>$/i.test(node.value)) return element('br', {});
      const plain = node.value.replace(/<!--[\s\S]*?-->/g, '').replace(/<[^>]*>/g, '');
      return plain.trim() === '' ? undefined : text(plain);
    },
  };
  const content: RootContent[] = [
    ...chapter.content,
    ...[...chapter.footnotes].map(([identifier, children]) => ({
      type: 'footnoteDefinition' as const,
      identifier,
      label: identifier,
      children: children as never,
    })),
  ];
  const tree = toHast({ type: 'root', children: content }, { handlers, clobberPrefix: prefix, footnoteLabel: ' ' });
  const tables = chapter.content.filter((block): block is Table => block.type === 'table');
  let next = 0;
  return (tree as HtmlRoot).children.flatMap((child): ElementContent[] => {
    if (child.type === 'doctype') return [];
    if (child.type !== 'element' || child.tagName !== 'table') return [child as ElementContent];
    const table = tables[next++];
    const caption = table === undefined ? undefined : chapter.captions.get(table);
    if (caption !== undefined)
      child.children.unshift(element('caption', {}, [text(`${name.table} ${caption.number} ${caption.text}`)]));
    const isWide = (table?.children[0]?.children.length ?? 0) >= wideTable;
    return [element('div', { className: isWide ? ['table', 'wide'] : ['table'] }, [child])];
  });
}

const style = `
:root { color-scheme: light; --ink: #1c2430; --soft: #5b6675; --line: #cfd6de; --accent: #0b5394; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; font: 16px/1.6 "Segoe UI", "Noto Sans", Arial, sans-serif; display: grid; grid-template-columns: 20rem minmax(0, 1fr); }
nav.contents { position: sticky; top: 0; align-self: start; height: 100vh; overflow: auto; padding: 1.5rem; border-right: 1px solid var(--line); font-size: .9rem; }
nav.contents h2, nav.contents h3 { font-size: 1rem; margin: 0 0 .5rem; }
nav.contents h3 { margin-top: 1.2rem; color: var(--soft); }
nav.contents ol { list-style: none; margin: 0; padding: 0; }
nav.contents li { margin: .3rem 0; }
main { padding: 2rem clamp(1rem, 4vw, 4rem); max-width: 70rem; }
a { color: var(--accent); text-decoration: none; }
a:hover, a:focus-visible { text-decoration: underline; }
.cover { text-align: center; padding: 6rem 0; border-bottom: 1px solid var(--line); margin-bottom: 3rem; }
.cover h1 { font-size: 2rem; line-height: 1.25; margin: .5rem 0 1rem; }
.cover .region { text-transform: uppercase; letter-spacing: .12em; color: var(--soft); }
.cover .book { font-size: 1.25rem; }
h2.chapter { text-align: center; text-transform: uppercase; font-size: 1.4rem; margin: 3rem 0 2rem; }
h2.chapter span { display: block; }
h3 { font-size: 1.2rem; margin: 2rem 0 .75rem; } h4 { font-size: 1.05rem; } h5, h6 { font-size: 1rem; }
.table { overflow-x: auto; margin: 1.25rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption, .caption { caption-side: top; text-align: center; font-size: .9rem; color: var(--soft); padding: .4rem; }
th, td { border: 1px solid var(--line); padding: .4rem .55rem; text-align: left; vertical-align: top; }
th { background: #eef2f6; }
.figure { display: block; text-align: center; } .figure img { max-width: 100%; } .figure .caption { display: block; }
blockquote { margin: 1rem 0; padding: .25rem 1rem; border-left: 3px solid var(--line); color: var(--soft); }
pre { overflow-x: auto; padding: .75rem; background: #f5f7f9; font-size: .85rem; }
.footnotes { font-size: .85rem; border-top: 1px solid var(--line); margin-top: 2rem; }
.sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media (max-width: 60rem) { body { display: block; } nav.contents { position: static; height: auto; border: 0; border-bottom: 1px solid var(--line); } }
@page { size: A4; margin: 2.5cm 2.5cm 2.5cm 3cm; @bottom-center { content: counter(page); } }
@page wide { size: A4 landscape; margin: 2cm; }
@media print {
  body { display: block; font: 11pt/1.5 "Times New Roman", "Liberation Serif", serif; }
  nav.contents { position: static; height: auto; border: 0; break-after: page; }
  main { padding: 0; max-width: none; }
  .cover { break-after: page; border: 0; padding-top: 30%; }
  article { break-before: page; }
  a { color: inherit; }
  .table { overflow: visible; } .table.wide { page: wide; }
  thead { display: table-header-group; } tr { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
}
`;
