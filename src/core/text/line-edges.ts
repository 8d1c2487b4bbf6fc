/** Where the line around an offset begins and ends, for edits that take or put whole lines. Any of `\n`, `\r\n`, `\r`. */

/** Offset of the line's first character; a byte-order mark before it is not part of it. */
export function startOfLine(source: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineEnd(source, at - 1)) at--;
  return at === 0 && source.charCodeAt(0) === 0xfeff ? 1 : at;
}

/** Offset just past the line's last character, before its line end. */
export function endOfLine(source: string, offset: number): number {
  let at = offset;
  while (at < source.length && !isLineEnd(source, at)) at++;
  return at;
}

/** Offset just past the line end that stands at an offset. */
export function pastLineEnd(source: string, offset: number): number {
  return source.startsWith('\r\n', offset) ? offset + 2 : Math.min(offset + 1, source.length);
}

/** Whether the line above the one that begins at an offset is blank, or there is none. */
export function isBelowBlank(source: string, lineStart: number): boolean {
  if (lineStart === 0 || (lineStart === 1 && source.charCodeAt(0) === 0xfeff)) return true;
  const end = lineStart - (source.startsWith('\r\n', lineStart - 2) ? 2 : 1);
  return source.slice(startOfLine(source, end), end).trim() === '';
}

function isLineEnd(source: string, offset: number): boolean {
  const code = source.charCodeAt(offset);
  return code === 10 || code === 13;
}
