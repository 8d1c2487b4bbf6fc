/** A required section that is there and says nothing yet. */

import { emptySections } from '../chapter/scopes';
import type { ChapterRule } from './rule';
import { foundTitle, partTitle, sectionTitle } from './wording';

export const emptySection: ChapterRule = {
  id: 'empty-section',
  severity: 'error',
  scope: 'chapter',
  title: { id: 'Bagian wajib masih kosong', en: 'A required section is empty' },
  *check(chapter, settings) {
    for (const part of chapter.parts) {
      for (const found of emptySections(chapter, part, settings.template)) {
        const title = sectionTitle(found.kind, settings);
        const scope =
          found.within === undefined ? partTitle(chapter, part, settings) : foundTitle(found.within, part, settings);
        yield {
          range: found.place,
          message: {
            id: `Bagian "${title.id}" di ${scope.id} masih kosong.`,
            en: `Section "${title.en}" of ${scope.en} is still empty.`,
          },
        };
      }
    }
  },
};
