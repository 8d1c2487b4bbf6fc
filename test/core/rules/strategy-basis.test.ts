/** Strategies that name no SWOT item. */

import { describe, expect, test } from 'vitest';
import { asWindows, economyWith, found, places } from './found';

const rule = 'strategy-basis';
const swot = '## SWOT\n\n### Kekuatan\n\n- S1. Pasar\n- S2. Gudang';

function strategies(body: string): string {
  return economyWith(`${swot}\n\n${body}`);
}

describe('a strategy is reported', () => {
  test('with a code, or listed without one', () => {
    const source = strategies(
      '## Strategi\n\n1. SO1. Menata pasar (S1)\n2. **SO2** – Menata gudang (GOV-P-01)\n3. Menata *jalan*',
    );
    expect(found(rule, source)).toEqual([
      [
        '18 **SO2** – Menata gudang (GOV-P-01)',
        'Strategi SO2 belum menyebut butir SWOT yang dijawabnya, misalnya (S1, O2).',
        'Strategy SO2 names no SWOT item that it answers, such as (S1, O2).',
      ],
      [
        '19 Menata *jalan*',
        'Strategi "Menata jalan" belum menyebut butir SWOT yang dijawabnya, misalnya (S1, O2).',
        'Strategy "Menata jalan" names no SWOT item that it answers, such as (S1, O2).',
      ],
    ]);
    expect(places(rule, asWindows(source))).toHaveLength(2);
  });

  test('in a table and as a heading', () => {
    const table =
      '## Strategi\n\n| No | Strategi | Dasar SWOT |\n|---|---|---|\n| 1 | Menata pasar | S1 |\n| 2 | Menata gudang | - |';
    expect(places(rule, strategies(table))).toEqual(['20 Menata gudang']);
    const headings = '## Strategi\n\n### STR-1 Menata pasar\n\nDasar: (S1).\n\n### STR-2 Menata gudang\n\nUraian.';
    expect(places(rule, strategies(headings))).toEqual(['21 STR-2 Menata gudang']);
  });

  test.each(['Pasar tertata', 'RPJMD-2025, 2025-2029', 'A4, 5G, COVID-19', 'W1-Wonosobo', '[pasar](s1.md#S1)'])(
    'with other words in its column: %s',
    (basis) => {
      const table = `## Strategi\n\n| Kode | Strategi | Dasar SWOT |\n|---|---|---|\n| SO1 | Menata pasar | ${basis} |`;
      expect(places(rule, strategies(table))).toEqual([expect.stringMatching(/^19 SO1 /)]);
    },
  );

  test('once, where it stands in the matrix and again in its section', () => {
    const twice = '## TOWS\n\n- SO1. Menata\n- SO2. Menjaga\n\n## Strategi\n\n- SO1. Menata\n- SO2. Menjaga (S1)';
    expect(places(rule, strategies(twice.replace('TOWS', 'Matriks TOWS')))).toEqual(['17 SO1. Menata']);
  });
});

describe('nothing is said', () => {
  test.each([
    ['of items in a matrix without codes', '## Matriks TOWS\n\n- Menata pasar'],
    ['of headings over prose', '## Strategi\n\n### Pendekatan\n\nUraian.'],
    ['of prose', '## Strategi\n\nStrategi disusun bersama.'],
    ['of references below the strategy', '## Strategi\n\n- Menata pasar\n\n  Dasarnya [S1].'],
  ])('%s', (_, body) => {
    expect(places(rule, strategies(body))).toEqual([]);
  });

  test.each([
    'S1, S2 x O1, O2',
    '(S1, S2), (O1, O2)',
    'S1, S2 (kekuatan); O1, O2 (peluang)',
    'S1, S2 -- O1, O2',
    'Kekuatan: S1; Peluang: O1',
    '1. S1 Pasar <br> 2. O1 Kode QR',
    'Memanfaatkan S1 untuk O1',
    'governance:S1 (data)',
  ])('of a strategy with codes among words in its column: %s', (basis) => {
    const table = `## Strategi\n\n| Kode | Strategi | Dasar SWOT |\n|---|---|---|\n| SO1 | Menata pasar | ${basis} |`;
    expect(places(rule, strategies(table))).toEqual([]);
  });

  test('where the SWOT has no codes', () => {
    expect(places(rule, economyWith('## SWOT\n\n### Kekuatan\n\n- Pasar\n\n## Strategi\n\n- SO1. Menata'))).toEqual([]);
  });

  test('where there is no SWOT', () => {
    expect(places(rule, economyWith('## Strategi\n\n- SO1. Menata'))).toEqual([]);
  });
});
