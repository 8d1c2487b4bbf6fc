/** A dimension whose programmes are applications for the most part. */

import { isAlike, OfEach } from '../book/of-each';
import { type PlannedByDimension, plannedByDimension, plannedEntry } from '../book/programmes';
import type { Chapter, Part } from '../chapter/chapter';
import { namesIn } from '../chapter/programme-names';
import type { Settings } from '../template/settings';
import { horizonSections } from '../template/template';
import { isSameRange, type Range } from '../text/range';
import type { BookRule } from './rule';
import { dimensionTitle } from './wording';

/** Fewer say nothing about the dimension. */
const leastProgrammes = 4;

export const appHeavy: BookRule = {
  id: 'app-heavy',
  severity: 'info',
  scope: 'book',
  title: { id: 'Program didominasi aplikasi', en: 'Mostly applications' },
  hangsOn: (book) => [
    countsOfChapters.version(plannedByDimension(book), book.settings),
    firstHorizons.version(book.chapters, book.settings),
  ],
  *check(book) {
    const counts = new Map<string, { all: number; applications: number }>();
    for (const ofChapter of countsOfChapters.all(plannedByDimension(book), book.settings)) {
      for (const [dimension, count] of ofChapter) {
        const sum = counts.get(dimension) ?? { all: 0, applications: 0 };
        sum.all += count.all;
        sum.applications += count.applications;
        counts.set(dimension, sum);
      }
    }
    for (const [dimension, { all, applications }] of counts) {
      if (all < leastProgrammes || applications * 2 <= all) continue;
      const place = firstHorizons
        .some(book.chapters, book.settings)
        .flat()
        .find((first) => first.dimension === dimension);
      if (place === undefined) continue;
      const title = dimensionTitle(dimension, book.settings);
      yield {
        uri: place.uri,
        range: place.range,
        message: {
          id: `${applications} dari ${all} program ${title.id} berupa aplikasi; kota cerdas juga memerlukan program nonaplikasi.`,
          en: `${applications} of the ${all} programmes of ${title.en} are applications; a smart city needs other programmes as well.`,
        },
      };
    }
  },
};

interface FirstHorizon {
  readonly uri: string;
  readonly dimension: string;
  readonly range: Range;
}

/** Where the first horizon section of each dimension stands, as far as a chapter has any. */
const firstHorizons = new OfEach(
  ({ uri, parts }: Chapter): readonly FirstHorizon[] | undefined => {
    const found = parts.flatMap((part) => {
      const place = part.dimension === undefined ? undefined : horizonOf(part)?.place;
      return place === undefined ? [] : [{ uri, dimension: part.dimension as string, range: place }];
    });
    return found.length === 0 ? undefined : found;
  },
  (one, other) =>
    isAlike(one, other, (a, b) => a.uri === b.uri && a.dimension === b.dimension && isSameRange(a.range, b.range)),
);

function horizonOf(part: Part) {
  const kinds = Object.values(horizonSections);
  return part.found.find(({ kind }) => kinds.includes(kind));
}

interface Count {
  readonly all: number;
  readonly applications: number;
}

const countsOfChapters = new OfEach(
  (planned: PlannedByDimension, settings: Settings): ReadonlyMap<string, Count> => {
    const names = namesIn(settings.template);
    const counts = new Map<string, Count>();
    for (const [dimension, joined] of planned) {
      if (dimension === undefined) continue;
      const applications = joined.filter((each) => {
        const entry = plannedEntry(each);
        return entry !== undefined && names.of(entry.programme).isApplication;
      });
      counts.set(dimension, { all: joined.length, applications: applications.length });
    }
    return counts;
  },
  (one, other) =>
    isAlike(
      [...one],
      [...other],
      ([dimension, a], [same, b]) => dimension === same && a.all === b.all && a.applications === b.applications,
    ),
);
