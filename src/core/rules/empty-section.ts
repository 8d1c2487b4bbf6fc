/** A required section that is there and says nothing yet. */

import type { Book } from '../book/book';
import type { Chapter, FoundSection, Part } from '../chapter/chapter';
import { emptySections } from '../chapter/scopes';
import { fillSection } from '../edits/fill-section';
import type { FindingFix } from '../language/finding';
import type { BookRule } from './rule';
import { foundTitle, partTitle, quoted, sectionTitle } from './wording';

export const emptySection: BookRule = {
  id: 'empty-section',
  severity: 'error',
  // What is empty hangs on one chapter alone; the codes of its skeleton keep clear of those of the others.
  scope: 'book',
  title: { id: 'Bagian wajib masih kosong', en: 'A required section is empty' },
  *check(book) {
    const { settings } = book;
    for (const chapter of book.chapters) {
      for (const { part, found } of emptyIn(chapter, book)) {
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
          get fixes() {
            return fixesFor(book, chapter, part, found);
          },
        };
      }
    }
  },
};

interface EmptyInPart {
  readonly part: Part;
  readonly found: FoundSection;
}

const known = new WeakMap<Chapter, { readonly template: object; readonly empty: readonly EmptyInPart[] }>();

/** A chapter never changes, so what is empty in it is looked for once. */
function emptyIn(chapter: Chapter, { settings: { template } }: Book): readonly EmptyInPart[] {
  const before = known.get(chapter);
  if (before?.template === template) return before.empty;
  const empty = chapter.parts.flatMap((part) =>
    emptySections(chapter, part, template).map((found) => ({ part, found })),
  );
  known.set(chapter, { template, empty });
  return empty;
}

function fixesFor(book: Book, chapter: Chapter, part: Part, found: FoundSection): FindingFix[] {
  const edit = fillSection(chapter, part, found, book.settings, book.chapters);
  if (edit === undefined) return [];
  const title = sectionTitle(found.kind, book.settings);
  return [
    {
      title: { id: `Isi ${quoted(title.id)} dengan kerangka`, en: `Fill ${quoted(title.en)} with a skeleton` },
      edits: [{ edits: [edit] }],
    },
  ];
}
