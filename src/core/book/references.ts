/** Codes and who names them (format 3.5): what is defined where, and every reference to it. */

import type { Chapter, Code, Part, Programme, Reference, Strategy, SwotItem } from '../chapter/chapter';
import {
  bracketsIn,
  bracketsWorthReading,
  codesIn,
  codesInField,
  hasBracketsWorthReading,
  referencesInBrackets,
} from '../chapter/codes';
import type { RowContent } from '../chapter/row-contents';
import { proseOf } from '../markdown/inline';
import { sightings, textsHolding } from '../markdown/texts';
import { lexiconOf } from '../template/lexicon';
import type { Settings } from '../template/settings';
import { numberOf } from '../template/settings-number';
import { UnderSettings } from '../template/under-settings';
import { emptyList, pushAll } from '../text/lists';
import { Attached } from '../text/memo';
import { contains, isCovered, mergeRanges, type Range } from '../text/range';
import type { Book } from './book';
import { isAlike, OfEach } from './of-each';
import { joinedProgrammes, programmesTogether } from './programmes';

/** A code at the place that gives it its meaning. */
export class Definition {
  constructor(
    readonly kind: 'swot-item' | 'strategy' | 'programme' | 'quick-win',
    readonly chapter: Chapter,
    readonly part: Part,
    /** Id of the dimension; SWOT and strategy codes are local to it. */
    readonly dimension: string | undefined,
    readonly code: Code,
    /** What the code stands for, in words. */
    readonly text: string,
    readonly item: SwotItem | Strategy | Programme,
  ) {}
}

/** A place that names a code. */
export class Use {
  constructor(
    readonly chapter: Chapter,
    readonly reference: Reference,
    /** The dimension in which an unqualified code is looked up. */
    readonly dimension: string | undefined,
    /** The strategy or programme that names it; absent in running text. */
    readonly from?: Strategy | Programme,
  ) {}
}

/**
 * The code alone within a reference, without a qualifier, and with the escapes that a converter has given it
 * (`GOV\-P\-01`); nothing in a span (`S1–S3`), where it has no place of its own.
 */
export function codeOfUse({ chapter, reference: { start, end, value } }: Use): Range | undefined {
  const written = chapter.source.slice(start, end);
  const from = written.lastIndexOf(':') + 1;
  return written.slice(from).replaceAll('\\', '') === value ? { start: start + from, end } : undefined;
}

/** A use with what it means; empty where nothing has that code. */
export interface Meaning {
  readonly use: Use;
  readonly definitions: readonly Definition[];
}

/** What one chapter defines and what it names; running text is decided with the whole book (see `CodeShape.usesInText`). */
export class ChapterReferences {
  constructor(
    readonly definitions: readonly Definition[],
    readonly uses: readonly Use[],
    /** Brackets with nothing but codes in running text. */
    readonly brackets: readonly Bracket[],
  ) {}
}

interface Bracket {
  readonly dimension?: string;
  readonly references: readonly Reference[];
  /** Whether it stands in the section of strategies or in the matrix. */
  readonly isAmongStrategies: boolean;
}

const ofChapters = new OfEach<Chapter, ChapterReferences>(readReferences);

/** Finds the codes of a chapter, before its book is asked. */
export function prepareReferences(chapter: Chapter, settings: Settings): void {
  ofChapters.prepare(chapter, settings);
}

/** The codes of one chapter, found once while it is in the book that was asked about last. */
export function chapterReferences(chapter: Chapter, settings: Settings): ChapterReferences {
  return ofChapters.of(chapter, settings);
}

