/** One cell or one field line as the value that it gives to a programme. */

import { isEmptyCell } from '../language/emptiness';
import { type Range, trimRange } from '../text/range';
import type { FieldValue } from './chapter';
import { wordsOf } from './filled';

/** The value that stands in a stretch of the source; its text is empty where the stretch says nothing (format 3.3). */
export function fieldValue(source: string, field: string, cell: Range): FieldValue {
  const { start, end } = trimRange(source, cell.start, cell.end);
  const text = wordsOf(source, { start, end });
  return { field, text: isEmptyCell(text) ? '' : text, start, end, cell };
}
