/** Strategies inside `strategy`, `tows` and its parts: list items, else table rows, else sub-headings (format 3.2). */

import { isEmptyCell } from '../language/emptiness';
import { withoutColon } from '../language/titles';
import type { Block, List, Paragraph, Row, Table } from '../markdown/blocks';
import { readInline } from '../markdown/inline';
import type { Lexicon } from '../template/lexicon';
import { type Range, trimRange } from '../text/range';
import type { Code, Reference, Section, Strategy } from './chapter';
import { codesIn, codesInField, isStrategyCode, isSwotCode, leadingCode, referencesInBrackets } from './codes';
import { wordsOf } from './filled';
import { afterMarker, itemsInLines, linesOfCell } from './item-lines';
import { headingWords } from './sections';
import { withTitles } from './title-rows';

const towsParts = ['so', 'wo', 'st', 'wt'] as const;

interface Reading {
  readonly source: string;
  readonly lexicon: Lexicon;
  /** In the TOWS matrix only what has a code is a strategy: the rest may be the matrix's SWOT items. */
  readonly codedOnly: boolean;
  readonly strategies: Strategy[];
}

/** The strategies of one `strategy` or `tows` section. Empty where it is prose. */
export function readStrategies(source: string, section: Section, lexicon: Lexicon): Strategy[] {
  const reading: Reading = { source, lexicon, codedOnly: section.kind !== 'strategy', strategies: [] };
  readSection(reading, section, undefined, false);
  return reading.strategies;
}

/** @param inGroup whether the section's heading stands for its strategies, not for the whole section. */
function readSection(reading: Reading, section: Section, around: Strategy['quadrants'], inGroup: boolean): void {
  const part = towsParts.find((id) => id === section.kind) ?? around;
  const lists = section.blocks.filter(
    (block): block is List | Paragraph => block.type === 'list' || isItems(reading, block),
  );
  const tables = section.blocks.filter((block): block is Table => block.type === 'table');
  const coded = inGroup ? headingStrategy(reading, section) : undefined;
  if (coded?.code !== undefined) {
    add(reading, coded, part);
  } else if (lists.length > 0) {
    for (const list of lists) {
      if (list.type === 'list') readList(reading, list, part);
      else for (const item of itemsOf(reading, list)) addFrom(reading, item, item, part);
    }
  } else if (tables.length > 0) {
    for (const table of tables) readTable(reading, table, part);
  } else if (inGroup && section.kind === undefined && section.children.length === 0 && coded !== undefined) {
    add(reading, coded, part);
  }
  for (const child of section.children) readSection(reading, child, part, true);
}

function add(reading: Reading, strategy: Strategy, part: Strategy['quadrants']): void {
  if (reading.codedOnly && strategy.code === undefined) return;
  reading.strategies.push(part === undefined ? strategy : { ...strategy, quadrants: part });
}

function readList(reading: Reading, list: List, part: Strategy['quadrants']): void {
  for (const item of list.items) {
    const first = item.blocks.find((block): block is Paragraph => block.type === 'paragraph');
    if (first === undefined) continue;
    addFrom(reading, first, item, part);
  }
}

function addFrom(reading: Reading, words: Range, around: Range, part: Strategy['quadrants']): void {
  const strategy = strategyIn(reading.source, words, around);
  if (strategy !== undefined) add(reading, strategy, part);
}

/**
 * Lines of a paragraph that were a list in the word processor: `a. …`, `SO1. …`. Prose may be broken before a reference:
 * brackets begin an item only where the first line begins with them, too.
 */
function itemsOf({ source }: Reading, { lines }: Paragraph): Range[] {
  return itemsInLines(
    source,
    lines,
    (line) =>
      leadingCode(source, line, 'strategy') !== undefined &&
      (!isInBrackets(source, line) || isInBrackets(source, lines[0])),
  );
}

