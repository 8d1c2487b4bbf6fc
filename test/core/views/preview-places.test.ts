/** Names of the lines with codes in a preview: such as VS Code finds from another file. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codePlaces } from '../../../src/core/views/preview-places';
import { bookOf } from '../workspace';

/** The names in the order of the lines, with the words of each line. */
function places(body: string): [string, string][] {
  const text = `---\nchapter: dimension\ndimension: governance\n---\n\n${body}`;
  const [chapter] = bookOf({ 'a.md': text }).chapters;
  if (chapter === undefined) throw new Error('no chapter');
  const lines = text.split('\n');
  return [...codePlaces(chapter)].map(([line, name]) => [name, lines[line] ?? '']);
}

describe('places of codes in a preview', () => {
  test('are called like the heading above them, with their number in its letters', () => {
    expect(
      places(
        '# 3.1 Smart Governance\n\n## Analisis SWOT\n\n### Kekuatan\n\n- S1. a\n- S2. b\n- S3. c\n\n### Peluang\n\n- O1. d\n',
      ),
    ).toEqual([
      ['Kekuatan', '- S1. a'],
      ['kEkuatan', '- S2. b'],
      ['KEkuatan', '- S3. c'],
      ['Peluang', '- O1. d'],
    ]);
  });

  test('tell headings of one name apart as VS Code does', () => {
    const swot = '### Kekuatan\n\n- S1. a\n\n### Kekuatan\n\n- S2. b\n';
    expect(places(`# Smart Governance\n\n## Analisis SWOT\n\n${swot}`)).toEqual([
      ['Kekuatan', '- S1. a'],
      ['Kekuatan-1', '- S2. b'],
    ]);
    expect(places('# Smart Governance\n\n## Faktor {#swot}\n\n### Kekuatan {#strengths}\n\n- S1. a\n')).toEqual([
      ['Kekuatan-strengths', '- S1. a'],
    ]);
  });

  test('have names of their own where the heading has no letters for them', () => {
    const body = (heading: string) =>
      `# Smart Governance\n\n## Analisis SWOT\n\n### ${heading} {#strengths}\n\n- S1. a\n`;
    expect(places(body('Kekuatan é'))).toEqual([['masterplan-12', '- S1. a']]);
    expect(places('# Smart Governance\n\n## SWOT\n\n### S\n\n- S1. a\n- S2. b\n').map(([name]) => name)).toEqual([
      'S',
      'masterplan-13',
    ]);
  });

  test('have each a name, which differs from that of its heading in its letters only', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('Kekuatan', 'Kekuatan (Strengths)'),
        (count, title) => {
          const items = Array.from({ length: count }, (_, at) => `- S${at + 1}. a`).join('\n');
          const names = places(`# Smart Governance\n\n## SWOT\n\n### ${title}\n\n${items}\n`).map(([name]) => name);
          const slug = title.toLowerCase().replace(' ', '-').replace(/[()]/g, '');
          expect(new Set(names).size).toBe(count);
          for (const name of names) {
            expect(name.toLowerCase()).toBe(slug);
            expect(name).not.toBe(slug);
          }
        },
      ),
    );
  });
});
