/** Keys and values of frontmatter and manifest, with what they mean: for suggestions and for the pointer. */

import type { Book } from '../../book/book';
import type { Chapter } from '../../chapter/chapter';
import type { Language, Text } from '../../language/language';
import {
  agencyKeys,
  bookKeys,
  chapterKeys,
  dimensionKeys,
  fieldKeys,
  frontmatterKeys,
  horizonKeys,
  type KeyDescription,
  type KeyDescriptions,
  manifestKeys,
  quickWinKeys,
  sectionKeys,
  subDimensionKeys,
  titleKeys,
} from '../../template/key-meanings';
import { referredTo } from '../../template/keys';
import { defaultTemplate, dimensionSets, presets } from '../../template/presets/presets';
import { levels } from '../../template/schema';
import type { Settings } from '../../template/settings';
import type { Titled } from '../../template/template';
import type { Range } from '../../text/range';
import type { Asking, Suggestion } from './suggestion';
import { type YamlPlace, yamlPlaceAt } from './yaml-place';

/** What a host knows besides the book. */
export interface KeyContext {
  readonly language: Language;
  readonly asking: Asking;
  /** The rules with their titles; rooms to the right of this one have them. */
  readonly rules: readonly { readonly id: string; readonly title: Text }[];
}

/** A key or a value with what it means. */
export interface KeyCard {
  readonly range: Range;
  readonly name: string;
  readonly text: string;
  /** What its value looks like; absent for a value. */
  readonly expects?: string;
  readonly values?: readonly string[];
}

/** One value that a key may have. */
interface Value {
  readonly text: string;
  readonly title?: string;
  /** Whether a `*` may follow it, and then says that it is required. */
  readonly starred?: true;
}

// ---- Frontmatter

/**
 * Suggestions between the `---` lines of a file in a masterplan, a chapter already or not yet.
 * @param settings of the masterplan; `chapter` where the file is one.
 */
export function suggestFrontmatter(
  source: string,
  content: Range,
  offset: number,
  settings: Settings,
  context: KeyContext,
  around?: { readonly book: Book; readonly chapter?: Chapter },
): Suggestion[] {
  const place = yamlPlaceAt(source, content, offset);
  if (place === undefined) return [];
  const values = (key: string) => frontmatterValues(key, settings, context, around);
  if (place.path.length === 0 && place.role === 'key') {
    return keySuggestions(place, frontmatterKeys, context, (key) => values(key).length > 0);
  }
  const key = place.path[0];
  if (key === undefined || place.role !== 'value') return [];
  return valueSuggestions(source, place, values(key));
}

/** What the key or the value at an offset of frontmatter means. */
export function frontmatterCard(
  source: string,
  content: Range,
  offset: number,
  settings: Settings,
  context: KeyContext,
): KeyCard | undefined {
  const place = yamlPlaceAt(source, content, offset);
  if (place === undefined) return undefined;
  if (place.role === 'key')
    return place.path.length === 0 ? keyCard(source, place, frontmatterKeys, context) : undefined;
  return valueCard(source, place, frontmatterValues(place.path[0] ?? '', settings, context));
}

function frontmatterValues(
  key: string,
  { template, agencies }: Settings,
  { language, asking }: KeyContext,
  around?: { readonly book: Book; readonly chapter?: Chapter },
): Value[] {
  switch (key) {
    case 'chapter':
      return titled(
        template.chapters.map((kind) => ({ ...kind, title: withoutName(kind.title) })),
        language,
      );
    case 'dimension': {
      const others = around?.book.chapters.filter((chapter) => chapter !== around.chapter) ?? [];
      const taken = new Set(others.flatMap(({ dimension }) => dimension ?? []));
      // Those without a chapter first: it is for one of them that a new file is made.
      const free = template.dimensions.filter(({ id }) => !taken.has(id));
      return titled([...free, ...template.dimensions.filter(({ id }) => taken.has(id))], language);
    }
    case 'book':
      return titled(template.books, language);
    case 'title':
      return around?.chapter?.title === undefined ? [] : [{ text: around.chapter.title.text }];
    case 'owner':
    case 'contributors':
      return agencies.flatMap(({ name, aliases }) => [
        ...aliases.map((alias) => ({ text: alias, title: name })),
        { text: name },
      ]);
    case 'updated':
      return asking.today === undefined
        ? []
        : [{ text: asking.today, title: { id: 'hari ini', en: 'today' }[language] }];
    case 'status':
      return statuses.map(({ text, title }) => ({ text, title: title[language] }));
    case 'lang':
      return languages;
    default:
      return [];
  }
}

const statuses: readonly { readonly text: string; readonly title: Text }[] = [
  { text: 'draft', title: { id: 'sedang ditulis', en: 'being written' } },
  { text: 'review', title: { id: 'sedang ditinjau', en: 'being reviewed' } },
  { text: 'final', title: { id: 'selesai', en: 'done' } },
];

