/** Nothing of the content is lost: the words of every chapter stand in every format, in their order. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Book } from '../../../src/core/book/book';
import { writeDocx } from '../../../src/core/export/docx';
import { writeHtml } from '../../../src/core/export/html';
import { manuscriptOf } from '../../../src/core/export/manuscript';
import { writeMarkdown } from '../../../src/core/export/markdown';
import { bookOf } from '../workspace';
import { expectedWords, filesIn, firstLost, partsOf, textOfHtml, textOfWord, wordsOf } from './written';

const root = join(import.meta.dirname, '../../../');

/** The words of each finished book, by format; footnotes stand at the end. */
async function written(book: Book): Promise<Record<'docx' | 'html' | 'md', Map<string, string[]>>> {
  const found = {
    docx: new Map<string, string[]>(),
    html: new Map<string, string[]>(),
    md: new Map<string, string[]>(),
  };
  const manuscript = manuscriptOf(book);
  const plain = manuscriptOf(book, { keepsCharts: true });
  for (const [at, one] of manuscript.books.entries()) {
    const parts = partsOf(await writeDocx(book, manuscript, one));
    const docx = wordsOf(
      `${textOfWord(parts['word/document.xml'] ?? '')}\n${textOfWord(parts['word/footnotes.xml'] ?? '')}`,
    );
    const html = wordsOf(textOfHtml(writeHtml(book, { ...manuscript, books: [one] })));
    const md = expectedWords(writeMarkdown(plain, plain.books[at] as never));
    for (const chapter of one.chapters.flatMap(({ parts: files }) => files)) {
      found.docx.set(chapter.chapter.uri, docx);
      found.html.set(chapter.chapter.uri, html);
      found.md.set(chapter.chapter.uri, [...md.inOrder.flat(), ...md.anywhere]);
    }
  }
  return found;
}

for (const folder of ['examples/kabupaten-contoh', 'examples/kabupaten-contoh-keliru', '../shared/books/wonosobo']) {
  describe.skipIf(!existsSync(join(root, folder)))(folder, async () => {
    const book = existsSync(join(root, folder)) ? bookOf(filesIn(join(root, folder))) : bookOf({});
    const words = await written(book);
    const chapters = book.chapters.map(({ uri, source }) => ({ name: uri.split('/').at(-1), uri, source }));
    test.each(chapters)('$name', ({ uri, source }) => {
      const expected = expectedWords(source);
      expect(expected.inOrder.flat().length).toBeGreaterThan(20);
      expect(firstLost(expected, words.docx.get(uri) ?? [])).toBeUndefined();
      expect(firstLost(expected, words.html.get(uri) ?? [])).toBeUndefined();
      expect(firstLost(expected, words.md.get(uri) ?? [])).toBeUndefined();
    });
  });
}

describe('whatever is written', () => {
  const word = fc.constantFrom(
    'desa',
    'layanan',
    'data',
    'GOV-P-01',
    'S1',
    'Rp 1,5 M',
    'a_b',
    '2025',
    'é',
    'x&y',
    '<3',
  );
  const phrase = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
  const inline = fc.oneof(
    phrase,
    phrase.map((words) => `**${words}**`),
    phrase.map((words) => `*${words}*`),
    phrase.map((words) => `~~${words}~~`),
    phrase.map((words) => `\`${words}\``),
    phrase.map((words) => `[${words}](https://contoh.go.id/a)`),
    phrase.map((words) => `[${words}](lain.md)`),
    phrase.map((words) => `${words} (S1, O2) [GOV-P-01]`),
    phrase.map((words) => `${words}[^1]`),
    phrase.map((words) => `<u>${words}</u><br>${words} &amp; akhir`),
    phrase.map((words) => `${words} <!-- catatan --> ${words}`),
  );
  const line = fc.array(inline, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
  const cell = line.map((text) => text.replaceAll('|', ' '));
  const indented = (text: string, by: string) => text.replaceAll('\n', `\n${by}`);
  const block: fc.Arbitrary<string> = fc.letrec<{ block: string }>((tie) => ({
    block: fc.oneof(
      { maxDepth: 2 },
      line,
      line.map((text) => `**Label**: ${text}\n**OPD**: ${text}`),
      fc.tuple(fc.integer({ min: 2, max: 5 }), line).map(([level, text]) => `${'#'.repeat(level)} ${text}`),
      fc
        .tuple(fc.integer({ min: 2, max: 4 }), phrase)
        .map(([level, text]) => `${'#'.repeat(level)} 3.1.2 ${text} {#swot}`),
      fc.tuple(phrase, fc.integer({ min: 1, max: 9 })).map(([text, n]) => `![Gambar ${n}. ${text}](gambar/a.png)`),
      fc
        .tuple(fc.integer({ min: 1, max: 9 }), fc.array(cell, { minLength: 4, maxLength: 12 }), phrase)
        .map(([columns, cells, title]) => {
          const row = (from: number) =>
            `| ${Array.from({ length: columns }, (_, at) => cells[(from + at) % cells.length]).join(' | ')} |`;
          return `Tabel 3.4 ${title}\n\n${row(0)}\n|${'---|'.repeat(columns)}\n${row(1)}\n${row(3)}`;
        }),
      line.map((text) => `<div>\n${text}\n</div>`),
      line.map((text) => `\`\`\`text\n${text}\n\`\`\``),
      fc.constant('<!-- masterplan-disable-next-line -->'),
      fc.constant('---'),
      tie('block').map((inner) => `> ${indented(inner, '> ')}`),
      tie('block').map((inner) => `- ${indented(inner, '  ')}\n- [x] selesai`),
      tie('block').map((inner) => `3. ${indented(inner, '   ')}\n4. lagi`),
    ),
  })).block;
  const chapter = fc
    .tuple(fc.array(block, { minLength: 1, maxLength: 8 }), fc.boolean(), fc.boolean())
    .map(([blocks, hasMark, hasReturns]) => {
      const text = `---\nchapter: dimension\ndimension: governance\n---\n\n# 3.1 Smart Governance\n\n${blocks.join('\n\n')}\n\n[^1]: Catatan kaki pertama.\n`;
      return (hasMark ? '\ufeff' : '') + (hasReturns ? text.replaceAll('\n', '\r\n') : text);
    });

  test('stands in every format', async () => {
    await fc.assert(
      fc.asyncProperty(chapter, chapter, async (one, other) => {
        const book = bookOf({
          'masterplan.yaml': 'period: 2025-2034\n',
          '02-governance.md': one,
          '03-economy.md': other.replace('dimension: governance', 'dimension: economy'),
        });
        const words = await written(book);
        for (const { uri, source } of book.chapters) {
          const expected = expectedWords(source);
          for (const format of ['docx', 'html', 'md'] as const) {
            expect([format, firstLost(expected, words[format].get(uri) ?? [])]).toEqual([format, undefined]);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
