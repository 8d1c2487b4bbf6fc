/**
 * What is left out before a text is read, so that no pasted text can freeze the editor (format 4): what stands
 * beyond the limits of length and of headings and items, the rest of over-long lines, and lines whose containers nest too deep.
 */

import { isDigit } from '../text/characters';
import { endOfLine } from '../text/line-edges';
import { lineEnds, lineStarts } from '../text/lines';
import type { Range } from '../text/range';
import type { Excess } from './blocks';

export const maxLength = 1_048_576;
/** Lines that may be headings, or underline one, or begin an item of a list. */
export const maxHeadingsAndItems = 50_000;
export const maxLineLength = 20_000;
export const maxNesting = 50;

export interface BoundedText {
  /** What is read. */
  readonly text: string;
  /** Where its lines begin and end. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Parts of the source that are not in `text`, in their order. None in ordinary texts: then `text` is the source. */
  readonly cuts: readonly Range[];
  readonly excess: readonly Excess[];
}

/** Never throws; takes time in proportion to the length of the text. */
export function boundText(source: string): BoundedText {
  const longest = readableEnd(source);
  const whole = withLines(source.slice(0, longest));
  const { starts, ends } = whole;
  let headingsAndItems = 0;
  const cuts: Range[] = [];
  let overlong: Excess | undefined;
  let tooDeep: Excess | undefined;
  const depth = new Nesting();
  let line = 0;
  for (; line < starts.length; line++) {
    const start = starts[line] as number;
    const stop = ends[line] as number;
    if (start === stop) continue;
    // Most lines begin with a letter or a `|`: they are no headings, and open nothing.
    if (source.charCodeAt(start) > 62 && stop - start <= maxLineLength) {
      depth.passOver();
      continue;
    }
    if (mayBeHeadingOrItem(source, start, stop)) {
      if (headingsAndItems === maxHeadingsAndItems) break;
      headingsAndItems++;
    }
    const within = Math.min(stop, start + maxLineLength);
    if (depth.read(source, start, within) > maxNesting) {
      tooDeep ??= { limit: 'nesting', start, end: stop };
      cuts.push({ start, end: stop });
    } else if (within < stop) {
      overlong ??= { limit: 'line', start, end: stop };
      cuts.push({ start: within, end: stop });
    }
  }
  const read = line < starts.length ? upToLine(whole, line) : whole;
  const end = read.text.length;
  const excess: Excess[] = [];
  if (end < source.length) excess.push({ limit: 'length', start: end, end: endOfLine(source, end) });
  if (tooDeep) excess.push(tooDeep);
  if (overlong) excess.push(overlong);
  if (cuts.length === 0) return { ...read, cuts, excess };
  const pieces: string[] = [];
  let at = 0;
  for (const cut of cuts) {
    pieces.push(source.slice(at, cut.start));
    at = cut.end;
  }
  pieces.push(source.slice(at, end));
  return { ...withLines(pieces.join('')), cuts, excess };
}

type TextInLines = Pick<BoundedText, 'text' | 'starts' | 'ends'>;

function withLines(text: string): TextInLines {
  const starts = lineStarts(text);
  return { text, starts, ends: lineEnds(text, starts) };
}

/** What stands before a line, which stays as an empty one. */
function upToLine({ text, starts, ends }: TextInLines, line: number): TextInLines {
  const end = starts[line] as number;
  const before = { text: text.slice(0, end), starts: starts.slice(0, line + 1), ends: ends.slice(0, line + 1) };
  before.ends[line] = end;
  return before;
}

/**
 * The way back from a bounded text: where an offset of it stands in the source. An end right at a cut belongs to what is
 * before it.
 * @param cuts in the order of the text, not overlapping.
 */
export function sourceOffsets(cuts: readonly Range[]): (offset: number) => number {
  /** Where each cut lies in the bounded text, and how much was cut up to its end. */
  const places: number[] = [];
  const lengths: number[] = [];
  let length = 0;
  for (const { start, end } of cuts) {
    places.push(start - length);
    length += end - start;
    lengths.push(length);
  }
  return (offset) => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return offset + (lengths[low - 1] ?? 0);
  };
}

/** Whether a line begins with `#` or the mark of an item, or is nothing but `=` or `-`. */
function mayBeHeadingOrItem(source: string, start: number, end: number): boolean {
  const at = pastBlanks(source, start, end);
  if (at === end) return false;
  return source.charCodeAt(at) === 35 || isItem(source, at, end) || isUnderline(source, at, end);
}

function isItem(source: string, start: number, end: number): boolean {
  const code = source.charCodeAt(start);
  let at = start + 1;
  if (isDigit(code)) {
    while (at < end && isDigit(source.charCodeAt(at))) at++;
    const mark = source.charCodeAt(at);
    if (mark !== 46 && mark !== 41) return false;
    at++;
  } else if (code !== 42 && code !== 43 && code !== 45) return false;
  return at >= end || pastBlanks(source, at, end) > at;
}

function isUnderline(source: string, start: number, end: number): boolean {
  const code = source.charCodeAt(start);
  if (code !== 61 && code !== 45) return false;
  let at = start;
  while (at < end && source.charCodeAt(at) === code) at++;
  return pastBlanks(source, at, end) === end;
}

