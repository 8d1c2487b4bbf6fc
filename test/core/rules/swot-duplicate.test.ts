/** SWOT items that stand in two quadrants or two dimensions. */

import { describe, expect, test } from 'vitest';
import { checkBook } from '../../../src/core/rules/check';
import { bookOf } from '../workspace';
import { asWindows, chapter, economyWith, found, places } from './found';

const rule = 'swot-duplicate';
const swot = (strengths: string, weaknesses: string) =>
  `## SWOT\n\n### Kekuatan\n\n${strengths}\n\n### Kelemahan\n\n${weaknesses}`;

describe('the second is reported', () => {
  test('in two quadrants, whatever its code, case and marks', () => {
    const source = economyWith(swot('- S1. Sistem *data* terpadu', '- W1. Data\n- **W2** – system DATA terpadu.'));
    expect(found(rule, source)).toEqual([
      [
        '17 system DATA terpadu.',
        'Butir SWOT ini sama dengan butir "Kekuatan" Smart Economy: "system DATA terpadu".',
        'This SWOT item is the same as one under "Strengths" of Smart Economy: "system DATA terpadu".',
      ],
    ]);
    expect(places(rule, asWindows(source))).toEqual(['17 system DATA terpadu.']);
  });

  test('in two dimensions, with the place of the first', () => {
    const files = {
      '1.md': economyWith(swot('- S1. Data terpadu', '- W1. Tenaga kurang'), 'governance'),
      '2.md': economyWith(swot('- S1. Data terpadu', '- W1. Anggaran kecil'), 'living'),
    };
    expect(found(rule, files)).toEqual([
      [
        '2.md:12 Data terpadu',
        'Butir SWOT ini sama dengan butir "Kekuatan" Smart Governance: "Data terpadu".',
        'This SWOT item is the same as one under "Strengths" of Smart Governance: "Data terpadu".',
      ],
    ]);
    const problems = [...checkBook(bookOf(files)).values()].flat().filter((problem) => problem.rule === rule);
    expect(problems[0]?.related?.map(({ file }) => file)).toEqual(['memory:/book/1.md']);
  });

  test('in two dimensions of one chapter', () => {
    const two = ['Smart Governance', 'Smart Living']
      .map((name) => `## ${name}\n\n### SWOT\n\n#### Kekuatan\n\n- Data terpadu`)
      .join('\n\n');
    expect(places(rule, chapter('dimensions', 'BAB III', two))).toEqual(['21 Data terpadu']);
  });
});

test.each([
  ['items that stand twice in one quadrant', swot('- Data terpadu\n- Data terpadu', '- Tenaga kurang')],
  ['items that only begin alike', swot('- Data terpadu', '- Data terpadu belum dipakai')],
  ['placeholders and empty items', swot('- S1. [isi di sini]\n- S2.', '- W1. [isi di sini]\n- W2.')],
])('nothing is said of %s', (_, body) => {
  expect(places(rule, economyWith(body))).toEqual([]);
});
