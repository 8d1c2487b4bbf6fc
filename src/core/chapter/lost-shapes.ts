/**
 * Shapes that converters make of a document and that say something else in Markdown: numbered headings that became items of
 * a list (`1.  ## Analisis SWOT`), and tables drawn with dashes, whose last row is underlined like a heading.
 */

import type { Block, Heading, List, ListItem } from '../markdown/blocks';

/** The lines of pandoc's drawn tables: those of a grid, and dashes with gaps for the columns. */
export const drawnLine = /^[ \t]*(?:\+(?:[-=:]+\+)+|-{2,}(?:[ \t]+-{2,})+)[ \t]*$/m;

/** Whether one of the blocks of a text is of such a shape. */
export function haveLostShape(source: string, blocks: readonly Block[]): boolean {
  for (const block of blocks) {
    if (block.type === 'list' ? holdsHeadings(source, block) : isDrawnBreak(source, block)) return true;
  }
  return false;
}

/** The heading that an item begins with. */
export function headingOfItem(source: string, { blocks }: ListItem): Heading | undefined {
  const first = blocks[0];
  return first?.type === 'heading' && source[first.marks.start] === '#' ? first : undefined;
}

/** Whether an item of a list, or of one in it, begins with a heading. */
export function holdsHeadings(source: string, { items }: List): boolean {
  for (const item of items) {
    if (headingOfItem(source, item) !== undefined) return true;
    for (const block of item.blocks) if (block.type === 'list' && holdsHeadings(source, block)) return true;
  }
  return false;
}

/** Whether what Markdown takes for a line across the page is one that pandoc draws a table with. */
export function isDrawnBreak(source: string, block: Block): boolean {
  return block.type === 'break' && drawnLine.test(source.slice(block.start, block.end));
}
