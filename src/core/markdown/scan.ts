/**
 * Reads the plain shapes of Markdown line by line: headings, paragraphs, tables, lists, fenced code, comments, thematic
 * breaks. It is some fifty times as fast as remark, and that is its only reason to be: wherever a line could mean more
 * than meets the eye it says so, and the stretch is read by remark. What it does read is exactly what remark reads.
 */

import { isDigit, isLetter } from '../text/characters';
import type { Range } from '../text/range';
import type { Block, Heading, ListItem, Paragraph } from './blocks';
import type { BoundedText } from './limits';
import { beginsTable, delimiterCells, TableReader } from './tables';

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

/** A list of so many items is first followed to its end, to see whether it can be read at all. */
const manyItems = 1000;

/** How deep containers are followed here. */
const maxDepth = 12;

/** The lines as a container shows them: without its own marks. */
interface View {
  /** Where each line begins, past the marks of quotes. */
  readonly starts: ArrayLike<number>;
  /** How many characters of indentation (of the marker, in an item's first line) to leave out after that. */
  readonly strip: number;
  readonly depth: number;
}

export class LineScanner {
  /** Where each line begins, and where it ends without its line end. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The first table row that was left out because its table is too wide. */
  beyond: Range | undefined;
  /** From where on a comment's end was looked for last, and where it stands; beyond everything where there is none. */
  private closeSoughtFrom = 0;
  private close = -1;
  /** Where the item begins that was looked at last, of those that stand in none. */
  private lastItem = -1;
  /** Where the item begins that made a list unusual: so is each list that begins before it. */
  private givenUpTo = -1;
  private readonly text: string;
  private readonly hasTabs: boolean;

  constructor({ text, starts, ends }: Pick<BoundedText, 'text' | 'starts' | 'ends'>) {
    this.text = text;
    this.hasTabs = text.includes('\t');
    this.starts = starts;
    this.ends = ends;
  }

  get count(): number {
    return this.starts.length;
  }

  /**
   * Reads blocks from line `from`, at which nothing may be open, up to the first unusual one.
   * @returns the line where reading ended: that of an unusual block, else the count of lines.
   */
  readInto(blocks: Block[], from: number): number {
    return this.blocksInto(blocks, from, this.count, { starts: this.starts, strip: 0, depth: 0 });
  }

  /** Where the line begins that holds an offset. */
  lineStartOf(offset: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.start(low);
  }

  /** A line without the blanks at both its ends. */
  trimmedLine(line: number): Range {
    const end = this.lastInk(this.start(line), this.end(line));
    return { start: this.firstInk(this.start(line), end), end };
  }

  /** Whether a line is blank. */
  isBlank(line: number): boolean {
    return this.firstInk(this.start(line), this.end(line)) === this.end(line);
  }

  /**
   * The first line after `line` before which everything is closed, as far as indentation tells: a blank line lies
   * before it, and it begins at the margin with something else than a list item or a quote (which remark reads in
   * another way below indented code).
   */
  nextMargin(line: number): number {
    for (let next = line + 1; next < this.count; next++) {
      if (this.start(next) === this.end(next) || !this.isBlank(next - 1)) continue;
      const code = this.text.charCodeAt(this.start(next));
      if (code === space || code === tab || code === greaterThan) continue;
      if (this.markerEnd(this.start(next), this.end(next)) > 0) continue;
      return next;
    }
    return this.count;
  }

  /** Blocks of lines `from` to `to` as `view` shows them; gives the line where it ended. */
  private blocksInto(blocks: Block[], from: number, to: number, view: View): number {
    let line = from;
    while (line < to) {
      if (this.isBlankIn(view, line)) {
        line++;
        continue;
      }
      const next = this.block(blocks, line, to, view);
      if (next === unusual) return line;
      line = next;
    }
    return line;
  }

  /** Reads one block, and gives the line after it. */
  private block(blocks: Block[], line: number, to: number, view: View): number | Unusual {
    const start = this.indentedStart(view, line);
    if (start === unusual) return unusual;
    const end = this.end(line);
    const code = this.text.charCodeAt(start);
    switch (code) {
      case greaterThan:
        return this.quote(blocks, line, to, view);
      case hash: {
        const level = this.headingLevel(start, end);
        if (level === 0) break;
        blocks.push(this.heading(start, end, level));
        return line + 1;
      }
      case backtick:
      case tilde:
        if (this.fenceLength(start, end) > 0) return this.fencedCode(blocks, start, line, to, view);
        break;
      case lessThan:
        if (this.text.startsWith('<!--', start)) return this.comment(blocks, start, line, to, view);
        if (this.isTagStart(start)) return unusual;
        break;
      case openBracket:
        return this.bracket(blocks, start, line, to, view);
      case asterisk:
      case dash:
      case underscore:
        if (this.isBreak(start, end)) {
          blocks.push({ type: 'break', start, end: this.lastInk(start, end) });
          return line + 1;
        }
        break;
    }
    if (this.markerEnd(start, end) > 0) return this.list(blocks, line, to, view);
    return this.paragraph(blocks, start, line, to, view);
  }

