import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRelativeYears, readYears, readYearTitle } from '../../../src/core/language/years';
import { expectLinear } from '../growth';

const period = { from: 2025, to: 2034 };
const yearsOf = (text: string) => readYears(text, period)?.years;

describe('readYears', () => {
  it.each([
    ['2025', [2025]],
    ['2025-2027', [2025, 2026, 2027]],
    ['2025–2027', [2025, 2026, 2027]],
    ['2025--2027', [2025, 2026, 2027]],
    ['2025 --- 2027', [2025, 2026, 2027]],
    ['2025‑2027', [2025, 2026, 2027]],
    ['2025--27', [2025, 2026, 2027]],
    ['2025 — 2027', [2025, 2026, 2027]],
    ['2025/2027', [2025, 2026, 2027]],
    ['2025 s.d. 2027', [2025, 2026, 2027]],
    ['2025 s.d 2027', [2025, 2026, 2027]],
    ['2025 s/d 2027', [2025, 2026, 2027]],
    ['2025 sampai 2027', [2025, 2026, 2027]],
    ['Tahun 2025 sampai dengan tahun 2027', [2025, 2026, 2027]],
    ['2025 hingga 2027', [2025, 2026, 2027]],
    ['2025-27', [2025, 2026, 2027]],
    ['2025-2026-2027', [2025, 2026, 2027]],
  ])('reads the span in %s', (text, years) => {
    expect(yearsOf(text)).toEqual(years);
  });

  it.each([
    ['2025, 2027', [2025, 2027]],
    ['2025,2027 dan 2029', [2025, 2027, 2029]],
    ['2028; 2025-2026', [2025, 2026, 2028]],
    ['2025\n2026', [2025, 2026]],
    ['2025 dan 2025', [2025]],
  ])('reads the list in %j', (text, years) => {
    expect(yearsOf(text)).toEqual(years);
  });

  it.each([
    ['TW II 2025', [2025]],
    ['Triwulan 3 2025', [2025]],
    ['Q3 2025', [2025]],
    ['Semester 1 2025', [2025]],
    ['Maret 2025', [2025]],
    ['Januari - Maret 2025', [2025]],
    ['TW I 2025 - TW III 2026', [2025, 2026]],
    ['TW3 2025 s.d. TW1 2027', [2025, 2026, 2027]],
    ['Jan 2025 s.d. Mar 2026', [2025, 2026]],
    ['2025 (TW I) - 2026 (TW II)', [2025, 2026]],
    ['12/08/2025', [2025]],
    ['2025-08', [2025]],
    ['2025-08-12 - 2027-01-30', [2025, 2026, 2027]],
    ['mulai 2025 (uji coba)', [2025]],
  ])('reads the year beside parts of years in %s', (text, years) => {
    expect(yearsOf(text)).toEqual(years);
  });

  it.each([
    ['Tahun ke-1', [2025]],
    ['tahun ke 2 dan 4', [2026, 2028]],
    ['Tahun ke-1 s.d. ke-3', [2025, 2026, 2027]],
    ['Tahun ke-1 -- ke-3', [2025, 2026, 2027]],
    ['Tahun I--III', [2025, 2026, 2027]],
    ['Tahun ke‑2', [2026]],
    ['Tahun ke-2 sampai dengan tahun ke-3', [2026, 2027]],
    ['Tahun I', [2025]],
    ['tahun kelima', [2029]],
    ['Year 1-3', [2025, 2026, 2027]],
    ['Tahun ke-11', [2035]],
  ])('counts %s from the start of the period', (text, years) => {
    expect(yearsOf(text)).toEqual(years);
    expect(readYears(text)).toBeUndefined();
    expect(isRelativeYears(text)).toBe(true);
  });

  it.each([
    '',
    '3-4 tahun',
    '6 bulan',
    '3 tahun 6 bulan',
    'setiap tahun',
    '2025.000',
    '20255',
    'A2025',
    '2027-2025',
    'Tahun ke-3-1',
    '500',
  ])('reads no year in %j', (text) => {
    expect(yearsOf(text)).toBeUndefined();
  });

  it('gives the span over all years', () => {
    expect(readYears('2025, 2029')?.span).toEqual({ from: 2025, to: 2029 });
  });

  it('reads back what is written, sorted and once each, whatever joins them', () => {
    const year = fc.integer({ min: 1950, max: 2150 });
    fc.assert(
      fc.property(
        fc.array(year, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(', ', '; ', ' dan ', '\n'),
        (years, and) => {
          expect(readYears(years.join(and))?.years).toEqual([...new Set(years)].sort((a, b) => a - b));
        },
      ),
    );
    fc.assert(
      fc.property(
        year,
        year,
        fc.constantFrom('-', ' – ', ' s.d. ', ' s/d ', ' sampai ', ' hingga ', '/'),
        (a, b, to) => {
          const reading = readYears(`${a}${to}${b}`);
          if (b < a) expect(reading).toBeUndefined();
          else expect([reading?.span, reading?.years.length]).toEqual([{ from: a, to: b }, b - a + 1]);
        },
      ),
    );
  });

  it('answers hostile text at once', () => {
    for (const piece of ['2025-', '1 1 ', 'tahun ke-1', '2025 s.d. ', 'ke-1-'])
      expectLinear((size) => readYears(piece.repeat(size), period), 2000);
  });
});

describe('readYearTitle', () => {
  it.each(['2025', 'Tahun 2025', '(2025)', ' 2025 ', 'TA 2025', 'Tahun Anggaran 2025', 'Th. 2025'])(
    'takes %j as a year',
    (text) => {
      expect(readYearTitle(text)).toBe(2025);
    },
  );

  it.each(['Target 2025', '2025-2026', 'Tahun', '1000', ''])('takes %j as none', (text) => {
    expect(readYearTitle(text, period)).toBeUndefined();
  });

  it('counts years from the period where there is one', () => {
    expect(readYearTitle('Tahun ke-3', period)).toBe(2027);
    expect(readYearTitle('Tahun ke‑3', period)).toBe(2027);
    expect(readYearTitle('Tahun ke-3')).toBeUndefined();
  });
});
