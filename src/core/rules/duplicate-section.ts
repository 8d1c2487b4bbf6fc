/** One section kind twice in one scope. */

import { scopesOf } from '../chapter/scopes';
import type { ChapterRule } from './rule';
import { partTitle, quoted, sectionTitle } from './wording';

export const duplicateSection: ChapterRule = {
  id: 'duplicate-section',
  severity: 'warning',
  scope: 'chapter',
  title: { id: 'Bagian ditulis dua kali', en: 'A section stands twice' },
  *check(chapter, settings) {
    for (const part of chapter.parts) {
      for (const { sections } of scopesOf(chapter, part, settings.template)) {
        const first = new Map<string, (typeof sections)[number]>();
        for (const found of sections) {
          if (found.section === undefined || found.isOne) continue;
          const other = first.get(found.kind);
          if (other === undefined) {
            first.set(found.kind, found);
            continue;
          }
          const title = sectionTitle(found.kind, settings);
          const where = partTitle(chapter, part, settings);
          yield {
            range: found.place,
            message: {
              id: `Bagian ${quoted(title.id)} sudah ada di ${where.id}; gabungkan dengan yang pertama.`,
              en: `${where.en} has a section ${quoted(title.en)} already; join it with the first one.`,
            },
            related: [
              { range: other.place, message: { id: 'Yang pertama ada di sini.', en: 'The first one is here.' } },
            ],
          };
        }
      }
    }
  },
};
