/** Quick wins that are not among the short-term programmes. */

import { describe, expect, test } from 'vitest';
import { expectFixesToHold, fixAll, offeredFixes, problemsIn } from './fixing';
import { asWindows, chapter, economyWith, found, places } from './found';

const rule = 'quick-win-orphan';
const header = '| Kode | Program | Indikator | OPD | Tahun |\n|---|---|---|---|---|';
const short = (...rows: string[]) => `## Program Jangka Pendek\n\n${header}\n${rows.join('\n')}`;
const quickWin = (name: string, code = '') =>
  `## Quick Win\n\n| Kode | Quick Win | OPD | Tahun |\n|---|---|---|---|\n| ${code} | ${name} | Disdag; Dinkop | 2025 |`;
const manifest = 'period: 2025-2034\n';

test('its name is in no short-term row', () => {
  expect(found(rule, economyWith(`${short('| A-1 | Pasar | I | B | 2025 |')}\n\n${quickWin('Katalog')}`))).toEqual([
    [
      '18 Katalog',
      'Quick win "Katalog" belum ada di "Program Jangka Pendek" Smart Economy.',
      'The quick win "Katalog" is not among the "Short-term Programmes" of Smart Economy.',
    ],
  ]);
});

test.each([
  ['the same name', quickWin('PASAR', 'Q-1')],
  ['the same name but for a footnote', quickWin('Pasar[^4]')],
  ['the same code', quickWin('Kios', 'A-1')],
  ['the same name but for brackets', quickWin('Pasar (kode QR)')],
  ['the same name but for what follows a dash', quickWin('Pasar - kode QR')],
  ['the same name but for what counts it', quickWin('Quick Win 1: Pasar')],
  ['the same name, counted by a section of its own', '## Program Quick Win 2 – Pasar\n\n- OPD: Disdag'],
])('%s makes them one', (_, other) => {
  expect(places(rule, economyWith(`${short('| A-1 | Pasar | I | B | 2025 |')}\n\n${other}`))).toEqual([]);
});

test('a bold line that stands for the heading gives its code and its name', () => {
  const bold = '## Program Jangka Pendek\n\n**A-1 Pasar**\n\n- Indikator: I\n- OPD: B\n- Tahun: 2025';
  expect(places(rule, economyWith(`${bold}\n\n${quickWin('Pasar', 'A-1')}`))).toEqual([]);
  expect(places(rule, economyWith(`${bold}\n\n${quickWin('Kios', 'A-1')}`))).toEqual([]);
});

test('the mark of a footnote does not go along to another chapter', () => {
  const files = {
    'a.md': economyWith(short('| A-1 | Pasar | I | B | 2025 |')),
    'b.md': chapter('quick-wins', 'Profil', '## Katalog[^1]\n\n- Dimensi: Smart Economy\n\n[^1]: Catatan'),
  };
  expect(places(rule, files)).toEqual(['b.md:7 Katalog[^1]']);
  expect(fixAll(files, rule)['a.md']).toContain('| | Katalog |');
});

test('a row of another horizon does not count; it is shown beside', () => {
  const body = `${short('| A-1 | Pasar | I | B | 2025 |')}\n\n${short('| A-2 | Katalog | I | B | 2027 |').replace('Pendek', 'Menengah')}\n\n${quickWin('Katalog')}`;
  expect(places(rule, economyWith(body))).toEqual(['24 Katalog']);
  const problem = problemsIn({ 'bab.md': economyWith(body) }).find((each) => each.rule === rule);
  expect(problem?.related?.map(({ message }) => message)).toEqual(['Program ini ada di jangka waktu lain.']);
  expect(offeredFixes({ 'bab.md': economyWith(body) }, rule)).toEqual([[]]);
});

test.each([
  ['is missing', ''],
  ['is empty', '## Program Jangka Pendek\n\nakan diisi\n\n'],
])('silent where the short-term section itself %s', (_, before) => {
  expect(places(rule, economyWith(before + quickWin('Katalog')))).toEqual([]);
});

test('a profile belongs to the dimension that it names', () => {
  const book = (dimension: string) => ({
    'a.md': economyWith(short('| A-1 | Pasar | I | B | 2025 |')),
    'b.md': economyWith(short('| B-1 | Sehat | I | B | 2025 |'), 'living'),
    'c.md': chapter('quick-wins', 'Profil', `## Pasar\n\n- ${dimension}`),
  });
  expect(places(rule, book('Dimensi: Smart Economy'))).toEqual([]);
  expect(places(rule, book('Manfaat: a'))).toEqual([]);
  expect(places(rule, book('Dimensi: Smart Living'))).toEqual(['c.md:7 Pasar']);
});