const languages: Value[] = [
  { text: 'id', title: 'Bahasa Indonesia' },
  { text: 'en', title: 'English' },
];

/** A title that stands for a dimension's name says so in words. */
function withoutName({ id, en }: Text): Text {
  return { id: id.replace('{dimension}', 'Satu Dimensi'), en: en.replace('{dimension}', 'One Dimension') };
}

// ---- Manifest

/** Suggestions in a manifest. */
export function suggestManifest(source: string, offset: number, settings: Settings, context: KeyContext): Suggestion[] {
  const place = yamlPlaceAt(source, { start: 0, end: source.length }, offset);
  if (place === undefined) return [];
  const values = (path: readonly string[]) => manifestValues(path, settings, context);
  const keys = keysAt(place.path, context);
  if (place.role === 'key') {
    return keys === undefined
      ? []
      : keySuggestions(place, keys, context, (key) => values([...place.path, key]).length > 0);
  }
  const suggestions = valueSuggestions(source, place, values(place.path));
  // An item may be a name, or the first key of a map.
  if (place.path.at(-1) !== '[]' || keys === undefined || place.inFlow) return suggestions;
  return [...suggestions, ...keySuggestions(place, keys, context, (key) => values([...place.path, key]).length > 0)];
}

/** What the key or the value at an offset of a manifest means. */
export function manifestCard(
  source: string,
  offset: number,
  settings: Settings,
  context: KeyContext,
): KeyCard | undefined {
  const place = yamlPlaceAt(source, { start: 0, end: source.length }, offset);
  if (place === undefined) return undefined;
  const keys = place.role === 'key' ? keysAt(place.path, context) : undefined;
  return keys === undefined
    ? valueCard(source, place, manifestValues(place.path, settings, context))
    : keyCard(source, place, keys, context);
}

const keysByPath: Readonly<Record<string, KeyDescriptions>> = {
  '': manifestKeys,
  horizons: horizonKeys,
  'quick-wins': quickWinKeys,
  'agencies []': agencyKeys,
  'books []': bookKeys,
  'dimensions []': dimensionKeys,
  'dimensions [] sub []': subDimensionKeys,
  'chapters []': chapterKeys,
  'sections []': sectionKeys,
  'fields []': fieldKeys,
};

function keysAt(path: readonly string[], { rules }: KeyContext): KeyDescriptions | undefined {
  if (path.join(' ') === 'rules') return ruleKeys(rules);
  if (path.length > 1 && path.at(-1) === 'title') return titleKeys;
  const name = path.join(' ');
  return Object.hasOwn(keysByPath, name) ? keysByPath[name] : undefined;
}

function ruleKeys(rules: KeyContext['rules']): KeyDescriptions {
  const expects = { id: 'off, hint, info, warning, atau error', en: 'off, hint, info, warning or error' };
  return Object.fromEntries(rules.map(({ id, title }) => [id, { description: title, expects, values: levels }]));
}

const levelTitles: Readonly<Record<(typeof levels)[number], Text>> = {
  off: { id: 'tidak dilaporkan', en: 'not reported' },
  hint: { id: 'petunjuk', en: 'hint' },
  info: { id: 'informasi', en: 'information' },
  warning: { id: 'peringatan', en: 'warning' },
  error: { id: 'kesalahan', en: 'error' },
};

function manifestValues(path: readonly string[], { template }: Settings, { language }: KeyContext): Value[] {
  const name = path.join(' ');
  const { chapters, sections, fields, quickWinFields } = defaultTemplate;
  switch (name) {
    case 'template':
      return Object.keys(presets).map((text) => ({ text, title: namesOfSet(text, language) }));
    case 'dimensions':
      return Object.keys(dimensionSets).map((text) => ({ text, title: namesOfSet(text, language) }));
    case 'language':
      return languages;
    case 'dimensions []':
    case 'dimensions [] id':
      return titled(allDimensions(), language);
    case 'books []':
    case 'books [] id':
      return titled(defaultTemplate.books, language);
    case 'chapters [] id':
      return titled(
        chapters.map((kind) => ({ ...kind, title: withoutName(kind.title) })),
        language,
      );
    case 'chapters [] book':
      return [
        ...titled(template.books, language),
        { text: 'any', title: { id: 'buku mana pun', en: 'any book' }[language] },
      ];
    case 'chapters [] required':
      return [{ text: 'true' }, { text: 'false' }, { text: 'per-dimension' }];
    case 'chapters [] once':
    case 'sections [] required':
    case 'sections [] group':
    case 'fields [] required':
      return [{ text: 'true' }, { text: 'false' }];
    case 'chapters [] sections []':
    case 'sections [] sections []':
      return titled(template.sections, language).map((value) => ({ ...value, starred: true }));
    case 'sections [] id':
      return titled(sections, language);
    case 'fields [] id':
      return titled([...fields, ...quickWinFields], language);
    case 'fields [] refers-to':
      return referredTo.map((text) => ({ text }));
    default:
      return path[0] === 'rules' && path.length === 2
        ? levels.map((text) => ({ text, title: levelTitles[text][language] }))
        : [];
  }
}

