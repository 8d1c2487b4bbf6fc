/** A missing section goes to its place in the template's order, at the level of its siblings, and nothing else changes. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chapter } from '../../../src/core/chapter/chapter';
import { missingSections } from '../../../src/core/chapter/missing';
import { readChapter } from '../../../src/core/chapter/read';
import { insertSection, namedCodes } from '../../../src/core/edits/insert-section';
import { sectionSkeleton } from '../../../src/core/edits/skeletons';
import { applyEdits } from '../../../src/core/text/edits';
import { effort } from '../../effort';
import { settingsOf } from '../workspace';

const settings = settingsOf('period: 2025-2034\n');
const head = '---\nchapter: dimension\ndimension: economy\n---\n';

function read(source: string): Chapter {
  return readChapter('memory:/a.md', source, settings);
}

function missingKinds(chapter: Chapter): string[] {
  return chapter.parts.flatMap((part) => missingSections(chapter, part, settings.template).map(({ kind }) => kind));
}

/** The source with one section added, and its headings and labels in their order. */
function insert(source: string, kind: string): string {
  const chapter = read(source);
  for (const part of chapter.parts) {
    const missing = missingSections(chapter, part, settings.template).find((candidate) => candidate.kind === kind);
    if (missing === undefined) continue;
    return applyEdits(source, insertSection(chapter, part, missing, settings));
  }
  throw new Error(`${kind} is not missing`);
}

