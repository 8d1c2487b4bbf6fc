/** A required section that its scope does not have (format 2.3). */

import type { Book } from '../book/book';
import { OfEach } from '../book/of-each';
import { referencesIn } from '../book/references';
import type { Chapter, Part } from '../chapter/chapter';
import { wordsOf } from '../chapter/filled';
import { type MissingSection, missingSections } from '../chapter/missing';
import { sectionAt } from '../chapter/read';
import { insertSection } from '../edits/insert-section';
import type { FindingFix } from '../language/finding';
import { isWhollyBold } from '../markdown/inline';
import { lexiconOf } from '../template/lexicon';
import type { Settings } from '../template/settings';
import { contains, type Range } from '../text/range';
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
          writeFixes: () => [headingFix(chapter, part, missing, bold), fixFor(book, chapter, part, missing)],
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
        writeFixes: () => [fixFor(book, chapter, part, missing)],
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

/** The marks of a heading before the bold words; nothing that stands there is taken away. */
function headingFix(chapter: Chapter, part: Part, { within }: MissingSection, bold: Range): FindingFix {
  const beside = part.found.find(
    ({ section, within: own }) => section !== undefined && own === within && contains(section, bold),
  );
  const around = sectionAt(chapter.sections, bold.start);
  // Beside another section of the scope, below everything else.
  const level = beside?.section?.heading.level ?? (around?.heading.level ?? 1) + 1;
  return {
    title: { id: 'Jadikan judul', en: 'Make it a heading' },
    preferred: true,
    edits: [{ edits: [{ range: { start: bold.start, end: bold.start }, text: `${'#'.repeat(Math.min(level, 6))} ` }] }],
  };
}

function fixFor(book: Book, chapter: Chapter, part: Part, missing: MissingSection): FindingFix {
  const title = sectionTitle(missing.kind, book.settings);
  const edit = insertSection(chapter, part, missing, book.settings, book.chapters);
  return {
    title: { id: `Sisipkan bagian ${quoted(title.id)}`, en: `Insert the section ${quoted(title.en)}` },
    edits: [{ edits: [edit] }],
  };
}
