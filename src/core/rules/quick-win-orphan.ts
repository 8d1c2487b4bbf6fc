/** A quick win that is not among the short-term programmes of its dimension. */

import { type Book, dimensionChapters } from '../book/book';
import { OfEach } from '../book/of-each';
import {
  type ChapterProgrammes,
  isOrphan,
  type JoinedProgramme,
  joinedValues,
  type ProgrammeEntry,
  plannedEntry,
  programmesByChapter,
  quickWinEntry,
  repeatedQuickWins,
} from '../book/programmes';
import type { Chapter, FoundSection, Part, Programme, ProgrammeTable, Section } from '../chapter/chapter';
import { scheduleOf } from '../chapter/schedule';
import { isWhollyRead } from '../chapter/unread-tables';
import { blockBehind } from '../edits/programme-block';
import { languageOfText, toFill } from '../edits/programme-fields';
import { appendRows, cellText } from '../edits/tables';
import type { Finding, FindingFix } from '../language/finding';
import type { Settings } from '../template/settings';
import { horizonSections } from '../template/template';
import type { TextEdit } from '../text/edits';
import { Attached } from '../text/memo';
import { textOf } from '../text/range';
import type { BookRule } from './rule';
import { dimensionTitle, quoted, sectionTitle } from './wording';

export const quickWinOrphan: BookRule = {
  id: 'quick-win-orphan',
  severity: 'warning',
  scope: 'book',
  title: { id: 'Quick win tidak ada di program jangka pendek', en: 'A quick win is no short-term programme' },
  hangsOn: (book) => [
    book.unread,
    orphans.some(programmesByChapter(book), book.settings),
    repeatedQuickWins(book),
    hasRoadmap(book),
    dimensionChapters(book),
  ],
  *check(book) {
    // Of chapters that could not be read, one may hold the programme.
    if (book.unread !== undefined && book.unread > 0) return;
    const shortTerm = shortTermSections(book);
    if (shortTerm.size === 0) return;
    const repeated = repeatedQuickWins(book);
    // A programme with a year would be one that the roadmap lacks: the author tells the year there and here.
    const withYears = !hasRoadmap(book);
    for (const { joined, entry } of orphans.some(programmesByChapter(book), book.settings).flat()) {
      if (repeated.has(joined)) continue;
      const { dimension } = joined;
      const home = dimension === undefined ? undefined : shortTerm.get(dimension);
      // Where the section itself is missing or empty, that is said, and nothing of what would have been in it.
      if (dimension !== undefined && home === undefined) continue;
      yield known(joined, entry, home, book.settings, withYears);
    }
  },
};

const orphans = new OfEach(({ joined }: ChapterProgrammes) => {
  const found = joined.flatMap((each) => {
    const entry = isOrphan(each) ? quickWinEntry(each) : undefined;
    return entry === undefined ? [] : [{ joined: each, entry }];
  });
  return found.length === 0 ? undefined : found;
});

interface ShortTerm {
  readonly chapter: Chapter;
  readonly part: Part;
}

/** By dimension, the place whose short-term section holds something and has been read to its end. */
function shortTermSections(book: Book): Map<string, ShortTerm> {
  const places = new Map<string, ShortTerm>();
  const unread = new Set<string>();
  for (const chapter of dimensionChapters(book)) {
    for (const part of chapter.parts) {
      if (part.dimension === undefined) continue;
      if (!isWhollyRead(chapter)) unread.add(part.dimension);
      else if (!places.has(part.dimension) && part.found.some(isFilledShortTerm)) {
        places.set(part.dimension, { chapter, part });
      }
    }
  }
  for (const dimension of unread) places.delete(dimension);
  return places;
}

function isFilledShortTerm(found: FoundSection): boolean {
  return found.kind === horizonSections.short && !found.empty;
}

/** A quick win's finding without its fix, which hangs on the short-term section that it would be added to. */
type Said = Omit<Finding, 'fixes'>;

interface Known {
  readonly settings: Settings;
  readonly said: Said;
  readonly home: Part | undefined;
  readonly withYears: boolean;
  readonly finding: Finding;
}

const findings = new Attached<JoinedProgramme, Known>();

