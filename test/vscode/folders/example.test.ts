// The example is opened beside the folders of the window, by its command.
import { assert } from 'chai';
import * as vscode from 'vscode';
import type { NewChapters } from '../../../src/extension/new-chapters';
import { closeAll, drawn, outline, startedSession, until } from '../editor';

const isExample = (label: string) => label === 'Masterplan Smart City Kabupaten Contoh';

describe('the example in a window', () => {
  after(async () => {
    await closeAll();
    const folders = vscode.workspace.workspaceFolders ?? [];
    const place = folders.findIndex(({ uri }) => uri.scheme === 'masterplan-example');
    if (place >= 0) vscode.workspace.updateWorkspaceFolders(place, 1);
    const view = await outline();
    await until(() => drawn(view, isExample), []);
  });

  it('shows its first page, and its chapters in the outline', async () => {
    const feature = (await startedSession()).feature('new chapters') as NewChapters;
    const asked: string[] = [];
    const listening = feature.onDidAsk(({ input, accept }) => {
      const pick = input as vscode.QuickPick<vscode.QuickPickItem>;
      asked.push(pick.title ?? '', ...pick.items.map(({ label }) => label));
      pick.selectedItems = pick.items.slice(0, 1);
      accept();
    });
    await vscode.commands.executeCommand('masterplan.openExample');
    listening.dispose();
    assert.deepEqual(asked, ['Buka Contoh', '$(eye) Lihat saja', '$(copy) Salin ke sebuah folder…']);
    assert.equal(
      vscode.window.activeTextEditor?.document.uri.toString(),
      'masterplan-example:/kabupaten-contoh/README.md',
    );
    const view = await outline();
    await until(() => drawn(view, isExample).filter((line) => /^ {4}[^ ?]/.test(line)).length, 14);
  });
});
