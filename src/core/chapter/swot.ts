/** SWOT items in every shape of format 3.1: headings, labels, a column per quadrant, 2×2 tables, IFAS and EFAS tables. */

import { isEmptyCell } from '../language/emptiness';
import { withoutColon } from '../language/titles';
import { isTotalLabel } from '../language/worksheet';
import type { Block, ListItem, Paragraph, Row, Table } from '../markdown/blocks';
import { isWhollyBold, readInline } from '../markdown/inline';
import { withoutNoteMarks } from '../markdown/inline-parts';
import type { Lexicon } from '../template/lexicon';
import { type Quadrant, quadrantLetters, quadrants, type SectionUse } from '../template/template';
import { type Range, trimRange } from '../text/range';
import type { FoundSection, Section, Swot, SwotItem } from './chapter';
import { isSwotCode, leadingCode } from './codes';
import { wordsOf } from './filled';
import { afterMarker, itemsInLines, linesOfCell } from './item-lines';
import type { FoundDraft } from './sections';
import { filledCells, type TitledTable, withTitles } from './title-rows';

/** A SWOT being read: its items, and the quadrants that are no headings but labels and columns. */
interface Reading {
  readonly source: string;
  readonly lexicon: Lexicon;
  readonly scope: readonly SectionUse[];
  readonly swot: FoundDraft;
  readonly items: SwotItem[];
  readonly places: QuadrantPlace[];
}

/** A label or a column that names a quadrant, and whether anything stands below it. */
interface QuadrantPlace {
  readonly quadrant: Quadrant;
  readonly place: Range;
  filled: boolean;
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
    swot: new ReadSwot(swot, reading.items),
    quadrants: reading.places.map((place) => new FoundQuadrant(place, swot)),
  };
}

/** Classes, as is all that holds a whole chapter (`read.ts`), be it by a text that was cut out of its source. */
class ReadSwotItem implements SwotItem {
  code?: NonNullable<SwotItem['code']>;
  codeCell?: Range;

  constructor(
    readonly quadrant: Quadrant,
    readonly text: string,
    readonly textRange: Range,
    readonly start: number,
    readonly end: number,
  ) {}
}

class ReadSwot implements Swot {
  constructor(
    readonly found: FoundSection,
    readonly items: readonly SwotItem[],
  ) {}
}

class FoundQuadrant implements FoundSection {
  readonly kind: string;
  readonly place: Range;
  readonly start: number;
  readonly end: number;
  readonly empty: boolean;

  constructor(
    { quadrant, place, filled }: QuadrantPlace,
    readonly within: FoundSection,
  ) {
    this.kind = quadrant;
    this.place = place;
    this.start = place.start;
    this.end = place.end;
    this.empty = !filled;
  }
}

function readSection(reading: Reading, section: Section, around: QuadrantPlace | undefined): void {
  readBlocks(reading, section.blocks, around);
  for (const child of section.children) {
    const quadrant = quadrants.find((id) => id === child.kind);
    const place = quadrant === undefined ? around : { quadrant, place: child.heading, filled: false };
    readSection(reading, child, place);
  }
}

/** @returns the quadrant that goes on after them. */
function readBlocks(
  reading: Reading,
  blocks: readonly Block[],
  around: QuadrantPlace | undefined,
): QuadrantPlace | undefined {
  let current = around;
  for (const block of blocks) {
    if (block.type === 'paragraph') {
      current = readParagraph(reading, block, current);
    } else if (block.type === 'list') {
      for (const item of block.items) current = readListItem(reading, item, current);
    } else if (block.type === 'table') {
      readTable(reading, block, current);
    } else if (block.type === 'quote') {
      current = readBlocks(reading, block.blocks, current);
    }
  }
  return current;
}

/** Lines that name a quadrant begin it; lines that are items of a list without being Markdown's are items. */
function readParagraph(
  reading: Reading,
  { lines }: Paragraph,
  around: QuadrantPlace | undefined,
): QuadrantPlace | undefined {
  const { source } = reading;
  let current = around;
  let from = 0;
  const readItems = (to: number) => {
    const own = lines.slice(from, to);
    const begins = (line: Range) => leadingCode(source, line, 'swot-item') !== undefined;
    for (const item of itemsInLines(source, own, begins)) addItem(reading, item, current);
    // Prose below a label is content, though nobody can count it.
    if (own.length > 0 && current !== undefined) current.filled = true;
  };
  lines.forEach((line, at) => {
    const labelled = labelledLine(reading, line, current);
    if (labelled === undefined) return;
    readItems(at);
    current = addPlace(reading, labelled.quadrant, labelled.label);
    // Prose behind the label, as below it.
    if (labelled.rest !== undefined) current.filled = true;
    from = at + 1;
  });
  readItems(lines.length);
  return current;
}

