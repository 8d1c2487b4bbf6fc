/** Writes the comment that keeps a rule silent at one place (format 3.6). */

import type { Chapter } from '../chapter/chapter';
import { readChapter } from '../chapter/read';
import type { Block } from '../markdown/blocks';
import type { Settings } from '../template/settings';
import { applyEdits, lineEndOf, type TextEdit } from '../text/edits';
import type { Range } from '../text/range';

/**
 * The edits that keep a rule silent about a place in a chapter: a comment above its line, with the line's indentation. In
 * the middle of a paragraph or a table, where a line of its own would part what belongs together, one comment above and
 * one below.
 * @param place where the problem is.
 * @param rule id of its rule.
 * @returns nothing where no comment can do it: in the frontmatter, and where the text could not be read in full.
 */
export function suppress(chapter: Chapter, place: Range, rule: string, settings: Settings): TextEdit[] {
  const { source, frontmatter, lines } = chapter;
  if (place.start < frontmatter.range.end) return [];
  const line = lines.lineAt(place.start);
  const known = chapter.comments.find(
    (comment) => comment.type === 'disable-next-line' && comment.rules.length > 0 && isAbove(chapter, comment, line),
  );
  if (known?.type === 'disable-next-line') {
    // A comment between another one and its line would take that line away from it.
    const end = known.rules.at(-1)?.range.end ?? known.end;
    return [{ range: { start: end, end }, text: `, ${rule}` }];
  }
  const block = blockAt(chapter.blocks, place.start);
  const first = block === undefined ? line : lines.lineAt(block.start);
  const edits =
    first === line
      ? [above(chapter, line, `<!-- masterplan-disable-next-line ${rule} -->`)]
      : around(chapter, block as Block, rule);
  const after = readChapter(chapter.uri, applyEdits(source, edits), settings);
  return after.comments.length === chapter.comments.length + edits.length ? edits : [];
}

function isAbove({ source, lines }: Chapter, comment: Range, line: number): boolean {
  const from = lines.lineAt(comment.end);
  return from < line && source.slice(lines.endOf(from), lines.startOf(line)).trim() === '';
}

/** The innermost block without blocks of its own. */
function blockAt(blocks: readonly Block[], offset: number): Block | undefined {
  const block = blocks.find(({ start, end }) => start <= offset && offset <= end);
  if (block?.type === 'quote') return blockAt(block.blocks, offset) ?? block;
  if (block?.type !== 'list') return block;
  const item = block.items.find(({ start, end }) => start <= offset && offset <= end);
  return item === undefined ? block : blockAt(item.blocks, offset);
}

/** Indentation, and the marks of the quotes that the line stands in. */
const margin = /^\ufeff?((?:[ \t]*>)*[ \t]*)/;

function marginOf({ source, lines }: Chapter, line: number): string {
  return margin.exec(source.slice(lines.startOf(line), lines.endOf(line)))?.[1] ?? '';
}

function above(chapter: Chapter, line: number, comment: string): TextEdit {
  const { source, lines } = chapter;
  const start = lines.startOf(line);
  const at = start === 0 && source.charCodeAt(0) === 0xfeff ? 1 : start;
  return { range: { start: at, end: at }, text: `${marginOf(chapter, line)}${comment}${lineEndOf(source)}` };
}

function around(chapter: Chapter, block: Block, rule: string): TextEdit[] {
  const { source, lines } = chapter;
  const first = lines.lineAt(block.start);
  const at = lines.endOf(lines.lineAt(block.end));
  const close = `${lineEndOf(source)}${marginOf(chapter, first)}<!-- masterplan-enable ${rule} -->`;
  return [above(chapter, first, `<!-- masterplan-disable ${rule} -->`), { range: { start: at, end: at }, text: close }];
}
