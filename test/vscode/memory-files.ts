// A file system in memory that behaves as badly as a test wants: files that cannot be read, that vanish, that wait.
import * as vscode from 'vscode';

const { FileType } = vscode;

/** A file: its text, or how it fails; a locked folder cannot be listed. */
export type MemoryFile =
  | string
  | 'folder'
  | 'locked folder'
  | { readonly fails: 'unreadable' | 'vanished' }
  | { readonly loop: true };

export class MemoryFiles implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  readonly #files = new Map<string, MemoryFile>();
  readonly #registration: vscode.Disposable;
  /** The paths that were read and listed, in order. */
  readonly read: string[] = [];
  readonly listed: string[] = [];
  /** Whoever reads waits for this first. */
  gate: (path: string) => Promise<void> = async () => {};

  constructor(readonly scheme: string) {
    this.#registration = vscode.workspace.registerFileSystemProvider(scheme, this, { isCaseSensitive: true });
  }

  uri(path: string): vscode.Uri {
    return vscode.Uri.from({ scheme: this.scheme, path });
  }

  /** Puts a file there that was there before anybody looked. */
  lay(path: string, file: MemoryFile): void {
    this.#files.set(path, file);
  }

  put(path: string, file: MemoryFile): void {
    const type = this.#files.has(path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#files.set(path, file);
    this.#changed.fire([{ type, uri: this.uri(path) }]);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const file = this.#files.get(path);
    const type = this.#typeOf(path, file);
    if (type === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return { type, ctime: 0, mtime: 0, size: typeof file === 'string' ? file.length : 0 };
  }

  #typeOf(path: string, file: MemoryFile | undefined): vscode.FileType | undefined {
    if (file === 'folder' || file === 'locked folder') return FileType.Directory;
    if (file !== undefined)
      return typeof file === 'object' && 'loop' in file ? FileType.SymbolicLink | FileType.Directory : FileType.File;
    return [...this.#files.keys()].some((other) => other.startsWith(`${path}/`)) ? FileType.Directory : undefined;
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    this.listed.push(path);
    if (this.#files.get(path) === 'locked folder') throw vscode.FileSystemError.NoPermissions(path);
    const base = path.endsWith('/') ? path : `${path}/`;
    const entries = new Map<string, vscode.FileType>();
    for (const [other, file] of this.#files) {
      if (!other.startsWith(base)) continue;
      const [name = '', ...rest] = other.slice(base.length).split('/');
      entries.set(name, rest.length > 0 ? FileType.Directory : (this.#typeOf(other, file) ?? FileType.File));
    }
    return [...entries];
  }

  async readFile({ path }: vscode.Uri): Promise<Uint8Array> {
    this.read.push(path);
    await this.gate(path);
    const file = this.#files.get(path);
    if (file === undefined) throw vscode.FileSystemError.FileNotFound(path);
    if (file === 'folder' || file === 'locked folder') throw vscode.FileSystemError.FileIsADirectory(path);
    if (typeof file === 'string') return new TextEncoder().encode(file);
    if ('loop' in file) throw vscode.FileSystemError.Unavailable(path);
    throw file.fails === 'vanished'
      ? vscode.FileSystemError.FileNotFound(path)
      : vscode.FileSystemError.NoPermissions(path);
  }

  writeFile({ path }: vscode.Uri, content: Uint8Array): void {
    this.put(path, new TextDecoder().decode(content));
  }

  delete({ path }: vscode.Uri): void {
    const gone = [...this.#files.keys()].filter((other) => other === path || other.startsWith(`${path}/`));
    for (const other of gone) this.#files.delete(other);
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri: this.uri(path) }]);
  }

  createDirectory({ path }: vscode.Uri): void {
    this.put(path, 'folder');
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}
