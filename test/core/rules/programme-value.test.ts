/** Years and amounts that cannot be read. */

import { describe, expect, test } from 'vitest';
import { chapter, economyWith, found, places } from './found';

const rule = 'programme-value';

const row = (years: string, budget: string, title = 'Anggaran') =>
  economyWith(
    `## Program Jangka Pendek\n\n| Program | Indikator | OPD | Tahun | ${title} |\n|---|---|---|---|---|\n| Pasar | A | B | ${years} | ${budget} |`,
  );

test('what cannot be read is shown at its cell', () => {
  expect(found(rule, row('**secepatnya**', 'menyesuaikan'))).toEqual([
    [
      '12 **secepatnya**',
      'Tahun tidak terbaca dari "secepatnya"; tulislah misalnya 2025 atau 2026-2028.',
      'No year can be read from "secepatnya"; write for example 2025 or 2026-2028.',
    ],
    [
      '12 menyesuaikan',
      'Jumlah anggaran tidak terbaca dari "menyesuaikan"; tulislah misalnya Rp 250.000.000 atau 1,2 miliar.',
      'No amount can be read from "menyesuaikan"; write for example Rp 250.000.000 or 1,2 miliar.',
    ],
  ]);
});

describe('what planners write is read', () => {
  test.each(['2025', '2025-2027', '2025 s.d. 2027', 'TW II 2025', 'Q3 2025', 'Januari 2025', '2025<br>2026', '-', ''])(
    'years: %s',
    (years) => expect(places(rule, row(years, '1 M'))).toEqual([]),
  );

  test.each([
    'Rp 1.250.000.000',
    '1,25 M',
    '750 juta',
    'Rp. 500.000.000,-',
    'Rp.500.000.000,-',
    '24,8 juta per aplikasi per tahun',
    '-',
    'TBD',
  ])('budget: %s', (budget) => expect(places(rule, row('2025', budget))).toEqual([]));

  test('a unit in the title scales the amounts', () => {
    expect(places(rule, row('2025', '3.600', 'Anggaran (Rp juta)'))).toEqual([]);
  });
});

test('a duration is no year, but in a quick win it may stand where the time is asked for', () => {
  expect(places(rule, row('3-4 tahun', '1 M'))).toEqual(['12 3-4 tahun']);
  const quickWin = '\n\n## Quick Win\n\n| Quick Win | Waktu |\n|---|---|\n| Pasar | 6 bulan |';
  expect(places(rule, row('2025', '1 M').trimEnd() + quickWin)).toEqual([]);
});

test('years counted from the start need a period', () => {
  expect(places(rule, row('Tahun ke-1', '1 M'))).toEqual([]);
  expect(places(rule, { 'masterplan.yaml': 'period: 2025-2029\n', 'bab.md': row('Tahun ke-1', '1 M') })).toEqual([]);
});

test('a placeholder is left to its own rule', () => {
  expect(places(rule, row('[isi di sini]', '[isi di sini]'))).toEqual([]);
});

test('an orphaned quick win is left alone, a planned one is read in each of its places', () => {
  const short =
    '## Program Jangka Pendek\n\n| Program | Indikator | OPD | Tahun |\n|---|---|---|---|\n| Pasar | A | B | 2025 |\n\n';
  const quickWins = '## Quick Win\n\n| Quick Win | Tahun |\n|---|---|\n| Pasar | segera |\n| Katalog | segera |';
  expect(places(rule, economyWith(short + quickWins))).toEqual(['18 segera']);
});

test('the rows of a roadmap are no programmes', () => {
  expect(places(rule, chapter('roadmap', 'Peta Jalan', '| Program | Tahun |\n|---|---|\n| Pasar | segera |'))).toEqual(
    [],
  );
});
