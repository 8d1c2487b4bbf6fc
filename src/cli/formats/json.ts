/** The report for machines: one JSON object, its shape fixed by its version. */

import { pathFrom } from '../paths';
import { type Place, placeOfRange, type Report, totalsOf } from '../report';

interface JsonProblem extends Place {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

export function writeJson(report: Report): string {
  const problems: JsonProblem[] = [];
  for (const file of report.files) {
    const path = pathFrom(report.folder, file.path);
    for (const { rule, severity, range, message } of file.problems) {
      problems.push({ file: path, ...placeOfRange(file.lines, range), rule, severity, message });
    }
  }
  const totals = totalsOf(report);
  const summary = {
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
  return `${JSON.stringify({ version: 1, problems, summary }, undefined, 2)}\n`;
}
