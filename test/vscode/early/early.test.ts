// In a window without a masterplan the commands are there before the session is, as the walkthrough and key bindings call them.
import { assert } from 'chai';
import * as vscode from 'vscode';
import packageJson from '../../../package.json';
import { closeAll, masterplan, open, startedSession } from '../editor';

/** What is told while something is done. */
async function toldWhile(action: () => Thenable<unknown>): Promise<string[]> {
  const told: string[] = [];
  const before = vscode.window.showInformationMessage;
  vscode.window.showInformationMessage = (async (text: string) => {
    told.push(text);
  }) as typeof before;
  try {
    await action();
  } finally {
    vscode.window.showInformationMessage = before;
  }
  return told;
}

describe('commands in a window without a masterplan', () => {
  it('are all there, though no session is', async () => {
    await vscode.extensions.getExtension('masterplan.masterplan')?.activate();
    const known = new Set(await vscode.commands.getCommands(true));
    const missing = packageJson.contributes.commands.filter(({ command }) => !known.has(command));
    assert.deepEqual(missing, []);
    assert.isUndefined(masterplan().session);
  });

  it('start the session, and are done by it', async () => {
    const told = await toldWhile(() => vscode.commands.executeCommand('masterplan.newChapter'));
    assert.isDefined(masterplan().session);
    assert.deepEqual(told, ['Belum ada masterplan di sini.']);
  });

  it('say what is not there', async () => {
    await (await startedSession()).settled();
    await open('catatan.md');
    const told = (command: string) => toldWhile(() => vscode.commands.executeCommand(`masterplan.${command}`));
    const none = 'Belum ada masterplan di jendela ini.';
    assert.deepEqual(await told('showCoverage'), [none]);
    assert.deepEqual(await told('showRoadmap'), [none]);
    assert.deepEqual(await told('export'), [none]);
    const first = 'Bukalah sebuah bab masterplan dahulu.';
    assert.deepEqual(await told('insertSection'), [first]);
    assert.deepEqual(await told('showOpenSections'), [first]);
    await closeAll();
    assert.deepEqual(await told('insertSection'), [first]);
    assert.deepEqual(await told('showOpenSections'), [first]);
  });

  it('show the outline, which says how to begin', async () => {
    await vscode.commands.executeCommand('masterplan.showOutline');
    assert.deepEqual(await toldWhile(() => vscode.commands.executeCommand('masterplan.showOutline')), []);
  });
});
