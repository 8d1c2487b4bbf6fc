/**
 * Inline text on demand: the words of a heading, an item, a cell without their marks, and where each of them stands;
 * links, code, comments and prose in the blocks of a chapter.
 */

import { detached, Memo } from '../text/memo';
import { type Range, textOf, trimRange } from '../text/range';
import type { Block } from './blocks';
import { type InlinePart, type InlineParts, joinParts } from './inline-parts';
import { inlineByRemark } from './inline-remark';
import { scanInline } from './inline-scan';
import { withNotes, withSpans } from './silent-marks';
import { sight, textsHolding } from './texts';

/** A text without inline marks, and the way back to its source. */
export interface Inline {
  /**
   * Emphasis, code, links and images' alternative texts reduced to their words, escapes and entities read. `<br>` and
   * line ends are `\n`; other HTML tags, comments, marks of footnotes and of converters' spans are left out. Blanks at both ends stay.
   */
  readonly text: string;
  /** Where a stretch of `text` stands in the source; a stretch that touches an entity or an escape takes in all of it. */
  sourceRange(textStart: number, textEnd: number): Range;
}

export interface Link extends Range {
  readonly type: 'link' | 'image' | 'definition';
  /** Where the address stands, without angle brackets. */
  readonly target: Range;
  /** The address, escapes and entities read; not decoded (`%20` stays). */
  readonly url: string;
}

/** More than this, or so many marks, is nobody's heading, item or cell: it is taken as it stands. */
const maxInlineLength = 20_000;
const maxMarks = 200;

/**
 * Reads the words of a stretch of one line, or of several lines (a paragraph's).
 * @param where without the marks of containers: a heading's `content`, a paragraph's `lines`, a cell.
 */
export function readInline(source: string, where: Range | readonly Range[]): Inline {
  if (!isList(where)) {
    const text = source.slice(where.start, where.end);
    if (isPlain(text)) return new PlainInline(text, where.start);
  } else if (where.length === 1) return readInline(source, where[0] as Range);
  const piece = new Piece(source, where);
  return new ReducedInline(piece);
}

class PlainInline implements Inline {
  constructor(
    readonly text: string,
    private readonly offset: number,
  ) {}

  sourceRange(textStart: number, textEnd: number): Range {
    const start = Math.max(0, Math.min(textStart, this.text.length));
    const end = Math.max(start, Math.min(textEnd, this.text.length));
    return { start: this.offset + start, end: this.offset + end };
  }
}

class ReducedInline implements Inline {
  readonly text: string;
  /** Where each part's text ends. */
  private readonly ends: number[] = [];
  private readonly parts: readonly InlinePart[];

  constructor(private readonly piece: Piece) {
    let text = '';
    this.parts = piece.parts.filter((part) => part.text !== '');
    for (const part of this.parts) {
      text += part.text;
      this.ends.push(text.length);
    }
    this.text = text;
  }

  sourceRange(textStart: number, textEnd: number): Range {
    const from = Math.max(0, Math.min(textStart, this.text.length));
    const to = Math.max(from, Math.min(textEnd, this.text.length));
    if (this.parts.length === 0) return { start: this.piece.start, end: this.piece.start };
    const start = this.sourceOf(from, from, false);
    if (to === from) return { start, end: start };
    return { start, end: this.sourceOf(to - 1, to, true) };
  }

  /** Source offset of `at`, which lies in or at the end of the part that holds the character `inside`. */
  private sourceOf(inside: number, at: number, end: boolean): number {
    let index = 0;
    while (index < this.ends.length - 1 && (this.ends[index] as number) <= inside) index++;
    const part = this.parts[index] as InlinePart;
    const textStart = (this.ends[index] as number) - part.text.length;
    if (part.text.length === part.end - part.start) return this.piece.sourceOffset(part.start + at - textStart, end);
    // Past the last character of the whole text there is only the end of its last part.
    const whole = end || inside >= (this.ends[index] as number);
    return whole ? this.piece.sourceOffset(part.end, true) : this.piece.sourceOffset(part.start, false);
  }
}

/** Lines of a source put together as one text, and read. */
class Piece {
  readonly start: number;
  readonly parts: readonly InlinePart[];
  readonly links: InlineParts['links'];
  private readonly lines: Range[];
  /** Where each line begins in the text put together. */
  private readonly starts: number[] = [];

