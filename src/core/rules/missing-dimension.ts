/** A dimension of the set that no chapter and no block is about. */

import { missingDimensions } from '../book/missing-chapters';
import { addMissing } from './fixes/missing-chapter';
import type { BookRule } from './rule';

export const missingDimension: BookRule = {
  id: 'missing-dimension',
  severity: 'error',
  scope: 'book',
  title: { id: 'Dimensi belum memiliki bab', en: 'A dimension has no chapter' },
  *check(book) {
    for (const missing of missingDimensions(book)) {
      const { title, uri, range } = missing;
      yield {
        uri,
        range,
        message: {
          id: `Dimensi ${title.id} belum memiliki bab.`,
          en: `The dimension ${title.en} has no chapter yet.`,
        },
        writeFixes: () => addMissing(book, missing, title),
      };
    }
  },
};
