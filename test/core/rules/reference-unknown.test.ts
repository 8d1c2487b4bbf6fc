/** References to codes that nothing has, and brackets that are no references (format 3.5). */

import { describe, expect, test } from 'vitest';
import { checkBook } from '../../../src/core/rules/check';
import { fixesOf } from '../../../src/core/rules/problem';
import { bookOf } from '../workspace';
import { offeredFixes } from './fixing';
import { allPlaces, asWindows, chapter, economy, economyWith, found, places, sections } from './found';

const rule = 'reference-unknown';

/** A masterplan with this chapter of Smart Economy and a complete chapter of Smart Living, whose codes begin with LIV. */
function book(source: string): Record<string, string> {
  return {
    'masterplan.yaml': 'region: Kabupaten Contoh\n',
    'bab.md': source,
    'living.md': economy().replace('dimension: economy', 'dimension: living').replaceAll('ECO-', 'LIV-'),
  };
}

/** The complete chapter with one more paragraph, item or row at its end, from line 55 on. */
function withText(text: string): Record<string, string> {
  return book(economy({ quickWins: `## Quick Win\n\n${text}` }));
}

describe('in a strategy', () => {
  test.each([
    ['(S1, O9)', ['O9']],
    ['[S9 dan O1]', ['S9']],
    ['(**S8**; W1 / T7 & O1)', ['S8', 'T7']],
    ['(S1–S4)', ['S1–S4']],
    ['(SO7)', ['SO7']],
    ['(ECO-P-09)', ['ECO-P-09']],
    ['(living:S3)', ['living:S3']],
    ['(Smart-Living:WT2)', ['Smart-Living:WT2']],
    ['(S1, O2) dan (W9)', ['W9']],
  ])('%s', (brackets, unknown) => {
    const source = economy({ strategy: `## Strategi\n\n- SO1. Menata ${brackets}\n- WT1. Menguatkan (W1)` });
    expect(places(rule, book(source))).toEqual(unknown.map((code) => `32 ${code}`));
  });

  test('the codes of a span are one finding', () => {
    const source = economy({ strategy: '## Strategi\n\n- SO1. Menata (S1–S4)\n- WT1. Menguatkan (W1)' });
    expect(found(rule, source)).toEqual([
      ['32 S1–S4', 'Kode S3, S4 tidak ada di Smart Economy.', 'There are no codes S3, S4 in Smart Economy.'],
    ]);
    expect(places(rule, asWindows(source))).toEqual(['32 S1–S4']);
  });

  test('its own code, wholly bold or in brackets, is what programmes name', () => {
    const source = economy({
      strategy: '## Strategi\n\n- **SO1** Menata (S1, S2, O1, O2)\n- (WT1) Menguatkan (W1, W2, T1, T2)',
    });
    expect(allPlaces(book(source))).toEqual(allPlaces(book(economy())));
  });

  test.each([
    '(SPBE)',
    '(2024)',
    '[1]',
    '(COVID-19)',
    '(B3)',
    '(S1, lihat lampiran)',
    '[S9](https://contoh.go.id)',
    '[^9]',
  ])('words in brackets are text: %s', (brackets) => {
    const source = economy({ strategy: `## Strategi\n\n- SO1. Menata ${brackets}\n- WT1. Menguatkan (W1)` });
    expect(places(rule, book(source))).toEqual([]);
  });

  test.each(['<!-- cek (S9) -->', '`(S9)`'])('comments and code are not read: %s', (text) => {
    const source = economy({ strategy: `## Strategi\n\n- SO1. Menata ${text} (S1)\n- WT1. Menguatkan (W1)` });
    expect(places(rule, book(source))).toEqual([]);
  });
});

