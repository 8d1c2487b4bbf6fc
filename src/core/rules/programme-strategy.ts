/** A programme that names no strategy, in a dimension whose strategies have codes. */

import type { Book } from '../book/book';
import { isAlike, OfEach } from '../book/of-each';
import {
  type ChapterProgrammes,
  isGiven,
  type JoinedProgramme,
  missingFields,
  plannedEntry,
  programmesByChapter,
} from '../book/programmes';
import type { Chapter } from '../chapter/chapter';
import { referencesInBrackets } from '../chapter/codes';
import { hasPlaceFor } from '../chapter/programmes';
import { RowLook } from '../chapter/row-contents';
import type { Finding } from '../language/finding';
import type { Settings } from '../template/settings';
import { Attached } from '../text/memo';
import { inUnknownRows } from './remembered';
import type { PieceRule } from './rule';
import { quoted } from './wording';

const look = new RowLook();

export const programmeStrategy: PieceRule<ChapterProgrammes> = {
  id: 'programme-strategy',
  severity: 'info',
  scope: 'pieces',
  title: { id: 'Program tanpa strategi', en: 'A programme without a strategy' },
  pieces: programmesByChapter,
  hangsOn: ({ chapters, settings }) => [codesOfChapters.version(chapters, settings)],
  *check(programmes, book) {
    const { settings } = book;
    const codes = codesIn(book);
    if (codes.size === 0) return;
    for (const joined of inUnknownRows(programmes, settings, look, (each) => lacking(each, settings))) {
      const known = joined.dimension === undefined ? undefined : codes.get(joined.dimension);
      if (known !== undefined) yield* withoutStrategy(joined, known);
    }
  },
};

/** A strategy's code with its dimension. */
type DimensionCode = readonly [dimension: string, code: string];

const codesOfChapters = new OfEach(
  ({ parts }: Chapter): readonly DimensionCode[] | undefined => {
    const codes: DimensionCode[] = [];
    for (const { dimension, strategies } of parts) {
      if (dimension === undefined) continue;
      for (const { code } of strategies) if (code !== undefined) codes.push([dimension, code.value]);
    }
    return codes.length === 0 ? undefined : codes;
  },
  (one, other) => isAlike(one, other, ([dimension, code], [same, other]) => dimension === same && code === other),
);

const codesByDimension = new Attached<object, ReadonlyMap<string, ReadonlySet<string>>>();

/** The codes of strategies by dimension; only dimensions that have any. */
function codesIn({ chapters, settings }: Book): ReadonlyMap<string, ReadonlySet<string>> {
  const version = codesOfChapters.version(chapters, settings);
  let codes = codesByDimension.get(version);
  if (codes === undefined) {
    const found = new Map<string, Set<string>>();
    for (const [dimension, code] of codesOfChapters.some(chapters, settings).flat()) {
      const there = found.get(dimension);
      if (there === undefined) found.set(dimension, new Set([code]));
      else there.add(code);
    }
    codes = found;
    codesByDimension.set(version, codes);
  }
  return codes;
}

/** Whether a programme has a place for a strategy and gives none, whatever the codes are. */
function lacking(joined: JoinedProgramme, settings: Settings): readonly JoinedProgramme[] {
  const entry = plannedEntry(joined);
  if (entry === undefined || !hasPlaceFor(entry.programme, 'strategies') || isGiven(joined, 'strategies')) return [];
  return missingFields(joined, settings).length > 0 ? [] : [joined];
}

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