  constructor(source: string, where: Range | readonly Range[]) {
    this.lines = linesOf(source, where);
    this.start = this.lines[0]?.start ?? (isList(where) ? (where[0]?.start ?? 0) : where.start);
    let text = '';
    for (const line of this.lines) {
      if (text !== '') text += '\n';
      this.starts.push(text.length);
      text += source.slice(line.start, line.end);
    }
    const read = readPiece(text);
    this.parts = read.parts;
    this.links = read.links;
  }

  sourceOffset(at: number, end: boolean): number {
    let index = this.starts.length - 1;
    while (index > 0 && (this.starts[index] as number) > (end ? at - 1 : at)) index--;
    const line = this.lines[index];
    if (!line) return this.start;
    const offset = line.start + at - (this.starts[index] as number);
    if (offset <= line.end) return offset;
    // A line end: it reaches to where the next line begins.
    return this.lines[index + 1]?.start ?? line.end;
  }

  rangeOf(start: number, end: number): Range {
    return { start: this.sourceOffset(start, false), end: this.sourceOffset(end, true) };
  }
}

function isList(where: Range | readonly Range[]): where is readonly Range[] {
  return Array.isArray(where);
}

/** Single lines, those without words left out: micromark would end a paragraph there. */
function linesOf(source: string, where: Range | readonly Range[]): Range[] {
  const lines: Range[] = [];
  for (const range of isList(where) ? where : [where]) {
    let start = range.start;
    for (let at = range.start; at <= range.end; at++) {
      const code = source.charCodeAt(at);
      if (at < range.end && code !== 10 && code !== 13) continue;
      if (source.slice(start, at).trim() !== '') lines.push({ start, end: at });
      start = at + 1;
    }
  }
  return lines;
}

