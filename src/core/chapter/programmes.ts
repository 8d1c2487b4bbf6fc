/** Programmes and quick wins, as table rows and as blocks with fields (format 3.3, 3.4). */

import { isEmptyCell } from '../language/emptiness';
import { readScale } from '../language/money';
import { endOfSigns } from '../language/numbering';
import { withoutColon } from '../language/titles';
import { isDitto } from '../language/worksheet';
import { readYears, readYearTitle, type Span } from '../language/years';
import type { Block, ListItem, Paragraph, Row, Table } from '../markdown/blocks';
import { isWhollyBold, readInline } from '../markdown/inline';
import { withoutNoteMarks } from '../markdown/inline-parts';
import { type Lexicon, pastCount } from '../template/lexicon';
import { ofTemplate } from '../template/of-template';
import type { Horizon } from '../template/template';
import { startOfLine } from '../text/line-edges';
import { Memo } from '../text/memo';
import { isCovered, type Range, textOf, trimRange } from '../text/range';
import type { Code, FieldValue, Programme, ProgrammePlace, ProgrammeTable, Section, YearColumn } from './chapter';
import { leadingCode } from './codes';
import { fieldLabelInWords } from './dressed-words';
import { codeField, type Fields, fieldValue, namesGiven, type Title, valuesIn } from './field-values';
import { wordsOf } from './filled';
import { formsAmong, listApart, splitParagraph } from './forms';
import { endOfWords } from './item-lines';
import { listedProgrammes } from './listed-programmes';
import { contentsOfRows, type RowCells, type RowContent, type RowValue } from './row-contents';
import { headingWords, titleWords } from './sections';
import { saysSomething, withTitles } from './title-rows';

/** Where programmes are read: it decides what a programme found there is. */
export interface ProgrammeScope {
  readonly source: string;
  readonly lexicon: Lexicon;
  readonly place: ProgrammePlace;
  /** Only of a horizon section. */
  readonly horizon?: Horizon;
  /** Blocks that the tool writes: what their tables list stands elsewhere already (format 3.6). Merged ranges. */
  readonly generated?: readonly Range[];
}

interface Reading extends ProgrammeScope {
  readonly programmes: Programme[];
}

/** The programmes of a section, in the order of the text. */
export function readProgrammes(section: Section, scope: ProgrammeScope): Programme[] {
  const reading: Reading = { ...scope, programmes: [] };
  readBlocks(reading, section.blocks);
  for (const child of section.children) readSection(reading, child);
  return reading.programmes;
}

/** What a section that is one of several programmes says of itself (format 2.2); at the least it has a name. */
export function readCountedProgramme(section: Section, scope: ProgrammeScope): Programme[] {
  const reading: Reading = { ...scope, programmes: [] };
  readSection(reading, section);
  const place = countedName(scope.source, section, scope.lexicon);
  if (reading.programmes.length > 0 || place === undefined) return reading.programmes;
  return [new BlockProgramme(scope, section, nameFrom(scope.source, section, place.start), undefined, [], section)];
}

/** The programmes of a chapter that is all about them: its sections may be programmes themselves. */
export function readProgrammeSections(sections: readonly Section[], scope: ProgrammeScope): Programme[] {
  const reading: Reading = { ...scope, programmes: [] };
  for (const section of sections) readSection(reading, section);
  return reading.programmes;
}

/** The programmes of tables that stand before any heading. */
export function readProgrammeTables(blocks: readonly Block[], scope: ProgrammeScope): Programme[] {
  const reading: Reading = { ...scope, programmes: [] };
  readBlocks(reading, blocks);
  return reading.programmes;
}

