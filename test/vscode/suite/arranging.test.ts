// The tree is worked in: what is moved there moves in the text, in one step that can be undone.
import { assert } from 'chai';
import * as vscode from 'vscode';
import { arrangingCommands, filterCommands } from '../../../src/extension/names';
import type { Outline } from '../../../src/extension/outline';
import { at, closeAll, drawn, open, outline, read, remove, replace, startedSession, until, write } from '../editor';

type Item = ReturnType<Outline['getChildren']>[number];

const isOurs = (label: string) => label === 'Tata';
const vision = `---
chapter: vision
status: draft
---

# Visi

## 1.1 Visi Smart City

satu

## 1.2 Misi Smart City

dua

### 1.2.1 Rincian

tiga
`;
const files = {
  'tata/masterplan.yaml': 'title: Tata\n',
  'tata/01-visi.md': vision,
  'tata/02-jalan.md': '---\nchapter: roadmap\n---\n\n# Jalan\n\nteks\n',
};

async function item(label: string): Promise<Item> {
  const view = await outline();
  const all = (items: readonly Item[]): Item[] => items.flatMap((one) => [one, ...all(view.getChildren(one))]);
  const found = all(view.getChildren()).find((one) => one.label === label && one.id.includes('/tata/'));
  if (found === undefined) throw new Error(`"${label}" is not in the tree`);
  return found;
}

const run = async (command: string, label: string) => vscode.commands.executeCommand(command, await item(label));
const headings = (editor: vscode.TextEditor) =>
  editor.document
    .getText()
    .split('\n')
    .filter((line) => line.startsWith('#'));

const headingLine = (editor: vscode.TextEditor, heading: string) =>
  editor.document.getText().split('\n').indexOf(heading);

describe('the tree as a working place', () => {
  before(async () => {
    for (const [path, text] of Object.entries(files)) await write(path, text);
    const view = await outline();
    await until(() => drawn(view, isOurs).filter((line) => /^ {4}[^ ?]/.test(line)).length, 2);
  });
  afterEach(closeAll);
  after(async () => {
    await remove('tata');
    const view = await outline();
    await until(() => drawn(view, isOurs), []);
  });

  it('moves sections up and down, and numbers stay in their order', async () => {
    const editor = await open('tata/01-visi.md');
    await run(arrangingCommands.moveUp, '1.2 Misi Smart City');
    assert.deepEqual(headings(editor), [
      '# Visi',
      '## 1.1 Misi Smart City',
      '### 1.1.1 Rincian',
      '## 1.2 Visi Smart City',
    ]);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), vision);
  });

  it('keeps what was moved selected until the cursor goes elsewhere', async () => {
    await vscode.commands.executeCommand('masterplan.showOutline');
    const view = await outline();
    const editor = await open('tata/01-visi.md');
    await until(() => view.selection, ['Visi']);
    await run(arrangingCommands.moveUp, '1.2 Misi Smart City');
    await until(() => view.selection, ['1.1 Misi Smart City']);
    await replace(editor, '1.1.1 Rincian', '1.1.1 Uraian');
    await until(() => drawn(view, isOurs).some((line) => line.includes('1.1.1 Uraian')), true);
    await until(() => view.selection, ['1.1 Misi Smart City']);
    const line = headingLine(editor, '## 1.2 Visi Smart City');
    editor.selection = new vscode.Selection(line, 4, line, 4);
    await until(() => view.selection, ['1.2 Visi Smart City']);
    for (let step = 0; step < 2; step++) await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), vision);
  });

  it('raises and lowers them', async () => {
    const editor = await open('tata/01-visi.md');
    await run(arrangingCommands.lower, '1.2 Misi Smart City');
    assert.deepEqual(headings(editor), [
      '# Visi',
      '## 1.1 Visi Smart City',
      '### 1.1.1 Misi Smart City',
      '#### 1.1.1.1 Rincian',
    ]);
    await run(arrangingCommands.raise, '1.1.1 Misi Smart City');
    assert.equal(editor.document.getText(), vision);
  });

  it('takes what is dropped', async () => {
    const editor = await open('tata/01-visi.md');
    const { tree } = await outline();
    const data = new vscode.DataTransfer();
    const none = new vscode.CancellationTokenSource().token;
    await tree.dragging.handleDrag?.([await item('1.1 Visi Smart City')], data, none);
    await tree.dragging.handleDrop?.(await item('1.2 Misi Smart City'), data, none);
    assert.deepEqual(headings(editor), [
      '# Visi',
      '## 1.1 Misi Smart City',
      '### 1.1.1 Rincian',
      '## 1.2 Visi Smart City',
    ]);
  });

  it('puts chapters in another order by their frontmatter, and marks how far they are', async () => {
    const editor = await open('tata/02-jalan.md');
    await run(arrangingCommands.moveUp, 'Jalan');
    assert.equal(editor.document.getText(), '---\nchapter: roadmap\norder: 0\n---\n\n# Jalan\n\nteks\n');
    await run(arrangingCommands.setReview, 'Jalan');
    assert.include(editor.document.getText(), 'chapter: roadmap\nstatus: review\norder: 0\n');
    const view = await outline();
    await until(
      () => drawn(view, isOurs).filter((line) => /^ {4}[^ ?]/.test(line)),
      ['    Jalan [ditinjau]', '    Visi [draf]'],
    );
  });

  it('shows only what has problems, until it is asked for all', async () => {
    const view = await outline();
    const all = drawn(view, isOurs);
    await vscode.commands.executeCommand(filterCommands.showOnlyProblems);
    const some = drawn(view, isOurs);
    await vscode.commands.executeCommand(filterCommands.showEverything);
    assert.notInclude(some, '      1.1 Visi Smart City');
    assert.include(some, '      ? Keselarasan dengan RPJMD [belum ada]');
    assert.deepEqual(drawn(view, isOurs), all);
  });

  it('tells the number of words, and reads well aloud', async () => {
    const view = await outline();
    const found = await item('1.1 Visi Smart City');
    assert.equal(view.resolveTreeItem(view.getTreeItem(found), found).tooltip, '1.1 Visi Smart City\n5 kata');
    assert.match(
      view.getTreeItem(await item('Visi')).accessibilityInformation?.label ?? '',
      /^Visi, bab, draf, \d+ kesalahan/,
    );
  });

  it('changes nothing where a move makes no sense', async () => {
    const editor = await open('tata/01-visi.md');
    await run(arrangingCommands.moveUp, '1.1 Visi Smart City');
    await run(arrangingCommands.raise, '1.1 Visi Smart City');
    // A missing chapter is not there to be moved, and nothing can be put in its place.
    const missing = 'Rencana Aksi Smart City';
    await run(arrangingCommands.moveUp, missing);
    const { tree } = await outline();
    const none = new vscode.CancellationTokenSource().token;
    for (const [dragged, target] of [
      [missing, 'Visi'],
      ['Visi', missing],
    ] as const) {
      const data = new vscode.DataTransfer();
      await tree.dragging.handleDrag?.([await item(dragged)], data, none);
      await tree.dragging.handleDrop?.(await item(target), data, none);
    }
    assert.equal(editor.document.getText(), vision);
    assert.equal(await read('tata/01-visi.md'), vision);
    assert.isDefined((await startedSession()).chapterOf(at('tata/01-visi.md').toString()));
  });
});
