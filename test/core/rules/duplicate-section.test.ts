/** Sections that stand twice in one scope. */

import { describe, expect, test } from 'vitest';
import { checkBook } from '../../../src/core/rules/check';
import { textOf } from '../../../src/core/text/range';
import { bookOf } from '../workspace';
import { asWindows, chapter, economyWith, found, places } from './found';

const rule = 'duplicate-section';

describe('the second is reported', () => {
  test('at its heading, years and all', () => {
    const twice = '## Program Jangka Menengah (2026-2027)\n\nIsi.\n\n## Program Jangka Menengah (2028-2029)\n\nIsi.';
    expect(found(rule, economyWith(twice))).toEqual([
      [
        '12 Program Jangka Menengah (2028-2029)',
        'Bagian "Program Jangka Menengah" sudah ada di Smart Economy; gabungkan dengan yang pertama.',
        'Smart Economy has a section "Medium-term Programmes" already; join it with the first one.',
      ],
    ]);
    expect(places(rule, asWindows(economyWith(twice)))).toEqual(['12 Program Jangka Menengah (2028-2029)']);
  });

  test('where one stands in the group and the other beside it', () => {
    const body = '## Program\n\n### Program Jangka Pendek\n\nIsi.\n\n## Program Jangka Pendek\n\nIsi.';
    expect(places(rule, economyWith(body))).toEqual(['14 Program Jangka Pendek']);
  });

  test('each further one', () => {
    const body = ['Misi', 'Misi Smart City', 'Mission'].map((heading) => `## ${heading}\n\nIsi.`).join('\n\n');
    expect(places(rule, chapter('vision', 'Visi', body))).toEqual(['11 Misi Smart City', '15 Mission']);
  });

  test('in a SWOT', () => {
    const body = '## SWOT\n\n### Kekuatan\n\n- satu\n\n### Strengths\n\n- dua';
    expect(places(rule, economyWith(body))).toEqual(['14 Strengths']);
  });

  test('with the place of the first', () => {
    const source = chapter('vision', 'Visi', '## 2.1 Misi\n\nIsi.\n\n## 2.2 Misi\n\nIsi.');
    const [problem] = [...checkBook(bookOf({ 'a.md': source })).values()].flat().filter((each) => each.rule === rule);
    expect(problem?.related?.map(({ range }) => textOf(source, range))).toEqual(['2.1 Misi']);
  });
});

describe('nothing is said', () => {
  test('of one inside the other', () => {
    expect(places(rule, chapter('vision', 'Visi', '## Misi\n\n### Misi\n\nIsi.'))).toEqual([]);
    expect(places(rule, economyWith('## Rencana Program\n\n### Program\n\nIsi.'))).toEqual([]);
  });

  test('of two dimensions', () => {
    const two = '## Smart Governance\n\n### Strategi\n\nIsi.\n\n## Smart Economy\n\n### Strategi\n\nIsi.';
    expect(places(rule, chapter('dimensions', 'BAB III', two))).toEqual([]);
  });

  test('of labels that name a quadrant again', () => {
    const body = '## SWOT\n\n**Kekuatan**\n\n- satu\n\n**Kekuatan**\n\n- dua';
    expect(places(rule, economyWith(body))).toEqual([]);
  });

  test('of sections that count their programmes', () => {
    const counted = '## Program Quick Win 1\n\n- OPD: A\n\n## Program Quick Win 2: Kartu\n\n- OPD: B';
    expect(places(rule, economyWith(counted))).toEqual([]);
    expect(places(rule, economyWith(`## Quick Win\n\nIsi.\n\n${counted}`))).toEqual([]);
    expect(places('missing-section', economyWith(counted))).toEqual(
      places('missing-section', economyWith('## Quick Win')),
    );
  });

  test('of headings that are prose', () => {
    expect(places(rule, chapter('closing', 'Penutup', '## Visi\n\nIsi.\n\n## Visi\n\nIsi.'))).toEqual([]);
  });
});
