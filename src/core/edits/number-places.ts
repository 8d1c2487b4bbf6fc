/** Manual numbers where a section leaves its siblings or joins others: theirs close up or make room, its own follows. */

import type { Section } from '../chapter/chapter';
import { inheritedValues, type NumberedSection, numberSeries, withValues } from '../chapter/numbers';
import { headingWords, numberPlace } from '../chapter/sections';
import type { TextEdit } from '../text/edits';
import { pushAll } from '../text/lists';
import { textOf } from '../text/range';
import { numberAs } from './renumber';

/** The edits by which the siblings behind a section that goes away get the numbers before them. */
export function closeNumbers(source: string, siblings: readonly Section[], leaving: Section): TextEdit[] {
  return numberSeries(siblings).flatMap((series) => {
    const from = series.findIndex(({ section }) => section === leaving);
    if (from < 0) return [];
    return series
      .slice(from + 1)
      .flatMap((one, at) => numberAs(source, one, (series[from + at] as NumberedSection).values));
  });
}

/** Where a section joins others. */
export interface JoinedSiblings {
  readonly source: string;
  /** The section around them; absent on the highest level. */
  readonly parent: Section | undefined;
  /** Without the one that comes. */
  readonly siblings: readonly Section[];
  /** How many of them stand before it. */
  readonly place: number;
}

/** The edits by which the siblings behind a section that comes make room, if they are numbered. */
export function openNumbers({ source, siblings, place }: JoinedSiblings): TextEdit[] {
  const model = modelOf(siblings, place);
  if (model === undefined) return [];
  const { series, at } = model;
  return series.slice(at).flatMap((one, behind) => {
    const next = series[at + behind + 1];
    return numberAs(source, one, next?.values ?? following(one.values));
  });
}

/**
 * The edits that give a section the number that its new siblings have for it. Where they have none, its own goes; where
 * there are none, it begins to count below the section around it.
 * @param source the text that the section stands in.
 */
export function joinNumbers(source: string, section: Section, joined: JoinedSiblings): TextEdit[] {
  const own = numberSeries([section])[0]?.[0];
  const model = modelOf(joined.siblings, joined.place);
  if (model !== undefined) {
    const { series, at } = model;
    const before = series[at - 1];
    const like = before ?? (series[at] as NumberedSection);
    const values = before === undefined ? like.values : following(before.values);
    const below = joined.siblings.flatMap((one) => numberSeries(one.children)[0]?.[0] ?? []).at(0);
    return written(source, section, own, { values, like, likeSource: joined.source, below });
  }
  if (own === undefined) return [];
  const around = joined.parent?.number;
  if (joined.siblings.length > 0 || own.values.length > (around?.values.length ?? 0) + 1) {
    return withoutNumbers(source, own);
  }
  const values = own.values.length > 1 && around !== undefined ? [...around.values, 1] : [1];
  if (own.values.length !== values.length) return withoutNumbers(source, own);
  return numberAs(source, own, values);
}

/** The series that a new section is counted in, that of its neighbour, and how many of it stand before the section. */
function modelOf(
  siblings: readonly Section[],
  place: number,
): { readonly series: readonly NumberedSection[]; readonly at: number } | undefined {
  const neighbour = siblings[place - 1] ?? siblings[place];
  const series = numberSeries(siblings).find((one) => one.some(({ section }) => section === neighbour));
  return series && { series, at: series.filter(({ section }) => siblings.indexOf(section) < place).length };
}

function following(values: readonly number[]): number[] {
  return [...values.slice(0, -1), (values.at(-1) as number) + 1];
}

interface Wanted {
  readonly values: readonly number[];
  /** A sibling that is numbered, whose number shows how it is written. */
  readonly like: NumberedSection;
  readonly likeSource: string;
  /** A numbered section below a sibling: then those below this one are numbered as well. */
  readonly below: NumberedSection | undefined;
}

function written(source: string, section: Section, own: NumberedSection | undefined, wanted: Wanted): TextEdit[] {
  const { values, like, likeSource, below } = wanted;
  const place = numberPlace(likeSource, like.section);
  const text = place === undefined ? undefined : withValues(textOf(likeSource, place), like, values);
  if (text === undefined) return [];
  const at = numberPlace(source, section);
  if (own !== undefined && at !== undefined) {
    const isSame = textOf(source, at) === text;
    // Those below that carried the old number are found by `numberAs`; the number itself is written as its siblings'.
    const [, ...carried] = numberAs(source, own, values);
    return isSame ? [] : [{ range: at, text }, ...carried];
  }
  const words = headingWords(source, section).start;
  const lead = like.section.text.slice(like.number.end, like.number.textStart) || ' ';
  const edits: TextEdit[] = [{ range: { start: words, end: words }, text: text + lead }];
  if (below === undefined || inheritedValues(like.section, { ...below, values: [...like.values, 1] }) === undefined) {
    return edits;
  }
  for (const [index, child] of section.children.entries()) {
    const ownChild = numberSeries([child])[0]?.[0];
    if (ownChild !== undefined) continue;
    edits.push(
      ...written(source, child, undefined, {
        values: [...values, index + 1],
        like: below,
        likeSource,
        below: undefined,
      }),
    );
  }
  return edits;
}

/** The edits that take a section's number away, and from those below it the ones that carried it. */
function withoutNumbers(source: string, own: NumberedSection): TextEdit[] {
  const { section, number } = own;
  const place = numberPlace(source, section);
  if (place === undefined) return [];
  const behind =
    /^(?:\s*[-–—:](?=\s))?[ \t]*/.exec(source.slice(place.end, section.heading.content.end))?.[0].length ?? 0;
  const edits: TextEdit[] = [{ range: { start: place.start, end: place.end + behind }, text: '' }];
  for (const series of numberSeries(section.children)) {
    for (const child of series) {
      const carried = child.values.slice(0, number.values.length);
      if (child.values.length > number.values.length && carried.every((value, at) => value === own.values[at])) {
        pushAll(edits, withoutNumbers(source, child));
      }
    }
  }
  return edits;
}
