/** Sections that are there and in which all is still to be filled in: skeletons as they were inserted. */

import type { Chapter, FoundSection, Part, Section } from '../chapter/chapter';
import { hasContent, noPlaceholders, wordsOf } from '../chapter/filled';
import { placeholdersIn } from '../chapter/placeholders';
import { isEmptyCell } from '../language/emptiness';
import type { Block } from '../markdown/blocks';
import { type Sightings, sightings } from '../markdown/texts';
import type { Settings } from '../template/settings';
import { Attached } from '../text/memo';
import type { Range } from '../text/range';

/** What is filled in by itself: the words of an entry, a paragraph, the filled cells of a row. */
type Unit = readonly Range[];

const known = new Attached<Chapter, { readonly settings: Settings; readonly unfilled: ReadonlySet<FoundSection> }>();

/**
 * The sections of which every entry, or where there are none every paragraph, item and row, holds a placeholder. Empty
 * ones (format 2.4) are not among them. Told once for a chapter.
 */
export function unfilledSections(chapter: Chapter, settings: Settings): ReadonlySet<FoundSection> {
  const before = known.get(chapter);
  if (before?.settings === settings) return before.unfilled;
  const unfilled = readUnfilled(chapter, settings);
  known.set(chapter, { settings, unfilled });
  return unfilled;
}

const none: ReadonlySet<FoundSection> = new Set();

function readUnfilled(chapter: Chapter, settings: Settings): ReadonlySet<FoundSection> {
  const placeholders = [...placeholdersIn(chapter, settings)];
  if (placeholders.length === 0) return none;
  const seen = sightings(placeholders);
  const unfilled = new Set<FoundSection>();
  for (const part of chapter.parts) {
    const entries = entriesOf(part);
    for (const found of part.found) {
      if (!found.empty && isUnfilled(unitsOf(chapter.source, part, found, entries), seen)) unfilled.add(found);
    }
  }
  return unfilled;
}

function isUnfilled(units: Iterable<Unit>, seen: Sightings): boolean {
  let some = false;
  for (const unit of units) {
    if (!unit.some((range) => seen.in(range))) return false;
    some = true;
  }
  return some;
}

function unitsOf(source: string, part: Part, found: FoundSection, entries: readonly Range[]): Iterable<Unit> {
  const { section } = found;
  if (section === undefined) {
    const items = part.swot.find((swot) => swot.found === found.within)?.items ?? [];
    return items.filter(({ quadrant }) => quadrant === found.kind).map(({ textRange }) => [textRange]);
  }
  const own = entriesWithin(entries, section);
  return own.length > 0 ? own.map((words) => [words]) : unitsOfSection(source, section);
}

/** The words of all that is read as data in a part, in the order of the text. */
function entriesOf(part: Part): readonly Range[] {
  const words = [
    ...part.swot.flatMap(({ items }) => items.map(({ textRange }) => textRange)),
    ...part.strategies.map(({ textRange }) => textRange),
    ...[...part.programmes, ...part.quickWins].map(({ nameRange }) => nameRange),
  ];
  return words.sort((a, b) => a.start - b.start);
}

function entriesWithin(entries: readonly Range[], { start, end }: Range): readonly Range[] {
  const before = (offset: number) => {
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((entries[middle] as Range).start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return entries.slice(before(start), before(end));
}

function* unitsOfSection(source: string, { blocks, children }: Section): Iterable<Unit> {
  yield* unitsOfBlocks(source, blocks);
  for (const child of children) yield* unitsOfSection(source, child);
}

function* unitsOfBlocks(source: string, blocks: readonly Block[]): Iterable<Unit> {
  for (const block of blocks) {
    switch (block.type) {
      case 'paragraph':
        if (wordsOf(source, block) !== '') yield [block];
        break;
      case 'list':
        for (const item of block.items) yield* unitsOfBlocks(source, item.blocks);
        break;
      case 'quote':
        yield* unitsOfBlocks(source, block.blocks);
        break;
      case 'table':
        for (const { cells } of block.rows) {
          // `TBD` is a placeholder elsewhere; a cell with nothing else is just empty.
          const filled = cells.filter((cell) => !isEmptyCell(wordsOf(source, cell)));
          if (filled.length > 0) yield filled;
        }
        break;
      case 'code':
      case 'html':
        if (hasContent(source, [block], noPlaceholders)) yield [block];
        break;
    }
  }
}
