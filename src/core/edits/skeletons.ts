/**
 * What a new section or chapter starts with. It is the one source for the text that a fix inserts and for the
 * snippets, so that both say the same. Titles and columns are the template's, never words of this file.
 */

import type { Language, Text } from '../language/language';
import type { Span } from '../language/years';
import { statuses } from '../template/keys';
import type { Settings } from '../template/settings';
import {
  type Horizon,
  horizonSections,
  horizons,
  type Quadrant,
  quadrantLetters,
  quadrants,
  type Template,
  type Titled,
} from '../template/template';
import { type Skeleton, type SkeletonLine, type SkeletonPart, type Stop, skeletonText } from './skeleton';

/** The shapes of format 3.1 to 3.3 in which some sections may be written; the first of each is the usual one. */
export interface SkeletonShapes {
  readonly swot?: 'lists' | 'grid' | 'columns' | 'factors';
  readonly strategy?: 'list' | 'table';
  readonly programmes?: 'table' | 'block';
  /** A roadmap's table has year columns and no row yet; beside programmes that exist, it would lack them all. */
  readonly roadmap?: 'prose' | 'table';
}

/** What is known about the place that a skeleton is for. */
export interface SkeletonWish {
  readonly template: Template;
  readonly language: Language;
  /** Of the section's own heading, 1 to 6; sections below it follow. Default 2. */
  readonly level?: number;
  /** Id of the dimension: it gives the codes their first letters. Absent: a snippet offers those of the template. */
  readonly dimension?: string;
  readonly period?: Span;
  readonly horizons?: Readonly<Partial<Record<Horizon, Span>>>;
  /**
   * Codes that exist: those of the dimension (SWOT items, strategies) and of all programmes. New codes keep clear of
   * them, and references name no others.
   */
  readonly known?: ReadonlySet<string>;
  /**
   * SWOT items and strategies of the dimension that others name and that nobody has written yet: they are given these
   * codes, so that what names them is right.
   */
  readonly named?: readonly string[];
  /** Whether SWOT items get codes (default); not where those of the dimension have none. */
  readonly swotCodes?: boolean;
  /** Also the sections that a chapter kind lists without requiring them. */
  readonly optional?: boolean;
  readonly shapes?: SkeletonShapes;
}

/** What a place to fill in says. Both are placeholders of the vocabulary, so that rule `placeholder` finds them. */
export const placeholderWords: Text = { id: '[isi di sini]', en: 'TODO' };

export const codeLettersOfHorizon: Readonly<Record<Horizon, string>> = { short: 'P', medium: 'M', long: 'L' };

const programmeNames: Readonly<Record<Horizon, Text>> = {
  short: { id: 'Program jangka pendek', en: 'Short-term programme' },
  medium: { id: 'Program jangka menengah', en: 'Medium-term programme' },
  long: { id: 'Program jangka panjang', en: 'Long-term programme' },
};

const strategyQuadrants = ['so', 'wo', 'st', 'wt'] as const;
type StrategyQuadrants = (typeof strategyQuadrants)[number];

/** The columns of a programme table and the lines of a programme block, in the order of format 3.3. */
export const programmeFields = [
  'code',
  'name',
  'objective',
  'beneficiary',
  'indicator',
  'target',
  'agency',
  'years',
  'budget',
  'funding',
  'strategies',
  'sub-dimension',
] as const;

export const actionFields = programmeFields.filter((id) => id !== 'strategies' && id !== 'sub-dimension');
export const quickWinFields = [
  'code',
  'name',
  'objective',
  'indicator',
  'target',
  'agency',
  'years',
  'duration',
  'budget',
  'funding',
];
export const profileFields = ['objective', 'indicator', 'target', 'agency', 'years', 'duration', 'budget', 'funding'];

/** Where a skeleton is to stand, as far as the settings do not say it. */
export type SkeletonPlace = Partial<Omit<SkeletonWish, 'template' | 'period' | 'horizons'>>;

/**
 * The text of a section from its heading to its last line, with the sections that it needs below it.
 * It is neither missing nor empty, and brings no error: every required cell is filled, no reference is unknown, no
 * code of `known` is used again.
 * @param kind id of a section of the template.
 * @param place the language is the settings' own where it is not given.
 * @returns lines that end with `\n`, the last one without.
 * @throws RangeError where the template has no such section.
 */
