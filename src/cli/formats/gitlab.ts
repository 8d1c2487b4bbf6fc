/** The report as GitLab's Code Quality JSON, shown in merge requests. */

import type { Severity } from '../../core/language/finding';
import { pathFrom } from '../paths';
import type { Report } from '../report';
import { Fingerprints } from './fingerprints';

const severities: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  info: 'minor',
  hint: 'info',
};

/** @param folder absolute path that files are named from: the checked-out repository */
export function writeGitlab(report: Report, folder: string): string {
  const fingerprints = new Fingerprints();
  const entry = (path: string, rule: string, severity: string, message: string, begin: number, end: number) => ({
    description: message,
    check_name: rule,
    fingerprint: fingerprints.next(path, rule, message),
    severity,
    location: { path, lines: { begin, end } },
  });
  const entries = report.files.flatMap((file) =>
    file.problems.map(({ rule, severity, place: { line, endLine }, message }) =>
      entry(pathFrom(folder, file.path), rule, severities[severity], message, line, endLine),
    ),
  );
  for (const { level, path, message } of report.notices) {
    if (level !== 'fault') continue;
    const where = path === undefined ? '.' : pathFrom(folder, path);
    entries.push(entry(where, 'not-checked', 'blocker', message[report.language], 1, 1));
  }
  return `${JSON.stringify(entries, undefined, 2)}\n`;
}
