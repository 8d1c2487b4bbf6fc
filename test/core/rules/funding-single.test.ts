/** A masterplan that lives from the regional budget alone. */

import { expect, test } from 'vitest';
import { economyWith, found, places } from './found';

const rule = 'funding-single';
const files = (...sources: string[]) => ({
  'masterplan.yaml': 'region: Kabupaten Contoh\nperiod: 2025-2034\n',
  'bab.md': economyWith(
    `## Program Jangka Pendek\n\n| Program | Sumber Dana |\n|---|---|\n${sources.map((source, i) => `| Program ${i} | ${source} |`).join('\n')}`,
  ),
});
const regional = [
  'APBD',
  'APBD Kabupaten',
  'APBD Kab. Contoh',
  'APBD Provinsi',
  'Anggaran Pendapatan dan Belanja Daerah (APBD) 2025',
];

test('five programmes and no other source', () => {
  expect(found(rule, files(...regional, '-'))).toEqual([
    [
      'masterplan.yaml:1 region: Kabupaten Contoh',
      'Semua program yang menyebut sumber dana (5) didanai APBD; pertimbangkan sumber lain, misalnya DAK, CSR, atau KPBU.',
      'All 5 programmes that name a funding source are paid from the regional budget (APBD); consider others, such as DAK, CSR or KPBU.',
    ],
  ]);
});

test.each([
  ['there are only four', regional.slice(1)],
  ['one has another source', [...regional, 'DAK']],
  ['one has another source besides', [...regional.slice(1), 'APBD, CSR', 'APBD']],
  ['one is paid by somebody else', [...regional, 'Perbankan yang ditunjuk']],
  ['one is the national budget', [...regional, 'APBN']],
])('silent where %s', (_, sources) => {
  expect(places(rule, files(...sources))).toEqual([]);
});

test('a loose chapter is no masterplan', () => {
  expect(places(rule, files(...regional)['bab.md'])).toEqual([]);
});

test('a placeholder is no source', () => {
  expect(places(rule, files(...regional, '[isi di sini]'))).toHaveLength(1);
});
