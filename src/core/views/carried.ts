/** How far SWOT items, strategies and programmes are carried: from item to strategy, from strategy to programme. */

import type { Book } from '../book/book';
import { namesIn } from '../book/codes';
import { chapterReferences, type Definition, referencesIn } from '../book/references';
import type { Chapter } from '../chapter/chapter';
import type { Text } from '../language/language';
import type { Range } from '../text/range';

export interface Carried {
  /** The code that it stands at. */
  readonly range: Range;
  /** `dijawab 2 strategi`, `belum ada program`. */
  readonly text: Text;
  readonly count: number;
  readonly definition: Definition;
  /** The strategies or programmes that carry it, and whatever else names it. */
  readonly by: readonly { readonly uri: string; readonly range: Range }[];
}

/** A place that names a code, and the strategy or programme that it belongs to. */
interface Naming {
  readonly from: object | undefined;
  readonly uri: string;
  readonly range: Range;
}

/** For each coded SWOT item, strategy and programme of a chapter: who carries it on. In the order of the text. */
export function carriedIn(book: Book, chapter: Chapter): Carried[] {
  const index = referencesIn(book);
  const { definitions } = chapterReferences(chapter, book.settings);
  const own = new Set(definitions.map(({ item }) => item));
  const naming = new Map<readonly Definition[], Naming[]>();
  for (const use of namesIn(book)) {
    const meant = index.definitionsOf(use);
    const { start, end } = use.reference;
    const place = { from: use.from, uri: use.chapter.uri, range: { start, end } };
    const there = naming.get(meant);
    if (there === undefined) naming.set(meant, [place]);
    else there.push(place);
  }
  const by = new Map<Definition['item'], Naming[]>();
  for (const [meant, places] of naming) {
    for (const { item } of meant) if (own.has(item)) by.set(item, [...(by.get(item) ?? []), ...places]);
  }
  const carried: Carried[] = [];
  for (const definition of definitions) {
    // A quick win is a programme that has its lens where it is planned; nobody has to name it.
    if (definition.kind === 'quick-win') continue;
    const uses = (by.get(definition.item) ?? []).filter(({ from }) => from !== definition.item);
    const isStrategy = (from: object | undefined) => from !== undefined && !('place' in from);
    const isProgramme = (from: object | undefined) => from !== undefined && 'place' in from;
    const counted =
      definition.kind === 'swot-item'
        ? uses.filter(({ from }) => isStrategy(from))
        : definition.kind === 'strategy'
          ? uses.filter(({ from }) => isProgramme(from))
          : uses;
    const count = new Set(counted.map(({ from, uri, range }) => from ?? `${uri} ${range.start}`)).size;
    carried.push({
      range: { start: definition.code.start, end: definition.code.end },
      text: sentence(definition.kind, count),
      count,
      definition,
      by: counted.map(({ uri, range }) => ({ uri, range })),
    });
  }
  return carried.sort((a, b) => a.range.start - b.range.start);
}

function sentence(kind: Definition['kind'], count: number): Text {
  const plural = count === 1 ? '' : 's';
  switch (kind) {
    case 'swot-item':
      return count === 0
        ? { id: 'belum dijawab strategi', en: 'no strategy yet' }
        : { id: `dijawab ${count} strategi`, en: `answered by ${count} strateg${count === 1 ? 'y' : 'ies'}` };
    case 'strategy':
      return count === 0
        ? { id: 'belum ada program', en: 'no programme yet' }
        : { id: `diwujudkan ${count} program`, en: `carried out by ${count} programme${plural}` };
    default:
      return count === 0
        ? { id: 'belum dirujuk', en: 'not referred to' }
        : { id: `dirujuk ${count} kali`, en: `referred to ${count} time${plural}` };
  }
}
