/** The manifest `masterplan.yaml` (format 1.1): what a masterplan says of itself, and how it bends the template. */

import type * as z from 'zod/mini';
import type { Finding } from '../language/finding';
import type { Language, Text } from '../language/language';
import type { Span } from '../language/years';
import type { Range } from '../text/range';
import { knownEntries } from './entries';
import { wrongValueOf } from './faults';
import type { Keyed, KeyOf } from './keys';
import * as faults from './manifest-faults';
import { namesOf } from './names';
import { defaultPreset, defaultTemplate, dimensionSets, presets } from './presets/presets';
import {
  agencySchemas,
  bookSchemas,
  chapterSchemas,
  dimensionSchemas,
  fieldSchemas,
  horizonSchemas,
  levelSchema,
  manifestSchemas,
  quickWinSchemas,
  type ReadBy,
  type Schemas,
  sectionSchemas,
  subDimensionSchemas,
  titleSchemas,
} from './schema';
import type { Agency, RuleLevel, Settings } from './settings';
import { slug } from './slug';
import {
  type BookKind,
  type ChapterKind,
  type Dimension,
  type Field,
  type Horizon,
  horizons,
  type SectionKind,
  type SectionUse,
  type Template,
  type Titled,
} from './template';
import { readYaml } from './yaml';
import type { YamlEntry, YamlMap, YamlScalar, YamlValue } from './yaml-tree';

export interface PlacedAgency extends Agency {
  /** The item of the list. */
  readonly range: Range;
}

/** A manifest as far as it can be read. */
export interface Manifest {
  readonly uri: string;
  readonly source: string;
  /** Those of rule `manifest-invalid`. */
  readonly findings: readonly Finding[];
  /** Where the keys stand that are there: top-level ones, and those below with a dot (`horizons.short`). */
  readonly keys: Readonly<Record<string, Range>>;
  /** The same for their values; a key without a value has none. */
  readonly values: Readonly<Record<string, Range>>;
  /** The first line, its end not included: where a finding about the whole masterplan points. */
  readonly firstLine: Range;
  /** The preset with all that the manifest changes in it. */
  readonly template: Template;
  readonly region?: string;
  readonly title?: string;
  readonly language?: Language;
  readonly period?: Span;
  /** As given; `resolveSettings` fills in those that are not. */
  readonly horizons: Readonly<Partial<Record<Horizon, Span>>>;
  readonly agencies: readonly PlacedAgency[];
  readonly rules: Readonly<Record<string, RuleLevel>>;
  readonly quickWins?: Settings['quickWins'];
  readonly exclude: readonly string[];
}

export interface ManifestOptions {
  /** The ids of all rules; without them no id in `rules` is reported as unknown. */
  readonly rules?: readonly string[];
}

/**
 * Reads a manifest. Never throws: what does not fit is left out, and said in the findings; an empty text is a valid
 * manifest.
 * @param uri the file's identity; it is only carried along.
 */
export function readManifest(source: string, uri: string, options: ManifestOptions = {}): Manifest {
  const reader = new Reader(source, options);
  const { root, fault } = readYaml(source);
  const values = reader.read(root);
  return {
    uri,
    source,
    // Where the syntax has a fault, all else may be its consequence.
    findings: fault === undefined ? reader.findings : [fault],
    keys: reader.keys,
    values: reader.values,
    firstLine: firstLineOf(source),
    ...values,
  };
}

function firstLineOf(source: string): Range {
  const start = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const end = source.slice(start).search(/[\r\n]/);
  return { start, end: end < 0 ? source.length : start + end };
}

/** An item of a list with what could be read of it. */
interface Item<S extends Schemas> {
  readonly range: Range;
  readonly entries: ReadonlyMap<string, YamlEntry>;
  readonly read: ReadBy<S>;
}

class Reader {
  readonly findings: Finding[] = [];
  readonly keys: Record<string, Range> = Object.create(null);
  readonly values: Record<string, Range> = Object.create(null);
  private entries: ReadonlyMap<string, YamlEntry> = new Map();

  constructor(
    private readonly source: string,
    private readonly options: ManifestOptions,
  ) {}

