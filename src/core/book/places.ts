/** Which masterplan a file belongs to (format 1): everything about the places of files, told from their URIs alone. */

import { decoded } from '../text/decoded';
import type { GlobMatcher } from '../text/glob';

/** The two names of a manifest; where both stand in one folder the first counts. */
export const manifestNames = ['masterplan.yaml', 'masterplan.yml'] as const;

/** The folder of a file as a URI that ends with `/`. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}

function nameOf(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}

/** Whether the file's name is a manifest's. */
export function isManifest(uri: string): boolean {
  const name = nameOf(uri);
  return manifestNames.some((manifestName) => name === manifestName);
}

/** Whether the file's name is one that a chapter may have: `.md`, `.markdown`. */
export function mayBeChapter(uri: string): boolean {
  return /\.(?:md|markdown)$/i.test(nameOf(uri));
}

/**
 * The manifests that count, folder by folder: of two in one folder only `masterplan.yaml`.
 * @returns URI of the manifest by the folder that it marks (ends with `/`).
 */
export function markedFolders(manifests: Iterable<string>): Map<string, string> {
  const marked = new Map<string, string>();
  for (const uri of manifests) {
    const folder = folderOf(uri);
    const other = marked.get(folder);
    if (other === undefined || nameOf(other) !== manifestNames[0]) marked.set(folder, uri);
  }
  return marked;
}

/** The nearest of the marked folders above a file, or none: then the file is nobody's, or a loose chapter. */
export function nearestFolder(uri: string, folders: ReadonlyMap<string, unknown>): string | undefined {
  let folder = folderOf(uri);
  while (folder.length > 0) {
    if (folders.has(folder)) return folder;
    const shorter = folderOf(folder.slice(0, -1));
    if (shorter.length >= folder.length) return undefined;
    folder = shorter;
  }
  return undefined;
}

/**
 * Whether a file below a manifest's folder is left out of the masterplan: in a dot-folder, in `node_modules`,
 * or named by the manifest's `exclude` (format 1).
 * @param folder the folder that the manifest marks, as a URI that ends with `/`.
 * @param excluded made from the manifest's globs by `globMatcher`.
 */
export function isLeftOut(uri: string, folder: string, excluded: GlobMatcher): boolean {
  const path = decoded(uri.slice(folder.length));
  const folders = path.split('/').slice(0, -1);
  return folders.some((name) => name === 'node_modules' || name.startsWith('.')) || excluded(path);
}
