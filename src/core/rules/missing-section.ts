/** A required section that its scope does not have (format 2.3). */

import type { Book } from '../book/book';
import type { Chapter, Part } from '../chapter/chapter';
import { type MissingSection, missingSections } from '../chapter/missing';
import { insertSection } from '../edits/insert-section';
import type { FindingFix } from '../language/finding';
import type { BookRule } from './rule';
import { foundTitle, partTitle, quoted, sectionTitle } from './wording';

export const missingSection: BookRule = {
  id: 'missing-section',
  severity: 'error',
  // What is missing hangs on one chapter alone; the codes of its skeleton keep clear of those of the others.
  scope: 'book',
  title: { id: 'Bagian wajib belum ada', en: 'A required section is missing' },
  *check(book) {
    const { settings } = book;
    for (const chapter of book.chapters) {
      for (const { part, missing } of missingIn(chapter, book)) {
        const { kind, within } = missing;
        const title = sectionTitle(kind, settings);
        const scope = within === undefined ? partTitle(chapter, part, settings) : foundTitle(within, part, settings);
        yield {
          uri: chapter.uri,
          range: within?.place ?? part.place,
          message: {
            id: `Bagian "${title.id}" belum ada di ${scope.id}.`,
            en: `Section "${title.en}" is missing from ${scope.en}.`,
          },
          get fixes() {
            return [fixFor(book, chapter, part, missing)];
          },
        };
      }
    }
  },
};

interface MissingInPart {
  readonly part: Part;
  readonly missing: MissingSection;
}

const known = new WeakMap<Chapter, { readonly template: object; readonly found: readonly MissingInPart[] }>();

/** A chapter never changes, so what it lacks is looked for once. */
function missingIn(chapter: Chapter, { settings: { template } }: Book): readonly MissingInPart[] {
  const before = known.get(chapter);
  if (before?.template === template) return before.found;
  const found = chapter.parts.flatMap((part) =>
    missingSections(chapter, part, template).map((missing) => ({ part, missing })),
  );
  known.set(chapter, { template, found });
  return found;
}

function fixFor(book: Book, chapter: Chapter, part: Part, missing: MissingSection): FindingFix {
  const title = sectionTitle(missing.kind, book.settings);
  const edit = insertSection(chapter, part, missing, book.settings, book.chapters);
  return {
    title: { id: `Sisipkan bagian ${quoted(title.id)}`, en: `Insert the section ${quoted(title.en)}` },
    edits: [{ edits: [edit] }],
  };
}
