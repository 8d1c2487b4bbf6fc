/** Writes a skeleton into a section that is there and holds nothing: below its heading, its label, or into its table. */

import type { Chapter, FoundSection, Part } from '../chapter/chapter';
import { wordsOf } from '../chapter/filled';
import { missingSections } from '../chapter/missing';
import { programmeTableOf } from '../chapter/programmes';
import { readChapter } from '../chapter/read';
import { emptySections } from '../chapter/scopes';
import type { Block, Table } from '../markdown/blocks';
import { lexiconOf } from '../template/lexicon';
import type { Settings } from '../template/settings';
import { applyEdits, type TextEdit } from '../text/edits';
import { insertLines } from './insert-lines';
import { labelOf, skeletonPlace } from './insert-section';
import { contentSkeleton } from './skeletons';
import { appendRows } from './tables';

/**
 * The edit that gives an empty section a skeleton; nothing that stands there is touched.
 * @param found one of what `emptySections` found in this part.
 * @param others the chapters whose codes the skeleton keeps clear of; those of the whole book, where it is at hand.
 * @returns nothing where the section would not be filled by it: a quadrant that is a column or a cell, a heading of
 * level 6 that would need headings below it.
 */
export function fillSection(
  chapter: Chapter,
  part: Part,
  found: FoundSection,
  settings: Settings,
  others: readonly Chapter[] = [chapter],
): TextEdit | undefined {
  const { section } = found;
  const skeleton = contentSkeleton(found.kind, settings, {
    ...skeletonPlace(chapter, part, settings, others),
    level: section?.heading.level ?? 6,
  });
  const edit =
    section === undefined
      ? belowLabel(chapter, found, skeleton)
      : below(chapter, section.blocks, found, skeleton, settings);
  return edit !== undefined && isFilledBy(chapter, part, found, settings, edit) ? edit : undefined;
}

function belowLabel(chapter: Chapter, found: FoundSection, skeleton: string): TextEdit | undefined {
  if (labelOf(chapter, found) === undefined) return undefined;
  return insertLines(chapter.source, found.place.end, skeleton);
}

function below(
  chapter: Chapter,
  blocks: readonly Block[],
  found: FoundSection,
  skeleton: string,
  settings: Settings,
): TextEdit | undefined {
  const { source } = chapter;
  // A table is filled as it is: a second one below it would be none the better.
  const tables = blocks.filter((block): block is Table => block.type === 'table');
  const table = tables.at(-1);
  if (table !== undefined && skeleton.startsWith('|')) return newRow(source, table, skeleton, settings);
  // Headings go behind those that are there, lest one of these end up below a new one.
  const hasHeadings = /^#/m.test(skeleton);
  const near = hasHeadings ? found.end : (blocks.at(-1)?.end ?? found.section?.heading.end ?? found.end);
  return insertLines(source, near, skeleton);
}

/** The skeleton's row in the columns of a table of programmes; nothing where that has none for what is to be filled in. */
function newRow(source: string, table: Table, skeleton: string, settings: Settings): TextEdit | undefined {
  const lexicon = lexiconOf(settings);
  const columns = programmeTableOf(source, table, lexicon)?.columns;
  const [titles = [], cells = []] = [0, 2].map((line) => cellsOf(skeleton.split('\n')[line] ?? ''));
  if (columns === undefined) {
    const own = table.header.cells.map((cell) => wordsOf(source, cell));
    return own.length === titles.length ? appendRows(source, table, [cells]) : undefined;
  }
  const texts = new Map(titles.map((title, i) => [lexicon.fieldNamed(title), cells[i] ?? '']));
  const lacks = [...texts].some(([field, text]) => text !== '' && field !== 'code' && !columns.includes(field));
  if (lacks) return undefined;
  return appendRows(source, table, [
    columns.map((field, i) => (field === undefined || columns.indexOf(field) < i ? '' : (texts.get(field) ?? ''))),
  ]);
}

function cellsOf(row: string): string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function isFilledBy(chapter: Chapter, part: Part, found: FoundSection, settings: Settings, edit: TextEdit): boolean {
  const after = readChapter(chapter.uri, applyEdits(chapter.source, [edit]), settings);
  const other = after.parts[chapter.parts.indexOf(part)];
  if (other === undefined || after.parts.length !== chapter.parts.length) return false;
  const { template } = settings;
  const emptyOf = (one: Chapter, its: Part) =>
    emptySections(one, its, template).filter(
      ({ kind, within }) => kind === found.kind && within?.kind === found.within?.kind,
    ).length;
  return (
    emptyOf(after, other) < emptyOf(chapter, part) &&
    missingSections(after, other, template).length <= missingSections(chapter, part, template).length
  );
}
