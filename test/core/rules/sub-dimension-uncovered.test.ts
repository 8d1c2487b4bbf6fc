/** Sub-dimensions that nothing names, where others are named. */

import { expect, test } from 'vitest';
import { chapter, economyWith, found, places } from './found';

const rule = 'sub-dimension-uncovered';
const table = (...subs: string[]) =>
  `## Program Jangka Pendek\n\n| Program | Sub-dimensi |\n|---|---|\n${subs.map((sub, i) => `| Program ${i} | ${sub} |`).join('\n')}`;

test('each is named at the title', () => {
  expect(found(rule, economyWith(table('Industri')))).toEqual([
    [
      '6 Smart Economy',
      'Sub-dimensi "Kesejahteraan Rakyat" belum memiliki program di Smart Economy.',
      'No programme of Smart Economy covers the sub-dimension "Welfare" yet.',
    ],
    [
      '6 Smart Economy',
      'Sub-dimensi "Ekosistem Transaksi Keuangan" belum memiliki program di Smart Economy.',
      'No programme of Smart Economy covers the sub-dimension "Financial Transactions" yet.',
    ],
  ]);
});

test.each([
  ['all are named', table('Ekosistem Industri', 'kesejahteraan', 'Transaksi')],
  ['several stand in a cell', table('Industri dan Kesejahteraan; Transaksi')],
  ['none is named', table('-', 'Pariwisata')],
  [
    'only words of an item or a row are alike',
    '## Strategi\n\n- Industri dan kesejahteraan\n\n## Program Jangka Pendek\n\n| Program |\n|---|\n| Industri |',
  ],
  ['a heading only holds the word', '## Program Jangka Pendek\n\n### SI Industri Kecil\n\n- OPD: B'],
  [
    'the profile names one',
    `${table('Industri', 'Kesejahteraan')}\n\n## Quick Win\n\n### Program 1\n\n- Sub-dimensi: Transaksi`,
  ],
])('silent where %s', (_, body) => {
  expect(places(rule, economyWith(body))).toEqual([]);
});

test('headings name sub-dimensions, and hold the names of those that they cover', () => {
  const body =
    '## Program Jangka Pendek\n\n### Sub-dimensi Industri\n\n| Program |\n|---|\n| Pasar |\n\n## Strategi\n\n### Menuju kesejahteraan petani\n\n- satu';
  expect(places(rule, economyWith(body))).toEqual(['6 Smart Economy']);
});

test('dimension by dimension in a chapter of several: at the heading of the block', () => {
  const body = `## 3.1 Smart Economy\n\n${table('Industri', 'Kesejahteraan').replace('##', '###')}\n\n## 3.2 Smart Living\n\n${table('Kesehatan', 'Mobilitas', 'Tata Ruang').replace('##', '###')}`;
  expect(places(rule, chapter('dimensions', 'Strategi Pembangunan Smart City', body))).toEqual(['7 3.1 Smart Economy']);
});

test('a dimension in two chapters is judged as a whole', () => {
  const files = { 'a.md': economyWith(table('Industri')), 'b.md': economyWith(table('Kesejahteraan', 'Transaksi')) };
  expect(places(rule, files)).toEqual([]);
});

test('a chapter that was read only in part is not judged', () => {
  expect(places(rule, economyWith(`${table('Industri')}\n\n${'x'.repeat(20_001)}`))).toEqual([]);
});
