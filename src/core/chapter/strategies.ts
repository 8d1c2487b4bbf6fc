/** Strategies inside `strategy`, `tows` and its parts: list items, else table rows, else sub-headings (format 3.2). */

import { isEmptyCell } from '../language/emptiness';
import type { Block, List, Paragraph, Table } from '../markdown/blocks';
import { readInline } from '../markdown/inline';
import type { Lexicon } from '../template/lexicon';
import { type Range, trimRange } from '../text/range';
import type { Code, Reference, Section, Strategy } from './chapter';
import { codesIn, isStrategyCode, leadingCode, referencesInBrackets } from './codes';
import { wordsOf } from './filled';
import { headingWords } from './sections';

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
  const lists = section.blocks.filter((block): block is List => block.type === 'list');
  const tables = section.blocks.filter((block): block is Table => block.type === 'table');
  const coded = inGroup ? headingStrategy(reading, section) : undefined;
  if (coded?.code !== undefined) {
    add(reading, coded, part);
  } else if (lists.length > 0) {
    for (const list of lists) readList(reading, list, part);
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
    const strategy = strategyIn(reading.source, first, item);
    if (strategy !== undefined) add(reading, strategy, part);
  }
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

/** The column of the strategies' text: `Strategi`, else the first that holds neither codes nor references nor numbers. */
function readTable(reading: Reading, table: Table, part: Strategy['quadrants']): void {
  const { source, lexicon } = reading;
  const fields = table.header.cells.map((cell) => lexicon.fieldNamed(wordsOf(source, cell)));
  const codeColumn = fields.indexOf('code');
  const basisColumn = fields.indexOf('swot-items');
  let textColumn = fields.indexOf('strategies');
  if (textColumn < 0)
    textColumn = fields.findIndex((field, i) => field === undefined && i !== codeColumn && i !== basisColumn);
  if (textColumn < 0) textColumn = fields.findIndex((_, i) => i !== codeColumn && i !== basisColumn);
  if (textColumn < 0) return;
  for (const row of table.rows) {
    const cell = row.cells[textColumn] as Range;
    const inText = leadingCode(source, cell, 'strategy');
    const code = (codeColumn < 0 ? undefined : codeOfCell(source, row.cells[codeColumn] as Range)) ?? inText?.code;
    const textRange = trimRange(source, inText?.after ?? cell.start, cell.end);
    const text = wordsOf(source, textRange);
    if (isEmptyCell(text) && code === undefined) continue;
    const basis = basisColumn < 0 ? undefined : (row.cells[basisColumn] as Range);
    const references: Reference[] = [
      ...referencesInBrackets(source, textRange),
      ...(basis === undefined ? [] : (codesIn(source, basis, 'swot-item') ?? [])),
    ];
    const strategy: Strategy = {
      start: code === undefined ? cell.start : Math.min(code.start, cell.start),
      end: cell.end,
      text,
      textRange,
      references,
      ...(code === undefined ? {} : { code }),
    };
    add(reading, strategy, part);
  }
}

function codeOfCell(source: string, cell: Range): Code | undefined {
  const inline = readInline(source, cell);
  const value = inline.text.trim();
  if (!isStrategyCode(value)) return undefined;
  const at = inline.text.indexOf(value);
  return { value, ...inline.sourceRange(at, at + value.length) };
}
