/** What would be written, as a unified diff: for eyes, and for `git apply` and `patch`. */

import { type LineChange, lineChanges } from '../../core/text/diff';
import type { Palette } from '../colours';
import { harmless } from '../columns';
import type { FileChange } from '../mend';
import { pathFrom } from '../paths';

export interface DiffLook {
  readonly palette: Palette;
  /** Paths are shown from here. */
  readonly folder: string;
  /** For a person nothing may upset the terminal; for a program every byte stays as it is. */
  readonly isTerminal: boolean;
}

/** Unchanged lines that are shown around changed ones. */
const context = 3;

export function writeDiff(changes: readonly FileChange[], look: DiffLook): string {
  return changes.map((change) => fileDiff(change, look)).join('');
}

function fileDiff(change: FileChange, look: DiffLook): string {
  const { palette, folder } = look;
  const mark = change.hasByteOrderMark ? '\ufeff' : '';
  const before = change.before === undefined ? [] : linesOf(mark + change.before);
  const after = linesOf(mark + change.after);
  const path = pathFrom(folder, change.path);
  // A tab ends a name with blanks in it.
  const name = path.includes(' ') ? `${path}\t` : path;
  const from = change.before === undefined ? '/dev/null' : `a/${name}`;
  let text = `${palette.bold(shown(`--- ${from}`, look))}\n${palette.bold(shown(`+++ b/${name}`, look))}\n`;
  for (const hunk of hunksOf(lineChanges(before, after))) text += writeHunk(hunk, before, after, look);
  return text;
}

/** Programs that read a diff know one line end alone; a carriage return before it belongs to the line. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function shown(line: string, { isTerminal }: DiffLook): string {
  return isTerminal ? harmless(line.replace(/\r$/, '')) : line;
}

/** Changes that are so near to each other that their context meets are shown together. */
function hunksOf(changes: readonly LineChange[]): LineChange[][] {
  const hunks: LineChange[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1);
    const above = last?.at(-1);
    if (last !== undefined && above !== undefined && change.before.start - above.before.end <= 2 * context) {
      last.push(change);
    } else {
      hunks.push([change]);
    }
  }
  return hunks;
}

function writeHunk(
  changes: readonly LineChange[],
  before: readonly string[],
  after: readonly string[],
  look: DiffLook,
): string {
  const { palette } = look;
  const [first, last] = [changes[0] as LineChange, changes.at(-1) as LineChange];
  const lead = Math.min(context, first.before.start);
  const tail = Math.min(context, before.length - last.before.end);
  const old = { start: first.before.start - lead, end: last.before.end + tail };
  const now = { start: first.after.start - lead, end: last.after.end + tail };
  let text = `${palette.blue(`@@ -${placeOf(old)} +${placeOf(now)} @@`)}\n`;
  let at = old.start;
  const kept = (to: number) => {
    for (; at < to; at++) text += writeLine(' ', before[at] as string, (line) => line, look);
  };
  for (const change of changes) {
    kept(change.before.start);
    for (; at < change.before.end; at++) text += writeLine('-', before[at] as string, palette.red, look);
    for (const line of after.slice(change.after.start, change.after.end))
      text += writeLine('+', line, palette.green, look);
  }
  kept(old.end);
  return text;
}

function placeOf({ start, end }: { readonly start: number; readonly end: number }): string {
  // Of no lines it is the line before that is named.
  const first = end > start ? start + 1 : start;
  return end - start === 1 ? String(first) : `${first},${end - start}`;
}

function writeLine(sign: string, line: string, tint: (text: string) => string, look: DiffLook): string {
  const end = line.endsWith('\n') ? '\n' : '';
  const words = end === '' ? line : line.slice(0, -1);
  const missing = end === '' ? '\n\\ No newline at end of file\n' : '\n';
  return tint(shown(sign + words, look)) + missing;
}