  read(root: YamlValue | undefined): Omit<Manifest, 'uri' | 'source' | 'findings' | 'keys' | 'values' | 'firstLine'> {
    if (root?.type === 'map') this.entries = knownEntries(root, 'manifest', this.findings);
    else if (root !== undefined && !isNothing(root)) this.findings.push(faults.manifestWithoutKeys(rangeOf(root)));
    this.place('', this.entries);
    const { region, title, language, period, exclude } = this.readKeys(this.entries, 'manifest', manifestSchemas);
    const horizonYears = this.readMap('horizons', 'horizons', horizonSchemas);
    const quickWins = this.quickWins();
    return {
      template: this.template(),
      ...(region === undefined ? {} : { region }),
      ...(title === undefined ? {} : { title }),
      ...(language === undefined ? {} : { language }),
      ...(period === undefined ? {} : { period }),
      horizons: Object.fromEntries(
        horizons.flatMap((horizon) => {
          const span = horizonYears[horizon];
          return span === undefined ? [] : [[horizon, span] as const];
        }),
      ),
      agencies: this.agencies(),
      rules: this.rules(),
      ...(quickWins === undefined ? {} : { quickWins }),
      exclude: exclude ?? [],
    };
  }

  private place(prefix: string, entries: ReadonlyMap<string, YamlEntry>): void {
    for (const [key, { keyRange, value }] of entries) {
      this.keys[prefix + key] = keyRange;
      if (!isNothing(value)) this.values[prefix + key] = rangeOf(value);
    }
  }

  /** Reads the keys that have a schema, each by itself: one wrong value does not spoil the others. */
  private readKeys<S extends Schemas>(entries: ReadonlyMap<string, YamlEntry>, keyed: Keyed, schemas: S): ReadBy<S> {
    const read: Record<string, unknown> = {};
    for (const [key, schema] of Object.entries(schemas)) {
      const value = entries.get(key)?.value;
      if (value === undefined || isNothing(value)) continue;
      const result = schema.safeParse(plainOf(value));
      if (result.success) read[key] = result.data;
      else this.wrong(keyed, key as KeyOf<Keyed>, part(value, deepestPath(result.error.issues)));
    }
    return read as ReadBy<S>;
  }

  private wrong<K extends Keyed>(keyed: K, key: KeyOf<K>, value: YamlValue): void {
    const written = value.type === 'scalar' ? this.written(value) : undefined;
    const range = rangeOf(value);
    const isId = key === 'id' && written !== undefined;
    this.findings.push(isId ? faults.wrongId(range, written) : wrongValueOf(keyed, key, range, written));
  }

  private written(scalar: YamlScalar): string {
    return typeof scalar.value === 'string' ? scalar.value.trim() : this.source.slice(scalar.start, scalar.end);
  }

  /** The value of a top-level key, where there is one. */
  private value(key: KeyOf<'manifest'>): YamlValue | undefined {
    const value = this.entries.get(key)?.value;
    return value === undefined || isNothing(value) ? undefined : value;
  }

  private readMap<S extends Schemas>(key: KeyOf<'manifest'>, keyed: Keyed, schemas: S): ReadBy<S> {
    const value = this.value(key);
    if (value === undefined) return {};
    if (value.type !== 'map') {
      this.wrong('manifest', key, value);
      return {};
    }
    const entries = knownEntries(value, keyed, this.findings);
    this.place(`${key}.`, entries);
    return this.readKeys(entries, keyed, schemas);
  }

  /** The items of a list, or nothing where the value is no list; what an item may be is its reader's matter. */
  private items(key: KeyOf<'manifest'>): readonly YamlValue[] | undefined {
    const value = this.value(key);
    if (value === undefined) return undefined;
    if (value.type === 'list') return value.items.filter((item) => !isNothing(item));
    this.wrong('manifest', key, value);
    return undefined;
  }

  /** An item that is a map and has an id. */
  private item<S extends Schemas>(
    list: string,
    value: YamlValue,
    keyed: Keyed,
    schemas: S,
  ): (Item<S> & { readonly id: string }) | undefined {
    if (value.type !== 'map') {
      this.findings.push(faults.noMap(list, rangeOf(value)));
      return undefined;
    }
    const entries = knownEntries(value, keyed, this.findings);
    const title = entries.get('title')?.value;
    const titles = title?.type === 'map' ? this.titles(title, keyed) : undefined;
    const asText = titles === undefined ? entries : new Map([...entries].filter(([key]) => key !== 'title'));
    const read = { ...this.readKeys(asText, keyed, schemas), ...titles };
    const id = (read as { readonly id?: string }).id;
    if (id === undefined) {
      if (!entries.has('id')) this.missingId(value, entries);
      return undefined;
    }
    return { id: id.replace(/\*$/, ''), range: rangeOf(value), entries, read };
  }

