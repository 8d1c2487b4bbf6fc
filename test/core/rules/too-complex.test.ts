/** Chapters beyond the limits of format 4. */

import { expect, test } from 'vitest';
import { allPlaces, chapter, economy, found } from './found';

const rule = 'too-complex';

/** Where a finding points, cut to its line and length: the texts here are long. */
function told(source: string): unknown[] {
  return found(rule, source).map(([where, pesan, message]) => [Number.parseInt(where, 10), pesan, message]);
}

test('a line of more than 20,000 characters', () => {
  expect(told(chapter('closing', 'Penutup', `Isi.\n\n${'x'.repeat(20_000)}`))).toEqual([]);
  expect(told(chapter('closing', 'Penutup', `Isi.\n\n${'x'.repeat(20_001)}`))).toEqual([
    [
      9,
      'Baris ini terlalu panjang; sisanya tidak dibaca. Bagilah menjadi beberapa baris.',
      'This line is too long; the rest of it is not read. Break it into several lines.',
    ],
  ]);
});

test('tables in HTML or drawn with lines, where tables are read as data', () => {
  const message = [
    'Tabel ini tidak dibaca karena bentuknya HTML atau garis; tulislah sebagai tabel Markdown dengan tanda |.',
    'This table is not read, for it is written in HTML or drawn with lines; write it as a Markdown table with | marks.',
  ];
  const html = '<table class="a">\n<tr><td>Kekuatan</td></tr>\n</table>';
  const drawn = '+-----+-----+\n| A   | B   |\n+=====+=====+\n| 1   | 2   |\n+-----+-----+';
  const dashes = '  No   Program\n  ---- -------------\n  1    Kota Sehat';
  for (const [table, words] of [
    [html, '<table class="a">'],
    [drawn, '+-----+-----+'],
    [dashes, 'No   Program'],
  ] as const) {
    expect(found(rule, economy({ swot: `## Analisis SWOT\n\n${table}` }))).toEqual([[`10 ${words}`, ...message]]);
    expect(found(rule, economy({ swot: `## Latar Belakang\n\n${table}` }))).toEqual([]);
  }
});

test('nothing is said of what may stand in such a table', () => {
  const drawn = '+-----+-----+\n| SO1 | B   |\n+-----+-----+';
  const source = economy({
    swot: '## Analisis SWOT\n\n<table><tr><td>Kekuatan</td></tr></table>',
    strategy: `## Strategi Pembangunan\n\n${drawn}`,
    quickWins: '## Quick Win\n\n<table><tr><td>Pasar</td></tr></table>',
  });
  expect(allPlaces(source).filter((place) => !/^programme-/.test(place))).toEqual([
    'too-complex 10 <table><tr><td>Kekuatan</td></tr></table>',
    'too-complex 14 +-----+-----+',
    expect.stringMatching(/^too-complex \d+ <table><tr><td>Pasar<\/td><\/tr><\/table>$/),
  ]);
});

test('nothing is said of what such a table seems to lack or to leave open', () => {
  const rows = '  Uraian     Isi\n  ---------- --------\n  OPD        TBD\n  Tahun      [isi di sini]';
  const programme = `### ECO-P-01 Pasar\n\n${rows}`;
  const source = economy({ short: `## Program Jangka Pendek\n\n${programme}` });
  expect(allPlaces(source).filter((place) => /^(?:programme|placeholder|too)/.test(place))).toEqual([
    expect.stringMatching(/^too-complex \d+ Uraian {5}Isi$/),
  ]);
});

test('quotes and lists more than 50 deep', () => {
  expect(told(chapter('closing', 'Penutup', `${'> '.repeat(50)}x`))).toEqual([]);
  expect(told(chapter('closing', 'Penutup', `Isi.\n\n${'> '.repeat(51)}x\n\n${'- '.repeat(5000)}x`))).toEqual([
    [
      9,
      'Daftar atau kutipan di sini bersarang terlalu dalam, sehingga tidak dibaca seluruhnya. Sederhanakan susunannya.',
      'Lists or quotes are nested too deeply here and are not read in full. Make them simpler.',
    ],
  ]);
});

test('more than 1,048,576 characters', () => {
  const start = chapter('closing', 'Penutup', 'Isi.');
  const lines = `${'x'.repeat(99)}\n`.repeat(10_485);
  const longest = start + lines + 'x'.repeat(1_048_576 - start.length - lines.length);
  expect(longest).toHaveLength(1_048_576);
  expect(told(longest)).toEqual([]);
  expect(told(`${longest}y`)).toEqual([
    [
      10_493,
      'Bab ini terlalu panjang; mulai dari sini isinya tidak dibaca. Bagilah menjadi beberapa bab.',
      'This chapter is too long; from here on it is not read. Split it into several chapters.',
    ],
  ]);
});

test('a chapter with more than 50,000 lines that may be headings', () => {
  // The title is one of them, and so are the two lines around the frontmatter.
  const most = chapter('closing', 'Penutup', '## A\n'.repeat(49_997));
  expect(told(most)).toEqual([]);
  expect(told(`${most}## B\n`)).toEqual([
    [
      50_005,
      'Bab ini terlalu panjang; mulai dari sini isinya tidak dibaca. Bagilah menjadi beberapa bab.',
      'This chapter is too long; from here on it is not read. Split it into several chapters.',
    ],
  ]);
});

test.each([
  [
    'a table whose rows lack more than 100,000 cells',
    `|${'a|'.repeat(1001)}\n|${'-|'.repeat(1001)}\n`,
    '|b\n',
    100,
    111,
  ],
  ['HTML that would take too long to read', '<div>\n', 'kata kata\n', 4_200, 9],
  ['items with tabs that would take too long to read', '', '-\tkata\n', 1_700, 9],
])('%s', (_, head, line, most, place) => {
  const more = Math.ceil(most / 10);
  const shape = [
    'Susunan teks mulai dari sini terlalu rumit, sehingga tidak dibaca seluruhnya. Sederhanakan susunannya.',
    'From here on the text is too intricate to be read in full. Make it simpler.',
  ];
  expect(told(chapter('closing', 'Penutup', `Isi.\n\n${head}${line.repeat(most)}`))).toEqual([]);
  expect(told(chapter('closing', 'Penutup', `Isi.\n\n${head}${line.repeat(most + more)}`))).toEqual([
    [place, ...shape],
  ]);
});

test('frontmatter of more than 65,536 characters is the matter of another rule', () => {
  const source = chapter('closing', 'Penutup', 'Isi.').replace('\n---\n', `\n${'# kata\n'.repeat(10_000)}---\n`);
  expect(told(source)).toEqual([]);
  expect(found('frontmatter-invalid', source)).toEqual([
    [
      expect.stringMatching(/^\d+ # kata$/),
      'Bagian ini terlalu panjang; yang dibaca hanya 65.536 karakter pertama.',
      'This part is too long; only its first 65,536 characters are read.',
    ],
  ]);
});

test('rules that would need what was not read are silent', () => {
  const long = 'x'.repeat(20_001);
  // The strategies that answer the items, the programmes and the quick wins may all stand in the rest of that line.
  const source = `${economy().slice(0, economy().indexOf('- WT1'))}\n${long}\n`;
  expect(allPlaces(source).map((place) => place.slice(0, 30))).toEqual([`too-complex 34 ${'x'.repeat(15)}`]);
});
