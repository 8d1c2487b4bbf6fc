/** Codes and who names them (format 3.5): what is defined where, and every reference to it. */

import type { Chapter, Code, Part, Programme, Reference, Strategy, SwotItem } from '../chapter/chapter';
import {
  bracketsIn,
  bracketsWorthReading,
  codesIn,
  hasBracketsWorthReading,
  referencesInBrackets,
} from '../chapter/codes';
import { contentsOfRows, type RowContent } from '../chapter/row-contents';
import { proseOf } from '../markdown/inline';
import { sightings, textsHolding } from '../markdown/texts';
import { lexiconOf } from '../template/lexicon';
import type { Settings } from '../template/settings';
import { numberOf } from '../template/settings-number';
import { isCovered, mergeRanges, type Range } from '../text/range';
import type { Book } from './book';
import { type JoinedProgramme, joinedProgrammes } from './programmes';

/** A code at the place that gives it its meaning. */
export interface Definition {
  readonly kind: 'swot-item' | 'strategy' | 'programme' | 'quick-win';
  readonly chapter: Chapter;
  readonly part: Part;
  /** Id of the dimension; SWOT and strategy codes are local to it. */
  readonly dimension?: string;
  readonly code: Code;
  /** What the code stands for, in words. */
  readonly text: string;
  readonly item: SwotItem | Strategy | Programme;
}

/** A place that names a code. */
export interface Use {
  readonly chapter: Chapter;
  readonly reference: Reference;
  /** The dimension in which an unqualified code is looked up. */
  readonly dimension?: string;
  /** The strategy or programme that names it; absent in running text. */
  readonly from?: Strategy | Programme;
}

interface Sense {
  readonly dimension: string | undefined;
  readonly target: Reference['target'];
  readonly isQualified: boolean;
  readonly definitions: readonly Definition[];
}

/** A use with what it means; empty where nothing has that code. */
export interface Meaning {
  readonly use: Use;
  readonly definitions: readonly Definition[];
}

/** What one chapter defines and what it names; running text is decided with the whole book (see `usesOf`). */
export interface ChapterReferences {
  readonly definitions: readonly Definition[];
  readonly uses: readonly Use[];
  /** Brackets with nothing but codes in running text. */
  readonly brackets: readonly { readonly dimension?: string; readonly references: readonly Reference[] }[];
}

const ofChapters = new WeakMap<Chapter, ChapterReferences>();

/** The codes of one chapter, found once: a chapter never changes. */
export function chapterReferences(chapter: Chapter, settings: Settings): ChapterReferences {
  let references = ofChapters.get(chapter);
  if (references === undefined) {
    references = readReferences(chapter, settings);
    ofChapters.set(chapter, references);
  }
  return references;
}

