/** Headings as converters write them, and what they are taken for. */

import { describe, expect, test } from 'vitest';
import { anchorsByHeading, chapterAnchors } from '../../../src/core/book/links';
import type { Section } from '../../../src/core/chapter/chapter';
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

describe('shapes that converters make of a document', () => {
  /** The tree of sections, the types of their own blocks behind the words. */
  function treeOf(source: string): string[] {
    const lines: string[] = [];
    const walk = (sections: readonly Section[], indent: string) => {
      for (const { heading, text, blocks, children } of sections) {
        lines.push(`${indent}${heading.level} ${text} [${blocks.map(({ type }) => type).join(' ')}]`);
        walk(children, `${indent}  `);
      }
    };
    walk(chapterOf(source).sections, '');
    return lines;
  }

  const numbered = `${head}# Smart Governance

1.  ## Analisis SWOT {#analisis-swot}

    1.  ### Kekuatan

-   S1\\. Satu

-   S2\\. Dua

    1.  ### Kelemahan

-   W1\\. Tiga

2.  ## Strategi

    Uraian.

    -   SO1\\. Empat (S1, W1)
`;

  test('numbered headings as items of lists', () => {
    expect(treeOf(numbered)).toEqual([
      '1 Smart Governance []',
      '  2 Analisis SWOT []',
      '    3 Kekuatan [list]',
      '    3 Kelemahan [list]',
      '  2 Strategi [paragraph list]',
    ]);
    const chapter = chapterOf(numbered);
    const [part] = chapter.parts;
    expect(part?.swot[0]?.items.map(({ code, quadrant, text }) => [code?.value, quadrant, text])).toEqual([
      ['S1', 'strengths', 'Satu'],
      ['S2', 'strengths', 'Dua'],
      ['W1', 'weaknesses', 'Tiga'],
    ]);
    expect(part?.strategies.map(({ code }) => code?.value)).toEqual(['SO1']);
    expect(part?.found.map(({ place }) => textOf(chapter.source, place))).toEqual([
      'Analisis SWOT',
      'Kekuatan',
      'Kelemahan',
      'Strategi',
    ]);
  });

  test('an item with a heading further on, or one of dashes, is an item', () => {
    expect(treeOf('# Judul\n\n- satu\n\n  ## dua\n- tiga\n  ---\n')).toEqual(['1 Judul [list]']);
  });

  const table = `  ------------------------------
  **Kode**   **Program**
  ---------- -------------------
  RA-01      Rapat
             berkala

  RA-02      Magang
  ------------------------------`;

  test('the last row of a table drawn with dashes is no heading', () => {
    const source = `---\nchapter: action-plan\n---\n\n# Rencana Aksi\n\n## Kebijakan\n\nTabel 1\n\n${table}\n\nSesudahnya.\n`;
    expect(treeOf(source)).toEqual(['1 Rencana Aksi []', '  2 Kebijakan [paragraph html paragraph]']);
    const chapter = chapterOf(source);
    expect(chapter.parts[0]?.programmes).toEqual([]);
    expect(chapter.unreadTables.map((range) => textOf(source, range))).toEqual([table.trimStart()]);
  });

  test('a table drawn with dashes ends before what is none of it', () => {
    expect(treeOf('# J\n\n  A    B\n  ---- ----\n  1    2\n\nKata\n\n## Bagian\n')).toEqual([
      '1 J [html paragraph]',
      '  2 Bagian []',
    ]);
    expect(treeOf('# J\n\n  ---- ----\n  1    2\n  ---- ----\n\nKata\n----\n')).toEqual(['1 J [html]', '  2 Kata []']);
    expect(treeOf('# J\n\n---\n\nKata\n\n- - -\n\nLagi\n---\n')).toEqual([
      '1 J [break paragraph break]',
      '  2 Lagi []',
    ]);
  });
});
