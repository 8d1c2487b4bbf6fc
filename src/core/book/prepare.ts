/** What every check of a book asks for first, found in pieces: it would all be found at once by the first who asks. */

import type { Chapter } from '../chapter/chapter';
import type { Settings } from '../template/settings';
import type { Steps } from '../text/steps';
import type { Book } from './book';
import { prepareLinks } from './links';
import { joinProgrammes, prepareProgrammes, repeatedQuickWins } from './programmes';
import { prepareReferences, referencesIn } from './references';

/** Finds what a chapter gives to its book, and remembers it until it is asked for; stops after each piece. */
export function* prepareChapter(chapter: Chapter, settings: Settings): Steps<void> {
  prepareProgrammes(chapter, settings);
  yield;
  prepareReferences(chapter, settings);
  yield;
  prepareLinks(chapter, settings);
  yield;
}

/** Finds what is asked of a book whose chapters are prepared, and remembers it with the book; stops after each piece. */
export function* prepareBook(book: Book): Steps<void> {
  yield* joinProgrammes(book);
  yield;
  repeatedQuickWins(book);
  yield;
  referencesIn(book);
  yield;
}
