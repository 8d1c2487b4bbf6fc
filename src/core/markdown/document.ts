/** Reads a chapter's text: from characters to blocks with exact ranges. */

import type { Block, Document } from './blocks';
import { type BoundedText, boundText, sourceOffset } from './limits';
import { blocksByRemark } from './remark';
import { LineScanner } from './scan';

/**
 * Reads a text into blocks. Ranges are UTF-16 offsets into `source` (a byte-order mark counts for nothing, but offsets
 * stay true). LF, CRLF and a lone CR end lines. What is beyond the limits of format 4 is left out and named in
 * `excess`. Never throws.
 */
export function parseDocument(source: string): Document {
  const bounded = boundText(source);
  const { text } = bounded;
  const scanner = new LineScanner(text);
  const frontmatter = frontmatterOf(text, scanner);
  const blocks: Block[] = [];
  let line = frontmatter ? frontmatter.nextLine : 0;
  const marked = text.charCodeAt(0) === 0xfeff;
  if (marked && line === 0) scanner.starts[0] = 1;
  while (line < scanner.count) {
    const reading = scanner.read(line);
    for (const block of reading.blocks) blocks.push(block);
    line = reading.line;
    if (line < scanner.count) line = readUnusual(text, scanner, line, blocks);
  }
  const document = { blocks, excess: bounded.excess };
  return inSource(bounded, frontmatter ? { frontmatter: frontmatter.range, ...document } : document);
}

/** The same by remark alone: slow, and the measure of what Markdown means. */
export function parseWithRemark(source: string): Document {
  const bounded = boundText(source);
  // A first `---` that nothing closes confuses the extension: lists below it would not be read.
  const frontmatter = frontmatterOf(bounded.text, new LineScanner(bounded.text)) !== undefined;
  const read = blocksByRemark(bounded.text, { frontmatter, mark: true });
  return inSource(bounded, { ...read, excess: bounded.excess });
}

/** The `---` lines at the very top and what is between them. */
function frontmatterOf(
  text: string,
  scanner: LineScanner,
): { readonly range: NonNullable<Document['frontmatter']>; readonly nextLine: number } | undefined {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!isFence(text.slice(start, scanner.ends[0]))) return undefined;
  for (let line = 1; line < scanner.count; line++) {
    const from = scanner.starts[line] as number;
    if (text.charCodeAt(from) !== 45 || !isFence(text.slice(from, scanner.ends[line]))) continue;
    const content = { start: scanner.starts[1] as number, end: from };
    return { range: { start, end: from + 3, content }, nextLine: line + 1 };
  }
  return undefined;
}

function isFence(line: string): boolean {
  return /^---[ \t]*$/.test(line);
}

/** What remark made of unusual stretches, by their text: a keystroke elsewhere leaves them as they are. */
const known = new Map<string, readonly Block[]>();
const maxKnown = 500;

const openEnded: ReadonlySet<Block['type']> = new Set(['paragraph', 'list', 'quote']);

/**
 * Has remark read from `line` to where everything is closed again, and gives the line there. Whether it is closed is not
 * guessed: a word put at the end has to come out as a paragraph of its own.
 */
function readUnusual(text: string, scanner: LineScanner, line: number, blocks: Block[]): number {
  const above = blocks.at(-1);
  let start = scanner.starts[line] as number;
  // What interrupts a paragraph is read together with it: remark is stricter there.
  if (above && openEnded.has(above.type) && !scanner.isBlank(line - 1)) {
    blocks.pop();
    start = scanner.lineStartOf(above.start);
  }
  let next = scanner.nextMargin(line);
  for (;;) {
    const end = next < scanner.count ? (scanner.starts[next] as number) : text.length;
    const stretch = text.slice(start, end);
    const read = readStretch(stretch, next < scanner.count);
    if (read) {
      for (const block of read) blocks.push(moveDeep(block, (offset) => offset + start));
      return next;
    }
    // Something is open that no margin closes, such as a code fence.
    next = scanner.count;
  }
}

function readStretch(stretch: string, closed: boolean): readonly Block[] | undefined {
  const key = closed ? `${stretch}x` : stretch;
  const before = known.get(key);
  if (before) return before;
  const { blocks } = blocksByRemark(key, { frontmatter: false, mark: false });
  if (closed) {
    const last = blocks.pop();
    if (last?.type !== 'paragraph' || last.start !== stretch.length) return undefined;
  }
  if (known.size >= maxKnown) known.clear();
  known.set(key, blocks);
  return blocks;
}

/** The document with offsets into the source instead of the bounded text. */
function inSource({ cuts }: BoundedText, document: Document): Document {
  if (cuts.length === 0) return document;
  const move = (offset: number): number => sourceOffset(cuts, offset);
  // Excesses are told in offsets of the source from the first.
  return { ...moveDeep({ ...document, excess: [] }, move), excess: document.excess };
}

function moveDeep<T>(tree: T, move: (offset: number) => number): T {
  if (Array.isArray(tree)) return tree.map((part) => moveDeep(part, move)) as T;
  if (typeof tree !== 'object' || tree === null) return tree;
  const moved: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(tree)) {
    moved[key] = key === 'start' || key === 'end' ? move(value) : moveDeep(value, move);
  }
  return moved as T;
}
