// In a window without a masterplan the commands are there before the session is, as the walkthrough and key bindings call them.
import { assert } from 'chai';
import * as vscode from 'vscode';
import packageJson from '../../../package.json';
import words from '../../../package.nls.json';
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
  it('are there where palette and walkthrough offer them, though no session is', async () => {
    await vscode.extensions.getExtension('masterplan.masterplan')?.activate();
    const known = new Set(await vscode.commands.getCommands(true));
    const { commands, menus } = packageJson.contributes;
    const later = new Set(menus.commandPalette.map(({ command }) => command));
    const inPalette = commands.map(({ command }) => command).filter((command) => !later.has(command));
    const linked = [...JSON.stringify(words).matchAll(/command:(masterplan\.\w+)/g)].map(
      ([, command]) => command as string,
    );
    assert.isAbove(inPalette.length, 0);
    assert.isAbove(linked.length, 0);
    const offered = [...inPalette, ...linked, 'masterplan.showRoadmap', 'masterplan.export'];
    assert.deepEqual(
      offered.filter((command) => !known.has(command)),
      [],
    );
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
