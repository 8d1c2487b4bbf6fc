/** What is offered while one writes, as plain data: what is shown, what is written, and which stretch it replaces. */

import type { Book } from '../../book/book';
import { readerLanguage, writtenLanguage } from '../../book/language';
import type { Chapter, FoundSection, Part } from '../../chapter/chapter';
import type { Language, Text } from '../../language/language';
import { type Lexicon, lexiconOf } from '../../template/lexicon';
import type { TextEdit } from '../../text/edits';
import type { Range } from '../../text/range';

export type SuggestionKind = 'section' | 'code' | 'programme' | 'agency' | 'value' | 'field' | 'key';

export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly label: string;
  /** Shown beside the label: what a code stands for. */
  readonly detail?: string;
  /** A few plain sentences more. */
  readonly documentation?: string;
  /** What is written; in the editor's snippet syntax where `isSnippet`. */
  readonly insert: string;
  readonly isSnippet?: true;
  /** What it takes the place of: within one line, the cursor in it. */
  readonly range: Range;
  /** What typed letters are compared with; the label where it is not given. */
  readonly filter?: string;
  /** What else changes in the chapter with it, elsewhere than in the range. */
  readonly also?: readonly TextEdit[];
  /** More can be suggested once this is written: the values behind a field's label. */
  readonly goesOn?: true;
}

/** How a suggestion was asked for. */
export interface Asking {
  /** Somebody asked for it; else it comes by itself after a character, and keeps to what is surely meant. */
  readonly explicit: boolean;
  /** Today as `2025-10-07`: the core knows no clock. */
  readonly today?: string;
}

/** The line in which one writes, and where it lies in its chapter. */
export interface WritingPlace {
  readonly book: Book;
  readonly chapter: Chapter;
  readonly lexicon: Lexicon;
  readonly part: Part | undefined;
  /** The recognised sections with headings around the line, from the outermost to the innermost. */
  readonly around: readonly FoundSection[];
  readonly offset: number;
  /** The line without its line end. */
  readonly line: Range;
  /** The line up to the cursor, and from the cursor on. */
  readonly before: string;
  readonly after: string;
  /** Of words to the reader, and of what is written. */
  readonly language: Language;
  readonly written: Language;
  readonly asking: Asking;
}

/** What is known about a place before anything is suggested for it. */
export function writingPlace(book: Book, chapter: Chapter, offset: number, asking: Asking): WritingPlace {
  const { lines, source } = chapter;
  const at = lines.lineAt(offset);
  const line = { start: lines.startOf(at), end: lines.endOf(at) };
  const part = chapter.parts.findLast((candidate) => isIn(candidate, offset, source));
  const around = (part?.found ?? [])
    .filter(({ section }) => section !== undefined && section.start < line.start && isIn(section, offset, source))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return {
    book,
    chapter,
    lexicon: lexiconOf(book.settings),
    part,
    around,
    offset,
    line,
    before: source.slice(line.start, offset),
    after: source.slice(offset, line.end),
    language: readerLanguage(book.settings, chapter),
    written: writtenLanguage(book.settings, chapter),
    asking,
  };
}

/** Whether one writes in a stretch: its end belongs to what follows, unless nothing does. */
function isIn({ start, end }: Range, offset: number, source: string): boolean {
  return start <= offset && (offset < end || end >= source.length);
}

/** The kinds of the sections around, the innermost first. */
export function kindsAround({ around }: WritingPlace): string[] {
  return around.map(({ kind }) => kind).reverse();
}

export function say(text: Text, { language }: WritingPlace): string {
  return text[language];
}

/** A piece of a list that is being written: where it begins, and what of it stands before the cursor. */
export interface Piece extends Range {
  readonly typed: string;
  /** The pieces before and after it. */
  readonly others: readonly string[];
}

const listSeparator = /(?:(?<!\s)\s+)?(?:[,;/&\n]|<br\s*\/?>|\bdan\b|\band\b)\s*/gi;

/** The piece at an offset of a stretch that lists things; blanks at both ends are not part of it. */
export function pieceAt(source: string, stretch: Range, offset: number): Piece {
  const text = source.slice(stretch.start, stretch.end);
  const cursor = offset - stretch.start;
  let start = 0;
  let end = text.length;
  const others: string[] = [];
  for (const match of text.matchAll(listSeparator)) {
    const behind = match.index + match[0].length;
    // A separator's blanks belong to the piece that is being typed right before it.
    const from = match.index + (/\S/.exec(match[0])?.index ?? 0);
    if (behind <= cursor) {
      others.push(text.slice(start, match.index).trim());
      start = behind;
    } else if (from >= cursor) {
      end = Math.min(end, match.index);
      others.push(
        ...text
          .slice(behind)
          .split(listSeparator)
          .map((other) => other.trim()),
      );
      break;
    }
  }
  while (start < cursor && /\s/.test(text[start] as string)) start++;
  while (end > cursor && /\s/.test(text[end - 1] as string)) end--;
  end = Math.max(end, cursor);
  return {
    start: stretch.start + start,
    end: stretch.start + end,
    typed: text.slice(start, cursor),
    others: others.filter((other) => other !== ''),
  };
}
