/** A finding as it is shown: with its rule, its severity after all settings, and in the reader's language. */

import type { Severity } from '../language/finding';
import type { FileEdit, NewFile } from '../text/edits';
import type { Range } from '../text/range';

export interface Fix {
  readonly title: string;
  readonly edits: readonly FileEdit[];
  readonly newFiles?: readonly NewFile[];
  readonly preferred?: boolean;
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
  /** Written when they are first asked for; `...` asks for them. */
  readonly fixes?: readonly Fix[];
}

/** What can be done about a problem; empty where the rule has nothing to offer. */
export function fixesOf(problem: Problem): readonly Fix[] {
  return problem.fixes ?? [];
}
