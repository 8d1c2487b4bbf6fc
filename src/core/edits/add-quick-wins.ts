/** Adds quick wins that are still to be chosen to a section that has too few. */

import { writtenLanguage } from '../book/language';
import type { Chapter, FoundSection, Part, Programme, ProgrammeTable } from '../chapter/chapter';
import type { Settings } from '../template/settings';
import { lineEndOf, type TextEdit } from '../text/edits';
import { contains } from '../text/range';
import { FreeCodes } from './next-code';
import { toFill } from './programme-fields';
import { contentSkeleton } from './skeletons';
import { appendRows } from './tables';

/**
 * The edit that adds quick wins at the end of a section: rows to its table, else a table of their own.
 * @param found the quick-win section of the part.
 * @param count how many.
 * @param known the codes of the book's programmes and quick wins; a new code keeps clear of them.
 */
export function addQuickWins(
  chapter: Chapter,
  part: Part,
  found: FoundSection,
  count: number,
  settings: Settings,
  known: ReadonlySet<string>,
): TextEdit | undefined {
  const { section } = found;
  if (section === undefined || count < 1) return undefined;
  const skeleton = skeletonLines(chapter, part, settings, known);
  const [code, name] = firstCells(skeleton.at(-1) ?? '');
  const codes = [code];
  const free = new FreeCodes([...known, code]);
  while (codes.length < count) codes.push(free.next(code));
  const table = part.quickWins.findLast(
    (quickWin) => quickWin.table !== undefined && contains(section, quickWin),
  )?.table;
  if (table !== undefined) {
    const rows = codes.map((each) => cellsOf(table, each, name, chapter, settings));
    return appendRows(chapter.source, table.table, rows);
  }
  const row = skeleton.at(-1) ?? '';
  const lines = [...skeleton.slice(0, -1), ...codes.map((each) => row.replace(code, each))];
  const end = lineEndOf(chapter.source);
  const after = section.blocks.at(-1)?.end ?? section.heading.end;
  const at = chapter.lines.endOf(chapter.lines.lineAt(after));
  const rest = chapter.source.slice(at);
  const isApart = rest.trim() === '' || /^(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/.test(rest);
  return { range: { start: at, end: at }, text: end + end + lines.join(end) + (isApart ? '' : end) };
}

function skeletonLines(chapter: Chapter, part: Part, settings: Settings, known: ReadonlySet<string>): string[] {
  return contentSkeleton('quick-wins', settings, {
    language: writtenLanguage(settings, chapter),
    known,
    ...(part.dimension === undefined ? {} : { dimension: part.dimension }),
  }).split('\n');
}

/** Code and name of a skeleton's row. */
function firstCells(row: string): [code: string, name: string] {
  const [, code = '', name = ''] = row.split('|').map((cell) => cell.trim());
  return [code, name];
}

function cellsOf(table: ProgrammeTable, code: string, name: string, chapter: Chapter, settings: Settings): string[] {
  const first = settings.horizons?.short?.from ?? settings.period?.from;
  const words = toFill(chapter, settings);
  const seen = new Set<string | undefined>();
  return table.columns.map((field) => {
    if (field === undefined || seen.has(field)) return '';
    seen.add(field);
    if (field === 'code') return isCoded(table) ? code : '';
    if (field === 'name') return name;
    if (field === 'years' && first !== undefined) return String(first);
    return settings.template.fields.some((each) => each.id === field && each.required) ? words : '';
  });

  /** A column of running numbers gets none: the author counts on. */
  function isCoded({ columns }: ProgrammeTable): boolean {
    const others: readonly Programme[] = chapter.parts.flatMap(({ quickWins }) => quickWins);
    return columns.includes('code') && others.some((other) => other.table === table && other.code !== undefined);
  }
}
