/** Lines of a source text: the edge where offsets become line and character. */

export interface Position {
  /** Counted from 0. */
  readonly line: number;
  /** UTF-16 units from the line's start, counted from 0. */
  readonly character: number;
}

/** Line starts of one text. `\n`, `\r\n` and a lone `\r` end a line, as in VS Code. */
export class LineIndex {
  private known: number[] | undefined;

  constructor(private readonly source: string) {}

  /** Looked for when somebody asks: most chapters of a book have nothing to show. */
  private get starts(): number[] {
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

function lineStarts(source: string): number[] {
  const starts = [0];
  if (!source.includes('\r')) {
    for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code === 10 || (code === 13 && source.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/**
 * Tells where a line ends (its line end not counted) from any offset in it. A text without CR, as most are, is leapt
 * through.
 */
export function lineEnds(source: string): (offset: number) => number {
  if (!source.includes('\r')) {
    return (offset) => {
      // Every other line of Markdown is blank.
      if (source.charCodeAt(offset) === 10) return offset;
      const end = source.indexOf('\n', offset);
      return end < 0 ? source.length : end;
    };
  }
  return (offset) => {
    let at = offset;
    for (; at < source.length; at++) {
      const code = source.charCodeAt(at);
      if (code === 10 || code === 13) break;
    }
    return at;
  };
}
