/** SWOT items in every shape of format 3.1: headings, labels, a column per quadrant, 2×2 tables, IFAS and EFAS tables. */

import { isEmptyCell } from '../language/emptiness';
import type { Block, ListItem, Row, Table } from '../markdown/blocks';
import { isWhollyBold, readInline, splitBreaks } from '../markdown/inline';
import type { Lexicon } from '../template/lexicon';
import { type Quadrant, quadrantLetters, quadrants, type SectionUse } from '../template/template';
import { type Range, trimRange } from '../text/range';
import type { FoundSection, Section, Swot, SwotItem } from './chapter';
import { isSwotCode, leadingCode } from './codes';
import { wordsOf } from './filled';
import type { FoundDraft } from './sections';

/** A SWOT being read: its items, and the quadrants that are no headings but labels and columns. */
interface Reading {
  readonly source: string;
  readonly lexicon: Lexicon;
  readonly scope: readonly SectionUse[];
  readonly swot: FoundDraft;
  readonly items: SwotItem[];
  readonly places: QuadrantPlace[];
}

/** A label or a column that names a quadrant, and how many items it has brought. */
interface QuadrantPlace {
  readonly quadrant: Quadrant;
  readonly place: Range;
  items: number;
}

/**
 * Reads one `swot` section.
 * @param found the sections recognised in its part, its own quadrants by heading among them.
 * @returns the items in the order of the text, and the quadrants that stand as labels or columns.
 */
export function readSwot(
  source: string,
  swot: FoundDraft,
  lexicon: Lexicon,
): { readonly swot: Swot; readonly quadrants: FoundSection[] } {
  const scope = lexicon.section(swot.kind)?.sections ?? [];
  const reading: Reading = { source, lexicon, scope, swot, items: [], places: [] };
  readSection(reading, swot.section, undefined);
  return {
    swot: { found: swot, items: reading.items },
    quadrants: reading.places.map(({ quadrant, place, items }) => ({
      kind: quadrant,
      place,
      start: place.start,
      end: place.end,
      within: swot,
      empty: items === 0,
    })),
  };
}

function readSection(reading: Reading, section: Section, around: QuadrantPlace | undefined): void {
  readBlocks(reading, section.blocks, around);
  for (const child of section.children) {
    const quadrant = quadrants.find((id) => id === child.kind);
    const place = quadrant === undefined ? around : { quadrant, place: child.heading, items: 0 };
    readSection(reading, child, place);
  }
}

function readBlocks(reading: Reading, blocks: readonly Block[], around: QuadrantPlace | undefined): void {
  let current = around;
  for (const block of blocks) {
    if (block.type === 'paragraph') {
      const quadrant = block.lines.length === 1 ? labelOf(reading, block) : undefined;
      if (quadrant !== undefined) current = addPlace(reading, quadrant, block);
    } else if (block.type === 'list') {
      for (const item of block.items) current = readListItem(reading, item, current) ?? current;
    } else if (block.type === 'table') {
      readTable(reading, block, current);
    } else if (block.type === 'quote') {
      readBlocks(reading, block.blocks, current);
    }
  }
}

/** An item that is only a quadrant's label gathers the list nested in it; the label is given back. */
function readListItem(reading: Reading, item: ListItem, current: QuadrantPlace | undefined): QuadrantPlace | undefined {
  const first = item.blocks[0];
  if (first?.type !== 'paragraph') return undefined;
  const quadrant = first.lines.length === 1 ? labelOf(reading, first) : undefined;
  if (quadrant !== undefined) {
    const place = addPlace(reading, quadrant, first);
    readBlocks(reading, item.blocks.slice(1), place);
    return place;
  }
  addItem(reading, first, current);
  return undefined;
}

/** The quadrant that a line names and nothing else: `**Kekuatan (Strengths)**`, `Kelemahan:`. */
function labelOf(reading: Reading, range: Range): Quadrant | undefined {
  if (range.end - range.start > 120) return undefined;
  return quadrantNamed(reading, wordsOf(reading.source, range));
}

