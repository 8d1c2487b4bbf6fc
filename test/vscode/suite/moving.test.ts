// A section goes to another chapter, by dropping it or by a command: both texts change in one step that is shown before.
import { assert } from 'chai';
import * as vscode from 'vscode';
import { arrangingCommands } from '../../../src/extension/names';
import type { NewChapters } from '../../../src/extension/new-chapters';
import type { Outline } from '../../../src/extension/outline';
import { at, closeAll, drawn, open, outline, read, remove, startedSession, until, write } from '../editor';

type Item = ReturnType<Outline['getChildren']>[number];

const isOurs = (label: string) => label === 'Pindah';
const closing = `---
chapter: closing
---

# Penutup

## 1.1 Catatan

Lihat ![peta](peta.svg) dan [arah](lain/02-jalan.md#21-arah).

## 1.2 Terima Kasih

Kembali ke [catatan](#11-catatan).
`;
const roadmap = `---
chapter: roadmap
---

# Jalan

## 2.1 Arah

arah
`;
const files = {
  'pindah/masterplan.yaml': 'title: Pindah\n',
  'pindah/01-penutup.md': closing,
  'pindah/lain/02-jalan.md': roadmap,
  'pindah/peta.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'pindah/03-ekonomi.md':
    '---\nchapter: dimension\ndimension: economy\n---\n\n# Smart Economy\n\n## SWOT\n\n### Kekuatan\n\n- S1. Kopi\n\n## Strategi\n\n- SO1. Maju (S1)\n',
};

const movedClosing = `---
chapter: closing
---

# Penutup

## 1.1 Terima Kasih

Kembali ke [catatan](lain/02-jalan.md#21-catatan).
`;
const movedRoadmap = `---
chapter: roadmap
---

# Jalan

## 2.1 Catatan

Lihat ![peta](../peta.svg) dan [arah](#22-arah).

## 2.2 Arah

arah
`;

async function item(label: string): Promise<Item> {
  const view = await outline();
  const all = (items: readonly Item[]): Item[] => items.flatMap((one) => [one, ...all(view.getChildren(one))]);
  const found = all(view.getChildren()).find((one) => one.label === label && one.id.includes('/pindah/'));
  if (found === undefined) throw new Error(`"${label}" is not in the tree`);
  return found;
}

const textOf = async (path: string) => (await vscode.workspace.openTextDocument(at(path))).getText();

/** Answers the questions that come: the beginnings of the labels that are chosen, `undefined` for none. Gives what was seen. */
async function answering(
  answers: readonly (string | undefined)[],
  action: () => PromiseLike<unknown> | unknown,
): Promise<string[]> {
  const feature = (await startedSession()).feature('new chapters') as NewChapters;
  const seen: string[] = [];
  let count = 0;
  const listening = feature.onDidAsk(({ input, accept }) => {
    const pick = input as vscode.QuickPick<vscode.QuickPickItem>;
    seen.push(pick.title ?? '', ...pick.items.map(({ label, detail }) => (detail ? `${label}: ${detail}` : label)));
    const answer = answers[count++];
    if (answer === undefined) {
      pick.hide();
      return;
    }
    pick.selectedItems = pick.items.filter(({ label }) => label.startsWith(answer));
    accept();
  });
  await action();
  listening.dispose();
  return seen;
}

async function drop(dragged: string, target: string): Promise<void> {
  const { tree } = await outline();
  const data = new vscode.DataTransfer();
  const none = new vscode.CancellationTokenSource().token;
  await tree.dragging.handleDrag?.([await item(dragged)], data, none);
  await tree.dragging.handleDrop?.(await item(target), data, none);
}

const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));

