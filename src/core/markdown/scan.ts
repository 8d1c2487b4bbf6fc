/**
 * Reads the plain shapes of Markdown line by line: headings, paragraphs, tables, lists, fenced code, comments, thematic
 * breaks. It is some fifty times as fast as remark, and that is its only reason to be: wherever a line could mean more
 * than meets the eye it says so, and the stretch is read by remark. What it does read is exactly what remark reads.
 */

import type { Range } from '../text/range';
import type { Block, Heading, List, ListItem, Paragraph, Row, Table } from './blocks';
import { beginsTable, delimiterCells, readRow } from './tables';

const tab = 9;
const space = 32;
const hash = 35;
const asterisk = 42;
const plus = 43;
const dash = 45;
const lessThan = 60;
const equals = 61;
const greaterThan = 62;
const openBracket = 91;
const underscore = 95;
const backtick = 96;
const tilde = 126;

/** Not a plain shape: the stretch from this block on is remark's. */
const unusual = Symbol('unusual');
type Unusual = typeof unusual;

/** How deep lists are followed here. */
const maxDepth = 12;

export interface Reading {
  readonly blocks: Block[];
  /** The line where reading ended: that of an unusual block, else the count of lines. */
  readonly line: number;
}

export class LineScanner {
  /** Where each line begins, and where it ends without its line end. */
  readonly starts: number[] = [];
  readonly ends: number[] = [];

  constructor(private readonly text: string) {
    let start = 0;
    for (;;) {
      const end = this.lineEnd(start);
      this.starts.push(start);
      this.ends.push(end);
      if (end >= text.length) break;
      start = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
    }
  }

  get count(): number {
    return this.starts.length;
  }

