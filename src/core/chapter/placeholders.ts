/** Where a chapter's text still holds words that a template left behind. */

import { proseOf } from '../markdown/inline';
import { sightings, textsHolding } from '../markdown/texts';
import type { Settings } from '../template/settings';
import type { Range } from '../text/range';
import type { Chapter } from './chapter';
import { placeholdersOf } from './read';

/**
 * The placeholders in the order of the text; code, links and comments are not looked at, and of the rest only those
 * texts that may hold one: in most chapters of a finished book none does.
 */
export function* placeholdersIn({ source, blocks }: Chapter, settings: Settings): Iterable<Range> {
  const finder = placeholdersOf(settings);
  const seen = sightings(finder.glimpse(source));
  for (const text of textsHolding(blocks, seen)) {
    for (const prose of proseOf(source, text)) yield* finder.find(source, prose);
  }
}
