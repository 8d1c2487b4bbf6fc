/** What has changed between two texts, line by line: for showing it, and for edits that leave all else alone. */

import type { TextEdit } from './edits';
import type { Range } from './range';

/** Lines counted from 0, the end exclusive: those that went, and those that came in their place. Either may be none. */
export interface LineChange {
  readonly before: Range;
  readonly after: Range;
}

/** More changed lines than this are not told apart: all between the first and the last of them is one change. */
const mostChanges = 1000;

/** The lines of a text, each with its line end; of the last one, the end may be missing. */
export function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

/** The fewest lines to take out and put in that lead from one text to the other, in the order of the text. */
export function lineChanges(before: readonly string[], after: readonly string[]): LineChange[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let [endBefore, endAfter] = [before.length, after.length];
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore--;
    endAfter--;
  }
  if (start === endBefore && start === endAfter) return [];
  const changes = shortestPath(before.slice(start, endBefore), after.slice(start, endAfter));
  if (changes === undefined) {
    return [{ before: { start, end: endBefore }, after: { start, end: endAfter } }];
  }
  const move = ({ start: from, end }: Range) => ({ start: from + start, end: end + start });
  return changes.map((change) => ({ before: move(change.before), after: move(change.after) }));
}

/** Myers' greedy walk: for each number of changes the furthest that can be reached on each diagonal. */
function shortestPath(before: readonly string[], after: readonly string[]): LineChange[] | undefined {
  const most = Math.min(before.length + after.length, mostChanges);
  let furthest: Furthest = Int32Array.of(-1, -1, 0);
  const history: Furthest[] = [];
  for (let count = 0; count <= most; count++) {
    history.push(furthest);
    const reached = new Int32Array(furthest.length + 2).fill(-1);
    reached.set(furthest, 1);
    for (let diagonal = -count; diagonal <= count; diagonal += 2) {
      let x = isDown(furthest, diagonal, count) ? reachOn(furthest, diagonal + 1) : reachOn(furthest, diagonal - 1) + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++;
      reached[diagonal + (reached.length >> 1)] = x;
      if (x >= before.length && x - diagonal >= after.length) return walkBack(before.length, after.length, history);
    }
    furthest = reached;
  }
  return undefined;
}

/** By diagonal, the middle one at 0: how far one comes on it; -1 where nobody has come. */
type Furthest = Int32Array;

function reachOn(furthest: Furthest, diagonal: number): number {
  return furthest[diagonal + (furthest.length >> 1)] as number;
}

/** Whether the best way to a diagonal puts a line in rather than takes one out. */
function isDown(furthest: Furthest, diagonal: number, count: number): boolean {
  if (diagonal === -count) return true;
  return diagonal !== count && reachOn(furthest, diagonal - 1) < reachOn(furthest, diagonal + 1);
}

function walkBack(x: number, y: number, history: readonly Furthest[]): LineChange[] {
  const changes: { before: { start: number; end: number }; after: { start: number; end: number } }[] = [];
  let [toX, toY] = [x, y];
  for (let count = history.length - 1; count > 0; count--) {
    const furthest = history[count] as Furthest;
    const diagonal = toX - toY;
    const down = isDown(furthest, diagonal, count);
    const from = down ? diagonal + 1 : diagonal - 1;
    const fromX = reachOn(furthest, from);
    const fromY = fromX - from;
    const next = { x: down ? fromX : fromX + 1, y: down ? fromY + 1 : fromY };
    const last = changes.at(-1);
    // Changes side by side are one.
    if (last !== undefined && last.before.start === next.x && last.after.start === next.y) {
      last.before.start = fromX;
      last.after.start = fromY;
    } else {
      changes.push({ before: { start: fromX, end: next.x }, after: { start: fromY, end: next.y } });
    }
    [toX, toY] = [fromX, fromY];
  }
  return changes.reverse();
}

/** Edits that lead from one text to the other and touch only what differs, so that cursors elsewhere stay. */
export function editsBetween(before: string, after: string): TextEdit[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const [oldStarts, nowStarts] = [startsOf(old), startsOf(now)];
  return lineChanges(old, now).map((change) => {
    let start = oldStarts[change.before.start] as number;
    let end = oldStarts[change.before.end] as number;
    let from = nowStarts[change.after.start] as number;
    let to = nowStarts[change.after.end] as number;
    for (;;) {
      const size = sizeAt(before, start);
      const same = before.slice(start, start + size) === after.slice(from, from + size) && size === sizeAt(after, from);
      if (start + size > end || from + size > to || !same) break;
      start += size;
      from += size;
    }
    for (;;) {
      const size = sizeBefore(before, end);
      const same = before.slice(end - size, end) === after.slice(to - size, to) && size === sizeBefore(after, to);
      if (end - size < start || to - size < from || !same) break;
      end -= size;
      to -= size;
    }
    return { range: { start, end }, text: after.slice(from, to) };
  });
}

/** A line end of two characters and a letter of two units stay whole. */
const pair = /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/;

function sizeAt(text: string, offset: number): number {
  return pair.test(text.slice(offset, offset + 2)) ? 2 : 1;
}

function sizeBefore(text: string, offset: number): number {
  return offset > 1 && pair.test(text.slice(offset - 2, offset)) ? 2 : 1;
}

function startsOf(lines: readonly string[]): number[] {
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) as number) + line.length);
  return starts;
}