function quadrantNamed(reading: Reading, words: string): Quadrant | undefined {
  if (words === '' || words.length > 80) return undefined;
  const recognition = reading.lexicon.recognise(words.replace(/\s*:$/, ''), reading.scope);
  if (recognition === undefined || recognition.slip !== undefined) return undefined;
  return quadrants.find((id) => id === recognition.id);
}

function addPlace(reading: Reading, quadrant: Quadrant, place: Range): QuadrantPlace {
  const added = { quadrant, place: { start: place.start, end: place.end }, items: 0 };
  reading.places.push(added);
  return added;
}

/** Adds what a stretch says as an item; without a quadrant around it, its code's letter tells the quadrant. */
function addItem(reading: Reading, range: Range, place: QuadrantPlace | undefined, codeCell?: Range): void {
  const { source } = reading;
  const stretch = trimRange(source, range.start, range.end);
  if (stretch.end === stretch.start) return;
  const inCell = codeCell === undefined ? undefined : codeInCell(source, codeCell);
  const leading = inCell === undefined ? leadingCode(source, stretch, 'swot-item') : undefined;
  const code = inCell ?? leading?.code;
  const textRange = trimRange(source, leading?.after ?? stretch.start, stretch.end);
  const text = wordsOf(source, textRange);
  if (isEmptyCell(text) && code === undefined) return;
  const quadrant = place?.quadrant ?? quadrantOfCode(code?.value);
  if (quadrant === undefined) return;
  if (place !== undefined) place.items++;
  reading.items.push({
    quadrant,
    text,
    textRange,
    start: Math.min(code?.start ?? stretch.start, stretch.start),
    end: stretch.end,
    ...(code === undefined ? {} : { code }),
    ...(codeCell === undefined || leading !== undefined ? {} : { codeCell }),
  });
}

function codeInCell(source: string, cell: Range) {
  const inline = readInline(source, cell);
  const value = inline.text.trim();
  if (!isSwotCode(value)) return undefined;
  const at = inline.text.indexOf(value);
  return { value, ...inline.sourceRange(at, at + value.length) };
}

function quadrantOfCode(code: string | undefined): Quadrant | undefined {
  return code === undefined ? undefined : quadrants.find((id) => quadrantLetters[id] === code[0]);
}

function readTable(reading: Reading, table: Table, around: QuadrantPlace | undefined): void {
  const { source } = reading;
  const headings = table.header.cells.map((cell) => quadrantNamed(reading, wordsOf(source, cell)));
  const named = headings.filter((quadrant) => quadrant !== undefined).length;
  if (named >= 2 || (named === 1 && table.header.cells.length === 1)) readColumns(reading, table, headings);
  else if (named === 0 && table.header.cells.some((cell) => labelledCell(reading, cell) !== undefined)) {
    for (const row of [table.header, ...table.rows]) {
      for (const cell of row.cells) readLabelledCell(reading, cell);
    }
  } else readFactors(reading, table, headings, around);
}

/** A column per quadrant. A cell that is only a quadrant's name begins that quadrant in its column (2×2 tables). */
function readColumns(reading: Reading, table: Table, headings: readonly (Quadrant | undefined)[]): void {
  const columns = headings.map((quadrant, column) =>
    quadrant === undefined ? undefined : addPlace(reading, quadrant, table.header.cells[column] as Range),
  );
  for (const row of table.rows) {
    row.cells.forEach((cell, column) => {
      if (columns[column] === undefined) return;
      const quadrant = quadrantNamed(reading, wordsOf(reading.source, cell));
      if (quadrant !== undefined) columns[column] = addPlace(reading, quadrant, cell);
      else if (labelledCell(reading, cell) !== undefined) readLabelledCell(reading, cell);
      else for (const line of splitBreaks(reading.source, cell)) addItem(reading, line, columns[column]);
    });
  }
}

