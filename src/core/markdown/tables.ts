/**
 * Tables as GitHub reads them: which two lines begin a table, and where the cells of a row stand. `tableLines` teaches
 * remark where tables begin and end; it leaves the cells alone, which is what makes it light.
 */

import type { Code, Effects, Extension, State, TokenizeContext, TokenType } from 'micromark-util-types';
import type { Range } from '../text/range';
import type { Row, Table } from './blocks';

const bar = 124;
const backslash = 92;

/** Offsets of the `|` that part cells; one after a backslash does not. */
function dividersOf(source: string, line: Range): number[] {
  const dividers: number[] = [];
  for (let at = line.start; at < line.end; at++) {
    const code = source.charCodeAt(at);
    if (code === bar) dividers.push(at);
    else if (code === backslash) {
      const next = source.charCodeAt(at + 1);
      if (next === bar || next === backslash) at++;
    }
  }
  return dividers;
}

/**
 * Reads one row.
 * @param line the row without the marks of containers around it, trimmed.
 * @param count how many cells the header has; absent for the header itself.
 */
export function readRow(source: string, line: Range, count?: number): Row {
  const { start, end } = line;
  const cells: Range[] = [];
  const limit = count ?? Number.POSITIVE_INFINITY;
  const dividers = dividersOf(source, line);
  let at = start;
  let next = 0;
  if (dividers[0] === start) {
    at++;
    next++;
  }
  for (; next < dividers.length && cells.length < limit; next++) {
    const divider = dividers[next] as number;
    cells.push(cellBetween(source, at, divider));
    at = divider + 1;
  }
  // Whatever follows the last divider is a cell, unless there is nothing.
  if (at < end && cells.length < limit) cells.push(cellBetween(source, at, end));
  while (count !== undefined && cells.length < count) cells.push({ start: end, end });
  // What has grown keeps room for more; a copy is as long as it is, and a book holds tens of thousands of rows.
  return { start, end, cells: cells.slice() };
}

/** How many cells a row has of its own: as many as `readRow` would find in it. */
function countCells(source: string, { start, end }: Range): number {
  let count = 0;
  let from = source.charCodeAt(start) === bar ? start + 1 : start;
  for (let at = from; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code === bar) {
      count++;
      from = at + 1;
    } else if (code === backslash) {
      const next = source.charCodeAt(at + 1);
      if (next === bar || next === backslash) at++;
    }
  }
  return from < end ? count + 1 : count;
}

/** What rows are cut from, and into how many cells. */
interface Cut {
  readonly source: string;
  readonly columns: number;
}

/** A table that is being put together, row by row. Its lines are trimmed and without container marks. */
export class TableReader {
  /** The first row that was left out because too many cells were missing, if there is one. */
  beyond: Range | undefined;
  private readonly header: Row;
  private readonly rows: Row[] = [];
  private readonly cut: Cut;

  constructor(
    source: string,
    header: Range,
    private readonly delimiter: Range,
  ) {
    this.header = readRow(source, header);
    this.cut = { source, columns: this.header.cells.length };
  }

  add(start: number, end: number): void {
    this.rows.push(new UncutRow(this.cut, start, end));
  }

  /** The table, once all rows were added. */
  read(): Table {
    const { header, delimiter, rows } = this;
    const { end } = rows.at(-1) ?? delimiter;
    const count = this.countWithin();
    const beyond = rows[count];
    if (beyond !== undefined) this.beyond = { start: beyond.start, end: beyond.end };
    // What has grown keeps room for more; a copy is as long as it is.
    return { type: 'table', start: header.start, end, header, delimiter, rows: rows.slice(0, count) };
  }

  /** How many rows there are before too many cells are missing. */
  private countWithin(): number {
    const { rows, cut } = this;
    if (rows.length * cut.columns <= maxMissing) return rows.length;
    let missing = 0;
    const beyond = rows.findIndex((row) => {
      missing += Math.max(0, cut.columns - countCells(cut.source, row));
      return missing > maxMissing;
    });
    return beyond < 0 ? rows.length : beyond;
  }
}

