/** Where a text has changed, told fast: what was looked for in all of it need be looked for there alone. */

import type { Range } from './range';

/** UTF-16 units that are compared at once, in the time in which a pattern looks at a hundred. */
const step = 2048;

/**
 * Where `now` may differ from `before`: what stands in front of it, and what stands behind it counted from the ends, is
 * the same in both. Not the shortest such stretch, but one of a few thousand letters where one was typed.
 * @returns a range of `now`; all of it where the texts have nothing to do with each other, empty where nothing was put in.
 */
export function changedStretch(before: string, now: string): Range {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before.slice(start, start + step) === now.slice(start, start + step)) start += step;
  start = Math.min(start, shorter);
  let tail = 0;
  while (tail < shorter - start && endsAlike(before, now, tail)) tail += step;
  return { start, end: now.length - Math.min(tail, shorter - start) };
}

/** Whether the texts are the same for one step in front of what has been compared at their ends. */
function endsAlike(before: string, now: string, tail: number): boolean {
  const [a, b] = [before.length - tail, now.length - tail];
  return before.slice(Math.max(0, a - step), a) === now.slice(Math.max(0, b - step), b);
}
