/** Where a table's titles stand: converters leave the header blank where the word processor had marked no row as one. */

import { isEmptyCell } from '../language/emptiness';
import { isColumnNumbers } from '../language/worksheet';
import type { Row, Table } from '../markdown/blocks';
import { Memo } from '../text/memo';
import { wordsOf } from './filled';

export interface TitledTable {
  /** The first row that is neither blank nor the numbers of the columns; the header where there is none. */
  readonly titles: Row;
  /** The rows below it. */
  readonly rows: readonly Row[];
}

/**
 * The words of a row's cells that say something.
 * @param before where the text begins in the source that the row's ranges are counted in.
 */
export function filledCells(text: string, row: Row, before = 0): string[] {
  return row.cells
    .map(({ start, end }) => wordsOf(text, { start: start - before, end: end - before }))
    .filter((words) => !isEmptyCell(words));
}

/** The first of them. */
export function firstFilledCell(text: string, row: Row, before = 0): string | undefined {
  for (const { start, end } of row.cells) {
    const words = wordsOf(text, { start: start - before, end: end - before });
    if (!isEmptyCell(words)) return words;
  }
  return undefined;
}

/** Whether a row says something besides the numbers of the columns. */
export function saysSomething(source: string, row: Row): boolean {
  const words = filledCells(source, row);
  return words.length > 0 && !isColumnNumbers(words);
}

/** By what a header says, for which it has a cell each: the same titles stand above table after table. */
const headersThatSay = new Memo(() => false);

/** The titles of a table and what stands below them. */
export function withTitles(source: string, table: Table): TitledTable {
  const { header } = table;
  const says = headersThatSay.of(source.slice(header.start, header.end), () => saysSomething(source, header));
  if (says) return { titles: header, rows: table.rows };
  const top = table.rows.findIndex((row) => saysSomething(source, row));
  return top < 0
    ? { titles: header, rows: table.rows }
    : { titles: table.rows[top] as Row, rows: table.rows.slice(top + 1) };
}
