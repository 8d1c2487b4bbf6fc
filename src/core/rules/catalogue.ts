/** All rules, in the order of their handbook. */

import { appHeavy } from './app-heavy';
import { brokenLink } from './broken-link';
import { codeDuplicate } from './code-duplicate';
import { dimensionDominates } from './dimension-dominates';
import { dimensionName } from './dimension-name';
import { duplicateChapter } from './duplicate-chapter';
import { duplicateSection } from './duplicate-section';
import { emptySection } from './empty-section';
import { frontmatterInvalid } from './frontmatter-invalid';
import { fundingSingle } from './funding-single';
import { headingLevel } from './heading-level';
import { headingNumber } from './heading-number';
import { headingTypo } from './heading-typo';
import { horizonPlan } from './horizon-plan';
import { manifestInvalid } from './manifest-invalid';
import { missingChapter } from './missing-chapter';
import { missingDimension } from './missing-dimension';
import { missingSection } from './missing-section';
import { placeholder } from './placeholder';
import { programmeAgency } from './programme-agency';
import { programmeBudgetMissing } from './programme-budget-missing';
import { programmeDuplicate } from './programme-duplicate';
import { programmeGoalMissing } from './programme-goal-missing';
import { programmeHorizon } from './programme-horizon';
import { programmeIncomplete } from './programme-incomplete';
import { programmeIndicator } from './programme-indicator';
import { programmeStrategy } from './programme-strategy';
import { programmeValue } from './programme-value';
import { quickWinCount } from './quick-win-count';
import { quickWinDuration } from './quick-win-duration';
import { quickWinOrphan } from './quick-win-orphan';
import { quickWinProfile } from './quick-win-profile';
import { referenceUnknown } from './reference-unknown';
import { reviewNote } from './review-note';
import { roadmapMismatch } from './roadmap-mismatch';
import type { Rule } from './rule';
import { sectionOrder } from './section-order';
import { strategyBasis } from './strategy-basis';
import { strategyUnused } from './strategy-unused';
import { subDimensionUncovered } from './sub-dimension-uncovered';
import { summaryMismatch } from './summary-mismatch';
import { suppressionUnused } from './suppression-unused';
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
  programmeGoalMissing,
  programmeBudgetMissing,
  programmeValue,
  programmeIndicator,
  programmeHorizon,
  programmeAgency,
  programmeDuplicate,
  programmeStrategy,
  subDimensionUncovered,
  fundingSingle,
  appHeavy,
  dimensionDominates,
  // Quick wins
  quickWinCount,
  quickWinDuration,
  quickWinProfile,
  quickWinOrphan,
  // Book
  horizonPlan,
  roadmapMismatch,
  summaryMismatch,
  // Comments to the tool
  suppressionUnused,
];

/** The ids of all rules: what a manifest's `rules` and the editor's settings may name. */
export const ruleIds: readonly string[] = ruleCatalogue.map((rule) => rule.id);
