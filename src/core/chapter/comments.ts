/** Comments to the tool (format 3.6): reviewers' notes, rules switched off, blocks that the tool writes. */

import type { Range } from '../text/range';
import type { Placed, ToolComment } from './chapter';

const review = /^\s*REVIEW\s*(?:\(([^)]*)\)\s*)?:/;
const switching = /^\s*masterplan-(disable-next-line|disable|enable)(?![\w-])([\s\S]*)$/;
const generated = /^\s*masterplan:(begin|end)\s+(\S+)(?:\s+([0-9a-f]{1,16}))?\s*$/;
const ruleName = /[^\s,]+/g;

/**
 * Reads the comments that speak to the tool; all others are nobody's business.
 * @param comments whole comments with their `<!--` and `-->`, in the order of the text.
 */
export function readToolComments(source: string, comments: readonly Range[]): ToolComment[] {
  const read: ToolComment[] = [];
  for (const { start, end } of comments) {
    const from = start + '<!--'.length;
    const inside = source.slice(from, source.startsWith('-->', end - 3) ? end - 3 : end);
    const note = review.exec(inside);
    if (note !== null) {
      const name = note[1]?.trim();
      read.push({ type: 'review', start, end, text: inside.slice(note[0].length).trim(), ...(name ? { name } : {}) });
      continue;
    }
    const switched = switching.exec(inside);
    if (switched !== null) {
      const list = switched[2] as string;
      const at = from + inside.length - list.length;
      const rules: Placed[] = [...list.matchAll(ruleName)].map((match) => ({
        value: match[0],
        range: { start: at + match.index, end: at + match.index + match[0].length },
      }));
      read.push({ type: switched[1] as 'disable' | 'enable' | 'disable-next-line', start, end, rules });
      continue;
    }
    const block = generated.exec(inside);
    if (block === null) continue;
    const sum = block[3];
    const type = block[1] as 'begin' | 'end';
    read.push({ type, start, end, name: block[2] as string, ...(sum === undefined ? {} : { sum }) });
  }
  return read;
}
