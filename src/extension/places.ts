/** What providers ask first: the chapter in a document, as it stands at this moment, and places in other chapters. */

import * as vscode from 'vscode';
import type { Book } from '../core/book/book';
import { readerLanguage } from '../core/book/language';
import type { Chapter } from '../core/chapter/chapter';
import type { Language } from '../core/language/language';
import type { Range } from '../core/text/range';
import { toRange } from './positions';
import type { Session } from './session';

export interface ChapterPlace {
  readonly book: Book;
  readonly chapter: Chapter;
  /** Of words about the chapter: the reader's wish, else the chapter's own. */
  readonly language: Language;
}

/** The chapter that a document is; nothing for any other Markdown. */
export function chapterIn(document: vscode.TextDocument, session: Session): ChapterPlace | undefined {
  const uri = document.uri.toString();
  const chapter = session.chapterOf(uri);
  const book = session.bookOf(uri)?.book;
  if (chapter === undefined || book === undefined) return undefined;
  return { book, chapter, language: readerLanguage(book.settings, chapter) };
}

/** A position as an offset in the text that the core has read. */
export function offsetIn({ lines }: Chapter, position: vscode.Position): number {
  return lines.offsetAt(position);
}

/** A place of any chapter, for the editor. */
export function locationOf(uri: string, range: Range, session: Session): vscode.Location | undefined {
  const lines = session.linesOf(uri);
  return lines && new vscode.Location(vscode.Uri.parse(uri), toRange(lines, range));
}
