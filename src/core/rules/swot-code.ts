/** A SWOT item's code: with another quadrant's letter, repeated, or absent where the others have one. */

import { dimensionChapters } from '../book/book';
import { referencesIn } from '../book/references';
import type { Chapter, SwotItem } from '../chapter/chapter';
import { swotCoding } from '../chapter/swot-codes';
import type { FindingRelated } from '../language/finding';
import type { Text } from '../language/language';
import type { Settings } from '../template/settings';
import { quadrantLetters } from '../template/template';
import { giveCode } from './fixes/swot-code';
import type { PieceRule } from './rule';
import { quoted, sectionTitle } from './wording';

export const swotCode: PieceRule<Chapter> = {
  id: 'swot-code',
  severity: 'warning',
  scope: 'pieces',
  title: { id: 'Kode butir SWOT keliru', en: 'A wrong code of a SWOT item' },
  pieces: dimensionChapters,
  // The fix follows the item to where it is named.
  hangsOn: (book) => [referencesIn(book)],
  *check(chapter, book) {
    for (const part of chapter.parts) {
      const coding = swotCoding(part);
      if (!coding.hasCodes) continue;
      for (const [item, wanted] of coding.wanted) {
        const first = coding.firstOf.get(item);
        yield {
          uri: chapter.uri,
          range: item.code ?? item.textRange,
          message: messageFor(item, first, book.settings),
          ...(first?.code === undefined ? {} : { related: [firstPlace(first.code)] }),
          writeFixes: () => [giveCode(book, chapter, part, item, wanted)],
        };
      }
    }
  },
};

function messageFor(item: SwotItem, first: SwotItem | undefined, settings: Settings): Text {
  const quadrant = sectionTitle(item.quadrant, settings);
  const letter = quadrantLetters[item.quadrant];
  if (item.code === undefined) {
    return {
      id: `Butir ${quoted(item.text)} belum berkode, padahal butir lain sudah.`,
      en: `Item ${quoted(item.text)} has no code, though the others have one.`,
    };
  }
  const code = item.code.value;
  return first === undefined
    ? {
        id: `Kode ${code} ada di kuadran "${quadrant.id}", yang kodenya berawalan ${letter}.`,
        en: `Code ${code} stands in quadrant "${quadrant.en}", whose codes begin with ${letter}.`,
      }
    : {
        id: `Kode ${code} dipakai dua kali dalam dimensi ini.`,
        en: `Code ${code} is used twice in this dimension.`,
      };
}

function firstPlace(range: { start: number; end: number }): FindingRelated {
  return { range, message: { id: 'Yang pertama ada di sini.', en: 'The first one is here.' } };
}