describe('in a programme', () => {
  const row = (strategy: string, basis = '', related = '') =>
    `| Program | Strategi | Dasar SWOT | Program Terkait |\n|---|---|---|---|\n| Pasar Tanpa Uang Tunai | ${strategy} | ${basis} | ${related} |`;

  test('fields that refer hold codes', () => {
    const files = withText(row('SO1, SO4', 'S1 <br> S5', 'ECO-M-01; LIV-L-01; ECO-M-07, GOV-P-01'));
    expect(found(rule, files)).toEqual([
      ['57 SO4', 'Kode SO4 tidak ada di Smart Economy.', 'There is no code SO4 in Smart Economy.'],
      ['57 S5', 'Kode S5 tidak ada di Smart Economy.', 'There is no code S5 in Smart Economy.'],
      ['57 ECO-M-07', 'Kode ECO-M-07 tidak ada dalam masterplan ini.', 'There is no code ECO-M-07 in this masterplan.'],
      ['57 GOV-P-01', 'Kode GOV-P-01 tidak ada dalam masterplan ini.', 'There is no code GOV-P-01 in this masterplan.'],
    ]);
  });

  test('fields in words, and empty ones, are text', () => {
    expect(places(rule, withText(row('Menata pasar SO9', '-', 'belum ada')))).toEqual([]);
  });

  test.each([
    [['SO9: Menata pasar'], ['SO9']],
    [['SO1: Menata; SO9 Menjaga'], ['SO9']],
    [['', 'S2, O9 (peluang)'], ['O9']],
    [['', 'S1 (pasar), O9 (peluang)'], ['O9']],
    [['', '(S1, S9), (O1)'], ['S9']],
    [['', 'S1, S9 x O1'], ['S9']],
    [['', 'Kekuatan: S1–S3; Peluang: O1'], ['S1–S3']],
    [['', 'living:S8 (layanan)'], ['living:S8']],
    [
      ['', '', 'ECO-P-77: Pasar; mendukung LIV\\-P\\-78'],
      ['ECO-P-77', 'LIV\\-P\\-78'],
    ],
    [['Mendukung ECO-P-77 di pasar'], ['ECO-P-77']],
  ])('a code beside other words in a field: %j', ([strategy = '', basis = '', related = ''], unknown) => {
    expect(places(rule, withText(row(strategy, basis, related)))).toEqual(unknown.map((code) => `57 ${code}`));
  });

  test.each([
    ['Sesuai RPJMD-2025 dan RPJPD 2025-2029', 'A4, 5G, B3 dan PERDA-12-2020', 'W1-Wonosobo'],
    ['Menekan COVID-19 dan kadar SO2, SO3', 'Tenaga lulusan S2, S3', 'Renstra BPBD-3'],
    ['SO1: Menata (lihat SO9)', 'S1 untuk lulusan S3', 'GOV-P-01 milik dimensi lain'],
    ['<span id="SO9"></span>SO1 Menata', 'S1 <!-- S9 --> pasar', '[ECO-P-01](02.md#ECO-P-99) Pasar'],
    ['SO1 https://contoh.go.id/SO9', 'S1 W1-WONOSOBO', 'ECO-P-01 dan 02'],
    ['Tabel:SO9 Menata', 'S1 [^S9] pasar', 'Aplikasi SPBE-2'],
  ])('other words in a field are no codes: %s, %s, %s', (strategy, basis, related) => {
    expect(places(rule, withText(row(strategy, basis, related)))).toEqual([]);
  });

  test('brackets in the name and in a block', () => {
    expect(
      places(rule, withText('| Program | OPD |\n|---|---|\n| Limbah (B3) dan Gudang (SO8) | Dinas (X) |')),
    ).toEqual(['57 SO8']);
    expect(
      places(rule, withText('### Pasar (W8)\n\n- OPD: Disdag\n- Manfaat: tumbuh [ECO-P-44]\n\nUraian (T6).')),
    ).toEqual(['55 W8', '58 ECO-P-44', '60 T6']);
  });

  test('a profile looks its codes up in the dimension of the programme that it is', () => {
    const profile = chapter(
      'quick-wins',
      'Profil',
      '## Pasar Tanpa Uang Tunai\n\n- Kode: ECO-P-01\n- Strategi: SO1, SO6',
    );
    expect(found(rule, { ...book(economy()), 'profil.md': profile })).toEqual([
      ['profil.md:10 SO6', 'Kode SO6 tidak ada di Smart Economy.', 'There is no code SO6 in Smart Economy.'],
    ]);
  });
});

describe('in running text', () => {
  test.each([
    ['one of the codes is one of the dimension', 'Lihat (S1, S7).', ['S7']],
    [
      'a qualified code of a known dimension',
      'Lihat (living:S7) dan [Kehidupan-Cerdas:O8].',
      ['living:S7', 'Kehidupan-Cerdas:O8'],
    ],
    ['the beginning of a programme code that there is', 'Lihat (ECO-P-77) dan [LIV-M-02].', ['ECO-P-77', 'LIV-M-02']],
  ])('where there is %s', (_, text, unknown) => {
    expect(places(rule, withText(text)).map((place) => place.replace(/^\d+ /, ''))).toEqual(unknown);
  });

  test.each([
    'Magister (S7), sarjana (S9, S8) dan vokasi (D3).',
    'Sistem (SPBE) tahun (2024) menurut [1] selama (COVID-19).',
    'Lihat (Tabel:A1) dan (Gambar:S1).',
    'Lihat [S1, S7](x.md), [S1]: dan [S1][S7].',
    'Lihat `(S1, S7)` <!-- (S1, S7) -->.',
    'Lihat S1, S7 tanpa kurung.',
    'Lihat (GOV-P-01).',
  ])('other brackets are text: %s', (text) => {
    expect(places(rule, withText(text))).toEqual([]);
  });

  test('outside of dimensions only programme codes and qualified codes', () => {
    const text = 'Lihat (S1, S2), (ECO-P-01), (ECO-P-55), (economy:S1) dan (economy:S6).';
    expect(found(rule, { ...book(economy()), 'z.md': chapter('closing', 'Penutup', text) })).toEqual([
      [
        'z.md:7 ECO-P-55',
        'Kode ECO-P-55 tidak ada dalam masterplan ini.',
        'There is no code ECO-P-55 in this masterplan.',
      ],
      ['z.md:7 economy:S6', 'Kode S6 tidak ada di Smart Economy.', 'There is no code S6 in Smart Economy.'],
    ]);
  });
});