function readReferences(chapter: Chapter, settings: Settings): ChapterReferences {
  const definitions = emptyList<Definition>();
  const uses = emptyList<Use>();
  const taken: Range[] = [];
  const knownDimension = (reference: Reference) =>
    reference.dimension === undefined ? undefined : lexiconOf(settings).dimensionNamed(reference.dimension)?.id;
  const use = (reference: Reference, dimension: string | undefined, from: Use['from']) => {
    const named = knownDimension(reference);
    // A word before a colon that is no dimension makes no reference (`Tabel:A1`).
    if (reference.dimension !== undefined && named === undefined) return;
    uses.push(new Use(chapter, reference, named ?? dimension, from));
  };
  for (const part of chapter.parts) {
    const { dimension } = part;
    const define = (kind: Definition['kind'], item: Definition['item'], text: string) => {
      if (item.code === undefined) return;
      definitions.push(new Definition(kind, chapter, part, dimension, item.code, text, item));
    };
    for (const { items } of part.swot) for (const item of items) define('swot-item', item, item.text);
    for (const strategy of part.strategies) {
      define('strategy', strategy, strategy.text);
      for (const reference of strategy.references) use(reference, dimension, strategy);
      taken.push(strategy.textRange);
      pushAll(taken, strategy.references);
    }
    for (const programme of [...part.programmes, ...part.quickWins]) {
      define(
        programme.place === 'quick-wins' || programme.place === 'profile' ? 'quick-win' : 'programme',
        programme,
        programme.name,
      );
      for (const reference of referencesOf(programme, chapter.source, settings)) use(reference, dimension, programme);
      taken.push(programme);
    }
  }
  const within = mergeRanges(taken);
  const brackets: Bracket[] = [];
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
        const isAmongStrategies = references.some((reference) => standsAmongStrategies(chapter, reference));
        brackets.push({ references, isAmongStrategies, ...optional({ dimension: part?.dimension }) });
      }
    }
  }
  return new ChapterReferences(definitions, uses, brackets);
}

/** What a matrix without codes, or prose, names among the strategies is answered there. */
function standsAmongStrategies({ parts }: Chapter, reference: Reference): boolean {
  return parts.some(({ found }) =>
    found.some((section) => (section.kind === 'tows' || section.kind === 'strategy') && contains(section, reference)),
  );
}

/** Leaves out the keys whose value is not there. */
function optional<T extends object>(values: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}

/** What rows name, counted from their starts. */
const referencesOfRows = new Attached<
  RowContent,
  { readonly settings: number; readonly references: readonly Reference[] }
>();

/** The codes that a programme names: in its reference fields, and in brackets anywhere in it. */
function referencesOf(programme: Programme, source: string, settings: Settings): readonly Reference[] {
  const { content, start } = programme;
  if (content === undefined) return readProgrammeReferences(programme, source, settings);
  const known = referencesOfRows.get(content);
  const number = numberOf(settings);
  if (known?.settings === number) {
    return known.references.length === 0 ? none : known.references.map((reference) => moved(reference, start));
  }
  const references = readProgrammeReferences(programme, source, settings);
  const ofRow = references.map((reference) => moved(reference, -start));
  referencesOfRows.set(content, { settings: number, references: ofRow });
  return references;
}

const none: readonly Reference[] = [];

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
    const codes = codesInField(source, value, target);
    if (codes.length === 0) continue;
    pushAll(references, codes);
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

/** One definition, wherever in the text it has moved to: the how-manieth of its chapter, and that of the book. */
export interface DefinitionPlace {
  readonly kind: Definition['kind'];
  readonly chapter: number;
  readonly definition: number;
}

/** One use with what it means, wherever in the text they have moved to. */
export interface UsePlace {
  /** The how-manieth chapter of the book. */
  readonly chapter: number;
  /** The how-manieth of the chapter's uses; in running text of its brackets, and of the references in it. */
  readonly use: number;
  readonly inBracket?: number;
  readonly from: 'strategy' | 'programme' | 'text';
  /** In running text: whether strategies stand there. */
  readonly isAmongStrategies: boolean;
  readonly value: string;
  readonly dimension: string | undefined;
  readonly definitions: readonly DefinitionPlace[];
}

interface Sense {
  readonly dimension: string | undefined;
  readonly target: Reference['target'];
  readonly isQualified: boolean;
  readonly definitions: readonly DefinitionPlace[];
}

const noPlaces: readonly DefinitionPlace[] = [];

