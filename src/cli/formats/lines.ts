/** A line for each problem, as compilers write them: what the problem matcher `$masterplan` and other editors read. */

import type { Severity } from '../../core/language/finding';
import { harmless } from '../columns';
import { pathFrom } from '../paths';
import type { Report } from '../report';

/** The words that editors know, whatever the language of the messages. */
const names: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'info', hint: 'info' };

/** @param folder absolute path that files are named from */
export function writeLines(report: Report, folder: string): string {
  const lines = report.files.flatMap((file) =>
    file.problems.map(({ rule, severity, place: { line, column, endLine, endColumn }, message }) => {
      const place = `${pathFrom(folder, file.path)}:${line}:${column}-${endLine}:${endColumn}`;
      return harmless(`${place}: ${names[severity]}: ${message.replace(/\s+/g, ' ')} (${rule})`);
    }),
  );
  return lines.map((line) => `${line}\n`).join('');
}
