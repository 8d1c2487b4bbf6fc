/** Counts the headings of one scope anew, and carries the new numbers down to the headings below. */

import type { Section } from '../chapter/chapter';
import { inheritedValues, type NumberedSection, numberSeries, sameNumbers, withValues } from '../chapter/numbers';
import { numberPlace } from '../chapter/sections';
import type { TextEdit } from '../text/edits';
import { pushAll } from '../text/lists';
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
      pushAll(edits, numberAs(source, one, last));
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
