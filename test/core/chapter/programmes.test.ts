import { describe, expect, test } from 'vitest';
import type { Chapter, Programme } from '../../../src/core/chapter/chapter';
import { hasPlaceFor } from '../../../src/core/chapter/programmes';
import { textOf } from '../../../src/core/text/range';
import { chapterOf, settingsOf } from '../workspace';

const head = '---\nchapter: dimension\ndimension: living\n---\n\n# Smart Living\n\n';

function read(body: string): { chapter: Chapter; programmes: readonly Programme[] } {
  const chapter = chapterOf(`${head}## Program Jangka Pendek\n\n${body}\n`);
  return { chapter, programmes: chapter.parts[0]?.programmes ?? [] };
}

/** A programme as `CODE name {field: text}`; the ranges are looked at on the way. */
function show(chapter: Chapter, programme: Programme): string {
  const { source } = chapter;
  if (programme.code !== undefined) expect(textOf(source, programme.code)).toBe(programme.code.value);
  for (const value of programme.values) {
    expect(value.start).toBeGreaterThanOrEqual(value.cell.start);
    expect(value.end).toBeLessThanOrEqual(value.cell.end);
  }
  const fields = programme.values.map(({ field, text }) => `${field}: ${text}`).join('; ');
  return `${programme.code?.value ?? '-'} ${programme.name} {${fields}}`;
}

function shown(body: string): string[] {
  const { chapter, programmes } = read(body);
  return programmes.map((programme) => show(chapter, programme));
}