  /** A title for each language; one alone counts for both. */
  private titles(value: YamlMap, keyed: Keyed): { readonly title?: Text } {
    const before = this.findings.length;
    const { id, en } = this.readKeys(knownEntries(value, 'title', this.findings), 'title', titleSchemas);
    const one = id ?? en;
    if (one !== undefined) return { title: { id: id ?? one, en: en ?? one } };
    if (this.findings.length === before) this.wrong(keyed, 'title' as KeyOf<Keyed>, value);
    return {};
  }

  private missingId(value: YamlMap, entries: ReadonlyMap<string, YamlEntry>): void {
    const name = entries.get('title')?.value ?? entries.get('name')?.value;
    const written = name?.type === 'scalar' ? this.written(name) : '';
    this.findings.push(faults.withoutId(this.source, rangeOf(value), value, written));
  }

  /** Leaves out the items whose id stands in the list before, and reports them. */
  private unique<T extends { readonly id: string; readonly range: Range; readonly idRange?: Range }>(
    items: readonly T[],
  ): T[] {
    const first = new Map<string, T>();
    for (const item of items) {
      const other = first.get(item.id);
      if (other === undefined) first.set(item.id, item);
      else this.findings.push(faults.repeatedId(item.id, item.idRange ?? item.range, other.idRange ?? other.range));
    }
    return [...first.values()];
  }

  private agencies(): PlacedAgency[] {
    const agencies: (PlacedAgency & { readonly idRange?: Range })[] = [];
    for (const value of this.items('agencies') ?? []) {
      const agency = this.agency(value);
      if (agency !== undefined) agencies.push(agency);
    }
    return this.unique(agencies).map(({ id, name, aliases, range }) => ({ id, name, aliases, range }));
  }

  private agency(value: YamlValue): (PlacedAgency & { readonly idRange?: Range }) | undefined {
    const range = rangeOf(value);
    if (value.type === 'scalar') {
      const name = this.written(value);
      return { id: slug(name) || name, name, aliases: [], range };
    }
    if (value.type === 'list') {
      this.findings.push(faults.agencyIsList(range));
      return undefined;
    }
    const entries = knownEntries(value, 'agency', this.findings);
    const { id, name, aliases } = this.readKeys(entries, 'agency', agencySchemas);
    if (name === undefined) {
      const wrong = entries.get('name');
      if (wrong === undefined || isNothing(wrong.value)) this.findings.push(faults.agencyWithoutName(range));
    }
    const known = name ?? id ?? aliases?.[0];
    if (known === undefined) return undefined;
    const idValue = entries.get('id')?.value;
    return {
      id: id ?? (slug(known) || known),
      name: known,
      aliases: aliases ?? [],
      range,
      ...(idValue === undefined ? {} : { idRange: rangeOf(idValue) }),
    };
  }

  private rules(): Record<string, RuleLevel> {
    const rules: Record<string, RuleLevel> = Object.create(null);
    const value = this.value('rules');
    if (value === undefined) return rules;
    if (value.type !== 'map') {
      this.wrong('manifest', 'rules', value);
      return rules;
    }
    const known = this.options.rules;
    const seen = new Set<string>();
    for (const { key, keyRange, value: level } of value.entries) {
      this.keys[`rules.${key}`] = keyRange;
      if (known !== undefined && !known.includes(key)) this.findings.push(faults.unknownRule(key, keyRange, known));
      if (seen.has(key)) {
        this.findings.push(faults.repeatedRule(key, keyRange));
        continue;
      }
      seen.add(key);
      if (isNothing(level)) continue;
      this.values[`rules.${key}`] = rangeOf(level);
      const result = levelSchema.safeParse(plainOf(level));
      if (result.success) rules[key] = result.data;
      else {
        const [written, isOff] =
          level.type === 'scalar' ? [this.written(level), level.value === false] : [undefined, false];
        this.findings.push(faults.wrongLevel(key, rangeOf(level), written, isOff));
      }
    }
    return rules;
  }