/** A sub-heading is a programme if it has a code or at least one field; else it is a group or prose. */
function readSection(reading: Reading, section: Section): void {
  const { source, lexicon, place } = reading;
  const words = namingWords(source, section, lexicon);
  const leading = leadingCode(source, words, 'programme');
  const own = valuesIn(readFields(source, section.blocks, lexicon, leading !== undefined));
  const isProfile = place === 'quick-wins' || place === 'profile';
  const values = own.length === 0 && isProfile ? readLabelledFields(source, section, lexicon) : own;
  const names = namesGiven(values);
  const gathers = leading === undefined && names.length > 1;
  if ((leading !== undefined || values.length > 0) && !gathers) {
    const written = nameFrom(source, section, leading?.after ?? words.start);
    const named = written.name !== '';
    const code = leading?.code ?? codeField(values);
    const heading = named ? written : { name: code?.value ?? '', nameRange: nameWords(source, section) };
    const name = leading === undefined || !named ? (names[0] ?? heading) : heading;
    reading.programmes.push(new BlockProgramme(reading, section, name, code, values, section));
    // Fields may stand below headings of their own; tables of programmes inside a programme would be another matter.
    return;
  }
  readBlocks(reading, section.blocks);
  for (const child of section.children) readSection(reading, child);
}

/** A programme that is a section, or a list or table of fields; a class, as is all that holds much of a chapter (`read.ts`). */
export class BlockProgramme implements Programme {
  readonly place: ProgrammePlace;
  readonly horizon: Horizon | undefined;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly nameRange: Range;

  constructor(
    { place, horizon }: ProgrammeScope,
    { start, end }: Range,
    { name, nameRange }: Title,
    readonly code: Code | undefined,
    readonly values: readonly FieldValue[],
    readonly section: Section | undefined,
  ) {
    this.place = place;
    this.horizon = horizon;
    this.start = start;
    this.end = end;
    this.name = name;
    this.nameRange = nameRange;
  }
}

/**
 * Programmes among the blocks of a section that is none itself: tables of them, and lists or tables of fields that give
 * a name (`Nama Program`), or stand below a line that is wholly bold.
 */
function readBlocks(reading: Reading, blocks: readonly Block[]): void {
  const { source, lexicon, generated = [] } = reading;
  let title: Paragraph | undefined;
  let below: Block[] = [];
  /** @param next the table of programmes that follows: what plain lines say is said of all of these. */
  const close = (next: readonly Block[]) => {
    const fields = readFields(source, below, lexicon, false, next);
    const forms = valuesIn(fields).length < 2 ? [] : formsAmong(source, title, fields, lexicon);
    for (const { range, title: name, code, own } of forms) {
      reading.programmes.push(new BlockProgramme(reading, range, name, code, own, undefined));
    }
    below = [];
  };
  for (const block of blocks.flatMap((each) => apart(source, each))) {
    if (isCovered(generated, block)) continue;
    const table = tableOfProgrammes(source, block, lexicon);
    const [above, rest] = titleAmong(source, block, lexicon);
    if (above !== undefined) {
      close([]);
      title = above;
      if (rest !== undefined) below.push(rest);
    } else if (table !== undefined) {
      close([block]);
      title = undefined;
      readRows(reading, table);
    } else below.push(block);
  }
  close([]);
}

/** A list without the bold lines at the margin right below its items: the next programme begins there. */
function apart(source: string, block: Block): Block | readonly Block[] {
  return block.type === 'list' && block.items.some((item) => titleBelow(source, item) > 0)
    ? listApart(source, block)
    : block;
}

/** Which line of an item is a bold one that stands as far out as the item itself. */
export function titleBelow(source: string, { start, blocks: [first] }: ListItem): number {
  const margin = start - startOfLine(source, start);
  return first?.type !== 'paragraph'
    ? -1
    : first.lines.findIndex(
        (line, at) => at > 0 && line.start - startOfLine(source, line.start) === margin && isBoldLine(source, line),
      );
}

function isBoldLine(source: string, line: Range): boolean {
  return isWhollyBold(source, { start: line.start, end: endOfWords(source, line) });
}

/** A paragraph that is wholly bold; or its first line, where that is and fields stand right below it, and the others. */
function titleAmong(source: string, block: Block, lexicon: Lexicon): readonly Paragraph[] {
  if (block.type !== 'paragraph') return [];
  if (isWhollyBold(source, block.lines)) return [block];
  const [first, second] = block.lines;
  const isAboveFields = first && second && fieldLabel(source, second, lexicon, true);
  if (!isAboveFields || !isBoldLine(source, first)) return [];
  return splitParagraph(source, block);
}