describe('tables of programmes', () => {
  test('columns in any order, a running number is no code, the first filled of two equal columns counts', () => {
    expect(
      shown(`| No | Kode | Nama Program | OPD Pelaksana | Tahun | Catatan |
|---|---|---|---|---|---|
| 1 | LIV-P-01 | **Simpus** daring | Dinas Kesehatan | 2025 | x |
| 2. | | Tanpa kode | - | TBD | |`),
    ).toEqual(['LIV-P-01 Simpus daring {agency: Dinas Kesehatan; years: 2025}', '- Tanpa kode {}']);
  });

  test('marks of footnotes in titles, labels, names and values are no words', () => {
    const expected = ['- Pasar {agency: Disdag; budget: Rp 5 juta; years: 2025}'];
    expect(
      shown(
        '| Program[^1] | **OPD**[^2] | Anggaran [^3] | 2025[^4] | 2026[^5] |\n|---|---|---|---|---|\n| Pasar[^6] | Disdag[^7] | Rp 5 juta[^8] | v[^9] | |',
      ),
    ).toEqual(expected);
    for (const [label, other] of [
      ['OPD[^2]:', 'Anggaran [^3]:'],
      ['**OPD[^2]**:', '**Anggaran**[^3]:'],
      ['**OPD**[^2]:', '**Anggaran:**[^3]'],
    ]) {
      expect(shown(`### Pasar[^1]\n\n- ${label} Disdag\n- ${other} Rp 5 juta[^8]\n- Tahun: 2025`)).toEqual(expected);
    }
    expect(
      shown(
        '### Pasar[^1]\n\n| Uraian | Isi |\n|---|---|\n| OPD[^2] | Disdag |\n| Anggaran | Rp 5 juta |\n| Tahun | 2025 |',
      ),
    ).toEqual(expected);
  });

  test('a cell that holds nothing but the mark of a footnote says something', () => {
    expect(shown('| Program | OPD | Tujuan |\n|---|---|---|\n| Pasar | [^1] | |')).toEqual(['- Pasar {agency: [^1]}']);
  });

  test('a code at the start of the name', () => {
    expect(shown('| Program | OPD |\n|---|---|\n| LIV-P-01: Simpus | A |')).toEqual(['LIV-P-01 Simpus {agency: A}']);
  });

  test('rows without a name go on with the programme above; empty rows are nothing', () => {
    expect(
      shown(`| Program | Tujuan | OPD |
|---|---|---|
| | | |
| Satu | a | X |
| | b | |
| - | … | n/a |
| Dua | c | |`),
    ).toEqual(['- Satu {objective: a; agency: X; objective: b}', '- Dua {objective: c}']);
  });

  test('rows with only a name are programmes, group rows are none', () => {
    expect(
      shown(`| No | Program | OPD |
|---|---|---|
| A | Kelompok pertama | |
| 1 | Hanya nama | |
| B.1 | Kelompok lain | |
| | **Kelompok tebal** | |
| a | Hanya nama juga | |`),
    ).toEqual(['- Hanya nama {}', '- Hanya nama juga {}']);
  });

  test('the titles may stand below a blank header, or below the numbers of the columns', () => {
    const rows = '| No | Program | OPD |\n| 1 | Satu | A |\n| 2 | Dua | B |';
    for (const top of [
      '| | | |',
      '| (1) | (2) | (3) |',
      '| No | Program | OPD |\n|---|---|---|\n| (1) | (2) | (3) |',
    ]) {
      const body = top.includes('---') ? `${top}\n| 1 | Satu | A |\n| 2 | Dua | B |` : `${top}\n|---|---|---|\n${rows}`;
      expect(shown(body)).toEqual(['- Satu {agency: A}', '- Dua {agency: B}']);
    }
    const { chapter, programmes } = read(`| | | |\n|---|---|---|\n${rows}`);
    const titles = programmes[0]?.table?.titles;
    expect(titles && textOf(chapter.source, titles)).toBe('| No | Program | OPD |');
  });

  test('a title may span several columns of a second row of titles', () => {
    expect(
      shown(`| No | Program | Tahun | | | OPD |
|---|---|---|---|---|---|
| | | 2025 | 2026 | 2027 | |
| 1 | Satu | v | v | | A |
| 2 | Dua | | √ | • | B |`),
    ).toEqual(['- Satu {years: 2025; years: 2026; agency: A}', '- Dua {years: 2026; years: 2027; agency: B}']);
    expect(
      shown(`| Program | Target | | Pagu Indikatif (Rp juta) | | Pelaksana | |
|---|---|---|---|---|---|---|
| | 2025 | 2026 | 2025 | 2026 | OPD | Mitra |
| Satu | 10 | - | 100 | | A | B |`),
    ).toEqual(['- Satu {target: 10; years: 2025; budget: 100; years: 2025; agency: A; partners: B}']);
  });

  test('below a year stand its targets and amounts', () => {
    const body = `| No | Program | Tujuan | Indikator | 2026 | | 2027 | | OPD | Sumber Dana |
|---|---|---|---|---|---|---|---|---|---|
| | | | | Target | Anggaran (Rp juta) | Target | Anggaran (Rp juta) | | |
| 1 | Koperasi | Usaha | Nilai | 2 | 100 | 3 | 120 | Dinkop | APBD |
| 2 | Pasar | Usaha | Nilai | | - | 5 | | Disdag | APBD |`;
    const { chapter, programmes } = read(body);
    expect(programmes.map((programme) => show(chapter, programme))).toEqual([
      '- Koperasi {objective: Usaha; indicator: Nilai; target: 2; years: 2026; budget: 100; years: 2026; target: 3; years: 2027; budget: 120; years: 2027; agency: Dinkop; funding: APBD}',
      '- Pasar {objective: Usaha; indicator: Nilai; target: 5; years: 2027; agency: Disdag; funding: APBD}',
    ]);
    expect(programmes[0]?.table?.scale).toBe(1_000_000);
    const fields = ['years', 'target', 'budget', 'baseline'];
    expect(fields.map((field) => hasPlaceFor(programmes[0] as Programme, field))).toEqual([true, true, true, false]);
    // Both rows in one, and nothing but the currency above the amounts.
    const joined = read(`| Program | 2026 Target | 2026 - Rp Juta | Tahun 2027 Target | 2027 Rp Juta | OPD |
|---|---|---|---|---|---|
| Satu | 2 | 100 | 3 | 120 | A |`);
    expect(joined.programmes.map((programme) => show(joined.chapter, programme))).toEqual([
      '- Satu {target: 2; years: 2026; budget: 100; years: 2026; target: 3; years: 2027; budget: 120; years: 2027; agency: A}',
    ]);
    expect(joined.programmes[0]?.table?.scale).toBe(1_000_000);
    expect(
      shown('| Program | Tahun 2026 | | OPD |\n|---|---|---|---|\n| | Target | Rp | |\n| Satu | 2 | 100 juta | A |'),
    ).toEqual(['- Satu {target: 2; years: 2026; budget: 100 juta; years: 2026; agency: A}']);
    // One year, and the year in a title of other words.
    expect(
      shown('| Program | Tahun 2026 | | OPD |\n|---|---|---|---|\n| | Target | Pagu | |\n| Satu | 2 | 100 juta | A |'),
    ).toEqual(['- Satu {target: 2; years: 2026; budget: 100 juta; years: 2026; agency: A}']);
    expect(
      shown(`| Program | Rencana | | Target 2026 | | Target 2027 | |
|---|---|---|---|---|---|---|
| | Pagu 2026 | Pagu 2027 | Volume | Satuan | Volume | Satuan |
| Satu | | 100 juta | 2 | desa | | |`),
    ).toEqual(['- Satu {budget: 100 juta; years: 2027; target: 2; years: 2026; target: desa; years: 2026}']);
  });

  test('targets and amounts below a year tell it only where nothing else does', () => {
    expect(
      shown(`| Program | 2026 | | 2027 | | Tahun |
|---|---|---|---|---|---|
| | Target | Pagu | Target | Pagu | |
| Satu | 2 | 1 juta | 4 | | 2026 |`),
    ).toEqual(['- Satu {target: 2; budget: 1 juta; target: 4; years: 2026}']);
    expect(
      shown(`| Program | Tahun | | 2026 | 2027 |
|---|---|---|---|---|
| | 2026 | 2027 | Pagu | Pagu |
| Satu | v | | 1 juta | 2 juta |`),
    ).toEqual(['- Satu {years: 2026; budget: 1 juta; budget: 2 juta}']);
    expect(
      shown(`| Program | Target | | OPD |
|---|---|---|---|
| | Awal 2024 | Akhir 2029 | |
| Satu | 2 | 4 | A |`),
    ).toEqual(['- Satu {target: 2; target: 4; agency: A}']);
  });

  test('what stands below a year and is neither target nor amount marks the year', () => {
    expect(
      shown(`| Program | 2026 | | 2027 | |
|---|---|---|---|---|
| | TW I | TW II | TW I | TW II |
| Satu | v | | | v |`),
    ).toEqual(['- Satu {years: 2026; years: 2027}']);
  });

  test('a year may be counted below the word for it', () => {
    const settings = settingsOf('period: 2025-2034\n');
    const years = (titles: string, lower: string) => {
      const row = (cells: string) => `| ${cells} |\n`;
      const table = `${row(titles)}${row('---|---|---|---|---')}${row(lower)}${row('Satu | | v | v | A')}`;
      const chapter = chapterOf(`${head}## Program Jangka Pendek\n\n${table}`, settings);
      return (chapter.parts[0]?.programmes ?? []).map((programme) => show(chapter, programme));
    };
    const found = ['- Satu {years: 2027; years: 2028; agency: A}'];
    expect(years('Program | Tahun | | | OPD', ' | ke-2 | ke-3 | ke-4 | ')).toEqual(found);
    expect(years('Program | Tahun Pelaksanaan | | | OPD', ' | Ke-2 | Ke-3 | Ke-4 | ')).toEqual(found);
    expect(years('Program | Tahun ke- | | | OPD', ' | II | III | IV | ')).toEqual(found);
    expect(years('Program | Tahun | Tahun | Tahun | OPD', 'Program | 2 | 3 | 4 | OPD')).toEqual(found);
    // Neither months nor quarters are years.
    expect(years('Program | Jadwal | | | OPD', ' | II | III | IV | ')).toEqual(['- Satu {agency: A}']);
  });

  test('the second row of titles may say those of the first again', () => {
    const titles = `| No | Program | Tujuan | Target 2026 | Target 2027 | OPD | Tahun Pelaksanaan | Tahun Pelaksanaan | Anggaran |`;
    const lower = `| No | Program | Tujuan | Target 2026 | Target 2027 | OPD | 2026 | 2027 | Anggaran |`;
    const rule = '|---|---|---|---|---|---|---|---|---|';
    const rows = ['| 1 | Satu | a | 2 | 3 | A | √ | | 100 juta |', '| 2 | Dua | b | 4 | 5 | B | √ | √ | 5 juta |'];
    const found = [
      '- Satu {objective: a; target: 2; target: 3; agency: A; years: 2026; budget: 100 juta}',
      '- Dua {objective: b; target: 4; target: 5; agency: B; years: 2026; years: 2027; budget: 5 juta}',
    ];
    expect(shown([titles, rule, lower, ...rows].join('\n'))).toEqual(found);
    // Once more where the table goes on over the page.
    expect(shown([titles, rule, lower, rows[0], titles, lower, rows[1]].join('\n'))).toEqual(found);
    const { programmes } = read([titles, rule, lower, ...rows].join('\n'));
    expect(programmes[0]?.table?.rows).toHaveLength(2);
  });

  test('the titles said again in full right below are those of one row', () => {
    const titles = '| Program | Target 2026 | Target 2027 | OPD |';
    expect(shown(`${titles}\n|---|---|---|---|\n${titles}\n| Satu | 1 | | A |`)).toEqual([
      '- Satu {target: 1; years: 2026; agency: A}',
    ]);
  });

  test('targets and amounts year by year tell the years, where no other column does', () => {
    const { chapter, programmes } = read(`| Program | Target 2025 | Target 2026 | OPD |
|---|---|---|---|
| Satu | | 5 | A |`);
    expect(programmes.map((programme) => show(chapter, programme))).toEqual([
      '- Satu {target: 5; years: 2026; agency: A}',
    ]);
    expect(hasPlaceFor(programmes[0] as Programme, 'years')).toBe(true);
    expect(
      shown('| Program | Target 2025 | Target 2026 | Tahun |\n|---|---|---|---|\n| Satu | 1 | 5 | 2027 |'),
    ).toEqual(['- Satu {target: 1; target: 5; years: 2027}']);
    expect(shown('| Program | Target 2029 | OPD |\n|---|---|---|\n| Satu | 5 | A |')).toEqual([
      '- Satu {target: 5; agency: A}',
    ]);
  });

  test('sums, numbers of columns and titles said again are no programmes and no part of one', () => {
    expect(
      shown(`| No | Program | OPD | Anggaran |
|---|---|---|---|
| (1) | (2) | (3) | (4) |
| 1 | Satu | A | 100 juta |
| | Jumlah | | 100 juta |
| No | Program | OPD | Anggaran |
| 2 | Dua | B | 50 juta |
| Sub Total | | | Rp 50 juta |
| | **TOTAL ANGGARAN** | | **150 juta** |
| 3 | Jumlah Pengunjung Naik | C | |`),
    ).toEqual([
      '- Satu {agency: A; budget: 100 juta}',
      '- Dua {agency: B; budget: 50 juta}',
      '- Jumlah Pengunjung Naik {agency: C}',
    ]);
  });

  test('a mark that repeats the cell above says what that says, at its own place', () => {
    const body = `| No | Program | OPD | Tahun | Anggaran |
|---|---|---|---|---|
| 1 | Satu | Dinas A | 2025 | 10 juta |
| 2 | Dua | idem | " | s.d.a. |
| 3 | Tiga | ” | 2026 | - |`;
    expect(shown(body)).toEqual([
      '- Satu {agency: Dinas A; years: 2025; budget: 10 juta}',
      '- Dua {agency: Dinas A; years: 2025; budget: 10 juta}',
      '- Tiga {agency: Dinas A; years: 2026}',
    ]);
    const { chapter, programmes } = read(body);
    const agency = programmes[2]?.values[0];
    expect(agency && [textOf(chapter.source, agency), agency.words && textOf(chapter.source, agency.words)]).toEqual([
      '”',
      'Dinas A',
    ]);
  });

  test('one column per year, with any mark in it', () => {
    const { chapter, programmes } = read(`| Program | 2025 | 2026 | OPD |
|---|---|---|---|
| Satu | | v | A |
| Dua | ■ | ■ | B |`);
    expect(programmes.map((programme) => show(chapter, programme))).toEqual([
      '- Satu {years: 2026; agency: A}',
      '- Dua {years: 2025; years: 2026; agency: B}',
    ]);
    expect(programmes.map((programme) => hasPlaceFor(programme, 'years'))).toEqual([true, true]);
    expect(programmes.map((programme) => hasPlaceFor(programme, 'indicator'))).toEqual([false, false]);
  });

  test('a column of durations that holds only years is the years column', () => {
    expect(shown('| Program | Durasi |\n|---|---|\n| Satu | 2025-2026 |')).toEqual(['- Satu {years: 2025-2026}']);
    expect(shown('| Program | Durasi |\n|---|---|\n| Satu | 6 bulan |')).toEqual(['- Satu {duration: 6 bulan}']);
  });

  test('and so is one of no field', () => {
    const years = '| Program | Catatan | Pelaksanaan |\n|---|---|---|\n| Satu | a | 2025-2026 |\n| Dua | | - |';
    expect(shown(years)).toEqual(['- Satu {years: 2025-2026}', '- Dua {}']);
    expect(shown(years.replace('| - |', '| nanti |'))).toEqual(['- Satu {}', '- Dua {}']);
    expect(shown(years.replace('Catatan', 'Tahun').replace('| a |', '| 2027 |'))).toEqual([
      '- Satu {years: 2027}',
      '- Dua {}',
    ]);
  });

  test('a unit in the title scales the amounts', () => {
    const { programmes } = read('| Program | Anggaran (Rp juta) |\n|---|---|\n| Satu | 250 |');
    expect(programmes[0]?.table?.scale).toBe(1_000_000);
  });

  test('a table without a column of names is none', () => {
    expect(shown('| Tujuan | OPD |\n|---|---|\n| a | b |')).toEqual([]);
  });
});

