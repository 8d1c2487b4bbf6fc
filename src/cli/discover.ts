/** Finds masterplans and the files that may be chapters, below a folder and above it, in the same order every time. */

import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { isManifest, manifestNames, mayBeChapter } from '../core/book/places';
import { fault, type Notice, note } from './notice';
import { inFolder, isWithin } from './paths';
import { codeOf, isGone, unreadable } from './sources';

export interface FoundBook {
  /** Absolute path of the folder with the manifest. */
  readonly folder: string;
  readonly manifest: string;
  /** Markdown files that belong to it; which of them are chapters is told by reading them. */
  readonly files: string[];
  /** How many more chapters there may be where nothing could be read; endless for a whole folder. */
  unread: number;
}

export interface Found {
  readonly books: readonly FoundBook[];
  /** Markdown files with no manifest above them. */
  readonly loose: readonly string[];
  readonly notices: readonly Notice[];
}

/** The manifest in a folder or in the nearest folder above it. */
export function manifestAbove(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    for (const name of manifestNames) {
      const path = inFolder(at, name);
      if (statSync(path, { throwIfNoEntry: false })?.isFile()) return path;
    }
    if (dirname(at) === at) return undefined;
  }
}

/**
 * Looks through a folder and all below it but dot-folders and `node_modules`. Links are followed where they lead
 * to something that is not found without them, and never back to where they stand.
 * @param folder absolute path of a folder that has no masterplan above it but its own
 * @param onFolder called for each folder, to show that the work goes on
 */
export function discover(folder: string, onFolder?: () => void): Found {
  const walk = new Walk(onFolder);
  walk.enter(folder, realpathSync(folder), undefined);
  walk.followLinks();
  return walk;
}

interface Link {
  readonly path: string;
  readonly realFolder: string;
  readonly book: FoundBook | undefined;
}

class Walk implements Found {
  readonly books: FoundBook[] = [];
  readonly loose: string[] = [];
  readonly notices: Notice[] = [];
  private readonly links: Link[] = [];
  private readonly seenFolders = new Set<string>();
  private readonly seenTargets = new Set<string>();

  constructor(private readonly onFolder: (() => void) | undefined) {}

  enter(folder: string, realFolder: string, around: FoundBook | undefined): void {
    this.seenFolders.add(realFolder);
    this.onFolder?.();
    let entries: Dirent[];
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      if (isGone(codeOf(error))) return;
      this.notices.push(fault(unreadable(error), folder));
      if (around) around.unread = Number.POSITIVE_INFINITY;
      return;
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    const book = this.bookOf(folder, entries) ?? around;
    for (const entry of entries) {
      const { name } = entry;
      if (name.includes('\uFFFD') && this.isMisnamed(folder, entry, book)) continue;
      if (entry.isDirectory()) {
        if (!isSkipped(name)) this.enter(inFolder(folder, name), inFolder(realFolder, name), book);
      } else if (entry.isSymbolicLink()) {
        if (!isSkipped(name) && !isManifest(name)) this.links.push({ path: inFolder(folder, name), realFolder, book });
      } else if (entry.isFile() && mayBeChapter(name)) {
        this.add(inFolder(folder, name), book);
      }
    }
  }

  /** A name that is no UTF-8, as an old archive leaves it, is given with other letters, and nothing is found by it. */
  private isMisnamed(folder: string, entry: Dirent, around: FoundBook | undefined): boolean {
    const path = inFolder(folder, entry.name);
    try {
      if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return false;
    } catch {
      return false;
    }
    const isFile = !entry.isDirectory();
    if (isSkipped(entry.name) || (isFile && !mayBeChapter(entry.name))) return true;
    this.notices.push(fault(misnamed, path));
    if (around) around.unread += isFile ? 1 : Number.POSITIVE_INFINITY;
    return true;
  }

  /** After all else, so that what can be found without a link is found at its own place. */
  followLinks(): void {
    for (const link of this.links) {
      try {
        this.follow(link);
      } catch (error) {
        // A link that leads nowhere matters only where it pretends to be a chapter.
        if (!mayBeChapter(link.path)) continue;
        const message =
          codeOf(error) === 'ENOENT'
            ? {
                id: 'tautan ini menunjuk ke berkas yang tidak ada.',
                en: 'this link leads to a file that is not there.',
              }
            : unreadable(error);
        this.notices.push(fault(message, link.path));
        if (link.book) link.book.unread++;
      }
    }
  }

  private follow({ path, realFolder, book }: Link): void {
    const target = realpathSync(path);
    const seen = this.seenFolders.has(target) || this.seenTargets.has(target);
    if (seen || isWithin(target, realFolder)) return;
    const stats = statSync(target);
    if (stats.isDirectory()) {
      this.enter(path, target, book);
    } else if (stats.isFile() && mayBeChapter(path)) {
      if (mayBeChapter(target) && this.seenFolders.has(dirname(target))) return;
      this.seenTargets.add(target);
      this.add(path, book);
    }
  }

  private bookOf(folder: string, entries: readonly Dirent[]): FoundBook | undefined {
    const [name, other] = manifestNames.filter((manifest) =>
      entries.some((entry) => entry.name === manifest && isFile(entry, folder)),
    );
    if (name === undefined) return undefined;
    if (other !== undefined) {
      const message = {
        id: `diabaikan, karena ${name} ada di folder yang sama.`,
        en: `is left aside, for ${name} stands in the same folder.`,
      };
      this.notices.push(note(message, inFolder(folder, other)));
    }
    const book = { folder, manifest: inFolder(folder, name), files: [], unread: 0 };
    this.books.push(book);
    return book;
  }

  private add(path: string, book: FoundBook | undefined): void {
    (book?.files ?? this.loose).push(path);
  }
}

const misnamed = {
  id: 'namanya bukan UTF-8, jadi tidak dapat dibaca; ganti namanya.',
  en: 'its name is no UTF-8, so it cannot be read; rename it.',
};

function isFile(entry: Dirent, folder: string): boolean {
  if (entry.isFile()) return true;
  if (!entry.isSymbolicLink()) return false;
  try {
    return statSync(inFolder(folder, entry.name)).isFile();
  } catch {
    return false;
  }
}

function isSkipped(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
