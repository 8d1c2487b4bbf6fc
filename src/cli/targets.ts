/** From the paths of a command line to the masterplans and chapters that they mean. */

import { realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isManifest, mayBeChapter } from '../core/book/places';
import { discover, type FoundBook, manifestAbove } from './discover';
import { fault, type Notice } from './notice';
import { commonFolder, isWithin } from './paths';
import { unreadable } from './sources';

/** One path of the command line: all below a folder, or one file. */
export interface Target {
  /** Absolute. */
  readonly path: string;
  readonly type: 'folder' | 'file';
}

export interface Targets {
  readonly targets: readonly Target[];
  /** The masterplans that hold what was asked for, each whole: facts about a book need all of it. */
  readonly books: readonly FoundBook[];
  readonly loose: readonly string[];
  readonly notices: readonly Notice[];
  /** The checked folder, which machine-readable paths are relative to. */
  readonly folder: string;
}

/**
 * @param paths as written on the command line
 * @param start absolute path of the folder that they start from
 */
export function findTargets(paths: readonly string[], start: string, onFolder?: () => void): Targets {
  const targets: Target[] = [];
  const notices: Notice[] = [];
  const onTheWay: Notice[] = [];
  const bases: string[] = [];
  const books = new Map<string, FoundBook>();
  const loose = new Set<string>();
  const walked = new Set<string>();

  const walk = (folder: string) => {
    if (walked.has(folder)) return;
    walked.add(folder);
    const found = discover(folder, onFolder);
    for (const book of found.books) books.set(book.manifest, book);
    for (const path of found.loose) loose.add(path);
    onTheWay.push(...found.notices);
  };

  for (const written of paths) {
    const path = resolve(start, written);
    try {
      const stats = statSync(path);
      if (stats.isDirectory()) {
        const manifest = manifestAbove(path);
        walk(manifest === undefined ? path : dirname(manifest));
        targets.push({ path, type: 'folder' });
        bases.push(path);
      } else if (isManifest(path)) {
        walk(dirname(path));
        targets.push({ path: dirname(path), type: 'folder' });
        bases.push(dirname(path));
      } else if (stats.isFile() && mayBeChapter(path)) {
        const manifest = manifestAbove(dirname(path));
        bases.push(dirname(manifest ?? path));
        if (manifest === undefined) loose.add(path);
        else walk(dirname(manifest));
        targets.push({ path: manifest === undefined ? path : ownPath(path, books.get(manifest)), type: 'file' });
      } else {
        notices.push(fault(notMarkdown, path));
      }
    } catch (error) {
      notices.push(fault(unreadable(error), path));
    }
  }
  const isAsked = (path: string) => isTarget(targets, path);
  return {
    targets,
    books: [...books.values()].filter(({ manifest, files }) => isAsked(manifest) || files.some(isAsked)),
    loose: [...loose].filter(isAsked),
    notices: [...notices, ...onTheWay.map((notice) => asideUnlessTarget(notice, targets))],
    folder: bases.length === 0 ? start : commonFolder(bases),
  };
}

/** Whether the problems of a file were asked for. */
export function isTarget(targets: readonly Target[], path: string): boolean {
  return targets.some((target) => (target.type === 'folder' ? isWithin(target.path, path) : target.path === path));
}

/** What stands in the way elsewhere in a book is worth a word, but is no failure to do what was asked. */
export function asideUnlessTarget(notice: Notice, targets: readonly Target[]): Notice {
  return notice.path === undefined || isTarget(targets, notice.path) ? notice : { ...notice, level: 'note' };
}

const notMarkdown = {
  id: 'ini bukan bab: bab masterplan adalah berkas Markdown (.md atau .markdown).',
  en: 'this is no chapter: chapters are Markdown files (.md or .markdown).',
};

/** A file may be named through a link; in its book it stands at its own place. */
function ownPath(path: string, book: FoundBook | undefined): string {
  if (book === undefined || book.files.includes(path)) return path;
  const real = realpathSync(path);
  return book.files.find((file) => realpathSync(file) === real) ?? path;
}
