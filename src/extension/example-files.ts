/** The finished example that comes with the extension: as texts, and as a folder that is only looked at. */

import * as vscode from 'vscode';

export const exampleScheme = 'masterplan-example';

/** The folder's name, wherever it is put. */
export const exampleName = 'kabupaten-contoh';

/** The example's texts by their paths in its folder. */
export async function exampleTexts({ extensionUri }: vscode.ExtensionContext): Promise<ReadonlyMap<string, string>> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'example.json'));
  return new Map(Object.entries(JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>));
}

/** The example where it lies on no disk: it can be read and not written. */
export class ExampleFiles implements vscode.FileSystemProvider {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  #texts: Promise<ReadonlyMap<string, string>> | undefined;

  constructor(private readonly context: vscode.ExtensionContext) {}

  /** Lets the editor show folders of this scheme. */
  register(): vscode.Disposable {
    const options = { isReadonly: true, isCaseSensitive: true };
    return vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerFileSystemProvider(exampleScheme, this, options),
    );
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const path = pathIn(uri);
    const texts = await this.#all();
    const text = texts.get(path);
    if (text !== undefined) return { ...statOf(vscode.FileType.File), size: new TextEncoder().encode(text).length };
    if (path === '' || [...texts.keys()].some((other) => other.startsWith(`${path}/`))) {
      return statOf(vscode.FileType.Directory);
    }
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    const path = pathIn(uri);
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
    const text = (await this.#all()).get(pathIn(uri));
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

  #all(): Promise<ReadonlyMap<string, string>> {
    this.#texts ??= exampleTexts(this.context);
    return this.#texts;
  }
}

/** `/kabupaten-contoh/buku/bab.md` is `buku/bab.md`. */
function pathIn({ path }: vscode.Uri): string {
  const [, name, ...rest] = path.replace(/\/+$/, '').split('/');
  return name === exampleName ? rest.join('/') : `${name}/`;
}

function statOf(type: vscode.FileType): vscode.FileStat {
  return { type, ctime: 0, mtime: 0, size: 0, permissions: vscode.FilePermission.Readonly };
}
