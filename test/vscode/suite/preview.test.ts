// The built-in Markdown preview of a chapter, as HTML, and of Markdown that is none.
import { assert } from 'chai';
import * as vscode from 'vscode';
import { at, closeAll, open, remove, replace, startedSession, write } from '../editor';

async function rendered(path: string): Promise<string> {
  const document = await vscode.workspace.openTextDocument(at(path));
  return vscode.commands.executeCommand<string>('markdown.api.render', document);
}

describe('the preview', () => {
  before(async () => {
    await (await startedSession()).settled();
    await vscode.extensions.getExtension('vscode.markdown-language-features')?.activate();
  });
  afterEach(closeAll);

  it('shows status, four fields, links and gaps of a chapter', async () => {
    const html = await rendered('contoh/02-ekonomi.md');
    assert.include(html, 'aria-label="Status bab">Draf · ');
    assert.equal(html.split('class="masterplan-swot"').length, 2);
    const fields = ['strengths', 'opportunities', 'threats'].map((field) => html.indexOf(`masterplan-${field}"`));
    assert.deepEqual(
      fields,
      [...fields].filter((place) => place > 0).sort((a, b) => a - b),
    );
    assert.match(html, /<a href="#Kekuatan" class="masterplan-code" title="S1 Kopi sudah dikenal\."[^>]*>S1<\/a>/);
    assert.match(html, /<li[^>]*id="Kekuatan"[^>]*>S1\. Kopi/);
    assert.match(
      html,
      /title="Belum diisi: Indikator"[^>]*><span class="masterplan-missing">belum diisi<\/span><\/td>/,
    );
    // What is opened is closed.
    assert.equal(html.split('<div').length, html.split('</div>').length);
  });

  it('leads from the cells of a table, also where a list stands before it', async () => {
    const document = await vscode.workspace.openTextDocument(at('contoh/02-ekonomi.md'));
    const editor = await vscode.window.showTextDocument(document);
    await replace(
      editor,
      '- SO1. Memperluas pasar daring (S1, O1)',
      '| Kode | Strategi | Dasar SWOT |\n|---|---|---|\n| SO1 | Memperluas pasar | S1, O1 |',
    );
    const html = await rendered('contoh/02-ekonomi.md');
    assert.match(html, /<td[^>]*><a href="#Kekuatan"[^>]*>S1<\/a>, <a href="#Peluang"[^>]*>O1<\/a><\/td>/);
  });

  it('is the same twice, though the tokens are kept', async () => {
    assert.equal(await rendered('contoh/02-ekonomi.md'), await rendered('contoh/02-ekonomi.md'));
  });

  it('leads to codes of other chapters', async () => {
    await write(
      'contoh/03-penutup.md',
      '---\nchapter: closing\n---\n\n# Penutup\n\nLihat program ECO-M-01 (economy:S1).\n\n[S1](02-ekonomi.md#Kekuatan) [T9](02-ekonomi.md#Tiada)\n',
    );
    try {
      const editor = await open('contoh/03-penutup.md');
      await (await startedSession()).settled();
      const html = await rendered('contoh/03-penutup.md');
      assert.match(html, /<a href="02-ekonomi\.md#Kekuatan" class="masterplan-code"[^>]*>S1<\/a>/);
      // The editor takes that for the place of the heading, which the preview needs in order to go there.
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        editor.document.uri,
        10,
      );
      const targets = links.map(({ target }) => target?.fragment);
      assert.deepEqual(
        targets.filter((fragment) => fragment?.startsWith('L')),
        ['L10,1'],
      );
    } finally {
      await closeAll();
      await remove('contoh/03-penutup.md');
    }
  });

  it('shows a chapter at a place as that chapter, and takes it for no other', async () => {
    const place = at('contoh/02-ekonomi.md').with({ fragment: 'Kekuatan' });
    const document = await vscode.workspace.openTextDocument(place);
    const session = await startedSession();
    await session.settled();
    const html = await vscode.commands.executeCommand<string>('markdown.api.render', document);
    assert.match(html, /<li[^>]*id="Kekuatan"[^>]*>S1\. Kopi/);
    assert.isUndefined(session.chapterOf(place.toString()));
    assert.deepEqual(vscode.languages.getDiagnostics(place), []);
  });

  it('shows a Gantt chart, with or without something that draws it', async () => {
    const chart =
      '\n```mermaid\ngantt\n  section Smart Economy\n  Katalog :2025-01-01, 2026-01-01\n  Pasar :2026-01-01, 2027-01-01\n```\n';
    await write('contoh/03-jalan.md', `---\nchapter: roadmap\n---\n\n# Peta Jalan\n${chart}`);
    try {
      await open('contoh/03-jalan.md');
      await (await startedSession()).settled();
      const html = await rendered('contoh/03-jalan.md');
      if (vscode.extensions.getExtension('vscode.mermaid-markdown-features')) {
        assert.match(html, /class="[^"]*mermaid/);
        assert.notInclude(html, 'masterplan-chart');
      } else {
        assert.include(html, '<tr><th></th><th scope="col">2025</th><th scope="col">2026</th></tr>');
        assert.include(html, '<tr><th scope="row">Pasar</th><td></td><td class="masterplan-bar">■</td></tr>');
      }
    } finally {
      await closeAll();
      await remove('contoh/03-jalan.md');
    }
  });

  it('changes nothing in Markdown that is no chapter', async () => {
    const html = await rendered('contoh/catatan.md');
    assert.notInclude(html, 'masterplan');
    assert.include(html, 'Catatan rapat</h1>');
  });
});
