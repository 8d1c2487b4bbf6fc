/** The files beside a masterplan to which its links lead. */

import type { Book } from './book';
import { chapterOf, linkingChapters } from './links';

/** Files that links lead to and that are no chapters of the book: what a host has to look up for `Book.files`. */
export function linkedFiles(book: Book): string[] {
  const files = new Set(linkingChapters(book).flatMap(({ files }) => [...files.keys()]));
  return [...files].filter((file) => chapterOf(book, file) === undefined);
}