function readReferences(chapter: Chapter, settings: Settings): ChapterReferences {
  const definitions: Definition[] = [];
  const uses: Use[] = [];
  const taken: Range[] = [];
  const knownDimension = (reference: Reference) =>
    reference.dimension === undefined ? undefined : lexiconOf(settings).dimensionNamed(reference.dimension)?.id;
  const use = (reference: Reference, dimension: string | undefined, from: Use['from']) => {
    const named = knownDimension(reference);
    // A word before a colon that is no dimension makes no reference (`Tabel:A1`).
    if (reference.dimension !== undefined && named === undefined) return;
    const where = named ?? dimension;
    uses.push({
      chapter,
      reference,
      ...(where === undefined ? {} : { dimension: where }),
      ...(from === undefined ? {} : { from }),
    });
  };
  for (const part of chapter.parts) {
    const { dimension } = part;
    const define = (kind: Definition['kind'], item: Definition['item'], text: string) => {
      if (item.code === undefined) return;
      const definition = { kind, chapter, part, code: item.code, text, item };
      definitions.push(dimension === undefined ? definition : { ...definition, dimension });
    };
    for (const { items } of part.swot) for (const item of items) define('swot-item', item, item.text);
    for (const strategy of part.strategies) {
      define('strategy', strategy, strategy.text);
      for (const reference of strategy.references) use(reference, dimension, strategy);
      taken.push(strategy.textRange, ...strategy.references);
    }
    for (const programme of [...part.programmes, ...part.quickWins]) {
      define(
        programme.place === 'quick-wins' || programme.place === 'profile' ? 'quick-win' : 'programme',
        programme,
        programme.name,
      );
      for (const reference of referencesOf(programme, chapter.source, settings)) use(reference, dimension, programme);
      taken.push({ start: programme.start, end: programme.end });
    }
  }
  const within = mergeRanges(taken);
  const brackets: ChapterReferences['brackets'][number][] = [];
  const worth = bracketsWorthReading(chapter.source).filter((range) => !isCovered(within, range));
  for (const text of textsHolding(chapter.blocks, sightings(worth))) {
    const first = text[0];
    if (first === undefined || isCovered(within, first)) continue;
    for (const prose of proseOf(chapter.source, text)) {
      for (const inside of bracketsIn(chapter.source, prose)) {
        if (isCovered(within, inside)) continue;
        const references = codesIn(chapter.source, inside);
        if (references === undefined) continue;
        const part = chapter.parts.find((candidate) => isCovered([candidate], inside));
        brackets.push({ references, ...optional({ dimension: part?.dimension }) });
      }
    }
  }
  return { definitions, uses, brackets };
}

/** Leaves out the keys whose value is not there. */
function optional<T extends object>(values: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}

/** What rows name, counted from their starts. */
const referencesOfRows = new WeakMap<
  RowContent,
  { readonly settings: number; readonly references: readonly Reference[] }
>();

/** The codes that a programme names: in its reference fields, and in brackets anywhere in it. */
function referencesOf(programme: Programme, source: string, settings: Settings): readonly Reference[] {
  const { row, table, place, horizon, start, end } = programme;
  if (row === undefined || table === undefined || end !== row.end) {
    return readProgrammeReferences(programme, source, settings);
  }
  const content = contentsOfRows(source, place, horizon, table).of(row);
  const known = referencesOfRows.get(content);
  const number = numberOf(settings);
  if (known?.settings === number) return known.references.map((reference) => moved(reference, start));
  const references = readProgrammeReferences(programme, source, settings);
  const ofRow = references.map((reference) => moved(reference, -start));
  referencesOfRows.set(content, { settings: number, references: ofRow });
  return references;
}

function moved(reference: Reference, by: number): Reference {
  return { ...reference, start: reference.start + by, end: reference.end + by };
}

function readProgrammeReferences(programme: Programme, source: string, settings: Settings): Reference[] {
  const lexicon = lexiconOf(settings);
  const references: Reference[] = [];
  const inFields: Range[] = [];
  for (const value of programme.values) {
    const target = lexicon.field(value.field)?.refersTo;
    if (target === undefined || value.text === '') continue;
    const codes = codesIn(source, value, target);
    if (codes === undefined) continue;
    references.push(...codes);
    inFields.push(value);
  }
  if (!hasBracketsWorthReading(source, programme)) return references;
  const fields = mergeRanges(inFields);
  const { section } = programme;
  const inText: readonly Range[] =
    section === undefined
      ? [programme.nameRange, ...programme.values]
      : [programme.nameRange, { start: section.heading.end, end: section.end }];
  for (const range of inText) {
    for (const reference of referencesInBrackets(source, range)) {
      if (!isCovered(fields, reference)) references.push(reference);
    }
  }
  return references;
}

const none: readonly Definition[] = [];

