/** Codes of programmes, quick wins and strategies that are given twice. */

import { describe, expect, test } from 'vitest';
import { checkBook } from '../../../src/core/rules/check';
import { textOf } from '../../../src/core/text/range';
import { bookOf } from '../workspace';
import { offeredFixes } from './fixing';
import { asWindows, chapter, economyWith, found, places } from './found';

const rule = 'code-duplicate';

/** Programmes of one section as a table of codes and names. */
function table(...rows: [code: string, name: string][]): string {
  return `| Kode | Program |\n|---|---|\n${rows.map(([code, name]) => `| ${code} | ${name} |`).join('\n')}`;
}

function programmes(dimension: string, ...rows: [code: string, name: string][]): string {
  return economyWith(`## Program Jangka Pendek\n\n${table(...rows)}`, dimension);
}

describe('the second is reported at its code', () => {
  test('in one table', () => {
    const source = programmes('economy', ['ECO-P-01', 'Pasar'], ['ECO-P-02', 'Gudang'], ['ECO-P-01', 'Koperasi']);
    expect(found(rule, source)).toEqual([
      ['14 ECO-P-01', 'Kode ECO-P-01 sudah dipakai oleh "Pasar".', 'Code ECO-P-01 belongs to "Pasar" already.'],
    ]);
    expect(places(rule, asWindows(source))).toEqual(['14 ECO-P-01']);
  });

  test('across chapters, and in the action plan', () => {
    const files = {
      '1.md': programmes('governance', ['P-01', 'Layanan']),
      '2.md': programmes('living', ['P-01', 'Puskesmas']),
      '3.md': chapter('action-plan', 'Rencana Aksi', table(['P-01', 'Jaringan'])),
    };
    expect(found(rule, files)).toEqual([
      ['2.md:12 P-01', 'Kode P-01 sudah dipakai oleh "Layanan".', 'Code P-01 belongs to "Layanan" already.'],
      ['3.md:9 P-01', 'Kode P-01 sudah dipakai oleh "Layanan".', 'Code P-01 belongs to "Layanan" already.'],
    ]);
    const [problem] = [...checkBook(bookOf(files)).values()].flat().filter((each) => each.rule === rule);
    expect(problem?.related?.map(({ file, range }) => [file, textOf(files['1.md'], range)])).toEqual([
      ['memory:/book/1.md', 'P-01'],
    ]);
  });

  test('of blocks', () => {
    const body =
      '## Program Jangka Panjang\n\n### ECO-L-01 Sentra\n\n- OPD: A\n\n### ECO-L-01: Retribusi\n\n- Tahun: 2030';
    expect(places(rule, economyWith(body))).toEqual(['14 ECO-L-01']);
  });

  test('of two quick wins in one place', () => {
    const body = `## Quick Win\n\n${table(['QW-01', 'Pasar'], ['QW-01', 'Gudang'])}`;
    expect(places(rule, economyWith(body))).toEqual(['13 QW-01']);
  });

  test('of strategies in their dimension', () => {
    const body = '## Strategi\n\n- SO1. Menata pasar\n- STR-1 Menata gudang\n- SO1. Menata jalan\n- STR-1 Menata desa';
    expect(found(rule, economyWith(body))).toEqual([
      ['12 SO1', 'Kode SO1 sudah dipakai oleh "Menata pasar".', 'Code SO1 belongs to "Menata pasar" already.'],
      ['13 STR-1', 'Kode STR-1 sudah dipakai oleh "Menata gudang".', 'Code STR-1 belongs to "Menata gudang" already.'],
    ]);
  });
});

describe('nothing is said', () => {
  test('of one programme in its three places, though its codes differ', () => {
    const files = {
      '1.md': economyWith(
        `## Program Jangka Pendek\n\n${table(['ECO-P-01', 'Pasar'], ['ECO-P-02', 'Gudang Bersama'])}\n\n## Quick Win\n\n${table(['ECO-P-01', 'Pasar Cerdas'], ['ECO-QW-01', 'Gudang bersama'])}`,
      ),
      '2.md': chapter(
        'quick-wins',
        'Profil',
        '## ECO-P-01 Pasar\n\n- Manfaat: a\n\n## Gudang Bersama\n\n- Kode: ECO-QW-01\n- Dimensi: Smart Economy',
      ),
    };
    expect(places(rule, files)).toEqual([]);
  });

  test('of strategies in different dimensions', () => {
    const body = '## Strategi\n\n- SO1. Menata';
    expect(places(rule, { '1.md': economyWith(body), '2.md': economyWith(body, 'living') })).toEqual([]);
  });

  test('of a strategy in the matrix and in its section', () => {
    const body = '## Matriks TOWS\n\n### Strategi SO\n\n- SO1. Menata\n\n## Strategi\n\n- SO1. Menata';
    expect(places(rule, economyWith(body))).toEqual([]);
  });

  test('of running numbers, group rows, continuations and references', () => {
    const body = `## Program Jangka Pendek

| No | Program | Strategi |
|---|---|---|
| A | **Ekonomi** | |
| 1 | Pasar | SO1 |
| | | SO1 |
| A | **Lain** | |
| 1 | Gudang | SO1 |`;
    expect(places(rule, economyWith(body))).toEqual([]);
  });

  test('of the rows of a roadmap', () => {
    const roadmap = chapter('roadmap', 'Peta Jalan', table(['ECO-P-01', 'Pasar'], ['ECO-P-01', 'Pasar']));
    expect(places(rule, { '1.md': programmes('economy', ['ECO-P-01', 'Pasar']), '2.md': roadmap })).toEqual([]);
  });
});

test('each duplicate is offered a code of its own that is free', () => {
  const source = programmes('economy', ['P-1', 'A'], ['P-1', 'B'], ['P-1', 'C'], ['P-2', 'D']);
  expect(offeredFixes({ 'a.md': source }, rule).flatMap((fixes) => fixes.map(({ title }) => title))).toEqual([
    'Ganti dengan kode berikutnya: P-3',
    'Ganti dengan kode berikutnya: P-4',
  ]);
});

test('a code with more digits than are counted with has a next one too', () => {
  const titles = (source: string) =>
    offeredFixes({ 'a.md': source }, rule).flatMap((fixes) => fixes.map(({ title }) => title));
  const [large, nines] = ['GOV-P-9007199254740992', 'A-9999999999999999999999'];
  expect(titles(programmes('governance', [large, 'A'], [large, 'B']))).toEqual([
    'Ganti dengan kode berikutnya: GOV-P-9007199254740993',
  ]);
  expect(titles(programmes('governance', [nines, 'A'], [nines, 'B'], [nines, 'C']))).toEqual([
    'Ganti dengan kode berikutnya: A-10000000000000000000000',
    'Ganti dengan kode berikutnya: A-10000000000000000000001',
  ]);
  expect(
    titles(economyWith('## Strategi\n\n- STR-9007199254740992 Menata pasar\n- STR-9007199254740992 Menata jalan')),
  ).toEqual(['Ganti dengan kode berikutnya: STR-9007199254740993']);
});
