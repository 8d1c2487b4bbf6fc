/** Which masterplan a file belongs to (format 1): everything about the places of files, told from their URIs alone. */

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
 */
export function isLeftOut(uri: string, folder: string, exclude: readonly string[]): boolean {
  const path = decode(uri.slice(folder.length));
  const folders = path.split('/').slice(0, -1);
  if (folders.some((name) => name === 'node_modules' || (name.startsWith('.') && name.length > 1))) return true;
  return exclude.some((glob) => globMatches(glob, path));
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * Whether a glob of a manifest (`*`, `**`, `?`, `{a,b}`, relative to the manifest's folder) names a path.
 * A glob that names a folder names all that is in it. The work is bounded by the product of the two lengths.
 */
export function globMatches(glob: string, path: string): boolean {
  const names = path.split('/');
  return alternatives(glob).some((alternative) => {
    const parts = alternative.replace(/^\.?\/+/, '').split('/');
    if (parts.at(-1) === '') parts.pop();
    return parts.length > 0 && foldersMatch(parts, names);
  });
}

/** More alternatives than any manifest needs; a hostile one is cut off here. */
const mostAlternatives = 256;

function alternatives(glob: string): string[] {
  const done: string[] = [];
  const open = [glob];
  while (open.length > 0 && done.length + open.length <= mostAlternatives) {
    const next = open.pop() as string;
    const braces = /\{([^{}]*)\}/.exec(next);
    if (!braces) {
      done.push(next);
      continue;
    }
    const before = next.slice(0, braces.index);
    const after = next.slice(braces.index + braces[0].length);
    for (const choice of (braces[1] as string).split(',')) open.push(before + choice + after);
  }
  return done;
}

/** `parts` may end before `names` does: then the glob names a folder around the file. */
function foldersMatch(parts: readonly string[], names: readonly string[]): boolean {
  // reached[j]: the parts so far have taken exactly the first j names.
  let reached = new Array<boolean>(names.length + 1).fill(false);
  reached[0] = true;
  for (const part of parts) {
    const next = new Array<boolean>(names.length + 1).fill(false);
    if (part === '**') {
      let open = false;
      for (let j = 0; j <= names.length; j++) {
        open ||= reached[j] === true;
        next[j] = open;
      }
    } else {
      for (let j = 0; j < names.length; j++) {
        if (reached[j] && nameMatches(part, names[j] as string)) next[j + 1] = true;
      }
    }
    reached = next;
  }
  return reached.some((yes, taken) => yes && taken > 0);
}

function nameMatches(pattern: string, name: string): boolean {
  let reached = new Array<boolean>(name.length + 1).fill(false);
  reached[0] = true;
  for (const sign of pattern.split('')) {
    const next = new Array<boolean>(name.length + 1).fill(false);
    let open = false;
    for (let j = 0; j <= name.length; j++) {
      if (sign === '*') {
        open ||= reached[j] === true;
        next[j] = open;
      } else if (j > 0) {
        next[j] = reached[j - 1] === true && (sign === '?' || sign === name[j - 1]);
      }
    }
    reached = next;
  }
  return reached[name.length] === true;
}
