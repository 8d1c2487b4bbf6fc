// Suggestions come through the editor's own list: in unfinished text, in frontmatter, and in the manifest.
import { assert } from 'chai';
import * as vscode from 'vscode';
import { type BookFile, file, removeBook, texts, writeBook } from '../codes-book';
import { at, closeAll, open, remove, replace, write } from '../editor';

type Item = vscode.CompletionItem & { label: string | vscode.CompletionItemLabel };

const { Struct, Reference, User, Value, Property, Class, Field } = vscode.CompletionItemKind;
/** Ours, among words and snippets that others offer. */
const own = new Set<vscode.CompletionItemKind | undefined>([Struct, Reference, User, Value, Property, Class, Field]);

function labelOf({ label }: Item): string {
  return typeof label === 'string' ? label : `${label.label} | ${label.description}`;
}

function documentationOf(item: Item | undefined): string {
  const { documentation } = item ?? {};
  return typeof documentation === 'object' ? documentation.value : (documentation ?? '');
}

/** Puts a text with a `^` in the place of another, and asks for suggestions there. */
async function suggest(name: BookFile, from: string, to: string, trigger?: string): Promise<Item[]> {
  const editor = await open(`kode/${name}`);
  await replace(editor, from, to);
  return askAt(editor, trigger);
}

async function askAt(editor: vscode.TextEditor, trigger?: string): Promise<Item[]> {
  const { document } = editor;
  const offset = document.getText().indexOf('^');
  const cursor = document.positionAt(offset);
  await editor.edit((edit) => edit.delete(new vscode.Range(cursor, document.positionAt(offset + 1))));
  const list = await vscode.commands.executeCommand<vscode.CompletionList<Item>>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    cursor,
    trigger,
  );
  return list.items
    .filter((item) => own.has(item.kind) && /^\d+$/.test(item.sortText ?? ''))
    .toSorted((a, b) => Number(a.sortText) - Number(b.sortText));
}

async function hover(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  await vscode.workspace.openTextDocument(uri);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers
    .flatMap(({ contents }) => contents.map((text) => (typeof text === 'string' ? text : text.value)))
    .join();
}