/**
 * A row that is cut into cells when somebody asks for them: while somebody types, hundreds of rows only move, and nobody
 * looks into them again.
 */
class UncutRow implements Row {
  readonly #cut: Cut;
  #cells: readonly Range[] | undefined;

  constructor(
    cut: Cut,
    readonly start: number,
    readonly end: number,
  ) {
    this.#cut = cut;
  }

  get cells(): readonly Range[] {
    this.#cells ??= readRow(this.#cut.source, this, this.#cut.columns).cells;
    return this.#cells;
  }
}

/** So many cells that rows lack are filled in; a table of a thousand columns could else outgrow the memory. */
const maxMissing = 100_000;

/** What stands between two dividers without blanks; an empty cell lies where its text would be written. */
function cellBetween(source: string, from: number, to: number): Range {
  let start = from;
  let end = to;
  while (start < end && isBlank(source.charCodeAt(start))) start++;
  while (end > start && isBlank(source.charCodeAt(end - 1))) end--;
  if (start < end) return { start, end };
  const inside = to - from > 1 ? from + 1 : from;
  return { start: inside, end: inside };
}

/** Blanks as Word and the web leave them in cells, the no-break space among them. */
function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || code === 0xfeff;
}

/**
 * How many cells the delimiter row `line` has; 0 where it is none.
 * @param line without container marks, trimmed.
 */
export function delimiterCells(source: string, line: Range): number {
  let cells = 0;
  let marked = false;
  let at = line.start;
  const end = line.end;
  const skip = (): void => {
    while (at < end && (source.charCodeAt(at) === 32 || source.charCodeAt(at) === 9)) at++;
  };
  if (source.charCodeAt(at) === bar) {
    marked = true;
    at++;
    skip();
  }
  while (at < end) {
    if (source.charCodeAt(at) === 58) {
      marked = true;
      at++;
    }
    const dashes = at;
    while (at < end && source.charCodeAt(at) === 45) at++;
    if (at === dashes) return 0;
    if (at < end && source.charCodeAt(at) === 58) {
      marked = true;
      at++;
    }
    cells++;
    skip();
    if (at === end) break;
    if (source.charCodeAt(at) !== bar) return 0;
    marked = true;
    at++;
    skip();
  }
  return marked ? cells : 0;
}

/** Whether the two lines, trimmed and without container marks, begin a table. */
export function beginsTable(source: string, header: Range, delimiter: Range): boolean {
  const cells = delimiterCells(source, delimiter);
  if (cells === 0) return false;
  // A lone `|` is no header.
  if (header.end - header.start === 1 && source.charCodeAt(header.start) === bar) return false;
  return readRow(source, header).cells.length === cells;
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    bookTableHeader: 'bookTableHeader';
    bookTableDelimiter: 'bookTableDelimiter';
    bookTableRow: 'bookTableRow';
  }
}

/** The lines of tables as blocks of remark's own: `bookTableHeader`, `bookTableDelimiter`, `bookTableRow`. */
export function tableLines(): Extension {
  return { flow: { null: { name: 'bookTable', tokenize: tokenizeTableLine } } };
}

function isEnd(code: Code): boolean {
  return code === null || code < -2;
}

function isSpace(code: Code): boolean {
  return code === -2 || code === -1 || code === 32;
}

