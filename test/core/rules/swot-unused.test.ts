/** SWOT items that no strategy answers. */

import { describe, expect, test } from 'vitest';
import { asWindows, economy, economyWith, found, places } from './found';

const rule = 'swot-unused';
const swot = '## SWOT\n\n### Kekuatan\n\n- S1. Pasar\n- S2. Gudang\n- S3. Koperasi\n\n### Kelemahan\n\n- W1. Data';

describe('an item is reported at its code', () => {
  test('where no strategy names it', () => {
    const source = economyWith(`${swot}\n\n## Strategi\n\n- SO1. Menata pasar (S1, W1)`);
    expect(found(rule, source)).toEqual([
      ['13 S2', 'S2 "Gudang" belum dijawab strategi mana pun.', 'No strategy answers S2 "Gudang" yet.'],
      ['14 S3', 'S3 "Koperasi" belum dijawab strategi mana pun.', 'No strategy answers S3 "Koperasi" yet.'],
    ]);
    expect(places(rule, asWindows(source))).toEqual(['13 S2', '14 S3']);
  });

  test('where only a programme names it', () => {
    const table = '## Program Jangka Pendek\n\n| Program | Dasar SWOT |\n|---|---|\n| Pasar | S2, S3 |';
    expect(places(rule, economyWith(`${swot}\n\n## Strategi\n\n- Menata (S1, W1)\n\n${table}`))).toEqual([
      '13 S2',
      '14 S3',
    ]);
  });
});

describe('nothing is said', () => {
  test.each([
    ['of spans and columns', '## Strategi\n\n| Strategi | Dasar SWOT |\n|---|---|\n| Menata | S1–S3 dan W1 |'],
    ['where the references are nested', '## Strategi\n\n- Menata\n  - dasar: [S1; S2]\n  - juga (S3 & W1)'],
    ['where a matrix without codes answers', '## Matriks TOWS\n\n- Menata (S1, S2)\n\n## Strategi\n\n- Lain (S3, W1)'],
    ['where no strategy names any item', '## Strategi\n\n- Menata pasar'],
    ['where there are no strategies', '## Strategi\n\nDisusun kemudian.'],
  ])('%s', (_, body) => {
    expect(places(rule, economyWith(`${swot}\n\n${body}`))).toEqual([]);
  });

  test('of items whose code is wrong: rule `swot-code` speaks about those', () => {
    expect(places(rule, economyWith(`${swot.replace('W1', 'S3')}\n\n## Strategi\n\n- Menata (S1–S3)`))).toEqual([]);
  });

  test('where another dimension answers by the full name', () => {
    const other = economyWith('## Strategi\n\n- Menata (economy:S2, Smart-Economy:S3)', 'living');
    const files = { 'a.md': economyWith(`${swot}\n\n## Strategi\n\n- Menata (S1, W1)`), 'b.md': other };
    expect(places(rule, files)).toEqual([]);
  });
});

test('a complete chapter has none', () => {
  expect(places(rule, economy())).toEqual([]);
});
