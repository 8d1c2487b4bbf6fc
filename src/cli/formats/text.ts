/** The report for people: file by file, each problem with the words it is about. */

import type { Severity } from '../../core/language/finding';
import { enumerate, type Language } from '../../core/language/language';
import type { Palette } from '../colours';
import { harmless, wrap } from '../columns';
import { excerptOf } from '../excerpt';
import { pathFrom } from '../paths';
import {
  type CheckedFile,
  type CheckedProblem,
  type CheckedRelated,
  type Place,
  type Report,
  severities,
  severityNames,
  totalsOf,
} from '../report';

export interface TextLook {
  readonly palette: Palette;
  /** Paths are shown from here, so that a terminal can open them. */
  readonly folder: string;
  /** Columns to fill; source lines are cut to it. */
  readonly columns: number;
  /** Long sentences are broken at `columns`; where a program reads along they stay whole. */
  readonly wraps: boolean;
}

/** The width where there is no terminal to ask. */
export const usualColumns = 100;

/** All problems; empty where there are none. */
export function writeProblems(report: Report, look: TextLook): string {
  const widths = widthsOf(report);
  let text = '';
  for (const file of report.files) {
    if (file.problems.length === 0) continue;
    text += `${look.palette.bold(harmless(pathFrom(look.folder, file.path)))}\n\n`;
    for (const problem of file.problems) text += writeProblem(problem, file, report, look, widths);
    text += '\n';
  }
  return text;
}

/** The same columns from the first problem to the last, so that the eye can run down. */
interface Widths {
  readonly place: number;
  readonly name: number;
}

function widthsOf(report: Report): Widths {
  const widths = { place: 0, name: 0 };
  for (const file of report.files) {
    for (const problem of file.problems) {
      widths.place = Math.max(widths.place, placeWords(problem.place).length);
      widths.name = Math.max(widths.name, severityNames[problem.severity][report.language].length);
    }
  }
  return widths;
}

function placeWords({ line, column }: Place): string {
  return `${line}:${column}`;
}

function writeProblem(
  problem: CheckedProblem,
  file: CheckedFile,
  report: Report,
  look: TextLook,
  widths: Widths,
): string {
  const { palette, columns, wraps } = look;
  const place = placeWords(problem.place);
  const name = severityNames[problem.severity][report.language];
  const margin = ' '.repeat(2 + widths.place + 2);
  const messageIndent = margin.length + widths.name + 2;
  const tint = severityColour(problem.severity, palette);

  const tag = `(${problem.rule})`;
  const sentence = `${harmless(problem.message)}  ${tag}`;
  const lines = wraps ? wrap(sentence, Math.max(columns - messageIndent, 30)) : [sentence];
  // The last line always ends with the tag, which has no blank to break at.
  const last = lines.pop() as string;
  lines.push(last.slice(0, -tag.length) + palette.dim(tag));

  let text = `  ${palette.dim(place.padStart(widths.place))}  ${tint(name.padEnd(widths.name))}  `;
  text += `${lines.join(`\n${' '.repeat(messageIndent)}`)}\n`;
  const excerpt = excerptOf(file.lines.get(problem.place.line) ?? '', problem.place, columns - margin.length);
  if (excerpt) {
    const line = palette.dim(excerpt.before) + excerpt.meant + palette.dim(excerpt.after);
    text += `${margin}${line}\n${margin}${tint(excerpt.marks)}\n`;
  }
  for (const related of problem.related ?? []) text += `${margin}${writeRelated(related, file, report, look)}\n`;
  return text;
}

function writeRelated({ at, ...related }: CheckedRelated, file: CheckedFile, report: Report, look: TextLook): string {
  const { palette, folder } = look;
  const see = report.language === 'id' ? 'lihat:' : 'see:';
  const message = harmless(related.message);
  if (!at) return palette.dim(`${see} ${message}`);
  const path = at.path === file.path ? '' : `${harmless(pathFrom(folder, at.path))}:`;
  return `${palette.dim(`${see} ${path}${placeWords(at.place)}`)}  ${message}`;
}

function severityColour(severity: Severity, palette: Palette): (text: string) => string {
  if (severity === 'error') return palette.red;
  if (severity === 'warning') return palette.yellow;
  return severity === 'info' ? palette.blue : palette.dim;
}

