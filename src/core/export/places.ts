/** Where links lead within a finished book, and which addresses may lead out of it. */

import type { ManuscriptPart } from './manuscript';

/** A name for the place where each file begins, by its URI: valid as an HTML id and as a Word bookmark. */
export function placesOf(parts: readonly ManuscriptPart[]): ReadonlyMap<string, string> {
  return new Map(parts.map(({ chapter }, at) => [chapter.uri, `berkas_${at + 1}`]));
}

/** Addresses that may be followed from a book; nothing that runs. */
export function isWebAddress(url: string): boolean {
  return /^(?:https?|mailto|tel):/i.test(url.trim());
}
