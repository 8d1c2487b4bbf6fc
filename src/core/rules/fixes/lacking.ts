/** Adding the fields and the columns that programmes lack. */

import { isGiven, type JoinedProgramme, plannedEntry } from '../../book/programmes';
import type { Chapter, Programme, ProgrammeTable } from '../../chapter/chapter';
import { addColumns, addFields } from '../../edits/programme-fields';
import type { FindingFix } from '../../language/finding';
import { enumerateTexts, type Text } from '../../language/language';
import type { Row } from '../../markdown/blocks';
import type { Settings } from '../../template/settings';
import type { Field } from '../../template/template';
import type { TextEdit } from '../../text/edits';
import type { Need } from '../lacking';

/** Lines for what a programme's block lacks; nothing for a row, whose cells only the author can fill. */
export function addLackingFields(
  chapter: Chapter,
  programme: Programme,
  lacking: readonly Need[],
  settings: Settings,
): FindingFix[] | undefined {
  if (programme.table !== undefined) return undefined;
  const fields = lacking.map((need) => fieldToAdd(programme.values, need));
  const edits = addFields(chapter, programme, fields, settings);
  return edits === undefined ? undefined : [{ title: addTitle(lacking), edits: [{ edits }] }];
}

/** @param rows the table's programmes. */
export function addLackingColumns(
  chapter: Chapter,
  table: ProgrammeTable,
  rows: readonly JoinedProgramme[],
  lacking: readonly Need[],
  settings: Settings,
): FindingFix[] {
  return [{ title: addColumnTitle(lacking), edits: [{ edits: columnEdits(chapter, table, rows, lacking, settings) }] }];
}

function columnEdits(
  chapter: Chapter,
  table: ProgrammeTable,
  rows: readonly JoinedProgramme[],
  lacking: readonly Need[],
  settings: Settings,
): TextEdit[] {
  const open = new Map<Row, JoinedProgramme>();
  for (const joined of rows) {
    const row = plannedEntry(joined)?.programme.row;
    if (row !== undefined) open.set(row, joined);
  }
  const needOf = new Map(lacking.map((need) => [need[0], need]));
  return addColumns(chapter, table, [...needOf.keys()], settings, (row, field) => {
    const joined = open.get(row);
    return joined !== undefined && !(needOf.get(field) ?? [field]).some(({ id }) => isGiven(joined, id));
  });
}

/** Of the fields that will do, the one that is there already with nothing behind it, else the first. */
function fieldToAdd(values: readonly { readonly field: string }[], need: Need): Field {
  return need.find(({ id }) => values.some((value) => value.field === id)) ?? need[0];
}

function addTitle(needs: readonly Need[]): Text {
  const names = enumerateTexts(needs.map(([field]) => field.title));
  return { id: `Tambahkan ${names.id}`, en: `Add ${names.en}` };
}

function addColumnTitle(needs: readonly Need[]): Text {
  const names = enumerateTexts(needs.map(([field]) => field.title));
  const en = needs.length === 1 ? 'column' : 'columns';
  return { id: `Tambahkan kolom ${names.id}`, en: `Add the ${en} ${names.en}` };
}