/**
 * Which codes there are, who names them and what is meant: all that does not hang on where in the text they stand. It
 * serves on as long as an edit touches no code.
 */
export class CodeShape {
  /** Programme and quick-win codes are one set for the whole masterplan. */
  readonly programmes = new Map<string, DefinitionPlace[]>();
  /** SWOT items and strategies by dimension, then by code. */
  readonly local = new Map<string | undefined, Map<string, DefinitionPlace[]>>();
  /** First parts of programme codes that have a hyphen: `GOV` of `GOV-P-01`. */
  readonly firstParts = new Set<string>();
  /** By chapter, in the order of its definitions. */
  readonly places: readonly (readonly DefinitionPlace[])[];
  /** Those of fields and items, then those in running text; each in the order of the book. */
  readonly uses: readonly UsePlace[];
  /** Whether any code of a programme is given in several places: those of one programme, or of several. */
  hasSharedProgrammeCodes = false;
  /** By code: what it means where it is looked up in a dimension, as a target, qualified or not. */
  private readonly meant = new Map<string, Sense[]>();

  constructor(book: Book, references: readonly ChapterReferences[]) {
    this.places = references.map(({ definitions }, chapter) =>
      definitions.map((definition, at) => this.define(definition, { kind: definition.kind, chapter, definition: at })),
    );
    // A profile stands in no dimension's chapter; it belongs to that of the programme which it is.
    const dimensionOf = new Map<Programme, string>();
    for (const { dimension, entries } of joinedProgrammes(book)) {
      if (dimension === undefined) continue;
      for (const { programme } of entries) if (programme.place === 'profile') dimensionOf.set(programme, dimension);
    }
    const uses: UsePlace[] = [];
    references.forEach((found, chapter) => {
      found.uses.forEach(({ reference, dimension: own, from }, use) => {
        const dimension = own ?? (from && dimensionOf.get(from as Programme));
        uses.push({
          chapter,
          use,
          from: from !== undefined && 'place' in from ? 'programme' : 'strategy',
          isAmongStrategies: false,
          value: reference.value,
          dimension,
          definitions: this.meaningOf(reference, dimension),
        });
      });
    });
    references.forEach(({ brackets }, chapter) => {
      brackets.forEach((bracket, inBracket) => {
        for (const use of this.usesInText(bracket, book.settings)) uses.push({ ...use, chapter, inBracket });
      });
    });
    this.uses = uses;
  }

  private define(definition: Definition, place: DefinitionPlace): DefinitionPlace {
    const { value } = definition.code;
    if (definition.kind === 'programme' || definition.kind === 'quick-win') {
      push(this.programmes, value, place);
      if (this.programmes.get(value)?.[0] !== place) this.hasSharedProgrammeCodes = true;
      const hyphen = value.indexOf('-');
      if (hyphen > 0) this.firstParts.add(value.slice(0, hyphen));
      return place;
    }
    let codes = this.local.get(definition.dimension);
    if (codes === undefined) {
      codes = new Map();
      this.local.set(definition.dimension, codes);
    }
    push(codes, value, place);
    return place;
  }

  /**
   * Brackets in running text are references where they hold a qualified code; in a dimension, where one of them is a
   * code of it; anywhere, where one begins as a programme's code does (format 3.5). All others are text.
   */
  private usesInText(
    { dimension, references, isAmongStrategies }: Bracket,
    settings: Settings,
  ): Omit<UsePlace, 'chapter'>[] {
    const lexicon = lexiconOf(settings);
    const isReference = references.some(
      ({ value, dimension: qualifier }) =>
        qualifier === undefined &&
        ((dimension !== undefined && this.local.get(dimension)?.has(value)) ||
          this.firstParts.has(value.slice(0, Math.max(0, value.indexOf('-'))))),
    );
    return references.flatMap((reference, use) => {
      const isQualified = reference.dimension !== undefined;
      const where = isQualified ? lexicon.dimensionNamed(reference.dimension as string)?.id : dimension;
      if (isQualified ? where === undefined : !isReference) return [];
      const definitions = this.meaningOf(reference, where);
      return [{ use, from: 'text', isAmongStrategies, value: reference.value, dimension: where, definitions }];
    });
  }