test('silent where part of the dimension has not been read', () => {
  expect(
    places(
      rule,
      economyWith(`${short('| A-1 | Pasar | I | B | 2025 |')}\n\n${quickWin('Katalog')}\n\n${'x'.repeat(20_001)}`),
    ),
  ).toEqual([]);
});

describe('the fix', () => {
  test('adds a row with what the quick win says', () => {
    const source = economyWith(`${short('| A-1 | Pasar | I | B | 2025 |')}\n\n${quickWin('Katalog *baru*', 'Q-1')}`);
    for (const text of [source, asWindows(source)]) {
      const book = { 'masterplan.yaml': manifest, 'bab.md': text };
      expect(expectFixesToHold(book, [rule])).toBe(1);
      expect(fixAll(book, rule)['bab.md']?.replaceAll('\r\n', '\n')).toContain(
        '| A-1 | Pasar | I | B | 2025 |\n| | Katalog *baru* | [isi di sini] | Disdag; Dinkop | 2025 |\n\n## Quick Win',
      );
    }
  });

  test('marks the year as the table does', () => {
    const body = `## Program Jangka Pendek\n\n| Program | Indikator | OPD | 2025 | 2026 |\n|---|---|---|---|---|\n| Pasar | I | B | ■ | |\n\n${quickWin('Katalog')}`;
    const book = { 'masterplan.yaml': manifest, 'bab.md': economyWith(body) };
    expect(expectFixesToHold(book, [rule])).toBe(1);
    expect(fixAll(book, rule)['bab.md']).toContain('| Katalog | [isi di sini] | Disdag; Dinkop | ■ | |');
  });

  test('writes targets and amounts below the year', () => {
    const body = `## Program Jangka Pendek

| Program | Indikator | 2025 | | 2026 | | OPD |
|---|---|---|---|---|---|---|
| | | Target | Anggaran | Target | Anggaran | |
| Pasar | I | 2 | 10 juta | | | B |

## Quick Win

| Quick Win | Target | Anggaran | OPD | Tahun |
|---|---|---|---|---|
| Katalog | 40 desa | 5 juta | Dinkop | 2025 |`;
    const book = { 'masterplan.yaml': manifest, 'bab.md': economyWith(body) };
    expect(expectFixesToHold(book, [rule])).toBe(1);
    expect(fixAll(book, rule)['bab.md']).toContain(
      '| Pasar | I | 2 | 10 juta | | | B |\n| Katalog | [isi di sini] | 40 desa | 5 juta | | | Dinkop |\n',
    );
  });

  test('tells all years that the columns of the quick win tell', () => {
    const quickWins =
      '## Quick Win\n\n| Quick Win | OPD | 2025 | 2026 | 2027 |\n|---|---|---|---|---|\n| Katalog | Dinkop |';
    for (const [marks, years] of [
      [' x | x | x |', '2025-2027'],
      [' x | | x |', '2025, 2027'],
      [' x | | |', '2025'],
    ]) {
      const body = `${short('| A-1 | Pasar | I | B | 2025 |')}\n\n${quickWins}${marks}`;
      const fixed = fixAll({ 'masterplan.yaml': manifest, 'bab.md': economyWith(body) }, rule);
      expect(fixed['bab.md']).toContain(`| | Katalog | [isi di sini] | Dinkop | ${years} |`);
    }
  });

  test('leaves the year to the author where a year would be wrong, or missing from the roadmap', () => {
    const body = `${short('| A-1 | Pasar | I | B | 2025 |')}\n\n${quickWin('Katalog').replace('2025 |', '2027 |')}`;
    const row = '| | Katalog | [isi di sini] | Disdag; Dinkop | [isi di sini] |';
    expect(fixAll({ 'masterplan.yaml': manifest, 'bab.md': economyWith(body) }, rule)['bab.md']).toContain(row);
    const book = {
      'masterplan.yaml': manifest,
      'bab.md': economyWith(body.replace('2027', '2025')),
      'jalan.md': chapter('roadmap', 'Peta Jalan', '| Program | Tahun |\n|---|---|\n| Pasar | 2025 |'),
    };
    expect(expectFixesToHold(book, [rule])).toBe(1);
    expect(fixAll(book, rule)['bab.md']).toContain(row);
  });

  test('writes into the chapter of the dimension that the profile names', () => {
    const book = {
      'masterplan.yaml': manifest,
      'a.md': economyWith(short('| A-1 | Pasar | I | B | 2025 |')),
      'c.md': chapter('quick-wins', 'Profil', '## Katalog | Etalase\n\n- Dimensi: Smart Economy\n- OPD: Dinkop'),
    };
    expect(expectFixesToHold(book, [rule])).toBe(1);
    expect(fixAll(book, rule)['a.md']).toContain('| | Katalog \\| Etalase | [isi di sini] | Dinkop | [isi di sini] |');
  });

  describe('where the programmes are blocks', () => {
    const block = (heading: string, ...fields: string[]) => `### ${heading}\n\n${fields.join('\n')}`;
    const blocks = (...all: string[]) => `## Program Jangka Pendek\n\n${all.join('\n\n')}\n\n`;
    const pasar = block('A-1 Pasar', '- Indikator: I', '- OPD: B', '- Tahun: 2025');
    const added = (body: string, files: Record<string, string> = {}) => {
      const book = { 'masterplan.yaml': manifest, 'bab.md': economyWith(body), ...files };
      expect(expectFixesToHold(book, [rule])).toBe(1);
      return fixAll(book, rule)['bab.md'] ?? '';
    };

    test('adds one behind the last, with what the quick win says', () => {
      const source = economyWith(blocks(pasar) + quickWin('Katalog \\| *Etalase*', 'Q-1'));
      for (const text of [source, asWindows(source)]) {
        const book = { 'masterplan.yaml': manifest, 'bab.md': text };
        expect(expectFixesToHold(book, [rule])).toBe(1);
        const fixed = fixAll(book, rule)['bab.md'] ?? '';
        expect(fixed.replaceAll('\r\n', '\n')).toContain(
          '- Tahun: 2025\n\n### Katalog | *Etalase*\n\n- Indikator: [isi di sini]\n- OPD: Disdag; Dinkop\n- Tahun: 2025\n\n## Quick Win',
        );
      }
    });

    test('counts on, and writes the fields as those that are there', () => {
      const numbered = block('2.1.9 A-1 Pasar', '**Indikator:** I\n', '**OPD:** B\n', '**Tahun:** 2025');
      expect(added(blocks(numbered) + quickWin('Katalog'))).toContain(
        '\n\n### 2.1.10 Katalog\n\n**Indikator:** [isi di sini]\n\n**OPD:** Disdag; Dinkop\n\n**Tahun:** 2025\n\n## Quick Win',
      );
    });

    test('writes a list where the fields of the others are a table', () => {
      const inTable = block(
        'A-1 Pasar',
        '| Isian | Isi |',
        '|---|---|',
        '| Indikator | I |',
        '| OPD | B |',
        '| Tahun | 2025 |',
      );
      expect(added(blocks(inTable) + quickWin('Katalog'))).toContain(
        '| Tahun | 2025 |\n\n### Katalog\n\n- Indikator: [isi di sini]\n- OPD: Disdag; Dinkop\n- Tahun: 2025\n',
      );
    });

    test('tells the years that columns tell, and leaves the year to the author as a row does', () => {
      const columns = (mark: string) =>
        `${blocks(pasar)}## Quick Win\n\n| Quick Win | OPD | 2025 | 2026 |\n|---|---|---|---|\n| Katalog | Dinkop | ${mark} |`;
      expect(added(columns('x | '))).toContain('- Tahun: 2025\n\n## Quick Win');
      expect(added(columns('x | x'))).toContain('- Tahun: 2025-2026\n\n## Quick Win');
      expect(added(columns(' | x'))).toContain('- Tahun: [isi di sini]\n\n## Quick Win');
      const roadmap = chapter('roadmap', 'Peta Jalan', '| Program | Tahun |\n|---|---|\n| Pasar | 2025 |');
      expect(added(columns('x | '), { 'jalan.md': roadmap })).toContain('- Tahun: [isi di sini]\n\n## Quick Win');
    });

    test('writes into the chapter of the dimension that the profile names, at its very end', () => {
      const profile =
        '## Katalog\n\n- Dimensi: Smart Economy\n- OPD: Dinkop\n- Tujuan: Warga\n  berdaya\n- Manfaat: cepat';
      expect(added(blocks(pasar), { 'c.md': chapter('quick-wins', 'Profil', profile) })).toMatch(
        /- Tahun: 2025\n\n### Katalog\n\n- Tujuan: Warga berdaya\n- Indikator: \[isi di sini\]\n- OPD: Dinkop\n- Tahun: \[isi di sini\]\s*$/,
      );
    });

    test('adds none behind what is never closed', () => {
      const open = block('A-1 Pasar', '- OPD: B', '', '```', 'kode');
      const body = `${quickWin('Katalog')}\n\n${blocks(open).trimEnd()}`;
      expect(offeredFixes({ 'bab.md': economyWith(body) }, rule)).toEqual([[]]);
    });

    test('keeps to the table where there is one', () => {
      const both = `${short('| A-2 | Kios | I | B | 2025 |')}\n\n${pasar}\n\n${quickWin('Katalog')}`;
      expect(added(both)).toContain(
        '| A-2 | Kios | I | B | 2025 |\n| | Katalog | [isi di sini] | Disdag; Dinkop | 2025 |\n',
      );
    });
  });
});