/** A line is not read by halves, save one that is over-long anyway. */
function readableEnd(source: string): number {
  if (source.length <= maxLength) return source.length;
  for (let at = maxLength; at > maxLength - maxLineLength; at--) {
    const code = source.charCodeAt(at - 1);
    if (code === 10 || (code === 13 && source.charCodeAt(at) !== 10)) return at;
  }
  return maxLength;
}

/** A container that is open: the column where its content begins, -1 for a quote. */
type Open = number;
const quote: Open = -1;

/** Follows which containers are open, line by line, just closely enough to tell how deep they nest. */
class Nesting {
  private open: Open[] = [];
  /** What the last line left behind, to be filled anew. */
  private spare: Open[] = [];
  /** What stands further in than this is in what was too deep. */
  private tooFarIn = Number.POSITIVE_INFINITY;

  /** A line that begins with neither a blank nor the mark of a quote or an item. */
  passOver(): 0 {
    this.tooFarIn = Number.POSITIVE_INFINITY;
    return 0;
  }

  /** How deep the containers nest at this line, which must not be empty; a line that is too deep leaves what was open as it was. */
  read(source: string, start: number, end: number): number {
    const first = source.charCodeAt(start);
    if (first > 62 || first === 35 || first === 60 || first === 61) return this.passOver();
    let at = pastBlanks(source, start, end);
    if (at === end) return 0;
    let column = columnAt(source, start, at, 0);
    let indent = column;
    const margin = column;
    if (margin > this.tooFarIn) return maxNesting + 1;
    this.tooFarIn = Number.POSITIVE_INFINITY;
    const matched = this.spare;
    // Even where it changes nothing, setting a length takes as long as reading a line.
    if (matched.length > 0) matched.length = 0;
    for (let outer = 0; outer < this.open.length; outer++) {
      const open = this.open[outer] as Open;
      if (open === quote) {
        if (indent > 3 || source.charCodeAt(at) !== 62) break;
        const past = pastBlanks(source, at + 1, end);
        indent = columnAt(source, at + 1, past, column + 1) - (column + 1);
        column += 1 + indent;
        at = past;
      } else {
        if (column < open) break;
        indent = column - open;
      }
      matched.push(open);
    }
    let opened = false;
    while (at < end && indent <= 3) {
      const code = source.charCodeAt(at);
      if (code === 62) {
        const past = pastBlanks(source, at + 1, end);
        indent = columnAt(source, at + 1, past, column + 1) - (column + 1);
        column += 1 + indent;
        at = past;
        matched.push(quote);
      } else {
        const width = markerWidth(source, at, end);
        if (width === 0 || isThematicBreak(source, at, end)) break;
        const content = column + width + 1;
        const past = pastBlanks(source, at + width, end);
        indent = columnAt(source, at + width, past, column + width) - (column + width);
        column += width + indent;
        at = past;
        // Five blanks or more begin an indented code.
        if (indent > 4) indent--;
        else indent = 0;
        matched.push(indent === 0 && column > content ? column : content);
      }
      opened = true;
      if (matched.length > maxNesting) {
        this.tooFarIn = margin;
        return matched.length;
      }
    }
    // Text that opens nothing may be a lazy continuation: what was open stays open.
    if (opened || matched.length === this.open.length) {
      this.spare = this.open;
      this.open = matched;
    }
    return matched.length;
  }
}

function pastBlanks(source: string, start: number, end: number): number {
  let at = start;
  while (at < end && (source.charCodeAt(at) === 32 || source.charCodeAt(at) === 9)) at++;
  return at;
}

/** The column behind blanks that begin at a column; a tab reaches to the next multiple of four. */
function columnAt(source: string, start: number, end: number, column: number): number {
  let reached = column;
  for (let at = start; at < end; at++) reached += source.charCodeAt(at) === 9 ? 4 - (reached % 4) : 1;
  return reached;
}

function markerWidth(source: string, at: number, end: number): number {
  let after = at;
  const code = source.charCodeAt(at);
  if (code === 45 || code === 43 || code === 42) after = at + 1;
  else {
    while (after < end && after - at < 9 && isDigit(source.charCodeAt(after))) after++;
    const mark = source.charCodeAt(after);
    if (after === at || (mark !== 46 && mark !== 41)) return 0;
    after++;
  }
  if (after < end && source.charCodeAt(after) !== 32 && source.charCodeAt(after) !== 9) return 0;
  return after - at;
}

function isThematicBreak(source: string, at: number, end: number): boolean {
  const mark = source.charCodeAt(at);
  if (mark !== 45 && mark !== 42) return false;
  // Most lines that begin with a marker end with a word: that is seen at once.
  let last = end;
  while (last > at && (source.charCodeAt(last - 1) === 32 || source.charCodeAt(last - 1) === 9)) last--;
  if (source.charCodeAt(last - 1) !== mark) return false;
  let count = 0;
  for (let i = at; i < end; i++) {
    const code = source.charCodeAt(i);
    if (code === mark) count++;
    else if (code !== 32 && code !== 9) return false;
  }
  return count > 2;
}
