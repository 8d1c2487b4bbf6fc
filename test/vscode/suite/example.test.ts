// The finished example comes with the extension: it can be looked at where there is no disk, and copied without writing over anything.
import { assert } from 'chai';
import * as vscode from 'vscode';
import type { Example } from '../../../src/extension/example';
import { at, closeAll, drawn, outline, read, remove, startedSession, until, write } from '../editor';

const example = vscode.Uri.parse('masterplan-example:/kabupaten-contoh');
const isExample = (label: string) => label === 'Masterplan Smart City Kabupaten Contoh';

async function failure(action: Thenable<unknown>): Promise<string> {
  try {
    await action;
  } catch (error) {
    return error instanceof vscode.FileSystemError ? error.code : String(error);
  }
  return 'nothing failed';
}

describe('the example', () => {
  before(startedSession);
  afterEach(closeAll);

  it('is a folder that can be read and not written', async () => {
    const { fs } = vscode.workspace;
    assert.deepEqual((await fs.readDirectory(example)).sort(), [
      ['README.md', vscode.FileType.File],
      ['buku-1-analisis-strategis', vscode.FileType.Directory],
      ['buku-2-masterplan', vscode.FileType.Directory],
      ['buku-3-ringkasan-eksekutif', vscode.FileType.Directory],
      ['buku-4-quick-win', vscode.FileType.Directory],
      ['masterplan.yaml', vscode.FileType.File],
    ]);
    const manifest = vscode.Uri.joinPath(example, 'masterplan.yaml');
    const bytes = await fs.readFile(manifest);
    assert.match(new TextDecoder().decode(bytes), /^region: Kabupaten Contoh$/m);
    assert.equal((await fs.stat(manifest)).size, bytes.length);
    assert.equal((await fs.stat(vscode.Uri.joinPath(example, 'buku-4-quick-win'))).type, vscode.FileType.Directory);
    assert.equal(await failure(fs.stat(vscode.Uri.joinPath(example, 'tidak-ada.md'))), 'FileNotFound');
    assert.equal(await failure(fs.writeFile(manifest, bytes)), 'NoPermissions');
    assert.equal(await failure(fs.delete(manifest)), 'NoPermissions');
  });

  it('opens as text in the editor', async () => {
    const uri = vscode.Uri.joinPath(example, 'buku-2-masterplan', '02-smart-governance.md');
    const document = await vscode.workspace.openTextDocument(uri);
    assert.include(document.getText(), '\n# 2.1 Smart Governance\n');
  });

  it('is copied as it is, beside a copy that is there already', async () => {
    await write('salinan/kabupaten-contoh/README.md', 'milik saya\n');
    const feature = (await startedSession()).feature('example') as Example;
    const copy = await feature.copyInto(at('salinan'));
    assert.equal(copy.toString(), at('salinan/kabupaten-contoh-2').toString());
    assert.equal(await read('salinan/kabupaten-contoh/README.md'), 'milik saya\n');
    const view = await outline();
    await until(() => drawn(view, isExample).filter((line) => /^ {4}[^ ?]/.test(line)).length, 14);
    const session = await startedSession();
    const manifest = at('salinan/kabupaten-contoh-2/masterplan.yaml').toString();
    await until(() => session.bookOf(manifest)?.book?.chapters.length, 14);
    assert.deepEqual([...(session.bookOf(manifest)?.problems.values() ?? [])].flat(), []);
    await remove('salinan');
    await until(() => drawn(view, isExample), []);
  });
});
