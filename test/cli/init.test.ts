/** `masterplan init` and `masterplan new`: what is written, and that nothing is ever written over. */

import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/masterplan';
import { putNew } from '../../src/cli/put-new';
import { folderWith, screen } from './screen';

async function run(folder: string, ...argv: string[]) {
  const io = screen(folder);
  const status = await main(argv, io);
  return { status, output: io.output(), errors: io.errors() };
}

const all = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

describe('masterplan init', () => {
  it('begins a masterplan in which only places are left to fill in', async () => {
    const folder = folderWith({});
    const { status, output, errors } = await run(
      folder,
      'init',
      'kabupaten',
      '--region',
      'Kabupaten Contoh',
      '--period',
      '2025-2034',
      '--book',
      '3,quick-wins',
    );
    expect({ status, output, errors }).toEqual({
      status: 0,
      output:
        '+ kabupaten/masterplan.yaml\n' +
        '+ kabupaten/buku-3-ringkasan-eksekutif/01-pendahuluan.md\n' +
        '+ kabupaten/buku-3-ringkasan-eksekutif/02-ringkasan-eksekutif.md\n' +
        '+ kabupaten/buku-4-profil-quick-win/01-profil-quick-win.md\n' +
        '✓ Masterplan dimulai dengan 3 bab. Periksa dengan: masterplan check kabupaten\n',
      errors: '',
    });
    expect(readFileSync(join(folder, 'kabupaten', 'masterplan.yaml'), 'utf8')).toContain(
      '\nregion: Kabupaten Contoh\ntitle: Masterplan Smart City Kabupaten Contoh\nlanguage: id\nperiod: 2025-2034\n',
    );
    expect((await run(folder, 'check', 'kabupaten')).status).toBe(0);
  });

  it('only says what it would write', async () => {
    const folder = folderWith({});
    const { status, output } = await run(folder, 'init', '--dry-run', '--book', '3', '--language', 'en');
    expect({ status, output }).toEqual({
      status: 0,
      output:
        '+ masterplan.yaml\n' +
        '+ book-3-executive-summary/01-introduction.md\n' +
        '+ book-3-executive-summary/02-executive-summary.md\n' +
        'Would be written: masterplan.yaml and 2 chapters. Nothing has been written yet.\n',
    });
    expect(all(folder)).toEqual([]);
  });

  it('writes nothing where a masterplan has begun, or a file is in the way', async () => {
    for (const name of ['masterplan.yaml', 'masterplan.yml']) {
      const folder = folderWith({ [name]: 'region: Kota\n' });
      expect(await run(folder, 'init')).toEqual({
        status: 2,
        output: '',
        errors: `! ${name}: sudah ada, jadi masterplan ini sudah dimulai; tidak ada yang ditulis. Tambah bab dengan: masterplan new\n`,
      });
      expect(all(folder)).toEqual([name]);
    }
    const chapter = 'buku-3-ringkasan-eksekutif/02-ringkasan-eksekutif.md';
    const folder = folderWith({ [chapter]: 'milik saya\n' });
    expect(await run(folder, 'init', '--book', '3')).toEqual({
      status: 2,
      output: '',
      errors: `! ${chapter}: tidak dibuat, karena sudah ada berkas dengan nama ini.\n`,
    });
    expect(all(folder)).toEqual([chapter]);
    expect(readFileSync(join(folder, chapter), 'utf8')).toBe('milik saya\n');
  });

  it('never writes through a link that leads out of the folder', async () => {
    const outside = folderWith({});
    const folder = folderWith({});
    symlinkSync(outside, join(folder, 'buku-3-ringkasan-eksekutif'));
    const { status, errors } = await run(folder, 'init', '--book', '3');
    expect(status).toBe(2);
    expect(errors).toContain('karena berada di luar folder masterplan ini');
    expect([...all(folder), ...all(outside)]).toEqual([]);
  });

  it.each([
    [['--period', 'nanti'], 'Periode "nanti" tidak terbaca; tulis misalnya 2025-2034.'],
    [['--book', '7'], 'Buku "7" tidak dikenal; pilihannya: 1 (strategic-analysis), 2 (masterplan)'],
    [['--template', 'lain'], 'Nilai "lain" tidak dikenal untuk opsi --template'],
    [['satu', 'dua'], 'Masterplan dimulai di satu folder saja.'],
  ])('says what is wrong with %j', async (argv, sentence) => {
    const folder = folderWith({});
    const { status, errors } = await run(folder, 'init', ...argv);
    expect(status).toBe(2);
    expect(errors).toContain(sentence);
    expect(all(folder)).toEqual([]);
  });
});

