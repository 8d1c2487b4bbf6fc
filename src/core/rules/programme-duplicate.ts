/** One name for two programmes that are not one programme in several places (format 3.4). */

import type { Book } from '../book/book';
import { isAlike, OfEach } from '../book/of-each';
import {
  type ChapterProgrammes,
  type ProgrammeEntry,
  plannedEntry,
  programmesByChapter,
  quickWinEntry,
  repeatedQuickWins,
} from '../book/programmes';
import { namesIn } from '../chapter/programme-names';
import { placeholdersOf } from '../chapter/read';
import type { Finding } from '../language/finding';
import type { Text } from '../language/language';
import type { Settings } from '../template/settings';
import { Attached } from '../text/memo';
import { textOf } from '../text/range';
import type { BookRule } from './rule';
import { partTitle, quoted } from './wording';

interface Named {
  readonly keys: readonly string[];
  readonly entries: readonly ProgrammeEntry[];
}

/** The planned programmes of a chapter with the names that they are compared by. */
const named = new OfEach(
  ({ joined }: ChapterProgrammes, settings: Settings): Named => {
    const names = namesIn(settings.template);
    const keys: string[] = [];
    const entries: ProgrammeEntry[] = [];
    for (const each of joined) {
      const entry = plannedEntry(each);
      if (entry === undefined) continue;
      const key = names.of(entry.programme).whole;
      if (key === '') continue;
      keys.push(key);
      entries.push(entry);
    }
    return { keys, entries };
  },
  (one, other) => isAlike(one.keys, other.keys),
);

/** The how-manieth programme of the how-manieth chapter. */
interface Place {
  readonly chapter: number;
  readonly programme: number;
}

/** Which programmes have the name of an earlier one hangs on the names alone. */
const sameNames = new Attached<object, readonly (readonly [second: Place, first: Place])[]>();

function sameNamesIn(version: object, all: readonly Named[]) {
  let pairs = sameNames.get(version);
  if (pairs === undefined) {
    const first = new Map<string, Place>();
    const found: (readonly [Place, Place])[] = [];
    all.forEach(({ keys }, chapter) => {
      keys.forEach((key, programme) => {
        const other = first.get(key);
        if (other === undefined) first.set(key, { chapter, programme });
        else found.push([{ chapter, programme }, other]);
      });
    });
    pairs = found;
    sameNames.set(version, pairs);
  }
  return pairs;
}

export const programmeDuplicate: BookRule = {
  id: 'programme-duplicate',
  severity: 'warning',
  scope: 'book',
  title: { id: 'Program ditulis dua kali', en: 'A programme stands twice' },
  hangsOn: (book) => [programmesByChapter(book), repeatedQuickWins(book)],
  *check(book) {
    const programmes = programmesByChapter(book);
    const all = named.all(programmes, book.settings);
    const entryAt = ({ chapter, programme }: Place) => all[chapter]?.entries[programme] as ProgrammeEntry;
    for (const [second, first] of sameNamesIn(named.version(programmes, book.settings), all)) {
      yield* duplicate(entryAt(second), entryAt(first), book);
    }
    for (const [joined, other] of repeatedQuickWins(book)) {
      const entry = quickWinEntry(joined);
      if (entry !== undefined) yield* duplicate(entry, other, book);
    }
  },
};

/** Then rule `code-duplicate` speaks. */
function hasSameCode(one: ProgrammeEntry, other: ProgrammeEntry): boolean {
  return one.programme.code !== undefined && one.programme.code.value === other.programme.code?.value;
}

/** A name that is still to be filled in: rule `placeholder` speaks. */
function isPlaceholder({ chapter, programme }: ProgrammeEntry, book: Book): boolean {
  return placeholdersOf(book.settings).isIn(textOf(chapter.source, programme.nameRange));
}

function* duplicate(entry: ProgrammeEntry, other: ProgrammeEntry, book: Book): Iterable<Finding> {
  if (hasSameCode(entry, other) || isPlaceholder(entry, book)) return;
  const name = quoted(entry.programme.name);
  const where: Text = partTitle(other.chapter, other.part, book.settings);
  yield {
    uri: entry.chapter.uri,
    range: entry.programme.nameRange,
    message: {
      id: `Program ${name} sudah ada di ${where.id}; gabungkan, atau bedakan namanya.`,
      en: `${where.en} has a programme ${name} already; join them, or tell their names apart.`,
    },
    related: [
      {
        uri: other.chapter.uri,
        range: other.programme.nameRange,
        message: { id: 'Yang pertama ada di sini.', en: 'The first one is here.' },
      },
    ],
  };
}
