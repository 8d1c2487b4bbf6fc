/** Which rules are asked: all but those that somebody has switched off. */

import type { Settings } from '../template/settings';
import { underSettings } from '../template/under-settings';
import { ruleCatalogue } from './catalogue';
import type { BookRule, ChapterRule, PieceRule, SuppressionRule } from './rule';

/** The rules that are asked under some settings, by what they look at. */
class RulesAsked {
  readonly ofChapters: readonly ChapterRule[];
  readonly ofBook: readonly (BookRule | PieceRule)[];
  readonly ofSuppressions: readonly SuppressionRule[];

  constructor({ rules }: Settings) {
    const asked = ruleCatalogue.filter((rule) => (rules[rule.id] ?? rule.severity) !== 'off');
    this.ofChapters = asked.filter((rule) => rule.scope === 'chapter');
    this.ofBook = asked.filter((rule) => rule.scope === 'book' || rule.scope === 'pieces');
    this.ofSuppressions = asked.filter((rule) => rule.scope === 'suppressions');
  }
}

/** The rules that are asked under these settings; told once for them. */
export const rulesUnder = underSettings((settings) => new RulesAsked(settings));
