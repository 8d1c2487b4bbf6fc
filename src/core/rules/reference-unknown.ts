/** A reference to a code that nothing has (format 3.5). */

import { type Book, dimensionChapters } from '../book/book';
import { type CodeShape, type ReferenceIndex, referencesIn, type Use } from '../book/references';
import type { Part } from '../chapter/chapter';
import { isStrategyCode, isSwotCode } from '../chapter/codes';
import { swotCoding } from '../chapter/swot-codes';
import { isWhollyRead } from '../chapter/unread-tables';
import type { Finding } from '../language/finding';
import { quadrantLetters, quadrants } from '../template/template';
import { isDigit } from '../text/characters';
import { Attached } from '../text/memo';
import { nearestCodes } from './fixes/reference-unknown';
import type { BookRule } from './rule';
import { dimensionTitle } from './wording';

export const referenceUnknown: BookRule = {
  id: 'reference-unknown',
  severity: 'error',
  scope: 'book',
  title: { id: 'Kode yang dirujuk tidak ada', en: 'A reference to a code that is not there' },
  *check(book) {
    const index = referencesIn(book);
    let given: ReadonlyMap<string | undefined, ReadonlySet<string>> | undefined;
    let unwritten: Unwritten | undefined;
    let last: { readonly use: Use; readonly codes: string[] } | undefined;
    for (const use of index.unknown) {
      const { reference, dimension } = use;
      // Outside of every dimension a bare local code may mean any of them; which one, nobody can tell.
      if (dimension === undefined && index.isLocalSomewhere(reference.value)) continue;
      given ??= codesOfFixes(book);
      if (given.get(dimension)?.has(reference.value)) continue;
      if (!isSurelyCode(use, index)) continue;
      unwritten ??= new Unwritten(book, index);
      if (unwritten.mayHold(use)) continue;
      // The codes of a span (`S1–S9`) stand in one place, and are one finding.
      if (last !== undefined && isOnePlace(last.use, use)) {
        last.codes.push(reference.value);
        continue;
      }
      if (last !== undefined) yield findingFor(last.use, last.codes, index, book);
      last = { use, codes: [reference.value] };
    }
    if (last !== undefined) yield findingFor(last.use, last.codes, index, book);
  },
};

function isOnePlace(one: Use, other: Use): boolean {
  return (
    one.chapter === other.chapter &&
    one.reference.start === other.reference.start &&
    one.reference.end === other.reference.end
  );
}

function findingFor(use: Use, codes: readonly string[], index: ReferenceIndex, book: Book): Finding {
  const { reference, dimension } = use;
  const where = dimension === undefined || !isLocal(use, index) ? undefined : dimensionTitle(dimension, book.settings);
  const named = codes.join(', ');
  const none = codes.length > 1 ? 'There are no codes' : 'There is no code';
  return {
    uri: use.chapter.uri,
    range: { start: reference.start, end: reference.end },
    message: {
      id: `Kode ${named} tidak ada${where === undefined ? ' dalam masterplan ini' : ` di ${where.id}`}.`,
      en: `${none} ${named} in ${where === undefined ? 'this masterplan' : where.en}.`,
    },
    writeFixes: () => nearestCodes(use, index.codesFor(use)),
  };
}

/** Whether a code would be one of its dimension; those of programmes are one set for the whole masterplan. */
function isLocal({ reference, dimension }: Use, index: ReferenceIndex): boolean {
  const { value, target } = reference;
  if (target !== undefined || reference.dimension !== undefined) return target !== 'programme';
  return !value.includes('-') || seriesIn(index).isLocal(dimension, seriesOf(value));
}

/** What is not there, or could not be read: a code that would stand in it cannot be called unknown. */
class Unwritten {
  private readonly parts = new Map<string | undefined, Part[]>();
  /** Dimensions of chapters that are beyond the limits. */
  private readonly partlyRead = new Set<string | undefined>();
  /** Whether there may be chapters that were not read. */
  private readonly isOpen: boolean;

