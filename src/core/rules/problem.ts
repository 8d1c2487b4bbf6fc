/** A finding as it is shown: with its rule, its severity after all settings, and in the reader's language. */

import type { Book } from '../book/book';
import { withLinksFollowing } from '../edits/follow-headings';
import type { Severity } from '../language/finding';
import type { FileEdit, NewFile } from '../text/edits';
import type { Range } from '../text/range';

export interface Fix {
  readonly title: string;
  readonly edits: readonly FileEdit[];
  readonly newFiles?: readonly NewFile[];
  readonly preferred?: boolean;
  /** Adds something, whatever it changes on the way: as the only fix it is applied together with others. */
  readonly adds?: boolean;
  /** Decides what only a person can, or takes words away: never applied together with others. */
  readonly byHand?: boolean;
}

export interface Related {
  readonly file: string;
  readonly range: Range;
  readonly message: string;
}

export interface Problem {
  readonly rule: string;
  readonly severity: Severity;
  /** URI of the file that the range is in. */
  readonly file: string;
  readonly range: Range;
  /** One sentence that names the thing and the expectation. */
  readonly message: string;
  readonly related?: readonly Related[];
  /**
   * As the rule writes them, when they are asked for; a copy made with `...` is without them. What is offered is said by
   * `fixesOf`.
   */
  fixesIn?(book: Book): readonly Fix[] | undefined;
}

/**
 * What can be done about a problem; empty where the rule has nothing to offer. Where a fix gives a heading another anchor,
 * the links that lead to it follow.
 * @param book the one that the problem was found in, as it is now.
 */
export function fixesOf(problem: Problem, book: Book): readonly Fix[] {
  return (problem.fixesIn?.(book) ?? []).map((fix) => {
    const edits = withLinksFollowing(book, fix.edits, problem.file);
    return edits === fix.edits ? fix : { ...fix, edits };
  });
}
