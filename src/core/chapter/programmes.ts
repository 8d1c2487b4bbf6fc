/** Programmes and quick wins, as table rows and as blocks with fields (format 3.3, 3.4). */

import { isEmptyCell } from '../language/emptiness';
import { readScale } from '../language/money';
import { isDitto } from '../language/worksheet';
import { readYears, readYearTitle } from '../language/years';
import type { Block, Paragraph, Row, Table } from '../markdown/blocks';
import { readInline } from '../markdown/inline';
import type { Lexicon } from '../template/lexicon';
import type { Horizon } from '../template/template';
import { isCovered, type Range, trimRange } from '../text/range';
import type { Code, FieldValue, Programme, ProgrammePlace, ProgrammeTable, Section, YearColumn } from './chapter';
import { isCode, leadingCode } from './codes';
import { fieldValue } from './field-values';
import { wordsOf } from './filled';
import { contentsOfRows, type RowValue } from './row-contents';
import { headingWords } from './sections';
import { filledCells, saysSomething, withTitles } from './title-rows';

/** Where programmes are read: it decides what a programme found there is. */
export interface ProgrammeScope {
  readonly source: string;
  readonly lexicon: Lexicon;
  readonly place: ProgrammePlace;
  /** Only of a horizon section. */
  readonly horizon?: Horizon;
  /** Blocks that the tool writes: what their tables list stands elsewhere already (format 3.6). Merged ranges. */
  readonly generated?: readonly Range[];
}

interface Reading extends ProgrammeScope {
  readonly programmes: Programme[];
}

/** The programmes of a section, in the order of the text. */
export function readProgrammes(section: Section, scope: ProgrammeScope): Programme[] {
  const reading: Reading = { ...scope, programmes: [] };
  readTables(reading, section.blocks);
  for (const child of section.children) readSection(reading, child);
  return reading.programmes;
}

/** The programmes of a chapter that is all about them: its sections may be programmes themselves. */
export function readProgrammeSections(sections: readonly Section[], scope: ProgrammeScope): Programme[] {
  const reading: Reading = { ...scope, programmes: [] };
  for (const section of sections) readSection(reading, section);
  return reading.programmes;
}

/** The programmes of tables that stand before any heading. */
export function readProgrammeTables(blocks: readonly Block[], scope: ProgrammeScope): Programme[] {
  const reading: Reading = { ...scope, programmes: [] };
  readTables(reading, blocks);
  return reading.programmes;
}

/** A sub-heading is a programme if it has a code or at least one field; else it is a group or prose. */
function readSection(reading: Reading, section: Section): void {
  const { source, lexicon } = reading;
  const words = nameWords(source, section);
  const leading = leadingCode(source, words, 'programme');
  const values = readFields(source, section.blocks, lexicon);
  if (leading !== undefined || values.length > 0) {
    const nameRange = trimRange(source, leading?.after ?? words.start, words.end);
    const named = nameRange.end > nameRange.start;
    const code = leading?.code ?? codeField(values);
    reading.programmes.push({
      place: reading.place,
      start: section.start,
      end: section.end,
      name: named ? wordsOf(source, nameRange) : (code?.value ?? ''),
      nameRange: named ? nameRange : words,
      values,
      section,
      ...(code === undefined ? {} : { code }),
      ...(reading.horizon === undefined ? {} : { horizon: reading.horizon }),
    });
    // Fields may stand below headings of their own; tables of programmes inside a programme would be another matter.
    return;
  }
  readTables(reading, section.blocks);
  for (const child of section.children) readSection(reading, child);
}

/** A heading's words past its number, as they stand in the source. */
export function nameWords(source: string, section: Section): Range {
  const words = headingWords(source, section);
  if (section.number === undefined) return words;
  const inline = readInline(source, words);
  const lead = inline.text.length - inline.text.trimStart().length;
  const rest = inline.sourceRange(lead + section.number.textStart, inline.text.length);
  return { start: rest.start, end: words.end };
}

/** Whether a heading is a programme, so that a section which holds it is not empty. */
export function isProgrammeHeading(source: string, section: Section, lexicon: Lexicon): boolean {
  return (
    leadingCode(source, nameWords(source, section), 'programme') !== undefined ||
    readFields(source, section.blocks, lexicon).length > 0
  );
}

function codeField(values: readonly FieldValue[]): Code | undefined {
  const value = values.find((candidate) => candidate.field === 'code' && isCode(candidate.text));
  return value === undefined ? undefined : { value: value.text, start: value.start, end: value.end };
}

// ---- Blocks with fields