  /** What a reference means where it is looked up. References that mean the same get the same list. */
  meaningOf(reference: Reference, dimension: string | undefined): readonly DefinitionPlace[] {
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

  private lookUp(reference: Reference, dimension: string | undefined): readonly DefinitionPlace[] {
    const local = this.local.get(dimension)?.get(reference.value) ?? noPlaces;
    const programmes =
      reference.dimension === undefined ? (this.programmes.get(reference.value) ?? noPlaces) : noPlaces;
    const all = local.length === 0 ? programmes : programmes.length === 0 ? local : [...local, ...programmes];
    const { target } = reference;
    if (target === undefined || all.length < 2) return all;
    const wanted = all.filter(({ kind }) => (kind === 'quick-win' ? 'programme' : kind) === target);
    return wanted.length > 0 ? wanted : all;
  }
}

/** All codes of a book, and all that names them. */
export class ReferenceIndex {
  private readonly resolved = new Map<readonly DefinitionPlace[], readonly Definition[]>();
  private knownUses: readonly Use[] | undefined;

  /** @param references those of the book's chapters, in their order. */
  constructor(
    readonly shape: CodeShape,
    private readonly chapters: readonly Chapter[],
    private readonly references: readonly ChapterReferences[],
  ) {}

  /** Whether any code of a programme is given in several places: those of one programme, or of several. */
  get hasSharedProgrammeCodes(): boolean {
    return this.shape.hasSharedProgrammeCodes;
  }

  get uses(): readonly Use[] {
    this.knownUses ??= this.shape.uses.map((place) => this.useAt(place));
    return this.knownUses;
  }

  /** All uses with what they mean. */
  get meanings(): readonly Meaning[] {
    return this.uses.map((use) => ({ use, definitions: this.definitionsOf(use) }));
  }

  /** The uses that mean nothing: codes that nothing has. */
  get unknown(): readonly Use[] {
    return this.shape.uses.filter(({ definitions }) => definitions.length === 0).map((place) => this.useAt(place));
  }

  private useAt({ chapter: at, use: number, inBracket, dimension }: UsePlace): Use {
    const { uses, brackets } = this.references[at] as ChapterReferences;
    if (inBracket === undefined) {
      const use = uses[number] as Use;
      if (use.dimension === dimension || dimension === undefined) return use;
      return new Use(use.chapter, use.reference, dimension, use.from);
    }
    const reference = brackets[inBracket]?.references[number] as Reference;
    return new Use(this.chapters[at] as Chapter, reference, dimension);
  }

  /** Of a chapter's definitions those at the given places, as what they define. */
  itemsAt(chapter: Chapter, places: ReadonlySet<DefinitionPlace>): Set<Definition['item']> {
    const at = this.chapters.indexOf(chapter);
    const items = new Set<Definition['item']>();
    const { definitions } = this.references[at] ?? { definitions: [] };
    definitions.forEach(({ item }, number) => {
      if (places.has(this.shape.places[at]?.[number] as DefinitionPlace)) items.add(item);
    });
    return items;
  }

  /**
   * What a use means; empty where nothing has that code. A target only decides between several. Uses that mean the same
   * get the same list.
   */
  definitionsOf({ reference, dimension }: Use): readonly Definition[] {
    return this.definitionsAt(this.shape.meaningOf(reference, dimension));
  }

  private definitionsAt(places: readonly DefinitionPlace[]): readonly Definition[] {
    let definitions = this.resolved.get(places);
    if (definitions === undefined) {
      definitions = places.map(
        ({ chapter, definition }) => this.references[chapter]?.definitions[definition] as Definition,
      );
      this.resolved.set(places, definitions);
    }
    return definitions;
  }

