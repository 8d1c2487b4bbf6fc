/** Counting the headings of one scope anew. */

import type { Chapter, Section } from '../../chapter/chapter';
import { renumber } from '../../edits/renumber';
import type { FindingFix } from '../../language/finding';

/** All siblings at once: one of them alone would only move the fault. */
export function countAnew(chapter: Chapter, parent: Section | undefined, siblings: readonly Section[]): FindingFix[] {
  const edits = renumber(chapter.source, parent, siblings);
  if (edits.length === 0) return [];
  return [
    {
      title: { id: 'Urutkan nomor judul di sini', en: 'Renumber the headings here' },
      edits: [{ edits }],
      preferred: true,
    },
  ];
}
