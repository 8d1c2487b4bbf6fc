// What comes at the wrong moment, while something else is under way, is not lost.
import { assert } from 'chai';
import * as vscode from 'vscode';
import type { Problem } from '../../../src/core/rules/problem';
import { LineIndex } from '../../../src/core/text/lines';
import type { Steps } from '../../../src/core/text/steps';
import type { Found } from '../../../src/extension/checked-book';
import { register } from '../../../src/extension/diagnostics';
import type { Change, Session } from '../../../src/extension/session';
import { at, closeAll, remove, rules, startedSession, until, write } from '../editor';
import { MemoryFiles } from '../memory-files';

const chapter = '---\nchapter: closing\n---\n\n# Penutup\n';

/** A promise, and what lets those go who wait for it. */
function gate(): { readonly held: Promise<void>; readonly open: () => void } {
  let open = () => {};
  const held = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { held, open };
}

describe('at the wrong moment', () => {
  const files = new MemoryFiles('saat');
  const manifest = '/buku/masterplan.yaml';
  let session: Session;
  let editor: vscode.TextEditor;
  const book = () => session.bookOf(files.uri('/buku/01-penutup.md').toString())?.book;
  const paths = () => book()?.chapters.map(({ uri }) => vscode.Uri.parse(uri).path);
  const levels = () => {
    const own = vscode.languages.getDiagnostics(files.uri('/buku/01-penutup.md'));
    return own.flatMap(({ code, severity }) =>
      typeof code === 'object' && code.value === 'placeholder' ? severity : [],
    );
  };

  before(async () => {
    session = await startedSession();
    await session.settled();
    files.lay(manifest, 'language: en\n');
    files.lay('/buku/01-penutup.md', chapter);
    await vscode.commands.executeCommand('vscode.open', files.uri('/buku/01-penutup.md'));
    await until(() => paths(), ['/buku/01-penutup.md']);
    editor = vscode.window.activeTextEditor as vscode.TextEditor;
    await session.settled();
  });
  afterEach(() => {
    files.gate = async () => {};
  });
  after(async () => {
    await closeAll();
    await session.settled();
    files.dispose();
  });

  it('typing while the manifest is read keeps what is typed', async () => {
    const { held, open } = gate();
    const before = files.read.length;
    files.gate = (path) => (path === manifest ? held : Promise.resolve());
    files.put(manifest, 'language: en\nrules: { placeholder: info }\n');
    await until(() => files.read.slice(before).includes(manifest), true);
    const { document } = editor;
    assert.isTrue(
      await editor.edit((edit) => edit.insert(document.lineAt(document.lineCount - 1).range.end, '\nTODO\n')),
    );
    await until(levels, [vscode.DiagnosticSeverity.Warning]);
    open();
    await session.settled();
    await until(levels, [vscode.DiagnosticSeverity.Information]);
  });

  it('a manifest that goes and comes back at once says what it says now', async () => {
    await vscode.workspace.fs.delete(files.uri(manifest));
    files.put(manifest, 'language: en\nrules: { placeholder: error }\n');
    await until(levels, [vscode.DiagnosticSeverity.Error]);
  });

  it('a file that goes while others are still read with it is gone', async () => {
    const { held, open } = gate();
    files.gate = (path) => (path === '/buku/03-penutup.md' ? held : Promise.resolve());
    files.put('/buku/02-penutup.md', chapter);
    files.put('/buku/03-penutup.md', chapter);
    await until(() => files.read.includes('/buku/03-penutup.md') && files.read.includes('/buku/02-penutup.md'), true);
    const pattern = new vscode.RelativePattern(files.uri('/buku'), '**/*');
    const watcher = vscode.workspace.createFileSystemWatcher(pattern, true, true, false);
    const told = new Promise((resolve) => watcher.onDidDelete(resolve));
    await vscode.workspace.fs.delete(files.uri('/buku/02-penutup.md'));
    await told;
    // The session, told in the same turn, looks at what has gone in the next.
    await new Promise((resolve) => setTimeout(resolve));
    watcher.dispose();
    open();
    await session.settled();
    assert.deepEqual(paths(), ['/buku/01-penutup.md', '/buku/03-penutup.md']);
  });

  it('a file that cannot be read counts until it can, though it is no chapter', async () => {
    files.put('/buku/04-catatan.md', { fails: 'unreadable' });
    await until(() => book()?.unread, 1);
    files.put('/buku/04-catatan.md', '# Catatan\n');
    await until(() => book()?.unread, 0);
  });

  it('a search that fails is made up for by looking into the folders', async () => {
    const before = vscode.workspace.findFiles;
    vscode.workspace.findFiles = () => Promise.reject(new Error('the folder has gone'));
    try {
      await write('saat/01-penutup.md', `${chapter}\nTODO\n`);
      await write('saat/masterplan.yaml', 'language: en\n');
      await until(() => rules(at('saat/01-penutup.md')), ['placeholder']);
    } finally {
      vscode.workspace.findFiles = before;
      await remove('saat');
    }
    await until(() => rules(at('saat/01-penutup.md')), []);
  });
});

describe('showing problems', () => {
  it('comes back to a file whose text had changed, when that is told while others are shown', () => {
    const [late, other] = ['saat:/terlambat.md', 'saat:/lain.md'];
    const lines = new LineIndex('TODO\n');
    const problem: Problem = {
      rule: 'placeholder',
      severity: 'warning',
      file: late,
      range: { start: 0, end: 4 },
      message: 'x',
    };
    const nothing: Found = { problems: [], linesOf: () => lines };
    let found: Found | undefined;
    const changed = new vscode.EventEmitter<Change>();
    const jobs: Steps<void>[] = [];
    const session = {
      onDidChange: changed.event,
      foundIn: (uri: string) => (uri === late ? found : nothing),
      inSlices: (_name: string, _urgency: string, steps: Steps<void>) => jobs.push(steps),
      faults: { guard: (_what: string, action: () => void) => action() },
    };
    const tell = (files: string[]) => changed.fire({ books: new Set(), files: new Set(files) });
    const publisher = register({} as vscode.ExtensionContext, session as unknown as Session);
    tell([late, other]);
    jobs[0]?.next();
    found = { ...nothing, problems: [problem] };
    // It stands where it stood before, so nobody names the file.
    tell([]);
    for (const steps of jobs) while (!steps.next().done);
    const shown = vscode.languages.getDiagnostics(vscode.Uri.parse(late)).map(({ message }) => message);
    publisher.dispose();
    changed.dispose();
    assert.deepEqual(shown, ['x']);
  });
});
