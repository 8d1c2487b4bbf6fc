/** A programme in the executive summary that the chapters do not have, or tell otherwise. */

import { mentionsIn, referredProgrammes } from '../book/mentioned';
import { joinedProgrammes } from '../book/programmes';
import { MentionedRows } from './mentions';
import type { BookRule } from './rule';

const rows = new MentionedRows({
  first: { id: 'Ringkasan', en: 'The summary' },
  within: { id: 'pada ringkasan', en: 'of the summary' },
});

export const summaryMismatch: BookRule = {
  id: 'summary-mismatch',
  severity: 'warning',
  scope: 'book',
  title: { id: 'Ringkasan berbeda dari bab', en: 'The summary differs from the chapters' },
  *check(book) {
    // Before any programme is written there is nothing that a summary could differ from.
    if (joinedProgrammes(book).length === 0) return;
    for (const chapter of book.chapters) {
      if (chapter.kind !== 'executive-summary') continue;
      const mentions = mentionsIn(chapter, 'summary', book.settings);
      yield* rows.check(chapter, mentions, referredProgrammes(mentions, book), book);
    }
  },
};
