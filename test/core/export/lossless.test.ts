/** Nothing of the content is lost: the words of every chapter stand in every format, in their order. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Book } from '../../../src/core/book/book';
import { joinedProgrammes } from '../../../src/core/book/programmes';
import { writeCsv } from '../../../src/core/export/csv';
import { writeDocx } from '../../../src/core/export/docx';
import { writeHtml } from '../../../src/core/export/html';
import { manuscriptOf } from '../../../src/core/export/manuscript';
import { writeMarkdown } from '../../../src/core/export/markdown';
import { writeXlsx } from '../../../src/core/export/xlsx';
import { bookOf } from '../workspace';
import {
  expectedWords,
  filesIn,
  firstLost,
  partsOf,
  shownText,
  textOfHtml,
  textOfSheets,
  textOfWord,
  wordsOf,
} from './written';

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

    test('every cell of every programme, in the spreadsheet and the CSV file', async () => {
      const programmes = joinedProgrammes(book);
      expect(programmes.length).toBeGreaterThan(1);
      const sheets = wordsOf(textOfSheets(partsOf(await writeXlsx(book))['xl/sharedStrings.xml'] ?? '')).join(' ');
      const csv = wordsOf(writeCsv(book)).join(' ');
      const lost: string[] = [];
      for (const { programme, chapter } of programmes.flatMap(({ entries }) => entries)) {
        const { row, name, values, code } = programme;
        const cells = row?.cells.map(({ start, end }) => wordsOf(shownText(chapter.source.slice(start, end)))) ?? [];
        const years = programme.table?.yearColumns.map(({ column }) => column) ?? [];
        const counted = cells.filter(
          (words, column) => !years.includes(column) && !/^(?:\d*|TBD)$/.test(words.join('')),
        );
        const texts = [name, code?.value ?? '', ...values.map(({ text }) => text)].map(wordsOf);
        for (const words of [...texts, ...counted]) {
          if (!sheets.includes(words.join(' '))) lost.push(`sheets: ${words.join(' ')}`);
          if (!csv.includes(words.join(' '))) lost.push(`csv: ${words.join(' ')}`);
        }
      }
      expect(lost).toEqual([]);
    });
  });
}

describe('whatever is written', () => {
  /** Stands for a word that is nowhere else: what is lost is not found at another place. */
  const own = '¤';
  const word = fc.constantFrom(
    own,
    own,
    own,
    own,
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
    phrase.map((words) => `${words}[^2] ${words}[^3]`),
    phrase.map((words) => `[${words}][laman] dan [laman]`),
    phrase.map((words) => `${words} <https://contoh.go.id/${own}> www.contoh.go.id/${own}`),
    phrase.map((words) => `***${words}*** **${words} *${words}***`),
    phrase.map((words) => `\`\`${words} \` ${own}\`\` \\*${own}\\* &#x41;${own} &nbsp;${own}`),
    phrase.map((words) => `![${words}](gambar/a.png) ${words} ![${words}][gambar]`),
    phrase.map((words) => `${words} 日本 ${own} 👩‍🌾 ${own}`),
  );
  const line = fc.array(inline, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
  /** Lines that are broken by hand, in both ways. */
  const lines = fc.array(line, { minLength: 2, maxLength: 4 }).map((all) => all.join('  \n').replace('  \n', '\\\n'));
  const cell = line.map((text) => text.replaceAll('|', '\\|'));
  const indented = (text: string, by: string) => text.replaceAll('\n', `\n${by}`);
  const block: fc.Arbitrary<string> = fc.letrec<{ block: string }>((tie) => ({
    block: fc.oneof(
      { maxDepth: 2 },
      line,
      lines,
      line.map((text) => `**Label**: ${text}\n**OPD**: ${text}`),
      phrase.map((text) => `${text}\n===`),
      phrase.map((text) => `${text}\n---`),
      line.map((text) => `<table>\n<tr><td>${text}</td><td>${own} &lt;${own}&gt;</td></tr>\n</table>`),
      line.map((text) => `<p align="center">${text}</p>\n<!-- ${own} -->`),
      line.map((text) => `    ${text}`),
      line.map((text) => `- ${text}\n  - ${text}\n    1. ${text}\n       - ${text}\n\n    ${text}\n- ${text}`),
      line.map((text) => `> [!NOTE]\n> ${text}\n>> ${text}`),
      fc.constant(`\`\`\`mermaid\ngantt\n  section ${own}\n  ${own} :2025-01-01, 2027-01-01\n\`\`\``),
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
          return `Tabel 3.4 ${title}\n\n${row(0)}\n|${'---|'.repeat(columns)}\n${row(1)}\n${row(3)} ${own} | **${own}** |`;
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
  let count = 0;
  const chapter = fc
    .tuple(fc.array(block, { minLength: 1, maxLength: 8 }), fc.boolean(), fc.boolean())
    .map(([blocks, hasMark, hasReturns]) => {
      const text =
        `---\nchapter: dimension\ndimension: governance\n---\n\n# 3.1 Smart Governance\n\n${blocks.join('\n\n')}\n\n[^1]: Catatan kaki pertama.\n[^2]: ${own} **${own}** [${own}](lain.md)\n\n    ${own} kedua.\n\n    - ${own}\n\n      | ${own} |\n      |---|\n      | ${own} |\n[^3]: ${own}[^1]\n\n[laman]: https://contoh.go.id\n[gambar]: gambar/b.png "${own}"\n`.replaceAll(
          own,
          () => `kata${++count}`,
        );
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
