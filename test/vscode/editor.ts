// What the tests in the editor share: files of the workspace, problems as lines of text, and waiting for what must come.
import { assert } from 'chai';
import * as vscode from 'vscode';
import type { Masterplan } from '../../src/extension/extension';
import type { Outline } from '../../src/extension/outline';
import type { Session } from '../../src/extension/session';

export function root(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no folder is open');
  return folder.uri;
}

/** A file of the workspace by its path. */
export function at(path: string): vscode.Uri {
  return vscode.Uri.joinPath(root(), path);
}

export async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
}

export async function read(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(at(path)));
}

export async function remove(path: string): Promise<void> {
  await vscode.workspace.fs.delete(at(path), { recursive: true, useTrash: false });
}

export function masterplan(): Masterplan {
  const extension = vscode.extensions.getExtension<Masterplan>('masterplan.masterplan');
  if (!extension?.isActive) throw new Error('the extension is not active');
  return extension.exports;
}

export async function startedSession(): Promise<Session> {
  await vscode.extensions.getExtension('masterplan.masterplan')?.activate();
  return masterplan().started;
}

export async function outline(): Promise<Outline> {
  return (await startedSession()).feature('outline') as Outline;
}

/** The rules that these tests look at; what others find in the small texts here is the matter of their own tests. */
const watched: ReadonlySet<unknown> = new Set([
  'broken-link',
  'duplicate-chapter',
  'frontmatter-invalid',
  'manifest-invalid',
  'missing-dimension',
  'missing-section',
  'placeholder',
  'programme-incomplete',
]);

function ruleOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

function diagnostics(uri: vscode.Uri): vscode.Diagnostic[] {
  const all = vscode.languages.getDiagnostics(uri);
  return all.filter((diagnostic) => diagnostic.source === 'masterplan' && watched.has(ruleOf(diagnostic)));
}

/** The problems of a file as `line:column-line:column severity rule "message"`, counted from 1. */
export function problems(uri: vscode.Uri): string[] {
  return diagnostics(uri).map((diagnostic) => {
    const { start, end } = diagnostic.range;
    const place = `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
    const level = vscode.DiagnosticSeverity[diagnostic.severity].toLowerCase();
    return `${place} ${level} ${ruleOf(diagnostic)} "${diagnostic.message}"`;
  });
}

/** The rules that have something to say about a file. */
export function rules(uri: vscode.Uri): unknown[] {
  return diagnostics(uri).map(ruleOf);
}

/** Milliseconds between two looks at what the editor tells nobody about. */
const lookAgain = 50;

/** Waits until what is seen is what is expected; looks again whenever something has changed, and now and then. */
export async function until(seen: () => unknown, expected: unknown): Promise<void> {
  const extension = vscode.extensions.getExtension<Masterplan>('masterplan.masterplan');
  const session = extension?.isActive ? extension.exports.session : undefined;
  const wanted = JSON.stringify(expected);
  await new Promise<void>((resolve, reject) => {
    const look = () => {
      if (JSON.stringify(seen()) !== wanted) return;
      stop();
      resolve();
    };
    const events = vscode.Disposable.from(
      vscode.languages.onDidChangeDiagnostics(look),
      vscode.workspace.onDidOpenTextDocument(look),
      vscode.window.onDidChangeActiveTextEditor(look),
      vscode.window.onDidChangeTextEditorSelection(look),
      vscode.window.tabGroups.onDidChangeTabs(look),
      ...(session === undefined ? [] : [session.onDidChange(look)]),
    );
    const again = setInterval(look, lookAgain);
    const late = setTimeout(() => {
      stop();
      try {
        assert.deepEqual(seen(), expected, 'what was waited for did not come');
        resolve();
      } catch (error) {
        reject(error);
      }
    }, 15_000);
    const stop = () => {
      clearTimeout(late);
      clearInterval(again);
      events.dispose();
    };
    look();
  });
}

/** Opens a file as a person does. `showTextDocument` would keep the document alive for minutes after its editor has closed. */
export async function open(path: string): Promise<vscode.TextEditor> {
  const uri = at(path);
  await vscode.commands.executeCommand('vscode.open', uri);
  await until(() => vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
  return vscode.window.activeTextEditor as vscode.TextEditor;
}

/** Puts another text in the place of the first one, as typing does, without saving. */
export async function replace(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
  const { document } = editor;
  const start = document.getText().indexOf(from);
  assert.isAtLeast(start, 0, `"${from}" is not there`);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + from.length));
  assert.isTrue(await editor.edit((edit) => edit.replace(range, to)));
}

/** Closes all editors; what was typed and not saved is gone. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The tree as it is shown, as indented lines: label, description in brackets, a `?` before what is missing. */
export function drawn(view: Outline, wanted = (_label: string) => true): string[] {
  const lines: string[] = [];
  const visit = (items: readonly Parameters<Outline['getTreeItem']>[0][], depth: number) => {
    for (const item of items) {
      const shown = view.getTreeItem(item);
      const label = String(shown.label);
      if (depth === 0 && !wanted(label)) continue;
      const mark = shown.contextValue === 'missing' ? '? ' : '';
      lines.push(`${'  '.repeat(depth)}${mark}${label}${shown.description ? ` [${shown.description}]` : ''}`);
      visit(view.getChildren(item), depth + 1);
    }
  };
  visit(view.getChildren(), 0);
  return lines;
}
