/** Links while somebody types: what is known of texts that have not changed is what would be read anew. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Book, withChapter, withFiles } from '../../../src/core/book/book';
import { linkingChapters, localLinksOf } from '../../../src/core/book/links';
import { readChapter } from '../../../src/core/chapter/read';
import { checkBook } from '../../../src/core/rules/check';
import { fixesOf } from '../../../src/core/rules/problem';
import { effort } from '../../effort';
import { bookOf } from '../workspace';

/** So long that texts far from what is typed are not looked at again. */
const words = `\n\n${'kata '.repeat(300)}\n\n`;
const own = '---\nchapter: appendix\n---\n\n# Lampiran\n\n';
const pieces = fc.constantFrom(
  ...[
    'a',
    ' ',
    '\n',
    '\n\n',
    '\r\n',
    '```\n',
    '> ',
    '- ',
    '    ',
    '#',
    '## Judul\n\n',
    '## Judul {#j}\n\n',
    '[',
    '](',
    ')',
  ],
  ...['[a](#judul)', '[a](#judl)', '[a](lain.md#judul-lan)', '[a](lan.md)', '![a](<x y.png>)', '[a](https://b.go.id)'],
  ...[
    '[*a* `b`](lain.md "c")\n',
    '\n\n[d]: lan.md#e\n',
    '| [a](#x) | [b](#y) |\n|---|---|\n',
    '<a id="judl">',
    '&amp;',
  ],
);
const files = new Map([['memory:/book/lan.md', false]]);
const typed = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), drop: fc.nat(6), piece: pieces });

test('after any edits links stand where they are read, and are mended alike', () => {
  fc.assert(
    fc.property(
      fc.array(pieces, { minLength: 8, maxLength: 30 }),
      fc.array(typed, { minLength: 1, maxLength: 8 }),
      (texts, edits) => {
        const other = `${own}## Judul Lain\n\n[a](bab.md#judl)\n`;
        let text = own + texts.join(words);
        let book = withFiles(bookOf({ 'bab.md': text, 'lain.md': other }), files);
        checkBook(book);
        for (const { at, drop, piece } of edits) {
          const offset = own.length + Math.round(at * (text.length - own.length));
          text = text.slice(0, offset) + piece + text.slice(offset + drop);
          book = withChapter(book, readChapter('memory:/book/bab.md', text, book.settings));
          const afresh = withFiles(bookOf({ 'bab.md': text, 'lain.md': other }), files);
          const links = linkingChapters(book).map(({ chapter, links }) => [chapter.uri, links]);
          const read = book.chapters.map((chapter) => [chapter.uri, localLinksOf(chapter)]);
          expect(links).toEqual(read.filter(([, links]) => links?.length !== 0));
          const mended = (one: Book) =>
            [...checkBook(one).values()].flat().map((problem) => [problem, fixesOf(problem, one)]);
          expect(mended(book)).toEqual(mended(afresh));
        }
      },
    ),
    effort(100, 500),
  );
});
