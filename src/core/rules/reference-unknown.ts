/** A reference to a code that nothing has (format 3.5). */

import type { Book } from '../book/book';
import { referencesIn, type Use } from '../book/references';
import { swotCoding } from '../chapter/swot-codes';
import type { FindingFix } from '../language/finding';
import { editDistance } from '../text/distance';
import type { BookRule } from './rule';
import { dimensionTitle } from './wording';

const suggestions = 3;

export const referenceUnknown: BookRule = {
  id: 'reference-unknown',
  severity: 'error',
  scope: 'book',
  title: { id: 'Kode yang dirujuk tidak ada', en: 'A reference to a code that is not there' },
  *check(book) {
    const index = referencesIn(book);
    let given: ReadonlyMap<string | undefined, ReadonlySet<string>> | undefined;
    for (const use of index.uses) {
      const { reference, dimension } = use;
      if (index.definitionsOf(use).length > 0) continue;
      // Outside of every dimension a bare local code may mean any of them; which one, nobody can tell.
      if (dimension === undefined && index.isLocalSomewhere(reference.value)) continue;
      given ??= codesOfFixes(book);
      if (given.get(dimension)?.has(reference.value)) continue;
      const where = dimension === undefined ? undefined : dimensionTitle(dimension, book.settings);
      yield {
        uri: use.chapter.uri,
        range: { start: reference.start, end: reference.end },
        message: {
          id: `Kode ${reference.value} tidak ada${where === undefined ? ' dalam masterplan ini' : ` di ${where.id}`}.`,
          en: `There is no code ${reference.value} in ${where === undefined ? 'this masterplan' : where.en}.`,
        },
        fixes: fixesFor(use, index.codesFor(use)),
      };
    }
  },
};

/** Codes that the fixes of rule `swot-code` would give to items: what names them is right once that is mended. */
function codesOfFixes(book: Book): Map<string | undefined, Set<string>> {
  const given = new Map<string | undefined, Set<string>>();
  for (const chapter of book.chapters) {
    for (const part of chapter.parts) {
      const coding = swotCoding(part);
      if (!coding.hasCodes) continue;
      const codes = given.get(part.dimension) ?? new Set();
      for (const code of coding.wanted.values()) codes.add(code);
      given.set(part.dimension, codes);
    }
  }
  return given;
}

function fixesFor({ chapter, reference }: Use, codes: readonly string[]): FindingFix[] {
  const { start, end, value } = reference;
  if (!chapter.source.startsWith(value, end - value.length) || end - value.length < start) return [];
  const near = codes
    .map((code) => ({ code, distance: editDistance(value, code, 2) }))
    .filter(({ distance }) => distance <= 2)
    .sort((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1));
  return near.slice(0, suggestions).map(({ code }) => ({
    title: { id: `Ganti dengan ${code}`, en: `Replace by ${code}` },
    edits: [{ uri: chapter.uri, edits: [{ range: { start: end - value.length, end }, text: code }] }],
  }));
}
