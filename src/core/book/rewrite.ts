/** A book with some of its texts replaced, as it would be read if they stood in its files. */

import { looksLikeChapter } from '../chapter/frontmatter';
import { readChapter } from '../chapter/read';
import { readManifest } from '../template/manifest';
import { resolveSettings } from '../template/resolve';
import type { ReaderWishes } from '../template/settings';
import { type Book, makeBook } from './book';
import { mayBeChapter } from './places';

export interface RewriteOptions {
  /** Those that the book's settings were resolved with. */
  readonly wishes?: ReaderWishes;
  /** The ids of all rules, as `readManifest` takes them. */
  readonly rules?: readonly string[];
}

/**
 * Reads the changed texts anew and keeps all else. Where the manifest changes, so may the settings: then all is read anew.
 * @param texts by URI; a new one that is a chapter is added to the book.
 */
export function rewrittenBook(
  book: Book,
  texts: ReadonlyMap<string, string>,
  { wishes, rules }: RewriteOptions = {},
): Book {
  const { manifest: old } = book;
  const newSource = old === undefined ? undefined : texts.get(old.uri);
  const isChanged = old !== undefined && newSource !== undefined && newSource !== old.source;
  const manifest = isChanged ? readManifest(newSource, old.uri, rules === undefined ? {} : { rules }) : old;
  const settings = isChanged ? resolveSettings(manifest, wishes) : book.settings;
  const chapters = book.chapters.map((chapter) => {
    const source = texts.get(chapter.uri) ?? chapter.source;
    return source === chapter.source && !isChanged ? chapter : readChapter(chapter.uri, source, settings);
  });
  const there = new Set([old?.uri, ...chapters.map(({ uri }) => uri)]);
  const added = [...texts].filter(([uri]) => !there.has(uri));
  for (const [uri, source] of added) {
    if (mayBeChapter(uri) && looksLikeChapter(source)) chapters.push(readChapter(uri, source, settings));
  }
  const files = book.files === undefined ? undefined : new Map(book.files);
  for (const [uri] of added) files?.set(uri, true);
  return {
    ...makeBook(manifest, settings, chapters),
    ...(book.unread === undefined ? {} : { unread: book.unread }),
    ...(files === undefined ? {} : { files }),
  };
}
