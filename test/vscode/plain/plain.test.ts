// In a workspace without a masterplan nothing of the core is loaded until a chapter or a manifest is met.
import { assert } from 'chai';
import * as vscode from 'vscode';
import { at, closeAll, drawn, masterplan, open, outline, problems, replace, rules, until, write } from '../editor';

describe('a workspace without a masterplan', () => {
  it('starts no session for plain Markdown', async () => {
    const extension = vscode.extensions.getExtension('masterplan.masterplan');
    await open('catatan.md');
    await extension?.activate();
    assert.isUndefined(masterplan().session);
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) throw new Error('no editor');
    await replace(editor, 'TBD', 'TBD\n\nchapter: bukan bab\n');
    assert.isUndefined(masterplan().session);
    assert.deepEqual(problems(at('catatan.md')), []);
  });

  it('starts one when a text becomes a chapter', async () => {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) throw new Error('no editor');
    await replace(editor, '# Catatan rapat', '---\nchapter: vision\n---\n\n# Catatan rapat');
    await masterplan().started;
    await until(() => rules(at('catatan.md')).includes('placeholder'), true);
    assert.equal(drawn(await outline())[0], 'Catatan rapat');
  });

  it('takes the chapter into a masterplan that comes', async () => {
    await write('masterplan.yaml', 'title: Rencana\n');
    await until(() => rules(at('masterplan.yaml')).includes('missing-dimension'), true);
    assert.deepEqual(drawn(await outline()).slice(0, 6), [
      'Rencana',
      '  Analisis Strategis Smart City Daerah',
      '    ? Analisis Kesiapan Daerah [belum ada]',
      '    ? Analisis Kesenjangan [belum ada]',
      '  Masterplan Smart City Daerah',
      '    Catatan rapat',
    ]);
    await closeAll();
    await until(() => rules(at('catatan.md')), []);
  });
});
