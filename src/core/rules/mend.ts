/** Mends a book by the fixes of its rules: "fix all" in the editor and `masterplan check --fix` in the terminal. */

import type { Book } from '../book/book';
import { type FixAllOptions, type FixWish, fixAll, type Mended } from '../edits/fix-all';
import type { ReaderWishes } from '../template/settings';
import { ruleIds } from './catalogue';
import { checkBook } from './check';
import type { Problem } from './problem';

export type { FixWish, Mended };

/**
 * Applies the fixes that need nobody's choice until nothing is left to mend.
 * @param wishes those that the book's settings were resolved with.
 * @param wish which problems, and which files may change; without it, all of them.
 * @param otherwise what mends a problem for which its rule has nothing to apply, such as a generated block written anew.
 */
export function mendBook(
  book: Book,
  wishes: ReaderWishes = {},
  wish: FixWish = {},
  otherwise?: FixAllOptions<Problem>['otherwise'],
): Mended<Problem> {
  return fixAll(book, { ...wish, wishes, rules: ruleIds, check: checkBook, otherwise });
}
