/** The head of a table: columns that it does not have yet, and whole tables where there is none. */

import { wordsOf } from '../../chapter/filled';
import { skeletonPlace } from '../../edits/insert-section';
import { type Skeleton, skeletonSnippet } from '../../edits/skeleton';
import {
  actionFields,
  bodyParts,
  contentParts,
  profileFields,
  programmeFields,
  quickWinFields,
  type SkeletonShapes,
  wishOf,
} from '../../edits/skeletons';
import type { Text } from '../../language/language';
import { readYearTitle } from '../../language/years';
import { fieldMeanings } from '../../template/field-meanings';
import { type Field, horizonSections, horizons, quadrants } from '../../template/template';
import type { TextEdit } from '../../text/edits';
import type { Range } from '../../text/range';
import { kindsAround, type Suggestion, say, type WritingPlace } from './suggestion';

/** A row of dashes, whole. */
const delimiterLine =
  /^[ \t]*(?:>[ \t]*)*(?=[-:|])\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*(?::?-+:?[ \t]*)?$|^[ \t]*\|[ \t]*:?-+:?[ \t]*$/;

/** What a table of this place is about. */
type TableKind =
  | 'swot'
  | 'strategy'
  | 'programmes'
  | 'quick-wins'
  | 'actions'
  | 'profile'
  | 'roadmap'
  | 'summary'
  | 'gap';

/** In the head of a table: the columns that are missing; nothing where the line is none. */
export function suggestColumns(place: WritingPlace): Suggestion[] | undefined {
  const below = lineBelow(place, place.line);
  if (!place.before.includes('|') || below === undefined || !delimiterLine.test(textOf(place, below))) return undefined;
  const kind = tableKind(place);
  if (kind === undefined) return [];
  const cells = cellsOf(place, place.line, place.offset);
  const at = cells.findIndex(({ start, end }) => start <= place.offset && place.offset <= end);
  const cell = cells[at];
  if (cell === undefined) return [];
  const others = cells.filter((one) => one !== cell).map((one) => wordsOf(place.chapter.source, one));
  const also = missingCells(place, below, at, cells.length);
  const start = place.chapter.source[cell.start - 1] === '|' ? ' ' : '';
  const end = place.chapter.source[cell.end] === '|' ? ' ' : '';
  return columnsOf(place, kind, others).map(({ title, required, meaning }): Suggestion => {
    const suggestion: Suggestion = {
      kind: 'field',
      label: title,
      insert: `${start}${title}${end}`,
      range: cell,
      filter: `${place.chapter.source.slice(cell.start, cell.end).match(/^\s*/)?.[0] ?? ''}${title}`,
      ...(required ? { detail: say({ id: 'wajib', en: 'required' }, place) } : {}),
      ...(meaning === undefined ? {} : { documentation: say(meaning, place) }),
    };
    return also.length === 0 ? suggestion : { ...suggestion, also };
  });
}

/** On a line that begins a table, or is still blank: the head, the dashes and the first row of those that belong here. */
export function suggestTables(place: WritingPlace): Suggestion[] | undefined {
  const isBegun = /^[ \t]*\|[^|]*$/.test(place.before);
  const isBlank = place.asking.explicit && place.before.trim() === '';
  if ((!isBegun && !isBlank) || place.after.trim() !== '' || isBesideTable(place)) return undefined;
  const kind = tableKind(place);
  const tables = kind === undefined ? [] : tablesOf(place, kind);
  if (tables.length === 0) return isBlank ? [] : undefined;
  const next = lineBelow(place, place.line);
  const isFollowed = next !== undefined && textOf(place, next).trim() !== '';
  return tables.map(({ title, meaning, skeleton }): Suggestion => {
    const lines = skeletonSnippet(skeleton);
    return {
      kind: 'section',
      label: say(title, place),
      detail: say({ id: 'tabel baru', en: 'new table' }, place),
      documentation: say(meaning, place),
      insert: `${lines.join('\n')}${isFollowed ? '\n' : ''}`,
      isSnippet: true,
      range: place.line,
      filter: `${place.before}${say(title, place)} ${lines.join(' ')}`,
    };
  });
}

