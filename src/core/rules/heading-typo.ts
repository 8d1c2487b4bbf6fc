/** A heading that is a slip away from a title of its scope; the section is read as the one meant (format 2.2). */

import { allSections } from '../chapter/sections';
import { noteMarksIn, withoutNoteMarks } from '../markdown/inline-parts';
import { textOf } from '../text/range';
import type { ChapterRule } from './rule';
import { quoted } from './wording';

export const headingTypo: ChapterRule = {
  id: 'heading-typo',
  severity: 'warning',
  scope: 'chapter',
  title: { id: 'Salah ketik pada judul', en: 'A slip in a heading' },
  *check(chapter) {
    for (const { slip } of allSections(chapter.sections, (section) => section.slip !== undefined)) {
      if (slip === undefined) continue;
      const marked = textOf(chapter.source, slip.range);
      const written = withoutNoteMarks(marked);
      const title = inCaseOf(written, slip.title);
      yield {
        range: slip.range,
        message: {
          id: `Judul ${quoted(written)} mungkin salah ketik; maksudnya ${quoted(title)}.`,
          en: `Heading ${quoted(written)} looks like a slip; ${quoted(title)} is meant.`,
        },
        fixes: [
          {
            title: { id: `Ganti dengan ${quoted(title)}`, en: `Replace by ${quoted(title)}` },
            edits: [{ edits: [{ range: slip.range, text: title + noteMarksIn(marked) }] }],
            preferred: true,
          },
        ],
      };
    }
  },
};

/** The title in capitals where what it replaces is in capitals: `ANALISI SWOT`. */
export function inCaseOf(written: string, title: string): string {
  const isUpper = written === written.toUpperCase() && written !== written.toLowerCase();
  return isUpper ? title.toUpperCase() : title;
}
