/** A roadmap beside the chapters: rows, years, agencies, and programmes that it lacks. */

import { describe, expect, test } from 'vitest';
import { chapter, economyWith, found, places } from './found';

const rule = 'roadmap-mismatch';
const manifest = `period: 2025-2034
agencies:
  - { id: disdag, name: Dinas Perdagangan, aliases: [Disdag] }
  - Dinas Koperasi
`;
const header = '| Kode | Program | Indikator | OPD | Tahun |\n|---|---|---|---|---|';
const book = (rows: string, roadmap: string, text = manifest) => ({
  'masterplan.yaml': text,
  'a.md': economyWith(`## Program Jangka Pendek\n\n${header}\n${rows}`),
  'jalan.md': chapter('roadmap', 'Peta Jalan', roadmap),
});
const pasar = '| ECO-P-01 | Pasar | I | Disdag | 2025-2026 |';
const years = (...rows: string[]) =>
  `| Kode | Program | OPD | 2025 | 2026 | 2027 |\n|---|---|---|---|---|---|\n${rows.join('\n')}`;

test('a row that no chapter has', () => {
  expect(found(rule, book(pasar, years('| | Pasar | | | | |', '| | Kios | Disdag | | | x |')))).toEqual([
    [
      'jalan.md:5 Peta Jalan',
      'Peta jalan 2025-2027 belum memuat 1 program yang dimulai pada tahun-tahun itu: "Pasar".',
      'The roadmap 2025-2027 lacks 1 programme that starts in these years: "Pasar".',
    ],
    [
      'jalan.md:10 Kios',
      'Program "Kios" pada peta jalan tidak ada di bab mana pun.',
      'No chapter has the programme "Kios" of the roadmap.',
    ],
  ]);
});

test('other years, other agency: each at its cell', () => {
  expect(found(rule, book(pasar, years('| | Pasar | Dinas Koperasi | x | x | v |')))).toEqual([
    [
      'jalan.md:9 Dinas Koperasi',
      'Peta jalan menulis "Dinas Koperasi" untuk "Pasar", sedangkan babnya "Disdag".',
      'The roadmap gives "Dinas Koperasi" for "Pasar", its chapter "Disdag".',
    ],
    [
      'jalan.md:9 v',
      'Peta jalan menulis 2025-2027 untuk "Pasar", sedangkan babnya 2025-2026.',
      'The roadmap gives 2025-2027 for "Pasar", its chapter 2025-2026.',
    ],
  ]);
  expect(places(rule, book(pasar, years('| | Pasar | | x | | |')))).toEqual(['jalan.md:9 x']);
});

test('years that stand above targets and amounts', () => {
  const roadmap = (values: string) => `| Kode | Program | 2025 | | 2026 | | 2027 | |
|---|---|---|---|---|---|---|---|
| | | Target | Pagu | Target | Pagu | Target | Pagu |
| | Pasar | ${values} |`;
  expect(places(rule, book(pasar, roadmap('1 | | 2 | 5 juta | |')))).toEqual([]);
  expect(places(rule, book(pasar, roadmap('1 | | 2 | 5 juta | 3 |')))).toEqual(['jalan.md:10 3']);
  // Targets with their years in one title are figures of programmes, not a schedule.
  const figures = '| Program | Target 2025 | Target 2027 |\n|---|---|---|\n| Kios | 1 | 2 |';
  expect(places(rule, book(pasar, figures))).toEqual([]);
});

describe('one programme is known', () => {
  test.each([
    ['by its code', '| ECO-P-01 | Kios | Dinas Perdagangan | x | x | |'],
    ['by its name', '| 1 | PASAR | disdag | x | x | |'],
    ['without agency and years', '| ECO-P-01 | Pasar | - | | | |'],
    ['with years in another notation', '| | Pasar | | ■ | ✓ | |'],
  ])('%s', (_, row) => {
    expect(places(rule, book(pasar, years(row)))).toEqual([]);
  });

  test('by its leading agency', () => {
    expect(
      places(rule, book(pasar.replace('Disdag', 'Disdag, Dinas Koperasi'), years('| | Pasar | Disdag | x | x | |'))),
    ).toEqual([]);
  });

  test('by any of its places', () => {
    const files = book(pasar, years('| | Pasar | Disdag | x | | |'));
    files['a.md'] += '\n## Quick Win\n\n| Quick Win | Tahun |\n|---|---|\n| Pasar | 2025 |\n';
    expect(places(rule, files)).toEqual([]);
  });

  test('where a name is used twice, by either', () => {
    const twice = `${pasar}\n| ECO-P-02 | Pasar | I | Dinas Koperasi | 2027 |`;
    const rows = years('| | Pasar | Disdag | x | x | |', '| | Pasar | Dinas Koperasi | | | x |');
    expect(places(rule, book(twice, rows))).toEqual([]);
  });

  test('in the action plan, whose absence is not counted', () => {
    const plan = chapter(
      'action-plan',
      'Rencana Aksi',
      '| Program | OPD | Tahun |\n|---|---|---|\n| Dewan | Disdag | 2025 |\n| Forum | Disdag | 2025 |',
    );
    const files = { ...book(pasar, years('| | Pasar | | x | x | |', '| | Dewan | | x | | |')), 'b.md': plan };
    expect(places(rule, files)).toEqual([]);
  });
});

