/** Moving and writing in tables: the next cell, a new row below another, columns of one width. */

import type { Chapter } from '../chapter/chapter';
import type { Row, Table } from '../markdown/blocks';
import { flatBlocks } from '../markdown/inline';
import { readRow } from '../markdown/tables';
import { lineEndOf, type TextEdit } from '../text/edits';
import { greatest } from '../text/lists';
import { contains, type Range, touches } from '../text/range';

/** A place in a table. */
export interface TablePlace {
  readonly table: Table;
  /** 0 is the header; the row of dashes is none. */
  readonly row: number;
  readonly column: number;
}

/** The table and the cell at an offset; nothing outside of tables, and in the row of dashes. */
export function tablePlaceAt(chapter: Chapter, offset: number): TablePlace | undefined {
  const { source, lines } = chapter;
  const line = lines.lineAt(offset);
  const around = { start: lines.startOf(line), end: lines.endOf(line) };
  for (const block of flatBlocks(chapter.blocks)) {
    if (block.type !== 'table' || block.start > around.end || block.end < around.start) continue;
    const row = rowsOf(block).findIndex(({ start }) => touches(around, start));
    const found = rowsOf(block)[row];
    if (found === undefined) continue;
    const { cells } = readRow(source, found);
    const before = cells.findLastIndex(({ start }) => start <= offset);
    // On the divider behind a cell one is still in it; behind the next divider no more.
    const own = cells[before];
    const isPast = own !== undefined && dividersIn(source, own.end, offset) > 0;
    return { table: block, row, column: Math.max(0, isPast ? before + 1 : before) };
  }
  return undefined;
}

function rowsOf(table: Table): readonly Row[] {
  return [table.header, ...table.rows];
}

function dividersIn(source: string, from: number, to: number): number {
  return (source.slice(from, to).match(/(?<!\\)\|/g) ?? []).length;
}

/** Where the cursor goes, and what is to be written before it gets there. */
export interface CellMove {
  /** Of the text before the edit. */
  readonly select?: Range;
  /** With an edit: where the cursor stands within its text. */
  readonly edit?: TextEdit;
  readonly cursor?: number;
}

/**
 * The cell before or after: at the end of a row the first of the next, past the row of dashes.
 * @returns nothing before the first and behind the last cell.
 */
export function neighbourCell(source: string, place: TablePlace, step: 1 | -1): CellMove | undefined {
  const count = place.table.header.cells.length;
  let row = place.row;
  let column = Math.min(place.column, count - 1) + step;
  if (column < 0) {
    row--;
    column = count - 1;
  } else if (column >= count) {
    row++;
    column = 0;
  }
  const target = rowsOf(place.table)[row];
  if (target === undefined) return undefined;
  const there = readRow(source, target).cells;
  const cell = there[column];
  if (cell !== undefined) return intoCell(source, cell);
  // The row is shorter than the header: it is made as long as is needed.
  const closed = source.slice(target.start, target.end).trimEnd().endsWith('|') && there.length > 0;
  const lead = closed ? ' ' : ' | ';
  const text = `${lead}${'| '.repeat(column - there.length)}`;
  return { edit: { range: { start: target.end, end: target.end }, text: `${text} |` }, cursor: text.length };
}

/** What stands in a cell is selected; an empty one gets a blank on either side of the cursor. */
function intoCell(source: string, { start, end }: Range): CellMove {
  const gap = /^[ \t]*/.exec(source.slice(start, start + 2))?.[0].length ?? 0;
  const isTight = start === end && source[start - 1] === '|' && gap < 2;
  if (!isTight) return { select: { start, end } };
  return { edit: { range: { start, end: start + gap }, text: '  ' }, cursor: 1 };
}

/**
 * A row below another, or below the row of dashes.
 * @param cells what stands in it, in the order of the columns.
 * @returns the edit, and where the first empty cell is within its text.
 */
export function newRow(
  source: string,
  { table, row }: TablePlace,
  cells: readonly string[],
): Required<Omit<CellMove, 'select'>> {
  const above = row === 0 ? table.delimiter : (rowsOf(table)[row] as Range);
  const lineStart = Math.max(source.lastIndexOf('\n', above.start - 1), source.lastIndexOf('\r', above.start - 1)) + 1;
  const prefix = source.slice(lineStart, above.start).replace(/[-*+]|\d{1,4}[.)]/g, (mark) => ' '.repeat(mark.length));
  let at = above.end;
  while (at < source.length && source[at] !== '\n' && source[at] !== '\r') at++;
  const head = `${lineEndOf(source)}${prefix}|`;
  const parts = cells.map((cell) => ` ${cell} |`);
  const firstEmpty = cells.indexOf('');
  const upTo = parts.slice(0, firstEmpty < 0 ? 0 : firstEmpty).join('').length;
  return { edit: { range: { start: at, end: at }, text: head + parts.join('') }, cursor: head.length + upTo + 1 };
}

/** Wider columns are not filled up with blanks: a long sentence would push all others off the screen. */
const widest = 40;

/**
 * Brings the columns of a table to one width by blanks alone: the cells say what they said.
 * @returns one edit for each line that changes.
 */
export function alignTable(source: string, table: Table): TextEdit[] {
  const rows = rowsOf(table).map((row) => ({
    row,
    cells: readRow(source, row).cells.map((cell) => source.slice(cell.start, cell.end)),
  }));
  const sides = readRow(source, table.delimiter).cells.map((cell) => {
    const dashes = source.slice(cell.start, cell.end);
    return { left: dashes.startsWith(':'), right: dashes.endsWith(':') };
  });
  const widths = table.header.cells.map((_, column) =>
    Math.min(
      widest,
      greatest(
        rows.map(({ cells }) => widthOf(cells[column] ?? '')),
        3,
      ),
    ),
  );
  const edits: TextEdit[] = [];
  const write = (range: Range, cells: readonly string[]) => {
    const text = `| ${cells.join(' | ')} |`;
    if (source.slice(range.start, range.end) !== text)
      edits.push({ range: { start: range.start, end: range.end }, text });
  };
  for (const { row, cells } of rows) {
    const padded = Array.from({ length: Math.max(widths.length, cells.length) }, (_, column) =>
      filled(cells[column] ?? '', widths[column] ?? 0, sides[column]),
    );
    write(row, padded);
  }
  write(
    table.delimiter,
    widths.map((width, column) => {
      const { left = false, right = false } = sides[column] ?? {};
      return `${left ? ':' : '-'}${'-'.repeat(Math.max(1, width - 2))}${right ? ':' : '-'}`;
    }),
  );
  return edits.sort((a, b) => a.range.start - b.range.start);
}

function filled(
  text: string,
  width: number,
  side: { readonly left: boolean; readonly right: boolean } | undefined,
): string {
  const rest = Math.max(0, width - widthOf(text));
  if (!side?.right) return text + ' '.repeat(rest);
  const before = side.left ? Math.floor(rest / 2) : rest;
  return ' '.repeat(before) + text + ' '.repeat(rest - before);
}

/** As an editor's font of one width shows it, for the most part. */
function widthOf(text: string): number {
  return [...text].length;
}

/** The table at an offset, whichever of its lines it is in. */
export function tableAt(chapter: Chapter, offset: number): Table | undefined {
  for (const block of flatBlocks(chapter.blocks)) {
    if (block.type === 'table' && contains(block, { start: offset, end: offset })) return block;
  }
  return undefined;
}
