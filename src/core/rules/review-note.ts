/** An open note of a reviewer. */

import type { ChapterRule } from './rule';
import { quoted } from './wording';

export const reviewNote: ChapterRule = {
  id: 'review-note',
  severity: 'info',
  scope: 'chapter',
  title: { id: 'Catatan penelaah masih terbuka', en: "A reviewer's note is open" },
  *check(chapter) {
    for (const comment of chapter.comments) {
      if (comment.type !== 'review') continue;
      const { name } = comment;
      yield {
        range: { start: comment.start, end: comment.end },
        message: {
          id: `Catatan${name === undefined ? '' : ` ${name}`} belum ditindaklanjuti: ${quoted(comment.text)}.`,
          en: `Open note${name === undefined ? '' : ` by ${name}`}: ${quoted(comment.text)}.`,
        },
      };
    }
  },
};
