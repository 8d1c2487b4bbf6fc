// The head of a table offers the columns that it lacks; where there is no table yet, a whole one begins.

import { describe, expect, test } from 'vitest';
import { programmeTableOf } from '../../../../src/core/chapter/programmes';
import { readChapter } from '../../../../src/core/chapter/read';
import { lexiconOf } from '../../../../src/core/template/lexicon';
import { applyEdits } from '../../../../src/core/text/edits';
import { settingsOf } from '../../workspace';
import { ask, governance, governanceHead } from './asked';

/** The text with a suggestion taken, and with what comes with it. */
function taken(marked: string, label: string): string {
  const offset = marked.indexOf('^');
  const source = marked.replace('^', '');
  const one = ask(marked).all.find((candidate) => candidate.label === label);
  if (one === undefined) throw new Error(`"${label}" is not suggested`);
  expect(one.range.start <= offset && offset <= one.range.end).toBe(true);
  return applyEdits(source, [{ range: one.range, text: one.insert }, ...(one.also ?? [])]);
}

const table = (head: string, rest = '|---|---|\n| GOV-M-01 | Gerai |\n') =>
  `${governance}\n## Program Jangka Menengah\n\n${head}\n${rest}`;

describe('in the head of a table', () => {
  test('of programmes the fields that are missing, with what they mean', () => {
    const { all, labels } = ask(table('| Kode | ^ |'));
    expect(labels.slice(0, 8)).toEqual([
      'Program',
      'Tujuan',
      'Sasaran',
      'Indikator',
      'Target',
      'OPD',
      'Tahun',
      'Anggaran',
    ]);
    expect(labels).not.toContain('Kode');
    expect(all[0]).toMatchObject({ detail: 'wajib', documentation: 'Nama program atau kegiatan.' });
    expect(all[1]).not.toHaveProperty('detail');
    expect(ask(table('| No | Nama Program | ^ |')).labels.slice(0, 2)).toEqual(['Tujuan', 'Sasaran']);
  });

  test('the title stands alone in its cell', () => {
    expect(taken(table('| Kode |^ |'), 'OPD')).toBe(table('| Kode | OPD |'));
    expect(taken(table('| Kode | O^ |'), 'OPD')).toBe(table('| Kode | OPD |'));
    expect(taken(table('| Kode |^'), 'OPD')).toBe(table('| Kode | OPD'));
  });

  test('a column more gets its dashes and its cells, so that the table stays one', () => {
    const added = taken(table('| Kode | Program | ^|'), 'OPD');
    expect(added).toBe(table('| Kode | Program | OPD |', '|---|---| --- |\n| GOV-M-01 | Gerai |  |\n'));
    const settings = settingsOf();
    const chapter = readChapter('memory:/a.md', added, settings);
    const block = chapter.blocks.findLast(({ type }) => type === 'table');
    if (block?.type !== 'table') throw new Error('it is no table any more');
    expect(programmeTableOf(added, block, lexiconOf(settings))?.columns).toEqual(['code', 'name', 'agency']);
    expect(taken(table('| Kode | ^ | Program |'), 'OPD')).toBe(
      table('| Kode | OPD | Program |', '|---| --- |---|\n| GOV-M-01 |  | Gerai |\n'),
    );
  });

  test('in the language of the chapter', () => {
    const english =
      '---\nchapter: dimension\ndimension: economy\nlang: en\n---\n\n# Economy\n\n## Short-term Programmes\n\n';
    expect(ask(`${english}| Code | ^ |\n|---|---|\n`).all[0]).toMatchObject({ label: 'Programme', detail: 'required' });
  });

  test('of a SWOT the quadrants, or the columns of factors', () => {
    const swot = `${governanceHead}\n## Analisis SWOT\n\n`;
    expect(ask(`${swot}| Kekuatan | ^ |\n|---|---|\n`).labels).toEqual(['Kelemahan', 'Peluang', 'Ancaman']);
    expect(ask(`${swot}| Kode | ^ |\n|---|---|\n`).labels).toEqual(['Faktor', 'Bobot', 'Rating', 'Skor']);
    expect(ask(`${swot}| ^ |\n|---|\n`).labels).toEqual([
      'Kekuatan',
      'Kelemahan',
      'Peluang',
      'Ancaman',
      'Kode',
      'Faktor',
      'Bobot',
      'Rating',
      'Skor',
    ]);
  });

  test('of strategies, of a roadmap with its years, of an action plan, of gaps', () => {
    expect(ask(`${governanceHead}\n## Strategi\n\n| Kode | ^ |\n|---|---|\n`).labels).toEqual([
      'Strategi',
      'Dasar SWOT',
    ]);
    const roadmap = '---\nchapter: roadmap\n---\n\n# Peta Jalan\n\n';
    expect(ask(`${roadmap}| Program | 2025 | ^ |\n|---|---|---|\n`).labels.slice(0, 4)).toEqual([
      'Kode',
      'OPD',
      '2026',
      '2027',
    ]);
    const plan = '---\nchapter: action-plan\n---\n\n# Rencana Aksi\n\n## Infrastruktur\n\n';
    expect(ask(`${plan}| Kode | Program | ^ |\n|---|---|---|\n`).labels.slice(0, 3)).toEqual([
      'Tujuan',
      'Sasaran',
      'Indikator',
    ]);
    const gap = '---\nchapter: gap-analysis\n---\n\n# Analisis Kesenjangan\n\n';
    expect(ask(`${gap}| Dimensi | ^ |\n|---|---|\n`).labels).toEqual([
      'Kondisi Saat Ini',
      'Kondisi yang Diharapkan',
      'Kesenjangan',
      'Langkah',
    ]);
  });

  test('of any other table nothing', () => {
    expect(ask('---\nchapter: introduction\n---\n\n# Pendahuluan\n\n| Kode | ^ |\n|---|---|\n').labels).toEqual([]);
  });
});

