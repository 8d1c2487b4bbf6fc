/** Where codes stand in a manuscript: definitions become places to jump to, references become jumps. */

import type { Text } from 'mdast';
import type { Book } from '../book/book';
import { chapterReferences, codeOfUse, type Definition, referencesIn } from '../book/references';
import type { Chapter } from '../chapter/chapter';

/** A stretch of text within a text of the tree that is a code. */
export interface CodeMark {
  /** Offsets into the source. */
  readonly start: number;
  readonly end: number;
  /** The name of the place: the same for a definition and for what refers to it. */
  readonly anchor: string;
  readonly isDefinition: boolean;
}

/**
 * The codes of the chapters that are exported together, by URI, in the order of the text. A reference to what is not
 * defined among them is plain text: there is nothing to jump to.
 */
export function codeMarks(book: Book, chapters: readonly Chapter[]): ReadonlyMap<string, readonly CodeMark[]> {
  const marks = new Map<string, CodeMark[]>(chapters.map(({ uri }) => [uri, []]));
  const placed = new Set<string>();
  for (const chapter of chapters) {
    for (const definition of chapterReferences(chapter, book.settings).definitions) {
      const anchor = anchorOf(definition);
      // One programme stands in up to three places; the first is where one goes.
      const isDefinition = !placed.has(anchor);
      placed.add(anchor);
      const { start, end } = definition.code;
      marks.get(chapter.uri)?.push({ start, end, anchor, isDefinition });
    }
  }
  const index = referencesIn(book);
  for (const use of index.uses) {
    const definition = index.definitionsOf(use)[0];
    const range = codeOfUse(use);
    if (definition === undefined || range === undefined) continue;
    const anchor = anchorOf(definition);
    if (placed.has(anchor)) marks.get(use.chapter.uri)?.push({ ...range, anchor, isDefinition: false });
  }
  for (const ofChapter of marks.values()) ofChapter.sort((a, b) => a.start - b.start);
  return marks;
}

/** A name that is valid as an HTML id and as a Word bookmark (letters, digits, `_`, at most 40 characters). */
export function anchorOf({ kind, dimension, code }: Definition): string {
  const isLocal = kind === 'swot-item' || kind === 'strategy';
  const name = isLocal ? `${dimension ?? 'x'}_${code.value}` : code.value;
  return `kode_${name}`.replace(/[^A-Za-z0-9_]/g, '_').slice(0, 40);
}

/** A text cut at its codes. */
export interface TextPiece {
  readonly value: string;
  readonly mark?: CodeMark;
}

/**
 * Cuts a text of the tree at the codes in it. Where the text is not what stands in the source (entities, escapes), its
 * offsets tell nothing, and it stays whole.
 */
export function piecesOf(text: Text, chapter: Chapter, marks: readonly CodeMark[]): TextPiece[] {
  const start = text.position?.start.offset;
  const end = text.position?.end.offset;
  if (start === undefined || end === undefined || chapter.source.slice(start, end) !== text.value)
    return [{ value: text.value }];
  const pieces: TextPiece[] = [];
  let at = start;
  for (const mark of marks) {
    if (mark.start < at || mark.end > end) continue;
    if (mark.start > at) pieces.push({ value: chapter.source.slice(at, mark.start) });
    pieces.push({ value: chapter.source.slice(mark.start, mark.end), mark });
    at = mark.end;
  }
  if (at < end) pieces.push({ value: chapter.source.slice(at, end) });
  return pieces;
}