/**
 * An item that begins with a quadrant's label gathers the list nested in it. A label may also stand in a line right below an
 * item: Markdown takes it for the item's own, its author began a quadrant.
 * @returns the quadrant that goes on after the item.
 */
function readListItem(reading: Reading, item: ListItem, around: QuadrantPlace | undefined): QuadrantPlace | undefined {
  const [first, ...nested] = item.blocks;
  if (first?.type !== 'paragraph') return around;
  let current = around;
  let start = first.start;
  const close = (end: number) => {
    if (end > start) addItem(reading, { start, end }, current);
  };
  for (const line of first.lines) {
    const labelled = labelledLine(reading, line, current);
    if (labelled === undefined) continue;
    close(line.start);
    current = addPlace(reading, labelled.quadrant, labelled.label);
    start = labelled.rest?.start ?? line.end;
  }
  close(first.end);
  if (start > first.start) readBlocks(reading, nested, current);
  return current;
}

const labelledWords = /^\s*(?:(\*\*|__)(.{1,80}?)\1(?:\[\^[^\s[\]]+\])*\s*:?|([^:]{1,60}):)/;

/** The quadrant that a line begins, alone or with words behind it: `**Kelemahan**`, `Kelemahan: literasi rendah`, `**Kekuatan** S1. …`. */
function labelledLine(
  reading: Reading,
  line: Range,
  current?: QuadrantPlace,
): { readonly quadrant: Quadrant; readonly label: Range; readonly rest?: Range } | undefined {
  const { source } = reading;
  const whole = labelOf(reading, line);
  if (whole !== undefined) return { quadrant: whole, label: trimRange(source, line.start, line.end) };
  const from = afterMarker(source, line);
  const text = source.slice(from, line.end);
  // Most items are words and nothing else.
  const match = /[:*_]/.test(text) ? labelledWords.exec(text) : null;
  if (match === null) return undefined;
  const quadrant = quadrantNamed(reading, withoutNoteMarks(match[2] ?? (match[3] as string)).trim());
  // Within a quadrant its own name begins no other.
  if (quadrant === undefined || quadrant === current?.quadrant) return undefined;
  const start = from + match[0].length;
  return { quadrant, label: trimRange(source, from, start), rest: { start, end: line.end } };
}

/** The quadrant that a line names and nothing else: `**Kekuatan (Strengths)**`, `Kelemahan:`. */
function labelOf(reading: Reading, range: Range): Quadrant | undefined {
  if (range.end - range.start > 120) return undefined;
  return quadrantNamed(reading, wordsOf(reading.source, range));
}

function quadrantNamed(reading: Reading, words: string): Quadrant | undefined {
  if (words === '' || words.length > 80) return undefined;
  const recognition = reading.lexicon.recognise(withoutColon(words), reading.scope);
  if (recognition === undefined || recognition.slip !== undefined) return undefined;
  return quadrants.find((id) => id === recognition.id);
}

function addPlace(reading: Reading, quadrant: Quadrant, place: Range): QuadrantPlace {
  const added = { quadrant, place: { start: place.start, end: place.end }, filled: false };
  reading.places.push(added);
  return added;
}

