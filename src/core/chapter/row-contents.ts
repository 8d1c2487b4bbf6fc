/**
 * What rows of programme tables say, whatever their place: while somebody types, hundreds of rows stay as they are and
 * only move, so what was read in them, and what was looked for in them and not found, is kept by their text.
 */

import { isEmptyCell } from '../language/emptiness';
import { isColumnNumbers, isDitto, isFigure, isTotalLabel } from '../language/worksheet';
import type { Row } from '../markdown/blocks';
import { isWhollyBold } from '../markdown/inline';
import type { Horizon } from '../template/template';
import { Memo } from '../text/memo';
import { type Range, trimRange } from '../text/range';
import type { Chapter, Code, Programme, ProgrammePlace, ProgrammeTable } from './chapter';
import { codeOf, leadingCode } from './codes';
import { fieldValue } from './field-values';
import { wordsOf } from './filled';
import type { ProgrammeName } from './programme-names';
import { filledCells, firstFilledCell } from './title-rows';

/** A value of a row; its range is counted from the row's start. */
export interface RowValue extends Range {
  readonly field: string;
  readonly text: string;
  readonly column: number;
}

/** A row as it is read. All ranges are counted from its start. */
export interface RowCells {
  /** The name's words past a code at their start. */
  readonly name: (Range & { readonly text: string }) | undefined;
  readonly code: Code | undefined;
  /** The values that say something, in the order of the columns. */
  readonly values: readonly RowValue[];
  /** Whether a cell repeats the one above (`"`, `sda`), so that the row says something only with those above. */
  readonly hasDitto: boolean;
  /**
   * No programme: only a name, and that of a group, wholly bold or with a group's number before it (format 3.3); or the
   * titles of the table once more.
   */
  readonly isNone: boolean;
}

let looks = 0;

/** Somebody who looks at all rows for one thing; a bit tells him from the others, because rows are asked at each keystroke. */
export class RowLook {
  readonly bit: number;

  constructor() {
    if (looks === 32) throw new Error('Only 32 looks have a bit of their own.');
    this.bit = 1 << looks;
    looks++;
  }
}

/** Equal rows of equal tables have the same one. */
export class RowContent {
  /** What stood below it when it was read last: the first guess of what stands there now. */
  next: RowContent | undefined;
  /** What its name says, as a template reads it (`programme-names.ts`). */
  name: ProgrammeName | undefined;
  private settings = 0;
  /** The bits of those who found nothing in it. */
  private clean = 0;

  /** @param text absent where the row is too long to be remembered. */
  constructor(
    readonly cells: RowCells,
    readonly text: string | undefined,
  ) {}

  /**
   * Whether nothing was found in such a row.
   * @param settings their number: nothing of a book is to stay in memory for the sake of its rows.
   */
  isClean({ bit }: RowLook, settings: number): boolean {
    return this.settings === settings && (this.clean & bit) !== 0;
  }

  /** Notes that nothing was found; that must hang on the row, its table's columns and the settings alone. */
  noteClean({ bit }: RowLook, settings: number): void {
    if (this.settings !== settings) {
      this.settings = settings;
      this.clean = 0;
    }
    this.clean |= bit;
  }
}

/** Longer rows are read anew each time, UTF-16 units. */
const longestRow = 4000;

/** So many rows of equal tables are remembered at the least: the longest chapter that is read holds no more. */
const mostRows = 16_384;

/** By what tables make of their rows; all of that is in the key. */
const tables = new Memo(() => new Memo<RowContent | undefined>(() => undefined, mostRows, longestRow), 256, longestRow);

/** What the rows of a table say at its place. */
export function contentsOfRows(
  source: string,
  place: ProgrammePlace,
  horizon: Horizon | undefined,
  table: ProgrammeTable,
): (row: Row) => RowContent {
  const { columns, yearColumns, datedColumns, scale, titles, lowerTitles = titles } = table;
  const years = [...yearColumns, ...datedColumns].map(({ year, column }) => `${column} ${year}`);
  const words = source.slice(titles.start, lowerTitles.end);
  const key = [place, horizon, scale, columns.join(), years.join(), datedColumns.length, words].join('\n');
  const rows = tables.of(key);
  let titleWords: readonly (readonly string[])[] | undefined;
  const isTitles = (text: string, row: Row) => {
    titleWords ??= [titles, lowerTitles].map((said) => filledCells(source, said));
    // Nearly every row differs in what it says first.
    const first = firstFilledCell(text, row, row.start);
    if (titleWords.every((said) => said[0] !== first)) return false;
    const words = filledCells(text, row, row.start).join('\n');
    return titleWords.some((said) => said.join('\n') === words);
  };
  const read = (own: string, row: Row) => {
    const cells = readRow(own, row, table, isTitles);
    return new RowContent(cells, own.length > longestRow ? undefined : own);
  };
  let above: RowContent | undefined;
  return (row) => {
    const text = source.slice(row.start, row.end);
    const guess = above?.next;
    // To compare takes a sixth of looking up, for which all of the text is counted up first.
    const content = guess?.text === text ? guess : (rows.of(text, (own) => read(own, row)) as RowContent);
    // One that is too long would keep the text around it in memory.
    if (above !== undefined) above.next = content.text === undefined ? undefined : content;
    above = content;
    return content;
  };
}

