/** Generated blocks in the editor: inserted, refreshed by hand or on save, and never written over without being asked. */

import * as vscode from 'vscode';
import type { Book } from '../core/book/book';
import type { Chapter } from '../core/chapter/chapter';
import type { Text } from '../core/language/language';
import type { Problem } from '../core/rules/problem';
import { type BlockReport, blockKinds, blockReports } from '../core/views/generated';
import { insertBlock } from '../core/views/insert-block';
import { blockToRefresh, refreshBlocks } from '../core/views/refresh';
import { configurationSection } from './names';
import { chapterIn, offsetIn } from './places';
import { chapterSelector, toRange, toWorkspaceEdit } from './positions';
import type { Session } from './session';

const commands = {
  insert: 'masterplan.insertBlock',
  refresh: 'masterplan.refreshBlocks',
  refreshAll: 'masterplan.refreshAllBlocks',
  refreshOne: 'masterplan.refreshBlock',
} as const;

/** For a problem that a generated block has because it is not as the chapters are: how to refresh that block. */
export function refreshFor(problem: Problem, session: Session): vscode.Command | undefined {
  const book = session.bookOf(problem.file)?.book;
  const found = book === undefined ? undefined : blockToRefresh(book, problem);
  if (found === undefined) return undefined;
  const { name } = found.report.block;
  const title = session.say({ id: `Segarkan blok ${name}`, en: `Refresh the block ${name}` });
  return { title, command: commands.refreshOne, arguments: [problem.file, found.at] };
}

const setting = 'refreshOnSave';

export function register(_context: vscode.ExtensionContext, session: Session): vscode.Disposable {
  const add = (name: string, action: (...given: never[]) => unknown) => vscode.commands.registerCommand(name, action);
  const changed = new vscode.EventEmitter<void>();
  const lenses: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: (document) =>
      session.faults.guard('looking at generated blocks', () => lensesFor(document, session)) ?? [],
  };
  return vscode.Disposable.from(
    changed,
    add(commands.insert, () => insert(session)),
    add(commands.refresh, () => refreshOpen(session)),
    add(commands.refreshAll, () => refreshAll(session)),
    add(commands.refreshOne, (uri: string, at: number) => refreshOne(uri, at, session)),
    vscode.languages.registerCodeLensProvider(chapterSelector, lenses),
    // What another chapter says may make a block outdated.
    session.onDidChange(() => changed.fire()),
    vscode.workspace.onWillSaveTextDocument((event) => onWillSave(event, session)),
  );
}

// ---- Inserting

async function insert(session: Session): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || chapterIn(editor.document, session) === undefined) return tellNoChapter(session);
  const choices = blockKinds.map((kind) => ({ label: session.say(kind.title), description: kind.name, block: kind }));
  const title = session.say({ id: 'Blok mana yang disisipkan?', en: 'Which block should be inserted?' });
  const chosen = await vscode.window.showQuickPick(choices, { title, matchOnDescription: true });
  const place = chapterIn(editor.document, session);
  if (chosen === undefined || place === undefined) return;
  const { book, chapter } = place;
  const edit = insertBlock(book, chapter, chosen.block, offsetIn(chapter, editor.selection.active));
  const change = toWorkspaceEdit({ edits: [{ edits: [edit] }] }, chapter.uri, session);
  if (!(await vscode.workspace.applyEdit(change))) return;
  const start = edit.range.start + (edit.text.length - edit.text.trimStart().length);
  const at = editor.document.positionAt(start);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

// ---- Refreshing

async function refreshOpen(session: Session): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const place = document && chapterIn(document, session);
  if (place === undefined) return tellNoChapter(session);
  await refreshIn([place.book], (uri) => uri === place.chapter.uri, session);
}

async function refreshAll(session: Session): Promise<void> {
  const books = session.books.flatMap(({ book }) => (book === undefined ? [] : [book]));
  await refreshIn(books, () => true, session);
}

async function refreshIn(books: readonly Book[], isAsked: (uri: string) => boolean, session: Session): Promise<void> {
  const found = books.map((book) => ({ book, refreshed: refreshBlocks(book, { isAsked }) }));
  const edited = found.flatMap(({ refreshed }) => refreshed.left.filter(({ state }) => state === 'edited'));
  const names = edited.map(({ chapter, block }) => `${block.name} (${chapter.titleText})`);
  const overwrites = edited.length > 0 && (await asksToOverwrite(names, session));
  // While the question was open something may have been typed.
  const change = new vscode.WorkspaceEdit();
  let count = 0;
  for (const { uri } of new Set(books.flatMap(({ chapters }) => chapters))) {
    if (!isAsked(uri) || session.chapterOf(uri)?.generated.length === 0) continue;
    const chapter = session.chapterOf(uri);
    const book = session.bookOf(uri)?.book;
    if (chapter === undefined || book === undefined) continue;
    for (const report of blockReports(book, chapter)) {
      if (!isToWrite(report, overwrites)) continue;
      change.replace(vscode.Uri.parse(uri), toRange(chapter.lines, report.edit.range), report.edit.text);
      count++;
    }
  }
  if (count > 0) await vscode.workspace.applyEdit(change);
  const unknown = found.flatMap(({ refreshed }) => refreshed.left.filter(({ state }) => state === 'unknown'));
  tellResult(
    count,
    unknown.map(({ block }) => block.name),
    session,
  );
}

