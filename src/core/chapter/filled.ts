/** Whether blocks say anything: what rule `empty-section` calls empty, and where a planner has yet to write. */

import { isEmptyCell, type PlaceholderFinder } from '../language/emptiness';
import type { Block, Row } from '../markdown/blocks';
import { readInline } from '../markdown/inline';
import type { Range } from '../text/range';
import type { Section } from './chapter';

type PlaceholderTest = Pick<PlaceholderFinder, 'isAll'>;

const comment = /<!--[\s\S]*?(?:-->|$)/g;
const onlyMarks = /^[\s\-–—.…_*]*$/u;

/** The reduced words of a stretch: inline marks and comments left out, blanks at both ends gone. */
export function wordsOf(source: string, range: Range): string {
  return range.end > range.start ? readInline(source, range).text.trim() : '';
}

/** Whether a row has a cell that says something. */
export function isFilledRow(source: string, row: Row): boolean {
  return row.cells.some((cell) => !isEmptyCell(wordsOf(source, cell)));
}

/**
 * Whether blocks hold content: not only blanks, comments, paragraphs that are a placeholder, tables without a filled
 * row, lists without words (rule `empty-section`).
 */
export function hasContent(source: string, blocks: readonly Block[], placeholders: PlaceholderTest): boolean {
  return blocks.some((block) => {
    switch (block.type) {
      case 'paragraph': {
        const text = source.slice(block.start, block.end).replace(comment, '');
        return !isEmptyCell(text.replace(/[.*]/g, '')) && !placeholders.isAll(text);
      }
      case 'table':
        return block.rows.some((row) => isFilledRow(source, row));
      case 'list':
        return block.items.some((item) =>
          item.blocks.some((inner) => inner.type !== 'html' && hasWords(source, inner)),
        );
      case 'quote':
        return hasContent(source, block.blocks, placeholders);
      case 'html':
        return source.slice(block.start, block.end).replace(comment, '').trim() !== '';
      case 'code':
        return true;
      case 'heading':
        return true;
      default:
        return false;
    }
  });
}

/** Items of a list are content even where they hold only a placeholder: rule `placeholder` speaks about those. */
function hasWords(source: string, block: Block): boolean {
  if (block.type === 'paragraph') return !onlyMarks.test(source.slice(block.start, block.end).replace(comment, ''));
  return hasContent(source, [block], noPlaceholders);
}

export const noPlaceholders: PlaceholderTest = { isAll: () => false };

/** Whether a section or one below it holds content; a heading that `counts` is content by itself. */
export function sectionHasContent(
  source: string,
  section: Section,
  placeholders: PlaceholderTest,
  counts: (section: Section) => boolean,
): boolean {
  return (
    hasContent(source, section.blocks, placeholders) ||
    section.children.some((child) => counts(child) || sectionHasContent(source, child, placeholders, counts))
  );
}
