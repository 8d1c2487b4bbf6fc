/** Programmes without agency, indicator or years, and the columns and lines that a fix adds. */

import { describe, expect, test } from 'vitest';
import { expectFixesToHold, fixAll, offeredFixes, problemsIn } from './fixing';
import { asWindows, economyWith, found, places } from './found';

const rule = 'programme-incomplete';

test('one finding for a programme, naming what is missing', () => {
  const body =
    '## Program Jangka Pendek\n\n| Program | Indikator | OPD | Tahun |\n|---|---|---|---|\n| Pasar | - | Disdag | TBD |\n| Katalog |';
  expect(found(rule, economyWith(body))).toEqual([
    [
      '12 Pasar',
      'Program "Pasar" belum memiliki Indikator dan Tahun.',
      'Programme "Pasar" lacks: indicator and years.',
    ],
    [
      '13 Katalog',
      'Program "Katalog" belum memiliki Indikator, OPD, dan Tahun.',
      'Programme "Katalog" lacks: indicator, responsible agency, and years.',
    ],
  ]);
});

test('year columns are a place for the years', () => {
  const body =
    '## Program Jangka Pendek\n\n| Program | Indikator | OPD | 2025 | 2026 |\n|---|---|---|---|---|\n| Pasar | A | B | | |';
  expect(places(rule, economyWith(body))).toEqual(['12 Pasar']);
});

describe('years above targets and amounts', () => {
  const manifest = 'period: 2026-2035\n';
  const table = (agency: boolean) => {
    const [title, rule, blank, value] = agency ? [' OPD |', '---|', ' |', ' Dinkop |'] : ['', '', '', ''];
    return `## Program Jangka Pendek

| Program | Tujuan | Indikator | 2026 | | 2027 | |${title} Sumber Dana |
|---|---|---|---|---|---|---|${rule}---|
| | | | Target | Anggaran | Target | Anggaran |${blank} |
| Koperasi | Usaha | Nilai | 2 | Rp 100 juta | 3 | Rp 120 juta |${value} APBD |
| Kios | " | " | " | " | | |${value} APBD |
| Pasar | Usaha | Nilai | | | | |${value} APBD |`;
  };

  test('are the place of all three', () => {
    const book = { 'masterplan.yaml': manifest, 'bab.md': economyWith(table(true)) };
    expect(places(rule, book)).toEqual(['15 Pasar']);
    for (const other of ['programme-goal-missing', 'programme-budget-missing', 'programme-value'])
      expect(places(other, book).filter((place) => !/Pasar/.test(place))).toEqual([]);
  });

  test('stay together when a column is added', () => {
    const book = { 'masterplan.yaml': manifest, 'bab.md': economyWith(table(false)) };
    expect(places(rule, book)).toEqual([
      '10 | Program | Tujuan | Indikator | 2026 | | 2027 | | Sumber Dana |',
      '15 Pasar',
    ]);
    expect(expectFixesToHold(book, [rule])).toBe(1);
    expect(
      fixAll(book, rule)['bab.md'],
    ).toContain(`| Program | Tujuan | Indikator | 2026 | | 2027 | | OPD | Sumber Dana |
|---|---|---|---|---|---|---|---|---|
| | | | Target | Anggaran | Target | Anggaran | | |
| Koperasi | Usaha | Nilai | 2 | Rp 100 juta | 3 | Rp 120 juta | [isi di sini] | APBD |
`);
  });
});

test('a continuation, the quick win and its profile give what a row lacks', () => {
  const body = `## Program Jangka Pendek

| Kode | Program | Indikator | OPD | Tahun |
|---|---|---|---|---|
| P-01 | Pasar | | - | |
| | | pedagang aktif | | |
| P-02 | Gudang | | | 2025 |

## Quick Win

| Kode | Program | Tahun |
|---|---|---|
| P-01 | Pasar | 2025 |`;
  const profile = '---\nchapter: quick-wins\n---\n\n# Profil\n\n## P-01 Pasar\n\n- OPD: Dinas Perdagangan\n';
  expect(places(rule, { '1.md': economyWith(body) })).toEqual(['1.md:12 Pasar', '1.md:14 Gudang']);
  expect(places(rule, { '1.md': economyWith(body), '2.md': profile })).toEqual(['1.md:14 Gudang']);
});

test('a header row speaks for its table, and its rows are judged by the columns that it has', () => {
  const body =
    '## Program Jangka Pendek\n\n| Program | Tahun |\n|---|---|\n| Pasar | 2025 |\n| Gudang | |\n\n### Katalog\n\n- Tahun: 2025';
  expect(found(rule, economyWith(body))).toEqual([
    [
      '10 | Program | Tahun |',
      'Tabel program ini belum memiliki kolom Indikator dan OPD.',
      'This table of programmes has no column for indicator and responsible agency yet.',
    ],
    ['13 Gudang', 'Program "Gudang" belum memiliki Tahun.', 'Programme "Gudang" lacks: years.'],
    [
      '15 Katalog',
      'Program "Katalog" belum memiliki Indikator dan OPD.',
      'Programme "Katalog" lacks: indicator and responsible agency.',
    ],
  ]);
});

test('of a row that was read only in part nothing is said', () => {
  const row = `| Pasar | ${'x'.repeat(20_001)} | Disdag | 2025 |`;
  const table = `| Program | Indikator | OPD | Tahun |\n|---|---|---|---|\n${row}\n| Gudang | A | B | |`;
  expect(places(rule, economyWith(`## Program Jangka Pendek\n\n${table}`))).toEqual(['13 Gudang']);
});

test('an orphaned quick win is left alone', () => {
  const body = '## Quick Win\n\n| Quick Win | Manfaat |\n|---|---|\n| Pasar | Catatan |';
  expect(places(rule, economyWith(body))).toEqual([]);
});

describe('the fix', () => {
  test('adds columns that bring no error to their rows', () => {
    const body = '## Program Jangka Pendek\n\n| Program | Keterangan |\n|:--|---:|\n| Pasar | \\| baru |\n| Katalog';
    const source = economyWith(body);
    for (const text of [source, asWindows(source)]) {
      expect(expectFixesToHold({ 'bab.md': text }, [rule])).toBe(1);
      const fixed = fixAll({ 'bab.md': text }, rule);
      expect(problemsIn(fixed).filter((problem) => problem.rule === rule)).toEqual([]);
      expect(fixed['bab.md']?.replaceAll('\r\n', '\n')).toContain(
        [
          '| Program | Indikator | OPD | Tahun | Keterangan |',
          '|:--|---|---|---|---:|',
          '| Pasar | [isi di sini] | [isi di sini] | [isi di sini] | \\| baru |',
          '| Katalog | [isi di sini] | [isi di sini] | [isi di sini]',
        ].join('\n'),
      );
    }
  });

  test('begins the fields of a block that is only a heading', () => {
    const files = { 'bab.md': economyWith('## Program Jangka Pendek\n\n### ECO-P-01 Pasar\nUraian pendek.') };
    expect(expectFixesToHold(files, [rule])).toBe(1);
    expect(fixAll(files, rule)['bab.md']).toContain(
      '### ECO-P-01 Pasar\n\n- Indikator: [isi di sini]\n- OPD: [isi di sini]\n- Tahun: [isi di sini]\n\nUraian pendek.',
    );
  });

  test('is none for a row: only its author can fill its cells', () => {
    const body =
      '## Program Jangka Pendek\n\n| Program | Indikator | OPD | Tahun |\n|---|---|---|---|\n| Pasar | - | Disdag | |';
    expect(offeredFixes({ 'bab.md': economyWith(body) }, rule)).toEqual([[]]);
  });
});