/** A heading's words past its number and the signs around that, as they stand in the source. */
export function nameWords(source: string, section: Section): Range {
  const { text, number } = section;
  const start = number?.textStart ?? 0;
  const past = start + endOfSigns(text.slice(start));
  return past === 0 || past === text.length ? headingWords(source, section) : wordsPast(source, section, past);
}

/** What a heading says from an offset on, and where that stands: with the marks of emphasis that are its own, and no others. */
function nameFrom(source: string, section: Section, start: number): Title {
  const words = headingWords(source, section);
  const inline = readInline(source, words);
  let at = 0;
  while (at < inline.text.length && inline.sourceRange(at, at + 1).start < start) at++;
  const name = inline.text.slice(at).trim();
  const from = start - (/[*_]*$/.exec(source.slice(words.start, start))?.[0].length ?? 0);
  const whole = trimRange(source, from, words.end);
  return {
    name,
    nameRange: wordsOf(source, whole) === name ? whole : inline.sourceRange(at, inline.text.trimEnd().length),
  };
}

/** The words of a heading that counts a programme, past that: they are its name. Nothing where the heading counts none. */
function countedName(source: string, section: Section, lexicon: Lexicon): Range | undefined {
  const past = pastCount(titleWords(section), lexicon.settings.template);
  return past === undefined ? undefined : wordsPast(source, section, (section.number?.textStart ?? 0) + past);
}

/** @param offset in the heading's text. */
function wordsPast(source: string, section: Section, offset: number): Range {
  const words = headingWords(source, section);
  const inline = readInline(source, words);
  const lead = inline.text.length - inline.text.trimStart().length;
  return { start: inline.sourceRange(lead + offset, inline.text.length).start, end: words.end };
}

/** The words of a heading that name a programme, with its code. */
function namingWords(source: string, section: Section, lexicon: Lexicon): Range {
  return countedName(source, section, lexicon) ?? nameWords(source, section);
}

/** Whether a heading is a programme, so that a section which holds it is not empty. */
export function isProgrammeHeading(source: string, section: Section, lexicon: Lexicon): boolean {
  const code = leadingCode(source, namingWords(source, section, lexicon), 'programme');
  return code !== undefined || valuesIn(readFields(source, section.blocks, lexicon, false)).length > 0;
}

// ---- Blocks with fields

const listLabel =
  /^\s*(?:(\*\*|__)\s*([^*_\s][^*_]{0,79}?)\s*(?::\s*)?\1(?:\[\^[^\s[\]]+\])*\s*:?|([^:*_|`\s][^:*_|`\n]{0,79}?)\s*:)(?=\s|$|[^\s/])/;

/**
 * The fields of blocks. Plain lines (`OPD : Bappeda`) are some where that cannot be prose: below a code, or where they are
 * several with one that every programme must have, and not those of a table of programmes.
 * @param hasCode whether a code stands above.
 * @param around blocks among which such a table would stand.
 */
function readFields(
  source: string,
  blocks: readonly Block[],
  lexicon: Lexicon,
  hasCode: boolean,
  around = blocks,
): readonly Fields[] {
  const all = fieldsOf(source, blocks, lexicon, true);
  const given = new Set(valuesIn(all).map(({ field }) => field));
  const isSure =
    hasCode ||
    (given.size > 1 &&
      lexicon.settings.template.fields.some(({ id, required }) => required && given.has(id)) &&
      !around.some((block) => tableOfProgrammes(source, block, lexicon)));
  return isSure || given.size === 0 ? all : fieldsOf(source, blocks, lexicon, false);
}

/** The fields of blocks, each block's apart. @param plain also lines `OPD : …`. */
export function fieldsOf(
  source: string,
  blocks: readonly Block[],
  lexicon: Lexicon,
  plain: boolean,
): readonly Fields[] {
  return blocks.flatMap((block) => fieldsOfBlock(source, block, lexicon, plain));
}

/**
 * The fields of a block: a field list, lines `**OPD**: …`, or a table with a column of labels. A list or a table may tell
 * of several programmes.
 * @param plain also lines `OPD : …`.
 */
