/** A coded strategy that no programme of its dimension carries, where other strategies are carried. */

import { dimensionChapters } from '../book/book';
import { type CodeShape, type DefinitionPlace, referencesIn } from '../book/references';
import type { Chapter } from '../chapter/chapter';
import { isWhollyRead } from '../chapter/unread-tables';
import { Attached } from '../text/memo';
import type { PieceRule } from './rule';
import { quoted } from './wording';

export const strategyUnused: PieceRule<Chapter> = {
  id: 'strategy-unused',
  severity: 'warning',
  scope: 'pieces',
  title: { id: 'Strategi tanpa program', en: 'A strategy without a programme' },
  pieces: dimensionChapters,
  hangsOn: (book) => [referencesIn(book).shape],
  *check(chapter, book) {
    // The programme that carries out a strategy may stand in what was not read.
    if (!isWhollyRead(chapter)) return;
    const index = referencesIn(book);
    const carried = index.itemsAt(chapter, carriedIn(index.shape));
    for (const part of chapter.parts) {
      if (!part.strategies.some((strategy) => carried.has(strategy))) continue;
      // A strategy listed in the TOWS matrix and again in its section is one: naming either carries both.
      const codes = new Set(part.strategies.filter((strategy) => carried.has(strategy)).map(({ code }) => code?.value));
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
  },
};

const carried = new Attached<CodeShape, ReadonlySet<DefinitionPlace>>();

function carriedIn(shape: CodeShape): ReadonlySet<DefinitionPlace> {
  let places = carried.get(shape);
  if (places === undefined) {
    const found = new Set<DefinitionPlace>();
    for (const { from, definitions } of shape.uses) {
      if (from !== 'programme') continue;
      for (const definition of definitions) if (definition.kind === 'strategy') found.add(definition);
    }
    places = found;
    carried.set(shape, places);
  }
  return places;
}
