/** Relative links between the files of a masterplan: where they lead, and whether it is there. */

import type { Chapter, Section } from '../chapter/chapter';
import { allSections, headingAttribute } from '../chapter/sections';
import { anchorsOf, type Link, linksOf, readInline } from '../markdown/inline';
import type { Book } from './book';
import { folderOf } from './places';

/** A link that stays within the files at hand. */
export interface LocalLink {
  readonly link: Link;
  /** URI of the file that it names; the chapter's own where it has only an anchor. */
  readonly file: string;
  /** What stands behind `#`, decoded. */
  readonly anchor?: string;
}

const scheme = /^[a-z][a-z0-9+.-]*:/i;

const localLinks = new WeakMap<Chapter, readonly LocalLink[]>();

/** The relative links and images of a chapter. Addresses of the web, and those from the root of a disk, are not looked at. */
export function localLinksOf(chapter: Chapter): readonly LocalLink[] {
  let links = localLinks.get(chapter);
  if (links === undefined) {
    links = linksOf(chapter.source, chapter.blocks).flatMap((link) => {
      const local = resolve(chapter.uri, link);
      return local === undefined ? [] : [local];
    });
    localLinks.set(chapter, links);
  }
  return links;
}

function resolve(uri: string, link: Link): LocalLink | undefined {
  const url = link.url.trim();
  if (url === '' || scheme.test(url) || url.startsWith('/') || url.startsWith('\\')) return undefined;
  const hash = url.indexOf('#');
  const path = (hash < 0 ? url : url.slice(0, hash)).replace(/\?.*$/, '');
  const anchor = hash < 0 || hash === url.length - 1 ? undefined : decoded(url.slice(hash + 1));
  const file = path === '' ? uri : joined(folderOf(uri), path);
  if (file === undefined) return undefined;
  return anchor === undefined ? { link, file } : { link, file, anchor };
}

/** A relative path from a folder; nothing where it leads out above the root. */
function joined(folder: string, path: string): string | undefined {
  const authority = /^[a-z][a-z0-9+.-]*:\/\/[^/]*\//i.exec(folder)?.[0] ?? '';
  const parts = folder.slice(authority.length).split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(encodeURIComponent(decoded(part)));
    else if (parts.pop() === undefined) return undefined;
  }
  return authority + parts.join('/');
}

/** `%20` as the blank that it is; what is no such writing stays as it stands. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** One form for a file, however its URI is encoded. */
export function fileKey(uri: string): string {
  return decoded(uri);
}

/** Files that links lead to and that are no chapters of the book: what a host has to look up for `Book.files`. */
export function linkedFiles(book: Book): string[] {
  const chapters = new Set(book.chapters.map(({ uri }) => fileKey(uri)));
  const files = new Set<string>();
  for (const chapter of book.chapters) {
    for (const { file } of localLinksOf(chapter)) if (!chapters.has(fileKey(file))) files.add(file);
  }
  return [...files];
}

/** Where a link does not lead anywhere. */
export interface BrokenLink extends LocalLink {
  readonly broken: 'file' | 'anchor';
}

/** The links of a book that lead nowhere. Of a file that no host has looked up, nothing is said. */
export function* brokenLinks(book: Book): Iterable<BrokenLink & { readonly chapter: Chapter }> {
  const chapters = new Map(book.chapters.map((chapter) => [fileKey(chapter.uri), chapter]));
  for (const chapter of book.chapters) {
    for (const local of localLinksOf(chapter)) {
      const target = chapters.get(fileKey(local.file));
      if (target === undefined) {
        if (book.files?.get(local.file) === false) yield { ...local, chapter, broken: 'file' };
      } else if (local.anchor !== undefined && !hasAnchor(target, local.anchor)) {
        yield { ...local, chapter, broken: 'anchor' };
      }
    }
  }
}

const anchorsOfChapters = new WeakMap<Chapter, ReadonlyMap<Section, readonly string[]>>();

/** The anchors of each heading, repeated ones with their count (`-1`); those of one form in one place of each list. */
export function anchorsByHeading(chapter: Chapter): ReadonlyMap<Section, readonly string[]> {
  let anchors = anchorsOfChapters.get(chapter);
  if (anchors === undefined) {
    const taken = new Set<string>();
    const take = (anchor: string) => {
      const own = free(anchor, taken);
      taken.add(own);
      return own;
    };
    const found = new Map<Section, readonly string[]>();
    for (const section of allSections(chapter.sections)) {
      const { ids } = headingAttribute(chapter.source, section.heading);
      const own = ids.map((id) => id.toLowerCase());
      for (const anchor of own) taken.add(anchor);
      // Where nobody takes braces and bookmarks for what they are, they are words of the heading.
      const written = readInline(chapter.source, section.heading.content).text;
      for (const text of ids.length === 0 ? [section.text] : [section.text, written]) {
        own.push(...anchorsOf(text).map(take));
      }
      found.set(section, own);
    }
    anchors = found;
    anchorsOfChapters.set(chapter, anchors);
  }
  return anchors;
}

/** All anchors of a chapter's headings, repeated ones with their count (`-1`), and those given as `{#id}`. */
export function chapterAnchors(chapter: Chapter): ReadonlySet<string> {
  let anchors = setsOfChapters.get(chapter);
  if (anchors === undefined) {
    anchors = new Set([...anchorsByHeading(chapter).values()].flat());
    setsOfChapters.set(chapter, anchors);
  }
  return anchors;
}

const setsOfChapters = new WeakMap<Chapter, ReadonlySet<string>>();

function free(anchor: string, taken: ReadonlySet<string>): string {
  if (!taken.has(anchor)) return anchor;
  for (let count = 1; ; count++) if (!taken.has(`${anchor}-${count}`)) return `${anchor}-${count}`;
}

/** HTML anchors and line numbers (`#L12`) are taken as there. */
function hasAnchor(chapter: Chapter, anchor: string): boolean {
  const wanted = anchor.toLowerCase();
  if (chapterAnchors(chapter).has(wanted) || /^l\d+/.test(wanted)) return true;
  return chapter.source.includes(`id="${anchor}"`) || chapter.source.includes(`name="${anchor}"`);
}
