/** Changes to texts as data: the light bulb, "fix all" and the terminal apply the same ones. */

import type { Range } from './range';

/** Replace what `range` covers by `text`; an empty range inserts. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

/** Edits to one file. `uri` is absent where it is the file that the finding is about. */
export interface FileEdit {
  readonly uri?: string;
  readonly edits: readonly TextEdit[];
}

/** A file to be made; one that is there already is never replaced. */
export interface NewFile {
  readonly uri: string;
  readonly text: string;
}

/**
 * Applies edits that do not overlap. Of two inserts at one offset the first in the list stands first.
 * @throws RangeError where two edits overlap or one lies outside the text.
 */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  const ordered = edits.map((edit, order) => ({ edit, order }));
  ordered.sort(
    (a, b) => a.edit.range.start - b.edit.range.start || a.edit.range.end - b.edit.range.end || a.order - b.order,
  );
  let result = '';
  let at = 0;
  for (const { edit } of ordered) {
    if (edit.range.start < at || edit.range.end < edit.range.start || edit.range.end > source.length) {
      throw new RangeError(`Edits overlap or leave the text at offset ${edit.range.start}`);
    }
    result += source.slice(at, edit.range.start) + edit.text;
    at = edit.range.end;
  }
  return result + source.slice(at);
}

/** The line end that a text uses: that of its first line, `\n` where there is only one line. */
export function lineEndOf(source: string): '\n' | '\r\n' {
  const at = source.indexOf('\n');
  return at > 0 && source[at - 1] === '\r' ? '\r\n' : '\n';
}
