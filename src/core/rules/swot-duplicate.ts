/** The same SWOT item in two quadrants or in two dimensions. */

import { dimensionChapters } from '../book/book';
import type { Chapter, Part, SwotItem } from '../chapter/chapter';
import { placeholdersOf } from '../chapter/read';
import { lexiconOf } from '../template/lexicon';
import type { BookRule } from './rule';
import { partTitle, quoted, sectionTitle } from './wording';

export const swotDuplicate: BookRule = {
  id: 'swot-duplicate',
  severity: 'warning',
  scope: 'book',
  title: { id: 'Butir SWOT ditulis dua kali', en: 'A SWOT item stands twice' },
  hangsOn: dimensionChapters,
  *check({ chapters, settings }) {
    const { folder } = lexiconOf(settings);
    const placeholders = placeholdersOf(settings);
    const first = new Map<string, { chapter: Chapter; part: Part; item: SwotItem }>();
    for (const chapter of chapters) {
      for (const part of chapter.parts) {
        for (const item of part.swot.flatMap(({ items }) => items)) {
          const words = foldOf(item, folder);
          if (words === '' || placeholders.isAll(item.text)) continue;
          const other = first.get(words);
          if (other === undefined) {
            first.set(words, { chapter, part, item });
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
      }
    }
  },
};

const folds = new WeakMap<SwotItem, string>();

function foldOf(item: SwotItem, folder: { fold(text: string): string }): string {
  let fold = folds.get(item);
  if (fold === undefined) {
    fold = folder.fold(item.text);
    folds.set(item, fold);
  }
  return fold;
}
