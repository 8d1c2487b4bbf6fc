/** Takes a comment out of a chapter, and the line with it where it stood there alone. */

import { lineEndOf, type TextEdit } from '../text/edits';
import { endOfLine, isBelowBlank, pastLineEnd, startOfLine } from '../text/line-edges';
import type { Range } from '../text/range';

/**
 * The edit that removes a comment and nothing else but blanks. Where it parted two lines of text that would now run into
 * each other, a blank line stays between them.
 * @param comment from `<!--` to `-->`.
 */
export function removeComment(source: string, comment: Range): TextEdit {
  const lineStart = startOfLine(source, comment.start);
  const lineEnd = endOfLine(source, comment.end);
  const before = source.slice(lineStart, comment.start);
  const after = source.slice(comment.end, lineEnd);
  if (before.trim() !== '' || after.trim() !== '') return { range: withBlanks(comment, before, after), text: '' };
  const nextLine = pastLineEnd(source, lineEnd);
  const isLast = source.slice(nextLine).trim() === '';
  const followsBlank = isBelowBlank(source, lineStart);
  const blankBelow = isLast || source.slice(nextLine, endOfLine(source, nextLine)).trim() === '';
  if (!followsBlank && !blankBelow) return { range: { start: lineStart, end: nextLine }, text: lineEndOf(source) };
  // Of the two blank lines around it one is enough.
  const end = followsBlank && blankBelow && !isLast ? pastLineEnd(source, endOfLine(source, nextLine)) : nextLine;
  return { range: { start: lineStart, end }, text: '' };
}

/** Within a line the blank before it goes too, at a line's beginning the one behind it. */
function withBlanks({ start, end }: Range, before: string, after: string): Range {
  const behind = after.length - after.trimStart().length;
  if (/^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*$/.test(before)) return { start, end: end + behind };
  const lead = before.length - before.trimEnd().length;
  // `a <!-- x -->b` keeps its blank.
  return lead > 0 && (behind > 0 || after === '') ? { start: start - lead, end } : { start, end };
}
