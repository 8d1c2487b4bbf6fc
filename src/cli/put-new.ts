/** Puts new files on the disk: all of them or none, and never over what is there. */

import { rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fault, type Notice } from './notice';
import { createFile, refusalForNew, removeEmpty, unwritable } from './write';

export interface FileToPut {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

/**
 * @param root absolute path of the folder that nothing may be written outside of
 * @param writes without it only what stands against it is said
 * @returns what stands against it; empty where all went well
 */
export function putNew(files: readonly FileToPut[], root: string, writes: boolean): Notice[] {
  const there = nearestThere(root);
  const refusals = files.flatMap(({ path }) => {
    const refusal = refusalForNew(path, there);
    return refusal === undefined ? [] : [fault(refusal, path)];
  });
  if (refusals.length > 0 || !writes) return refusals;
  const made: string[] = [];
  const folders = newFolders(files);
  for (const { path, text } of files) {
    try {
      createFile(path, text);
      made.push(path);
    } catch (error) {
      for (const other of made) rmSync(other, { force: true });
      for (const folder of folders.reverse()) removeEmpty(folder);
      return [fault(unwritable(error), path)];
    }
  }
  return [];
}

/** Below a folder that is not there yet there is nothing to mind. */
function nearestThere(root: string): string {
  let folder = root;
  while (statSync(folder, { throwIfNoEntry: false }) === undefined && dirname(folder) !== folder) {
    folder = dirname(folder);
  }
  return folder;
}

/** Folders that are not there yet, the outer ones first. */
function newFolders(files: readonly FileToPut[]): string[] {
  const folders = new Set<string>();
  for (const { path } of files) {
    const missing: string[] = [];
    let folder = dirname(path);
    while (statSync(folder, { throwIfNoEntry: false }) === undefined && dirname(folder) !== folder) {
      missing.unshift(folder);
      folder = dirname(folder);
    }
    for (const one of missing) folders.add(one);
  }
  return [...folders];
}
