// Whatever happens to texts, files, folders, manifests and settings, in whatever order and however fast: once it is quiet,
// what is shown is what a fresh reading finds. The same seed does the same things.
import { assert } from 'chai';
import * as vscode from 'vscode';
import { Dice } from '../../../bench/corpus.mts';
import type { Session } from '../../../src/extension/session';
import { at, closeAll, open, outline, remove, root, startedSession, write } from '../editor';
import { Onlooker, seenAsFresh } from '../fresh';

/** Where anything around the session has changed, let more of them run once: each takes less than ten seconds. */
const seeds = [301];
const rounds = 10;

const folder = 'acak';
const folders = ['', 'bab/', 'dalam/', '2. Lampiran/'];
const chapters = ['01-visi.md', '02-ekonomi.md', '03-rujukan.md'];
const manifests = ['masterplan.yaml', 'masterplan.yml'];
const heads = [
  'chapter: vision',
  'chapter: dimension\ndimension: economy',
  'chapter: dimension\ndimension: society',
  'chapter: closing\norder: 9',
  'chapter: dimensi',
  'chapter: dimension\ndimension: [',
  'title: Catatan',
];
const programmes = '| Kode | Program | OPD | Indikator | Tahun |\n| --- | --- | --- | --- | --- |\n';
const bodies = [
  '## Visi\n\nKota yang melayani.\n',
  '## Misi\n\n1. Melayani.\n',
  '## Analisis SWOT\n\n### Kekuatan\n\n- S1. Kopi sudah dikenal.\n\n### Peluang\n\n- O1. Pasar daring terbuka.\n',
  '## Analisis SWOT\n\n### Kekuatan\n\n- S1. Kopi.\n\n### Kelemahan\n\n- W1. Modal.\n- W1. Jalan.\n',
  '## Strategi\n\n- SO1. Memperluas pasar daring (S1, O1)\n- WO1. Melatih (W9)\n',
  `## Program Jangka Pendek\n\n${programmes}| ECO-P-01 | Katalog UMKM | Dinas Koperasi | | 2026 |\n`,
  `## Program Jangka Menengah\n\n${programmes}| ECO-P-01 | Rumah Kemasan | | Jumlah | 2029 |\n`,
  `## Quick Win\n\n${programmes}| ECO-P-01 | Katalog UMKM | Dinas Koperasi | Jumlah | 2026 |\n`,
  'Lihat program ECO-P-01 dan SOC-P-02.\n',
  'TODO\n',
];
const manifestTexts = [
  'title: Acak\ndimensions: [{ id: economy }]\n',
  'title: Acak\nlanguage: en\ndimensions: [{ id: economy }, { id: society }]\n',
  "title: Acak\nexclude: ['bab', '01-*']\n",
  'title: Acak\nexclude: [dalam]\nrules: { missing-section: hint, broken-link: error }\n',
  'title: [Acak\n',
  'title: Acak\nperiod: 2031-2030\ntidak: dikenal\n',
];

/** Does things to the workspace, told by a seed. */
class Hand {
  /** What it has done, in words. */
  readonly done: string[] = [];
  readonly #dice: Dice;

  constructor(seed: number) {
    this.#dice = new Dice(seed);
    for (let count = 0; count < 8; count++) this.#dice.below(2);
  }

  #one<T>(all: readonly T[]): T {
    return all[this.#dice.below(all.length)] as T;
  }

  #some(most: number, piece: () => string): string {
    return Array.from({ length: this.#dice.below(most + 1) }, piece).join('\n');
  }

  #path(names: readonly string[] = chapters): string {
    return `${folder}/${this.#one(folders)}${this.#one(names)}`;
  }

  #piece(): string {
    if (this.#dice.below(4) > 0) return this.#one(bodies);
    const target = this.#one(['', '../', './', 'bab/', '../dalam/']) + this.#one([...chapters, 'data.csv', '']);
    return `Lihat [itu](${target}${this.#one(['', '#visi', '#tidak-ada'])}).\n`;
  }

  #text(): string {
    if (this.#dice.below(8) === 0) return '# Catatan\n\nTBD\n';
    return `---\n${this.#one(heads)}\n---\n\n# Judul\n\n${this.#some(4, () => this.#piece())}`;
  }

