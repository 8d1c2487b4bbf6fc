/** All rules, in the order of their handbook. */

import { brokenLink } from './broken-link';
import { codeDuplicate } from './code-duplicate';
import { dimensionName } from './dimension-name';
import { duplicateChapter } from './duplicate-chapter';
import { duplicateSection } from './duplicate-section';
import { emptySection } from './empty-section';
import { frontmatterInvalid } from './frontmatter-invalid';
import { headingLevel } from './heading-level';
import { headingNumber } from './heading-number';
import { headingTypo } from './heading-typo';
import { manifestInvalid } from './manifest-invalid';
import { missingChapter } from './missing-chapter';
import { missingDimension } from './missing-dimension';
import { missingSection } from './missing-section';
import { placeholder } from './placeholder';
import { programmeIncomplete } from './programme-incomplete';
import { quickWinCount } from './quick-win-count';
import { referenceUnknown } from './reference-unknown';
import { reviewNote } from './review-note';
import type { Rule } from './rule';
import { sectionOrder } from './section-order';
import { strategyBasis } from './strategy-basis';
import { strategyUnused } from './strategy-unused';
import { swotBalance } from './swot-balance';
import { swotCode } from './swot-code';
import { swotDuplicate } from './swot-duplicate';
import { swotUncoded } from './swot-uncoded';
import { swotUnused } from './swot-unused';
import { tooComplex } from './too-complex';

export const ruleCatalogue: readonly Rule[] = [
  // Structure
  manifestInvalid,
  frontmatterInvalid,
  missingChapter,
  missingDimension,
  duplicateChapter,
  missingSection,
  emptySection,
  sectionOrder,
  duplicateSection,
  headingLevel,
  headingNumber,
  headingTypo,
  dimensionName,
  placeholder,
  brokenLink,
  reviewNote,
  tooComplex,
  // SWOT and strategy
  swotBalance,
  swotDuplicate,
  swotCode,
  swotUncoded,
  swotUnused,
  strategyBasis,
  strategyUnused,
  referenceUnknown,
  codeDuplicate,
  // Programmes
  programmeIncomplete,
  // Quick wins
  quickWinCount,
];

/** The ids of all rules: what a manifest's `rules` and the editor's settings may name. */
export const ruleIds: readonly string[] = ruleCatalogue.map((rule) => rule.id);
