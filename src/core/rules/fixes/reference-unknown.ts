/** Codes that a reference to nothing may have meant. */

import type { Use } from '../../book/references';
import type { FindingFix } from '../../language/finding';
import { editDistance } from '../../text/distance';

const suggestions = 3;

/** @param codes all that may stand there. */
export function nearestCodes({ chapter, reference }: Use, codes: readonly string[]): FindingFix[] {
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