  /** A few things, one right after the other. */
  async play(session: Session): Promise<void> {
    for (let count = this.#dice.below(8); count >= 0; count--) await this.#act(session);
  }

  /** One thing, done to its end as far as the editor is concerned. */
  async #act(session: Session): Promise<void> {
    const acts: [number, () => Promise<unknown>][] = [
      [10, () => this.#type()],
      [2, () => this.#command('undo')],
      [3, () => this.#save()],
      [2, () => this.#command('workbench.action.files.revert')],
      [3, () => this.#close()],
      [1, () => this.#closeAll()],
      [6, () => this.#write(this.#path(), this.#text())],
      [1, () => this.#write(this.#path(['data.csv']), 'a,b\n')],
      [4, () => this.#remove(this.#path([...chapters, 'data.csv']))],
      [3, () => this.#rename(this.#path(), this.#path())],
      [2, () => this.#rename(this.#folder(), this.#folder())],
      [2, () => this.#rewrite()],
      [1, () => this.#remove(this.#folder())],
      [3, () => this.#write(`${folder}/masterplan.yaml`, this.#one(manifestTexts))],
      [2, () => this.#write(this.#path(manifests), this.#one(manifestTexts))],
      [2, () => this.#remove(this.#path(manifests))],
      [2, () => this.#rename(this.#path(manifests), this.#path(manifests))],
      [1, () => this.#remake(`${folder}/masterplan.yaml`, this.#one(manifestTexts))],
      [2, () => this.#typeManifest()],
      [1, () => this.#configure()],
      [4, () => this.#say('settled', () => session.settled())],
    ];
    let left = this.#dice.below(acts.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, act] of acts) {
      left -= weight;
      if (left >= 0) continue;
      await act();
      return;
    }
  }

  async #say(what: string, action: () => PromiseLike<unknown>): Promise<void> {
    this.done.push(what);
    await action();
  }

  #folder(): string {
    return `${folder}/${this.#one(folders.filter(Boolean))}`.slice(0, -1);
  }

  #command(command: string): Promise<void> {
    return this.#say(command, async () => {
      // Without an editor of ours there is nothing that it would be about.
      if (this.#active() !== undefined) await vscode.commands.executeCommand(command);
    });
  }

  #active(): vscode.TextEditor | undefined {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.toString().startsWith(at(folder).toString()) ? editor : undefined;
  }

  #save(): Promise<void> {
    return this.#say('save', async () => {
      const document = this.#active()?.document;
      // Refused, where the file on disk is a newer one.
      if (document?.isDirty) await document.save();
    });
  }

  #close(): Promise<void> {
    const keeps = this.#dice.below(2) === 0;
    return this.#say(keeps ? 'close' : 'close without keeping', async () => {
      const document = this.#active()?.document;
      if (document === undefined) return;
      if (keeps && document.isDirty) await document.save();
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
  }

  #closeAll(): Promise<void> {
    return this.#say('close all', leave);
  }

  #write(path: string, text: string): Promise<void> {
    return this.#say(`write ${path} ${JSON.stringify(text)}`, () => write(path, text));
  }

  #remove(path: string): Promise<void> {
    return this.#say(`remove ${path}`, async () => {
      if (await isThere(path)) await remove(path);
    });
  }

  #remake(path: string, text: string): Promise<void> {
    return this.#say(`make anew ${path} ${JSON.stringify(text)}`, async () => {
      if (await isThere(path)) await remove(path);
      await write(path, text);
    });
  }

  #rename(from: string, to: string): Promise<void> {
    return this.#say(`rename ${from} ${to}`, async () => {
      if (from === to || !(await isThere(from))) return;
      await vscode.workspace.fs.rename(at(from), at(to), { overwrite: true });
    });
  }

