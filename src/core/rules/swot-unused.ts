/** A SWOT item that no strategy answers. */

import { dimensionChapters } from '../book/book';
import { type CodeShape, type DefinitionPlace, referencesIn } from '../book/references';
import type { Chapter } from '../chapter/chapter';
import { isSwotCode } from '../chapter/codes';
import { swotCoding } from '../chapter/swot-codes';
import { isWhollyRead } from '../chapter/unread-tables';
import { Attached } from '../text/memo';
import type { PieceRule } from './rule';
import { quoted } from './wording';

export const swotUnused: PieceRule<Chapter> = {
  id: 'swot-unused',
  severity: 'info',
  scope: 'pieces',
  title: { id: 'Butir SWOT belum dijawab strategi', en: 'No strategy answers a SWOT item' },
  pieces: dimensionChapters,
  hangsOn: (book) => [referencesIn(book).shape],
  *check(chapter, book) {
    // The strategy that answers an item may stand in what was not read.
    if (!isWhollyRead(chapter)) return;
    const index = referencesIn(book);
    const answered = index.itemsAt(chapter, answeredIn(index.shape));
    for (const part of chapter.parts) {
      // Where no strategy names an item at all, rule `strategy-basis` says so at the strategies, and once is enough.
      if (!part.strategies.some((strategy) => strategy.references.length > 0)) continue;
      for (const item of swotCoding(part).right) {
        if (answered.has(item) || item.code === undefined) continue;
        yield {
          uri: chapter.uri,
          range: item.code,
          message: {
            id: `${item.code.value} ${quoted(item.text)} belum dijawab strategi mana pun.`,
            en: `No strategy answers ${item.code.value} ${quoted(item.text)} yet.`,
          },
        };
      }
    }
  },
};

const answered = new Attached<CodeShape, ReadonlySet<DefinitionPlace>>();

function answeredIn(shape: CodeShape): ReadonlySet<DefinitionPlace> {
  let places = answered.get(shape);
  if (places === undefined) {
    const found = new Set<DefinitionPlace>();
    for (const { value, from, isAmongStrategies, definitions } of shape.uses) {
      if (!isSwotCode(value) || (from === 'text' ? !isAmongStrategies : from === 'programme')) continue;
      for (const definition of definitions) found.add(definition);
    }
    places = found;
    answered.set(shape, places);
  }
  return places;
}
