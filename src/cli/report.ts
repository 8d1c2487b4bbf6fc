/**
 * What a check has found, ready to be written in any format: plain words and numbers, nothing that holds on to a book,
 * so that it is the same whichever thread found it.
 */

import type { Severity } from '../core/language/finding';
import type { Language, Text } from '../core/language/language';
import type { LineIndex } from '../core/text/lines';
import type { Range } from '../core/text/range';
import type { FileChange } from './mend';
import type { Notice } from './notice';

export interface CheckedFile {
  /** Absolute path. */
  readonly path: string;
  readonly type: 'manifest' | 'chapter';
  /** In the order of the text. */
  readonly problems: readonly CheckedProblem[];
  /** The lines that problems begin in, by number, without their line ends. */
  readonly lines: ReadonlyMap<number, string>;
}

export interface CheckedProblem {
  readonly rule: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly message: string;
  readonly related?: readonly CheckedRelated[];
}

export interface CheckedRelated {
  readonly message: string;
  /** Absent where it is in a text that was not read. */
  readonly at?: { readonly path: string; readonly place: Place };
}

export interface Report {
  /** Absolute path of the folder that `file` is relative to in machine-readable formats. */
  readonly folder: string;
  /** Language of everything but the problems, which bring their own. */
  readonly language: Language;
  /** How many masterplans: folders with a manifest. */
  readonly books: number;
  /** All that was to be checked, with problems or without: book after book, each manifest before its chapters. */
  readonly files: readonly CheckedFile[];
  readonly notices: readonly Notice[];
  /** Only where mending was asked for. */
  readonly mending?: Mending;
}

/** What was mended, or would be. */
export interface Mending {
  /** How many problems. */
  readonly problems: number;
  /** Changed files, and new ones. */
  readonly changes: readonly FileChange[];
  /** Whether the changes are on the disk. */
  readonly isWritten: boolean;
}

export const severities = ['error', 'warning', 'info', 'hint'] as const satisfies readonly Severity[];

export interface Totals {
  readonly problems: Readonly<Record<Severity, number>>;
  readonly chapters: number;
  readonly chaptersWithProblems: number;
  readonly manifestsWithProblems: number;
  /** Files and folders that could not be read. */
  readonly faults: number;
}

export function totalsOf(report: Report): Totals {
  const problems: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  const counts = { chapters: 0, chaptersWithProblems: 0, manifestsWithProblems: 0 };
  for (const file of report.files) {
    for (const problem of file.problems) problems[problem.severity]++;
    if (file.type === 'chapter') counts.chapters++;
    if (file.problems.length === 0) continue;
    if (file.type === 'chapter') counts.chaptersWithProblems++;
    else counts.manifestsWithProblems++;
  }
  return { problems, ...counts, faults: report.notices.filter((notice) => notice.level === 'fault').length };
}

/** Line and column as people and machines count them: from 1, columns in UTF-16 units, the end exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function placeOfRange(lines: LineIndex, range: Range): Place {
  const start = lines.positionAt(range.start);
  const end = lines.positionAt(range.end);
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

export const severityNames: Readonly<Record<Severity, Text>> = {
  error: { id: 'kesalahan', en: 'error' },
  warning: { id: 'peringatan', en: 'warning' },
  info: { id: 'informasi', en: 'info' },
  hint: { id: 'petunjuk', en: 'hint' },
};
