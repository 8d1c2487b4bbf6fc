/** A chapter that the template requires and the masterplan does not have. */

import type { Book } from '../book/book';
import { OfEach } from '../book/of-each';
import type { Chapter } from '../chapter/chapter';
import { newChapter } from '../edits/new-chapter';
import type { FindingFix } from '../language/finding';
import type { Settings } from '../template/settings';
import type { ChapterKind } from '../template/template';
import { nearest } from '../text/distance';
import { Attached } from '../text/memo';
import type { BookRule } from './rule';
import { quoted } from './wording';

export const missingChapter: BookRule = {
  id: 'missing-chapter',
  severity: 'warning',
  scope: 'book',
  title: { id: 'Bab wajib belum ada', en: 'A required chapter is missing' },
  *check(book) {
    const { manifest, settings, unread = 0 } = book;
    if (manifest === undefined) return;
    const there = kindsThere(book);
    const missing = settings.template.chapters.filter((kind) => kind.required === true && !there.has(kind.id));
    // Chapters that could not be read may be the missing ones.
    if (missing.length <= unread) return;
    for (const kind of missing) {
      yield {
        uri: manifest.uri,
        range: manifest.firstLine,
        message: {
          id: `Bab "${kind.title.id}" (chapter: ${kind.id}) belum ada dalam masterplan ini.`,
          en: `The masterplan has no chapter "${kind.title.en}" yet (chapter: ${kind.id}).`,
        },
        writeFixes: () => fixesFor(book, kind),
      };
    }
  },
};

function fixesFor(book: Book, { id, title }: ChapterKind): FindingFix[] {
  const file = newChapter(book, id);
  if (file === undefined) return [];
  return [
    {
      title: { id: `Buat bab ${quoted(title.id)}`, en: `Create the chapter ${quoted(title.en)}` },
      edits: [],
      newFiles: [file],
    },
  ];
}

/**
 * The chapter kinds that the book has. A kind with a slip in it counts as the one meant: that it is misspelt is said
 * at the word itself, and once is enough.
 */
function kindsThere({ chapters, settings }: Book): ReadonlySet<string> {
  const list = kinds.some(chapters, settings);
  let there = sets.get(list);
  if (there === undefined) {
    there = new Set(list);
    sets.set(list, there);
  }
  return there;
}

const kinds = new OfEach(({ kind, frontmatter }: Chapter, { template }: Settings) => {
  const written = frontmatter.chapter?.value;
  if (kind !== undefined || written === undefined) return kind;
  return nearest(
    written,
    template.chapters.map(({ id }) => id),
  );
});

const sets = new Attached<readonly string[], ReadonlySet<string>>();
