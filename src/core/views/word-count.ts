/** How much has been written: the words that a reader sees. */

import type { Chapter } from '../chapter/chapter';
import type { Range } from '../text/range';

/** The words in a stretch of a chapter; frontmatter, comments and marks without a letter or digit count for nothing. */
export function wordsIn({ source, frontmatter }: Chapter, { start, end }: Range): number {
  const text = source.slice(Math.max(start, frontmatter.range.end), Math.max(end, frontmatter.range.end));
  const words = text.replace(/<!--[\s\S]*?(?:-->|$)/g, ' ').match(/[\p{L}\p{N}]+(?:[-’'.,/][\p{L}\p{N}]+)*/gu);
  return words?.length ?? 0;
}