function fieldsOfBlock(source: string, block: Block, lexicon: Lexicon, plain: boolean): readonly Fields[] {
  const values: FieldValue[] = [];
  if (block.type === 'table') return fieldsOfTable(source, block, lexicon);
  if (block.type === 'paragraph') readFieldLines(source, block, lexicon, values, plain);
  else if (block.type === 'list') {
    for (const item of block.items) {
      const first = item.blocks[0];
      if (first?.type !== 'paragraph' || fieldLabel(source, first, lexicon, true) === undefined) continue;
      // What is nested in the item belongs to its last field: agencies as a list, a second paragraph.
      readFieldLines(source, first, lexicon, values, true, item.blocks.at(-1));
    }
    const mayList = values.length === 0 && block.items.some(({ blocks }) => blocks.length > 1);
    const listed = mayList ? listedProgrammes(source, block, lexicon, plain) : [];
    if (listed.length > 0) return listed;
  }
  return [{ range: block, values }];
}

/** `| Program | Gerai Desa | Kartu Tani |`: each column of values is a programme, if the row of names says so. */
function fieldsOfTable(source: string, table: Table, lexicon: Lexicon): readonly Fields[] {
  const columns = fieldColumnsOf(source, table, lexicon);
  const sets = table.header.cells.map((): FieldValue[] => []);
  if (columns === undefined) return [{ range: table, values: [] }];
  for (const row of [table.header, ...table.rows]) {
    const field = labelOf(source, row, columns.label, lexicon);
    if (field === undefined) continue;
    for (let column = columns.value; column < row.cells.length; column++)
      (sets[column] as FieldValue[]).push(fieldValue(source, field, pastColon(source, row.cells[column] as Range)));
  }
  const named = sets.flatMap((values) => {
    const [name] = values.filter(({ text }) => text !== '').length > 2 ? namesGiven(values) : [];
    return name === undefined ? [] : [{ range: name.nameRange, values }];
  });
  return named.length < 2 ? [{ range: table, values: sets[columns.value] as FieldValue[] }] : named;
}

/** `| OPD | : Dinas Kesehatan |`: the colon belongs to the label. */
function pastColon(source: string, cell: Range): Range {
  const colon = /^\s*:\s*/.exec(source.slice(cell.start, Math.min(cell.end, cell.start + 20)));
  return colon === null ? cell : { start: cell.start + colon[0].length, end: cell.end };
}

/**
 * The fields of a profile whose labels stand alone: sub-headings `#### Manfaat`, or lines `**Manfaat**`, each with what
 * follows up to the next. Two at least make a profile.
 */
function readLabelledFields(source: string, section: Section, lexicon: Lexicon): FieldValue[] {
  const labelled: { readonly field: string; readonly end: number; readonly blocks: Block[] }[] = [];
  for (const block of section.blocks) {
    const isLabel = block.type === 'paragraph' && isWhollyBold(source, block.lines);
    const field = isLabel ? lexicon.fieldNamed(withoutColon(wordsOf(source, block))) : undefined;
    if (field === undefined) labelled.at(-1)?.blocks.push(block);
    else labelled.push({ field, end: block.end, blocks: [] });
  }
  for (const child of section.children) {
    const field = lexicon.fieldNamed(wordsOf(source, nameWords(source, child)));
    if (field !== undefined) labelled.push({ field, end: child.heading.end, blocks: [...child.blocks] });
  }
  if (labelled.length < 2) return [];
  return labelled.map(({ field, end, blocks }) =>
    fieldValue(source, field, { start: blocks[0]?.start ?? end, end: blocks.at(-1)?.end ?? end }),
  );
}

/**
 * A line that begins with a bold label is a field; the lines after it, up to the next label, go on with it.
 * @param plain whether labels may do without the marks: in an item the first, in a paragraph that begins with a label
 * those with a capital letter.
 * @param last of an item whose paragraph it is: what its last field ends with.
 */