describe('blocks of programmes', () => {
  test('a code and a field list', () => {
    expect(
      shown(`### LIV-P-01 Simpus

- OPD: Dinas Kesehatan
- Indikator:
- **Tahun**: 2025
- Anggaran : Rp 5 juta
- lain-lain

### LIV-P-02. Tanpa bidang`),
    ).toEqual([
      'LIV-P-01 Simpus {agency: Dinas Kesehatan; indicator: ; years: 2025; budget: Rp 5 juta}',
      'LIV-P-02 Tanpa bidang {}',
    ]);
  });

  test('a dash between code and name, as pandoc writes it', () => {
    expect(shown('### LIV-P-01 -- Simpus\n\n### LIV-P-02--- Antrean\n\n### **LIV-P-03** -- Posyandu')).toEqual([
      'LIV-P-01 Simpus {}',
      'LIV-P-02 Antrean {}',
      'LIV-P-03 Posyandu {}',
    ]);
    expect(shown('| Program | OPD |\n|---|---|\n| LIV-P-01 -- Simpus | A |')).toEqual(['LIV-P-01 Simpus {agency: A}']);
  });

  test('bold labels in paragraphs, a value going on in the next line', () => {
    expect(
      shown(`### Simpus

**Kode**: LIV-P-03
**OPD:** Dinas Kesehatan,
Dinas Sosial

**Tahun**: 2025`),
    ).toEqual(['LIV-P-03 Simpus {code: LIV-P-03; agency: Dinas Kesehatan,\nDinas Sosial; years: 2025}']);
  });

  test('a two-column table is a block, not a table of programmes', () => {
    expect(
      shown(`### Simpus

| Uraian | Isi |
|---|---|
| Kode | LIV-P-01 |
| OPD | Dinas Kesehatan |
| Catatan | x |`),
    ).toEqual(['LIV-P-01 Simpus {code: LIV-P-01; agency: Dinas Kesehatan}']);
  });

  test('a heading without code and field is a group or prose', () => {
    expect(
      shown(`### Usulan kelompok

Catatan: ini uraian biasa.

#### Satu

- OPD: A

### Kelompok tabel

| Program | OPD |
|---|---|
| Dua | B |`),
    ).toEqual(['- Satu {agency: A}', '- Dua {agency: B}']);
  });

  test('the number of a heading does not belong to the name', () => {
    const { chapter, programmes } = read('### 1. Simpus *daring*\n\n- OPD: A');
    expect(programmes.map((programme) => show(chapter, programme))).toEqual(['- Simpus daring {agency: A}']);
    expect(programmes.map((programme) => textOf(chapter.source, programme.nameRange))).toEqual(['Simpus *daring*']);
  });

  test('nor do signs before and behind it', () => {
    expect(shown('### ⭐ Simpus\n\n- OPD: Dinkes\n\n### 1. 🔹 **Posyandu** ⭐\n\n- OPD: Dinkes')).toEqual([
      '- Simpus {agency: Dinkes}',
      '- Posyandu ⭐ {agency: Dinkes}',
    ]);
    expect(shown('### 3.\n\n- OPD: Dinkes')).toEqual(['- 3. {agency: Dinkes}']);
  });

  test.each([
    ['**1. Posyandu**', 'Posyandu', 'Posyandu'],
    ['1. **Posyandu**', 'Posyandu', '**Posyandu**'],
    ['1. **Posyandu** baru', 'Posyandu baru', '**Posyandu** baru'],
    ['1. Posyandu *baru*', 'Posyandu baru', 'Posyandu *baru*'],
    ['**1. Posyandu** baru', 'Posyandu baru', 'Posyandu** baru'],
    ['**LIV-P-01 Posyandu**', 'Posyandu', 'Posyandu'],
    ['**LIV-P-01** *Posyandu*', 'Posyandu', '*Posyandu*'],
    ['**Program 1: Posyandu**', 'Posyandu', 'Posyandu'],
    ['**LIV-P-01**', 'LIV-P-01', '**LIV-P-01**'],
  ])('marks of emphasis are no words of it: %s', (heading, name, place) => {
    const { chapter, programmes } = read(`### ${heading}\n\n- OPD: Dinkes`);
    expect(programmes.map((one) => [one.name, textOf(chapter.source, one.nameRange)])).toEqual([[name, place]]);
  });

  test('nor do words that count it', () => {
    const { chapter, programmes } = read(`### 3.1 Program 1: Simpus *daring*

- OPD: A

### Kegiatan ke-2. QW-02 Gerai

- OPD: B

### Program 3

- OPD: C

### Program 4

- Nama Program: Kartu
- OPD: D

### Program 1000 Lampu

- OPD: F`);
    expect(programmes.map((programme) => show(chapter, programme))).toEqual([
      '- Simpus daring {agency: A}',
      'QW-02 Gerai {agency: B}',
      '- Program 3 {agency: C}',
      '- Kartu {name: Kartu; agency: D}',
      '- Program 1000 Lampu {agency: F}',
    ]);
    expect(programmes.map((programme) => textOf(chapter.source, programme.nameRange))).toEqual([
      'Simpus *daring*',
      'Gerai',
      'Program 3',
      'Kartu',
      'Program 1000 Lampu',
    ]);
    expect(
      shown('**Inovasi V – Lumbung**\n\n- Indikator: I\n- OPD: E\n\n**Inovasi VI**\n\n- Indikator: J\n- OPD: F'),
    ).toEqual(['- Lumbung {indicator: I; agency: E}', '- Inovasi VI {indicator: J; agency: F}']);
  });
});

