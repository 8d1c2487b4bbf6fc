/**
 * Loads our other bundles. Node does so by itself. An extension host in a browser runs the entry as a function of `module`,
 * `exports` and `require`, and its `require` knows `vscode` only: so there we read the bundles from the package, as texts,
 * and run each in the same way when it is first asked for, with a `require` that knows them. A text has to be there by then,
 * because nothing can be waited for inside of `require`; this is what `bring` is for.
 */

import * as vscode from 'vscode';

/** Set where the extension is built for a browser. */
declare const IN_BROWSER: boolean;

/** By bundle, the files that it may load without waiting, itself among them; written by the build. */
declare const BUNDLES: Readonly<Record<string, readonly string[]>>;

/** What runs us, for those who have to know. */
export interface Host {
  readonly isNode: boolean;
  /** Makes sure that `import()` finds a bundle, where it is in this package. */
  readonly bring: (bundle: string) => Promise<void>;
}

/** Loads what runs a session, and says what it runs on. */
export async function loadSession({ extensionUri }: vscode.ExtensionContext) {
  if (!IN_BROWSER) return { ...(await import('./session')), host: { isNode: true, bring: async () => {} } };
  const shelf = new Shelf(vscode.Uri.joinPath(extensionUri, 'dist'));
  await Promise.all([shelf.bring('session'), shelf.bring('features')]);
  const session = shelf.require('./session.js') as typeof import('./session');
  return { ...session, host: { isNode: false, bring: shelf.bring } };
}

class Shelf {
  readonly #texts = new Map<string, string>();
  readonly #made = new Map<string, { readonly exports: unknown }>();

  constructor(private readonly folder: vscode.Uri) {}

  readonly bring = async (bundle: string): Promise<void> => {
    const missing = (BUNDLES[bundle] ?? []).filter((file) => !this.#texts.has(file));
    const texts = missing.map((file) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.folder, file)));
    for (const [at, bytes] of (await Promise.all(texts)).entries()) {
      this.#texts.set(missing[at] as string, new TextDecoder().decode(bytes));
    }
  };

  readonly require = (name: string): unknown => {
    if (!name.startsWith('./')) return require(name);
    const file = name.slice('./'.length);
    const old = this.#made.get(file);
    if (old !== undefined) return old.exports;
    const text = this.#texts.get(file);
    if (text === undefined) throw new Error(`${file} has not been brought`);
    const made = { exports: {} };
    this.#made.set(file, made);
    const source = `${text}\n//# sourceURL=${vscode.Uri.joinPath(this.folder, file)}`;
    new Function('module', 'exports', 'require', source)(made, made.exports, this.require);
    return made.exports;
  };
}
