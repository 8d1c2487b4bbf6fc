/** A required section that is there and says nothing yet. */

import type { Book } from '../book/book';
import { OfEach } from '../book/of-each';
import { referencesIn } from '../book/references';
import type { Chapter, FoundSection, Part } from '../chapter/chapter';
import { emptySections } from '../chapter/scopes';
import { fillSection } from '../edits/fill-section';
import type { FindingFix } from '../language/finding';
import type { Settings } from '../template/settings';
import type { PieceRule } from './rule';
import { foundTitle, partTitle, quoted, sectionTitle } from './wording';

export const emptySection: PieceRule<InChapter> = {
  id: 'empty-section',
  severity: 'error',
  scope: 'pieces',
  title: { id: 'Bagian wajib masih kosong', en: 'A required section is empty' },
  pieces: ({ chapters, settings }) => chaptersLacking.some(chapters, settings),
  // The codes of its skeleton keep clear of those of the other chapters.
  hangsOn: (book) => [referencesIn(book).shape],
  *check({ chapter, parts: lacking }, book) {
    const { settings } = book;
    for (const { part, found } of lacking) {
      const title = sectionTitle(found.kind, settings);
      const scope =
        found.within === undefined ? partTitle(chapter, part, settings) : foundTitle(found.within, part, settings);
      yield {
        uri: chapter.uri,
        range: found.place,
        message: {
          id: `Bagian "${title.id}" di ${scope.id} masih kosong.`,
          en: `Section "${title.en}" of ${scope.en} is still empty.`,
        },
        writeFixes: () => fixesFor(book, chapter, part, found),
      };
    }
  },
};

interface EmptyInPart {
  readonly part: Part;
  readonly found: FoundSection;
}

/** The chapters in which something is empty, with what it is. */
const chaptersLacking = new OfEach((chapter: Chapter, { template }: Settings): InChapter | undefined => {
  const parts = chapter.parts.flatMap((part) =>
    emptySections(chapter, part, template).map((found) => ({ part, found })),
  );
  return parts.length === 0 ? undefined : { chapter, parts };
});

interface InChapter {
  readonly chapter: Chapter;
  readonly parts: readonly EmptyInPart[];
}

function fixesFor(book: Book, chapter: Chapter, part: Part, found: FoundSection): FindingFix[] {
  const edit = fillSection(chapter, part, found, book.settings, book.chapters);
  if (edit === undefined) return [];
  const title = sectionTitle(found.kind, book.settings);
  return [
    {
      title: { id: `Beri ${quoted(title.id)} isi awal`, en: `Fill ${quoted(title.en)} with a skeleton` },
      edits: [{ edits: [edit] }],
    },
  ];
}
