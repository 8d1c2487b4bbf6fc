/** A programme without a budget, or without a source that pays for it. */

import { LackingFields, needsOf } from './lacking';
import type { BookRule } from './rule';

const lacking = new LackingFields({
  needs: (settings) => needsOf(settings, [['budget'], ['funding']]),
  afterIncomplete: true,
});

export const programmeBudgetMissing: BookRule = {
  id: 'programme-budget-missing',
  severity: 'warning',
  scope: 'book',
  title: { id: 'Program belum memiliki anggaran atau sumber dana', en: 'A programme has no budget or funding source' },
  check: (book) => lacking.check(book),
};
