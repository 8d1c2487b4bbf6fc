/** What a masterplan covers, as matrices: dimensions × sections, sub-dimensions × programmes, agencies × programmes. */

import type { Book } from '../book/book';
import { absentDimensions } from '../book/missing-chapters';
import { type JoinedProgramme, joinedProgrammes, plannedEntry, quickWinEntry } from '../book/programmes';
import { agenciesOf } from '../chapter/agencies';
import type { Chapter, FoundSection, Part } from '../chapter/chapter';
import { missingSections } from '../chapter/missing';
import { valuesOf } from '../chapter/programmes';
import { emptySections } from '../chapter/scopes';
import type { Text } from '../language/language';
import { agencyListOf } from '../template/agencies';
import { lexiconOf, titlesOf } from '../template/lexicon';
import { type Dimension, type Horizon, horizons } from '../template/template';
import type { Range } from '../text/range';
import { unfilledSections } from './unfilled';

/**
 * `partial`: there, but with nothing but placeholders, or while a section that it requires is so, empty or missing;
 * `unknown`: required and not found, but it may be in what could not be read; `optional`: neither there nor required.
 */
export type CoverageState = 'there' | 'partial' | 'empty' | 'missing' | 'unknown' | 'optional';

export interface CoveragePlace {
  readonly uri: string;
  readonly range: Range;
}

export interface SectionCell {
  /** A section id of the template. */
  readonly section: string;
  readonly state: CoverageState;
  readonly place?: CoveragePlace;
}

export interface DimensionRow {
  readonly dimension: Dimension;
  /** Absent: no chapter and no block is about it. */
  readonly place?: CoveragePlace;
  readonly sections: readonly SectionCell[];
}

/** Programmes counted by horizon; a quick win is counted beside the programme that it is. */
export interface ProgrammeCounts {
  readonly short: number;
  readonly medium: number;
  readonly long: number;
  readonly quickWins: number;
  /** Action plan, and quick wins that are no programme of a horizon. */
  readonly other: number;
  readonly total: number;
  /** The first of them. */
  readonly place?: CoveragePlace;
}

export interface SubDimensionRow extends ProgrammeCounts {
  readonly dimension: Dimension;
  readonly title: Text;
}

export interface AgencyRow extends ProgrammeCounts {
  readonly name: string;
  /** Whether the manifest lists it. */
  readonly known: boolean;
}

export interface Coverage {
  /** The sections of a dimension, in the template's order: the columns of `dimensions`. */
  readonly sections: readonly { readonly id: string; readonly title: Text; readonly required: boolean }[];
  readonly dimensions: readonly DimensionRow[];
  readonly subDimensions: readonly SubDimensionRow[];
  /** The manifest's agencies in its order, then those that it does not know. */
  readonly agencies: readonly AgencyRow[];
}

/** The states that a legend tells, in its order; that something is not known only where it is so. */
export function statesToTell({ dimensions }: Coverage): readonly CoverageState[] {
  const isUnknown = dimensions.some(({ sections }) => sections.some(({ state }) => state === 'unknown'));
  return ['there', 'partial', 'empty', 'missing', ...(isUnknown ? (['unknown'] as const) : []), 'optional'];
}

export const stateWords: Readonly<Record<CoverageState, Text>> = {
  there: { id: 'terisi', en: 'written' },
  partial: { id: 'sebagian', en: 'in part' },
  empty: { id: 'masih kosong', en: 'empty' },
  missing: { id: 'belum ada', en: 'missing' },
  unknown: { id: 'belum diketahui', en: 'not known' },
  optional: { id: 'tidak wajib', en: 'not required' },
};

/** The columns of what is counted, with their titles. */
export const countColumns: readonly (readonly [Exclude<keyof ProgrammeCounts, 'place'>, Text])[] = [
  ['short', { id: 'Pendek', en: 'Short' }],
  ['medium', { id: 'Menengah', en: 'Medium' }],
  ['long', { id: 'Panjang', en: 'Long' }],
  ['other', { id: 'Lainnya', en: 'Other' }],
  ['total', { id: 'Jumlah', en: 'All' }],
  ['quickWins', { id: 'Quick win', en: 'Quick wins' }],
];

/** How many of the required sections are written, in words. */
export function writtenWords({ sections, dimensions }: Coverage): Text {
  const required = dimensions.flatMap((row) =>
    row.sections.filter(({ state }, at) => sections[at]?.required && state !== 'optional'),
  );
  const written = required.filter(({ state }) => state === 'there').length;
  const unknown = required.filter(({ state }) => state === 'unknown').length;
  return {
    id: `${written} dari ${required.length} bagian wajib terisi${unknown === 0 ? '' : `, ${unknown} belum diketahui`}`,
    en: `${written} of ${required.length} required sections written${unknown === 0 ? '' : `, ${unknown} not known`}`,
  };
}

/** How many of some rows have programmes, in words. */
export function plannedWords(rows: readonly ProgrammeCounts[], what: Text): Text {
  const some = rows.filter(({ total }) => total > 0).length;
  return {
    id: `${some} dari ${rows.length} ${what.id} memiliki program`,
    en: `${some} of ${rows.length} ${what.en} have programmes`,
  };
}

/** What the rows are, for `plannedWords`. */
export const rowWords = {
  subDimensions: { id: 'sub-dimensi', en: 'sub-dimensions' },
  agencies: { id: 'OPD', en: 'agencies' },
} as const;