/** All codes of a book, and all that names them. */
export class ReferenceIndex {
  /** Programme and quick-win codes are one set for the whole masterplan. */
  private readonly programmes = new Map<string, Definition[]>();
  /** SWOT items and strategies by dimension, then by code. */
  private readonly local = new Map<string | undefined, Map<string, Definition[]>>();
  /** First parts of programme codes that have a hyphen: `GOV` of `GOV-P-01`. */
  private readonly firstParts = new Set<string>();
  readonly uses: readonly Use[];
  /** Whether any code of a programme is given in several places: those of one programme, or of several. */
  hasSharedProgrammeCodes = false;
  /** By code: what it means where it is looked up in a dimension, as a target, qualified or not. */
  private readonly meant = new Map<string, Sense[]>();
  private known: readonly Meaning[] | undefined;

  constructor(book: Book) {
    const uses: Use[] = [];
    const brackets: { chapter: Chapter; dimension?: string; references: readonly Reference[] }[] = [];
    for (const chapter of book.chapters) {
      const found = chapterReferences(chapter, book.settings);
      for (const definition of found.definitions) this.define(definition);
      for (const use of found.uses) uses.push(use);
      for (const bracket of found.brackets) brackets.push({ chapter, ...bracket });
    }
    // A profile stands in no dimension's chapter; it belongs to that of the programme which it is.
    const dimensionOf = new Map<Programme, string>();
    for (const { dimension, entries } of joinedProgrammes(book)) {
      if (dimension === undefined) continue;
      for (const { programme } of entries) if (programme.place === 'profile') dimensionOf.set(programme, dimension);
    }
    this.uses = [
      ...uses.map((use) => {
        const dimension = use.dimension ?? (use.from && dimensionOf.get(use.from as Programme));
        return dimension === use.dimension || dimension === undefined ? use : { ...use, dimension };
      }),
      ...brackets.flatMap((bracket) => this.usesInText(bracket, book.settings)),
    ];
  }

  private define(definition: Definition): void {
    const { value } = definition.code;
    if (definition.kind === 'programme' || definition.kind === 'quick-win') {
      push(this.programmes, value, definition);
      if (this.programmes.get(value)?.[0] !== definition) this.hasSharedProgrammeCodes = true;
      const hyphen = value.indexOf('-');
      if (hyphen > 0) this.firstParts.add(value.slice(0, hyphen));
      return;
    }
    let codes = this.local.get(definition.dimension);
    if (codes === undefined) {
      codes = new Map();
      this.local.set(definition.dimension, codes);
    }
    push(codes, value, definition);
  }

  /**
   * Brackets in running text are references where they hold a qualified code; in a dimension, where one of them is a
   * code of it; anywhere, where one begins as a programme's code does (format 3.5). All others are text.
   */
  private usesInText(
    bracket: { chapter: Chapter; dimension?: string; references: readonly Reference[] },
    settings: Settings,
  ): Use[] {
    const { chapter, dimension, references } = bracket;
    const lexicon = lexiconOf(settings);
    const uses: Use[] = [];
    const isReference = references.some(
      ({ value, dimension: qualifier }) =>
        qualifier === undefined &&
        ((dimension !== undefined && this.local.get(dimension)?.has(value)) ||
          this.firstParts.has(value.slice(0, Math.max(0, value.indexOf('-'))))),
    );
    for (const reference of references) {
      if (reference.dimension !== undefined) {
        const named = lexicon.dimensionNamed(reference.dimension)?.id;
        if (named !== undefined) uses.push({ chapter, reference, dimension: named });
      } else if (isReference) {
        uses.push({ chapter, reference, ...optional({ dimension }) });
      }
    }
    return uses;
  }

  /** All uses with what they mean: looked up once, whoever asks. */
  get meanings(): readonly Meaning[] {
    this.known ??= this.uses.map((use) => ({ use, definitions: this.definitionsOf(use) }));
    return this.known;
  }

