/** The tree is worked in: sections and chapters are moved, raised and lowered, and a chapter's status is set there. */

import * as vscode from 'vscode';
import { type Book, booksOf } from '../core/book/book';
import type { Chapter, ChapterStatus, Section } from '../core/chapter/chapter';
import { arrangeBy, arrangeSection, changeLevel, sectionOfHeadingAt } from '../core/edits/arrange-sections';
import { arrangeChapter, arrangeChapterBy, setStatus } from '../core/edits/chapter-keys';
import { type Destination, destinationAt, destinationIn, moveToChapter } from '../core/edits/move-to-chapter';
import type { Text } from '../core/language/language';
import type { FileEdit } from '../core/text/edits';
import { type OutlineItem, outlineItem, outlineOf, outlinePath } from '../core/views/outline';
import { ChangePreview } from './change-preview';
import { arrangingCommands, outlineView } from './names';
import type { Outline } from './outline';
import { askChoice, back } from './questions';
import type { Session } from './session';

const mimeType = `application/vnd.code.tree.${outlineView}`;

export function register(_context: vscode.ExtensionContext, session: Session): vscode.Disposable {
  const arranging = new Arranging(session);
  const keys = new Keys(session);
  const add = (name: string, action: (item?: OutlineItem) => Promise<OutlineItem | undefined>) =>
    vscode.commands.registerCommand(name, async (given?: OutlineItem | ByKey) => {
      if (given !== undefined && 'byKey' in given) return keys.press(action);
      const moved = await action(given);
      if (moved !== undefined) await outlineOfSession(session)?.select(moved);
    });
  const status = (name: string, wanted: ChapterStatus) => add(name, (item) => arranging.setStatus(item, wanted));
  session.trees.outline.dropInto(arranging);
  return vscode.Disposable.from(
    arranging,
    add(arrangingCommands.moveUp, (item) => arranging.move(item, -1)),
    add(arrangingCommands.moveDown, (item) => arranging.move(item, 1)),
    add(arrangingCommands.raise, (item) => arranging.changeLevel(item, 'higher')),
    add(arrangingCommands.lower, (item) => arranging.changeLevel(item, 'lower')),
    add(arrangingCommands.moveToChapter, (item) => arranging.moveToChapter(item)),
    status(arrangingCommands.setDraft, 'draft'),
    status(arrangingCommands.setReview, 'review'),
    status(arrangingCommands.setFinal, 'final'),
  );
}

/** What the keys of the tree hand over, which know no item. */
interface ByKey {
  readonly byKey: true;
}

/**
 * Keys come faster than a tree is drawn. What they do is done one after the other: a key that comes while the one before
 * it is at work goes on with what that one has moved, and the last one's is selected.
 */
class Keys {
  /** Keys that are not done. */
  #pressed = 0;
  #last: Promise<OutlineItem | undefined> = Promise.resolve(undefined);

  constructor(private readonly session: Session) {}

  async press(action: (item?: OutlineItem) => Promise<OutlineItem | undefined>): Promise<void> {
    const before = this.#pressed > 0 ? this.#last : undefined;
    this.#pressed++;
    const done = this.#do(action, before);
    // The one after it asks the tree where this one fails, which is told to whoever has pressed it.
    this.#last = done.catch(() => undefined);
    await done;
  }

