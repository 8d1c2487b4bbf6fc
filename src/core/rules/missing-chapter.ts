/** A chapter that the template requires and the masterplan does not have. */

import { missingKinds } from '../book/missing-chapters';
import { addMissing } from './fixes/missing-chapter';
import type { BookRule } from './rule';
import { quoted } from './wording';

export const missingChapter: BookRule = {
  id: 'missing-chapter',
  severity: 'warning',
  scope: 'book',
  title: { id: 'Bab wajib belum ada', en: 'A required chapter is missing' },
  *check(book) {
    for (const missing of missingKinds(book)) {
      const { kind, title, uri, range } = missing;
      yield {
        uri,
        range,
        message: {
          id: `Bab "${title.id}" (chapter: ${kind}) belum ada dalam masterplan ini.`,
          en: `The masterplan has no chapter "${title.en}" yet (chapter: ${kind}).`,
        },
        writeFixes: () => addMissing(book, missing, { id: quoted(title.id), en: quoted(title.en) }),
      };
    }
  },
};
