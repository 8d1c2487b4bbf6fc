/** Programmes without a target, or without anything that says what or whom they are for. */

import { describe, expect, test } from 'vitest';
import { expectFixesToHold, fixAll, offeredFixes, problemsIn, withFix } from './fixing';
import { asWindows, economy, economyWith, found, places } from './found';

const rule = 'programme-goal-missing';

const table = (header: string, ...rows: string[]) =>
  `## Program Jangka Pendek\n\n${header}\n${header.replace(/[^|]+/g, '---')}\n${rows.join('\n')}`;

describe('a row is judged by the columns that its table has', () => {
  const header = '| Program | Tujuan | Sasaran | Indikator | Target | OPD | Tahun |';

  test('a target that is not there', () => {
    expect(
      found(rule, economyWith(table(header, '| Pasar | Usaha tumbuh | | Pedagang | - | Disdag | 2025 |'))),
    ).toEqual([['12 Pasar', 'Program "Pasar" belum memiliki Target.', 'Programme "Pasar" lacks: target.']]);
  });

  test('neither objective nor beneficiary', () => {
    expect(found(rule, economyWith(table(header, '| Pasar | | TBD | Pedagang | 500 | Disdag | 2025 |')))).toEqual([
      [
        '12 Pasar',
        'Program "Pasar" belum memiliki Tujuan atau Sasaran.',
        'Programme "Pasar" lacks: objective or beneficiary.',
      ],
    ]);
  });

  test('a beneficiary alone will do', () => {
    expect(
      places(rule, economyWith(table(header, '| Pasar | | Pedagang pasar | Pedagang | 500 | Disdag | 2025 |'))),
    ).toEqual([]);
  });

  test('nothing is said of a programme that is incomplete', () => {
    expect(places(rule, economyWith(table(header, '| Pasar | | | | | Disdag | 2025 |', '| Katalog |')))).toEqual([]);
  });
});

test('the header row speaks where the table has no column, even where all its rows are incomplete', () => {
  const body = table('| Program | Indikator | OPD | Tahun |', '| Pasar | | | |');
  expect(found(rule, economyWith(body))).toEqual([
    [
      '10 | Program | Indikator | OPD | Tahun |',
      'Tabel program ini belum memiliki kolom Target dan Tujuan atau Sasaran.',
      'This table of programmes has no column for target and objective or beneficiary yet.',
    ],
  ]);
});

test('what the quick win or its profile says counts', () => {
  const short = table(
    '| Program | Tujuan | Indikator | Target | OPD | Tahun |',
    '| Pasar | Tumbuh | Pedagang | | Disdag | 2025 |',
  );
  const quickWin = '## Quick Win\n\n| Quick Win | Target |\n|---|---|\n| Pasar | 500 pedagang |';
  expect(places(rule, economyWith(short))).toEqual(['12 Pasar']);
  expect(places(rule, economyWith(`${short}\n\n${quickWin}`))).toEqual([]);
});

test('the tables of quick wins, roadmap and goals are no tables of programmes', () => {
  expect(places(rule, economyWith('## Quick Win\n\n| Quick Win | OPD |\n|---|---|\n| Pasar | Disdag |'))).toEqual([]);
});

test('a manifest that makes the target required leaves it to programme-incomplete', () => {
  const files = {
    'masterplan.yaml': 'fields:\n  - { id: target, required: true }\n',
    'bab.md': economyWith(table('| Program | Tujuan | Indikator | OPD | Tahun |', '| Pasar | A | B | Disdag | 2025 |')),
  };
  expect(places(rule, files)).toEqual([]);
  expect(places('programme-incomplete', files)).toEqual(['10 | Program | Tujuan | Indikator | OPD | Tahun |']);
});

