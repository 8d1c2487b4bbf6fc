/** A masterplan: its manifest and its chapters. Immutable: a changed chapter gives a new book that shares the rest. */

import type { Chapter } from '../chapter/chapter';
import type { Finding } from '../language/finding';
import type { Settings } from '../template/settings';
import type { Range } from '../text/range';

export interface Manifest {
  readonly uri: string;
  readonly source: string;
  /** Those of rule `manifest-invalid`. */
  readonly findings: readonly Finding[];
  /** Ranges of the top-level keys that are there. */
  readonly keys: Readonly<Record<string, Range>>;
  /** The first line: where a finding about the whole masterplan points. */
  readonly firstLine: Range;
}

export interface Book {
  /** Absent for a loose chapter. */
  readonly manifest?: Manifest;
  readonly settings: Settings;
  /** In the order of the masterplan: by book, then `order`, then file name. */
  readonly chapters: readonly Chapter[];
}
