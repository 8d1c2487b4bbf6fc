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
  /** Adds something, whatever it changes on the way: as the only fix it is applied together with others. */
  readonly adds?: boolean;
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
  /** What is at hand at once. */
  readonly fixes?: readonly FindingFix[];
  /**
   * Writes the fixes where they are first shown or applied, so that a check does not pay for them. A method, and no
   * getter of an object that is written out (`{ get fixes() … }`): V8 makes a shape of its own for each of those, which
   * outlives the object and keeps all that the getter knows of, the whole chapter mostly.
   */
  readonly writeFixes?: () => readonly FindingFix[] | undefined;
}
