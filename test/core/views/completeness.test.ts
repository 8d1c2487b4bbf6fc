import { describe, expect, test } from 'vitest';
import { newBook } from '../../../src/core/edits/new-book';
import { presets } from '../../../src/core/template/presets/presets';
import { textOf } from '../../../src/core/text/range';
import { completenessOf } from '../../../src/core/views/completeness';
import { coverageOf, writtenWords } from '../../../src/core/views/coverage';
import { bookOf } from '../workspace';

function completeness(source: string) {
  const book = bookOf({ 'masterplan.yaml': '', 'a.md': source });
  const chapter = book.chapters[0];
  if (chapter === undefined) throw new Error('no chapter');
  const { done, required, open } = completenessOf(book, chapter);
  return {
    count: `${done}/${required}`,
    open: open.map(
      ({ kind, state, place, dimension }) =>
        `${dimension === undefined ? '' : `${dimension} `}${kind} ${state} @ ${textOf(source, place)}`,
    ),
  };
}

const vision = '---\nchapter: vision\n---\n# Visi dan Misi\n';

describe('the completeness of a chapter', () => {
  test('counts what is required, and says what is missing or empty and where', () => {
    expect(completeness(`${vision}\n## Visi\n\nKota ramah.\n\n## Misi\n\n## Sasaran\n\nakan diisi\n`)).toEqual({
      count: '1/4',
      open: ['rpjmd-alignment missing @ Visi dan Misi', 'mission empty @ Misi', 'goals empty @ Sasaran'],
    });
  });

  test('a section with required sections of its own brings them in once it is there', () => {
    const head = '---\nchapter: dimension\ndimension: economy\n---\n# Smart Economy\n';
    expect(completeness(head).count).toBe('0/6');
    const swot = completeness(`${head}\n## SWOT\n\n### Kekuatan\n\n- S1. Kopi\n\n### Peluang\n`);
    expect(swot.count).toBe('2/10');
    expect(swot.open.slice(0, 3)).toEqual([
      'weaknesses missing @ SWOT',
      'threats missing @ SWOT',
      'strategy missing @ Smart Economy',
    ]);
    expect(swot.open.at(-1)).toBe('opportunities empty @ Peluang');
  });

  test('a SWOT whose four quadrants are empty is not counted as written', () => {
    const head = '---\nchapter: dimension\ndimension: economy\n---\n# Smart Economy\n';
    const quadrants = '\n### Kekuatan\n\n### Kelemahan\n\n### Peluang\n\n### Ancaman\n';
    expect(completeness(`${head}\n## SWOT\n${quadrants}`).count).toBe('0/9');
  });

  test('each block of a chapter with all dimensions is counted', () => {
    const source = '---\nchapter: dimensions\n---\n# Strategi\n\n## Smart Economy\n\n### Strategi\n\n- SO1. Kopi\n';
    const { count, open } = completeness(source);
    expect(count).toBe('1/6');
    expect(open[0]).toBe('economy swot missing @ Smart Economy');
  });

  test('a chapter that requires nothing is complete', () => {
    expect(completeness('---\nchapter: closing\n---\n# Penutup\n')).toEqual({ count: '0/0', open: [] });
  });
});

