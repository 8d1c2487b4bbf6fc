/** A quick win that does not say what reviewers score it on. */

import type { Book } from '../book/book';
import {
  isGiven,
  type JoinedProgramme,
  joinedProgrammes,
  type ProgrammeEntry,
  quickWinEntry,
} from '../book/programmes';
import { addFields } from '../edits/programme-fields';
import type { Finding, FindingFix } from '../language/finding';
import { enumerateTexts } from '../language/language';
import type { Row } from '../markdown/blocks';
import type { Settings } from '../template/settings';
import type { Field } from '../template/template';
import type { BookRule } from './rule';
import { quoted } from './wording';

const asked = ['benefit', 'uniqueness', 'partners', 'resources', 'risk', 'sustainability'];

export const quickWinProfile: BookRule = {
  id: 'quick-win-profile',
  severity: 'warning',
  scope: 'book',
  title: { id: 'Profil quick win belum lengkap', en: "A quick win's profile is incomplete" },
  *check(book) {
    const fields = askedFields(book.settings);
    let rows: Map<Row, JoinedProgramme> | undefined;
    for (const joined of joinedProgrammes(book)) {
      if (quickWinEntry(joined) === undefined) continue;
      const missing = fields.filter(({ id }) => !isGiven(joined, id));
      const entry = missing.length === 0 ? undefined : fullestEntry(joined, book.settings);
      if (entry === undefined) continue;
      rows ??= quickWinRows(book);
      yield finding(entry, missing, rows, book.settings);
    }
  },
};

function askedFields({ template }: Settings): Field[] {
  return asked.flatMap((id) => template.quickWinFields.filter((field) => field.id === id).slice(0, 1));
}

/** Of the quick win's places the one with the most profile fields; of two alike, the dimension's own section. */
function fullestEntry(joined: JoinedProgramme, { template }: Settings): ProgrammeEntry | undefined {
  const ids = new Set(template.quickWinFields.map(({ id }) => id));
  let best: ProgrammeEntry | undefined;
  let most = -1;
  for (const place of ['quick-wins', 'profile']) {
    const entry = joined.entries.find(({ programme }) => programme.place === place);
    if (entry === undefined) continue;
    const given = new Set(entry.programme.values.flatMap(({ field, text }) => (text === '' ? [] : [field])));
    const count = [...given].filter((field) => ids.has(field)).length;
    if (count > most) {
      best = entry;
      most = count;
    }
  }
  return best;
}

/** Whose row is whose: a new column is filled for every quick win of the table that lacks the field. */
function quickWinRows(book: Book): Map<Row, JoinedProgramme> {
  const rows = new Map<Row, JoinedProgramme>();
  for (const joined of joinedProgrammes(book)) {
    for (const { programme } of joined.entries) {
      if (programme.row !== undefined && programme.place !== 'horizon') rows.set(programme.row, joined);
    }
  }
  return rows;
}

function finding(
  { chapter, programme }: ProgrammeEntry,
  missing: readonly Field[],
  rows: ReadonlyMap<Row, JoinedProgramme>,
  settings: Settings,
): Finding {
  const names = enumerateTexts(
    missing.map(({ title }) => ({ id: title.id.toLowerCase(), en: title.en.toLowerCase() })),
  );
  const edits = addFields(chapter, programme, missing, settings, (row, field) => {
    const joined = rows.get(row);
    return joined !== undefined && !isGiven(joined, field.id);
  });
  const titles = enumerateTexts(missing.map(({ title }) => title));
  const fix: FindingFix | undefined =
    edits === undefined
      ? undefined
      : { title: { id: `Tambahkan ${titles.id}`, en: `Add ${titles.en}` }, edits: [{ edits }] };
  return {
    uri: chapter.uri,
    range: programme.nameRange,
    message: {
      id: `Profil quick win ${quoted(programme.name)} belum memuat ${names.id}.`,
      en: `The quick win ${quoted(programme.name)} lacks in its profile: ${names.en}.`,
    },
    ...(fix === undefined ? {} : { fixes: [fix] }),
  };
}
