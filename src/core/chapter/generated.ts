/** Blocks that the tool writes and refreshes, between `<!-- masterplan:begin NAME -->` and `end` (format 3.6). */

import type { GeneratedBlock, ToolComment } from './chapter';

type Mark = Extract<ToolComment, { type: 'begin' | 'end' }>;

/** The blocks that comments enclose. A begin without an end of its name is none: what follows may be the author's. */
export function generatedBlocks(comments: readonly ToolComment[]): GeneratedBlock[] {
  const marks = comments.filter((comment): comment is Mark => comment.type === 'begin' || comment.type === 'end');
  const blocks: GeneratedBlock[] = [];
  for (const [at, begin] of marks.entries()) {
    const end = marks[at + 1];
    if (begin.type !== 'begin' || end?.type !== 'end' || end.name !== begin.name) continue;
    blocks.push({
      name: begin.name,
      start: begin.start,
      end: end.end,
      opening: { start: begin.start, end: begin.end },
      closing: { start: end.start, end: end.end },
      content: { start: begin.end, end: end.start },
      ...(end.sum === undefined ? {} : { sum: end.sum }),
    });
  }
  return blocks;
}
