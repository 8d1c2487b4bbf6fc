/** A SWOT item's code: with another quadrant's letter, repeated, or absent where the others have one. */

import { type Book, dimensionChapters } from '../book/book';
import { codeOfUse, type ReferenceIndex, referencesIn } from '../book/references';
import type { Chapter, Part, SwotItem } from '../chapter/chapter';
import { swotCoding } from '../chapter/swot-codes';
import { codeEdit } from '../edits/swot-codes';
import type { FindingRelated } from '../language/finding';
import type { Text } from '../language/language';
import type { Settings } from '../template/settings';
import { quadrantLetters } from '../template/template';
import type { FileEdit, TextEdit } from '../text/edits';
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
          writeFixes: () => [fixFor(book, chapter, part, item, wanted)],
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

function fixFor(book: Book, chapter: Chapter, part: Part, item: SwotItem, wanted: string) {
  const siblings = part.swot.find(({ items }) => items.includes(item))?.items ?? [];
  const edits = new Map<string, TextEdit[]>([[chapter.uri, [codeEdit(chapter.source, item, wanted, siblings)]]]);
  for (const { uri, edit } of following(referencesIn(book), item, wanted)) {
    const there = edits.get(uri);
    if (there === undefined) edits.set(uri, [edit]);
    else there.push(edit);
  }
  return {
    title: { id: `Beri kode ${wanted}`, en: `Give it the code ${wanted}` },
    edits: [...edits].map(([uri, ofFile]): FileEdit => ({ uri, edits: ofFile })),
    preferred: true,
  };
}

/** What names the item by its old code follows it, unless another item has that code by right. */
function* following(index: ReferenceIndex, item: SwotItem, wanted: string): Iterable<{ uri: string; edit: TextEdit }> {
  if (item.code === undefined) return;
  for (const use of index.uses) {
    if (use.reference.value !== item.code.value) continue;
    const meant = index.definitionsOf(use);
    if (meant.length !== 1 || meant[0]?.item !== item) continue;
    const range = codeOfUse(use);
    if (range !== undefined) yield { uri: use.chapter.uri, edit: { range, text: wanted } };
  }
}
