// The packed extension, installed as users install it, does its work: all it needs is in the package.
import { assert } from 'chai';
import * as vscode from 'vscode';

/** Resolves as soon as `find` finds something, at once or after a change of the diagnostics. */
function whenDiagnosed<T>(find: () => T | undefined): Promise<T> {
  return new Promise((resolve) => {
    const found = find();
    if (found !== undefined) {
      resolve(found);
      return;
    }
    const listening = vscode.languages.onDidChangeDiagnostics(() => {
      const later = find();
      if (later === undefined) return;
      listening.dispose();
      resolve(later);
    });
  });
}

describe('the installed package', () => {
  const extension = vscode.extensions.getExtension('masterplan.masterplan');

  it('is the installed one, and no folder of sources', async () => {
    assert.isDefined(extension);
    const names = (await vscode.workspace.fs.readDirectory(extension.extensionUri)).map(([name]) => name);
    assert.includeMembers(names, ['dist', 'media', 'package.json', 'syntaxes', 'snippets']);
    assert.notInclude(names, 'src');
    assert.notInclude(names, 'node_modules');
  });

  it('has every file that its manifest names', async () => {
    assert.isDefined(extension);
    const named = Array.from(
      JSON.stringify(extension.packageJSON).matchAll(/"(\.\/[^"]+|images\/[^"]+)"/g),
      ([, path = '']) => path,
    );
    assert.include(named, './dist/extension.js');
    for (const path of named) await vscode.workspace.fs.stat(vscode.Uri.joinPath(extension.extensionUri, path));
  });

  it('checks the folder, and has the page of each rule it names', async () => {
    assert.isDefined(extension);
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.isDefined(folder);
    const chapter = vscode.Uri.joinPath(folder.uri, '02-smart-governance.md');
    const problems = await whenDiagnosed(() => {
      const all = vscode.languages.getDiagnostics(chapter);
      return all.length > 0 ? all : undefined;
    });
    assert.isTrue(extension.isActive);
    for (const { code, source } of problems) {
      assert.strictEqual(source, 'masterplan');
      const rule = typeof code === 'object' ? code.value : code;
      const page = vscode.Uri.from({ scheme: 'masterplan-handbook', path: `/rules/${rule}.md` });
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(page));
      assert.include(text, String(rule));
    }
  });
});
