/** Words that a template left behind: `Kabupaten X`, `[isi di sini]`, `TODO`. */

import type { Chapter } from '../chapter/chapter';
import { placeholdersIn } from '../chapter/placeholders';
import { emptySections } from '../chapter/scopes';
import { isEmptyCell } from '../language/emptiness';
import type { Settings } from '../template/settings';
import { isCovered, mergeRanges, type Range, textOf } from '../text/range';
import type { ChapterRule } from './rule';
import { quoted } from './wording';

export const placeholder: ChapterRule = {
  id: 'placeholder',
  severity: 'warning',
  scope: 'chapter',
  title: { id: 'Teks contoh belum diganti', en: 'A placeholder is left' },
  *check(chapter, settings) {
    let silent: Range[] | undefined;
    for (const range of placeholdersIn(chapter, settings)) {
      silent ??= silentPlaces(chapter, settings);
      if (isCovered(silent, range)) continue;
      const written = textOf(chapter.source, range).replaceAll('\\', '');
      yield {
        range,
        message: {
          id: `Teks contoh ${quoted(written)} belum diganti dengan isinya.`,
          en: `The placeholder ${quoted(written)} is still to be replaced.`,
        },
      };
    }
  },
};

/** Sections that a placeholder makes empty, cells and fields that are just empty, tables not read: of these other rules speak. */
function silentPlaces(chapter: Chapter, settings: Settings): Range[] {
  const places: Range[] = [...chapter.unreadTables];
  for (const part of chapter.parts) {
    for (const found of emptySections(chapter, part, settings.template)) places.push(found.section ?? found);
    for (const programme of [...part.programmes, ...part.quickWins]) {
      // Empty cells of a row are no values of it; they are found below.
      if (programme.table !== undefined) continue;
      for (const value of programme.values) if (value.text === '') places.push(value.cell);
    }
  }
  for (const block of chapter.blocks) {
    if (block.type !== 'table') continue;
    for (const row of [block.header, ...block.rows]) {
      for (const cell of row.cells)
        if (cell.end > cell.start && isEmptyCell(textOf(chapter.source, cell))) places.push(cell);
    }
  }
  return mergeRanges(places);
}
