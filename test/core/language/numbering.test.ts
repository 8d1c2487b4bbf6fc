import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endOfSigns,
  readCount,
  readNumber,
  romanValue,
  toRoman,
  withoutNumber,
} from '../../../src/core/language/numbering';

/** The number as written, the words after it, its style and its values. */
function parts(text: string) {
  const number = readNumber(text);
  return number && [text.slice(number.start, number.end), text.slice(number.textStart), number.style, number.values];
}

describe('readNumber', () => {
  it.each([
    ['BAB III Strategi', ['BAB III', 'Strategi', 'chapter', [3]]],
    ['Bab 3: Strategi', ['Bab 3:', 'Strategi', 'chapter', [3]]],
    ['BAB IV – Strategi', ['BAB IV', 'Strategi', 'chapter', [4]]],
    ['BAB I', ['BAB I', '', 'chapter', [1]]],
    ['3.1 Smart Governance', ['3.1', 'Smart Governance', 'decimal', [3, 1]]],
    ['3.1.2. Analisis', ['3.1.2.', 'Analisis', 'decimal', [3, 1, 2]]],
    ['1. Visi', ['1.', 'Visi', 'decimal', [1]]],
    ['1.Visi', ['1.', 'Visi', 'decimal', [1]]],
    ['1) Visi', ['1)', 'Visi', 'decimal', [1]]],
    ['(1) Visi', ['(1)', 'Visi', 'decimal', [1]]],
    ['1: Visi', ['1:', 'Visi', 'decimal', [1]]],
    ['  2.1  - Visi', ['2.1', 'Visi', 'decimal', [2, 1]]],
    ['A. Visi', ['A.', 'Visi', 'letter', [1]]],
    ['a. Visi', ['a.', 'Visi', 'letter', [1]]],
    ['a) Visi', ['a)', 'Visi', 'letter', [1]]],
    ['IV. Visi', ['IV.', 'Visi', 'roman', [4]]],
    ['iv) Visi', ['iv)', 'Visi', 'roman', [4]]],
    ['A.1 Visi', ['A.1', 'Visi', 'decimal', [1, 1]]],
    ['III.2.1 Visi', ['III.2.1', 'Visi', 'decimal', [3, 2, 1]]],
    ['3.1', ['3.1', '', 'decimal', [3, 1]]],
    ['📊 1. Visi', ['1.', 'Visi', 'decimal', [1]]],
    ['🏛️ BAB III — Visi', ['BAB III', 'Visi', 'chapter', [3]]],
    ['👩🏽‍💻 A. Visi', ['A.', 'Visi', 'letter', [1]]],
    ['■ 3.1 Visi', ['3.1', 'Visi', 'decimal', [3, 1]]],
    ['2️⃣ Visi', ['2️⃣', 'Visi', 'decimal', [2]]],
  ])('reads %s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it.each([
    '',
    'Visi',
    '3 Dimensi',
    '1 Visi',
    '1.000 Desa Digital',
    '2025. Tahun Digital',
    'E-Government',
    'D.I. Yogyakarta',
    'CV. Maju',
    'Vi. X',
    'MIX. X',
    'BAB LIMA',
    'BAB',
    'IIII. X',
    'a.Visi',
    '12-3 X',
    '🎯 Visi',
    '🎯 1.000 Desa',
  ])('reads no number in %j', (text) => {
    expect(readNumber(text)).toBeUndefined();
    expect(withoutNumber(text)).toBe(text);
  });

  it('gives both readings of a letter that may be roman', () => {
    expect(readNumber('C. Visi')).toMatchObject({
      style: 'letter',
      values: [3],
      roman: { style: 'roman', values: [100] },
    });
    expect(readNumber('i. Visi')).toMatchObject({
      style: 'letter',
      values: [9],
      roman: { style: 'roman', values: [1] },
    });
    expect(readNumber('A. Visi')?.roman).toBeUndefined();
  });

  it('tells how the first part is written', () => {
    expect(readNumber('BAB III X')).toMatchObject({ lead: 'roman', upper: true });
    expect(readNumber('b.1 X')).toMatchObject({ lead: 'letter', upper: false });
    expect(readNumber('3.1 X')?.lead).toBeUndefined();
  });

  it('keeps all of the text: number, blanks and words', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const number = readNumber(text);
        if (number === undefined) return;
        expect(number.start).toBeLessThan(number.end);
        expect(number.end).toBeLessThanOrEqual(number.textStart);
        expect(text.slice(0, number.start).trim()).toBe('');
        expect(text.slice(number.end, number.textStart)).toMatch(/^[\s\-–—:]*$/);
      }),
    );
  });

  it('reads any decimal number back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 6 }),
        fc.constantFrom('', '.'),
        (values, dot) => {
          expect(readNumber(`${values.join('.')}${dot} Judul`)?.values).toEqual(values);
        },
      ),
    );
  });
});

describe('words that count', () => {
  it.each([
    ['Program 2: Gerai Desa', 'Program', 'Gerai Desa'],
    ['Quick Win III – Gerai Desa', 'Quick Win', 'Gerai Desa'],
    ['Quick Win 1 -- Gerai Desa', 'Quick Win', 'Gerai Desa'],
    ['Kegiatan ke-1. Gerai Desa', 'Kegiatan', 'Gerai Desa'],
    ['Program Quick Win Ke-12 - Gerai Desa', 'Program Quick Win', 'Gerai Desa'],
    ['Inovasi No. 4) Gerai Desa', 'Inovasi', 'Gerai Desa'],
    ['Program #3 : Gerai Desa', 'Program', 'Gerai Desa'],
    ['Program/Kegiatan B. Gerai Desa', 'Program/Kegiatan', 'Gerai Desa'],
    ['Program Quick Win 2', 'Program Quick Win', ''],
    ['Quick Win II.', 'Quick Win', ''],
  ])('%s', (text, of, name) => {
    const count = readCount(text);
    expect([count?.of, text.slice(count?.after)]).toEqual([of, name]);
  });

  it.each([
    'Program 1000 Lampu',
    'Program 1 Desa 1 Produk',
    'Program 2025: Gerai Desa',
    'Program 4.0: Gerai Desa',
    'Program 1:1 Pendampingan',
    'Program: Gerai 2',
    '2: Gerai Desa',
    'Program',
    '',
  ])('none in %s', (text) => {
    expect(readCount(text)).toBeUndefined();
  });

  it('stay within the text, and end where a word begins', () => {
    const part = fc.constantFrom(
      'Program',
      '🔹',
      ' ',
      '1',
      'ke-',
      'No.',
      '#',
      'IV',
      'B',
      ':',
      ' – ',
      '--',
      'Gerai',
      '\n',
      'é',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const count = readCount(text);
        if (count === undefined) return;
        expect(text.slice(endOfSigns(text)).startsWith(count.of)).toBe(true);
        expect(count.after).toBeGreaterThan(count.of.length);
        expect(text.slice(count.after)).toBe(text.slice(count.after).trimStart());
      }),
    );
  });
});

describe('roman numbers', () => {
  it('are read back as they are written', () => {
    for (let value = 1; value < 4000; value++) expect(romanValue(toRoman(value))).toBe(value);
  });

  it('are none where they break the rules', () => {
    for (const word of ['', 'IIII', 'VV', 'IC', 'ABC']) expect(romanValue(word)).toBeUndefined();
  });

  it('exist for 1 to 3999 only', () => {
    for (const value of [0, -1, 4000, 1.5, Number.NaN]) expect(() => toRoman(value)).toThrow(RangeError);
  });
});
