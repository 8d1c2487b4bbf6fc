// A masterplan is begun and added to by answering questions, one step that can be undone, and nothing is written over.
import { assert } from 'chai';
import * as vscode from 'vscode';
import type { NewChapters } from '../../../src/extension/new-chapters';
import type { Outline } from '../../../src/extension/outline';
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

describe('a chapter that is missing', () => {
  const isLacking = (label: string) => label === 'Masterplan Kurang';
  const chapter = (dimension: string) =>
    `---\nchapter: dimension\ndimension: ${dimension}\n---\n\n# Smart ${dimension}\n`;
  const others = ['readiness', 'gap-analysis', 'vision', 'action-plan', 'roadmap'].map(
    (id) => `  - { id: ${id}, required: false }\n`,
  );
  /** Books and chapters alone. */
  const shown = (view: Outline) => drawn(view, isLacking).filter((line) => /^ {0,4}\S/.test(line));

  beforeEach(async () => {
    const dimensions = 'dimensions: [governance, economy, living]';
    await write('kurang/01-governance.md', chapter('governance'));
    await write('kurang/03-living.md', chapter('living'));
    await write('kurang/masterplan.yaml', `title: Masterplan Kurang\n${dimensions}\nchapters:\n${others.join('')}`);
    const view = await outline();
    await until(
      () => shown(view),
      [
        'Masterplan Kurang',
        '  Masterplan Smart City Daerah',
        '    Smart governance',
        '    ? Smart Economy [belum ada]',
        '    Smart living',
        '  Ringkasan Eksekutif',
        '    ? Ringkasan Eksekutif [belum ada]',
      ],
    );
  });
  afterEach(async () => {
    await closeAll();
    await remove('kurang');
    const view = await outline();
    await until(() => shown(view), []);
  });

  async function item(label: string) {
    const view = await outline();
    const all = (items: ReturnType<typeof view.getChildren>): typeof items =>
      items.flatMap((one) => [one, ...all(view.getChildren(one))]);
    const found = all(view.getChildren().filter((root) => isLacking(root.label))).find(
      (one) => one.label === label && one.missing,
    );
    if (found === undefined) throw new Error(`${label} is not in the tree`);
    return { found, view };
  }

  it('is dimmed in the tree, and told as what it is', async () => {
    const { found, view } = await item('Smart Economy');
    const treeItem = view.getTreeItem(found);
    const decoration = treeItem.resourceUri && view.provideFileDecoration(treeItem.resourceUri);
    assert.equal((decoration?.color as { id?: string } | undefined)?.id, 'disabledForeground');
    assert.equal(treeItem.accessibilityInformation?.label, 'Smart Economy, bab, belum ada');
    assert.equal(view.resolveTreeItem(treeItem, found).tooltip, 'Belum ada: bab wajib "Smart Economy"');
    assert.equal(view.getTreeItem((await item('Ringkasan Eksekutif')).found).contextValue, 'missing');
  });

  it('stays where only problems are shown, with its book', async () => {
    const view = await outline();
    await vscode.commands.executeCommand('masterplan.showOutline');
    await vscode.commands.executeCommand('masterplan.showOnlyProblems');
    assert.deepEqual(shown(view).slice(-2), ['  Ringkasan Eksekutif', '    ? Ringkasan Eksekutif [belum ada]']);
    await vscode.commands.executeCommand('masterplan.showEverything');
  });

  it('is begun from the tree in one step, without a question, and only once', async () => {
    const { found, view } = await item('Smart Economy');
    const begin = () => vscode.commands.executeCommand('masterplan.insertSection', found);
    assert.deepEqual(await answering([], begin), []);
    const path = 'kurang/02-smart-economy.md';
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), at(path).toString());
    assert.equal(editor?.document.lineAt(editor.selection.active).text, '# Smart Economy');
    assert.match(await read(path), /^---\nchapter: dimension\ndimension: economy\nstatus: draft\n---\n/);
    await until(
      () => shown(view).slice(1, 5),
      ['  Masterplan Smart City Daerah', '    Smart governance', '    Smart Economy [draf]', '    Smart living'],
    );
    // A tree that has not been drawn anew may still show it.
    await begin();
    assert.isFalse(await isThere('kurang/04-smart-economy.md'));
    assert.isFalse(await isThere('kurang/02-smart-economy-2.md'));
  });

  it('is chosen already where a click asks for the new chapter', async () => {
    const { found, view } = await item('Ringkasan Eksekutif');
    const { command } = view.getTreeItem(found);
    const click = () => vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
    assert.deepEqual(await answering([undefined], click), ['Bab Baru']);
    assert.equal(
      vscode.window.activeTextEditor?.document.uri.toString(),
      at('kurang/04-ringkasan-eksekutif.md').toString(),
    );
  });
});
