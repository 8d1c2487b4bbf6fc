/** `masterplan check` from the call to the exit status, on real files. */

import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/masterplan';
import { ruleIds } from '../../src/core/rules/catalogue';
import { folderWith, type ScreenOptions, screen } from './screen';

async function run(folder: string, argv: readonly string[], options?: ScreenOptions) {
  const io = screen(folder, options);
  const status = await main(['check', ...argv], io);
  return { status, output: io.output(), errors: io.errors() };
}

async function json(folder: string, argv: readonly string[] = []) {
  const { status, output, errors } = await run(folder, [...argv, '--format', 'json']);
  const { version, problems, summary } = JSON.parse(output) as {
    version: number;
    problems: { file: string; line: number; column: number; rule: string; severity: string; message: string }[];
    summary: { books: number; chapters: number; errors: number; notChecked: { file: string; message: string }[] };
  };
  expect(version).toBe(1);
  const places = problems.map(
    ({ file, line, column, rule, severity }) => `${file}:${line}:${column} ${severity} ${rule}`,
  );
  return { status, errors, problems, places, summary };
}

/** A masterplan that is asked for no more than these tests are about, whatever rules there will be. */
const judged = ['manifest-invalid', 'frontmatter-invalid', 'missing-dimension', 'duplicate-chapter', 'placeholder'];
const manifest = `dimensions: [living]
rules:
${ruleIds
  .filter((id) => !judged.includes(id))
  .map((id) => `  ${id}: off\n`)
  .join('')}`;

const living = `---
chapter: dimension
dimension: living
---
# Smart Living

## Analisis SWOT

- Puskesmas ada di tiap kecamatan.
`;

const faulty = living.replace('dimension: living', 'dimension: living\nstatus: revisi');
const book = { 'masterplan.yaml': manifest, '01-living.md': living };

describe('masterplan check', () => {
  it('shows the line of a problem, whatever ends it', async () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      const folder = folderWith({ ...book, '01-living.md': `\ufeff${faulty.replaceAll('\n', eol)}` });
      const { output } = await run(folder, []);
      expect(output).toContain('\n  4:9  kesalahan  ');
      expect(output).toContain('\n       status: revisi\n               ^^^^^^\n');
    }
  });

  it('is content with a clean book', async () => {
    const folder = folderWith(book);
    expect(await run(folder, [])).toEqual({
      status: 0,
      output: '✓ 1 bab diperiksa, tidak ada masalah. Selamat!\n',
      errors: '',
    });
    expect((await json(folder)).summary).toEqual({
      books: 1,
      chapters: 1,
      chaptersWithProblems: 0,
      errors: 0,
      warnings: 0,
      infos: 0,
      hints: 0,
      notChecked: [],
    });
  });

  it('shows what is wrong, where it is, in the language of the book or the one asked for', async () => {
    const folder = folderWith({ ...book, '01-living.md': faulty });
    const { status, output, errors } = await run(folder, ['.']);
    expect([status, errors]).toEqual([1, '']);
    expect(output).toMatch(/^01-living\.md\n\n {2}4:9 {2}kesalahan {2}.* {2}\(frontmatter-invalid\)\n/);
    expect(output).toContain('\n       status: revisi\n               ^^^^^^\n');
    expect(output).toMatch(/\n\n1 kesalahan dalam 1 bab\.\n$/);
    expect((await run(folder, ['--language', 'en'])).output).toMatch(/\n\n1 error in 1 chapter\.\n$/);
    writeFileSync(join(folder, 'masterplan.yaml'), `${manifest}language: en\n`);
    expect((await run(folder, [])).output).toMatch(/\n\n1 error in 1 chapter\.\n$/);
    expect((await run(folder, ['-l', 'id'])).output).toMatch(/\n\n1 kesalahan dalam 1 bab\.\n$/);
  });

  it('counts columns from 1, a byte-order mark for nothing', async () => {
    const folder = folderWith({ ...book, '01-living.md': `\ufeff${faulty.replaceAll('\n', '\r\n')}` });
    const { problems } = await json(folder);
    expect(problems).toMatchObject([
      { file: '01-living.md', line: 4, column: 9, endLine: 4, endColumn: 15, severity: 'error' },
    ]);
    const first = folderWith({ ...book, '01-living.md': `\ufeff${living.replace('dimension: living\n', '')}` });
    expect((await json(first)).places).toEqual(['01-living.md:2:10 error frontmatter-invalid']);
  });

  it('fails from the severity on that was asked for', async () => {
    const warned = folderWith({ ...book, '01-living.md': living.replace('Puskesmas', 'Lorem ipsum') });
    const statuses = async (folder: string) =>
      Promise.all(
        ['error', 'warning', 'info', 'never'].map(async (level) => (await run(folder, ['--fail-on', level])).status),
      );
    expect((await json(warned)).places).toEqual(['01-living.md:9:3 warning placeholder']);
    expect(await statuses(warned)).toEqual([0, 1, 1, 0]);
    expect(await statuses(folderWith({ ...book, '01-living.md': faulty }))).toEqual([1, 1, 1, 0]);
  });

  it('colours only where it is wanted', async () => {
    const folder = folderWith({ ...book, '01-living.md': faulty });
    const isColourful = async (argv: readonly string[], options?: ScreenOptions) =>
      (await run(folder, argv, options)).output.includes('\u001b[31m');
    expect(await isColourful([])).toBe(false);
    expect(await isColourful(['--color'])).toBe(true);
    expect(await isColourful([], { isTerminal: true })).toBe(true);
    expect(await isColourful(['--no-color'], { isTerminal: true })).toBe(false);
    expect(await isColourful([], { isTerminal: true, environment: { NO_COLOR: '1' } })).toBe(false);
    expect(await isColourful([], { environment: { FORCE_COLOR: '1' } })).toBe(true);
    expect(await isColourful(['--format', 'json', '--color'])).toBe(false);
  });
});