// ---- Where it is

function tableKind(place: WritingPlace): TableKind | undefined {
  const [innermost, ...outer] = kindsAround(place);
  if (innermost === 'swot') return 'swot';
  if (innermost === 'strategy') return 'strategy';
  if (innermost === 'quick-wins') return 'quick-wins';
  if (horizons.some((id) => horizonSections[id] === innermost)) return 'programmes';
  if (innermost !== undefined && outer.includes('swot')) return undefined;
  switch (place.chapter.kind) {
    case 'action-plan':
      return 'actions';
    case 'quick-wins':
      return 'profile';
    case 'roadmap':
      return 'roadmap';
    case 'gap-analysis':
      return 'gap';
    case 'executive-summary':
      return 'summary';
    default:
      return undefined;
  }
}

function textOf({ chapter }: WritingPlace, { start, end }: Range): string {
  return chapter.source.slice(start, end);
}

function lineBelow({ chapter }: WritingPlace, { end }: Range): Range | undefined {
  const { lines } = chapter;
  const next = lines.lineAt(end) + 1;
  return next < lines.count ? { start: lines.startOf(next), end: lines.endOf(next) } : undefined;
}

/** Whether a table goes on here, or ends right above. */
function isBesideTable(place: WritingPlace): boolean {
  const { chapter, line } = place;
  const at = chapter.lines.lineAt(line.start);
  const above = at === 0 ? '' : chapter.source.slice(chapter.lines.startOf(at - 1), chapter.lines.endOf(at - 1));
  const below = lineBelow(place, line);
  return above.includes('|') || (below !== undefined && /^[ \t]*\|/.test(textOf(place, below)));
}

/**
 * The cells of a row, blanks included: between its `|`, those at both ends left out.
 * @param offset where somebody writes: behind the last `|` a cell begins there.
 */
function cellsOf({ chapter }: WritingPlace, line: Range, offset = -1): Range[] {
  const { source } = chapter;
  const marks: number[] = [];
  for (let at = line.start; at < line.end; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '|') marks.push(at);
  }
  const isOpened = marks[0] !== undefined && source.slice(line.start, marks[0]).trim() === '';
  const starts = [...(isOpened ? [] : [line.start]), ...marks.map((mark) => mark + 1)];
  const ends = [...(isOpened ? marks.slice(1) : marks), line.end];
  const cells = starts.map((start, i) => ({ start, end: Math.max(start, ends[i] ?? line.end) }));
  const last = cells.at(-1);
  const isOpen = last !== undefined && (source.slice(last.start, last.end).trim() !== '' || offset >= last.start);
  return isOpen || marks.length < 2 ? cells : cells.slice(0, -1);
}

/** What the dashes and the rows lack of a column that the head has more, so that it stays a table. */
function missingCells(place: WritingPlace, delimiter: Range, column: number, columns: number): TextEdit[] {
  const count = cellsOf(place, delimiter).length;
  if (count >= columns) return [];
  const edits: TextEdit[] = [];
  for (let line: Range | undefined = delimiter; line !== undefined; line = lineBelow(place, line)) {
    if (!textOf(place, line).includes('|')) break;
    const cells = cellsOf(place, line);
    if (cells.length !== count) continue;
    const text = line === delimiter ? ' --- ' : '  ';
    const behind = cells[column];
    if (behind !== undefined) {
      edits.push({ range: { start: behind.start, end: behind.start }, text: `${text}|` });
      continue;
    }
    const { start, end } = line;
    const closed = textOf(place, { start, end }).trimEnd();
    const at = start + closed.length;
    edits.push({ range: { start: at, end: at }, text: closed.endsWith('|') ? `${text}|` : ` |${text.trimEnd()}` });
  }
  return edits;
}

