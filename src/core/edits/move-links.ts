/** Relative links after a section has gone to another file: from there, and to it. */

import type { Book } from '../book/book';
import {
  anchorsByHeading,
  type BrokenLink,
  brokenLinksIn,
  fileKey,
  linkingChapters,
  linksHangOn,
  localLinksOf,
} from '../book/links';
import { folderOf } from '../book/places';
import type { Chapter, Section } from '../chapter/chapter';
import { flatBlocks } from '../markdown/inline';
import { decoded } from '../text/decoded';
import type { TextEdit } from '../text/edits';
import type { Range } from '../text/range';

/** Where the headings of the changed files are afterwards. */
export interface HeadingMoves {
  /** For a heading of a chapter as it was: the file it is in then, and its anchors there. */
  movedTo(section: Section): { readonly uri: string; readonly anchors: readonly string[] } | undefined;
}

/**
 * The edits that keep a chapter's links leading where they lead.
 * @param uri the file that the text will be in: the chapter's own, or the one that it moves to.
 */
export function linkEdits(
  chapter: Chapter,
  uri: string,
  chapters: ReadonlyMap<string, Chapter>,
  moves: HeadingMoves,
): TextEdit[] {
  const edits: TextEdit[] = [];
  const byAnchor = new Map<Chapter, ReadonlyMap<string, HeadingByAnchor>>();
  const headingOf = (target: Chapter, anchor: string) => {
    const there = byAnchor.get(target) ?? headingsByAnchor(target);
    byAnchor.set(target, there);
    return there.get(anchor.toLowerCase());
  };
  for (const { link, file, anchor } of localLinksOf(chapter)) {
    const written = chapter.source.slice(link.target.start, link.target.end);
    // What is written with escapes is taken as it is read.
    const raw = /[\\&]/.test(written) ? encodeURI(link.url) : written;
    const target = chapters.get(fileKey(file));
    const heading = target && anchor !== undefined ? headingOf(target, anchor) : undefined;
    const goal = heading && moves.movedTo(heading.section);
    const goalFile = goal?.uri ?? file;
    const goalAnchor = goal?.anchors[Math.min(heading?.form ?? 0, goal.anchors.length - 1)];
    const isSameAnchor = goalAnchor === undefined || goalAnchor === anchor?.toLowerCase();
    const isSameFile = fileKey(goalFile) === fileKey(file);
    if (isSameAnchor && isSameFile && uri === chapter.uri) continue;
    const hash = isSameAnchor ? hashOf(raw) : `#${goalAnchor}`;
    const isOwn = fileKey(goalFile) === fileKey(uri) && hash !== '';
    const path = isSameFile ? addressOf(raw, chapter.uri, uri) : relative(uri, goalFile.split('/'));
    const url = isOwn ? hash : path + hash;
    if (url !== written) edits.push({ range: { start: link.target.start, end: link.target.end }, text: url });
  }
  return edits;
}

interface HeadingByAnchor {
  readonly section: Section;
  /** The place of the anchor among those of the heading. */
  readonly form: number;
}

function headingsByAnchor(chapter: Chapter): ReadonlyMap<string, HeadingByAnchor> {
  const headings = new Map<string, HeadingByAnchor>();
  for (const [section, anchors] of anchorsByHeading(chapter)) {
    for (const [form, anchor] of anchors.entries()) if (!headings.has(anchor)) headings.set(anchor, { section, form });
  }
  return headings;
}

function hashOf(raw: string): string {
  const at = raw.indexOf('#');
  return at < 0 ? '' : raw.slice(at);
}

/** The path and the query of a link, as they lead there from another file: the author's own writing as far as it goes. */
function addressOf(raw: string, from: string, to: string): string {
  const [, path = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(raw) ?? [];
  if (path === '') return relative(to, from.split('/'));
  if (folderOf(from) === folderOf(to)) return path + query;
  const segments = folderOf(from).split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') segments.pop();
    else segments.push(part);
  }
  return relative(to, segments) + query;
}

/** The way from a file to another one; names are compared as they are read. */
function relative(from: string, segments: readonly string[]): string {
  const folder = from.split('/').slice(0, -1);
  let same = 0;
  while (same < folder.length && same < segments.length - 1) {
    if (decoded(folder[same] as string) !== decoded(segments[same] as string)) break;
    same++;
  }
  const names = segments.slice(same).map((name) => name.replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29')));
  return [...folder.slice(same).map(() => '..'), ...names].join('/');
}

/**
 * The edits that keep relative addresses in HTML (`<img src="…">`) of a stretch leading to the same files.
 * @param uri the file that the stretch moves to.
 */
export function htmlEdits(chapter: Chapter, range: Range, uri: string): TextEdit[] {
  if (folderOf(uri) === folderOf(chapter.uri)) return [];
  const { source } = chapter;
  const text = source.slice(range.start, range.end);
  const code = [...flatBlocks(chapter.blocks)].filter(({ type }) => type === 'code') as Range[];
  for (const match of text.matchAll(/(`+)[^`][\s\S]*?\1/g)) {
    code.push({ start: range.start + match.index, end: range.start + match.index + match[0].length });
  }
  const edits: TextEdit[] = [];
  for (const match of text.matchAll(/(<[a-z][^<>]*?\s(?:src|href)\s*=\s*)(["'])([^"'<>]+)\2/gi)) {
    const raw = match[3] as string;
    const start = range.start + match.index + (match[1] as string).length + 1;
    const target = { start, end: start + raw.length };
    if (/^(?:[a-z][a-z0-9+.-]*:|[/\\#])/i.test(raw) || code.some((one) => one.start <= start && start < one.end))
      continue;
    edits.push({ range: target, text: addressOf(raw, chapter.uri, uri) + hashOf(raw) });
  }
  return edits;
}

/** The links of a book that lead nowhere. */
export function brokenLinks(book: Book): BrokenLink[] {
  linksHangOn(book);
  return linkingChapters(book).flatMap((linking) => [...brokenLinksIn(linking, book)]);
}