export function sectionSkeleton(kind: string, settings: Settings, place: SkeletonPlace = {}): string {
  return skeletonText(sectionParts(kind, wishOf(settings, place)));
}

/** The same without the heading, for one that stands there with nothing below; `level` is the heading's. */
export function contentSkeleton(kind: string, settings: Settings, place: SkeletonPlace = {}): string {
  return skeletonText(contentParts(kind, wishOf(settings, place)));
}

/**
 * The text of a whole chapter: frontmatter, title, and the sections that its kind requires (where it requires none,
 * all that it lists).
 * @param kind id of a chapter kind of the template.
 * @returns lines that end with `\n`, the last one too: it is a file.
 * @throws RangeError where the template has no such chapter kind.
 */
export function chapterSkeleton(kind: string, settings: Settings, place: SkeletonPlace = {}): string {
  return `${skeletonText(chapterParts(kind, wishOf(settings, place)))}\n`;
}

export function wishOf(settings: Settings, place: SkeletonPlace): SkeletonWish {
  const { template, language, period, horizons: plan } = settings;
  return {
    template,
    language,
    ...(period === undefined ? {} : { period }),
    ...(plan === undefined ? {} : { horizons: plan }),
    ...place,
  };
}

/** A section as `sectionSkeleton` writes it, with its places to fill in. */
export function sectionParts(kind: string, wish: SkeletonWish): Skeleton {
  return new Writer(wish).section(kind, levelOf(wish));
}

/** A section's content as `contentSkeleton` writes it, with its places to fill in. */
export function contentParts(kind: string, wish: SkeletonWish): Skeleton {
  return new Writer(wish).content(kind, levelOf(wish));
}

/** The frontmatter of a chapter kind, both `---` lines included (format 2.1), with its places to fill in. */
export function frontmatterParts(kind: string, wish: SkeletonWish): Skeleton {
  return new Writer(wish).frontmatter(kind);
}

/** A chapter as `chapterSkeleton` writes it, with its places to fill in. */
export function chapterParts(kind: string, wish: SkeletonWish): Skeleton {
  return new Writer(wish).chapter(kind);
}

/** What a chapter kind that lists no sections holds below its title: a gap table, a roadmap, a profile. */
export function bodyParts(kind: string, wish: SkeletonWish): Skeleton {
  return new Writer(wish).body(kind);
}

/**
 * One dimension's block for a chapter of kind `dimensions`: its heading and the sections that a dimension requires.
 * @throws RangeError without a dimension of the template in the wish.
 */
export function dimensionBlockParts(wish: SkeletonWish): Skeleton {
  const dimension = wish.template.dimensions.find(({ id }) => id === wish.dimension);
  if (dimension === undefined) throw new RangeError('A block needs a dimension of the template');
  return new Writer(wish).dimensionBlock(dimension, levelOf(wish));
}

/**
 * The letters with which a dimension's codes begin: `GOV` of `governance` (format 3.5), as many more as tell it from
 * the other dimensions of the set.
 */
export function codeLetters(template: Template, dimension: string): string {
  const own = lettersOf(dimension);
  const others = template.dimensions.filter(({ id }) => id !== dimension).map(({ id }) => lettersOf(id));
  for (let length = 3; length < own.length; length++) {
    const start = own.slice(0, length);
    if (!others.some((other) => other.startsWith(start))) return start;
  }
  return own === '' ? unknownLetters : own;
}

const unknownLetters = 'DIM';

function lettersOf(id: string): string {
  return id
    .replace(/^smart-/, '')
    .replace(/[^a-z]/gi, '')
    .toUpperCase();
}

function levelOf(wish: SkeletonWish): number {
  return Math.min(6, Math.max(1, wish.level ?? 2));
}

/** Writes one skeleton from top to bottom; the codes that it gives are known from there on. */
class Writer {
  private readonly known: Set<string>;
  private readonly template: Template;
  private readonly language: Language;
  private dimension: string | undefined;

