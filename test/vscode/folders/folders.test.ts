// Several workspace folders, each with a masterplan of its own.
import { assert } from 'chai';
import * as vscode from 'vscode';
import { drawn, outline, rules, startedSession, until } from '../editor';

describe('several folders', () => {
  const [first, second] = vscode.workspace.workspaceFolders ?? [];
  const chapter = (folder: vscode.WorkspaceFolder | undefined) =>
    vscode.Uri.joinPath(folder?.uri as vscode.Uri, '02-ekonomi.md');

  it('have their masterplans side by side', async () => {
    await (await startedSession()).settled();
    for (const folder of [first, second]) {
      await until(() => rules(chapter(folder)), ['missing-section', 'programme-incomplete']);
    }
    const roots = drawn(await outline()).filter((line) => !line.startsWith(' '));
    assert.deepEqual(roots, ['Kota A', 'Kota B']);
  });

  it('may have settings of their own', async () => {
    const settings = vscode.workspace.getConfiguration('masterplan', second);
    await settings.update('rules', { 'missing-section': 'off' }, vscode.ConfigurationTarget.WorkspaceFolder);
    await until(() => rules(chapter(second)), ['programme-incomplete']);
    assert.deepEqual(rules(chapter(first)), ['missing-section', 'programme-incomplete']);
  });

  it('take their masterplan along when they are removed', async () => {
    const last = chapter(second);
    vscode.workspace.updateWorkspaceFolders(1, 1);
    await until(() => rules(last), []);
    assert.deepEqual(rules(chapter(first)), ['missing-section', 'programme-incomplete']);
  });
});
