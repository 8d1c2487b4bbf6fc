// Symbolic links: what they lead to is read once, whether they are there from the beginning or come later.
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import * as vscode from 'vscode';
import { at, closeAll, open, read, root, rules, startedSession, until, write } from '../editor';

const text = (title: string) => `---\nchapter: dimension\ndimension: living\n---\n\n# ${title}\n\nTODO\n`;

describe('symbolic links', () => {
  const own = ['contoh/01-visi.md', 'contoh/02-ekonomi.md'];
  let outside: string;
  let session: Awaited<ReturnType<typeof startedSession>>;

  const link = (target: string, path: string) => symlinkSync(target, at(path).fsPath);
  const chapters = (folder = 'contoh') => {
    const { book } = session.books.find(({ key }) => key === `${at(folder)}/`) ?? {};
    return book?.chapters.map(({ uri }) => decodeURIComponent(uri.slice(`${root()}/`.length))).sort();
  };

  before(async () => {
    session = await startedSession();
    await session.settled();
    outside = await mkdtemp(join(tmpdir(), 'masterplan-luar-'));
  });
  afterEach(async () => {
    await closeAll();
    for (const name of ['09-salinan.md', 'luar-1.md', 'luar-2.md', 'isi', 'kembar', 'arsip', '.simpan']) {
      rmSync(at(`contoh/${name}`).fsPath, { recursive: true, force: true });
    }
    for (const name of ['asli', 'bayangan']) rmSync(at(name).fsPath, { recursive: true, force: true });
    await until(() => chapters(), own);
    await session.settled();
  });
  after(() => rmSync(outside, { recursive: true, force: true }));

  it('to chapters and folders that are there add nothing', async () => {
    link('01-visi.md', 'contoh/09-salinan.md');
    await write('contoh/isi/living.md', text('Living'));
    link('isi', 'contoh/kembar');
    await until(() => chapters(), [...own, 'contoh/isi/living.md']);
    await session.settled();
    assert.deepEqual(chapters(), [...own, 'contoh/isi/living.md']);
    // The same where all is read anew, and where an editor shows what a link leads to.
    const manifest = await read('contoh/masterplan.yaml');
    await write('contoh/masterplan.yaml', `${manifest}exclude: [tiada/]\n`);
    const excluded = () => session.bookOf(at('contoh/01-visi.md').toString())?.book?.settings.exclude;
    await until(excluded, ['tiada/']);
    await open('contoh/kembar/living.md');
    await open('contoh/09-salinan.md');
    await session.settled();
    assert.deepEqual(chapters(), [...own, 'contoh/isi/living.md']);
    assert.deepEqual([rules(at('contoh/01-visi.md')), rules(at('contoh/09-salinan.md'))], [[], []]);
    await write('contoh/masterplan.yaml', manifest);
    await until(excluded, []);
  });

  it('to what is nowhere else are followed, once', async () => {
    const file = join(outside, 'living.md');
    writeFileSync(file, text('Living'));
    link(file, 'contoh/luar-1.md');
    await until(() => chapters(), [...own, 'contoh/luar-1.md']);
    link(file, 'contoh/luar-2.md');
    await session.settled();
    assert.deepEqual(chapters(), [...own, 'contoh/luar-1.md']);
    rmSync(at('contoh/luar-1.md').fsPath);
    await until(() => chapters(), [...own, 'contoh/luar-2.md']);
    // What stands in a dot-folder is not met there.
    await write('contoh/.simpan/lama.md', text('Lama'));
    link('.simpan/lama.md', 'contoh/09-salinan.md');
    await until(() => chapters(), [...own, 'contoh/09-salinan.md', 'contoh/luar-2.md']);
  });

  it('to a whole folder outside are followed, and give way to a file of their name', async () => {
    mkdirSync(join(outside, 'bab'));
    writeFileSync(join(outside, 'bab', 'living.md'), text('Living'));
    link(join(outside, 'bab'), 'contoh/arsip');
    await until(() => chapters(), [...own, 'contoh/arsip/living.md']);
    link('arsip/living.md', 'contoh/09-salinan.md');
    await session.settled();
    const seen = chapters();
    assert.equal(seen?.length, 3);
    rmSync(at('contoh/arsip').fsPath);
    await until(() => chapters(), own);
    renameSync(join(outside, 'bab', 'living.md'), at('contoh/luar-1.md').fsPath);
    await until(() => chapters(), [...own, 'contoh/luar-1.md']);
  });

  it('to a folder with a manifest make no second masterplan', async () => {
    await write('asli/masterplan.yaml', 'language: en\n');
    await write('asli/visi.md', text('Living'));
    link('asli', 'bayangan');
    await until(() => chapters('asli'), ['asli/visi.md']);
    await session.settled();
    assert.deepEqual([chapters('asli'), chapters('bayangan')], [['asli/visi.md'], undefined]);
    assert.isFalse(vscode.languages.getDiagnostics(at('bayangan/visi.md')).length > 0);
  });
});
