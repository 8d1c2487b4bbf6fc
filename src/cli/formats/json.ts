/** The report for machines: one JSON object, its shape fixed by its version. */

import { pathFrom } from '../paths';
import { type Place, type Report, totalsOf } from '../report';

interface JsonProblem extends Place {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

interface Summary {
  readonly books: number;
  readonly chapters: number;
  readonly chaptersWithProblems: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  readonly notChecked: readonly { readonly file?: string; readonly message: string }[];
  /** Only with `--fix`. */
  fixed?: { readonly problems: number; readonly files: readonly string[]; readonly newFiles: readonly string[] };
}

export function writeJson(report: Report): string {
  const problems: JsonProblem[] = [];
  for (const file of report.files) {
    const path = pathFrom(report.folder, file.path);
    for (const { rule, severity, place, message } of file.problems) {
      problems.push({ file: path, ...place, rule, severity, message });
    }
  }
  const totals = totalsOf(report);
  const summary: Summary = {
    books: report.books,
    chapters: totals.chapters,
    chaptersWithProblems: totals.chaptersWithProblems,
    errors: totals.problems.error,
    warnings: totals.problems.warning,
    infos: totals.problems.info,
    hints: totals.problems.hint,
    notChecked: report.notices
      .filter((notice) => notice.level === 'fault')
      .map((notice) => ({
        ...(notice.path === undefined ? {} : { file: pathFrom(report.folder, notice.path) }),
        message: notice.message[report.language],
      })),
  };
  const { mending } = report;
  if (mending !== undefined) {
    const paths = (isNew: boolean) =>
      mending.changes
        .filter((change) => (change.before === undefined) === isNew)
        .map((change) => pathFrom(report.folder, change.path));
    summary.fixed = { problems: mending.problems, files: paths(false), newFiles: paths(true) };
  }
  return `${JSON.stringify({ version: 1, problems, summary }, undefined, 2)}\n`;
}