  /** Where a line's text begins, if no tab and no more than three blanks stand before it. */
  private indentedStart(view: View, line: number): number | Unusual {
    const base = baseOf(view, line);
    const ink = this.firstInk(base, this.end(line));
    return ink - base > 3 || this.hasTab(base, ink) ? unusual : ink;
  }

  private heading(start: number, end: number, level: number): Heading {
    const marksEnd = start + level;
    const first = this.firstInk(marksEnd, end);
    let last = this.lastInk(first, end);
    // Closing marks stand alone or after a blank.
    let closing = last;
    while (closing > first && this.text.charCodeAt(closing - 1) === hash) closing--;
    if (closing === first) last = first;
    else if (closing < last && this.isSpaceAt(closing - 1)) last = this.lastInk(first, closing);
    const [from, to] = first < last ? [first, last] : [marksEnd, marksEnd];
    return new ScannedHeading(start, this.lastInk(start, end), level, from, to, start);
  }

  private fencedCode(blocks: Block[], start: number, line: number, to: number, view: View): number | Unusual {
    const mark = this.text.charCodeAt(start);
    const length = this.fenceLength(start, this.end(line));
    for (let next = line + 1; next < to; next++) {
      const base = Math.min(baseOf(view, next), this.end(next));
      const ink = this.firstInk(base, this.end(next));
      if (ink - base > 3) continue;
      let after = ink;
      while (after < this.end(next) && this.text.charCodeAt(after) === mark) after++;
      if (after - ink < length || this.firstInk(after, this.end(next)) < this.end(next)) continue;
      if (this.hasTab(base, ink)) {
        // From the margin it reaches past the third column, so that nothing is closed here.
        if (view.depth === 0) continue;
        return unusual;
      }
      blocks.push({ type: 'code', start, end: after });
      return next + 1;
    }
    return this.toTheEnd(blocks, 'code', start, view);
  }

  private comment(blocks: Block[], start: number, line: number, to: number, view: View): number | Unusual {
    const close = this.closeOfComment(start + 2);
    if (close === Number.POSITIVE_INFINITY) return this.toTheEnd(blocks, 'html', baseOf(view, line), view);
    for (let next = line; next < to; next++) {
      if (close >= this.end(next)) continue;
      const end = this.lastInk(close, this.end(next));
      blocks.push({ type: 'html', start: baseOf(view, line), end });
      return next + 1;
    }
    return unusual;
  }

  /** Code or a comment that nothing closes: at the top it runs to the end of the text. */
  private toTheEnd(blocks: Block[], type: 'code' | 'html', start: number, view: View): number | Unusual {
    if (view.depth > 0) return unusual;
    let end = this.text.length;
    while (end > start && isBlankOrLineEnd(this.text.charCodeAt(end - 1))) end--;
    blocks.push({ type, start, end });
    return this.count;
  }

  private closeOfComment(from: number): number {
    // Without this, a thousand comments that nobody closed would each look through the whole text.
    if (from < this.closeSoughtFrom || from > this.close) {
      const close = this.text.indexOf('-->', from);
      this.closeSoughtFrom = from;
      this.close = close < 0 ? Number.POSITIVE_INFINITY : close;
    }
    return this.close;
  }

  /** A `[` begins a link definition or a paragraph. Only the simplest definitions are told apart here. */
  private bracket(blocks: Block[], start: number, line: number, to: number, view: View): number | Unusual {
    const kind = this.definitionKind(start, this.end(line));
    if (kind === unusual) return unusual;
    if (!kind) return this.paragraph(blocks, start, line, to, view);
    const definitions: Block[] = [];
    let next = line;
    for (; next < to && !this.isBlankIn(view, next); next++) {
      // Anything but another definition could be the title of the last one, or text that began with it.
      const at = baseOf(view, next);
      if (this.definitionKind(at, this.end(next)) !== true) return unusual;
      definitions.push({ type: 'definition', start: at, end: this.lastInk(at, this.end(next)) });
    }
    for (const definition of definitions) blocks.push(definition);
    return next;
  }

