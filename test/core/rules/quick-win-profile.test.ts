/** Quick wins that do not say what they are scored on. */

import { describe, expect, test } from 'vitest';
import { makeBook } from '../../../src/core/book/book';
import { readChapter } from '../../../src/core/chapter/read';
import { checkBook } from '../../../src/core/rules/check';
import { settingsOf } from '../workspace';
import { expectFixesToHold, fixAll, offeredFixes, problemsIn } from './fixing';
import { asWindows, chapter, economyWith, found, places } from './found';

const rule = 'quick-win-profile';
const full = '- Manfaat: a\n- Keunikan: b\n- Kemitraan: c\n- Sumber Daya: d\n- Risiko: e\n- Keberlangsungan: f';

test('one finding, naming them', () => {
  expect(found(rule, economyWith('## Quick Win\n\n### 1. Pasar\n\n- Manfaat: catatan\n- Risiko: -'))).toEqual([
    [
      '10 Pasar',
      'Profil quick win "Pasar" belum memuat keunikan, peluang kemitraan, sumber daya, manajemen risiko, dan strategi keberlangsungan.',
      'The quick win "Pasar" lacks in its profile: uniqueness, partners, resources, risk, and sustainability.',
    ],
  ]);
});

test('complete, also where several places share it', () => {
  expect(places(rule, economyWith(`## Quick Win\n\n### Pasar\n\n${full}`))).toEqual([]);
  const short = '## Program Jangka Pendek\n\n| Program | Mitra |\n|---|---|\n| Pasar | Bank |\n\n';
  const without = full.replace('- Kemitraan: c\n', '');
  expect(places(rule, economyWith(`${short}## Quick Win\n\n### Pasar\n\n${without}`))).toEqual([]);
});

test('at the place with most profile fields, at the section where they are alike', () => {
  const book = (profile: string) => ({
    'a.md': economyWith('## Quick Win\n\n| Quick Win | Manfaat |\n|---|---|\n| Pasar | a |'),
    'b.md': chapter('quick-wins', 'Profil', `## Pasar\n\n${profile}`),
  });
  expect(places(rule, book('- Keunikan: b'))).toEqual(['a.md:12 Pasar']);
  expect(places(rule, book('- Keunikan: b\n- Perumusan: c'))).toEqual(['b.md:7 Pasar']);
});