/** The last sentence: how the book stands. */
export function writeSummary(report: Report, look: TextLook): string {
  const { palette } = look;
  const { language } = report;
  const totals = totalsOf(report);
  const counts = severities
    .filter((severity) => totals.problems[severity] > 0)
    .map((severity) => {
      const count = totals.problems[severity];
      const words = `${number(count, language)} ${counted(severity, count, language)}`;
      return severityColour(severity, palette)(words);
    });
  if (counts.length === 0) return cleanSentence(report, totals.chapters, totals.faults, look);
  const where: string[] = [];
  if (totals.chaptersWithProblems > 0) where.push(share(totals.chaptersWithProblems, totals.chapters, language));
  if (totals.manifestsWithProblems > 0) where.push(language === 'id' ? 'manifes' : 'the manifest');
  const inWords = language === 'id' ? 'dalam' : 'in';
  const left = report.mending === undefined ? '' : language === 'id' ? 'Tersisa: ' : 'Left: ';
  return `${left}${counts.join(', ')} ${inWords} ${enumerate(where, language)}.\n`;
}

/** What was mended, in one sentence, and the new files by name; nothing where no mending was asked for. */
export function writeMending({ mending, language }: Report, { palette, folder }: TextLook): string {
  if (mending === undefined) return '';
  const { problems, changes, isWritten } = mending;
  if (changes.length === 0) {
    return language === 'id'
      ? 'Tidak ada yang dapat diperbaiki tanpa pilihan Anda.\n'
      : 'There is nothing that can be mended without a choice of yours.\n';
  }
  const created = changes.filter(({ before }) => before === undefined);
  const files = changes.length - created.length;
  const count = number(problems, language);
  const parts: string[] = [];
  if (language === 'id') {
    if (files > 0) parts.push(`${number(files, language)} berkas`);
    if (created.length > 0) parts.push(`${number(created.length, language)} bab baru`);
  } else {
    if (files > 0) parts.push(`${number(files, language)} ${files === 1 ? 'file' : 'files'}`);
    if (created.length > 0) {
      parts.push(`${number(created.length, language)} new ${created.length === 1 ? 'chapter' : 'chapters'}`);
    }
  }
  const where = enumerate(parts, language);
  const sentence =
    language === 'id'
      ? `${count} masalah ${isWritten ? 'diperbaiki' : 'akan diperbaiki'} dalam ${where}${isWritten ? '' : '; belum ada yang ditulis'}.`
      : `${count} ${problems === 1 ? 'problem' : 'problems'} ${isWritten ? 'mended' : 'would be mended'} in ${where}${isWritten ? '' : '; nothing is written yet'}.`;
  const list = created.map(({ path }) => `  + ${harmless(pathFrom(folder, path))}\n`).join('');
  return `${palette.green(isWritten ? '✓' : '→')} ${sentence}\n${list}`;
}

function cleanSentence(report: Report, chapters: number, faults: number, { palette }: TextLook): string {
  const { language } = report;
  const count = `${number(chapters, language)} ${language === 'id' ? 'bab' : chapters === 1 ? 'chapter' : 'chapters'}`;
  if (faults > 0) {
    return language === 'id'
      ? `Tidak ada masalah dalam ${count} yang dapat diperiksa.\n`
      : `No problems in the ${count} that could be checked.\n`;
  }
  const sentence =
    language === 'id' ? `${count} diperiksa, tidak ada masalah. Selamat!` : `${count} checked, no problems. Well done!`;
  return `${palette.green('✓')} ${sentence}\n`;
}

function share(some: number, all: number, language: Language): string {
  const [few, many] = [number(some, language), number(all, language)];
  if (language === 'id') return some === all ? `${many} bab` : `${few} dari ${many} bab`;
  if (some === all) return `${many} ${all === 1 ? 'chapter' : 'chapters'}`;
  return `${few} of ${many} chapters`;
}

function counted(severity: Severity, count: number, language: Language): string {
  const name = severityNames[severity][language];
  if (language === 'id' || count === 1 || severity === 'info') return name;
  return `${name}s`;
}

/** With the language's own separator of thousands. */
export function number(value: number, language: Language): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, language === 'id' ? '.' : ',');
}
