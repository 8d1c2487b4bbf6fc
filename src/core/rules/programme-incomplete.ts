/** A programme without agency, indicator or years: what reviewers hand back first. */

import { type ChapterProgrammes, requiredFields } from '../book/programmes';
import { lackingFields, type Need } from './lacking';
import type { PieceRule } from './rule';

const lacking = lackingFields({
  needs: (settings) => requiredFields(settings).map((field): Need => [field]),
  afterIncomplete: false,
});

export const programmeIncomplete: PieceRule<ChapterProgrammes> = {
  id: 'programme-incomplete',
  severity: 'error',
  title: { id: 'Program belum lengkap', en: 'A programme is incomplete' },
  ...lacking,
};