/** One call reads the header with its delimiter row, or one more row: rows are blocks that follow one another. */
function tokenizeTableLine(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const context = this;
  const types = {
    header: 'bookTableHeader' as TokenType,
    delimiter: 'bookTableDelimiter' as TokenType,
    row: 'bookTableRow' as TokenType,
  };
  let headerCells = 0;
  let delimiterCellCount = 0;
  let atCell = false;
  let marked = false;
  let length = 0;
  return start;

  function start(code: Code): State | undefined {
    if (!followsTable(context)) {
      atCell = code !== bar;
      effects.enter(types.header);
      return inHeader(code);
    }
    if (isLazy()) return nok(code);
    effects.enter(types.row);
    return inRow(code);
  }

  function isLazy(): boolean {
    return Boolean(context.parser.lazy[context.now().line]);
  }

  function inRow(code: Code): State | undefined {
    if (isEnd(code)) {
      effects.exit(types.row);
      return ok(code);
    }
    effects.consume(code);
    return inRow;
  }

  function inHeader(code: Code): State | undefined {
    if (code === null) return nok(code);
    if (isEnd(code)) {
      if (length < 1 || headerCells === 0) return nok(code);
      // Else a container could not open below a line that turns out to be no header.
      context.interrupt = true;
      effects.exit(types.header);
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return delimiterStart;
    }
    if (!isSpace(code)) {
      length++;
      if (atCell) {
        atCell = false;
        headerCells++;
      }
      if (code === bar) atCell = true;
    }
    effects.consume(code);
    return code === backslash ? inHeaderEscape : inHeader;
  }

  function inHeaderEscape(code: Code): State | undefined {
    if (code === bar || code === backslash) {
      effects.consume(code);
      return inHeader;
    }
    return inHeader(code);
  }

  function delimiterStart(code: Code): State | undefined {
    context.interrupt = false;
    if (isLazy()) return nok(code);
    if (!isSpace(code)) return delimiterOpen(code);
    length = 0;
    effects.enter('linePrefix');
    return delimiterIndent(code);
  }

  function delimiterIndent(code: Code): State | undefined {
    if (isSpace(code) && length < 3) {
      length++;
      effects.consume(code);
      return delimiterIndent;
    }
    effects.exit('linePrefix');
    return delimiterOpen(code);
  }

  function delimiterOpen(code: Code): State | undefined {
    if (code !== bar && code !== 45 && code !== 58) return nok(code);
    effects.enter(types.delimiter);
    return delimiterBetween(code);
  }

  function delimiterBetween(code: Code): State | undefined {
    if (code !== bar) return delimiterCell(code);
    marked = true;
    effects.consume(code);
    return delimiterBeforeCell;
  }

  function delimiterBeforeCell(code: Code): State | undefined {
    if (isSpace(code)) {
      effects.consume(code);
      return delimiterBeforeCell;
    }
    return isEnd(code) ? delimiterEnd(code) : delimiterCell(code);
  }

  function delimiterCell(code: Code): State | undefined {
    if (code === 58) {
      marked = true;
      effects.consume(code);
      return delimiterFirstDash;
    }
    return delimiterFirstDash(code);
  }

  function delimiterFirstDash(code: Code): State | undefined {
    if (code !== 45) return nok(code);
    delimiterCellCount++;
    return delimiterDashes(code);
  }

  function delimiterDashes(code: Code): State | undefined {
    if (code === 45) {
      effects.consume(code);
      return delimiterDashes;
    }
    if (code === 58) {
      marked = true;
      effects.consume(code);
      return delimiterAfterCell;
    }
    return delimiterAfterCell(code);
  }

  function delimiterAfterCell(code: Code): State | undefined {
    if (isSpace(code)) {
      effects.consume(code);
      return delimiterAfterCell;
    }
    if (code === bar) return delimiterBetween(code);
    return isEnd(code) ? delimiterEnd(code) : nok(code);
  }

  function delimiterEnd(code: Code): State | undefined {
    if (!marked || headerCells !== delimiterCellCount) return nok(code);
    effects.exit(types.delimiter);
    return ok(code);
  }
}

/** Whether the block right before is a line of a table. */
function followsTable(context: TokenizeContext): boolean {
  for (let i = context.events.length - 1; i >= 0; i--) {
    const type = context.events[i]?.[1].type as string | undefined;
    if (type === 'lineEnding' || type === 'linePrefix') continue;
    return type === 'bookTableDelimiter' || type === 'bookTableRow';
  }
  return false;
}