  constructor(private readonly wish: SkeletonWish) {
    this.known = new Set(wish.known);
    this.template = wish.template;
    this.language = wish.language;
    this.dimension = wish.dimension;
  }

  chapter(kind: string): Skeleton {
    const chapter = this.template.chapters.find(({ id }) => id === kind);
    if (chapter === undefined) throw new RangeError(`The template has no chapter kind "${kind}"`);
    return [...this.frontmatter(kind), [], ['# ', this.titleOfChapter(chapter)], [], ...this.body(kind)];
  }

  frontmatter(kind: string): Skeleton {
    const lines: SkeletonLine[] = [['---'], [`chapter: ${kind}`]];
    if (this.isPerDimension(kind)) lines.push(['dimension: ', this.dimensionId()]);
    lines.push(['status: ', { text: 'draft', choices: [...statuses] }], ['---']);
    return lines;
  }

  private isPerDimension(kind: string): boolean {
    return this.template.chapters.some(({ id, required }) => id === kind && required === 'per-dimension');
  }

  private dimensionId(): SkeletonPart {
    if (this.dimension !== undefined) return this.dimension;
    return { ...this.fill(), choices: this.template.dimensions.map(({ id }) => id) };
  }

  private titleOfChapter(chapter: Titled): SkeletonPart {
    const title = chapter.title[this.language];
    if (!title.includes('{dimension}')) return title;
    const name = this.dimensionName();
    return typeof name === 'string' ? title.replace('{dimension}', name) : name;
  }

  private dimensionName(): SkeletonPart {
    const dimension = this.template.dimensions.find(({ id }) => id === this.dimension);
    if (dimension !== undefined) return dimension.title[this.language];
    if (this.dimension !== undefined) return this.dimension;
    return { ...this.fill(), choices: this.template.dimensions.map(({ title }) => title[this.language]) };
  }

  body(kind: string): Skeleton {
    switch (kind) {
      case 'dimensions':
        return joined(this.template.dimensions.map((dimension) => this.dimensionBlock(dimension, 2)));
      case 'gap-analysis':
        return this.gapTable();
      case 'roadmap':
        return this.wish.shapes?.roadmap === 'table' ? this.roadmapTable() : this.prose(this.chapterTitle(kind));
      case 'executive-summary':
        return this.summary();
      case 'quick-wins':
        return this.profile(2);
      default:
        return this.sectionsOf(kind, 2);
    }
  }

  private sectionsOf(kind: string, level: number): Skeleton {
    const uses = this.template.chapters.find(({ id }) => id === kind)?.sections ?? [];
    const required = uses.filter((use) => use.required);
    const wanted = required.length > 0 && this.wish.optional !== true ? required : uses;
    if (wanted.length === 0) return this.prose(this.chapterTitle(kind));
    return joined(wanted.map(({ id }) => this.section(id, level)));
  }

  private chapterTitle(kind: string): string {
    const chapter = this.template.chapters.find(({ id }) => id === kind);
    return chapter === undefined ? kind : chapter.title[this.language];
  }

  dimensionBlock(dimension: Titled, level: number): Skeleton {
    // SWOT and strategy codes are local to their dimension: each block begins with 1 again.
    for (const code of this.known) if (!code.includes('-') && !this.wish.known?.has(code)) this.known.delete(code);
    this.dimension = dimension.id;
    const kind = this.template.chapters.find(({ required }) => required === 'per-dimension')?.id ?? '';
    return [[`${marks(level)} ${dimension.title[this.language]}`], [], ...this.sectionsOf(kind, level + 1)];
  }

  section(kind: string, level: number): Skeleton {
    const title = this.sectionTitle(kind);
    return [[`${marks(level)} ${title}`], [], ...this.content(kind, level)];
  }

  private sectionTitle(kind: string): string {
    const section = this.template.sections.find(({ id }) => id === kind);
    if (section === undefined) throw new RangeError(`The template has no section "${kind}"`);
    return section.title[this.language];
  }

