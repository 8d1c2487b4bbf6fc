/** Chapters and dimensions that stand twice. */

import { describe, expect, test } from 'vitest';
import { checkBook } from '../../../src/core/rules/check';
import { textOf } from '../../../src/core/text/range';
import { bookOf } from '../workspace';
import { chapter, found, places } from './found';

const rule = 'duplicate-chapter';
const economy = (name: string, order = '') => `---\nchapter: dimension\ndimension: ${name}\n${order}---\n\n# Bab\n`;

describe('the second is reported', () => {
  test('of a kind that may stand only once, at its kind', () => {
    const files = { '1-visi.md': chapter('vision', 'Visi', ''), '2-visi.md': chapter('vision', 'Visi', '') };
    expect(found(rule, files)).toEqual([
      [
        '2-visi.md:2 vision',
        'Bab "Visi dan Misi Smart City" sudah ada; dalam satu masterplan cukup satu.',
        'There is a chapter "Vision and Mission" already; a masterplan has only one.',
      ],
    ]);
  });

  test('of a dimension, at its name', () => {
    const files = { 'a.md': economy('economy'), 'b.md': economy('Smart Economy'), 'c.md': economy('smart-ekonomi') };
    expect(found(rule, files)).toEqual([
      [
        'b.md:3 Smart Economy',
        'Dimensi Smart Economy sudah ditulis di tempat lain; satu dimensi cukup satu bab.',
        'The dimension Smart Economy is written elsewhere already; one dimension has one chapter.',
      ],
      [
        'c.md:3 smart-ekonomi',
        'Dimensi Smart Economy sudah ditulis di tempat lain; satu dimensi cukup satu bab.',
        'The dimension Smart Economy is written elsewhere already; one dimension has one chapter.',
      ],
    ]);
  });

  test('of a block, at its heading', () => {
    const several = chapter('dimensions', 'BAB III', '## 3.1 Smart Governance\n\n## 3.2 Dimensi Smart Governance');
    expect(places(rule, several)).toEqual(['9 3.2 Dimensi Smart Governance']);
    // The strategies of a dimension within its own block are its section.
    const own = chapter('dimensions', 'BAB III', '## Smart Governance\n\n### Strategi Smart Governance\n\n- satu');
    expect(places(rule, own)).toEqual([]);
  });

  test('by the order of the masterplan, not of the names', () => {
    const files = { 'a.md': economy('economy', 'order: 9\n'), 'b.md': economy('economy', 'order: 2\n') };
    expect(places(rule, files)).toEqual(['a.md:3 economy']);
    const books = {
      '1/visi.md': '---\nchapter: vision\nbook: quick-wins\n---\n',
      '2/visi.md': '---\nchapter: vision\n---\n',
    };
    expect(places(rule, books)).toEqual(['1/visi.md:2 vision']);
  });

  test('with the place of the first', () => {
    const book = bookOf({ 'a.md': economy('economy'), 'b.md': economy('Ekonomi Cerdas') });
    const [problem] = [...checkBook(book).values()].flat().filter((each) => each.rule === rule);
    const [first] = problem?.related ?? [];
    expect(first?.file).toBe('memory:/book/a.md');
    expect(first && textOf(economy('economy'), first.range)).toBe('economy');
  });
});

test('kinds that may stand several times are left alone', () => {
  const files = {
    '1/pendahuluan.md': chapter('introduction', 'Pendahuluan', ''),
    '2/pendahuluan.md': chapter('introduction', 'Pendahuluan', ''),
    '3/lampiran.md': chapter('appendix', 'Lampiran', ''),
    '4/lampiran.md': chapter('appendix', 'Lampiran', ''),
  };
  expect(places(rule, files)).toEqual([]);
});
