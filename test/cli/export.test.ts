/** `masterplan export` from the call to the files, on real files. */

import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { main } from '../../src/cli/masterplan';
import { findBrowser, PrintFailure } from '../../src/printing/browser';
import { folderWith, type ScreenOptions, screen } from './screen';

async function run(folder: string, argv: readonly string[], options?: ScreenOptions) {
  const io = screen(folder, options);
  const status = await main(['export', ...argv], io);
  return { status, output: io.output(), errors: io.errors() };
}

const files = {
  'plan/masterplan.yaml': 'region: Kota Contoh\ntitle: Masterplan Smart City Kota Contoh\nperiod: 2025-2034\n',
  'plan/buku-2/01-visi.md': '---\nchapter: vision\n---\n\n# BAB II Visi\n\n![Alur](alur.png)\n',
  'plan/buku-2/02-governance.md': `---
chapter: dimension
dimension: governance
---

# Smart Governance

## Program Jangka Pendek

| Kode | Program |
|---|---|
| GOV-P-01 | Gerai desa |
`,
  'plan/buku-3/01-ringkasan.md': '---\nchapter: executive-summary\n---\n\n# Ringkasan\n',
};

const names = ['masterplan-smart-city-kota-contoh-buku-2', 'masterplan-smart-city-kota-contoh-buku-3'];