function readFieldLines(
  source: string,
  paragraph: Paragraph,
  lexicon: Lexicon,
  values: FieldValue[],
  plain: boolean,
  last?: Block,
): void {
  // Most is prose.
  if (!textOf(source, paragraph).includes(':')) return;
  let open: { readonly field: string; readonly start: number; end: number } | undefined;
  const close = () => {
    if (open !== undefined) values.push(fieldValue(source, open.field, { start: open.start, end: open.end }));
  };
  let mayBePlain = plain;
  for (const line of linesOfFields(source, paragraph)) {
    // Within prose a line may begin with any word.
    const isPlain = mayBePlain && (last !== undefined || !/[a-z]/.test(source.charAt(line.start)));
    const label = fieldLabel(source, line, lexicon, isPlain);
    const end = endOfWords(source, line);
    if (label !== undefined) {
      close();
      open = { field: label.field, start: label.after, end };
    } else if (open !== undefined) open.end = end;
    mayBePlain &&= last === undefined && open !== undefined;
  }
  if (open !== undefined && last !== undefined) open.end = last.end;
  close();
}

/**
 * Where a line of fields begins: a bold label, also behind another field and broken over two lines, as converters that
 * wrap lines leave it (`**OPD**: Bappeda **Sumber`, then `Dana**: APBD`); else where a line of the text does.
 */
const startOfFields = /(?<!\S)(\*\*|__)[^*_:\s][^*_:]{0,79}(?:\1\s?:|:\s?\1)(?=\s|$)|^/gm;

/** The lines of a paragraph as far as fields go. */
function linesOfFields(source: string, paragraph: Paragraph): readonly Range[] {
  const text = textOf(source, paragraph);
  if (!/\*\*|__/.test(text)) return paragraph.lines;
  const starts = Array.from(text.matchAll(startOfFields), ({ index }) => paragraph.start + index);
  return starts
    .map((start, at) => trimRange(source, start, starts[at + 1] ?? paragraph.end))
    .filter(({ start, end }) => end > start);
}

/** @param plain whether a label may stand without bold marks, as in a list. */
function fieldLabel(
  source: string,
  line: Range,
  lexicon: Lexicon,
  plain: boolean,
): { field: string; after: number } | undefined {
  const beginning = source.slice(line.start, Math.min(line.end, line.start + longestBeginning));
  if (!beginning.includes(':')) return undefined;
  if (disguised.test(beginning) || (beginning.includes('\\:') && escaped.test(beginning)))
    return fieldLabelInWords(source, line, lexicon, plain);
  const [written = '', , bold, words = bold] = listLabel.exec(beginning.slice(0, 120)) ?? [];
  if (words === undefined || !(bold === undefined ? plain : written.includes(':'))) return undefined;
  const field = lexicon.fieldNamed(withoutNoteMarks(words));
  return field === undefined ? undefined : { field, after: line.start + written.length };
}

