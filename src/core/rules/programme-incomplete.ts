/** A programme without agency, indicator or years: what reviewers hand back first. */

import { requiredFields } from '../book/programmes';
import { LackingFields, type Need } from './lacking';
import type { BookRule } from './rule';

const lacking = new LackingFields({
  needs: (settings) => requiredFields(settings).map((field): Need => [field]),
  afterIncomplete: false,
});

export const programmeIncomplete: BookRule = {
  id: 'programme-incomplete',
  severity: 'error',
  scope: 'book',
  title: { id: 'Program belum lengkap', en: 'A programme is incomplete' },
  check: (book) => lacking.check(book),
};
