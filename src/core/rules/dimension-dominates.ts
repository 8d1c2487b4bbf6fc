/** One dimension with more programmes than all others together. */

import { isAlike, OfEach } from '../book/of-each';
import { type PlannedByDimension, plannedByDimension } from '../book/programmes';
import type { BookRule } from './rule';
import { dimensionTitle } from './wording';

/** Fewer say nothing about the balance. */
const leastProgrammes = 12;

export const dimensionDominates: BookRule = {
  id: 'dimension-dominates',
  severity: 'info',
  scope: 'book',
  title: { id: 'Satu dimensi mendominasi', en: 'One dimension dominates' },
  hangsOn: (book) => [book.manifest, countsOfChapters.version(plannedByDimension(book), book.settings)],
  *check(book) {
    const { manifest } = book;
    if (manifest === undefined) return;
    let total = 0;
    const counts = new Map<string, number>();
    for (const ofChapter of countsOfChapters.all(plannedByDimension(book), book.settings)) {
      for (const [dimension, count] of ofChapter) {
        total += count;
        if (dimension !== undefined) counts.set(dimension, (counts.get(dimension) ?? 0) + count);
      }
    }
    // While only one dimension has been written, there is no balance to speak of.
    if (counts.size < 2 || total < leastProgrammes) return;
    for (const [dimension, count] of counts) {
      if (count * 2 <= total) continue;
      const title = dimensionTitle(dimension, book.settings);
      yield {
        uri: manifest.uri,
        range: manifest.firstLine,
        message: {
          id: `${title.id} memiliki ${count} dari ${total} program; seimbangkan dengan dimensi lain.`,
          en: `${title.en} has ${count} of the ${total} programmes; balance them with the other dimensions.`,
        },
      };
    }
  },
};

/** How many programmes a chapter has of each dimension. */
const countsOfChapters = new OfEach(
  (planned: PlannedByDimension) => Array.from(planned, ([dimension, { length }]) => [dimension, length] as const),
  (one, other) => isAlike(one, other, ([dimension, count], [same, other]) => dimension === same && count === other),
);
