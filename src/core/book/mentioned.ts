/**
 * Programmes as other chapters mention them: the rows of a roadmap and of the executive summary, and which programme
 * each of them refers to.
 */

import { agenciesOf, type PlacedMention } from '../chapter/agencies';
import type { Chapter, Programme } from '../chapter/chapter';
import { wordsOf } from '../chapter/filled';
import { type NameReader, namesIn } from '../chapter/programme-names';
import { readProgrammeTables } from '../chapter/programmes';
import { placeholdersOf } from '../chapter/read';
import { scheduleOf } from '../chapter/schedule';
import type { Span } from '../language/years';
import { agenciesDiffer, agencyListOf } from '../template/agencies';
import { type Lexicon, lexiconOf } from '../template/lexicon';
import type { Settings } from '../template/settings';
import { Attached } from '../text/memo';
import type { Book } from './book';
import { type ChapterProgrammes, type JoinedProgramme, programmesByChapter } from './programmes';

/** The rows of a chapter that mention programmes, and how they are found. */
export interface Mentions {
  /** In the order of the text. */
  readonly rows: readonly Programme[];
  readonly byCode: ReadonlyMap<string, readonly Programme[]>;
  readonly byName: ReadonlyMap<string, readonly Programme[]>;
}

const mentionsOfChapters = new Attached<Chapter, Mentions>();

/** The programmes that the tables of a roadmap or a summary mention; read once. */
export function mentionsIn(chapter: Chapter, place: 'roadmap' | 'summary', settings: Settings): Mentions {
  let mentions = mentionsOfChapters.get(chapter);
  if (mentions === undefined) {
    const lexicon = lexiconOf(settings);
    const names = namesIn(settings.template);
    const rows = readProgrammeTables(chapter.blocks, { source: chapter.source, lexicon, place }).filter(
      (row) => !isGroup(row, lexicon) && isAboutProgrammes(chapter, row, place),
    );
    const [byCode, byName] = [new Map<string, Programme[]>(), new Map<string, Programme[]>()];
    for (const row of rows) {
      if (row.code !== undefined) push(byCode, row.code.value, row);
      push(byName, names.of(row).whole, row);
    }
    mentions = { rows, byCode, byName };
    mentionsOfChapters.set(chapter, mentions);
  }
  return mentions;
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
  const title = table.titles.cells[table.columns.indexOf('name')];
  return title !== undefined && programmeWords.test(wordsOf(chapter.source, title));
}

/** A row that may refer to a programme. */
interface Match {
  readonly row: Programme;
  readonly joined: JoinedProgramme;
  readonly byCode: boolean;
}

const matches = new Attached<ChapterProgrammes, WeakMap<Mentions, readonly Match[]>>();

/** What the programmes of one chapter have to do with the rows of another; looked at once for each two. */
function matchesOf(programmes: ChapterProgrammes, mentions: Mentions, names: NameReader): readonly Match[] {
  let ofProgrammes = matches.get(programmes);
  if (ofProgrammes === undefined) {
    ofProgrammes = new WeakMap();
    matches.set(programmes, ofProgrammes);
  }
  let found = ofProgrammes.get(mentions);
  if (found === undefined) {
    const all: Match[] = [];
    for (const joined of programmes.joined) {
      for (const { programme } of joined.entries) {
        const ofCode = programme.code === undefined ? undefined : mentions.byCode.get(programme.code.value);
        for (const row of ofCode ?? []) all.push({ row, joined, byCode: true });
        for (const row of mentions.byName.get(names.of(programme).whole) ?? []) {
          all.push({ row, joined, byCode: false });
        }
      }
    }
    found = all;
    ofProgrammes.set(mentions, found);
  }
  return found;
}

/** The programmes that rows refer to, by row. */
export type Referred = ReadonlyMap<Programme, readonly JoinedProgramme[]>;

/**
 * The programmes that rows refer to: those of a row's code, else those of its name; several where a name is used twice.
 * A row that is not in the map refers to nothing.
 */
export function referredProgrammes(mentions: Mentions, book: Book): ReadonlyMap<Programme, readonly JoinedProgramme[]> {
  const names = namesIn(book.settings.template);
  const referred = new Map<Programme, JoinedProgramme[]>();
  const coded = new Set<Programme>();
  for (const programmes of programmesByChapter(book)) {
    for (const { row, joined, byCode } of matchesOf(programmes, mentions, names)) {
      const there = referred.get(row);
      if (there === undefined || (byCode && !coded.has(row))) referred.set(row, [joined]);
      else if (byCode === coded.has(row) && !there.includes(joined)) there.push(joined);
      if (byCode) coded.add(row);
    }
  }
  return referred;
}

function push(map: Map<string, Programme[]>, key: string, row: Programme): void {
  if (key === '') return;
  const there = map.get(key);
  if (there === undefined) map.set(key, [row]);
  else there.push(row);
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
