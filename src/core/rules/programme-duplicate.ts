/** One name for two programmes that are not one programme in several places (format 3.4). */

import type { Book } from '../book/book';
import {
  type ChapterProgrammes,
  joinedProgrammes,
  nameKeysOf,
  type ProgrammeEntry,
  plannedEntry,
  programmesByChapter,
  quickWinEntry,
  repeatedQuickWins,
} from '../book/programmes';
import { placeholdersOf } from '../chapter/read';
import type { Finding } from '../language/finding';
import type { Text } from '../language/language';
import { lexiconOf } from '../template/lexicon';
import type { Settings } from '../template/settings';
import { Remembered } from './remembered';
import type { BookRule } from './rule';
import { partTitle, quoted } from './wording';

/** The planned programmes of a chapter with the names that they are compared by. */
const named = new Remembered(({ joined }: ChapterProgrammes, settings: Settings) => {
  const lexicon = lexiconOf(settings);
  const found: { readonly key: string; readonly entry: ProgrammeEntry }[] = [];
  for (const each of joined) {
    const entry = plannedEntry(each);
    if (entry === undefined) continue;
    const key = nameKeysOf(entry.programme, lexicon).whole;
    if (key !== '') found.push({ key, entry });
  }
  return found;
});

export const programmeDuplicate: BookRule = {
  id: 'programme-duplicate',
  severity: 'warning',
  scope: 'book',
  title: { id: 'Program ditulis dua kali', en: 'A programme stands twice' },
  hangsOn: (book) => [joinedProgrammes(book)],
  *check(book) {
    const first = new Map<string, ProgrammeEntry>();
    for (const ofChapter of named.inSteps(programmesByChapter(book), book.settings)) {
      if (ofChapter === undefined) yield undefined;
      for (const { key, entry } of ofChapter ?? []) {
        const other = first.get(key);
        if (other === undefined) first.set(key, entry);
        else yield* duplicate(entry, other, book);
      }
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
  for (const _ of placeholdersOf(book.settings).find(chapter.source, programme.nameRange)) return true;
  return false;
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
