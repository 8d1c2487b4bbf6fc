/** Moves a programme to the section of another horizon: its rows to a table of the same columns, or its block. */

import type { Chapter, Part, Programme, ProgrammeTable, Section } from '../chapter/chapter';
import { wordsOf } from '../chapter/filled';
import { isDitto } from '../language/worksheet';
import type { Row } from '../markdown/blocks';
import { type Horizon, horizonSections } from '../template/template';
import { lineEndOf, type TextEdit } from '../text/edits';
import { contains } from '../text/range';
import { moveRows } from './tables';

/**
 * The edits that move a programme within its part.
 * @returns nothing where that would leave its section empty, or where the other horizon has no table of the same columns
 * or no block beside which it could stand.
 */
export function moveToHorizon(
  chapter: Chapter,
  part: Part,
  programme: Programme,
  horizon: Horizon,
): TextEdit[] | undefined {
  const home = part.found.find(
    (found) => found.section !== undefined && contains(found.section, programme) && isHorizon(found.kind),
  );
  const stays = part.programmes.some(
    (other) => other !== programme && home?.section !== undefined && contains(home.section, other),
  );
  if (home === undefined || !stays) return undefined;
  const there = part.programmes.filter((other) => other.horizon === horizon);
  if (programme.table !== undefined) {
    const { table } = programme;
    const target = there.find((other) => other.table !== undefined && hasSameColumns(chapter, table, other.table));
    return target?.table === undefined ? undefined : moveRows(chapter.source, programme, target.table.table);
  }
  const level = programme.section?.heading.level;
  const beside = there.findLast((other) => other.section?.heading.level === level)?.section;
  return programme.section === undefined || beside === undefined
    ? undefined
    : moveSection(chapter, programme.section, beside);
}

function isHorizon(kind: string): boolean {
  return Object.values(horizonSections).includes(kind);
}

function hasSameColumns(chapter: Chapter, one: ProgrammeTable, other: ProgrammeTable | undefined): boolean {
  if (other === undefined || one === other) return false;
  // A mark that repeats the cell above would repeat another one.
  const repeats = (row: Row) => row.cells.some((cell) => isDitto(wordsOf(chapter.source, cell)));
  if (one.rows.some(repeats)) return false;
  const titles = ({ titles: row }: ProgrammeTable) =>
    row.cells.map((cell) => wordsOf(chapter.source, cell).toLowerCase());
  return titles(one).join('|') === titles(other).join('|');
}

function moveSection(chapter: Chapter, section: Section, beside: Section): TextEdit[] {
  const { source } = chapter;
  const end = lineEndOf(source);
  const text = source.slice(section.start, section.end).trimEnd();
  const isLast = source.slice(section.end).trim() === '';
  // At the end of the file the blank lines before go along, so that it ends as it did.
  const from = isLast ? source.slice(0, section.start).trimEnd().length : section.start;
  const to = isLast ? section.start + text.length : section.end;
  const at = beside.start + source.slice(beside.start, beside.end).trimEnd().length;
  return [
    { range: { start: from, end: to }, text: '' },
    { range: { start: at, end: at }, text: end + end + text },
  ];
}
