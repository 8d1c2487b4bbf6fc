/** Questions about one code: what stands under the cursor, what it means, who names it. */

import type { Chapter } from '../chapter/chapter';
import { Attached } from '../text/memo';
import { type Range, touches } from '../text/range';
import type { Book } from './book';
import { mentionsIn } from './mentioned';
import { chapterReferences, codeOfUse, type Definition, referencesIn, Use } from './references';

/** A code where it stands, as definition or as reference. */
export interface CodePlace {
  readonly chapter: Chapter;
  /** The code alone, without a qualifier before it. */
  readonly range: Range;
  readonly value: string;
  /** What it means; empty where nothing has that code. Several where one programme stands in several places. */
  readonly definitions: readonly Definition[];
  /** Whether the place itself is one of the definitions. */
  readonly isDefinition: boolean;
}

/** The code at an offset of a chapter (its end included, as for a cursor). */
export function codeAt(book: Book, uri: string, offset: number): CodePlace | undefined {
  const chapter = book.chapters.find((candidate) => candidate.uri === uri);
  if (chapter === undefined) return undefined;
  for (const definition of chapterReferences(chapter, book.settings).definitions) {
    if (!touches(definition.code, offset)) continue;
    return {
      chapter,
      range: rangeOf(definition.code),
      value: definition.code.value,
      definitions: sameAs(book, definition),
      isDefinition: true,
    };
  }
  const index = referencesIn(book);
  for (const use of namesIn(book)) {
    if (use.chapter !== chapter || !touches(use.reference, offset)) continue;
    const range = codeOfUse(use);
    return {
      chapter,
      range: range ?? rangeOf(use.reference),
      value: use.reference.value,
      definitions: index.definitionsOf(use),
      isDefinition: false,
    };
  }
  return undefined;
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}

/** All definitions that are the same thing: the places of one programme, a strategy in the matrix and in its section. */
function sameAs(book: Book, definition: Definition): readonly Definition[] {
  const index = referencesIn(book);
  const { value } = definition.code;
  const { kind } = definition;
  if (kind === 'programme' || kind === 'quick-win') return index.programmesOf(value);
  return index.localOf(definition.dimension, value).filter((other) => other.kind === kind);
}

const namesOfBooks = new Attached<Book, readonly Use[]>();

/**
 * All that names a code, in the order of the book: the references of format 3.5, and the rows of a roadmap or a summary,
 * which name the programmes that they are about by their code.
 */
export function namesIn(book: Book): readonly Use[] {
  let names = namesOfBooks.get(book);
  if (names === undefined) {
    const order = new Map(book.chapters.map((chapter, place) => [chapter, place]));
    const all = [...referencesIn(book).uses, ...book.chapters.flatMap((chapter) => rowsNaming(chapter, book))];
    names = all.sort(
      (a, b) =>
        (order.get(a.chapter) as number) - (order.get(b.chapter) as number) || a.reference.start - b.reference.start,
    );
    namesOfBooks.set(book, names);
  }
  return names;
}

function rowsNaming(chapter: Chapter, { settings }: Book): Use[] {
  const place = chapter.kind === 'roadmap' ? 'roadmap' : chapter.kind === 'executive-summary' ? 'summary' : undefined;
  if (place === undefined) return [];
  return mentionsIn(chapter, place, settings).rows.flatMap((row) =>
    row.code === undefined ? [] : [new Use(chapter, { ...row.code, target: 'programme' }, undefined, row)],
  );
}

/** Everything that names what these definitions define, in the order of the book. */
export function usesOf(book: Book, definitions: readonly Definition[]): Use[] {
  if (definitions.length === 0) return [];
  const index = referencesIn(book);
  const items = new Set(definitions.map((definition) => definition.item));
  return namesIn(book).filter((use) => index.definitionsOf(use).some((definition) => items.has(definition.item)));
}

/** All codes of a book, each once, in the order of the text. */
export function allCodes(book: Book): Definition[] {
  const seen = new Set<string>();
  const codes: Definition[] = [];
  for (const chapter of book.chapters) {
    for (const definition of chapterReferences(chapter, book.settings).definitions) {
      const isLocal = definition.kind === 'swot-item' || definition.kind === 'strategy';
      const key = `${isLocal ? (definition.dimension ?? '') : ''} ${definition.code.value}`;
      if (seen.has(key)) continue;
      seen.add(key);
      codes.push(definition);
    }
  }
  return codes;
}
