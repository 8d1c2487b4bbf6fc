/** Relative links between the files of a masterplan: where they lead, and whether it is there. */

import type { Chapter, Section } from '../chapter/chapter';
import { allSections, headingAttribute } from '../chapter/sections';
import { anchorsOf, anchorWords, definitionsOf, type Link, linksIn, textsWithLinks } from '../markdown/inline';
import type { Settings } from '../template/settings';
import { changedStretch } from '../text/changed';
import { decoded } from '../text/decoded';
import { pushAll } from '../text/lists';
import { Attached } from '../text/memo';
import { type Range, textOf } from '../text/range';
import type { Book } from './book';
import { isAlike, OfEach } from './of-each';
import { folderOf } from './places';

/** A link that stays within the files at hand. */
export interface LocalLink {
  readonly link: Link;
  /** URI of the file that it names; the chapter's own where it has only an anchor. */
  readonly file: string;
  /** What stands behind `#`, decoded. */
  readonly anchor: string | undefined;
}

const scheme = /^[a-z][a-z0-9+.-]*:/i;

/** The relative links and images of a chapter. Addresses of the web, and those from the root of a disk, are not looked at. */
export function localLinksOf(chapter: Chapter): readonly LocalLink[] {
  return new LinkingChapter(chapter).links;
}

/** A chapter with what it links to. */
export class LinkingChapter {
  /** In the order of the text. */
  readonly links: LocalLink[] = [];
  /** The URIs of all files that it links to, and whether any link names an anchor in them. */
  readonly files = new Map<string, boolean>();
  /** The texts that may hold links, each as the lines that it is made of, and what is in them. */
  private readonly texts: readonly (readonly Range[])[];
  private readonly inTexts: readonly (readonly LocalLink[])[];

  /** @param before what stood in its place at the last reading: texts that have not changed are not read again. */
  constructor(
    readonly chapter: Chapter,
    before?: LinkingChapter,
  ) {
    const { source, blocks, uri } = chapter;
    const localOf = (links: readonly Link[]) => links.flatMap((link) => resolve(uri, link) ?? []);
    this.texts = textsWithLinks(source, blocks);
    const known = before?.chapter.uri === uri ? before.knownIn(source, this.texts.length) : undefined;
    this.inTexts = this.texts.map((lines, at) => known?.(lines, at) ?? localOf(linksIn(source, lines)));
    for (const links of this.inTexts) pushAll(this.links, links);
    pushAll(this.links, localOf(definitionsOf(source, blocks)));
    this.links.sort((a, b) => a.link.start - b.link.start);
    for (const { file, anchor } of this.links) {
      this.files.set(file, anchor !== undefined || this.files.get(file) === true);
    }
  }

  /** Tells what a text of the chapter as it is now held when this one was read; nothing where it did not stand there. */
  private knownIn(source: string, count: number) {
    const before = this.chapter.source;
    const { start, end } = changedStretch(before, source);
    const by = source.length - before.length;
    const isSame = (a: Range, b: Range) => a.start === b.start && a.end === b.end;
    const isMoved = (a: Range, b: Range) => a.start + by === b.start && a.end + by === b.end;
    return (lines: readonly Range[], at: number): readonly LocalLink[] | undefined => {
      if ((lines.at(-1)?.end ?? 0) <= start)
        return isAlike(this.texts[at], lines, isSame) ? this.inTexts[at] : undefined;
      const place = at + this.texts.length - count;
      if ((lines[0]?.start ?? 0) < end || !isAlike(this.texts[place], lines, isMoved)) return undefined;
      return this.inTexts[place]?.map((local) => (by === 0 ? local : moved(local, by)));
    };
  }
}

function moved({ link, file, anchor }: LocalLink, by: number): LocalLink {
  // Field by field: a copy made with `...` is many times as large, and a text may hold very many.
  const { type, url, start, end, target } = link;
  const there = { start: target.start + by, end: target.end + by };
  return { link: { type, url, start: start + by, end: end + by, target: there }, file, anchor };
}

const linking = new OfEach<Chapter, LinkingChapter | undefined>((chapter, _, before) => {
  const now = new LinkingChapter(chapter, before?.value);
  return now.links.length === 0 ? undefined : now;
});

/** The chapters of a book that link to anything, in their order. */
export function linkingChapters({ chapters, settings }: Book): readonly LinkingChapter[] {
  return linking.some(chapters, settings);
}

/** Finds what a chapter links to, before its book is asked. */
export function prepareLinks(chapter: Chapter, settings: Settings): void {
  linking.prepare(chapter, settings);
}

const uris = new OfEach(({ uri }: Chapter) => uri);

