/**
 * What rows of programme tables say, whatever their place: while somebody types, hundreds of rows stay as they are and
 * only move. What was looked for in such a row and not found need not be looked for again.
 */

import type { Chapter, Programme, ProgrammeTable } from '../chapter/chapter';
import type { Settings } from '../template/settings';
import { Memo } from '../text/memo';
import type { ChapterProgrammes } from './programmes';

/** Equal rows in equal tables have the same. */
export class RowContent {
  private settings: Settings | undefined;
  private readonly clean = new Set<object>();

  /** Whether nothing was found in such a row. @param by who looks. */
  isClean(by: object, settings: Settings): boolean {
    return this.settings === settings && this.clean.has(by);
  }

  /** Notes that nothing was found; that must hang on the row, its table's header and the settings alone. */
  noteClean(by: object, settings: Settings): void {
    if (this.settings !== settings) {
      this.settings = settings;
      this.clean.clear();
    }
    this.clean.add(by);
  }
}

/** By what a table makes of its rows: place, columns, header. */
const tables = new Memo(() => new Memo(() => new RowContent(), 4096, 2000), 256, 4000);
const rowsOfTables = new WeakMap<ProgrammeTable, Memo<RowContent>>();

function rowsOf({ source }: Chapter, { place, horizon }: Programme, table: ProgrammeTable): Memo<RowContent> {
  let rows = rowsOfTables.get(table);
  if (rows === undefined) {
    const { columns, yearColumns, scale } = table;
    const { start, end } = table.table.header;
    const years = yearColumns.map(({ year, column }) => `${column} ${year}`);
    rows = tables.of([place, horizon, scale, columns.join(), years.join(), source.slice(start, end)].join('\n'));
    rowsOfTables.set(table, rows);
  }
  return rows;
}

function contentOf(chapter: Chapter, programme: Programme): RowContent | undefined {
  const { row, table } = programme;
  // What goes on in further rows, or was not read to its end, is more than a row.
  if (row === undefined || table === undefined || programme.end !== row.end || chapter.excess.length > 0) {
    return undefined;
  }
  return rowsOf(chapter, programme, table).of(chapter.source.slice(row.start, row.end));
}

const contents = new WeakMap<ChapterProgrammes, readonly (RowContent | undefined)[]>();

/** For each of a chapter's programmes the content of its row; none for a block, nor for what stands in several places. */
export function contentsOf(programmes: ChapterProgrammes): readonly (RowContent | undefined)[] {
  let found = contents.get(programmes);
  if (found === undefined) {
    found = programmes.joined.map(({ entries: [entry, other] }) =>
      entry === undefined || other !== undefined ? undefined : contentOf(entry.chapter, entry.programme),
    );
    contents.set(programmes, found);
  }
  return found;
}
