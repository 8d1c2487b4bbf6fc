/** A coded strategy that no programme of its dimension carries, where other strategies are carried. */

import { dimensionChapters } from '../book/book';
import { type Definition, referencesIn } from '../book/references';
import { isWhollyRead } from '../chapter/unread-tables';
import type { BookRule } from './rule';
import { quoted } from './wording';

export const strategyUnused: BookRule = {
  id: 'strategy-unused',
  severity: 'warning',
  scope: 'book',
  title: { id: 'Strategi tanpa program', en: 'A strategy without a programme' },
  hangsOn: (book) => [referencesIn(book), ...dimensionChapters(book)],
  *check(book) {
    const index = referencesIn(book);
    const meant = new Set<readonly Definition[]>();
    for (const { use, definitions } of index.meanings) {
      if (use.from !== undefined && 'place' in use.from) meant.add(definitions);
    }
    const carried = new Set<Definition['item']>();
    for (const definitions of meant) {
      for (const { kind, item } of definitions) if (kind === 'strategy') carried.add(item);
    }
    for (const chapter of book.chapters) {
      // The programme that carries out a strategy may stand in what was not read.
      if (!isWhollyRead(chapter)) continue;
      for (const part of chapter.parts) {
        if (!part.strategies.some((strategy) => carried.has(strategy))) continue;
        // A strategy listed in the TOWS matrix and again in its section is one: naming either carries both.
        const codes = new Set(
          part.strategies.filter((strategy) => carried.has(strategy)).map(({ code }) => code?.value),
        );
        const said = new Set<string>();
        for (const { code, text } of part.strategies) {
          if (code === undefined || codes.has(code.value) || said.has(code.value)) continue;
          said.add(code.value);
          yield {
            uri: chapter.uri,
            range: code,
            message: {
              id: `Strategi ${code.value} ${quoted(text)} belum diwujudkan dalam program mana pun.`,
              en: `No programme carries out strategy ${code.value} ${quoted(text)} yet.`,
            },
          };
        }
      }
    }
  },
};
