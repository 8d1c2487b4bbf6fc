/** A dimension whose programmes are applications for the most part. */

import { type ChapterProgrammes, plannedByDimension, plannedEntry, programmesByChapter } from '../book/programmes';
import type { Chapter, Part } from '../chapter/chapter';
import { lexiconOf } from '../template/lexicon';
import type { Settings } from '../template/settings';
import { horizonSections } from '../template/template';
import { Memo } from '../text/memo';
import { Remembered } from './remembered';
import type { BookRule } from './rule';
import { dimensionTitle } from './wording';

/** Fewer say nothing about the dimension. */
const leastProgrammes = 4;

export const appHeavy: BookRule = {
  id: 'app-heavy',
  severity: 'info',
  scope: 'book',
  title: { id: 'Program didominasi aplikasi', en: 'Mostly applications' },
  *check(book) {
    const counts = new Map<string, { all: number; applications: number }>();
    for (const ofChapter of countsOfChapter.inSteps(programmesByChapter(book), book.settings)) {
      if (ofChapter === undefined) yield undefined;
      for (const [dimension, count] of ofChapter ?? []) {
        const sum = counts.get(dimension) ?? { all: 0, applications: 0 };
        sum.all += count.all;
        sum.applications += count.applications;
        counts.set(dimension, sum);
      }
    }
    for (const [dimension, { all, applications }] of counts) {
      if (all < leastProgrammes || applications * 2 <= all) continue;
      const place = firstHorizon(book.chapters, dimension);
      if (place === undefined) continue;
      const title = dimensionTitle(dimension, book.settings);
      yield {
        uri: place.chapter.uri,
        range: place.range,
        message: {
          id: `${applications} dari ${all} program ${title.id} berupa aplikasi; kota cerdas juga memerlukan program nonaplikasi.`,
          en: `${applications} of the ${all} programmes of ${title.en} are applications; a smart city needs other programmes as well.`,
        },
      };
    }
  },
};

function firstHorizon(chapters: readonly Chapter[], dimension: string) {
  for (const chapter of chapters) {
    for (const part of chapter.parts) {
      const found = part.dimension === dimension ? horizonOf(part) : undefined;
      if (found !== undefined) return { chapter, range: found.place };
    }
  }
  return undefined;
}

function horizonOf(part: Part) {
  const kinds = Object.values(horizonSections);
  return part.found.find(({ kind }) => kinds.includes(kind));
}

const countsOfChapter = new Remembered((programmes: ChapterProgrammes, settings: Settings) => {
  const isApplication = applicationTest(settings);
  const counts = new Map<string, { readonly all: number; readonly applications: number }>();
  for (const [dimension, joined] of plannedByDimension(programmes)) {
    if (dimension === undefined) continue;
    const applications = joined.filter((each) => isApplication(plannedEntry(each)?.programme.name ?? ''));
    counts.set(dimension, { all: joined.length, applications: applications.length });
  }
  return counts;
});

const applicationNames = new WeakMap<Settings, Memo<boolean>>();

/** Whether a name begins with a word of the vocabulary's `application-words`; `e-*` is any that begins so. */
function applicationTest(settings: Settings): (name: string) => boolean {
  let known = applicationNames.get(settings);
  if (known === undefined) {
    known = new Memo(applicationTestAfresh(settings));
    applicationNames.set(settings, known);
  }
  const names = known;
  return (name) => names.of(name);
}

function applicationTestAfresh(settings: Settings): (name: string) => boolean {
  const { folder } = lexiconOf(settings);
  const { applicationWords } = settings.template;
  const starts = applicationWords.flatMap((word) => (word.endsWith('*') ? [word.slice(0, -1).toLowerCase()] : []));
  const words = applicationWords.flatMap((word) => (word.endsWith('*') ? [] : [`${folder.fold(word)} `]));
  return (name) => {
    const plain = name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[‐‑–—]/g, '-');
    const folded = `${folder.fold(name)} `;
    return starts.some((start) => plain.startsWith(start)) || words.some((word) => folded.startsWith(word));
  };
}
