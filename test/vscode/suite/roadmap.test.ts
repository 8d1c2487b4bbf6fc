// The roadmap view: opened by its command, alive while chapters change, and the way to a programme.
import { assert } from 'chai';
import * as vscode from 'vscode';
import type { LiveViews } from '../../../src/extension/live-view';
import { at, closeAll, open, startedSession, until } from '../editor';

describe('the roadmap view', () => {
  let views: LiveViews;
  before(async () => {
    const session = await startedSession();
    await session.settled();
    views = session.feature('roadmap') as LiveViews;
  });
  afterEach(closeAll);

  const tabs = () => vscode.window.tabGroups.all.flatMap(({ tabs: all }) => all.map(({ label }) => label));

  it('shows the programmes of the masterplan in the editor, once', async () => {
    await open('contoh/02-ekonomi.md');
    await vscode.commands.executeCommand('masterplan.showRoadmap');
    await until(() => tabs().includes('Peta Jalan: Masterplan Contoh'), true);
    await vscode.commands.executeCommand('masterplan.showRoadmap');
    assert.lengthOf(views.views, 1);
    const main = views.views[0]?.main ?? '';
    assert.deepEqual(
      ['Katalog UMKM', 'Rumah Kemasan', 'Pasar Induk'].map((name) => main.includes(`>${name}</button>`)),
      [true, true, true],
    );
    assert.include(main, 'Quick Win');
  });

  it('follows what is typed', async () => {
    const editor = await open('contoh/02-ekonomi.md');
    await vscode.commands.executeCommand('masterplan.showRoadmap');
    const { document } = editor;
    const change = new vscode.WorkspaceEdit();
    const start = document.positionAt(document.getText().indexOf('Pasar Induk'));
    change.replace(document.uri, new vscode.Range(start, start.translate(0, 'Pasar Induk'.length)), 'Pasar Agro');
    const view = views.views[0];
    const drawn = new Promise<void>((resolve) => view?.onDidDraw(resolve));
    await vscode.workspace.applyEdit(change);
    await drawn;
    assert.include(view?.main, '>Pasar Agro</button>');
  });

  it('leads to a programme, and is gone when it is closed', async () => {
    await open('contoh/02-ekonomi.md');
    await vscode.commands.executeCommand('masterplan.showRoadmap');
    await views.views[0]?.open(0);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), at('contoh/02-ekonomi.md').toString());
    assert.equal(editor?.document.getText(editor.selection), 'Katalog UMKM');
    await closeAll();
    await until(() => views.views.length, 0);
  });
});
