/**
 * Items that are no Markdown lists, though they were lists in the word processor: lines that begin with `a.`, `•`,
 * `1\.`, `\-` or a code, and the paragraphs of a cell (format 3.1).
 */

import { splitBreaks } from '../markdown/inline';
import { type Range, trimRange } from '../text/range';
import { joinedItems } from './dressed-words';

/** A bullet, a number or a letter, plain or with an escape, and the blank behind it. */
const marker = /^\s*(?:\\?[-+*•·▪●◦‣➢✓✔–—]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\\?[.)])[ \t\u00a0]+(?=\S)/;

/** Where the words of a stretch begin, past a bullet or a number at its start. */
export function afterMarker(source: string, range: Range): number {
  const match = marker.exec(source.slice(range.start, Math.min(range.end, range.start + 40)));
  return match === null ? range.start : range.start + match[0].length;
}

/** Where the words of a line of a paragraph end: before the backslash that breaks the line. */
export function endOfWords(source: string, { start, end }: Range): number {
  return end - start > 1 && source[end - 1] === '\\' && source[end - 2] !== '\\' ? end - 1 : end;
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
    const end = endOfWords(source, line);
    if (start > line.start || begins(line)) items.push({ start, end });
    else if (last !== undefined) items[items.length - 1] = { start: last.start, end };
  }
  return items.map(({ start, end }) => trimRange(source, start, end)).filter(({ start, end }) => end > start);
}

/** Two codes of items with their marks: what a line of a cell may have where its paragraphs were joined. */
const severalCodes = /[SWOT]\d{1,3}(?:\*\*|__)?\\?[.:)].*[SWOT]\d{1,3}(?:\*\*|__)?\\?[.:)]/;

/**
 * The lines of a cell: those between its `<br>`, and where a converter has joined its paragraphs, what begins with one code
 * after the other: `**Kekuatan** S1. … S2. …`.
 */
export function linesOfCell(source: string, cell: Range): readonly Range[] {
  const lines = splitBreaks(source, cell);
  if (!severalCodes.test(source.slice(cell.start, cell.end))) return lines;
  return lines.flatMap((line) => joinedItems(source, line));
}
