import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains, textOf } from '../../../src/core/text/range';
import {
  allFolds,
  type ChapterSymbol,
  chapterSymbols,
  generatedFolds,
  itemSymbols,
  selectionsAt,
} from '../../../src/core/views/structure';
import { chapterOf } from '../workspace';
import { governance } from './small-book';

function drawn(symbols: readonly ChapterSymbol[], source: string, indent = ''): string[] {
  return symbols.flatMap(({ kind, name, place, children }) => [
    `${indent}${kind} ${name} @ ${textOf(source, place)}`,
    ...drawn(children, source, `${indent}  `),
  ]);
}

describe('symbols', () => {
  test('are the headings with the items below them', () => {
    expect(drawn(chapterSymbols(chapterOf(governance)), governance)).toEqual([
      'chapter Smart Governance @ # Smart Governance',
      '  section Analisis SWOT @ ## Analisis SWOT',
      '    section Kekuatan @ ### Kekuatan',
      '      swot-item S1 Data satu pintu @ S1',
      '      swot-item S2 Jaringan luas @ S2',
      '    section Kelemahan @ ### Kelemahan',
      '      swot-item W1 Loket jauh @ W1',
      '    section Peluang @ ### Peluang',
      '      swot-item O1 Identitas digital @ O1',
      '    section Ancaman @ ### Ancaman',
      '  section Strategi @ ## Strategi',
      '    strategy SO1 Memperluas layanan (S1, O1) @ SO1',
      '    strategy WO1 Mendekatkan loket (W1, S1) @ WO1',
      '  section Program Jangka Pendek @ ## Program Jangka Pendek',
      '    programme GOV-P-01 Gerai desa @ GOV-P-01',
      '    programme GOV-P-02 Peta data @ GOV-P-02',
      '  section Program Jangka Menengah @ ## Program Jangka Menengah',
      '  section Quick Win @ ## Quick Win',
      '    quick-win GOV-P-01 Gerai desa @ GOV-P-01',
    ]);
  });

  test('items alone leave out what is a heading', () => {
    const source =
      '---\nchapter: dimension\ndimension: economy\n---\n# Ekonomi\n\n## Strategi\n\n### STR-1 Kopi (S1)\n\nTeks.\n\n' +
      '## Program Jangka Pendek\n\n### ECO-P-01 Katalog\n\n- OPD: Dinas\n\n## Quick Win\n\n| Program | OPD |\n|---|---|\n| Katalog | Dinas |\n';
    const chapter = chapterOf(source);
    expect(drawn(itemSymbols(chapter), source)).toEqual(['quick-win Katalog @ Katalog']);
    expect(drawn(chapterSymbols(chapter), source).filter((line) => line.includes('programme'))).toEqual([
      '    programme ECO-P-01 Katalog @ ### ECO-P-01 Katalog',
    ]);
  });

  test('a place always lies in its range', () => {
    const check = (symbols: readonly ChapterSymbol[]): void => {
      for (const { range, place, children } of symbols) {
        expect(contains(range, place)).toBe(true);
        check(children);
      }
    };
    check(chapterSymbols(chapterOf(governance)));
    check(itemSymbols(chapterOf(governance)));
  });
});

describe('folding', () => {
  const source =
    '---\nchapter: closing\n---\n\n# Penutup\n\n<!-- masterplan:begin roadmap 0a -->\n\n| A |\n|---|\n| 1 |\n\n<!-- masterplan:end roadmap -->\n\n## Akhir\n\n- a\n  lanjut\n- b\n';

  test('of generated blocks goes from comment to comment', () => {
    expect(generatedFolds(chapterOf(source))).toEqual([{ start: 6, end: 12, kind: 'region' }]);
    expect(generatedFolds(chapterOf(source.replace('masterplan:end roadmap', 'masterplan:end other')))).toEqual([]);
  });

  test('of all has frontmatter, sections, tables and items of several lines', () => {
    expect(allFolds(chapterOf(source)).map(({ start, end }) => `${start}-${end}`)).toEqual([
      '0-2',
      '4-18',
      '6-12',
      '8-10',
      '14-18',
      '16-17',
    ]);
  });
});

describe('a selection', () => {
  const grown = (marked: string) => {
    const offset = governance.indexOf(marked.replace('^', '')) + marked.indexOf('^');
    return selectionsAt(chapterOf(governance), offset).map((range) => {
      const text = textOf(governance, range);
      return text.length > 40 ? `${text.slice(0, 18)}…${text.slice(-12)}`.replaceAll('\n', '/') : text;
    });
  };

  test('grows from a code to its item, its list, its section', () => {
    expect(grown('- S^2. Jaringan')).toEqual([
      'S2',
      'S2. Jaringan luas',
      '- S2. Jaringan luas',
      '- S1. Data satu pi…aringan luas',
      '### Kekuatan//- S1…aringan luas',
      '### Kekuatan//- S1…/### Ancaman',
      '## Analisis SWOT//…/### Ancaman',
      '## Analisis SWOT//…sa | Cepat |',
      '# Smart Governance…sa | Cepat |',
      '---/chapter: dimen…a | Cepat |/',
    ]);
  });

  test('grows from a cell to its row and its table', () => {
    expect(grown('| Peta ^data |').slice(0, 3)).toEqual([
      'Peta data',
      '| GOV-P-02 | Peta …n | 2025 | |',
      '| Kode | Program |…n | 2025 | |',
    ]);
  });

  test('each holds the one before, wherever it begins', () => {
    const chapter = chapterOf(governance);
    fc.assert(
      fc.property(fc.nat(governance.length), (offset) => {
        const ranges = selectionsAt(chapter, offset);
        ranges.forEach((range, i) => {
          expect(range.start <= offset && offset <= range.end).toBe(true);
          const before = ranges[i - 1];
          if (before !== undefined) expect(contains(range, before)).toBe(true);
        });
        expect(ranges.at(-1)).toEqual({ start: 0, end: governance.length });
      }),
    );
  });
});