/** The finding of the check before, where quick win and section are as they were; else the same words with another fix. */
function known(
  joined: JoinedProgramme,
  entry: ProgrammeEntry,
  home: ShortTerm | undefined,
  settings: Settings,
  withYears: boolean,
): Finding {
  const before = findings.get(joined);
  const isSaid = before?.settings === settings;
  if (isSaid && before.home === home?.part && before.withYears === withYears) return before.finding;
  const said = isSaid ? before.said : saying(joined, entry, settings);
  const finding: Finding = {
    ...said,
    writeFixes() {
      if (home === undefined || plannedEntry(joined) !== undefined) return undefined;
      const fix = addFix(joined, entry, home, settings, withYears);
      return fix === undefined ? undefined : [fix];
    },
  };
  findings.set(joined, { settings, said, home: home?.part, withYears, finding });
  return finding;
}

function saying(joined: JoinedProgramme, entry: ProgrammeEntry, settings: Settings): Said {
  const name = quoted(entry.programme.name);
  const section = sectionTitle(horizonSections.short, settings);
  const dimension = joined.dimension === undefined ? undefined : dimensionTitle(joined.dimension, settings);
  const planned = plannedEntry(joined);
  return {
    uri: entry.chapter.uri,
    range: entry.programme.nameRange,
    message: {
      id: `Quick win ${name} belum ada di ${quoted(section.id)}${dimension === undefined ? '' : ` ${dimension.id}`}.`,
      en: `The quick win ${name} is not among the ${quoted(section.en)}${dimension === undefined ? '' : ` of ${dimension.en}`}.`,
    },
    ...(planned === undefined
      ? {}
      : {
          related: [
            {
              uri: planned.chapter.uri,
              range: planned.programme.nameRange,
              message: {
                id: 'Program ini ada di jangka waktu lain.',
                en: 'The programme stands under another horizon.',
              },
            },
          ],
        }),
  };
}

const roadmaps = new OfEach(({ kind }: Chapter) => (kind === 'roadmap' ? true : undefined));

function hasRoadmap({ chapters, settings }: Book): boolean {
  return roadmaps.some(chapters, settings).length > 0;
}

/**
 * A row for the quick win below the last short-term table, else a block behind the last one, with all that its own places
 * say.
 */
function addFix(
  joined: JoinedProgramme,
  entry: ProgrammeEntry,
  home: ShortTerm,
  settings: Settings,
  withYears: boolean,
): FindingFix | undefined {
  const { chapter, part } = home;
  const planned = part.programmes.filter((programme) => programme.horizon === 'short');
  const table = planned.findLast((programme) => programme.table)?.table;
  const section = sectionTitle(horizonSections.short, settings);
  const inFile = (edit: TextEdit) => [
    chapter === entry.chapter ? { edits: [edit] } : { uri: chapter.uri, edits: [edit] },
  ];
  if (table !== undefined) {
    const cells = cellsOf(joined, table, chapter, settings, withYears);
    if (cells === undefined) return undefined;
    return {
      title: { id: `Tambahkan baris pada ${quoted(section.id)}`, en: `Add a row to the ${quoted(section.en)}` },
      edits: inFile(appendRows(chapter.source, table.table, [cells])),
    };
  }
  const model = planned.findLast(isBlock);
  if (model === undefined) return undefined;
  const name = inHeading(textOf(entry.chapter.source, entry.programme.nameRange));
  const edit = blockBehind(chapter, model, name, fieldsOf(joined, chapter, settings, withYears), settings);
  if (edit === undefined) return undefined;
  return {
    title: {
      id: `Tambahkan sub-judul pada ${quoted(section.id)}`,
      en: `Add a sub-heading to the ${quoted(section.en)}`,
    },
    edits: inFile(edit),
  };
}

function isBlock(programme: Programme): programme is Programme & { readonly section: Section } {
  return programme.section !== undefined;
}

/** The fields of the template that the quick win gives, and those without which a programme is incomplete. */
function fieldsOf(joined: JoinedProgramme, chapter: Chapter, settings: Settings, withYears: boolean) {
  const words = toFill(chapter, settings);
  const language = languageOfText(chapter, settings);
  const years = withYears ? inShortTerm(joined, settings) : undefined;
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
  table: ProgrammeTable,
  chapter: Chapter,
  settings: Settings,
  withYears: boolean,
): string[] | undefined {
  const entry = quickWinEntry(joined);
  if (entry === undefined) return undefined;
  const words = toFill(chapter, settings);
  const years = withYears ? inShortTerm(joined, settings) : undefined;
  const written = new Set<string>();
  const cells = table.columns.map((field, column) => {
    const year = table.yearColumns.find((each) => each.column === column)?.year;
    if (year !== undefined) return years?.includes(year) ? markOf(table, chapter) : '';
    if (field === undefined || written.has(field)) return '';
    written.add(field);
    if (field === 'name') return cellText(textOf(entry.chapter.source, entry.programme.nameRange));
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
