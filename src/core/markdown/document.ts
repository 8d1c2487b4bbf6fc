/** Reads a chapter's text: from characters to blocks with exact ranges. */

import type { Document } from './blocks';
import { type BoundedText, boundText, sourceOffset } from './limits';
import { blocksByRemark } from './remark';

/**
 * Reads a text into blocks. Ranges are UTF-16 offsets into `source` (a byte-order mark counts for nothing, but offsets
 * stay true). LF, CRLF and a lone CR end lines. What is beyond the limits of format 4 is left out and named in
 * `excess`. Never throws.
 */
export function parseDocument(source: string): Document {
  return parseWithRemark(source);
}

/** The same by remark alone: slow, and the measure of what Markdown means. */
export function parseWithRemark(source: string): Document {
  const bounded = boundText(source);
  const read = blocksByRemark(bounded.text, { frontmatter: true, mark: true });
  return inSource(bounded, { ...read, excess: bounded.excess });
}

/** The document with offsets into the source instead of the bounded text. */
function inSource({ cuts }: BoundedText, document: Document): Document {
  if (cuts.length === 0) return document;
  return moveDeep(document, (offset) => sourceOffset(cuts, offset), true) as Document;
}

function moveDeep<T>(tree: T, move: (offset: number) => number, top = false): T {
  if (Array.isArray(tree)) return tree.map((part) => moveDeep(part, move)) as T;
  if (typeof tree !== 'object' || tree === null) return tree;
  const moved: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(tree)) {
    if (key === 'start' || key === 'end') moved[key] = move(value);
    // Excesses are told in offsets of the source from the first.
    else if (top && key === 'excess') moved[key] = value;
    else moved[key] = moveDeep(value, move);
  }
  return moved as T;
}
