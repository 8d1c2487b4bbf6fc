// The export in the editor: files that are right in both hosts, nothing replaced without a yes, nothing loaded before.
import { assert } from 'chai';
import * as vscode from 'vscode';
import type { ExportWishes } from '../../../src/extension/export';
import { at, closeAll, open, read, remove, replace, startedSession } from '../editor';

const folder = 'hasil-ekspor';

async function exportTo(wishes: ExportWishes): Promise<string[]> {
  const given = { masterplan: at('contoh/01-visi.md').toString(), folder: at(folder), ...wishes };
  const written = await vscode.commands.executeCommand<vscode.Uri[]>('masterplan.export', given);
  return written.map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
}

async function names(): Promise<string[]> {
  return (await vscode.workspace.fs.readDirectory(at(folder))).map(([name]) => name).sort();
}

async function bytes(name: string): Promise<Uint8Array> {
  return vscode.workspace.fs.readFile(at(`${folder}/${name}`));
}

describe('the export', function () {
  // What writes the books is loaded with the first of them.
  this.timeout(60_000);

  before(async () => {
    await (await startedSession()).settled();
    await vscode.workspace.fs.createDirectory(at(folder));
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
    for (const name of await names()) await remove(`${folder}/${name}`);
  });
  after(() => remove(folder));

  it('writes Word documents, spreadsheets, CSV, HTML and Markdown', async () => {
    const [word] = await exportTo({ format: 'docx', books: ['masterplan'] });
    assert.equal(word, 'masterplan-contoh-buku-2.docx');
    assert.deepEqual([...(await bytes(word ?? '')).subarray(0, 4)], [0x50, 0x4b, 3, 4]);
    const [sheet] = await exportTo({ format: 'xlsx' });
    assert.deepEqual([...(await bytes(sheet ?? '')).subarray(0, 4)], [0x50, 0x4b, 3, 4]);
    const [csv] = await exportTo({ format: 'csv' });
    assert.include(await read(`${folder}/${csv}`), 'Katalog UMKM');
    const [html] = await exportTo({ format: 'html' });
    assert.match(await read(`${folder}/${html}`), /^<!doctype html>/);
    const [markdown] = await exportTo({ format: 'md', books: ['masterplan'] });
    assert.include(await read(`${folder}/${markdown}`), '\n# BAB I ');
    assert.lengthOf(await names(), 5);
  });

  it('gives HTML for what a browser prints as PDF', async () => {
    assert.match((await exportTo({ format: 'pdf' })).join(), /\.html$/);
  });

  it('takes what is typed before it is saved', async () => {
    const editor = await open('contoh/02-ekonomi.md');
    await replace(editor, 'Katalog UMKM', 'Pasar Malam');
    const [csv] = await exportTo({ format: 'csv' });
    await vscode.commands.executeCommand('workbench.action.files.revert');
    assert.include(await read(`${folder}/${csv}`), 'Pasar Malam');
  });

  it('replaces nothing where that is not wished', async () => {
    const [name] = await exportTo({ format: 'csv' });
    const file = `${folder}/${name}`;
    await vscode.workspace.fs.writeFile(at(file), new TextEncoder().encode('milik saya'));
    assert.deepEqual(await exportTo({ format: 'csv', replaces: false }), []);
    assert.equal(await read(file), 'milik saya');
    assert.deepEqual(await exportTo({ format: 'csv', replaces: true }), [name]);
    assert.include(await read(file), 'Katalog UMKM');
  });

  it('says so where a book has no chapters, or a reference is no document', async () => {
    assert.deepEqual(await exportTo({ format: 'docx', books: ['quick-wins'] }), []);
    assert.deepEqual(await exportTo({ format: 'docx', reference: at('contoh/01-visi.md') }), []);
    assert.deepEqual(await names(), []);
  });
});
