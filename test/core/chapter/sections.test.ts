/** Headings as converters write them, and what they are taken for. */

import { describe, expect, test } from 'vitest';
import { chapterAnchors } from '../../../src/core/book/links';
import { textOf } from '../../../src/core/text/range';
import { chapterOf } from '../workspace';

const head = '---\nchapter: dimension\ndimension: governance\n---\n\n';

/** What is recognised below a title, with the words that a finding points at. */
function recognised(heading: string): string[] {
  const chapter = chapterOf(`${head}# Smart Governance\n\n${heading}\n\nTeks.\n`);
  return (chapter.parts[0]?.found ?? []).map(({ kind, place }) => `${kind}: ${textOf(chapter.source, place)}`);
}

describe('what converters put into headings is no part of their words', () => {
  test.each([
    ['## Analisis SWOT {#analisis-swot .unnumbered}', 'swot: Analisis SWOT'],
    ['## 3.1 Analisis SWOT {#_Toc181 .list-paragraph}', 'swot: 3.1 Analisis SWOT'],
    ['## Analisis SWOT {-}', 'swot: Analisis SWOT'],
    ['## Analisis SWOT {.unnumbered}', 'swot: Analisis SWOT'],
    ['## Analisis SWOT {custom-style="Judul 2"}', 'swot: Analisis SWOT'],
    ['## **3.6.1 Analisis SWOT** {#3.6.1-analisis-swot-(2025)}', 'swot: **3.6.1 Analisis SWOT**'],
    ['## []{#_Toc181 .anchor}3.1 Analisis SWOT', 'swot: 3.1 Analisis SWOT'],
    ['## []{#_Toc1 .anchor}[]{#_Ref2 .anchor} Analisis SWOT {#swot-1}', 'swot: Analisis SWOT'],
    ['## [3.1 Analisis SWOT]{#_Toc181 .anchor}', 'swot: 3.1 Analisis SWOT'],
    [
      '## <span id="_Toc181" class="anchor"></span>3.1 Analisis SWOT',
      'swot: <span id="_Toc181" class="anchor"></span>3.1 Analisis SWOT',
    ],
    ['## [3.1 Analisis SWOT]{#_Toc181 .anchor} {#analisis-swot .unnumbered}', 'swot: 3.1 Analisis SWOT'],
    ['## Peta Kekuatan {#swot .unnumbered}', 'swot: Peta Kekuatan'],
  ])('%s', (heading, found) => {
    expect(recognised(heading)).toEqual([found]);
  });

  test('braces of another kind are words', () => {
    const chapter = chapterOf(`${head}# Smart Governance {{nama daerah}}\n\n## Bagian {isi}\n`);
    expect(chapter.titleText).toBe('Smart Governance {{nama daerah}}');
    expect(chapter.sections[0]?.children[0]?.text).toBe('Bagian {isi}');
  });

  test('but what links may lead to', () => {
    const chapter = chapterOf(`${head}# []{#_Toc1 .anchor}Smart Governance {#bab-iii .unnumbered}\n`);
    expect([...chapterAnchors(chapter)]).toEqual(expect.arrayContaining(['_toc1', 'bab-iii', 'smart-governance']));
    expect(chapter.titleText).toBe('Smart Governance');
  });
});
