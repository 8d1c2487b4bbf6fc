/** Fewer quick wins than the manifest asks for. */

import { joinedProgrammes, quickWinEntry } from '../book/programmes';
import type { Chapter } from '../chapter/chapter';
import { isWhollyRead } from '../chapter/unread-tables';
import { addQuickWins } from '../edits/add-quick-wins';
import type { BookRule } from './rule';
import { partTitle } from './wording';

export const quickWinCount: BookRule = {
  id: 'quick-win-count',
  severity: 'warning',
  scope: 'book',
  title: { id: 'Quick win belum cukup', en: 'Too few quick wins' },
  *check(book) {
    const { manifest, settings, chapters, unread = 0 } = book;
    const { quickWins } = settings;
    if ('total' in quickWins) {
      // Further quick wins may stand in what was not read.
      if (unread > 0 || chapters.some((chapter) => !isWhollyRead(chapter))) return;
      const count = joinedProgrammes(book).filter((joined) => quickWinEntry(joined) !== undefined).length;
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
    for (const chapter of chapters) {
      if (!isWhollyRead(chapter)) continue;
      for (const part of chapter.parts) {
        const section = part.found.find((found) => found.kind === 'quick-wins');
        if (section === undefined || section.empty || part.quickWins.length >= quickWins.perDimension) continue;
        const title = partTitle(chapter, part, settings);
        const count = part.quickWins.length;
        const asked = quickWins.perDimension;
        const areAsked = asked === 1 ? 'is asked' : 'are asked';
        const lacking = asked - count;
        yield {
          uri: chapter.uri,
          range: section.place,
          message: {
            id:
              count === 0
                ? `${title.id} belum memiliki quick win dalam tabel atau sub-judul dengan isian; yang diminta ${asked}.`
                : `${title.id} baru memiliki ${count} quick win; yang diminta ${asked}.`,
            en:
              count === 0
                ? `${title.en} has no quick win yet in a table or under a heading with fields; ${asked} ${areAsked} for.`
                : `${title.en} has ${count} quick win${count === 1 ? '' : 's'}; ${asked} ${areAsked} for.`,
          },
          get fixes() {
            const edit = addQuickWins(chapter, part, section, lacking, settings, programmeCodes(chapters));
            const name = { id: 'Sisipkan kerangka quick win', en: 'Insert a skeleton of a quick win' };
            return edit === undefined ? undefined : [{ title: name, edits: [{ edits: [edit] }] }];
          },
        };
      }
    }
  },
};

const codesOfChapters = new WeakMap<Chapter, readonly string[]>();

/** The codes of all programmes and quick wins: a new one keeps clear of them. */
function programmeCodes(chapters: readonly Chapter[]): Set<string> {
  const codes = new Set<string>();
  for (const chapter of chapters) {
    let own = codesOfChapters.get(chapter);
    if (own === undefined) {
      own = chapter.parts
        .flatMap(({ programmes, quickWins }) => [...programmes, ...quickWins])
        .flatMap(({ code }) => (code === undefined ? [] : [code.value]));
      codesOfChapters.set(chapter, own);
    }
    for (const code of own) codes.add(code);
  }
  return codes;
}
