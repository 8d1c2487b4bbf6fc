/**
 * Where in a YAML text one writes: in which map or list, at a key or at a value. It reads unfinished text, which no
 * parser does, and knows only as much of YAML as a manifest and frontmatter need.
 */

import type { Range } from '../../text/range';

export interface YamlPlace {
  /** The keys around, from the outermost; `[]` is an item of a list. At a value its own key is the last. */
  readonly path: readonly string[];
  readonly role: 'key' | 'value';
  /** The whole word or value at the offset; empty where nothing stands there yet. */
  readonly range: Range;
  /** Whether a `:` follows the key already. */
  readonly hasColon: boolean;
  /** Keys and, in a list within one line, items that stand beside it. */
  readonly beside: ReadonlySet<string>;
  /** Within `{}` or `[]`. */
  readonly inFlow: boolean;
}

/**
 * The place at an offset.
 * @param stretch the YAML text within the source.
 * @returns nothing in a comment, and where the text is shaped otherwise than is understood.
 */
export function yamlPlaceAt(source: string, stretch: Range, offset: number): YamlPlace | undefined {
  // Within a line end nobody writes.
  if (source[offset] === '\n' && source[offset - 1] === '\r') return undefined;
  return new Scanner(source, stretch, offset).scan();
}

/** A block map or an item of a block list, while lines belong to it. */
interface Frame {
  readonly column: number;
  readonly type: 'map' | 'item';
  readonly path: readonly string[];
  readonly keys: Set<string>;
  lastKey: string | undefined;
}

