/** What one looks for by name in a whole masterplan: SWOT items, strategies, programmes and quick wins. */

import type { Book } from '../book/book';
import { joinedProgrammes, quickWinEntry } from '../book/programmes';
import type { Chapter, Code, Part } from '../chapter/chapter';
import { Attached } from '../text/memo';
import type { Range } from '../text/range';

export interface BookSymbol {
  readonly kind: 'swot-item' | 'strategy' | 'programme' | 'quick-win';
  readonly code?: string;
  /** The item's or the strategy's words, the programme's name. */
  readonly text: string;
  readonly uri: string;
  /** Its code, or its words where it has none. */
  readonly place: Range;
  /** The dimension's id, else the chapter's title, for what belongs to none. */
  readonly dimension?: string;
  readonly chapterTitle: string;
}

const symbolsOfBooks = new Attached<Book, readonly BookSymbol[]>();

/** All of a book, a programme that stands in several places once for each of its codes; items, then programmes. */
export function bookSymbols(book: Book): readonly BookSymbol[] {
  let symbols = symbolsOfBooks.get(book);
  if (symbols === undefined) {
    symbols = [...itemSymbols(book), ...programmeSymbols(book)];
    symbolsOfBooks.set(book, symbols);
  }
  return symbols;
}

function* itemSymbols(book: Book): Iterable<BookSymbol> {
  for (const chapter of book.chapters) {
    for (const part of chapter.parts) {
      for (const { items } of part.swot) {
        for (const item of items)
          yield symbolOf('swot-item', chapter, part.dimension, item.code, item.text, item.textRange);
      }
      for (const strategy of part.strategies) {
        yield symbolOf('strategy', chapter, part.dimension, strategy.code, strategy.text, strategy.textRange);
      }
    }
  }
}

function* programmeSymbols(book: Book): Iterable<BookSymbol> {
  for (const joined of joinedProgrammes(book)) {
    const kind = quickWinEntry(joined) === undefined ? 'programme' : 'quick-win';
    const seen = new Set<string | undefined>();
    const coded = joined.entries.filter(({ programme }) => programme.code !== undefined);
    for (const { chapter, programme } of coded.length > 0 ? coded : joined.entries.slice(0, 1)) {
      if (seen.has(programme.code?.value)) continue;
      seen.add(programme.code?.value);
      yield symbolOf(kind, chapter, joined.dimension, programme.code, programme.name, programme.nameRange);
    }
  }
}

function symbolOf(
  kind: BookSymbol['kind'],
  chapter: Chapter,
  dimension: Part['dimension'],
  code: Code | undefined,
  text: string,
  words: Range,
): BookSymbol {
  const { start, end } = code ?? words;
  return {
    kind,
    text,
    uri: chapter.uri,
    place: { start, end },
    chapterTitle: chapter.titleText,
    ...(code === undefined ? {} : { code: code.value }),
    ...(dimension === undefined ? {} : { dimension }),
  };
}

/** Whether the letters of what was typed stand in a symbol in this order, as the editor's own lists compare. */
export function matchesQuery(symbol: BookSymbol, query: string): boolean {
  const name = `${symbol.code ?? ''} ${symbol.text}`.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase()) {
    if (letter.trim() === '') continue;
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
