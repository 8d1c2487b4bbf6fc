/** What was found about a thing that never changes is not looked for again. */

import type { Book } from '../book/book';
import { type ChapterProgrammes, type JoinedProgramme, programmesByChapter } from '../book/programmes';
import { contentOf, type RowContent, RowLook } from '../chapter/row-contents';
import type { Finding } from '../language/finding';
import type { Settings } from '../template/settings';
import { numberOf } from '../template/settings-number';
import { Attached } from '../text/memo';
import type { PieceRule } from './rule';

/**
 * Findings about single programmes, whatever the others are: only those of changed chapters are looked for again, and
 * there only in rows that are new.
 * @param find whether it finds anything hangs on the programme's places and the settings alone.
 */
export function inProgrammes<F extends Finding>(
  find: (joined: JoinedProgramme, settings: Settings) => readonly F[],
): Pick<PieceRule<ChapterProgrammes>, 'scope' | 'pieces'> & {
  readonly check: (programmes: ChapterProgrammes, book: Book) => readonly F[];
} {
  const look = new RowLook();
  return {
    scope: 'pieces',
    pieces: programmesByChapter,
    check: (programmes, { settings }) => inUnknownRows(programmes, settings, look, (joined) => find(joined, settings)),
  };
}

/**
 * What is found in a chapter's programmes, one after the other; rows in which nothing was found before are passed over.
 * @param look the same one means the same question.
 */
export function inUnknownRows<T>(
  programmes: ChapterProgrammes,
  settings: Settings,
  look: RowLook,
  find: (joined: JoinedProgramme) => readonly T[],
): T[] {
  const contents = contentsOf(programmes);
  const number = numberOf(settings);
  const found: T[] = [];
  for (let at = 0; at < contents.length; at++) {
    const content = contents[at];
    if (content?.isClean(look, number)) continue;
    const here = find(programmes.joined[at] as JoinedProgramme);
    if (here.length === 0) content?.noteClean(look, number);
    else for (const each of here) found.push(each);
  }
  return found;
}

const contentsOfChapters = new Attached<ChapterProgrammes, readonly (RowContent | undefined)[]>();

/** For each of a chapter's programmes the content of its row; none for a block, nor for what stands in several places. */
export function contentsOf(programmes: ChapterProgrammes): readonly (RowContent | undefined)[] {
  let contents = contentsOfChapters.get(programmes);
  if (contents === undefined) {
    contents = programmes.joined.map(({ entries }) => {
      const entry = entries.length === 1 ? entries[0] : undefined;
      return entry === undefined ? undefined : contentOf(entry.chapter, entry.programme);
    });
    contentsOfChapters.set(programmes, contents);
  }
  return contents;
}
