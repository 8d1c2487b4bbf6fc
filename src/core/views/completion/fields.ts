/** What the cells of a table and the lines of a field list may hold: agencies, funding, years, codes, names. */

import { joinedProgrammes, quickWinEntry } from '../../book/programmes';
import type { Programme, ProgrammeTable } from '../../chapter/chapter';
import { wordsOf } from '../../chapter/filled';
import { programmeTableOf } from '../../chapter/programmes';
import { isEmptyCell } from '../../language/emptiness';
import type { Span } from '../../language/years';
import type { Block, Table } from '../../markdown/blocks';
import { flatBlocks } from '../../markdown/inline';
import { titlesOf } from '../../template/lexicon';
import { type Field, type Horizon, horizonSections, horizons } from '../../template/template';
import { type Range, touches } from '../../text/range';
import {
  newCodeSuggestion,
  nextProgrammeCode,
  nextStrategyCodes,
  nextSwotCode,
  type ProgrammeSeries,
  quadrantAt,
  suggestReferences,
} from './codes';
import { kindsAround, pieceAt, type Suggestion, say, type WritingPlace } from './suggestion';

/** Spans are offered one by one only of so many years; of more, those that begin with the first. */
const fewYears = 6;

// ---- Tables

/** What the cell may hold that one writes in; nothing where the line is no row of a table. */
export function suggestInTable(place: WritingPlace): Suggestion[] | undefined {
  if (!/\|/.test(place.before)) return undefined;
  const table = tableAt(place);
  if (table === undefined) return undefined;
  const cell = cellAt(place);
  const titles = table.header.cells.map((title) => wordsOf(place.chapter.source, title));
  const header = table.header.cells[cell.column];
  if (header === undefined) return [];
  const kinds = kindsAround(place);
  if (kinds.includes('swot')) return swotCell(place, cell, titles, header);
  if (kinds.includes('strategy') || kinds.includes('tows')) return strategyCell(place, cell, titles);
  return programmeCell(place, cell, titles, table);
}

/** A cell by its column, and what it holds. */
interface Cell extends Range {
  readonly column: number;
}

/** The table that the line is a row of; header and dashes are none. */
function tableAt({ chapter, line }: WritingPlace): Table | undefined {
  for (const block of flatBlocks(chapter.blocks)) {
    if (block.type !== 'table' || line.start <= block.delimiter.end) continue;
    if (block.rows.some((row) => row.start >= line.start && row.start <= line.end)) return block;
    // A row without a word in it is a row all the same, once it is the line below.
    if (isRightBelow(chapter.source, block, line)) return block;
  }
  return undefined;
}

function isRightBelow(source: string, { end }: Block, line: Range): boolean {
  return end <= line.start && /^[ \t]*(?:\r\n|\r|\n)[ \t>]*$/.test(source.slice(end, line.start));
}

function cellAt({ chapter, line, offset }: WritingPlace): Cell {
  const { source } = chapter;
  let column = 0;
  let start = line.start;
  let end = line.end;
  let isFirst = true;
  for (let at = line.start; at < line.end; at++) {
    const letter = source[at];
    if (letter === '\\') at++;
    else if (letter === '|') {
      if (at >= offset) {
        end = at;
        break;
      }
      const isOpening = isFirst && source.slice(line.start, at).trim() === '';
      if (!isOpening) column++;
      start = at + 1;
    }
    if (letter !== ' ' && letter !== '\t') isFirst = false;
  }
  while (start < offset && /[ \t]/.test(source[start] as string)) start++;
  while (end > offset && /[ \t]/.test(source[end - 1] as string)) end--;
  return { column, start, end: Math.max(end, offset) };
}

