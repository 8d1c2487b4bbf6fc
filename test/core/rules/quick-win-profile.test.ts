/** Quick wins that do not say what they are scored on. */

import { describe, expect, test } from 'vitest';
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

test('nothing, where a profile is in a table that is not read', () => {
  const drawn = '  Uraian     Isi\n  ---------- -----\n  Keunikan   b';
  const book = (profile: string) => ({
    'a.md': economyWith('## Quick Win\n\n| Quick Win | Manfaat |\n|---|---|\n| Pasar | a |'),
    'b.md': chapter('quick-wins', 'Profil', `## Pasar\n\n${profile}`),
  });
  expect(places(rule, book(drawn))).toEqual([]);
  expect(places(rule, book('Uraian.'))).toEqual(['a.md:12 Pasar']);
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
