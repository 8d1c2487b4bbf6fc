/** Finds and reads files through the editor, so that local, remote and virtual workspaces are served alike. */

import * as vscode from 'vscode';
import { isLeftOut, isManifest, manifestNames, mayBeChapter } from '../core/book/places';

// No braces, and no limit: the search of some virtual file systems fails over them.
const manifestGlobs = manifestNames.map((name) => `**/${name}`);
const markdownGlobs = ['md', 'MD', 'markdown', 'MARKDOWN'].map((ending) => `**/*.${ending}`);
/** The search on a disk knows brackets; each search goes through all of it. */
const markdownGlobsOnDisk = ['**/*.[mM][dD]', '**/*.[mM][aA][rR][kK][dD][oO][wW][nN]'];
const skipped = '**/node_modules/**';

/** A walk without a search provider asks for one folder after the other: there must be an end to it. */
const mostFolders = 2000;

/** All manifests below a folder, as URIs. */
export async function findManifests(folder: vscode.Uri): Promise<string[]> {
  const { files } = await find(folder, manifestGlobs, isManifest);
  return files.map((uri) => uri.toString()).filter((uri) => isManifest(uri) && isWithin(uri, folder));
}

/** What a search has found, and where it could not look. */
export interface FoundFiles {
  readonly files: readonly vscode.Uri[];
  readonly unlisted: readonly vscode.Uri[];
}

/** All files below a folder whose names a chapter may have, and perhaps others: there may be very many. */
export function findMarkdown(folder: vscode.Uri): Promise<FoundFiles> {
  return find(folder, isOnDisk(folder) ? markdownGlobsOnDisk : markdownGlobs, mayBeChapter);
}

/** Not in a folder that belongs to a tool. */
function isWithin(uri: string, folder: vscode.Uri): boolean {
  return !isLeftOut(uri, `${folder.toString().replace(/\/$/, '')}/`, () => false);
}

/** How many files are asked for at a time. */
const batch = 16;

/** Does something with many files, a few at a time: the rest of the editor reads files as well. */
export async function inBatches<T>(files: readonly T[], action: (file: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < files.length; at += batch) await Promise.all(files.slice(at, at + batch).map(action));
}

/** Elsewhere the editor may wait for ever for somebody who searches. */
const searchedSchemes: ReadonlySet<string> = new Set(['file', 'vscode-remote', 'vscode-vfs']);

async function find(
  folder: vscode.Uri,
  globs: readonly string[],
  isWanted: (uri: string) => boolean,
): Promise<FoundFiles> {
  if (!searchedSchemes.has(folder.scheme)) return walk(folder, isWanted);
  const searches = globs.map((glob) => {
    return vscode.workspace.findFiles(new vscode.RelativePattern(folder, glob), skipped);
  });
  // The search fails in a folder that has just gone.
  const files = await Promise.all(searches).then(
    (found) => found.flat(),
    () => undefined,
  );
  const isSure = files && (files.length > 0 || (await isSearchable(folder)));
  return isSure ? { files, unlisted: [] } : walk(folder, isWanted);
}

function isOnDisk({ scheme }: vscode.Uri): boolean {
  return scheme === 'file' || scheme === 'vscode-remote';
}

/** Some file systems have no search and answer that there is nothing, whatever one looks for. */
async function isSearchable(folder: vscode.Uri): Promise<boolean> {
  if (isOnDisk(folder)) return true;
  return (await vscode.workspace.findFiles(new vscode.RelativePattern(folder, '**/*'), skipped)).length > 0;
}

async function walk(root: vscode.Uri, isWanted: (uri: string) => boolean): Promise<FoundFiles> {
  const files: vscode.Uri[] = [];
  const unlisted: vscode.Uri[] = [];
  const open = [root];
  for (let count = 0; count < mostFolders; count++) {
    const folder = open.pop();
    if (folder === undefined) break;
    const entries = await entriesOf(folder);
    if (entries === undefined) unlisted.push(folder);
    for (const [name, type] of entries ?? []) {
      const uri = vscode.Uri.joinPath(folder, name);
      // A link to a folder may lead back to where the walk comes from.
      if (type === vscode.FileType.Directory && name !== 'node_modules' && !name.startsWith('.')) open.push(uri);
      else if ((type & vscode.FileType.File) !== 0 && isWanted(uri.toString())) files.push(uri);
    }
  }
  return { files, unlisted: [...unlisted, ...open] };
}

/** Nothing where it cannot be told; a folder that has gone has no entries. */
async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][] | undefined> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch (error) {
    return isNotFound(error) ? [] : undefined;
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

/**
 * The text of a file on disk as the editor would show it, without a byte-order mark.
 * @returns nothing where there is no such file, or none that holds text.
 */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
  return decode(bytes);
}

function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 8192).includes(0)) return undefined;
  return new TextDecoder().decode(bytes);
}

/** Whether a file exists; what cannot be asked does not. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  return ((await typeOf(uri)) & vscode.FileType.File) !== 0;
}

/** Whether it is a file or a folder, and whether by a link. */
export async function typeOf(uri: vscode.Uri): Promise<vscode.FileType> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type;
  } catch {
    return vscode.FileType.Unknown;
  }
}