function swotCell(place: WritingPlace, cell: Cell, titles: readonly string[], header: Range): Suggestion[] {
  const { chapter, lexicon, offset } = place;
  const typed = chapter.source.slice(cell.start, offset);
  const codeColumn = titles.findIndex((title) => lexicon.fieldNamed(title) === 'code');
  if (codeColumn >= 0 && cell.column !== codeColumn) return [];
  // One line of a cell is one item; `<br>` parts them.
  const lineStart = cell.start + (/^.*<br\s*\/?>\s*/i.exec(typed)?.[0].length ?? 0);
  if (!/^[A-Z]?\d{0,3}$/i.test(chapter.source.slice(lineStart, offset))) return [];
  const quadrant = quadrantAt(place, codeColumn >= 0 ? undefined : header);
  const next = quadrant && nextSwotCode(place, quadrant);
  if (next === undefined) return [];
  const insert = codeColumn >= 0 ? next.code : next.open + next.code + next.close;
  return [newCodeSuggestion(place, { start: lineStart, end: offset }, next.code, spaced(place, lineStart, insert))];
}

function strategyCell(place: WritingPlace, cell: Cell, titles: readonly string[]): Suggestion[] {
  const field = place.lexicon.fieldNamed(titles[cell.column] ?? '');
  const { offset, part, chapter } = place;
  if (field === 'swot-items') {
    const piece = pieceAt(chapter.source, cell, offset);
    return suggestReferences(place, piece, 'swot-item', part?.dimension).map((one) => withBlank(place, one));
  }
  if (field !== 'code') return [];
  const range = { start: cell.start, end: cell.end };
  return nextStrategyCodes(place).map(({ code }) =>
    newCodeSuggestion(place, range, code, spaced(place, cell.start, code)),
  );
}

function programmeCell(place: WritingPlace, cell: Cell, titles: readonly string[], table: Table): Suggestion[] {
  const { chapter, lexicon, offset } = place;
  const programmes = programmeTableOf(chapter.source, table, lexicon);
  const field =
    programmes === undefined ? lexicon.fieldNamed(titles[cell.column] ?? '') : programmes.columns[cell.column];
  if (field === undefined) {
    return programmes?.yearColumns.some(({ column }) => column === cell.column)
      ? yearMark(place, cell, programmes)
      : [];
  }
  const row = rowProgramme(place);
  if (programmes !== undefined && field === 'code') return codeCell(place, cell);
  if (programmes !== undefined && field === 'name') return nameCell(place, cell, titles);
  const isProgramme = programmes !== undefined && seriesAt(place) !== undefined;
  return fieldSuggestions(place, field, cell, offset, isProgramme, row).map((one) => withBlank(place, one));
}

/** A mark in a year's column, as the others of the table have it. */
function yearMark(place: WritingPlace, cell: Cell, { table, yearColumns }: ProgrammeTable): Suggestion[] {
  const { source } = place.chapter;
  if (cell.end > cell.start) return [];
  for (const row of table.rows) {
    for (const { column } of yearColumns) {
      const mark = wordsOf(source, row.cells[column] as Range);
      if (isEmptyCell(mark)) continue;
      const year = yearColumns.find((one) => one.column === cell.column)?.year;
      return [
        { kind: 'value', label: mark, detail: String(year), insert: spaced(place, cell.start, mark), range: cell },
      ];
    }
  }
  return [];
}

function rowProgramme({ part, line }: WritingPlace): Programme | undefined {
  const all = [...(part?.programmes ?? []), ...(part?.quickWins ?? [])];
  return all.find(({ row }) => row !== undefined && row.start >= line.start && row.start <= line.end);
}

/** The series that programmes stand in here; nothing where programmes are only mentioned, or not at all. */
function seriesAt(place: WritingPlace): ProgrammeSeries | undefined {
  const { kind } = place.chapter;
  if (kind === 'action-plan') return 'action-plan';
  if (kind === 'quick-wins') return 'profile';
  const kinds = kindsAround(place);
  if (kinds.includes('quick-wins')) return 'quick-wins';
  return horizonAt(place);
}

function horizonAt(place: WritingPlace): Horizon | undefined {
  const kinds = kindsAround(place);
  return horizons.find((id) => kinds.includes(horizonSections[id]));
}

