/** Fewer quick wins than the manifest asks for, and the skeleton that a fix inserts. */

import { describe, expect, test } from 'vitest';
import { expectFixesToHold, fixAll, problemsIn } from './fixing';
import { asWindows, economyWith, found, places } from './found';

const rule = 'quick-win-count';
const files = (body: string, manifest = 'period: 2025-2034\n') => ({
  'masterplan.yaml': manifest,
  'bab.md': economyWith(body),
});

test('prose is no quick win', () => {
  expect(found(rule, files('## Quick Win\n\nMasih dibahas.'))).toEqual([
    [
      '8 Quick Win',
      'Smart Economy belum memiliki quick win dalam tabel atau sub-judul dengan isian; yang diminta 1.',
      'Smart Economy has no quick win yet in a table or under a heading with fields; 1 is asked for.',
    ],
  ]);
});

test('an empty section, or none, is reported as such and not counted', () => {
  expect(places(rule, files('## Quick Win'))).toEqual([]);
  expect(places(rule, files('Pengantar.'))).toEqual([]);
});

test('a total is counted over the whole masterplan', () => {
  const book = {
    ...files('## Quick Win\n\n| Quick Win |\n|---|\n| Pasar |', 'quick-wins: { total: 3 }\n'),
    'b.md': economyWith('## Quick Win\n\n| Quick Win |\n|---|\n| Sehat |', 'living'),
  };
  expect(found(rule, book)).toEqual([
    [
      'masterplan.yaml:1 3',
      'Baru ada 2 quick win dalam masterplan ini; yang diminta 3.',
      'The masterplan has 2 quick wins; 3 are asked for.',
    ],
  ]);
});

describe('the fix inserts', () => {
  test('a table behind the prose', () => {
    const source = economyWith('## Quick Win\n\nMasih dibahas.\n\n<!-- catatan -->\n\n### Latar\n\nUraian.');
    for (const text of [source, asWindows(source)]) {
      const book = { 'masterplan.yaml': 'period: 2025-2034\n', 'bab.md': text };
      expect(expectFixesToHold(book, [rule])).toBe(1);
      const fixed = fixAll(book, rule);
      expect(problemsIn(fixed).filter((problem) => problem.rule === rule)).toEqual([]);
      expect(fixed['bab.md']?.replaceAll('\r\n', '\n')).toMatch(
        /Masih dibahas\.\n\n<!-- catatan -->\n\n\| Kode \| .*\n\|.*\n\| ECO-QW-01 \| .* \| 2025 \|.*\n\n### Latar\n\nUraian\.\n$/,
      );
    }
  });

  test('as many rows as are lacking below those that are there, with codes that are free', () => {
    const body =
      '## Quick Win\n\n| Kode | Quick Win | OPD | Tahun | Manfaat |\n|---|---|---|---|---|\n| ECO-QW-01 | Pasar | Disdag | 2025 | a |';
    const book = files(body, 'period: 2025-2034\nquick-wins: { per-dimension: 3 }\n');
    expect(expectFixesToHold(book, [rule])).toBe(1);
    expect(fixAll(book, rule)['bab.md']).toContain(
      [
        '| ECO-QW-01 | Pasar | Disdag | 2025 | a |',
        '| ECO-QW-02 | Program jangka pendek [isi di sini] | [isi di sini] | 2025 | |',
        '| ECO-QW-03 | Program jangka pendek [isi di sini] | [isi di sini] | 2025 | |',
      ].join('\n'),
    );
  });

  test('as many as may be asked for, and one where more are', () => {
    const body = '## Quick Win\n\nMasih dibahas.';
    const last = (perDimension: number) => {
      const book = files(body, `period: 2025-2034\nquick-wins: { per-dimension: ${perDimension} }\n`);
      return fixAll(book, rule)
        ['bab.md']?.match(/ECO-QW-\d+/g)
        ?.at(-1);
    };
    expect(last(100)).toBe('ECO-QW-100');
    expect(last(100_000_000)).toBe('ECO-QW-01');
  });

  test('in English where the chapter is', () => {
    const source = economyWith('## Quick Wins\n\nUnder discussion.').replace('---\n\n', 'lang: en\n---\n\n');
    expect(fixAll({ 'bab.md': source }, rule)['bab.md']).toMatch(
      /\| Code \| Programme .*\n\|.*\n\| ECO-QW-01 \| .*TODO/,
    );
  });
});
