/**
 * The blocks that follow from the chapters, written as Markdown: roadmap, lists of programmes, matrices, sums
 * (format 3.6). What is written here is never a second source: it can be written again at any time.
 */

import type { Book } from '../book/book';
import { writtenLanguage } from '../book/language';
import { joinedProgrammes, joinedValues, quickWinEntry } from '../book/programmes';
import { agenciesOf } from '../chapter/agencies';
import type { Chapter, GeneratedBlock } from '../chapter/chapter';
import type { Language, Text } from '../language/language';
import { spanText, yearsText } from '../language/years';
import { agencyListOf } from '../template/agencies';
import { lexiconOf } from '../template/lexicon';
import { horizons, quadrants } from '../template/template';
import { lineEndOf, type TextEdit } from '../text/edits';
import { textOf } from '../text/range';
import { budgetOf } from './budget';
import { type CoverageState, coverageOf } from './coverage';
import { type RoadmapRow, roadmapOf } from './roadmap';

export interface BlockKind {
  /** The name in the comments. */
  readonly name: string;
  readonly title: Text;
  write(book: Book, language: Language): string[];
}

/** What can be inserted as a generated block. */
export const blockKinds: readonly BlockKind[] = [
  {
    name: 'roadmap',
    title: { id: 'Peta jalan: tabel menurut dimensi', en: 'Roadmap: table by dimension' },
    write: roadmapTable,
  },
  {
    name: 'roadmap-by-horizon',
    title: { id: 'Peta jalan: tabel menurut jangka waktu', en: 'Roadmap: table by horizon' },
    write: roadmapByHorizon,
  },
  {
    name: 'roadmap-gantt',
    title: { id: 'Peta jalan: diagram Gantt', en: 'Roadmap: Gantt chart' },
    write: roadmapGantt,
  },
  { name: 'programmes-by-agency', title: { id: 'Program menurut OPD', en: 'Programmes by agency' }, write: byAgency },
  { name: 'quick-wins', title: { id: 'Ringkasan quick win', en: 'Quick-win summary' }, write: quickWinTable },
  {
    name: 'coverage',
    title: { id: 'Kelengkapan bagian tiap dimensi', en: 'Sections of each dimension' },
    write: coverageTable,
  },
  { name: 'swot-summary', title: { id: 'Ringkasan SWOT', en: 'SWOT summary' }, write: swotTable },
  { name: 'tows-summary', title: { id: 'Ringkasan strategi SWOT (TOWS)', en: 'TOWS summary' }, write: towsTable },
  {
    name: 'budget',
    title: { id: 'Anggaran menurut tahun dan sumber dana', en: 'Budget by year and funding source' },
    write: budgetTable,
  },
];

/**
 * `current`: nothing to do. `outdated`: as it was written once, but the chapters say otherwise by now. `edited`: somebody
 * has changed it by hand, and it is not overwritten without being asked. `unknown`: no block of that name exists.
 */
export type BlockState = 'current' | 'outdated' | 'edited' | 'unknown';

export interface BlockReport {
  readonly block: GeneratedBlock;
  readonly kind?: BlockKind;
  readonly state: BlockState;
  /** What makes it current; absent where it is, or where its kind is unknown. */
  readonly edit?: TextEdit;
}

/** The generated blocks of a chapter, and what each needs. */
export function blockReports(book: Book, chapter: Chapter): BlockReport[] {
  return chapter.generated.map((block) => {
    const kind = blockKinds.find(({ name }) => name === block.name);
    if (kind === undefined) return { block, state: 'unknown' };
    const text = kind.write(book, writtenLanguage(book.settings, chapter)).join('\n');
    const there = plainText(textOf(chapter.source, block.content));
    if (there === text && block.sum === sumOf(text)) return { block, kind, state: 'current' };
    const state = there === '' || there === text || block.sum === sumOf(there) ? 'outdated' : 'edited';
    const written = blockText(kind.name, text, lineEndOf(chapter.source));
    return { block, kind, state, edit: { range: { start: block.start, end: block.end }, text: written } };
  });
}

/** A new block of a kind, its comments included, to be inserted into a chapter on lines of its own. */
export function newBlock(book: Book, chapter: Chapter, kind: BlockKind): string {
  return blockText(
    kind.name,
    kind.write(book, writtenLanguage(book.settings, chapter)).join('\n'),
    lineEndOf(chapter.source),
  );
}

