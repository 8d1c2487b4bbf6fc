/** An open note of a reviewer. */

import { removeComment } from '../edits/remove-comment';
import type { FindingFix } from '../language/finding';
import type { Range } from '../text/range';
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
        writeFixes: () => [resolution(chapter.source, comment)],
      };
    }
  },
};

/** Only who has done what the note asks can say so. */
function resolution(source: string, comment: Range): FindingFix {
  return {
    title: { id: 'Sudah ditindaklanjuti: hapus catatan ini', en: 'Done: remove the note' },
    edits: [{ edits: [removeComment(source, comment)] }],
    byHand: true,
  };
}
