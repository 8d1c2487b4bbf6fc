// A window that shows only a part of a masterplan: its manifest stands above the folder.
import { assert } from 'chai';
import * as vscode from 'vscode';
import { at, closeAll, drawn, open, outline, replace, rules, startedSession, until } from '../editor';

const other = () => at('../lain/01-visi.md');

describe('a folder within a masterplan', () => {
  it('has the whole masterplan once a chapter of it is open', async () => {
    await open('02-ekonomi.md');
    await startedSession();
    await until(() => rules(at('02-ekonomi.md')), ['missing-section', 'programme-incomplete']);
    await until(() => rules(other()), ['missing-section', 'missing-section', 'missing-section']);
    assert.deepEqual(drawn(await outline()).slice(0, 3), [
      'Masterplan Contoh',
      '  Masterplan Smart City Daerah',
      '    Visi dan Misi',
    ]);
  });

  it('follows what happens beside the folder', async () => {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(other()));
    const longer = `${text}\n## Misi\n\n1. Melayani.\n`;
    await vscode.workspace.fs.writeFile(other(), new TextEncoder().encode(longer));
    await until(() => rules(other()), ['missing-section', 'missing-section']);
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) throw new Error('no editor');
    await replace(editor, '### Peluang', '### Kelemahan\n\n- W1. Modal kecil.\n\n### Peluang');
    await until(() => rules(at('02-ekonomi.md')), ['programme-incomplete']);
  });

  it('lets the masterplan go with its last open chapter', async () => {
    await closeAll();
    await until(() => [rules(other()), rules(at('02-ekonomi.md'))], [[], []]);
    assert.deepEqual(drawn(await outline()), []);
  });
});