/** A label in a span or behind a bookmark, and one whose colon is escaped: `[OPD]{.underline}: …`, `OPD\: …`. */
const disguised = /^[\s*_]*[[<]/;
const escaped = /^[^:\n]{1,79}\\:/;

/** A label and its colon stand within as many UTF-16 units, whatever a converter has put around them. */
const longestBeginning = 400;

/**
 * The columns of labels and values in a table whose rows are fields: `Nama Program | : | Gerai Desa`, numbered or not.
 * The labels are titles of fields, for the most part.
 */
export function fieldColumnsOf(
  source: string,
  table: Table,
  lexicon: Lexicon,
): { readonly label: number; readonly value: number } | undefined {
  if (isOfManyFields(source, table.header, lexicon)) return undefined;
  const count = table.header.cells.length;
  const wordsAt = (row: Row, column: number) => wordsOf(source, row.cells[column] as Range);
  for (let label = 0; label < Math.min(count - 1, labelColumns); label++) {
    const fields: string[] = [];
    let others = 0;
    for (const row of table.rows) {
      const field = labelOf(source, row, label, lexicon);
      if (field !== undefined) fields.push(field);
      // Half of them are enough to tell; in the long tables of programmes nobody looks further.
      else if (++others * 2 > table.rows.length) break;
    }
    if (others * 2 > table.rows.length) continue;
    const named = fields.length;
    const isPair = count === 2 && named === 1 && table.rows.length === 1 && !hasNameColumn(source, table, lexicon);
    if (!isPair && named < 2) continue;
    // Rows that are all of one field are no labels but what a column of it holds: `Program 1`, `Program 2`.
    if (!isPair && fields.every((field) => field === fields[0])) continue;
    for (let value = label + 1; value < count; value++) {
      if (table.rows.some((row) => !/^:?$/.test(wordsAt(row, value))) || value === count - 1) return { label, value };
    }
  }
  return undefined;
}

/** Labels stand in the first column, or in the second behind numbers. */
const labelColumns = 2;

/** So many titles that are fields make a table of programmes, whatever its rows begin with: labels stand in narrower ones. */
const manyFields = 4;

const ofManyFields = ofTemplate(() => new Memo(() => false));

/** By what the header says: the same titles stand above table after table, and with every keystroke. */
function isOfManyFields(source: string, header: Row, lexicon: Lexicon): boolean {
  return ofManyFields(lexicon.settings.template).of(source.slice(header.start, header.end), () => {
    const fields = new Set(header.cells.map((cell) => lexicon.fieldNamed(wordsOf(source, cell))));
    fields.delete(undefined);
    return fields.has('name') && fields.size >= manyFields;
  });
}

/** The field that a cell names as a label. */
function labelOf(source: string, row: Row, column: number, lexicon: Lexicon): string | undefined {
  return lexicon.fieldNamed(withoutColon(wordsOf(source, row.cells[column] as Range)));
}

function hasNameColumn(source: string, table: Table, lexicon: Lexicon): boolean {
  return table.header.cells.some((cell) => lexicon.fieldNamed(wordsOf(source, cell)) === 'name');
}

// ---- Tables

/** What the columns of a block are that is a table of programmes, and not one of fields. */
function tableOfProgrammes(source: string, block: Block, lexicon: Lexicon): ProgrammeTable | undefined {
  const isOther = block.type !== 'table' || fieldColumnsOf(source, block, lexicon) !== undefined;
  return isOther ? undefined : programmeTableOf(source, block, lexicon);
}

/** What the columns of a table are. Nothing where none of them holds names: then it is no programme table. */
export function programmeTableOf(source: string, table: Table, lexicon: Lexicon): ProgrammeTable | undefined {
  const { titles, rows: body } = withTitles(source, table);
  const upper = titles.cells.map((cell) => wordsOf(source, cell));
  const nameColumn = upper.findIndex((title) => lexicon.fieldNamed(title) === 'name');
  if (nameColumn < 0) return undefined;
  const next = body.findIndex((row) => saysSomething(source, row));
  const below = body[next];
  // Before the first programme a row without a name, or with the name's title again, can only be a second row of titles.
  const name = below && wordsOf(source, below.cells[nameColumn] as Range);
  const lowerTitles = name !== undefined && (isEmptyCell(name) || name === upper[nameColumn]) ? below : undefined;
  const lower = lowerTitles?.cells.map((cell) => wordsOf(source, cell)) ?? [];
  const read = readTitles(upper, lower, lexicon);
  const { columns, scale } = read;
  if (!columns.includes('name')) return undefined;
  const rows = lowerTitles ? body.slice(next + 1) : body;
  withOnlyYearsAsYears(source, rows, columns, read.yearColumns);
  const hasYears = columns.includes('years');
  // Where marks or a column of their own tell the years, targets and amounts do not.
  const marked = read.yearColumns.filter(({ column }) => columns[column] === undefined);
  const yearColumns = marked.length >= 2 ? marked : hasYears ? [] : read.yearColumns;
  const datedColumns = hasYears || yearColumns.length > 0 ? [] : read.datedColumns;
  return new ReadTable(table, titles, lowerTitles, rows, columns, yearColumns, datedColumns, scale);
}

/** A class, as is all that holds much of a chapter (`read.ts`). */
class ReadTable implements ProgrammeTable {
  constructor(
    readonly table: Table,
    readonly titles: Row,
    readonly lowerTitles: Row | undefined,
    readonly rows: readonly Row[],
    readonly columns: ProgrammeTable['columns'],
    readonly yearColumns: readonly YearColumn[],
    readonly datedColumns: readonly YearColumn[],
    readonly scale: number,
  ) {}
}

interface Titles {
  readonly columns: (string | undefined)[];
  readonly yearColumns: readonly YearColumn[];
  readonly datedColumns: readonly YearColumn[];
  readonly scale: number;
}

/** Fields that a row of columns gives year by year: `Target 2026`, `Target 2027`. */
const yearlyFields: ReadonlySet<string> = new Set(['target', 'budget']);

/** `2026 Target`: a title of the first row and one of the second, joined by whoever wrote the header in one row. */
const ledByYear = /^((?:tahun\s+)?\d{4})[\s:/–-]+(\p{L}.*)$/iu;

/**
 * @param lower the second row of titles; empty where there is none. A title of the first spans the blank ones behind it,
 * and one that is said again below stands in both rows.
 */
function readTitles(upper: readonly string[], lower: readonly string[], lexicon: Lexicon): Titles {
  const { period } = lexicon.settings;
  const years: YearColumn[] = [];
  const dated: (YearColumn & { readonly field: string })[] = [];
  let spanning = '';
  let scale = 1;
  const columns = upper.map((title, column) => {
    const below = lower[column] ?? '';
    const led = below === '' ? ledByYear.exec(title) : null;
    const under = led?.[2] ?? (below === title ? '' : below);
    if (title !== '' || under === '') spanning = led?.[1] ?? title;
    const titles = under === '' ? spanning : `${spanning} ${under}`;
    const whole = lexicon.fieldNamed(spanning);
    const own = under === '' ? undefined : (lexicon.fieldNamed(under) ?? lexicon.fieldNamed(titles));
    const year =
      readYearTitle(under, period) ??
      readYearTitle(spanning, period) ??
      // `Tahun Pelaksanaan` above `ke-2`.
      (under === '' ? undefined : readYearTitle(`${spanning.split(' ')[0]} ${under}`, period));
    const isOfYears = whole === undefined || whole === 'years';
    let field = own ?? whole;
    if (year !== undefined) field = isOfYears && own !== undefined && yearlyFields.has(own) ? own : whole;
    else if (under !== '' && whole === 'years') field = own;
    if (year !== undefined && isOfYears) {
      years.push({ year, column });
    } else if (field !== undefined && yearlyFields.has(field)) {
      const ofColumn = year ?? onlyYear(own === undefined ? spanning : titles, period);
      if (ofColumn !== undefined) dated.push({ year: ofColumn, column, field });
    }
    if (field === 'budget' && scale === 1) scale = readScale(titles);
    return field;
  });
  // A single column whose title is a year is a figure of that year, not a mark in a schedule.
  const yearColumns = years.length >= 2 ? years : [];
  for (const { column } of yearColumns) if (columns[column] === 'years') columns[column] = undefined;
  const datedColumns = dated.filter(({ field }) => dated.filter((each) => each.field === field).length >= 2);
  return { columns, yearColumns, datedColumns, scale };
}

/** The year that a title names beside other words; nothing where it names several. */
function onlyYear(title: string, period: Span | undefined): number | undefined {
  const years = readYears(title, period)?.years;
  return years?.length === 1 ? years[0] : undefined;
}

/** A column of durations, or one of no field, that holds only years is the years column where there is no other (format 3.3). */
function withOnlyYearsAsYears(
  source: string,
  rows: readonly Row[],
  columns: (string | undefined)[],
  yearColumns: readonly YearColumn[],
): void {
  if (columns.includes('years') || yearColumns.length > 0) return;
  const column = columns.findIndex((field, at) => {
    if (field !== undefined && field !== 'duration') return false;
    const saysYear = ({ cells }: Row) => /^\D*\b(19|20)\d{2}\b/.test(wordsOf(source, cells[at] as Range));
    const isBlank = ({ cells }: Row) => isEmptyCell(wordsOf(source, cells[at] as Range));
    return rows.every((row) => saysYear(row) || isBlank(row)) && rows.some(saysYear);
  });
  if (column >= 0) columns[column] = 'years';
}

/** A programme that is a row; its values are put in their places when somebody asks for them. */
class RowProgramme implements Programme {
  readonly place: ProgrammePlace;
  readonly horizon?: Horizon;
  readonly name: string;
  readonly nameRange: Range;
  readonly code?: Code;
  readonly start: number;
  /** Later than the row's, where further rows go on with it. */
  end: number;
  content?: RowContent;
  readonly #cells: RowCells;
  readonly #further: { readonly row: Row; readonly values: readonly RowValue[] }[] = [];
  #values: readonly FieldValue[] | undefined;

  constructor(
    { place, horizon }: ProgrammeScope,
    readonly table: ProgrammeTable,
    readonly row: Row,
    content: RowContent,
    name: NonNullable<RowCells['name']>,
  ) {
    const { start } = row;
    const { code } = content.cells;
    this.place = place;
    if (horizon !== undefined) this.horizon = horizon;
    this.name = name.text;
    this.nameRange = { start: start + name.start, end: start + name.end };
    if (code !== undefined) this.code = { value: code.value, start: start + code.start, end: start + code.end };
    this.start = start;
    this.end = row.end;
    // What a ditto mark repeats stands in other rows.
    if (!content.cells.hasDitto) this.content = content;
    this.#cells = content.cells;
  }

  get values(): readonly FieldValue[] {
    this.#values ??= this.#rows.flatMap(({ row, values }) => values.map((value) => placed(value, row)));
    return this.#values;
  }

  /** Takes in what a further row says, while the table is being read. */
  goOn(row: Row, values: readonly RowValue[]): void {
    this.#further.push({ row, values });
    this.end = row.end;
    delete this.content;
  }

  /** Puts words in the place of ditto marks, while the table is being read. */
  repeat(repeated: (value: FieldValue, column: number) => FieldValue): void {
    this.#values = this.#rows.flatMap(({ row, values }) =>
      values.map((value) => repeated(placed(value, row), value.column)),
    );
  }

  get #rows() {
    return [{ row: this.row, values: this.#cells.values }, ...this.#further];
  }
}

function readRows(reading: Reading, table: ProgrammeTable): void {
  const programmes: RowProgramme[] = [];
  let open: RowProgramme | undefined;
  let hasDitto = false;
  const contentOfRow = contentsOfRows(reading.source, reading.place, reading.horizon, table);
  for (const row of table.rows) {
    const content = contentOfRow(row);
    const { name, values, isNone } = content.cells;
    hasDitto ||= content.cells.hasDitto;
    if (name === undefined) {
      if (values.length > 0) open?.goOn(row, values);
      continue;
    }
    open = isNone ? undefined : new RowProgramme(reading, table, row, content, name);
    if (open !== undefined) programmes.push(open);
  }
  if (hasDitto) repeatAbove(programmes, table);
  for (const programme of programmes) reading.programmes.push(programme);
}

/** Ditto marks say again what was said last in their columns. */
function repeatAbove(programmes: readonly RowProgramme[], { columns }: ProgrammeTable): void {
  const above = new Map<number, FieldValue>();
  for (const programme of programmes) {
    programme.repeat((own, column) => {
      const repeated = isDitto(own.text) ? above.get(column) : undefined;
      const said = repeated === undefined ? own : { ...own, text: repeated.text, words: repeated.words ?? repeated };
      if (said.field !== 'years' || columns[column] === 'years') above.set(column, said);
      return said;
    });
  }
}

function placed({ field, text, start, end, column }: RowValue, row: Row): FieldValue {
  return { field, text, start: row.start + start, end: row.start + end, cell: row.cells[column] as Range };
}

// ---- Asking for fields

/** What a programme says, field by field and in the order of the text, without asking where each value stands. */
export function saidBy(programme: Programme): readonly { readonly field: string; readonly text: string }[] {
  return programme.content?.cells.values ?? programme.values;
}

/** The values of a field that say something, in the order of the text. */
export function valuesOf(programme: Programme, field: string): FieldValue[] {
  return programme.values.filter((value) => value.field === field && value.text !== '');
}

/** Whether a programme's table has a column for a field; a block has a place for every field. */
export function hasPlaceFor(programme: Programme, field: string): boolean {
  const { table } = programme;
  if (table === undefined) return true;
  return (
    table.columns.includes(field) || (field === 'years' && table.yearColumns.length + table.datedColumns.length > 0)
  );
}
