/** The same SWOT item in two quadrants or in two dimensions. */

import { dimensionChapters } from '../book/book';
import { isAlike, OfEach } from '../book/of-each';
import type { Chapter, Part, SwotItem } from '../chapter/chapter';
import { placeholdersOf } from '../chapter/read';
import { folderOf } from '../template/folder';
import { isSameRange } from '../text/range';
import type { BookRule } from './rule';
import { partTitle, quoted, sectionTitle } from './wording';

export const swotDuplicate: BookRule = {
  id: 'swot-duplicate',
  severity: 'warning',
  scope: 'book',
  title: { id: 'Butir SWOT ditulis dua kali', en: 'A SWOT item stands twice' },
  hangsOn: (book) => [swotItems.version(dimensionChapters(book), book.settings)],
  *check(book) {
    const { settings } = book;
    const folder = folderOf(settings.template);
    const placeholders = placeholdersOf(settings);
    const first = new Map<string, PlacedItem>();
    for (const placed of swotItems.all(dimensionChapters(book), settings).flat()) {
      const { chapter, part, item } = placed;
      const words = folder.foldAfresh(item.text);
      if (words === '' || placeholders.isAll(item.text)) continue;
      const other = first.get(words);
      if (other === undefined) {
        first.set(words, placed);
        continue;
      }
      if (other.part.dimension === part.dimension && other.item.quadrant === item.quadrant) continue;
      const quadrant = sectionTitle(other.item.quadrant, settings);
      const dimension = partTitle(other.chapter, other.part, settings);
      yield {
        uri: chapter.uri,
        range: item.textRange,
        message: {
          id: `Butir SWOT ini sama dengan butir "${quadrant.id}" ${dimension.id}: ${quoted(item.text)}.`,
          en: `This SWOT item is the same as one under "${quadrant.en}" of ${dimension.en}: ${quoted(item.text)}.`,
        },
        related: [
          {
            uri: other.chapter.uri,
            range: other.item.textRange,
            message: { id: 'Yang pertama ada di sini.', en: 'The first one is here.' },
          },
        ],
      };
    }
  },
};

/** A class, as is all that holds a whole chapter (`chapter/read.ts`). */
class PlacedItem {
  constructor(
    readonly chapter: Chapter,
    readonly part: Part,
    readonly item: SwotItem,
  ) {}
}

/** All items; most edits are elsewhere in the chapter, and leave them where they are. */
const swotItems = new OfEach(
  (chapter: Chapter): readonly PlacedItem[] =>
    chapter.parts.flatMap((part) =>
      part.swot.flatMap(({ items }) => items.map((item) => new PlacedItem(chapter, part, item))),
    ),
  (one, other) =>
    isAlike(
      one,
      other,
      (a, b) =>
        a.chapter.uri === b.chapter.uri &&
        a.chapter.titleText === b.chapter.titleText &&
        a.chapter.kind === b.chapter.kind &&
        a.part.dimension === b.part.dimension &&
        a.item.quadrant === b.item.quadrant &&
        a.item.text === b.item.text &&
        isSameRange(a.item.textRange, b.item.textRange),
    ),
);
