import { describe, expect, test } from 'vitest';
import { isBeyond, readDuration } from '../../../src/core/language/durations';

describe('durations', () => {
  test.each([
    ['6 bulan', 6],
    ['18 bulan', 18],
    ['3-4 tahun', 48],
    ['3 s.d. 6 bulan', 6],
    ['3--6 bulan', 6],
    ['3 bulan -- 6 bulan', 6],
    ['3 bulan — 6 bulan', 6],
    ['3 ‑ 6 bulan', 6],
    ['1 tahun 6 bulan', 18],
    ['1 tahun dan 2 bulan', 14],
    ['1,5 tahun', 18],
    ['setahun', 12],
    ['enam bulan', 6],
    ['dua belas bulan', 12],
    ['6 (enam) bulan', 6],
    ['satu semester', 6],
    ['2 triwulan', 6],
    ['6 months', 6],
    ['a 9-month pilot', 9],
    ['kurang dari 12 bulan', 12],
    ['10 bulan sejak Maret 2025', 10],
  ])('%s', (text, months) => {
    expect(readDuration(text)).toBe(months);
  });

  test('a year in days or weeks is no longer than a year', () => {
    expect(readDuration('365 hari')).toBeLessThanOrEqual(12);
    expect(readDuration('52 minggu')).toBeLessThanOrEqual(12);
    expect(readDuration('60 minggu')).toBeGreaterThan(12);
  });

  test.each([
    '',
    '2025',
    'TW II 2025',
    'Semester 1 2025',
    'Januari - Desember',
    'bertahap',
    '6 bulan; tahap kedua 9 bulan',
  ])('none in %j', (text) => {
    expect(readDuration(text)).toBeUndefined();
  });

  test.each([
    ['lebih dari 12 bulan', true],
    ['> 12 bulan', true],
    ['tidak lebih dari 12 bulan', false],
    ['12 bulan', false],
    ['>= 12 bulan', false],
    ['>12 bulan', true],
    ['Lebih dari  setahun', true],
    ['di atas 1 (satu) tahun', true],
    ['lebih dari satu tahun', true],
    ['lebih dari 12 (dua belas) bulan', true],
    ['more than 12 months', true],
    ['Over one year', true],
    ['pelaksanaan (lebih dari 12 bulan)', true],
    ['12 bulan (termasuk handover)', false],
    ['12 bulan; coverage 5 kecamatan', false],
    ['12 bulan; handover 5 kecamatan', false],
    ['12 bulan; over 5 kecamatan', false],
    ['12 bulan, mencakup lebih dari 3 desa', false],
    ['Januari -> Desember (12 bulan)', false],
    ['Januari -> 12 bulan', false],
    ['Januari => 12 bulan', false],
    ['tidak lebih  dari 12 bulan', false],
    ['tidak boleh lebih dari 12 bulan', false],
    ['no more than 12 months', false],
    ['lebih dari 6 sampai 12 bulan', false],
  ])('%s is beyond: %s', (text, beyond) => {
    expect(isBeyond(text)).toBe(beyond);
  });
});
