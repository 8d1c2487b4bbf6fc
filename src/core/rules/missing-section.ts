/** A required section that its scope does not have (format 2.3). */

import { OfEach } from '../book/of-each';
import { referencesIn } from '../book/references';
import type { Chapter, Part } from '../chapter/chapter';
import { wordsOf } from '../chapter/filled';
import { type MissingSection, missingSections } from '../chapter/missing';
import { isWhollyBold } from '../markdown/inline';
import { lexiconOf } from '../template/lexicon';
import type { Settings } from '../template/settings';
import { contains, type Range } from '../text/range';
import { insertMissing, makeHeading } from './fixes/missing-section';
import type { PieceRule } from './rule';
import { foundTitle, partTitle, quoted, sectionTitle } from './wording';

export const missingSection: PieceRule<InChapter> = {
  id: 'missing-section',
  severity: 'error',
  scope: 'pieces',
  title: { id: 'Bagian wajib belum ada', en: 'A required section is missing' },
  pieces: ({ chapters, settings }) => chaptersLacking.some(chapters, settings),
  // The codes of its skeleton keep clear of those of the other chapters.
  hangsOn: (book) => [referencesIn(book).shape],
  *check({ chapter, parts: lacking }, book) {
    const { settings } = book;
    for (const { part, missing, bold } of lacking) {
      const { kind, within } = missing;
      const title = sectionTitle(kind, settings);
      const scope = within === undefined ? partTitle(chapter, part, settings) : foundTitle(within, part, settings);
      if (bold !== undefined) {
        const words = quoted(wordsOf(chapter.source, bold));
        yield {
          uri: chapter.uri,
          range: bold,
          message: {
            id: `${words} baru teks tebal, bukan judul, sehingga bagian "${title.id}" belum terbaca di ${scope.id}.`,
            en: `${words} is bold text, not a heading, so the section "${title.en}" is not found in ${scope.en}.`,
          },
          writeFixes: () => [makeHeading(chapter, part, missing, bold), insertMissing(book, chapter, part, missing)],
        };
        continue;
      }
      yield {
        uri: chapter.uri,
        range: within?.place ?? part.place,
        message: {
          id: `Bagian "${title.id}" belum ada di ${scope.id}.`,
          en: `Section "${title.en}" is missing from ${scope.en}.`,
        },
        writeFixes: () => [insertMissing(book, chapter, part, missing)],
      };
    }
  },
};

interface MissingInPart {
  readonly part: Part;
  readonly missing: MissingSection;
  /** A line that is wholly bold and names the section: most likely its heading. */
  readonly bold: Range | undefined;
}

/** The chapters in which something is missing, with what it is. */
const chaptersLacking = new OfEach((chapter: Chapter, settings: Settings): InChapter | undefined => {
  const parts = chapter.parts.flatMap((part) =>
    missingSections(chapter, part, settings.template).map((missing) => ({
      part,
      missing,
      bold: boldTitle(chapter, part, missing, settings),
    })),
  );
  return parts.length === 0 ? undefined : { chapter, parts };
});

interface InChapter {
  readonly chapter: Chapter;
  readonly parts: readonly MissingInPart[];
}

/** The first line in the scope that is wholly bold and, as a heading, would open the section. */
function boldTitle(chapter: Chapter, part: Part, missing: MissingSection, settings: Settings): Range | undefined {
  const { source } = chapter;
  const scope = missing.within?.section ?? part;
  const kind = [{ id: missing.kind, required: true }];
  const block = chapter.blocks.find((candidate) => {
    if (candidate.type !== 'paragraph' || candidate.lines.length !== 1 || !contains(scope, candidate)) return false;
    if (candidate.end - candidate.start > 200 || !isWhollyBold(source, candidate)) return false;
    const recognition = lexiconOf(settings).recognise(wordsOf(source, candidate).replace(/\s*:$/, ''), kind);
    return recognition !== undefined && recognition.slip === undefined;
  });
  return block === undefined ? undefined : { start: block.start, end: block.end };
}