  /** Whether a line is a whole link definition without a title; `unusual` where it may or may not be one. */
  private definitionKind(start: number, end: number): boolean | Unusual {
    if (this.text.charCodeAt(start) !== openBracket) return false;
    let close = start + 1;
    for (; close < end; close++) {
      const code = this.text.charCodeAt(close);
      if (code === openBracket || code === 92) return unusual;
      if (code === 93) break;
    }
    if (close >= end) return unusual;
    if (this.text.charCodeAt(close + 1) !== 58) return false;
    if (close - start > 900 || this.firstInk(start + 1, close) === close) return unusual;
    const target = close + 3;
    if (this.text.charCodeAt(target - 1) !== space || target >= end) return unusual;
    for (let at = target; at < end; at++) {
      const code = this.text.charCodeAt(at);
      if (code <= space || code === lessThan || code === 40 || code === 41 || code === 92 || code > 126) return unusual;
    }
    return true;
  }

  /** A paragraph, the table that may follow in its lines, or both; or a heading underlined by `===` or `---`. */
  private paragraph(blocks: Block[], start: number, first: number, to: number, view: View): number | Unusual {
    // Where the line above begins and ends, and the one before that.
    let aboveStart = start;
    let aboveEnd = this.lastInk(start, this.end(first));
    let endBefore = aboveEnd;
    let line = first + 1;
    for (; line < to; line++) {
      const base = baseOf(view, line);
      // What begins with a letter goes on with the paragraph, whatever follows.
      if (base < this.end(line) && isLetter(this.text.charCodeAt(base))) {
        endBefore = aboveEnd;
        aboveStart = base;
        aboveEnd = this.lastInk(base, this.end(line));
        continue;
      }
      if (this.isBlankIn(view, line)) break;
      const ink = this.firstInk(base, this.end(line));
      if (this.hasTab(base, ink)) return unusual;
      const end = this.lastInk(ink, this.end(line));
      if (ink - base < 4) {
        const code = this.text.charCodeAt(ink);
        if ((code === equals || code === dash) && this.isRun(ink, end, code)) {
          blocks.push(new ScannedHeading(start, end, code === equals ? 1 : 2, start, aboveEnd, ink));
          return line + 1;
        }
        const what = this.interruption(ink, end);
        if (what === unusual) return unusual;
        if (what) break;
        if (canDelimit(code)) {
          const delimiter = { start: ink, end };
          if (delimiterCells(this.text, delimiter) > 0) {
            if (code === dash && this.isSpaceAt(ink + 1)) return unusual;
            if (line - 1 > first && aboveStart - baseOf(view, line - 1) > 3) return unusual;
            const header = { start: aboveStart, end: aboveEnd };
            if (beginsTable(this.text, header, delimiter)) {
              const table = new TableReader(this.text, header, delimiter);
              const next = this.rowsInto(table, line + 1, to, view);
              if (next === unusual) return unusual;
              if (line - 1 > first) blocks.push(this.paragraphOf(first, line - 1, { start, end: endBefore }, view));
              blocks.push(table.read());
              this.beyond ??= table.beyond;
              return next;
            }
          }
        }
      }
      endBefore = aboveEnd;
      aboveStart = ink;
      aboveEnd = end;
    }
    blocks.push(this.paragraphOf(first, line, { start, end: aboveEnd }, view));
    return line;
  }

  /** The paragraph of lines `first` to `to`. */
  private paragraphOf(first: number, to: number, { start, end }: Range, view: View): Paragraph {
    if (view.starts === this.starts) return new UncutParagraph(this.text, start, end);
    // The marks of a quote stand between the lines.
    const lines: Range[] = [{ start, end: this.lastInk(start, this.end(first)) }];
    for (let line = first + 1; line < to; line++) {
      const ink = this.firstInk(baseOf(view, line), this.end(line));
      lines.push({ start: ink, end: this.lastInk(ink, this.end(line)) });
    }
    return { type: 'paragraph', start, end, lines };
  }

