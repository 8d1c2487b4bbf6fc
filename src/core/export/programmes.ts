/** All programmes of a masterplan as tables of plain values: what the spreadsheet and the CSV file are written from. */

import type { Book } from '../book/book';
import { type JoinedProgramme, joinedProgrammes, plannedEntry, quickWinEntry } from '../book/programmes';
import { fieldValue } from '../chapter/field-values';
import { valuesOf } from '../chapter/programmes';
import { scheduleOf } from '../chapter/schedule';
import { readMoney } from '../language/money';
import { yearsText } from '../language/years';
import { decoded } from '../text/decoded';
import { bookWords } from './words';

/** A number is one that can be counted with: a year, or an amount in rupiah. */
export type CellValue = string | number;

export interface ProgrammeColumn {
  readonly title: string;
  /** How the numbers of the column are meant. */
  readonly kind: 'text' | 'year' | 'amount';
}

export interface ProgrammeSheet {
  readonly title: string;
  readonly columns: readonly ProgrammeColumn[];
  /** Nothing where the programme says nothing. */
  readonly rows: readonly (readonly (CellValue | undefined)[])[];
}

interface Column extends ProgrammeColumn {
  /** Left out of a sheet in which no programme fills it. */
  readonly isOptional?: true;
  read(joined: JoinedProgramme): CellValue | undefined;
}

/**
 * The sheets of a masterplan: all programmes, then those of each dimension, the action plan, and the quick wins. A sheet
 * without programmes is left out, the first one never.
 */
export function programmeSheets(book: Book): ProgrammeSheet[] {
  const { template, language } = book.settings;
  const words = bookWords(language);
  const all = joinedProgrammes(book);
  const columns = columnsOf(book, all);
  const isPlan = (joined: JoinedProgramme) => plannedEntry(joined)?.programme.place === 'action-plan';
  const listed = new Set(template.dimensions.map(({ id }) => id));
  const groups: { title: string; rows: readonly JoinedProgramme[] }[] = [
    ...template.dimensions.map(({ id, title }) => ({
      title: title[language],
      rows: all.filter((joined) => joined.dimension === id),
    })),
    { title: words.actionPlan, rows: all.filter(isPlan) },
    {
      title: words.otherProgrammes,
      rows: all.filter(
        (joined) => !isPlan(joined) && (joined.dimension === undefined || !listed.has(joined.dimension)),
      ),
    },
    { title: words.quickWins, rows: all.filter((joined) => quickWinEntry(joined) !== undefined) },
  ];
  return [
    sheetOf(words.allProgrammes, columns, all),
    ...groups.filter(({ rows }) => rows.length > 0).map(({ title, rows }) => sheetOf(title, columns, rows)),
  ];
}

function sheetOf(title: string, columns: readonly Column[], programmes: readonly JoinedProgramme[]): ProgrammeSheet {
  const read = columns.map((column) => ({ column, values: programmes.map((joined) => column.read(joined)) }));
  const kept = read.filter(({ column, values }) => !column.isOptional || values.some((value) => value !== undefined));
  return {
    title,
    columns: kept.map(({ column: { title: name, kind } }) => ({ title: name, kind })),
    rows: programmes.map((_, row) => kept.map(({ values }) => values[row])),
  };
}

function columnsOf(book: Book, all: readonly JoinedProgramme[]): Column[] {
  const { template, language } = book.settings;
  const words = bookWords(language);
  const text = (title: string, read: Column['read']): Column => ({ title, kind: 'text', read });
  const field = (id: string): Column['read'] => (id === 'years' ? yearsOf(book) : (joined) => fieldOf(joined, id));
  const titleOf = (id: string) => template.fields.find((one) => one.id === id)?.title[language] ?? id;
  const apart = new Set(['code', 'name']);
  const fields = template.fields.filter(({ id }) => !apart.has(id));
  const known = new Set([...fields.map(({ id }) => id), 'dimension']);
  return [
    text(titleOf('code'), codesOf),
    text(titleOf('name'), nameOf),
    { ...text(words.alsoCalled, otherNamesOf), isOptional: true },
    text(words.dimension, ({ dimension }) => template.dimensions.find(({ id }) => id === dimension)?.title[language]),
    text(words.horizon, (joined) => {
      const planned = plannedEntry(joined)?.programme;
      if (planned?.place === 'action-plan') return words.actionPlan;
      return planned?.horizon === undefined ? undefined : words[planned.horizon];
    }),
    text(words.isQuickWin, (joined) => (quickWinEntry(joined) === undefined ? undefined : words.yes)),
    ...fields.map(({ id, title }) => text(title[language], field(id))),
    { title: words.firstYear, kind: 'year', read: (joined) => readYears(joined, book)[0] },
    { title: words.lastYear, kind: 'year', read: (joined) => readYears(joined, book).at(-1) },
    { title: words.amount, kind: 'amount', read: amountOf },
    ...template.quickWinFields
      .filter(({ id }) => !known.has(id))
      .map(({ id, title }): Column => ({ ...text(title[language], field(id)), isOptional: true })),
    ...ownTitles(all).map((title): Column => ({ ...text(title, (joined) => ownOf(joined, title)), isOptional: true })),
    text(words.file, fileOf),
  ];
}

