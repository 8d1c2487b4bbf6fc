/** The executive summary beside the chapters. */

import { expect, test } from 'vitest';
import { chapter, economyWith, found, places } from './found';

const rule = 'summary-mismatch';
const body =
  '## Program Jangka Menengah\n\n| Kode | Program | Indikator | OPD | Tahun |\n|---|---|---|---|---|\n| ECO-M-01 | Katalog | I | Dinas Koperasi | 2026-2028 |';
const book = (summary: string) => ({
  'a.md': economyWith(body),
  'r.md': chapter('executive-summary', 'Ringkasan Eksekutif', summary),
});
const table = (...rows: string[]) => `| Kode | Program | OPD | Tahun |\n|---|---|---|---|\n${rows.join('\n')}`;

test('a programme that no chapter has, other years, another agency', () => {
  expect(
    found(rule, book(table('| | Kios | B | 2026 |', '| ECO-M-01 | Etalase | Dinas Perdagangan | 2026-2027 |'))),
  ).toEqual([
    [
      'r.md:9 Kios',
      'Program "Kios" pada ringkasan tidak ada di bab mana pun.',
      'No chapter has the programme "Kios" of the summary.',
    ],
    [
      'r.md:10 Dinas Perdagangan',
      'Ringkasan menulis "Dinas Perdagangan" untuk "Etalase", sedangkan babnya "Dinas Koperasi".',
      'The summary gives "Dinas Perdagangan" for "Etalase", its chapter "Dinas Koperasi".',
    ],
    [
      'r.md:10 2026-2027',
      'Ringkasan menulis 2026-2027 untuk "Etalase", sedangkan babnya 2026-2028.',
      'The summary gives 2026-2027 for "Etalase", its chapter 2026-2028.',
    ],
  ]);
});

test.each([
  ['the same', table('| | Katalog | Dinas Koperasi | 2026 s.d. 2028 |')],
  ['less', table('| | Katalog | | |')],
  ['counts', '| Dimensi | Jangka Pendek | Jumlah |\n|---|---|---|\n| Smart Economy | 2 | 3 |'],
  ['steps of the work', '| Kegiatan | Waktu |\n|---|---|\n| Lokakarya | 2024 |'],
  ['prose', 'Katalog dimulai 2031.'],
])('silent about %s', (_, summary) => {
  expect(places(rule, book(summary))).toEqual([]);
});

test('quick wins count as well', () => {
  const files = book('| Quick Win | Tahun |\n|---|---|\n| Pasar | 2026 |\n| Kios | 2025 |');
  files['a.md'] += '\n## Quick Win\n\n| Quick Win | Tahun |\n|---|---|\n| Pasar | 2025 |\n';
  expect(places(rule, files)).toEqual(['r.md:9 2026', 'r.md:10 Kios']);
});

test('before any programme is written nothing differs', () => {
  expect(places(rule, chapter('executive-summary', 'Ringkasan', table('| | Kios | B | 2026 |')))).toEqual([]);
});
