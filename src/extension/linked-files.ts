/** Which files the links of the masterplans lead to are there: the core cannot see it, so the session looks for it. */

import * as vscode from 'vscode';
import type { Book } from '../core/book/book';
import { filesLinkedBy } from '../core/book/links';
import type { Chapter } from '../core/chapter/chapter';
import type { Steps } from '../core/text/steps';
import { inBatches } from './files';

export class LinkedFiles {
  /** Replaced, never changed: a book keeps what it was checked with. */
  #known: ReadonlyMap<string, boolean> = new Map();
  /** All files that were asked for, known or not yet: how the editor writes their URIs, and the last look at them. */
  readonly #asked = new Map<string, { readonly uri: string; look?: object }>();
  /** Chapters whose links have been looked through. */
  readonly #seen = new WeakSet<Chapter>();

  /**
   * @param run runs a look at the disk as a job of the session.
   * @param found is called when more is known than before.
   */
  constructor(
    private readonly run: (name: string, action: () => Promise<void>) => void,
    private readonly found: () => void,
  ) {}

  /** What is known by now, for all masterplans. */
  get known(): ReadonlyMap<string, boolean> {
    return this.#known;
  }

  /** Looks for the files that the links of a book lead to, where nobody has done so before. */
  *look(book: Book): Steps<void> {
    const chapters = book.chapters.filter((chapter) => !this.#seen.has(chapter));
    const unknown = new Map<string, string>();
    for (const chapter of chapters) {
      for (const file of filesLinkedBy(chapter, book.settings)) {
        if (!this.#asked.has(file) && !unknown.has(file)) unknown.set(file, vscode.Uri.parse(file).toString());
      }
      yield;
    }
    // Only now: what is left off on the way there is to be begun anew.
    for (const chapter of chapters) this.#seen.add(chapter);
    for (const [file, uri] of unknown) this.#asked.set(file, { uri });
    if (unknown.size > 0) this.run('looking for linked files', () => this.#look([...unknown.keys()]));
  }

  /** Files or folders have come or gone: what was known of them, or of what is in them, is looked for again. */
  *changed(names: ReadonlySet<string>): Steps<void> {
    const stale: string[] = [];
    let count = 0;
    for (const [file, { uri }] of this.#asked) {
      if (isIn(uri, names)) stale.push(file);
      if (++count % 256 === 0) yield;
    }
    if (stale.length > 0) this.run('looking for linked files', () => this.#look(stale));
  }

  async #look(files: readonly string[]): Promise<void> {
    const look = {};
    for (const file of files) Object.assign(this.#asked.get(file) ?? {}, { look });
    const all: [string, boolean][] = [];
    await inBatches(files, async (file) => {
      all.push([file, await isThere(vscode.Uri.parse(file))]);
    });
    // Whoever looked later knows better.
    const seen = all.filter(([file]) => this.#asked.get(file)?.look === look);
    if (seen.every(([file, there]) => this.#known.get(file) === there)) return;
    this.#known = new Map([...this.#known, ...seen]);
    this.found();
  }
}

/** Whether a file, or a folder that it is in, is among these. */
export function isIn(uri: string, names: ReadonlySet<string>): boolean {
  for (let end = uri.length; end > 0; end = uri.lastIndexOf('/', end - 1)) {
    if (names.has(uri.slice(0, end))) return true;
  }
  return false;
}

/** A file or a folder. What cannot be told (no right to look) counts as there: no finding is better than a false one. */
export async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    return !(error instanceof vscode.FileSystemError && error.code === 'FileNotFound');
  }
}