// ---- What it may have

interface Column {
  readonly title: string;
  readonly required: boolean;
  readonly meaning?: Text;
}

function columnsOf(place: WritingPlace, kind: TableKind, others: readonly string[]): Column[] {
  switch (kind) {
    case 'swot':
      return swotColumns(place, others);
    case 'gap':
      return namedColumns(gapTitles(place), others, place);
    case 'strategy':
      return fieldColumns(place, ['code', 'strategies', 'swot-items'], others);
    case 'roadmap':
      return [...fieldColumns(place, ['code', 'name', 'agency'], others), ...yearColumns(place, others)];
    default:
      return fieldColumns(place, fieldsOf(place, kind), others);
  }
}

/** The fields of a kind's tables, those that its skeleton has first. */
function fieldsOf({ book }: WritingPlace, kind: TableKind): string[] {
  const { fields, quickWinFields: own } = book.settings.template;
  const first: Readonly<Partial<Record<TableKind, readonly string[]>>> = {
    programmes: programmeFields,
    'quick-wins': quickWinFields,
    actions: actionFields,
    profile: ['code', 'name', 'dimension', ...profileFields, ...own.map(({ id }) => id)],
    summary: ['name', 'agency', 'years'],
  };
  return [...new Set([...(first[kind] ?? []), ...fields.map(({ id }) => id)])];
}

function fieldColumns(place: WritingPlace, ids: readonly string[], others: readonly string[]): Column[] {
  const { book, lexicon, part } = place;
  const { template } = book.settings;
  const there = new Set(others.map((title) => lexicon.fieldNamed(title)));
  const dimension = template.dimensions.find(({ id }) => id === part?.dimension);
  return ids.flatMap((id): Column[] => {
    const field: Field | undefined = [...template.fields, ...template.quickWinFields].find((one) => one.id === id);
    const isUseless = id === 'sub-dimension' && dimension?.sub.length === 0;
    if (field === undefined || there.has(id) || isUseless) return [];
    const meaning = fieldMeanings[id];
    const column = { title: field.title[place.written], required: field.required };
    return [meaning === undefined ? column : { ...column, meaning }];
  });
}

function yearColumns({ book }: WritingPlace, others: readonly string[]): Column[] {
  const { period } = book.settings;
  if (period === undefined) return [];
  const there = new Set(others.map((title) => readYearTitle(title)));
  const years = Array.from({ length: Math.min(30, period.to - period.from + 1) }, (_, i) => period.from + i);
  const meaning = {
    id: 'Tanda di sini: program berjalan pada tahun itu.',
    en: 'A mark here: it is carried out in that year.',
  };
  return years.filter((year) => !there.has(year)).map((year) => ({ title: String(year), required: false, meaning }));
}

const factorTitles: readonly (readonly [Text, Text])[] = [
  [
    { id: 'Faktor', en: 'Factor' },
    { id: 'Butir kekuatan, kelemahan, peluang, atau ancaman.', en: 'The item itself.' },
  ],
  [
    { id: 'Bobot', en: 'Weight' },
    { id: 'Seberapa penting; semua bobot berjumlah 1.', en: 'How much it matters; all weights add up to 1.' },
  ],
  [
    { id: 'Rating', en: 'Rating' },
    { id: 'Seberapa kuat, biasanya 1 sampai 4.', en: 'How strong it is, usually 1 to 4.' },
  ],
  [
    { id: 'Skor', en: 'Score' },
    { id: 'Bobot dikali rating.', en: 'Weight times rating.' },
  ],
];

