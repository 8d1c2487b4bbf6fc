/** What a rule is. One file per rule; each yields findings, and nobody else decides severity or language for it. */

import type { Book } from '../book/book';
import type { Chapter } from '../chapter/chapter';
import type { Finding, FindingFix, Severity } from '../language/finding';
import type { Text } from '../language/language';
import type { Settings } from '../template/settings';
import type { Suppression } from './suppressions';

export interface RuleBase {
  readonly id: string;
  readonly severity: Severity;
  /** A few words for lists of rules and settings. */
  readonly title: Text;
  /**
   * The fixes of a finding that hang on more of the book than the finding: so that it holds when the rest changes, they are
   * written for the book as it is when somebody asks. All others come with the finding.
   */
  fixesIn?(finding: Finding, book: Book): readonly FindingFix[] | undefined;
}

/** Looks at one chapter by itself: its findings stay right whatever the other chapters say. */
export interface ChapterRule extends RuleBase {
  readonly scope: 'chapter';
  check(chapter: Chapter, settings: Settings): Iterable<Finding>;
}

/** Needs the whole book. Every finding names its `uri`. */
export interface BookRule extends RuleBase {
  readonly scope: 'book';
  check(book: Book): Iterable<Finding>;
  /**
   * Everything that the findings and their fixes hang on besides the settings: where all of it is the same as it was,
   * so are the findings, and the rule is not asked. A rule without it is asked at every check.
   */
  hangsOn?(book: Book): readonly unknown[];
}

/**
 * Looks at a book piece by piece (its chapters, the programmes of each chapter) and is asked again only about pieces that
 * are new. Every finding names its `uri`.
 */
export interface PieceRule<Piece extends object = object> extends RuleBase {
  readonly scope: 'pieces';
  /** Immutable things: a piece that is the same as it was is not looked at again. */
  pieces(book: Book): readonly Piece[];
  /** What the findings about all pieces and their fixes hang on besides the piece itself and the settings. */
  hangsOn?(book: Book): readonly unknown[];
  /** @param before what was found in the piece that stood in the place of this one, where all else is as it was. */
  check(piece: Piece, book: Book, before?: readonly Finding[]): Iterable<Finding>;
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

export type Rule = ChapterRule | BookRule | PieceRule | SuppressionRule;
