/**
 * What the unread parts of the book of quick wins may say: tables in shapes that are not read, and what is beyond the limits.
 * A module of its own, since it is loaded only where there are such.
 */

import type { Chapter } from '../chapter/chapter';
import { wordsOf } from '../chapter/filled';
import { namesIn, ProgrammeName } from '../chapter/programme-names';
import { nameWords } from '../chapter/programmes';
import { sectionsAround } from '../chapter/sections';
import { lexiconOf } from '../template/lexicon';
import type { Settings } from '../template/settings';
import { Attached } from '../text/memo';
import { contains } from '../text/range';
import type { Book } from './book';
import { type JoinedProgramme, joinedProgrammes, quickWinEntry } from './programmes';

/** A part that was not read, and what the headings around it say. */
interface Unread {
  /** The quick wins that they name, folded; where they name none, it may be any. */
  readonly names: ReadonlySet<string>;
  /** The dimension that they name. */
  readonly dimension: string | undefined;
}

const unreadIn = new Attached<Book, readonly Unread[]>();

/**
 * Whether more of a quick win's profile may stand in a part of some chapters that was not read: below a heading that names
 * it; or below one that names none, unless it has a profile of its own. A row is none: another table may go on with it.
 * @param chapters the book's chapters of quick wins that were not wholly read.
 */
export function mayHideProfile(book: Book, chapters: readonly Chapter[], joined: JoinedProgramme): boolean {
  let unread = unreadIn.get(book);
  if (unread === undefined) {
    unread = findUnread(book, chapters);
    unreadIn.set(book, unread);
  }
  const keys = keysOf(joined, book.settings);
  const hasProfile = joined.entries.some(({ programme: { place, row } }) => place === 'profile' && row === undefined);
  return unread.some(({ names, dimension = joined.dimension }) => {
    if ((joined.dimension ?? dimension) !== dimension) return false;
    return names.size > 0 ? keys.some((key) => names.has(key)) : !hasProfile;
  });
}

function keysOf({ entries }: JoinedProgramme, { template }: Settings): readonly string[] {
  return entries.flatMap(({ programme }) => keysOfName(namesIn(template).of(programme)));
}

function keysOfName({ whole, core }: ProgrammeName): readonly string[] {
  return [whole, core];
}

function findUnread(book: Book, chapters: readonly Chapter[]): readonly Unread[] {
  const { settings } = book;
  const quickWins = joinedProgrammes(book).filter((joined) => quickWinEntry(joined) !== undefined);
  const known = new Set(quickWins.flatMap((joined) => keysOf(joined, settings)));
  return chapters.flatMap((chapter) => unreadOf(chapter, known, settings));
}

function unreadOf(chapter: Chapter, known: ReadonlySet<string>, settings: Settings): Unread[] {
  const { source, sections, parts, unreadTables, excess } = chapter;
  // Nobody knows what stands beyond a limit.
  if (excess.length > 0) return [{ names: new Set(), dimension: undefined }];
  const read = parts.flatMap(({ quickWins }) => quickWins);
  const reader = namesIn(settings.template);
  const lexicon = lexiconOf(settings);
  // What stands within a profile is its own matter.
  const apart = unreadTables.filter((table) => !read.some((profile) => contains(profile, table)));
  return apart.map((table) => {
    const titles = sectionsAround(sections, table).map((section) => wordsOf(source, nameWords(source, section)));
    const keys = titles.flatMap((title) => keysOfName(new ProgrammeName(title, reader)));
    return {
      names: new Set(keys.filter((key) => key !== '' && known.has(key))),
      dimension: titles.map((title) => lexicon.dimensionNamed(title)?.id).find((id) => id !== undefined),
    };
  });
}
