/** Fewer quick wins than the manifest asks for. */

import { hasUnreadParts } from '../book/book';
import { OfEach } from '../book/of-each';
import { type ChapterProgrammes, programmesByChapter, quickWinEntry } from '../book/programmes';
import { referencesIn } from '../book/references';
import type { Chapter, FoundSection, Part } from '../chapter/chapter';
import { isWhollyRead } from '../chapter/unread-tables';
import { addQuickWins } from '../edits/add-quick-wins';
import type { Settings } from '../template/settings';
import type { BookRule } from './rule';
import { partTitle } from './wording';

export const quickWinCount: BookRule = {
  id: 'quick-win-count',
  severity: 'warning',
  scope: 'book',
  title: { id: 'Quick win belum cukup', en: 'Too few quick wins' },
  hangsOn(book) {
    const { manifest, settings, chapters, unread } = book;
    return 'total' in settings.quickWins
      ? [manifest, unread, hasUnreadParts(book), counts.version(programmesByChapter(book), settings)]
      : [tooFew.some(chapters, settings), referencesIn(book).shape];
  },
  *check(book) {
    const { manifest, settings, chapters, unread = 0 } = book;
    const { quickWins } = settings;
    if ('total' in quickWins) {
      // Further quick wins may stand in what was not read.
      if (unread > 0 || hasUnreadParts(book)) return;
      const count = counts.all(programmesByChapter(book), settings).reduce((sum, own) => sum + own, 0);
      if (manifest === undefined || count >= quickWins.total) return;
      yield {
        uri: manifest.uri,
        range: manifest.values['quick-wins.total'] ?? manifest.firstLine,
        message: {
          id: `${count === 0 ? 'Belum ada' : `Baru ada ${count}`} quick win dalam masterplan ini; yang diminta ${quickWins.total}.`,
          en: `The masterplan has ${count === 0 ? 'no quick win yet' : `${count} quick win${count === 1 ? '' : 's'}`}; ${quickWins.total} ${quickWins.total === 1 ? 'is' : 'are'} asked for.`,
        },
      };
      return;
    }
    for (const { chapter, part, section, wanted } of tooFew.some(chapters, settings).flat()) {
      const title = partTitle(chapter, part, settings);
      const count = part.quickWins.length;
      const areAsked = wanted === 1 ? 'is asked' : 'are asked';
      yield {
        uri: chapter.uri,
        range: section.place,
        message: {
          id:
            count === 0
              ? `${title.id} belum memiliki quick win dalam tabel atau sub-judul dengan isian; yang diminta ${wanted}.`
              : `${title.id} baru memiliki ${count} quick win; yang diminta ${wanted}.`,
          en:
            count === 0
              ? `${title.en} has no quick win yet in a table or under a heading with fields; ${wanted} ${areAsked} for.`
              : `${title.en} has ${count} quick win${count === 1 ? '' : 's'}; ${wanted} ${areAsked} for.`,
        },
        writeFixes() {
          const codes = new Set(referencesIn(book).programmeCodes());
          const edit = addQuickWins(chapter, part, section, wanted - count, settings, codes);
          const name = { id: 'Sisipkan isi awal quick win', en: 'Insert a skeleton of a quick win' };
          return edit === undefined ? undefined : [{ title: name, edits: [{ edits: [edit] }] }];
        },
      };
    }
  },
};

const counts = new OfEach(
  ({ joined }: ChapterProgrammes) => joined.filter((each) => quickWinEntry(each) !== undefined).length,
);

/** A section of quick wins that has fewer than are asked of a dimension. */
interface TooFew {
  readonly chapter: Chapter;
  readonly part: Part;
  readonly section: FoundSection;
  readonly wanted: number;
}

const tooFew = new OfEach((chapter: Chapter, { quickWins }: Settings): readonly TooFew[] | undefined => {
  if ('total' in quickWins || !isWhollyRead(chapter)) return undefined;
  const wanted = quickWins.perDimension;
  const found = chapter.parts.flatMap((part) => {
    const section = part.found.find(({ kind }) => kind === 'quick-wins');
    if (section === undefined || section.empty || part.quickWins.length >= wanted) return [];
    return [{ chapter, part, section, wanted }];
  });
  return found.length === 0 ? undefined : found;
});
