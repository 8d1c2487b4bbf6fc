/** What masterplans cover: as tables for a terminal, as Markdown, and as JSON. */

import { type Book, nameOfBook } from '../../core/book/book';
import type { Language } from '../../core/language/language';
import {
  type Coverage,
  type CoveragePlace,
  type CoverageState,
  countColumns,
  coverageOf,
  type ProgrammeCounts,
  plannedWords,
  rowWords,
  statesToTell,
  stateWords,
  writtenWords,
} from '../../core/views/coverage';
import type { Palette } from '../colours';
import { harmless, widthOf } from '../columns';
import type { LoadedFile } from '../load';
import { pathFrom } from '../paths';
import { placeOfRange } from '../report';

/** One masterplan with what it covers. */
export interface CoveredBook {
  readonly book: Book;
  readonly coverage: Coverage;
  readonly files: ReadonlyMap<string, LoadedFile>;
}

export function covered(book: Book, files: ReadonlyMap<string, LoadedFile>): CoveredBook {
  return { book, coverage: coverageOf(book), files };
}

export interface CoverageLook {
  readonly language: Language;
  readonly palette: Palette;
  /** Names that make a line longer are cut. */
  readonly columns: number;
}

/** Names are not cut below this many columns. */
const leastName = 24;

const marks: Readonly<Record<CoverageState, string>> = {
  there: '✓',
  partial: '◐',
  empty: '○',
  missing: '✗',
  unknown: '?',
  optional: '·',
};

/** A table as both formats write it: a title for its rows, titles of the columns, and the rows. */
interface Matrix {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
  /** What stands below it. */
  readonly legend: readonly string[];
}

function titleOf(book: Book): string {
  return nameOfBook(book) ?? 'Masterplan';
}

// ---- Text

/** For a person at a terminal. */
export function writeCoverageText(books: readonly CoveredBook[], look: CoverageLook): string {
  return books.map((one) => textOfBook(one, look)).join('\n');
}

function textOfBook({ book, coverage }: CoveredBook, look: CoverageLook): string {
  const { palette, language } = look;
  const { sections } = coverage;
  // Titles of sections are long: numbers stand over the columns, and what they mean below.
  const dimensions: Matrix = {
    ...dimensionMatrix(coverage, language),
    columns: sections.map((_, i) => String(i + 1)),
    legend: [...sections.map(({ title }, i) => `${i + 1} ${title[language]}`), '', legend(coverage, language)],
  };
  const tables = [dimensions, ...countMatrices(coverage, language)].map((matrix) => textOfMatrix(matrix, look));
  return `${palette.bold(harmless(titleOf(book)))}\n\n${tables.join('\n')}\n${sentence(coverage, language)}\n`;
}

function textOfMatrix(
  { title, columns, rows, legend: below }: Matrix,
  { palette, columns: width }: CoverageLook,
): string {
  const widths = columns.map((column, i) =>
    Math.max(widthOf(column), ...rows.map(({ cells }) => widthOf(cells[i] ?? ''))),
  );
  const cells = widths.reduce((sum, one) => sum + one + 2, 0);
  const most = Math.max(leastName, width - cells);
  const first = Math.min(most, Math.max(widthOf(title), ...rows.map(({ name }) => widthOf(harmless(name)))));
  const right = (text: string, width: number) => ' '.repeat(Math.max(0, width - widthOf(text))) + text;
  const line = (name: string, texts: readonly string[], paint: (cell: string) => string) => {
    const padded = texts.map((cell, i) => right(cell, widths[i] ?? 0).replace(cell, paint(cell)));
    return `${name}${' '.repeat(Math.max(0, first - widthOf(name)))}  ${padded.join('  ')}`.trimEnd();
  };
  const lines = [
    palette.bold(line(title, columns, (cell) => cell)),
    ...rows.map((row) => line(cut(harmless(row.name), most), row.cells, (cell) => painted(cell, palette))),
    ...(below.length === 0 ? [] : ['', ...below.map((text) => palette.dim(text))]),
  ];
  return `${lines.join('\n')}\n`;
}

function cut(name: string, width: number): string {
  if (widthOf(name) <= width) return name;
  let short = '';
  for (const letter of name) {
    if (widthOf(short + letter) >= width) break;
    short += letter;
  }
  return `${short.trimEnd()}…`;
}

function painted(cell: string, palette: Palette): string {
  switch (cell) {
    case marks.there:
      return palette.green(cell);
    case marks.partial:
    case marks.empty:
      return palette.yellow(cell);
    case marks.missing:
      return palette.red(cell);
    case marks.optional:
    case '0':
      return palette.dim(cell);
    default:
      return cell;
  }
}

// ---- Markdown

