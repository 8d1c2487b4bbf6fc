/** How the work grows: with the size of a chapter, and hardly with the other chapters of its book. */

import { expect, test } from 'vitest';
import { type CorpusFile, Dice, longChapter, masterplan } from '../../bench/corpus.mts';
import { keystroke } from '../../bench/keystroke.mts';
import { type Book, makeBook, withChapter } from '../../src/core/book/book';
import { readChapter } from '../../src/core/chapter/read';
import { arrangeBy } from '../../src/core/edits/arrange-sections';
import { checkBook } from '../../src/core/rules/check';
import { mendBook } from '../../src/core/rules/mend';
import { readManifest } from '../../src/core/template/manifest';
import { resolveSettings } from '../../src/core/template/resolve';
import { outlineOf } from '../../src/core/views/outline';
import { previewOf } from '../../src/core/views/preview';
import { chapterSymbols } from '../../src/core/views/structure';
import { expectLinear, leastTimes } from './growth';

const uriOf = (path: string) => `file:///book/${path}`;

function read([manifest, ...chapters]: readonly CorpusFile[]): Book {
  const reading = readManifest((manifest as CorpusFile).text, uriOf('masterplan.yaml'));
  const settings = resolveSettings(reading);
  return makeBook(
    reading,
    settings,
    chapters.map(({ path, text }) => readChapter(uriOf(path), text, settings)),
  );
}

/** Somebody types in the first chapter of a book. */
class Desk {
  private readonly dice = new Dice(3);
  private book: Book;

  constructor(
    files: readonly CorpusFile[],
    private readonly text: string,
  ) {
    this.book = read(files);
    checkBook(this.book);
  }

  type(): void {
    const { settings } = this.book;
    const chapter = readChapter(uriOf('0001.md'), keystroke(this.text, this.dice), settings);
    this.book = withChapter(this.book, chapter);
    checkBook(this.book);
  }
}

/**
 * How many times a keystroke at the second of two desks costs what one at the first costs, and both times in words.
 * The first rounds are those in which what runs is compiled.
 */
function typing([first, second]: readonly [Desk, Desk], limit: number): [ratio: number, told: string] {
  const [small, large] = leastTimes(
    [() => first.type(), () => second.type()],
    { fewest: 40, most: 600 },
    ([small, large]) => large / small < limit,
  );
  return [large / small, `${small.toFixed(2)} ms, ${large.toFixed(2)} ms`];
}

const few = { chapters: 8, length: 3000 };

test('a keystroke costs in proportion to the chapter', () => {
  const desk = (kilobytes: number) =>
    new Desk(masterplan(3, few), longChapter(3, kilobytes * 1000, kilobytes * 4).text);
  // Four times the text; what grows with the square would cost sixteen times as much.
  const [ratio, told] = typing([desk(40), desk(160)], 8);
  expect(ratio, told).toBeLessThan(8);
});

test('a keystroke costs hardly more in a book of a hundred times as many chapters', () => {
  const { text } = longChapter(3, 50_000, 210);
  const desk = (chapters: number) => new Desk(masterplan(3, { chapters, length: 3000 }), text);
  const [ratio, told] = typing([desk(10), desk(1000)], 1.6);
  expect(ratio, told).toBeLessThan(1.6);
});

test('a short chapter is checked at once, however long the others are', () => {
  const [manifest, , ...others] = masterplan(3, { chapters: 60, length: 6000 }) as [CorpusFile, CorpusFile];
  const short = '---\nchapter: appendix\n---\n\n# Lampiran\n\nKata-kata penutup untuk bab ini, tidak lebih.\n';
  const files = [manifest, { path: '0001.md', text: short }, ...others];
  const desk = new Desk(files, short);
  const [typed, whole] = leastTimes(
    [() => desk.type(), () => checkBook(read(files))],
    { fewest: 5, most: 60 },
    ([typed, whole]) => typed < whole / 10,
  );
  expect(typed, `${typed.toFixed(2)} ms, all anew ${whole.toFixed(2)} ms`).toBeLessThan(whole / 10);
});

test('the first check costs in proportion to the number of chapters', () => {
  expectLinear((chapters) => checkBook(read(masterplan(5, { chapters, length: 3000 }))), 40);
});

/** A book of one chapter. */
const bookWith = (text: string) =>
  read([
    { path: 'masterplan.yaml', text: '' },
    { path: '0001.md', text },
  ]);
const appendix = '---\nchapter: appendix\n---\n\n# Lampiran\n\n';
const dimension = '---\nchapter: dimension\ndimension: governance\n---\n\n# Smart Governance\n\n';
const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('');

test('links to one of many equal headings, and to none, cost in proportion to them', () => {
  const chapter = (count: number) => appendix + '[x](#a-5) [y](#b)\n\n## A\n\n'.repeat(count);
  expectLinear((count) => checkBook(bookWith(chapter(count))), 3000);
});