describe('where no table is yet', () => {
  test('a line that begins with a stroke offers the whole head and the first row, with the next free code', () => {
    const { all, labels } = ask(`${governance}\n## Program Jangka Menengah\n\n|^`);
    expect(labels).toEqual(['Tabel program']);
    const [head, dashes, row, ...rest] = (all[0]?.insert ?? '').split('\n');
    expect(rest).toEqual([]);
    expect(head).toBe(
      '| Kode | Program | Tujuan | Sasaran | Indikator | Target | OPD | Tahun | Anggaran | Sumber Dana | Strategi | Sub-dimensi |',
    );
    expect(dashes).toBe(`|${' --- |'.repeat(12)}`);
    expect(row).toMatch(/^\| GOV-M-01 \| \$\{1:/);
    expect(all[0]?.isSnippet).toBe(true);
  });

  test('and a blank line, where somebody asks', () => {
    const blank = `${governanceHead}\n## Quick Win\n\n^\n\n## Catatan\n`;
    expect(ask(blank).labels).toEqual([]);
    expect(ask(blank, {}, true).labels).toEqual(['Tabel quick win']);
    expect(ask('---\nchapter: introduction\n---\n\n# Pendahuluan\n\n^\n', {}, true).labels).toEqual([]);
  });

  test('in every shape of a SWOT, and for strategies, roadmaps and gaps', () => {
    expect(ask(`${governanceHead}\n## Analisis SWOT\n\n| ^`).labels).toEqual([
      'Tabel SWOT empat kolom',
      'Tabel SWOT 2×2',
      'Tabel IFAS dan EFAS',
    ]);
    expect(ask(`${governanceHead}\n## Strategi\n\n|^`).taking()).toContain('| Kode | Strategi | Dasar SWOT |\n');
    expect(ask('---\nchapter: roadmap\n---\n\n# Peta Jalan\n\n|^').taking()).toContain(
      '| Kode | Program | OPD | 2025 | 2026 |',
    );
    expect(ask('---\nchapter: gap-analysis\n---\n\n# Kesenjangan\n\n|^').labels).toEqual(['Tabel kesenjangan']);
  });

  test('not where a table goes on, and apart from what follows', () => {
    expect(ask(`${governance.trimEnd()}\n|^`).labels).not.toContain('Tabel program');
    const followed = ask(`${governanceHead}\n## Quick Win\n\n|^\nteks\n`);
    expect(followed.all[0]?.insert.endsWith(' |\n')).toBe(true);
  });
});
