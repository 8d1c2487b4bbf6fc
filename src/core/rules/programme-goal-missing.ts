/** A programme without a target, or without anything that says what or whom it is for. */

import { LackingFields, needsOf } from './lacking';
import type { BookRule } from './rule';

const lacking = new LackingFields({
  needs: (settings) => needsOf(settings, [['target'], ['objective', 'beneficiary']]),
  afterIncomplete: true,
});

export const programmeGoalMissing: BookRule = {
  id: 'programme-goal-missing',
  severity: 'warning',
  scope: 'book',
  title: { id: 'Program belum memiliki target atau tujuan', en: 'A programme has no target or objective' },
  check: (book) => lacking.check(book),
};