  content(kind: string, level: number): Skeleton {
    const title = this.sectionTitle(kind);
    const quadrant = quadrants.find((id) => id === kind);
    if (quadrant !== undefined) return this.quadrantList(quadrant);
    const pair = strategyQuadrants.find((id) => id === kind);
    if (pair !== undefined) return this.strategyList([pair]);
    const horizon = horizons.find((id) => horizonSections[id] === kind);
    if (horizon !== undefined) return this.programmes(horizon, level);
    switch (kind) {
      case 'swot':
        return this.swot(level);
      case 'tows':
        return joined(strategyQuadrants.map((id) => this.section(id, level + 1)));
      case 'strategy':
        return this.wish.shapes?.strategy === 'table' ? this.strategyTable() : this.strategyList(['so', 'wo']);
      case 'programmes':
        return joined(horizons.map((id) => this.section(horizonSections[id], level + 1)));
      case 'quick-wins':
        return this.quickWins();
      case 'vision':
        return [[`${title}: `, this.fill()]];
      case 'mission':
        return [1, 2, 3].map((n) => [`${n}. `, this.fill()]);
      case 'goals':
        return [
          ['- ', this.fill()],
          ['- ', this.fill()],
        ];
      case 'rpjmd-alignment':
        return this.table([this.say({ id: 'Misi RPJMD', en: 'RPJMD mission' }), this.sectionTitle('mission')], 2);
      case 'legal-basis':
        return [
          ['1. ', this.say({ id: 'Undang-undang: ', en: 'Laws: ' }), this.fill()],
          ['2. ', this.say({ id: 'Peraturan presiden dan menteri: ', en: 'National regulations: ' }), this.fill()],
          ['3. ', this.say({ id: 'Peraturan daerah: ', en: 'Regional regulations: ' }), this.fill()],
        ];
    }
    if (kind.startsWith('readiness-')) {
      return [
        [this.say({ id: 'Kondisi saat ini: ', en: 'Where we are: ' }), this.fill()],
        [],
        [this.say({ id: 'Yang perlu disiapkan: ', en: 'What has to be prepared: ' }), this.fill()],
      ];
    }
    if (kind.startsWith('action-')) return this.actions(title);
    const below = this.template.sections.find(({ id }) => id === kind)?.sections.filter(({ required }) => required);
    if (below !== undefined && below.length > 0) return joined(below.map(({ id }) => this.section(id, level + 1)));
    return this.prose(title);
  }

  /** A paragraph that is only a placeholder counts as empty, so it begins with its title. */
  private prose(title: string): Skeleton {
    return [[`${title}: `, this.fill()]];
  }

  private swot(level: number): Skeleton {
    switch (this.wish.shapes?.swot) {
      case 'grid':
        return this.swotGrid();
      case 'columns':
        return this.swotColumns();
      case 'factors':
        return this.swotFactors();
      default:
        return joined(quadrants.map((quadrant) => this.section(quadrant, level + 1)));
    }
  }

  /** Two items, since one alone is what rule `swot-balance` speaks about. */
  private quadrantList(quadrant: Quadrant): Skeleton {
    const named = this.named(new RegExp(`^${quadrantLetters[quadrant]}\\d+$`));
    const items = named.map((code): SkeletonLine => [`- ${code}. `, this.fill()]);
    while (items.length < 2) items.push(['- ', ...this.swotItem(quadrant)]);
    return items;
  }

  /** Codes of one form that others name, in their order; from here on they are known. */
  private named(form: RegExp): string[] {
    const codes = (this.wish.named ?? []).filter((code) => form.test(code) && !this.known.has(code));
    codes.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    for (const code of codes) this.known.add(code);
    return codes;
  }

  private swotItem(quadrant: Quadrant): SkeletonPart[] {
    if (this.wish.swotCodes === false) return [this.fill()];
    return [`${this.newLocalCode(quadrantLetters[quadrant])}. `, this.fill()];
  }

  private swotGrid(): Skeleton {
    const cells = quadrants.map((quadrant): SkeletonPart[] => [
      `**${this.sectionTitle(quadrant)}**<br>`,
      ...this.swotItem(quadrant),
      '<br>',
      ...this.swotItem(quadrant),
    ]);
    return [row(cells.slice(0, 2)), delimiter(2), row(cells.slice(2))];
  }

