/** A programme in the executive summary that the chapters do not have, or tell otherwise. */

import { hasUnreadParts } from '../book/book';
import { mentionsIn, referredProgrammes } from '../book/mentioned';
import { OfEach } from '../book/of-each';
import { programmesByChapter } from '../book/programmes';
import type { Chapter } from '../chapter/chapter';
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
  hangsOn(book) {
    const there = summaries.some(book.chapters, book.settings);
    const isSilent = there.every((chapter) => mentionsIn(chapter, 'summary', book.settings).rows.length === 0);
    return isSilent ? [] : [there, programmesByChapter(book), book.unread, hasUnreadParts(book)];
  },
  *check(book) {
    // Before any programme is written there is nothing that a summary could differ from.
    if (programmesByChapter(book).length === 0) return;
    for (const chapter of summaries.some(book.chapters, book.settings)) {
      const mentions = mentionsIn(chapter, 'summary', book.settings);
      yield* rows.check(chapter, mentions, referredProgrammes(mentions, book), book);
    }
  },
};

const summaries = new OfEach((chapter: Chapter) => (chapter.kind === 'executive-summary' ? chapter : undefined));
