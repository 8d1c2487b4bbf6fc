/** Which files the links of the masterplans lead to are there: the core cannot see it, so the session looks for it. */

import * as vscode from 'vscode';
import type { Book } from '../core/book/book';
import { linkedFiles } from '../core/book/links';

export class LinkedFiles {
  /** Replaced, never changed: a book keeps what it was checked with. */
  #known: ReadonlyMap<string, boolean> = new Map();
  readonly #asked = new Set<string>();

  /**
   * @param run runs a look at the disk as a job of the session.
   * @param found is called when more is known than before.
   */
  constructor(
    private readonly run: (name: string, action: () => Promise<void>) => void,
    private readonly found: () => void,
  ) {}

  /** What is known by now of the files that a book links to; for what is not, a look is on its way. */
  of(book: Book): ReadonlyMap<string, boolean> {
    const unknown = linkedFiles(book).filter((uri) => !this.#known.has(uri) && !this.#asked.has(uri));
    if (unknown.length > 0) {
      for (const uri of unknown) this.#asked.add(uri);
      this.run('looking for linked files', () => this.#look(unknown));
    }
    return this.#known;
  }

  /** A file or folder has come or gone: what was known of it, or of what is in it, is looked for again. */
  changed(uri: string): void {
    const changed = vscode.Uri.parse(uri).toString();
    const stale = [...this.#known.keys()].filter((file) => {
      const known = vscode.Uri.parse(file).toString();
      return known === changed || known.startsWith(`${changed}/`);
    });
    if (stale.length === 0) return;
    for (const file of stale) this.#asked.add(file);
    this.run('looking for linked files', () => this.#look(stale));
  }

  async #look(files: readonly string[]): Promise<void> {
    const looks = files.map(async (file) => [file, await isThere(vscode.Uri.parse(file))] as const);
    const seen = await Promise.all(looks);
    for (const [file] of seen) this.#asked.delete(file);
    if (seen.every(([file, there]) => this.#known.get(file) === there)) return;
    this.#known = new Map([...this.#known, ...seen]);
    this.found();
  }
}

/** A file or a folder. What cannot be told (no right to look) counts as there: no finding is better than a false one. */
async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    return !(error instanceof vscode.FileSystemError && error.code === 'FileNotFound');
  }
}