/** Adds what a stretch says as an item; without a quadrant around it, its code's letter tells the quadrant. */
function addItem(reading: Reading, range: Range, place: QuadrantPlace | undefined, codeCell?: Range): void {
  const { source } = reading;
  const stretch = trimRange(source, afterMarker(source, range), range.end);
  if (stretch.end === stretch.start) return;
  const inCell = codeCell === undefined ? undefined : codeInCell(source, codeCell);
  const leading = inCell === undefined ? leadingCode(source, stretch, 'swot-item') : undefined;
  const code = inCell ?? leading?.code;
  const textRange = trimRange(source, leading?.after ?? stretch.start, stretch.end);
  const text = wordsOf(source, textRange);
  if (isEmptyCell(text) && code === undefined) return;
  const quadrant = place?.quadrant ?? quadrantOfCode(code?.value);
  if (quadrant === undefined) return;
  if (place !== undefined) place.filled = true;
  const start = Math.min(code?.start ?? stretch.start, stretch.start);
  const item = new ReadSwotItem(quadrant, text, textRange, start, stretch.end);
  if (code !== undefined) item.code = code;
  if (codeCell !== undefined && leading === undefined) item.codeCell = codeCell;
  reading.items.push(item);
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

function readTable(reading: Reading, whole: Table, around: QuadrantPlace | undefined): void {
  const { source } = reading;
  const table = belowGroups(reading, withTitles(source, whole));
  const headings = table.titles.cells.map((cell) => quadrantNamed(reading, wordsOf(source, cell)));
  const named = headings.filter((quadrant) => quadrant !== undefined).length;
  const byRow = quadrantColumn(reading, table);
  if (byRow !== undefined) readNamedRows(reading, table, byRow);
  else if (named >= 2 || (named === 1 && table.titles.cells.length === 1)) readColumns(reading, table, headings);
  else if (named === 0 && hasLabelledCells(reading, table)) {
    for (const row of [table.titles, ...table.rows]) {
      for (const cell of row.cells) readLabelledCell(reading, cell);
    }
  } else readFactors(reading, table, headings, around);
}

/**
 * Rows that group the quadrants (`Internal`, `Eksternal`) stand above a row of their titles: neither titles nor items.
 */
function belowGroups(reading: Reading, table: TitledTable): TitledTable {
  const { source } = reading;
  const all = [table.titles, ...table.rows];
  const isOfTitles = (row: Row | undefined) =>
    row !== undefined && row.cells.filter((cell) => labelOf(reading, cell) !== undefined).length >= 2;
  const groups = all.filter(
    (row, at) => isOfTitles(all[at + 1]) && !isOfTitles(row) && new Set(filledCells(source, row)).size === 1,
  );
  const isGroup = new Set(groups);
  const [titles, ...rows] = all.filter((row) => !isGroup.has(row));
  return groups.length === 0 || titles === undefined ? table : { titles, rows };
}

/** A 2×2 table, with or without titles above and beside it: two cells at least begin with the label of a quadrant. */
function hasLabelledCells(reading: Reading, { titles, rows }: TitledTable): boolean {
  const named = new Set<Quadrant>();
  for (const { cells } of [titles, ...rows]) {
    for (const cell of cells) {
      const labelled = labelledCell(reading, cell);
      if (labelled !== undefined && labelled.rest.length > 0) named.add(labelled.quadrant);
    }
  }
  return named.size >= 2;
}

/** The column whose cells name the quadrants, two at least, beside what is said of them. */
function quadrantColumn(reading: Reading, { titles, rows }: TitledTable): number | undefined {
  const columns = titles.cells.map((_, column) => column);
  return columns.find((column) => {
    const named = new Set<Quadrant>();
    for (const row of rows) {
      const words = wordsOf(reading.source, row.cells[column] as Range);
      if (isEmptyCell(words)) continue;
      const quadrant = quadrantNamed(reading, words);
      if (quadrant === undefined) return false;
      // A row that only names a quadrant stands over those below it.
      const isAlone = filledCells(reading.source, row).length < 2;
      if (!isAlone) named.add(quadrant);
    }
    return named.size >= 2;
  });
}

/** `Kekuatan | S1. …`: the quadrant stands beside its items, in the first of their rows or in each. */
function readNamedRows(reading: Reading, { titles, rows }: TitledTable, byRow: number): void {
  const { source, lexicon } = reading;
  const title = titles.cells[byRow] as Range;
  const isFirstRow = quadrantNamed(reading, wordsOf(source, title)) !== undefined;
  const words = isFirstRow
    ? titles.cells.map(() => '')
    : titles.cells.map((cell) => lexicon.folder.fold(wordsOf(source, cell)));
  const codeColumn = words.findIndex((word) => lexicon.fieldNamed(word) === 'code');
  const right = factorColumn(words, (at) => at <= byRow || at === codeColumn);
  const left = factorColumn(words, (at) => at >= byRow || at === codeColumn);
  const isLeft = left !== undefined && (right === undefined || saysMore(source, rows, words, left, right));
  const column = isLeft ? left : right;
  if (column === undefined) return;
  let current: QuadrantPlace | undefined;
  for (const row of isFirstRow ? [titles, ...rows] : rows) {
    const cell = row.cells[byRow] as Range;
    const quadrant = quadrantNamed(reading, wordsOf(source, cell));
    if (quadrant !== undefined && quadrant !== current?.quadrant) current = addPlace(reading, quadrant, cell);
    const lines = linesOfCell(source, row.cells[column] as Range);
    for (const line of lines) {
      if (isTotalLabel(wordsOf(source, line))) continue;
      addItem(reading, line, current, codeColumn < 0 || lines.length > 1 ? undefined : row.cells[codeColumn]);
    }
  }
}

/**
 * Whether the items stand before the quadrants rather than behind them: what groups these (`Internal | Kekuatan | …`) says
 * the same again and again, and so do figures and remarks.
 */
function saysMore(
  source: string,
  rows: readonly Row[],
  titles: readonly string[],
  before: number,
  behind: number,
): boolean {
  const isNamed = (column: number) => Number(itemTitle.test(titles[column] as string));
  const edge = isNamed(before) - isNamed(behind);
  const differing = (column: number) => {
    const said = rows.map(({ cells }) => wordsOf(source, cells[column] as Range));
    return new Set(said.filter((words) => !isEmptyCell(words))).size;
  };
  return edge >= 0 && differing(before) + edge > differing(behind);
}

/** A column per quadrant. A cell that is only a quadrant's name begins that quadrant in its column (2×2 tables). */
function readColumns(
  reading: Reading,
  { titles, rows }: TitledTable,
  headings: readonly (Quadrant | undefined)[],
): void {
  const { source, lexicon } = reading;
  const columns = headings.map((quadrant, column) =>
    quadrant === undefined ? undefined : addPlace(reading, quadrant, titles.cells[column] as Range),
  );
  // `Kode | Kekuatan | Kode | Kelemahan`: a column of codes before each quadrant.
  const isCodes = titles.cells.map((cell) => lexicon.fieldNamed(wordsOf(source, cell)) === 'code');
  const hasCodes = headings.every((quadrant, column) => (quadrant !== undefined) === (isCodes[column - 1] === true));
  for (const row of rows) {
    row.cells.forEach((cell, column) => {
      if (columns[column] === undefined) return;
      const quadrant = quadrantNamed(reading, wordsOf(source, cell));
      const lines = linesOfCell(source, cell);
      const codeCell = hasCodes && lines.length === 1 ? row.cells[column - 1] : undefined;
      if (quadrant !== undefined) columns[column] = addPlace(reading, quadrant, cell);
      else if (labelledCell(reading, cell) !== undefined) readLabelledCell(reading, cell);
      else for (const line of lines) addItem(reading, line, columns[column], codeCell);
    });
  }
}

/** The quadrant with whose label a cell begins, the label's place, and where the cell's items begin. */
function labelledCell(
  reading: Reading,
  cell: Range,
): { quadrant: Quadrant; label: Range; rest: readonly Range[] } | undefined {
  const [first, ...more] = linesOfCell(reading.source, cell);
  const labelled = first && labelledLine(reading, first);
  return labelled && { ...labelled, rest: labelled.rest === undefined ? more : [labelled.rest, ...more] };
}

function readLabelledCell(reading: Reading, cell: Range): void {
  const labelled = labelledCell(reading, cell);
  if (labelled === undefined) return;
  const place = addPlace(reading, labelled.quadrant, labelled.label);
  for (const line of labelled.rest) addItem(reading, line, place);
}

const itemTitle = /^(faktor|factor|uraian|deskripsi|description|item|butir|isu)/;
const factorTitle = new RegExp(`${itemTitle.source}|^keterangan`);
const figureTitle = /^(bobot|rating|skor|nilai|score|weight|peringkat|no|nomor|kode|code)\b/;

/** The column of what is said: that of the factors, else the first that holds neither figures nor what `isOther` names. */
function factorColumn(titles: readonly string[], isOther: (column: number) => boolean): number | undefined {
  const factors = titles.findIndex((title, column) => factorTitle.test(title) && !isOther(column));
  const column = factors >= 0 ? factors : titles.findIndex((title, at) => !isOther(at) && !figureTitle.test(title));
  return column < 0 ? undefined : column;
}

/** IFAS and EFAS, and any table below a quadrant's heading: a row is an item; a row that only names a quadrant begins it. */
function readFactors(
  reading: Reading,
  table: TitledTable,
  headings: readonly (Quadrant | undefined)[],
  around: QuadrantPlace | undefined,
): void {
  const { source, lexicon } = reading;
  const titles = table.titles.cells.map((cell) => lexicon.folder.fold(wordsOf(source, cell)));
  const codeColumn = titles.findIndex((title) => lexicon.fieldNamed(title) === 'code');
  const ofQuadrant = headings.findIndex((quadrant) => quadrant !== undefined);
  const column = ofQuadrant >= 0 ? ofQuadrant : factorColumn(titles, (at) => at === codeColumn);
  if (column === undefined) return;
  let current = around;
  const heading = headings[ofQuadrant];
  if (heading !== undefined) current = addPlace(reading, heading, table.titles.cells[ofQuadrant] as Range);
  for (const row of table.rows) {
    const named = quadrantOfRow(reading, row);
    if (named !== undefined) {
      current = addPlace(reading, named.quadrant, named.place);
      continue;
    }
    const cell = row.cells[column] as Range;
    const words = wordsOf(source, cell);
    if (isEmptyCell(words) || isTotalLabel(words)) continue;
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