const spanEnd = /[\])]\{/;
const noParts: InlineParts = { parts: [], links: [] };
/** What remark made of unusual texts. */
const known = new Memo(withBlanks, 2_000, maxInlineLength);

/** Reads a text put together of lines; what remark read lately is remembered, since a keystroke changes one line. */
function readPiece(text: string): InlineParts {
  if (text === '') return noParts;
  if (isPlain(text) || text.length > maxInlineLength) return asItStands(text);
  const scanned = scanInline(text);
  if (!scanned && countMarks(text) > maxMarks) return asItStands(text);
  const read = scanned ?? known.of(text);
  const { parts, links } = text.includes('[^') ? { ...read, parts: withNotes(text, read.parts) } : read;
  return spanEnd.test(text) ? { parts: withSpans(text, parts), links } : { parts, links };
}

/** Remark drops the blanks at both ends of a text: here they stay. */
function withBlanks(text: string): InlineParts {
  const lead = text.length - text.replace(/^[ \t]+/, '').length;
  const words = text.slice(lead).replace(/(?<![ \t])[ \t]+$/, '');
  const { parts, links } = inlineByRemark(words);
  if (words.length === text.length) return { parts, links };
  const all: InlinePart[] = [];
  if (lead > 0) all.push(plainPart(text.slice(0, lead), 0));
  for (const part of parts) all.push(movedPart(part, lead));
  const end = lead + words.length;
  if (end < text.length) all.push(plainPart(text.slice(end), end));
  const movedLinks = links.map((link) => ({
    ...link,
    start: link.start + lead,
    end: link.end + lead,
    targetStart: link.targetStart + lead,
    targetEnd: link.targetEnd + lead,
  }));
  return { parts: joinParts(all), links: movedLinks };
}

function asItStands(text: string): InlineParts {
  return { parts: [plainPart(text, 0)], links: [] };
}

function plainPart(text: string, start: number): InlinePart {
  const end = start + text.length;
  return { role: 'text', text, start, end, outerStart: start, outerEnd: end, bold: false };
}

function movedPart(part: InlinePart, by: number): InlinePart {
  return {
    ...part,
    start: part.start + by,
    end: part.end + by,
    outerStart: part.outerStart + by,
    outerEnd: part.outerEnd + by,
  };
}

/** Whether a text holds nothing that could be an inline mark. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 10: // line end: blanks around it are dropped
      case 13:
      case 33: // !
        if (text.charCodeAt(i) === 33 && text.charCodeAt(i + 1) !== 91) break;
        return false;
      case 38: // &
        if (/^&(?:#|[a-z])/i.test(text.slice(i, i + 2))) return false;
        break;
      case 60: // <
        if (/^<[a-z/!?]/i.test(text.slice(i, i + 2))) return false;
        break;
      case 93: // ]{
        if (text.charCodeAt(i + 1) === 123) return false;
        break;
      case 42: // *
      case 91: // [
      case 92: // \
      case 95: // _
      case 96: // `
        return false;
    }
  }
  return true;
}

function countMarks(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 42 || code === 95 || code === 91 || code === 93 || code === 96 || code === 60 || code === 38) count++;
  }
  return count;
}

/** The stretches between `<br>`, trimmed; blank ones are left out. */
export function splitBreaks(source: string, range: Range): Range[] {
  const stretches: Range[] = [];
  let at = range.start;
  const add = (end: number): void => {
    const stretch = trimRange(source, at, end);
    if (stretch.end > stretch.start) stretches.push(stretch);
  };
  if (hasChar(source, range, 60)) {
    const piece = new Piece(source, range);
    for (const part of piece.parts) {
      if (part.role !== 'break') continue;
      const { start, end } = piece.rangeOf(part.start, part.end);
      if (source.charCodeAt(start) !== 60) continue;
      add(start);
      at = end;
    }
  }
  add(range.end);
  return stretches;
}

/** Whether all the words of a stretch are bold (`**…**`), and there are any. */
export function isWhollyBold(source: string, where: Range | readonly Range[]): boolean {
  const first = isList(where) ? where[0] : where;
  if (!first || beginsPlainly(source, first)) return false;
  if (!hasChar(source, first, 42) && !hasChar(source, first, 95)) return false;
  const words = new Piece(source, where).parts.filter((part) => part.text.trim() !== '');
  return words.length > 0 && words.every((part) => part.bold);
}

/** Whether the first thing that stands in a stretch is an ASCII letter or digit, as nearly everywhere: that opens nothing. */
function beginsPlainly(source: string, { start, end }: Range): boolean {
  let at = start;
  while (at < end && source.charCodeAt(at) === 32) at++;
  const code = at < end ? source.charCodeAt(at) | 32 : 0;
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

/** The prose of a stretch: outside code, addresses, comments, HTML and marks of footnotes; in the order of the text. */
export function proseOf(source: string, where: Range | readonly Range[]): Range[] {
  if (!isList(where) && isPlain(source.slice(where.start, where.end))) return where.end > where.start ? [where] : [];
  const piece = new Piece(source, where);
  const prose: Range[] = [];
  for (const part of piece.parts) {
    if ((part.role !== 'text' && part.role !== 'alt') || part.text === '\n') continue;
    const range = piece.rangeOf(part.start, part.end);
    const last = prose.at(-1);
    if (last?.end === range.start) prose[prose.length - 1] = { start: last.start, end: range.end };
    else prose.push(range);
  }
  return prose;
}

/** The texts that may hold links and images. */
export function textsWithLinks(source: string, blocks: readonly Block[]): readonly (readonly Range[])[] {
  return textsHolding(blocks, sight(source, ']('));
}

/** The links and images of one text, in its order; they may be kept when the rest of the source is gone. */
export function linksIn(source: string, text: readonly Range[]): Link[] {
  const piece = new Piece(source, text);
  return piece.links.map(({ type, url, start, end, targetStart, targetEnd }) => ({
    type,
    url: detached(url),
    ...piece.rangeOf(start, end),
    target: piece.rangeOf(targetStart, targetEnd),
  }));
}

/** The addresses to which links refer by a name. */
export function definitionsOf(source: string, blocks: readonly Block[]): Link[] {
  const links: Link[] = [];
  if (!source.includes(']:')) return links;
  for (const block of flatBlocks(blocks)) {
    if (block.type !== 'definition') continue;
    const target = definitionTarget(source, block);
    if (!target) continue;
    const url = readInlineUrl(source.slice(target.start, target.end));
    links.push({ type: 'definition', start: block.start, end: block.end, target, url });
  }
  return links;
}

/** Blocks and all the blocks in them. */
export function* flatBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.type === 'quote') yield* flatBlocks(block.blocks);
    else if (block.type === 'list') for (const item of block.items) yield* flatBlocks(item.blocks);
  }
}

