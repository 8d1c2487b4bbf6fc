/** A SWOT item that no strategy answers. */

import { dimensionChapters } from '../book/book';
import { referencesIn, type Use } from '../book/references';
import { isSwotCode } from '../chapter/codes';
import { swotCoding } from '../chapter/swot-codes';
import { isWhollyRead } from '../chapter/unread-tables';
import { contains } from '../text/range';
import type { BookRule } from './rule';
import { quoted } from './wording';

export const swotUnused: BookRule = {
  id: 'swot-unused',
  severity: 'info',
  scope: 'book',
  title: { id: 'Butir SWOT belum dijawab strategi', en: 'No strategy answers a SWOT item' },
  hangsOn: (book) => [referencesIn(book), ...dimensionChapters(book)],
  *check(book) {
    const index = referencesIn(book);
    const meant = new Set<(typeof index.meanings)[number]['definitions']>();
    for (const { use, definitions } of index.meanings) {
      if (!isSwotCode(use.reference.value)) continue;
      if (use.from === undefined ? !isAmongStrategies(use) : 'place' in use.from) continue;
      meant.add(definitions);
    }
    const answered = new Set<unknown>([...meant].flatMap((definitions) => definitions.map(({ item }) => item)));
    for (const chapter of book.chapters) {
      // The strategy that answers an item may stand in what was not read.
      if (!isWhollyRead(chapter)) continue;
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
    }
  },
};

/** What a matrix without codes, or prose, names among the strategies is answered there. */
function isAmongStrategies({ chapter, reference }: Use): boolean {
  return chapter.parts.some(({ found }) =>
    found.some((section) => (section.kind === 'tows' || section.kind === 'strategy') && contains(section, reference)),
  );
}
