/** Where the core's offsets become the editor's positions, and its edits the editor's edits. */

import * as vscode from 'vscode';
import type { FileEdit, NewFile } from '../core/text/edits';
import type { LineIndex } from '../core/text/lines';
import type { Range } from '../core/text/range';
import type { Session } from './session';

/** Chapters in plain Markdown and in our own language are served alike. */
export const chapterSelector: vscode.DocumentSelector = [{ language: 'markdown' }, { language: 'masterplan' }];

export function toRange(lines: LineIndex, range: Range): vscode.Range {
  const start = lines.positionAt(range.start);
  const end = lines.positionAt(range.end);
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

export interface Edits {
  readonly edits: readonly FileEdit[];
  readonly newFiles?: readonly NewFile[];
}

/**
 * Edits of the core as one undoable step. New files never replace one that is there.
 * @param uri the file that edits without a URI of their own are meant for.
 */
export function toWorkspaceEdit(change: Edits, uri: string, session: Session): vscode.WorkspaceEdit {
  const result = new vscode.WorkspaceEdit();
  for (const { uri: other = uri, edits } of change.edits) {
    const lines = session.linesOf(other);
    if (lines === undefined) continue;
    const target = vscode.Uri.parse(other);
    for (const edit of edits) result.replace(target, toRange(lines, edit.range), edit.text);
  }
  for (const file of change.newFiles ?? []) {
    const contents = new TextEncoder().encode(file.text);
    result.createFile(vscode.Uri.parse(file.uri), { ignoreIfExists: true, contents });
  }
  return result;
}
