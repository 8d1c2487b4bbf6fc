/** One dimension with more programmes than all others together. */

import { expect, test } from 'vitest';
import { chapter, economyWith, found, places } from './found';

const rule = 'dimension-dominates';
const table = (count: number, word: string) =>
  `| Program |\n|---|\n${Array.from({ length: count }, (_, i) => `| ${word} ${i} |`).join('\n')}`;
const files = (economy: number, living: number, actions = 0) => ({
  'masterplan.yaml': '# Kabupaten Contoh\n',
  'a.md': economyWith(`## Program Jangka Pendek\n\n${table(economy, 'Pasar')}`),
  'b.md': economyWith(`## Program Jangka Panjang\n\n${table(living, 'Sehat')}`, 'living'),
  'c.md': chapter('action-plan', 'Rencana Aksi', table(actions, 'Aksi')),
});

test('more than half of twelve or more', () => {
  expect(found(rule, files(7, 5))).toEqual([
    [
      'masterplan.yaml:1 # Kabupaten Contoh',
      'Smart Economy memiliki 7 dari 12 program; seimbangkan dengan dimensi lain.',
      'Smart Economy has 7 of the 12 programmes; balance them with the other dimensions.',
    ],
  ]);
});

test.each([
  ['half', files(6, 6)],
  ['eleven in all', files(10, 1)],
  ['the action plan counted in', files(7, 5, 2)],
  ['one dimension written so far', { ...files(12, 0), 'b.md': economyWith('Pengantar.', 'living') }],
])('silent: %s', (_, book) => {
  expect(places(rule, book)).toEqual([]);
});

test('a loose chapter is no masterplan', () => {
  expect(places(rule, files(12, 0)['a.md'])).toEqual([]);
});
