// The outline shows what is there and what is missing, follows the cursor, and inserts what is missing.
import { assert } from 'chai';
import * as vscode from 'vscode';
import { at, closeAll, drawn, open, outline, problems, replace, rules, startedSession, until } from '../editor';
import { Onlooker, seenAsFresh } from '../fresh';

const isExample = (label: string) => label === 'Masterplan Contoh';
const economy = 'contoh/02-ekonomi.md';

describe('the outline', () => {
  before(async () => {
    await (await startedSession()).settled();
  });
  afterEach(closeAll);

  it('shows books, chapters, sections and items, and what is missing in its place', async () => {
    assert.deepEqual(drawn(await outline(), isExample), [
      'Masterplan Contoh',
      '  Masterplan Smart City Daerah',
      '    Visi dan Misi',
      '      Visi',
      '      Misi',
      '      Sasaran',
      '      Keselarasan dengan RPJMD',
      '    Smart Economy',
      '      Analisis SWOT',
      '        Kekuatan',
      '          Kopi sudah dikenal. [S1]',
      '        ? Kelemahan [belum ada]',
      '        Peluang',
      '          Pasar daring terbuka. [O1]',
      '        Ancaman',
      '          Harga tidak menentu. [T1]',
      '      Strategi',
      '        Memperluas pasar daring (S1, O1) [SO1]',
      '      Program Jangka Pendek',
      '        Katalog UMKM [ECO-P-01]',
      '      Program Jangka Menengah',
      '        Rumah Kemasan [ECO-M-01]',
      '      Program Jangka Panjang',
      '        Pasar Induk [ECO-L-01]',
      '      Quick Win',
      '        Katalog UMKM [ECO-P-01]',
    ]);
  });

  it('colours what has problems, and counts the errors', async () => {
    const view = await outline();
    const all = (items: ReturnType<typeof view.getChildren>): typeof items =>
      items.flatMap((item) => [item, ...all(view.getChildren(item))]);
    const shown = all(view.getChildren())
      .filter(({ id }) => id.includes('contoh'))
      .flatMap((item) => {
        const { label, resourceUri } = view.getTreeItem(item);
        const decoration = resourceUri && view.provideFileDecoration(resourceUri);
        const colour = decoration?.color as { id?: string } | undefined;
        // Warnings are the matter of rules that have tests of their own.
        return colour?.id === undefined || colour.id === 'list.warningForeground'
          ? []
          : [`${label}: ${decoration?.badge ?? ''} ${colour.id}`];
      });
    assert.deepEqual(shown, [
      'Masterplan Contoh: 2 list.errorForeground',
      'Masterplan Smart City Daerah: 2 list.errorForeground',
      'Smart Economy: 2 list.errorForeground',
      'Analisis SWOT: 1 list.errorForeground',
      'Kelemahan:  disabledForeground',
      'Program Jangka Menengah: 1 list.errorForeground',
      'Rumah Kemasan: 1 list.errorForeground',
    ]);
    assert.equal(view.badge, 2);
  });

  it('keeps its items where only text moves', async () => {
    const view = await outline();
    let refreshed = 0;
    const counting = view.tree.onDidChangeTreeData(() => refreshed++);
    const editor = await open(economy);
    await replace(editor, '# Smart Economy\n', '# Smart Economy\n\nKalimat baru.\n');
    await until(() => problems(at(economy))[0]?.split(' ')[0], '10:4-10:17');
    assert.equal(refreshed, 0);
    await replace(editor, '## Strategi', '## Strategi Pembangunan');
    await until(() => drawn(view, isExample).includes('      Strategi Pembangunan'), true);
    assert.equal(refreshed, 1);
    counting.dispose();
  });

  it('tells the editor of all that looks different, also of what comes back in another state', async () => {
    const onlooker = new Onlooker(await startedSession(), await outline());
    const seen = () => seenAsFresh(onlooker);
    const settings = vscode.workspace.getConfiguration('masterplan');
    try {
      await seen();
      const editor = await open(economy);
      const marked = 'chapter: dimension\ndimension: economy\n';
      await replace(editor, marked, '');
      await seen();
      await replace(editor, '### Peluang', '### Kelemahan\n\n- W1. Modal kecil.\n\n### Peluang');
      await replace(editor, 'Dinas Koperasi | | 2026', 'Dinas Koperasi | Jumlah | 2026');
      await replace(editor, '---\n', `---\n${marked}`);
      await seen();
      await replace(editor, '### Kelemahan\n\n- W1. Modal kecil.\n\n', '');
      await seen();
      await replace(editor, '### Peluang', '### Kelemahan\n\n- W1. Modal kecil.\n\n### Peluang');
      await seen();
      await settings.update('language', 'en', vscode.ConfigurationTarget.Workspace);
      await seen();
    } finally {
      await settings.update('language', undefined, vscode.ConfigurationTarget.Workspace);
      await closeAll();
      await seen();
      onlooker.dispose();
    }
  });

  it('follows the cursor without taking the keyboard', async () => {
    const view = await outline();
    await vscode.commands.executeCommand('masterplan.showOutline');
    const editor = await open(economy);
    const line = editor.document
      .getText()
      .split('\n')
      .findIndex((text) => text.includes('Rumah Kemasan'));
    const selected = new Promise<void>((resolve) => {
      const listening = view.onDidSelect(() => {
        if (view.selection[0] !== 'Rumah Kemasan') return;
        listening.dispose();
        resolve();
      });
    });
    editor.selection = new vscode.Selection(line, 20, line, 20);
    await selected;
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), at(economy).toString());
  });

  it('goes to what is clicked', async () => {
    const view = await outline();
    const find = (
      label: string,
      items = view.getChildren(),
    ): ReturnType<typeof view.getChildren>[number] | undefined => {
      for (const item of items) {
        const found = item.label === label ? item : find(label, view.getChildren(item));
        if (found) return found;
      }
      return undefined;
    };
    const item = find('Pasar Induk');
    if (item === undefined) throw new Error('the programme is not in the tree');
    const { command } = view.getTreeItem(item);
    await vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), at(economy).toString());
    assert.equal(editor?.document.lineAt(editor.selection.active).text.split('|')[2]?.trim(), 'Pasar Induk');
  });

  it('inserts a missing section at its place, with its skeleton, in one step', async () => {
    const view = await outline();
    const editor = await open(economy);
    const before = editor.document.getText();
    // The item is asked for before the text moves, as a click on a tree that has not been refreshed.
    const all = (items: ReturnType<typeof view.getChildren>): typeof items =>
      items.flatMap((item) => [item, ...all(view.getChildren(item))]);
    const item = all(view.getChildren()).find((one) => one.missing && one.section === 'weaknesses');
    if (item === undefined) throw new Error('the section is not in the tree');
    await replace(editor, '# Smart Economy\n', '# Smart Economy\n\nKalimat baru.\n');
    await vscode.commands.executeCommand('masterplan.insertSection', item);
    const inserted = '### Kelemahan\n\n- W1. [isi di sini]\n- W2. [isi di sini]\n\n### Peluang';
    const expected = before
      .replace('# Smart Economy\n', '# Smart Economy\n\nKalimat baru.\n')
      .replace('### Peluang', inserted);
    assert.equal(editor.document.getText(), expected);
    assert.equal(editor.document.lineAt(editor.selection.active).text, '### Kelemahan');
    await until(() => rules(at(economy)), ['placeholder', 'placeholder', 'programme-incomplete']);
    assert.include(drawn(view, isExample), '        Kelemahan');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), expected.replace(inserted, '### Peluang'));
  });
});