describe('files that are put on the disk together', () => {
  it('are all taken back where one is in the way of another', () => {
    const folder = folderWith({});
    const files = ['a/1.md', 'a/1.md/2.md'].map((path) => ({ path: join(folder, path), text: 'teks\n' }));
    expect(putNew(files, folder, true).map(({ path }) => path)).toEqual([join(folder, 'a/1.md/2.md')]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('masterplan new', () => {
  const book = {
    'masterplan.yaml': 'dimensions: [governance, living]\n',
    '01-visi.md': '---\nchapter: vision\n---\n\n# Visi\n',
    '02-smart-governance.md': '---\nchapter: dimension\ndimension: governance\n---\n\n# Smart Governance\n',
  };

  it('adds a chapter at its place', async () => {
    const folder = folderWith(book);
    expect(await run(folder, 'new', 'dimension', '--dimension', 'Smart Living')).toEqual({
      status: 0,
      output: '+ 03-smart-living.md\n✓ Bab "Smart Living" ditambahkan.\n',
      errors: '',
    });
    expect(readFileSync(join(folder, '03-smart-living.md'), 'utf8')).toMatch(
      /^---\nchapter: dimension\ndimension: living\nstatus: draft\n---\n\n# Smart Living\n\n## Analisis SWOT\n/,
    );
    const again = await run(folder, 'new', 'dimension', '--dimension', 'living');
    expect(again.status).toBe(2);
    expect(again.errors).toMatch(/^! Bab "living" sudah ada atau tidak dikenal; yang dapat ditambahkan: readiness, /);
  });

  it('finds the masterplan around the folder, and only says what it would write', async () => {
    const folder = folderWith({ ...book, 'arsip/lama.txt': '' });
    expect(await run(folder, 'new', 'Peta Jalan', 'arsip', '--dry-run', '--language', 'en')).toEqual({
      status: 0,
      output:
        '+ 05-peta-jalan-pembangunan-smart-city.md\n' +
        'The chapter "Roadmap" would be written. Nothing has been written yet.\n',
      errors: '',
    });
    expect(all(folder)).toHaveLength(4);
  });

  it('adds a part to the chapter that the dimensions share', async () => {
    const shared = '---\nchapter: dimensions\n---\n\n# Strategi\n\n## Smart Governance\n\nteks\n';
    const folder = folderWith({ 'masterplan.yaml': book['masterplan.yaml'], 'a.md': shared });
    const { status, output } = await run(folder, 'new', 'living');
    expect({ status, output }).toEqual({ status: 0, output: '~ a.md\n✓ Bab "Smart Living" ditambahkan.\n' });
    expect(readFileSync(join(folder, 'a.md'), 'utf8').startsWith(`${shared}\n## Smart Living\n`)).toBe(true);
  });

  it('adds nothing where a chapter may be what could not be looked at', async () => {
    const folder = folderWith(book);
    symlinkSync(join(folder, 'tiada.md'), join(folder, '03-living.md'));
    expect(await run(folder, 'new', 'living')).toEqual({
      status: 2,
      output: '',
      errors: '! 03-living.md: tautan ini menunjuk ke berkas yang tidak ada.\n',
    });
    expect(existsSync(join(folder, '03-smart-living.md'))).toBe(false);
    // In another masterplan it does not matter.
    const outer = folderWith({ ...book, 'lain/masterplan.yaml': '' });
    symlinkSync(join(outer, 'tiada.md'), join(outer, 'lain/03-living.md'));
    expect(await run(outer, 'new', 'living')).toMatchObject({ status: 0, errors: '' });
  });

  it('asks which dimension is meant, and shows what may be added', async () => {
    const folder = folderWith({ 'masterplan.yaml': book['masterplan.yaml'] });
    const { status, errors } = await run(folder, 'new', 'dimension');
    expect(status).toBe(2);
    expect(errors).toContain('Sebutkan dimensinya dengan --dimension; yang belum memiliki bab: governance, living.');
    const { output, ...rest } = await run(folderWith(book), 'new');
    expect(rest.status).toBe(2);
    expect(output).toContain('Bab yang dapat ditambahkan dengan masterplan new:\n  readiness ');
    expect(output).toMatch(/\n {2}dimension --dimension living +Smart Living \(wajib, belum ada\)\n/);
  });

  it('needs a masterplan', async () => {
    const folder = folderWith({ '01-visi.md': book['01-visi.md'] });
    expect(await run(folder, 'new', 'roadmap')).toEqual({
      status: 2,
      output: '',
      errors: '! .: tidak ada masterplan di sini: tidak ada masterplan.yaml. Mulailah dengan: masterplan init\n',
    });
  });
});
