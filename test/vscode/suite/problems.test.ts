// Problems of all chapters, open or not, stay right whatever happens to texts and files.
import { assert } from 'chai';
import * as vscode from 'vscode';
import { at, closeAll, open, problems, read, remove, replace, rules, startedSession, until, write } from '../editor';

const economy = 'contoh/02-ekonomi.md';
const weaknesses = '8:4-8:17 error missing-section "Bagian "Kelemahan" belum ada di Analisis SWOT Smart Economy."';
const indicator = '36:14-36:27 error programme-incomplete "Program "Rumah Kemasan" belum memiliki Indikator."';

describe('problems', () => {
  before(async () => {
    await (await startedSession()).settled();
  });
  afterEach(closeAll);

  it('are shown for chapters that nobody has opened, at exact places', async () => {
    await until(() => problems(at(economy)), [weaknesses, indicator]);
    assert.deepEqual(problems(at('contoh/01-visi.md')), []);
    assert.deepEqual(problems(at('contoh/masterplan.yaml')), []);
  });

  it('lead to the page of their rule', async () => {
    const codes = vscode.languages.getDiagnostics(at(economy)).map(({ code }) => code);
    const code = (codes as { value: string; target: vscode.Uri }[]).find(({ value }) => value === 'missing-section');
    if (code === undefined) throw new Error('the problem has no code');
    assert.equal(code.target.scheme, 'command');
    assert.equal(code.target.path, 'masterplan.explainRule');
    assert.equal(code.target.query, '["missing-section"]');
    await vscode.commands.executeCommand(code.target.path, ...JSON.parse(code.target.query));
    const shown = () => vscode.window.tabGroups.activeTabGroup.activeTab;
    await until(() => shown()?.label.endsWith('missing-section.md'), true);
    assert.instanceOf(shown()?.input, vscode.TabInputWebview);
  });

  it('leave Markdown that is no chapter alone', async () => {
    await open('contoh/catatan.md');
    await (await startedSession()).settled();
    assert.deepEqual(problems(at('contoh/catatan.md')), []);
  });

  it('follow what is typed, and go back to the file when it is not kept', async () => {
    const editor = await open(economy);
    await replace(editor, '# Smart Economy\n', '# Smart Economy\n\nKalimat baru.\n');
    const moved = weaknesses.replaceAll('8:', '10:');
    await until(() => problems(at(economy)), [moved, indicator.replaceAll('36:', '38:')]);
    await replace(editor, '### Peluang', '### Kelemahan\n\n- W1. Modal kecil.\n\n### Peluang');
    await until(() => rules(at(economy)), ['programme-incomplete']);
    await closeAll();
    await until(() => problems(at(economy)), [weaknesses, indicator]);
  });

  it('of a chapter that becomes plain Markdown go, whatever is typed right after', async () => {
    const session = await startedSession();
    const editor = await open(economy);
    const marked = 'chapter: dimension\ndimension: economy\n';
    for (let typed = 1; typed <= 12; typed++) {
      await replace(editor, marked, '');
      // Each comes while what the one before has changed is being checked or shown.
      for (let count = 0; count < typed; count++) await replace(editor, '# Smart', '# Smart ');
      await session.settled();
      assert.deepEqual(problems(at(economy)), [], `after ${typed} more letters`);
      await replace(editor, '---\n', `---\n${marked}`);
      await until(() => rules(at(economy)), ['missing-section', 'programme-incomplete']);
    }
  });

  it('about the whole masterplan follow what is typed in one chapter', async () => {
    const editor = await open(economy);
    await replace(editor, 'chapter: dimension\ndimension: economy', 'chapter: closing');
    await until(() => rules(at('contoh/masterplan.yaml')), ['missing-dimension']);
    await closeAll();
    await until(() => rules(at('contoh/masterplan.yaml')), []);
  });

  it('follow files that change, come, move and go on disk', async () => {
    const text = await read(economy);
    await write(economy, text.replace('| Jumlah UMKM | 2025 |\n\n## Program J', '| | 2025 |\n\n## Program J'));
    await until(() => rules(at(economy)), ['missing-section', 'programme-incomplete']);
    await write(
      economy,
      text.replace('Rumah Kemasan | Dinas Koperasi | |', 'Rumah Kemasan | Dinas Koperasi | Jumlah |'),
    );
    await until(() => rules(at(economy)), ['missing-section']);

    await write('contoh/03-visi-lama.md', await read('contoh/01-visi.md'));
    await until(() => rules(at('contoh/03-visi-lama.md')), ['duplicate-chapter']);
    await vscode.workspace.fs.rename(at('contoh/03-visi-lama.md'), at('contoh/04-visi-lama.md'));
    await until(
      () => [rules(at('contoh/03-visi-lama.md')), rules(at('contoh/04-visi-lama.md'))],
      [[], ['duplicate-chapter']],
    );
    await remove('contoh/04-visi-lama.md');
    await until(() => rules(at('contoh/04-visi-lama.md')), []);
    await write(economy, text);
    await until(() => problems(at(economy)), [weaknesses, indicator]);
  });

  it('of chapters whose ending is in capitals are shown all the same', async () => {
    const text = await read('contoh/01-visi.md');
    const paths = ['contoh/05-visi.MD', 'contoh/06-visi.Markdown'];
    const found = () => paths.map((path) => rules(at(path)));
    const manifest = await read('contoh/masterplan.yaml');
    for (const path of paths) await write(path, text);
    await until(found, [['duplicate-chapter'], ['duplicate-chapter']]);
    // They are searched for, too.
    await write('contoh/masterplan.yaml', `${manifest}exclude: ['0*']\n`);
    await until(found, [[], []]);
    await write('contoh/masterplan.yaml', manifest);
    await until(found, [['duplicate-chapter'], ['duplicate-chapter']]);
    await write('contoh/05-visi.MD', `${text}\nTODO\n`);
    await until(found, [['duplicate-chapter', 'placeholder'], ['duplicate-chapter']]);
    for (const path of paths) await remove(path);
    await until(found, [[], []]);
  });

  it('of links follow the files that they lead to, chapters or not', async () => {
    const text = await read(economy);
    await write(economy, `${text}\nLihat [lampiran](lampiran/data.csv) dan [folder](../contoh).\n`);
    const lines = text.split('\n').length + 1;
    const broken = `${lines}:18-${lines}:35 warning broken-link "Berkas "lampiran/data.csv" tidak ditemukan."`;
    await until(() => problems(at(economy)), [weaknesses, indicator, broken]);
    await write('contoh/lampiran/data.csv', 'a,b\n');
    await until(() => problems(at(economy)), [weaknesses, indicator]);
    await remove('contoh/lampiran');
    await until(() => problems(at(economy)), [weaknesses, indicator, broken]);
    await write(economy, text);
    await until(() => problems(at(economy)), [weaknesses, indicator]);
  });

  it('of a chapter deleted while it is open go with it', async () => {
    await write('contoh/05-visi-lama.md', await read('contoh/01-visi.md'));
    await until(() => rules(at('contoh/05-visi-lama.md')), ['duplicate-chapter']);
    await open('contoh/05-visi-lama.md');
    await remove('contoh/05-visi-lama.md');
    await until(() => rules(at('contoh/05-visi-lama.md')), []);
  });

  it('go with the folder that held the chapters', async () => {
    await write('contoh/lama/visi.md', await read('contoh/01-visi.md'));
    await until(() => rules(at('contoh/lama/visi.md')), ['duplicate-chapter']);
    await vscode.workspace.fs.rename(at('contoh/lama'), at('contoh/arsip'));
    await until(
      () => [rules(at('contoh/lama/visi.md')), rules(at('contoh/arsip/visi.md'))],
      [[], ['duplicate-chapter']],
    );
    await remove('contoh/arsip');
    await until(() => rules(at('contoh/arsip/visi.md')), []);
  });

  it('follow a folder that is put in the place of another', async () => {
    const text = '---\nchapter: closing\n---\n\n# Penutup\n\nTODO\n';
    const found = () =>
      ['lama/07', 'lama/08', 'baru/08'].map((name) => rules(at(`contoh/${name}-penutup.md`)).includes('placeholder'));
    await write('contoh/lama/07-penutup.md', text);
    await write('contoh/baru/08-penutup.md', text);
    await until(found, [true, false, true]);
    await vscode.workspace.fs.rename(at('contoh/baru'), at('contoh/lama'), { overwrite: true });
    await until(found, [false, true, false]);
    await remove('contoh/lama');
    await until(found, [false, false, false]);
  });

  it('follow a folder whose name has a dot, renamed or moved in', async () => {
    const paths = [
      'contoh/lama/visi.md',
      'contoh/2. Masterplan/visi.md',
      'simpanan/visi.md',
      'contoh/Buku 3. R/visi.md',
    ];
    const found = () => paths.map((path) => rules(at(path)).length);
    await write('contoh/lama/visi.md', await read('contoh/01-visi.md'));
    await until(found, [1, 0, 0, 0]);
    await vscode.workspace.fs.rename(at('contoh/lama'), at('contoh/2. Masterplan'));
    await until(found, [0, 1, 0, 0]);
    await vscode.workspace.fs.rename(at('contoh/2. Masterplan'), at('simpanan'));
    await until(found, [0, 0, 0, 0]);
    await vscode.workspace.fs.rename(at('simpanan'), at('contoh/Buku 3. R'));
    await until(found, [0, 0, 0, 1]);
    await remove('contoh/Buku 3. R');
    await until(found, [0, 0, 0, 0]);
  });

  it('come back with a folder, though an editor shows a chapter of it all the while', async () => {
    await write('contoh/lama/visi.md', await read('contoh/01-visi.md'));
    await open('contoh/lama/visi.md');
    for (let times = 0; times < 2; times++) {
      await until(() => rules(at('contoh/lama/visi.md')), ['duplicate-chapter']);
      await vscode.workspace.fs.rename(at('contoh/lama'), at('simpanan'));
      await until(() => rules(at('contoh/lama/visi.md')), []);
      await vscode.workspace.fs.rename(at('simpanan'), at('contoh/lama'));
    }
    await until(() => rules(at('contoh/lama/visi.md')), ['duplicate-chapter']);
    await closeAll();
    await remove('contoh/lama');
    await until(() => rules(at('contoh/lama/visi.md')), []);
  });

  it('follow the manifest, typed or saved', async () => {
    const editor = await open('contoh/masterplan.yaml');
    await replace(editor, '{ id: economy }', '{ id: economy }, { id: living }');
    await until(() => rules(at('contoh/masterplan.yaml')), ['missing-dimension']);
    await replace(editor, 'title:', 'tittle:');
    await until(() => rules(at('contoh/masterplan.yaml')), ['manifest-invalid', 'missing-dimension']);
    await closeAll();
    await until(() => rules(at('contoh/masterplan.yaml')), []);

    const text = await read('contoh/masterplan.yaml');
    await write('contoh/masterplan.yaml', `${text}rules: { missing-section: off }\nexclude: [02-*]\n`);
    await until(() => [rules(at(economy)), rules(at('contoh/masterplan.yaml'))], [[], ['missing-dimension']]);
    await write('contoh/masterplan.yaml', `${text}rules: { missing-section: hint }\n`);
    await until(() => problems(at(economy)), [weaknesses.replace('error', 'hint'), indicator]);
    await write('contoh/masterplan.yaml', text);
    await until(() => problems(at(economy)), [weaknesses, indicator]);
  });

  it('follow a new manifest, and its end', async () => {
    await write('lain/01-visi.md', '---\nchapter: vision\n---\n# Visi\n\n## Visi\n\nx\n');
    await write('lain/masterplan.yaml', 'language: en\n');
    await until(
      () => problems(at('lain/01-visi.md')).map((line) => line.slice(line.indexOf('"'))),
      [
        '"Section "Mission" is missing from Vision and Mission."',
        '"Section "Goals" is missing from Vision and Mission."',
        '"Section "Alignment with the RPJMD" is missing from Vision and Mission."',
      ],
    );
    await remove('lain/masterplan.yaml');
    await until(() => rules(at('lain/01-visi.md')), []);
    await remove('lain');
  });

  it('of a chapter without a manifest are shown as long as it is open', async () => {
    await write('lepas.md', '---\nchapter: dimensi\n---\n# Lepas\n');
    await open('lepas.md');
    await until(() => rules(at('lepas.md')), ['frontmatter-invalid']);
    await closeAll();
    await until(() => rules(at('lepas.md')), []);
    await remove('lepas.md');
  });

  it('are shown for text that is no file yet, once it is a chapter', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '# Baru\n' });
    const editor = await vscode.window.showTextDocument(document);
    assert.deepEqual(problems(document.uri), []);
    await replace(editor, '# Baru', '---\nchapter: vision\nstatus: selesai\n---\n# Baru');
    await until(() => rules(document.uri).slice(0, 1), ['frontmatter-invalid']);
  });

  it('follow the settings', async () => {
    const settings = vscode.workspace.getConfiguration('masterplan');
    await settings.update('language', 'en', vscode.ConfigurationTarget.Workspace);
    await until(
      () => problems(at(economy))[0],
      '8:4-8:17 error missing-section "Section "Weaknesses" is missing from SWOT Analysis of Smart Economy."',
    );
    await settings.update('rules', { 'missing-section': 'info' }, vscode.ConfigurationTarget.Workspace);
    await until(() => problems(at(economy))[0]?.split(' ')[1], 'information');
    await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await settings.update('language', undefined, vscode.ConfigurationTarget.Workspace);
    await until(() => problems(at(economy)), [weaknesses, indicator]);
  });
});
