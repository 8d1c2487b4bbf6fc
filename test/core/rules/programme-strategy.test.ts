/** Programmes that name no strategy. */

import { expect, test } from 'vitest';
import { economyWith, found, places } from './found';

const rule = 'programme-strategy';
const coded = '## Strategi\n\n- SO1. Memperluas (S1)\n\n';
const short = (strategy: string, name = 'Pasar') =>
  `## Program Jangka Pendek\n\n| Program | Indikator | OPD | Tahun | Strategi |\n|---|---|---|---|---|\n| ${name} | A | B | 2025 | ${strategy} |`;

test('the column is there and says nothing', () => {
  expect(found(rule, economyWith(coded + short('-')))).toEqual([
    [
      '16 Pasar',
      'Program "Pasar" belum menyebut strategi yang dijalankannya.',
      'Programme "Pasar" does not say which strategy it carries out.',
    ],
  ]);
});

test('a block has a place for everything', () => {
  const block = '## Program Jangka Pendek\n\n### ECO-P-01 Pasar\n\n- Indikator: A\n- OPD: B\n- Tahun: 2025\n';
  expect(places(rule, economyWith(coded + block))).toEqual(['14 Pasar']);
  expect(places(rule, economyWith(`${coded}${block}- Strategi: SO1`))).toEqual([]);
});

test.each([
  ['it names one', coded + short('SO1')],
  ['it says so in words', coded + short('Memperluas transaksi')],
  ['it names one in brackets', coded + short('', 'Pasar (SO1)')],
  ['the strategies have no codes', `## Strategi\n\n- Memperluas\n\n${short('')}`],
  [
    'the table has no such column',
    `${coded}## Program Jangka Pendek\n\n| Program | Indikator | OPD | Tahun |\n|---|---|---|---|\n| Pasar | A | B | 2025 |`,
  ],
  ['it is incomplete', (coded + short('')).replace('| A | B |', '| A | |')],
  ['it is an orphaned quick win', `${coded}## Quick Win\n\n### Pasar\n\n- OPD: B`],
])('silent where %s', (_, body) => {
  expect(places(rule, economyWith(body))).toEqual([]);
});

test('the quick-win section may name it', () => {
  expect(places(rule, economyWith(`${coded}${short('')}\n\n## Quick Win\n\n### Pasar\n\n- Strategi: SO1`))).toEqual([]);
});

test('codes of another dimension do not matter', () => {
  expect(places(rule, { 'a.md': economyWith(coded, 'living'), 'b.md': economyWith(short('')) })).toEqual([]);
});
