/** What a masterplan lacks as a whole: the chapters that its template requires, and those of its dimensions. */

import type { Chapter } from '../chapter/chapter';
import type { Text } from '../language/language';
import type { Settings } from '../template/settings';
import type { ChapterKind, Dimension } from '../template/template';
import { nearest } from '../text/distance';
import { Attached } from '../text/memo';
import type { Range } from '../text/range';
import type { Book } from './book';
import { OfEach } from './of-each';
import type { WantedChapter } from './where-missing';

export interface MissingChapter extends WantedChapter {
  readonly title: Text;
  /** The book that it belongs to, as its kind says. */
  readonly book: string;
  /** The manifest, and where it asks for the chapter. */
  readonly uri: string;
  readonly range: Range;
}

/** What of a kind was not found among what was read. */
export interface Absent<T> {
  readonly absent: readonly T[];
  /** Whether that is missing; else it may be in what could not be read, for all that is known. */
  readonly isMissing: boolean;
}

/** The kinds of required chapters that were not found, in the template's order; those of dimensions are told apart. */
export function absentKinds(book: Book): Absent<ChapterKind> {
  const { settings, unread = 0 } = book;
  const there = kindsThere(book);
  const absent = settings.template.chapters.filter((kind) => kind.required === true && !there.has(kind.id));
  // Chapters that could not be read may be the missing ones.
  return { absent, isMissing: absent.length > unread };
}

/** The required chapters that the book does not have, in the template's order; those of dimensions are told apart. */
export function missingKinds(book: Book): readonly MissingChapter[] {
  const { manifest } = book;
  const { absent, isMissing } = absentKinds(book);
  if (manifest === undefined || !isMissing) return [];
  const { uri, firstLine: range } = manifest;
  return absent.map(({ id, title, book: shelf }) => ({ kind: id, title, book: shelf, uri, range }));
}

/** The dimensions of the set that no chapter and no block was found about, in their order. */
export function absentDimensions({ settings, chapters, unread = 0 }: Book): Absent<Dimension> {
  const there = new Set<string>();
  let untold = unread;
  for (const { kind, parts, excess } of chaptersOfDimensions.some(chapters, settings)) {
    for (const { dimension } of parts) {
      if (dimension !== undefined) there.add(dimension);
      else if (mayBeOfDimension(kind, settings)) untold++;
    }
    // Of a chapter that was read only in part, nobody knows which dimensions its rest is about.
    if (kind === 'dimensions' && excess.length > 0) untold = Number.POSITIVE_INFINITY;
  }
  const absent = settings.template.dimensions.filter(({ id }) => !there.has(id));
  // Chapters whose dimension cannot be told may be the missing ones; what is wrong is said at their frontmatter.
  return { absent, isMissing: absent.length > untold };
}

/** The dimensions that the book lacks, in the order of the set; none where no chapter is asked for. */
export function missingDimensions(book: Book): readonly MissingChapter[] {
  const { manifest, settings } = book;
  const { chapters } = settings.template;
  const own = chapters.find(({ required }) => required === 'per-dimension');
  if (manifest === undefined || own === undefined || chapters.some(({ optional }) => optional)) return [];
  const { absent, isMissing } = absentDimensions(book);
  if (!isMissing) return [];
  const { uri, keys, firstLine } = manifest;
  const range = keys.dimensions ?? keys.template ?? firstLine;
  return absent.map(({ id, title }) => ({ kind: own.id, dimension: id, title, book: own.book, uri, range }));
}

/**
 * The chapter kinds that the book has. A kind with a slip in it counts as the one meant: that it is misspelt is said
 * at the word itself, and once is enough.
 */
export function kindsThere({ chapters, settings }: Book): ReadonlySet<string> {
  const list = kinds.some(chapters, settings);
  let there = sets.get(list);
  if (there === undefined) {
    there = new Set(list);
    sets.set(list, there);
  }
  return there;
}

const kinds = new OfEach(({ kind, frontmatter }: Chapter, { template }: Settings) => {
  const written = frontmatter.chapter?.value;
  if (kind !== undefined || written === undefined) return kind;
  return nearest(
    written,
    template.chapters.map(({ id }) => id),
  );
});

const sets = new Attached<readonly string[], ReadonlySet<string>>();

function mayBeOfDimension(kind: string | undefined, { template }: Settings): boolean {
  if (kind === undefined || kind === 'dimensions') return true;
  return template.chapters.find(({ id }) => id === kind)?.required === 'per-dimension';
}

/** The chapters that are about dimensions, or may be. */
const chaptersOfDimensions = new OfEach((chapter: Chapter, settings: Settings) =>
  mayBeOfDimension(chapter.kind, settings) || chapter.parts.some(({ dimension }) => dimension !== undefined)
    ? chapter
    : undefined,
);
