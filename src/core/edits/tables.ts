/** Changes to tables as edits: columns, cells and rows added, with every character that is there left in its place. */

import { isTotalLabel } from '../language/worksheet';
import type { Row, Table } from '../markdown/blocks';
import { readInline } from '../markdown/inline';
import { readRow } from '../markdown/tables';
import { lineEndOf, type TextEdit } from '../text/edits';
import { endOfLine, pastLineEnd, startOfLine } from '../text/line-edges';
import type { Range } from '../text/range';

export interface NewColumn {
  readonly title: string;
  /** The column that it follows, counted from 0. Of several that follow one column, the first given stands first. */
  readonly after: number;
  /** What the row says in it; an empty text leaves the cell blank. */
  readonly textOf: (row: Row) => string;
}

/** A text for a cell that is blank. */
export interface NewText {
  readonly row: Row;
  readonly column: number;
  readonly text: string;
}

/** A text as a cell can hold it: in one line, with its `|` escaped. */
export function cellText(text: string): string {
  return text.replace(/(?<!\s)\s*[\r\n]+\s*/g, ' ').replace(/(?<!\\)((?:\\\\)*)\|/g, '$1\\|');
}

/**
 * Adds columns to a table, in the header, the row of dashes and every row, and fills cells that are blank.
 * A row that has fewer cells than the header is made longer only where it gets a text.
 * @param columns their titles and texts are written as they are; `cellText` makes them fit.
 * @param titles the row that gets the titles, where the header is blank.
 * @param texts for cells that hold nothing but blanks; nothing that stands in a cell is replaced.
 */
export function addToTable(
  source: string,
  table: Table,
  columns: readonly NewColumn[],
  texts: readonly NewText[] = [],
  titles: Row = table.header,
): TextEdit[] {
  const count = table.header.cells.length;
  const edits: TextEdit[] = [];
  if (columns.length > 0) {
    const cells = columns.map((column) => (titles === table.header ? titled(column) : { ...titled(column), text: '' }));
    edits.push(...rowEdits(source, table.header, count, cells, new Map()));
    const tight = !/[ \t]/.test(source.slice(table.delimiter.start, table.delimiter.end).trim());
    edits.push(...delimiterEdits(source, table.delimiter, columns, tight ? '|---' : ' | ---'));
  }
  const fills = new Map<Row, Map<number, string>>();
  for (const { row, column, text } of texts) {
    const ofRow = fills.get(row) ?? new Map<number, string>();
    fills.set(row, ofRow.set(column, text));
  }
  for (const row of table.rows) {
    const cells = columns.map((column) =>
      row === titles ? titled(column) : { after: column.after, text: column.textOf(row) },
    );
    edits.push(...rowEdits(source, row, count, cells, fills.get(row) ?? new Map()));
  }
  return edits;
}

/** The row below which a new one belongs: the last, or the one above the sums that close a table. */
function lastRow(source: string, table: Table): Range {
  const isSum = (row: Row) => {
    const first = row.cells.map((cell) => readInline(source, cell).text.trim()).find((words) => words !== '');
    return first !== undefined && isTotalLabel(first);
  };
  return table.rows.findLast((row) => !isSum(row)) ?? table.delimiter;
}

/**
 * Adds rows below the last one; above the sums where a table closes with them.
 * @param rows the cells of each, in the order of the columns.
 */
export function appendRows(source: string, table: Table, rows: readonly (readonly string[])[]): TextEdit {
  const last = lastRow(source, table);
  const prefix = source.slice(startOfLine(source, last.start), last.start);
  const at = endOfLine(source, last.end);
  const lines = rows.map((cells) => `${prefix}|${cells.map((cell) => (cell === '' ? ' |' : ` ${cell} |`)).join('')}`);
  return { range: { start: at, end: at }, text: lines.map((line) => lineEndOf(source) + line).join('') };
}

/**
 * Moves whole rows below the last row of another table of the same text.
 * @param rows from the first character of the first row to the last of the last one.
 */
export function moveRows(source: string, rows: Range, target: Table): TextEdit[] {
  const start = startOfLine(source, rows.start);
  const end = pastLineEnd(source, endOfLine(source, rows.end));
  const last = lastRow(source, target);
  const at = endOfLine(source, last.end);
  const text = source.slice(start, endOfLine(source, rows.end));
  return [
    { range: { start, end }, text: '' },
    { range: { start: at, end: at }, text: lineEndOf(source) + text },
  ];
}

interface NewCell {
  readonly after: number;
  readonly text: string;
}

function titled({ after, title }: NewColumn): NewCell {
  return { after, text: title };
}

/** @param count how many cells the header has. */
function rowEdits(
  source: string,
  row: Range,
  count: number,
  cells: readonly NewCell[],
  fills: ReadonlyMap<number, string>,
): TextEdit[] {
  const edits: TextEdit[] = [];
  const there = readRow(source, row).cells;
  for (let column = 0; column < Math.min(there.length, count); column++) {
    const cell = there[column] as Range;
    const fill = fills.get(column);
    if (fill !== undefined && cell.start === cell.end) edits.push(fillEdit(source, cell.start, fill));
    const added = cells.filter((each) => each.after === column);
    if (added.length > 0) {
      const text = added.map((each) => (each.text === '' ? ' |' : ` | ${each.text}`)).join('');
      edits.push({ range: { start: cell.end, end: cell.end }, text });
    }
  }
  const tail: string[] = [];
  for (let column = there.length; column < count; column++) {
    tail.push(fills.get(column) ?? '');
    for (const each of cells) if (each.after === column) tail.push(each.text);
  }
  while (tail.at(-1) === '') tail.pop();
  if (tail.length > 0) edits.push(tailEdit(source, row, there, tail));
  return edits;
}

function fillEdit(source: string, at: number, text: string): TextEdit {
  const lead = /[ \t]/.test(source[at - 1] ?? '') ? '' : ' ';
  const trail = /[ \t\r\n]/.test(source[at] ?? '\n') ? '' : ' ';
  return { range: { start: at, end: at }, text: lead + text + trail };
}

/** The cells that a short row lacks, written behind it in its own way: with or without a `|` at the end. */
function tailEdit(source: string, row: Range, there: readonly Range[], tail: readonly string[]): TextEdit {
  const range = { start: row.end, end: row.end };
  const behind = there.at(-1)?.end ?? row.start;
  if (source.slice(behind, row.end).includes('|')) {
    return { range, text: ` ${tail.map((text) => (text === '' ? '|' : `${text} |`)).join(' ')}` };
  }
  return { range, text: tail.map((text) => (text === '' ? ' |' : ` | ${text}`)).join('') };
}

function delimiterEdits(source: string, delimiter: Range, columns: readonly NewColumn[], dashes: string): TextEdit[] {
  const cells = readRow(source, delimiter).cells;
  return cells.flatMap(({ end }, column) => {
    const added = columns.filter((each) => each.after === column).length;
    return added === 0 ? [] : [{ range: { start: end, end }, text: dashes.repeat(added) }];
  });
}
