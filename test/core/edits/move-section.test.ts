/** Sections in another order are moved with their whole text: nothing is lost, and nothing else changes its place. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBook } from '../../../src/core/rules/check';
import { fixesOf, type Problem } from '../../../src/core/rules/problem';
import { applyEdits } from '../../../src/core/text/edits';
import { effort } from '../../effort';
import { bookOf } from '../workspace';

const head = '---\nchapter: dimension\ndimension: economy\n---\n';

function orderProblems(source: string): Problem[] {
  const problems = [...checkBook(bookOf({ 'a.md': source })).values()].flat();
  return problems.filter(({ rule }) => rule === 'section-order');
}

/** Moves the section of one finding. */
function moved(source: string, which = 0): string {
  const fix = fixesOf(orderProblems(source)[which] as Problem, bookOf({ 'a.md': source }))[0];
  if (fix === undefined) throw new Error('There is no fix');
  return applyEdits(
    source,
    fix.edits.flatMap(({ edits }) => edits),
  );
}

function movedAll(source: string): { source: string; steps: number } {
  let current = source;
  for (let steps = 0; ; steps++) {
    if (orderProblems(current).length === 0) return { source: current, steps };
    current = moved(current);
  }
}

function headings(source: string): string[] {
  return source.split(/\r?\n/).filter((line) => /^#/.test(line));
}

describe('a section goes to its place', () => {
  test('the later one of two that are swapped', () => {
    const source = `${head}# Smart Economy\n\nPengantar.\n\n## Strategi\n\n- SO1. satu\n\n## Analisis SWOT\n\n### Kekuatan\n\n- S1. satu\n\n## Catatan\n\nTeks.\n`;
    expect(orderProblems(source)).toHaveLength(1);
    expect(moved(source)).toBe(
      `${head}# Smart Economy\n\nPengantar.\n\n## Analisis SWOT\n\n### Kekuatan\n\n- S1. satu\n\n## Strategi\n\n- SO1. satu\n\n## Catatan\n\nTeks.\n`,
    );
  });

  test('from the end of the file, which ends as it did', () => {
    for (const last of ['', '\n', '\n\n']) {
      const source = `${head}# E\n\n## Strategi\n\n- SO1. satu\n\n\n## SWOT\n\nteks${last}`;
      expect(moved(source)).toBe(`${head}# E\n\n## SWOT\n\nteks\n\n## Strategi\n\n- SO1. satu${last}`);
    }
  });

  test('to the end of the file', () => {
    const source = `${head}# E\n\n## Quick Win\n\nteks\n\n## SWOT\n\nteks\n\n## Strategi\n\nakhir\n`;
    expect(moved(source)).toBe(`${head}# E\n\n## SWOT\n\nteks\n\n## Strategi\n\nakhir\n\n## Quick Win\n\nteks\n`);
  });

  test('with a blank line on either side where there was none', () => {
    const source = `${head}# E\n## Strategi\n- SO1. satu\n## SWOT\nteks\n## Lampiran\nteks\n`;
    const wanted = `${head}# E\n\n## SWOT\nteks\n\n## Strategi\n- SO1. satu\n\n## Lampiran\nteks\n`;
    expect(moved(source)).toBe(wanted);
    expect(moved(source.replaceAll('\n', '\r\n'))).toBe(wanted.replaceAll('\n', '\r\n'));
  });

  test('never into a heading that is underlined', () => {
    const source = `${head}# E\n\n## Strategi\n\nteks\n## SWOT\n\nteks\n\nLampiran\n--------\n\nteks\n`;
    expect(moved(source)).toBe(`${head}# E\n\n## SWOT\n\nteks\n\n## Strategi\n\nteks\n\nLampiran\n--------\n\nteks\n`);
  });

  test('within its group, and a group as one', () => {
    const inGroup = `${head}# E\n\n## Program\n\n### Jangka Panjang\n\nc\n\n### Jangka Pendek\n\na\n\n### Jangka Menengah\n\nb\n`;
    expect(headings(movedAll(inGroup).source).slice(2)).toEqual([
      '### Jangka Pendek',
      '### Jangka Menengah',
      '### Jangka Panjang',
    ]);
    const group = `${head}# E\n\n## Program\n\n### Jangka Pendek\n\na\n\n## SWOT\n\nteks\n\n## Strategi\n\nteks\n`;
    expect(headings(movedAll(group).source)).toEqual([
      '# E',
      '## SWOT',
      '## Strategi',
      '## Program',
      '### Jangka Pendek',
    ]);
  });
});

describe('no move is offered', () => {
  test.each([
    ['where something in the section is never closed', `## Strategi\n\nteks\n\n## SWOT\n\n\`\`\`\nteks\n`],
    ['where the two stand below different headings', `## A\n\n### Strategi\n\nteks\n\n## B\n\n### SWOT\n\nteks\n`],
    ['where a heading between has another level', `### Strategi\n\nteks\n\n## SWOT\n\nteks\n`],
  ])('%s', (_, text) => {
    const source = `${head}# E\n\n${text}`;
    const problems = orderProblems(source);
    expect(problems).toHaveLength(1);
    expect(fixesOf(problems[0] as Problem, bookOf({ 'a.md': source }))).toEqual([]);
  });
});

describe('always', () => {
  const titles = [
    'Analisis SWOT',
    'Strategi',
    'Program Jangka Pendek',
    'Jangka Menengah',
    'Jangka Panjang',
    'Quick Win',
  ];
  const body = fc.constantFrom(
    '',
    'teks\n',
    '\n- S1. satu\n- S2. dua\n',
    '\n### Catatan\n\nteks\n\n#### Lebih dalam\nteks\n',
    '\n| Program | OPD |\n|---|---|\n| a | b |\n',
    '\n```\n# bukan judul\n```\n\n',
    '\n<!-- catatan -->\n\n\n',
  );
  const prose = fc.constantFrom('', '## Catatan\n\nteks\n\n', '## Lampiran\nteks\n');
  const chapters = fc
    .tuple(
      fc.shuffledSubarray(titles, { minLength: 2 }),
      fc.array(fc.tuple(body, prose), { minLength: 6, maxLength: 6 }),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('', '\ufeff'),
      fc.boolean(),
    )
    .map(([order, bodies, end, mark, ends]) => {
      const text = order.map((title, i) => `## ${title}\n${bodies[i]?.[0]}${bodies[i]?.[1]}`).join('');
      const source = `${mark}${head}# Smart Economy\n${text}`;
      return (ends ? source : source.trimEnd()).replaceAll('\n', end);
    });

  test('each move ends one finding, and in the end all stands in order with nothing lost', () => {
    fc.assert(
      fc.property(chapters, (source) => {
        const count = orderProblems(source).length;
        const done = movedAll(source);
        expect(done.steps).toBe(count);
        const characters = (text: string) => [...text.replace(/\s/g, '')].sort().join('');
        expect(characters(done.source)).toBe(characters(source));
        const lines = (text: string) =>
          text
            .split(/\r?\n/)
            .map((line) => line.trimEnd())
            .filter((line) => line !== '');
        expect(lines(done.source).sort()).toEqual(lines(source).sort());
        const order = headings(done.source).filter((line) => titles.includes(line.slice(3)));
        expect(order).toEqual(titles.map((title) => `## ${title}`).filter((line) => order.includes(line)));
        const lineEnds = new Set(done.source.match(/\r\n|\r|\n/g));
        expect(lineEnds).toEqual(new Set(source.match(/\r\n|\r|\n/g)));
        expect(done.source.endsWith('\n')).toBe(source.endsWith('\n'));
      }),
      effort(60),
    );
  });
});
