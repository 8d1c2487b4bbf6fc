/** Adds fields to programmes: columns to their table, or lines to their block, in the shape that is there. */

import { writtenLanguage } from '../book/language';
import type { Chapter, FieldValue, Programme, ProgrammeTable } from '../chapter/chapter';
import { nameWords } from '../chapter/programmes';
import type { Row, Table } from '../markdown/blocks';
import type { Settings } from '../template/settings';
import type { Field } from '../template/template';
import { lineEndOf, type TextEdit } from '../text/edits';
import { contains } from '../text/range';
import { placeholderWords } from './skeletons';
import { addToTable, type NewColumn, type NewText } from './tables';

/** What a fix writes where only the author knows what belongs there; rule `placeholder` finds it. */
export function toFill(chapter: Chapter, settings: Settings): string {
  return placeholderWords[writtenLanguage(settings, chapter)];
}

/**
 * Adds the fields that a table of programmes has no column for, each behind the column that the template has before it.
 * @param fields fields of the template; those that have a column are passed over.
 * @param isOpen whether a row is to be filled in for a field; all other rows stay blank in the new column.
 */
export function addColumns(
  chapter: Chapter,
  table: ProgrammeTable,
  fields: readonly Field[],
  settings: Settings,
  isOpen: (row: Row, field: Field) => boolean,
): TextEdit[] {
  return addToTable(
    chapter.source,
    table.table,
    newColumns(chapter, table, fields, settings, isOpen),
    [],
    table.titles,
  );
}

function newColumns(
  chapter: Chapter,
  table: ProgrammeTable,
  fields: readonly Field[],
  settings: Settings,
  isOpen: (row: Row, field: Field) => boolean,
): NewColumn[] {
  const words = toFill(chapter, settings);
  const language = writtenLanguage(settings, chapter);
  const order = fieldOrder(settings);
  const rank = (id: string) => order.indexOf(id);
  return fields
    .filter((field) => !table.columns.includes(field.id))
    .sort((a, b) => rank(a.id) - rank(b.id))
    .map((field) => ({
      title: field.title[language],
      after: columnBefore(table, rank(field.id), rank),
      textOf: (row) => (isOpen(row, field) ? words : ''),
    }));
}

/** The column of the nearest field that the template has before; the name's, which every such table has, at least. */
function columnBefore(table: ProgrammeTable, own: number, rank: (id: string) => number): number {
  let best = table.columns.indexOf('name');
  let bestRank = -1;
  table.columns.forEach((id, column) => {
    const there = id === undefined ? -1 : rank(id);
    if (there < own && (there > bestRank || (there === bestRank && column > best))) {
      best = column;
      bestRank = there;
    }
  });
  if (table.lowerTitles === undefined) return best;
  // What one title spans stays together.
  const { cells } = table.titles;
  const next = cells.findIndex(({ start, end }, column) => column > best && end > start);
  return (next < 0 ? cells.length : next) - 1;
}

function fieldOrder(settings: Settings): string[] {
  const { fields, quickWinFields } = settings.template;
  return [...new Set([...fields, ...quickWinFields].map((field) => field.id))];
}

/**
 * Adds fields to one programme or quick win, whatever its shape; a field that is there with nothing behind it is filled.
 * @param others the rows of the same table that get the same columns filled; for a block they do not matter.
 * @returns nothing where that cannot be done without taking away what stands there (`-`, `TBD`).
 */
export function addFields(
  chapter: Chapter,
  programme: Programme,
  fields: readonly Field[],
  settings: Settings,
  isOpen: (row: Row, field: Field) => boolean = (row) => row === programme.row,
): TextEdit[] | undefined {
  const { table, row, section } = programme;
  if (table !== undefined && row !== undefined) {
    const texts: NewText[] = [];
    for (const field of fields) {
      const column = table.columns.indexOf(field.id);
      if (column < 0) continue;
      const cell = row.cells[column];
      if (cell === undefined || cell.end > cell.start) return undefined;
      texts.push({ row, column, text: toFill(chapter, settings) });
    }
    const columns = newColumns(chapter, table, fields, settings, isOpen);
    return addToTable(chapter.source, table.table, columns, texts, table.titles);
  }
  return section === undefined ? undefined : addFieldLines(chapter, programme, fields, settings);
}

function addFieldLines(
  chapter: Chapter,
  programme: Programme,
  fields: readonly Field[],
  settings: Settings,
): TextEdit[] | undefined {
  const { source } = chapter;
  const words = toFill(chapter, settings);
  const edits: TextEdit[] = [];
  const absent: Field[] = [];
  for (const field of fields) {
    const there = programme.values.filter((value) => value.field === field.id);
    if (there.length === 0) absent.push(field);
    else {
      const blank = there.find((value) => value.end === value.start);
      if (blank === undefined) return undefined;
      const lead = /[ \t]/.test(source[blank.start - 1] ?? '') ? '' : ' ';
      edits.push({ range: { start: blank.start, end: blank.start }, text: lead + words });
    }
  }
  if (absent.length === 0) return edits;
  const titles = absent.map((field) => field.title[writtenLanguage(settings, chapter)]);
  const lines = newLines(chapter, programme, titles, words);
  return lines === undefined ? undefined : [...edits, lines];
}

