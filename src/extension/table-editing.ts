/**
 * Writing in tables: Tab goes to the next cell, behind the last one a new row begins with the next code, and columns
 * can be brought to one width. Tab means this only in tables of chapters, and where nobody else has taken it.
 */

import * as vscode from 'vscode';
import {
  alignTable,
  type CellMove,
  neighbourCell,
  newRow,
  type TablePlace,
  tableAt,
  tablePlaceAt,
} from '../core/edits/table-rows';
import { newRowCells } from '../core/views/completion/fields';
import { writingPlace } from '../core/views/completion/suggestion';
import { commands, tableContext } from './names';
import { type ChapterPlace, chapterIn, offsetIn } from './places';
import { toRange } from './positions';
import type { Session } from './session';

/** Extensions that give Tab in Markdown tables a meaning of their own. */
const others = ['takumii.markdowntable', 'RomanPeshkov.vscode-text-tables'];

export function register(_context: vscode.ExtensionContext, session: Session): vscode.Disposable {
  return new TableEditing(session);
}

interface CursorPlace extends ChapterPlace {
  readonly editor: vscode.TextEditor;
  readonly offset: number;
}

class TableEditing implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable[];
  #isInTable = false;

  constructor(private readonly session: Session) {
    const add = (name: string, action: () => Promise<unknown>) => vscode.commands.registerCommand(name, action);
    this.#subscriptions = [
      add(commands.nextCell, () => this.#move(1)),
      add(commands.previousCell, () => this.#move(-1)),
      add(commands.addRow, () => this.#addRow()),
      add(commands.alignTable, () => this.#align()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.#tellWhetherInTable();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.#tellWhetherInTable()),
      session.onDidChange(() => this.#tellWhetherInTable()),
    ];
    this.#tellWhetherInTable();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Told by the line alone: it costs nothing while one types. The commands look closer. */
  #tellWhetherInTable(): void {
    this.session.faults.guard('looking for a table', () => {
      const editor = vscode.window.activeTextEditor;
      const isInTable = editor !== undefined && this.#looksLikeTable(editor);
      if (isInTable === this.#isInTable) return;
      this.#isInTable = isInTable;
      void vscode.commands.executeCommand('setContext', tableContext, isInTable);
    });
  }

  #looksLikeTable({ document, selection, selections }: vscode.TextEditor): boolean {
    if (selections.length > 1 || !/^\s*(?:>\s*)*\|/.test(document.lineAt(selection.active.line).text)) return false;
    if (others.some((id) => vscode.extensions.getExtension(id) !== undefined)) return false;
    const uri = document.uri.toString();
    return this.session.bookOf(uri)?.book?.chapters.some((chapter) => chapter.uri === uri) === true;
  }

  #cursor(): CursorPlace | undefined {
    const editor = vscode.window.activeTextEditor;
    const place = editor && chapterIn(editor.document, this.session);
    if (editor === undefined || place === undefined) return undefined;
    return { ...place, editor, offset: offsetIn(place.chapter, editor.selection.active) };
  }

  #place(): (CursorPlace & { readonly at: TablePlace }) | undefined {
    const cursor = this.#cursor();
    const at = cursor && tablePlaceAt(cursor.chapter, cursor.offset);
    return cursor && at && { ...cursor, at };
  }

  async #move(step: 1 | -1): Promise<void> {
    const place = this.session.faults.guard('looking for a cell', () => this.#place());
    if (place === undefined) {
      // The key was pressed a moment after the table was left: it means what it always means.
      await vscode.commands.executeCommand(step === 1 ? 'tab' : 'outdent');
      return;
    }
    const move = neighbourCell(place.chapter.source, place.at, step);
    if (move !== undefined) await this.#go(place, move);
    else if (step === 1) await this.#addRow();
  }

  async #addRow(): Promise<void> {
    const place = this.session.faults.guard('looking for a row', () => this.#place());
    if (place === undefined) return this.#sayNoTable();
    const { book, chapter, at, offset } = place;
    const above = at.row === 0 ? at.table.delimiter : at.table.rows[at.row - 1];
    if (above === undefined) return;
    const cells = newRowCells(writingPlace(book, chapter, offset, { explicit: true }), at.table, above);
    await this.#go(place, newRow(chapter.source, at, cells));
  }

  async #go({ editor, chapter }: CursorPlace, { select, edit, cursor = 0 }: CellMove): Promise<void> {
    const { document } = editor;
    if (edit !== undefined) {
      const range = toRange(chapter.lines, edit.range);
      const isDone = await editor.edit((builder) => builder.replace(range, edit.text));
      if (!isDone) return;
      const at = document.positionAt(document.offsetAt(range.start) + lengthIn(document, edit.text.slice(0, cursor)));
      editor.selection = new vscode.Selection(at, at);
    } else if (select !== undefined) {
      const range = toRange(chapter.lines, select);
      editor.selection = new vscode.Selection(range.start, range.end);
    }
    editor.revealRange(editor.selection);
  }

  async #align(): Promise<void> {
    const cursor = this.session.faults.guard('looking for a table', () => this.#cursor());
    const table = cursor && tableAt(cursor.chapter, cursor.offset);
    if (cursor === undefined || table === undefined) return this.#sayNoTable();
    const { editor, chapter } = cursor;
    const edits = alignTable(chapter.source, table);
    if (edits.length === 0) return;
    await editor.edit((builder) => {
      for (const { range, text } of edits) builder.replace(toRange(chapter.lines, range), text);
    });
  }

  #sayNoTable(): void {
    const text = { id: 'Kursor tidak di dalam tabel sebuah bab.', en: 'The cursor is in no table of a chapter.' };
    void vscode.window.showInformationMessage(this.session.say(text));
  }
}

/** The document may end its lines otherwise than the text that is inserted. */
function lengthIn({ eol }: vscode.TextDocument, text: string): number {
  const end = eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  return text.replace(/\r\n|\n/g, end).length;
}