function isMentioned({ chapter }: WritingPlace): boolean {
  return chapter.kind === 'roadmap' || chapter.kind === 'executive-summary';
}

function codeCell(place: WritingPlace, cell: Cell): Suggestion[] {
  const range = { start: cell.start, end: cell.end };
  if (isMentioned(place)) {
    const piece = { ...range, typed: '', others: [] };
    return suggestReferences(place, piece, 'programme', undefined).map((one) => withBlank(place, one));
  }
  const series = seriesAt(place);
  const next = series && nextProgrammeCode(place, series);
  return next === undefined ? [] : [newCodeSuggestion(place, range, next, spaced(place, cell.start, next))];
}

/** Where programmes are mentioned, their names; a quick win is one of the short-term programmes. */
function nameCell(place: WritingPlace, cell: Cell, titles: readonly string[]): Suggestion[] {
  const isQuickWin = seriesAt(place) === 'quick-wins';
  if (!isMentioned(place) && !isQuickWin) return [];
  const code = isMentioned(place) ? codeOfRow(place, titles) : undefined;
  const suggestions: { readonly first: boolean; readonly suggestion: Suggestion }[] = [];
  for (const joined of joinedProgrammes(place.book)) {
    const entry = joined.entries[0];
    if (entry === undefined) continue;
    if (isQuickWin && (joined.dimension !== place.part?.dimension || entry.programme.horizon !== 'short')) continue;
    if (isQuickWin && quickWinEntry(joined) !== undefined) continue;
    const { programme } = entry;
    const isOfRow = code !== undefined && joined.entries.some((one) => one.programme.code?.value === code);
    suggestions.push({
      first: isOfRow,
      suggestion: {
        kind: 'programme',
        label: programme.name,
        ...(programme.code === undefined ? {} : { detail: programme.code.value }),
        insert: spaced(place, cell.start, programme.name),
        range: { start: cell.start, end: cell.end },
      },
    });
  }
  return suggestions.sort((a, b) => Number(b.first) - Number(a.first)).map(({ suggestion }) => suggestion);
}

function codeOfRow(place: WritingPlace, titles: readonly string[]): string | undefined {
  const column = titles.findIndex((title) => place.lexicon.fieldNamed(title) === 'code');
  const { source } = place.chapter;
  const cells = source
    .slice(place.line.start, place.line.end)
    .replace(/^\s*\|/, '')
    .split('|');
  return column < 0 ? undefined : cells[column]?.trim();
}

// ---- Field lists

const fieldLine =
  /^\s*(?:>\s*)*(?:([-*+]|\d{1,4}[.)])\s+)?(?:(\*\*|__)\s*([^*_\s][^*_\n]{0,79}?)\s*(?::\s*)?\2\s*:?|([^:*_|`\s][^:*_|`\n]{0,79}?)\s*:)/;
const itemStart = /^(\s*(?:>\s*)*(?:[-*+]|\d{1,4}[.)])[ \t]+)([^:|]{0,30})$/;

/** Behind a label such as `- OPD:` what the field may hold; nothing where the line is no field of a programme. */
export function suggestInField(place: WritingPlace): Suggestion[] | undefined {
  const match = fieldLine.exec(place.before);
  if (match === null || seriesAt(place) === undefined) return undefined;
  const [whole, marker, bold] = match;
  if (marker === undefined && bold === undefined) return undefined;
  if (bold !== undefined && !whole.includes(':')) return undefined;
  const field = place.lexicon.fieldNamed((match[3] ?? match[4]) as string);
  if (field === undefined) return undefined;
  let start = place.line.start + whole.length;
  while (start < place.offset && /[ \t]/.test(place.chapter.source[start] as string)) start++;
  const stretch = { start, end: place.line.end };
  return fieldSuggestions(place, field, stretch, place.offset, true, blockAt(place)).map((one) =>
    withBlank(place, one),
  );
}

