/**
 * A masterplan while its files are read: a few at a time, each read in slices. What is typed meanwhile goes before what
 * is on disk, and does not wait for the rest.
 */

import type { Chapter } from '../core/chapter/chapter';
import { looksLikeChapter } from '../core/chapter/frontmatter';
import { placeholdersOf } from '../core/chapter/read';
import { prepareForUnusual } from '../core/markdown/document';
import { lexiconOf } from '../core/template/lexicon';
import type { Manifest } from '../core/template/manifest';
import type { Settings } from '../core/template/settings';
import type { GlobMatcher } from '../core/text/glob';
import type { Steps } from '../core/text/steps';
import type { Slices } from './slices';

/** How many files are fetched at a time. */
export const readAhead = 16;

/** As many chapters as this have something unusual among them. */
const many = 100;

/** The first chapter is read in so many pieces at the most before all of it is, and no more than so many characters of it. */
const [warmingPieces, warmingLength] = [16, 30_000];

export interface ReadingHost {
  readonly slices: Slices;
  /** The text of a file as it stands; nothing where it has none. Never throws. */
  textOf(uri: string): Promise<string | undefined>;
  /** Whether the masterplan that is read is of no use any more. */
  isStale(): boolean;
  /** Reads a chapter; nothing where that fails. */
  chapterOf(uri: string, text: string, settings: Settings): Chapter | undefined;
  /** Is told how many files have been read. */
  progress(done: number): void;
}

export class Reading {
  readonly #chapters = new Map<string, Chapter>();
  /** Files that were typed in since the reading began. */
  readonly #typed = new Set<string>();

  constructor(
    readonly manifest: Manifest,
    readonly settings: Settings,
    readonly excluded: GlobMatcher,
    private readonly host: ReadingHost,
  ) {}

  get chapters(): Iterable<Chapter> {
    return this.#chapters.values();
  }

  /** Reads what has been typed in a file; no text means that it is gone. */
  type(uri: string, text: string | undefined): Chapter | undefined {
    this.#typed.add(uri);
    return this.#take(uri, text);
  }

  /**
   * Reads files, in the order in which they are given.
   * @returns whether all have been read; not where the reading became stale.
   */
  async read(files: readonly string[]): Promise<boolean> {
    const { slices, isStale, progress } = this.host;
    const fetch = (at: number) =>
      Promise.all(
        files.slice(at, at + readAhead).map((uri) => (this.#typed.has(uri) ? undefined : this.host.textOf(uri))),
      );
    const isLarge = files.length >= many;
    await slices.run('read', this.#prepare(isLarge), isStale);
    let coming = fetch(0);
    for (let at = 0; at < files.length && !isStale(); at += readAhead) {
      const texts = await coming;
      coming = fetch(at + readAhead);
      const first = at === 0 && isLarge ? texts.findIndex((text) => text !== undefined && looksLikeChapter(text)) : -1;
      if (first >= 0) await slices.run('read', this.#warmUp(files[first] as string, texts[first] as string), isStale);
      await slices.run('read', this.#takeAll(files.slice(at, at + readAhead), texts), isStale);
      progress(Math.min(at + readAhead, files.length));
    }
    return !isStale();
  }

  /** What the first chapter would have to wait for is work enough for a piece. */
  *#prepare(isLarge: boolean): Steps<void> {
    lexiconOf(this.settings);
    yield;
    placeholdersOf(this.settings);
    yield;
    if (isLarge) yield* prepareForUnusual();
    yield;
  }

  /**
   * Whoever reads first compiles what all look for, which takes longer than the reading: in each piece what one section
   * more brings with it.
   */
  *#warmUp(uri: string, text: string): Steps<void> {
    const headings = [...text.slice(0, warmingLength).matchAll(/^#/gm)];
    for (const { index } of headings.slice(0, warmingPieces)) {
      this.host.chapterOf(uri, text.slice(0, index), this.settings);
      yield;
    }
  }

  *#takeAll(files: readonly string[], texts: readonly (string | undefined)[]): Steps<void> {
    for (const [at, uri] of files.entries()) {
      if (this.#typed.has(uri)) continue;
      this.#take(uri, texts[at]);
      yield;
    }
  }

  #take(uri: string, text: string | undefined): Chapter | undefined {
    const isChapter = text !== undefined && looksLikeChapter(text);
    const chapter = isChapter ? this.host.chapterOf(uri, text, this.settings) : undefined;
    if (chapter === undefined) this.#chapters.delete(uri);
    else this.#chapters.set(uri, chapter);
    return chapter;
  }
}
