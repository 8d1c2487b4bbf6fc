// Codes are links: hover, definition, references, highlights, rename, symbols of the workspace, and lenses.
import { assert } from 'chai';
import * as vscode from 'vscode';
import { type BookFile, file, folder, position, removeBook, shown, texts, writeBook } from '../codes-book';
import { at, closeAll, remove, replace, startedSession, until, write } from '../editor';

async function ask<T>(command: string, name: BookFile, marked: string, ...more: unknown[]): Promise<T> {
  await vscode.workspace.openTextDocument(file(name));
  return vscode.commands.executeCommand<T>(command, file(name), position(name, marked), ...more);
}

async function hover(name: BookFile, marked: string): Promise<string> {
  const hovers = await ask<vscode.Hover[]>('vscode.executeHoverProvider', name, marked);
  const texts = hovers.flatMap(({ contents }) =>
    contents.map((text) => (typeof text === 'string' ? text : text.value)),
  );
  return texts.join('\n');
}

const lenses = (name: BookFile) => lensesOf(file(name));

async function lensesOf(uri: vscode.Uri): Promise<vscode.CodeLens[]> {
  await vscode.workspace.openTextDocument(uri);
  const all = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);
  return all.toSorted((a, b) => a.range.start.compareTo(b.range.start));
}

const settings = () => vscode.workspace.getConfiguration('masterplan');