describe('where programmes stand', () => {
  test('in horizon sections, in quick-win sections and in an action plan', () => {
    const chapter = chapterOf(`${head}## Program

### Jangka Pendek

| Program |
|---|
| Satu |

### Jangka Menengah

| Program |
|---|
| Dua |

### Quick Win

| Quick Win |
|---|
| Tiga |

## Lain-lain

| Program |
|---|
| Empat |
`);
    const part = chapter.parts[0];
    expect(part?.programmes.map(({ name, place, horizon }) => [name, place, horizon])).toEqual([
      ['Satu', 'horizon', 'short'],
      ['Dua', 'horizon', 'medium'],
    ]);
    expect(part?.quickWins.map(({ name, place }) => [name, place])).toEqual([['Tiga', 'quick-wins']]);
  });

  test('one by one, in sections that count them', () => {
    const chapter = chapterOf(`${head}## Program

### Jangka Pendek 1: Satu

| Uraian | Isi |
|---|---|
| OPD | A |

### Jangka Pendek 2

| Program |
|---|
| Dua |
| Tiga |

## Program Quick Win 1: Empat

Hanya kalimat.

## 4.2 Program Quick Win Smart Living II

- Nama Program: Lima

## Program Quick Win 3

## Program Prioritas 1: Enam

- OPD: B
`);
    const part = chapter.parts[0];
    const named = (programmes: readonly Programme[] = []) =>
      programmes.map(({ name, nameRange, place, horizon }) => [
        name,
        textOf(chapter.source, nameRange),
        horizon ?? place,
      ]);
    expect(named(part?.programmes)).toEqual([
      ['Satu', 'Satu', 'short'],
      ['Dua', 'Dua', 'short'],
      ['Tiga', 'Tiga', 'short'],
    ]);
    expect(named(part?.quickWins)).toEqual([
      ['Empat', 'Empat', 'quick-wins'],
      ['Lima', 'Lima', 'quick-wins'],
    ]);
    expect(part?.found.map(({ kind, isOne }) => [kind, isOne])).toEqual([
      ['programmes', false],
      ['programmes-short', true],
      ['programmes-short', true],
      ['quick-wins', true],
      ['quick-wins', true],
      ['quick-wins', true],
    ]);
  });

  test('in an action plan: tables, and blocks right below the title', () => {
    const chapter = chapterOf(`---
chapter: action-plan
---

# Rencana Aksi

| Program |
|---|
| Satu |

## RAD-01 Dua

## Peningkatan Kapasitas SDM

| Program |
|---|
| Tiga |
`);
    expect(chapter.parts[0]?.programmes.map(({ name, place }) => [name, place])).toEqual([
      ['Satu', 'action-plan'],
      ['Dua', 'action-plan'],
      ['Tiga', 'action-plan'],
    ]);
  });

  test('quick wins that are only named, where the programmes of the dimension know them', () => {
    const plan = '## Program Jangka Pendek\n\n| Program |\n|---|\n| Simpus |\n| Ambulans Desa |\n| Posyandu |\n\n';
    const named = (body: string) => {
      const chapter = chapterOf(`${head}${plan}${body}\n`);
      return chapter.parts[0]?.quickWins.map(({ name, nameRange, place, start, end }) => [
        name,
        textOf(chapter.source, nameRange),
        place,
        chapter.source.slice(start, end),
      ]);
    };
    expect(
      named(
        '## Quick Win\n\nSyaratnya:\n\n- cepat selesai\n- terasa\n\nTerpilih:\n\n1. **simpus**: antrean\n   lebih singkat\n2. Puskesmas',
      ),
    ).toEqual([
      ['simpus', 'simpus', 'quick-wins', '1. **simpus**: antrean\n   lebih singkat'],
      ['Puskesmas', 'Puskesmas', 'quick-wins', '2. Puskesmas'],
    ]);
    expect(named('## Quick Win\n\n- Simpus\n- cepat selesai\n- terasa')).toEqual([
      ['Simpus', 'Simpus', 'quick-wins', '- Simpus'],
    ]);
    expect(named('## Quick Win\n\nTerpilih **Simpus** dan **Posyandu**.')).toEqual([
      ['Simpus', 'Simpus', 'quick-wins', '**Simpus**'],
      ['Posyandu', 'Posyandu', 'quick-wins', '**Posyandu**'],
    ]);
    expect(named('## Quick Win\n\n**Simpus** dipilih karena cepat.\n\n__Simpus__\n\nPosyandu')).toEqual([
      ['Simpus', 'Simpus', 'quick-wins', '**Simpus**'],
      ['Posyandu', 'Posyandu', 'quick-wins', 'Posyandu'],
    ]);
    expect(named('## Quick Win\n\n### 1. Ambulans Desa (Ades)\n\nUraian.\n\n### Latar\n\n- Posyandu')).toEqual([
      ['Ambulans Desa (Ades)', 'Ambulans Desa (Ades)', 'quick-wins', '### 1. Ambulans Desa (Ades)\n\nUraian.\n\n'],
      ['Posyandu', 'Posyandu', 'quick-wins', '- Posyandu'],
    ]);
    expect(named('## Quick Win\n\n- Simpus\n\n| Quick Win |\n|---|\n| Posyandu |')).toEqual([
      ['Posyandu', 'Posyandu', 'quick-wins', '| Posyandu |'],
    ]);
    expect(named('## 4. Quick Win: Simpus\n\nUraian.')).toEqual([
      ['Simpus', 'Simpus', 'quick-wins', '## 4. Quick Win: Simpus\n\nUraian.\n'],
    ]);
  });

  test('profiles of quick wins', () => {
    const chapter = chapterOf(
      '---\nchapter: quick-wins\n---\n\n# Profil Quick Win\n\n## 1. Satu\n\n- Dimensi: Smart Living\n- Manfaat: besar\n',
      settingsOf(''),
    );
    expect(
      chapter.parts[0]?.quickWins.map(({ name, place, values }) => [name, place, values.map(({ field }) => field)]),
    ).toEqual([['Satu', 'profile', ['dimension', 'benefit']]]);
  });
});

