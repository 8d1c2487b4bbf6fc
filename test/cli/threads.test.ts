/** A check that is shared among threads: the same to the last byte, whoever did what, and whatever becomes of a thread. */

import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CorpusFile, masterplan } from '../../bench/corpus.mts';
import { buildInto } from '../../scripts/build.mts';
import { main } from '../../src/cli/masterplan';
import type { Ask, CheckedPiece, Piece } from '../../src/cli/pieces';
import { findTargets } from '../../src/cli/targets';
import { checkPieces, type Threads, threadsOn } from '../../src/cli/threads';
import { folderWith, screen } from './screen';

const out = mkdtempSync(join(tmpdir(), 'masterplan-threads-'));
const program = join(out, 'cli.js');

beforeAll(async () => {
  await buildInto(out, true);
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** Threads whatever the machine and however little there is to do. */
const many = (most: number): Threads => ({ program, most: () => most, worth: 1 });

const below = (folder: string, files: readonly CorpusFile[]) =>
  Object.fromEntries(files.map(({ path, text }) => [`${folder}/${path}`, text]));

/** Several masterplans and what else may lie about: broken, unreadable, excluded, in all sorts of bytes. */
function mixedFolder(): string {
  const chapter = '---\nchapter: dimension\ndimension: living\nstatus: revew\n---\n# Smart Living\n\n## Analisi SWOT\n';
  const folder = folderWith({
    ...below('a', masterplan(1, { chapters: 9, length: 3_000 })),
    ...below('b', masterplan(2, { chapters: 14, length: 3_000 })),
    ...below('b/dalam', masterplan(3, { chapters: 3, length: 3_000 })),
    'c/masterplan.yaml': 'template: kominfo\nperiod: [2025\nrules: {',
    'c/01.md': chapter,
    'd/masterplan.yaml': 'language: en\nexclude: [arsip/**]\nagencys: [Dinas Kesehatan]\n',
    'd/01.md': `\ufeff${chapter.replaceAll('\n', '\r\n')}`,
    'd/02.md': chapter.replaceAll('\n', '\r'),
    'd/03.md': Buffer.from(chapter, 'utf16le'),
    'd/04.md': Buffer.concat([Buffer.from(chapter), Buffer.from([0xe9, 0x0a])]),
    'd/05.md': Buffer.concat([Buffer.from(chapter), Buffer.from([0, 1, 2, 0])]),
    'd/arsip/lama.md': chapter,
    'e/masterplan.yaml': '',
    'e/masterplan.yml': 'language: en\n',
    'lepas/01-visi.md': '---\nchapter: vision\nstatus: drft\n---\n# Visi\n',
    'lepas/02-catatan.md': 'Catatan rapat.\n',
    'lepas/03-[x](y).md': '---\nchapter: [\n---\n# Visi\n\n[tidak ada](../tidak-ada.md) TODO\n',
  });
  symlinkSync('tidak-ada.md', join(folder, 'd/06.md'));
  return folder;
}

async function run(folder: string, argv: readonly string[], threads?: Threads) {
  const io = screen(folder);
  const status = await main(['check', ...argv], threads === undefined ? io : { ...io, threads });
  return { status, output: io.output(), errors: io.errors() };
}

describe('shared among threads', () => {
  for (const format of ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'lines']) {
    it(`gives the same ${format}`, async () => {
      const folder = mixedFolder();
      const alone = await run(folder, ['--format', format]);
      expect(alone.status).toBe(2);
      expect(alone.output.length).toBeGreaterThan(4_000);
      expect(await run(folder, ['--format', format], many(3))).toEqual(alone);
    });
  }

  it('gives the same diff, the same words in either language, and the same for a part', async () => {
    const folder = mixedFolder();
    for (const argv of [['--dry-run'], ['--language', 'en'], ['b/dalam', 'd/01.md', 'lepas'], ['lepas', 'x']]) {
      expect(await run(folder, argv, many(4))).toEqual(await run(folder, argv));
    }
  });

  it('mends as it would alone', async () => {
    const [one, other] = [mixedFolder(), mixedFolder()];
    expect(await run(one, ['--fix'], many(3))).toEqual(await run(other, ['--fix']));
  });

  it('tells a person how far the work is, all threads together', async () => {
    let time = 0;
    const io = screen(mixedFolder(), { isTerminal: true, now: () => (time += 60) });
    await main(['check'], { ...io, threads: many(3) });
    const told = [...io.errors().matchAll(/Memeriksa … (\d+) dari (\d+) berkas/g)];
    expect(told.length).toBeGreaterThan(2);
    const counts = told.map(([, count]) => Number(count));
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(new Set(told.map(([, , all]) => all)).size).toBe(1);
    expect(Math.max(...counts)).toBeLessThanOrEqual(Number(told[0]?.[2]));
  });
});

/** The pieces of a folder, and what is asked of them. */
function work(folder: string): { pieces: Piece[]; ask: Ask } {
  const { books, loose, targets } = findTargets(['.'], folder);
  const pieces = [...books.map((book) => ({ book })), ...loose.map((path) => ({ loose: path }))];
  return { pieces, ask: { targets, mode: 'check', wishes: { language: 'auto' } } };
}

const alone = (pieces: readonly Piece[], ask: Ask) => checkPieces(pieces, ask, undefined, () => {});

it('what comes of a piece hangs neither on the order nor on who has checked it', async () => {
  const { pieces, ask } = work(mixedFolder());
  const known = await alone(pieces, ask);
  const orders = fc.shuffledSubarray([...pieces.keys()], { minLength: 2 });
  await fc.assert(
    fc.asyncProperty(orders, fc.integer({ min: 2, max: 4 }), async (order, most) => {
      const some = order.map((at) => pieces[at] as Piece);
      expect(await checkPieces(some, ask, many(most), () => {})).toEqual(order.map((at) => known[at]));
    }),
    { numRuns: 12 },
  );
});

describe('a thread', () => {
  /** Runs a program of a few words as the further thread, this one waiting with its first file until it says `taken()`. */
  async function beside(words: string): Promise<{ given: CheckedPiece[]; known: CheckedPiece[]; pieces: Piece[] }> {
    const folder = folderWith({
      'a/masterplan.yaml': '',
      'a/01.md': '---\nchapter: vision\n---\n# Visi\n',
      'a/02.md': '---\nchapter: roadmap\n---\n# Peta Jalan\n',
      'b/masterplan.yaml': '',
      'b/01.md': '---\nchapter: vision\nstatus: drft\n---\n# Visi\n',
      'c/masterplan.yaml': '',
    });
    const flag = join(folder, 'taken');
    const fake = join(folder, 'program.cjs');
    writeFileSync(
      fake,
      `const { workerData } = require('node:worker_threads');
const { shared, seat, pieces } = workerData;
const take = () => { const at = Atomics.add(shared, 0, 1); Atomics.store(shared, seat, at); return at; };
const taken = () => require('node:fs').writeFileSync(${JSON.stringify(flag)}, '');
const real = require(${JSON.stringify(program)});
exports.work = async () => { ${words} };
`,
    );
    const { pieces, ask } = work(folder);
    const known = await alone(pieces, ask);
    const end = performance.now() + 30_000;
    const wait = () => {
      while (!existsSync(flag)) if (performance.now() > end) throw new Error('the further thread has taken nothing');
    };
    const given = await checkPieces(pieces, ask, { ...many(2), program: fake }, wait);
    return { given, known, pieces };
  }

  it('does what this one has not begun', async () => {
    const { given, known } = await beside('await real.work(); taken();');
    expect(given).toEqual(known);
  });

  it('that breaks down leaves its piece to this one', async () => {
    for (const words of [
      "take(); taken(); throw new Error('rusak');",
      'take(); taken(); process.exit(3);',
      // All that was left.
      "Atomics.add(shared, 0, 100); taken(); throw new Error('rusak');",
      'Atomics.add(shared, 0, 100); taken();',
      // Thrown outside of any promise.
      "take(); taken(); setImmediate(() => { throw new Error('rusak'); }); await new Promise(() => {});",
    ]) {
      const { given, known } = await beside(words);
      expect(given).toEqual(known);
    }
  });

  it('that runs out of memory costs its piece, which is said, and no other', async () => {
    const words = "take(); taken(); throw Object.assign(new Error('penuh'), { code: 'ERR_WORKER_OUT_OF_MEMORY' });";
    const { given, known, pieces } = await beside(words);
    const lost = pieces.findIndex((piece) => 'book' in piece && piece.book.folder.endsWith('b'));
    expect(given[lost]).toEqual({
      files: [],
      excluded: [],
      mended: 0,
      changes: [],
      notices: [
        {
          level: 'fault',
          path: expect.stringMatching(/b$/),
          message: {
            id: 'tidak dapat diperiksa, karena memorinya tidak cukup.',
            en: 'could not be checked: there is not enough memory for it.',
          },
        },
      ],
    });
    expect(given.filter((_, at) => at !== lost)).toEqual(known.filter((_, at) => at !== lost));
  });

  it('that cannot begin at all is done without', async () => {
    const { pieces, ask } = work(mixedFolder());
    const threads = { ...many(3), program: join(out, 'no-such-program.js') };
    expect(await checkPieces(pieces, ask, threads, () => {})).toEqual(await alone(pieces, ask));
  });
});

describe('no further thread is started', () => {
  /** Whether the machine is asked how many it can run: the last thing before they are started. */
  async function asks(folder: string, argv: readonly string[], worth: number): Promise<boolean> {
    let asked = false;
    const most = () => {
      asked = true;
      return 1;
    };
    await run(folder, argv, { program, most, worth });
    return asked;
  }

  it('where there is too little to do', async () => {
    const folder = folderWith({
      ...below('a', masterplan(1, { chapters: 5, length: 3_000 })),
      ...below('b', masterplan(2, { chapters: 5, length: 3_000 })),
    });
    expect(await asks(folder, [], 100_000)).toBe(false);
    expect(await asks(folder, [], 10_000)).toBe(true);
  });

  it('for one masterplan, nor where something is written', async () => {
    const folder = folderWith(below('a', masterplan(1, { chapters: 5, length: 3_000 })));
    expect(await asks(folder, [], 1)).toBe(false);
    expect(await asks(mixedFolder(), ['--fix'], 1)).toBe(false);
  });

  it('on a machine of two cores: there is enough for the second to do', () => {
    expect([1, 2, 3, 4, 8, 16].map(threadsOn)).toEqual([1, 1, 2, 2, 4, 8]);
  });
});
