/** `masterplan coverage` from the call to what it writes, on real files. */

import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/masterplan';
import { folderWith, type ScreenOptions, screen } from './screen';

async function run(folder: string, argv: readonly string[], options?: ScreenOptions) {
  const io = screen(folder, options);
  const status = await main(['coverage', ...argv], io);
  return { status, output: io.output(), errors: io.errors() };
}

const manifest = `title: Masterplan Contoh
dimensions:
  - { id: living, sub: [Kesehatan, Mobilitas] }
  - { id: economy, sub: [] }
agencies: [Dinas Kesehatan, Dinas Sosial]
`;

const living = `---
chapter: dimension
dimension: living
---
# Smart Living

## Analisis SWOT

### Kekuatan

- S1. Puskesmas ada di tiap kecamatan.

## Strategi

## Program Jangka Pendek

| Kode | Program | Sub-dimensi | OPD | Tahun |
|---|---|---|---|---|
| LIV-P-01 | Antrean | Kesehatan | Dinas Kesehatan | 2025 |
| LIV-P-02 | Zona | Mobilitas | Dinas Jalan | 2025 |

## Quick Win

| Kode | Program |
|---|---|
| LIV-P-01 | Antrean |
`;

const book = { 'masterplan.yaml': manifest, 'bab/01-living.md': living };

