/** Quick wins that take too long or come too late. */

import { expect, test } from 'vitest';
import { chapter, economyWith, found, places } from './found';

const rule = 'quick-win-duration';
const files = (years: string, duration = '', period = 'period: 2025-2034\n') => ({
  'masterplan.yaml': period,
  'bab.md': economyWith(
    `## Quick Win\n\n| Quick Win | Tahun | Durasi |\n|---|---|---|\n| Pasar | ${years} | ${duration} |`,
  ),
});

test('another year, and more than a year', () => {
  expect(found(rule, files('2026', '18 bulan'))).toEqual([
    [
      '12 2026',
      'Quick win "Pasar" seharusnya dikerjakan pada tahun pertama masterplan, 2025, bukan 2026.',
      'The quick win "Pasar" belongs to the first year of the masterplan, 2025, not to 2026.',
    ],
    [
      '12 18 bulan',
      'Quick win "Pasar" seharusnya selesai dalam 12 bulan, bukan "18 bulan".',
      'The quick win "Pasar" is to be done within 12 months, not "18 bulan".',
    ],
  ]);
});

test.each([
  ['2025', '12 bulan'],
  ['TW I 2025', '1 tahun'],
  ['Januari - Desember 2025', '6-9 bulan'],
  ['-', '-'],
  ['2025', 'bertahap'],
  ['2025', 'tidak lebih dari 12 bulan'],
  ['2025', '12 bulan (termasuk handover)'],
  ['2025', '12 bulan; coverage 5 kecamatan'],
  ['2025', 'Januari -> Desember (12 bulan)'],
])('silent: %s, %s', (years, duration) => {
  expect(places(rule, files(years, duration))).toEqual([]);
});

test.each([
  ['2025-2026', '12 2025-2026'],
  ['2025, 2027', '12 2025, 2027'],
  ['2 tahun', '12 2 tahun'],
])('%s', (years, place) => {
  expect(places(rule, files(years))).toEqual([place]);
});

test('without a period only the duration is judged', () => {
  expect(places(rule, files('2031', 'lebih dari 12 bulan', 'region: X\n'))).toEqual(['12 lebih dari 12 bulan']);
});

test('each place of a quick win is another cell to mend; the programme is judged by its horizon', () => {
  const book = {
    'masterplan.yaml': 'period: 2025-2034\nhorizons: { short: 2025-2026 }\n',
    'a.md': economyWith(
      '## Program Jangka Pendek\n\n| Program | Tahun |\n|---|---|\n| Pasar | 2025-2026 |\n\n## Quick Win\n\n### Pasar\n\n- Tahun: 2025',
    ),
    'b.md': chapter('quick-wins', 'Profil', '## Pasar\n\n- Dimensi: Smart Economy\n- Tahun: 2026'),
  };
  expect(places(rule, book)).toEqual(['b.md:10 2026']);
});
