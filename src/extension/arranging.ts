/** The tree is worked in: sections and chapters are moved, raised and lowered, and a chapter's status is set there. */

import * as vscode from 'vscode';
import type { Book } from '../core/book/book';
import type { Chapter, ChapterStatus } from '../core/chapter/chapter';
import { arrangeBy, arrangeSection, changeLevel, sectionAt } from '../core/edits/arrange-sections';
import { arrangeChapter, arrangeChapterBy, setStatus } from '../core/edits/chapter-keys';
import type { Text } from '../core/language/language';
import type { FileEdit } from '../core/text/edits';
import { type OutlineItem, outlineItem, outlineOf } from '../core/views/outline';
import { arrangingCommands, outlineView } from './names';
import type { Outline } from './outline';
import { toWorkspaceEdit } from './positions';
import type { Session } from './session';

const mimeType = `application/vnd.code.tree.${outlineView}`;

export function register(_context: vscode.ExtensionContext, session: Session): vscode.Disposable {
  const arranging = new Arranging(session);
  const add = (name: string, action: (item?: OutlineItem) => Promise<void>) =>
    vscode.commands.registerCommand(name, action);
  const status = (name: string, wanted: ChapterStatus) => add(name, (item) => arranging.setStatus(item, wanted));
  session.trees.outline.dropInto(arranging);
  return vscode.Disposable.from(
    add(arrangingCommands.moveUp, (item) => arranging.move(item, -1)),
    add(arrangingCommands.moveDown, (item) => arranging.move(item, 1)),
    add(arrangingCommands.raise, (item) => arranging.changeLevel(item, 'higher')),
    add(arrangingCommands.lower, (item) => arranging.changeLevel(item, 'lower')),
    status(arrangingCommands.setDraft, 'draft'),
    status(arrangingCommands.setReview, 'review'),
    status(arrangingCommands.setFinal, 'final'),
  );
}

/** An item with the chapter that it stands for or in, as the text is now. */
interface Found {
  readonly item: OutlineItem;
  readonly book: Book;
  readonly chapter: Chapter;
}

class Arranging implements vscode.TreeDragAndDropController<OutlineItem> {
  readonly dragMimeTypes: readonly string[] = [];
  readonly dropMimeTypes = [mimeType];

  constructor(private readonly session: Session) {}

  handleDrag(source: readonly OutlineItem[], data: vscode.DataTransfer): void {
    const [item] = source;
    if (item !== undefined && isMovable(item)) data.set(mimeType, new vscode.DataTransferItem(item.id));
  }

  async handleDrop(target: OutlineItem | undefined, data: vscode.DataTransfer): Promise<void> {
    const id = await data.get(mimeType)?.asString();
    const dragged = this.#byId(id);
    if (dragged === undefined || target === undefined) return;
    await this.put(dragged, target);
  }

  /** Puts an item in the place of another one. */
  async put(dragged: OutlineItem, target: OutlineItem): Promise<void> {
    const [one, other] = [this.#find(dragged), this.#find(target)];
    if (one === undefined || other === undefined) return;
    const { book, chapter } = one;
    if (one.item.kind === 'chapter') {
      await this.#apply(one, other.book === book ? arrangeChapter(book, chapter, other.chapter) : undefined);
      return;
    }
    const [section, place] = [sectionOf(one), sectionOf(other)];
    const edits =
      section && place && other.chapter === chapter
        ? arrangeSection(chapter, section, place, book.settings)
        : undefined;
    await this.#apply(one, edits && [{ edits }]);
  }

  async move(given: OutlineItem | undefined, by: -1 | 1): Promise<void> {
    const found = this.#find(given ?? this.#selected());
    if (found === undefined) return;
    const { item, book, chapter } = found;
    if (item.kind === 'chapter') return this.#apply(found, arrangeChapterBy(book, chapter, by));
    const section = sectionOf(found);
    const edits = section && arrangeBy(chapter, section, by, book.settings);
    return this.#apply(found, edits && [{ edits }]);
  }

  async changeLevel(given: OutlineItem | undefined, by: 'higher' | 'lower'): Promise<void> {
    const found = this.#find(given ?? this.#selected());
    if (found === undefined) return;
    const section = sectionOf(found);
    const edits = section && changeLevel(found.chapter, section, by, found.book.settings);
    await this.#apply(found, edits && [{ edits }]);
  }

  async setStatus(given: OutlineItem | undefined, status: ChapterStatus): Promise<void> {
    const found = this.#find(given ?? this.#selected());
    if (found === undefined || found.chapter.frontmatter.status?.value === status) return;
    const edit = setStatus(found.chapter, status);
    await this.#apply(found, edit && [{ edits: [edit] }]);
  }

  /** One step that can be undone; several files are shown first. */
  async #apply({ item, chapter }: Found, edits: readonly FileEdit[] | undefined): Promise<void> {
    if (edits === undefined) {
      const refusal: Text = {
        id: `"${item.label}" tidak dapat dipindahkan ke sana tanpa mengubah susunan lainnya.`,
        en: `"${item.label}" cannot go there without changing how others are arranged.`,
      };
      vscode.window.setStatusBarMessage(`$(circle-slash) ${this.session.say(refusal)}`, 5000);
      return;
    }
    const isShared = edits.length > 1;
    await vscode.workspace.applyEdit(toWorkspaceEdit({ edits }, chapter.uri, this.session, isShared));
    // The keyboard goes on with what it has moved.
    const outline = this.session.feature('outline') as Outline | undefined;
    if (!isShared) await outline?.select(chapter.uri, item.label);
  }

  #selected(): OutlineItem | undefined {
    return this.session.trees.outline.view.selection[0];
  }

  #find(given: OutlineItem | undefined): Found | undefined {
    if (given?.uri === undefined || !isMovable(given)) return undefined;
    const chapter = this.session.chapterOf(given.uri);
    const book = this.session.bookOf(given.uri)?.book;
    const item = book && outlineItem(outlineOf(book), given.id);
    return chapter && book && item && { item, book, chapter };
  }

  #byId(id: string | undefined): OutlineItem | undefined {
    if (id === undefined) return undefined;
    for (const { book } of this.session.books) {
      const item = book && outlineItem(outlineOf(book), id);
      if (item !== undefined) return item;
    }
    return undefined;
  }
}

function isMovable({ kind, missing }: OutlineItem): boolean {
  return !missing && kind !== 'masterplan' && kind !== 'book';
}

function sectionOf({ item, chapter }: Found) {
  return item.place && sectionAt(chapter, item.place.start);
}
