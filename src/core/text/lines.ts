/** Lines of a source text: the edge where offsets become line and character. */

export interface Position {
  /** Counted from 0. */
  readonly line: number;
  /** UTF-16 units from the line's start, counted from 0. */
  readonly character: number;
}

/** Line starts of one text. `\n`, `\r\n` and a lone `\r` end a line, as in VS Code. */
export class LineIndex {
  private known: Int32Array | undefined;

  constructor(private readonly source: string) {}

  /** Looked for when somebody asks: most chapters of a book have nothing to show. */
  private get starts(): Int32Array {
    this.known ??= lineStarts(this.source);
    return this.known;
  }

  get count(): number {
    return this.starts.length;
  }

  /** The line that holds an offset; offsets outside the text are brought to its nearest end. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  positionAt(offset: number): Position {
    const bounded = Math.max(0, Math.min(offset, this.source.length));
    const line = this.lineAt(bounded);
    return { line, character: bounded - (this.starts[line] as number) };
  }

  /** Offset of a line's first character; a line past the end gives the text's length. */
  startOf(line: number): number {
    return this.starts[line] ?? this.source.length;
  }

  /** Offset just past a line's last character, its line end not counted. */
  endOf(line: number): number {
    let end = this.starts[line + 1] ?? this.source.length;
    while (end > this.startOf(line) && (this.source[end - 1] === '\n' || this.source[end - 1] === '\r')) end--;
    return end;
  }

  offsetAt(position: Position): number {
    return Math.min(this.startOf(position.line) + position.character, this.endOf(position.line));
  }
}

/** So many characters of a line are looked at one by one, before its end is searched for: many lines are short. */
const fewCharacters = 4;

/**
 * Where each line begins; the first one always does, and the last one may be empty. A text without CR, as most are, is
 * leapt through.
 */
export function lineStarts(source: string): Int32Array {
  const { length } = source;
  const withReturns = source.includes('\r');
  let starts = new Int32Array(16 + (length >> 5));
  let count = 1;
  let at = 0;
  let stop = fewCharacters;
  while (at < length) {
    if (source.charCodeAt(at) === 10 || (withReturns && isLineEnd(source, at))) at++;
    else if (withReturns || at < stop) {
      at++;
      continue;
    } else {
      at = source.indexOf('\n', at) + 1;
      if (at === 0) break;
    }
    if (count === starts.length) {
      // As many as there will be if the lines go on as short, and a few more.
      const more = new Int32Array(Math.ceil(1.2 * count * (length / at)) + 16);
      more.set(starts);
      starts = more;
    }
    starts[count++] = at;
    stop = at + fewCharacters;
  }
  return starts.slice(0, count);
}

/** Whether a line ends right after the character at an offset: a CR before an LF is only half of a line end. */
function isLineEnd(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  return code === 10 || (code === 13 && source.charCodeAt(at + 1) !== 10);
}

/**
 * Where each line ends, its line end not counted.
 * @param starts where the lines of the same text begin.
 */
export function lineEnds(source: string, starts: Int32Array): Int32Array {
  const ends = new Int32Array(starts.length);
  const withReturns = source.includes('\r');
  const last = starts.length - 1;
  for (let line = 0; line < last; line++) {
    const end = (starts[line + 1] as number) - 1;
    const isPair = withReturns && end > 0 && source.charCodeAt(end) === 10 && source.charCodeAt(end - 1) === 13;
    ends[line] = isPair ? end - 1 : end;
  }
  ends[last] = source.length;
  return ends;
}
