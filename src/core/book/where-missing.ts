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

/** The last of some chapters that the template has before the one that is wanted. */
export function chapterBefore(
  { settings }: Book,
  chapters: readonly Chapter[],
  wanted: WantedChapter,
): Chapter | undefined {
  return chapters.findLast((chapter) => isWanted(chapter) && compareWanted(chapter, wanted, settings) < 0);
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
