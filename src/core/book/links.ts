/** Relative links between the files of a masterplan: where they lead, and whether it is there. */

import type { Chapter, Section } from '../chapter/chapter';
import { allSections, headingAttribute } from '../chapter/sections';
import { anchorsOf, anchorWords, type Link, linksOf } from '../markdown/inline';
import type { Settings } from '../template/settings';
import { decoded } from '../text/decoded';
import { Attached } from '../text/memo';
import type { Book } from './book';
import { OfEach } from './of-each';
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

/** The relative links and images of a chapter. Addresses of the web, and those from the root of a disk, are not looked at. */
export function localLinksOf(chapter: Chapter): readonly LocalLink[] {
  return linksOf(chapter.source, chapter.blocks).flatMap((link) => {
    const local = resolve(chapter.uri, link);
    return local === undefined ? [] : [local];
  });
}

/** A chapter with what it links to. */
interface LinkingChapter {
  readonly chapter: Chapter;
  readonly links: readonly LocalLink[];
}

const linking = new OfEach((chapter: Chapter): LinkingChapter | undefined => {
  const links = localLinksOf(chapter);
  return links.length === 0 ? undefined : { chapter, links };
});

/** Finds what a chapter links to, before its book is asked. */
export function prepareLinks(chapter: Chapter, settings: Settings): void {
  linking.prepare(chapter, settings);
}

const keys = new OfEach(({ uri }: Chapter) => fileKey(uri));

/** Where a book's chapters stand in it, by the keys of their files; told anew only when files come or go. */
function placesOf({ chapters, settings }: Book): ReadonlyMap<string, number> {
  const list = keys.all(chapters, settings);
  let places = placesOfKeys.get(list);
  if (places === undefined) {
    places = new Map(list.map((key, at) => [key, at]));
    placesOfKeys.set(list, places);
  }
  return places;
}

const placesOfKeys = new Attached<readonly string[], ReadonlyMap<string, number>>();

/** Everything that decides which links lead nowhere, and what could have been meant. */
export function linksHangOn(book: Book): readonly unknown[] {
  const { chapters, settings, files } = book;
  const places = placesOf(book);
  const all = linking.some(chapters, settings);
  const targets = all.flatMap(({ links }) => links.map(({ file }) => chapters[places.get(fileKey(file)) ?? -1]));
  return [files, places, all, ...targets];
}

/** The chapters of a book with links to headings of these ones, in the order of the book. */
export function chaptersLinkingInto({ chapters, settings }: Book, targets: readonly Chapter[]): Chapter[] {
  const files = new Set(targets.map(({ uri }) => fileKey(uri)));
  return linking
    .some(chapters, settings)
    .filter(({ links }) => links.some(({ file, anchor }) => anchor !== undefined && files.has(fileKey(file))))
    .map(({ chapter }) => chapter);
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

/** One form for a file, however its URI is encoded. */
export function fileKey(uri: string): string {
  return decoded(uri);
}

/** Files that links lead to and that are no chapters of the book: what a host has to look up for `Book.files`. */
export function linkedFiles(book: Book): string[] {
  const places = placesOf(book);
  const files = new Set<string>();
  for (const { links } of linking.some(book.chapters, book.settings)) {
    for (const { file } of links) if (!places.has(fileKey(file))) files.add(file);
  }
  return [...files];
}

/** Where a link does not lead anywhere. */
export interface BrokenLink extends LocalLink {
  readonly broken: 'file' | 'anchor';
}

/** The links of a book that lead nowhere. Of a file that no host has looked up, nothing is said. */
export function* brokenLinks(book: Book): Iterable<BrokenLink & { readonly chapter: Chapter }> {
  const places = placesOf(book);
  const anchorsOfHeadings = ofTargets(chapterAnchors);
  const otherAnchors = ofTargets(idsGiven);
  // Line numbers (`#L12`) are taken as there.
  const hasAnchor = (target: Chapter, anchor: string) =>
    /^l\d+/i.test(anchor) || anchorsOfHeadings(target).has(anchor.toLowerCase()) || otherAnchors(target).has(anchor);
  for (const { chapter, links } of linking.some(book.chapters, book.settings)) {
    for (const local of links) {
      const target = book.chapters[places.get(fileKey(local.file)) ?? -1];
      if (target === undefined) {
        if (book.files?.get(local.file) === false) yield { ...local, chapter, broken: 'file' };
      } else if (local.anchor !== undefined && !hasAnchor(target, local.anchor)) {
        yield { ...local, chapter, broken: 'anchor' };
      }
    }
  }
}

/** What is told of a chapter that links lead to, once for all of them. */
function ofTargets(tell: (target: Chapter) => ReadonlySet<string>): (target: Chapter) => ReadonlySet<string> {
  const told = new Map<Chapter, ReadonlySet<string>>();
  return (target) => {
    const known = told.get(target) ?? tell(target);
    told.set(target, known);
    return known;
  };
}

/** The anchors of each heading, repeated ones with their count (`-1`); those of one form in one place of each list. */
export function anchorsByHeading(chapter: Chapter): ReadonlyMap<Section, readonly string[]> {
  const taken = new Set<string>();
  /** By anchor, the count that may be free next: of thousands of equal headings none counts from the beginning. */
  const next = new Map<string, number>();
  const take = (anchor: string) => {
    let own = anchor;
    let count = next.get(anchor) ?? 1;
    for (; taken.has(own); count++) own = `${anchor}-${count}`;
    next.set(anchor, count);
    taken.add(own);
    return own;
  };
  const found = new Map<Section, readonly string[]>();
  for (const section of allSections(chapter.sections)) {
    const { content } = section.heading;
    const { ids, words } = headingAttribute(chapter.source, section.heading);
    const own = ids.map((id) => id.toLowerCase());
    for (const anchor of own) taken.add(anchor);
    // Where nobody takes braces and bookmarks for what they are, they are words of the heading.
    for (const place of ids.length === 0 ? [words] : [words, content]) {
      own.push(...anchorsOf(anchorWords(chapter.source, place)).map(take));
    }
    found.set(section, own);
  }
  return found;
}

/** All anchors of a chapter's headings, repeated ones with their count (`-1`), and those given as `{#id}`. */
export function chapterAnchors(chapter: Chapter): ReadonlySet<string> {
  return new Set([...anchorsByHeading(chapter).values()].flat());
}

const idGiven = /(?:id|name)="(?=([^"]*)")|\{#([^\s{}]+)/g;

/** The ids that HTML, and bookmarks and braces of converters (`[]{#_Ref9 .anchor}`), give to whatever it is in a text. */
function idsGiven({ source }: Chapter): ReadonlySet<string> {
  return new Set(Array.from(source.matchAll(idGiven), ([, html, braces]) => (html ?? braces) as string));
}