describe('a profile in a table that is not read', () => {
  const drawn = '  Uraian     Isi\n  ---------- -----\n  Keunikan   b';
  const html = '<table><tr><td>Keunikan</td><td>b</td></tr></table>';
  const economy = economyWith('## Quick Win\n\n| Quick Win | Manfaat |\n|---|---|\n| Pasar | a |\n| Katalog | a |');
  const society = economyWith('## Quick Win\n\n| Quick Win | Manfaat |\n|---|---|\n| Pojok Baca | a |', 'society');
  const book = (profiles: string) => ({
    'a.md': economy,
    'b.md': society,
    'c.md': chapter('quick-wins', 'Profil', profiles),
  });
  const all = ['a.md:12 Pasar', 'a.md:13 Katalog', 'b.md:12 Pojok Baca'];

  test('may be of whom a heading around it names', () => {
    expect(places(rule, book('## Pasar\n\nUraian.'))).toEqual(all);
    for (const table of [drawn, html]) {
      for (const title of ['## Pasar', '## 1. *Pasar* (Sentra)', '## Quick Win 2: Pasar', '## Pasar\n\n### Profil']) {
        expect(places(rule, book(`${title}\n\n${table}`))).toEqual(all.slice(1));
      }
      expect(places(rule, book(`## Pasar\n\n${table}\n\n## Pojok Baca\n\n${table}`))).toEqual(['a.md:13 Katalog']);
    }
  });

  test('may be of any, where no heading tells', () => {
    for (const text of [drawn, `## Daftar\n\n${html}`, `## Pasar\n\nUraian.\n\n## Daftar\n\n${html}`]) {
      expect(places(rule, book(text))).toEqual([]);
    }
    expect(places(rule, book(`## Smart Economy\n\n### Daftar\n\n${html}`))).toEqual(['b.md:12 Pojok Baca']);
  });

  test('is not of whom a profile was read', () => {
    const own = '## Pasar\n\n- Dimensi: Smart Economy\n- Keunikan: b\n- Perumusan: c';
    expect(places(rule, book(`${own}\n\n## Daftar\n\n${html}`))).toEqual(['c.md:7 Pasar']);
    // A table in the profile itself is a part of it, and a row may go on in another table.
    expect(places(rule, book(`${own}\n\n${html}`))).toEqual(all.slice(1));
    const row = '| Quick Win | Dimensi |\n|---|---|\n| Pasar | Smart Economy |';
    expect(places(rule, book(`## Daftar\n\n${row}\n\n${html}`))).toEqual([]);
  });

  test('nor told of what is beyond a limit', () => {
    const beyond = `${'>'.repeat(51)} dalam`;
    const own = '## Pasar\n\n- Dimensi: Smart Economy\n- Keunikan: b\n- Perumusan: c';
    expect(places(rule, book(`## Lain\n\n${beyond}`))).toEqual([]);
    expect(places(rule, book(`${own}\n\n## Lain\n\n${beyond}`))).toEqual(['c.md:7 Pasar']);
  });

  test('what is typed elsewhere in the chapters changes the answer', () => {
    const files = book(`## Pasar\n\n${html}`);
    const settings = settingsOf();
    const read = (of: Readonly<Record<string, string>>) =>
      Object.entries(of).map(([path, source]) => readChapter(path, source, settings));
    const namesIn = (of: Readonly<Record<string, string>>) =>
      [...checkBook(makeBook(undefined, settings, read(of))).values()]
        .flat()
        .flatMap(({ rule: id, message }) => (id === rule ? [/"(.*?)"/.exec(message)?.[1]] : []));
    expect(namesIn(files)).toEqual(['Katalog', 'Pojok Baca']);
    expect(namesIn({ ...files, 'a.md': economy.replace('Pasar', 'Lapak') })).toEqual([]);
    expect(namesIn({ ...files, 'c.md': chapter('quick-wins', 'Profil', `## Katalog\n\n${html}`) })).toEqual([
      'Pasar',
      'Pojok Baca',
    ]);
  });
});

describe('the fix', () => {
  test('adds the columns once for all quick wins of a table', () => {
    const source = economyWith(
      '## Quick Win\n\n| Quick Win | Manfaat | Kemitraan | Sumber Daya | Risiko | OPD |\n|---|---|---|---|---|---|\n| Pasar | a | b | c | d | Disdag |\n| Katalog | a | | c | d | Dinkop |',
    );
    for (const text of [source, asWindows(source)]) {
      expect(expectFixesToHold({ 'bab.md': text }, [rule])).toBe(2);
      const fixed = fixAll({ 'bab.md': text }, rule);
      expect(problemsIn(fixed).filter((problem) => problem.rule === rule)).toEqual([]);
      expect(fixed['bab.md']?.replaceAll('\r\n', '\n')).toContain(
        [
          '| Quick Win | Manfaat | Keunikan | Strategi Keberlangsungan | Kemitraan | Sumber Daya | Risiko | OPD |',
          '|---|---|---|---|---|---|---|---|',
          '| Pasar | a | [isi di sini] | [isi di sini] | b | c | d | Disdag |',
          '| Katalog | a | [isi di sini] | [isi di sini] | [isi di sini] | c | d | Dinkop |',
        ].join('\n'),
      );
    }
  });

  test('adds lines to a block', () => {
    const source = economyWith('## Quick Win\n\n### Pasar\n\n* Manfaat : catatan\n* Keunikan : cepat\n\nUraian.');
    expect(expectFixesToHold({ 'bab.md': source }, [rule])).toBe(1);
    expect(fixAll({ 'bab.md': source }, rule)['bab.md']).toContain(
      '* Keunikan : cepat\n* Peluang Kemitraan: [isi di sini]\n* Sumber Daya: [isi di sini]\n* Manajemen Risiko: [isi di sini]\n* Strategi Keberlangsungan: [isi di sini]\n\nUraian.',
    );
  });

  test('is not offered where a dash stands in the way', () => {
    const source = economyWith('## Quick Win\n\n| Quick Win | Manfaat |\n|---|---|\n| Pasar | - |');
    expect(offeredFixes({ 'bab.md': source }, rule)).toEqual([[]]);
  });
});