describe('the fix', () => {
  test('adds the columns behind those that the template has before them', () => {
    const files = {
      'bab.md': economy({
        medium: table(
          '| No | Program | Indikator | OPD | Tahun | Anggaran | Sumber Dana |',
          '| 1 | Katalog | Nilai belanja | Dinas Koperasi | 2026 | 1 M | APBN |',
          '| | **Kelompok** | | | | | |',
          '| 2 | Pasar | Pedagang | Disdag | 2026 |',
        ).replace('Pendek', 'Menengah'),
      }),
    };
    expect(expectFixesToHold(files)).toBeGreaterThan(0);
    expect(fixAll(files, rule)['bab.md']).toContain(
      [
        '| No | Program | Tujuan | Indikator | Target | OPD | Tahun | Anggaran | Sumber Dana |',
        '|---|---|---|---|---|---|---|---|---|',
        '| 1 | Katalog | [isi di sini] | Nilai belanja | [isi di sini] | Dinas Koperasi | 2026 | 1 M | APBN |',
        '| | **Kelompok** | | | | | | | |',
        '| 2 | Pasar | [isi di sini] | Pedagang | [isi di sini] | Disdag | 2026 |',
      ].join('\n'),
    );
  });

  test('writes English where the book does', () => {
    const files = {
      'masterplan.yaml': 'language: en\n',
      'bab.md': economyWith(table('| Programme | Indicator | PIC | Years |', '| Market | Traders | Trade | 2025 |')),
    };
    expect(fixAll(files, rule)['bab.md']).toContain(
      '| Programme | Objective | Indicator | Target | PIC | Years |\n|---|---|---|---|---|---|\n| Market | TODO | Traders | TODO | Trade | 2025 |',
    );
  });

  test.each([
    [
      '- OPD: Disdag\n- Indikator: Pedagang\n- Tahun: 2025',
      '- Tahun: 2025\n- Target: [isi di sini]\n- Tujuan: [isi di sini]',
    ],
    [
      '1. OPD: Disdag\n2. Indikator: Pedagang\n3. Tahun: 2025',
      '3. Tahun: 2025\n4. Target: [isi di sini]\n5. Tujuan: [isi di sini]',
    ],
    [
      '- **OPD**: Disdag\n- **Indikator**: Pedagang\n- **Tahun**: 2025',
      '- **Tahun**: 2025\n- **Target**: [isi di sini]\n- **Tujuan**: [isi di sini]',
    ],
    [
      '**OPD:** Disdag\n**Indikator:** Pedagang\n**Tahun:** 2025',
      '**Tahun:** 2025\n**Target:** [isi di sini]\n**Tujuan:** [isi di sini]',
    ],
    [
      '**OPD**: Disdag\n\n**Indikator**: Pedagang\n\n**Tahun**: 2025',
      '**Tahun**: 2025\n\n**Target**: [isi di sini]\n\n**Tujuan**: [isi di sini]',
    ],
    [
      '| Uraian | Isi |\n|---|---|\n| OPD | Disdag |\n| Indikator | Pedagang |\n| Tahun | 2025 |',
      '| Tahun | 2025 |\n| Target | [isi di sini] |\n| Tujuan | [isi di sini] |',
    ],
    [
      '- OPD:\n  - Disdag\n  - Bappeda\n- Indikator: Pedagang\n- Target:\n- Tahun: 2025',
      '- Target: [isi di sini]\n- Tahun: 2025\n- Tujuan: [isi di sini]',
    ],
  ])('gives a block lines in its own shape: %s', (block, expected) => {
    const source = economyWith(`## Program Jangka Pendek\n\n### ECO-P-01 Pasar\n\n${block}\n\nUraian.`);
    for (const text of [source, asWindows(source)]) {
      const files = { 'bab.md': text };
      expect(expectFixesToHold(files, [rule])).toBe(1);
      expect(fixAll(files, rule)['bab.md']?.replaceAll('\r\n', '\n')).toContain(expected);
    }
  });

  test('is not offered where it would have to take away what stands there', () => {
    const block = '- OPD: Disdag\n- Indikator: Pedagang\n- Tahun: 2025\n- Target: -\n- Tujuan: Tumbuh';
    const files = { 'bab.md': economyWith(`## Program Jangka Pendek\n\n### ECO-P-01 Pasar\n\n${block}`) };
    const problem = problemsIn(files).find((each) => each.rule === rule);
    expect(problem?.message).toBe('Program "Pasar" belum memiliki Target.');
    expect(offeredFixes(files, rule)).toEqual([[]]);
  });

  test('leaves a blank cell where another place of the programme gives the field', () => {
    const short = table(
      '| Program | Indikator | OPD | Tahun |',
      '| Pasar | Pedagang | Disdag | 2025 |',
      '| Katalog | Nilai | Dinkop | 2025 |',
    );
    const files = { 'bab.md': economyWith(`${short}\n\n## Quick Win\n\n### Pasar\n\n- Target: 500\n- Tujuan: tumbuh`) };
    const problem = problemsIn(files).find((each) => each.rule === rule);
    const fix = offeredFixes(files, rule)[0]?.[0];
    expect(fix?.title).toBe('Tambahkan kolom Target dan Tujuan');
    if (problem === undefined || fix === undefined) return;
    expect(withFix(files, problem, fix)['bab.md']).toContain(
      '| Pasar | | Pedagang | | Disdag | 2025 |\n| Katalog | [isi di sini] | Nilai | [isi di sini] | Dinkop | 2025 |',
    );
  });
});