const keyPattern =
  /^(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'#[\]{},&*!|>%@`-][^:#\n]*?|-[^\s:#][^:#\n]*?))[ \t]*:(?=[ \t\r\n]|$)/;
const longestKey = 100;

class Scanner {
  private readonly frames: Frame[] = [];
  private readonly end: number;
  private found: YamlPlace | undefined;

  constructor(
    private readonly source: string,
    private readonly stretch: Range,
    private readonly offset: number,
  ) {
    this.end = stretch.end;
  }

  scan(): YamlPlace | undefined {
    let at = this.stretch.start;
    if (this.source.charCodeAt(at) === 0xfeff) at++;
    while (at <= this.end) {
      const next = this.line(at);
      if (next <= at) break;
      at = next;
    }
    return this.found;
  }

  /** Reads one line, or all lines of a value in brackets; gives where the next begins. */
  private line(start: number): number {
    const lineEnd = this.lineEnd(start);
    let at = start;
    while (at < lineEnd && this.source[at] === ' ') at++;
    const holdsCursor = this.offset >= start && this.offset <= lineEnd;
    if (at === lineEnd || this.source[at] === '#') {
      if (holdsCursor && at === lineEnd) this.blankLine(start);
      return this.nextLine(lineEnd);
    }
    return this.entry(at, at - start, lineEnd);
  }

  private entry(from: number, indent: number, lineEnd: number): number {
    let at = from;
    let column = indent;
    while (this.source[at] === '-' && (at + 1 === lineEnd || /[ \t\r]/.test(this.source[at + 1] as string))) {
      this.item(column);
      const dash = at;
      at++;
      while (at < lineEnd && this.source[at] === ' ') at++;
      column += at - dash;
      if (at === lineEnd && at > dash + 1 && this.offset === at) this.itemStart({ start: at, end: at });
    }
    const key = keyPattern.exec(this.source.slice(at, Math.min(lineEnd, at + longestKey)));
    if (key !== null) return this.keyed(at, column, key, lineEnd);
    return this.value(at, lineEnd, this.frames.at(-1)?.path ?? [], column);
  }

  private keyed(at: number, column: number, match: RegExpExecArray, lineEnd: number): number {
    const frame = this.map(column);
    const name = match[1] ?? match[2] ?? (match[3] as string);
    const colon = at + match[0].length - 1;
    const range = { start: at, end: colon - (/[ \t]*$/.exec(match[0].slice(0, -1))?.[0].length ?? 0) };
    if (this.offset >= at && this.offset <= range.end) {
      this.find({ path: frame.path, role: 'key', range, hasColon: true, beside: frame.keys, inFlow: false });
    } else {
      frame.keys.add(name);
    }
    frame.lastKey = name;
    let from = colon + 1;
    while (from < lineEnd && this.source[from] === ' ') from++;
    if (this.source[from] === '#') return this.nextLine(lineEnd);
    return this.value(from, lineEnd, [...frame.path, name], undefined, colon);
  }

  /** @param column where a word without a `:` begins a line: it may become a key. */
  private value(at: number, lineEnd: number, path: readonly string[], column?: number, colon?: number): number {
    const first = this.source[at];
    if (first === '[' || first === '{') {
      const after = this.flow(at, path);
      const end = this.lineEnd(after);
      return this.nextLine(end);
    }
    const end = this.valueEnd(at, lineEnd);
    const from = colon === undefined ? at : colon + 1;
    const isBlank = this.source.slice(at, lineEnd).trim() === '';
    if (this.offset < from || this.offset > (isBlank ? lineEnd : end)) return this.nextLine(lineEnd);
    const range = this.offset < at || isBlank ? { start: this.offset, end: this.offset } : { start: at, end };
    if (column === undefined) {
      this.find({ path, role: 'value', range, hasColon: false, beside: new Set(), inFlow: false });
    } else if (this.isItem(path)) {
      this.itemStart(range);
    } else {
      this.keyStart(column, range);
    }
    return this.nextLine(lineEnd);
  }

  private isItem(path: readonly string[]): boolean {
    return this.frames.at(-1)?.type === 'item' && path.at(-1) === '[]';
  }

  /** What follows a dash may be a value, or the first key of a map. */
  private itemStart(range: Range): void {
    const frame = this.frames.at(-1);
    if (frame === undefined) return;
    this.find({ path: frame.path, role: 'value', range, hasColon: false, beside: frame.keys, inFlow: false });
  }

  private keyStart(column: number, range: Range): void {
    const frame = this.map(column);
    this.find({ path: frame.path, role: 'key', range, hasColon: false, beside: frame.keys, inFlow: false });
  }

  private blankLine(start: number): void {
    const column = this.offset - start;
    const top = this.frames.findLast(
      (frame) => frame.column <= column && (frame.type === 'map' || frame.column < column),
    );
    const range = { start: this.offset, end: this.offset };
    // A key belongs to the map whose column it has; deeper ones open the value of the key above.
    if (top === undefined || top.column === column || top.type === 'item' || top.lastKey !== undefined) {
      this.keyStart(column, range);
    }
  }

  private find(place: YamlPlace): void {
    this.found ??= place;
  }

  private valuePath(frame: Frame | undefined): readonly string[] {
    if (frame === undefined) return [];
    return frame.type === 'map' && frame.lastKey !== undefined ? [...frame.path, frame.lastKey] : frame.path;
  }

  private map(column: number): Frame {
    while (this.frames.length > 0) {
      const top = this.frames.at(-1) as Frame;
      if (top.column < column || (top.column === column && top.type === 'map')) break;
      this.frames.pop();
    }
    const top = this.frames.at(-1);
    if (top?.type === 'map' && top.column === column) return top;
    const frame: Frame = { column, type: 'map', path: this.valuePath(top), keys: new Set(), lastKey: undefined };
    this.frames.push(frame);
    return frame;
  }

  private item(column: number): void {
    while (this.frames.length > 0) {
      const top = this.frames.at(-1) as Frame;
      // The dashes of a list may stand right below the first letter of its key.
      if (top.column < column || (top.column === column && top.type === 'map' && top.lastKey !== undefined)) break;
      this.frames.pop();
    }
    const path = [...this.valuePath(this.frames.at(-1)), '[]'];
    this.frames.push({ column, type: 'item', path, keys: new Set(), lastKey: undefined });
  }

  /** Reads a value in brackets; gives the offset behind it. */
  private flow(start: number, path: readonly string[]): number {
    const isMap = this.source[start] === '{';
    const keys = new Set<string>();
    let at = start + 1;
    let key: string | undefined;
    let from = at;
    const close = (to: number): void => {
      const range = this.trimmed(from, to);
      const holdsCursor = this.offset >= from && this.offset <= to;
      const written = this.unquoted(range);
      if (isMap && key === undefined) {
        if (holdsCursor)
          this.find({ path, role: 'key', range: this.around(range), hasColon: false, beside: keys, inFlow: true });
        else if (written !== '') keys.add(written);
      } else if (holdsCursor) {
        const own = key === undefined ? [...path, '[]'] : [...path, key];
        this.find({ path: own, role: 'value', range: this.around(range), hasColon: false, beside: keys, inFlow: true });
      } else if (!isMap && written !== '') keys.add(written);
    };
    for (; at < this.end; at++) {
      const letter = this.source[at] as string;
      if (letter === '"' || letter === "'") {
        const closing = this.source.indexOf(letter, at + 1);
        const lineEnd = this.lineEnd(at);
        at = closing < 0 || closing > lineEnd ? lineEnd - 1 : closing;
      } else if (letter === '[' || letter === '{') {
        const inner = this.flow(at, key === undefined ? [...path, '[]'] : [...path, key]);
        from = inner;
        at = inner - 1;
      } else if (letter === ']' || letter === '}') {
        close(at);
        return at + 1;
      } else if (letter === ',') {
        close(at);
        key = undefined;
        from = at + 1;
      } else if (letter === ':' && isMap && key === undefined && /[\s,}\]]/.test(this.source[at + 1] ?? ' ')) {
        const range = this.trimmed(from, at);
        key = this.unquoted(range);
        if (this.offset >= from && this.offset <= at) {
          this.find({ path, role: 'key', range: this.around(range), hasColon: true, beside: keys, inFlow: true });
        } else keys.add(key);
        from = at + 1;
      } else if (letter === '\n' && this.isNewEntry(at + 1)) {
        // Never closed: what follows is a line of its own again.
        close(at);
        return at;
      }
    }
    close(this.end);
    return this.end;
  }

  /** A key at the first column after an open bracket: the bracket has been forgotten, or is yet to come. */
  private isNewEntry(at: number): boolean {
    return /^[\w"'-][^:\n]{0,60}:(?:\s|$)/.test(this.source.slice(at, Math.min(this.end, at + 80)));
  }

  /** What of a range lies in the cursor's line; where the cursor is among blanks, it is empty. */
  private around(range: Range): Range {
    const lineStart = this.source.lastIndexOf('\n', this.offset - 1) + 1;
    const own = this.trimmed(Math.max(range.start, Math.min(lineStart, this.offset)), this.lineEndIn(range));
    return this.offset < own.start || this.offset > own.end ? { start: this.offset, end: this.offset } : own;
  }

  private lineEndIn({ end }: Range): number {
    return Math.max(this.offset, Math.min(end, this.lineEnd(this.offset)));
  }

  private trimmed(from: number, to: number): Range {
    let start = from;
    let end = to;
    while (start < end && /\s/.test(this.source[start] as string)) start++;
    while (end > start && /\s/.test(this.source[end - 1] as string)) end--;
    return { start, end };
  }

  private unquoted({ start, end }: Range): string {
    return this.source.slice(start, end).replace(/^(["'])(.*)\1$/, '$2');
  }

  private valueEnd(at: number, lineEnd: number): number {
    const text = this.source.slice(at, lineEnd);
    const comment = /^["']/.test(text) ? -1 : text.search(/(?:^|\s)#/);
    const end = comment < 0 ? lineEnd : at + comment;
    return this.trimmed(at, end).end;
  }

  private lineEnd(at: number): number {
    const end = this.source.slice(at, this.end).search(/\r?\n/);
    return end < 0 ? this.end : at + end;
  }

  private nextLine(lineEnd: number): number {
    if (lineEnd >= this.end) return this.end + 1;
    return this.source[lineEnd] === '\r' ? lineEnd + 2 : lineEnd + 1;
  }
}
