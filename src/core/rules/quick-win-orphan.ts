/** A quick win that is not among the short-term programmes of its dimension. */

import { type Book, dimensionChapters } from '../book/book';
import { OfEach } from '../book/of-each';
import {
  type ChapterProgrammes,
  isOrphan,
  type JoinedProgramme,
  type ProgrammeEntry,
  plannedEntry,
  programmesByChapter,
  quickWinEntry,
  repeatedQuickWins,
} from '../book/programmes';
import type { Chapter, FoundSection, Part } from '../chapter/chapter';
import { isWhollyRead } from '../chapter/unread-tables';
import type { Finding } from '../language/finding';
import type { Settings } from '../template/settings';
import { horizonSections } from '../template/template';
import { listOf } from '../text/lists';
import { Attached } from '../text/memo';
import { addToShortTerm } from './fixes/quick-win-orphan';
import type { BookRule } from './rule';
import { dimensionTitle, quoted, sectionTitle } from './wording';

export const quickWinOrphan: BookRule = {
  id: 'quick-win-orphan',
  severity: 'warning',
  scope: 'book',
  title: { id: 'Quick win tidak ada di program jangka pendek', en: 'A quick win is no short-term programme' },
  hangsOn: (book) => [
    book.unread,
    orphans.some(programmesByChapter(book), book.settings),
    repeatedQuickWins(book),
    hasRoadmap(book),
    dimensionChapters(book),
  ],
  *check(book) {
    // Of chapters that could not be read, one may hold the programme.
    if (book.unread !== undefined && book.unread > 0) return;
    const shortTerm = shortTermSections(book);
    if (shortTerm.size === 0) return;
    const repeated = repeatedQuickWins(book);
    // A programme with a year would be one that the roadmap lacks: the author tells the year there and here.
    const withYears = !hasRoadmap(book);
    for (const { joined, entry } of orphans.some(programmesByChapter(book), book.settings).flat()) {
      if (repeated.has(joined)) continue;
      const { dimension } = joined;
      const home = dimension === undefined ? undefined : shortTerm.get(dimension);
      // Where the section itself is missing or empty, that is said, and nothing of what would have been in it.
      if (dimension !== undefined && home === undefined) continue;
      yield known(joined, entry, home, book.settings, withYears);
    }
  },
};

const orphans = new OfEach(({ joined }: ChapterProgrammes) => {
  let found: Orphan[] | undefined;
  for (const each of joined) {
    const entry = isOrphan(each) ? quickWinEntry(each) : undefined;
    if (entry === undefined) continue;
    const orphan = new Orphan(each, entry);
    if (found === undefined) found = listOf(orphan);
    else found.push(orphan);
  }
  return found;
});

/** Classes, as is all that holds a whole chapter (`chapter/read.ts`). */
class Orphan {
  constructor(
    readonly joined: JoinedProgramme,
    readonly entry: ProgrammeEntry,
  ) {}
}

export class ShortTerm {
  constructor(
    readonly chapter: Chapter,
    readonly part: Part,
  ) {}
}

/** By dimension, the place whose short-term section holds something and has been read to its end. */
function shortTermSections(book: Book): Map<string, ShortTerm> {
  const places = new Map<string, ShortTerm>();
  const unread = new Set<string>();
  for (const chapter of dimensionChapters(book)) {
    for (const part of chapter.parts) {
      if (part.dimension === undefined) continue;
      if (!isWhollyRead(chapter)) unread.add(part.dimension);
      else if (!places.has(part.dimension) && part.found.some(isFilledShortTerm)) {
        places.set(part.dimension, new ShortTerm(chapter, part));
      }
    }
  }
  for (const dimension of unread) places.delete(dimension);
  return places;
}

function isFilledShortTerm(found: FoundSection): boolean {
  return found.kind === horizonSections.short && !found.empty;
}

/** A quick win's finding without its fix, which hangs on the short-term section that it would be added to. */
type Said = Omit<Finding, 'fixes'>;

class Known {
  constructor(
    readonly settings: Settings,
    readonly said: Said,
    readonly home: Part | undefined,
    readonly withYears: boolean,
    readonly finding: Finding,
  ) {}
}

const findings = new Attached<JoinedProgramme, Known>();

/** The finding of the check before, where quick win and section are as they were; else the same words with another fix. */
function known(
  joined: JoinedProgramme,
  entry: ProgrammeEntry,
  home: ShortTerm | undefined,
  settings: Settings,
  withYears: boolean,
): Finding {
  const before = findings.get(joined);
  const isSaid = before?.settings === settings;
  if (isSaid && before.home === home?.part && before.withYears === withYears) return before.finding;
  const said = isSaid ? before.said : saying(joined, entry, settings);
  const finding: Finding = {
    ...said,
    writeFixes() {
      if (home === undefined || plannedEntry(joined) !== undefined) return undefined;
      return addToShortTerm(joined, entry, home, settings, withYears);
    },
  };
  findings.set(joined, new Known(settings, said, home?.part, withYears, finding));
  return finding;
}

function saying(joined: JoinedProgramme, entry: ProgrammeEntry, settings: Settings): Said {
  const name = quoted(entry.programme.name);
  const section = sectionTitle(horizonSections.short, settings);
  const dimension = joined.dimension === undefined ? undefined : dimensionTitle(joined.dimension, settings);
  const planned = plannedEntry(joined);
  return {
    uri: entry.chapter.uri,
    range: entry.programme.nameRange,
    message: {
      id: `Quick win ${name} belum ada di ${quoted(section.id)}${dimension === undefined ? '' : ` ${dimension.id}`}.`,
      en: `The quick win ${name} is not among the ${quoted(section.en)}${dimension === undefined ? '' : ` of ${dimension.en}`}.`,
    },
    ...(planned === undefined
      ? {}
      : {
          related: [
            {
              uri: planned.chapter.uri,
              range: planned.programme.nameRange,
              message: {
                id: 'Program ini ada di jangka waktu lain.',
                en: 'The programme stands under another horizon.',
              },
            },
          ],
        }),
  };
}

const roadmaps = new OfEach(({ kind }: Chapter) => (kind === 'roadmap' ? true : undefined));

function hasRoadmap({ chapters, settings }: Book): boolean {
  return roadmaps.some(chapters, settings).length > 0;
}