/** The quadrant with whose label a cell begins, the label's place, and where the cell's items begin. */
function labelledCell(
  reading: Reading,
  cell: Range,
): { quadrant: Quadrant; label: Range; rest: readonly Range[] } | undefined {
  const lines = splitBreaks(reading.source, cell);
  const first = lines[0];
  if (first === undefined) return undefined;
  const whole = labelOf(reading, first);
  if (whole !== undefined) {
    return { quadrant: whole, label: trimRange(reading.source, first.start, first.end), rest: lines.slice(1) };
  }
  // `**Kekuatan** S1. …` and `Kekuatan: …`: the label and the first item share a line.
  const text = reading.source.slice(first.start, first.end);
  const match = /^\s*(?:(\*\*|__)(.{1,80}?)\1\s*:?|([^:]{1,60}):)/.exec(text);
  const words = match?.[2] ?? match?.[3];
  if (match === null || words === undefined) return undefined;
  const quadrant = quadrantNamed(reading, words.trim());
  if (quadrant === undefined) return undefined;
  const start = first.start + match[0].length;
  return {
    quadrant,
    label: trimRange(reading.source, first.start, start),
    rest: [{ start, end: first.end }, ...lines.slice(1)],
  };
}

function readLabelledCell(reading: Reading, cell: Range): void {
  const labelled = labelledCell(reading, cell);
  if (labelled === undefined) return;
  const place = addPlace(reading, labelled.quadrant, labelled.label);
  for (const line of labelled.rest) addItem(reading, line, place);
}

const factorTitle = /^(faktor|factor|uraian|deskripsi|description|keterangan|item|butir|isu)/;
const figureTitle = /^(bobot|rating|skor|nilai|score|weight|peringkat|no|nomor|kode|code)\b/;
const totalRow = /^(sub\s?|skor\s|nilai\s|grand\s)?(total|jumlah)\b/;

/** IFAS and EFAS, and any table below a quadrant's heading: a row is an item; a row that only names a quadrant begins it. */
function readFactors(
  reading: Reading,
  table: Table,
  headings: readonly (Quadrant | undefined)[],
  around: QuadrantPlace | undefined,
): void {
  const { source, lexicon } = reading;
  const titles = table.header.cells.map((cell) => lexicon.folder.fold(wordsOf(source, cell)));
  const codeColumn = titles.findIndex((title) => lexicon.fieldNamed(title) === 'code');
  const ofQuadrant = headings.findIndex((quadrant) => quadrant !== undefined);
  let column = ofQuadrant >= 0 ? ofQuadrant : titles.findIndex((title) => factorTitle.test(title));
  if (column < 0) column = titles.findIndex((title, i) => i !== codeColumn && !figureTitle.test(title));
  if (column < 0) return;
  let current = around;
  const heading = headings[ofQuadrant];
  if (heading !== undefined) current = addPlace(reading, heading, table.header.cells[ofQuadrant] as Range);
  for (const row of table.rows) {
    const named = quadrantOfRow(reading, row);
    if (named !== undefined) {
      current = addPlace(reading, named.quadrant, named.place);
      continue;
    }
    const cell = row.cells[column] as Range;
    const words = wordsOf(source, cell);
    if (isEmptyCell(words) || totalRow.test(words.toLowerCase())) continue;
    if (
      isWhollyBold(source, cell) &&
      row.cells.every((other) => other === cell || isEmptyCell(wordsOf(source, other)))
    ) {
      continue;
    }
    addItem(reading, cell, current, codeColumn < 0 ? undefined : row.cells[codeColumn]);
  }
}

function quadrantOfRow(reading: Reading, row: Row): { quadrant: Quadrant; place: Range } | undefined {
  const filled = row.cells.filter((cell) => !isEmptyCell(wordsOf(reading.source, cell)));
  // A letter or a number may stand before the name; figures behind it would make the row an item.
  const place = filled.at(-1);
  if (place === undefined || filled.length > 2) return undefined;
  const first = filled[0] as Range;
  if (filled.length === 2 && !/^[\p{L}\p{N}]{1,4}[.)]?$/u.test(wordsOf(reading.source, first))) return undefined;
  const quadrant = quadrantNamed(reading, wordsOf(reading.source, place));
  return quadrant === undefined ? undefined : { quadrant, place };
}