  /** Codes that could have been meant where a use is looked up: those of its dimension, then the programmes'. */
  codesFor({ reference, dimension }: Use): string[] {
    const local = this.localCodes(dimension);
    return reference.dimension === undefined ? [...local, ...this.programmeCodes()] : local;
  }

  /** The codes of a dimension's SWOT items and strategies. */
  localCodes(dimension: string | undefined): string[] {
    return [...(this.shape.local.get(dimension)?.keys() ?? [])];
  }

  /** Whether any dimension has a SWOT item or strategy of this code. */
  isLocalSomewhere(code: string): boolean {
    for (const codes of this.shape.local.values()) if (codes.has(code)) return true;
    return false;
  }

  /** Whether a code with a hyphen begins like one that there is where a use is looked up: `GOV-`, `STR-`. */
  beginsLikeOthers({ reference: { value }, dimension }: Use): boolean {
    const hyphen = value.indexOf('-');
    if (hyphen < 0) return false;
    const first = value.slice(0, hyphen + 1);
    return (
      this.isFirstPart(value.slice(0, hyphen)) || this.localCodes(dimension).some((code) => code.startsWith(first))
    );
  }

  /** Whether a programme's code begins with this part (`GOV` of `GOV-P-01`). */
  isFirstPart(part: string): boolean {
    return this.shape.firstParts.has(part);
  }

  programmesOf(code: string): readonly Definition[] {
    return this.definitionsAt(this.shape.programmes.get(code) ?? noPlaces);
  }

  programmeCodes(): Iterable<string> {
    return this.shape.programmes.keys();
  }

  /** SWOT items and strategies of one dimension with this code. */
  localOf(dimension: string | undefined, code: string): readonly Definition[] {
    return this.definitionsAt(this.shape.local.get(dimension)?.get(code) ?? noPlaces);
  }
}

function push(map: Map<string, DefinitionPlace[]>, key: string, place: DefinitionPlace): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [place]);
  else there.push(place);
}

/** Its version stays while the codes are the same, wherever in the text they stand. */
const shapesOfChapters = new OfEach<ChapterReferences, ChapterReferences>((references) => references, isSameShape);

function isSameShape(one: ChapterReferences, other: ChapterReferences): boolean {
  return (
    isAlike(
      one.definitions,
      other.definitions,
      (a, b) => a.code.value === b.code.value && a.kind === b.kind && a.dimension === b.dimension,
    ) &&
    isAlike(
      one.uses,
      other.uses,
      (a, b) =>
        isSameReference(a.reference, b.reference) &&
        a.dimension === b.dimension &&
        (a.from !== undefined && 'place' in a.from) === (b.from !== undefined && 'place' in b.from),
    ) &&
    isAlike(
      one.brackets,
      other.brackets,
      (a, b) =>
        a.dimension === b.dimension &&
        a.isAmongStrategies === b.isAmongStrategies &&
        isAlike(a.references, b.references, isSameReference),
    )
  );
}

function isSameReference(one: Reference, other: Reference): boolean {
  return (
    one.value === other.value &&
    one.dimension === other.dimension &&
    one.target === other.target &&
    one.inWords === other.inWords
  );
}

/** The index that was made last: it serves on as a whole, or in its shape. */
class Indexing {
  constructor(
    readonly references: readonly ChapterReferences[],
    readonly version: object,
    readonly together: object,
    readonly index: ReferenceIndex,
  ) {}
}

const indexedLast = new UnderSettings<Indexing>();

/** The reference index of a book, made once. */
export function referencesIn(book: Book): ReferenceIndex {
  const { chapters, settings } = book;
  const references = ofChapters.all(chapters, settings);
  const version = shapesOfChapters.version(references, settings);
  const together = programmesTogether(book);
  const before = indexedLast.get(settings);
  const isShape = before !== undefined && before.version === version && before.together === together;
  if (isShape && before.references === references) return before.index;
  const shape = isShape ? before.index.shape : new CodeShape(book, references);
  const index = new ReferenceIndex(shape, chapters, references);
  indexedLast.set(settings, new Indexing(references, version, together, index));
  return index;
}