function blockText(name: string, text: string, eol: string): string {
  const lines = [`<!-- masterplan:begin ${name} -->`, '', text, '', `<!-- masterplan:end ${name} ${sumOf(text)} -->`];
  return lines.join('\n').replaceAll('\n', eol);
}

function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/** A short sum (FNV-1a, 32 bits) by which a block knows that nobody has touched it; it keeps no secret. */
export function sumOf(text: string): string {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, '0');
}

// ---- Tables

/** Text as a cell shows it: in one line, with nothing that Markdown would take for its own. */
function cell(text: string): string {
  return text
    .replace(/(?<!\s)\s*\n\s*/g, '; ')
    .replace(/[\\|*_<[\]`]/g, '\\$&')
    .trim();
}

function row(cells: readonly string[]): string {
  return `|${cells.map((text) => (text === '' ? ' ' : ` ${text} `)).join('|')}|`;
}

function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  right: ReadonlySet<number> = new Set(),
): string[] {
  return [
    row(header),
    `|${header.map((_, column) => (right.has(column) ? '---:' : '---')).join('|')}|`,
    ...rows.map(row),
  ];
}

function nothingYet(language: Language): string[] {
  return [language === 'id' ? '*Belum ada isinya.*' : '*Nothing to show yet.*'];
}

/** A field's title in the book's language, as its columns are called. */
function fieldTitle(book: Book, id: string, language: Language): string {
  return lexiconOf(book.settings).field(id)?.title[language] ?? id;
}

function isEmpty(rows: readonly unknown[]): boolean {
  return rows.length === 0;
}

// ---- Roadmap

function groupTitle(group: RoadmapRow, language: Language): string {
  return group.dimension?.title[language] ?? (language === 'id' ? 'Rencana aksi' : 'Action plan');
}

function roadmapTable(book: Book, language: Language): string[] {
  const { rows } = roadmapOf(book);
  const indicator = { field: 'indicator', value: (one: RoadmapRow) => one.indicator };
  return roadmapGrouped(book, language, rows, (one) => groupTitle(one, language), indicator);
}

function roadmapByHorizon(book: Book, language: Language): string[] {
  const { settings } = book;
  const rank = ({ horizon }: RoadmapRow) => (horizon === undefined ? horizons.length : horizons.indexOf(horizon));
  const rows = [...roadmapOf(book).rows].sort((a, b) => rank(a) - rank(b));
  const titleOf = (one: RoadmapRow) => {
    if (one.horizon === undefined) return groupTitle(one, language);
    const title = lexiconOf(settings).section(`programmes-${one.horizon}`)?.title[language] ?? one.horizon;
    const span = settings.horizons?.[one.horizon];
    return span === undefined ? title : `${title} (${spanText(span)})`;
  };
  const dimension = { field: 'dimension', value: (one: RoadmapRow) => one.dimension?.title[language] ?? '' };
  return roadmapGrouped(book, language, rows, titleOf, dimension);
}

/** A row for each programme, with a title above those of one group. @param column between name and agency. */
function roadmapGrouped(
  book: Book,
  language: Language,
  rows: readonly RoadmapRow[],
  titleOf: (row: RoadmapRow) => string,
  column: { readonly field: string; value(row: RoadmapRow): string },
): string[] {
  const { span } = roadmapOf(book);
  if (isEmpty(rows) || span === undefined) return nothingYet(language);
  const years = Array.from({ length: span.to - span.from + 1 }, (_, i) => span.from + i);
  const titles = ['code', 'name', column.field, 'agency'].map((id) => fieldTitle(book, id, language));
  const lines: string[][] = [];
  let group: string | undefined;
  for (const one of rows) {
    const title = titleOf(one);
    if (title !== group)
      lines.push(['', `**${cell(title)}**`, ...titles.slice(2).map(() => ''), ...years.map(() => '')]);
    group = title;
    const marks = years.map((year) => (one.years.includes(year) ? '■' : ''));
    lines.push([one.code ?? '', cell(one.name), cell(column.value(one)), cell(one.agency), ...marks]);
  }
  return table([...titles, ...years.map(String)], lines);
}

/** What Mermaid takes as the name of a task: none of its own marks. */
function taskName(text: string): string {
  return text
    .replace(/[:;#,%{}\\"<>]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function roadmapGantt(book: Book, language: Language): string[] {
  const { rows } = roadmapOf(book);
  const dated = rows.filter(({ years }) => years.length > 0);
  if (isEmpty(dated)) return nothingYet(language);
  const lines = ['```mermaid', 'gantt', '  dateFormat YYYY-MM-DD', '  axisFormat %Y', '  tickInterval 12month'];
  let group: string | undefined;
  for (const one of dated) {
    const title = groupTitle(one, language);
    if (title !== group) lines.push(`  section ${taskName(title)}`);
    group = title;
    for (const [from, to] of stretches(one.years)) {
      lines.push(`  ${taskName(one.name)} :${one.isQuickWin ? 'crit, ' : ''}${from}-01-01, ${to + 1}-01-01`);
    }
  }
  return [...lines, '```'];
}

/** Years without a gap between them, as first and last. */
function stretches(years: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const year of years) {
    const last = found.at(-1);
    if (last !== undefined && year === last[1] + 1) last[1] = year;
    else found.push([year, year]);
  }
  return found;
}

// ---- Lists of programmes

function byAgency(book: Book, language: Language): string[] {
  const list = agencyListOf(book.settings);
  const { folder } = lexiconOf(book.settings);
  const groups = new Map<string, { name: string; rows: string[][] }>();
  for (const { name } of book.settings.agencies) groups.set(folder.fold(name), { name, rows: [] });
  for (const { joined, years, code, name } of roadmapOf(book).rows) {
    const budget = cell(joinedValues(joined, 'budget')[0]?.text ?? '');
    const mentions = joined.entries.flatMap(({ chapter, programme }) => agenciesOf(chapter, programme, list));
    for (const agency of new Set(mentions.map((mention) => mention.agency?.name ?? mention.text))) {
      const key = folder.fold(agency);
      const group = groups.get(key) ?? { name: agency, rows: [] };
      groups.set(key, group);
      group.rows.push([cell(group.name), code ?? '', cell(name), yearsText(years), budget]);
    }
  }
  const rows = [...groups.values()].flatMap((group) => group.rows);
  if (isEmpty(rows)) return nothingYet(language);
  return table(
    ['agency', 'code', 'name', 'years', 'budget'].map((id) => fieldTitle(book, id, language)),
    rows,
  );
}

function quickWinTable(book: Book, language: Language): string[] {
  const rows: string[][] = [];
  for (const dimension of [...book.settings.template.dimensions, undefined]) {
    for (const joined of joinedProgrammes(book)) {
      const entry = quickWinEntry(joined);
      if (entry === undefined || joined.dimension !== dimension?.id) continue;
      const { programme } = entry;
      const words = (field: string) => cell(joinedValues(joined, field)[0]?.text ?? '');
      rows.push([
        cell(dimension?.title[language] ?? ''),
        programme.code?.value ?? '',
        cell(programme.name),
        words('benefit'),
        words('agency'),
        words('years'),
      ]);
    }
  }
  if (isEmpty(rows)) return nothingYet(language);
  const [dimension, benefit, agency, years, code] = ['dimension', 'benefit', 'agency', 'years', 'code'].map((id) =>
    fieldTitle(book, id, language),
  ) as [string, string, string, string, string];
  return table([dimension, code, 'Quick Win', benefit, agency, years], rows);
}

// ---- Matrices and sums

const states: Readonly<Record<CoverageState, Text>> = {
  there: { id: '✓', en: '✓' },
  partial: { id: 'sebagian', en: 'in part' },
  empty: { id: 'kosong', en: 'empty' },
  missing: { id: 'belum ada', en: 'missing' },
  unknown: { id: '?', en: '?' },
  optional: { id: '–', en: '–' },
};

function coverageTable(book: Book, language: Language): string[] {
  const { sections, dimensions } = coverageOf(book);
  if (isEmpty(dimensions)) return nothingYet(language);
  return table(
    [fieldTitle(book, 'dimension', language), ...sections.map(({ title }) => cell(title[language]))],
    dimensions.map(({ dimension, sections: cells }) => [
      cell(dimension.title[language]),
      ...cells.map(({ state }) => states[state][language]),
    ]),
  );
}

function swotTable(book: Book, language: Language): string[] {
  const titles = quadrants.map((id) => lexiconOf(book.settings).section(id)?.title[language] ?? id);
  return perDimension(book, language, titles, (chapter) =>
    chapter.parts.map((part) => ({
      dimension: part.dimension,
      cells: quadrants.map((quadrant) =>
        part.swot
          .flatMap(({ items }) => items.filter((item) => item.quadrant === quadrant))
          .map((item) => (item.code === undefined ? cell(item.text) : `${item.code.value}. ${cell(item.text)}`)),
      ),
    })),
  );
}

const towsParts = ['so', 'wo', 'st', 'wt'] as const;

function towsTable(book: Book, language: Language): string[] {
  const titles = towsParts.map((id) => lexiconOf(book.settings).section(id)?.title[language] ?? id.toUpperCase());
  return perDimension(book, language, titles, (chapter) =>
    chapter.parts.map((part) => {
      const seen = new Set<string>();
      const once = part.strategies.filter(
        ({ code }) => code !== undefined && !seen.has(code.value) && seen.add(code.value),
      );
      return {
        dimension: part.dimension,
        cells: towsParts.map((id) =>
          once
            .filter(({ code, quadrants: place }) => (place ?? code?.value.slice(0, 2).toLowerCase()) === id)
            .map(({ code, text }) => `${code?.value}. ${cell(text)}`),
        ),
      };
    }),
  );
}

/** A row for each dimension that has something to show, its items one below the other. */
function perDimension(
  book: Book,
  language: Language,
  titles: readonly string[],
  read: (chapter: Chapter) => { dimension: string | undefined; cells: string[][] }[],
): string[] {
  const parts = book.chapters.flatMap(read);
  const rows = book.settings.template.dimensions.flatMap((dimension) =>
    parts
      .filter((part) => part.dimension === dimension.id && part.cells.some((items) => items.length > 0))
      .map((part) => [cell(dimension.title[language]), ...part.cells.map((items) => items.join('<br>'))]),
  );
  if (isEmpty(rows)) return nothingYet(language);
  return table([fieldTitle(book, 'dimension', language), ...titles.map(cell)], rows);
}

function budgetTable(book: Book, language: Language): string[] {
  const { years, rows, counted, programmes } = budgetOf(book);
  if (isEmpty(rows)) return nothingYet(language);
  const hasUndated = rows.some(({ undated }) => undated > 0);
  const words = {
    none: language === 'id' ? 'Tanpa sumber dana' : 'No funding source',
    undated: language === 'id' ? 'Tanpa tahun' : 'No year',
    total: language === 'id' ? 'Jumlah' : 'Total',
  };
  const amount = (value: number) => (value === 0 ? '' : rupiah(value, language));
  const sum = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((all, one) => all + pick(one), 0);
  const lines = rows.map((one) => [
    cell(one.source === '' ? words.none : one.source),
    ...years.map((year) => amount(one.byYear.get(year) ?? 0)),
    ...(hasUndated ? [amount(one.undated)] : []),
    amount(one.total),
  ]);
  lines.push([
    `**${words.total}**`,
    ...years.map((year) => amount(sum((one) => one.byYear.get(year) ?? 0))),
    ...(hasUndated ? [amount(sum((one) => one.undated))] : []),
    amount(sum((one) => one.total)),
  ]);
  const header = [
    fieldTitle(book, 'funding', language),
    ...years.map(String),
    ...(hasUndated ? [words.undated] : []),
    words.total,
  ];
  const note =
    language === 'id'
      ? `Dalam rupiah, menurut tahun mulai program; ${counted} dari ${programmes} program memiliki anggaran yang dapat dibaca.`
      : `In rupiah, by the year in which a programme starts; ${counted} of ${programmes} programmes have a budget that can be read.`;
  return [...table(header, lines, new Set([...header.keys()].filter((column) => column > 0))), '', note];
}

/** `1.250.000` in Indonesian, `1,250,000` in English. */
function rupiah(value: number, language: Language): string {
  return String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, language === 'id' ? '.' : ',');
}
