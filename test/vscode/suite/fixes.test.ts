// The light bulb offers the fixes of the rules, and the way to a rule's page.
import { assert } from 'chai';
import * as vscode from 'vscode';
import { at, closeAll, open, replace, rules, startedSession, until } from '../editor';

async function actionsAt(path: string, word: string): Promise<vscode.CodeAction[]> {
  const document = await vscode.workspace.openTextDocument(at(path));
  const start = document.positionAt(document.getText().indexOf(word));
  const range = new vscode.Range(start, start);
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', at(path), range);
}

describe('the light bulb', () => {
  before(async () => {
    await (await startedSession()).settled();
    // A provider that comes while fixes are being asked for makes the editor drop the answers it has.
    await vscode.extensions.getExtension('vscode.markdown-language-features')?.activate();
  });
  afterEach(closeAll);

  it('mends a key of the manifest', async () => {
    const editor = await open('contoh/masterplan.yaml');
    await replace(editor, 'title:', 'tittle:');
    await until(() => rules(at('contoh/masterplan.yaml')), ['manifest-invalid']);
    const action = (await actionsAt('contoh/masterplan.yaml', 'tittle')).find(({ edit }) => edit !== undefined);
    assert.isTrue(action?.isPreferred);
    if (action?.edit === undefined) throw new Error('no fix is offered');
    await vscode.workspace.applyEdit(action.edit);
    assert.isTrue(editor.document.getText().startsWith('title: Masterplan Contoh\n'));
    await until(() => rules(at('contoh/masterplan.yaml')), []);
  });

  it('mends a key of a chapter', async () => {
    const editor = await open('contoh/02-ekonomi.md');
    await replace(editor, 'dimension: economy', 'dimension: economy\ncontributor: [Dinas Koperasi]');
    // What is asked a moment after the keystroke is answered from the text as it is.
    const session = await startedSession();
    const found = session.problemsOf(at('contoh/02-ekonomi.md').toString()).map(({ rule }) => rule);
    assert.include(found, 'frontmatter-invalid');
    await until(() => rules(at('contoh/02-ekonomi.md'))[0], 'frontmatter-invalid');
    const actions = await actionsAt('contoh/02-ekonomi.md', 'contributor');
    const action = actions.find(({ edit }) => edit !== undefined);
    if (action?.edit === undefined) throw new Error('no fix is offered');
    await vscode.workspace.applyEdit(action.edit);
    assert.include(editor.document.getText(), '\ncontributors: [Dinas Koperasi]\n');
  });

  it('keeps a rule silent here, where it is asked to', async () => {
    const editor = await open('contoh/02-ekonomi.md');
    const actions = await actionsAt('contoh/02-ekonomi.md', 'Analisis SWOT');
    const action = actions.find(({ title }) => title === 'Abaikan aturan missing-section di sini');
    if (action?.edit === undefined) throw new Error('no way to ignore the rule is offered');
    await vscode.workspace.applyEdit(action.edit);
    assert.include(
      editor.document.getText(),
      '<!-- masterplan-disable-next-line missing-section -->\n## Analisis SWOT\n',
    );
    await until(() => rules(at('contoh/02-ekonomi.md')).includes('missing-section'), false);
  });

  it('mends all of one rule in a file', async () => {
    const editor = await open('contoh/02-ekonomi.md');
    await replace(editor, 'dimension: economy', 'dimension: economy\ncontributor: [A]\nupdate: 2025-01-31');
    await until(() => rules(at('contoh/02-ekonomi.md')).slice(0, 2), ['frontmatter-invalid', 'frontmatter-invalid']);
    const start = editor.document.positionAt(editor.document.getText().indexOf('contributor'));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      new vscode.Range(start, start),
      vscode.CodeActionKind.QuickFix.value,
      20,
    );
    const action = actions.find(({ title }) => title === 'Perbaiki semua frontmatter-invalid di berkas ini');
    if (action?.edit === undefined) throw new Error('mending all of the rule is not offered');
    await vscode.workspace.applyEdit(action.edit);
    assert.include(editor.document.getText(), '\ncontributors: [A]\nupdated: 2025-01-31\n');
  });

  it('mends all that is certain in a file on save, and nothing else', async () => {
    const editor = await open('contoh/02-ekonomi.md');
    await replace(editor, 'dimension: economy', 'dimension: economy\ncontributor: [A]');
    await until(() => rules(at('contoh/02-ekonomi.md'))[0], 'frontmatter-invalid');
    const all = new vscode.Range(0, 0, editor.document.lineCount, 0);
    const kind = vscode.CodeActionKind.SourceFixAll.append('masterplan').value;
    const uri = editor.document.uri;
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      all,
      kind,
      1,
    );
    assert.deepEqual(
      actions.map(({ kind: own, edit }) => [own?.value, edit?.entries().map(([file]) => file.toString())]),
      [[kind, [uri.toString()]]],
    );
    await vscode.workspace.applyEdit(actions[0]?.edit as vscode.WorkspaceEdit);
    assert.include(editor.document.getText(), '\ncontributors: [A]\n');
    assert.notInclude(editor.document.getText(), '[isi di sini]');
  });

  it('opens the page of the rule', async () => {
    await open('contoh/02-ekonomi.md');
    const actions = await actionsAt('contoh/02-ekonomi.md', 'Analisis SWOT');
    const explanation = actions.find(({ title }) => title === 'Jelaskan aturan missing-section');
    const { command, arguments: given = [] } = explanation?.command ?? { command: '' };
    await vscode.commands.executeCommand(command, ...given);
    const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
    await until(() => tabs().some((label) => label.includes('missing-section.md')), true);
  });

  it('has nothing to say in Markdown that is no chapter', async () => {
    await open('contoh/catatan.md');
    const own = (await actionsAt('contoh/catatan.md', 'Judul')).filter(({ title }) => title.includes('aturan'));
    assert.deepEqual(own, []);
  });
});