test('what the tool writes is no programme', () => {
  const chapter = chapterOf(`---
chapter: action-plan
---

# Rencana Aksi

<!-- masterplan:begin programmes-by-agency -->

| OPD | Program |
|---|---|
| A | Satu |

<!-- masterplan:end programmes-by-agency 0123abcd -->

| Program |
|---|
| Dua |
`);
  expect(chapter.generated.map(({ name, sum }) => [name, sum])).toEqual([['programmes-by-agency', '0123abcd']]);
  expect(chapter.parts[0]?.programmes.map(({ name }) => name)).toEqual(['Dua']);
});

describe('programmes without a heading of their own', () => {
  test('tables of labels and values with a name among them, numbered, with a column of colons', () => {
    expect(
      shown(`| Uraian | Isi |
|---|---|
| Nama Program | Sekolah Digital |
| OPD | : Dinas Pendidikan |

| No | Uraian | | Isi |
|---|---|---|---|
| 1 | Nama Program | : | Kampung Literasi |
| 2 | Tahun | : | 2025 |`),
    ).toEqual([
      '- Sekolah Digital {name: Sekolah Digital; agency: Dinas Pendidikan}',
      '- Kampung Literasi {name: Kampung Literasi; years: 2025}',
    ]);
  });

  test('a table with the titles of many fields holds programmes, whatever its rows begin with', () => {
    expect(
      shown(`| Nama Program | Tujuan | OPD | Tahun |
|---|---|---|---|
| Target | arah bersama | Bappeda | 2025 |
| Anggaran | belanja terbuka | BPKAD | 2026 |`),
    ).toEqual([
      '- Target {objective: arah bersama; agency: Bappeda; years: 2025}',
      '- Anggaran {objective: belanja terbuka; agency: BPKAD; years: 2026}',
    ]);
  });

  test('fields below a line that is wholly bold', () => {
    const { chapter, programmes } = read(`**1. Sekolah Digital**

- OPD: Dinas Pendidikan
- Tahun: 2025

**Kampung Literasi**

**OPD**: Dinas Arpusda
**Tahun**: 2025

**Catatan**

Tanpa bidang.`);
    expect(programmes.map((programme) => show(chapter, programme))).toEqual([
      '- Sekolah Digital {agency: Dinas Pendidikan; years: 2025}',
      '- Kampung Literasi {agency: Dinas Arpusda; years: 2025}',
    ]);
    expect(programmes.map(({ nameRange }) => textOf(chapter.source, nameRange))).toEqual([
      'Sekolah Digital',
      'Kampung Literasi',
    ]);
  });

  test('in lists within lists, each beside a table of programmes', () => {
    // What is decided anew at each depth would be decided more than 16 million times.
    const deep = Array.from({ length: 24 }, (_, depth) => {
      const margin = '  '.repeat(depth);
      const table = ['| Program | OPD |', '|---|---|', `| Program ${depth} | RSUD |`].map(
        (row) => `${margin}  ${row}\n`,
      );
      return `${margin}- Nama ${depth}\n\n${table.join('')}\n`;
    });
    const margin = '  '.repeat(24);
    expect(shown(`${deep.join('')}${margin}- OPD: Dinas Kesehatan\n${margin}- Tahun: 2026`)).toHaveLength(1);
  });

  test('bold lines right below the fields of the programme before', () => {
    expect(
      shown(`**1. Posyandu Daring**
- OPD: Dinas Kesehatan
- Tahun: 2026
  sampai 2027
**2. Telemedisin**
- OPD: RSUD
- Tahun: 2028
**3. Ambulans Desa**
- OPD: Dinas Kesehatan
- Tahun: 2029`),
    ).toEqual([
      '- Posyandu Daring {agency: Dinas Kesehatan; years: 2026\nsampai 2027}',
      '- Telemedisin {agency: RSUD; years: 2028}',
      '- Ambulans Desa {agency: Dinas Kesehatan; years: 2029}',
    ]);
    const within = '**Posyandu**\n\n- OPD: Dinas Kesehatan\n- Tahun: 2026\n  **belum pasti**\n- Target: 9';
    expect(shown(within)).toEqual(['- Posyandu {agency: Dinas Kesehatan; years: 2026\nbelum pasti; target: 9}']);
  });

  test('a code at the start of a line that is wholly bold', () => {
    const { chapter, programmes } = read(`**LIV-P-01 Simpus**

- OPD: Dinas Kesehatan
- Tahun: 2025

**2. LIV-P-02: Antrean *daring* pagi :**

- OPD: Dinas Kesehatan
- Tahun: 2025

__LIV-P-03__

- Nama Program: Posyandu
- OPD: Dinas Kesehatan

**LIV-P-04**

- Kode: LIV-P-05
- OPD: Dinas Kesehatan`);
    expect(programmes.map((programme) => show(chapter, programme))).toEqual([
      'LIV-P-01 Simpus {agency: Dinas Kesehatan; years: 2025}',
      'LIV-P-02 Antrean daring pagi {agency: Dinas Kesehatan; years: 2025}',
      'LIV-P-03 Posyandu {name: Posyandu; agency: Dinas Kesehatan}',
      'LIV-P-04 LIV-P-04 {code: LIV-P-05; agency: Dinas Kesehatan}',
    ]);
    expect(programmes.map(({ nameRange }) => textOf(chapter.source, nameRange))).toEqual([
      'Simpus',
      'Antrean *daring* pagi',
      'Posyandu',
      'LIV-P-04',
    ]);
    const escaped = read('**GOV\\-P\\-01 Gerai**\n\n- OPD: A\n- Tahun: 2025');
    const code = escaped.programmes[0]?.code;
    expect(code && [code.value, textOf(escaped.chapter.source, code)]).toEqual(['GOV-P-01', 'GOV\\-P\\-01']);
    expect(shown('### LIV-P-03\n\n- Nama Program: Posyandu\n- OPD: A')).toEqual([
      'LIV-P-03 Posyandu {name: Posyandu; agency: A}',
    ]);
  });

  test('a list whose items name programmes, with the fields of each below its name', () => {
    const body = `### Layanan

1. **LIV-P-01 Posyandu Terhubung**
   - OPD: Dinas Kesehatan
   - Indikator:
     - Jumlah posyandu
2. **Program 2: Kartu Sehat**: satu kartu untuk semua
   - Tahun: 2025
   - OPD: Dinas Sosial
3. Ambulans Desa

Kegiatan di atas dipantau.`;
    expect(shown(body)).toEqual([
      'LIV-P-01 Posyandu Terhubung {name: Posyandu Terhubung; code: LIV-P-01; agency: Dinas Kesehatan; indicator: - Jumlah posyandu}',
      '- Kartu Sehat {name: Kartu Sehat; years: 2025; agency: Dinas Sosial}',
      '- Ambulans Desa {name: Ambulans Desa}',
    ]);
    const { chapter, programmes } = read(body);
    expect(programmes.map((one) => textOf(chapter.source, one.nameRange))).toEqual([
      'Posyandu Terhubung',
      'Kartu Sehat',
      'Ambulans Desa',
    ]);
    expect(textOf(chapter.source, programmes[1] as Programme)).toBe(
      '2. **Program 2: Kartu Sehat**: satu kartu untuk semua\n   - Tahun: 2025\n   - OPD: Dinas Sosial',
    );
  });

  test('stages with years and amounts, and lists in which most items have no fields, name no programmes', () => {
    expect(
      shown(`### Kartu Tani

**OPD**: Dinas Pertanian

- Tahap pertama
  - Tahun: 2025
  - Anggaran: Rp 5 juta
- Tahap kedua
  - Tahun: 2026
  - Anggaran: Rp 6 juta`),
    ).toEqual(['- Kartu Tani {agency: Dinas Pertanian}']);
    expect(shown('- Satu\n  - OPD: Bappeda\n  - Tahun: 2025\n- Dua\n- Tiga')).toEqual([]);
  });

  test('a table of labels with a column for each programme', () => {
    const body = `| Program | Relawan Digital | Taman Baca |
|---|---|---|
| OPD | Diskominfo | Dinas Pendidikan |
| Tahun | 2025 | - |
| Indikator | Jumlah relawan | Jumlah pengunjung |`;
    expect(shown(body)).toEqual([
      '- Relawan Digital {name: Relawan Digital; agency: Diskominfo; years: 2025; indicator: Jumlah relawan}',
      '- Taman Baca {name: Taman Baca; agency: Dinas Pendidikan; years: ; indicator: Jumlah pengunjung}',
    ]);
    const { chapter, programmes } = read(body);
    expect(programmes.map((one) => textOf(chapter.source, one))).toEqual(['Relawan Digital', 'Taman Baca']);
    expect(
      shown('| Uraian | Isi | Catatan |\n|---|---|---|\n| Nama Program | Taman Baca | unggulan |\n| OPD | Bappeda | |'),
    ).toEqual(['- Taman Baca {name: Taman Baca; agency: Bappeda}']);
  });

  test('a field Nama Program names the programme, whatever the heading says', () => {
    expect(shown('### Program pertama\n\n- Nama Program: Sekolah Digital\n- OPD: Dinas Pendidikan')).toEqual([
      '- Sekolah Digital {name: Sekolah Digital; agency: Dinas Pendidikan}',
    ]);
    expect(shown('### Kelompok\n\n- Nama Program: Satu\n- OPD: A\n\nLalu\n\n- Nama Program: Dua\n- OPD: B')).toEqual([
      '- Satu {name: Satu; agency: A}',
      '- Dua {name: Dua; agency: B}',
    ]);
  });

  test('the labels of a profile may be sub-headings or bold lines', () => {
    for (const label of [(words: string) => `#### ${words}`, (words: string) => `**${words}**`]) {
      const body = `## Quick Win\n\n### 1. Rekam Medis\n\n${label('Manfaat')}\n\nTanpa berkas.\n\n${label('Keunikan')}\n\nSatu-satunya.`;
      const chapter = chapterOf(`${head}${body}\n`);
      expect(chapter.parts[0]?.quickWins.map((programme) => show(chapter, programme))).toEqual([
        '- Rekam Medis {benefit: Tanpa berkas.; uniqueness: Satu-satunya.}',
      ]);
    }
  });
});