test('links that lead nowhere cost in proportion to them and to the headings', () => {
  const chapter = (count: number) => appendix + lines(count, (at) => `## Judul b${at}\n\n[a](#judul-a${at})\n\n`);
  expectLinear((count) => checkBook(bookWith(chapter(count))), 2500);
});

test('fields of forms cost in proportion to them', () => {
  const given = (count: number) =>
    `${'**Kode**: GOV-P-01\n\n'.repeat(count)}**Nama Program**: a\n\n**Nama Program**: b\n`;
  expectLinear((count) => checkBook(bookWith(`${programmes}${given(count)}`)), 1500);
});

test('numbers of headings to which links lead are all mended at once', () => {
  const chapter = (count: number) => appendix + '## 1. Judul\n\n[a](#1-judul)\n\n'.repeat(count);
  expectLinear((count) => mendBook(bookWith(chapter(count)), {}, { onlyPreferred: true }), 150);
});

const swot = `${dimension}## Analisis SWOT\n\n`;
const table = '## Program Jangka Pendek\n\n|Kode|Program|\n|-|-|\n';

test.each<[string, number, (count: number) => string]>([
  ['strategies', 2500, (count) => `${dimension}## Strategi\n\n${lines(count, (at) => `- SO${at}. Menata (S1, O1)\n`)}`],
  ['SWOT items', 2500, (count) => `${swot}### Kekuatan\n\n${lines(count, (at) => `- S${at}. Jaringan\n`)}`],
  ['programmes', 2500, (count) => dimension + table + lines(count, (at) => `|GOV-P-${at}|Layanan ${at}|\n`)],
  ['SWOT headings', 2500, (count) => dimension + '## Analisis SWOT\n\n'.repeat(count)],
  ['labels of quadrants', 1500, (count) => swot + '**Kekuatan**\n\n- S1. a\n\n'.repeat(count)],
  [
    'headings with codes',
    1500,
    (count) =>
      dimension + lines(count, (at) => `## Judul ${at}\n\n`) + table + lines(count, (at) => `|GOV-P-${at}|a|\n`),
  ],
])('what is shown of a chapter costs in proportion to its %s', (_, size, text) => {
  const books = new Map<number, Book>();
  expectLinear((count) => {
    const book = books.get(count) ?? bookWith(text(count));
    books.set(count, book);
    // Of a copy nothing is remembered.
    const again = withChapter(book, { ...(book.chapters[0] as Book['chapters'][number]) });
    const [chapter] = again.chapters as [Book['chapters'][number]];
    outlineOf(again);
    previewOf(again, chapter, 'id');
    chapterSymbols(chapter);
    const section = chapter.sections[0]?.children.at(-2);
    if (section !== undefined) arrangeBy(again, chapter, section, 1);
  }, size);
});

const programmes = `${dimension}## Program Jangka Pendek\n\n`;
const tableHead = '| Kode | Program | Indikator | OPD |\n|---|---|---|---|\n';

/** What stands in a line before a long run and after it. */
const runs: readonly (readonly [name: string, before: string, after: string])[] = [
  ['the name of a programme in a row', `${programmes}${tableHead}| GOV-P-01 | L`, 'x | a | b |'],
  ['an agency in a row', `${programmes}${tableHead}| GOV-P-01 | L | a | B`, 'x |'],
  ['the heading of a programme', `${programmes}### GOV-P-01 L`, 'x\n\n- OPD: a'],
  ['the bold name of a programme', `${programmes}**GOV-P-01 L`, 'x**\n\n- OPD: a\n- Tahun: 2025'],
  ['the label of a field', `${programmes}### GOV-P-01 L\n\n**OPD`, 'x**\n\na\n\n**Target**\n\nb'],
  ['a row of fields', `${programmes}### GOV-P-01 L\n\n| a | b |\n|---|---|\n| OPD | a |\n| Target`, 'x | b |'],
  ['a heading', `${dimension}## Analisis SWOT`, 'x\n\nKata.'],
  ['the title of a column', `${programmes}| Kode | Program | Anggaran (`, 'x |\n|---|---|---|\n| GOV-P-01 | L | 1 |'],
  ['a cell of the TOWS matrix', `${dimension}## Matriks TOWS\n\n| | S |\n|---|---|\n| O | **Strategi SO`, 'x** |'],
  ['a cell of a SWOT table', `${dimension}## Analisis SWOT\n\n| Kekuatan |\n|---|\n| **Kekuatan`, 'x** |'],
];

test.each(runs)('a long run within %s costs in proportion', (_, before, after) => {
  for (const run of [' ', '\u00a0', '\u0301\u0316', '\ufdfa', '(a)']) {
    const text = (size: number) => `${before}${run.repeat(size / run.length)}${after}\n`;
    const manifest = { path: 'masterplan.yaml', text: 'period: 2025-2034\n' };
    let times = 0;
    // Another text each time, so that nothing is remembered.
    expectLinear((size) => checkBook(read([manifest, { path: '01.md', text: text(size + 6 * times++) }])), 4500);
  }
});
