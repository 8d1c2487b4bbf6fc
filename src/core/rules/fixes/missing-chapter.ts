/** Beginning a chapter that is missing. */

import type { Book } from '../../book/book';
import type { WantedChapter } from '../../book/where-missing';
import { addChapter } from '../../edits/chapter-choices';
import type { FindingFix } from '../../language/finding';
import type { Text } from '../../language/language';

/** The chapter as its skeleton is: a new file, or a block where the dimensions share a chapter. */
export function addMissing(book: Book, wanted: WantedChapter, { id, en }: Text): FindingFix[] {
  const change = addChapter(book, wanted);
  if (change === undefined) return [];
  const { edits, newFiles } = change;
  return newFiles.length > 0
    ? [{ title: { id: `Buat bab ${id}`, en: `Create the chapter ${en}` }, edits, newFiles }]
    : [{ title: { id: `Tambahkan bagian ${id}`, en: `Add a part for ${en}` }, edits }];
}
