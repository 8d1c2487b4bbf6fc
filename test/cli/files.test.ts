/** Folders that are not as they should be: what cannot be read, what vanishes meanwhile, and what is no chapter. */

import * as fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../src/cli/masterplan';
import { folderWith, screen } from './screen';

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const steps = ['openSync', 'readSync', 'readdirSync', 'realpathSync', 'statSync'] as const;
  return { ...real, ...Object.fromEntries(steps.map((step) => [step, vi.fn(real[step] as () => unknown)])) };
});

afterEach(() => vi.resetAllMocks());

const steps = {
  openSync: fs.openSync,
  readSync: fs.readSync,
  readdirSync: fs.readdirSync,
  realpathSync: fs.realpathSync as (path: unknown) => unknown,
  statSync: fs.statSync as (path: unknown) => unknown,
};

/** Does something first, or instead by throwing, whenever a step is taken with a path that ends so. */
function upon(step: keyof typeof steps, end: string, act: (path: string) => void): void {
  const mock = vi.mocked(steps[step] as (...given: unknown[]) => unknown);
  const real = mock.getMockImplementation();
  mock.mockImplementation((...given) => {
    if (String(given[0]).endsWith(end)) act(String(given[0]));
    return real?.(...given);
  });
}

function fail(code: string): () => never {
  return () => {
    throw Object.assign(new Error(code), { code });
  };
}

async function check(folder: string, argv: readonly string[] = []) {
  const io = screen(folder);
  const status = await main(['check', '--format', 'json', ...argv], io);
  const { problems, summary } = JSON.parse(io.output()) as {
    problems: { file: string; rule: string }[];
    summary: { chapters: number; notChecked: { file: string; message: string }[] };
  };
  const { chapters, notChecked } = summary;
  return { status, errors: io.errors(), problems, chapters, notChecked };
}

const vision = '---\nchapter: vision\n---\n# Visi\n\nTODO\n';
const roadmap = '---\nchapter: roadmap\n---\n# Peta Jalan\n\nTODO\n';
const book = { 'masterplan.yaml': '', '01-visi.md': vision, 'bab/02-peta.md': roadmap };

describe('what cannot be read', () => {
  it.each([
    ['openSync', 'EACCES', 'tidak dapat dibaca karena izin aksesnya tidak ada.'],
    ['openSync', 'EIO', 'tidak dapat dibaca (EIO).'],
    ['openSync', 'ELOOP', 'tautan ini berputar ke dirinya sendiri.'],
  ] as const)('is said (a chapter: %s says %s), and all else is checked', async (step, code, message) => {
    const folder = folderWith(book);
    upon(step, '01-visi.md', fail(code));
    const { status, errors, problems, chapters, notChecked } = await check(folder);
    expect(status).toBe(2);
    expect(errors).toBe(`! 01-visi.md: ${message}\n`);
    expect(notChecked).toEqual([{ file: '01-visi.md', message }]);
    expect(chapters).toBe(1);
    expect(problems.map(({ file, rule }) => `${file} ${rule}`)).toContain('bab/02-peta.md placeholder');
  });

  it('is said of what breaks off in the middle', async () => {
    const folder = folderWith(book);
    let broken: unknown;
    const open = vi.mocked(fs.openSync).getMockImplementation() as typeof fs.openSync;
    vi.mocked(fs.openSync).mockImplementation((...given) => {
      const file = open(...given);
      // Numbers are given out again once a file is closed.
      broken = String(given[0]).endsWith('01-visi.md') ? file : undefined;
      return file;
    });
    const read = vi.mocked(fs.readSync).getMockImplementation() as (...given: unknown[]) => number;
    vi.mocked(fs.readSync as (...given: unknown[]) => number).mockImplementation((...given) => {
      if (broken !== undefined && given[0] === broken) fail('EIO')();
      return read(...given);
    });
    const { status, notChecked, chapters } = await check(folder);
    expect([status, chapters]).toEqual([2, 1]);
    expect(notChecked).toEqual([{ file: '01-visi.md', message: 'tidak dapat dibaca (EIO).' }]);
  });

  it('is said of a folder, whose chapters nobody misses then', async () => {
    const folder = folderWith(book);
    upon('readdirSync', '/bab', fail('EACCES'));
    const { status, notChecked, chapters, problems } = await check(folder);
    expect([status, chapters]).toEqual([2, 1]);
    expect(notChecked).toEqual([{ file: 'bab', message: 'tidak dapat dibaca karena izin aksesnya tidak ada.' }]);
    expect(problems.map(({ rule }) => rule)).not.toContain('missing-chapter');
  });

  it('is said of the folder that was named', async () => {
    const folder = folderWith(book);
    for (const step of ['readdirSync', 'realpathSync', 'statSync'] as const) {
      upon(step, folder, fail('EACCES'));
      const { status, errors } = await check(folder);
      expect(status).toBe(2);
      expect(errors).toBe('! .: tidak dapat dibaca karena izin aksesnya tidak ada.\n');
      vi.resetAllMocks();
    }
  });

  it('is said of a manifest, whose chapters are checked by the template', async () => {
    const folder = folderWith(book);
    upon('openSync', 'masterplan.yaml', fail('EACCES'));
    const { status, notChecked, chapters } = await check(folder);
    expect([status, chapters]).toEqual([2, 2]);
    expect(notChecked.map(({ file }) => file)).toEqual(['masterplan.yaml']);
  });
});