function headings(source: string): string[] {
  return source.split(/\r?\n/).filter((line) => /^#|^\*\*|^[A-Z]\w+:$/.test(line));
}

const quadrantText = '- S1. satu\n- S2. dua\n';

describe('the place of an inserted section', () => {
  const swot = `## Analisis SWOT\n\n### Kekuatan\n\n${quadrantText}\n### Ancaman\n\n- T1. satu\n`;

  test('after the nearest earlier sibling, at its level, with one blank line on either side', () => {
    const source = `${head}\n# Smart Economy\n\n${swot}\n## Strategi\n\n- SO1. satu\n`;
    expect(insert(source, 'weaknesses')).toBe(
      source.replace(
        '- S2. dua\n\n### Ancaman',
        '- S2. dua\n\n### Kelemahan\n\n- W1. [isi di sini]\n- W2. [isi di sini]\n\n### Ancaman',
      ),
    );
    expect(headings(insert(source, 'opportunities'))).toEqual([
      '# Smart Economy',
      '## Analisis SWOT',
      '### Kekuatan',
      '### Peluang',
      '### Ancaman',
      '## Strategi',
    ]);
  });

  test('before the next sibling where none stands before it', () => {
    const source = `${head}# Smart Economy\n\nKata pengantar.\n\n## Strategi\n\n- SO1. satu\n`;
    const after = insert(source, 'swot');
    expect(headings(after).slice(0, 3)).toEqual(['# Smart Economy', '## Analisis SWOT', '### Kekuatan']);
    expect(after.startsWith(`${head}# Smart Economy\n\nKata pengantar.\n\n## Analisis SWOT\n\n`)).toBe(true);
    expect(after.endsWith('\n\n## Strategi\n\n- SO1. satu\n')).toBe(true);
  });

  test('at the end of a chapter without recognised sections', () => {
    const source = `${head}# Smart Economy\n\n## Catatan\n\nTeks.`;
    const after = insert(source, 'strategy');
    expect(after.startsWith(`${source}\n\n## Strategi Pembangunan\n\n- SO1. `)).toBe(true);
    expect(after.endsWith('\n')).toBe(true);
    expect(after.endsWith('\n\n')).toBe(false);
  });

  test('below the frontmatter of a chapter with nothing else', () => {
    expect(insert(head.trimEnd(), 'quick-wins').startsWith(`${head}\n## Quick Win\n\n| `)).toBe(true);
  });

  test('in its group, and behind the group what does not belong to it', () => {
    const source = `${head}# E\n\n## Program\n\n### Jangka Pendek\n\nteks\n\n### Jangka Panjang\n\nteks\n\n## Penutup\n\nteks\n`;
    expect(headings(insert(source, 'programmes-medium'))).toEqual([
      '# E',
      '## Program',
      '### Jangka Pendek',
      '### Program Jangka Menengah',
      '### Jangka Panjang',
      '## Penutup',
    ]);
    expect(headings(insert(source, 'quick-wins'))).toEqual([
      '# E',
      '## Program',
      '### Jangka Pendek',
      '### Jangka Panjang',
      '## Quick Win',
      '## Penutup',
    ]);
  });

  test('in an empty group one level below it', () => {
    const source = `${head}# E\n\n## Program\n\n## Quick Win\n\nteks\n`;
    expect(headings(insert(source, 'programmes-long'))).toEqual([
      '# E',
      '## Program',
      '### Program Jangka Panjang',
      '## Quick Win',
    ]);
  });

  test('beside a group whose horizons stand beside it', () => {
    const source = `${head}# E\n\n## Program\n\n## Jangka Pendek\n\nteks\n\n## Quick Win\n\nteks\n`;
    expect(headings(insert(source, 'programmes-medium'))).toEqual([
      '# E',
      '## Program',
      '## Jangka Pendek',
      '## Program Jangka Menengah',
      '## Quick Win',
    ]);
  });

  test('where the fewest siblings stand on the wrong side', () => {
    const source = `${head}# E\n\n## Strategi\n\nteks\n\n## SWOT\n\nteks\n\n## Quick Win\n\nteks\n`;
    expect(headings(insert(source, 'programmes-short'))).toEqual([
      '# E',
      '## Strategi',
      '## SWOT',
      '## Program Jangka Pendek',
      '## Quick Win',
    ]);
  });

  test('in the dimension block that lacks it', () => {
    const source = '---\nchapter: dimensions\n---\n# Strategi\n\n## Smart Economy\n\nteks\n\n## Smart Living\n\nteks\n';
    const chapter = read(source);
    const part = chapter.parts[0];
    if (part === undefined) throw new Error('no block');
    const after = applyEdits(source, insertSection(chapter, part, { kind: 'quick-wins' }, settings));
    expect(headings(after)).toEqual(['# Strategi', '## Smart Economy', '### Quick Win', '## Smart Living']);
    expect(after).toContain('| ECO-QW-01 |');
  });
});

describe('an inserted section is written as its surroundings are', () => {
  test('with the next number, and those after it count on from there', () => {
    const source = `${head}\n# 2.1 Smart Economy\n\n## 2.1.1 Rencana Program\n\n### a. Program Jangka Pendek\n\nteks\n\n### b. Program Jangka Panjang\n\nteks\n\n### c. Quick Win\n\nteks\n`;
    expect(headings(insert(source, 'programmes-medium'))).toEqual([
      '# 2.1 Smart Economy',
      '## 2.1.1 Rencana Program',
      '### a. Program Jangka Pendek',
      '### b. Program Jangka Menengah',
      '### c. Program Jangka Panjang',
      '### d. Quick Win',
    ]);
  });

  test('with the number of the one that it stands before, where none stands before it', () => {
    const source = `${head}\n# 2 Smart Economy\n\n## 2.1 Strategi\n\nteks\n\n### 2.1.1 Catatan\n\n## 2.2 Quick Win\n\nteks\n\n## 2.5 Lain\n`;
    expect(headings(insert(source, 'swot')).filter((line) => !line.startsWith('### K'))).toEqual([
      '# 2 Smart Economy',
      '## 2.1 Analisis SWOT',
      '### Peluang',
      '### Ancaman',
      '## 2.2 Strategi',
      '### 2.2.1 Catatan',
      '## 2.3 Quick Win',
      '## 2.5 Lain',
    ]);
  });

  test('as a label among labels', () => {
    const source = `${head}# E\n\n## SWOT\n\n**Kekuatan:**\n\n- S1. a\n\n**Peluang:**\n\n- O1. b\n\n**Ancaman:**\n\n- T1. c\n`;
    const after = insert(source, 'weaknesses');
    expect(after).toBe(
      source.replace('- S1. a\n\n', '- S1. a\n\n**Kelemahan:**\n\n- W1. [isi di sini]\n- W2. [isi di sini]\n\n'),
    );
    expect(missingKinds(read(after))).not.toContain('weaknesses');
  });

  test('as a heading below a table of quadrants', () => {
    const source = `${head}# E\n\n## SWOT\n\n| Kekuatan | Kelemahan |\n|---|---|\n| S1. a | W1. b |\n\n## Strategi\n\nteks\n`;
    expect(headings(insert(source, 'threats'))).toEqual(['# E', '## SWOT', '### Ancaman', '## Strategi']);
  });

  test('with the line ends of the file, and without a second blank line', () => {
    const source = `${head}# E\n\n## SWOT\n\nteks\n\n\n\n## Strategi\n\nteks\n`.replaceAll('\n', '\r\n');
    const after = insert(source, 'quick-wins');
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(after.startsWith(source.trimEnd())).toBe(true);
  });

  test('in the language of the chapter', () => {
    const source = '---\nchapter: dimension\ndimension: economy\nlang: en\n---\n# Smart Economy\n';
    expect(headings(insert(source, 'strategy'))).toEqual(['# Smart Economy', '## Strategy']);
  });

  test('without codes where the SWOT has none, and with the next ones where it has', () => {
    const coded = `${head}# E\n\n## SWOT\n\n### Kekuatan\n\n- S1. a\n- W1. salah tempat\n`;
    expect(insert(coded, 'weaknesses')).toContain('### Kelemahan\n\n- W2. ');
    const bare = `${head}# E\n\n## SWOT\n\n### Kekuatan\n\n- a\n- b\n`;
    expect(insert(bare, 'weaknesses')).toContain('### Kelemahan\n\n- [isi di sini]\n- [isi di sini]\n');
  });
});

describe('an inserted section has the codes that others name already', () => {
  test('the items that strategies answer', () => {
    const source = `${head}# E\n\n## Strategi\n\n- SO1. a (S3, O10, O2)\n- WO1. b (W1)\n`;
    expect(insert(source, 'swot').match(/^- [SWOT]\d+\./gm)).toEqual([
      '- S3.',
      '- S1.',
      '- W1.',
      '- W2.',
      '- O2.',
      '- O10.',
      '- T1.',
      '- T2.',
    ]);
  });

  test('the strategies that programmes carry out', () => {
    const table = '| Program | OPD | Strategi |\n|---|---|---|\n| Pasar | Dinas | ST2, WO1 |\n';
    const source = `${head}# E\n\n## Program Jangka Pendek\n\n${table}`;
    expect(insert(source, 'strategy').match(/^- [A-Z]+\d+\./gm)).toEqual(['- ST2.', '- WO1.']);
  });
});

describe('always', () => {
  const kinds = ['swot', 'strategy', 'programmes-short', 'programmes-medium', 'programmes-long', 'quick-wins'];
  const piece = fc.oneof(
    fc.constantFrom(...kinds).map((kind) => sectionSkeleton(kind, settings, { dimension: 'economy' })),
    fc.constantFrom('## Catatan\n\nTeks biasa.', '### Lampiran kecil', '## Program', '| a | b |\n|---|---|\n| 1 | 2 |'),
    fc.constantFrom('## SWOT\n\n**Kekuatan**\n\n- S1. a', '## Analisis SWOT\n\n### Peluang\n\n- O1. a'),
    fc.string({ maxLength: 30 }).map((text) => text.replace(/[`~<>]/g, '')),
  );
  const chapters = fc
    .tuple(fc.array(piece, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '# Smart Economy\n\n'))
    .map(([pieces, end, title]) => (head + title + pieces.join('\n\n')).replace(/\r\n|\r|\n/g, end));

  test('no character is lost, the section is there afterwards, and no other one is missing instead', () => {
    fc.assert(
      fc.property(chapters, (source) => {
        const chapter = read(source);
        for (const part of chapter.parts) {
          const before = missingSections(chapter, part, settings.template);
          for (const missing of before) {
            const edits = insertSection(chapter, part, missing, settings);
            expect(edits[0].range.start).toBe(edits[0].range.end);
            const after = missingKinds(read(applyEdits(source, edits)));
            expect(after).toEqual(before.map(({ kind }) => kind).filter((kind) => kind !== missing.kind));
          }
        }
      }),
      effort(100),
    );
  });
});

test('codes that a section may have been meant to have are those named, not words that look like them', () => {
  const rows = '| Pasar | SO1: Menata sesuai RPJMD-2025 |\n| Kios | Menekan kadar SO2 |\n| Gudang | STR-2 |';
  const programmes = `## Program Jangka Pendek\n\n| Program | Strategi |\n|---|---|\n${rows}\n`;
  expect(namedCodes('economy', settings, [read(`${head}\n# Smart Economy\n\n${programmes}`)])).toEqual([
    'SO1',
    'STR-2',
  ]);
});

test('beside numbered headings that a converter made items of a list, on lines of its own', () => {
  const source = `${head}
# Smart Economy

1.  ## Analisis SWOT

    1.  ### Kekuatan

-   S1\\. Satu

    1.  ### Ancaman

-   T1\\. Dua

2.  ## Quick Win
`;
  expect(insert(source, 'weaknesses')).toContain(
    `-   S1\\. Satu\n\n### Kelemahan\n\n- W1. [isi di sini]\n- W2. [isi di sini]\n\n    1.  ### Ancaman\n`,
  );
  expect(missingKinds(read(insert(source, 'weaknesses')))).toEqual(
    missingKinds(read(source)).filter((kind) => kind !== 'weaknesses'),
  );
  expect(insert(source, 'strategy')).toMatch(
    /- {3}T1\\\. Dua\n\n## Strategi Pembangunan\n[\s\S]*\n\n2\. {2}## Quick Win\n$/,
  );
});
