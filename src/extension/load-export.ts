/** Loads what writes the finished books when somebody exports: it is larger than all the rest, and lies in bundles of its own. */

import * as vscode from 'vscode';
import type * as Core from '../core/export';
import type { PageNumbers } from '../core/export';
import type * as Printing from '../printing/browser';

/** Set where the extension is built for a browser, whose extension host loads one file only. */
declare const IN_BROWSER: boolean;

let core: Promise<typeof Core> | undefined;

/** The room `core/export`; loaded once. */
export function loadExport(context: vscode.ExtensionContext): Promise<typeof Core> {
  core ??= IN_BROWSER ? fetched<typeof Core>('export.js', context) : import('../core/export');
  return core;
}

/** What works out page numbers, where this package has it; without it Word fills them in itself. */
export async function loadPages(context: vscode.ExtensionContext): Promise<PageNumbers | undefined> {
  try {
    const { pageNumbers } = IN_BROWSER
      ? await fetched<{ pageNumbers: PageNumbers }>('pages.js', context)
      : await import('../core/export/pages');
    return pageNumbers;
  } catch {
    return undefined;
  }
}

/** What prints PDF; nothing in a browser, which starts no programs. */
export async function loadPrinting(): Promise<typeof Printing | undefined> {
  return IN_BROWSER ? undefined : import('../printing/browser');
}

/** Reads a bundle of ours from the package, and runs it as the editor itself runs the extension. */
async function fetched<Exports>(name: string, { extensionUri }: vscode.ExtensionContext): Promise<Exports> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', name));
  const made = { exports: {} };
  new Function('module', 'exports', new TextDecoder().decode(bytes))(made, made.exports);
  return made.exports as Exports;
}
