/** Agencies that the manifest does not know, and what can be done about them. */

import { describe, expect, test } from 'vitest';
import { expectFixesToHold, fixAll, offeredFixes } from './fixing';
import { chapter, economyWith, found, places } from './found';

const rule = 'programme-agency';
const manifest = `agencies:
  - { id: diskominfo, name: Dinas Komunikasi dan Informatika, aliases: [Dinas Kominfo] }
  - Dinas Kesehatan
  - Dinas Pariwisata dan Kebudayaan # dahulu dua dinas
`;
const row = (agency: string) =>
  economyWith(
    `## Program Jangka Pendek\n\n| Program | Indikator | OPD | Kerja Sama | Tahun |\n|---|---|---|---|---|\n| Pasar | A | ${agency} | PMI | 2025 |`,
  );
const files = (agency: string, text = manifest) => ({ 'masterplan.yaml': text, 'bab.md': row(agency) });

test('a name that the list does not know', () => {
  expect(found(rule, files('Kepolisian'))).toEqual([
    [
      '12 Kepolisian',
      '"Kepolisian" tidak ada dalam daftar OPD pada manifes.',
      '"Kepolisian" is not in the manifest\'s list of agencies.',
    ],
  ]);
});

test('a slip names what is meant', () => {
  expect(found(rule, files('Dinas Kesehatam'))).toEqual([
    [
      '12 Dinas Kesehatam',
      '"Dinas Kesehatam" tidak ada dalam daftar OPD pada manifes; mungkin maksudnya "Dinas Kesehatan".',
      '"Dinas Kesehatam" is not in the manifest\'s list of agencies; perhaps "Dinas Kesehatan" is meant.',
    ],
  ]);
});

test('all agencies at once are no unknown agency, and a ditto mark says nothing anew', () => {
  for (const all of [
    'Seluruh OPD',
    'Semua Perangkat Daerah',
    'seluruh dinas se-kabupaten',
    'Dinas Kesehatan; semua SKPD',
  ])
    expect([all, places(rule, files(all))]).toEqual([all, []]);
  const repeated = row('Kepolisian').replace(/\n$/, '\n| Kios | B | idem | PMI | 2025 |\n');
  expect(places(rule, { 'masterplan.yaml': manifest, 'bab.md': repeated })).toEqual(['12 Kepolisian']);
});

test.each([
  ['**Dinas Kominfo**<br>Kepolisian', ['12 Kepolisian']],
  ['Dinas Kominfo, `Kepolisian`', ['12 Kepolisian']],
  ['[Dinas Kominfo](https://contoh.example); Kepolisian', ['12 Kepolisian']],
  ['DINAS KOMINFO & Dinas Kesehatan', []],
  ['Dinas Kesehatan (koordinator), RSUD', ['12 RSUD']],
  ['Dinas Kesehatan (koordinator), Dinas Kominfo (anggota)', []],
  ['Dinas Komunikasi & Informatika', []],
  ['-', []],
  ['[isi di sini]', []],
])('%s', (agency, expected) => {
  expect(places(rule, files(agency))).toEqual(expected);
});

test('a nested list is read item by item', () => {
  const block =
    '## Program Jangka Pendek\n\n### ECO-P-01 Pasar\n\n- OPD:\n  - Dinas Kominfo\n  - Polres dan\n    Kodim\n- Tahun: 2025';
  expect(places(rule, { 'masterplan.yaml': manifest, 'bab.md': economyWith(block) })).toEqual([
    '14 Polres dan ⏎ Kodim',
  ]);
});

test('silent without a list, for partners, for roadmaps, for orphaned quick wins', () => {
  expect(places(rule, row('Kepolisian'))).toEqual([]);
  expect(places(rule, files('Kepolisian', 'agencies: []\n'))).toEqual([]);
  const roadmap = chapter(
    'roadmap',
    'Peta Jalan',
    '| Program | OPD | Tahun |\n|---|---|---|\n| Pasar | Kepolisian | 2025 |',
  );
  expect(places(rule, { 'masterplan.yaml': manifest, 'bab.md': roadmap })).toEqual([]);
  const orphan = economyWith('## Quick Win\n\n| Quick Win | OPD |\n|---|---|\n| Pasar | Kepolisian |');
  expect(places(rule, { 'masterplan.yaml': manifest, 'bab.md': orphan })).toEqual([]);
});

test('a change of the manifest alone is seen', () => {
  expect(places(rule, files('PMI'))).toEqual(['12 PMI']);
  expect(places(rule, files('PMI', `${manifest}  - PMI\n`))).toEqual([]);
});

describe('the fixes', () => {
  const titles = (agency: string, text = manifest) => offeredFixes(files(agency, text), rule).flat();

  test('replace a slip, as the obvious thing', () => {
    expect(titles('Dinas Kesehatam')).toMatchObject([{ title: 'Ganti dengan "Dinas Kesehatan"', preferred: true }]);
    expect(fixAll(files('Dinas Kominfo, Dinas Kesehatam'), rule)['bab.md']).toContain(
      '| Dinas Kominfo, Dinas Kesehatan |',
    );
  });

  test('offer the one agency whose name begins so', () => {
    const [fix] = titles('Dinas Pariwisata');
    expect(fix?.title).toBe('Ganti dengan "Dinas Pariwisata dan Kebudayaan"');
    expect(fix).not.toHaveProperty('preferred');
  });

  test.each([
    ['Kepolisian', manifest, `${manifest.trimEnd()}\n  - Kepolisian\n`],
    ['Kepolisian', 'agencies:\n- Dinas A\n\nregion: X\n', 'agencies:\n- Dinas A\n- Kepolisian\n\nregion: X\n'],
    ['Polres: Unit 1', 'agencies:\n- Dinas A\n', 'agencies:\n- Dinas A\n- "Polres: Unit 1"\n'],
    ['Kepolisian', 'agencies: [Dinas A, Dinas B]', 'agencies: [Dinas A, Dinas B, Kepolisian]'],
    ['Polres (Lantas, Binmas)', 'agencies: [Dinas A]\n', 'agencies: [Dinas A, "Polres (Lantas, Binmas)"]\n'],
    [
      'Kepolisian',
      'agencies:\r\n  - id: a\r\n    name: Dinas A\r\n    aliases: [A]\r\nregion: X\r\n',
      'agencies:\r\n  - id: a\r\n    name: Dinas A\r\n    aliases: [A]\r\n  - Kepolisian\r\nregion: X\r\n',
    ],
  ])('add %s to the manifest in its own style', (agency, text, expected) => {
    expect(expectFixesToHold(files(agency, text), [rule])).toBe(1);
    const fixed = fixAll(files(agency, text), rule);
    expect(fixed['masterplan.yaml']).toBe(expected);
    expect(fixed['bab.md']).toBe(row(agency));
  });
});
