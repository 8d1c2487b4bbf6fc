/**
 * A masterplan as its texts stand, and what was found in it. It is checked in slices; what was found in a book that has
 * been replaced since is dropped, and nothing that needs the whole book is told before all of it is there.
 */

import type { Book } from '../core/book/book';
import type { Chapter } from '../core/chapter/chapter';
import { checkBookInSteps, checkChapter, type RuleFault } from '../core/rules/check';
import type { Problem } from '../core/rules/problem';
import type { Settings } from '../core/template/settings';
import { LineIndex } from '../core/text/lines';
import { Attached } from '../core/text/memo';
import { type Steps, toEnd } from '../core/text/steps';
import { sameProblems } from './same-problems';
import type { Slices } from './slices';

export interface Surroundings {
  readonly slices: Slices;
  /** Milliseconds. */
  now(): number;
  /** The book with what is known beside its chapters; the same one, where that has not changed. */
  equip(book: Book): Book;
  /** What there is to do in a book that has been checked, in pieces. */
  afterwards(book: Book): Steps<void>;
  /** A fault of ours, never one of the document. */
  readonly fault: (what: string, error: unknown) => void;
}

/** The problems of a file, and the lines of the files that they are in, as they were when the problems were found. */
export interface Found {
  readonly problems: readonly Problem[];
  linesOf(uri: string): LineIndex | undefined;
}

/** Milliseconds after which a check is done in one piece, where one change after the other has made it begin anew. */
export const longestWait = 300;

const noProblems: readonly Problem[] = [];

export class CheckedBook {
  #book: Book | undefined;
  /** The one in which the problems were found. */
  #checked: Book | undefined;
  #problems: ReadonlyMap<string, readonly Problem[]> = new Map();
  /** Chapters that were looked at by themselves, while others are still being read. */
  readonly #early = new Map<string, Chapter>();
  /** The texts in which the problems of each file were found when they were told. */
  readonly #told = new Map<string, string>();
  #isUnchecked = false;
  #checking: Promise<void> | undefined;
  /** Since when somebody has been waiting for what is found. */
  #since: number | undefined;
  readonly #ruleFault: RuleFault = (rule, error) => this.around.fault(`rule ${rule}`, error);

  /**
   * @param name for faults.
   * @param changed is told of the files whose problems have to be shown anew.
   */
  constructor(
    private readonly name: string,
    private readonly around: Surroundings,
    private readonly changed: (files: ReadonlySet<string>) => void,
  ) {}

  /** As the texts stand; absent while it is read for the first time. */
  get book(): Book | undefined {
    return this.#book;
  }

  /** As they were found last, by file; files without problems may have no entry. */
  get problems(): ReadonlyMap<string, readonly Problem[]> {
    return this.#problems;
  }