/** A column that only counts the rows of its table. */
const counting = /^(?:no|nomor|number|#)\.?$/i;

/** What the author of a table has put in columns of his own, such as `Keterangan`. */
function* ownCells({ entries }: JoinedProgramme): Iterable<{ readonly title: string; readonly text: string }> {
  for (const { chapter, programme } of entries) {
    const { table, row } = programme;
    if (table === undefined || row === undefined) continue;
    const years = new Set(table.yearColumns.map(({ column }) => column));
    for (const [column, field] of table.columns.entries()) {
      const [head, cell] = [table.table.header.cells[column], row.cells[column]];
      if (field !== undefined || years.has(column) || head === undefined || cell === undefined) continue;
      const title = fieldValue(chapter.source, '', head).text.replace(/\s+/g, ' ');
      const { text } = fieldValue(chapter.source, '', cell);
      if (title !== '' && text !== '' && !counting.test(title)) yield { title, text };
    }
  }
}

/** The titles of such columns, each once, in the order of the text. */
function ownTitles(all: readonly JoinedProgramme[]): string[] {
  const titles = new Map<string, string>();
  for (const joined of all) {
    for (const { title } of ownCells(joined))
      if (!titles.has(title.toLowerCase())) titles.set(title.toLowerCase(), title);
  }
  return [...titles.values()];
}

function ownOf(joined: JoinedProgramme, title: string): string | undefined {
  const cells = [...ownCells(joined)].filter((cell) => cell.title.toLowerCase() === title.toLowerCase());
  return cells.length === 0 ? undefined : [...new Set(cells.map(({ text }) => text))].join('\n');
}

function codesOf({ entries }: JoinedProgramme): string | undefined {
  const codes = new Set(
    entries.flatMap(({ programme }) => (programme.code === undefined ? [] : [programme.code.value])),
  );
  return codes.size === 0 ? undefined : [...codes].join(', ');
}

function nameOf(joined: JoinedProgramme): string | undefined {
  const entry = plannedEntry(joined) ?? joined.entries[0];
  return entry?.programme.name.replace(/\s+/g, ' ');
}

/** What it is called elsewhere, in the profile of a quick win for example. */
function otherNamesOf(joined: JoinedProgramme): string | undefined {
  const names = new Set(joined.entries.map(({ programme }) => programme.name.replace(/\s+/g, ' ')));
  names.delete(nameOf(joined) ?? '');
  return names.size === 0 ? undefined : [...names].join('\n');
}

/** What all its places say in a field, each once, one below the other. */
function fieldOf({ entries }: JoinedProgramme, field: string): string | undefined {
  const texts = new Set(
    entries.flatMap(({ programme }) => valuesOf(programme, field).map(({ text }) => text.trim())).filter(Boolean),
  );
  return texts.size === 0 ? undefined : [...texts].join('\n');
}

/** Years as they are written; where each has a column of its own, as spans. */
function yearsOf(book: Book): Column['read'] {
  return (joined) => {
    const written = fieldOf(joined, 'years');
    const years = readYears(joined, book);
    return years.length > 0 && /^\d{4}(?:\n\d{4})+$/.test(written ?? '') ? yearsText(years) : written;
  };
}

function readYears({ entries }: JoinedProgramme, { settings }: Book): readonly number[] {
  for (const { programme } of entries) {
    const { years } = scheduleOf(programme, settings.period);
    if (years.length > 0) return years;
  }
  return [];
}

/** Rupiah, from the first place whose amount can be read. */
function amountOf({ entries }: JoinedProgramme): number | undefined {
  for (const { programme } of entries) {
    const amounts = valuesOf(programme, 'budget').flatMap(({ text }) => {
      const amount = readMoney(text, programme.table?.scale ?? 1);
      return amount === undefined ? [] : [amount];
    });
    if (amounts.length > 0) return amounts.reduce((sum, one) => sum + one, 0);
  }
  return undefined;
}

function fileOf({ entries }: JoinedProgramme): string {
  const files = new Set(entries.map(({ chapter: { uri } }) => decoded(uri.slice(uri.lastIndexOf('/') + 1))));
  return [...files].join(', ');
}