describe('plain lines of fields', () => {
  const fields = '{agency: Dinas Kesehatan; years: 2026; budget: Rp 5 juta}';
  const lines = ['OPD : Dinas Kesehatan', 'Tahun: 2026', 'Anggaran\t: Rp 5 juta'];

  test('below a heading or a bold line, together, as paragraphs, with broken lines, and right below a bold line', () => {
    for (const title of ['### Antrean', '### 1. Antrean', '**Antrean**', '**1. Antrean:**']) {
      for (const between of ['\n', '\n\n', '\\\n', '  \n', '\r\n', '\r\n\r\n']) {
        expect(shown(`${title}\n\n${lines.join(between)}`)).toEqual([`- Antrean ${fields}`]);
        expect(shown(`${title}\n${lines.join(between)}`)).toEqual([`- Antrean ${fields}`]);
      }
    }
    expect(shown(`**LIV-P-01 Antrean**\\\n${lines.join('\\\n')}`)).toEqual([`LIV-P-01 Antrean ${fields}`]);
    expect(shown('**LIV-P-01 Antrean**\n**OPD**: Dinas\n**Tahun**: 2026')).toEqual([
      'LIV-P-01 Antrean {agency: Dinas; years: 2026}',
    ]);
  });

  test('their ranges', () => {
    const { chapter, programmes } = read(
      '**Antrean**\nTujuan : Layanan yang\nlebih cepat\nOPD\\: Dinas\\\n[Tahun]{.underline} : 2026\n\nUraian: lain.',
    );
    expect(programmes.map((programme) => show(chapter, programme))).toEqual([
      '- Antrean {objective: Layanan yang\nlebih cepat; agency: Dinas; years: 2026}',
    ]);
    expect(programmes.map(({ nameRange }) => textOf(chapter.source, nameRange))).toEqual(['Antrean']);
    expect(programmes[0]?.values.map((value) => textOf(chapter.source, value))).toEqual([
      'Layanan yang\nlebih cepat',
      'Dinas',
      '2026',
    ]);
    expect(programmes.map((one) => textOf(chapter.source, one))).toEqual([
      '**Antrean**\nTujuan : Layanan yang\nlebih cepat\nOPD\\: Dinas\\\n[Tahun]{.underline} : 2026\n\nUraian: lain.',
    ]);
  });

  test('with a name among them, one form below the other', () => {
    const forms = [
      ['Nama Program : Antrean', 'OPD : Dinas Kesehatan', 'Nama Program : Posyandu', 'Kode : LIV-P-02', 'Tahun : 2026'],
      ['Kode : LIV-P-01', 'Nama Program : Antrean', 'OPD : A', 'Kode : LIV-P-02', 'Nama Program : Posyandu', 'OPD : B'],
      ['Kode : LIV-P-01', 'Nama Program : Antrean', 'Nama Program : Posyandu', 'OPD : B', 'Catatan : C'],
    ];
    const expected = [
      [
        '- Antrean {name: Antrean; agency: Dinas Kesehatan}',
        'LIV-P-02 Posyandu {name: Posyandu; code: LIV-P-02; years: 2026}',
      ],
      [
        'LIV-P-01 Antrean {code: LIV-P-01; name: Antrean; agency: A}',
        'LIV-P-02 Posyandu {code: LIV-P-02; name: Posyandu; agency: B}',
      ],
      ['LIV-P-01 Antrean {code: LIV-P-01; name: Antrean}', '- Posyandu {name: Posyandu; agency: B}'],
    ];
    expect(forms.map((lines) => shown(lines.join('\n\n')))).toEqual(expected);
    const { chapter, programmes } = read(
      'Nama Program : Antrean\nOPD : A\n\nUraian.\n\nNama Program : Posyandu\nOPD : B',
    );
    expect(programmes.map((one) => [show(chapter, one), textOf(chapter.source, one)])).toEqual([
      ['- Antrean {name: Antrean; agency: A}', 'Nama Program : Antrean\nOPD : A\n\nUraian.'],
      ['- Posyandu {name: Posyandu; agency: B}', 'Nama Program : Posyandu\nOPD : B'],
    ]);
  });

  test('a single one only below a code', () => {
    expect(shown('### LIV-P-01 Antrean\n\nPuskesmas.\n\nTujuan : Cepat')).toEqual([
      'LIV-P-01 Antrean {objective: Cepat}',
    ]);
    expect(shown('### Antrean\n\nOPD : Dinas')).toEqual([]);
    expect(shown('**LIV-P-01 Antrean**\n\nOPD : Dinas')).toEqual([]);
    // Beside fields in other shapes it is one more.
    expect(shown('### Antrean\n\n- OPD: Dinas\n\nTahun : 2026')).toEqual(['- Antrean {agency: Dinas; years: 2026}']);
    expect(shown('### Antrean\n\n**OPD**: Dinas\nTahun : 2026')).toEqual(['- Antrean {agency: Dinas; years: 2026}']);
  });

  test.each([
    ['words that say what no programme must have', 'Tujuan: layanan cepat.\n\nSasaran: semua warga.'],
    ['the same word again', 'OPD: lima dinas terlibat.\n\nOPD: dua badan menyusul.'],
    ['behind other words of the paragraph', 'Rencana ini disusun\nTahun: 2026\nOPD: Bappeda'],
    ['small letters, where a line was broken', 'Tahun: 2026, dan perlu dibahas\nopd: mana yang memimpin'],
    ['addresses', 'OPD://dinas\nTahun://2026'],
    ['above a table of programmes', 'OPD : Dinas\nTahun : 2026\n\n| Program | Tujuan |\n|---|---|'],
  ])('prose has none: %s', (_, text) => {
    for (const title of ['### Arah', '**Arah**']) expect(shown(`${title}\n\n${text}`)).toEqual([]);
  });

  test('nor is it one where it stands beside fields', () => {
    expect(shown('### Antrean\n\n- OPD: Dinas\n- Tahun: 2026\n\nUntuk itu\nTujuan: dibahas lagi.')).toEqual([
      '- Antrean {agency: Dinas; years: 2026}',
    ]);
    expect(shown('### Antrean\n\n- OPD: Dinas\n  Tahun: 2026\n- Tujuan: cepat')).toEqual([
      '- Antrean {agency: Dinas\nTahun: 2026; objective: cepat}',
    ]);
  });

  test('the rows below them are programmes by themselves', () => {
    const table = '| Program | OPD |\n|---|---|\n| Antrean | A |';
    for (const title of ['### Dinas', '**Dinas**']) {
      expect(shown(`${title}\n\nOPD : Dinas\nTahun : 2026\n\n${table}`)).toEqual(['- Antrean {agency: A}']);
    }
  });

  test('in an action plan prose stays prose', () => {
    const plan = chapterOf(
      '---\nchapter: action-plan\n---\n\n# Rencana Aksi\n\n## Pendahuluan\n\nTujuan: satu arah.\n\nManfaat: tertib.\n\n## Pusat Data\n\nOPD : Dinas\nTahun : 2026\n',
    );
    expect(plan.parts[0]?.programmes.map((programme) => show(plan, programme))).toEqual([
      '- Pusat Data {agency: Dinas; years: 2026}',
    ]);
  });
});