  /** Reads the rows of a table from line `from`, and gives the line after them. */
  private rowsInto(table: TableReader, from: number, to: number, view: View): number | Unusual {
    let line = from;
    for (; line < to && !this.isBlankIn(view, line); line++) {
      const base = baseOf(view, line);
      const ink = this.firstInk(base, this.end(line));
      if (this.hasTab(base, ink)) return unusual;
      if (ink - base > 3) break;
      const end = this.lastInk(ink, this.end(line));
      const code = this.text.charCodeAt(ink);
      if (code !== 124) {
        // Below a table there is nothing to underline: `===` is a row, `---` a thematic break.
        const underline = (code === equals || code === dash) && this.isRun(ink, end, code);
        const what = underline ? this.isBreak(ink, end) : this.interruption(ink, end);
        if (what === unusual) return unusual;
        if (what) break;
        // An item that cannot interrupt a paragraph: what it does to a table is remark's to say.
        if (this.markerEnd(ink, end) > 0) return unusual;
      }
      table.add(ink, end);
    }
    return line;
  }

  private quote(blocks: Block[], first: number, to: number, view: View): number | Unusual {
    if (view.depth >= maxDepth) return unusual;
    const starts: number[] = [];
    let line = first;
    for (; line < to && !this.isBlankIn(view, line); line++) {
      const ink = this.indentedStart(view, line);
      if (ink === unusual) return unusual;
      if (this.text.charCodeAt(ink) !== greaterThan) break;
      const next = this.text.charCodeAt(ink + 1);
      if (next === tab) return unusual;
      starts[line] = next === space && ink + 1 < this.end(line) ? ink + 2 : ink + 1;
    }
    // Of a list in the very line that interrupts a paragraph remark asks more than of others.
    if (first > 0 && !this.isBlank(first - 1) && this.markerEnd(starts[first] as number, this.end(first)) > 0) {
      return unusual;
    }
    const inner = { starts, strip: 0, depth: view.depth + 1 };
    // Text right below may still be the quote's.
    if (line < to && !this.isBlankIn(view, line) && !this.isBlankIn(inner, line - 1)) {
      const ink = this.indentedStart(view, line);
      if (ink === unusual || this.interruption(ink, this.end(line)) !== true) return unusual;
    }
    const content: Block[] = [];
    if (this.blocksInto(content, first, line, inner) < line || content.length === 0) return unusual;
    const start = this.firstInk(baseOf(view, first), this.end(first));
    blocks.push({ type: 'quote', start, end: (content.at(-1) as Block).end, blocks: content });
    return line;
  }

  private list(blocks: Block[], first: number, to: number, view: View): number | Unusual {
    if (view.depth >= maxDepth) return unusual;
    const items: ListItem[] = [];
    const next = this.itemsInto(items, first, to, view);
    if (next === unusual) {
      // Without this, each item of a list that is too much for remark would be followed to the same line again.
      if (view.depth === 0) this.givenUpTo = Math.max(this.givenUpTo, this.lastItem);
      return unusual;
    }
    const [{ start, marker }, last] = [items[0] as ListItem, items.at(-1) as ListItem];
    const kind = this.text.charCodeAt(marker.end - 1);
    const ordered = kind === 46 || kind === 41;
    blocks.push({ type: 'list', start, end: last.end, ordered, items: items.slice() });
    return next;
  }

  /**
   * Reads the items of the list that begins at `first`, and gives the line after them.
   * @param items where they go; without it they are only followed to their end, whatever stands in them.
   */
  private itemsInto(items: ListItem[] | undefined, first: number, to: number, view: View): number | Unusual {
    let kind = 0;
    let line = first;
    while (line < to) {
      const start = this.indentedStart(view, line);
      if (start === unusual) return unusual;
      const end = this.end(line);
      // Is what follows an item of this list?
      const itsKind = this.isBreak(start, end) ? 0 : this.markerKind(start, end);
      if (line === first) kind = itsKind;
      else if (itsKind !== kind) break;
      if (view.depth === 0) {
        if (start <= this.givenUpTo) return unusual;
        this.lastItem = start;
        // So many items are not read in vain.
        if (items?.length === manyItems && this.itemsInto(undefined, line, to, view) === unusual) return unusual;
      }
      const marker = { start, end: this.markerEnd(start, end) };
      const ink = this.firstInk(marker.end, end);
      if (ink === end || ink - marker.end > 4 || this.hasTab(marker.end, ink)) return unusual;
      // A list that begins within the line of another's item.
      if (this.markerEnd(ink, end) > 0) return unusual;
      const inner = { starts: view.starts, strip: ink - (view.starts[line] as number), depth: view.depth + 1 };
      const stop = this.itemEnd(line, to, view, inner, kind);
      if (stop === unusual) return unusual;
      if (items !== undefined) {
        const content: Block[] = [];
        if (this.blocksInto(content, line, stop.line, inner) < stop.line) return unusual;
        // A list that has grown keeps room for more; a copy is as long as it is, and a book holds tens of thousands of them.
        items.push(new ScannedItem(start, (content.at(-1) as Block).end, marker, content.slice()));
      }
      line = stop.next;
    }
    return line;
  }

