/** What every check of a book asks for first, found in pieces: it would all be found at once by the first who asks. */

import type { Chapter } from '../chapter/chapter';
import type { Settings } from '../template/settings';
import type { Steps } from '../text/steps';
import type { Book } from './book';
import { localLinksOf } from './links';
import { joinedProgrammes, prepareProgrammes, repeatedQuickWins } from './programmes';
import { chapterReferences, referencesIn } from './references';

/** Finds what a chapter gives to its book, and remembers it with the chapter; stops after each piece. */
export function* prepareChapter(chapter: Chapter, settings: Settings): Steps<void> {
  prepareProgrammes(chapter, settings);
  yield;
  chapterReferences(chapter, settings);
  yield;
  localLinksOf(chapter);
  yield;
}

/** Finds what is asked of a book whose chapters are prepared, and remembers it with the book; stops after each piece. */
export function* prepareBook(book: Book): Steps<void> {
  joinedProgrammes(book);
  yield;
  repeatedQuickWins(book);
  yield;
  const references = referencesIn(book);
  yield;
  void references.meanings;
  yield;
}
