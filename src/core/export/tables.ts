/** How tables are laid out on paper: which ones need a page on its side, and how wide each column is. */

import type { RootContent, Table } from 'mdast';
import { toString as plainTextOf } from 'mdast-util-to-string';
import { greatest } from '../text/lists';
import { filledMark } from './chart';

/** Number of columns from which a table is given a page on its side. */
const wideFrom = 7;

export function columnsOf(table: Table): number {
  return greatest(
    table.children.map((row) => row.children.length),
    1,
  );
}

export function isWide(block: RootContent): block is Table {
  return block.type === 'table' && columnsOf(block) >= wideFrom;
}

/** What stands in the columns, row by row. */
export function wordsIn(table: Table): string[][] {
  const columns = columnsOf(table);
  return table.children.map((row) =>
    Array.from({ length: columns }, (_, column) => {
      const cell = row.children[column];
      // A line break in a cell is HTML and has no words, yet the words beside it are two.
      return cell === undefined
        ? ''
        : cell.children.map((part) => (part.type === 'html' ? '\n' : plainTextOf(part))).join('');
    }),
  );
}

export type Alignment = 'left' | 'center' | 'right';

/** As the author wishes it, else marks and years in the middle, and all else on the left. */
export function alignmentsOf(table: Table): Alignment[] {
  const [, ...rows] = wordsIn(table);
  return Array.from({ length: columnsOf(table) }, (_, column) => {
    const wish = table.align?.[column];
    if (wish !== null && wish !== undefined) return wish;
    const filled = rows.map((row) => row[column]?.trim() ?? '').filter((words) => words !== '');
    const isNarrow = filled.length > 0 && filled.every((words) => words.length <= 4);
    return isNarrow ? 'center' : 'left';
  });
}

/** More letters than this in a cell of the first row are content, as in a SWOT of two by two fields. */
const longestTitle = 80;

/** Whether the first row holds titles of columns; in some tables it is a row like the others. */
export function hasTitles(table: Table): boolean {
  const [titles = []] = wordsIn(table);
  return titles.every((words) => words.length <= longestTitle && !words.includes('\n'));
}

/** Whether a cell is a bar of a chart: filled, and without a word. */
export function isFilled(words: string): boolean {
  return words.trim() === filledMark;
}

/** An amount with its currency in one line: `Rp 650.000.000`. */
export function unbroken(words: string): string {
  return words.replace(/\b(Rp\.?) (?=\d)/g, '$1\u00a0');
}

export interface TableLayout {
  /** Of each column, in the unit of the width given; together they are that width. */
  readonly widths: readonly number[];
  /** Of the letters, in half points. */
  readonly size: number;
}

/**
 * Lays a table out so that no word is broken as long as that can be: smaller letters first, then columns as wide as
 * their words ask for.
 * @param width of the whole table in twips.
 * @param padding of a cell, left and right together, in twips.
 * @param breadth of the letters, compared with a serif font's.
 */
export function layOutTable(table: Table, width: number, padding: number, breadth = 1): TableLayout {
  const rows = wordsIn(table);
  const columns = columnsOf(table);
  const narrowest = Array.from({ length: columns }, (_, column) =>
    greatest(
      rows.map((row, at) => {
        const words = unbroken(row[column] ?? '').split(/[^\S\u00a0]+/);
        return greatest(
          words.map((word) => letterWidths(word, at === 0)),
          0,
        );
      }),
    ),
  );
  const widest = Array.from({ length: columns }, (_, column) => {
    const lines = rows.flatMap((row, at) =>
      (row[column] ?? '').split('\n').map((line) => letterWidths(line, at === 0)),
    );
    const mean = lines.reduce((sum, line) => sum + line, 0) / lines.length;
    // A single long cell does not make its column wide, many of them do.
    return (mean + greatest(lines)) / 2;
  });
  const sizes = columns >= wideFrom ? [18, 17, 16, 15, 14] : [20, 19, 18, 17, 16];
  const needs = (size: number) => narrowest.map((em) => Math.ceil(em * breadth * size * 10) + padding + 30);
  const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
  // Letters so large that only single words fit beside each other make a table high and hard to read.
  const size =
    sizes.find((one) => sum(needs(one)) <= width * 0.75) ??
    sizes.findLast((one) => sum(needs(one)) <= width) ??
    (sizes.at(-1) as number);
  const needed = needs(size);
  if (sum(needed) > width) return { widths: shares(needed, width), size };
  const wished = widest.map((em, column) =>
    Math.max(0, em * breadth * size * 10 + padding - (needed[column] as number)),
  );
  // Square roots: a column with four times the words becomes twice as wide, and the rows stay low.
  const left = width - sum(needed);
  const extra = sum(wished) <= left ? wished : shares(wished.map(Math.sqrt), left);
  const grown = needed.map((need, column) => need + Math.min(extra[column] as number, wished[column] as number));
  return { widths: shares(grown, width), size };
}

/** Whole numbers in the proportion of the given ones that are together what they are to be. */
function shares(parts: readonly number[], whole: number): number[] {
  const all = parts.reduce((sum, part) => sum + part, 0);
  if (all === 0)
    return shares(
      parts.map(() => 1),
      whole,
    );
  const widths = parts.map((part) => Math.floor((part / all) * whole));
  widths[0] = (widths[0] as number) + whole - widths.reduce((sum, one) => sum + one, 0);
  return widths;
}

/** The width of a word in em, as a serif font draws it. */
function letterWidths(text: string, isBold: boolean): number {
  let width = 0;
  for (const letter of text) {
    if (/[ijltfI.,:;'!|()[\]/-]/.test(letter)) width += 0.32;
    else if (/[mwMW%@■]/.test(letter)) width += 0.85;
    else if (/\p{Lu}/u.test(letter)) width += 0.7;
    else width += 0.5;
  }
  return isBold ? width * 1.06 : width;
}