  constructor(
    book: Book,
    private readonly index: ReferenceIndex,
  ) {
    this.isOpen = book.manifest === undefined || (book.unread ?? 0) > 0;
    for (const chapter of book.chapters) {
      for (const part of chapter.parts) {
        const there = this.parts.get(part.dimension);
        if (there === undefined) this.parts.set(part.dimension, [part]);
        else there.push(part);
        if (!isWhollyRead(chapter)) this.partlyRead.add(part.dimension);
      }
    }
  }

  mayHold({ reference, dimension }: Use): boolean {
    const { value } = reference;
    if (isSwotCode(value)) {
      const quadrant = quadrants.find((id) => quadrantLetters[id] === value[0]) as string;
      return this.isSilent(dimension, [quadrant]);
    }
    const hyphen = value.indexOf('-');
    if (reference.dimension !== undefined || hyphen < 0) {
      return isStrategyCode(value) && this.isSilent(dimension, ['strategy', 'tows']);
    }
    if (this.partlyRead.size > 0) return true;
    // Codes with this first part (`GOV-`) are those of a chapter that was read.
    return this.isOpen && !this.index.isFirstPart(value.slice(0, hyphen));
  }

  /** A missing dimension or section is reported once; nothing is said about what would have been in it. */
  private isSilent(dimension: string | undefined, sections: readonly string[]): boolean {
    if (dimension === undefined) return this.isOpen;
    if (this.partlyRead.has(dimension)) return true;
    const parts = this.parts.get(dimension) ?? [];
    return !parts.some(({ found }) => found.some(({ kind, empty }) => sections.includes(kind) && !empty));
  }
}

/**
 * Brackets in a programme or a strategy hold words as well that look like codes: `(B3)`, `(COVID-19)`. A code is one
 * that has the form of SWOT items and strategies, or goes on with a series that there is, or has several parts. Among the
 * words of a field only what begins like other codes with a hyphen is one.
 */
function isSurelyCode(use: Use, index: ReferenceIndex): boolean {
  const { value, target, dimension, inWords } = use.reference;
  if (inWords === true) return index.beginsLikeOthers(use);
  if (target !== undefined || dimension !== undefined || use.from === undefined) return true;
  if (isSwotCode(value) || (isStrategyCode(value) && !value.includes('-'))) return true;
  if (value.indexOf('-') !== value.lastIndexOf('-')) return true;
  const all = seriesIn(index);
  return all.isLocal(use.dimension, seriesOf(value)) || all.programmes.has(seriesOf(value));
}

/** The series of all codes of a book. */
class AllSeries {
  readonly programmes: ReadonlySet<string>;
  private readonly local = new Map<string | undefined, ReadonlySet<string>>();

  constructor(private readonly index: ReferenceIndex) {
    this.programmes = new Set(Array.from(index.programmeCodes(), seriesOf));
  }

  /** Whether a SWOT item or a strategy of a dimension has a code of the series. */
  isLocal(dimension: string | undefined, series: string): boolean {
    let there = this.local.get(dimension);
    if (there === undefined) {
      there = new Set(this.index.localCodes(dimension).map(seriesOf));
      this.local.set(dimension, there);
    }
    return there.has(series);
  }
}

const allSeries = new Attached<CodeShape, AllSeries>();

function seriesIn(index: ReferenceIndex): AllSeries {
  let series = allSeries.get(index.shape);
  if (series === undefined) {
    series = new AllSeries(index);
    allSeries.set(index.shape, series);
  }
  return series;
}

/** `GOV` of `GOV-P-01`, `P` of `P12`. */
function seriesOf(code: string): string {
  const hyphen = code.indexOf('-');
  let end = hyphen < 0 ? code.length : hyphen;
  while (end > 0 && isDigit(code.charCodeAt(end - 1))) end--;
  return code.slice(0, end);
}

/** Codes that the fixes of the rules `swot-code` and `swot-uncoded` would give to items: what names them is right once that is mended. */
function codesOfFixes(book: Book): Map<string | undefined, Set<string>> {
  const given = new Map<string | undefined, Set<string>>();
  for (const chapter of dimensionChapters(book)) {
    for (const part of chapter.parts) {
      const codes = given.get(part.dimension) ?? new Set();
      for (const code of swotCoding(part).wanted.values()) codes.add(code);
      given.set(part.dimension, codes);
    }
  }
  return given;
}