describe('one cause is one finding', () => {
  test('a code that the mending of another rule gives is not unknown', () => {
    const wrong = economy().replace('- W2. Rantai', '- S9. Rantai');
    expect(places('swot-code', wrong)).toEqual(['18 S9']);
    expect(places(rule, book(wrong))).toEqual([]);
  });

  test.each([
    ['a missing SWOT', { swot: '' }],
    ['an empty one', { swot: '## SWOT' }],
    ['a missing quadrant', { swot: '## SWOT\n\n### Kekuatan\n\n- S1. Pasar\n- S2. Gudang' }],
    ['missing strategies', { strategy: '' }],
  ])('nothing is said of what would stand in %s', (_, changed) => {
    expect(places(rule, book(economy(changed)))).toEqual([]);
  });

  test('but of what is not in the quadrants that are there', () => {
    const swot = '## SWOT\n\n### Kekuatan\n\n- S1. Pasar\n\n### Peluang\n\n- O1. QR\n- O2. Tamu';
    expect(places(rule, book(economy({ swot })))).toEqual(['21 S2']);
  });

  test('nothing is said of a dimension that has no chapter', () => {
    expect(places(rule, withText('Lihat (governance:S1) dan (living:S1).'))).toEqual([]);
  });

  test('a strategy in several chapters is looked up where its dimension is', () => {
    const two = `## 3.1 Smart Governance\n\n${sections().replaceAll('\n#', '\n##').replace(/^#/, '##')}\n\n## 3.2 Smart Living\n\n### SWOT\n\n#### Kekuatan\n\n- S1. Puskesmas\n\n### Strategi\n\n- SO1. Merawat (S1, S2, governance:S2)`;
    expect(places(rule, { 'masterplan.yaml': '', 'bab.md': chapter('dimensions', 'BAB III', two) })).toEqual(['70 S2']);
  });
});

describe('of what was not read nothing is said', () => {
  test('of other chapters, from a loose one', () => {
    const text = 'Lihat (living:S1), (governance:S8).';
    const loose = economy({
      quickWins: `## Quick Win\n\n${text}\n\n### Pasar\n\n- Program Terkait: GOV-P-01, ECO-P-66`,
    });
    expect(places(rule, loose)).toEqual(['59 ECO-P-66']);
  });

  test('of chapters that a host could not read', () => {
    const read = bookOf(withText('### Pasar\n\n- Program Terkait: GOV-P-01'));
    const said = (unread: number) =>
      [...checkBook({ ...read, unread }).values()].flat().filter((problem) => problem.rule === rule).length;
    expect([said(0), said(1)]).toEqual([1, 0]);
  });

  test('of the rest of a chapter beyond the limits', () => {
    expect(places(rule, withText(`Lihat (S1, S8), (ECO-P-66).\n\n${'x'.repeat(20_001)}`))).toEqual([]);
  });
});

test('what is offered are the nearest codes that there are', () => {
  const [fixes] = offeredFixes(book(economy().replace('(S1, S2, O1', '(S1, S22, O1')), rule);
  expect(fixes?.map(({ title }) => title)).toEqual(['Ganti dengan S2', 'Ganti dengan O2', 'Ganti dengan S1']);
});

test('what a converter has escaped is replaced as a whole, and a span not at all', () => {
  const source = economy({ strategy: '## Strategi\n\n- SO1. Menata (ECO\\-P\\-02; S1–S3)\n- WT1. Menguatkan (W1)' });
  const unknown = bookOf(book(source));
  const problems = [...checkBook(unknown).values()].flat().filter((each) => each.rule === rule);
  const escaped = { start: source.indexOf('ECO\\-P'), end: source.indexOf('ECO\\-P') + 'ECO\\-P\\-02'.length };
  expect(problems.map((problem) => [problem.range, fixesOf(problem, unknown)[0]?.edits[0]?.edits])).toEqual([
    [escaped, [{ range: escaped, text: 'ECO-P-01' }]],
    [{ start: source.indexOf('S1–S3'), end: source.indexOf('S1–S3') + 5 }, undefined],
  ]);
});

test('a chapter without any code says nothing', () => {
  expect(places(rule, economyWith('## Strategi\n\n- Menata pasar (2024)'))).toEqual([]);
});
