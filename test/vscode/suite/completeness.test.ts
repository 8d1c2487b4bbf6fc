// The status bar tells how complete the open chapter is; a click adds what is missing, or leads to what is empty.
import { assert } from 'chai';
import * as vscode from 'vscode';
import type { CompletenessBar } from '../../../src/extension/completeness';
import { file, removeBook, texts, writeBook } from '../codes-book';
import { closeAll, open, replace, startedSession, until } from '../editor';

async function bar(): Promise<CompletenessBar> {
  return (await startedSession()).feature('completeness') as CompletenessBar;
}

/** Every command goes to the window and back; what has been asked for before is there by then. */
async function pick(steps: number): Promise<void> {
  for (let i = 0; i < 3; i++) await vscode.commands.executeCommand('setContext', 'masterplan.test', i);
  for (let i = 0; i < steps; i++) await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}

describe('completeness', () => {
  before(writeBook);
  after(removeBook);
  afterEach(closeAll);

  it('is shown for the chapter in the editor, and follows what is typed', async () => {
    const shown = await bar();
    const editor = await open('kode/governance.md');
    await until(() => shown.text, '7 dari 10 bagian');
    await replace(
      editor,
      '\n## Program Jangka Pendek',
      '\n## Quick Win\n\n| Program |\n|---|\n| Gerai |\n\n## Program Jangka Pendek',
    );
    await until(() => shown.text, '8 dari 10 bagian');
  });

  it('is not shown for a chapter that requires nothing, and for other Markdown', async () => {
    const shown = await bar();
    await open('kode/ringkasan.md');
    await until(() => shown.text, undefined);
    await open('kode/governance.md');
    await until(() => shown.text, '7 dari 10 bagian');
    await open('contoh/catatan.md');
    await until(() => shown.text, undefined);
  });

  it('leads to what is missing: it is added where it belongs', async () => {
    await open('kode/governance.md');
    const done = vscode.commands.executeCommand('masterplan.showOpenSections');
    await pick(0);
    await done;
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.toString(), file('governance.md').toString());
    assert.include(document?.getText(), '\n\n## Program Jangka Menengah\n\n| Kode | Program |');
    assert.notInclude(texts['governance.md'], 'Jangka Menengah');
  });
});
