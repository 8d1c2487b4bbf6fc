/** Where a new generated block goes: behind what the cursor stands in, never into the middle of a table or a list. */

import type { Book } from '../book/book';
import type { Chapter } from '../chapter/chapter';
import { insertLines } from '../edits/insert-lines';
import type { TextEdit } from '../text/edits';
import { type BlockKind, newBlock } from './generated';

/** @param offset UTF-16 offset in the chapter's text */
export function insertBlock(book: Book, chapter: Chapter, kind: BlockKind, offset: number): TextEdit {
  const around = [chapter.frontmatter.range, ...chapter.blocks, ...chapter.generated];
  const near = around.reduce((at, { start, end }) => (start <= offset && at < end ? end : at), offset);
  return insertLines(chapter.source, near, newBlock(book, chapter, kind));
}
