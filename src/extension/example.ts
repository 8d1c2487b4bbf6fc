/** `Masterplan: Open Example`: a finished masterplan to look at, or a copy of it to try things on. */

import * as vscode from 'vscode';
import type { Text } from '../core/language/language';
import { commands } from './names';
import { example, packedTexts } from './packed-texts';
import { askChoice, back } from './questions';
import type { Session } from './session';

export function register(context: vscode.ExtensionContext, session: Session): Example {
  return new Example(context, session);
}

export class Example implements vscode.Disposable {
  readonly #command = vscode.commands.registerCommand(commands.openExample, () => this.open());

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly session: Session,
  ) {}

  dispose(): void {
    this.#command.dispose();
  }

  /** Asks whether it is to be copied or only looked at, and opens it. */
  async open(): Promise<void> {
    const items = [
      {
        label: `$(eye) ${this.#say({ id: 'Lihat saja', en: 'Only look at it' })}`,
        detail: this.#say({
          id: 'Terbuka sebagai folder yang tidak dapat diubah; tidak ada yang ditulis ke disk.',
          en: 'Opens as a folder that cannot be changed; nothing is written to a disk.',
        }),
        isCopy: false,
      },
      {
        label: `$(copy) ${this.#say({ id: 'Salin ke sebuah folder…', en: 'Copy it to a folder…' })}`,
        detail: this.#say({
          id: 'Untuk mencoba-coba. Berkas yang sudah ada tidak ditimpa.',
          en: 'To try things. No file that is there is replaced.',
        }),
        isCopy: true,
      },
    ];
    const chosen = await askChoice(
      { title: this.#say({ id: 'Buka Contoh', en: 'Open Example' }), step: 1, total: 1 },
      {
        placeholder: this.#say({
          id: 'Masterplan Kabupaten Contoh yang lengkap: 4 buku, 14 bab, semuanya rekaan',
          en: 'A complete masterplan of a fictitious regency: 4 books, 14 chapters',
        }),
        items,
        chosen: items.slice(0, 1),
      },
    );
    if (chosen === undefined || chosen === back || chosen[0] === undefined) return;
    if (!chosen[0].isCopy) return this.#look();
    const parent = await this.#askForFolder();
    const copy = parent && (await this.copyInto(parent));
    if (copy !== undefined) await openFolder(copy);
  }

  /** Copies the example into a folder of its own below this one: under another name where its own is taken. */
  async copyInto(parent: vscode.Uri): Promise<vscode.Uri> {
    const folder = await freeFolder(parent);
    for (const [path, text] of await packedTexts(this.context, example)) {
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), new TextEncoder().encode(text));
    }
    return folder;
  }

  /** Beside the folders of a window that has several, and shows its first page; else in a window of its own. */
  async #look(): Promise<void> {
    const uri = vscode.Uri.from({ scheme: example.scheme, path: `/${example.name}` });
    const folders = vscode.workspace.workspaceFolders ?? [];
    const isThere = folders.some((folder) => folder.uri.toString() === uri.toString());
    // A window of one folder would begin anew as a window of two, and ask where to keep that.
    if (!isThere && vscode.workspace.workspaceFile === undefined) return openFolder(uri);
    const name = this.#say({ id: 'Kabupaten Contoh (contoh)', en: 'Kabupaten Contoh (example)' });
    if (!isThere && !vscode.workspace.updateWorkspaceFolders(folders.length, 0, { uri, name })) return;
    await vscode.window.showTextDocument(vscode.Uri.joinPath(uri, 'README.md'), { preview: false });
  }

  async #askForFolder(): Promise<vscode.Uri | undefined> {
    const start = vscode.workspace.workspaceFolders?.[0]?.uri;
    const chosen = await vscode.window.showOpenDialog({
      title: this.#say({ id: 'Folder tempat salinan contoh', en: 'Folder for the copy of the example' }),
      openLabel: this.#say({ id: 'Salin ke Sini', en: 'Copy Here' }),
      canSelectFiles: false,
      canSelectFolders: true,
      ...(start === undefined || start.scheme === example.scheme ? {} : { defaultUri: start }),
    });
    return chosen?.[0];
  }

  #say(text: Text): string {
    return this.session.say(text);
  }
}

/** In this window where it is empty or has the folder already, else in a new one. */
async function openFolder(folder: vscode.Uri): Promise<void> {
  if (vscode.workspace.getWorkspaceFolder(folder) !== undefined) {
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, 'README.md'), { preview: false });
    return;
  }
  const isEmpty = (vscode.workspace.workspaceFolders ?? []).length === 0;
  await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: !isEmpty });
}

/** `kabupaten-contoh`, `kabupaten-contoh-2`, and so on: the first name that nothing has. */
async function freeFolder(parent: vscode.Uri): Promise<vscode.Uri> {
  for (let count = 1; ; count++) {
    const folder = vscode.Uri.joinPath(parent, count === 1 ? example.name : `${example.name}-${count}`);
    try {
      await vscode.workspace.fs.stat(folder);
    } catch {
      return folder;
    }
  }
}
