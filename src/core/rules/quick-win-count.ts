/** Fewer quick wins than the manifest asks for. */

import { joinedProgrammes, quickWinEntry } from '../book/programmes';
import type { BookRule } from './rule';
import { partTitle } from './wording';

export const quickWinCount: BookRule = {
  id: 'quick-win-count',
  severity: 'warning',
  scope: 'book',
  title: { id: 'Quick win belum cukup', en: 'Too few quick wins' },
  *check(book) {
    const { manifest, settings, chapters } = book;
    const { quickWins } = settings;
    if ('total' in quickWins) {
      const count = joinedProgrammes(book).filter((joined) => quickWinEntry(joined) !== undefined).length;
      if (manifest === undefined || count >= quickWins.total) return;
      yield {
        uri: manifest.uri,
        range: manifest.values['quick-wins.total'] ?? manifest.firstLine,
        message: {
          id: `Baru ada ${count} quick win dalam masterplan ini; yang diminta ${quickWins.total}.`,
          en: `The masterplan has ${count} of the ${quickWins.total} quick wins that are asked for.`,
        },
      };
      return;
    }
    for (const chapter of chapters) {
      for (const part of chapter.parts) {
        const section = part.found.find((found) => found.kind === 'quick-wins');
        if (section === undefined || section.empty || part.quickWins.length >= quickWins.perDimension) continue;
        const title = partTitle(chapter, part, settings);
        const count = part.quickWins.length;
        yield {
          uri: chapter.uri,
          range: section.place,
          message: {
            id: `${title.id} baru memiliki ${count} quick win; yang diminta ${quickWins.perDimension}.`,
            en: `${title.en} has ${count} of the ${quickWins.perDimension} quick wins that are asked for.`,
          },
        };
      }
    }
  },
};
