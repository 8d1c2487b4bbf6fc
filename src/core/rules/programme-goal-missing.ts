/** A programme without a target, or without anything that says what or whom it is for. */

import type { ChapterProgrammes } from '../book/programmes';
import { lackingFields, needsOf } from './lacking';
import type { PieceRule } from './rule';

const lacking = lackingFields({
  needs: (settings) => needsOf(settings, [['target'], ['objective', 'beneficiary']]),
  afterIncomplete: true,
});

export const programmeGoalMissing: PieceRule<ChapterProgrammes> = {
  id: 'programme-goal-missing',
  severity: 'warning',
  title: { id: 'Program belum memiliki target atau tujuan', en: 'A programme has no target or objective' },
  ...lacking,
};
