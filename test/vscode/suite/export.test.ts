// The export in the editor: files that are right in both hosts, nothing replaced without a yes, nothing loaded before.
import { assert } from 'chai';
import * as vscode from 'vscode';
import type { Exporter, ExportWishes } from '../../../src/extension/export';
import { type Answers, screen } from '../dialogs';
import { at, closeAll, open, read, remove, replace, startedSession, until, write } from '../editor';

const folder = 'hasil-ekspor';
const summary = 'contoh/04-ringkasan.md';

async function exportTo(wishes: ExportWishes): Promise<string[]> {
  const given = { masterplan: at('contoh/01-visi.md').toString(), folder: at(folder), ...wishes };
  const written = await vscode.commands.executeCommand<vscode.Uri[]>('masterplan.export', given);
  return written.map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
}

async function names(): Promise<string[]> {
  return (await vscode.workspace.fs.readDirectory(at(folder))).map(([name]) => name).sort();
}

async function bytes(name: string): Promise<Uint8Array> {
  return vscode.workspace.fs.readFile(at(`${folder}/${name}`));
}

describe('the export', function () {
  // What writes the books is loaded with the first of them.
  this.timeout(60_000);

  before(async () => {
    await (await startedSession()).settled();
    await vscode.workspace.fs.createDirectory(at(folder));
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
    for (const name of await names()) await remove(`${folder}/${name}`);
  });
  after(() => remove(folder));

  it('writes Word documents, spreadsheets, CSV, HTML and Markdown', async () => {
    const [word] = await exportTo({ format: 'docx', books: ['masterplan'] });
    assert.equal(word, 'masterplan-contoh-buku-2.docx');
    assert.deepEqual([...(await bytes(word ?? '')).subarray(0, 4)], [0x50, 0x4b, 3, 4]);
    const [sheet] = await exportTo({ format: 'xlsx' });
    assert.deepEqual([...(await bytes(sheet ?? '')).subarray(0, 4)], [0x50, 0x4b, 3, 4]);
    const [csv] = await exportTo({ format: 'csv' });
    assert.include(await read(`${folder}/${csv}`), 'Katalog UMKM');
    const [html] = await exportTo({ format: 'html' });
    assert.match(await read(`${folder}/${html}`), /^<!doctype html>/);
    const [markdown] = await exportTo({ format: 'md', books: ['masterplan'] });
    assert.include(await read(`${folder}/${markdown}`), '\n# BAB I ');
    assert.lengthOf(await names(), 5);
  });

  it('takes what is typed before it is saved', async () => {
    const editor = await open('contoh/02-ekonomi.md');
    await replace(editor, 'Katalog UMKM', 'Pasar Malam');
    const [csv] = await exportTo({ format: 'csv' });
    await vscode.commands.executeCommand('workbench.action.files.revert');
    assert.include(await read(`${folder}/${csv}`), 'Pasar Malam');
  });

  it('replaces nothing where that is not wished', async () => {
    const [name] = await exportTo({ format: 'csv' });
    const file = `${folder}/${name}`;
    await vscode.workspace.fs.writeFile(at(file), new TextEncoder().encode('milik saya'));
    assert.deepEqual(await exportTo({ format: 'csv', replaces: false }), []);
    assert.equal(await read(file), 'milik saya');
    assert.deepEqual(await exportTo({ format: 'csv', replaces: true }), [name]);
    assert.include(await read(file), 'Katalog UMKM');
  });

  it('says so where a book has no chapters, or a reference is no document', async () => {
    assert.deepEqual(await exportTo({ format: 'docx', books: ['quick-wins'] }), []);
    assert.deepEqual(await exportTo({ format: 'docx', reference: at('contoh/01-visi.md') }), []);
    assert.deepEqual(await names(), []);
  });

  describe('asks and tells', () => {
    const words = 'masterplan-contoh-buku-2.md';
    const more = 'masterplan-contoh-buku-3.md';
    const ofSummary = '---\nchapter: executive-summary\n---\n\n# BAB V Ringkasan\n\n![Peta](peta.webp)\n';

    /** Exports as a person does who answers so, and gives back what that person has seen. */
    async function asked(answers: Answers, wishes: ExportWishes = {}) {
      const exporter = (await startedSession()).feature('export') as Exporter;
      const seen = screen(answers);
      const written = await exporter.export({ masterplan: at('contoh/01-visi.md').toString(), ...wishes }, seen.window);
      return { written: written.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)), ...seen };
    }

    before(async () => {
      await write(summary, ofSummary);
      await write('contoh/peta.webp', 'RIFF');
      const session = await startedSession();
      await until(() => session.chapterOf(at(summary).toString())?.kind, 'executive-summary');
    });
    after(async () => {
      await remove(summary);
      await remove('contoh/peta.webp');
    });

    it('for format, books and folder, each once', async () => {
      const { written, said } = await asked({ pick: [/^Markdown/, /^[23]\. /], openDialog: at(folder) });
      assert.deepEqual(written, [words, more]);
      assert.deepEqual(
        said.slice(0, 3).map(({ message }) => message),
        ['Ekspor ke bentuk apa?', 'Buku mana saja?', 'Folder untuk buku-bukunya'],
      );
    });

    it('for nothing more once it is broken off', async () => {
      const tries: Answers[] = [{}, { pick: [/^Markdown/] }, { pick: [/^Markdown/, /./] }];
      for (const answers of tries) {
        const { written, said } = await asked(answers);
        assert.deepEqual(written, []);
        assert.lengthOf(said, (answers.pick?.length ?? 0) + 1);
      }
      assert.deepEqual(await names(), []);
    });

    it('for a name where there is a single file', async () => {
      const target = at(`${folder}/punya-saya.csv`);
      const { written, said } = await asked({ saveDialog: target }, { format: 'csv' });
      assert.deepEqual(written, ['punya-saya.csv']);
      assert.equal(said[0]?.message, at('contoh/masterplan-contoh-program.csv').path);
    });

    it('before it replaces what is there', async () => {
      await write(`${folder}/${words}`, 'milik saya');
      const wishes: ExportWishes = { format: 'md', folder: at(folder) };
      const refused = await asked({ pick: [/./] }, { ...wishes });
      assert.deepEqual(refused.written, []);
      assert.deepEqual(refused.said.at(-1), {
        kind: 'warning',
        message: `${words} sudah ada di folder ini. Ganti?`,
        choices: ['Ganti'],
      });
      assert.deepEqual(await names(), [words]);
      assert.equal(await read(`${folder}/${words}`), 'milik saya');
      const agreed = await asked({ pick: [/./], button: ['Ganti'] }, wishes);
      assert.deepEqual(agreed.written, [words, more]);
      assert.include(await read(`${folder}/${words}`), '# BAB I ');
      const both = await asked({ pick: [/./] }, wishes);
      assert.equal(both.said.at(-1)?.message, '2 berkas sudah ada di folder ini. Ganti?');
    });

    it('how far it is, and leaves nothing behind where it is cancelled', async () => {
      const wishes: ExportWishes = { format: 'md', folder: at(folder), books: ['masterplan', 'executive-summary'] };
      const cancelled = await asked({ cancelAt: 2 }, wishes);
      assert.deepEqual(cancelled.written, []);
      assert.deepEqual(await names(), []);
      assert.deepEqual(cancelled.said, []);
      const { written, progress } = await asked({}, wishes);
      assert.deepEqual(written, [words, more]);
      assert.deepEqual(
        progress.flatMap(({ message }) => message ?? []),
        [words, more],
      );
      assert.equal(
        progress.reduce((sum, { increment }) => sum + (increment ?? 0), 0),
        100,
      );
    });

    it('of errors and of what has been left out, and leads there', async () => {
      const wishes: ExportWishes = { format: 'docx', folder: at(folder), books: ['executive-summary'] };
      const { said, told } = await asked({ pick: [/peta\.webp/], button: ['Lihat Catatan'] }, wishes);
      await told;
      const [result, notes] = said;
      assert.match(
        result?.message ?? '',
        /^masterplan-contoh-buku-3\.docx sudah ditulis\. Naskahnya masih memuat \d+ kesalahan\. Ada 2 catatan\.$/,
      );
      assert.includeMembers([...(result?.choices ?? [])], ['Lihat Masalah', 'Lihat Catatan']);
      assert.deepEqual(notes?.choices, [
        'Judulnya bertuliskan BAB V, tetapi menurut urutannya menjadi BAB I; periksa rujukan ke bab ini.',
        'Gambar ini tidak dapat dimuat di Word; ubah ke PNG atau JPEG: peta.webp',
      ]);
      await until(() => {
        const editor = vscode.window.activeTextEditor;
        return editor?.document.getText(editor.selection);
      }, '![Peta](peta.webp)');
    });
  });
});