/** A column for each quadrant, or those of a table of factors: what is there tells which. */
function swotColumns(place: WritingPlace, others: readonly string[]): Column[] {
  const { template } = place.book.settings;
  const { lexicon } = place;
  const { folder } = lexicon;
  const scope = quadrants.map((id) => ({ id, required: true }));
  const quadrantOf = (title: string) => lexicon.recognise(title, scope)?.id;
  const written = others.filter((title) => title.trim() !== '');
  const hasQuadrant = written.some((title) => quadrantOf(title) !== undefined);
  const there = new Set(written.map(quadrantOf));
  const byQuadrant = quadrants.flatMap((id): Column[] => {
    const title = template.sections.find((section) => section.id === id)?.title[place.written];
    return title === undefined || there.has(id) ? [] : [{ title, required: true }];
  });
  const known = new Set(written.map((title) => folder.fold(title)));
  const factors = factorTitles
    .filter(([title]) => !known.has(folder.fold(title.id)) && !known.has(folder.fold(title.en)))
    .map(([title, meaning]): Column => ({ title: title[place.written], required: false, meaning }));
  const byFactor = [...fieldColumns(place, ['code'], others), ...factors];
  if (hasQuadrant) return byQuadrant;
  return written.length > 0 ? byFactor : [...byQuadrant, ...byFactor];
}

function gapTitles(place: WritingPlace): string[] {
  const [head] = skeletonSnippet(bodyParts('gap-analysis', wishFor(place)));
  return (head ?? '').split('|').flatMap((title) => title.trim() || []);
}

function namedColumns(titles: readonly string[], others: readonly string[], { lexicon }: WritingPlace): Column[] {
  const there = new Set(others.map((title) => lexicon.folder.fold(title)));
  return titles.filter((title) => !there.has(lexicon.folder.fold(title))).map((title) => ({ title, required: false }));
}

// ---- Whole tables

interface NewTable {
  readonly title: Text;
  readonly meaning: Text;
  readonly skeleton: Skeleton;
}

function wishFor({ book, chapter, part }: WritingPlace, shapes: SkeletonShapes = {}) {
  const own = part === undefined ? {} : skeletonPlace(chapter, part, book.settings, book.chapters);
  return { ...wishOf(book.settings, own), shapes };
}

function tablesOf(place: WritingPlace, kind: TableKind): NewTable[] {
  const innermost = kindsAround(place)[0] ?? '';
  const meaning: Text = {
    id: 'Judul kolom, garis pemisah, dan baris pertama.',
    en: 'Titles of columns, the line below them, and the first row.',
  };
  const table = (id: string, en: string, skeleton: Skeleton): NewTable => ({ title: { id, en }, meaning, skeleton });
  switch (kind) {
    case 'swot':
      return [
        table('Tabel SWOT empat kolom', 'SWOT table of four columns', content(place, 'swot', { swot: 'columns' })),
        table('Tabel SWOT 2×2', 'SWOT table 2×2', content(place, 'swot', { swot: 'grid' })),
        table('Tabel IFAS dan EFAS', 'IFAS and EFAS tables', content(place, 'swot', { swot: 'factors' })),
      ];
    case 'strategy':
      return [table('Tabel strategi', 'Table of strategies', content(place, 'strategy', { strategy: 'table' }))];
    case 'programmes':
      return [table('Tabel program', 'Table of programmes', content(place, innermost))];
    case 'quick-wins':
      return [table('Tabel quick win', 'Table of quick wins', content(place, 'quick-wins'))];
    case 'actions':
      return innermost.startsWith('action-')
        ? [table('Tabel rencana aksi', 'Table of actions', content(place, innermost))]
        : [];
    case 'roadmap':
      return [table('Tabel peta jalan', 'Roadmap table', bodyParts('roadmap', wishFor(place, { roadmap: 'table' })))];
    case 'gap':
      return [table('Tabel kesenjangan', 'Table of gaps', bodyParts('gap-analysis', wishFor(place)))];
    case 'profile':
    case 'summary':
      return [];
  }
}

function content(place: WritingPlace, kind: string, shapes?: SkeletonShapes): Skeleton {
  return contentParts(kind, wishFor(place, shapes));
}
