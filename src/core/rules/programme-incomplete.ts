/** A programme without agency, indicator or years: what reviewers hand back first. */

import { joinedProgrammes, joinedValues, plannedEntry } from '../book/programmes';
import type { ProgrammeTable } from '../chapter/chapter';
import { hasPlaceFor } from '../chapter/programmes';
import { enumerateTexts } from '../language/language';
import type { Field } from '../template/template';
import type { BookRule } from './rule';
import { quoted } from './wording';

export const programmeIncomplete: BookRule = {
  id: 'programme-incomplete',
  severity: 'error',
  scope: 'book',
  title: { id: 'Program belum lengkap', en: 'A programme is incomplete' },
  *check(book) {
    const required = book.settings.template.fields.filter((field) => field.required && field.id !== 'name');
    const seen = new Set<ProgrammeTable>();
    for (const joined of joinedProgrammes(book)) {
      const entry = plannedEntry(joined);
      // A quick win that stands nowhere else is an orphan: rule `quick-win-orphan` speaks about it.
      if (entry === undefined) continue;
      const { chapter, programme } = entry;
      if (programme.table !== undefined && !seen.has(programme.table)) {
        seen.add(programme.table);
        const lacking = required.filter((field) => !hasPlaceFor(programme, field.id));
        if (lacking.length > 0) {
          const names = fieldNames(lacking);
          const { start, end } = programme.table.table.header;
          yield {
            uri: chapter.uri,
            range: { start, end },
            message: {
              id: `Tabel program ini belum memiliki kolom ${names.id}.`,
              en: `This table of programmes has no column for ${names.en} yet.`,
            },
          };
        }
      }
      const missing = required.filter(
        (field) => hasPlaceFor(programme, field.id) && joinedValues(joined, field.id).length === 0,
      );
      if (missing.length === 0) continue;
      const names = fieldNames(missing);
      yield {
        uri: chapter.uri,
        range: programme.nameRange,
        message: {
          id: `Program ${quoted(programme.name)} belum memiliki ${names.id}.`,
          en: `Programme ${quoted(programme.name)} lacks: ${names.en}.`,
        },
      };
    }
  },
};

function fieldNames(fields: readonly Field[]) {
  return enumerateTexts(fields.map((field) => ({ id: field.title.id, en: field.title.en.toLowerCase() })));
}
