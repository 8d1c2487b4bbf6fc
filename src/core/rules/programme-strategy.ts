/** A programme that names no strategy, in a dimension whose strategies have codes. */

import type { Book } from '../book/book';
import {
  type ChapterProgrammes,
  isGiven,
  type JoinedProgramme,
  missingFields,
  plannedEntry,
  programmesByChapter,
} from '../book/programmes';
import { referencesInBrackets } from '../chapter/codes';
import { hasPlaceFor } from '../chapter/programmes';
import type { Finding } from '../language/finding';
import { inUnknownRows, Remembered } from './remembered';
import type { BookRule } from './rule';
import { quoted } from './wording';

export const programmeStrategy: BookRule = {
  id: 'programme-strategy',
  severity: 'info',
  scope: 'book',
  title: { id: 'Program tanpa strategi', en: 'A programme without a strategy' },
  *check(book) {
    const codes = strategyCodes(book);
    if (codes.size === 0) return;
    for (const ofChapter of lacking.inSteps(programmesByChapter(book), book.settings)) {
      if (ofChapter === undefined) yield undefined;
      for (const joined of ofChapter ?? []) {
        const known = joined.dimension === undefined ? undefined : codes.get(joined.dimension);
        if (known !== undefined) yield* withoutStrategy(joined, known);
      }
    }
  },
};

/** The codes of strategies by dimension; only dimensions that have any. */
function strategyCodes({ chapters }: Book): Map<string, Set<string>> {
  const codes = new Map<string, Set<string>>();
  for (const { parts } of chapters) {
    for (const { dimension, strategies } of parts) {
      if (dimension === undefined) continue;
      for (const { code } of strategies) {
        if (code === undefined) continue;
        const there = codes.get(dimension);
        if (there === undefined) codes.set(dimension, new Set([code.value]));
        else there.add(code.value);
      }
    }
  }
  return codes;
}

/** The programmes with a place for a strategy that give none, whatever the codes are. */
const lacking: Remembered<ChapterProgrammes, readonly JoinedProgramme[]> = new Remembered((programmes, settings) =>
  inUnknownRows(programmes, settings, programmeStrategy, (joined) => {
    const entry = plannedEntry(joined);
    if (entry === undefined || !hasPlaceFor(entry.programme, 'strategies') || isGiven(joined, 'strategies')) return [];
    return missingFields(joined, settings).length > 0 ? [] : [joined];
  }),
);

function withoutStrategy(joined: JoinedProgramme, codes: ReadonlySet<string>): Finding[] {
  const entry = plannedEntry(joined);
  if (entry === undefined) return [];
  const { chapter, programme } = entry;
  // A code in brackets beside its name or in its text names a strategy as well (format 3.5).
  if (referencesInBrackets(chapter.source, programme).some(({ value }) => codes.has(value))) return [];
  return [
    {
      uri: chapter.uri,
      range: programme.nameRange,
      message: {
        id: `Program ${quoted(programme.name)} belum menyebut strategi yang dijalankannya.`,
        en: `Programme ${quoted(programme.name)} does not say which strategy it carries out.`,
      },
    },
  ];
}