describe('masterplan coverage', () => {
  it('shows three tables and sums them up', async () => {
    expect(await run(folderWith(book), [])).toEqual({
      status: 0,
      output: `Masterplan Contoh

Dimensi        1  2  3  4  5  6  7
Smart Living   ◐  ·  ○  ✓  ✗  ✗  ✓
Smart Economy  ✗  ·  ✗  ✗  ✗  ✗  ✗

1 Analisis SWOT
2 Matriks Strategi SWOT
3 Strategi Pembangunan
4 Program Jangka Pendek
5 Program Jangka Menengah
6 Program Jangka Panjang
7 Quick Win

✓ terisi   ◐ sebagian   ○ masih kosong   ✗ belum ada   · tidak wajib

Sub-dimensi: program     Pendek  Menengah  Panjang  Lainnya  Jumlah  Quick win
Smart Living: Kesehatan       1         0        0        0       1          1
Smart Living: Mobilitas       1         0        0        0       1          0

OPD: program     Pendek  Menengah  Panjang  Lainnya  Jumlah  Quick win
Dinas Kesehatan       1         0        0        0       1          1
Dinas Sosial          0         0        0        0       0          0
? Dinas Jalan         1         0        0        0       1          0

? tidak ada di daftar OPD manifes

2 dari 12 bagian wajib terisi; 2 dari 2 sub-dimensi memiliki program; 1 dari 2 OPD memiliki program.
`,
      errors: '',
    });
  });

  it('calls nothing missing that may stand in a file that is not read', async () => {
    const folder = folderWith({ ...book, 'bab/02.md': Buffer.from(living, 'utf16le') });
    const { status, output } = await run(folder, []);
    expect([status, output.split('\n').filter((line) => /^(?:Smart (?:Living|Economy) |✓|2 dari)/.test(line))]).toEqual(
      [
        2,
        [
          'Smart Living   ◐  ·  ○  ✓  ✗  ✗  ✓',
          'Smart Economy  ?  ·  ?  ?  ?  ?  ?',
          '✓ terisi   ◐ sebagian   ○ masih kosong   ✗ belum ada   ? belum diketahui   · tidak wajib',
          '2 dari 12 bagian wajib terisi, 6 belum diketahui; 2 dari 2 sub-dimensi memiliki program; 1 dari 2 OPD memiliki program.',
        ],
      ],
    );
    const { output: json } = await run(folder, ['-f', 'json']);
    expect(JSON.parse(json).books[0].dimensions[1].sections[0]).toEqual({ section: 'swot', state: 'unknown' });
  });

  it('cuts long names where the terminal is narrow', async () => {
    const long = manifest.replace('Kesehatan, Mobilitas', 'Kesehatan, Sarana Telekomunikasi dan Transportasi');
    const { output } = await run(folderWith({ ...book, 'masterplan.yaml': long }), ['--no-color'], {
      isTerminal: true,
      columns: 80,
    });
    expect(output).toContain('Smart Living: Sarana Tel…');
    const widest = Math.max(
      ...output
        .split('\n')
        .slice(0, -2)
        .map((line) => line.length),
    );
    expect(widest).toBeLessThanOrEqual(80);
  });

  it('writes Markdown in the language asked for, with what would mean something in it escaped', async () => {
    const odd = manifest.replace('Masterplan Contoh', 'Rencana *2025* | A');
    const { status, output } = await run(folderWith({ ...book, 'masterplan.yaml': odd }), [
      '-f',
      'markdown',
      '-l',
      'en',
    ]);
    expect(status).toBe(0);
    expect(output.split('\n').slice(0, 6)).toEqual([
      '# Rencana \\*2025\\* \\| A',
      '',
      '| Dimension | SWOT Analysis | TOWS Matrix | Strategy | Short-term Programmes | Medium-term Programmes | Long-term Programmes | Quick Wins |',
      '|---|:-:|:-:|:-:|:-:|:-:|:-:|:-:|',
      '| Smart Living | ◐ | · | ○ | ✓ | ✗ | ✗ | ✓ |',
      '| Smart Economy | ✗ | · | ✗ | ✗ | ✗ | ✗ | ✗ |',
    ]);
    expect(output).toContain('2 of 12 required sections written;');
  });

  it('writes JSON with the places of all that is there', async () => {
    const { status, output } = await run(folderWith(book), ['bab/01-living.md', '--format', 'json']);
    expect(status).toBe(0);
    const { version, books } = JSON.parse(output);
    expect(version).toBe(1);
    const [one] = books;
    expect([one.title, one.manifest, one.dimensions.length]).toEqual(['Masterplan Contoh', 'masterplan.yaml', 2]);
    expect(one.dimensions[0]).toMatchObject({
      dimension: 'living',
      title: 'Smart Living',
      file: 'bab/01-living.md',
      line: 5,
      column: 3,
    });
    expect(one.dimensions[0].sections[0]).toEqual({
      section: 'swot',
      state: 'partial',
      file: 'bab/01-living.md',
      line: 7,
      column: 4,
    });
    expect(one.dimensions[1].sections[0]).toEqual({ section: 'swot', state: 'missing' });
    expect(one.subDimensions[0]).toEqual({
      dimension: 'living',
      title: 'Kesehatan',
      short: 1,
      medium: 0,
      long: 0,
      other: 0,
      total: 1,
      quickWins: 1,
      file: 'bab/01-living.md',
      line: 19,
      column: 14,
    });
    expect(one.agencies[2]).toMatchObject({ name: 'Dinas Jalan', known: false, total: 1 });
  });

  it('shows several masterplans one after the other', async () => {
    const folder = folderWith({ 'a/masterplan.yaml': 'title: Satu\n', 'b/masterplan.yaml': 'title: Dua\n' });
    const { status, output } = await run(folder, []);
    expect([status, output.match(/^(?:Satu|Dua)$/gm)]).toEqual([0, ['Satu', 'Dua']]);
  });

  it('fails where there is no masterplan, and where something cannot be read', async () => {
    const folder = folderWith({ 'catatan.md': '# Catatan\n', 'lepas.md': living });
    const { status, output, errors } = await run(folder, []);
    expect([status, output]).toEqual([2, '']);
    expect(errors).toContain('tidak ada masterplan di sini: cakupan dihitung untuk folder dengan masterplan.yaml.');
    expect((await run(folder, ['tidak-ada'])).status).toBe(2);
  });

  it('fails for each path that holds no masterplan, and shows the others', async () => {
    const folder = folderWith({ 'buku/masterplan.yaml': 'title: Satu\n', 'buku/catatan.md': '', 'lepas/a.md': living });
    const none = 'tidak ada masterplan di sini: cakupan dihitung untuk folder dengan masterplan.yaml.';
    const { status, output, errors } = await run(folder, ['buku', 'lepas', 'lepas/a.md', 'tiada']);
    expect([status, output.match(/^Satu$/gm)]).toEqual([2, ['Satu']]);
    expect(errors).toBe(
      `! tiada: tidak ada berkas atau folder dengan nama ini.\n! lepas: ${none}\n! lepas/a.md: ${none}\n`,
    );
    expect(await run(folder, ['buku', 'buku/catatan.md', 'buku/masterplan.yaml'])).toMatchObject({
      status: 0,
      errors: '',
    });
  });

  it('explains itself within 88 columns', async () => {
    for (const language of ['id', 'en']) {
      const { status, output } = await run('/', ['--help', '--language', language]);
      expect(status).toBe(0);
      for (const option of ['--format', '--language', '--color', '--no-color', '--help'])
        expect(output).toContain(option);
      expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThanOrEqual(88);
    }
  });
});