  async #do(
    action: (item?: OutlineItem) => Promise<OutlineItem | undefined>,
    before: Promise<OutlineItem | undefined> | undefined,
  ): Promise<OutlineItem | undefined> {
    const outline = outlineOfSession(this.session);
    try {
      const given = (await before) ?? (await outline?.chooseFocused());
      const moved = await action(given);
      if (moved !== undefined && this.#pressed === 1) await outline?.select(moved);
      return moved ?? given;
    } finally {
      this.#pressed--;
      if (this.#pressed === 0 && outline !== undefined) outline.isChoosing = false;
    }
  }
}

function outlineOfSession(session: Session): Outline | undefined {
  return session.feature('outline') as Outline | undefined;
}

/** An item with the chapter that it stands for or in, as the text is now. */
interface Found {
  readonly item: OutlineItem;
  readonly book: Book;
  readonly chapter: Chapter;
}

/** More than an order: a move to another place. */
interface Passage {
  readonly title?: Text;
  readonly concerns?: readonly Text[];
  /** The chapter that it goes to. */
  readonly to?: string;
}

class Arranging implements vscode.TreeDragAndDropController<OutlineItem>, vscode.Disposable {
  readonly dragMimeTypes: readonly string[] = [];
  readonly dropMimeTypes = [mimeType];
  readonly #preview: ChangePreview;

  constructor(private readonly session: Session) {
    this.#preview = new ChangePreview(session);
  }

  dispose(): void {
    this.#preview.dispose();
  }

  handleDrag(source: readonly OutlineItem[], data: vscode.DataTransfer): void {
    const [item] = source;
    if (item !== undefined && isMovable(item)) data.set(mimeType, new vscode.DataTransferItem(item.id));
  }

  async handleDrop(target: OutlineItem | undefined, data: vscode.DataTransfer): Promise<void> {
    const id = await data.get(mimeType)?.asString();
    const dragged = this.#byId(id);
    if (dragged === undefined || target === undefined) return;
    const moved = await this.put(dragged, target);
    if (moved !== undefined) await outlineOfSession(this.session)?.select(moved);
  }

  /** Puts an item in the place of another one, or into it. Gives it where it is then, as all that moves does here. */
  async put(dragged: OutlineItem, target: OutlineItem): Promise<OutlineItem | undefined> {
    this.#catchUp(dragged);
    const [one, other] = [this.#find(dragged), this.#find(target)];
    if (one === undefined) return undefined;
    if (other === undefined || other.book !== one.book) return this.#apply(one, undefined);
    const { book, chapter } = one;
    if (one.item.kind === 'chapter') {
      return this.#apply(one, arrangeChapter(book, chapter, other.chapter));
    }
    const [section, place] = [sectionOf(one), sectionOf(other)];
    const isSibling = section && place && other.chapter === chapter;
    const edits = isSibling ? arrangeSection(book, chapter, section, place) : undefined;
    if (edits !== undefined) return this.#apply(one, edits);
    const destination = section && destinationOn(other, one, section, place);
    if (section === undefined || destination === undefined) return this.#apply(one, undefined);
    return this.#moveTo(one, section, destination);
  }

  /** Asks for a chapter, and moves a section to where it belongs there. */
  async moveToChapter(given: OutlineItem | undefined): Promise<OutlineItem | undefined> {
    const found = this.#find(given ?? this.#selected() ?? this.#atCursor());
    const section = found && sectionOf(found);
    if (found === undefined || found.item.kind === 'chapter' || section === undefined) {
      const none: Text = {
        id: 'Pilih dahulu bagian yang akan dipindahkan.',
        en: 'Choose the section to be moved first.',
      };
      void vscode.window.showInformationMessage(this.session.say(none));
      return undefined;
    }
    const { book, chapter, item } = found;
    const shelves = booksOf(book.chapters, book.settings);
    const titleOf = (id: string | undefined) => book.settings.template.books.find((one) => one.id === id)?.title;
    const items = book.chapters.flatMap((one) => {
      if (one === chapter) return [];
      const shelf = titleOf(shelves.get(one.uri));
      const description = shelf === undefined ? '' : this.session.say(shelf);
      return [{ label: one.titleText || nameOf(one.uri), description, detail: nameOf(one.uri), chapter: one }];
    });
    const placeholder: Text = {
      id: `Pindahkan "${item.label}" ke bab yang mana?`,
      en: `Move "${item.label}" to which chapter?`,
    };
    const title: Text = { id: 'Pindahkan ke Bab Lain', en: 'Move to Another Chapter' };
    const chosen = await askChoice(
      { title: this.session.say(title), step: 1, total: 1 },
      { placeholder: this.session.say(placeholder), items, chosen: items.slice(0, 1) },
    );
    const wanted = chosen === undefined || chosen === back ? undefined : chosen[0]?.chapter.uri;
    // The text may have changed while the question stood there.
    this.#catchUp(item);
    const now = this.#find(item);
    const target = wanted === undefined ? undefined : now?.book.chapters.find(({ uri }) => uri === wanted);
    const own = now && sectionOf(now);
    if (now === undefined || own === undefined || target === undefined) return undefined;
    return this.#moveTo(now, own, destinationIn(target, own, now.chapter, now.book));
  }

  /** What is lost is refused; what the author may want is asked, and several files are shown before they change. */
  async #moveTo(found: Found, section: Section, destination: Destination): Promise<OutlineItem | undefined> {
    const { book, chapter, item } = found;
    const move = moveToChapter(book, chapter, section, destination);
    if ('refusal' in move) {
      void vscode.window.showWarningMessage(this.session.say(move.refusal));
      return undefined;
    }
    const to = destination.chapter.titleText || nameOf(destination.chapter.uri);
    const title: Text = { id: `Pindahkan "${item.label}" ke "${to}"`, en: `Move "${item.label}" to "${to}"` };
    return this.#apply(found, move.edits, { title, concerns: move.concerns, to: destination.chapter.uri });
  }

  async move(given: OutlineItem | undefined, by: -1 | 1): Promise<OutlineItem | undefined> {
    const found = this.#findInStep(given ?? this.#selected());
    if (found === undefined) return undefined;
    const { item, book, chapter } = found;
    if (item.kind === 'chapter') return this.#apply(found, arrangeChapterBy(book, chapter, by));
    const section = sectionOf(found);
    return this.#apply(found, section && arrangeBy(book, chapter, section, by));
  }

  async changeLevel(given: OutlineItem | undefined, by: 'higher' | 'lower'): Promise<OutlineItem | undefined> {
    const found = this.#findInStep(given ?? this.#selected());
    if (found === undefined) return undefined;
    const section = sectionOf(found);
    return this.#apply(found, section && changeLevel(found.book, found.chapter, section, by));
  }

  async setStatus(given: OutlineItem | undefined, status: ChapterStatus): Promise<OutlineItem | undefined> {
    const found = this.#find(given ?? this.#selected());
    if (found === undefined || found.chapter.frontmatter.status?.value === status) return undefined;
    const edit = setStatus(found.chapter, status);
    return this.#apply(found, edit && [{ edits: [edit] }]);
  }

  /** One step that can be undone; several files are shown first. */
  async #apply(
    { item, chapter }: Found,
    edits: readonly FileEdit[] | undefined,
    { title, concerns = [], to = chapter.uri }: Passage = {},
  ): Promise<OutlineItem | undefined> {
    if (edits === undefined) {
      const refusal: Text = {
        id: 'Tidak dapat: susunan bagian lain akan berubah',
        en: 'Not possible: others would be rearranged',
      };
      // Short, for it stands between all else that the status bar tells.
      vscode.window.setStatusBarMessage(`$(circle-slash) ${this.session.say(refusal)}`, 5000);
      return undefined;
    }
    const order: Text = { id: `Ubah urutan "${item.label}"`, en: `Change the order of "${item.label}"` };
    const isDone = await this.#preview.make({
      title: this.session.say(title ?? order),
      action: title === undefined ? { id: 'Ubah urutan', en: 'Change the order' } : { id: 'Pindahkan', en: 'Move' },
      concerns,
      edits: edits.map(({ uri = chapter.uri, edits: ofFile }) => ({ uri, edits: ofFile })),
    });
    return isDone ? outlineOfSession(this.session)?.itemNow(to, item.label) : undefined;
  }

  #selected(): OutlineItem | undefined {
    return this.session.trees.outline.view.selection[0];
  }

  /** What is about several chapters is about all of them as they stand at this moment. */
  #catchUp({ uri }: OutlineItem): void {
    const book = uri === undefined ? undefined : this.session.bookOf(uri)?.book;
    for (const chapter of book?.chapters ?? []) this.session.chapterOf(chapter.uri);
  }

  /** The innermost section with a heading around the cursor. */
  #atCursor(): OutlineItem | undefined {
    const editor = vscode.window.activeTextEditor;
    const uri = editor?.document.uri.toString();
    const chapter = uri === undefined ? undefined : this.session.chapterOf(uri);
    const book = uri === undefined ? undefined : this.session.bookOf(uri)?.book;
    if (editor === undefined || chapter === undefined || book === undefined) return undefined;
    const path = outlinePath(outlineOf(book), chapter.uri, editor.document.offsetAt(editor.selection.active));
    return path.findLast(
      (item) => item.place !== undefined && sectionOfHeadingAt(chapter, item.place.start) !== undefined,
    );
  }

  /** An item, with all chapters of its masterplan as they stand at this moment: their links may follow. */
  #findInStep(given: OutlineItem | undefined): Found | undefined {
    if (given !== undefined) this.#catchUp(given);
    return this.#find(given);
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

/**
 * Where something dropped on an item goes: into a chapter where it belongs; a programme into a section of programmes;
 * else in the place of the section.
 */
function destinationOn(
  { item, book, chapter }: Found,
  dragged: Found,
  section: Section,
  place: Section | undefined,
): Destination | undefined {
  if (item.kind === 'chapter') return destinationIn(chapter, section, dragged.chapter, book);
  if (place === undefined) return undefined;
  const isInto = isProgramme(dragged.item) && !isProgramme(item);
  return isInto ? { chapter, parent: place } : destinationAt(chapter, place);
}

function isProgramme({ kind }: OutlineItem): boolean {
  return kind === 'programme' || kind === 'quick-win';
}

function nameOf(uri: string): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(uri), false);
}

function sectionOf({ item, chapter }: Found) {
  return item.place && sectionOfHeadingAt(chapter, item.place.start);
}
