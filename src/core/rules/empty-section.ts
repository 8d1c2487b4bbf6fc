/** A required section that is there and says nothing yet. */

import { emptySections } from '../chapter/scopes';
import type { ChapterRule } from './rule';
import { foundTitle } from './wording';

export const emptySection: ChapterRule = {
  id: 'empty-section',
  severity: 'error',
  scope: 'chapter',
  title: { id: 'Bagian wajib masih kosong', en: 'A required section is empty' },
  *check(chapter, settings) {
    for (const part of chapter.parts) {
      for (const found of emptySections(chapter, part, settings.template)) {
        const title = foundTitle(found, part, settings);
        yield {
          range: found.place,
          message: {
            id: `Bagian ${title.id} masih kosong; isinya wajib ada.`,
            en: `Section ${title.en} is still empty; it has to say something.`,
          },
        };
      }
    }
  },
};
