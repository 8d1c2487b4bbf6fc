// A name that is no UTF-8, as an old archive leaves it: the file is there, and nothing leads to it.
import { rmSync, writeFileSync } from 'node:fs';
import { assert } from 'chai';
import * as vscode from 'vscode';
import type { NewChapters } from '../../../src/extension/new-chapters';
import { at, closeAll, open, startedSession, until, write } from '../editor';

describe('a name that is no UTF-8', () => {
  const folder = () => Buffer.from(`${at('kacau').fsPath}/`);
  const misnamed = () => Buffer.concat([folder(), Buffer.from('02-caf\xe9.md', 'latin1')]);
  const missing = () => {
    const all = vscode.languages.getDiagnostics(at('kacau/masterplan.yaml'));
    return all.filter(({ code }) => typeof code === 'object' && code.value === 'missing-chapter').length;
  };

  /** Under which words chapters are offered for the open masterplan. */
  const offered = async () => {
    const words: string[] = [];
    const feature = (await startedSession()).feature('new chapters') as NewChapters;
    const listening = feature.onDidAsk(({ input }) => {
      for (const { kind, label } of (input as vscode.QuickPick<vscode.QuickPickItem>).items) {
        if (kind === vscode.QuickPickItemKind.Separator) words.push(label);
      }
      input.hide();
    });
    await vscode.commands.executeCommand('masterplan.newChapter');
    listening.dispose();
    return words;
  };

  // Other systems keep no such name.
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });
  afterEach(async () => {
    await closeAll();
    rmSync(folder(), { recursive: true, force: true });
    await (await startedSession()).settled();
  });

  it('hides what seems to be missing, until the file has another', async () => {
    const session = await startedSession();
    await write('kacau/01-penutup.md', '---\nchapter: closing\n---\n\n# Penutup\n');
    writeFileSync(misnamed(), '---\nchapter: vision\n---\n\n# Visi\n');
    const other = ['readiness', 'gap-analysis', 'action-plan', 'roadmap', 'executive-summary'];
    const chapters = other.map((id) => `{ id: ${id}, required: false }`);
    await write('kacau/masterplan.yaml', `chapters: [${chapters.join(', ')}]\n`);
    const book = () => session.bookOf(at('kacau/01-penutup.md').toString())?.book;
    await until(() => [book()?.chapters.length, book()?.unread], [1, 1]);
    await session.settled();
    assert.equal(missing(), 0);
    await open('kacau/01-penutup.md');
    // The dimensions are more than one file can hold.
    const [isMissing, isUnknown, ...others] = await offered();
    assert.deepEqual(
      [isMissing, isUnknown, ...others],
      ['wajib, belum ada', 'wajib, belum diketahui ada tidaknya', 'pilihan', 'boleh lebih dari satu'],
    );
    rmSync(misnamed());
    await until(() => [book()?.chapters.length, book()?.unread], [1, 0]);
    await until(() => missing(), 1);
    assert.deepEqual(await offered(), [isMissing, ...others]);
  });
});