/** The files of a book's chapters; the same list until files come or go. */
function filesOf({ chapters, settings }: Book): readonly string[] {
  return uris.all(chapters, settings);
}

/** Where a book's chapters stand in it, by the keys of their files. */
function placesOf(book: Book): ReadonlyMap<string, number> {
  const files = filesOf(book);
  let places = placesOfFiles.get(files);
  if (places === undefined) {
    places = new Map(files.map((uri, at) => [fileKey(uri), at]));
    placesOfFiles.set(files, places);
  }
  return places;
}

const placesOfFiles = new Attached<readonly string[], ReadonlyMap<string, number>>();

/** The URIs of the files that a chapter links to. */
export function filesLinkedBy(chapter: Chapter, settings: Settings): Iterable<string> {
  return linking.of(chapter, settings)?.files.keys() ?? [];
}

/** A chapter of a book by the URI of its file, however that is encoded. */
export function chapterOf(book: Book, file: string): Chapter | undefined {
  return book.chapters[placesOf(book).get(fileKey(file)) ?? -1];
}

/** What a link may name in a chapter. */
export interface Anchors {
  readonly headings: ReadonlySet<string>;
  /** Capitals count. */
  readonly ids: ReadonlySet<string>;
}

const anchorsOfTargets = new OfEach<Chapter, Anchors>((chapter, _, before) => {
  const ids = idsGiven(chapter);
  const isAsBefore =
    before !== undefined && isAlike([...before.value.ids], [...ids]) && hasSameHeadings(before.thing, chapter);
  return isAsBefore ? before.value : { headings: chapterAnchors(chapter), ids };
});

function hasSameHeadings(one: Chapter, other: Chapter): boolean {
  const isSame = (a: Section, b: Section) =>
    textOf(one.source, a.heading.content) === textOf(other.source, b.heading.content);
  return isAlike(allSections(one.sections), allSections(other.sections), isSame);
}

/** The anchors of all chapters in which links name one; the same list while none of them changes. */
function anchorsIn(book: Book): readonly Anchors[] {
  const targets = new Set<Chapter>();
  for (const { files } of linkingChapters(book)) {
    for (const [file, isIntoIt] of files) {
      const target = isIntoIt ? chapterOf(book, file) : undefined;
      if (target !== undefined) targets.add(target);
    }
  }
  return anchorsOfTargets.all([...targets], book.settings);
}

/** Everything besides a chapter itself that decides which of its links lead nowhere, and what could have been meant. */
export function linksHangOn(book: Book): readonly unknown[] {
  return [book.files, filesOf(book), anchorsIn(book)];
}

function resolve(uri: string, link: Link): LocalLink | undefined {
  const url = link.url.trim();
  if (url === '' || scheme.test(url) || url.startsWith('/') || url.startsWith('\\')) return undefined;
  const hash = url.indexOf('#');
  const path = (hash < 0 ? url : url.slice(0, hash)).replace(/\?.*$/, '');
  const anchor = hash < 0 || hash === url.length - 1 ? undefined : decoded(url.slice(hash + 1));
  const file = path === '' ? uri : joined(folderOf(uri), path);
  if (file === undefined) return undefined;
  return { link, file, anchor };
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

/** A link that leads nowhere, and where it may have been meant to lead. */
export interface BrokenLink {
  readonly local: LocalLink;
  /** The anchors of the chapter that it names; absent where there is no such file. */
  readonly anchors: Anchors | undefined;
  /** The URIs of the book's chapters. */
  readonly files: readonly string[];
}

/**
 * The links of one chapter that lead nowhere. Of a file that no host has looked up, nothing is said.
 * @param book one of which `linksHangOn` has been asked: what links may name is told once for all of them then.
 */
export function* brokenLinksIn({ links, files: named }: LinkingChapter, book: Book): Iterable<BrokenLink> {
  const files = filesOf(book);
  const targets = new Map<string, Anchors | undefined>();
  for (const [file, isIntoIt] of named) {
    const target = chapterOf(book, file);
    if (target !== undefined) targets.set(file, isIntoIt ? anchorsOfTargets.of(target, book.settings) : undefined);
  }
  for (const local of links) {
    const { file, anchor } = local;
    const anchors = targets.get(file);
    const leads = anchors === undefined || anchor === undefined || hasAnchor(anchors, anchor);
    if (leads && (targets.has(file) || book.files?.get(file) !== false)) continue;
    yield { local, anchors, files };
  }
}

/** Line numbers (`#L12`) are taken as there. */
function hasAnchor({ headings, ids }: Anchors, anchor: string): boolean {
  return headings.has(anchor.toLowerCase()) || ids.has(anchor) || /^l\d+/i.test(anchor);
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
