import { describe, expect, test } from 'vitest';
import { textOf } from '../../../src/core/text/range';
import { completenessOf } from '../../../src/core/views/completeness';
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
