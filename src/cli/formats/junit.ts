/** The report as JUnit XML, which nearly every CI server shows: a suite for each file, a case for each problem. */

import type { Severity } from '../../core/language/finding';
import { pathFrom } from '../paths';
import { type CheckedFile, type Report, severities, severityNames } from '../report';

interface Case {
  readonly name: string;
  readonly className: string;
  readonly outcome: 'passed' | 'failure' | 'error';
  readonly type: string;
  readonly message: string;
  readonly details: string;
}

/**
 * @param folder absolute path that files are named from
 * @param failOn a problem of this severity or above is a failure, as it is for the exit status; others are told in a
 * case that has passed
 */
export function writeJunit(report: Report, folder: string, failOn: Severity | 'never'): string {
  const grave = failOn === 'never' ? [] : severities.slice(0, severities.indexOf(failOn) + 1);
  const suites = report.files.map((file) => ({
    name: pathFrom(folder, file.path),
    cases: casesOf(file, pathFrom(folder, file.path), report, (severity) => grave.includes(severity)),
  }));
  const faults = report.notices.filter(({ level }) => level === 'fault');
  if (faults.length > 0) suites.push({ name: 'masterplan', cases: faults.map((notice) => faultCase(notice)) });
  const all = suites.flatMap(({ cases }) => cases);
  const lines = suites.flatMap(({ name, cases }) => [
    `  <testsuite name="${escaped(name)}" ${countsOf(cases)} skipped="0">`,
    ...cases.flatMap(caseLines),
    '  </testsuite>',
  ]);
  const head = ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites name="masterplan" ${countsOf(all)}>`];
  return [...head, ...lines, '</testsuites>', ''].join('\n');

  function faultCase({ path, message }: Report['notices'][number]): Case {
    const where = path === undefined ? 'masterplan' : pathFrom(folder, path);
    const text = message[report.language];
    return { name: where, className: where, outcome: 'error', type: 'not-checked', message: text, details: text };
  }
}

function casesOf(file: CheckedFile, path: string, report: Report, isGrave: (severity: Severity) => boolean): Case[] {
  // Without a case a suite is not shown at all, as if the file had not been checked.
  if (file.problems.length === 0) {
    return [{ name: path, className: path, outcome: 'passed', type: '', message: '', details: '' }];
  }
  return file.problems.map(({ rule, severity, place: { line, column }, message }) => ({
    name: `${line}:${column} ${rule}`,
    className: path,
    outcome: isGrave(severity) ? 'failure' : 'passed',
    type: rule,
    message,
    details: `${path}:${line}:${column}: ${severityNames[severity][report.language]}: ${message} (${rule})`,
  }));
}

function countsOf(cases: readonly Case[]): string {
  const count = (outcome: Case['outcome']) => cases.filter((one) => one.outcome === outcome).length;
  return `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}"`;
}

function caseLines({ name, className, outcome, type, message, details }: Case): string[] {
  const opening = `    <testcase name="${escaped(name)}" classname="${escaped(className)}"`;
  if (outcome === 'passed' && details === '') return [`${opening}/>`];
  const inner =
    outcome === 'passed'
      ? `      <system-out>${escaped(details)}</system-out>`
      : `      <${outcome} type="${escaped(type)}" message="${escaped(message)}">${escaped(details)}</${outcome}>`;
  return [`${opening}>`, inner, '    </testcase>'];
}

/** What XML 1.0 cannot hold at all, not even escaped, and halves of characters. */
const impossible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML cannot hold
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function escaped(text: string): string {
  return text.replace(impossible, '\ufffd').replace(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
