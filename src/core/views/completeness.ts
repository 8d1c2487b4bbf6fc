/** How complete a chapter is: the sections that its template requires, and which of them are there with content. */

import type { Book } from '../book/book';
import type { Chapter, FoundSection } from '../chapter/chapter';
import { missingSections } from '../chapter/missing';
import { emptySections, scopesOf } from '../chapter/scopes';
import type { Range } from '../text/range';

export interface OpenSection {
  /** A section id of the template. */
  readonly kind: string;
  readonly state: 'missing' | 'empty';
  /** The heading that lacks it, or its own. */
  readonly place: Range;
  /** The dimension, where the chapter has several. */
  readonly dimension?: string;
}

export interface Completeness {
  /** Required sections that are there and say something. */
  readonly done: number;
  readonly required: number;
  readonly open: readonly OpenSection[];
}

/**
 * Counts the required sections of a chapter, scope by scope. What a missing section would itself require is not
 * counted until it is there: a chapter grows as it is written.
 */
export function completenessOf(book: Book, chapter: Chapter): Completeness {
  const { template } = book.settings;
  const open: OpenSection[] = [];
  let required = 0;
  for (const part of chapter.parts) {
    const missing = missingSections(chapter, part, template);
    const empty = emptySections(chapter, part, template);
    const dimension = part.opener === undefined ? {} : { dimension: part.dimension as string };
    for (const { kind, within } of missing) {
      open.push({ kind, state: 'missing', place: within?.place ?? part.place, ...dimension });
    }
    for (const found of empty) open.push({ kind: found.kind, state: 'empty', place: found.place, ...dimension });
    required += missing.length;
    for (const { uses, sections } of scopesOf(chapter, part, template)) {
      required += uses.filter((use) => use.required && isCounted(sections, use.id, empty)).length;
    }
  }
  return { done: required - open.length, required, open };
}

/** An empty section that is judged by its own sections is not counted beside them. */
function isCounted(sections: readonly FoundSection[], kind: string, empty: readonly FoundSection[]): boolean {
  const there = sections.filter((found) => found.kind === kind);
  return there.some((found) => !found.empty || empty.includes(found));
}