function allDimensions(): Titled[] {
  const seen = new Map<string, Titled>();
  for (const set of Object.values(dimensionSets)) {
    for (const dimension of set) if (!seen.has(dimension.id)) seen.set(dimension.id, dimension);
  }
  return [...seen.values()];
}

function namesOfSet(set: string, language: Language): string {
  return (dimensionSets[set] ?? []).map(({ title }) => title[language]).join(', ');
}

function titled(list: readonly Titled[], language: Language): Value[] {
  const seen = new Set<string>();
  return list.flatMap(({ id, title }) => {
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ text: id, title: title[language] }];
  });
}

// ---- What is written

/** Keys that hold more than one line or value get a beginning of that shape. */
const shapes: Readonly<Record<string, string>> = {
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: the editor's snippet syntax
  horizons: 'horizons: { short: ${1}, medium: ${2}, long: ${3} }',
  'quick-wins': 'quick-wins: { per-dimension: ${1:1} }',
  agencies: 'agencies:\n  - ${1}',
  books: 'books:\n  - ${1}',
  chapters: 'chapters:\n  - id: ${1}',
  sections: 'sections:\n  - id: ${1}',
  fields: 'fields:\n  - id: ${1}',
  rules: 'rules:\n  ${1}',
  exclude: 'exclude: [${1}]',
  contributors: 'contributors: [${1}]',
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: the editor's snippet syntax
};

function keySuggestions(
  place: YamlPlace,
  keys: KeyDescriptions,
  { language }: KeyContext,
  hasValues: (key: string) => boolean,
): Suggestion[] {
  return Object.entries(keys)
    .filter(([key]) => !place.beside.has(key))
    .map(([key, description]): Suggestion => {
      const shape = place.inFlow || place.path.length > 0 ? undefined : shapes[key];
      const written = place.hasColon ? { insert: key } : { insert: shape ?? `${key}: ` };
      return {
        kind: 'key',
        label: key,
        documentation: meaningOf(description, language),
        ...written,
        ...(shape === undefined || place.hasColon ? {} : { isSnippet: true as const }),
        range: place.range,
        ...(place.hasColon || (shape === undefined && !hasValues(key)) ? {} : { goesOn: true as const }),
      };
    });
}

function meaningOf({ description, expects }: KeyDescription, language: Language): string {
  const holds = { id: 'Isi', en: 'Value' }[language];
  return `${description[language]}\n\n${holds}: ${expects[language]}`;
}

function valueSuggestions(source: string, place: YamlPlace, values: readonly Value[]): Suggestion[] {
  const before = source[place.range.start - 1] ?? '';
  const lead = before === ':' || (place.inFlow && before === ',') ? ' ' : '';
  return values
    .filter(({ text }) => !place.beside.has(text) && !place.beside.has(`${text}*`))
    .map(({ text, title }): Suggestion => {
      const written = place.inFlow || text.includes(': ') || text.includes(' #') ? quoted(text, place.inFlow) : text;
      return {
        kind: 'value',
        label: text,
        ...(title === undefined ? {} : { detail: title }),
        insert: `${lead}${written}`,
        range: place.range,
        filter: title === undefined ? text : `${text} ${title}`,
      };
    });
}

/** A name with a comma has to be quoted among others in one line. */
function quoted(text: string, inFlow: boolean): string {
  return (inFlow && /[,[\]{}]/.test(text)) || /: | #/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : text;
}

function keyCard(source: string, place: YamlPlace, keys: KeyDescriptions, context: KeyContext): KeyCard | undefined {
  const { start, end } = place.range;
  const name = source.slice(start, end).replace(/^(["'])(.*)\1$/, '$2');
  const description = Object.hasOwn(keys, name) ? keys[name] : undefined;
  if (description === undefined) return undefined;
  return {
    range: { start, end },
    name,
    text: description.description[context.language],
    expects: description.expects[context.language],
    ...(description.values === undefined ? {} : { values: description.values }),
  };
}

function valueCard(source: string, place: YamlPlace, values: readonly Value[]): KeyCard | undefined {
  const { start, end } = place.range;
  const name = source.slice(start, end).replace(/^(["'])(.*)\1$/, '$2');
  const value = values.find(({ text, starred }) => text === name || (starred && `${text}*` === name));
  if (value?.title === undefined) return undefined;
  return { range: { start, end }, name, text: value.title };
}
