/** Counts the headings of one scope anew, and carries the new numbers down to the headings below. */

import type { Section } from '../chapter/chapter';
import { inheritedValues, type NumberedSection, numberSeries } from '../chapter/numbers';
import { numberPlace } from '../chapter/sections';
import { toRoman } from '../language/numbering';
import type { TextEdit } from '../text/edits';
import { textOf } from '../text/range';

/**
 * The edits that number siblings one after the other, from the first one's number on. Headings below whose numbers
 * carry their parent's get its new one. Nothing else of a heading changes.
 */
export function renumber(source: string, parent: Section | undefined, siblings: readonly Section[]): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const series of numberSeries(siblings)) {
    let last: readonly number[] | undefined;
    for (const one of series) {
      const prefix = inheritedValues(parent, one) === undefined ? one.values.slice(0, -1) : parent?.number?.values;
      const above = prefix ?? [];
      const own =
        last !== undefined && sameNumbers(last.slice(0, -1), above) ? (last.at(-1) as number) + 1 : one.values.at(-1);
      last = [...above, own as number];
      edits.push(...numberAs(source, one, last));
    }
  }
  return edits;
}

/** The edits that give one heading another number, and those below that carried the old one the new one. */
export function numberAs(source: string, one: NumberedSection, values: readonly number[]): TextEdit[] {
  const edits: TextEdit[] = [];
  write(one, values);
  return edits;

  function write(numbered: NumberedSection, wanted: readonly number[]): void {
    if (sameNumbers(numbered.values, wanted)) return;
    const place = numberPlace(source, numbered.section);
    if (place !== undefined) edits.push({ range: place, text: withValues(textOf(source, place), numbered, wanted) });
    for (const series of numberSeries(numbered.section.children)) {
      for (const child of series) {
        const inherited = inheritedValues(numbered.section, child);
        if (inherited === undefined || !sameNumbers(child.values.slice(0, -1), inherited)) continue;
        write(child, [...wanted, child.values.at(-1) as number]);
      }
    }
  }
}

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

function roman(value: number, upper: boolean): string {
  const digits = toRoman(value);
  return upper ? digits : digits.toLowerCase();
}

/** `a` to `z`; beyond the alphabet nobody numbers by letters, so the number is written out. */
function letter(value: number, upper: boolean): string {
  if (value < 1 || value > 26) return String(value);
  return String.fromCharCode((upper ? 64 : 96) + value);
}
