/** A programme without a budget, or without a source that pays for it. */

import type { ChapterProgrammes } from '../book/programmes';
import { lackingFields, needsOf } from './lacking';
import type { PieceRule } from './rule';

const lacking = lackingFields({
  needs: (settings) => needsOf(settings, [['budget'], ['funding']]),
  afterIncomplete: true,
});

export const programmeBudgetMissing: PieceRule<ChapterProgrammes> = {
  id: 'programme-budget-missing',
  severity: 'warning',
  title: { id: 'Program belum memiliki anggaran atau sumber dana', en: 'A programme has no budget or funding source' },
  ...lacking,
};
