/** Every command that writes: whole or not at all, with nothing left behind, whatever the disk says in the middle of it. */

import * as fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../src/cli/masterplan';
import { folderWith, screen } from './screen';

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const steps = ['openSync', 'writeFileSync', 'fsyncSync', 'renameSync', 'linkSync', 'fchownSync'] as const;
  return { ...real, ...Object.fromEntries(steps.map((step) => [step, vi.fn(real[step] as () => unknown)])) };
});

afterEach(() => vi.resetAllMocks());

const steps = {
  openSync: fs.openSync,
  writeFileSync: fs.writeFileSync,
  fsyncSync: fs.fsyncSync,
  renameSync: fs.renameSync,
  linkSync: fs.linkSync,
  fchownSync: fs.fchownSync,
};
type Step = keyof typeof steps;

/** The disk refuses a step of writing: only where the tool's own new file is meant, so that tests can still write. */
function refuse(step: Step, code: string): void {
  const error = Object.assign(new Error(code), { code });
  const mock = vi.mocked(steps[step] as (...given: unknown[]) => unknown);
  const real = mock.getMockImplementation();
  mock.mockImplementation((...given) => {
    if (typeof given[0] === 'number' || /\.masterplan-[^/]*\.tmp$/.test(String(given[0]))) throw error;
    return real?.(...given);
  });
}

/** Everything below a folder: names, modes and contents. */
function everything(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const stats = fs.lstatSync(join(folder, name));
      const content = stats.isFile() ? fs.readFileSync(join(folder, name), 'utf8') : '';
      return `${name} ${(stats.mode & 0o777).toString(8)} ${content}`;
    });
}

async function run(folder: string, argv: readonly string[]) {
  const io = screen(folder);
  const status = await main(argv, io);
  return { status, output: io.output(), errors: io.errors() };
}

const manifest = 'region: Kabupaten Contoh\nperiod: 2025-2034\n';
const governance = `---
chapter: dimension
dimension: governance
status: revew
---

# Smart Governance

## Program Jangka Pendek

| Kode | Program | OPD | Tahun |
|---|---|---|---|
| GOV-P-01 | Gerai Layanan | Diskominfo | 2025 |
`;
const roadmap = `---
chapter: roadmap
---

# Peta Jalan

<!-- masterplan:begin roadmap -->
<!-- masterplan:end roadmap -->
`;
const book = { 'masterplan.yaml': manifest, '03-governance.md': governance, '09-peta-jalan.md': roadmap };

const writers = [
  { name: 'check --fix', argv: ['check', '--fix', '03-governance.md'], files: book },
  { name: 'refresh', argv: ['refresh'], files: book },
  { name: 'new', argv: ['new', 'vision'], files: book },
  { name: 'init', argv: ['init', 'baru/di/sini', '--book', '2'], files: {} },
  { name: 'export', argv: ['export', '--format', 'csv', '--out', 'hasil/csv'], files: book },
  {
    name: 'export --force',
    argv: ['export', '--format', 'csv', '--out', 'program.csv', '--force'],
    files: { ...book, 'program.csv': 'yang lama\n' },
  },
];

describe.each(writers)('$name', ({ argv, files }) => {
  it('writes, where nothing is in its way', async () => {
    const folder = folderWith(files);
    const before = everything(folder);
    await run(folder, argv);
    const after = everything(folder);
    expect(after).not.toEqual(before);
    expect(after.join('\n')).not.toContain('.tmp');
  });

  it.each([
    ['openSync', 'EACCES', 'tidak dapat ditulis karena izin aksesnya tidak ada.'],
    ['openSync', 'EROFS', 'tidak dapat ditulis karena izin aksesnya tidak ada.'],
    ['writeFileSync', 'ENOSPC', 'tidak dapat ditulis karena penyimpanan penuh.'],
    ['fsyncSync', 'EIO', 'tidak dapat ditulis (EIO).'],
  ] as const)('leaves all as it was where %s says %s, and says so', async (step, code, sentence) => {
    const folder = folderWith(files);
    const before = everything(folder);
    refuse(step, code);
    const { status, errors } = await run(folder, argv);
    expect(everything(folder)).toEqual(before);
    expect(status).toBe(2);
    expect(errors).toContain(sentence);
  });

  it('leaves all as it was where the new file cannot be put in its place', async () => {
    const folder = folderWith(files);
    const before = everything(folder);
    refuse('renameSync', 'EBUSY');
    refuse('linkSync', 'EPERM');
    const { status, errors } = await run(folder, argv);
    expect(everything(folder)).toEqual(before);
    expect(status).toBe(2);
    expect(errors).toContain('tidak dapat ditulis (EBUSY).');
  });
});

