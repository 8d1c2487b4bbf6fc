/** Required sections that are there and say nothing. */

import { describe, expect, test } from 'vitest';
import { allPlaces, asWindows, chapter, economy, economyWith, found, places } from './found';

const rule = 'empty-section';

/** A chapter of the vision whose section `Visi` holds this body; its line is 7. */
function vision(body: string): string {
  return chapter(
    'vision',
    'Visi dan Misi',
    `## Visi\n\n${body}\n\n## Misi\n\n- satu\n\n## Sasaran\n\n- dua\n\n## Keselarasan dengan RPJMD\n\nMisi kedua.`,
  );
}

describe('nothing is', () => {
  test.each([
    ['no line', ''],
    ['a comment', '<!-- menunggu\nlokakarya -->'],
    ['a placeholder', '[isi di sini]'],
    ['a placeholder with marks', '**Akan diisi.**'],
    ['words that say nothing', '*Belum ada.*'],
    ['a placeholder in braces', '{{visi daerah}}'],
    ['a table without a filled row', '| Visi | Target |\n|---|---|\n| - | |\n| TBD | … |'],
    ['a table without rows', '| Visi | Target |\n|---|---|'],
    ['empty items', '-\n- …'],
    ['sub-headings with nothing below', '### Rumusan\n\n### Penjelasan\n\n[isi di sini]'],
    ['a line', '---'],
  ])('%s', (_, body) => {
    expect(found(rule, vision(body))).toEqual([
      [
        '7 Visi',
        'Bagian "Visi Smart City" di Visi dan Misi Smart City masih kosong.',
        'Section "Vision" of Vision and Mission is still empty.',
      ],
    ]);
    expect(places('placeholder', vision(body))).toEqual([]);
    expect(places(rule, asWindows(vision(body)))).toEqual(['7 Visi']);
  });
});

describe('something is', () => {
  test.each([
    ['a sentence', 'Daerah yang melayani.'],
    ['a sentence with a placeholder in it', 'Kabupaten X yang melayani.'],
    ['a table with one filled cell', '| Visi | Target |\n|---|---|\n| - | 2030 |'],
    ['a quote', '> Daerah yang melayani.'],
    ['an image', '![Bagan](bagan.png)'],
    ['a fence', '```\nbagan\n```'],
    ['text below a sub-heading', '### Rumusan\n\n#### Kata Kunci\n\nMelayani.'],
  ])('%s', (_, body) => {
    expect(places(rule, vision(body))).toEqual([]);
  });
});

describe('a quadrant', () => {
  test('is empty as a label with nothing under it', () => {
    const swot =
      '## Analisis SWOT\n\n**Kekuatan**\n\n- S1. Pasar\n\nKelemahan:\n\n**Peluang**\n\n- O1. QR\n\n**Ancaman**';
    expect(found(rule, economyWith(swot))).toEqual([
      [
        '14 Kelemahan:',
        'Bagian "Kelemahan" di Analisis SWOT Smart Economy masih kosong.',
        'Section "Weaknesses" of SWOT Analysis of Smart Economy is still empty.',
      ],
      [
        '20 **Ancaman**',
        'Bagian "Ancaman" di Analisis SWOT Smart Economy masih kosong.',
        'Section "Threats" of SWOT Analysis of Smart Economy is still empty.',
      ],
    ]);
  });

  test('is empty as a column without items', () => {
    const swot =
      '## SWOT\n\n| Kekuatan | Kelemahan | Peluang | Ancaman |\n|---|---|---|---|\n| S1. Pasar | - | O1. QR | |';
    expect(places(rule, economyWith(swot))).toEqual(['10 Kelemahan', '10 Ancaman']);
  });

  test('is empty by its heading, and then the SWOT is not', () => {
    const headings = '## Analisis SWOT\n\n### Kekuatan\n\n### Kelemahan\n\n### Peluang\n\n### Ancaman';
    expect(places(rule, economyWith(headings))).toEqual(['10 Kekuatan', '12 Kelemahan', '14 Peluang', '16 Ancaman']);
  });
});

test('an empty SWOT is one finding', () => {
  expect(allPlaces(economy({ swot: '## Analisis SWOT\n\n<!-- menunggu lokakarya -->' }))).toEqual([
    'empty-section 8 Analisis SWOT',
  ]);
});

test('a section that stands twice is empty only where both are', () => {
  const twice = vision('').replace('## Sasaran', '## Visi Smart City\n\nDaerah yang melayani.\n\n## Sasaran');
  expect(places(rule, twice)).toEqual([]);
});

test('a section that nobody requires may be empty', () => {
  expect(places(rule, chapter('introduction', 'Pendahuluan', '## Latar Belakang\n\n## Dasar Hukum\n\n- UU'))).toEqual(
    [],
  );
});

test('a section that was read only in part is not called empty', () => {
  expect(places(rule, vision(`> ${'> '.repeat(60)}x`))).toEqual([]);
});
