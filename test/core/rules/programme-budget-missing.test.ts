/** Programmes without a budget, or without a source that pays for it. */

import { describe, expect, test } from 'vitest';
import { expectFixesToHold, fixAll } from './fixing';
import { asWindows, chapter, economyWith, found, places } from './found';

const rule = 'programme-budget-missing';

const medium = (header: string, row: string) =>
  `## Program Jangka Menengah\n\n${header}\n${header.replace(/[^|]+/g, '---')}\n${row}`;

describe('a programme without', () => {
  test.each([
    ['| Pasar | Pedagang | Disdag | 2026 | - | APBN |', 'Anggaran', 'budget'],
    ['| Pasar | Pedagang | Disdag | 2026 | 1 M | n/a |', 'Sumber Dana', 'funding source'],
    ['| Pasar | Pedagang | Disdag | 2026 | | |', 'Anggaran dan Sumber Dana', 'budget and funding source'],
  ])('%s', (row, id, en) => {
    expect(
      found(rule, economyWith(medium('| Program | Indikator | OPD | Tahun | Anggaran | Sumber Dana |', row))),
    ).toEqual([['12 Pasar', `Program "Pasar" belum memiliki ${id}.`, `Programme "Pasar" lacks: ${en}.`]]);
  });
});

test('an amount that cannot be read is there: that is another rule', () => {
  const body = medium(
    '| Program | Indikator | OPD | Tahun | Biaya | Sumber Dana |',
    '| Pasar | P | Disdag | 2026 | menyusul | APBN |',
  );
  expect(places(rule, economyWith(body))).toEqual([]);
  expect(places('programme-value', economyWith(body))).toEqual(['12 menyusul']);
});

test('the header row speaks for the column that is not there, the rows for the one that is', () => {
  const body = medium('| Program | Indikator | OPD | Tahun | Anggaran |', '| Pasar | Pedagang | Disdag | 2026 | - |');
  expect(found(rule, economyWith(body))).toEqual([
    [
      '10 | Program | Indikator | OPD | Tahun | Anggaran |',
      'Tabel program ini belum memiliki kolom Sumber Dana.',
      'This table of programmes has no column for funding source yet.',
    ],
    ['12 Pasar', 'Program "Pasar" belum memiliki Anggaran.', 'Programme "Pasar" lacks: budget.'],
  ]);
});

test('so it is in the action plan', () => {
  const plan = chapter(
    'action-plan',
    'Rencana Aksi',
    '| Program | Indikator | OPD | Tahun |\n|---|---|---|---|\n| A | B | C | 2025 |',
  );
  expect(places(rule, plan)).toEqual(['7 | Program | Indikator | OPD | Tahun |']);
});

test('a block is asked for both', () => {
  const source = economyWith(
    '## Program Jangka Panjang\n\n### ECO-L-01 Sentra\n\n- Indikator: Volume\n- OPD: Distan\n- Tahun: 2030',
  );
  expect(places(rule, source)).toEqual(['10 Sentra']);
  expect(expectFixesToHold({ 'bab.md': source }, [rule])).toBe(1);
  expect(fixAll({ 'bab.md': source }, rule)['bab.md']).toContain(
    '- Tahun: 2030\n- Anggaran: [isi di sini]\n- Sumber Dana: [isi di sini]\n',
  );
});

describe('a label that was broken over two lines', () => {
  const block = (fields: string) => economyWith(`## Program Jangka Panjang\n\n### ECO-L-01 Sentra\n\n${fields}`);

  test('is read as one', () => {
    const joined = '**Indikator**: Volume **OPD**: Distan **Tahun**: 2030 **Anggaran**: Rp 1 M **Sumber\nDana**: APBD';
    const list =
      '-   Indikator: Volume\n-   OPD: Distan\n-   Tahun: 2030\n-   Anggaran: Rp 1 M\n-   **Sumber\n    Dana**: APBD';
    for (const source of [joined, list]) {
      expect(places(rule, block(source))).toEqual([]);
      expect(places(rule, asWindows(block(source)))).toEqual([]);
    }
  });

  test('is the model of the lines that the fix adds', () => {
    const list = block('* **Indikator**: Volume\n* **OPD**: Distan\n* **Tahun**: 2030\n* **Sumber\n  Dana**: APBD');
    const lines = block('**Indikator**: Volume\n**OPD**: Distan\n**Tahun**: 2030\n**Sumber\nDana**: APBD');
    for (const [source, added] of [
      [list, '* **Sumber\n  Dana**: APBD\n* **Anggaran**: [isi di sini]\n'],
      [lines, '**Sumber\nDana**: APBD\n**Anggaran**: [isi di sini]\n'],
    ] as const) {
      expect(places(rule, source)).toEqual(['10 Sentra']);
      expect(expectFixesToHold({ 'bab.md': source }, [rule])).toBe(1);
      expect(fixAll({ 'bab.md': source }, rule)['bab.md']).toContain(added);
    }
  });
});

test('plain lines of fields are read, and the fix adds such lines', () => {
  const head = '## Program Jangka Panjang\n\n### Sentra';
  const full = 'Indikator : Volume\nOPD : Distan\nTahun : 2030\nAnggaran : Rp 1 M\nSumber Dana : APBD';
  for (const text of [full, full.replaceAll('\n', '\n\n')]) {
    expect(places(rule, economyWith(`${head}\n\n${text}`))).toEqual([]);
    const source = economyWith(`${head}\n\n${text.slice(0, text.indexOf('\nAnggaran')).trimEnd()}`);
    expect(places(rule, source)).toEqual(['10 Sentra']);
    expect(expectFixesToHold({ 'bab.md': source }, [rule])).toBe(1);
    const gap = text === full ? '\n' : '\n\n';
    expect(fixAll({ 'bab.md': source }, rule)['bab.md']).toContain(
      `Tahun : 2030${gap}Anggaran: [isi di sini]${gap}Sumber Dana: [isi di sini]\n`,
    );
  }
});
