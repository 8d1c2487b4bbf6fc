/** A required section that its scope does not have (format 2.3). */

import { missingSections } from '../chapter/missing';
import type { ChapterRule } from './rule';
import { foundTitle, partTitle, sectionTitle } from './wording';

export const missingSection: ChapterRule = {
  id: 'missing-section',
  severity: 'error',
  scope: 'chapter',
  title: { id: 'Bagian wajib belum ada', en: 'A required section is missing' },
  *check(chapter, settings) {
    for (const part of chapter.parts) {
      for (const { kind, within } of missingSections(chapter, part, settings.template)) {
        const title = sectionTitle(kind, settings);
        const scope = within === undefined ? partTitle(chapter, part, settings) : foundTitle(within, part, settings);
        yield {
          range: within?.place ?? part.place,
          message: {
            id: `Bagian "${title.id}" belum ada di ${scope.id}.`,
            en: `Section "${title.en}" is missing from ${scope.en}.`,
          },
        };
      }
    }
  },
};
