/** Quadrants with hardly an item beside the others. */

import { describe, expect, test } from 'vitest';
import { asWindows, economyWith, found, places } from './found';

const rule = 'swot-balance';

function items(count: number): string {
  return Array.from({ length: count }, (_, at) => `- butir ${'abcdefghijklm'[at]}`).join('\n');
}

/** A SWOT with so many items in each quadrant, by headings. */
function swot(s: number, w: number, o: number, t: number): string {
  const body = Object.entries({ Kekuatan: s, Kelemahan: w, Peluang: o, Ancaman: t })
    .map(([title, count]) => `### ${title}\n\n${items(count)}`)
    .join('\n\n');
  return economyWith(`## Analisis SWOT\n\n${body}`);
}

describe('a quadrant is reported at its heading', () => {
  test('with a single item', () => {
    const message = 'Kuadran "Peluang" baru memuat 1 butir, sedangkan kuadran terbanyak 3.';
    expect(found(rule, swot(3, 2, 1, 2))).toEqual([
      ['21 Peluang', message, 'Quadrant "Opportunities" has only 1 item, while the largest has 3.'],
    ]);
    expect(places(rule, asWindows(swot(1, 1, 2, 2)))).toEqual(['10 Kekuatan', '14 Kelemahan']);
  });

  test('with a single item where no other has more', () => {
    expect(found(rule, swot(1, 0, 1, 0))).toEqual([
      [
        '10 Kekuatan',
        'Kuadran "Kekuatan" baru memuat 1 butir; sebaiknya sekurang-kurangnya 2.',
        'Quadrant "Strengths" has only 1 item; at least 2 are usual.',
      ],
      [
        '18 Peluang',
        'Kuadran "Peluang" baru memuat 1 butir; sebaiknya sekurang-kurangnya 2.',
        'Quadrant "Opportunities" has only 1 item; at least 2 are usual.',
      ],
    ]);
    expect(places(rule, swot(1, 1, 1, 1))).toHaveLength(4);
  });

  test('with a quarter of the largest or less', () => {
    expect(found(rule, swot(8, 2, 3, 4))).toEqual([
      [
        '21 Kelemahan',
        'Kuadran "Kelemahan" baru memuat 2 butir, sedangkan kuadran terbanyak 8.',
        'Quadrant "Weaknesses" has only 2 items, while the largest has 8.',
      ],
    ]);
    expect(places(rule, swot(7, 2, 3, 4))).toEqual([]);
  });

  test('by a label or a column', () => {
    const labels =
      '## SWOT\n\n**Kekuatan**\n\n- a\n- b\n\n**Kelemahan**\n\n- c\n\nPeluang:\n- d\n- e\n\nAncaman\n\n- f\n- g';
    expect(places(rule, economyWith(labels))).toEqual(['15 **Kelemahan**']);
    const table = '## SWOT\n\n| Kekuatan | Kelemahan |\n|---|---|\n| a <br> b | c |';
    expect(places(rule, economyWith(table))).toEqual(['10 Kelemahan']);
  });
});

test('nothing is said of an empty quadrant, nor of one in prose', () => {
  expect(places(rule, swot(3, 0, 2, 2))).toEqual([]);
  const prose = '## SWOT\n\n### Kekuatan\n\n- a\n- b\n\n### Kelemahan\n\nDiuraikan di lampiran.';
  expect(places(rule, economyWith(prose))).toEqual([]);
});
