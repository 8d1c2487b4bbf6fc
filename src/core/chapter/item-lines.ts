/**
 * Items that are no Markdown lists, though they were lists in the word processor: lines that begin with `a.`, `•`,
 * `1\.`, `\-` or a code (format 3.1).
 */

import { type Range, trimRange } from '../text/range';

/** A bullet, a number or a letter, plain or with an escape, and the blank behind it. */
const marker = /^\s*(?:\\?[-+*•·▪●◦‣➢✓✔–—]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\\?[.)])[ \t\u00a0]+(?=\S)/;

/** Where the words of a stretch begin, past a bullet or a number at its start. */
export function afterMarker(source: string, range: Range): number {
  const match = marker.exec(source.slice(range.start, Math.min(range.end, range.start + 40)));
  return match === null ? range.start : range.start + match[0].length;
}

/**
 * The items among the lines of a paragraph: each begins with a marker, or where `begins` says so, and goes on to the next.
 * @returns their words without the markers; none where no line begins one.
 */
export function itemsInLines(source: string, lines: readonly Range[], begins: (line: Range) => boolean): Range[] {
  const items: Range[] = [];
  for (const line of lines) {
    const start = afterMarker(source, line);
    const last = items.at(-1);
    if (start > line.start || begins(line)) items.push({ start, end: line.end });
    else if (last !== undefined) items[items.length - 1] = { start: last.start, end: line.end };
  }
  return items.map(({ start, end }) => trimRange(source, start, end)).filter(({ start, end }) => end > start);
}
