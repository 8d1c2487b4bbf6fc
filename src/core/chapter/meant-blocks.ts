/** Blocks as their author meant them, where a converter has put them into a shape that says something else in Markdown. */

import type { Block, ListItem } from '../markdown/blocks';
import { startOfLine } from '../text/line-edges';
import { headingOfItem, holdsHeadings, isDrawnBreak } from './lost-shapes';

/** The blocks that sections are made of; to be asked only where some of them have lost their shape. */
export function meantBlocks(source: string, blocks: readonly Block[]): readonly Block[] {
  const meant: Block[] = [];
  withoutLists(source, blocks, meant);
  return withoutDrawnTables(source, meant);
}

/** Headings that items begin with stand by themselves, and so does what follows them. */
function withoutLists(source: string, blocks: readonly Block[], meant: Block[]): void {
  for (const block of blocks) {
    if (block.type !== 'list' || !holdsHeadings(source, block)) {
      meant.push(block);
      continue;
    }
    let items: ListItem[] = [];
    const close = () => {
      const [first, last] = [items[0], items.at(-1)];
      const { type, ordered } = block;
      if (first && last) meant.push({ type, ordered, start: first.start, end: last.end, items });
      items = [];
    };
    for (const item of block.items) {
      const heading = headingOfItem(source, item);
      const from = heading ? 1 : item.blocks.findIndex((one) => one.type === 'list' && holdsHeadings(source, one));
      const own = from < 0 ? item.blocks : item.blocks.slice(0, from);
      const { start, marker } = item;
      if (heading === undefined) items.push({ start, end: own.at(-1)?.end ?? marker.end, marker, blocks: own });
      if (from < 0) continue;
      close();
      if (heading !== undefined) {
        const { type, level, marks, content, end } = heading;
        // Its number goes with it.
        meant.push({ type, level, marks, content, end, start: startOfLine(source, start) });
      }
      withoutLists(source, item.blocks.slice(from), meant);
    }
    close();
  }
}

/** What stands in a drawn table is neither heading nor item nor prose: it becomes one block that says nothing but that it is there. */
function withoutDrawnTables(source: string, blocks: readonly Block[]): readonly Block[] {
  const meant: Block[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block;
    if (!isDrawnBreak(source, block)) {
      meant.push(block);
      continue;
    }
    let { start } = block;
    // The titles, and the line above them that tables with rows of several lines have.
    if (follows(source, meant.at(-1), start, 'paragraph')) start = (meant.pop() as Block).start;
    const isClosed = start === block.start || follows(source, meant.at(-1), start, 'break');
    if (start < block.start && isClosed) start = (meant.pop() as Block).start;
    const last = isClosed ? closingOf(source, blocks, at) : undefined;
    const next = blocks[at + 1];
    if (last !== undefined) at = last;
    else if (next?.type === 'paragraph' && follows(source, block, next.start, 'break')) at++;
    meant.push({ type: 'html', start, end: (blocks[at] as Block).end });
  }
  return meant;
}

/** Whether a block of a type ends on the line above an offset. */
function follows(source: string, before: Block | undefined, start: number, type: Block['type']): boolean {
  return before?.type === type && /^[ \t]*(?:\r\n|\r|\n)[ \t]*$/.test(source.slice(before.end, start));
}

/** The line of dashes that closes a table: by itself, or what Markdown takes for the underline of the last row. */
function closingOf(source: string, blocks: readonly Block[], opening: number): number | undefined {
  for (let at = opening + 1; at < blocks.length; at++) {
    const block = blocks[at] as Block;
    if (block.type === 'break') return at;
    if (block.type === 'heading') return source[block.marks.start] === '-' ? at : undefined;
    if (block.type === 'table' || block.type === 'html') return undefined;
  }
  return undefined;
}