describe('suggestions', () => {
  before(writeBook);
  after(removeBook);
  afterEach(closeAll);

  it('after ## are the missing sections, with their skeleton', async () => {
    const items = await suggest('governance.md', '## Program Jangka Pendek', '## ^\n\n## Program Jangka Pendek', ' ');
    assert.deepEqual(items.slice(0, 3).map(labelOf), [
      'Program Jangka Menengah | wajib',
      'Program Jangka Panjang | wajib',
      'Quick Win | wajib',
    ]);
    const insert = items[0]?.insertText as vscode.SnippetString;
    assert.include(insert.value, 'Program Jangka Menengah\n\n| Kode | Program |');
    assert.include(insert.value, '| GOV-M-01 | ');
  });

  it('in the head of a table are the columns that it lacks, with what they mean and the cells below', async () => {
    const items = await suggest('governance.md', '| Tahun | Strategi |', '| Tahun | Strategi | ^|', ' ');
    assert.deepEqual(items.slice(0, 3).map(labelOf), ['Tujuan', 'Sasaran', 'Target']);
    assert.equal(documentationOf(items[0]), 'Apa yang ingin dicapai program\\.');
    assert.deepEqual(
      items[0]?.additionalTextEdits?.map(({ range, newText }) => [range.start.line, newText]),
      [
        [34, ' --- |'],
        [35, '  |'],
      ],
    );
  });

  it('after | on a line of its own is a whole table with its first row', async () => {
    const items = await suggest(
      'governance.md',
      '## Program Jangka Pendek',
      '## Quick Win\n\n|^\n\n## Program Jangka Pendek',
      '|',
    );
    assert.deepEqual(items.map(labelOf), ['Tabel quick win | tabel baru']);
    const insert = items[0]?.insertText as vscode.SnippetString;
    assert.match(insert.value, /^\| Kode \| .* \|\n\|( --- \|)+\n\| GOV-QW-01 \| /);
  });

  it('after ( are codes with their words', async () => {
    const items = await suggest('governance.md', '(W1, S9)', '(W1, ^', ' ');
    assert.deepEqual(items.slice(0, 2).map(labelOf), ['S1 | Data satu pintu', 'S2 | Jaringan luas']);
    const documentation = documentationOf(items[0]);
    assert.include(documentation, 'Kekuatan Smart Governance');
  });

  it('in an unfinished row are what its columns hold', async () => {
    const end = '| 2025 | SO1 |\n';
    const row = (cells: string) => suggest('governance.md', end, `${end}${cells}^`, '|');
    assert.deepEqual((await row('|')).map(labelOf), ['GOV-P-02 | kode berikutnya']);
    await closeAll();
    assert.deepEqual((await row('| GOV-P-02 | Peta | ')).map(labelOf), [
      'Layanan Publik',
      'Tata Kelola Birokrasi',
      'Kebijakan Publik',
    ]);
    await closeAll();
    const agencies = await row('| GOV-P-02 | Peta | Birokrasi | x | Dis');
    assert.deepEqual(agencies.map(labelOf), [
      'Dinas Komunikasi dan Informatika | Diskominfo',
      'Diskominfo | Dinas Komunikasi dan Informatika',
      'Dinas Sosial',
    ]);
    const range = agencies[1]?.range as vscode.Range | { inserting: vscode.Range };
    const replaced = 'inserting' in range ? range.inserting : range;
    assert.equal(vscode.window.activeTextEditor?.document.getText(replaced), 'Dis');
    await closeAll();
    assert.deepEqual((await row('| GOV-P-02 | Peta | Birokrasi | x | Dinsos | 2025 | ')).map(labelOf), [
      'SO1 | Memperluas layanan (S1, O1)',
      'WO1 | Mendekatkan loket (W1, S9)',
    ]);
  });

  it('at the start of an item are the next free code', async () => {
    const items = await suggest('governance.md', '- S2. Jaringan luas\n', '- S2. Jaringan luas\n- ^\n', ' ');
    assert.deepEqual(items.map(labelOf), ['S3 | kode berikutnya']);
    assert.equal(items[0]?.insertText, 'S3. ');
  });

  it('in running text are not there', async () => {
    assert.deepEqual(await suggest('ringkasan.md', 'Gerai desa', 'Gerai desa ^', ' '), []);
  });

  it('in frontmatter are keys and values with their meaning', async () => {
    const keys = await suggest('governance.md', 'dimension: governance\n', 'dimension: governance\n^\n');
    assert.deepEqual(keys.slice(0, 3).map(labelOf), ['title', 'book', 'order']);
    assert.include(documentationOf(keys[0]), 'Judul bab');
    await closeAll();
    const values = await suggest('governance.md', 'dimension: governance', 'dimension: ^', ' ');
    assert.deepEqual(values.map(labelOf), ['governance | Smart Governance', 'economy | Smart Economy']);
  });

  it('in frontmatter that is not yet that of a chapter are there inside a masterplan, and nowhere else', async () => {
    const text = '---\ncha^\n---\n\n# Baru\n';
    await write('kode/baru.md', text);
    assert.deepEqual((await askAt(await open('kode/baru.md'))).map(labelOf).slice(0, 1), ['chapter']);
    await closeAll();
    await write('luar.md', text);
    assert.deepEqual(await askAt(await open('luar.md')), []);
    await closeAll();
    await remove('luar.md');
    await remove('kode/baru.md');
  });

  it('in the manifest are keys and values', async () => {
    const keys = await suggest('masterplan.yaml', 'period: 2025-2034\n', 'period: 2025-2034\n^\n');
    assert.deepEqual(keys.slice(0, 3).map(labelOf), ['template', 'title', 'language']);
    await closeAll();
    const levels = await suggest('masterplan.yaml', 'period: 2025-2034', 'rules: { swot-unused: ^ }', ' ');
    assert.deepEqual(levels.map(labelOf)[0], 'off | tidak dilaporkan');
  });

  it('have their counterpart under the pointer', async () => {
    const manifest = await hover(file('masterplan.yaml'), new vscode.Position(1, 2));
    assert.match(manifest, /\*\*period\*\*\n\nTahun pertama sampai terakhir masterplan/);
    const frontmatter = await hover(file('governance.md'), new vscode.Position(2, 15));
    assert.match(frontmatter, /\*\*governance\*\*\n\nSmart Governance/);
    assert.equal(await hover(at('contoh/catatan.md'), new vscode.Position(0, 3)), '');
    assert.equal(texts['governance.md'].split('\n')[2], 'dimension: governance');
  });
});
