/** Giving a SWOT item its code, and taking along what names it. */

import type { Book } from '../../book/book';
import { codeOfUse, type ReferenceIndex, referencesIn } from '../../book/references';
import type { Chapter, Part, SwotItem } from '../../chapter/chapter';
import { codeEdit } from '../../edits/swot-codes';
import type { FindingFix } from '../../language/finding';
import type { FileEdit, TextEdit } from '../../text/edits';

/** @param wanted the code that the item should have. */
export function giveCode(book: Book, chapter: Chapter, part: Part, item: SwotItem, wanted: string): FindingFix {
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
