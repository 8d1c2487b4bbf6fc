/** One cell or one field line as the value that it gives to a programme; the names and the code among such values. */

import { isEmptyCell } from '../language/emptiness';
import { type Range, trimRange } from '../text/range';
import type { Code, FieldValue, Programme } from './chapter';
import { codeOf } from './codes';
import { wordsOf } from './filled';

/** The value that stands in a stretch of the source; its text is empty where the stretch says nothing (format 3.3). */
export function fieldValue(source: string, field: string, cell: Range): FieldValue {
  const { start, end } = trimRange(source, cell.start, cell.end);
  const text = wordsOf(source, { start, end });
  return { field, text: isEmptyCell(text) ? '' : text, start, end, cell };
}

/** What a block says of one programme, and where. */
export interface Fields {
  readonly range: Range;
  readonly values: readonly FieldValue[];
}

export function valuesIn(fields: readonly Fields[]): readonly FieldValue[] {
  return fields.flatMap(({ values }) => values);
}

export type Title = Pick<Programme, 'name' | 'nameRange' | 'code'>;

/** What the fields `Nama Program` say. */
export function namesGiven(values: readonly FieldValue[]): readonly Title[] {
  const names = values.filter(({ field, text }) => field === 'name' && text !== '');
  return names.map(({ text, start, end }) => ({ name: text, nameRange: { start, end } }));
}

/** What the first field `Kode` says that holds a code. */
export function codeField(values: readonly FieldValue[]): Code | undefined {
  for (const { field, text, start, end } of values) {
    const value = field === 'code' ? codeOf(text) : undefined;
    if (value !== undefined) return { value, start, end };
  }
  return undefined;
}
