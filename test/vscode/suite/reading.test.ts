// A masterplan while it is read: what is told when, and what odd files do to it.
import { assert } from 'chai';
import * as vscode from 'vscode';
import { masterplan as corpus } from '../../../bench/corpus.mts';
import { makeBook } from '../../../src/core/book/book';
import { readChapter } from '../../../src/core/chapter/read';
import { ruleCatalogue, ruleIds } from '../../../src/core/rules/catalogue';
import { checkBook } from '../../../src/core/rules/check';
import { readManifest } from '../../../src/core/template/manifest';
import { resolveSettings } from '../../../src/core/template/resolve';
import type { Session } from '../../../src/extension/session';
import {
  at,
  closeAll,
  drawn,
  open,
  outline,
  read,
  remove,
  replace,
  rules,
  startedSession,
  until,
  write,
} from '../editor';
import { MemoryFiles } from '../memory-files';

const isOurs = ({ source }: vscode.Diagnostic) => source === 'masterplan';
const own = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).filter(isOurs);
const ruleOf = ({ code }: vscode.Diagnostic) => (typeof code === 'object' ? code.value : code);

/** How many problems each file of a scheme has. */
function counts(scheme: string): Record<string, number> {
  const all = vscode.languages.getDiagnostics().filter(([uri]) => uri.scheme === scheme);
  const found = all.map(([{ path }, ofFile]) => [path, ofFile.filter(isOurs).length] as const);
  return Object.fromEntries(found.filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What the status bar says while something takes long. */
class Sayings {
  readonly messages: string[] = [];
  title: string | undefined;
  #begin = () => {};
  #end = () => {};
  readonly begun = new Promise<void>((resolve) => {
    this.#begin = resolve;
  });
  readonly ended = new Promise<void>((resolve) => {
    this.#end = resolve;
  });
  readonly #before = vscode.window.withProgress;

  constructor() {
    const watched = async <R>(
      options: vscode.ProgressOptions,
      task: (progress: vscode.Progress<{ message?: string }>, token: vscode.CancellationToken) => Thenable<R>,
    ): Promise<R> => {
      this.title = options.title;
      assert.equal(options.location, vscode.ProgressLocation.Window);
      this.#begin();
      const report = ({ message = '' }: { message?: string }) => void this.messages.push(message);
      try {
        return await task({ report }, new vscode.CancellationTokenSource().token);
      } finally {
        this.#end();
      }
    };
    vscode.window.withProgress = watched as typeof vscode.window.withProgress;
  }

  leave(): void {
    vscode.window.withProgress = this.#before;
  }
}

async function openIn(files: MemoryFiles, path: string): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', files.uri(path));
  await until(() => vscode.window.activeTextEditor?.document.uri.toString(), files.uri(path).toString());
  return vscode.window.activeTextEditor as vscode.TextEditor;
}

describe('a masterplan of 300 chapters', () => {
  const files = new MemoryFiles('tiga-ratus');
  const texts = corpus(4, { chapters: 300, length: 700 });
  let session: Session;

  before(async () => {
    session = await startedSession();
    await session.settled();
    for (const { path, text } of texts) files.lay(`/buku/${path}`, text);
  });
  after(async () => {
    await closeAll();
    await session.settled();
    files.dispose();
  });

  it('tells how far it has come, answers what is typed meanwhile, and ends with exact counts', async function () {
    // One second of it is what has to pass before anything is said.
    this.timeout(60_000);
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    files.gate = (path) => (path > '/buku/0200.md' && path.endsWith('.md') ? held : Promise.resolve());
    const sayings = new Sayings();
    try {
      const editor = await openIn(files, '/buku/0007.md');
      const { document } = editor;
      await sayings.begun;
      assert.match(sayings.title ?? '', /^Membaca masterplan$|^Reading the masterplan$/);
      assert.match(sayings.messages.at(-1) ?? '', /^\d+\/300$/);

      // Only what is typed in is looked at yet, and only as far as no other chapter could change it.
      const end = document.lineAt(document.lineCount - 1).range.end;
      assert.isTrue(await editor.edit((edit) => edit.insert(end, '\nTODO\n')));
      await until(() => own(document.uri).some((one) => ruleOf(one) === 'placeholder'), true);
      assert.deepEqual(Object.keys(counts(files.scheme)), ['/buku/0007.md']);
      const ofChapters = new Set<unknown>(ruleCatalogue.filter(({ scope }) => scope === 'chapter').map(({ id }) => id));
      assert.isTrue(own(document.uri).every((one) => ofChapters.has(ruleOf(one))));

      letGo();
      await session.settled();
      const [manifest, ...chapters] = texts.map(({ path, text }) => ({ uri: `${files.scheme}:/buku/${path}`, text }));
      const reading = readManifest(manifest?.text ?? '', manifest?.uri ?? '', { rules: ruleIds });
      const settings = resolveSettings(reading);
      const typed = (uri: string, text: string) => (uri === document.uri.toString() ? document.getText() : text);
      const book = makeBook(
        reading,
        settings,
        chapters.map(({ uri, text }) => readChapter(uri, typed(uri, text), settings)),
      );
      const expected = [...checkBook(book)].map(
        ([uri, problems]) => [vscode.Uri.parse(uri).path, problems.length] as const,
      );
      const wanted = Object.fromEntries(expected.filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
      assert.isAbove(Object.keys(wanted).length, 50);
      await until(() => counts(files.scheme), wanted);
      await sayings.ended;
      assert.equal(sayings.messages.at(-1), '300/300');
    } finally {
      letGo();
      sayings.leave();
    }
  });

  it('loses nothing when what was typed is not kept', async () => {
    const before = counts(files.scheme);
    await closeAll();
    await session.settled();
    // The masterplan is outside the workspace: it is there as long as a file of it is open.
    await until(() => counts(files.scheme), {});
    await openIn(files, '/buku/0001.md');
    const kept = Object.entries(before).map(([path, count]) => [path, path === '/buku/0007.md' ? count - 1 : count]);
    // They are shown file by file.
    await until(() => counts(files.scheme), Object.fromEntries(kept.filter(([, count]) => count !== 0)));
  });
});

describe('odd files', () => {
  const files = new MemoryFiles('ganjil');
  const chapter = '---\nchapter: closing\n---\n\n# Penutup\n\nTODO\n';
  let session: Session;

  before(async () => {
    session = await startedSession();
  });
  after(async () => {
    await closeAll();
    await session.settled();
    files.dispose();
  });

  it('leave the others as they are, and nothing is read that cannot be a chapter', async () => {
    files.lay('/buku/masterplan.yaml', 'language: en\n');
    files.lay('/buku/masterplan.yml', 'tidak: dibaca\n');
    files.lay('/buku/01-penutup.md', chapter);
    files.lay('/buku/02-folder.md', 'folder');
    files.lay('/buku/03-rahasia.md', { fails: 'unreadable' });
    files.lay('/buku/04-hilang.md', { fails: 'vanished' });
    files.lay('/buku/05-gambar.md', 'PNG\0\0');
    files.lay('/buku/06-catatan.md', '# Catatan\n');
    files.lay('/buku/lingkar', { loop: true });
    files.lay('/buku/lampiran/07-penutup.md', chapter);
    for (let count = 0; count < 10_000; count++) files.lay(`/buku/data/${count}.csv`, 'a,b\n');
    await openIn(files, '/buku/01-penutup.md');
    const uri = files.uri('/buku/01-penutup.md').toString();
    await until(() => session.bookOf(uri)?.manifest, files.uri('/buku/masterplan.yaml').toString());
    await session.settled();
    const { book } = session.bookOf(uri) ?? {};
    assert.deepEqual(
      book?.chapters.map((one) => vscode.Uri.parse(one.uri).path),
      ['/buku/01-penutup.md', '/buku/lampiran/07-penutup.md'],
    );
    // Of all those only one may hold what seems to be missing.
    assert.equal(book?.unread, 1);
    await until(() => own(files.uri('/buku/01-penutup.md')).map(ruleOf), ['placeholder']);
    assert.match(own(files.uri('/buku/01-penutup.md'))[0]?.message ?? '', /TODO/);
    assert.isFalse(files.read.some((path) => path.endsWith('.csv')));
    assert.notInclude(files.read, '/buku/masterplan.yml');
    assert.isFalse(files.listed.some((path) => path.includes('lingkar')));
  });

  it('are read as soon as they can be', async () => {
    const uri = files.uri('/buku/01-penutup.md').toString();
    files.put('/buku/03-rahasia.md', chapter);
    await until(() => session.bookOf(uri)?.book?.chapters.length, 3);
    await until(() => session.bookOf(uri)?.book?.unread, 0);
    await vscode.workspace.fs.delete(files.uri('/buku/03-rahasia.md'));
    await until(() => session.bookOf(uri)?.book?.chapters.length, 2);
  });
});

describe('a folder that cannot be listed', () => {
  const files = new MemoryFiles('terkunci');
  let session: Session;

  before(async () => {
    session = await startedSession();
  });
  after(async () => {
    await closeAll();
    await session.settled();
    files.dispose();
  });

  it('may hold whatever seems to be missing, until it can be', async () => {
    files.lay('/buku/masterplan.yaml', 'language: en\n');
    files.lay('/buku/01-penutup.md', '---\nchapter: closing\n---\n\n# Penutup\n\nTODO\n');
    files.lay('/buku/isi', 'locked folder');
    files.lay('/buku/isi/02-visi.md', '---\nchapter: vision\n---\n\n# Visi\n');
    await openIn(files, '/buku/01-penutup.md');
    const uri = files.uri('/buku/01-penutup.md').toString();
    const manifest = files.uri('/buku/masterplan.yaml');
    const missing = () => own(manifest).filter((one) => ruleOf(one) === 'missing-chapter').length;
    await until(() => session.bookOf(uri)?.book?.unread, Number.POSITIVE_INFINITY);
    await session.settled();
    assert.equal(missing(), 0);
    const view = await outline();
    const isOwn = (label: string) => label === 'Masterplan';
    assert.deepEqual(drawn(view, isOwn), ['Masterplan', '  Penutup']);
    files.put('/buku/isi', 'folder');
    files.put('/buku/lampiran', 'folder');
    await until(() => session.bookOf(uri)?.book?.chapters.length, 2);
    assert.equal(session.bookOf(uri)?.book?.unread, 0);
    await until(() => missing() > 0, true);
    // Words of our own are in the language of the masterplan that comes first.
    await until(() => drawn(view, isOwn).some((line) => /^ {4}\? Roadmap \[(?:belum ada|missing)\]$/.test(line)), true);
  });
});

describe('what is wrong on disk', () => {
  const path = 'contoh/08-penutup.md';
  const text = '---\nchapter: closing\n---\n\n# Penutup\n\nTODO\n';

  beforeEach(async () => {
    await (await startedSession()).settled();
    await write(path, text);
    await until(() => rules(at(path)), ['placeholder']);
  });
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(at(path)).then(undefined, () => {});
    await until(() => rules(at(path)), []);
  });

  it('stays when its editor closes', async () => {
    await open(path);
    await closeAll();
    await (await startedSession()).settled();
    assert.deepEqual(rules(at(path)), ['placeholder']);
  });

  it('comes back when a change that mended it is not kept', async () => {
    await replace(await open(path), 'TODO', 'Selesai.');
    await until(() => rules(at(path)), []);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until(() => rules(at(path)), ['placeholder']);
  });

  it('follows a file that is changed, goes and comes back while it is open', async () => {
    await open(path);
    await write(path, text.replace('TODO', 'Selesai.'));
    await until(() => rules(at(path)), []);
    await write(path, text);
    await until(() => rules(at(path)), ['placeholder']);
    await remove(path);
    await until(() => rules(at(path)), []);
    await write(path, text);
    await until(() => rules(at(path)), ['placeholder']);
  });

  it('stays with what is typed in a file that goes, and goes when that is not kept', async () => {
    await replace(await open(path), 'TODO', 'TODO TODO');
    await until(() => rules(at(path)), ['placeholder', 'placeholder']);
    await remove(path);
    await write('contoh/lain.csv', 'a,b\n');
    await (await startedSession()).settled();
    assert.deepEqual(rules(at(path)), ['placeholder', 'placeholder']);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until(() => rules(at(path)), []);
    await remove('contoh/lain.csv');
  });

  it('follows a file that gets another name while it is open', async () => {
    const other = 'contoh/09-penutup.md';
    await open(path);
    await vscode.workspace.fs.rename(at(path), at(other));
    await until(() => [rules(at(path)), rules(at(other))], [[], ['placeholder']]);
    await vscode.workspace.fs.rename(at(other), at(path));
    await until(() => [rules(at(path)), rules(at(other))], [['placeholder'], []]);
  });

  it('gives way to what is typed, and counts again when that is closed unsaved', async () => {
    const editor = await open(path);
    await replace(editor, 'TODO', 'Selesai.');
    await until(() => rules(at(path)), []);
    await write(path, `${text}\nTODO\n`);
    await (await startedSession()).settled();
    assert.deepEqual(rules(at(path)), []);
    await closeAll();
    await until(() => rules(at(path)), ['placeholder', 'placeholder']);
    assert.equal(await read(path), `${text}\nTODO\n`);
  });
});