/** The content of the one row that a programme is; nothing where more than that row tells what it says. */
export function contentOf({ excess }: Chapter, { content }: Programme): RowContent | undefined {
  return excess.length > 0 ? undefined : content;
}

const groupNumber = /^(?:[A-Z]|[IVX]+|[A-Z]\.\d{1,2}|[IVX]+\.\d{1,2})\.?$/;
const runningNumber = /^(?:\d{1,4}|[a-z]{1,2}|[ivx]+)[.)]?$/;

/** @param text the row's own, in which all is counted from its beginning. */
function readRow(
  text: string,
  row: Row,
  { columns, yearColumns, datedColumns }: ProgrammeTable,
  isTitles: (text: string, row: Row) => boolean,
): RowCells {
  if (isBesides(text, row)) return besides;
  let name: (Range & { readonly cell: Range }) | undefined;
  let code: Code | undefined;
  let number = '';
  let onlyName = true;
  let hasDitto = false;
  const values: RowValue[] = [];
  // Where there are year columns, no others are dated.
  const ofYears = yearColumns.length > 0 ? yearColumns : datedColumns;
  columns.forEach((field, column) => {
    const placed = row.cells[column] as Range;
    const cell = { start: placed.start - row.start, end: placed.end - row.start };
    if (field === undefined) {
      if (cell.end === cell.start || isEmptyCell(wordsOf(text, cell))) return;
      onlyName = false;
      const year = ofYears.find((candidate) => candidate.column === column);
      // Any mark in a year's column is that year (format 3.3); the text of the value is the year itself.
      if (year !== undefined) values.push({ field: 'years', text: String(year.year), ...cell, column });
      return;
    }
    const value = fieldValue(text, field, cell);
    if (value.text === '') return;
    const repeats = isDitto(value.text);
    if (field === 'name') {
      if (name !== undefined || repeats) return;
      const leading = leadingCode(text, value, 'programme');
      if (leading !== undefined && leading.after < value.end) {
        code ??= leading.code;
        name = { ...trimRange(text, leading.after, value.end), cell };
      } else {
        name = { start: value.start, end: value.end, cell };
      }
    } else if (field === 'code') {
      if (runningNumber.test(value.text) || groupNumber.test(value.text)) {
        if (number === '') number = value.text;
      } else {
        code ??= codeIn(text, value);
      }
    } else {
      onlyName = false;
      if (repeats) hasDitto = true;
      values.push({ field, text: value.text, start: value.start, end: value.end, column });
      const year = ofYears.find((candidate) => candidate.column === column);
      if (year !== undefined) {
        values.push({ field: 'years', text: String(year.year), start: value.start, end: value.end, column });
      }
    }
  });
  if (name === undefined) return { name, code, values, hasDitto, isNone: false };
  const { start, end, cell } = name as Range & { readonly cell: Range };
  const isGroup = onlyName && code === undefined && (isWhollyBold(text, cell) || groupNumber.test(number));
  // A table that goes on over the page says its titles again: they are no programme, and end the one above.
  const isNone = isGroup || isTitles(text, row);
  return { name: { text: wordsOf(text, { start, end }), start, end }, code, values, hasDitto, isNone };
}

const besides: RowCells = { name: undefined, code: undefined, values: [], hasDitto: false, isNone: false };

/** A sum of the rows above, or the numbers of the columns: neither a programme nor a part of one. */
function isBesides(text: string, row: Row): boolean {
  const words = filledCells(text, row, row.start);
  const [label, ...others] = words;
  if (label === undefined) return false;
  return (isTotalLabel(label) && others.every((cell) => isFigure(cell))) || isColumnNumbers(words);
}

/** The code that a cell holds and nothing else, and where it stands there, marks around it left out. */
function codeIn(text: string, value: Range & { readonly text: string }): Code | undefined {
  const code = codeOf(value.text);
  if (code === undefined) return undefined;
  const at = text.indexOf(value.text, value.start);
  return at >= 0 && at + value.text.length <= value.end
    ? { value: code, start: at, end: at + value.text.length }
    : { value: code, start: value.start, end: value.end };
}