  private swotColumns(): Skeleton {
    const rows = [1, 2].map(() => row(quadrants.map((quadrant) => this.swotItem(quadrant))));
    return [row(quadrants.map((quadrant) => [this.sectionTitle(quadrant)])), delimiter(4), ...rows];
  }

  private swotFactors(): Skeleton {
    const columns = [
      [this.fieldTitle('code') ?? this.say({ id: 'Kode', en: 'Code' })],
      [this.say({ id: 'Faktor', en: 'Factor' })],
      [this.say({ id: 'Bobot', en: 'Weight' })],
      ['Rating'],
      [this.say({ id: 'Skor', en: 'Score' })],
    ];
    const rowsOf = (quadrant: Quadrant): SkeletonLine[] => [
      row([[], [`**${this.sectionTitle(quadrant)}**`], [], [], []]),
      ...[1, 2].map(() =>
        row([
          this.wish.swotCodes === false ? [] : [this.newLocalCode(quadrantLetters[quadrant])],
          [this.fill()],
          [open()],
          [open()],
          [open()],
        ]),
      ),
    ];
    const tableOf = (name: Text, both: readonly Quadrant[]): SkeletonLine[] => [
      [`**${this.say(name)}**`],
      [],
      row(columns),
      delimiter(columns.length),
      ...both.flatMap(rowsOf),
    ];
    return joined([
      tableOf({ id: 'IFAS (faktor internal)', en: 'IFAS (internal factors)' }, ['strengths', 'weaknesses']),
      tableOf({ id: 'EFAS (faktor eksternal)', en: 'EFAS (external factors)' }, ['opportunities', 'threats']),
    ]);
  }

  private strategyList(pairs: readonly StrategyQuadrants[]): Skeleton {
    const isWhole = pairs.length > 1;
    const form = isWhole ? /^(?:SO|WO|ST|WT)\d+$|-/ : new RegExp(`^${pairs[0]?.toUpperCase()}\\d+$`);
    const codes = this.named(form);
    if (codes.length === 0) codes.push(...pairs.map((pair) => this.newLocalCode(pair.toUpperCase())));
    return codes.map((code) => {
      const pair = strategyQuadrants.find((id) => code.startsWith(id.toUpperCase()));
      const basis = pair === undefined ? [] : this.basisOf(pair);
      return [`- ${code}. `, this.fill(), ...(basis.length === 0 ? [] : [' (', ...basis, ')'])];
    });
  }

  private strategyTable(): Skeleton {
    const columns = [this.fieldTitle('code'), this.fieldTitle('strategies'), this.fieldTitle('swot-items')];
    const rows = (['so', 'wo'] as const).map((pair) => {
      const basis = this.basisOf(pair);
      return row([[this.newLocalCode(pair.toUpperCase())], [this.fill()], basis.length === 0 ? [open()] : basis]);
    });
    return [row(columns.map((title) => [title ?? ''])), delimiter(columns.length), ...rows];
  }

  /** The SWOT items that a strategy may name, as stops: the first of each letter, if both letters have one. */
  private basisOf(pair: StrategyQuadrants): SkeletonPart[] {
    const codes = [...pair.toUpperCase()].map((letter) => firstOf(this.known, letter));
    if (codes.some((code) => code === undefined)) return [];
    return codes.flatMap((code, i) => [...(i === 0 ? [] : [', ']), { text: code ?? '' }]);
  }

  private programmes(horizon: Horizon, level: number): Skeleton {
    const fields = this.programmeFields();
    const values = this.programmeValues(horizon);
    if (this.wish.shapes?.programmes !== 'block') return this.fieldTable(fields, values);
    const heading: SkeletonLine = [`${marks(level + 1)} `, ...(values.code ?? []), ' ', ...(values.name ?? [])];
    return [heading, [], ...this.fieldLines(fields.slice(2), values)];
  }

  private programmeFields(): readonly string[] {
    const dimension = this.template.dimensions.find(({ id }) => id === this.dimension);
    // A set of one's own may have no sub-dimensions; then there is nothing to say in that column.
    return dimension !== undefined && dimension.sub.length === 0
      ? programmeFields.filter((id) => id !== 'sub-dimension')
      : programmeFields;
  }

