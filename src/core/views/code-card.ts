/** What a code is, on a card: shown where the pointer rests on it, and beside it in lists of suggestions. */

import type { Book } from '../book/book';
import { type CodePlace, usesOf } from '../book/codes';
import { joinedProgrammes } from '../book/programmes';
import type { Definition, Use } from '../book/references';
import type { Programme } from '../chapter/chapter';
import { valuesOf } from '../chapter/programmes';
import type { Language, Text } from '../language/language';
import { lexiconOf } from '../template/lexicon';
import type { Settings } from '../template/settings';
import { quadrantLetters, quadrants } from '../template/template';
import type { Range } from '../text/range';

/** A place that names the code, in words. */
export interface NamedBy {
  readonly uri: string;
  readonly range: Range;
  /** `SO1 Memperluas layanan`; the chapter's title where running text, a roadmap or a summary names it. */
  readonly label: string;
}

export interface CodeCard {
  readonly code: string;
  /** `Kekuatan Smart Governance`, `Program jangka pendek Smart Living`. */
  readonly kind: string;
  /** The item's or the strategy's words, the programme's name. */
  readonly text: string;
  /** What else has the code, though it is something else: the words of each. */
  readonly others: readonly string[];
  /** Fields of a programme that say something, by their titles. */
  readonly fields: readonly { readonly title: string; readonly text: string }[];
  readonly namedBy: readonly NamedBy[];
}

const cardFields = ['agency', 'years', 'indicator', 'target', 'budget'];

/**
 * The card of the code at a place; nothing where nothing defines it. Of several things with that code it is about the one
 * at the place, else about the first.
 */
export function codeCard(book: Book, place: CodePlace, language: Language): CodeCard | undefined {
  const here = place.definitions.find(
    ({ chapter, code }) => place.isDefinition && chapter === place.chapter && code.start === place.range.start,
  );
  const one = sameThing(book, place.definitions, here ?? place.definitions[0]);
  const [definition] = one;
  if (definition === undefined) return undefined;
  const words = new Set(one.map(({ text }) => text));
  const others = place.definitions.filter((other) => !one.includes(other) && !words.has(other.text));
  return {
    code: place.value,
    kind: kindOf(definition, book.settings)[language],
    text: definition.text,
    others: [...new Set(others.map(({ text }) => text))],
    fields: fieldsOf(one, book.settings, language),
    namedBy: usesOf(book, place.definitions).map(namedBy),
  };
}

/**
 * The definitions that are the same thing as one of them: a programme in all its places, a strategy in the matrix and in
 * its section. A SWOT item stands alone.
 */
function sameThing(book: Book, all: readonly Definition[], one: Definition | undefined): readonly Definition[] {
  if (one === undefined || one.kind === 'strategy') return one === undefined ? [] : all;
  if (one.kind === 'swot-item') return [one];
  const joined = joinedProgrammes(book).find(({ entries }) => entries.some(({ programme }) => programme === one.item));
  return all.filter((other) => other === one || joined?.entries.some(({ programme }) => programme === other.item));
}

/** What kind of thing a definition is, with its dimension. */
export function kindOf(definition: Definition, settings: Settings): Text {
  const own = ownKind(definition, settings);
  const dimension = settings.template.dimensions.find(({ id }) => id === definition.dimension)?.title;
  return dimension === undefined ? own : { id: `${own.id} ${dimension.id}`, en: `${own.en}, ${dimension.en}` };
}

function ownKind({ kind, code, item }: Definition, settings: Settings): Text {
  const sectionTitle = (id: string): Text | undefined =>
    settings.template.sections.find((section) => section.id === id)?.title;
  switch (kind) {
    case 'swot-item': {
      const quadrant = quadrants.find((id) => quadrantLetters[id] === code.value[0]);
      return (quadrant && sectionTitle(quadrant)) ?? { id: 'Butir SWOT', en: 'SWOT item' };
    }
    case 'strategy':
      return { id: 'Strategi', en: 'Strategy' };
    case 'quick-win':
      return { id: 'Quick win', en: 'Quick win' };
    case 'programme': {
      const { horizon } = item as Programme;
      return (horizon && sectionTitle(`programmes-${horizon}`)) ?? { id: 'Program', en: 'Programme' };
    }
  }
}

function fieldsOf(definitions: readonly Definition[], settings: Settings, language: Language): CodeCard['fields'] {
  const lexicon = lexiconOf(settings);
  return cardFields.flatMap((id) => {
    const values = definitions.flatMap(({ item }) => ('values' in item ? valuesOf(item, id) : []));
    const title = lexicon.field(id)?.title[language];
    if (values.length === 0 || title === undefined) return [];
    return [{ title, text: [...new Set(values.map(({ text }) => text))].join(', ') }];
  });
}

function namedBy({ chapter, reference, from }: Use): NamedBy {
  const range = { start: reference.start, end: reference.end };
  // A row of a roadmap or a summary has the code and the name that the card is about already.
  const isMention = from !== undefined && 'place' in from && (from.place === 'roadmap' || from.place === 'summary');
  if (from === undefined || isMention) return { uri: chapter.uri, range, label: chapter.titleText };
  const words = 'name' in from ? from.name : from.text;
  return { uri: chapter.uri, range, label: from.code === undefined ? words : `${from.code.value} ${words}` };
}
