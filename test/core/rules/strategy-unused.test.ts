/** Strategies that no programme carries out. */

import { describe, expect, test } from 'vitest';
import { asWindows, economyWith, found, places } from './found';

const rule = 'strategy-unused';
const strategies = '## Strategi\n\n- SO1. Menata pasar\n- STR-2 Menata gudang\n- Menata jalan';

function programmes(body: string): string {
  return economyWith(`${strategies}\n\n## Program Jangka Pendek\n\n${body}`);
}

describe('a coded strategy is reported at its code', () => {
  test('where programmes name only others', () => {
    const source = programmes('| Program | Strategi |\n|---|---|\n| Pasar | SO1 |');
    expect(found(rule, source)).toEqual([
      [
        '11 STR-2',
        'Strategi STR-2 "Menata gudang" belum diwujudkan dalam program mana pun.',
        'No programme carries out strategy STR-2 "Menata gudang" yet.',
      ],
    ]);
    expect(places(rule, asWindows(source))).toEqual(['11 STR-2']);
  });

  test('once, where it stands in the matrix and again in its section', () => {
    const matrix = `## Matriks TOWS\n\n- SO1. Menata pasar\n- STR-2 Menata gudang\n\n${strategies}`;
    const table = '## Program Jangka Pendek\n\n| Program | Strategi |\n|---|---|\n| Pasar | SO1 |';
    expect(places(rule, economyWith(`${matrix}\n\n${table}`))).toEqual(['11 STR-2']);
  });
});

test.each([
  ['where all are named', '| Program | Strategi |\n|---|---|\n| Pasar | SO1; STR-2 |'],
  ['where no programme names any', '| Program | OPD |\n|---|---|\n| Pasar | Disdag |'],
  [
    'where its words follow its code',
    '| Program | Strategi |\n|---|---|\n| Pasar | SO1: Menata pasar; STR-2 Menata gudang |',
  ],
  ['where words stand before its code', '| Program | Strategi |\n|---|---|\n| Pasar | Mendukung SO1 dan STR-2 |'],
  [
    'where a block lists it with its words',
    '### Pasar\n\n- OPD: Disdag\n- Strategi:\n  - SO1 Menata\n  - STR\\-2 Gudang',
  ],
  ['where a block or a bracket names it', '### Pasar (SO1)\n\n- OPD: Disdag\n- Strategi Terkait: STR-2'],
])('nothing is said %s', (_, body) => {
  expect(places(rule, programmes(body))).toEqual([]);
});

test('a quick win carries out a strategy too', () => {
  const quickWin =
    '| Program | Strategi |\n|---|---|\n| Pasar | SO1 |\n\n## Quick Win\n\n| Program | Strategi |\n|---|---|\n| Gudang | STR-2 |';
  expect(places(rule, programmes(quickWin))).toEqual([]);
});

test("another dimension's strategy of the same code is another", () => {
  const files = {
    'a.md': programmes('| Program | Strategi |\n|---|---|\n| Pasar | SO1, STR-2 |'),
    'b.md': economyWith(
      `${strategies}\n\n## Program Jangka Pendek\n\n| Program | Strategi |\n|---|---|\n| Sehat | STR-2, economy:SO1 |`,
      'living',
    ),
  };
  expect(places(rule, files)).toEqual(['b.md:10 SO1']);
});
