/** The report as SARIF 2.1.0 (OASIS), for code scanning: one run, all rules with their words, no address of the network. */

import { version } from '../../../package.json';
import type { Severity } from '../../core/language/finding';
import type { Language } from '../../core/language/language';
import { ruleCatalogue } from '../../core/rules/catalogue';
import { pathFrom } from '../paths';
import { type CheckedProblem, type Place, type Report, severities } from '../report';
import { Fingerprints } from './fingerprints';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** What the addresses of files start from: the folder that the tool was started in, which only the reader knows. */
const base = '%SRCROOT%';

/** @param folder absolute path that the addresses of files are relative to: the checked-out repository */
export function writeSarif(report: Report, folder: string): string {
  const { language } = report;
  const ruleIndex = new Map(ruleCatalogue.map(({ id }, at) => [id, at]));
  const fingerprints = new Fingerprints();
  const results = report.files.flatMap((file) =>
    file.problems.map((problem) => {
      const path = pathFrom(folder, file.path);
      const related = relatedOf(problem, folder);
      const index = ruleIndex.get(problem.rule);
      return {
        ruleId: problem.rule,
        ...(index === undefined ? {} : { ruleIndex: index }),
        level: levels[problem.severity],
        rank: 100 - severities.indexOf(problem.severity) * 25,
        message: { text: problem.message },
        locations: [location(problem.place, path)],
        ...(related.length === 0 ? {} : { relatedLocations: related }),
        partialFingerprints: { 'masterplan/v1': fingerprints.next(path, problem.rule, problem.message) },
      };
    }),
  );
  const notifications = report.notices.map(({ level, path, message }) => ({
    level: level === 'fault' ? 'error' : 'note',
    message: { text: message[language] },
    ...(path === undefined
      ? {}
      : { locations: [{ physicalLocation: { artifactLocation: artifact(pathFrom(folder, path)) } }] }),
  }));
  const run = {
    tool: {
      driver: { name: 'Masterplan', version, semanticVersion: version, language, rules: rulesIn(language) },
    },
    invocations: [
      {
        executionSuccessful: !report.notices.some(({ level }) => level === 'fault'),
        toolExecutionNotifications: notifications,
      },
    ],
    columnKind: 'utf16CodeUnits',
    results,
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function rulesIn(language: Language) {
  const other = language === 'id' ? 'en' : 'id';
  const page = language === 'id' ? 'Penjelasan dan contohnya' : 'Explanation and examples';
  return ruleCatalogue.map(({ id, severity, title }) => ({
    id,
    name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title[language] },
    fullDescription: { text: `${title[language]} (${title[other]}).` },
    help: { text: `${title[language]} (${title[other]}). ${page}: docs/rules/${id}.md` },
    defaultConfiguration: { level: levels[severity] },
  }));
}

function relatedOf({ related = [] }: CheckedProblem, folder: string) {
  return related.flatMap(({ at, message }, id) => {
    if (at === undefined) return [];
    return [{ id, message: { text: message }, ...location(at.place, pathFrom(folder, at.path)) }];
  });
}

function location({ line, column, endLine, endColumn }: Place, path: string) {
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  return { physicalLocation: { artifactLocation: artifact(path), region } };
}

/** A path that could not be made relative (another drive) has no base either. */
function artifact(path: string) {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  if (/^(?:[A-Za-z]:)?[\\/]/.test(path)) return { uri: `file:///${uri.replace(/^\//, '').replace('%3A', ':')}` };
  return { uri, uriBaseId: base };
}