  private quickWins(): Settings['quickWins'] | undefined {
    const value = this.value('quick-wins');
    if (
      value?.type === 'scalar' &&
      typeof value.value === 'number' &&
      quickWinSchemas.total.safeParse(value.value).success
    ) {
      this.findings.push(faults.quickWinsAreNumber(rangeOf(value), value.value, this.written(value)));
      return undefined;
    }
    const read = this.readMap('quick-wins', 'quick-wins', quickWinSchemas);
    const both = this.keys['quick-wins.per-dimension'];
    if (read.total !== undefined && read['per-dimension'] !== undefined && both !== undefined) {
      this.findings.push(faults.quickWinsSaidTwice(both));
    }
    if (read.total !== undefined) return { total: read.total };
    return read['per-dimension'] === undefined ? undefined : { perDimension: read['per-dimension'] };
  }

  private template(): Template {
    const base = this.preset();
    const books = this.books(base);
    const sections = this.sections(base);
    const relaxed = new Map(
      sections.changes.flatMap(({ id, read }) => (read.required === undefined ? [] : [[id, read.required]])),
    );
    const use = <T extends { readonly sections: readonly SectionUse[] }>(kind: T): T =>
      relaxed.size === 0 || !kind.sections.some(({ id }) => relaxed.has(id))
        ? kind
        : {
            ...kind,
            sections: kind.sections.map(({ id, required }) => ({ id, required: relaxed.get(id) ?? required })),
          };
    const { fields, quickWinFields } = this.fields(base);
    const template: Template = {
      ...base,
      books,
      dimensions: this.dimensions(base),
      chapters: eachBy(this.chapters(base, books, sections.kinds), use),
      sections: eachBy(sections.kinds, use),
      fields,
      quickWinFields,
    };
    // Whatever is made ready for a template is made once, for all masterplans that leave it as it is.
    const keys = Object.keys(template) as (keyof Template)[];
    return keys.every((key) => template[key] === base[key]) ? base : template;
  }

  private preset(): Template {
    const value = this.value('template');
    // A value that is no text was reported with the other keys.
    if (value?.type !== 'scalar') return defaultTemplate;
    const name = this.written(value);
    if (Object.hasOwn(presets, name)) return presets[name] as Template;
    this.findings.push(faults.unknownPreset(rangeOf(value), name, Object.keys(presets)));
    return presets[defaultPreset] ?? defaultTemplate;
  }

  private dimensions(base: Template): readonly Dimension[] {
    const value = this.value('dimensions');
    if (value === undefined) return base.dimensions;
    const sets = Object.keys(dimensionSets);
    if (value.type === 'scalar') {
      const name = this.written(value);
      if (Object.hasOwn(dimensionSets, name)) return dimensionSets[name] as readonly Dimension[];
      this.findings.push(faults.wrongDimensions(rangeOf(value), sets, name));
      return base.dimensions;
    }
    if (value.type !== 'list') {
      this.findings.push(faults.wrongDimensions(rangeOf(value), sets));
      return base.dimensions;
    }
    const items: (Dimension & { readonly range: Range })[] = [];
    for (const item of value.items) {
      if (isNothing(item)) continue;
      const dimension = this.dimension(item, base);
      if (dimension !== undefined) items.push({ ...dimension, range: rangeOf(item) });
    }
    if (items.length === 0) {
      if (value.items.length === 0) this.findings.push(faults.wrongDimensions(rangeOf(value), sets));
      return base.dimensions;
    }
    return this.unique(items).map(({ range: _, ...dimension }) => dimension);
  }

  private dimension(value: YamlValue, base: Template): Dimension | undefined {
    const templates = [base, ...Object.values(presets)];
    if (value.type === 'scalar') {
      const name = this.written(value);
      for (const template of templates) {
        const known = namesOf(template).dimension(name);
        if (known !== undefined) return known;
      }
      const ids = [...new Set(templates.flatMap(({ dimensions }) => dimensions.map(({ id }) => id)))];
      this.findings.push(faults.unknownDimension(rangeOf(value), name, ids));
      return undefined;
    }
    const item = this.item('dimensions', value, 'dimension', dimensionSchemas);
    if (item === undefined) return undefined;
    const { id, read } = item;
    const known = templates.flatMap(({ dimensions }) => dimensions).find((dimension) => dimension.id === id);
    const titled = this.titled(item, known);
    return {
      ...titled,
      wrong: read.wrong ?? known?.wrong ?? [],
      sub: this.subDimensions(item.entries.get('sub')) ?? known?.sub ?? [],
    };
  }

