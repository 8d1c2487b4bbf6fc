/** One dimension with more programmes than all others together. */

import { joinedProgrammes, plannedEntry, programmesByDimension } from '../book/programmes';
import type { BookRule } from './rule';
import { dimensionTitle } from './wording';

/** Fewer say nothing about the balance. */
const leastProgrammes = 12;

export const dimensionDominates: BookRule = {
  id: 'dimension-dominates',
  severity: 'info',
  scope: 'book',
  title: { id: 'Satu dimensi mendominasi', en: 'One dimension dominates' },
  *check(book) {
    const { manifest } = book;
    const lists = programmesByDimension(book);
    // While only one dimension has been written, there is no balance to speak of.
    if (manifest === undefined || lists.size < 2) return;
    let total = 0;
    for (const joined of joinedProgrammes(book)) if (plannedEntry(joined) !== undefined) total++;
    if (total < leastProgrammes) return;
    for (const [dimension, { length }] of lists) {
      if (length * 2 <= total) continue;
      const title = dimensionTitle(dimension, book.settings);
      yield {
        uri: manifest.uri,
        range: manifest.firstLine,
        message: {
          id: `${title.id} memiliki ${length} dari ${total} program; seimbangkan dengan dimensi lain.`,
          en: `${title.en} has ${length} of the ${total} programmes; balance them with the other dimensions.`,
        },
      };
    }
  },
};
