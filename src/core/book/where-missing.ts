/** Where a chapter that a masterplan does not have belongs: among its chapters, or as a block in the one that the dimensions share. */

import type { Chapter, Part, Section } from '../chapter/chapter';
import type { Settings } from '../template/settings';
import type { Book } from './book';

export interface WantedChapter {
  /** Id of a chapter kind of the template. */
  readonly kind: string;
  /** Id of a dimension, for the kind that every dimension has. */
  readonly dimension?: string;
}

/**
 * The chapter that the wanted one stands behind, so that as few as possible are on its wrong side: chapters may stand in
 * an order of their own, and one that strayed to the end decides nothing. Of two such places the one behind the chapter
 * that the template has nearer before it.
 * @param chapters in their order.
 */
export function chapterBefore(
  { settings }: Book,
  chapters: readonly Chapter[],
  wanted: WantedChapter,
): Chapter | undefined {
  let best: (Chapter & WantedChapter) | undefined;
  let fewest = 0;
  /** How many more are on the wrong side than in front of all. */
  let wrong = 0;
  for (const chapter of chapters) {
    if (!isWanted(chapter)) continue;
    const order = compareWanted(chapter, wanted, settings);
    wrong += Math.sign(order);
    if (order >= 0 || wrong > fewest) continue;
    if (wrong < fewest || best === undefined || compareWanted(chapter, best, settings) >= 0) best = chapter;
    fewest = wrong;
  }
  return best;
}

function isWanted(chapter: Chapter): chapter is Chapter & WantedChapter {
  return chapter.kind !== undefined;
}

/** Sorts chapters as the template has them: by kind, those of dimensions by dimension. */
export function compareWanted(one: WantedChapter, other: WantedChapter, { template }: Settings): number {
  const place = (list: readonly { readonly id: string }[], wanted: string | undefined) =>
    list.findIndex(({ id }) => id === wanted);
  const { chapters, dimensions } = template;
  const byKind = place(chapters, one.kind) - place(chapters, other.kind);
  return byKind || place(dimensions, one.dimension) - place(dimensions, other.dimension);
}

/** A part of a chapter that a heading opens, about a dimension. */
export interface DimensionBlock extends Part {
  readonly opener: Section;
  readonly dimension: string;
}

export interface ChapterOfBlocks {
  readonly chapter: Chapter;
  /** One at the least. */
  readonly blocks: readonly DimensionBlock[];
}

/**
 * The chapter that gets the blocks of further dimensions: the only one of kind `dimensions`, with a block in it. Nothing
 * where there are chapters of single dimensions too: then each dimension gets a chapter of its own.
 */
export function chapterOfBlocks({ settings, chapters }: Book): ChapterOfBlocks | undefined {
  const own = settings.template.chapters.find(({ required }) => required === 'per-dimension')?.id;
  const together = chapters.filter(({ kind }) => kind === 'dimensions');
  const chapter = together.length === 1 ? together[0] : undefined;
  if (chapter === undefined || chapters.some(({ kind }) => kind === own)) return undefined;
  const blocks = chapter.parts.filter(isBlock);
  return blocks.length === 0 ? undefined : { chapter, blocks };
}

function isBlock(part: Part): part is DimensionBlock {
  return part.opener !== undefined && part.dimension !== undefined;
}

/** The block that a missing dimension stands behind, in the order of the set; else the first one, before which it stands. */
export function blockBeside(
  { blocks }: ChapterOfBlocks,
  dimension: string,
  { template }: Settings,
): { readonly block: DimensionBlock; readonly isBehind: boolean } {
  const order = template.dimensions.map(({ id }) => id);
  const before = blocks.findLast((block) => order.indexOf(block.dimension) < order.indexOf(dimension));
  return { block: before ?? (blocks[0] as DimensionBlock), isBehind: before !== undefined };
}
