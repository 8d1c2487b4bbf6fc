/** Reads a chapter's text: from characters to blocks with exact ranges. */

import { detached } from '../text/memo';
import type { Range } from '../text/range';
import type { Steps } from '../text/steps';
import type { Block, Document, Excess, Row } from './blocks';
import { type BoundedText, boundText, sourceOffsets } from './limits';
import { blocksByRemark, haveRemarkLoaded, type RemarkReading } from './remark';
import { LineScanner } from './scan';

/**
 * Reads a text into blocks. Ranges are UTF-16 offsets into `source` (a byte-order mark counts for nothing, but offsets
 * stay true). LF, CRLF and a lone CR end lines. What is beyond the limits of format 4 is left out and named in
 * `excess`. Never throws.
 */
export function parseDocument(source: string): Document {
  const bounded = boundText(source);
  const { text } = bounded;
  const scanner = new LineScanner(bounded);
  const frontmatter = frontmatterOf(bounded);
  const blocks: Block[] = [];
  let line = frontmatter ? frontmatter.nextLine : 0;
  const unusual = new UnusualStretches(text, scanner);
  const marked = text.charCodeAt(0) === 0xfeff;
  if (marked && line === 0) bounded.starts[0] = 1;
  while (line < scanner.count) {
    line = scanner.readInto(blocks, line);
    if (line < scanner.count) line = unusual.read(line, blocks);
  }
  const excess = withShape(bounded.excess, unusual.excess ?? scanner.beyond);
  const document = { blocks, excess };
  return inSource(bounded, frontmatter ? { frontmatter: frontmatter.range, ...document } : document);
}

/** The same by remark alone: slow, and the measure of what Markdown means. */
export function parseWithRemark(source: string): Document {
  const bounded = boundText(source);
  // A first `---` that nothing closes confuses the extension: lists below it would not be read.
  const frontmatter = frontmatterOf(bounded) !== undefined;
  const read = blocksByRemark(bounded.text, { frontmatter, mark: true });
  const excess = withShape(bounded.excess, read.beyond);
  const document = { blocks: read.blocks, excess };
  return inSource(bounded, read.frontmatter ? { frontmatter: read.frontmatter, ...document } : document);
}

function withShape(excess: readonly Excess[], beyond: Range | undefined): readonly Excess[] {
  return beyond ? [...excess, { limit: 'shape', start: beyond.start, end: beyond.end }] : excess;
}

/** The `---` lines at the very top and what is between them. */
function frontmatterOf({
  text,
  starts,
  ends,
}: BoundedText): { readonly range: NonNullable<Document['frontmatter']>; readonly nextLine: number } | undefined {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!isFence(text.slice(start, ends[0]))) return undefined;
  for (let line = 1; line < starts.length; line++) {
    const from = starts[line] as number;
    if (text.charCodeAt(from) !== 45 || !isFence(text.slice(from, ends[line]))) continue;
    const content = { start: starts[1] as number, end: from };
    return { range: { start, end: from + 3, content }, nextLine: line + 1 };
  }
  return undefined;
}

function isFence(line: string): boolean {
  return /^---[ \t]*$/.test(line);
}

/**
 * Gets ready what reads unusual stretches, which else the first of them has to wait for. Of many chapters one is sure to
 * have some.
 */
export function* prepareForUnusual(): Steps<void> {
  haveRemarkLoaded();
  yield;
  blocksByRemark('a', { frontmatter: false, mark: false });
}

/** A text as remark read it, and about how long that took, in microseconds. */
interface Stretch extends RemarkReading {
  readonly effort: number;
}

/** Unusual stretches by their text: a keystroke elsewhere leaves them as they are. */
const known = new Map<string, Stretch>();
const maxKnown = 500;

/**
 * How much of a text remark may read, in microseconds of an ordinary machine. A chapter that somebody wrote stays far
 * below; what goes beyond is taken for plain paragraphs. A known stretch counts like a new one, or a text would mean more
 * the second time.
 */
const maxEffort = 80_000;

const effortPerCharacter = 0.3;

const openEnded: ReadonlySet<Block['type']> = new Set(['paragraph', 'list', 'quote']);

/** Has remark read what the scanner leaves. */
class UnusualStretches {
  private effort = 0;
  /** Up to this line nothing more is tried. */
  private plainTo = 0;
  /** The first line that was too much. */
  excess: Range | undefined;

  constructor(
    private readonly text: string,
    private readonly scanner: LineScanner,
  ) {}

  /**
   * Reads from `line` to where everything is closed again, and gives the line there. Whether it is closed is not
   * guessed: a word put at the end has to come out as a paragraph of its own.
   */
  read(line: number, blocks: Block[]): number {
    const { scanner } = this;
    if (line < this.plainTo) return this.readPlainly(line, blocks);
    const above = blocks.at(-1);
    let start = scanner.starts[line] as number;
    // What interrupts a paragraph is read together with it: remark is stricter there.
    const together = above !== undefined && openEnded.has(above.type) && !scanner.isBlank(line - 1);
    if (together) start = scanner.lineStartOf(above.start);
    // Something may be open that no margin closes, such as a code fence; then it is read to the end of the text.
    for (let next = scanner.nextMargin(line); ; next = scanner.count) {
      const end = next < scanner.count ? (scanner.starts[next] as number) : this.text.length;
      const read = this.readStretch(start, end, next < scanner.count);
      if (read === 'too much') {
        this.plainTo = next;
        return this.readPlainly(line, blocks);
      }
      if (read === 'open') continue;
      if (together) blocks.pop();
      for (const block of read) blocks.push(movedBlock(block, start));
      return next;
    }
  }

