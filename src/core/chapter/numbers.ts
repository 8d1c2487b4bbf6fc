/** The manual numbers of headings as series: siblings that are counted together (rule `heading-number`). */

import { type HeadingNumber, type NumberReading, toRoman } from '../language/numbering';
import type { Section } from './chapter';

/** A numbered heading in its series, with the reading of its number that its siblings decide. */
export interface NumberedSection {
  readonly section: Section;
  readonly number: HeadingNumber;
  readonly values: readonly number[];
  readonly style: NumberReading['style'];
}

/**
 * The numbered siblings, series by series: same style, same depth, same case. A letter that is also a roman digit is
 * roman only where its siblings make it so (`I.`, `II.`), format 2.2.
 */
export function numberSeries(siblings: readonly Section[]): NumberedSection[][] {
  const numbered = siblings.filter((section) => section.number !== undefined);
  if (numbered.length === 0) return [];
  const lettered = numbered.filter(({ number }) => number?.style === 'letter' || number?.style === 'roman');
  const isRoman = areRoman(lettered.map(({ number }) => number as HeadingNumber));
  const series = new Map<string, NumberedSection[]>();
  for (const section of numbered) {
    const number = section.number as HeadingNumber;
    const reading = isRoman && number.roman !== undefined ? number.roman : number;
    const key = [reading.style, reading.values.length, number.lead ?? '', number.upper].join(' ');
    const one = { section, number, values: reading.values, style: reading.style };
    const there = series.get(key);
    if (there === undefined) series.set(key, [one]);
    else there.push(one);
  }
  return [...series.values()];
}

/** All of them can be roman, and either one can be nothing else or they begin with I. */
function areRoman(numbers: readonly HeadingNumber[]): boolean {
  if (numbers.length === 0 || numbers.some((number) => number.style === 'letter' && number.roman === undefined))
    return false;
  return numbers.some((number) => number.style === 'roman') || numbers[0]?.roman?.values[0] === 1;
}

/** The parent's number that a child's must begin with: only where the child is numbered one level deeper. */
export function inheritedValues(parent: Section | undefined, child: NumberedSection): readonly number[] | undefined {
  const number = parent?.number;
  if (number === undefined || (number.style !== 'decimal' && number.style !== 'chapter')) return undefined;
  return child.style === 'decimal' && child.values.length === number.values.length + 1 ? number.values : undefined;
}

/** Whether two numbers of headings are one: `3.1` is not `3.1.1`. */
export function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

/** The written number with other values: its word, its brackets and its closing mark stay (`BAB III`, `a)`, `2.2.`). */
export function withValues(written: string, { number, style }: NumberedSection, values: readonly number[]): string {
  const first = values[0] as number;
  const lead =
    style === 'roman' || number.lead === 'roman'
      ? roman(first, number.upper)
      : style === 'letter' || number.lead === 'letter'
        ? letter(first, number.upper)
        : String(first);
  const digits = [lead, ...values.slice(1)].join('.');
  if (style === 'chapter') return written.replace(/^(\S+\s+)[\p{L}\d]+(?:\.\d+)*/u, (_, word: string) => word + digits);
  return written.replace(/[\p{L}\d]+(?:\.\d+)*/u, digits);
}

/** From 1 to 3999; what the Romans had no number for is written out. */
function roman(value: number, upper: boolean): string {
  if (value < 1 || value > 3999) return String(value);
  const digits = toRoman(value);
  return upper ? digits : digits.toLowerCase();
}

/** `a` to `z`; beyond the alphabet nobody numbers by letters, so the number is written out. */
function letter(value: number, upper: boolean): string {
  if (value < 1 || value > 26) return String(value);
  return String.fromCharCode((upper ? 64 : 96) + value);
}