  private programmeValues(horizon: Horizon): FieldParts {
    const strategy = [...this.known].find((code) => /^(SO|WO|ST|WT)\d+$/.test(code));
    return {
      code: this.newCode(codeLettersOfHorizon[horizon]),
      name: [this.programmeName(horizon)],
      indicator: [this.fill()],
      agency: [this.fill()],
      years: [this.year(horizon)],
      strategies: [{ text: strategy ?? '' }],
    };
  }

  /** A quick win is a short-term programme (format 3.4): the one name ties both together. */
  private programmeName(horizon: Horizon): Stop {
    const text = `${this.say(programmeNames[horizon])} ${this.say(placeholderWords)}`;
    return { text, key: `name of ${this.dimension ?? ''} ${horizon}` };
  }

  private year(horizon: Horizon): Stop {
    const first = this.wish.horizons?.[horizon]?.from ?? (horizon === 'short' ? this.wish.period?.from : undefined);
    return first === undefined ? this.fill() : { text: String(first) };
  }

  private quickWins(): Skeleton {
    return this.fieldTable(quickWinFields, { ...this.programmeValues('short'), code: this.newCode('QW') });
  }

  private profile(level: number): Skeleton {
    const values: FieldParts = {
      ...this.programmeValues('short'),
      code: this.newCode('QW'),
      dimension: [this.dimensionOfProfile()],
    };
    const heading: SkeletonLine = [`${marks(level)} `, ...(values.code ?? []), ' ', ...(values.name ?? [])];
    const own = this.template.quickWinFields;
    const [dimension, others] = [
      own.filter(({ id }) => id === 'dimension'),
      own.filter(({ id }) => id !== 'dimension'),
    ];
    return [
      heading,
      [],
      ...this.titledLines(dimension, values),
      ...this.fieldLines(profileFields, values),
      ...this.titledLines(others, values),
    ];
  }

  private dimensionOfProfile(): SkeletonPart {
    const name = this.dimensionName();
    return typeof name === 'string' ? name : { ...name, text: '' };
  }

  private actions(title: string): Skeleton {
    const name = `${title}: ${this.say(placeholderWords)}`;
    const first = this.wish.horizons?.short?.from ?? this.wish.period?.from;
    return this.fieldTable(actionFields, {
      code: [this.newNumbered('RA-')],
      name: [{ text: name }],
      indicator: [this.fill()],
      agency: [this.fill()],
      years: [first === undefined ? this.fill() : { text: String(first) }],
    });
  }

  private gapTable(): Skeleton {
    const columns = [
      this.fieldTitle('dimension') ?? this.say({ id: 'Dimensi', en: 'Dimension' }),
      this.say({ id: 'Kondisi Saat Ini', en: 'Current State' }),
      this.say({ id: 'Kondisi yang Diharapkan', en: 'Expected State' }),
      this.say({ id: 'Kesenjangan', en: 'Gap' }),
      this.say({ id: 'Langkah', en: 'Next Step' }),
    ];
    const rows = this.template.dimensions.map(({ title }) =>
      row([[title[this.language]], [this.fill()], [this.fill()], [this.fill()], [open()]]),
    );
    return [row(columns.map((title) => [title])), delimiter(columns.length), ...rows];
  }

  private roadmapTable(): Skeleton {
    const { from, to } = this.wish.period ?? { from: 2025, to: 2029 };
    const years = Array.from({ length: Math.max(1, Math.min(10, to - from + 1)) }, (_, i) => String(from + i));
    const known = this.wish.period !== undefined;
    const titles = ['code', 'name', 'agency'].map((id) => this.fieldTitle(id) ?? id);
    const header = [...titles.map((title) => [title]), ...years.map((year) => [known ? year : { text: year }])];
    return [row(header), delimiter(header.length), row(header.map(() => [open()]))];
  }