/** For a report or a page: tables as GitHub reads them. */
export function writeCoverageMarkdown(books: readonly CoveredBook[], language: Language): string {
  return books
    .map(({ book, coverage }) => {
      const matrices = [dimensionMatrix(coverage, language), ...countMatrices(coverage, language)];
      const tables = matrices.map((matrix) => markdownOfMatrix(matrix));
      return `# ${escaped(titleOf(book))}\n\n${tables.join('\n')}\n${sentence(coverage, language)}\n`;
    })
    .join('\n');
}

function markdownOfMatrix({ title, columns, rows, legend: below }: Matrix): string {
  const row = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  const lines = [
    row([title, ...columns]),
    `|---|${':-:|'.repeat(columns.length)}`,
    ...rows.map(({ name, cells }) => row([name, ...cells])),
    ...below.flatMap((text) => ['', text]),
  ];
  return `${lines.join('\n')}\n`;
}

function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\|*_`<>[\]#]/g, '\\$&');
}

// ---- What both say

function dimensionMatrix(coverage: Coverage, language: Language): Matrix {
  const { sections, dimensions } = coverage;
  return {
    title: { id: 'Dimensi', en: 'Dimension' }[language],
    columns: sections.map(({ title }) => title[language]),
    rows: dimensions.map((row) => ({
      name: row.dimension.title[language],
      cells: row.sections.map(({ state }) => marks[state]),
    })),
    legend: [legend(coverage, language)],
  };
}

function legend(coverage: Coverage, language: Language): string {
  return statesToTell(coverage)
    .map((state) => `${marks[state]} ${stateWords[state][language]}`)
    .join('   ');
}

function countMatrices({ subDimensions, agencies }: Coverage, language: Language): Matrix[] {
  const columns = countColumns.map(([, title]) => title[language]);
  const cellsOf = (counts: ProgrammeCounts) => countColumns.map(([key]) => String(counts[key]));
  const matrices: Matrix[] = [];
  if (subDimensions.length > 0) {
    matrices.push({
      title: { id: 'Sub-dimensi: program', en: 'Sub-dimension: programmes' }[language],
      columns,
      rows: subDimensions.map((row) => ({
        name: `${row.dimension.title[language]}: ${row.title[language]}`,
        cells: cellsOf(row),
      })),
      legend: [],
    });
  }
  if (agencies.length > 0) {
    const unknown = agencies.some(({ known }) => !known);
    matrices.push({
      title: { id: 'OPD: program', en: 'Agency: programmes' }[language],
      columns,
      rows: agencies.map((row) => ({ name: row.known ? row.name : `? ${row.name}`, cells: cellsOf(row) })),
      legend: unknown
        ? [{ id: '? tidak ada di daftar OPD manifes', en: "? not in the manifest's list of agencies" }[language]]
        : [],
    });
  }
  return matrices;
}

function sentence(coverage: Coverage, language: Language): string {
  const { subDimensions, agencies } = coverage;
  const known = agencies.filter((row) => row.known);
  const parts = [
    writtenWords(coverage),
    ...(subDimensions.length === 0 ? [] : [plannedWords(subDimensions, rowWords.subDimensions)]),
    ...(known.length === 0 ? [] : [plannedWords(known, rowWords.agencies)]),
  ];
  return `${parts.map((part) => part[language]).join('; ')}.`;
}

// ---- JSON

/**
 * For programs: one JSON object, its shape fixed by its version.
 * @param folder absolute path that `file` is relative to; lines and columns are counted from 1.
 */
export function writeCoverageJson(books: readonly CoveredBook[], folder: string): string {
  const written = books.map(({ book, coverage, files }) => {
    const { language } = book.settings;
    const at = (place: CoveragePlace | undefined) => {
      const file = place && files.get(place.uri);
      if (place === undefined || file === undefined) return {};
      const { line, column } = placeOfRange(file.lines, place.range);
      return { file: pathFrom(folder, file.path), line, column };
    };
    const counts = ({ short, medium, long, quickWins, other, total, place }: ProgrammeCounts) => ({
      short,
      medium,
      long,
      other,
      total,
      quickWins,
      ...at(place),
    });
    const manifest = book.manifest && files.get(book.manifest.uri);
    return {
      title: titleOf(book),
      ...(manifest === undefined ? {} : { manifest: pathFrom(folder, manifest.path) }),
      dimensions: coverage.dimensions.map(({ dimension, place, sections }) => ({
        dimension: dimension.id,
        title: dimension.title[language],
        ...at(place),
        sections: sections.map((cell) => ({ section: cell.section, state: cell.state, ...at(cell.place) })),
      })),
      subDimensions: coverage.subDimensions.map((row) => ({
        dimension: row.dimension.id,
        title: row.title[language],
        ...counts(row),
      })),
      agencies: coverage.agencies.map((row) => ({ name: row.name, known: row.known, ...counts(row) })),
    };
  });
  return `${JSON.stringify({ version: 1, books: written }, undefined, 2)}\n`;
}
