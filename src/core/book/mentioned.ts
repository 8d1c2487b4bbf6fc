/**
 * Programmes as other chapters mention them: the rows of a roadmap and of the executive summary, and which programme
 * each of them refers to.
 */

import { agenciesOf, type PlacedMention } from '../chapter/agencies';
import type { Chapter, Programme } from '../chapter/chapter';
import { wordsOf } from '../chapter/filled';
import { readProgrammeTables } from '../chapter/programmes';
import { placeholdersOf } from '../chapter/read';
import { scheduleOf } from '../chapter/schedule';
import type { Span } from '../language/years';
import { agenciesDiffer, agencyListOf } from '../template/agencies';
import { type Lexicon, lexiconOf } from '../template/lexicon';
import type { Settings } from '../template/settings';
import type { Book } from './book';
import { type JoinedProgramme, joinedProgrammes, nameKeysOf } from './programmes';

const rowsOfChapters = new WeakMap<Chapter, readonly Programme[]>();

/** The programmes that the tables of a roadmap or a summary mention, in the order of the text; read once. */
export function mentionedRows(
  chapter: Chapter,
  place: 'roadmap' | 'summary',
  settings: Settings,
): readonly Programme[] {
  let rows = rowsOfChapters.get(chapter);
  if (rows === undefined) {
    const lexicon = lexiconOf(settings);
    rows = readProgrammeTables(chapter.blocks, { source: chapter.source, lexicon, place }).filter(
      (row) => !isGroup(row, lexicon) && isAboutProgrammes(chapter, row, place),
    );
    rowsOfChapters.set(chapter, rows);
  }
  return rows;
}

/** A row that only names a dimension, or nothing but a name without a code, stands over the rows below it. */
function isGroup(row: Programme, lexicon: Lexicon): boolean {
  if (row.code !== undefined) return false;
  return row.values.length === 0 || lexicon.dimensionNamed(row.name) !== undefined;
}

/** Words of a column's title that leave no doubt that programmes stand below it. */
const programmeWords = /program|quick\s?-?win|inovasi|inisiatif/i;

/**
 * A roadmap's rows say when. In a summary a column `Kegiatan` may list anything, the steps of writing the plan too:
 * there its title has to speak of programmes.
 */
function isAboutProgrammes(chapter: Chapter, row: Programme, place: 'roadmap' | 'summary'): boolean {
  const { table } = row;
  if (table === undefined) return false;
  if (place === 'roadmap') return table.yearColumns.length > 0 || table.columns.includes('years');
  const title = table.table.header.cells[table.columns.indexOf('name')];
  return title !== undefined && programmeWords.test(wordsOf(chapter.source, title));
}

interface ProgrammeIndex {
  readonly byCode: ReadonlyMap<string, readonly JoinedProgramme[]>;
  readonly byName: ReadonlyMap<string, readonly JoinedProgramme[]>;
}

const indexes = new WeakMap<readonly JoinedProgramme[], ProgrammeIndex>();

function indexOf(book: Book): ProgrammeIndex {
  const all = joinedProgrammes(book);
  let index = indexes.get(all);
  if (index === undefined) {
    const lexicon = lexiconOf(book.settings);
    const [byCode, byName] = [new Map<string, JoinedProgramme[]>(), new Map<string, JoinedProgramme[]>()];
    for (const joined of all) {
      for (const { programme } of joined.entries) {
        if (programme.code !== undefined) push(byCode, programme.code.value, joined);
        push(byName, nameKeysOf(programme, lexicon).whole, joined);
      }
    }
    index = { byCode, byName };
    indexes.set(all, index);
  }
  return index;
}

function push(map: Map<string, JoinedProgramme[]>, key: string, joined: JoinedProgramme): void {
  if (key === '') return;
  const there = map.get(key);
  if (there === undefined) map.set(key, [joined]);
  else if (there.at(-1) !== joined) there.push(joined);
}

/** The programmes that a row refers to: those of its code, else those of its name; several where a name is used twice. */
export function referredProgrammes(row: Programme, book: Book): readonly JoinedProgramme[] {
  const { byCode, byName } = indexOf(book);
  const ofCode = row.code === undefined ? undefined : byCode.get(row.code.value);
  return ofCode ?? byName.get(nameKeysOf(row, lexiconOf(book.settings)).whole) ?? [];
}

/** What differs between a row and the programme that it refers to. */
export interface Difference {
  readonly years?: { readonly own: readonly number[]; readonly programme: readonly number[] };
  readonly agencies?: { readonly own: readonly PlacedMention[]; readonly programme: readonly PlacedMention[] };
}

/**
 * Compares a row with a programme, as far as both sides say something that can be read. Each place of the programme,
 * and all of them together, may say the same as the row; where one of its agencies is unknown, rule `programme-agency`
 * speaks, and nothing is said here.
 * @param within only these years count; absent: all of them.
 */
export function differenceOf(
  chapter: Chapter,
  row: Programme,
  joined: JoinedProgramme,
  settings: Settings,
  within?: Span,
): Difference {
  const years = yearsDifference(row, joined, settings, within);
  const agencies = agencyDifference(chapter, row, joined, settings);
  return { ...(years === undefined ? {} : { years }), ...(agencies === undefined ? {} : { agencies }) };
}

function yearsDifference(row: Programme, joined: JoinedProgramme, { period }: Settings, within: Span | undefined) {
  const own = scheduleOf(row, period);
  if (own.years.length === 0 || own.unreadable.length > 0) return undefined;
  const schedules = joined.entries.map(({ programme }) => scheduleOf(programme, period));
  if (schedules.some(({ unreadable }) => unreadable.length > 0)) return undefined;
  const given = schedules.map(({ years }) => years).filter((years) => years.length > 0);
  if (given.length === 0) return undefined;
  const clip = (years: readonly number[]) =>
    within === undefined ? years : years.filter((year) => year >= within.from && year <= within.to);
  const together = [...new Set(given.flat())].sort((a, b) => a - b);
  const wanted = clip(own.years).join();
  if ([...given, together].some((years) => clip(years).join() === wanted)) return undefined;
  return { own: own.years, programme: given[0] as readonly number[] };
}

function agencyDifference(chapter: Chapter, row: Programme, joined: JoinedProgramme, settings: Settings) {
  const list = agencyListOf(settings);
  const own = agenciesOf(chapter, row, list);
  if (own.length === 0) return undefined;
  const given = joined.entries
    .map((entry) => agenciesOf(entry.chapter, entry.programme, list))
    .filter((mentions) => mentions.length > 0);
  if (given.length === 0) return undefined;
  const placeholders = placeholdersOf(settings);
  if ([own, ...given].some((mentions) => mentions.some(({ value }) => placeholders.isAll(value.text))))
    return undefined;
  if (!list.isEmpty && given.some((mentions) => mentions.some(({ agency }) => agency === undefined))) return undefined;
  if ([...given, given.flat()].some((mentions) => !agenciesDiffer(own, mentions, list))) return undefined;
  return { own, programme: given[0] as readonly PlacedMention[] };
}
