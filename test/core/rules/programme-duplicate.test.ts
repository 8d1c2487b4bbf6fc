/** One name for two programmes, and what is one programme in several places. */

import { expect, test } from 'vitest';
import { problemsIn } from './fixing';
import { chapter, economyWith, found, places } from './found';

const rule = 'programme-duplicate';
const table = (...names: string[]) =>
  `| Program | OPD |\n|---|---|\n${names.map((name) => `| ${name} | B |`).join('\n')}`;
const short = (...names: string[]) => `## Program Jangka Pendek\n\n${table(...names)}`;

test('in one table, and in another dimension', () => {
  const files = {
    'a.md': economyWith(short('Pasar Tanpa Uang Tunai', 'PASAR **tanpa** uang tunai')),
    'b.md': economyWith(`## Program Jangka Panjang\n\n${table('Pasar – tanpa uang tunai')}`, 'living'),
  };
  expect(found(rule, files)).toEqual([
    [
      'a.md:13 PASAR **tanpa** uang tunai',
      'Program "PASAR tanpa uang tunai" sudah ada di Smart Economy; gabungkan, atau bedakan namanya.',
      'Smart Economy has a programme "PASAR tanpa uang tunai" already; join them, or tell their names apart.',
    ],
    [
      'b.md:12 Pasar – tanpa uang tunai',
      'Program "Pasar – tanpa uang tunai" sudah ada di Smart Economy; gabungkan, atau bedakan namanya.',
      'Smart Economy has a programme "Pasar – tanpa uang tunai" already; join them, or tell their names apart.',
    ],
  ]);
  const related = problemsIn(files).filter((problem) => problem.rule === rule)[0]?.related;
  const at = files['a.md'].indexOf('Pasar Tanpa');
  expect(related).toEqual([
    { file: 'memory:/book/a.md', range: { start: at, end: at + 22 }, message: 'Yang pertama ada di sini.' },
  ]);
});

test('names are compared whole', () => {
  expect(
    places(rule, economyWith(short('SI Kepegawaian - Cuti', 'SI Kepegawaian - Diklat', 'Pasar (1)', 'Pasar (2)'))),
  ).toEqual([]);
});

test('a quick win and its profile are the programme that they belong to', () => {
  const files = {
    'a.md': economyWith(`${short('Pasar')}\n\n## Quick Win\n\n| Quick Win |\n|---|\n| Pasar |`),
    'b.md': chapter('quick-wins', 'Profil', '## Pasar\n\n- Dimensi: Smart Economy'),
  };
  expect(places(rule, files)).toEqual([]);
});

test('two in the same place are two', () => {
  const twice = economyWith(`${short('Pasar')}\n\n## Quick Win\n\n| Quick Win |\n|---|\n| Pasar |\n| Pasar |`);
  expect(places(rule, twice)).toEqual(['19 Pasar']);
  expect(places('quick-win-orphan', twice)).toEqual([]);
});

test('orphaned quick wins are left to their own rule', () => {
  const files = {
    'a.md': economyWith('## Quick Win\n\n| Quick Win |\n|---|\n| Pasar |'),
    'b.md': economyWith('## Quick Win\n\n| Quick Win |\n|---|\n| Pasar |', 'living'),
  };
  expect(places(rule, files)).toEqual([]);
});

test('of two with one code, code-duplicate speaks', () => {
  const body = '## Program Jangka Pendek\n\n| Kode | Program |\n|---|---|\n| A-1 | Pasar |\n| A-1 | Pasar |';
  expect(places(rule, economyWith(body))).toEqual([]);
  expect(places('code-duplicate', economyWith(body))).toEqual(['13 A-1']);
});

test('a name still to be filled in is no name', () => {
  expect(places(rule, economyWith(short('Program [isi di sini]', 'Program [isi di sini]')))).toEqual([]);
});

test('the roadmap repeats by design', () => {
  const files = {
    'a.md': economyWith(short('Pasar')),
    'b.md': chapter('roadmap', 'Peta Jalan', '| Program | Tahun |\n|---|---|\n| Pasar | 2025 |'),
  };
  expect(places(rule, files)).toEqual([]);
});

test('thousands of rows take no more than their share', () => {
  const names = Array.from({ length: 6000 }, (_, i) => `Gerai desa ${i % 3000}`);
  expect(places(rule, economyWith(short(...names)))).toHaveLength(3000);
});
