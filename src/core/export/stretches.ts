/** Which parts of a chapter stand on pages on their side: a wide table, with its heading and the words around it. */

import type { RootContent } from 'mdast';
import { toString as plainTextOf } from 'mdast-util-to-string';
import { pushAll } from '../text/lists';
import type { ManuscriptChapter, ManuscriptPart } from './manuscript';
import { isWide } from './tables';

export interface Stretch {
  readonly onItsSide: boolean;
  readonly blocks: readonly PlacedBlock[];
}

export interface PlacedBlock {
  readonly block: RootContent;
  readonly part: ManuscriptPart;
}

/** Letters that fill about half a page: less than this between two wide tables does not turn the page for itself. */
const halfPage = 1200;
/** Less than this below the title of a chapter does not get a page for itself, where the next one is turned. */
const shortOpening = 500;
/** Prose of more letters than this is read upright, though a wide table follows. */
const longProse = 1800;

/** The blocks of a chapter in their order, cut where the page is turned. */
export function stretchesOf(chapter: ManuscriptChapter): Stretch[] {
  const pieces = chapter.parts.flatMap((part) =>
    sectionsIn(part.content).flatMap((section) => turned(section.map((block) => ({ block, part })))),
  );
  // A heading alone goes with what follows it.
  for (let at = pieces.length - 2; at >= 0; at--) {
    const [piece, next] = [pieces[at] as Draft, pieces[at + 1] as Draft];
    if (piece.blocks.every(({ block }) => block.type === 'heading')) piece.onItsSide = next.onItsSide;
  }
  for (let at = 1; at < pieces.length; at++) {
    const [before, piece, after] = [pieces[at - 1] as Draft, pieces[at] as Draft, pieces[at + 1]];
    const isBetween = before.onItsSide && (after?.onItsSide ?? true);
    if (isBetween && lettersIn(piece.blocks) < halfPage) piece.onItsSide = true;
  }
  const [opening, next] = pieces;
  if (opening !== undefined && next?.onItsSide && lettersIn(opening.blocks) < shortOpening) opening.onItsSide = true;
  const stretches: Draft[] = [];
  for (const piece of pieces) {
    const last = stretches.at(-1);
    if (last !== undefined && last.onItsSide === piece.onItsSide) pushAll(last.blocks, piece.blocks);
    else stretches.push({ onItsSide: piece.onItsSide, blocks: [...piece.blocks] });
  }
  return stretches;
}

interface Draft {
  onItsSide: boolean;
  readonly blocks: PlacedBlock[];
}

/** Headings with what stands below each. */
function sectionsIn(blocks: readonly RootContent[]): RootContent[][] {
  const sections: RootContent[][] = [];
  for (const block of blocks) {
    if (block.type === 'heading' || sections.length === 0) sections.push([block]);
    else sections.at(-1)?.push(block);
  }
  return sections;
}

/** A section with a wide table lies on its side as a whole, unless much prose stands before the table or after it. */
function turned(section: readonly PlacedBlock[]): Draft[] {
  const first = section.findIndex(({ block }) => isWide(block));
  if (first < 0) return [{ onItsSide: false, blocks: [...section] }];
  const last = section.findLastIndex(({ block }) => isWide(block));
  const before = section.slice(0, first);
  const after = section.slice(last + 1);
  const drafts: Draft[] = [];
  const isLongBefore = lettersIn(before) > longProse;
  const isLongAfter = lettersIn(after) > longProse;
  if (isLongBefore) drafts.push({ onItsSide: false, blocks: before });
  drafts.push({
    onItsSide: true,
    blocks: section.slice(isLongBefore ? first : 0, isLongAfter ? last + 1 : section.length),
  });
  if (isLongAfter) drafts.push({ onItsSide: false, blocks: after });
  return drafts;
}

function lettersIn(blocks: readonly PlacedBlock[]): number {
  return blocks.reduce((sum, { block }) => sum + plainTextOf(block).length, 0);
}
