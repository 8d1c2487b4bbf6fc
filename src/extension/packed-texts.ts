/** Texts that come with the extension, a folder of them in one file: small, readable in a browser, and shown as files on no disk. */

import * as vscode from 'vscode';

/** A folder of texts. */
export interface PackedFolder {
  readonly scheme: string;
  /** Its name where it is shown, and wherever it is put. */
  readonly name: string;
}

/** The finished example. */
export const example: PackedFolder = { scheme: 'masterplan-example', name: 'kabupaten-contoh' };

/** The handbook: a page for each rule. */
export const handbook: PackedFolder = { scheme: 'masterplan-handbook', name: 'rules' };

/** The texts of a folder by their paths in it. */
export async function packedTexts(
  { extensionUri }: vscode.ExtensionContext,
  { name }: PackedFolder,
): Promise<ReadonlyMap<string, string>> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', `${name}.json`));
  return new Map(Object.entries(JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>));
}

/** A folder where it lies on no disk: it can be read and not written. */
export class PackedTexts implements vscode.FileSystemProvider {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  #texts: Promise<ReadonlyMap<string, string>> | undefined;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly folder: PackedFolder,
  ) {}

  /** Lets the editor show the folder. */
  register(): vscode.Disposable {
    const options = { isReadonly: true, isCaseSensitive: true };
    return vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerFileSystemProvider(this.folder.scheme, this, options),
    );
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const path = this.#pathIn(uri);
    const texts = await this.#all();
    const text = texts.get(path);
    if (text !== undefined) return { ...statOf(vscode.FileType.File), size: new TextEncoder().encode(text).length };
    if (path === '' || [...texts.keys()].some((other) => other.startsWith(`${path}/`))) {
      return statOf(vscode.FileType.Directory);
    }
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    const path = this.#pathIn(uri);
    const start = path === '' ? '' : `${path}/`;
    const entries = new Map<string, vscode.FileType>();
    for (const other of (await this.#all()).keys()) {
      if (!other.startsWith(start)) continue;
      const [name, ...rest] = other.slice(start.length).split('/');
      entries.set(name as string, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    if (entries.size === 0) throw vscode.FileSystemError.FileNotFound(uri);
    return [...entries];
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const text = (await this.#all()).get(this.#pathIn(uri));
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(text);
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  /** `/kabupaten-contoh/buku/bab.md` is `buku/bab.md`. */
  #pathIn({ path }: vscode.Uri): string {
    const [, name, ...rest] = path.replace(/\/+$/, '').split('/');
    return name === this.folder.name ? rest.join('/') : `${name}/`;
  }

  #all(): Promise<ReadonlyMap<string, string>> {
    this.#texts ??= packedTexts(this.context, this.folder);
    return this.#texts;
  }
}

function statOf(type: vscode.FileType): vscode.FileStat {
  return { type, ctime: 0, mtime: 0, size: 0, permissions: vscode.FilePermission.Readonly };
}