describe('masterplan export', () => {
  it('writes a file for each book, and says what it has written', async () => {
    const folder = folderWith(files);
    const { status, output, errors } = await run(folder, ['plan', '--format', 'docx', '--out', 'hasil']);
    expect(output.split('\n').map((line) => line.replace(/ \(\d+ KB\)$/, ''))).toEqual([
      ...names.map((name) => `hasil/${name}.docx`),
      '',
    ]);
    expect(readdirSync(join(folder, 'hasil'))).toEqual(names.map((name) => `${name}.docx`));
    expect(
      readFileSync(join(folder, 'hasil', `${names[0]}.docx`))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect(status).toBe(0);
    expect(errors).toContain('gambar tidak ditemukan: alur.png');
    expect(errors).toMatch(/naskahnya masih memuat \d+ kesalahan; lihat masterplan check\./);
    expect(errors).toContain('judulnya bertuliskan BAB II, tetapi menurut urutannya menjadi BAB I');
  });

  it('writes one file for the whole masterplan, and for one book the file that is named', async () => {
    const folder = folderWith(files);
    expect((await run(join(folder, 'plan'), ['-f', 'html'])).status).toBe(0);
    expect(existsSync(join(folder, 'plan/masterplan-smart-city-kota-contoh.html'))).toBe(true);
    expect((await run(folder, ['plan', '-f', 'xlsx', '-o', 'program.xlsx'])).status).toBe(0);
    expect((await run(folder, ['plan', '-f', 'csv', '-o', 'data/'])).status).toBe(0);
    expect(
      (await run(folder, ['plan/buku-2/01-visi.md', '-f', 'md', '-b', 'Ringkasan Eksekutif', '-o', 'satu.md'])).status,
    ).toBe(0);
    expect(readFileSync(join(folder, 'satu.md'), 'utf8')).toContain('# BAB I Ringkasan');
    expect(readdirSync(folder).sort()).toEqual(['data', 'plan', 'program.xlsx', 'satu.md']);
    expect(readdirSync(join(folder, 'data'))).toEqual(['masterplan-smart-city-kota-contoh-program.csv']);
  });

  it('leads to images from where the Markdown file is', async () => {
    const folder = folderWith({ ...files, 'plan/buku-2/alur.png': 'x' });
    await run(folder, ['plan', '-f', 'md', '-b', '2', '-o', 'hasil/dalam']);
    expect(readFileSync(join(folder, 'hasil/dalam', `${names[0]}.md`), 'utf8')).toContain(
      '](../../plan/buku-2/alur.png)',
    );
  });

  it('leaves an address of an image as it is written where no path can be meant', async () => {
    const visi = files['plan/buku-2/01-visi.md'].replace('![Alur](alur.png)', '![Alur](a%2Fb.png) ![Dua](alur.png)');
    const folder = folderWith({ ...files, 'plan/buku-2/01-visi.md': visi, 'plan/buku-2/alur.png': 'x' });
    const { status, errors } = await run(folder, ['plan', '-f', 'md', '-b', '2', '-o', 'hasil']);
    expect([status, errors]).toEqual([0, expect.not.stringContaining('kesalahan di alat ini')]);
    expect(readFileSync(join(folder, 'hasil', `${names[0]}.md`), 'utf8')).toContain(
      '![Alur](a%2Fb.png) ![Dua](../plan/buku-2/alur.png)',
    );
  });

  it('replaces nothing without being told to, and then writes nothing at all', async () => {
    const folder = folderWith({ ...files, [`${names[1]}.md`]: 'milik saya' });
    const { status, errors } = await run(folder, ['plan', '-f', 'md']);
    expect(status).toBe(2);
    expect(errors).toBe(
      `! ${names[1]}.md: sudah ada dan tidak diganti; pakai --force untuk menggantinya, atau --out untuk tempat lain.\n`,
    );
    expect(readdirSync(folder).sort()).toEqual([`${names[1]}.md`, 'plan']);
    expect(readFileSync(join(folder, `${names[1]}.md`), 'utf8')).toBe('milik saya');
    expect((await run(folder, ['plan', '-f', 'md', '--force'])).status).toBe(0);
    expect(readFileSync(join(folder, `${names[1]}.md`), 'utf8')).toContain('# BAB I Ringkasan');
    // Nothing is left beside the files.
    expect(readdirSync(folder).sort()).toEqual([...names.map((name) => `${name}.md`), 'plan']);
  });

  it('never takes a folder for a file', async () => {
    const folder = folderWith(files);
    mkdirSync(join(folder, `${names[0]}.md`));
    const { status, errors } = await run(folder, ['plan', '-f', 'md', '--force']);
    expect([status, errors]).toEqual([2, `! ${names[0]}.md: adalah folder.\n`]);
  });

  it.skipIf(process.getuid?.() === 0)('says where it may not write', async () => {
    const folder = folderWith(files);
    mkdirSync(join(folder, 'kunci'), { mode: 0o500 });
    const { status, errors } = await run(folder, ['plan', '-f', 'csv', '-o', 'kunci']);
    chmodSync(join(folder, 'kunci'), 0o700);
    expect([status, errors]).toEqual([2, expect.stringContaining('izin aksesnya tidak ada')]);
  });

  it('takes the styles of a reference document', async () => {
    const styles = '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>';
    const folder = folderWith({
      ...files,
      'masukan.docx': zipSync({ 'word/styles.xml': strToU8(styles) }),
      'lain.docx': 'bukan dokumen',
    });
    expect(
      (await run(folder, ['plan', '-f', 'docx', '-b', '3', '--reference', 'masukan.docx', '-o', 'a.docx'])).status,
    ).toBe(0);
    const { status, errors } = await run(folder, ['plan', '-f', 'docx', '--reference', 'lain.docx']);
    expect([status, errors]).toEqual([
      2,
      '! lain.docx: bukan dokumen Word (.docx), sehingga gayanya tidak dapat dipakai.\n',
    ]);
    const { status: none } = await run(folder, ['plan', '-f', 'docx', '--reference', 'tidak-ada.docx']);
    expect(none).toBe(2);
    expect(readdirSync(folder)).toContain('a.docx');
  });

  test.each([
    [['plan'], 'Sebutkan bentuk hasilnya dengan --format: docx, html, pdf, md, xlsx, csv.'],
    [['plan', '-f', 'odt'], 'Nilai "odt" tidak dikenal untuk opsi -f; pilihannya: docx, html, pdf, md, xlsx, csv.'],
    [
      ['plan', '-f', 'md', '-b', '9'],
      'Buku "9" tidak dikenal; pilihannya: 1 (strategic-analysis), 2 (masterplan), 3 (executive-summary), 4 (quick-wins).',
    ],
    [
      ['plan', '-f', 'md', '-o', 'satu.md'],
      'Hasilnya 2 berkas, satu per buku: sebutkan folder dengan --out, atau satu buku dengan --book.',
    ],
    [['plan', '-f', 'html', '--reference', 'a.docx'], '--reference hanya berlaku untuk --format docx.'],
    [['plan', 'lain', '-f', 'md'], 'Hanya satu masterplan yang dapat diekspor sekaligus.'],
  ])('%j is answered with what is wrong', async (argv, sentence) => {
    const folder = folderWith(files);
    const { status, output, errors } = await run(folder, argv);
    expect([status, output, errors]).toEqual([2, '', `! ${sentence}\n  Bantuan: masterplan export --help\n`]);
    expect(readdirSync(folder)).toEqual(['plan']);
  });

  it('says where there is nothing to export', async () => {
    const folder = folderWith({ ...files, 'lain/catatan.txt': '', 'plan2/masterplan.yaml': '' });
    expect((await run(folder, ['lain', '-f', 'md'])).errors).toBe(
      '! lain: tidak ada masterplan di sini: tidak ada masterplan.yaml di folder ini atau di atasnya.\n',
    );
    expect((await run(folder, ['plan2', '-f', 'md'])).errors).toBe('! belum ada bab yang dapat diekspor.\n');
    expect((await run(folder, ['plan', '-f', 'md', '-b', '4'])).errors).toBe('! buku itu belum memiliki bab.\n');
    expect((await run(folder, ['-f', 'md'])).errors).toContain(
      'ada 2 masterplan di sini; sebutkan salah satu: plan, plan2',
    );
  });

  it('speaks English to those who wish, and leaves the book as it is', async () => {
    const folder = folderWith(files);
    const { errors } = await run(folder, ['plan', '-f', 'md', '-l', 'en']);
    expect(errors).toMatch(/the text still has \d+ errors; see masterplan check\./);
    expect(readFileSync(join(folder, `${names[0]}.md`), 'utf8')).toContain('Buku 2');
    expect((await run(folder, ['--help', '-l', 'en'])).output).toMatch(/^Usage: masterplan export/);
  });
});

describe('the browser that prints', () => {
  const program = (folder: string, name: string, script = '') => {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\n${script}`, { mode: 0o755 });
    return path;
  };

  it('is the one that is named, else the first on the path', () => {
    const folder = folderWith({ 'a/x': '', 'b/x': '', 'a/chromium': 'no program' });
    const chrome = program(join(folder, 'b'), 'google-chrome');
    const own = program(folder, 'peramban');
    const PATH = ['a', 'b'].map((name) => join(folder, name)).join(delimiter);
    expect(findBrowser({ PATH }, 'linux')).toBe(chrome);
    expect(findBrowser({ PATH, CHROMIUM_PATH: own }, 'linux')).toBe(own);
    // What lies in the folder of a book is no program of this computer.
    program(join(folder, 'a'), 'microsoft-edge');
    const here = relative(process.cwd(), join(folder, 'a'));
    expect(findBrowser({ PATH: [here, join(folder, 'b')].join(delimiter) }, 'linux')).toBe(chrome);
    expect(() => findBrowser({ PATH: here, HOME: folder }, 'darwin')).toThrow(PrintFailure);
    expect(() => findBrowser({ PATH, CHROMIUM_PATH: join(folder, 'tiada') }, 'linux')).toThrow(PrintFailure);
    expect(findBrowser({ PATH: '', HOME: '', LOCALAPPDATA: folder, CHROMIUM_PATH: own }, 'win32')).toBe(own);
  });

  it('is looked for before anything is written, and missed in plain words', async () => {
    const folder = folderWith(files);
    // What may be installed in the usual places of this system is left out by looking in those of another one.
    expect(() => findBrowser({ PATH: folder, HOME: folder }, 'darwin')).toThrow(
      'none of them was found on this computer',
    );
    const { status, errors } = await run(folder, ['plan', '-f', 'pdf'], {
      environment: { CHROMIUM_PATH: join(folder, 'tiada') },
    });
    expect([status, errors]).toEqual([2, expect.stringContaining('tetapi di sana tidak ada program.')]);
    expect(readdirSync(folder)).toEqual(['plan']);
  });

  it('is asked to print the HTML, and believed only when there is a PDF', async () => {
    const folder = folderWith(files);
    // A browser that says which page it was given, and prints that.
    const script = `for one in "$@"; do case "$one" in --print-to-pdf=*) out="\${one#--print-to-pdf=}";; file:*) page="\${one#file://}";; esac; done
echo "%PDF" > "$out"; grep -c 'BAB I' "$page" >> "$out"`;
    const environment = { CHROMIUM_PATH: program(folder, 'cetak', script) };
    expect((await run(folder, ['plan', '-f', 'pdf', '-o', 'hasil'], { environment })).status).toBe(0);
    expect(readdirSync(join(folder, 'hasil'))).toEqual(names.map((name) => `${name}.pdf`));
    const path = join(folder, 'hasil', `${names[0]}.pdf`);
    expect(readFileSync(path, 'utf8')).toMatch(/^%PDF\n[1-9]/);
    expect(statSync(path).size).toBeGreaterThan(5);
    const broken = {
      CHROMIUM_PATH: program(folder, 'rusak', 'echo "kata lain" >&2; echo "layar tidak ada" >&2; exit 1'),
    };
    const { status, errors } = await run(folder, ['plan', '-f', 'pdf', '-o', 'lain'], { environment: broken });
    expect([status, errors]).toEqual([
      2,
      expect.stringContaining('peramban tidak menghasilkan PDF (layar tidak ada).'),
    ]);
    expect(existsSync(join(folder, 'lain'))).toBe(false);
  });
});
