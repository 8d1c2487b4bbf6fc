/** From files to a book: reads a manifest and its chapters, and keeps what is needed to show a place in them. */

import { existsSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Book, makeBook, withFiles } from '../core/book/book';
import { linkedFiles } from '../core/book/linked-files';
import type { Chapter } from '../core/chapter/chapter';
import { looksLikeChapter } from '../core/chapter/frontmatter';
import { readChapter } from '../core/chapter/read';
import { ruleIds } from '../core/rules/catalogue';
import { type Manifest, readManifest } from '../core/template/manifest';
import { resolveSettings } from '../core/template/resolve';
import type { ReaderWishes, Settings } from '../core/template/settings';
import { globMatcher } from '../core/text/glob';
import { LineIndex } from '../core/text/lines';
import type { FoundBook } from './discover';
import { fault, type Notice, note, ownFault } from './notice';
import { slashed } from './paths';
import { readSource, type Source } from './sources';

export interface LoadedFile {
  readonly uri: string;
  readonly path: string;
  readonly type: 'manifest' | 'chapter';
  readonly origin: Source;
  readonly source: string;
  readonly lines: LineIndex;
}

export interface LoadedBook {
  readonly book: Book;
  /** By URI: the manifest and the chapters. */
  readonly files: ReadonlyMap<string, LoadedFile>;
  /** Paths that the manifest's `exclude` names. */
  readonly excluded: ReadonlySet<string>;
  readonly notices: readonly Notice[];
}

export interface LoadOptions {
  readonly wishes: ReaderWishes;
  /** Called before each file. */
  readonly onFile?: () => void;
}

/** Reads a masterplan with all its chapters. A file that cannot be read is said in the notices, and hides no other. */
export function loadBook(found: FoundBook, { wishes, onFile }: LoadOptions): LoadedBook {
  const loading = new Loading(onFile);
  const manifest = loading.manifest(found.manifest);
  const settings = resolveSettings(manifest, wishes);
  const isExcluded = globMatcher(settings.exclude);
  const excluded = new Set<string>();
  const chapters: Chapter[] = [];
  for (const path of found.files) {
    if (settings.exclude.length > 0 && isExcluded(slashed(relative(found.folder, path)))) {
      excluded.add(path);
      continue;
    }
    // A file whose name begins with a dot is some program's own more often than a chapter.
    const chapter = loading.chapter(path, settings, !basename(path).startsWith('.'));
    if (chapter) chapters.push(chapter);
  }
  const book = withLinkedFiles({
    ...makeBook(manifest, settings, chapters),
    unread: found.unread + loading.unreadChapters,
  });
  return { book, files: loading.files, excluded, notices: loading.notices };
}

/** Reads a chapter that has no manifest above it; without a book in the answer where the file is no chapter. */
export function loadLoose(
  path: string,
  settings: Settings,
  { onFile, expectsText }: Omit<LoadOptions, 'wishes'> & { readonly expectsText: boolean },
): Omit<LoadedBook, 'book'> & { readonly book?: Book } {
  const loading = new Loading(onFile);
  const chapter = loading.chapter(path, settings, expectsText);
  const rest = { files: loading.files, excluded: new Set<string>(), notices: loading.notices };
  return chapter ? { ...rest, book: withLinkedFiles(makeBook(undefined, settings, [chapter])) } : rest;
}

/** Looks up the files that the book's links lead to, so that rule `broken-link` knows of them. */
function withLinkedFiles(book: Book): Book {
  const files = linkedFiles(book);
  if (files.length === 0) return book;
  return withFiles(book, new Map(files.map((uri) => [uri, isThere(uri)])));
}

/** A name that no path can have (a NUL in it, say) is no file either. */
function isThere(uri: string): boolean {
  try {
    return existsSync(fileURLToPath(uri));
  } catch {
    return false;
  }
}

class Loading {
  readonly files = new Map<string, LoadedFile>();
  readonly notices: Notice[] = [];
  unreadChapters = 0;

  constructor(private readonly onFile: (() => void) | undefined) {}

  /** Nothing where it cannot be read: its chapters are checked all the same, with the defaults (format 1.1). */
  manifest(path: string): Manifest | undefined {
    const uri = pathToFileURL(path).href;
    const reading = readSource(path, { expectsText: true });
    if (reading.type === 'unreadable') this.notices.push(fault(reading.message, path));
    if (reading.type !== 'text') return undefined;
    const { source } = reading;
    this.noteBytes(path, source);
    const lines = new LineIndex(source.text);
    this.files.set(uri, { uri, path, type: 'manifest', origin: source, source: source.text, lines });
    return readManifest(source.text, uri, { rules: ruleIds });
  }

  chapter(path: string, settings: Settings, expectsText: boolean): Chapter | undefined {
    this.onFile?.();
    const reading = readSource(path, { sniff: looksLikeChapter, expectsText });
    if (reading.type === 'unreadable') {
      this.notices.push(fault(reading.message, path));
      this.unreadChapters++;
    }
    if (reading.type !== 'text') return undefined;
    const { source } = reading;
    const uri = pathToFileURL(path).href;
    try {
      const chapter = readChapter(uri, source.text, settings);
      this.noteBytes(path, source);
      this.files.set(uri, { uri, path, type: 'chapter', origin: source, source: source.text, lines: chapter.lines });
      return chapter;
    } catch (error) {
      this.notices.push(fault(ownFault(error), path));
      this.unreadChapters++;
      return undefined;
    }
  }

  private noteBytes(path: string, { isUtf8 }: Source): void {
    if (isUtf8) return;
    const message = {
      id: 'tidak seluruhnya UTF-8; huruf yang rusak terbaca sebagai "�". Simpan ulang sebagai UTF-8.',
      en: 'is not UTF-8 throughout; broken letters are read as "�". Save it as UTF-8.',
    };
    this.notices.push(note(message, path));
  }
}