describe('the paths of masterplan check', () => {
  const twoBooks = {
    'a/masterplan.yaml': manifest,
    'a/01-living.md': faulty,
    'a/dalam/02-visi.md': '---\nchapter: vision\nstatus: baru\n---\n# Visi\n\n## Visi\n\nMaju.\n\n## Misi\n\nMaju.\n',
    'b/masterplan.yml': manifest,
    'b/01-living.md': faulty,
    'lepas.md': faulty,
    'README.md': '# Bukan bab\n\nLorem ipsum.\n',
  };
  const invalid = (file: string, line = 4, column = 9) => `${file}:${line}:${column} error frontmatter-invalid`;

  it('finds several masterplans and loose chapters below a folder', async () => {
    const folder = folderWith(twoBooks);
    const { status, places, summary } = await json(folder);
    expect(status).toBe(1);
    expect(places.filter((place) => place.endsWith('frontmatter-invalid'))).toEqual([
      invalid('a/01-living.md'),
      invalid('a/dalam/02-visi.md', 3),
      invalid('b/01-living.md'),
      invalid('lepas.md'),
    ]);
    expect(summary).toMatchObject({ books: 2, chapters: 4 });
  });

  it('takes one masterplan by its folder or by its manifest', async () => {
    const folder = folderWith(twoBooks);
    for (const path of ['b', 'b/', './b/masterplan.yml', join(folder, 'b')]) {
      const { places, summary } = await json(folder, [path]);
      expect([places, summary.chapters]).toEqual([[invalid('01-living.md')], 1]);
    }
  });

  it('shows only one chapter, but knows its whole book', async () => {
    const folder = folderWith({ ...twoBooks, 'a/03-living-lagi.md': living });
    const { places } = await json(folder, ['a/03-living-lagi.md']);
    expect(places).toEqual(['03-living-lagi.md:3:12 error duplicate-chapter']);
    expect((await json(folder, ['a/01-living.md'])).places).toEqual([invalid('01-living.md')]);
    const { output } = await run(join(folder, 'a'), ['03-living-lagi.md']);
    expect(output).toContain('\n        lihat: 01-living.md:3:12  ');
  });

  it('shows only the part of a book that was asked for', async () => {
    const folder = folderWith(twoBooks);
    const { places, summary } = await json(join(folder, 'a'), ['dalam']);
    expect(places.filter((place) => place.endsWith('frontmatter-invalid'))).toEqual([invalid('02-visi.md', 3)]);
    expect(summary.chapters).toBe(1);
  });

  it('takes several paths together, and none of them twice', async () => {
    const folder = folderWith(twoBooks);
    const { places } = await json(folder, ['b', 'lepas.md', 'b/01-living.md', 'b']);
    expect(places.filter((place) => place.endsWith('frontmatter-invalid'))).toEqual([
      invalid('b/01-living.md'),
      invalid('lepas.md'),
    ]);
  });

  it('leaves out what the manifest excludes, and says so where it was named', async () => {
    const files = { ...book, 'masterplan.yaml': `${manifest}exclude: [arsip/**, '*.draf.md']\n` };
    const folder = folderWith({ ...files, 'arsip/x/lama.md': faulty, 'a.draf.md': faulty });
    expect((await json(folder)).places).toEqual([]);
    const { status, output, errors } = await run(folder, ['arsip', '01-living.md']);
    expect([status, output]).toEqual([0, '✓ 1 bab diperiksa, tidak ada masalah. Selamat!\n']);
    expect(errors).toBe('i arsip: tidak diperiksa, karena dikecualikan oleh "exclude" di masterplan.yaml.\n');
    expect((await run(folder, ['a.draf.md'])).status).toBe(2);
  });

  it('finds a chapter that was named through a link', async () => {
    const folder = folderWith({ 'buku/masterplan.yaml': manifest, 'buku/isi/01-living.md': faulty });
    symlinkSync('isi', join(folder, 'buku', 'kembar'));
    expect((await json(folder, ['buku/kembar/01-living.md'])).places).toEqual([invalid('isi/01-living.md')]);
  });

  it('gives the same answer for any order of files', async () => {
    const chapters = Array.from({ length: 6 }, (_, at) => [`0${at}.md`, faulty.replace('living', `tak-ada-${at}`)]);
    const [one, other] = [folderWith({ 'masterplan.yaml': manifest }), folderWith({ 'masterplan.yaml': manifest })];
    for (const [name, text] of chapters) writeFileSync(join(one, name as string), text as string);
    for (const [name, text] of [...chapters].reverse()) writeFileSync(join(other, name as string), text as string);
    expect((await run(one, ['--format', 'json'])).output).toBe((await run(other, ['--format', 'json'])).output);
  });
});