/** At the start of an item in a programme's block: the fields that it does not have yet. */
export function suggestFields(place: WritingPlace): Suggestion[] | undefined {
  const match = itemStart.exec(place.before);
  const block = match === null ? undefined : blockAt(place);
  if (match === null || block === undefined) return undefined;
  const { template } = place.book.settings;
  const own: readonly Field[] = block.place === 'profile' ? template.quickWinFields : [];
  const there = new Set(
    block.values
      .filter(({ cell }) => cell.start < place.line.start || cell.start > place.line.end)
      .map((one) => one.field),
  );
  const range = { start: place.line.start + (match[1] as string).length, end: place.line.end };
  const seen = new Set<string>();
  const fields = [...own, ...template.fields].filter(({ id }) => {
    if (seen.has(id) || there.has(id) || id === 'code' || id === 'name') return false;
    seen.add(id);
    return true;
  });
  const ranked = [...fields.filter(({ required }) => required), ...fields.filter(({ required }) => !required)];
  return ranked.map((field): Suggestion => {
    const title = field.title[place.written];
    const detail = field.required ? { detail: say({ id: 'wajib', en: 'required' }, place) } : {};
    return { kind: 'field', label: title, ...detail, insert: `${title}: `, range, goesOn: true };
  });
}

/** The programme whose block the line belongs to. */
function blockAt({ part, offset, line }: WritingPlace): Programme | undefined {
  const all = [...(part?.programmes ?? []), ...(part?.quickWins ?? [])];
  return all.find((one) => one.section !== undefined && one.start < line.start && touches(one, offset));
}

// ---- Values

function fieldSuggestions(
  place: WritingPlace,
  field: string,
  stretch: Range,
  offset: number,
  isProgramme: boolean,
  programme: Programme | undefined,
): Suggestion[] {
  const { chapter, lexicon, part, book } = place;
  const { template } = book.settings;
  const dimension = part?.dimension ?? dimensionNamed(place, programme);
  const target = isProgramme ? lexicon.field(field)?.refersTo : undefined;
  const piece = pieceAt(chapter.source, stretch, offset);
  if (target !== undefined) return suggestReferences(place, piece, target, dimension);
  switch (field) {
    case 'agency':
    case 'partners':
      return agencies(place, stretch, piece);
    case 'funding':
      return template.fundingSources
        .filter((source) => !piece.others.includes(source))
        .map((source) => ({ kind: 'value', label: source, insert: source, range: rangeOf(piece) }));
    case 'sub-dimension': {
      const sub = template.dimensions.find(({ id }) => id === dimension)?.sub ?? [];
      return sub.map((one) => ({
        kind: 'value',
        label: one.title[place.written],
        insert: one.title[place.written],
        range: rangeOf(piece),
        filter: titlesOf(one).join(' '),
      }));
    }
    case 'dimension':
      return template.dimensions.map((one) => ({
        kind: 'value',
        label: one.title[place.written],
        insert: one.title[place.written],
        range: rangeOf(stretch),
      }));
    case 'years':
      return isProgramme ? years(place, stretch) : [];
    default:
      return [];
  }
}

function dimensionNamed({ lexicon }: WritingPlace, programme: Programme | undefined): string | undefined {
  const named = programme?.values.find(({ field, text }) => field === 'dimension' && text !== '');
  return named && lexicon.dimensionNamed(named.text)?.id;
}

/** The agencies of the manifest by name and by each other name. A name may hold a comma, which parts nothing then. */
function agencies(
  place: WritingPlace,
  stretch: Range,
  piece: Range & { readonly others: readonly string[] },
): Suggestion[] {
  const { source } = place.chapter;
  const { folder } = place.lexicon;
  const others = new Set(piece.others.map((other) => folder.fold(other)));
  const suggestions: Suggestion[] = [];
  for (const { name, aliases } of place.book.settings.agencies) {
    if ([name, ...aliases].some((one) => others.has(folder.fold(one)))) continue;
    const range = { start: startOfName(source, stretch, piece, place.offset, name), end: piece.end };
    suggestions.push({ kind: 'agency', label: name, ...detailOf(aliases), insert: name, range });
    for (const alias of aliases)
      suggestions.push({ kind: 'agency', label: alias, detail: name, insert: alias, range: rangeOf(piece) });
  }
  return suggestions;
}