  /** Several files, one after the other, as a change of branches does. */
  #rewrite(): Promise<void> {
    const files = folders.flatMap((name) => chapters.map((chapter) => `${folder}/${name}${chapter}`));
    const texts = files.map(() => (this.#dice.below(3) === 0 ? undefined : this.#text()));
    return this.#say(`rewrite all ${JSON.stringify(texts)}`, async () => {
      for (const [index, path] of files.entries()) {
        const text = texts[index];
        if (text !== undefined) await write(path, text);
        else if (await isThere(path)) await remove(path);
      }
    });
  }

  async #type(): Promise<void> {
    const path = this.#path();
    const [times, way, text, piece] = [1 + this.#dice.below(3), this.#dice.below(7), this.#text(), this.#piece()];
    await this.#say(`type ${path} ${way} ${JSON.stringify([text, piece])} ${times}`, async () => {
      const editor = (await isThere(path)) ? await open(path) : this.#active();
      for (let count = 0; editor !== undefined && count < times; count++) {
        const old = editor.document.getText();
        await retype(editor, changed(old, way, text, piece));
      }
    });
  }

  async #typeManifest(): Promise<void> {
    const [path, text] = [this.#path(manifests), this.#one(manifestTexts)];
    await this.#say(`type ${path} ${JSON.stringify(text)}`, async () => {
      if (await isThere(path)) await retype(await open(path), text);
    });
  }

  async #configure(): Promise<void> {
    const [section, value] = this.#one<[string, unknown]>([
      ['language', 'en'],
      ['language', undefined],
      ['rules', { placeholder: 'error', 'missing-section': 'off' }],
      ['rules', undefined],
    ]);
    await this.#say(`set ${section} ${JSON.stringify(value)}`, () => set(section, value));
  }
}

function changed(old: string, way: number, text: string, piece: string): string {
  if (way === 0) return text;
  if (way <= 2) return /^chapter:/m.test(old) ? old.replace(/^chapter:/m, 'bab:') : old.replace(/^bab:/m, 'chapter:');
  if (way === 3) return `${old}\n${piece}`;
  if (way === 4) return old.replace('# Judul', '\n# Judul');
  if (way === 5) return old.replace(/([A-Z]) (?=[a-z])/, '$1\n').replace('. ', '.\n');
  return old.includes('-P-01') ? old.replace('-P-01', '-P-02') : old.replace('-P-02', '-P-01');
}

async function retype({ document }: vscode.TextEditor, text: string): Promise<void> {
  const all = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, all, text);
  // Refused, where the file has changed meanwhile.
  await vscode.workspace.applyEdit(edit);
}

function set(section: string, value: unknown): Thenable<void> {
  return vscode.workspace.getConfiguration('masterplan').update(section, value, vscode.ConfigurationTarget.Workspace);
}

async function isThere(path: string): Promise<boolean> {
  return vscode.workspace.fs.stat(at(path)).then(
    () => true,
    () => false,
  );
}

/** Closes all editors without keeping anything. */
async function leave(): Promise<void> {
  for (const { document } of ownDocuments().filter(({ isDirty }) => isDirty)) {
    await vscode.commands.executeCommand('vscode.open', document.uri);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

function ownDocuments() {
  const documents = vscode.workspace.textDocuments.filter(({ uri }) => uri.toString().startsWith(root().toString()));
  return documents.map((document) => ({ document, isDirty: document.isDirty, uri: document.uri.toString() }));
}

describe('whatever happens', () => {
  let session: Session;
  let onlooker: Onlooker;
  let report: Session['faults']['report'];
  const faults: string[] = [];

  before(async () => {
    session = await startedSession();
    await closeAll();
    await session.settled();
    onlooker = new Onlooker(session, await outline());
    report = session.faults.report;
    session.faults.report = (what, error) => {
      faults.push(`${what}: ${error instanceof Error ? error.stack : error}`);
    };
  });
  afterEach(async () => {
    await leave();
    await set('language', undefined);
    await set('rules', undefined);
    if (await isThere(folder)) await remove(folder);
    await seenAsFresh(onlooker);
  });
  after(() => {
    session.faults.report = report;
    onlooker.dispose();
  });

  for (const seed of seeds) {
    it(`what is shown in the end is what a fresh reading finds (seed ${seed})`, async function () {
      this.timeout(rounds * 20_000);
      const hand = new Hand(seed);
      for (let round = 1; round <= rounds; round++) {
        const before = hand.done.length;
        try {
          await hand.play(session);
          await session.settled();
          await seenAsFresh(onlooker);
          assert.deepEqual(faults, []);
        } catch (error) {
          const done = hand.done.slice(before).join('\n');
          throw new Error(`seed ${seed}, round ${round}:\n${done}\n${(error as Error).message}`, { cause: error });
        }
      }
    });
  }
});
