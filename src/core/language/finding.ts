/** What a reader or a rule finds at a place, before it is tied to a rule's severity and a reader's language. */

import type { FileEdit, NewFile } from '../text/edits';
import type { Range } from '../text/range';
import type { Text } from './language';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** A mending, as data. The first of several is the obvious one only where it is marked `preferred`. */
export interface FindingFix {
  readonly title: Text;
  readonly edits: readonly FileEdit[];
  readonly newFiles?: readonly NewFile[];
  readonly preferred?: boolean;
  /** Decides what only a person can, or takes words away: never applied together with others. */
  readonly byHand?: boolean;
}

export interface FindingRelated {
  /** Absent: the same file. */
  readonly uri?: string;
  readonly range: Range;
  readonly message: Text;
}

export interface Finding {
  /** Absent: the file that is being looked at. */
  readonly uri?: string;
  readonly range: Range;
  readonly message: Text;
  /** Only where it differs from the rule's own (an unknown key is a warning within an error rule). */
  readonly severity?: Severity;
  readonly related?: readonly FindingRelated[];
  /**
   * Asked for only where fixes are shown or applied. Where they are not at hand they are a getter (`get fixes()`), so that
   * a check does not pay for them; whoever copies a finding with `...` asks for them.
   */
  readonly fixes?: readonly FindingFix[];
}