describe('a section in which all is still to be filled in', () => {
  const head = '---\nchapter: dimension\ndimension: economy\n---\n# Smart Economy\n';
  const swot = (items: string, more = '') =>
    `${head}\n## SWOT\n\n### Kekuatan\n\n${items}\n### Kelemahan\n\n- W1. Loket jauh\n\n### Peluang\n\n- O1. Ekspor\n\n### Ancaman\n\n- T1. Hama\n${more}`;
  const own = (source: string) => completeness(source).open.filter((line) => !line.includes(' missing '));

  test('is open, and those around it are not', () => {
    expect(own(swot('- S1. [isi di sini]\n- S2. [isi di sini]\n'))).toEqual(['strengths partial @ Kekuatan']);
    expect(completeness(swot('- S1. [isi di sini]\n')).count).toBe('4/10');
    expect(own(swot('- S1. Kopi\n- S2. [isi di sini]\n'))).toEqual([]);
  });

  test('is told by items, rows and paragraphs alike', () => {
    const table = (name: string, agency: string) =>
      `\n## Program Jangka Pendek\n\n| Kode | Program | OPD | Tahun |\n|---|---|---|---|\n| ECO-P-01 | ${name} | ${agency} | 2025 |\n`;
    const short = (name: string, agency: string) => own(swot('- S1. Kopi\n', table(name, agency)));
    expect(short('Program jangka pendek [isi di sini]', '[isi di sini]')).toEqual([
      'programmes-short partial @ Program Jangka Pendek',
    ]);
    expect(short('Pasar daring', '[isi di sini]')).toEqual([]);
    expect(
      own(
        `${vision}\n## Visi\n\nVisi: [isi di sini]\n\n## Misi\n\n1. [isi di sini]\n2. [isi di sini]\n\n## Sasaran\n\n- Kota ramah\n- [isi di sini]\n\n## Keselarasan dengan RPJMD\n\n| Misi | Sasaran |\n|---|---|\n| [isi di sini] | - |\n| - | - |\n`,
      ),
    ).toEqual([
      'vision partial @ Visi',
      'mission partial @ Misi',
      'rpjmd-alignment partial @ Keselarasan dengan RPJMD',
    ]);
  });

  test('only placeholders count: no empty cells, code, comments or addresses', () => {
    const rpjmd = (content: string) => own(`${vision}\n## Keselarasan dengan RPJMD\n\n${content}\n`);
    expect(rpjmd('| Misi | Sasaran |\n|---|---|\n| Layanan | TBD |\n')).toEqual([]);
    expect(rpjmd('Kota ramah. <!-- TODO -->')).toEqual([]);
    expect(rpjmd('Kota `TODO` [ramah](TODO.md).')).toEqual([]);
    expect(rpjmd('```\nkode\n```\n\n- [isi di sini]')).toEqual([]);
    expect(rpjmd('<table><tr><td>Misi</td></tr></table>\n\n- [isi di sini]')).toEqual([]);
    expect(rpjmd('<!-- Misi -->\n\n- [isi di sini]')).toEqual(['rpjmd-alignment partial @ Keselarasan dengan RPJMD']);
    expect(rpjmd('> Kota TODO')).toEqual(['rpjmd-alignment partial @ Keselarasan dengan RPJMD']);
  });

  test('a quadrant that is only a label, or a column', () => {
    const labels =
      '**Kekuatan**\n\n- S1. [isi di sini]\n\n**Kelemahan**\n\n- W1. Loket\n\n**Peluang**\n\n- O1. Ekspor\n\n**Ancaman**\n\n- T1. Hama\n';
    expect(own(`${head}\n## SWOT\n\n${labels}`)).toEqual(['strengths partial @ **Kekuatan**']);
    const table =
      '| Kekuatan | Kelemahan | Peluang | Ancaman |\n|---|---|---|---|\n| S1. Kopi | W1. [isi di sini] | O1. Ekspor | T1. Hama |\n';
    expect(own(`${head}\n## SWOT\n\n${table}`)).toEqual(['weaknesses partial @ Kelemahan']);
  });
});

test.each(Object.keys(presets).flatMap((template) => [[template, 'id'] as const, [template, 'en'] as const]))(
  'of a masterplan that was just begun nothing is written: %s, %s',
  (template, language) => {
    const made = newBook({ folder: 'memory:/book/', template, language, region: 'Kabupaten Contoh' });
    const book = bookOf(Object.fromEntries(made.map(({ uri, text }) => [uri.slice('memory:/book/'.length), text])));
    const told = book.chapters.map((chapter) => ({ ...completenessOf(book, chapter), kind: chapter.kind }));
    expect(told.filter(({ done }) => done > 0).map(({ kind, done, open }) => [kind, done, open])).toEqual([]);
    expect(told.some(({ required }) => required > 0)).toBe(true);
    expect(writtenWords(coverageOf(book)).en).toMatch(/^0 of \d\d required sections written$/);
  },
);
