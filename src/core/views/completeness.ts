/** How complete a chapter is: the sections that its template requires, and which of them are there with content. */

import type { Book } from '../book/book';
import type { Chapter, FoundSection } from '../chapter/chapter';
import { missingSections } from '../chapter/missing';
import { emptySections, scopesOf } from '../chapter/scopes';
import type { Range } from '../text/range';
import { unfilledSections } from './unfilled';

export interface OpenSection {
  /** A section id of the template. */
  readonly kind: string;
  /** `partial`: there, with nothing but placeholders. */
  readonly state: 'missing' | 'empty' | 'partial';
  /** The heading that lacks it, or its own. */
  readonly place: Range;
  /** The dimension, where the chapter has several. */
  readonly dimension?: string;
}

export interface Completeness {
  /** Required sections that are there and say something more than placeholders. */
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
  const unfilled = unfilledSections(chapter, book.settings);
  const isOpen = (found: FoundSection) => found.empty || unfilled.has(found);
  for (const part of chapter.parts) {
    const missing = missingSections(chapter, part, template);
    const empty = emptySections(chapter, part, template, isOpen);
    const dimension = part.opener === undefined ? {} : { dimension: part.dimension as string };
    for (const { kind, within } of missing) {
      open.push({ kind, state: 'missing', place: within?.place ?? part.place, ...dimension });
    }
    for (const found of empty) {
      open.push({ kind: found.kind, state: found.empty ? 'empty' : 'partial', place: found.place, ...dimension });
    }
    required += missing.length;
    for (const { uses, sections } of scopesOf(chapter, part, template)) {
      required += uses.filter(({ id, required }) => {
        // An open section that is judged by its own sections is not counted beside them.
        const there = required ? sections.filter(({ kind }) => kind === id) : [];
        return there.some((found) => !isOpen(found) || empty.includes(found));
      }).length;
    }
  }
  return { done: required - open.length, required, open };
}
