/** Blocks that the tool writes and refreshes, between `<!-- masterplan:begin NAME -->` and `end` (format 3.6). */

import type { Range } from '../text/range';
import type { Chapter, ToolComment } from './chapter';

export interface GeneratedBlock extends Range {
  readonly name: string;
  /** The two comments. */
  readonly opening: Range;
  readonly closing: Range;
  /** What stands between the two comments. */
  readonly content: Range;
  /** What the end comment remembers of the text as it was written; absent where no text has been written yet. */
  readonly sum?: string;
}

type Mark = Extract<ToolComment, { type: 'begin' | 'end' }>;

/** The blocks of a chapter. A begin without an end of its name is none: what follows may be the author's. */
export function generatedBlocks(chapter: Chapter): GeneratedBlock[] {
  const marks = chapter.comments.filter(
    (comment): comment is Mark => comment.type === 'begin' || comment.type === 'end',
  );
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
