/** The line that a problem is about, with a mark under the words that are meant. */

import { type Cell, cellsOf } from './columns';
import type { Place } from './report';

/** A line in three pieces, the middle one meant, and the marks to stand under it. */
export interface Excerpt {
  readonly before: string;
  readonly meant: string;
  readonly after: string;
  /** Blanks, then one `^` for each column that is meant. */
  readonly marks: string;
}

const cut = '…';
/** What stays readable before the words that are meant, where the beginning of a line is cut off. */
const lead = 24;
/** Narrower than this nothing could be understood; the terminal may break the line. */
const narrowest = 40;

/**
 * The line that a place begins in, cut around the place where it is wider than `width` columns.
 * @returns nothing where the line is blank: there is nothing to see.
 */
export function excerptOf(text: string, place: Place, width: number): Excerpt | undefined {
  if (text.trim() === '') return undefined;
  const end = place.endLine === place.line ? place.endColumn - 1 : text.length;
  return excerptOfLine(text, place.column - 1, end, width);
}

/** The same for a range that is counted in its line. */
export function excerptOfLine(line: string, start: number, end: number, width: number): Excerpt {
  const indent = /^[ \t]*/.exec(line.slice(0, Math.max(0, start)))?.[0].length ?? 0;
  const cells = cellsNear(line, indent, start, end, width);
  let from = cells.findIndex((cell) => cell.end > start);
  if (from < 0) from = cells.length;
  let to = from;
  while (to < cells.length && (cells[to] as Cell).start < end) to++;

  const view = window(cells, from, to, Math.max(width, narrowest));
  const meantTo = Math.max(from, Math.min(to, view.to));
  const cutBefore = view.from > 0 || (cells[0]?.start ?? indent) > indent ? cut : '';
  const cutAfter = view.to < cells.length || (cells.at(-1)?.end ?? 0) < line.trimEnd().length ? cut : '';
  const before = cutBefore + textOfCells(cells, view.from, from);
  const blank = cutBefore.length + widthOfCells(cells, view.from, from);
  const marked = Math.max(1, widthOfCells(cells, from, meantTo));
  return {
    before,
    meant: textOfCells(cells, from, meantTo),
    after: (textOfCells(cells, meantTo, view.to) + cutAfter).trimEnd(),
    marks: ' '.repeat(blank) + '^'.repeat(marked),
  };
}

/**
 * Only what can come into view is cut into characters: a line may be a megabyte long.
 * The edges are moved to a blank, so that no letter is parted from its marks.
 */
function cellsNear(line: string, indent: number, start: number, end: number, width: number): Cell[] {
  const reach = 8 * width;
  let left = Math.max(indent, start - reach);
  if (left > indent) left = Math.min(start, line.indexOf(' ', left) < 0 ? left : line.indexOf(' ', left) + 1);
  const right = Math.min(line.length, Math.min(end, start + reach) + reach);
  return cellsOf(line.slice(left, right)).map((cell) => ({
    ...cell,
    start: cell.start + left,
    end: cell.end + left,
  }));
}

/** Which cells to show, so that the meant ones are in view with something on both sides. */
function window(cells: readonly Cell[], from: number, to: number, width: number): { from: number; to: number } {
  if (widthOfCells(cells, 0, cells.length) <= width) return { from: 0, to: cells.length };
  const room = width - 2 * cut.length;
  let first = 0;
  if (widthOfCells(cells, 0, to) > room) {
    first = from;
    // A short range is shown with what follows it, a long one from its beginning.
    const fits = Math.max(Math.min(lead, room - widthOfCells(cells, from, to)), 8);
    // Where little follows, its place is given to what goes before.
    const wanted = Math.max(fits, room - widthOfCells(cells, from, cells.length));
    for (let used = 0; first > 0 && used + (cells[first - 1] as Cell).width <= wanted; first--) {
      used += (cells[first - 1] as Cell).width;
    }
    // Rather a word less than a piece of one.
    const blank = cells.findIndex((cell, at) => at >= first && at < from && cell.text === ' ');
    if (first > 0 && blank >= 0 && blank - first < 12) first = blank;
  }
  let last = first;
  for (let used = 0; last < cells.length && used + (cells[last] as Cell).width <= room; last++) {
    used += (cells[last] as Cell).width;
  }
  return { from: first, to: last };
}

function widthOfCells(cells: readonly Cell[], from: number, to: number): number {
  let width = 0;
  for (let at = from; at < to; at++) width += (cells[at] as Cell).width;
  return width;
}

function textOfCells(cells: readonly Cell[], from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) text += (cells[at] as Cell).text;
  return text;
}