  private readStretch(start: number, end: number, closed: boolean): readonly Block[] | 'open' | 'too much' {
    const left = maxEffort - this.effort;
    if ((end - start) * effortPerCharacter > left) return 'too much';
    const stretch = this.text.slice(start, end);
    const key = closed ? `${stretch}x` : stretch;
    const before = known.get(key);
    const effort = before?.effort ?? effortOf(key, left);
    if (effort > left) return 'too much';
    this.effort += effort;
    const { blocks, beyond } = before ?? remembered(key, effort);
    const last = blocks.at(-1);
    if (closed && (last?.type !== 'paragraph' || last.start !== stretch.length)) return 'open';
    if (beyond) this.excess ??= moved(beyond, (offset) => offset + start);
    return closed ? blocks.slice(0, -1) : blocks;
  }

  /** Takes the lines up to a blank one for a paragraph. */
  private readPlainly(line: number, blocks: Block[]): number {
    const { scanner } = this;
    const lines: Range[] = [];
    let next = line;
    for (; next < scanner.count && !scanner.isBlank(next); next++) lines.push(scanner.trimmedLine(next));
    const first = lines[0] as Range;
    blocks.push({ type: 'paragraph', start: first.start, end: (lines.at(-1) as Range).end, lines });
    this.excess ??= first;
    return next;
  }
}

function remembered(key: string, effort: number): Stretch {
  if (known.size >= maxKnown) known.clear();
  const stretch = { ...blocksByRemark(key, { frontmatter: false, mark: false }), effort };
  known.set(detached(key), stretch);
  return stretch;
}

/** About how long remark will take, in microseconds; given up beyond `limit`. */
function effortOf(stretch: string, limit: number): number {
  let effort = 100;
  let atStart = true;
  for (let at = 0; at < stretch.length && effort <= limit; at++) {
    const code = stretch.charCodeAt(at);
    effort += effortPerCharacter;
    if (code === 10 || code === 13) {
      effort += 15;
      atStart = true;
    } else if (atStart) {
      // Each quote or item takes a while for itself, and once more in every line that continues it.
      if (code === 62 || code === 42 || code === 43 || code === 45 || (code >= 48 && code <= 57)) effort += 15;
      else if (code === 32) effort += 3;
      else if (code === 9) effort += 12;
      else if (code !== 46 && code !== 41) atStart = false;
    }
  }
  return effort;
}

/** The document with offsets into the source instead of the bounded text. */
function inSource({ cuts }: BoundedText, document: Document): Document {
  if (cuts.length === 0) return document;
  const move = sourceOffsets(cuts);
  const { frontmatter, blocks, excess } = document;
  return {
    ...(frontmatter ? { frontmatter: { ...moved(frontmatter, move), content: moved(frontmatter.content, move) } } : {}),
    blocks: blocks.map((block) => mapBlock(block, move)),
    // The other excesses are told in offsets of the source from the first.
    excess: excess.map((each) => (each.limit === 'shape' ? { ...each, ...moved(each, move) } : each)),
  };
}

function movedBlock(block: Block, by: number): Block {
  return by === 0 ? block : mapBlock(block, (offset) => offset + by);
}

type Move = (offset: number) => number;

function moved(range: Range, move: Move): Range {
  return { start: move(range.start), end: move(range.end) };
}

function mapBlock(block: Block, move: Move): Block {
  const start = move(block.start);
  const end = move(block.end);
  switch (block.type) {
    case 'heading': {
      const { type, level } = block;
      return { type, start, end, level, marks: moved(block.marks, move), content: moved(block.content, move) };
    }
    case 'paragraph':
      return { type: block.type, start, end, lines: block.lines.map((line) => moved(line, move)) };
    case 'list': {
      const items = block.items.map((item) => ({
        ...moved(item, move),
        marker: moved(item.marker, move),
        blocks: item.blocks.map((inner) => mapBlock(inner, move)),
      }));
      return { type: block.type, start, end, ordered: block.ordered, items };
    }
    case 'table': {
      const rows = block.rows.map((row) => mapRow(row, move));
      const delimiter = moved(block.delimiter, move);
      return { type: block.type, start, end, header: mapRow(block.header, move), delimiter, rows };
    }
    case 'quote':
      return { type: block.type, start, end, blocks: block.blocks.map((inner) => mapBlock(inner, move)) };
    default:
      return { type: block.type, start, end };
  }
}

function mapRow(row: Row, move: Move): Row {
  return { ...moved(row, move), cells: row.cells.map((cell) => moved(cell, move)) };
}
