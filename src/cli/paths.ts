/** Paths as they are shown: short, with `/`, and the same on every system. */

import { dirname, isAbsolute, relative, sep } from 'node:path';

/** A path seen from a folder, with `/`; the whole path where there is no way between the two (another drive). */
export function pathFrom(folder: string, path: string): string {
  const short = relative(folder, path);
  if (short === '') return '.';
  return slashed(isAbsolute(short) ? path : short);
}

/** The path of what stands in a folder under this name. As `join` gives it, which is slow for what was found by the thousand. */
export function inFolder(folder: string, name: string): string {
  return folder.endsWith(sep) ? folder + name : folder + sep + name;
}

export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** Whether a path is a folder itself or lies below it; both absolute. */
export function isWithin(folder: string, path: string): boolean {
  if (path === folder) return true;
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The deepest folder that holds all of these. */
export function commonFolder(folders: readonly string[]): string {
  let common = folders[0] as string;
  for (const folder of folders) {
    while (!isWithin(common, folder) && dirname(common) !== common) common = dirname(common);
  }
  return common;
}
