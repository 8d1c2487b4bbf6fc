/** The order of the chapters, and the book that each of them belongs to. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Book, booksOf, makeBook, withChapter, withoutChapter } from '../../../src/core/book/book';
import type { Chapter } from '../../../src/core/chapter/chapter';
import { readChapter } from '../../../src/core/chapter/read';
import { type OutlineItem, outlineOf } from '../../../src/core/views/outline';
import { bookOf } from '../workspace';

const chapter = (frontmatter: string) => `---\nchapter: ${frontmatter}\n---\n\n# Bab\n`;

const files = {
  'masterplan.yaml': '',
  '01-visi.md': chapter('vision'),
  '02-gap.md': chapter('gap-analysis'),
  '03-lampiran.md': chapter('appendix'),
};

const nameOf = (uri: string) => uri.slice('memory:/book/'.length);

/** Each chapter behind its book, in the order of the list. */
function order({ chapters, settings }: Book): string[] {
  const books = booksOf(chapters, settings);
  return chapters.map(({ uri }) => `${books.get(uri)} ${nameOf(uri)}`);
}

test('what may stand in any book stands in that of the first chapter of its folder by name', () => {
  const book = bookOf(files);
  expect(order(book)).toEqual(['strategic-analysis 02-gap.md', 'masterplan 01-visi.md', 'masterplan 03-lampiran.md']);
  const [root] = outlineOf(book);
  const there = (items: readonly OutlineItem[]) => items.filter(({ missing }) => !missing);
  const shown = root?.children.map(({ label, children }) => [
    label,
    there(children).map(({ uri }) => nameOf(uri ?? '')),
  ]);
  expect(shown).toEqual([
    ['Analisis Strategis Smart City Daerah', ['02-gap.md']],
    ['Masterplan Smart City Daerah', ['01-visi.md', '03-lampiran.md']],
    ['Ringkasan Eksekutif', []],
  ]);
  const turned = bookOf({ ...files, '01-visi.md': files['02-gap.md'], '02-gap.md': files['01-visi.md'] });
  expect(order(turned)).toEqual([
    'strategic-analysis 01-visi.md',
    'strategic-analysis 03-lampiran.md',
    'masterplan 02-gap.md',
  ]);
});

test('a number in a name counts as a number', () => {
  const { '01-visi.md': vision, '02-gap.md': gap, '03-lampiran.md': appendix } = files;
  const book = bookOf({ 'masterplan.yaml': '', 'a10.md': gap, 'a9.md': vision, 'a11.md': appendix });
  expect(order(book)).toEqual(['strategic-analysis a10.md', 'masterplan a9.md', 'masterplan a11.md']);
});

test('its own word comes first, and without neighbours no book is told', () => {
  const named = bookOf({ ...files, '03-lampiran.md': chapter('appendix\nbook: strategic-analysis') });
  expect(order(named)).toEqual([
    'strategic-analysis 02-gap.md',
    'strategic-analysis 03-lampiran.md',
    'masterplan 01-visi.md',
  ]);
  const apart = bookOf({ ...files, 'x/01.md': files['03-lampiran.md'] });
  expect(order(apart)).toEqual([...order(bookOf(files)), 'undefined x/01.md']);
});

test('it goes with the chapter that it hung on', () => {
  const book = bookOf({ ...files, 'x/05.md': files['02-gap.md'] });
  const without = withoutChapter(book, 'memory:/book/01-visi.md');
  expect(order(without)).toEqual([
    'strategic-analysis 02-gap.md',
    'strategic-analysis 03-lampiran.md',
    'strategic-analysis x/05.md',
  ]);
});

test('after any edits the order and the books are those of a book made afresh', () => {
  const { settings } = bookOf(files);
  const kinds = [
    'vision',
    'gap-analysis',
    'appendix',
    'executive-summary',
    'appendix\nbook: strategic-analysis',
    'vision\norder: 9',
  ];
  const kind = fc.constantFrom(...kinds);
  const uri = fc.constantFrom(
    ...['1.md', '2.md', '10.md', 'x/1.md', 'x/3.md', 'x/20.md'].map((name) => `memory:/book/${name}`),
  );
  const edits = fc.array(fc.tuple(uri, fc.option(kind)), { maxLength: 12 });
  fc.assert(
    fc.property(edits, (all) => {
      const chapters = new Map<string, Chapter>();
      let book = makeBook(undefined, settings, []);
      for (const [at, written] of all) {
        chapters.delete(at);
        if (written === null) {
          book = withoutChapter(book, at);
        } else {
          const read = readChapter(at, chapter(written), settings);
          chapters.set(at, read);
          book = withChapter(book, read);
        }
        expect(order(book)).toEqual(order(makeBook(undefined, settings, chapters.values())));
        const turned = [...chapters.values()].reverse();
        expect([...booksOf(turned, settings)].sort()).toEqual([...booksOf(book.chapters, settings)].sort());
      }
    }),
  );
});