  /** Where the item that begins at `first` ends, and the line (no blank one) that follows it. */
  private itemEnd(
    first: number,
    to: number,
    view: View,
    inner: View,
    kind: number,
  ): { readonly line: number; readonly next: number } | Unusual {
    let last = first;
    let line = first + 1;
    for (; line < to; line++) {
      const shown = this.firstInk(view.starts[line] as number, this.end(line));
      if (shown === this.end(line)) continue;
      const base = baseOf(view, line);
      const ink = shown < base ? this.firstInk(base, this.end(line)) : shown;
      if (this.hasTab(base, ink)) return unusual;
      if (ink >= baseOf(inner, line)) {
        last = line;
        continue;
      }
      if (ink - base > 3) return unusual;
      const end = this.end(line);
      if (last === line - 1 && !this.isBreak(ink, end)) {
        // Text right below an item may still be the item's.
        const sibling = this.markerKind(ink, end) === kind;
        if (!sibling && this.interruption(ink, end) !== true) return unusual;
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
    const next = this.text.charCodeAt(start + 1);
    return isLetter(next) || next === 47 || next === 33 || next === 63;
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

  private isBlankIn(view: View, line: number): boolean {
    return this.firstInk(view.starts[line] as number, this.end(line)) === this.end(line);
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
    if (!this.hasTabs) return false;
    for (let at = start; at < end; at++) if (this.text.charCodeAt(at) === tab) return true;
    return false;
  }

  private isSpaceAt(at: number): boolean {
    return isBlank(this.text.charCodeAt(at));
  }

  private start(line: number): number {
    return this.starts[line] as number;
  }

  private end(line: number): number {
    return this.ends[line] as number;
  }
}

function baseOf(view: View, line: number): number {
  return (view.starts[line] as number) + view.strip;
}

/** A class, as is all that holds a whole chapter (`chapter/read.ts`): its paragraphs know the text. */
class ScannedItem implements ListItem {
  constructor(
    readonly start: number,
    readonly end: number,
    readonly marker: Range,
    readonly blocks: readonly Block[],
  ) {}
}

/** A heading with `#` before it, or `===` or `---` below it. */
class ScannedHeading implements Heading {
  readonly type = 'heading';
  readonly #contentStart: number;
  readonly #contentEnd: number;
  readonly #marksStart: number;

  constructor(
    readonly start: number,
    readonly end: number,
    readonly level: number,
    contentStart: number,
    contentEnd: number,
    marksStart: number,
  ) {
    this.#contentStart = contentStart;
    this.#contentEnd = contentEnd;
    this.#marksStart = marksStart;
  }

  get marks(): Range {
    const start = this.#marksStart;
    return { start, end: start === this.start ? start + this.level : this.end };
  }

  get content(): Range {
    return { start: this.#contentStart, end: this.#contentEnd };
  }
}

/**
 * A paragraph with nothing but blanks around its lines. It is cut into them when somebody asks for them, which few do:
 * of most paragraphs it is enough to know where they stand.
 */
class UncutParagraph implements Paragraph {
  readonly type = 'paragraph';
  readonly #text: string;
  #lines: readonly Range[] | undefined;

  constructor(
    text: string,
    readonly start: number,
    readonly end: number,
  ) {
    this.#text = text;
  }

  get lines(): readonly Range[] {
    this.#lines ??= trimmedLines(this.#text, this.start, this.end);
    return this.#lines;
  }
}

const trimmedLine = /[^ \t\r\n](?:[^\r\n]*[^ \t\r\n])?/g;

/** The lines of a stretch without the blanks at both their ends; none of them is blank. */
function trimmedLines(text: string, start: number, end: number): readonly Range[] {
  const stretch = text.slice(start, end);
  // Most paragraphs are one long line.
  if (!stretch.includes('\n') && !stretch.includes('\r')) return [{ start, end }];
  return Array.from(stretch.matchAll(trimmedLine), ({ index, 0: line }) => ({
    start: start + index,
    end: start + index + line.length,
  }));
}

function isBlank(code: number): boolean {
  return code === space || code === tab;
}

function isBlankOrLineEnd(code: number): boolean {
  return isBlank(code) || code === 10 || code === 13;
}

function canDelimit(code: number): boolean {
  return code === 124 || code === dash || code === 58;
}