  private subDimensions(entry: YamlEntry | undefined): Titled[] | undefined {
    if (entry === undefined || isNothing(entry.value)) return undefined;
    const { value } = entry;
    if (value.type !== 'list') {
      this.wrong('dimension', 'sub', value);
      return undefined;
    }
    const subs: (Titled & { readonly range: Range })[] = [];
    for (const item of value.items) {
      if (isNothing(item)) continue;
      if (item.type === 'scalar') {
        const name = this.written(item);
        subs.push({ id: slug(name) || name, title: { id: name, en: name }, also: [], range: rangeOf(item) });
        continue;
      }
      const read = this.item('sub', item, 'sub-dimension', subDimensionSchemas);
      if (read !== undefined) subs.push({ ...this.titled(read, undefined), range: read.range });
    }
    return this.unique(subs).map(({ range: _, ...sub }) => sub);
  }

  /** Id, title and other names of an item; what it does not give is taken from what is known under its id. */
  private titled(
    item: Item<Schemas> & { readonly id: string; readonly read: Pick<ReadBy<typeof bookSchemas>, 'title' | 'also'> },
    known: Titled | undefined,
  ): Titled {
    const { id, read, entries } = item;
    if (read.title === undefined && known === undefined && !entries.has('title')) {
      this.findings.push(faults.withoutTitle(id, rangeOf(entries.get('id')?.value ?? item.range)));
    }
    return { id, title: read.title ?? known?.title ?? { id, en: id }, also: read.also ?? known?.also ?? [] };
  }

  private books(base: Template): readonly BookKind[] {
    const items = this.items('books');
    if (items === undefined || items.length === 0) return base.books;
    const books: (BookKind & { readonly range: Range })[] = [];
    for (const value of items) {
      if (value.type === 'scalar') {
        const name = this.written(value);
        const known = namesOf(base).book(name);
        if (known !== undefined) books.push({ ...known, range: rangeOf(value) });
        else {
          const ids = base.books.map(({ id }) => id);
          this.findings.push(faults.unknownBook(rangeOf(value), name, ids));
        }
        continue;
      }
      const item = this.item('books', value, 'book', bookSchemas);
      if (item === undefined) continue;
      books.push({
        ...this.titled(
          item,
          base.books.find(({ id }) => id === item.id),
        ),
        range: item.range,
      });
    }
    return books.length === 0 ? base.books : this.unique(books).map(({ range: _, ...book }) => book);
  }

  private changes<S extends Schemas>(key: 'chapters' | 'sections' | 'fields', keyed: Keyed, schemas: S) {
    const items = (this.items(key) ?? []).flatMap((value) => this.item(key, value, keyed, schemas) ?? []);
    return this.unique(items);
  }

  private sections(base: Template) {
    const changes = this.changes('sections', 'section', sectionSchemas);
    const ids = [...new Set([...base.sections.map(({ id }) => id), ...changes.map(({ id }) => id)])];
    const change = (item: (typeof changes)[number], known: SectionKind | undefined): SectionKind => ({
      ...this.titled(item, known),
      sections: this.uses(item, ids) ?? known?.sections ?? [],
      group: item.read.group ?? known?.group ?? false,
    });
    return { kinds: merged(base.sections, changes, change), changes };
  }

  private chapters(
    base: Template,
    books: readonly BookKind[],
    sections: readonly SectionKind[],
  ): readonly ChapterKind[] {
    const changes = this.changes('chapters', 'chapter', chapterSchemas);
    const ids = sections.map(({ id }) => id);
    return merged(base.chapters, changes, (item, known): ChapterKind => {
      const { read } = item;
      const perDimension = known?.required === 'per-dimension';
      return {
        ...this.titled(item, known),
        book: this.bookOf(item, books) ?? known?.book ?? 'any',
        once: read.once ?? known?.once ?? false,
        // A kind that stands for a dimension each does so whether it is required or not.
        required: perDimension ? 'per-dimension' : (read.required ?? known?.required ?? false),
        ...(perDimension && read.required === false ? { optional: true } : {}),
        sections: this.uses(item, ids) ?? known?.sections ?? [],
      };
    });
  }