describe('programmes as converters write them', () => {
  test('labels behind bookmarks, in spans, with an escaped colon', () => {
    const fields = `{indicator: Waktu; agency: Dinas; years: 2026--2027; budget: Rp 1 M}`;
    expect(
      shown(String.raw`### []{#_Toc9 .anchor}LIV-P-01 Antrean {#liv-p-01-antrean}

-   []{#_Hlk1 .anchor}Indikator: Waktu
-   [OPD]{.underline}: Dinas
-   Tahun\: 2026--2027
-   <u>Anggaran</u>: Rp 1 M`),
    ).toEqual([`LIV-P-01 Antrean ${fields}`]);
    expect(
      shown(String.raw`### LIV-P-01 Antrean

**[Indikator]{.underline}**: Waktu\
[]{#_Hlk1 .anchor}**OPD**: Dinas\
**Tahun**\: 2026--2027\
**<u>Anggaran</u>:** Rp 1 M`),
    ).toEqual([`LIV-P-01 Antrean ${fields}`]);
  });

  test('bold labels whose lines were joined', () => {
    expect(
      shown(
        '### LIV-P-01 Antrean\n\n**Indikator**: Waktu **tunggu** **OPD:** Dinas; RSUD **Tahun** : 2026 **Anggaran**: 5 juta',
      ),
    ).toEqual(['LIV-P-01 Antrean {indicator: Waktu tunggu; agency: Dinas; RSUD; years: 2026; budget: 5 juta}']);
  });

  describe('labels that were broken over two lines', () => {
    /** What each value says, and the source of it. */
    function placed(body: string): (readonly [string, string])[] {
      const { chapter, programmes } = read(body);
      return programmes.flatMap(({ values }) =>
        values.map((value) => [`${value.field}: ${value.text}`, textOf(chapter.source, value)] as const),
      );
    }

    const funded = [
      ['agency: Dinas', 'Dinas'],
      ['funding: APBD', 'APBD'],
    ];

    test('at the start of a line, behind another field, with the colon within', () => {
      for (const lines of [
        '**OPD**: Dinas\n**Sumber\nDana**: APBD',
        '**OPD**: Dinas **Sumber\nDana**: APBD',
        '**OPD:** Dinas **Sumber\nDana:** APBD',
        '**OPD**: Dinas **Sumber\n  Dana** : APBD',
        '**OPD**: Dinas\\\n**Sumber\nDana**: APBD',
        '__OPD__: Dinas __Sumber\nDana__: APBD',
        '**OPD**: Dinas\n\n**Sumber\nDana**: APBD',
        '**OPD**: Dinas\n**[Sumber\nDana]{.underline}**: APBD',
      ]) {
        for (const text of [lines, lines.replaceAll('\n', '\r\n')]) {
          expect(placed(`### LIV-P-01 Antrean\n\n${text}`)).toEqual(funded);
        }
      }
    });

    test('within the items of a list', () => {
      for (const lines of [
        '- OPD: Dinas\n- **Sumber\n  Dana**: APBD',
        '-   **OPD**: Dinas\n-   **Sumber\n    Dana:** APBD',
        '1. **OPD**: Dinas **Sumber\n   Dana**: APBD',
        '- **OPD**: Dinas\n  **Sumber\n  Dana**: APBD',
        '- OPD: Dinas **Sumber\nDana**: APBD',
      ]) {
        expect(placed(`### Antrean\n\n${lines}`)).toEqual(funded);
      }
      // What is nested belongs to the last field.
      expect(placed('### Antrean\n\n- **OPD**: Dinas **Sumber\n  Dana**:\n  - APBD\n  - APBN')).toEqual([
        ['agency: Dinas', 'Dinas'],
        ['funding: - APBD\n- APBN', '- APBD\n  - APBN'],
      ]);
    });

    test('words of prose are none', () => {
      const body = `### LIV-P-01 Antrean

Program ini memakai **dana desa
dan sumber** dana: semua desa ikut.

- Yang **sumber
  dana**: desa
- Sumber
  dana: desa`;
      expect(placed(body)).toEqual([]);
    });

    test('also where they stand alone, and where a bold line names a programme', () => {
      const { chapter, programmes } = read(`**LIV-P-01 Antrean *pasien* yang dapat
dipesan dari rumah**

- OPD: Dinas
- Tahun: 2026`);
      expect(programmes.map((programme) => show(chapter, programme))).toEqual([
        'LIV-P-01 Antrean pasien yang dapat dipesan dari rumah {agency: Dinas; years: 2026}',
      ]);
      expect(programmes.map(({ nameRange }) => textOf(chapter.source, nameRange))).toEqual([
        'Antrean *pasien* yang dapat\ndipesan dari rumah',
      ]);
      const profile = chapterOf(
        `${head}## Quick Win\n\n### Antrean\n\n**Manfaat**\n\nCepat.\n\n**Strategi\nKeberlangsungan**\n\nAnggaran desa.\n`,
      );
      expect(profile.parts[0]?.quickWins.map((programme) => show(profile, programme))).toEqual([
        '- Antrean {benefit: Cepat.; sustainability: Anggaran desa.}',
      ]);
    });

    test('titles of columns may break as well', () => {
      expect(shown('| Program | Sumber<br>Dana |\n|---|---|\n| Antrean | APBD |')).toEqual([
        '- Antrean {funding: APBD}',
      ]);
    });
  });

  test('codes with hyphens that do not break', () => {
    const { programmes } = read(`| Kode | Program | OPD |
|---|---|---|
| LIV\u2011P\u201101 | Antrean | Dinas |
| &nbsp; | LIV\u2011P\u201102: Zona | Dinas |

### LIV\u2011P\u201103 Trayek

- OPD: Dinas

### Halte

- Kode: LIV\u2010P\u201004
- OPD: Dinas`);
    expect(programmes.map(({ code, name }) => [code?.value, name])).toEqual([
      ['LIV-P-01', 'Antrean'],
      ['LIV-P-02', 'Zona'],
      ['LIV-P-03', 'Trayek'],
      ['LIV-P-04', 'Halte'],
    ]);
  });
});
