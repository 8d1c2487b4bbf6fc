/** Places in a source text: UTF-16 offsets, counted from 0, the end exclusive. */

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The text that a range covers. */
export function textOf(source: string, range: Range): string {
  return source.slice(range.start, range.end);
}

/** Whether two ranges are the same place. */
export function isSameRange(one: Range, other: Range): boolean {
  return one.start === other.start && one.end === other.end;
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

/** How many of things that stand in the order of their places have theirs at or before a place. */
export function countTo<T>(things: readonly T[], place: number, placeOf: (thing: T) => number): number {
  let [low, high] = [0, things.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(things[middle] as T) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Ranges put in order, those that touch or overlap made one: `isCovered` looks them up fast. */
export function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const { start, end } of inOrder(ranges)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) {
      if (end > last.end) merged[merged.length - 1] = { start: last.start, end };
    } else merged.push({ start, end });
  }
  return merged;
}

/** The ranges by their starts; mostly they are so already. */
function inOrder(ranges: readonly Range[]): readonly Range[] {
  for (let at = 1; at < ranges.length; at++) {
    if ((ranges[at] as Range).start < (ranges[at - 1] as Range).start) {
      return [...ranges].sort((a, b) => a.start - b.start);
    }
  }
  return ranges;
}

/** Whether a range lies within one of the merged ranges. */
export function isCovered(merged: readonly Range[], range: Range): boolean {
  let low = 0;
  let high = merged.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const candidate = merged[middle] as Range;
    if (candidate.start > range.start) high = middle - 1;
    else if (candidate.end < range.end) low = middle + 1;
    else return true;
  }
  return false;
}

/** The range without the halves of characters (surrogates) at its ends: a half there is taken in whole. */
export function wholeCharacters(source: string, { start, end }: Range): Range {
  const isInside = (at: number) =>
    (source.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (source.charCodeAt(at) & 0xfc00) === 0xdc00;
  return { start: isInside(start) ? start - 1 : start, end: isInside(end) ? end + 1 : end };
}
