/** Programmes under a horizon in which they do not start, and the move to the right one. */

import { describe, expect, test } from 'vitest';
import { expectFixesToHold, fixAll, offeredFixes } from './fixing';
import { asWindows, chapter, economyWith, found, places } from './found';

const rule = 'programme-horizon';
const manifest = 'period: 2025-2034\nhorizons: { short: 2025, medium: 2026-2029, long: 2030-2034 }\n';
const header = '| Program | Indikator | OPD | Tahun |\n|---|---|---|---|';
const short = (...rows: string[]) => `## Program Jangka Pendek\n\n${header}\n${rows.join('\n')}`;
const medium = (...rows: string[]) => `## Program Jangka Menengah\n\n${header}\n${rows.join('\n')}`;
const files = (body: string) => ({ 'masterplan.yaml': manifest, 'bab.md': economyWith(body) });

test('the first year decides', () => {
  expect(found(rule, files(short('| Pasar | A | B | 2025-2027 |', '| Katalog | A | B | 2026-2027 |')))).toEqual([
    [
      '13 2026-2027',
      'Program "Katalog" dimulai pada 2026, di luar "Program Jangka Pendek" (2025).',
      'Programme "Katalog" starts in 2026, outside "Short-term Programmes" (2025).',
    ],
  ]);
});

test('a year outside the period', () => {
  expect(found(rule, files(medium('| Pasar | A | B | 2029-2035 |')))).toEqual([
    [
      '12 2029-2035',
      'Tahun 2035 pada program "Pasar" berada di luar periode masterplan, 2025-2034.',
      'The year 2035 of "Pasar" is outside the period of the masterplan, 2025-2034.',
    ],
  ]);
  const plan = chapter('action-plan', 'Rencana Aksi', `${header}\n| Pasar | A | B | 2024 |`);
  expect(places(rule, { 'masterplan.yaml': manifest, 'bab.md': plan })).toEqual(['9 2024']);
});

test('both at once are one finding', () => {
  expect(places(rule, files(short('| Pasar | A | B | 2036 |')))).toEqual(['12 2036']);
});

test('in year columns the mark is the cell', () => {
  const body =
    '## Program Jangka Pendek\n\n| Program | Indikator | OPD | 2025 | 2026 |\n|---|---|---|---|---|\n| Pasar | A | B | | v |';
  expect(places(rule, files(body))).toEqual(['12 v']);
});

test('years in a heading do not narrow the horizon', () => {
  expect(places(rule, files(`## Program Jangka Menengah (2026-2027)\n\n${header}\n| Pasar | A | B | 2029 |`))).toEqual(
    [],
  );
});

test('silent without a period, and where a cell cannot be read', () => {
  expect(places(rule, economyWith(short('| Pasar | A | B | 2031 |')))).toEqual([]);
  expect(places(rule, files(short('| Pasar | A | B | 2027 |', '| | | | kemudian |')))).toEqual([]);
});

test('a quick win outside the short term is left alone', () => {
  const body = `${short('| Pasar | A | B | 2025 |')}\n\n## Quick Win\n\n| Quick Win | Tahun |\n|---|---|\n| Katalog | 2029 |`;
  expect(places(rule, files(body))).toEqual([]);
});

describe('the fix moves', () => {
  test('a row with the rows that go on with it', () => {
    const body = `${short('| Pasar | A | B | 2025 |', '| Katalog | C | D | 2026 |', '| | lanjutan | | |', '| Sentra | E | F | 2025 |')}\n\n${medium('| Kelas | G | H | 2027 |')}`;
    for (const source of [economyWith(body), asWindows(economyWith(body))]) {
      const book = { 'masterplan.yaml': manifest, 'bab.md': source };
      expect(expectFixesToHold(book, [rule])).toBe(1);
      expect(fixAll(book, rule)['bab.md']?.replaceAll('\r\n', '\n')).toContain(
        `${short('| Pasar | A | B | 2025 |', '| Sentra | E | F | 2025 |')}\n\n${medium('| Kelas | G | H | 2027 |', '| Katalog | C | D | 2026 |', '| | lanjutan | | |')}\n`,
      );
    }
  });

  test('a block, wherever it stands', () => {
    const block = (name: string, year: number) => `### ${name}\n\n- Indikator: A\n- OPD: B\n- Tahun: ${year}`;
    const book = files(
      `## Program Jangka Menengah\n\n${block('Kelas', 2027)}\n\n${block('Sentra', 2031)}\n\n## Program Jangka Panjang\n\n${block('Pasar', 2033)}\n\n${block('Katalog', 2028)}`,
    );
    expect(expectFixesToHold(book, [rule])).toBe(2);
    expect(fixAll(book, rule)['bab.md']).toContain(
      `## Program Jangka Menengah\n\n${block('Kelas', 2027)}\n\n${block('Katalog', 2028)}\n\n## Program Jangka Panjang\n\n${block('Pasar', 2033)}\n\n${block('Sentra', 2031)}\n`,
    );
  });

  test.each([
    [
      'the other horizon has no table of the same columns',
      `${short('| Pasar | A | B | 2025 |', '| Katalog | A | B | 2026 |')}\n\n## Program Jangka Menengah\n\n| Program | OPD | Tahun |\n|---|---|---|\n| Kelas | G | 2027 |`,
    ],
    [
      'its own section would be left empty',
      `${short('| Katalog | A | B | 2026 |')}\n\n${medium('| Kelas | G | H | 2027 |')}`,
    ],
    [
      'the year belongs to no horizon',
      `${short('| Pasar | A | B | 2025 |', '| Katalog | A | B | 2036 |')}\n\n${medium('| Kelas | G | H | 2027 |')}`,
    ],
    [
      'it is a quick win',
      `${short('| Pasar | A | B | 2025 |', '| Katalog | A | B | 2026 |')}\n\n${medium('| Kelas | G | H | 2027 |')}\n\n## Quick Win\n\n| Quick Win | OPD |\n|---|---|\n| Katalog | B |`,
    ],
  ])('nothing where %s', (_, body) => {
    expect(offeredFixes(files(body), rule)).toEqual([[]]);
  });
});
