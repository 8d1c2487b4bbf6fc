/** A SWOT none of whose items has a code, so that no strategy can name them. */

import { swotCoding } from '../chapter/swot-codes';
import { isWhollyRead } from '../chapter/unread-tables';
import { codeEdit } from '../edits/swot-codes';
import type { ChapterRule } from './rule';

export const swotUncoded: ChapterRule = {
  id: 'swot-uncoded',
  severity: 'info',
  scope: 'chapter',
  title: { id: 'Butir SWOT belum berkode', en: 'SWOT items have no codes' },
  *check(chapter) {
    // Further items may stand in what was not read.
    if (!isWhollyRead(chapter)) return;
    for (const part of chapter.parts) {
      const coding = swotCoding(part);
      if (coding.hasCodes) continue;
      for (const { found, items } of part.swot) {
        if (items.length === 0) continue;
        yield {
          range: found.place,
          message: {
            id: 'Butir SWOT belum berkode (S1, W1, O1, T1), sehingga strategi tidak dapat merujuknya.',
            en: 'The SWOT items have no codes (S1, W1, O1, T1), so that no strategy can name them.',
          },
          writeFixes() {
            const edits = items.map((item) => codeEdit(chapter.source, item, coding.wanted.get(item) as string, items));
            return [
              { title: { id: 'Beri kode semua butir', en: 'Number all items' }, edits: [{ edits }], preferred: true },
            ];
          },
        };
      }
    }
  },
};