/** The coverage of a whole masterplan. */
export function coverageOf(book: Book): Coverage {
  const { template } = book.settings;
  const uses = template.chapters.find((kind) => kind.required === 'per-dimension')?.sections ?? [];
  const listed = uses.flatMap((use) => {
    const kind = template.sections.find(({ id }) => id === use.id);
    // A group only gathers: what it gathers has columns of its own.
    return kind === undefined || kind.group ? [] : [{ id: use.id, title: kind.title, required: use.required }];
  });
  const joined = joinedProgrammes(book);
  return {
    sections: listed,
    dimensions: template.dimensions.map((dimension) => dimensionRow(book, dimension, listed)),
    subDimensions: subDimensionRows(book, joined),
    agencies: agencyRows(book, joined),
  };
}

function dimensionRow(book: Book, dimension: Dimension, listed: Coverage['sections']): DimensionRow {
  const parts: { chapter: Chapter; part: Part }[] = [];
  for (const chapter of book.chapters) {
    for (const part of chapter.parts) if (part.dimension === dimension.id) parts.push({ chapter, part });
  }
  const first = parts[0];
  const { template } = book.settings;
  const absent = absentState(book, parts);
  const open = new Set<FoundSection>();
  const unfilled = new Set<FoundSection>();
  const isOpen = (found: FoundSection) => found.empty || unfilled.has(found);
  for (const { chapter, part } of parts) {
    for (const found of unfilledSections(chapter, book.settings)) unfilled.add(found);
    for (const { within } of emptySections(chapter, part, template, isOpen)) markAround(within, open);
    for (const { within } of missingSections(chapter, part, template)) markAround(within, open);
  }
  const sections = listed.map(({ id, required }): SectionCell => {
    const all = parts.flatMap(({ chapter, part }) =>
      part.found.filter((found) => found.kind === id).map((found) => ({ chapter, found })),
    );
    // Of a section that stands twice, the one that says something counts.
    const best = all.find(({ found }) => !isOpen(found)) ?? all.find(({ found }) => !found.empty) ?? all[0];
    if (best === undefined) return { section: id, state: required ? absent : 'optional' };
    const { chapter, found } = best;
    const state = found.empty ? 'empty' : open.has(found) || isOpen(found) ? 'partial' : 'there';
    return { section: id, state, place: { uri: chapter.uri, range: found.place } };
  });
  if (first === undefined) return { dimension, sections };
  return { dimension, sections, place: { uri: first.chapter.uri, range: first.part.place } };
}

/** What is said of required sections of a dimension that were not found in its parts. */
function absentState(book: Book, parts: readonly { readonly chapter: Chapter }[]): CoverageState {
  // Where no chapter of a dimension is missed, neither are its sections.
  if (parts.length === 0 && book.settings.template.chapters.some(({ optional }) => optional)) return 'optional';
  const isMissing =
    parts.length === 0 ? absentDimensions(book).isMissing : parts.every(({ chapter }) => chapter.excess.length === 0);
  return isMissing ? 'missing' : 'unknown';
}

/** A section that lacks something lies open, and so do those around it. */
function markAround(section: FoundSection | undefined, open: Set<FoundSection>): void {
  for (let around = section; around !== undefined; around = around.within) open.add(around);
}

/** Counts programmes one after the other. */
class Counter {
  private readonly counts = { short: 0, medium: 0, long: 0, quickWins: 0, other: 0, total: 0 };
  private place: CoveragePlace | undefined;

  add(joined: JoinedProgramme): void {
    const entry = plannedEntry(joined) ?? joined.entries[0];
    if (entry === undefined) return;
    const horizon: Horizon | undefined = horizons.find((id) => id === entry.programme.horizon);
    this.counts[horizon ?? 'other']++;
    this.counts.total++;
    if (quickWinEntry(joined) !== undefined) this.counts.quickWins++;
    this.place ??= { uri: entry.chapter.uri, range: entry.programme.nameRange };
  }

  get result(): ProgrammeCounts {
    return this.place === undefined ? this.counts : { ...this.counts, place: this.place };
  }
}

function subDimensionRows(book: Book, joined: readonly JoinedProgramme[]): SubDimensionRow[] {
  const { folder } = lexiconOf(book.settings);
  return book.settings.template.dimensions.flatMap((dimension) => {
    const counters = dimension.sub.map((sub) => ({
      sub,
      names: [sub.id, ...titlesOf(sub)].map((title) => ` ${folder.fold(title)} `),
      counter: new Counter(),
    }));
    for (const programme of joined) {
      if (programme.dimension !== dimension.id) continue;
      const named = programme.entries.flatMap(({ programme: one }) => valuesOf(one, 'sub-dimension'));
      const texts = named.map(({ text }) => ` ${folder.fold(text)} `);
      for (const { names, counter } of counters) {
        if (texts.some((text) => names.some((name) => text.includes(name)))) counter.add(programme);
      }
    }
    return counters.map(({ sub, counter }) => ({ dimension, title: sub.title, ...counter.result }));
  });
}

function agencyRows(book: Book, joined: readonly JoinedProgramme[]): AgencyRow[] {
  const list = agencyListOf(book.settings);
  const known = new Map(book.settings.agencies.map((agency) => [agency, new Counter()]));
  const others = new Map<string, { name: string; counter: Counter }>();
  const { folder } = lexiconOf(book.settings);
  for (const programme of joined) {
    const counters = new Set<Counter>();
    for (const { chapter, programme: one } of programme.entries) {
      for (const { agency, text } of agenciesOf(chapter, one, list)) {
        const own = agency && known.get(agency);
        if (own !== undefined) {
          counters.add(own);
          continue;
        }
        const key = folder.fold(text);
        const other = others.get(key) ?? { name: text, counter: new Counter() };
        others.set(key, other);
        counters.add(other.counter);
      }
    }
    for (const counter of counters) counter.add(programme);
  }
  return [
    ...[...known].map(([{ name }, counter]) => ({ name, known: true, ...counter.result })),
    ...[...others.values()].map(({ name, counter }) => ({ name, known: false, ...counter.result })),
  ];
}
