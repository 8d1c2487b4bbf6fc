/**
 * Marks that say nothing though they are text to Markdown: those of footnotes, and the spans of converters. A module of its
 * own, since it is loaded only where such marks are met.
 */

import type { Range } from '../text/range';
import { type InlinePart, isLiteral, noteMark } from './inline-parts';

/**
 * The parts of a text with marks of footnotes as parts of their own, which say nothing. Where nothing else is said, a mark
 * is what the text says; and before a colon at the beginning of a line it is no mark: the footnote itself stands there.
 */
export function withNotes(text: string, parts: readonly InlinePart[]): readonly InlinePart[] {
  const parted = parts.flatMap((part) => {
    if (!isLiteral(part) || !part.text.includes('[^')) return part;
    const marks: Range[] = [];
    for (const { 0: mark, index } of part.text.matchAll(noteMark)) {
      const start = part.start + index;
      const end = start + mark.length;
      if (text[end] !== ':' || (start > 0 && text[start - 1] !== '\n')) marks.push({ start, end });
    }
    return withSilent(text, part, marks);
  });
  return parted.some((part) => part.text.trim() !== '') ? parted : parts;
}

/** What stands in braces right behind a bracket or an image for a converter; it may have been broken into lines. */
const attribute = /\{(?:[#.]|[\w:-]+=)[^{}]*\}/y;

/**
 * The parts of a text in which the brackets and the braces of spans say nothing, as converters write them for bookmarks,
 * underlined and marked text (`[]{#_Toc1 .anchor}`, `[text]{.underline}`), and the braces behind an image.
 */
export function withSpans(text: string, parts: readonly InlinePart[]): readonly InlinePart[] {
  const silent: Range[] = [];
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 91) open.push(at);
    else if (code === 93 || code === 41) {
      const opening = code === 93 ? open.pop() : undefined;
      attribute.lastIndex = at + 1;
      const written = text[at + 1] === '{' ? attribute.exec(text)?.[0] : undefined;
      if (written === undefined) continue;
      // What was cut out of a span has only one of its ends.
      if (opening !== undefined) silent.push({ start: opening, end: opening + 1 });
      silent.push({ start: code === 93 ? at : at + 1, end: at + 1 + written.length });
      at += written.length;
    }
  }
  if (silent.length === 0) return parts;
  silent.sort((a, b) => a.start - b.start);
  let next = 0;
  return parts.flatMap((part) => {
    while (next < silent.length && (silent[next] as Range).end <= part.start) next++;
    const isOwn = part.role === 'text' && part.text.length === part.end - part.start;
    return isOwn ? withSilent(text, part, silent, next) : part;
  });
}

/** A part that stands for itself, cut where some of it says nothing: stretches in the order of the text, from `first` on. */
function withSilent(text: string, part: InlinePart, silent: readonly Range[], first = 0): InlinePart[] {
  const pieces: InlinePart[] = [];
  let from = part.start;
  const add = (role: 'text' | 'note', end: number) => {
    const said = role === 'text' ? text.slice(from, end) : '';
    if (end > from) pieces.push({ ...part, role, text: said, start: from, end, outerStart: from, outerEnd: end });
    from = Math.max(from, end);
  };
  for (let i = first; i < silent.length; i++) {
    const { start, end } = silent[i] as Range;
    if (start >= part.end) break;
    add('text', start);
    add('note', Math.min(end, part.end));
  }
  add('text', part.end);
  return pieces;
}