function detailOf(aliases: readonly string[]): { detail?: string } {
  return aliases.length === 0 ? {} : { detail: aliases.join(', ') };
}

/** `Dinas Pariwisata, Kepe` is the beginning of one name, not the second of two. */
function startOfName(source: string, stretch: Range, piece: Range, offset: number, name: string): number {
  const text = source.slice(stretch.start, offset).toLowerCase();
  const comma = name.indexOf(',');
  if (comma < 0) return piece.start;
  const at = text.lastIndexOf(name.slice(0, comma + 1).toLowerCase());
  return at >= 0 && name.toLowerCase().startsWith(text.slice(at)) ? stretch.start + at : piece.start;
}

function years(place: WritingPlace, stretch: Range): Suggestion[] {
  const { horizons: plan, period } = place.book.settings;
  const series = seriesAt(place);
  const horizon = series === 'quick-wins' || series === 'profile' ? 'short' : horizonAt(place);
  const span = (horizon && plan?.[horizon]) ?? period;
  if (span === undefined) return [];
  return spansOf(span).map((text) => ({ kind: 'value', label: text, insert: text, range: rangeOf(stretch) }));
}

/** The whole span, its years one by one, and the spans within it. */
function spansOf({ from, to }: Span): string[] {
  const all = to > from ? [`${from}-${to}`] : [];
  for (let year = from; year <= to; year++) all.push(String(year));
  for (let first = from; first <= to; first++) {
    if (first > from && to - from + 1 > fewYears) break;
    for (let last = first + 1; last <= to; last++) if (first > from || last < to) all.push(`${first}-${last}`);
  }
  return all;
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}

/** A `|` or a `:` right before is parted from what is written by a blank. */
function spaced(place: WritingPlace, start: number, text: string): string {
  return /[|:]/.test(place.chapter.source[start - 1] ?? '') ? ` ${text}` : text;
}

function withBlank(place: WritingPlace, suggestion: Suggestion): Suggestion {
  const insert = spaced(place, suggestion.range.start, suggestion.insert);
  return insert === suggestion.insert
    ? suggestion
    : { ...suggestion, insert, filter: suggestion.filter ?? suggestion.label };
}

// ---- New rows

/**
 * The cells of a new row below another: empty but for the next free code, where the table has a column for codes.
 * @param place one in the row above, or in the table's head.
 */
export function newRowCells(place: WritingPlace, table: Table, above: Range): string[] {
  const { source } = place.chapter;
  const titles = table.header.cells.map((title) => wordsOf(source, title));
  const cells = titles.map(() => '');
  const column = titles.findIndex((title) => place.lexicon.fieldNamed(title) === 'code');
  const code = column < 0 ? undefined : newRowCode(behind(place, above), table);
  if (code !== undefined) cells[column] = code;
  return cells;
}

/** As if one wrote right behind the row: it is one of those that the new one follows. */
function behind(place: WritingPlace, { end }: Range): WritingPlace {
  return { ...place, offset: end, line: { start: end, end } };
}

function newRowCode(place: WritingPlace, table: Table): string | undefined {
  const kinds = kindsAround(place);
  if (kinds.includes('swot')) {
    const quadrant = quadrantAt(place);
    return quadrant && nextSwotCode(place, quadrant)?.code;
  }
  if (kinds.includes('strategy') || kinds.includes('tows')) return nextStrategyCodes(place)[0]?.code;
  const series = seriesAt(place);
  if (series === undefined || programmeTableOf(place.chapter.source, table, place.lexicon) === undefined)
    return undefined;
  return nextProgrammeCode(place, series);
}
