/** What can be called by name: `Masterplan: …`. */

import * as vscode from 'vscode';
import { withLinksFollowing } from '../core/edits/follow-headings';
import { insertSection } from '../core/edits/insert-section';
import { ruleCatalogue } from '../core/rules/catalogue';
import { missingSectionOf, type OutlineItem, outlineItem, outlineOf } from '../core/views/outline';
import { tellNoChapter } from './generated-blocks';
import { commands, outlineView } from './names';
import type { NewChapters } from './new-chapters';
import type { Outline } from './outline';
import { handbook } from './packed-texts';
import { chapterIn } from './places';
import { toRange, toWorkspaceEdit } from './positions';
import type { Session } from './session';

export function register(_context: vscode.ExtensionContext, session: Session): vscode.Disposable {
  const add = (name: string, action: (...given: never[]) => unknown) => vscode.commands.registerCommand(name, action);
  return vscode.Disposable.from(
    new Guide(session),
    add(commands.explainRule, (rule?: unknown) => explainRule(rule, session)),
    add(commands.insertSection, (item?: OutlineItem) => insertMissing(item, session)),
    add(commands.showOutline, () => vscode.commands.executeCommand(`${outlineView}.focus`)),
    add(commands.showLog, () => session.log.show()),
  );
}

function newChapters(session: Session): NewChapters {
  return session.feature('new chapters') as NewChapters;
}

/** An item of the tree may be older than the text: what it stands for is looked up as it is now. */
function itemNow({ id, uri }: OutlineItem, session: Session): OutlineItem | undefined {
  if (uri === undefined) return undefined;
  session.chapterOf(uri);
  const book = session.bookOf(uri)?.book;
  return book && outlineItem(outlineOf(book), id);
}

/**
 * Leads from the tree to the text. The first time the keyboard stays in the tree: Alt with an arrow key moves the section
 * there, and in the text a mere line. Asked for once more (a double click, Enter twice), the same item gives it to the text.
 * Where there is no text yet, a chapter may be begun.
 */
class Guide implements vscode.Disposable {
  readonly #registered: vscode.Disposable;
  /** What was shown last, until the text is worked in. */
  #shown: string | undefined;

  constructor(private readonly session: Session) {
    this.#registered = vscode.Disposable.from(
      vscode.commands.registerCommand(commands.goTo, (item: OutlineItem) => this.goTo(item)),
      vscode.window.onDidChangeTextEditorSelection(({ kind }) => {
        const { Keyboard, Mouse } = vscode.TextEditorSelectionChangeKind;
        if (kind === Keyboard || kind === Mouse) this.#shown = undefined;
      }),
    );
  }

  dispose(): void {
    this.#registered.dispose();
  }

  async goTo(given: OutlineItem): Promise<void> {
    if ((this.session.feature('outline') as Outline | undefined)?.isChoosing) return;
    const item = itemNow(given, this.session);
    if (item?.wanted !== undefined) return newChapters(this.session).newChapter(item);
    const lines = item?.uri === undefined ? undefined : this.session.linesOf(item.uri);
    if (item?.uri === undefined || item.place === undefined || lines === undefined) return;
    const preserveFocus = this.#shown !== item.id;
    this.#shown = item.id;
    await show(vscode.Uri.parse(item.uri), toRange(lines, item.place).start, preserveFocus);
  }
}

async function show(uri: vscode.Uri, at: vscode.Position, preserveFocus = false): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at), preserveFocus });
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}

/** Opens the page of a rule from the handbook; without a rule's name one is asked for. */
async function explainRule(rule: unknown, session: Session): Promise<void> {
  const id = ruleCatalogue.some((known) => known.id === rule) ? (rule as string) : await askForRule(session);
  if (id === undefined) return;
  const page = vscode.Uri.from({ scheme: handbook.scheme, path: `/${handbook.name}/${id}.md` });
  try {
    await vscode.commands.executeCommand('markdown.showPreview', page);
  } catch {
    // Without the built-in Markdown extension the page is read as text.
    await vscode.window.showTextDocument(page, { preview: true });
  }
}

async function askForRule(session: Session): Promise<string | undefined> {
  const choices = ruleCatalogue.map(({ id, title }) => ({ label: id, description: session.say(title) }));
  const title = session.say({ id: 'Aturan mana yang dijelaskan?', en: 'Which rule should be explained?' });
  return (await vscode.window.showQuickPick(choices, { title, matchOnDescription: true }))?.label;
}

/** Adds a missing section or chapter at its place, and leads there. Without an item, those of the open chapter are offered. */
async function insertMissing(given: OutlineItem | undefined, session: Session): Promise<void> {
  const chosen = given?.missing ? given : await askForMissing(session);
  // Whether a chapter is missing hangs on all the others.
  if (chosen?.wanted !== undefined) await session.settled();
  const item = chosen && itemNow(chosen, session);
  if (item?.uri === undefined) return;
  const { uri, wanted } = item;
  const book = session.bookOf(uri)?.book;
  if (book !== undefined && wanted !== undefined) {
    return newChapters(session).addChapter(book, wanted);
  }
  const found = book && missingSectionOf(item, book);
  if (book === undefined || found === undefined) return;
  const { chapter, part, missing } = found;
  const [edit, ...following] = insertSection(chapter, part, missing, book.settings, book.chapters);
  const edits = withLinksFollowing(book, [{ edits: [edit, ...following] }], uri);
  const isDone = await vscode.workspace.applyEdit(toWorkspaceEdit({ edits }, uri, session), {
    isRefactoring: edits.length > 1,
  });
  if (!isDone) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  // Links before it may have grown.
  const heading = document.getText().indexOf(edit.text.trim(), edit.range.start);
  await show(document.uri, document.lineAt(document.positionAt(heading)).range.end);
}

async function askForMissing(session: Session): Promise<OutlineItem | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  const place = document && chapterIn(document, session);
  if (place === undefined) {
    tellNoChapter(session);
    return undefined;
  }
  const missing = missingIn(outlineOf(place.book), place.chapter.uri);
  if (missing.length === 0) {
    const nothing = {
      id: 'Tidak ada bagian wajib yang kurang di bab ini.',
      en: 'No required section is missing here.',
    };
    void vscode.window.showInformationMessage(session.say(nothing));
    return undefined;
  }
  const title = session.say({ id: 'Bagian mana yang ditambahkan?', en: 'Which section should be added?' });
  const choices = missing.map(({ item, around }) => ({ label: item.label, description: around, item }));
  return (await vscode.window.showQuickPick(choices, { title }))?.item;
}

function missingIn(items: readonly OutlineItem[], uri: string, around = ''): { item: OutlineItem; around: string }[] {
  return items.flatMap((item) =>
    item.missing && item.uri === uri ? [{ item, around }] : missingIn(item.children, uri, item.label),
  );
}
