/** A quick win that is not among the short-term programmes of its dimension. */

import { type Book, dimensionChapters } from '../book/book';
import { isAlike, OfEach } from '../book/of-each';
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
import type { Finding, FindingRelated } from '../language/finding';
import type { Text } from '../language/language';
import type { Settings } from '../template/settings';
import { horizonSections } from '../template/template';
import { listOf } from '../text/lists';
import { Attached } from '../text/memo';
import type { Range } from '../text/range';
import { addToShortTerm } from './fixes/quick-win-orphan';
import type { PieceRule } from './rule';
import { dimensionTitle, quoted, sectionTitle } from './wording';

export const quickWinOrphan: PieceRule<readonly Orphan[]> = {
  id: 'quick-win-orphan',
  severity: 'warning',
  scope: 'pieces',
  title: { id: 'Quick win tidak ada di program jangka pendek', en: 'A quick win is no short-term programme' },
  pieces: (book) => orphans.some(programmesByChapter(book), book.settings),
  hangsOn: (book) => [book.unread, repeatedQuickWins(book), shortTerms.version(dimensionChapters(book), book.settings)],
  *check(orphansOfChapter, book) {
    // Of chapters that could not be read, one may hold the programme.
    if (book.unread !== undefined && book.unread > 0) return;
    const homes = homesIn(book);
    if (homes.size === 0) return;
    const repeated = repeatedQuickWins(book);
    for (const orphan of orphansOfChapter) {
      const { dimension } = orphan.joined;
      // Where the section itself is missing or empty, that is said, and nothing of what would have been in it.
      if (repeated.has(orphan.joined) || (dimension !== undefined && !homes.has(dimension))) continue;
      yield new OrphanFinding(orphan, book.settings);
    }
  },
  fixesIn(finding, book) {
    if (!(finding instanceof OrphanFinding)) return undefined;
    const { joined, entry } = finding.orphan;
    const home = homesIn(book).get(joined.dimension ?? '');
    if (home === undefined || plannedEntry(joined) !== undefined) return undefined;
    // A programme with a year would be one that the roadmap lacks: the author tells the year there and here.
    return addToShortTerm(joined, entry, home, book.settings, !hasRoadmap(book));
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

class OrphanFinding implements Finding {
  readonly uri: string;
  readonly range: Range;
  readonly message: Text;
  readonly related: readonly FindingRelated[] | undefined;

  constructor(
    readonly orphan: Orphan,
    settings: Settings,
  ) {
    const { joined, entry } = orphan;
    this.uri = entry.chapter.uri;
    this.range = entry.programme.nameRange;
    const name = quoted(entry.programme.name);
    const section = sectionTitle(horizonSections.short, settings);
    const of = joined.dimension === undefined ? undefined : dimensionTitle(joined.dimension, settings);
    this.message = {
      id: `Quick win ${name} belum ada di ${quoted(section.id)}${of === undefined ? '' : ` ${of.id}`}.`,
      en: `The quick win ${name} is not among the ${quoted(section.en)}${of === undefined ? '' : ` of ${of.en}`}.`,
    };
    const planned = plannedEntry(joined);
    if (planned === undefined) return;
    const message = {
      id: 'Program ini ada di jangka waktu lain.',
      en: 'The programme stands under another horizon.',
    };
    this.related = [{ uri: planned.chapter.uri, range: planned.programme.nameRange, message }];
  }
}

/** A dimension's place whose short-term section holds something; not known where its chapter was not read to its end. */
export class ShortTerm {
  constructor(
    readonly dimension: string,
    readonly chapter: Chapter,
    readonly part: Part,
    readonly isRead: boolean,
  ) {}
}

/** Its version stays while the same dimensions have such sections. */
const shortTerms = new OfEach<Chapter, readonly ShortTerm[]>(
  (chapter) => {
    const isRead = isWhollyRead(chapter);
    return chapter.parts.flatMap((part) =>
      part.dimension !== undefined && (!isRead || part.found.some(isFilledShortTerm))
        ? [new ShortTerm(part.dimension, chapter, part, isRead)]
        : [],
    );
  },
  (before, now) => isAlike(before, now, (a, b) => a.dimension === b.dimension && a.isRead === b.isRead),
);

const homesOfChapters = new Attached<readonly Chapter[], ReadonlyMap<string, ShortTerm>>();

/** By dimension, the place whose short-term section holds something and has been read to its end. */
function homesIn(book: Book): ReadonlyMap<string, ShortTerm> {
  const chapters = dimensionChapters(book);
  let homes = homesOfChapters.get(chapters);
  if (homes === undefined) {
    const all = shortTerms.all(chapters, book.settings).flat();
    const unread = new Set(all.flatMap(({ isRead, dimension }) => (isRead ? [] : [dimension])));
    const known = all.filter(({ dimension }) => !unread.has(dimension));
    // The first one counts.
    homes = new Map(known.toReversed().map((home) => [home.dimension, home]));
    homesOfChapters.set(chapters, homes);
  }
  return homes;
}

function isFilledShortTerm(found: FoundSection): boolean {
  return found.kind === horizonSections.short && !found.empty;
}

const roadmaps = new OfEach(({ kind }: Chapter) => (kind === 'roadmap' ? true : undefined));

function hasRoadmap({ chapters, settings }: Book): boolean {
  return roadmaps.some(chapters, settings).length > 0;
}
