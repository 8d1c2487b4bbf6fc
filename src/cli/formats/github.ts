/** The report as workflow commands of GitHub Actions: each problem becomes a note at its line of the pull request. */

import type { Severity } from '../../core/language/finding';
import { pathFrom } from '../paths';
import type { Report } from '../report';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** @param folder absolute path that files are named from: the checked-out repository */
export function writeGithub(report: Report, folder: string): string {
  const lines: string[] = [];
  for (const file of report.files) {
    for (const { rule, severity, place, message } of file.problems) {
      const { line, column, endLine } = place;
      const properties: Record<string, string> = { file: pathFrom(folder, file.path), line: String(line) };
      properties.endLine = String(endLine);
      // A column is understood only within one line.
      if (line === endLine) properties.col = String(column);
      properties.title = rule;
      lines.push(command(commands[severity], properties, `${message} (${rule})`));
    }
  }
  for (const { level, path, message } of report.notices) {
    const properties: Record<string, string> = path === undefined ? {} : { file: pathFrom(folder, path) };
    lines.push(command(level === 'fault' ? 'error' : 'notice', properties, message[report.language]));
  }
  return lines.join('');
}

function command(name: string, properties: Readonly<Record<string, string>>, message: string): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
  return `::${name}${written.length === 0 ? '' : ` ${written.join(',')}`}::${words(message)}\n`;
}

/** Escaped as the Actions toolkit does it. */
function words(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return words(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
