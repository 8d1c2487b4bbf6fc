// The coverage view: opened by its command, alive while chapters change, and the way to a place.
import { assert } from 'chai';
import * as vscode from 'vscode';
import type { LiveViews } from '../../../src/extension/live-view';
import { at, closeAll, open, replace, startedSession, until } from '../editor';

describe('the coverage view', () => {
  let views: LiveViews;
  before(async () => {
    const session = await startedSession();
    await session.settled();
    views = session.feature('coverage') as LiveViews;
  });
  afterEach(closeAll);

  it('shows what the masterplan in the editor covers, once, and leads there', async () => {
    await open('contoh/02-ekonomi.md');
    await vscode.commands.executeCommand('masterplan.showCoverage');
    const tabs = () => vscode.window.tabGroups.all.flatMap(({ tabs: all }) => all.map(({ label }) => label));
    await until(() => tabs().includes('Cakupan: Masterplan Contoh'), true);
    await open('contoh/02-ekonomi.md');
    await vscode.commands.executeCommand('masterplan.showCoverage');
    assert.lengthOf(views.views, 1);
    const main = views.views[0]?.main ?? '';
    const number = /data-place="(\d+)" aria-label="Smart Economy, Strategi Pembangunan: terisi"/.exec(main)?.[1];
    await views.views[0]?.open(Number(number));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), at('contoh/02-ekonomi.md').toString());
    assert.equal(editor?.document.lineAt(editor.selection.active).text, '## Strategi');
    await closeAll();
    await until(() => views.views.length, 0);
  });

  it('follows what is typed', async () => {
    const editor = await open('contoh/02-ekonomi.md');
    await vscode.commands.executeCommand('masterplan.showCoverage');
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.Beside);
    const state = () => /Smart Economy, Strategi Pembangunan: ([^"<]+)/.exec(views.views[0]?.main ?? '')?.[1];
    assert.equal(state(), 'terisi');
    const changed = new Promise<void>((resolve) => {
      const listening = views.views[0]?.onDidDraw(() => {
        if (state() !== 'belum ada') return;
        listening?.dispose();
        resolve();
      });
    });
    await replace(vscode.window.activeTextEditor as vscode.TextEditor, '## Strategi', '## Catatan');
    await changed;
  });
});