  /** Puts another book in the place of the one that there was. It is checked when that is asked for. */
  replace(book: Book): void {
    if (book === this.#book) return;
    this.#book = book;
    this.#isUnchecked = true;
    this.#since ??= this.around.now();
  }

  /** Has it checked again though no text has changed: what is known beside the chapters has. */
  recheck(): void {
    if (this.#book === undefined) return;
    this.#isUnchecked = true;
    this.#since ??= this.around.now();
  }

  /** There is no such book any more. */
  drop(): void {
    this.#book = undefined;
    this.#checked = undefined;
    this.#isUnchecked = false;
    this.#problems = new Map();
    this.#early.clear();
    const files = new Set(this.#told.keys());
    this.#told.clear();
    this.changed(files);
  }

  /** Looks at one chapter by itself, while the others are read for the first time; none, where the file is no chapter. */
  lookEarly(uri: string, chapter: Chapter | undefined, settings: Settings): void {
    if (this.#book !== undefined || (!chapter && !this.#early.delete(uri))) return;
    if (chapter) this.#early.set(uri, chapter);
    const problems = chapter && this.#guarded(() => checkChapter(chapter, settings, this.#ruleFault));
    this.#problems = new Map(this.#problems).set(uri, problems ?? noProblems);
    this.#told.set(uri, chapter?.source ?? '');
    this.changed(new Set([uri]));
  }

  /** Checks what has changed; done when nothing unchecked is left. */
  check(): Promise<void> {
    if (this.#checking === undefined) {
      const book = this.#begin();
      if (book !== undefined) this.#checking = this.#checkAll(book);
    }
    return this.#checking ?? Promise.resolve();
  }

  /**
   * Checks at once what has changed, for a question that cannot wait. The first check of all is waited for by nobody:
   * until its end there is only what was told early.
   */
  checkNow(): void {
    if (this.#checked === undefined) return;
    const book = this.#isUnchecked ? this.#begin() : this.#book;
    if (book === undefined || book === this.#checked) return;
    this.#settle(book, this.#guarded(() => toEnd(this.#steps(book))) ?? new Map());
  }

  /** What was found in a file; nothing where its text has changed since. */
  found(uri: string): Found | undefined {
    const text = this.#textOf(uri, this.#book);
    if (this.#book !== undefined && text !== this.#textOf(uri, this.#checked)) return undefined;
    const [checked, early] = [this.#checked, new Map(this.#early)];
    const linesOf = (file: string) => early.get(file)?.lines ?? (checked && linesIn(checked, file));
    return { problems: this.#problems.get(uri) ?? noProblems, linesOf };
  }

  #textOf(uri: string, book: Book | undefined): string | undefined {
    return book?.manifest?.uri === uri ? book.manifest.source : book && chapterIn(book, uri)?.source;
  }

  async #checkAll(first: Book): Promise<void> {
    try {
      for (let book: Book | undefined = first; book !== undefined; book = this.#begin()) await this.#checkOne(book);
    } finally {
      this.#checking = undefined;
    }
  }

  async #checkOne(book: Book): Promise<void> {
    const isStale = () => this.#book !== book || this.#checked === book;
    const isOverdue = this.#since !== undefined && this.around.now() - this.#since > longestWait;
    let found: ReadonlyMap<string, readonly Problem[]> | undefined;
    try {
      const steps = this.#steps(book);
      // The first check is long: it is begun anew as often as it takes, since what it found out is remembered.
      const isShort = this.#checked !== undefined;
      found = isOverdue && isShort ? toEnd(steps) : await this.around.slices.run('check', steps, isStale);
    } catch (error) {
      this.around.fault(`checking ${this.name}`, error);
      found = new Map();
    }
    if (found !== undefined && !isStale()) this.#settle(book, found);
  }

  /** The book that is to be checked now; nothing where all is checked. */
  #begin(): Book | undefined {
    if (!this.#isUnchecked || this.#book === undefined) return undefined;
    this.#isUnchecked = false;
    // What is derived from a book is kept with it: features ask about the very one that is checked.
    this.#book = this.around.equip(this.#book);
    if (this.#book !== this.#checked) return this.#book;
    this.#since = undefined;
    return undefined;
  }

  *#steps(book: Book): Steps<ReadonlyMap<string, readonly Problem[]>> {
    const problems = yield* checkBookInSteps(book, this.#ruleFault);
    yield* this.around.afterwards(book);
    return problems;
  }

  #settle(book: Book, problems: ReadonlyMap<string, readonly Problem[]>): void {
    const { manifest, chapters } = book;
    const files = new Set<string>();
    const retyped = new Set<string>();
    const tell = ({ uri, source }: { readonly uri: string; readonly source: string }) => {
      if (this.#told.get(uri) === source) return;
      this.#told.set(uri, source);
      retyped.add(uri);
    };
    const settle = ({ uri }: { readonly uri: string }) => {
      const [before, after] = [this.#problems.get(uri) ?? noProblems, problems.get(uri) ?? noProblems];
      // A problem that stands where it stood, or leads there, still moves where lines came before that.
      const moves = after.some(({ related }) => retyped.has(uri) || related?.some(({ file }) => retyped.has(file)));
      if (moves || !sameProblems(before, after)) files.add(uri);
    };
    const checked = this.#checked?.chapters;
    if (manifest !== undefined) tell(manifest);
    for (const [at, chapter] of chapters.entries()) if (checked?.[at] !== chapter) tell(chapter);
    if (manifest !== undefined) settle(manifest);
    chapters.forEach(settle);
    if (this.#told.size > chapters.length + (manifest === undefined ? 0 : 1)) {
      const there = new Set([manifest?.uri, ...chapters.map(({ uri }) => uri)]);
      for (const uri of this.#told.keys()) {
        if (there.has(uri)) continue;
        this.#told.delete(uri);
        files.add(uri);
      }
    }
    this.#problems = problems;
    this.#checked = book;
    this.#early.clear();
    this.#since = undefined;
    this.changed(files);
  }

  #guarded<T>(action: () => T): T | undefined {
    try {
      return action();
    } catch (error) {
      this.around.fault(`checking ${this.name}`, error);
      return undefined;
    }
  }
}

const byUri = new Attached<readonly Chapter[], ReadonlyMap<string, Chapter>>();

/** A chapter of a book. */
export function chapterIn({ chapters }: Book, uri: string): Chapter | undefined {
  let named = byUri.get(chapters);
  if (named === undefined) {
    named = new Map(chapters.map((chapter) => [chapter.uri, chapter]));
    byUri.set(chapters, named);
  }
  return named.get(uri);
}

const manifestLines = new Attached<object, LineIndex>();

/** The lines of a chapter or of the manifest. */
export function linesIn(book: Book, uri: string): LineIndex | undefined {
  const { manifest } = book;
  if (manifest?.uri !== uri) return chapterIn(book, uri)?.lines;
  let lines = manifestLines.get(manifest);
  if (lines === undefined) {
    lines = new LineIndex(manifest.source);
    manifestLines.set(manifest, lines);
  }
  return lines;
}