const listLabel = /^\s*(?:(\*\*|__)\s*([^*_\n]{1,80}?)\s*:?\s*\1\s*:?|([^:*_|`\n]{1,80}?)\s*:)(?=\s|$|[^\s/])/;

/** The fields of a block: a field list, lines `**OPD**: …`, or a two-column table. */
function readFields(source: string, blocks: readonly Block[], lexicon: Lexicon): FieldValue[] {
  const values: FieldValue[] = [];
  for (const block of blocks) {
    if (block.type === 'list') {
      for (const item of block.items) {
        const first = item.blocks[0];
        if (first?.type !== 'paragraph') continue;
        const label = fieldLabel(source, first, lexicon, true);
        if (label !== undefined) {
          // What is nested in the item belongs to the field: agencies as a list, a second paragraph.
          const end = item.blocks.at(-1)?.end ?? first.end;
          values.push(fieldValue(source, label.field, { start: label.after, end }));
        }
      }
    } else if (block.type === 'paragraph') {
      readFieldLines(source, block, lexicon, values);
    } else if (block.type === 'table' && isFieldTable(source, block, lexicon)) {
      for (const row of [block.header, ...block.rows]) {
        const field = lexicon.fieldNamed(wordsOf(source, row.cells[0] as Range));
        if (field !== undefined) values.push(fieldValue(source, field, row.cells[1] as Range));
      }
    }
  }
  return values;
}

/** A line that begins with a bold label is a field; the lines after it, up to the next label, go on with it. */
function readFieldLines(source: string, paragraph: Paragraph, lexicon: Lexicon, values: FieldValue[]): void {
  let open: { field: string; start: number; end: number } | undefined;
  const close = () => {
    if (open !== undefined) values.push(fieldValue(source, open.field, { start: open.start, end: open.end }));
    open = undefined;
  };
  for (const line of paragraph.lines) {
    const label = fieldLabel(source, line, lexicon, false);
    if (label !== undefined) {
      close();
      open = { field: label.field, start: label.after, end: line.end };
    } else if (open !== undefined) {
      open.end = line.end;
    }
  }
  close();
}

/** @param plain whether a label may stand without bold marks, as in a list. */
function fieldLabel(
  source: string,
  line: Range,
  lexicon: Lexicon,
  plain: boolean,
): { field: string; after: number } | undefined {
  const match = listLabel.exec(source.slice(line.start, Math.min(line.end, line.start + 120)));
  if (match === null) return undefined;
  const words = match[2] ?? match[3];
  if (words === undefined || (match[2] === undefined && !plain)) return undefined;
  if (match[2] !== undefined && !match[0].includes(':')) return undefined;
  const field = lexicon.fieldNamed(words);
  return field === undefined ? undefined : { field, after: line.start + match[0].length };
}

/** Two columns, and in the first nothing but titles of fields, for the most part. */
function isFieldTable(source: string, table: Table, lexicon: Lexicon): boolean {
  if (table.header.cells.length !== 2) return false;
  const named = table.rows.filter(
    (row) => lexicon.fieldNamed(wordsOf(source, row.cells[0] as Range)) !== undefined,
  ).length;
  return named >= 2
    ? named * 2 >= table.rows.length
    : named === 1 && table.rows.length === 1 && !hasNameColumn(source, table, lexicon);
}

function hasNameColumn(source: string, table: Table, lexicon: Lexicon): boolean {
  return table.header.cells.some((cell) => lexicon.fieldNamed(wordsOf(source, cell)) === 'name');
}

// ---- Tables

/** What the columns of a table are. Nothing where none of them holds names: then it is no programme table. */
export function programmeTableOf(source: string, table: Table, lexicon: Lexicon): ProgrammeTable | undefined {
  const { titles, rows: body } = withTitles(source, table);
  const upper = titles.cells.map((cell) => wordsOf(source, cell));
  const nameColumn = upper.findIndex((title) => lexicon.fieldNamed(title) === 'name');
  if (nameColumn < 0) return undefined;
  const next = body.findIndex((row) => saysSomething(source, row));
  const below = body[next];
  // Before the first programme a row without a name can only be a second row of titles.
  const hasLower = below !== undefined && isEmptyCell(wordsOf(source, below.cells[nameColumn] as Range));
  const lower = hasLower ? below.cells.map((cell) => wordsOf(source, cell)) : [];
  const read = readTitles(upper, lower, lexicon);
  const { columns, scale } = read;
  if (!columns.includes('name')) return undefined;
  const rows = hasLower ? body.slice(next + 1) : body;
  withDurationsAsYears(source, rows, columns, read.yearColumns);
  const tellsYears = read.yearColumns.length > 0 || columns.includes('years');
  const datedColumns = tellsYears ? [] : read.datedColumns;
  return { table, titles, rows, columns, yearColumns: read.yearColumns, datedColumns, scale };
}

interface Titles {
  readonly columns: (string | undefined)[];
  readonly yearColumns: readonly YearColumn[];
  readonly datedColumns: readonly YearColumn[];
  readonly scale: number;
}

/** Fields that a row of columns gives year by year: `Target 2026`, `Target 2027`. */
const yearlyFields: ReadonlySet<string> = new Set(['target', 'budget']);

/** @param lower the second row of titles; empty where there is none. A title of the first spans the blank ones behind it. */
function readTitles(upper: readonly string[], lower: readonly string[], lexicon: Lexicon): Titles {
  const { period } = lexicon.settings;
  const years: YearColumn[] = [];
  const dated: (YearColumn & { readonly field: string })[] = [];
  let spanning = '';
  let scale = 1;
  const columns = upper.map((title, column) => {
    const under = lower[column] ?? '';
    if (title !== '' || under === '') spanning = title;
    const whole = lexicon.fieldNamed(spanning);
    const ownYear = readYearTitle(under, period) ?? readYearTitle(spanning, period);
    let field = whole;
    if (ownYear !== undefined) {
      if (whole === undefined || whole === 'years') years.push({ year: ownYear, column });
      else if (yearlyFields.has(whole)) dated.push({ year: ownYear, column, field: whole });
    } else if (under !== '') {
      field =
        lexicon.fieldNamed(under) ??
        lexicon.fieldNamed(`${spanning} ${under}`) ??
        (whole === 'years' ? undefined : whole);
    } else if (whole !== undefined && yearlyFields.has(whole)) {
      const named = readYears(title, period)?.years;
      if (named?.length === 1) dated.push({ year: named[0] as number, column, field: whole });
    }
    if (field === 'budget' && scale === 1) scale = readScale(`${spanning} ${under}`);
    return field;
  });
  // A single column whose title is a year is a figure of that year, not a mark in a schedule.
  const yearColumns = years.length >= 2 ? years : [];
  for (const { column } of yearColumns) columns[column] = undefined;
  const datedColumns = dated.filter(({ field }) => dated.filter((each) => each.field === field).length >= 2);
  return { columns, yearColumns, datedColumns, scale };
}

/** A column of durations that holds only years is the years column where there is no other (format 3.3). */
function withDurationsAsYears(
  source: string,
  rows: readonly Row[],
  columns: (string | undefined)[],
  yearColumns: readonly YearColumn[],
): void {
  const duration = columns.indexOf('duration');
  if (duration < 0 || columns.includes('years') || yearColumns.length > 0) return;
  const filled = rows
    .map((row) => wordsOf(source, row.cells[duration] as Range))
    .filter((words) => !isEmptyCell(words));
  if (filled.length > 0 && filled.every((words) => /^\D*\b(19|20)\d{2}\b/.test(words))) columns[duration] = 'years';
}

function readTables(reading: Reading, blocks: readonly Block[]): void {
  const { source, lexicon, generated = [] } = reading;
  for (const block of blocks) {
    if (block.type !== 'table' || isCovered(generated, block) || isFieldTable(source, block, lexicon)) continue;
    const table = programmeTableOf(source, block, lexicon);
    if (table !== undefined) readRows(reading, table);
  }
}

interface OpenRow {
  readonly row: Row;
  readonly name: string;
  readonly nameRange: Range;
  readonly code: Code | undefined;
  readonly values: FieldValue[];
  end: number;
}

function readRows(reading: Reading, table: ProgrammeTable): void {
  let open: OpenRow | undefined;
  const close = () => {
    if (open === undefined) return;
    reading.programmes.push({
      place: reading.place,
      start: open.row.start,
      end: open.end,
      name: open.name,
      nameRange: open.nameRange,
      values: open.values,
      table,
      row: open.row,
      ...(open.code === undefined ? {} : { code: open.code }),
      ...(reading.horizon === undefined ? {} : { horizon: reading.horizon }),
    });
    open = undefined;
  };
  const contents = contentsOfRows(reading.source, reading.place, reading.horizon, table);
  const titles = filledCells(reading.source, table.titles).join('\n');
  /** What was said last in each column: a ditto mark says it again. */
  const above = new Map<number, FieldValue>();
  const valuesIn = (row: Row, values: readonly RowValue[]) =>
    values.map((value) => {
      const own = placed(value, row);
      const repeated = isDitto(own.text) ? above.get(value.column) : undefined;
      const said = repeated === undefined ? own : { ...own, text: repeated.text, words: repeated.words ?? repeated };
      if (said.field !== 'years' || table.columns[value.column] === 'years') above.set(value.column, said);
      return said;
    });
  for (const row of table.rows) {
    const { name, code, values, isGroup } = contents.of(row).cells;
    if (name !== undefined) {
      close();
      // A table that goes on over the page says its titles again.
      if (isGroup || filledCells(reading.source, row).join('\n') === titles) continue;
      open = {
        row,
        name: name.text,
        nameRange: { start: row.start + name.start, end: row.start + name.end },
        code: code && { value: code.value, start: row.start + code.start, end: row.start + code.end },
        values: valuesIn(row, values),
        end: row.end,
      };
    } else if (values.length > 0 && open !== undefined) {
      open.values.push(...valuesIn(row, values));
      open.end = row.end;
    }
  }
  close();
}

function placed({ field, text, start, end, column }: RowValue, row: Row): FieldValue {
  return { field, text, start: row.start + start, end: row.start + end, cell: row.cells[column] as Range };
}

// ---- Asking for fields

/** The values of a field that say something, in the order of the text. */
export function valuesOf(programme: Programme, field: string): FieldValue[] {
  return programme.values.filter((value) => value.field === field && value.text !== '');
}

/** Whether a programme's table has a column for a field; a block has a place for every field. */
export function hasPlaceFor(programme: Programme, field: string): boolean {
  const { table } = programme;
  if (table === undefined) return true;
  return (
    table.columns.includes(field) || (field === 'years' && table.yearColumns.length + table.datedColumns.length > 0)
  );
}
