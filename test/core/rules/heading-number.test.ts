/** Manual numbers of headings that repeat, skip, or carry another parent's number. */

import { describe, expect, test } from 'vitest';
import { fixAll } from './fixing';
import { asWindows, chapter, found, places } from './found';

const rule = 'heading-number';

/** Headings of a chapter without text below; the first stands in line 7, each further one two lines down. */
function headings(...lines: string[]): string {
  return chapter('closing', 'BAB III Penutup', lines.join('\n\n'));
}

describe('a number is reported', () => {
  test('where it repeats one, and what follows it is not', () => {
    const source = headings('## 3.1 Satu', '## 3.2 Dua', '## 3.2 Tiga', '## 3.3 Empat', '## 3.4. Lima');
    expect(found(rule, source)).toEqual([
      ['11 3.2', 'Nomor 3.2 sudah dipakai; seharusnya 3.3.', 'Number 3.2 is used already; 3.3 is expected.'],
    ]);
    expect(places(rule, asWindows(source))).toEqual(['11 3.2']);
    expect(places(rule, headings('## 3.1 Satu', '## 3.1 Dua', '## 3.3 Tiga', '## 3.4 Empat'))).toEqual(['9 3.1']);
  });

  test('where it repeats one again, and where one is skipped later', () => {
    const source = headings('## 1. Satu', '## 1. Dua', '## 1. Tiga', '## 4. Empat', '## 6. Lima');
    expect(found(rule, source)).toEqual([
      ['9 1.', 'Nomor 1 sudah dipakai; seharusnya 2.', 'Number 1 is used already; 2 is expected.'],
      ['11 1.', 'Nomor 1 sudah dipakai; seharusnya 3.', 'Number 1 is used already; 3 is expected.'],
      ['15 6.', 'Nomor 6 melompat; seharusnya 5.', 'Number 6 skips one; 5 is expected.'],
    ]);
    expect(places(rule, headings('## 1. Satu', '## 1. Dua', '## 2. Tiga', '## 4. Empat'))).toEqual(['9 1.', '13 4.']);
  });

  test('where it skips one', () => {
    expect(found(rule, headings('## 3.1 Satu', '## 3.3. Dua', '## 3.4 Tiga'))).toEqual([
      ['9 3.3.', 'Nomor 3.3 melompat; seharusnya 3.2.', 'Number 3.3 skips one; 3.2 is expected.'],
    ]);
  });

  test("where it carries another parent's number", () => {
    expect(found(rule, headings('## 3.1 Satu', '### 3.2.1 Anak'))).toEqual([
      [
        '9 3.2.1',
        'Nomor 3.2.1 tidak sesuai dengan nomor judul di atasnya; seharusnya 3.1.1.',
        'Number 3.2.1 does not carry the number of the heading above; 3.1.1 is expected.',
      ],
    ]);
  });

  test('in roman numbers and letters', () => {
    expect(found(rule, headings('## I. Satu', '## II. Dua', '## IV. Tiga'))).toEqual([
      ['11 IV.', 'Nomor IV melompat; seharusnya III.', 'Number IV skips one; III is expected.'],
    ]);
    expect(found(rule, headings('## a) Satu', '## b) Dua', '## b) Tiga', '## c) Empat'))).toEqual([
      ['11 b)', 'Nomor b sudah dipakai; seharusnya c.', 'Number b is used already; c is expected.'],
    ]);
    // C, D are letters here, for B is no roman digit; among roman siblings I and V are numbers.
    expect(places(rule, headings('## A. Satu', '## B. Dua', '## C. Tiga', '## D. Empat'))).toEqual([]);
    expect(places(rule, headings('## I. Satu', '## II. Dua', '## V. Tiga'))).toEqual(['11 V.']);
  });

  test('in roman numbers below a number that has no roman digits', () => {
    const source = headings('## 0. Pengantar', '### II.1 Latar', '### II.2 Tujuan');
    expect(found(rule, source)).toEqual([
      [
        '9 II.1',
        'Nomor II.1 tidak sesuai dengan nomor judul di atasnya; seharusnya 0.1.',
        'Number II.1 does not carry the number of the heading above; 0.1 is expected.',
      ],
      [
        '11 II.2',
        'Nomor II.2 tidak sesuai dengan nomor judul di atasnya; seharusnya 0.2.',
        'Number II.2 does not carry the number of the heading above; 0.2 is expected.',
      ],
    ]);
    const mended = headings('## 0. Pengantar', '### 0.1 Latar', '### 0.2 Tujuan');
    expect(fixAll({ 'bab.md': source }, rule)).toEqual({ 'bab.md': mended });
    expect(places(rule, mended)).toEqual([]);
  });
});

test.each([
  ['no number at all', ['## Satu', '## Dua']],
  ['a start in the middle', ['## 3.3 Satu', '## 3.4 Dua']],
  ['both forms of one style', ['## 3.1 Satu', '## 3.2. Dua', '## 3.3 Tiga']],
  ['the same numbers below other headings', ['## A. Satu', '### 1. Anak', '## B. Dua', '### 1. Anak']],
  ['headings without a number between', ['## 1. Satu', '## Catatan', '## 2. Dua']],
  ['years and amounts', ['## 2025. Tahun Pertama', '## 2027. Tahun Ketiga', '## 1.000 Taman']],
  ['two styles side by side', ['## 1. Satu', '## A. Lampiran', '## 2. Dua', '## B. Lampiran']],
  ['words that are no roman number', ['## Si. Satu', '## Di. Dua', '## Mix. Tiga']],
])('nothing is said of %s', (_, lines) => {
  expect(places(rule, headings(...lines))).toEqual([]);
});