  private lineEnd(start: number): number {
    let at = start;
    for (; at < this.text.length; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 10 || code === 13) break;
    }
    return at;
  }

  /** Reads blocks from line `from`, at which nothing may be open, up to the first unusual one. */
  read(from: number): Reading {
    const blocks: Block[] = [];
    const line = this.blocksInto(blocks, from, this.count, 0, 0);
    return { blocks, line };
  }

  /** Whether a line is blank. */
  isBlank(line: number): boolean {
    return this.firstInk(this.start(line), this.end(line)) === this.end(line);
  }

  /**
   * The first line after `line` before which everything is closed, as far as indentation tells: a blank line lies
   * before it, and it begins at the margin with something else than a list item.
   */
  nextMargin(line: number): number {
    for (let next = line + 1; next < this.count; next++) {
      if (this.start(next) === this.end(next) || !this.isBlank(next - 1)) continue;
      const code = this.text.charCodeAt(this.start(next));
      if (code === space || code === tab || this.markerEnd(this.start(next), this.end(next)) > 0) continue;
      return next;
    }
    return this.count;
  }

  /** Blocks of lines `from` to `to` whose first `strip` characters are indentation; gives the line where it ended. */
  private blocksInto(blocks: Block[], from: number, to: number, strip: number, depth: number): number {
    let line = from;
    while (line < to) {
      if (this.isBlank(line)) {
        line++;
        continue;
      }
      const next = this.block(blocks, line, to, strip, depth);
      if (next === unusual) return line;
      line = next;
    }
    return line;
  }

  /** Reads one block, and gives the line after it. */
  private block(blocks: Block[], line: number, to: number, strip: number, depth: number): number | Unusual {
    const start = this.start(line) + strip;
    const end = this.end(line);
    const code = this.text.charCodeAt(start);
    switch (code) {
      case space:
      case tab:
      case greaterThan:
        return unusual;
      case hash: {
        const level = this.headingLevel(start, end);
        if (level === 0) break;
        blocks.push(this.heading(start, end, level));
        return line + 1;
      }
      case backtick:
      case tilde:
        if (this.fenceLength(start, end) > 0) return this.fencedCode(blocks, line, to, strip);
        break;
      case lessThan:
        if (this.text.startsWith('<!--', start)) return this.comment(blocks, line, to, strip);
        if (this.isTagStart(start)) return unusual;
        break;
      case openBracket:
        return this.bracket(blocks, line, to, strip);
      case asterisk:
      case dash:
      case underscore:
        if (this.isBreak(start, end)) {
          blocks.push({ type: 'break', start, end });
          return line + 1;
        }
        break;
    }
    if (this.markerEnd(start, end) > 0) return this.list(blocks, line, to, strip, depth);
    return this.paragraph(blocks, line, to, strip);
  }

  private heading(start: number, end: number, level: number): Heading {
    const marks = { start, end: start + level };
    const first = this.firstInk(marks.end, end);
    let last = this.lastInk(first, end);
    // Closing marks stand alone or after a blank.
    let closing = last;
    while (closing > first && this.text.charCodeAt(closing - 1) === hash) closing--;
    if (closing === first) last = first;
    else if (closing < last && this.isSpaceAt(closing - 1)) last = this.lastInk(first, closing);
    const content = first < last ? { start: first, end: last } : { start: marks.end, end: marks.end };
    return { type: 'heading', start, end, level, marks, content };
  }

  private fencedCode(blocks: Block[], line: number, to: number, strip: number): number | Unusual {
    const start = this.start(line) + strip;
    const mark = this.text.charCodeAt(start);
    const length = this.fenceLength(start, this.end(line));
    for (let next = line + 1; next < to; next++) {
      const ink = this.firstInk(Math.min(this.start(next) + strip, this.end(next)), this.end(next));
      if (ink - this.start(next) - strip > 3) continue;
      let after = ink;
      while (after < this.end(next) && this.text.charCodeAt(after) === mark) after++;
      if (after - ink < length || this.firstInk(after, this.end(next)) < this.end(next)) continue;
      // A tab before the closing marks may reach past the fourth column.
      if (this.hasTab(this.start(next), ink)) return unusual;
      blocks.push({ type: 'code', start, end: this.end(next) });
      return next + 1;
    }
    return unusual;
  }

  private comment(blocks: Block[], line: number, to: number, strip: number): number | Unusual {
    const start = this.start(line) + strip;
    const close = this.text.indexOf('-->', start + 2);
    if (close < 0) return unusual;
    for (let next = line; next < to; next++) {
      if (close >= this.end(next)) continue;
      blocks.push({ type: 'html', start, end: this.end(next) });
      return next + 1;
    }
    return unusual;
  }

  /** A `[` begins a link definition or a paragraph. Only the simplest definitions are told apart here. */
  private bracket(blocks: Block[], line: number, to: number, strip: number): number | Unusual {
    const start = this.start(line) + strip;
    const end = this.end(line);
    let close = start + 1;
    for (; close < end; close++) {
      const code = this.text.charCodeAt(close);
      if (code === openBracket || code === 92) return unusual;
      if (code === 93) break;
    }
    if (close >= end) return unusual;
    if (this.text.charCodeAt(close + 1) !== 58) return this.paragraph(blocks, line, to, strip);
    if (strip > 0 || close - start > 900 || this.firstInk(start + 1, close) === close) return unusual;
    const target = close + 3;
    if (this.text.charCodeAt(target - 1) !== space || target >= end) return unusual;
    for (let at = target; at < end; at++) {
      const code = this.text.charCodeAt(at);
      if (code <= space || code === lessThan || code === 40 || code === 41 || code === 92 || code > 126) return unusual;
    }
    // The next line could be the definition's title, or a text that began with it.
    const next = line + 1;
    if (next < to && !this.isBlank(next) && this.text.charCodeAt(this.start(next)) !== openBracket) return unusual;
    const following = blocks.length;
    if (next < to && !this.isBlank(next)) {
      const after = this.bracket(blocks, next, to, strip);
      if (after === unusual || blocks[following]?.type !== 'definition') {
        blocks.length = following;
        return unusual;
      }
      blocks.splice(following, 0, { type: 'definition', start, end });
      return after;
    }
    blocks.push({ type: 'definition', start, end });
    return next;
  }

  /** A paragraph, the table that may follow in its lines, or both. */
  private paragraph(blocks: Block[], first: number, to: number, strip: number): number | Unusual {
    const lines: Range[] = [this.inkOf(first, strip)];
    let line = first + 1;
    for (; line < to && !this.isBlank(line); line++) {
      const base = this.start(line) + strip;
      const ink = this.firstInk(base, this.end(line));
      if (this.hasTab(base, ink)) return unusual;
      const indent = ink - base;
      const here = { start: ink, end: this.lastInk(ink, this.end(line)) };
      if (indent < 4) {
        const what = this.interruption(ink, here.end);
        if (what === unusual) return unusual;
        if (what) break;
        const header = lines.at(-1) as Range;
        if (canDelimit(this.text.charCodeAt(ink)) && delimiterCells(this.text, here) > 0) {
          if (this.text.charCodeAt(ink) === dash && this.isSpaceAt(ink + 1)) return unusual;
          if (this.isIndented(line - 1, strip, first)) return unusual;
          if (beginsTable(this.text, header, here)) {
            lines.pop();
            return this.table(blocks, lines, header, here, line, to, strip);
          }
        }
      }
      lines.push(here);
    }
    blocks.push(this.paragraphOf(lines, line - 1));
    return line;
  }

  /** Whether a line that continues a paragraph stands so far in that it could begin nothing. */
  private isIndented(line: number, strip: number, first: number): boolean {
    const base = this.start(line) + strip;
    return line > first && this.firstInk(base, this.end(line)) - base >= 4;
  }

  private paragraphOf(lines: readonly Range[], last: number): Paragraph {
    return { type: 'paragraph', start: (lines[0] as Range).start, end: this.end(last), lines };
  }

  private table(
    blocks: Block[],
    before: readonly Range[],
    headerLine: Range,
    delimiter: Range,
    delimiterLine: number,
    to: number,
    strip: number,
  ): number | Unusual {
    const header = readRow(this.text, headerLine);
    const rows: Row[] = [];
    let line = delimiterLine + 1;
    for (; line < to && !this.isBlank(line); line++) {
      const base = this.start(line) + strip;
      const ink = this.firstInk(base, this.end(line));
      if (this.hasTab(base, ink)) return unusual;
      if (ink - base > 3) break;
      const end = this.lastInk(ink, this.end(line));
      const code = this.text.charCodeAt(ink);
      if (code !== 124) {
        const what = this.interruption(ink, end);
        if (code === equals || code === dash) {
          // Below a table there is nothing to underline: `===` is a row, `---` a thematic break.
          if (this.isBreak(ink, end)) break;
          if (this.markerEnd(ink, end) > 0) {
            if (this.markerEnd(ink, end) === end) return unusual;
            break;
          }
        } else {
          if (what === unusual) return unusual;
          if (what) break;
          // An item that cannot interrupt a paragraph: what it does to a table is remark's to say.
          if (this.markerEnd(ink, end) > 0) return unusual;
        }
      }
      rows.push(readRow(this.text, { start: ink, end }, header.cells.length));
    }
    if (before.length > 0) blocks.push(this.paragraphOf(before, delimiterLine - 2));
    const end = rows.at(-1)?.end ?? delimiter.end;
    const table: Table = { type: 'table', start: header.start, end, header, delimiter, rows };
    blocks.push(table);
    return line;
  }

  private list(blocks: Block[], first: number, to: number, strip: number, depth: number): number | Unusual {
    if (depth >= maxDepth) return unusual;
    const kind = this.markerKind(this.start(first) + strip, this.end(first));
    const items: ListItem[] = [];
    let line = first;
    while (line < to) {
      const start = this.start(line) + strip;
      const end = this.end(line);
      const marker = { start, end: this.markerEnd(start, end) };
      const ink = this.firstInk(marker.end, end);
      if (ink === end) return unusual;
      if (ink - marker.end > 4 || this.hasTab(marker.end, ink)) return unusual;
      // A list that begins within the line of another's item.
      if (this.markerEnd(ink, end) > 0) return unusual;
      const inner = strip + ink - start;
      const stop = this.itemEnd(line, to, strip, inner);
      if (stop === unusual) return unusual;
      const content: Block[] = [];
      if (this.blocksInto(content, line, stop.line, inner, depth + 1) < stop.line) return unusual;
      items.push({ start, end: (content.at(-1) as Block).end, marker, blocks: content });
      line = stop.next;
      if (line >= to) break;
      // Is what follows an item of this list?
      const at = this.start(line) + strip;
      if (this.isBreak(at, this.end(line)) || this.markerKind(at, this.end(line)) !== kind) break;
    }
    const list: List = {
      type: 'list',
      start: (items[0] as ListItem).start,
      end: (items.at(-1) as ListItem).end,
      ordered: kind === 46 || kind === 41,
      items,
    };
    blocks.push(list);
    return line;
  }

  /** Where the item that begins at `first` ends, and the line (no blank one) that follows it. */
  private itemEnd(
    first: number,
    to: number,
    strip: number,
    inner: number,
  ): { readonly line: number; readonly next: number } | Unusual {
    let last = first;
    let line = first + 1;
    for (; line < to; line++) {
      if (this.isBlank(line)) continue;
      const base = this.start(line) + strip;
      const ink = this.firstInk(base, this.end(line));
      if (this.hasTab(base, ink)) return unusual;
      if (ink - this.start(line) >= inner) {
        last = line;
        continue;
      }
      if (ink > base) return unusual;
      const end = this.end(line);
      if (last === line - 1 && !this.isBreak(ink, end)) {
        // Text right below an item may still be the item's.
        const markerEnd = this.markerEnd(ink, end);
        const item = this.markerKind(this.start(first) + strip, this.end(first));
        const sibling = markerEnd > 0 && this.markerKind(ink, end) === item;
        const what = this.interruption(ink, end);
        if (!sibling && what !== true) return unusual;
      }
      break;
    }
    return { line: last + 1, next: line };
  }

  // ---- What a line begins with

  /** Whether what begins at `start` (indented by three at most) ends a paragraph above it. */
  private interruption(start: number, end: number): boolean | Unusual {
    const code = this.text.charCodeAt(start);
    switch (code) {
      case greaterThan:
        return true;
      case hash:
        return this.headingLevel(start, end) > 0;
      case backtick:
      case tilde:
        return this.fenceLength(start, end) > 0;
      case lessThan:
        if (this.text.startsWith('<!--', start)) return true;
        return this.isTagStart(start) ? unusual : false;
      case equals:
        return this.isRun(start, end, equals) ? unusual : false;
      case underscore:
        return this.isBreak(start, end);
      case dash:
        if (this.isRun(start, end, dash)) return unusual;
        return this.isBreak(start, end) || this.canInterrupt(start, end);
      case asterisk:
        return this.isBreak(start, end) || this.canInterrupt(start, end);
      case plus:
      case 49:
        return this.canInterrupt(start, end);
      default:
        return false;
    }
  }

  /** Whether the list item at `start` ends a paragraph: not an empty one, nor one whose number is not 1. */
  private canInterrupt(start: number, end: number): boolean {
    const markerEnd = this.markerEnd(start, end);
    if (markerEnd === 0 || this.firstInk(markerEnd, end) === end) return false;
    return !isDigit(this.text.charCodeAt(start)) || markerEnd - start === 2;
  }

  /** The level of an ATX heading, 0 where there is none. */
  private headingLevel(start: number, end: number): number {
    let at = start;
    while (at < end && this.text.charCodeAt(at) === hash) at++;
    const level = at - start;
    return level <= 6 && (at === end || this.isSpaceAt(at)) ? level : 0;
  }

  /** How many marks an opening code fence has, 0 where there is none. */
  private fenceLength(start: number, end: number): number {
    const mark = this.text.charCodeAt(start);
    let at = start;
    while (at < end && this.text.charCodeAt(at) === mark) at++;
    const length = at - start;
    if (length < 3) return 0;
    if (mark === backtick) {
      for (; at < end; at++) if (this.text.charCodeAt(at) === backtick) return 0;
    }
    return length;
  }

  private isTagStart(start: number): boolean {
    const code = this.text.charCodeAt(start + 1) | 32;
    const next = this.text.charCodeAt(start + 1);
    return (code >= 97 && code <= 122) || next === 47 || next === 33 || next === 63;
  }

  private isBreak(start: number, end: number): boolean {
    const mark = this.text.charCodeAt(start);
    if (mark !== dash && mark !== asterisk && mark !== underscore) return false;
    let count = 0;
    for (let at = start; at < end; at++) {
      const code = this.text.charCodeAt(at);
      if (code === mark) count++;
      else if (code !== space && code !== tab) return false;
    }
    return count > 2;
  }

  /** Whether there is nothing but one mark, and blanks after it. */
  private isRun(start: number, end: number, mark: number): boolean {
    let at = start;
    while (at < end && this.text.charCodeAt(at) === mark) at++;
    return this.firstInk(at, end) === end;
  }

  /** Where the marker of a list item at `start` ends, 0 where there is none. */
  private markerEnd(start: number, end: number): number {
    const code = this.text.charCodeAt(start);
    let at = start;
    if (code === asterisk || code === plus || code === dash) at++;
    else if (isDigit(code)) {
      while (at < end && at - start < 10 && isDigit(this.text.charCodeAt(at))) at++;
      const mark = this.text.charCodeAt(at);
      if (at - start > 9 || at >= end || (mark !== 46 && mark !== 41)) return 0;
      at++;
    } else return 0;
    return at >= end || this.isSpaceAt(at) ? at : 0;
  }

  /** What marks the items of a list: `-`, `*`, `+`, or what follows the number; 0 where there is no item. */
  private markerKind(start: number, end: number): number {
    const markerEnd = this.markerEnd(start, end);
    return markerEnd === 0 ? 0 : this.text.charCodeAt(markerEnd - 1);
  }

  // ---- Blanks

  private inkOf(line: number, strip: number): Range {
    const start = this.start(line) + strip;
    return { start, end: this.lastInk(start, this.end(line)) };
  }

  private firstInk(start: number, end: number): number {
    let at = start;
    while (at < end && this.isSpaceAt(at)) at++;
    return at;
  }

  private lastInk(start: number, end: number): number {
    let at = end;
    while (at > start && this.isSpaceAt(at - 1)) at--;
    return at;
  }

  private hasTab(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.text.charCodeAt(at) === tab) return true;
    return false;
  }

  private isSpaceAt(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === space || code === tab;
  }

  private start(line: number): number {
    return this.starts[line] as number;
  }

  private end(line: number): number {
    return this.ends[line] as number;
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function canDelimit(code: number): boolean {
  return code === 124 || code === dash || code === 58;
}
