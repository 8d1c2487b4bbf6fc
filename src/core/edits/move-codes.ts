/** Codes after a section has gone to another dimension: who names them from elsewhere says which dimension is meant. */

import type { Book } from '../book/book';
import { type Definition, referencesIn, type Use } from '../book/references';
import type { Chapter } from '../chapter/chapter';
import type { Text } from '../language/language';
import type { TextEdit } from '../text/edits';
import { contains, type Range } from '../text/range';

/** A stretch of a chapter that comes to another part, of another dimension or of none. */
export interface MovedStretch {
  readonly chapter: Chapter;
  readonly range: Range;
  /** The dimension that something in the stretch is in afterwards. */
  dimensionOf(before: string | undefined, part: Range): string | undefined;
}

/**
 * The edits by chapter that keep every SWOT item and strategy named (format 3.5): with its dimension where it is another
 * one, without where it has become the same.
 * @returns the reason where a code would mean two things, or a span (`S1–S3`) would have to be parted.
 */
export function codeEdits(
  book: Book,
  moved: MovedStretch,
): { readonly edits: ReadonlyMap<Chapter, readonly TextEdit[]> } | { readonly refusal: Text } {
  const index = referencesIn(book);
  const isMoved = (chapter: Chapter, range: Range) => chapter === moved.chapter && contains(moved.range, range);
  const dimensionThen = ({ chapter, part, code, dimension }: Definition) =>
    isMoved(chapter, code) ? moved.dimensionOf(dimension, part) : dimension;
  const wishes = new Map<Chapter, Map<number, { readonly use: Use; readonly qualifier: string | undefined }>>();
  for (const { use, definitions } of index.meanings) {
    const qualifier = qualifierThen(use, definitions[0]);
    const ofChapter = wishes.get(use.chapter) ?? new Map();
    wishes.set(use.chapter, ofChapter);
    const { start } = use.reference;
    const other = ofChapter.get(start);
    if (other !== undefined && other.qualifier !== qualifier) return { refusal: spanRefusal(use) };
    ofChapter.set(start, { use, qualifier });
  }
  const edits = new Map<Chapter, TextEdit[]>();
  for (const [chapter, ofChapter] of wishes) {
    for (const { use, qualifier } of ofChapter.values()) {
      const { start, dimension } = use.reference;
      if (qualifier === dimension) continue;
      const range = { start, end: dimension === undefined ? start : chapter.source.indexOf(':', start) + 1 };
      const edit = { range, text: qualifier === undefined ? '' : `${qualifier}:` };
      edits.set(chapter, [...(edits.get(chapter) ?? []), edit]);
    }
  }
  return { edits };

  /** What stands before the code then; as it is where nothing about it changes. */
  function qualifierThen(
    { chapter, reference, dimension }: Use,
    definition: Definition | undefined,
  ): string | undefined {
    const now = reference.dimension;
    if (definition === undefined || definition.kind === 'programme' || definition.kind === 'quick-win') return now;
    const part = chapter.parts.find((candidate) => contains(candidate, reference));
    const from = part?.dimension ?? (now === undefined ? dimension : undefined);
    const here = part !== undefined && isMoved(chapter, reference) ? moved.dimensionOf(from, part) : from;
    const there = dimensionThen(definition);
    if ((here === from && there === definition.dimension) || there === undefined) return now;
    return here === there ? undefined : there;
  }
}

function spanRefusal({ chapter, reference }: Use): Text {
  const written = chapter.source.slice(reference.start, reference.end);
  return {
    id: `Kode-kode dalam rentang "${written}" akan terpisah; tulis satu per satu dahulu.`,
    en: `The codes of the span "${written}" would be parted; write them one by one first.`,
  };
}

/** A code in the stretch that something of the dimension which it comes to has already. */
export function takenCode(
  book: Book,
  moved: MovedStretch,
): { readonly code: string; readonly text: string } | undefined {
  const index = referencesIn(book);
  for (const part of moved.chapter.parts) {
    for (const item of [...part.swot.flatMap(({ items }) => items), ...part.strategies]) {
      if (item.code === undefined || !contains(moved.range, item.code)) continue;
      const there = moved.dimensionOf(part.dimension, part);
      if (there === part.dimension || there === undefined) continue;
      const { value } = item.code;
      const other = index.localOf(there, value)[0];
      if (other !== undefined) return { code: value, text: other.text };
    }
  }
  return undefined;
}
