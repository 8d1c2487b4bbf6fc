/** A dimension whose programmes are applications for the most part. */

import { plannedEntry, programmesByDimension } from '../book/programmes';
import type { Chapter, Part, Programme } from '../chapter/chapter';
import { lexiconOf } from '../template/lexicon';
import type { Settings } from '../template/settings';
import { horizonSections } from '../template/template';
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
    const words = applicationTest(book.settings);
    for (const [dimension, programmes] of programmesByDimension(book)) {
      if (programmes.length < leastProgrammes) continue;
      let count = 0;
      for (const joined of programmes) {
        const programme = plannedEntry(joined)?.programme;
        if (programme !== undefined && words(programme)) count++;
      }
      if (count * 2 <= programmes.length) continue;
      const place = firstHorizon(book.chapters, dimension);
      if (place === undefined) continue;
      const title = dimensionTitle(dimension, book.settings);
      yield {
        uri: place.chapter.uri,
        range: place.range,
        message: {
          id: `${count} dari ${programmes.length} program ${title.id} berupa aplikasi; kota cerdas juga memerlukan program nonaplikasi.`,
          en: `${count} of the ${programmes.length} programmes of ${title.en} are applications; a smart city needs other programmes as well.`,
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

const tests = new WeakMap<Settings, (programme: Programme) => boolean>();

/** Whether a programme's name begins with a word of the vocabulary's `application-words`; `e-*` is any that begins so. */
function applicationTest(settings: Settings): (programme: Programme) => boolean {
  let test = tests.get(settings);
  if (test === undefined) {
    const { folder } = lexiconOf(settings);
    const { applicationWords } = settings.template;
    const starts = applicationWords.flatMap((word) => (word.endsWith('*') ? [word.slice(0, -1).toLowerCase()] : []));
    const words = applicationWords.flatMap((word) => (word.endsWith('*') ? [] : [`${folder.fold(word)} `]));
    const known = new WeakMap<Programme, boolean>();
    test = (programme) => {
      let answer = known.get(programme);
      if (answer === undefined) {
        const name = programme.name
          .normalize('NFKC')
          .toLowerCase()
          .replace(/[‐‑–—]/g, '-');
        const folded = `${folder.fold(programme.name)} `;
        answer = starts.some((start) => name.startsWith(start)) || words.some((word) => folded.startsWith(word));
        known.set(programme, answer);
      }
      return answer;
    };
    tests.set(settings, test);
  }
  return test;
}
