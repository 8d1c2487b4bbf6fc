/** Blocks as short lines of text, so that a test shows what was read and exactly where. */

import type { Block } from '../../../src/core/markdown/blocks';
import { type Range, textOf } from '../../../src/core/text/range';

/** One line per block: its type, what it covers, and the pieces that it knows; inner blocks are set in. */
export function outline(source: string, blocks: readonly Block[], indent = ''): string[] {
  const quoted = (range: Range): string => JSON.stringify(textOf(source, range));
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'heading':
        return [`${indent}heading ${block.level} ${quoted(block)}: ${quoted(block.marks)} ${quoted(block.content)}`];
      case 'paragraph':
        return [`${indent}paragraph ${quoted(block)}: ${block.lines.map(quoted).join(' ')}`];
      case 'list':
        return [
          `${indent}list ${block.ordered ? 'ordered ' : ''}${quoted(block)}`,
          ...block.items.flatMap((item) => [
            `${indent}  item ${quoted(item.marker)} ${quoted(item)}`,
            ...outline(source, item.blocks, `${indent}    `),
          ]),
        ];
      case 'table':
        return [
          `${indent}table ${quoted(block)}`,
          `${indent}  header ${quoted(block.header)}: ${block.header.cells.map(quoted).join(' ')}`,
          `${indent}  delimiter ${quoted(block.delimiter)}`,
          ...block.rows.map((row) => `${indent}  row ${quoted(row)}: ${row.cells.map(quoted).join(' ')}`),
        ];
      case 'quote':
        return [`${indent}quote ${quoted(block)}`, ...outline(source, block.blocks, `${indent}  `)];
      default:
        return [`${indent}${block.type} ${quoted(block)}`];
    }
  });
}

/** All ranges of a document's blocks, with what they are inside. */
export function* rangesOf(blocks: readonly Block[], around?: Range): Generator<{ range: Range; around?: Range }> {
  for (const block of blocks) {
    yield around ? { range: block, around } : { range: block };
    const inner: Range[] = [];
    if (block.type === 'heading') inner.push(block.marks, block.content);
    else if (block.type === 'paragraph') inner.push(...block.lines);
    else if (block.type === 'table') {
      inner.push(block.header, block.delimiter, ...block.rows);
      for (const row of [block.header, ...block.rows]) for (const cell of row.cells) yield { range: cell, around: row };
    } else if (block.type === 'list') {
      for (const item of block.items) {
        yield { range: item, around: block };
        yield { range: item.marker, around: item };
        yield* rangesOf(item.blocks, item);
      }
    } else if (block.type === 'quote') yield* rangesOf(block.blocks, block);
    for (const range of inner) yield { range, around: block };
  }
}

/** A document as plain values, those among them that are told only when somebody asks: lines, cells, places of marks. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const own = Object.entries(value).map(([key, inner]) => [key, plain(inner)] as const);
  const asked = Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(value)))
    .filter(([key, { get }]) => get !== undefined && key in value && !key.startsWith('_'))
    .map(([key]) => [key, plain(value[key as keyof typeof value])] as const);
  return Object.fromEntries([...own, ...asked]);
}
