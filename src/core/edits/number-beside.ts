/** The number of a heading that is put beside another one: it counts on, and those after it count on from there. */

import type { Chapter, Section } from '../chapter/chapter';
import { numberSeries, sameNumbers, withValues } from '../chapter/numbers';
import { numberPlace } from '../chapter/sections';
import type { TextEdit } from '../text/edits';
import { textOf } from '../text/range';
import { siblingsOf } from './move-section';
import { numberAs } from './renumber';

export interface NumberBeside {
  /** With what parts it from the words; empty where the neighbour has no number. */
  readonly number: string;
  /** Gives those after it the numbers that they have then, as far as they would repeat one. */
  readonly following: readonly TextEdit[];
}

/** @param side whether the new heading stands before or behind the neighbour. */
export function numberBeside(chapter: Chapter, neighbour: Section, side: 'before' | 'behind'): NumberBeside {
  const { source } = chapter;
  const place = numberPlace(source, neighbour);
  const series = numberSeries(siblingsOf(chapter, neighbour)).find((one) =>
    one.some(({ section }) => section === neighbour),
  );
  const at = series?.findIndex(({ section }) => section === neighbour) ?? -1;
  const model = series?.[at];
  if (place === undefined || series === undefined || model === undefined) return { number: '', following: [] };
  const prefix = model.values.slice(0, -1);
  const own = (model.values.at(-1) as number) + (side === 'behind' ? 1 : 0);
  const lead = neighbour.text.slice(model.number.end, model.number.textStart) || ' ';
  const following: TextEdit[] = [];
  let last = own;
  for (const one of series.slice(side === 'behind' ? at + 1 : at)) {
    if (!sameNumbers(one.values.slice(0, -1), prefix) || (one.values.at(-1) as number) !== last) break;
    last++;
    following.push(...numberAs(source, one, [...prefix, last]));
  }
  return { number: withValues(textOf(source, place), model, [...prefix, own]) + lead, following };
}