describe('moving to another chapter', () => {
  beforeEach(async () => {
    for (const [path, text] of Object.entries(files)) await write(path, text);
    const session = await startedSession();
    const chapters = Object.entries(files).filter(([path]) => path.endsWith('.md'));
    const isRead = ([path, text]: [string, string]) => session.chapterOf(at(path).toString())?.source === text;
    await until(() => chapters.every(isRead), true);
  });
  afterEach(closeAll);
  after(async () => {
    await remove('pindah');
    const view = await outline();
    await until(() => drawn(view, isOurs), []);
  });

  it('puts a dropped section in the place of the one it is dropped on, after all changes have been seen', async () => {
    await open('pindah/01-penutup.md');
    const during: string[][] = [];
    const feature = (await startedSession()).feature('new chapters') as NewChapters;
    const looking = feature.onDidAsk(() => during.push(tabs()));
    const seen = await answering(['$(check)'], () => drop('1.1 Catatan', '2.1 Arah'));
    looking.dispose();
    const title = 'Pindahkan "1.1 Catatan" ke "Jalan"';
    assert.deepEqual(seen, [
      title,
      '$(check) Pindahkan: pindah/01-penutup.md, pindah/lain/02-jalan.md',
      '$(close) Batal',
    ]);
    assert.deepEqual(during, [['01-penutup.md', `${title} (2 files)`]]);
    assert.deepEqual(tabs(), ['01-penutup.md']);
    assert.equal(await textOf('pindah/01-penutup.md'), movedClosing);
    assert.equal(await textOf('pindah/lain/02-jalan.md'), movedRoadmap);
    // Halves of a move are never left apart.
    assert.equal(await read('pindah/01-penutup.md'), movedClosing);
    assert.equal(await read('pindah/lain/02-jalan.md'), movedRoadmap);
  });

  it('changes nothing where that is called off', async () => {
    await open('pindah/01-penutup.md');
    await answering([undefined], () => drop('1.1 Catatan', '2.1 Arah'));
    await answering(['$(close)'], () => drop('1.1 Catatan', 'Jalan'));
    assert.equal(await textOf('pindah/01-penutup.md'), closing);
    assert.equal(await textOf('pindah/lain/02-jalan.md'), roadmap);
  });

  it('is undone in both chapters with one undo', async () => {
    await open('pindah/01-penutup.md');
    await answering(['$(check)'], () => drop('1.1 Catatan', '2.1 Arah'));
    await vscode.commands.executeCommand('undo');
    assert.equal(await textOf('pindah/01-penutup.md'), closing);
    assert.equal(await textOf('pindah/lain/02-jalan.md'), roadmap);
  });

  it('asks for the chapter, by command, and goes to where the section belongs', async () => {
    await open('pindah/lain/02-jalan.md');
    const given = await item('2.1 Arah');
    const seen = await answering(['Penutup', '$(check)'], () =>
      vscode.commands.executeCommand(arrangingCommands.moveToChapter, given),
    );
    assert.deepEqual(seen.slice(0, 3), [
      'Pindahkan ke Bab Lain',
      'Penutup: pindah/01-penutup.md',
      'Smart Economy: pindah/03-ekonomi.md',
    ]);
    assert.include(await textOf('pindah/01-penutup.md'), '\n## 1.3 Arah\n\narah\n');
    assert.include(await textOf('pindah/01-penutup.md'), '[arah](#13-arah)');
  });

  it('shows a change of order that is about several chapters, and makes all of it', async () => {
    for (const name of ['a', 'b', 'c']) {
      await write(`pindah/urut/${name}.md`, `---\nchapter: roadmap\nbook: masterplan\n---\n\n# Urut ${name}\n`);
    }
    const session = await startedSession();
    for (const name of ['a', 'b', 'c']) {
      await until(() => session.chapterOf(at(`pindah/urut/${name}.md`).toString())?.titleText, `Urut ${name}`);
    }
    await open('pindah/urut/c.md');
    const move = async () => vscode.commands.executeCommand(arrangingCommands.moveUp, await item('Urut c'));
    const seen = await answering(['$(check)'], move);
    assert.equal(seen[0], 'Ubah urutan "Urut c"');
    assert.match(
      seen[1] ?? '',
      /^\$\(check\) Ubah urutan: .*pindah\/urut\/a\.md, .*pindah\/urut\/c\.md, .*pindah\/urut\/b\.md$/,
    );
    const orders = await Promise.all(
      ['a', 'b', 'c'].map(async (name) => /order: \d+/.exec(await textOf(`pindah/urut/${name}.md`))?.[0]),
    );
    const numbers = orders.map((order) => Number(order?.slice(7)));
    assert.deepEqual(
      [...numbers].sort((x, y) => x - y),
      [numbers[0], numbers[2], numbers[1]],
    );
    await vscode.commands.executeCommand('undo');
    for (const name of ['a', 'b', 'c']) assert.notInclude(await textOf(`pindah/urut/${name}.md`), 'order');
  });

  it('takes the links of other chapters along where a new order gives headings other numbers', async () => {
    const links = '---\nchapter: roadmap\nbook: masterplan\n---\n\n# Tautan\n\n[catatan](01-penutup.md#11-catatan)\n';
    await write('pindah/04-tautan.md', links);
    const session = await startedSession();
    await until(() => session.chapterOf(at('pindah/04-tautan.md').toString())?.source, links);
    await open('pindah/01-penutup.md');
    const move = async () => vscode.commands.executeCommand(arrangingCommands.moveUp, await item('1.2 Terima Kasih'));
    assert.deepEqual(await answering(['$(check)'], move), [
      'Ubah urutan "1.2 Terima Kasih"',
      '$(check) Ubah urutan: pindah/01-penutup.md, pindah/04-tautan.md',
      '$(close) Batal',
    ]);
    assert.include(
      await textOf('pindah/01-penutup.md'),
      '\n## 1.1 Terima Kasih\n\nKembali ke [catatan](#12-catatan).\n',
    );
    assert.equal(await textOf('pindah/04-tautan.md'), links.replace('#11-', '#12-'));
    await vscode.commands.executeCommand('undo');
    assert.equal(await textOf('pindah/01-penutup.md'), closing);
    assert.equal(await textOf('pindah/04-tautan.md'), links);
  });

  it('tells what changes its meaning, and refuses what would be lost', async () => {
    const seen = await answering([undefined], () => drop('Strategi', 'Jalan'));
    assert.deepEqual(seen.slice(2), [
      '$(close) Batal',
      '$(warning) Perlu diketahui: "Strategi" bukan bagian bab "Jalan": di sana dibaca sebagai teks biasa.',
      '$(warning) Perlu diketahui: 1 strategi tidak lagi dibaca sebagai strategi.',
      '$(warning) Perlu diketahui: "Strategi Pembangunan" wajib di bab "Smart Economy", dan akan hilang dari sana.',
    ]);
    assert.deepEqual(await answering([], () => drop('SWOT', 'Jalan')), []);
    assert.equal(await textOf('pindah/03-ekonomi.md'), files['pindah/03-ekonomi.md']);
  });
});
