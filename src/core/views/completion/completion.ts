/** What is offered while one writes in a chapter: the one place that decides what a line is about. */

import type { Book } from '../../book/book';
import type { Chapter } from '../../chapter/chapter';
import { flatBlocks } from '../../markdown/inline';
import { touches } from '../../text/range';
import { mayBeSuggestedFor } from '../when-to-suggest';
import { newCodeSuggestion, nextStrategyCodes, nextSwotCode, quadrantAt, suggestInBrackets } from './codes';
import { suggestColumns, suggestTables } from './columns';
import { suggestFields, suggestInField, suggestInTable } from './fields';
import { suggestHeadings } from './headings';
import { type Asking, kindsAround, type Suggestion, type WritingPlace, writingPlace } from './suggestion';

export type { Suggestion } from './suggestion';

/**
 * What is suggested at an offset of a chapter's text, the likeliest first. The line may be unfinished: what it is about
 * follows from its own words and from the sections around it.
 */
export function suggestionsAt(book: Book, chapter: Chapter, offset: number, asking: Asking): Suggestion[] {
  const place = writingPlace(book, chapter, offset, asking);
  if (!mayBeSuggestedFor(place.before, asking.explicit) || offset <= chapter.frontmatter.range.end || isInCode(place))
    return [];
  return (
    suggestHeadings(place) ??
    suggestColumns(place) ??
    suggestTables(place) ??
    suggestInBrackets(place) ??
    suggestInTable(place) ??
    suggestInField(place) ??
    suggestFields(place) ??
    suggestItem(place) ??
    []
  );
}

function isInCode({ chapter, offset }: WritingPlace): boolean {
  for (const block of flatBlocks(chapter.blocks)) {
    if ((block.type === 'code' || block.type === 'html') && touches(block, offset)) return true;
  }
  return false;
}

const itemStart = /^(\s*(?:>\s*)*(?:[-*+]|\d{1,4}[.)])[ \t]+)([\p{L}\d-]{0,20})$/u;

/** At the start of an item: the next free code of a SWOT item or a strategy. */
function suggestItem(place: WritingPlace): Suggestion[] | undefined {
  const match = itemStart.exec(place.before);
  if (match === null) return undefined;
  const range = { start: place.line.start + (match[1] as string).length, end: place.offset };
  const kinds = kindsAround(place);
  if (kinds.includes('swot')) {
    const quadrant = quadrantAt(place);
    const next = quadrant && nextSwotCode(place, quadrant);
    return next && [newCodeSuggestion(place, range, next.code, next.open + next.code + next.close)];
  }
  if (!kinds.includes('strategy') && !kinds.includes('tows')) return undefined;
  return nextStrategyCodes(place).map(({ code, open, close }) =>
    newCodeSuggestion(place, range, code, open + code + close),
  );
}
