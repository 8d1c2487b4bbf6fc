// Generated blocks in the editor: lenses, refreshing, and refreshing on save.
import { assert } from 'chai';
import * as vscode from 'vscode';
import { at, closeAll, open, remove, replace, startedSession, until, write } from '../editor';

const path = 'contoh/03-blok.md';
const empty = `---
chapter: closing
---

# Penutup

<!-- masterplan:begin roadmap -->
<!-- masterplan:end roadmap -->

Selesai.
`;

async function lenses(): Promise<{ title: string; command: string; arguments: unknown[] }[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', at(path));
  return found.flatMap(({ command }) => (command ? [{ arguments: [], ...command }] : []));
}

describe('generated blocks', () => {
  before(async () => {
    await (await startedSession()).settled();
  });
  beforeEach(async () => {
    await write(path, empty);
  });
  afterEach(async () => {
    await vscode.workspace.getConfiguration('masterplan').update('refreshOnSave', undefined, true);
    await closeAll();
    await remove(path);
  });

  it('are filled by the lens above them, which then says that they are up to date', async () => {
    const { document } = await open(path);
    const session = await startedSession();
    await until(() => session.chapterOf(at(path).toString())?.generated.length, 1);
    const [lens] = await lenses();
    assert.equal(lens?.title, '$(refresh) Segarkan');
    await vscode.commands.executeCommand(lens?.command ?? '', ...(lens?.arguments ?? []));
    assert.include(document.getText(), '| ECO-P-01 | Katalog UMKM | Jumlah UMKM | Dinas Koperasi | ■ |');
    assert.isTrue(document.getText().endsWith(' -->\n\nSelesai.\n'));
    assert.deepEqual(
      (await lenses()).map(({ title }) => title),
      ['$(check) Sesuai isi bab-bab'],
    );
  });

  it('are told to be edited where somebody has edited them', async () => {
    const editor = await open(path);
    await vscode.commands.executeCommand('masterplan.refreshBlocks');
    await replace(editor, 'Katalog UMKM', 'Katalog kami');
    assert.deepEqual(
      (await lenses()).map(({ title }) => title),
      ['$(edit) Diubah dengan tangan – Segarkan…'],
    );
  });

  it('are refreshed from the light bulb where they contradict the chapters', async () => {
    const stale = '| Program | 2025 | 2026 |\n|---|---|---|\n| Program lama | ■ | |';
    await write(
      path,
      empty.replace('chapter: closing', 'chapter: roadmap').replace('roadmap -->\n<', `roadmap -->\n\n${stale}\n\n<`),
    );
    const { document } = await open(path);
    const session = await startedSession();
    const found = () => session.problemsOf(at(path).toString()).map(({ rule }) => rule);
    await until(() => found().includes('roadmap-mismatch'), true);
    const start = document.positionAt(document.getText().indexOf('Program lama'));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      at(path),
      new vscode.Range(start, start),
    );
    const action = actions.find(({ title }) => title === 'Segarkan blok roadmap');
    assert.deepEqual(action?.command?.arguments, [at(path).toString(), 0]);
    assert.equal(action?.command?.command, 'masterplan.refreshBlock');
  });

  it('are refreshed on save only where that is wanted', async () => {
    const editor = await open(path);
    await replace(editor, 'Selesai.', 'Selesai!');
    await editor.document.save();
    assert.notInclude(editor.document.getText(), 'Katalog');
    await vscode.workspace.getConfiguration('masterplan').update('refreshOnSave', true, true);
    await replace(editor, 'Selesai!', 'Selesai.');
    await editor.document.save();
    assert.include(editor.document.getText(), 'Katalog UMKM');
    assert.isFalse(editor.document.isDirty);
    // What is edited by hand stays.
    await replace(editor, 'Katalog UMKM', 'Katalog kami');
    await editor.document.save();
    assert.include(editor.document.getText(), 'Katalog kami');
  });
});
