/** Sections in another order than the template's. */

import { describe, expect, test } from 'vitest';
import { longestInOrder } from '../../../src/core/rules/section-order';
import { allPlaces, asWindows, chapter, economyWith, found, places, sections } from './found';

const rule = 'section-order';

function vision(...headings: string[]): string {
  return chapter('vision', 'Visi dan Misi', headings.map((heading) => `## ${heading}\n\nIsi.`).join('\n\n'));
}

describe('the fewest that must move', () => {
  test('of two swapped are the later in the file', () => {
    expect(found(rule, vision('Misi', 'Visi', 'Sasaran', 'Keselarasan dengan RPJMD'))).toEqual([
      [
        '11 Visi',
        'Bagian "Visi Smart City" seharusnya berada sebelum "Misi Smart City".',
        'Section "Vision" belongs before "Mission".',
      ],
    ]);
    expect(places(rule, asWindows(vision('Visi', 'Misi', 'Keselarasan dengan RPJMD', 'Sasaran')))).toEqual([
      '19 Sasaran',
    ]);
  });

  test('of three rotated are one', () => {
    expect(places(rule, vision('Sasaran', 'Visi', 'Misi'))).toEqual(['7 Sasaran']);
    expect(places(rule, vision('Misi', 'Sasaran', 'Visi'))).toEqual(['15 Visi']);
  });

  test('of a section that belongs at the end', () => {
    expect(found(rule, vision('Keselarasan dengan RPJMD', 'Visi', 'Misi', 'Sasaran'))).toEqual([
      [
        '7 Keselarasan dengan RPJMD',
        'Bagian "Keselarasan dengan RPJMD" seharusnya berada paling akhir.',
        'Section "Alignment with the RPJMD" belongs at the end.',
      ],
    ]);
  });

  test('never more than needed, whatever the order', () => {
    expect([...longestInOrder([3, 2, 1, 0])]).toEqual([0]);
    expect([...longestInOrder([1, 2, 0, 3])]).toEqual([0, 1, 3]);
    expect([...longestInOrder([0, 0, 1])]).toEqual([0, 1, 2]);
    expect([...longestInOrder([])]).toEqual([]);
  });
});

test('quadrants have their order too', () => {
  const swot = '## SWOT\n\n### Kelemahan\n\n- W1. satu\n\n### Kekuatan\n\n- S1. dua';
  expect(found(rule, economyWith(swot))).toEqual([
    [
      '14 Kekuatan',
      'Bagian "Kekuatan" seharusnya berada sebelum "Kelemahan".',
      'Section "Strengths" belongs before "Weaknesses".',
    ],
  ]);
});

test('horizons keep their order in a group and beside it', () => {
  const inGroup = '## Program\n\n### Program Jangka Menengah\n\nIsi.\n\n### Program Jangka Pendek\n\nIsi.';
  expect(places(rule, economyWith(inGroup))).toEqual(['14 Program Jangka Pendek']);
  const beside =
    '## Program\n\n### Program Jangka Pendek\n\nIsi.\n\n## Program Jangka Menengah\n\nIsi.\n\n## Quick Win\n\nIsi.';
  expect(places(rule, economyWith(beside))).toEqual([]);
});

test('a group moves as one', () => {
  const early =
    '## Program\n\n### Program Jangka Pendek\n\nIsi.\n\n### Program Jangka Menengah\n\nIsi.\n\n## SWOT\n\nIsi.\n\n## Strategi\n\nIsi.';
  expect(places(rule, economyWith(early))).toEqual(['8 Program']);
  const late = '## Quick Win\n\nIsi.\n\n## Program\n\n### Program Jangka Pendek\n\nIsi.\n\n### Jangka Panjang\n\nIsi.';
  expect(found(rule, economyWith(late))).toEqual([
    [
      '12 Program',
      'Bagian "Program" seharusnya berada sebelum "Quick Win".',
      'Section "Programmes" belongs before "Quick Wins".',
    ],
  ]);
  const outside = '## Program\n\n### Program Jangka Menengah\n\nIsi.\n\n## Program Jangka Pendek\n\nIsi.';
  expect(places(rule, economyWith(outside))).toEqual(['14 Program Jangka Pendek']);
});

test('dimensions are judged one by one', () => {
  const two = `## 3.1 Smart Governance\n\n### Quick Win\n\nIsi.\n\n### Analisis SWOT\n\nIsi.\n\n## 3.2 Smart Economy\n\n### Strategi\n\nIsi.`;
  expect(places(rule, chapter('dimensions', 'BAB III', two))).toEqual(['13 Analisis SWOT']);
});

describe('nothing is said', () => {
  test('of other headings between, nor of labels and columns', () => {
    expect(places(rule, vision('Visi', 'Catatan', 'Misi', 'Lampiran', 'Sasaran'))).toEqual([]);
    const labels = '## SWOT\n\n**Kelemahan**\n\n- satu\n\n**Kekuatan**\n\n- dua';
    expect(places(rule, economyWith(labels))).toEqual([]);
    const columns = '## SWOT\n\n| Peluang | Kekuatan |\n|---|---|\n| satu | dua |';
    expect(places(rule, economyWith(columns))).toEqual([]);
  });

  test('of a section that stands twice: rule `duplicate-section` speaks about the second', () => {
    const twice = economyWith(`${sections()}\n\n## Strategi\n\n- Menata kawasan (S1)`);
    expect(allPlaces(twice)).toEqual(['duplicate-section 59 Strategi']);
  });
});