describe('in its place', () => {
  it('comes a new file also where there are no hard links', async () => {
    const folder = folderWith(book);
    refuse('linkSync', 'EPERM');
    expect((await run(folder, ['new', 'vision'])).status).toBe(0);
    expect(everything(folder).join('\n')).toContain('chapter: vision');
    expect(everything(folder)).toHaveLength(4);
  });

  it('comes no new file over one that has appeared meanwhile', async () => {
    const folder = folderWith(book);
    vi.mocked(fs.fsyncSync).mockImplementation(() => fs.writeFileSync(join(folder, 'program.csv'), 'seorang lain\n'));
    const { status, errors } = await run(folder, ['export', '--format', 'csv', '--out', 'program.csv']);
    expect(status).toBe(2);
    expect(errors).toContain('! program.csv: tidak dibuat, karena sudah ada berkas dengan nama ini.\n');
    expect(fs.readFileSync(join(folder, 'program.csv'), 'utf8')).toBe('seorang lain\n');
  });

  it('keeps a replaced file its permissions, with nobody else let in for a moment', async () => {
    for (const { argv, file } of [
      { argv: ['check', '--fix', '03-governance.md'], file: '03-governance.md' },
      { argv: ['refresh'], file: '09-peta-jalan.md' },
      { argv: ['export', '--format', 'csv', '--out', 'program.csv', '--force'], file: 'program.csv' },
    ]) {
      const folder = folderWith({ ...book, 'program.csv': 'yang lama\n' });
      const before = fs.readFileSync(join(folder, file), 'utf8');
      fs.chmodSync(join(folder, file), 0o600);
      const modes: number[] = [];
      vi.mocked(fs.fsyncSync).mockImplementation((open) => modes.push(fs.fstatSync(open).mode & 0o777));
      await run(folder, argv);
      expect(fs.readFileSync(join(folder, file), 'utf8')).not.toBe(before);
      expect([...modes, fs.statSync(join(folder, file)).mode & 0o777]).toEqual([0o600, 0o600]);
    }
  });

  it('stays the owner, where only he who writes may not give it away', async () => {
    const folder = folderWith(book);
    refuse('fchownSync', 'EPERM');
    expect((await run(folder, ['refresh'])).errors).toBe('');
    expect(fs.readFileSync(join(folder, '09-peta-jalan.md'), 'utf8')).toContain('| GOV-P-01 | Gerai Layanan |');
  });

  it('comes what is written over a link, not what the link leads to, where a book is exported', async () => {
    const folder = folderWith({ ...book, 'lain/milik.csv': 'milik orang lain\n' });
    fs.symlinkSync(join(folder, 'lain/milik.csv'), join(folder, 'program.csv'));
    const { status } = await run(folder, ['export', '--format', 'csv', '--out', 'program.csv', '--force']);
    expect(status).toBe(0);
    expect(fs.lstatSync(join(folder, 'program.csv')).isFile()).toBe(true);
    expect(fs.readFileSync(join(folder, 'lain/milik.csv'), 'utf8')).toBe('milik orang lain\n');
  });
});

describe('outside of the masterplan', () => {
  it.each([[['refresh']], [['check', '--fix']]])('%s writes nothing through a link', async (argv) => {
    const folder = folderWith({
      'buku/masterplan.yaml': manifest,
      'buku/03-governance.md': governance,
      'lain/peta.md': roadmap.replace('chapter: roadmap', 'chapter: roadmap\nstatus: revew'),
    });
    fs.symlinkSync(join(folder, 'lain/peta.md'), join(folder, 'buku/09-peta-jalan.md'));
    const { errors } = await run(folder, [...argv, 'buku/09-peta-jalan.md']);
    expect(errors).toContain('buku/09-peta-jalan.md: tidak diperbaiki, karena berada di luar folder masterplan ini.\n');
    expect(fs.readFileSync(join(folder, 'lain/peta.md'), 'utf8')).toContain('status: revew');
    expect(fs.readdirSync(join(folder, 'lain'))).toEqual(['peta.md']);
  });

  it('a file stands where a folder is wanted', async () => {
    const folder = folderWith({ 'baru/di': 'Catatan.\n', ...book, hasil: 'Catatan.\n' });
    const before = everything(folder);
    for (const argv of [
      ['init', 'baru/di/sini'],
      ['export', '--format', 'csv', '--out', 'hasil/csv'],
    ]) {
      const { status, errors } = await run(folder, argv);
      expect(status).toBe(2);
      expect(errors).toContain(': tidak dapat ditulis, karena ada berkas di tempat yang memerlukan folder.\n');
      expect(everything(folder)).toEqual(before);
    }
  });
});
