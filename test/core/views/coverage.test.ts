import { describe, expect, test } from 'vitest';
import { missingDimensions } from '../../../src/core/book/missing-chapters';
import { coverageOf, type ProgrammeCounts, statesToTell, writtenWords } from '../../../src/core/views/coverage';
import { bookOf } from '../workspace';
import { files, folder } from './small-book';

const book = bookOf(files);
const coverage = coverageOf(book);

function placed(place: { uri: string; range: { start: number; end: number } } | undefined): string {
  if (place === undefined) return '-';
  const chapter = book.chapters.find(({ uri }) => uri === place.uri);
  return `${place.uri.slice(folder.length)}: ${chapter?.source.slice(place.range.start, place.range.end)}`;
}

function counts({ short, medium, long, quickWins, other, total }: ProgrammeCounts): string {
  return [short, medium, long, quickWins, other, total].join(' ');
}

describe('coverage', () => {
  test('has the sections of a dimension as columns, groups left out', () => {
    expect(coverage.sections.map(({ id, required }) => (required ? `${id}*` : id))).toEqual([
      'swot*',
      'tows',
      'strategy*',
      'programmes-short*',
      'programmes-medium*',
      'programmes-long*',
      'quick-wins*',
    ]);
  });

  test('tells of each dimension which sections are there, partly there, empty, missing', () => {
    const [first, second] = coverage.dimensions;
    expect(first?.sections.map(({ section, state, place }) => `${section} ${state} ${placed(place)}`)).toEqual([
      'swot partial governance.md: Analisis SWOT',
      'tows optional -',
      'strategy there governance.md: Strategi',
      'programmes-short there governance.md: Program Jangka Pendek',
      'programmes-medium empty governance.md: Program Jangka Menengah',
      'programmes-long missing -',
      'quick-wins there governance.md: Quick Win',
    ]);
    expect(placed(first?.place)).toBe('governance.md: Smart Governance');
    expect(second?.place).toBeUndefined();
    expect(new Set(second?.sections.map(({ state }) => state))).toEqual(new Set(['missing', 'optional']));
  });

  test('requires nothing of a dimension that no chapter is asked for', () => {
    const manifest = `${files['masterplan.yaml']}chapters: [{ id: dimension, required: false }]\n`;
    const relaxed = coverageOf(bookOf({ ...files, 'masterplan.yaml': manifest }));
    expect(
      relaxed.dimensions.map(({ sections }) => sections.filter(({ state }) => state === 'missing').length),
    ).toEqual([1, 0]);
    expect(relaxed.dimensions[0]?.sections).toEqual(coverage.dimensions[0]?.sections);
    expect(writtenWords(coverage).en).toBe('3 of 12 required sections written');
    expect(writtenWords(relaxed).en).toBe('3 of 6 required sections written');
  });

  describe('says no more than is known', () => {
    /** Of each dimension, what is said of the required sections that were not found. */
    const absent = (texts: Readonly<Record<string, string>>, unread: number) =>
      coverageOf({ ...bookOf(texts), unread }).dimensions.map(({ sections }) =>
        sections.flatMap(({ state }) => (state === 'missing' || state === 'unknown' ? [state] : [])).join(' '),
      );
    const all = (state: string) => Array(6).fill(state).join(' ');

    test('where files could not be read that may be the missing chapters', () => {
      const more = { ...files, 'masterplan.yaml': 'dimensions: [governance, living, economy]\n' };
      expect(absent(files, 0)).toEqual(['missing', all('missing')]);
      expect(absent(files, 1)).toEqual(['missing', all('unknown')]);
      expect(absent(more, 1)).toEqual(['missing', all('missing'), all('missing')]);
      expect(absent(more, 2)).toEqual(['missing', all('unknown'), all('unknown')]);
      expect(absent(more, Number.POSITIVE_INFINITY)).toEqual(['missing', all('unknown'), all('unknown')]);
      const relaxed = `${more['masterplan.yaml']}chapters: [{ id: dimension, required: false }]\n`;
      expect(absent({ ...more, 'masterplan.yaml': relaxed }, 2)).toEqual(['missing', '', '']);
    });

    test('where a chapter does not tell its dimension', () => {
      const untold = { ...files, 'lain.md': '---\nchapter: dimension\n---\n\n# Lain\n' };
      expect(absent(untold, 0)).toEqual(['missing', all('unknown')]);
    });

    test('of what is beyond the limits of a chapter', () => {
      const beyond = { ...files, 'governance.md': `${files['governance.md']}\n${'>'.repeat(51)} dalam\n` };
      expect(absent(beyond, 0)).toEqual(['unknown', all('missing')]);
    });

    test('as the rule does', () => {
      for (const unread of [0, 1, 2, Number.POSITIVE_INFINITY]) {
        const partly = { ...book, unread };
        const missing = coverageOf(partly).dimensions.filter(
          ({ place, sections }) => place === undefined && sections.some(({ state }) => state === 'missing'),
        );
        expect(missing.map(({ dimension }) => dimension.id)).toEqual(
          missingDimensions(partly).map(({ dimension }) => dimension),
        );
      }
    });

    test('and counts that beside what is written', () => {
      const partly = coverageOf({ ...book, unread: 1 });
      expect(writtenWords(partly)).toEqual({
        id: '3 dari 12 bagian wajib terisi, 6 belum diketahui',
        en: '3 of 12 required sections written, 6 not known',
      });
      expect(statesToTell(partly)).toEqual(['there', 'partial', 'empty', 'missing', 'unknown', 'optional']);
      expect(statesToTell(coverage)).toEqual(['there', 'partial', 'empty', 'missing', 'optional']);
    });
  });

  test('a SWOT that lacks a quadrant is only partly there', () => {
    const without = files['governance.md'].replace('### Ancaman\n', '');
    const [row] = coverageOf(bookOf({ ...files, 'governance.md': without })).dimensions;
    expect(row?.sections[0]?.state).toBe('partial');
  });

  test('what holds nothing but placeholders is only partly there, whether required or not', () => {
    const source = files['governance.md']
      .replace('### Ancaman\n', '### Ancaman\n\n- T1. [isi di sini]\n')
      .replace('Gerai desa | Cepat', 'Program [isi di sini] | Cepat')
      .replace('## Strategi\n', '## Matriks TOWS\n\n### Strategi SO\n\n- [isi di sini]\n\n## Strategi\n');
    const [row] = coverageOf(bookOf({ ...files, 'governance.md': source })).dimensions;
    expect(row?.sections.map(({ section, state }) => `${section} ${state}`)).toEqual([
      'swot partial',
      'tows partial',
      'strategy there',
      'programmes-short there',
      'programmes-medium empty',
      'programmes-long missing',
      'quick-wins partial',
    ]);
  });

  test('counts programmes by sub-dimension: short, medium, long, quick wins, other, all', () => {
    const rows = coverage.subDimensions.filter(({ dimension }) => dimension.id === 'governance');
    expect(rows.map((row) => `${row.title.id}: ${counts(row)} ${placed(row.place)}`)).toEqual([
      'Layanan Publik: 1 0 0 1 0 1 governance.md: Gerai desa',
      'Tata Kelola Birokrasi: 1 0 0 0 0 1 governance.md: Peta data',
      'Kebijakan Publik: 0 0 0 0 0 0 -',
    ]);
  });

  test('counts programmes by agency, those of the manifest first', () => {
    expect(coverage.agencies.map((row) => `${row.known ? '' : '? '}${row.name}: ${counts(row)}`)).toEqual([
      'Dinas Komunikasi dan Informatika: 1 0 0 1 0 1',
      'Bappeda: 1 0 0 0 0 1',
      'Dinas Sosial: 0 0 0 0 0 0',
      '? Dinas Lain: 1 0 0 0 0 1',
    ]);
  });

  test('a masterplan without chapters covers nothing, and says so', () => {
    const nothing = coverageOf(bookOf({ 'masterplan.yaml': '' }));
    expect(nothing.dimensions).toHaveLength(6);
    expect(nothing.dimensions.every(({ place }) => place === undefined)).toBe(true);
    expect(nothing.agencies).toEqual([]);
  });
});