function isToWrite(
  report: BlockReport,
  overwrites: boolean,
): report is BlockReport & Required<Pick<BlockReport, 'edit'>> {
  return report.edit !== undefined && (report.state === 'outdated' || (report.state === 'edited' && overwrites));
}

/** Refreshes one block by its number in its chapter; an edited one only after a question. */
async function refreshOne(uri: string, at: number, session: Session): Promise<void> {
  const reportNow = () => {
    const chapter = session.chapterOf(uri);
    const book = session.bookOf(uri)?.book;
    return chapter && book && { chapter, report: blockReports(book, chapter)[at] };
  };
  const first = reportNow()?.report;
  if (first === undefined) return;
  const overwrites = first.state === 'edited' && (await asksToOverwrite([first.block.name], session));
  const now = reportNow();
  if (now?.report === undefined || !isToWrite(now.report, overwrites)) return;
  const change = new vscode.WorkspaceEdit();
  change.replace(vscode.Uri.parse(uri), toRange(now.chapter.lines, now.report.edit.range), now.report.edit.text);
  await vscode.workspace.applyEdit(change);
}

async function asksToOverwrite(names: readonly string[], session: Session): Promise<boolean> {
  const overwrite = session.say({ id: 'Timpa', en: 'Overwrite' });
  const leave = session.say({ id: 'Biarkan', en: 'Leave as Is' });
  const question =
    names.length === 1
      ? {
          id: `Blok ${names[0]} sudah diubah dengan tangan. Timpa?`,
          en: `Block ${names[0]} was edited by hand. Overwrite it?`,
        }
      : {
          id: `${names.length} blok sudah diubah dengan tangan. Timpa?`,
          en: `${names.length} blocks were edited by hand. Overwrite them?`,
        };
  const detail = session.say({
    id: `${names.join('\n')}\n\nPerubahan itu hilang bila ditimpa; dapat dikembalikan dengan Urungkan.`,
    en: `${names.join('\n')}\n\nThose changes are gone when overwritten; Undo brings them back.`,
  });
  const buttons = [
    { title: overwrite, isCloseAffordance: false },
    { title: leave, isCloseAffordance: true },
  ];
  const answer = await vscode.window.showWarningMessage(session.say(question), { modal: true, detail }, ...buttons);
  return answer?.title === overwrite;
}

function tellResult(count: number, unknown: readonly string[], session: Session): void {
  const done: Text =
    count === 0
      ? { id: 'Tidak ada blok yang perlu disegarkan.', en: 'No block needs to be refreshed.' }
      : { id: `${count} blok disegarkan.`, en: count === 1 ? '1 block refreshed.' : `${count} blocks refreshed.` };
  if (unknown.length === 0) {
    void vscode.window.showInformationMessage(session.say(done));
    return;
  }
  // A notification would make a link of what looks like one.
  const names = unknown.map((name) => name.replace(/[[\]()]/g, '')).join(', ');
  const left = session.say({ id: `Nama blok yang tidak dikenal: ${names}.`, en: `Names of no block: ${names}.` });
  void vscode.window.showWarningMessage(`${session.say(done)} ${left}`);
}

/** For what is done in the open chapter, where none is open. */
export function tellNoChapter(session: Session): void {
  const message = { id: 'Bukalah sebuah bab masterplan dahulu.', en: 'Open a chapter of a masterplan first.' };
  void vscode.window.showInformationMessage(session.say(message));
}

// ---- On save

/** Only what is outdated, only in the file that is saved, and without a question: saving must not wait for anybody. */
function onWillSave(event: vscode.TextDocumentWillSaveEvent, session: Session): void {
  const { document } = event;
  if (vscode.workspace.getConfiguration(configurationSection, document.uri).get(setting) !== true) return;
  const edits = session.faults.guard('refreshing blocks before saving', () => {
    const place = chapterIn(document, session);
    return place && outdatedEdits(place.book, place.chapter);
  });
  if (edits !== undefined && edits.length > 0) event.waitUntil(Promise.resolve(edits));
}

function outdatedEdits(book: Book, chapter: Chapter): vscode.TextEdit[] {
  return blockReports(book, chapter)
    .filter((report) => isToWrite(report, false))
    .map(({ edit }) => vscode.TextEdit.replace(toRange(chapter.lines, edit.range), edit.text));
}

// ---- Lenses

function lensesFor(document: vscode.TextDocument, session: Session): vscode.CodeLens[] {
  const place = chapterIn(document, session);
  if (place === undefined || place.chapter.generated.length === 0) return [];
  const { book, chapter, language } = place;
  return blockReports(book, chapter).map(({ block, state }, at) => {
    const range = toRange(chapter.lines, block.opening);
    const title = lensTitles[state][language];
    const isAction = state === 'outdated' || state === 'edited';
    const command = isAction ? commands.refreshOne : '';
    return new vscode.CodeLens(range, { title, command, ...(isAction ? { arguments: [chapter.uri, at] } : {}) });
  });
}

const lensTitles: Readonly<Record<BlockReport['state'], Text>> = {
  current: { id: '$(check) Sesuai isi bab-bab', en: '$(check) Up to date' },
  outdated: { id: '$(refresh) Segarkan', en: '$(refresh) Refresh' },
  edited: { id: '$(edit) Diubah dengan tangan – Segarkan…', en: '$(edit) Edited by hand – Refresh…' },
  unknown: { id: '$(question) Nama blok ini tidak dikenal', en: '$(question) No block has this name' },
};