function definitionTarget(source: string, block: Range): Range | undefined {
  const text = source.slice(block.start, block.end);
  // `[^1]: word` is a footnote of one word, and no address.
  const label = /^\[(?!\^)(?:[^\\[\]]|\\[\s\S])*\]:[\s>]*/.exec(text);
  if (!label) return undefined;
  const start = label[0].length;
  const target = /^(?:<((?:[^<>\\\r\n]|\\.)*)>|(\S+))/.exec(text.slice(start));
  if (!target) return undefined;
  const bracketed = target[1] !== undefined;
  const at = block.start + start + (bracketed ? 1 : 0);
  return { start: at, end: at + (target[1] ?? target[2] ?? '').length };
}

/** An address with its escapes and entities read. */
function readInlineUrl(written: string): string {
  if (!/[\\&]/.test(written)) return written;
  return readPiece(`[a](<${written}>)`).links[0]?.url ?? written;
}

/** HTML comments, in blocks of their own and within texts, in the order of the text; not those in code. */
export function commentsOf(source: string, blocks: readonly Block[]): Range[] {
  const comments: Range[] = [];
  const marks = sight(source, '<!--');
  if (!marks.any) return comments;
  for (const block of flatBlocks(blocks)) {
    if (block.type === 'html') {
      // Of its own text only: each of a thousand blocks would else look through all that follows it.
      const html = source.slice(block.start, block.end);
      for (let at = html.indexOf('<!--'); at >= 0; ) {
        const close = html.indexOf('-->', at + 2);
        const end = close < 0 ? html.length : close + 3;
        comments.push({ start: block.start + at, end: block.start + end });
        at = html.indexOf('<!--', end);
      }
    }
  }
  for (const text of textsHolding(blocks, marks)) {
    if (!mayHoldComment(source, text)) continue;
    const piece = new Piece(source, text);
    for (const part of piece.parts) {
      if (part.role === 'comment') comments.push(piece.rangeOf(part.start, part.end));
    }
  }
  return comments.sort((a, b) => a.start - b.start);
}

/** Whether a comment begins and one ends in a text's lines: one that nothing closes is a text like others. */
function mayHoldComment(source: string, lines: readonly Range[]): boolean {
  return lines.some((line) => hasMark(source, line, '<!--')) && lines.some((line) => hasMark(source, line, '-->'));
}

function hasMark(source: string, range: Range, mark: string): boolean {
  const last = range.end - mark.length;
  for (let at = range.start; at <= last; at++) {
    if (source.charCodeAt(at) === mark.charCodeAt(0) && source.startsWith(mark, at)) return true;
  }
  return false;
}

function hasChar(source: string, range: Range, code: number): boolean {
  for (let at = range.start; at < range.end; at++) if (source.charCodeAt(at) === code) return true;
  return false;
}

/** A heading's words as an anchor is made of them: what stands in the mark of a footnote or a span is a word there. */
export function anchorWords(source: string, where: Range): string {
  if (!/\[\^|[\])]\{/.test(source.slice(where.start, where.end))) return readInline(source, where).text;
  const piece = new Piece(source, where);
  const wordsOf = ({ role, start, end, text }: InlinePart) =>
    role === 'note' ? textOf(source, piece.rangeOf(start, end)) : text;
  return piece.parts.map(wordsOf).join('');
}

/**
 * The anchor of a heading as VS Code makes it (after GitHub's): lower case, common punctuation dropped, blanks as `-`.
 * The caller adds `-1`, `-2` where a chapter has an anchor more than once.
 * @param headingText as `anchorWords` gives it.
 */
export function anchorOf(headingText: string): string {
  return headingText
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '-')
    .replace(/[!-,./:-@[-^`{-~·‘’“”…—]/g, '')
    .replace(/^-+|(?<!-)-+$/g, '');
}

/** All anchors by which a heading is reached somewhere: VS Code's first, then GitHub's where it is another. */
export function anchorsOf(headingText: string): readonly string[] {
  const anchor = anchorOf(headingText);
  const onGitHub = headingText
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replace(/ /g, '-');
  return anchor === onGitHub ? [anchor] : [anchor, onGitHub];
}
