/** A quadrant with hardly an item beside the others. */

import { scopesOf } from '../chapter/scopes';
import { isWhollyRead } from '../chapter/unread-tables';
import { quadrants } from '../template/template';
import type { ChapterRule } from './rule';
import { quoted, sectionTitle } from './wording';

const fewest = 2;

export const swotBalance: ChapterRule = {
  id: 'swot-balance',
  severity: 'info',
  scope: 'chapter',
  title: { id: 'Kuadran SWOT timpang', en: 'A SWOT quadrant is thin' },
  *check(chapter, settings) {
    // Further items may stand in what was not read.
    if (!isWhollyRead(chapter)) return;
    for (const part of chapter.parts) {
      for (const { owner, sections } of scopesOf(chapter, part, settings.template)) {
        if (owner?.kind !== 'swot') continue;
        const swot = part.swot.find(({ found }) => found === owner);
        if (swot === undefined) continue;
        const counts = quadrants.map((quadrant) => swot.items.filter((item) => item.quadrant === quadrant).length);
        const largest = Math.max(...counts);
        for (const [at, quadrant] of quadrants.entries()) {
          const count = counts[at] as number;
          const place = sections.find((found) => found.kind === quadrant);
          // A quadrant without any item is empty, which another rule says, or prose, which nobody can count.
          if (place === undefined || count === 0 || (count >= fewest && count * 4 > largest)) continue;
          const title = sectionTitle(quadrant, settings);
          const than =
            count < largest
              ? { id: `, sedangkan kuadran terbanyak ${largest}`, en: `, while the largest has ${largest}` }
              : { id: `; sebaiknya sekurang-kurangnya ${fewest}`, en: `; at least ${fewest} are usual` };
          yield {
            range: place.place,
            message: {
              id: `Kuadran ${quoted(title.id)} baru memuat ${count} butir${than.id}.`,
              en: `Quadrant ${quoted(title.en)} has only ${count} ${count === 1 ? 'item' : 'items'}${than.en}.`,
            },
          };
        }
      }
    }
  },
};
