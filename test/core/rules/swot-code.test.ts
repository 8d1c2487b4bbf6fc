/** Codes of SWOT items: another quadrant's letter, repeated, absent. */

import { describe, expect, test } from 'vitest';
import { asWindows, chapter, economyWith, found, places } from './found';

const rule = 'swot-code';

describe('a code is reported', () => {
  test("with another quadrant's letter, repeated, and where it is absent", () => {
    const body = `## SWOT

### Kekuatan

- S1. Pasar
- **S1** – Koperasi
- Gudang

### Kelemahan

- S2. Data
- W1. Tenaga`;
    const all: [string, string, string][] = [
      ['13 S1', 'Kode S1 dipakai dua kali dalam dimensi ini.', 'Code S1 is used twice in this dimension.'],
      [
        '14 Gudang',
        'Butir "Gudang" belum berkode, padahal butir lain sudah.',
        'Item "Gudang" has no code, though the others have one.',
      ],
      [
        '18 S2',
        'Kode S2 ada di kuadran "Kelemahan", yang kodenya berawalan W.',
        'Code S2 stands in quadrant "Weaknesses", whose codes begin with W.',
      ],
    ];
    expect(found(rule, economyWith(body))).toEqual(all);
    expect(found(rule, asWindows(economyWith(body)))).toEqual(all);
  });

  test('in the cells of tables', () => {
    const columns =
      '## SWOT\n\n| Kekuatan | Kelemahan |\n|---|---|\n| S1. Pasar <br> S2. Gudang | S3. Data <br> Tenaga |';
    expect(places(rule, economyWith(columns))).toEqual(['12 S3', '12 Tenaga']);
    const factors = `## SWOT

### Kekuatan

| Kode | Faktor | Bobot |
|---|---|---|
| S1 | Pasar | 0,2 |
| S1 | Koperasi | 0,1 |
| | Gudang | 0,1 |
| O2 | Jaringan | 0,1 |`;
    expect(places(rule, economyWith(factors))).toEqual(['15 S1', '16 Gudang', '17 O2']);
  });

  test('dimension by dimension', () => {
    const two = ['Smart Governance', 'Smart Living']
      .map((name) => `## ${name}\n\n### SWOT\n\n#### Kekuatan\n\n- S1. ${name}`)
      .join('\n\n');
    expect(places(rule, chapter('dimensions', 'BAB III', two))).toEqual([]);
  });
});

test.each([
  ['no codes at all', '### Kekuatan\n\n- Pasar\n\n### Kelemahan\n\n- Data'],
  ['codes that leave numbers out', '### Kekuatan\n\n- S2. Pasar\n- S7) Gudang'],
  ['items without a quadrant but for their code', '- S1. Pasar\n- W1. Data'],
])('nothing is said of %s', (_, body) => {
  expect(places(rule, economyWith(`## SWOT\n\n${body}`))).toEqual([]);
});
