/** Changes to several files are shown before they are made: all of them at once, and Enter makes them. */

import * as vscode from 'vscode';
import type { Text } from '../core/language/language';
import { applyEdits, type FileEdit } from '../core/text/edits';
import { toWorkspaceEdit } from './positions';
import { askChoice, back } from './questions';
import type { Session } from './session';

/** Texts as they would be, by the query of their URI. */
const scheme = 'masterplan-preview';

export interface ChangeWish {
  /** What is done, with the name of what it is done to. */
  readonly title: string;
  /** What Enter does. */
  readonly action: Text;
  /** What should be known before. */
  readonly concerns: readonly Text[];
  readonly edits: readonly (FileEdit & { readonly uri: string })[];
}

/** Makes changes to one file at once, and those to several, or with something to consider, once they have been seen. */
export class ChangePreview implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #registered = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  readonly #texts = new Map<string, string>();

  constructor(private readonly session: Session) {}

  dispose(): void {
    this.#registered.dispose();
  }

  provideTextDocumentContent({ query }: vscode.Uri): string {
    return this.#texts.get(query) ?? '';
  }

  /** @returns whether the changes have been made, all of them in one step. */
  async make(wish: ChangeWish): Promise<boolean> {
    const { edits, concerns } = wish;
    const isSimple = edits.length <= 1 && concerns.length === 0;
    const before = new Map(edits.map(({ uri }) => [uri, this.session.chapterOf(uri)]));
    if (!isSimple && !(await this.#isWanted(wish))) return false;
    // What was shown is what is made, or nothing.
    if (edits.some(({ uri }) => this.session.chapterOf(uri) !== before.get(uri))) {
      const text: Text = {
        id: 'Naskah berubah sementara itu; tidak ada yang diubah.',
        en: 'The text has changed meanwhile; nothing was done.',
      };
      void vscode.window.showWarningMessage(this.session.say(text));
      return false;
    }
    const change = toWorkspaceEdit({ edits }, '', this.session);
    // Halves of one change are saved together.
    return vscode.workspace.applyEdit(change, { isRefactoring: edits.length > 1 });
  }

  async #isWanted(wish: ChangeWish): Promise<boolean> {
    const { title, edits } = wish;
    for (const { uri, edits: ofFile } of edits) {
      const source = this.session.chapterOf(uri)?.source;
      if (source !== undefined) this.#texts.set(uri, applyEdits(source, ofFile));
    }
    const changes = edits.map(({ uri }) => {
      const file = vscode.Uri.parse(uri);
      return [file, file, vscode.Uri.from({ scheme, path: file.path, query: uri })];
    });
    try {
      // What is open only in passing would make room for the changes, and not be there afterwards.
      if (vscode.window.tabGroups.activeTabGroup.activeTab?.isPreview) {
        await vscode.commands.executeCommand('workbench.action.keepEditor');
      }
      await vscode.commands.executeCommand('vscode.changes', title, changes);
      return await this.#ask(wish);
    } finally {
      // The editor adds how many files there are.
      const { all } = vscode.window.tabGroups;
      await vscode.window.tabGroups.close(
        all.flatMap(({ tabs }) => tabs.filter(({ label }) => label.startsWith(title))),
      );
      this.#texts.clear();
    }
  }

  async #ask({ title, action, concerns, edits }: ChangeWish): Promise<boolean> {
    const say = (text: Text) => this.session.say(text);
    const yes = {
      label: `$(check) ${say(action)}`,
      description: say({ id: `${edits.length} berkas berubah`, en: `${edits.length} files change` }),
      detail: edits.map(({ uri }) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri), false)).join(', '),
      isYes: true,
    };
    const no = { label: `$(close) ${say({ id: 'Batal', en: 'Cancel' })}`, isYes: false };
    const toConsider = say({ id: 'Perlu diketahui', en: 'To be considered' });
    // The second line has all the room.
    const known = concerns.map((concern) => ({
      label: `$(warning) ${toConsider}`,
      detail: say(concern),
      isYes: false,
    }));
    const chosen = await askChoice(
      { title, step: 1, total: 1 },
      {
        placeholder: say({
          id: 'Perubahan tampil di editor. Enter menerapkan semuanya, Escape membatalkan.',
          en: 'The changes are shown in the editor. Enter makes all of them, Escape none.',
        }),
        items: [yes, no, ...known],
        chosen: [yes],
      },
    );
    return chosen !== undefined && chosen !== back && chosen[0]?.isYes === true;
  }
}
