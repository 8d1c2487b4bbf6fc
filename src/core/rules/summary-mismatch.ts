/** A programme in the executive summary that the chapters do not have, or tell otherwise. */

import { differenceOf, mentionsIn, referredProgrammes } from '../book/mentioned';
import { joinedProgrammes } from '../book/programmes';
import { differences } from './mentions';
import type { BookRule } from './rule';
import { quoted } from './wording';

const summary = { id: 'Ringkasan', en: 'The summary' };

export const summaryMismatch: BookRule = {
  id: 'summary-mismatch',
  severity: 'warning',
  scope: 'book',
  title: { id: 'Ringkasan berbeda dari bab', en: 'The summary differs from the chapters' },
  *check(book) {
    // Before any programme is written there is nothing that a summary could differ from.
    if (joinedProgrammes(book).length === 0) return;
    const isComplete = book.unread === undefined || book.unread === 0;
    for (const chapter of book.chapters) {
      if (chapter.kind !== 'executive-summary') continue;
      const mentions = mentionsIn(chapter, 'summary', book.settings);
      const programmes = referredProgrammes(mentions, book);
      for (const row of mentions.rows) {
        const referred = programmes.get(row) ?? [];
        if (referred.length === 0 && isComplete) {
          yield {
            uri: chapter.uri,
            range: row.nameRange,
            message: {
              id: `Program ${quoted(row.name)} pada ringkasan tidak ada di bab mana pun.`,
              en: `No chapter has the programme ${quoted(row.name)} of the summary.`,
            },
          };
        }
        const found = referred.map((joined) => ({
          joined,
          difference: differenceOf(chapter, row, joined, book.settings),
        }));
        const best = found[0];
        if (best === undefined || found.some(({ difference }) => !difference.years && !difference.agencies)) continue;
        yield* differences(chapter, row, best.joined, best.difference, summary, book.settings);
      }
    }
  },
};