  private summary(): Skeleton {
    const titles = ['name', 'agency', 'years'].map((id) => this.fieldTitle(id) ?? id);
    const tableOf = (): Skeleton => [
      row(titles.map((title) => [title])),
      delimiter(titles.length),
      row(titles.map(() => [open()])),
    ];
    const part = (title: string, content: Skeleton): Skeleton => [[`## ${title}`], [], ...content];
    const { dimensions } = this.template;
    return joined([
      part(this.chapterTitle('vision'), this.prose(this.sectionTitle('vision'))),
      part(
        this.sectionTitle('strategy'),
        dimensions.map(({ title }) => [`- ${title[this.language]}: `, this.fill()]),
      ),
      part(this.sectionTitle('programmes'), tableOf()),
      part(this.sectionTitle('quick-wins'), tableOf()),
    ]);
  }

  private fieldTable(fields: readonly string[], values: FieldParts): Skeleton {
    const titled = fields.flatMap((id) => {
      const title = this.fieldTitle(id);
      return title === undefined ? [] : [{ id, title }];
    });
    return [
      row(titled.map(({ title }) => [title])),
      delimiter(titled.length),
      row(titled.map(({ id }) => values[id] ?? [open()])),
    ];
  }

  private fieldLines(fields: readonly string[], values: FieldParts): Skeleton {
    return this.titledLines(
      fields.flatMap((id) => this.template.fields.filter((field) => field.id === id)),
      values,
    );
  }

  private titledLines(fields: readonly Titled[], values: FieldParts): Skeleton {
    return fields.map(({ id, title }) => [`- ${title[this.language]}: `, ...(values[id] ?? [open()])]);
  }

  private table(titles: readonly string[], rows: number): Skeleton {
    const empty = Array.from({ length: rows }, () => row(titles.map(() => [this.fill()])));
    return [row(titles.map((title) => [title])), delimiter(titles.length), ...empty];
  }

  private fieldTitle(id: string): string | undefined {
    const field =
      this.template.fields.find((candidate) => candidate.id === id) ??
      this.template.quickWinFields.find((candidate) => candidate.id === id);
    return field?.title[this.language];
  }

  private say(text: Text): string {
    return text[this.language];
  }

  private fill(): Stop {
    return { text: this.say(placeholderWords) };
  }

  private newLocalCode(letters: string): string {
    for (let n = 1; ; n++) {
      const code = `${letters}${n}`;
      if (!this.known.has(code)) {
        this.known.add(code);
        return code;
      }
    }
  }

  /** A code `<DIM>-<P|M|L|QW>-<nn>` (format 3.5). */
  private newCode(letters: string): SkeletonPart[] {
    if (this.dimension !== undefined) {
      return [this.newNumbered(`${codeLetters(this.template, this.dimension)}-${letters}-`)];
    }
    const choices = this.template.dimensions.map(({ id }) => codeLetters(this.template, id));
    const code = this.newNumbered(`${unknownLetters}-${letters}-`);
    return [{ text: unknownLetters, key: 'letters', choices }, code.slice(unknownLetters.length)];
  }

  private newNumbered(start: string): string {
    for (let n = 1; ; n++) {
      const code = `${start}${String(n).padStart(2, '0')}`;
      if (!this.known.has(code)) {
        this.known.add(code);
        return code;
      }
    }
  }
}

/** What stands in the fields of a programme, by field id; a field not named is left open. */
interface FieldParts {
  readonly code?: readonly SkeletonPart[];
  readonly name?: readonly SkeletonPart[];
  readonly [field: string]: readonly SkeletonPart[] | undefined;
}

/** A place that may stay as it is: it says nothing, and no rule calls it a placeholder. */
function open(): Stop {
  return { text: '' };
}

function marks(level: number): string {
  return '#'.repeat(Math.min(6, level));
}

function row(cells: readonly (readonly SkeletonPart[])[]): SkeletonLine {
  return ['| ', ...cells.flatMap((cell, i) => (i === 0 ? cell : [' | ', ...cell])), ' |'];
}

function delimiter(columns: number): SkeletonLine {
  return [`|${' --- |'.repeat(columns)}`];
}

function joined(stretches: readonly Skeleton[]): Skeleton {
  return stretches.flatMap((lines, i) => (i === 0 ? lines : [[], ...lines]));
}

function firstOf(codes: ReadonlySet<string>, letter: string): string | undefined {
  return [...codes]
    .filter((code) => code[0] === letter && /^\d+$/.test(code.slice(1)))
    .sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))[0];
}