  private bookOf(item: Item<typeof chapterSchemas>, books: readonly BookKind[]): string | undefined {
    const { book } = item.read;
    const value = item.entries.get('book')?.value;
    if (book === undefined || value === undefined) return undefined;
    const ids = ['any', ...books.map(({ id }) => id)];
    if (ids.includes(book)) return book;
    this.findings.push(wrongValueOf('chapter', 'book', rangeOf(value), book, ids));
    return undefined;
  }

  /** The sections that an item lists; those that nobody knows are reported and left out. */
  private uses(
    item: Item<Schemas> & { readonly read: { readonly sections?: readonly SectionUse[] } },
    ids: readonly string[],
  ): readonly SectionUse[] | undefined {
    const list = item.read.sections;
    const value = item.entries.get('sections')?.value;
    if (list === undefined || value?.type !== 'list') return undefined;
    const known: SectionUse[] = [];
    list.forEach((use, at) => {
      const place = value.items[at];
      if (ids.includes(use.id)) known.push(use);
      else if (place !== undefined) this.findings.push(faults.unknownSection(use, rangeOf(place), ids));
    });
    return known;
  }

  private fields(base: Template): Pick<Template, 'fields' | 'quickWinFields'> {
    const changes = this.changes('fields', 'field', fieldSchemas);
    const change = (item: (typeof changes)[number], known: Field | undefined): Field => {
      const { read } = item;
      const refersTo = read['refers-to'] ?? known?.refersTo;
      return {
        ...this.titled(item, known),
        required: read.required ?? ((read.id?.endsWith('*') ?? false) || (known?.required ?? false)),
        ...(refersTo === undefined ? {} : { refersTo }),
      };
    };
    const inProfiles = changes.filter(
      ({ id }) => base.quickWinFields.some((field) => field.id === id) && !base.fields.some((field) => field.id === id),
    );
    return {
      fields: merged(
        base.fields,
        changes.filter((item) => !inProfiles.includes(item)),
        change,
      ),
      quickWinFields: merged(base.quickWinFields, inProfiles, change),
    };
  }
}

/** The list with each item changed; the same list where none is. */
function eachBy<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  const changed = list.map(change);
  return changed.every((item, at) => item === list[at]) ? list : changed;
}

/** The known list with the changes by id: what is known keeps its place, what is new follows. */
function merged<T extends { readonly id: string }, C extends { readonly id: string }>(
  known: readonly T[],
  changes: readonly C[],
  change: (item: C, known: T | undefined) => T,
): readonly T[] {
  if (changes.length === 0) return known;
  const byId = new Map(changes.map((item) => [item.id, item]));
  const result = known.map((kind) => {
    const item = byId.get(kind.id);
    byId.delete(kind.id);
    return item === undefined ? kind : change(item, kind);
  });
  for (const item of byId.values()) result.push(change(item, undefined));
  return result;
}

/** A value as plain data, for a schema. */
function plainOf(value: YamlValue): unknown {
  if (value.type === 'scalar') return value.value;
  if (value.type === 'list') return value.items.map(plainOf);
  return Object.fromEntries(value.entries.map((entry) => [entry.key, plainOf(entry.value)]));
}

/** Where the first complaint stands; of a value that may have several forms, where the nearest form complains. */
function deepestPath(issues: readonly z.core.$ZodIssue[]): readonly PropertyKey[] {
  const issue = issues[0];
  if (issue === undefined) return [];
  if (issue.code !== 'invalid_union') return issue.path;
  const paths = issue.errors.map(deepestPath);
  return [...issue.path, ...paths.reduce((deep, path) => (path.length > deep.length ? path : deep), [])];
}

/** The part of a value that a schema's complaint is about; as deep as the path can be followed. */
function part(value: YamlValue, path: readonly PropertyKey[]): YamlValue {
  let at = value;
  for (const step of path) {
    const next =
      at.type === 'list'
        ? at.items[Number(step)]
        : at.type === 'map'
          ? at.entries.find((entry) => entry.key === step)?.value
          : undefined;
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

function isNothing(value: YamlValue): boolean {
  return value.type === 'scalar' && (value.value === null || value.value === '');
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}
