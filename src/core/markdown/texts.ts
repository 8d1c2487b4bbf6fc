/** The texts of blocks: all of them, or, far faster in a long chapter, only those in which something was seen. */

import type { Range } from '../text/range';
import type { Block, Row } from './blocks';

/** The texts of blocks and of all that is in them: each heading, paragraph and cell as the lines it is made of. */
export function textsOf(blocks: readonly Block[]): readonly (readonly Range[])[] {
  const texts: (readonly Range[])[] = [];
  collect(blocks, () => true, texts);
  return texts;
}

/** Places in a source, asked for in its order. */
export interface Sightings {
  /** Whether anything was seen that touches the range; ranges are asked about in the order of the text. */
  in(range: Range): boolean;
  readonly any: boolean;
}

/** Where a mark stands in a source. */
export function sight(source: string, mark: string): Sightings {
  let next = source.indexOf(mark);
  let searched = 0;
  return {
    any: next >= 0,
    in({ start, end }) {
      // A question that goes back begins anew; it is not asked by those who follow the text.
      if (start < searched || (next >= 0 && next < start)) next = source.indexOf(mark, start);
      searched = start;
      return next >= 0 && next < end;
    },
  };
}

/** Stretches as sightings; they must be in the order of the text and not overlap. */
export function sightings(stretches: readonly Range[]): Sightings {
  let index = 0;
  return {
    any: stretches.length > 0,
    in({ start, end }) {
      while (index > 0 && (stretches[index - 1] as Range).end > start) index--;
      while (index < stretches.length && (stretches[index] as Range).end <= start) index++;
      const stretch = stretches[index];
      return stretch !== undefined && stretch.start < end;
    },
  };
}

/** As `textsOf`, but only texts that hold something of what was seen. */
export function textsHolding(blocks: readonly Block[], seen: Sightings): readonly (readonly Range[])[] {
  const texts: (readonly Range[])[] = [];
  if (seen.any) collect(blocks, (range) => seen.in(range), texts);
  return texts;
}

function collect(blocks: readonly Block[], wants: (range: Range) => boolean, texts: (readonly Range[])[]): void {
  for (const block of blocks) {
    if (!wants(block)) continue;
    switch (block.type) {
      case 'heading':
        if (wants(block.content)) texts.push([block.content]);
        break;
      case 'paragraph':
        texts.push(block.lines);
        break;
      case 'table':
        collectRow(block.header, wants, texts);
        for (const row of block.rows) collectRow(row, wants, texts);
        break;
      case 'list':
        for (const item of block.items) if (wants(item)) collect(item.blocks, wants, texts);
        break;
      case 'quote':
        collect(block.blocks, wants, texts);
        break;
    }
  }
}

function collectRow(row: Row, wants: (range: Range) => boolean, texts: (readonly Range[])[]): void {
  if (!wants(row)) return;
  for (const cell of row.cells) if (wants(cell)) texts.push([cell]);
}