function newLines(
  chapter: Chapter,
  programme: Programme,
  titles: readonly string[],
  words: string,
): TextEdit | undefined {
  const { source } = chapter;
  const end = lineEndOf(source);
  const last = lastValue(programme);
  if (last === undefined) return firstLines(chapter, programme, titles, words);
  const table = fieldTableAround(programme, last);
  if (table !== undefined) {
    if (table.header.cells.length !== 2) return undefined;
    const row = [table.header, ...table.rows].find((each) => contains(each, last.cell)) ?? table.rows.at(-1);
    const below = row === table.header ? table.delimiter : row;
    if (row === undefined || below === undefined) return undefined;
    const prefix = source.slice(startOfLine(chapter, row.start), row.start);
    const at = endOfLine(chapter, below.end);
    const text = titles.map((title) => `${end}${prefix}| ${title} | ${words} |`).join('');
    return { range: { start: at, end: at }, text };
  }
  const at = endOfLine(chapter, last.cell.end);
  const label = labelBefore(chapter, last);
  if (label === undefined) return undefined;
  const gap = isApart(chapter, programme, last) ? end + end : end;
  const text = titles.map((title, i) => `${gap}${label.before(i + 1)}${title}${label.after}${words}`).join('');
  return { range: { start: at, end: at }, text };
}

/**
 * Fields as lines, written as those of a programme are: a list, or a label before each. Where that one's are a table, or
 * it has none, they are a list.
 * @param fields what they say stands in one line.
 */
export function fieldLines(
  chapter: Chapter,
  model: Programme,
  fields: readonly { readonly title: string; readonly text: string }[],
): string {
  const end = lineEndOf(chapter.source);
  const [first] = model.values;
  const isPlain = first !== undefined && fieldTableAround(model, first) === undefined;
  const label = isPlain ? labelBefore(chapter, first) : undefined;
  const { before, after } = label ?? { before: () => '- ', after: ': ' };
  const gap = isPlain && isApart(chapter, model, first) ? end + end : end;
  return fields.map(({ title, text }, at) => `${before(at)}${title}${after}${text}`).join(gap);
}

/** The field that stands last. */
function lastValue(programme: Programme): FieldValue | undefined {
  let last: FieldValue | undefined;
  for (const value of programme.values) if (last === undefined || value.cell.end >= last.cell.end) last = value;
  return last;
}

function fieldTableAround(programme: Programme, value: FieldValue): Table | undefined {
  return programme.section?.blocks.find(
    (block): block is Table => block.type === 'table' && contains(block, value.cell),
  );
}

interface Label {
  /** What stands before the words of the label, for the n-th new line: indentation, list marker, marks of bold text. */
  readonly before: (n: number) => string;
  /** From the label's words to the value: marks, colon, a blank. */
  readonly after: string;
}

const labelled = /^(\s*)((?:[-*+]|(\d{1,9})([.)]))?\s*)((?:\*\*|__)?)[^*_:|]+?(\s*(?::\s*)?\5\s*:?)[ \t]*$/;

/** How the label of a field is written; it may begin in the line above. */
function labelBefore(chapter: Chapter, { cell }: FieldValue): Label | undefined {
  const start = startOfLine(chapter, cell.start);
  const above = startOfLine(chapter, Math.max(0, start - 1));
  const labelFrom = (from: number) => labelled.exec(chapter.source.slice(from, cell.start));
  const match = labelFrom(start) ?? labelFrom(above);
  if (match === null) return undefined;
  const [, indent = '', marker = '', number, sign, bold = '', after = ''] = match;
  return {
    before: (n) => indent + (number === undefined ? marker : `${Number(number) + n}${sign} `) + bold,
    after: `${after.trim()} `,
  };
}

/** Whether the fields are paragraphs of their own, with blank lines between them. */
function isApart(chapter: Chapter, programme: Programme, last: FieldValue): boolean {
  const { source } = chapter;
  const block = programme.section?.blocks.find((each) =>
    contains(each, { start: last.cell.start, end: last.cell.start }),
  );
  return block?.type === 'paragraph' && !/[\r\n]/.test(source.slice(block.start, block.end).trimEnd());
}

/** A block that is only a heading with a code: a list below it. */
function firstLines(
  chapter: Chapter,
  programme: Programme,
  titles: readonly string[],
  words: string,
): TextEdit | undefined {
  const { section } = programme;
  if (section === undefined) return undefined;
  const { source } = chapter;
  const end = lineEndOf(source);
  const at = endOfLine(chapter, Math.max(section.heading.end, nameWords(source, section).end));
  const list = titles.map((title) => `${end}- ${title}: ${words}`).join('');
  const follows = /^(?:\r\n|\r|\n)[ \t]*(?:[\r\n]|$)/.test(source.slice(at)) || source.slice(at).trim() === '';
  return { range: { start: at, end: at }, text: end + list + (follows ? '' : end) };
}

function startOfLine(chapter: Chapter, offset: number): number {
  const start = chapter.lines.startOf(chapter.lines.lineAt(offset));
  return start === 0 && chapter.source.charCodeAt(0) === 0xfeff ? 1 : start;
}

function endOfLine(chapter: Chapter, offset: number): number {
  return chapter.lines.endOf(chapter.lines.lineAt(offset));
}
