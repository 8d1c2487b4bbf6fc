// A masterplan is begun and added to by answering questions, one step that can be undone, and nothing is written over.
import { assert } from 'chai';
import * as vscode from 'vscode';
import type { NewChapters } from '../../../src/extension/new-chapters';
import { at, closeAll, drawn, open, outline, read, remove, startedSession, until, write } from '../editor';

/** Answers questions as they come: a text, the label of a choice, the labels of several, or `undefined` for Enter alone. */
async function answering(
  answers: readonly (string | readonly string[] | undefined)[],
  action: () => Thenable<unknown>,
): Promise<string[]> {
  const feature = (await startedSession()).feature('new chapters') as NewChapters;
  const asked: string[] = [];
  const listening = feature.onDidAsk(({ input, accept }) => {
    asked.push(input.totalSteps === undefined ? `${input.title}` : `${input.step}/${input.totalSteps} ${input.title}`);
    give(input, answers[asked.length - 1]);
    accept();
  });
  await action();
  listening.dispose();
  return asked;
}

function give(input: vscode.QuickInput, answer: string | readonly string[] | undefined): void {
  if ('items' in input) {
    const pick = input as vscode.QuickPick<vscode.QuickPickItem>;
    const wanted = answer === undefined ? pick.activeItems.map(({ label }) => label) : [answer].flat();
    pick.selectedItems = pick.items.filter(({ label }) => wanted.includes(label));
  } else if (typeof answer === 'string') {
    (input as vscode.InputBox).value = answer;
  }
}

const isOwn = (label: string) => label.startsWith('Smart City Masterplan of');

async function isThere(path: string): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(at(path));
    return true;
  } catch {
    return false;
  }
}

const run = (command: string) => () => vscode.commands.executeCommand(command);

describe('a new masterplan', () => {
  afterEach(closeAll);
  after(async () => {
    for (const path of ['masterplan.yaml', 'book-2-smart-city-masterplan', 'book-3-executive-summary']) {
      if (await isThere(path)) await remove(path);
    }
    const view = await outline();
    await until(() => drawn(view, isOwn), []);
  });

  it('goes away again with one undo, all files of it, and nothing else', async () => {
    const files = async () => (await vscode.workspace.fs.readDirectory(at(''))).map(([name]) => name).sort();
    const before = await files();
    await answering(
      ['Kota Batal', '2026-2035', 'giffinger', 'English', ['Executive Summary']],
      run('masterplan.newMasterplan'),
    );
    assert.isTrue(await isThere('masterplan.yaml'));
    assert.isTrue(await isThere('book-3-executive-summary/01-introduction.md'));
    const view = await outline();
    await until(() => drawn(view, isOwn).length > 0, true);
    await vscode.commands.executeCommand('undo');
    assert.isFalse(await isThere('masterplan.yaml'));
    assert.isFalse(await isThere('book-3-executive-summary/01-introduction.md'));
    for (const folder of ['book-2-smart-city-masterplan', 'book-3-executive-summary']) {
      if (await isThere(folder)) await remove(folder);
    }
    assert.deepEqual(await files(), before);
    await until(() => drawn(view, isOwn), []);
  });

  it('is written after five questions, and its manifest is opened', async () => {
    const asked = await answering(
      ['Kabupaten Contoh', '2026-2035', 'giffinger', 'English', ['Executive Summary']],
      run('masterplan.newMasterplan'),
    );
    assert.deepEqual(
      asked,
      [1, 2, 3, 4, 5].map((step) => `${step}/5 Masterplan Baru`),
    );
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), at('masterplan.yaml').toString());
    const manifest = await read('masterplan.yaml');
    assert.include(manifest, 'template: giffinger\nregion: Kabupaten Contoh\n');
    assert.include(manifest, 'language: en\nperiod: 2026-2035\n');
    const view = await outline();
    await until(
      () => drawn(view, isOwn).slice(0, 4),
      [
        'Smart City Masterplan of Kabupaten Contoh',
        '  Executive Summary',
        '    Introduction [draft]',
        '      Legal Basis',
      ],
    );
  });

  it('is added to, and the new chapter is opened at its title', async () => {
    await open('book-3-executive-summary/02-executive-summary.md');
    assert.deepEqual(await answering(['Smart People'], run('masterplan.newChapter')), ['New Chapter']);
    const path = 'book-2-smart-city-masterplan/01-smart-people.md';
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), at(path).toString());
    assert.equal(editor?.document.lineAt(editor.selection.active).text, '# Smart People');
    assert.match(await read(path), /^---\nchapter: dimension\ndimension: people\nstatus: draft\n---\n/);
  });

  it('writes nothing where a file is in the way', async () => {
    await write('book-3-executive-summary/03-closing.md', 'milik saya\n');
    await open('book-3-executive-summary/02-executive-summary.md');
    await answering(['Closing'], run('masterplan.newChapter'));
    assert.equal(await read('book-3-executive-summary/03-closing.md'), 'milik saya\n');
    assert.equal(
      vscode.window.activeTextEditor?.document.uri.toString(),
      at('book-3-executive-summary/02-executive-summary.md').toString(),
    );
  });
});
