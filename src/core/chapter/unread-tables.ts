/**
 * Tables in shapes that are not read: HTML, and the tables of pandoc drawn with `+---+` or with dashes only. Where they
 * stand for data, nothing can be said of what is missing there.
 */

import type { Block } from '../markdown/blocks';
import { horizonSections } from '../template/template';
import { contains, type Range } from '../text/range';
import type { Chapter, Part } from './chapter';
import { drawnLine } from './lost-shapes';

/** The tables among blocks that are not read, in the order of the text. */
function unreadTables(source: string, blocks: readonly Block[]): Range[] {
  return blocks.filter((block) => {
    if (block.type !== 'html' && block.type !== 'paragraph') return false;
    const text = source.slice(block.start, block.end);
    return drawnLine.test(text) || (block.type === 'html' && /<table\b/i.test(text));
  });
}

/** Kinds of sections whose tables are read as data. */
const dataSections: ReadonlySet<string> = new Set([
  'swot',
  'tows',
  'strategy',
  'quick-wins',
  ...Object.values(horizonSections),
]);
/** Kinds of chapters all of whose tables are. */
const dataChapters: ReadonlySet<string> = new Set(['action-plan', 'quick-wins']);

/**
 * The tables of a chapter that stand where data are read and are not read, in the order of the text.
 * @param kind the chapter's.
 */
export function unreadTablesOf(
  source: string,
  kind: string | undefined,
  blocks: readonly Block[],
  parts: readonly Part[],
): readonly Range[] {
  if (kind !== undefined && dataChapters.has(kind)) return unreadTables(source, blocks);
  const places = parts.flatMap(({ found }) =>
    found.flatMap((one) => (one.section !== undefined && dataSections.has(one.kind) ? [one.section] : [])),
  );
  if (places.length === 0) return [];
  return unreadTables(source, blocks).filter((table) => places.some((place) => contains(place, table)));
}

/** Whether nothing that may hold data was left out of a chapter: what it lacks can be told. */
export function isWhollyRead({ excess, unreadTables: tables }: Chapter): boolean {
  return excess.length === 0 && tables.length === 0;
}
