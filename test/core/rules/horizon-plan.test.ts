/** Horizons that do not share out the period. */

import { describe, expect, test } from 'vitest';
import { economyWith, found, places } from './found';

const rule = 'horizon-plan';
const book = (manifest: string) => ({ 'masterplan.yaml': manifest });

test('two that overlap: at the later one', () => {
  expect(
    found(rule, book('period: 2025-2034\nhorizons: { short: 2025, medium: 2026-2030, long: 2030-2034 }\n')),
  ).toEqual([
    [
      'masterplan.yaml:2 2030-2034',
      '"Program Jangka Panjang" (2030-2034) tumpang tindih dengan "Program Jangka Menengah" (2026-2030).',
      '"Long-term Programmes" (2030-2034) overlaps with "Medium-term Programmes" (2026-2030).',
    ],
  ]);
});

test('a year between two belongs to none', () => {
  expect(found(rule, book('horizons:\n  short: 2025\n  medium: 2027-2029\n'))).toEqual([
    [
      'masterplan.yaml:3 2027-2029',
      'Sebelum "Program Jangka Menengah" tahun 2026 belum masuk jangka waktu mana pun.',
      'Before "Medium-term Programmes", 2026 belongs to no horizon.',
    ],
  ]);
});

test('one that leaves the period', () => {
  expect(found(rule, book('period: 2025-2034\nhorizons:\n  short: 2024-2025\n  long: 2030-2036\n'))).toEqual([
    [
      'masterplan.yaml:3 2024-2025',
      '"Program Jangka Pendek" (2024-2025) keluar dari periode masterplan, 2025-2034.',
      '"Short-term Programmes" (2024-2025) leaves the period of the masterplan, 2025-2034.',
    ],
    [
      'masterplan.yaml:4 2030-2036',
      '"Program Jangka Panjang" (2030-2036) keluar dari periode masterplan, 2025-2034.',
      '"Long-term Programmes" (2030-2036) leaves the period of the masterplan, 2025-2034.',
    ],
  ]);
});

test('years at either end that belong to none', () => {
  expect(
    found(rule, book('period: 2025-2034\nhorizons: { short: 2026, medium: 2027-2029, long: 2030-2033 }\n')),
  ).toEqual([
    [
      'masterplan.yaml:2 2026',
      'Sebelum "Program Jangka Pendek" tahun 2025 belum masuk jangka waktu mana pun.',
      'Before "Short-term Programmes", 2025 belongs to no horizon.',
    ],
    [
      'masterplan.yaml:2 2030-2033',
      'Setelah "Program Jangka Panjang" (2030-2033) tahun 2034 belum masuk jangka waktu mana pun.',
      'After "Long-term Programmes" (2030-2033), 2034 belongs to no horizon.',
    ],
  ]);
});

test('a period of more than ten years', () => {
  expect(found(rule, book('period: 2025-2035\n'))).toEqual([
    [
      'masterplan.yaml:1 2025-2035',
      'Periode 2025-2035 mencakup 11 tahun; masterplan paling lama 10 tahun.',
      'The period 2025-2035 has 11 years; a masterplan covers 10 at the most.',
    ],
  ]);
});

describe('silent', () => {
  test.each([
    '',
    'period: 2025-2034\n',
    'period: 2025\n',
    'horizons: { short: 2025, medium: 2026-2029, long: 2030-2034 }\n',
    'period: 2025-2034\nhorizons: { short: 2025-2026 }\n',
    'period: 2025-2034\nhorizons: { long: 2031-2034 }\n',
    'period: 2025-2029\nhorizons: { medium: 2027-2029 }\n',
  ])('%j', (manifest) => {
    expect(places(rule, book(manifest))).toEqual([]);
  });

  test('for a loose chapter', () => {
    expect(places(rule, economyWith('Pengantar.'))).toEqual([]);
  });
});
