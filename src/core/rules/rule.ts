/** What a rule is. One file per rule; each yields findings, and nobody else decides severity or language for it. */

import type { Book } from '../book/book';
import type { Chapter } from '../chapter/chapter';
import type { Finding, Severity } from '../language/finding';
import type { Text } from '../language/language';
import type { Settings } from '../template/settings';
import type { Suppression } from './suppressions';

export interface RuleBase {
  readonly id: string;
  readonly severity: Severity;
  /** A few words for lists of rules and settings. */
  readonly title: Text;
}

/** Looks at one chapter by itself: its findings stay right whatever the other chapters say. */
export interface ChapterRule extends RuleBase {
  readonly scope: 'chapter';
  check(chapter: Chapter, settings: Settings): Iterable<Finding>;
}

/** Between two pieces of work: no finding, but a place where others may have their turn. */
export type Breath = undefined;

/** Needs the whole book. Every finding names its `uri`. */
export interface BookRule extends RuleBase {
  readonly scope: 'book';
  /** Takes breath after each chapter that costs more than a look, so that a large book is checked in small pieces. */
  check(book: Book): Iterable<Finding | Breath>;
  /**
   * Everything that the findings hang on besides the settings, for a rule that costs more than a look at each chapter:
   * where all of it is the same as it was, so are the findings, and the rule is not asked.
   */
  hangsOn?(book: Book): readonly unknown[];
}

/** Looks at the comments that keep rules silent, when all other findings are known (format 3.6). */
export interface SuppressionRule extends RuleBase {
  readonly scope: 'suppressions';
  /**
   * @param unused those that kept nothing silent.
   * @param known the ids of all rules.
   */
  check(chapter: Chapter, unused: readonly Suppression[], known: readonly string[]): Iterable<Finding>;
}

export type Rule = ChapterRule | BookRule | SuppressionRule;
