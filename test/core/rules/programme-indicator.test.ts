/** Indicators and targets without a number. */

import { expect, test } from 'vitest';
import { economyWith, found, places } from './found';

const rule = 'programme-indicator';

const row = (indicator: string, target: string) =>
  economyWith(
    `## Program Jangka Pendek\n\n| Program | Indikator | Target | OPD | Tahun |\n|---|---|---|---|---|\n| Pasar | ${indicator} | ${target} | B | 2025 |`,
  );

test('neither has a number: at the indicator', () => {
  expect(found(rule, row('Meningkatnya *omzet*', 'Meningkat'))).toEqual([
    [
      '12 Meningkatnya *omzet*',
      'Indikator dan target program "Pasar" belum memuat angka, sehingga capaiannya tidak dapat diukur.',
      'Neither indicator nor target of "Pasar" has a number, so nobody can measure it.',
    ],
  ]);
});

test.each([
  ['Jumlah pedagang', '500'],
  ['1 aplikasi', 'Aplikasi berjalan'],
  ['Cakupan', 'Semua kecamatan'],
  ['Cakupan', 'seratus desa'],
  ['Cakupan', '½ kabupaten'],
  ['Meningkatnya omzet', '-'],
  ['-', 'Meningkat'],
  ['[isi di sini]', 'Meningkat'],
])('silent for %s / %s', (indicator, target) => {
  expect(places(rule, row(indicator, target))).toEqual([]);
});

test('a word that only begins like a number is none', () => {
  expect(places(rule, row('Satuan tugas terbentuk', 'Duafa terlayani'))).toEqual(['12 Satuan tugas terbentuk']);
});

test('the profile may give the target', () => {
  const quickWin = (target: string) => `\n\n## Quick Win\n\n### Pasar\n\n- Target: ${target}\n`;
  expect(places(rule, row('Meningkatnya omzet', '').trimEnd() + quickWin('naik'))).toEqual(['12 Meningkatnya omzet']);
  expect(places(rule, row('Meningkatnya omzet', '').trimEnd() + quickWin('naik 10%'))).toEqual([]);
});