  /**
   * What a use means; empty where nothing has that code. A target only decides between several. Uses that mean the same
   * get the same list.
   */
  definitionsOf({ reference, dimension }: Use): readonly Definition[] {
    const { value, target } = reference;
    const isQualified = reference.dimension !== undefined;
    let ofCode = this.meant.get(value);
    if (ofCode === undefined) {
      ofCode = [];
      this.meant.set(value, ofCode);
    }
    for (const each of ofCode) {
      if (each.dimension === dimension && each.target === target && each.isQualified === isQualified) {
        return each.definitions;
      }
    }
    const definitions = this.lookUp(reference, dimension);
    ofCode.push({ dimension, target, isQualified, definitions });
    return definitions;
  }

  private lookUp(reference: Reference, dimension: string | undefined): readonly Definition[] {
    const local = this.local.get(dimension)?.get(reference.value) ?? none;
    const programmes = reference.dimension === undefined ? (this.programmes.get(reference.value) ?? none) : none;
    const all = local.length === 0 ? programmes : programmes.length === 0 ? local : [...local, ...programmes];
    const { target } = reference;
    if (target === undefined || all.length < 2) return all;
    const wanted = all.filter(({ kind }) => (kind === 'quick-win' ? 'programme' : kind) === target);
    return wanted.length > 0 ? wanted : all;
  }

  /** Codes that could have been meant where a use is looked up: those of its dimension, then the programmes'. */
  codesFor({ reference, dimension }: Use): string[] {
    const local = this.localCodes(dimension);
    return reference.dimension === undefined ? [...local, ...this.programmes.keys()] : local;
  }

  /** The codes of a dimension's SWOT items and strategies. */
  localCodes(dimension: string | undefined): string[] {
    return [...(this.local.get(dimension)?.keys() ?? [])];
  }

  /** Whether any dimension has a SWOT item or strategy of this code. */
  isLocalSomewhere(code: string): boolean {
    for (const codes of this.local.values()) if (codes.has(code)) return true;
    return false;
  }

  /** Whether a programme's code begins with this part (`GOV` of `GOV-P-01`). */
  isFirstPart(part: string): boolean {
    return this.firstParts.has(part);
  }

  programmesOf(code: string): readonly Definition[] {
    return this.programmes.get(code) ?? [];
  }

  programmeCodes(): Iterable<string> {
    return this.programmes.keys();
  }

  /** SWOT items and strategies of one dimension with this code. */
  localOf(dimension: string | undefined, code: string): readonly Definition[] {
    return this.local.get(dimension)?.get(code) ?? [];
  }
}

function push<Key>(map: Map<Key, Definition[]>, key: Key, definition: Definition): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [definition]);
  else there.push(definition);
}

const indexes = new WeakMap<Book, ReferenceIndex>();

/** The index that was made last, so that it serves on where an edit touched no code. */
interface Indexing {
  readonly chapters: readonly Chapter[];
  readonly joined: readonly JoinedProgramme[];
  readonly index: ReferenceIndex;
}

const indexedLast = new WeakMap<Settings, Indexing>();

/** The reference index of a book, made once. */
export function referencesIn(book: Book): ReferenceIndex {
  let index = indexes.get(book);
  if (index === undefined) {
    const { chapters, settings } = book;
    const joined = joinedProgrammes(book);
    const before = indexedLast.get(settings);
    const holds = before !== undefined && before.joined === joined && sameCodes(before.chapters, chapters, settings);
    index = holds ? before.index : new ReferenceIndex(book);
    indexes.set(book, index);
    indexedLast.set(settings, { chapters, joined, index });
  }
  return index;
}

/** Whether chapters are the same, those apart that neither define nor name a code. */
function sameCodes(one: readonly Chapter[], other: readonly Chapter[], settings: Settings): boolean {
  return (
    one.length === other.length &&
    one.every((chapter, at) => {
      const now = other[at] as Chapter;
      return chapter === now || (isSilent(chapter, settings) && isSilent(now, settings));
    })
  );
}

function isSilent(chapter: Chapter, settings: Settings): boolean {
  const { definitions, uses, brackets } = chapterReferences(chapter, settings);
  return definitions.length === 0 && uses.length === 0 && brackets.length === 0;
}