describe('what vanishes while it is read', () => {
  it('a chapter is not there, and that is no fault', async () => {
    const folder = folderWith(book);
    upon('openSync', '01-visi.md', (path) => fs.rmSync(path, { force: true }));
    const { status, errors, chapters, notChecked } = await check(folder);
    expect([status, errors, chapters, notChecked]).toEqual([1, '', 1, []]);
  });

  it('a folder is not there, with all that was in it', async () => {
    const folder = folderWith(book);
    upon('readdirSync', '/bab', (path) => fs.rmSync(path, { recursive: true, force: true }));
    const { errors, chapters, notChecked } = await check(folder);
    expect([errors, chapters, notChecked]).toEqual(['', 1, []]);
  });

  it('a folder after its files were found', async () => {
    const folder = folderWith(book);
    upon('openSync', '02-peta.md', (path) => fs.rmSync(join(path, '..'), { recursive: true, force: true }));
    const { errors, chapters, notChecked } = await check(folder);
    expect([errors, chapters, notChecked]).toEqual(['', 1, []]);
  });

  it('a file after its folder has become a file', async () => {
    const folder = folderWith(book);
    upon('openSync', '02-peta.md', (path) => {
      fs.rmSync(join(path, '..'), { recursive: true, force: true });
      fs.writeFileSync(join(path, '..'), 'Catatan.\n');
    });
    const { chapters, notChecked, errors } = await check(folder);
    expect([chapters, notChecked, errors]).toEqual([1, [], '']);
  });

  it('all of it', async () => {
    const folder = folderWith(book);
    upon('readdirSync', folder, (path) => fs.rmSync(path, { recursive: true, force: true }));
    const { status, errors } = await check(folder);
    expect(status).toBe(2);
    expect(errors).toMatch(/^! \.: /);
  });
});

describe('names that mislead', () => {
  it('folders with the names of manifests and chapters hold what they hold', async () => {
    const folder = folderWith({
      'masterplan.yaml/catatan.md': 'Catatan.\n',
      '01-x.md/masterplan.yml': '',
      '01-x.md/01-visi.md': vision,
      '01-x.md/02-y.markdown/peta.md': roadmap,
    });
    const { errors, chapters, notChecked, problems } = await check(folder);
    expect([errors, chapters, notChecked]).toEqual(['', 2, []]);
    expect(new Set(problems.map(({ file }) => file))).toEqual(
      new Set(['01-x.md/masterplan.yml', '01-x.md/01-visi.md', '01-x.md/02-y.markdown/peta.md']),
    );
  });

  it('a masterplan in a masterplan keeps its chapters, whichever of its names the manifest has', async () => {
    const folder = folderWith({
      'masterplan.yaml': 'language: id\n',
      'masterplan.yml': 'language: [\n',
      '01-visi.md': vision,
      'dalam/masterplan.yml': 'language: en\n',
      'dalam/01-visi.md': vision,
    });
    const io = screen(folder);
    await main(['check', '--format', 'lines'], io);
    const said = io.output().split('\n');
    expect(said.find((line) => line.startsWith('01-visi.md:6'))).toContain('belum diganti');
    expect(said.find((line) => line.startsWith('dalam/01-visi.md:6'))).not.toContain('belum diganti');
    expect(io.output()).not.toContain('manifest-invalid');
    expect(io.errors()).toBe('i masterplan.yml: diabaikan, karena masterplan.yaml ada di folder yang sama.\n');
  });

  it('links in circles are gone through once', async () => {
    const folder = folderWith(book);
    fs.symlinkSync('..', join(folder, 'bab/atas'));
    fs.symlinkSync('.', join(folder, 'bab/sini'));
    fs.symlinkSync('dua', join(folder, 'satu'));
    fs.symlinkSync('satu', join(folder, 'dua'));
    fs.symlinkSync('tiga.md', join(folder, 'tiga.md'));
    const { chapters, errors } = await check(folder);
    expect(chapters).toBe(2);
    expect(errors).toBe('! tiga.md: tautan ini berputar ke dirinya sendiri.\n');
  });
});

describe('10,000 files that are no chapters', () => {
  const others = (count: number, name: (at: number) => string, text: string) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`lampiran/${at % 20}/${name(at)}`, text]));

  it('are not opened where their names say so, and only their beginnings read elsewhere', async () => {
    const large = `${'Catatan rapat yang panjang.\n'.repeat(10_000)}`;
    const folder = folderWith({
      ...book,
      ...others(10_000, (at) => `foto-${at}.jpg`, ''),
      'lampiran/besar.md': large,
      'lampiran/kosong.md': '',
    });
    const { chapters, errors } = await check(folder);
    expect([chapters, errors]).toEqual([2, '']);
    const opened = vi.mocked(fs.openSync).mock.calls.map(([path]) => String(path).slice(folder.length + 1));
    expect(opened.sort()).toEqual([
      '01-visi.md',
      'bab/02-peta.md',
      'lampiran/besar.md',
      'lampiran/kosong.md',
      'masterplan.yaml',
    ]);
    const bytes = vi.mocked(fs.readSync).mock.results.map(({ value }) => value as number);
    expect(bytes.reduce((sum, read) => sum + read)).toBeLessThan(large.length / 3);
  });

  it('cost a time that grows as their number does', async () => {
    const notes = (count: number) => folderWith({ ...book, ...others(count, (at) => `${at}.md`, 'Catatan.\n') });
    const [few, many] = [notes(2_000), notes(8_000)];
    const times = { few: Number.POSITIVE_INFINITY, many: Number.POSITIVE_INFINITY };
    for (let round = 0; round < 3; round++) {
      for (const [name, folder] of Object.entries({ few, many }) as ['few' | 'many', string][]) {
        vi.clearAllMocks();
        const start = performance.now();
        expect((await check(folder)).chapters).toBe(2);
        times[name] = Math.min(times[name], performance.now() - start);
      }
    }
    // Four times as many; a square would be sixteen.
    expect(times.many / times.few).toBeLessThan(8);
  });
});
