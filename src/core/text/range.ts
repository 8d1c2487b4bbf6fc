/** Places in a source text: UTF-16 offsets, counted from 0, the end exclusive. */

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The text that a range covers. */
export function textOf(source: string, range: Range): string {
  return source.slice(range.start, range.end);
}

/** Whether `outer` holds all of `inner` (equal ranges hold each other). */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether an offset lies in a range, its end included, as a cursor does. */
export function touches(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** The range without the blanks at both ends; an all-blank range shrinks to its start. */
export function trimRange(source: string, start: number, end: number): Range {
  while (start < end && isBlank(source.charCodeAt(start))) start++;
  while (end > start && isBlank(source.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;
}
