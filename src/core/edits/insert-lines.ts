/** Puts lines into a text so that they stand apart from what is around them. */

import { lineEndOf, type TextEdit } from '../text/edits';

/**
 * An insert of whole lines near an offset: behind the text before it, with one blank line on either side.
 * @param text lines that end as they may; they are written with the source's own line ends.
 */
export function insertLines(source: string, near: number, text: string): TextEdit {
  const end = lineEndOf(source);
  let at = near;
  while (at > 0 && isBlank(source.charCodeAt(at - 1))) at--;
  while (at < source.length && source[at] !== '\n' && source[at] !== '\r') at++;
  const rest = source.slice(at);
  const blanks = /^\s*/.exec(rest)?.[0] ?? '';
  const lineEnds = blanks.split(/\r\n|\r|\n/).length - 1;
  const behind = blanks.length === rest.length ? 1 : 2;
  const lead = source.slice(0, at).trim() === '' ? '' : end + end;
  const tail = end.repeat(Math.max(0, behind - lineEnds));
  return { range: { start: at, end: at }, text: lead + text.replace(/\r\n|\r|\n/g, end).trimEnd() + tail };
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
