/** Sums, marks that repeat, and numbers of columns are told from contents. */

import { describe, expect, test } from 'vitest';
import { isColumnNumbers, isDitto, isFigure, isTotalLabel } from '../../../src/core/language/worksheet';

describe('labels of sums', () => {
  test.each([
    'Jumlah',
    'JUMLAH :',
    'Total',
    'Sub Total Kekuatan',
    'Subtotal',
    'Sub-Total',
    'Grand Total',
    'Total Anggaran (Rp)',
    'Jumlah Kekuatan dan Kelemahan',
    'Total Skor IFAS',
    'Total Smart Governance',
    'Total Program Jangka Pendek',
    'Jumlah I + II',
  ])('%s', (text) => expect(isTotalLabel(text)).toBe(true));

  test.each([
    'Jumlah pemuda yang besar',
    'Jumlah penduduk usia produktif tinggi',
    'Total Quality Management',
    'Program',
    '',
    'Jumlahkan data',
  ])('not %s', (text) => expect(isTotalLabel(text)).toBe(false));
});

test('marks that repeat the cell above', () => {
  for (const mark of [
    '"',
    '”',
    "''",
    '- " -',
    '-"-',
    '〃',
    'idem',
    'Idem.',
    'sda',
    's.d.a.',
    'SDA',
    'sama dengan di atas',
  ])
    expect([mark, isDitto(mark)]).toEqual([mark, true]);
  for (const words of ['-', 'Dinas', 'sdm', 's.d.', '"Kita"', 'sama', ''])
    expect([words, isDitto(words)]).toEqual([words, false]);
});

test('numbers of columns', () => {
  expect(isColumnNumbers(['(1)', '(2)', '(3)'])).toBe(true);
  expect(isColumnNumbers(['1', '2', '3', '4.'])).toBe(true);
  expect(isColumnNumbers(['1', '2'])).toBe(false);
  expect(isColumnNumbers(['2', '3', '4'])).toBe(false);
  expect(isColumnNumbers(['1', 'Dua', '3'])).toBe(false);
});

test('figures', () => {
  for (const text of ['1.500.000', 'Rp 4,2 M', '100%', '', '±', '750 juta'])
    expect([text, isFigure(text)]).toEqual([text, true]);
  for (const text of ['Dinas Kesehatan', '12 desa']) expect([text, isFigure(text)]).toEqual([text, false]);
});
