/** Headings as converters write them, and what they are taken for. */

import { describe, expect, test } from 'vitest';
import { anchorsByHeading, chapterAnchors } from '../../../src/core/book/links';
import { textOf } from '../../../src/core/text/range';
import { bookOf, chapterOf, problemsOf, settingsOf } from '../workspace';

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

  test.each([
    ['## Analisis SWOT[^1]', 'swot: Analisis SWOT[^1]'],
    ['## 3.1 Quick Win [^12] (2025)', 'quick-wins: 3.1 Quick Win [^12] (2025)'],
    ['## **Analisis[^a_b-c] SWOT**[^2] {#analisis}', 'swot: **Analisis[^a_b-c] SWOT**[^2]'],
    ['Analisis SWOT[^1]\n---', 'swot: Analisis SWOT[^1]'],
  ])('the mark of a footnote: %s', (heading, found) => {
    expect(recognised(heading)).toEqual([found]);
  });

  test('the mark of a footnote, but for anchors', () => {
    const chapter = chapterOf(`${head}# Smart Governance[^1]\n\n## Visi[^2] dan Misi [^3] {#_Toc1}\n\n## Visi\n`);
    expect(chapter.titleText).toBe('Smart Governance');
    expect([...anchorsByHeading(chapter)].map(([{ text }, anchors]) => [text, ...anchors])).toEqual([
      ['Smart Governance', 'smart-governance1'],
      ['Visi dan Misi', '_toc1', 'visi2-dan-misi-3', 'visi2-dan-misi-3-_toc1'],
      ['Visi', 'visi'],
    ]);
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

describe('equal headings are told apart by a count', () => {
  const anchors = (...headings: string[]) => {
    const body = headings.map((heading) => `## ${heading}\n\n`).join('');
    const [, ...rest] = anchorsByHeading(chapterOf(`${head}# Smart Governance\n\n${body}`)).values();
    return rest.map((each) => each.join(' '));
  };

  test.each([
    [
      ['A', 'A', 'A'],
      ['a', 'a-1', 'a-2'],
    ],
    [
      ['A', 'A-1', 'A', 'A'],
      ['a', 'a-1', 'a-2', 'a-3'],
    ],
    [
      ['A-1', 'A', 'A', 'A-1', 'A-1'],
      ['a-1', 'a', 'a-2', 'a-1-1', 'a-1-2'],
    ],
    [
      ['A', 'A', 'A-1', 'A-1-1', 'A'],
      ['a', 'a-1', 'a-1-1', 'a-1-1-1', 'a-2'],
    ],
    [
      ['A', 'B {#a-1}', 'A', 'A-2', 'A'],
      ['a', 'a-1 b b-a-1', 'a-2', 'a-2-1', 'a-3'],
    ],
  ])('%j', (headings, expected) => {
    expect(anchors(...headings)).toEqual(expected);
  });
});

describe('a group gathers what its scope lists after it', () => {
  const kinds = (body: string, manifest?: string) => {
    const chapter = chapterOf(`${head}# Smart Governance\n\n${body}\n\nIsi.\n`, settingsOf(manifest));
    return (chapter.parts[0]?.found ?? []).map(({ kind, within }) => [within?.kind, kind].filter(Boolean).join(' > '));
  };

  test('whatever another masterplan makes a group of', () => {
    const others = kinds('## Quick Win\n\n### Jangka Pendek', 'sections:\n  - { id: quick-wins, group: true }\n');
    expect(others).toEqual(['quick-wins']);
    expect(kinds('## Rencana Program\n\n### Jangka Pendek', '')).toEqual([
      'programmes',
      'programmes > programmes-short',
    ]);
  });

  test('whichever of two groups a chapter was read with before', () => {
    const manifest = `sections:
  - { id: awal, title: Bagian Awal, group: true }
  - { id: isi, title: Isi Pokok }
  - { id: akhir, title: Bagian Akhir, group: true }
  - { id: tutup, title: Kata Tutup }
chapters:
  - { id: appendix, sections: [awal, isi*, akhir, tutup] }
`;
    const appendix = (body: string) => `---\nchapter: appendix\n---\n\n# Lampiran\n\n${body}`;
    const book = bookOf({
      'masterplan.yaml': manifest,
      '01.md': appendix('## Bagian Akhir\n\n### Kata Tutup\n\nTeks.\n\n## Isi Pokok\n\nTeks.\n'),
      '02.md': appendix('## Bagian Awal\n\n### Isi Pokok\n\nTeks.\n'),
    });
    expect(problemsOf(book, 'missing-section')).toEqual([]);
    expect(book.chapters[1]?.parts[0]?.found.map(({ kind }) => kind)).toEqual(['awal', 'isi']);
  });
});
