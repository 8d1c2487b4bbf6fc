/** A dimension of the set that no chapter and no block is about. */

import type { Book } from '../book/book';
import { OfEach } from '../book/of-each';
import type { Chapter } from '../chapter/chapter';
import { newChapter, newDimensionBlock } from '../edits/new-chapter';
import type { FindingFix } from '../language/finding';
import type { Settings } from '../template/settings';
import type { Dimension } from '../template/template';
import type { BookRule } from './rule';

export const missingDimension: BookRule = {
  id: 'missing-dimension',
  severity: 'error',
  scope: 'book',
  title: { id: 'Dimensi belum memiliki bab', en: 'A dimension has no chapter' },
  *check(book) {
    const { manifest, settings, chapters, unread = 0 } = book;
    if (manifest === undefined || settings.template.chapters.some((kind) => kind.optional)) return;
    const there = new Set<string>();
    let untold = unread;
    for (const { kind, parts, excess } of chaptersOfDimensions.some(chapters, settings)) {
      for (const { dimension } of parts) {
        if (dimension !== undefined) there.add(dimension);
        else if (mayBeOfDimension(kind, settings)) untold++;
      }
      // Of a chapter that was read only in part, nobody knows which dimensions its rest is about.
      if (kind === 'dimensions' && excess.length > 0) return;
    }
    const missing = settings.template.dimensions.filter((dimension) => !there.has(dimension.id));
    // Chapters whose dimension cannot be told may be the missing ones; what is wrong is said at their frontmatter.
    if (missing.length <= untold) return;
    const range = manifest.keys.dimensions ?? manifest.keys.template ?? manifest.firstLine;
    for (const dimension of missing) {
      yield {
        uri: manifest.uri,
        range,
        message: {
          id: `Dimensi ${dimension.title.id} belum memiliki bab.`,
          en: `The dimension ${dimension.title.en} has no chapter yet.`,
        },
        writeFixes: () => fixesFor(book, dimension),
      };
    }
  },
};

function mayBeOfDimension(kind: string | undefined, { template }: Settings): boolean {
  if (kind === undefined || kind === 'dimensions') return true;
  return template.chapters.find(({ id }) => id === kind)?.required === 'per-dimension';
}

/** The chapters that are about dimensions, or may be. */
const chaptersOfDimensions = new OfEach((chapter: Chapter, settings: Settings) =>
  mayBeOfDimension(chapter.kind, settings) || chapter.parts.some(({ dimension }) => dimension !== undefined)
    ? chapter
    : undefined,
);

function fixesFor(book: Book, { id, title }: Dimension): FindingFix[] {
  const block = newDimensionBlock(book, id);
  if (block !== undefined) {
    return [
      {
        title: { id: `Tambahkan bagian ${title.id}`, en: `Add a part for ${title.en}` },
        edits: [{ uri: block.uri, edits: [block.edit] }],
      },
    ];
  }
  const kind = book.settings.template.chapters.find(({ required }) => required === 'per-dimension');
  const file = kind === undefined ? undefined : newChapter(book, kind.id, id);
  if (file === undefined) return [];
  return [
    {
      title: { id: `Buat bab ${title.id}`, en: `Create the chapter ${title.en}` },
      edits: [],
      newFiles: [file],
    },
  ];
}
