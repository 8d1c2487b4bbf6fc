/** What was found about a thing that never changes is not looked for again. */

import type { Book } from '../book/book';
import { type ChapterProgrammes, type JoinedProgramme, programmesByChapter } from '../book/programmes';
import { contentOf, type RowContent } from '../chapter/row-contents';
import type { Finding } from '../language/finding';
import type { Settings } from '../template/settings';
import type { Breath } from './rule';

/** A value that hangs on a thing and the settings alone. */
export class Remembered<T extends object, V> {
  private readonly known = new WeakMap<T, { readonly settings: Settings; readonly value: V }>();

  constructor(private readonly find: (thing: T, settings: Settings) => V) {}

  of(thing: T, settings: Settings): V {
    const before = this.known.get(thing);
    if (before?.settings === settings) return before.value;
    const value = this.find(thing, settings);
    this.known.set(thing, { settings, value });
    return value;
  }

  /** The values of several things; after each that had to be found a breath. */
  *inSteps(things: Iterable<T>, settings: Settings): Iterable<V | Breath> {
    for (const thing of things) {
      const isNew = this.known.get(thing)?.settings !== settings;
      yield this.of(thing, settings);
      if (isNew) yield undefined;
    }
  }
}

/** The findings of several things, which are remembered with each; after each that is new a breath. */
export function* rememberedFindings<T extends object>(
  things: Iterable<T>,
  settings: Settings,
  remembered: Remembered<T, readonly Finding[]>,
): Iterable<Finding | Breath> {
  for (const findings of remembered.inSteps(things, settings)) {
    if (findings === undefined) yield undefined;
    else yield* findings;
  }
}

/**
 * Findings about single programmes, whatever the others are: only those of changed chapters are looked for again, and
 * there only in rows that are new.
 */
export class FoundInProgrammes {
  private readonly ofChapters: Remembered<ChapterProgrammes, readonly Finding[]>;

  /** @param find whether it finds anything hangs on the programme's places and the settings alone. */
  constructor(find: (joined: JoinedProgramme, settings: Settings) => readonly Finding[]) {
    this.ofChapters = new Remembered((programmes, settings) =>
      inUnknownRows(programmes, settings, this, (joined) => find(joined, settings)),
    );
  }

  check(book: Book): Iterable<Finding | Breath> {
    return rememberedFindings(programmesByChapter(book), book.settings, this.ofChapters);
  }
}

/**
 * What is found in a chapter's programmes, one after the other; rows in which nothing was found before are passed over.
 * @param by who looks: the same object means the same question.
 */
export function inUnknownRows<T>(
  programmes: ChapterProgrammes,
  settings: Settings,
  by: object,
  find: (joined: JoinedProgramme) => readonly T[],
): T[] {
  const contents = contentsOf(programmes);
  const found: T[] = [];
  for (let at = 0; at < contents.length; at++) {
    const content = contents[at];
    if (content?.isClean(by, settings)) continue;
    const here = find(programmes.joined[at] as JoinedProgramme);
    if (here.length === 0) content?.noteClean(by, settings);
    else for (const each of here) found.push(each);
  }
  return found;
}

const contentsOfChapters = new WeakMap<ChapterProgrammes, readonly (RowContent | undefined)[]>();

/** For each of a chapter's programmes the content of its row; none for a block, nor for what stands in several places. */
export function contentsOf(programmes: ChapterProgrammes): readonly (RowContent | undefined)[] {
  let contents = contentsOfChapters.get(programmes);
  if (contents === undefined) {
    contents = programmes.joined.map(({ entries }) => {
      const entry = entries.length === 1 ? entries[0] : undefined;
      return entry === undefined ? undefined : contentOf(entry.chapter, entry.programme);
    });
    contentsOfChapters.set(programmes, contents);
  }
  return contents;
}
