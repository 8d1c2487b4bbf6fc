/** Puts a quick win among the short-term programmes of its dimension, with all that its own places say. */

import { writtenLanguage } from '../book/language';
import { type JoinedProgramme, joinedValues, quickWinEntry } from '../book/programmes';
import type { Chapter, Part, Programme, ProgrammeTable, Section } from '../chapter/chapter';
import { scheduleOf } from '../chapter/schedule';
import { withoutNoteMarks } from '../markdown/inline-parts';
import type { Settings } from '../template/settings';
import type { TextEdit } from '../text/edits';
import { textOf } from '../text/range';
import { blockBehind } from './programme-block';
import { toFill } from './programme-fields';
import { appendRows, cellText } from './tables';

export interface PlannedQuickWin {
  readonly shape: 'row' | 'block';
  readonly edit: TextEdit;
}

/**
 * A row for the quick win below the last short-term table, else a block behind the last one.
 * @param part the dimension's, in its chapter.
 * @param withYears whether its years may be told; else they are left to the author.
 * @returns nothing where there is neither table nor block, or where the table has no column for its years.
 */
export function planQuickWin(
  joined: JoinedProgramme,
  { chapter, part }: { readonly chapter: Chapter; readonly part: Part },
  settings: Settings,
  withYears: boolean,
): PlannedQuickWin | undefined {
  const entry = quickWinEntry(joined);
  if (entry === undefined) return undefined;
  const planned = part.programmes.filter((programme) => programme.horizon === 'short');
  // A footnote stays in its own file.
  const name = withoutNoteMarks(textOf(entry.chapter.source, entry.programme.nameRange));
  const years = withYears ? inShortTerm(joined, settings) : undefined;
  const table = planned.findLast((programme) => programme.table)?.table;
  if (table !== undefined) {
    const cells = cellsOf(joined, name, table, chapter, settings, years);
    return cells && { shape: 'row', edit: appendRows(chapter.source, table.table, [cells]) };
  }
  const model = planned.findLast(isBlock);
  const fields = fieldsOf(joined, chapter, settings, years);
  const edit = model && blockBehind(chapter, model, inHeading(name), fields, settings);
  return edit && { shape: 'block', edit };
}

function isBlock(programme: Programme): programme is Programme & { readonly section: Section } {
  return programme.section !== undefined;
}

/** The fields of the template that the quick win gives, and those without which a programme is incomplete. */
function fieldsOf(joined: JoinedProgramme, chapter: Chapter, settings: Settings, years: readonly number[] | undefined) {
  const words = toFill(chapter, settings);
  const language = writtenLanguage(settings, chapter);
  return settings.template.fields.flatMap(({ id, title, required }) => {
    if (id === 'name' || id === 'code') return [];
    const text = said(joined, id, years);
    if (text === '' && !required) return [];
    return [{ title: title[language], text: text === '' ? words : oneLine(text) }];
  });
}

/** What a quick win says in a field; in that of the years only those given, however many columns of a table tell them. */
function said(joined: JoinedProgramme, field: string, years: readonly number[] | undefined): string {
  const [first, ...more] = joinedValues(joined, field).map(({ text }) => text);
  if (field !== 'years') return first ?? '';
  if (years === undefined) return '';
  if (first !== undefined && more.length === 0) return first;
  const [from, to] = [years[0] as number, years.at(-1) as number];
  return from < to && to - from === years.length - 1 ? `${from}-${to}` : years.join(', ');
}

/** A name as it is written in a heading, where it may have stood in a cell. */
function inHeading(written: string): string {
  return oneLine(written.replace(/<br\s*\/?>/gi, ' ').replace(/\\\|/g, '|'));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function cellsOf(
  joined: JoinedProgramme,
  name: string,
  table: ProgrammeTable,
  chapter: Chapter,
  settings: Settings,
  years: readonly number[] | undefined,
): string[] | undefined {
  const words = toFill(chapter, settings);
  const written = new Set<string>();
  const cells = table.columns.map((field, column) => {
    const year = table.yearColumns.find((each) => each.column === column)?.year;
    if (year !== undefined && !years?.includes(year)) return '';
    if (field === undefined) return year === undefined ? '' : markOf(table, chapter);
    if (written.has(field)) return '';
    written.add(field);
    if (field === 'name') return cellText(name);
    // The quick win keeps its own code: the programme's is given with the others of its table.
    if (field === 'code') return '';
    const required = settings.template.fields.some((each) => each.id === field && each.required);
    const text = said(joined, field, years);
    return text === '' ? (required ? words : '') : cellText(text);
  });
  // A year that the table has no column for cannot be told in it.
  const isTold = table.yearColumns.length === 0 || table.yearColumns.some(({ column }) => cells[column] !== '');
  return isTold ? cells : undefined;
}

/** The quick win's years, where they are short-term ones; nothing where they are not, or none is given. */
function inShortTerm(joined: JoinedProgramme, { horizons, period }: Settings): readonly number[] | undefined {
  const years = joined.entries
    .map(({ programme }) => scheduleOf(programme, period).years)
    .find((each) => each.length > 0);
  const span = horizons?.short;
  const first = years?.[0];
  if (years === undefined || first === undefined) return undefined;
  return span === undefined || (first >= span.from && first <= span.to) ? years : undefined;
}

/** How the table marks a year. */
function markOf(table: ProgrammeTable, chapter: Chapter): string {
  for (const row of table.rows) {
    for (const { column } of table.yearColumns) {
      const cell = row.cells[column];
      if (cell !== undefined && cell.end > cell.start && cell.end - cell.start < 8) return textOf(chapter.source, cell);
    }
  }
  return 'x';
}
