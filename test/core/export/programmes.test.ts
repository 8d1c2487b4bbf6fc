import { describe, expect, test } from 'vitest';
import { writeCsv } from '../../../src/core/export/csv';
import { programmeSheets } from '../../../src/core/export/programmes';
import { writeXlsx } from '../../../src/core/export/xlsx';
import { bookOf } from '../workspace';
import { partsOf } from './written';

const files = {
  'masterplan.yaml': 'region: Kabupaten Contoh\nperiod: 2025-2034\n',
  'governance.md': `---
chapter: dimension
dimension: governance
---

# Smart Governance

## Program Jangka Pendek

| Kode | Program | OPD | Tahun | Anggaran (Rp juta) |
|---|---|---|---|---|
| GOV-P-01 | Gerai "desa", keliling | Dinas A;<br>Dinas B | 2025 | 1.250 |
| GOV-P-02 | =SUM(A1) | - | 2025-2027 | - |

## Quick Win

| Kode | Program | Manfaat |
|---|---|---|
| GOV-QW-01 | Gerai "desa", keliling | Cepat |
`,
  'rencana.md': `---
chapter: action-plan
---

# Rencana Aksi

## Peningkatan Kapasitas SDM

| No | Kode | Program | 2026 | 2027 | **Keterangan** | Catatan |
|---|---|---|---|---|---|---|
| 1 | RA-01 | Pelatihan | x | x | Bersama *provinsi* | - |
`,
};

const book = bookOf(files);

function valuesOf(sheet: ReturnType<typeof programmeSheets>[number] | undefined, ...titles: string[]) {
  const at = titles.map((title) => sheet?.columns.findIndex((column) => column.title === title) ?? -1);
  return sheet?.rows.map((row) => at.map((column) => row[column]));
}

describe('programmes', () => {
  const sheets = programmeSheets(book);

  test('stand in a sheet with all, one for each dimension, the action plan and the quick wins', () => {
    expect(sheets.map(({ title, rows }) => `${title} ${rows.length}`)).toEqual([
      'Semua Program 3',
      'Smart Governance 2',
      'Rencana Aksi 1',
      'Quick Win 1',
    ]);
  });

  test('are joined from all places where they stand', () => {
    expect(valuesOf(sheets[0], 'Kode', 'Program', 'Dimensi', 'Jangka Waktu', 'Quick Win')).toEqual([
      ['GOV-P-01, GOV-QW-01', 'Gerai "desa", keliling', 'Smart Governance', 'Jangka Pendek', 'ya'],
      ['GOV-P-02', '=SUM(A1)', 'Smart Governance', 'Jangka Pendek', undefined],
      ['RA-01', 'Pelatihan', undefined, 'Rencana Aksi', undefined],
    ]);
    expect(valuesOf(sheets[0], 'Manfaat', 'Berkas')?.[0]).toEqual(['Cepat', 'governance.md']);
  });

  test('have numbers to count with beside what is written', () => {
    expect(valuesOf(sheets[0], 'Tahun', 'Tahun Mulai', 'Tahun Selesai', 'Anggaran', 'Anggaran (Rp)')).toEqual([
      ['2025', 2025, 2025, '1.250', 1_250_000_000],
      ['2025-2027', 2025, 2027, undefined, undefined],
      ['2026-2027', 2026, 2027, undefined, undefined],
    ]);
  });

  test('have every field of the template as a column, those of profiles only where they are used', () => {
    const titles = sheets[0]?.columns.map(({ title }) => title) ?? [];
    for (const { id, title } of book.settings.template.fields)
      expect([id, titles]).toEqual([id, expect.arrayContaining([title.id])]);
    expect(new Set(titles.filter((title) => title !== 'Quick Win')).size).toBe(
      titles.filter((title) => title !== 'Quick Win').length,
    );
    expect(sheets[1]?.columns.map(({ title }) => title)).toContain('Manfaat');
    expect(sheets[2]?.columns.map(({ title }) => title)).not.toContain('Manfaat');
  });
});

test('columns that an author has added come along, the counting of rows does not', () => {
  const sheets = programmeSheets(book);
  const titles = (at: number) => sheets[at]?.columns.map(({ title }) => title) ?? [];
  expect(titles(0).slice(-2)).toEqual(['Keterangan', 'Berkas']);
  expect(titles(0)).not.toContain('No');
  expect(titles(0)).not.toContain('Catatan');
  expect(titles(1)).not.toContain('Keterangan');
  expect(valuesOf(sheets[2], 'Kode', 'Keterangan')).toEqual([['RA-01', 'Bersama provinsi']]);
});

/** CSV as RFC 4180 has it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('CSV', () => {
  const csv = writeCsv(book);

  test('is UTF-8 that Excel knows, with a line for each programme', () => {
    expect(csv.startsWith('\ufeffKode,Program,Dimensi,')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    const rows = readCsv(csv.slice(1));
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(row).toHaveLength(rows[0]?.length ?? 0);
    expect(rows[1]?.slice(0, 2)).toEqual(['GOV-P-01, GOV-QW-01', 'Gerai "desa", keliling']);
    const agency = rows[0]?.indexOf('OPD') ?? -1;
    expect(rows[1]?.[agency]).toBe('Dinas A;\nDinas B');
  });

  test('holds nothing that a spreadsheet would run', () => {
    expect(readCsv(csv.slice(1))[2]?.[1]).toBe("'=SUM(A1)");
  });
});

describe('the spreadsheet', () => {
  test('has filters, a head that stays, and numbers that are numbers', async () => {
    const parts = partsOf(await writeXlsx(book));
    const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
    expect(names).toEqual(['Semua Program', 'Smart Governance', 'Rencana Aksi', 'Quick Win']);
    const all = parts['xl/worksheets/sheet1.xml'] ?? '';
    expect(all).toMatch(/<\/sheetData><autoFilter ref="A1:[A-Z]+4"\/>/);
    expect(all).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(all).toContain('<v>1250000000</v>');
    const texts = parts['xl/sharedStrings.xml'] ?? '';
    expect(texts).toContain('=SUM(A1)');
    expect(all).not.toContain('<f>');
  });

  test('has names of sheets that every program takes', async () => {
    const odd = bookOf({
      'masterplan.yaml': `dimensions:
  - { id: satu, title: { id: "Dimensi: layanan/warga [kota] yang panjang sekali", en: One } }
  - { id: dua, title: { id: "Dimensi: layanan/warga [kota] yang panjang sekali", en: Two } }
`,
      'a.md':
        '---\nchapter: dimension\ndimension: satu\n---\n# A\n\n## Program Jangka Pendek\n\n| Kode | Program |\n|---|---|\n| A-1 | Satu |\n',
      'b.md':
        '---\nchapter: dimension\ndimension: dua\n---\n# B\n\n## Program Jangka Pendek\n\n| Kode | Program |\n|---|---|\n| B-1 | Dua |\n',
    });
    const parts = partsOf(await writeXlsx(odd));
    const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
      ([, name]) => name ?? '',
    );
    expect(names).toHaveLength(3);
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
  });

  test('is there for a masterplan without programmes too', async () => {
    const empty = bookOf({ 'a.md': '---\nchapter: vision\n---\n# Visi\n' });
    expect(programmeSheets(empty).map(({ title, rows }) => `${title} ${rows.length}`)).toEqual(['Semua Program 0']);
    expect(Object.keys(partsOf(await writeXlsx(empty)))).toContain('xl/worksheets/sheet1.xml');
    expect(readCsv(writeCsv(empty).slice(1))).toHaveLength(1);
  });
});
