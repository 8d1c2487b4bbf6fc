// Symbols, folding and selections: what Markdown has of its own is not doubled, and our own language has it all.
import { assert } from 'chai';
import * as vscode from 'vscode';
import { file, position, removeBook, texts, writeBook } from '../codes-book';
import { at, closeAll, remove, startedSession, until, write } from '../editor';

type Symbols = readonly vscode.DocumentSymbol[];

function drawn(symbols: Symbols, indent = ''): string[] {
  return symbols
    .toSorted((a, b) => a.range.start.compareTo(b.range.start))
    .flatMap(({ name, children }) => [`${indent}${name}`, ...drawn(children, `${indent}  `)]);
}

async function symbolsOf(uri: vscode.Uri): Promise<Symbols> {
  await vscode.workspace.openTextDocument(uri);
  // Where nobody has any, there is no list at all.
  return (await vscode.commands.executeCommand<Symbols>('vscode.executeDocumentSymbolProvider', uri)) ?? [];
}

async function foldsOf(uri: vscode.Uri): Promise<string[]> {
  await vscode.workspace.openTextDocument(uri);
  const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', uri);
  return folds.map(({ start, end }) => `${start + 1}-${end + 1}`);
}

const own = 'kode/sendiri.masterplan.md';
const generated =
  '---\nchapter: closing\n---\n\n# Penutup\n\n<!-- masterplan:begin roadmap -->\n\nIsi.\n\n<!-- masterplan:end roadmap -->\n\nAkhir.\n';

describe('structure', () => {
  before(async () => {
    await writeBook();
    await write(own, texts['governance.md'].replace('governance\n', 'economy\n'));
    await write('kode/penutup.md', generated);
    const session = await startedSession();
    await until(() => session.bookOf(at(own).toString())?.book?.chapters.length, 5);
  });
  after(async () => {
    await remove(own);
    await removeBook();
  });
  afterEach(closeAll);

  it('adds items to the symbols of Markdown, and no heading', async () => {
    const lines = drawn(await symbolsOf(file('governance.md'))).map((line) => line.trim());
    for (const item of ['S1 Data satu pintu', 'SO1 Memperluas layanan (S1, O1)', 'GOV-P-01 Gerai desa']) {
      assert.equal(lines.filter((line) => line === item).length, 1, item);
    }
    assert.isAtMost(lines.filter((line) => line.endsWith('Kekuatan')).length, 1);
  });

  it('leaves the headings of Markdown alone where nothing is to be added', async () => {
    const setting = vscode.workspace.getConfiguration('masterplan');
    await setting.update('itemSymbols', false, vscode.ConfigurationTarget.Workspace);
    try {
      const lines = drawn(await symbolsOf(file('governance.md'))).map((line) => line.trim());
      assert.notInclude(lines, 'S1 Data satu pintu');
      assert.isAtMost(lines.filter((line) => line.endsWith('Kekuatan')).length, 1);
    } finally {
      await setting.update('itemSymbols', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('gives all headings with their items in our own language', async () => {
    const document = await vscode.workspace.openTextDocument(at(own));
    assert.equal(document.languageId, 'masterplan');
    assert.deepEqual(drawn(await symbolsOf(at(own))).slice(0, 6), [
      'Smart Governance',
      '  Analisis SWOT',
      '    Kekuatan',
      '      S1 Data satu pintu',
      '      S2 Jaringan luas',
      '    Kelemahan',
    ]);
  });

  it('folds what the tool has written in Markdown, and sections in our own language', async () => {
    assert.include(await foldsOf(at('kode/penutup.md')), '7-11');
    const folds = await foldsOf(at(own));
    assert.include(folds, '1-4');
    assert.include(folds, '8-25');
    assert.include(folds, '34-36');
  });

  it('lets a selection grow from a cell to its row, its table and its section', async () => {
    const uri = file('governance.md');
    const document = await vscode.workspace.openTextDocument(uri);
    const [first] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      uri,
      [position('governance.md', 'Gerai ^desa')],
    );
    const grown: string[] = [];
    for (let at = first; at !== undefined; at = at.parent as vscode.SelectionRange)
      grown.push(document.getText(at.range));
    const lines = texts['governance.md'].split('\n');
    assert.includeMembers(grown, ['Gerai desa', lines[35] as string, lines.slice(33, 36).join('\n')]);
    grown.reduce((smaller, larger) => {
      assert.include(larger, smaller);
      return larger;
    });
  });
});