describe('what masterplan check cannot read', () => {
  it('says that a path is not there, and checks the others', async () => {
    const folder = folderWith({ ...book, '01-living.md': faulty });
    const { status, output, errors } = await run(folder, ['tidak-ada', '01-living.md/x', '.']);
    expect(status).toBe(2);
    expect(output).toContain('1 kesalahan dalam 1 bab.\n');
    expect(errors).toBe(
      '! tidak-ada: tidak ada berkas atau folder dengan nama ini.\n' +
        '! 01-living.md/x: tidak ada berkas atau folder dengan nama ini.\n',
    );
    expect(await run(folder, ['tidak-ada', '-l', 'en'])).toEqual({
      status: 2,
      output: '',
      errors: '! tidak-ada: there is no file or folder of this name.\n',
    });
  });

  it('checks the other chapters beside UTF-16 and no text at all', async () => {
    const folder = folderWith({
      ...book,
      '01-living.md': faulty,
      '02-utf16.md': Buffer.from(`\ufeff${living}`, 'utf16le'),
      '03-gambar.md': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
    });
    const { status, places, errors, summary } = await json(folder);
    expect([status, places]).toEqual([2, [invalidLiving]]);
    expect(errors).toBe(
      '! 02-utf16.md: teks ini tersimpan sebagai UTF-16, jadi tidak diperiksa; simpan ulang sebagai UTF-8.\n' +
        '! 03-gambar.md: berkas ini bukan teks, jadi tidak diperiksa.\n',
    );
    expect(summary.notChecked.map(({ file }) => file)).toEqual(['02-utf16.md', '03-gambar.md']);
    // For one chapter, what stands in the way of others is worth a word and no more.
    const one = await run(folder, ['01-living.md']);
    expect(one.status).toBe(1);
    expect(one.errors).toMatch(/^i 02-utf16\.md: .*\ni 03-gambar\.md: .*\n$/);
  });

  const invalidLiving = '01-living.md:4:9 error frontmatter-invalid';

  it('says a dimension is missing only where no unread file may be its chapter', async () => {
    const folder = folderWith({
      'masterplan.yaml': manifest,
      '01-living.md': Buffer.from(`\ufeff${living}`, 'utf16le'),
    });
    expect(await json(folder)).toMatchObject({ status: 2, places: [] });
  });

  it('reports a manifest that is no YAML on itself, and checks its chapters', async () => {
    const folder = folderWith({
      ...book,
      'masterplan.yaml': 'template: [kominfo\nregion: x\n',
      '01-living.md': faulty,
    });
    const { status, places, errors } = await json(folder);
    expect([status, errors]).toEqual([1, '']);
    expect(places.filter((place) => place.includes('manifest-invalid'))).toHaveLength(1);
    expect(places).toContain(invalidLiving);
  });

  it('checks the chapters of a manifest that cannot be read', async () => {
    const folder = folderWith({ ...book, 'masterplan.yaml': Buffer.from(manifest, 'utf16le'), '01-living.md': faulty });
    const { status, places, errors } = await json(folder);
    expect(status).toBe(2);
    expect(errors).toBe(
      '! masterplan.yaml: teks ini tersimpan sebagai UTF-16, jadi tidak diperiksa; simpan ulang sebagai UTF-8.\n',
    );
    expect(places).toContain(invalidLiving);
    expect(places.filter((place) => !place.startsWith('01-living.md:'))).toEqual([]);
  });

  it('says that there is no masterplan', async () => {
    const folder = folderWith({ 'kosong/README.md': '# Bukan bab\n' });
    mkdirSync(join(folder, 'hampa'));
    for (const name of ['kosong', 'hampa']) {
      expect(await run(folder, [name])).toEqual({
        status: 2,
        output: '',
        errors: `! ${name}: tidak ada masterplan di sini: tidak ada masterplan.yaml, dan tidak ada bab (Markdown dengan kunci "chapter" di frontmatter).\n`,
      });
    }
    expect(JSON.parse((await run(folder, ['hampa', '--format', 'json'])).output).problems).toEqual([]);
  });

  it('says that a file is no chapter: among others a note, alone a failure', async () => {
    const folder = folderWith({ ...book, 'README.md': '# Bukan bab\n', 'tabel.xlsx': 'x' });
    const alone = await run(folder, ['README.md']);
    expect([alone.status, alone.errors]).toEqual([
      2,
      '! README.md: ini bukan bab: tidak ada kunci "chapter" di frontmatter-nya.\n',
    ]);
    const among = await run(folder, ['README.md', '01-living.md']);
    expect([among.status, among.errors]).toEqual([
      0,
      'i README.md: ini bukan bab: tidak ada kunci "chapter" di frontmatter-nya.\n',
    ]);
    expect(await run(folder, ['tabel.xlsx'])).toEqual({
      status: 2,
      output: '',
      errors: '! tabel.xlsx: ini bukan bab: bab masterplan adalah berkas Markdown (.md atau .markdown).\n',
    });
  });

  it('is not misled by links and by folders with the names of files', async () => {
    const folder = folderWith({ ...book, '05-bab.md/06-bab.md': faulty });
    symlinkSync('.', join(folder, 'putar'));
    symlinkSync('../..', join(folder, '05-bab.md', 'atas'));
    const { places, errors } = await json(folder);
    expect([places.filter((place) => place.endsWith('frontmatter-invalid')), errors]).toEqual([
      ['05-bab.md/06-bab.md:4:9 error frontmatter-invalid'],
      '',
    ]);
  });

  it('leaves quiet what other programs leave lying about', async () => {
    const folder = folderWith({ ...book, '._01-living.md': Uint8Array.from([0, 5, 22, 7]) });
    symlinkSync('tidak-ada', join(folder, '.#01-living.md'));
    expect(await run(folder, [])).toMatchObject({ status: 0, errors: '' });
  });

  it('says where letters are lost, and checks all the same', async () => {
    const folder = folderWith({ ...book, '01-living.md': Buffer.concat([Buffer.from(faulty), Buffer.from([0x93])]) });
    const { status, errors } = await run(folder, []);
    expect(status).toBe(1);
    expect(errors).toBe(
      'i 01-living.md: tidak seluruhnya UTF-8; huruf yang rusak terbaca sebagai "�". Simpan ulang sebagai UTF-8.\n',
    );
  });

  it('survives a copy of itself in the archive', async () => {
    const folder = folderWith({ ...book, 'masterplan.yaml': `${manifest}exclude: [arsip]\n` });
    mkdirSync(join(folder, 'arsip'));
    cpSync(join(folder, '01-living.md'), join(folder, 'arsip', '01-living.md'));
    expect((await json(folder)).places).toEqual([]);
  });
});

describe('progress', () => {
  it('is shown on a terminal when the work takes long, and is gone at the end', async () => {
    const folder = folderWith(book);
    let time = 0;
    const patient = { isTerminal: true, now: () => (time += 600) };
    const { errors, output } = await run(folder, [], patient);
    expect(errors).toBe('\rMemeriksa … 1 dari 1 berkas\u001b[K\r\u001b[K');
    expect(output).toContain('1 bab diperiksa');
  });
});
