/** Codes that a reference to nothing may have meant. */

import { codeOfUse, type Use } from '../../book/references';
import type { FindingFix } from '../../language/finding';
import { editDistance } from '../../text/distance';

const suggestions = 3;

/** @param codes all that may stand there. */
export function nearestCodes(use: Use, codes: readonly string[]): FindingFix[] {
  const range = codeOfUse(use);
  if (range === undefined) return [];
  const { value } = use.reference;
  const near = codes
    .map((code) => ({ code, distance: editDistance(value, code, 2) }))
    .filter(({ distance }) => distance <= 2)
    .sort((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1));
  return near.slice(0, suggestions).map(({ code }) => ({
    title: { id: `Ganti dengan ${code}`, en: `Replace by ${code}` },
    edits: [{ uri: use.chapter.uri, edits: [{ range, text: code }] }],
  }));
}