describe('silent', () => {
  test('about agencies of which programme-agency speaks', () => {
    expect(places(rule, book(pasar.replace('Disdag', 'Kepolisian'), years('| | Pasar | Disdag | x | x | |')))).toEqual(
      [],
    );
  });

  test('about years beyond the span that the roadmap covers', () => {
    expect(places(rule, book(pasar.replace('2026', '2031'), years('| | Pasar | | x | x | x |')))).toEqual([]);
    const later = `${pasar}\n| | Sentra | I | Disdag | 2030 |`;
    expect(places(rule, book(later, years('| | Pasar | | x | x | |')))).toEqual([]);
  });

  test('about years that cannot be read', () => {
    expect(places(rule, book(pasar.replace('2025-2026', 'segera'), years('| | Pasar | | x | | |')))).toEqual([]);
  });

  test('about groups of rows, other tables, prose', () => {
    const rows = years(
      '| **B.1** | **Sistem Informasi** | | | | |',
      '| | Smart Economy | Disdag | x | x | x |',
      '| | Tahap awal | | | | |',
      '| | Pasar | | x | x | |',
    );
    expect(places(rule, book(pasar, `${rows}\n\n| Program | Indikator |\n|---|---|\n| Lain | 1 |\n\nUraian.`))).toEqual(
      [],
    );
    expect(places(rule, book(pasar, 'Uraian saja.'))).toEqual([]);
  });

  test('before any programme is written', () => {
    expect(places(rule, chapter('roadmap', 'Peta Jalan', years('| | Pasar | | x | | |')))).toEqual([]);
  });

  test('about what may stand in a part that was not read', () => {
    const files = book(
      `${pasar}\n| | Kios | I | Disdag | 2025 |`,
      `${years('| | Pasar | | x | x | |')}\n\n${'x'.repeat(20_001)}`,
    );
    expect(places(rule, files)).toEqual([]);
  });
});

test('a column of years covers what its rows name', () => {
  const rows = '| Program | Tahun |\n|---|---|\n| Pasar | 2025-2026 |\n| Sentra | 2028 |';
  const programmes = `${pasar}\n| | Sentra | I | Disdag | 2028 |\n| | Kelas | I | Disdag | 2027 |\n| | Kios | I | Disdag | 2029 |`;
  expect(found(rule, book(programmes, rows))).toEqual([
    [
      'jalan.md:5 Peta Jalan',
      'Peta jalan 2025-2028 belum memuat 1 program yang dimulai pada tahun-tahun itu: "Kelas".',
      'The roadmap 2025-2028 lacks 1 programme that starts in these years: "Kelas".',
    ],
  ]);
});

test('many that are lacking are one finding', () => {
  const rows = ['A', 'B', 'C', 'D', 'E'].map((name) => `| | Program ${name} | I | Disdag | 2025 |`).join('\n');
  expect(found(rule, book(`${pasar}\n${rows}`, years('| | Pasar | | x | x | |')))).toEqual([
    [
      'jalan.md:5 Peta Jalan',
      'Peta jalan 2025-2027 belum memuat 5 program yang dimulai pada tahun-tahun itu: "Program A", "Program B", "Program C", ….',
      'The roadmap 2025-2027 lacks 5 programmes that start in these years: "Program A", "Program B", "Program C", ….',
    ],
  ]);
});

test('without a list of agencies only what no abbreviation could explain differs', () => {
  const text = 'period: 2025-2034\n';
  const other = (agency: string) =>
    places(rule, book(pasar.replace('Disdag', 'Dinas Perdagangan'), years(`| | Pasar | ${agency} | x | x | |`), text));
  expect(other('Disdag')).toEqual([]);
  expect(other('dinas perdagangan')).toEqual([]);
  expect(other('Dinas Koperasi')).toEqual(['jalan.md:9 Dinas Koperasi']);
});