function isInBrackets(source: string, line: Range | undefined): boolean {
  return line !== undefined && /^[\s*_]*[([]/.test(source.slice(line.start, Math.min(line.end, line.start + 10)));
}

function isItems(reading: Reading, block: Block): boolean {
  return block.type === 'paragraph' && itemsOf(reading, block).length > 0;
}

/** @param around where the references may stand: the item with what is nested in it. */
function strategyIn(source: string, words: Range, around: Range): Strategy | undefined {
  const leading = leadingCode(source, words, 'strategy');
  const textRange = trimRange(source, leading?.after ?? words.start, words.end);
  const text = wordsOf(source, textRange);
  if (isEmptyCell(text) && leading === undefined) return undefined;
  return {
    start: words.start,
    end: words.end,
    text,
    textRange,
    references: referencesInBrackets(source, { start: textRange.start, end: around.end }),
    ...(leading === undefined ? {} : { code: leading.code }),
  };
}

function headingStrategy(reading: Reading, section: Section): Strategy | undefined {
  const words = headingWords(reading.source, section);
  const inline = readInline(reading.source, words);
  const lead = inline.text.length - inline.text.trimStart().length;
  const from =
    section.number === undefined
      ? words.start
      : inline.sourceRange(section.number.textStart + lead, inline.text.length).start;
  return strategyIn(reading.source, { start: from, end: words.end }, blocksRange(words, section.blocks));
}

function blocksRange(words: Range, blocks: readonly Block[]): Range {
  return { start: words.start, end: blocks.at(-1)?.end ?? words.end };
}

/**
 * Rows with a column of the strategies' text: `Strategi`, else the first that holds neither codes nor references nor
 * numbers; or a matrix, whose cells hold strategies of one kind.
 */
function readTable(reading: Reading, whole: Table, part: Strategy['quadrants']): void {
  const { source, lexicon } = reading;
  const { titles, rows } = withTitles(source, whole);
  const fields = titles.cells.map((cell) => lexicon.fieldNamed(wordsOf(source, cell)));
  const codeColumn = fields.indexOf('code');
  let basisColumn = fields.indexOf('swot-items');
  if (basisColumn < 0)
    basisColumn = fields.findIndex((field, i) => field === undefined && holdsSwotCodes(source, rows, i));
  let textColumn = fields.indexOf('strategies');
  if (textColumn < 0)
    textColumn = fields.findIndex((field, i) => field === undefined && i !== codeColumn && i !== basisColumn);
  if (textColumn < 0) textColumn = fields.findIndex((_, i) => i !== codeColumn && i !== basisColumn);
  const isElsewhere = (cell: Range, column: number) =>
    column !== textColumn && (fields[column] ?? 'strategies') === 'strategies' && isMatrixCell(reading, cell);
  if ([titles, ...rows].some((row) => row.cells.some(isElsewhere))) {
    const parts: Strategy['quadrants'][] = [];
    for (const row of [titles, ...rows]) {
      row.cells.forEach((cell, column) => {
        parts[column] = readMatrixCell(reading, cell, parts[column]);
      });
    }
    return;
  }
  if (textColumn < 0) return;
  for (const row of rows) {
    const cell = row.cells[textColumn] as Range;
    const ofRow = codeColumn < 0 ? undefined : codeOfCell(source, row.cells[codeColumn] as Range);
    const basis = basisColumn < 0 ? undefined : (row.cells[basisColumn] as Range);
    const lines = linesOfCell(source, cell);
    const coded = lines.filter((line) => leadingCode(source, line, 'strategy') !== undefined);
    for (const words of ofRow === undefined && coded.length > 1 ? coded : [cell]) {
      const inText = leadingCode(source, words, 'strategy');
      const code = ofRow ?? inText?.code;
      const textRange = trimRange(source, inText?.after ?? words.start, words.end);
      const text = wordsOf(source, textRange);
      if (isEmptyCell(text) && code === undefined) continue;
      const references: Reference[] = [
        ...referencesInBrackets(source, textRange),
        ...(basis === undefined ? [] : codesInField(source, basis, 'swot-item')),
      ];
      const strategy: Strategy = {
        start: code === undefined ? words.start : Math.min(code.start, words.start),
        end: words.end,
        text,
        textRange,
        references,
        ...(code === undefined ? {} : { code }),
      };
      add(reading, strategy, part);
    }
  }
}

function holdsSwotCodes(source: string, rows: readonly Row[], column: number): boolean {
  const cells = rows.map((row) => row.cells[column] as Range).filter((cell) => !isEmptyCell(wordsOf(source, cell)));
  return (
    cells.length > 0 && cells.every((cell) => codesIn(source, cell)?.every(({ value }) => isSwotCode(value)) === true)
  );
}

/** The part of the TOWS matrix that a line names and nothing else: `**Strategi S-O**`. */
function partNamed({ source, lexicon }: Reading, line: Range): Strategy['quadrants'] {
  const words = withoutColon(wordsOf(source, line));
  if (words === '' || words.length > 80) return undefined;
  const recognition = lexicon.recognise(words, lexicon.section('tows')?.sections ?? []);
  return recognition?.slip === undefined ? towsParts.find((id) => id === recognition?.id) : undefined;
}

function isMatrixCell(reading: Reading, cell: Range): boolean {
  return linesOfCell(reading.source, cell).some(
    (line, at) =>
      leadingCode(reading.source, line, 'strategy') !== undefined ||
      (at === 0 && partNamed(reading, line) !== undefined),
  );
}

/**
 * A cell of a matrix: `Strategi SO`, and a strategy in each further line.
 * @param above the kind that a cell above names, where that names nothing else.
 * @returns the same for the cells below.
 */
function readMatrixCell(reading: Reading, cell: Range, above: Strategy['quadrants']): Strategy['quadrants'] {
  const { source } = reading;
  let part = above;
  const lines = linesOfCell(source, cell);
  for (const line of lines) {
    const named = partNamed(reading, line);
    if (named !== undefined) {
      part = named;
      continue;
    }
    const words = trimRange(source, afterMarker(source, line), line.end);
    const code = leadingCode(source, words, 'strategy')?.code.value;
    if (code === undefined && part === undefined) continue;
    addFrom(reading, words, words, part ?? towsParts.find((id) => code?.toLowerCase().startsWith(id)));
  }
  return lines.length === 1 ? part : above;
}

function codeOfCell(source: string, cell: Range): Code | undefined {
  const inline = readInline(source, cell);
  const value = inline.text.trim();
  if (!isStrategyCode(value)) return undefined;
  const at = inline.text.indexOf(value);
  return { value, ...inline.sourceRange(at, at + value.length) };
}
