/** Inserting a missing section, or making its heading of the bold words that stand for one. */

import type { Book } from '../../book/book';
import type { Chapter, Part } from '../../chapter/chapter';
import type { MissingSection } from '../../chapter/missing';
import { sectionsAround } from '../../chapter/sections';
import { insertSection } from '../../edits/insert-section';
import type { FindingFix } from '../../language/finding';
import { contains, type Range } from '../../text/range';
import { quoted, sectionTitle } from '../wording';

/** The marks of a heading before the bold words; nothing that stands there is taken away. */
export function makeHeading(chapter: Chapter, part: Part, { within }: MissingSection, bold: Range): FindingFix {
  const beside = part.found.find(
    ({ section, within: own }) => section !== undefined && own === within && contains(section, bold),
  );
  const around = sectionsAround(chapter.sections, bold).at(-1);
  // Beside another section of the scope, below everything else.
  const level = beside?.section?.heading.level ?? (around?.heading.level ?? 1) + 1;
  return {
    title: { id: 'Jadikan judul', en: 'Make it a heading' },
    preferred: true,
    edits: [{ edits: [{ range: { start: bold.start, end: bold.start }, text: `${'#'.repeat(Math.min(level, 6))} ` }] }],
  };
}

/** The section as its skeleton is, where it belongs. */
export function insertMissing(book: Book, chapter: Chapter, part: Part, missing: MissingSection): FindingFix {
  const title = sectionTitle(missing.kind, book.settings);
  const edits = insertSection(chapter, part, missing, book.settings, book.chapters);
  return {
    title: { id: `Sisipkan bagian ${quoted(title.id)}`, en: `Insert the section ${quoted(title.en)}` },
    edits: [{ edits }],
    adds: true,
  };
}
