// Tab in the tables of a chapter, new rows with their codes, and columns of one width.
import { assert } from 'chai';
import * as vscode from 'vscode';
import { file, position, removeBook, texts, writeBook } from '../codes-book';
import { closeAll, until } from '../editor';

async function openAt(marked: string): Promise<vscode.TextEditor> {
  const cursor = position('governance.md', marked);
  const uri = file('governance.md');
  await vscode.commands.executeCommand('vscode.open', uri, { selection: new vscode.Range(cursor, cursor) });
  const seen = () => [
    vscode.window.activeTextEditor?.document.uri.path,
    vscode.window.activeTextEditor?.selection.active,
  ];
  await until(seen, [uri.path, cursor]);
  return vscode.window.activeTextEditor as vscode.TextEditor;
}

async function run(command: string): Promise<void> {
  await vscode.commands.executeCommand(`masterplan.${command}`);
}

function selected(editor: vscode.TextEditor): string {
  return editor.document.getText(editor.selection);
}

const last = '| GOV-P-01 | Gerai desa | Layanan Publik | Jumlah desa | Diskominfo | 2025 | SO1 |\n';

describe('tables', () => {
  before(writeBook);
  after(removeBook);
  afterEach(closeAll);

  it('are walked through cell by cell, there and back', async () => {
    const editor = await openAt('| Stra^tegi |');
    await run('nextCell');
    assert.equal(selected(editor), 'GOV-P-01');
    await run('nextCell');
    assert.equal(selected(editor), 'Gerai desa');
    await run('previousCell');
    await run('previousCell');
    assert.equal(selected(editor), 'Strategi');
    assert.equal(editor.document.getText(), texts['governance.md']);
  });

  it('get a new row with the next code behind the last cell', async () => {
    const editor = await openAt('2025 | SO^1 |');
    await run('nextCell');
    assert.equal(
      editor.document.getText(),
      texts['governance.md'].replace(last, `${last}| GOV-P-02 |  |  |  |  |  |  |\n`),
    );
    assert.deepEqual(editor.selection.active, new vscode.Position(36, 13));
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), texts['governance.md']);
  });

  it('get a new row where it is asked for', async () => {
    const editor = await openAt('| Ko^de | Program');
    await run('addRow');
    assert.equal(editor.document.lineAt(35).text, '| GOV-P-02 |  |  |  |  |  |  |');
    assert.equal(editor.document.lineAt(36).text, last.trimEnd());
  });

  it('are aligned, and stay as they are when they are', async () => {
    const editor = await openAt('GOV-P^-01 | Gerai');
    await run('alignTable');
    const lines = editor.document.getText().split('\n').slice(33, 36);
    assert.deepEqual(lines, [
      '| Kode     | Program    | Sub-dimensi    | Indikator   | OPD        | Tahun | Strategi |',
      '| -------- | ---------- | -------------- | ----------- | ---------- | ----- | -------- |',
      '| GOV-P-01 | Gerai desa | Layanan Publik | Jumlah desa | Diskominfo | 2025  | SO1      |',
    ]);
    const { version } = editor.document;
    await run('alignTable');
    assert.equal(editor.document.version, version);
  });

  it('are left alone by Tab elsewhere', async () => {
    const editor = await openAt('^## Strategi');
    await run('nextCell');
    assert.match(editor.document.getText(), /\n(?: {2,}|\t)## Strategi\n/);
  });
});