describe('codes', () => {
  before(writeBook);
  after(removeBook);
  afterEach(closeAll);

  it('show what they are and who names them', async () => {
    const text = await hover('governance.md', '- S^1. Data');
    assert.match(text, /^\*\*S1\*\* · Kekuatan Smart Governance\n\nData satu pintu\n/);
    assert.match(
      text,
      /Dirujuk oleh\n- \[SO1 Memperluas layanan \\\(S1, O1\\\)\]\(.*governance\.md#L29%2C28\)\n- \[Ringkasan\]/,
    );
    assert.equal(await hover('ringkasan.md', 'governance:S^1'), text);
    assert.match(await hover('peta.md', 'GOV-P^-01'), /\n- OPD: Diskominfo\n- Tahun: 2025\n- Indikator: Jumlah desa\n/);
    assert.equal(await hover('governance.md', 'Data sa^tu'), '');
  });

  it('that two things have show the one they stand at, and name the other', async () => {
    const editor = await vscode.window.showTextDocument(file('governance.md'));
    await replace(editor, '- S2. ', '- S1. ');
    const text = await hover('governance.md', '- S^2. Jaringan');
    const lines = text.replaceAll('\\', '').split('\n').filter(Boolean);
    assert.deepEqual(lines.slice(0, 4), [
      '**S1** · Kekuatan Smart Governance',
      'Jaringan luas',
      'Kode ini juga dipakai oleh "Data satu pintu".',
      '---',
    ]);
  });

  it('lead to their definition', async () => {
    const links = await ask<vscode.LocationLink[]>('vscode.executeDefinitionProvider', 'peta.md', 'GOV-P^-01');
    assert.deepEqual(
      await Promise.all(
        links.map((link) => shown({ uri: link.targetUri, range: link.targetSelectionRange as vscode.Range })),
      ),
      ['governance.md:36:2 GOV-P-01'],
    );
  });

  it('find all that names them, the rows of a roadmap too', async () => {
    const found = await ask<vscode.Location[]>('vscode.executeReferenceProvider', 'ringkasan.md', 'GOV-^P-01');
    assert.sameMembers(await Promise.all(found.map(shown)), [
      'governance.md:36:2 GOV-P-01',
      'peta.md:9:2 GOV-P-01',
      'ringkasan.md:7:12 GOV-P-01',
    ]);
  });

  it('are marked in the text, as definition and as reference', async () => {
    const marks = await ask<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      'governance.md',
      '(^S1, O1)',
    );
    assert.deepEqual(
      marks.map(({ range, kind }) => `${range.start.line + 1}:${range.start.character} ${kind}`).sort(),
      ['12:2 2', '29:27 1'],
    );
  });

  it('are renamed everywhere', async () => {
    const edit = await ask<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      'peta.md',
      'GOV-P^-01',
      'GOV-P-07',
    );
    assert.isTrue(await vscode.workspace.applyEdit(edit));
    for (const name of ['governance.md', 'peta.md', 'ringkasan.md'] as const) {
      const document = await vscode.workspace.openTextDocument(file(name));
      assert.equal(document.getText(), texts[name].replaceAll('GOV-P-01', 'GOV-P-07'));
    }
  });

  it('say what can be renamed, and why not', async () => {
    const prepared = await ask<{ range: vscode.Range; placeholder: string }>(
      'vscode.prepareRename',
      'governance.md',
      'SO^1. M',
    );
    assert.equal(prepared.placeholder, 'SO1');
    const refused = async (action: () => Promise<unknown>) => {
      try {
        await action();
      } catch (error) {
        return String(error instanceof Error ? error.message : error);
      }
      return 'not refused';
    };
    assert.include(
      await refused(() => ask('vscode.executeDocumentRenameProvider', 'governance.md', 'S^1. D', 'S2')),
      'Kode S2 sudah dipakai oleh "Jaringan luas".',
    );
    assert.include(
      await refused(() => ask('vscode.prepareRename', 'governance.md', 'S^9)')),
      'Kode S9 belum ada pemiliknya',
    );
  });

  it('are found by code or words in the whole workspace', async () => {
    const find = async (query: string) => {
      const all = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        query,
      );
      const own = all.filter(({ location }) => location.uri.path.includes('/kode/'));
      return own.map(({ name, containerName }) => `${name} | ${containerName}`);
    };
    assert.deepEqual(await find('gerai'), ['GOV-P-01 Gerai desa | Smart Governance']);
    assert.deepEqual(await find('S2 jar'), ['S2 Jaringan luas | Smart Governance']);
  });

  it('have a lens that tells how far they are carried', async () => {
    await until(() => settings().get('codeLens'), true);
    const all = await lenses('governance.md');
    assert.deepEqual(
      all.map(({ range, command }) => `${range.start.line + 1} ${command?.title}`),
      [
        '12 dijawab 1 strategi',
        '13 belum dijawab strategi',
        '17 dijawab 1 strategi',
        '21 dijawab 1 strategi',
        '25 belum dijawab strategi',
        '29 diwujudkan 1 program',
        '30 belum ada program',
        '36 dirujuk 2 kali',
      ],
    );
    const command = all.at(-1)?.command;
    assert.equal(command?.command, 'editor.action.showReferences');
    const places = command?.arguments?.[2] as vscode.Location[];
    assert.deepEqual(await Promise.all(places.map(shown)), ['peta.md:9:2 GOV-P-01', 'ringkasan.md:7:12 GOV-P-01']);
  });

  it('have those lenses first that tell what is open, where several share a line', async () => {
    const path = `${folder}/ekonomi.md`;
    const text =
      '---\nchapter: dimension\ndimension: economy\n---\n\n# Smart Economy\n\n## SWOT\n\n| Kekuatan | Kelemahan |\n|---|---|\n| S1. Kopi | W1. Jalan |\n\n## Strategi\n\n- SO1. Maju (S1)\n';
    await write(path, text);
    const session = await startedSession();
    await until(() => session.bookOf(at(path).toString())?.book?.chapters.length, 4);
    assert.deepEqual(
      (await lensesOf(at(path))).map(({ command }) => command?.title),
      ['W1 belum dijawab strategi', 'S1 dijawab 1 strategi', 'belum ada program'],
    );
    await remove(path);
    await until(() => session.bookOf(file('governance.md').toString())?.book?.chapters.length, 3);
  });

  it('have no lens where nobody wishes one', async () => {
    await settings().update('codeLens', false, vscode.ConfigurationTarget.Workspace);
    try {
      assert.deepEqual(await lenses('governance.md'), []);
    } finally {
      await settings().update('codeLens', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('mean nothing in Markdown that is no chapter', async () => {
    const notes = at('contoh/catatan.md');
    const document = await vscode.workspace.openTextDocument(notes);
    assert.include(document.getText(), 'TBD');
    const here = new vscode.Position(4, 1);
    assert.deepEqual(await vscode.commands.executeCommand('vscode.executeHoverProvider', notes, here), []);
    assert.deepEqual(await vscode.commands.executeCommand('vscode.executeDefinitionProvider', notes, here), []);
  });
});
