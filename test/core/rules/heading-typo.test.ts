/** Headings a slip away from a title of their scope. */

import { describe, expect, test } from 'vitest';
import { checkBook } from '../../../src/core/rules/check';
import { fixesOf } from '../../../src/core/rules/problem';
import { applyEdits } from '../../../src/core/text/edits';
import { bookOf } from '../workspace';
import { allPlaces, asWindows, chapter, economy, economyWith, found, places } from './found';

const rule = 'heading-typo';

describe('a slip is reported at the words that are meant', () => {
  test('not at the number before them, the dimension and the years behind them', () => {
    const source = economy().replace('## Analisis SWOT', '## 3.1.2 Analisi SWOT Smart Economy (2025-2034)');
    expect(found(rule, source)).toEqual([
      [
        '8 Analisi SWOT',
        'Judul "Analisi SWOT" mungkin salah ketik; maksudnya "Analisis SWOT".',
        'Heading "Analisi SWOT" looks like a slip; "Analisis SWOT" is meant.',
      ],
    ]);
    expect(places(rule, asWindows(source))).toEqual(['8 Analisi SWOT']);
  });

  test('in capitals where it is in capitals', () => {
    expect(found(rule, economyWith('## B. STRATEGI PEMBANGUNN'))).toEqual([
      [
        '8 STRATEGI PEMBANGUNN',
        'Judul "STRATEGI PEMBANGUNN" mungkin salah ketik; maksudnya "STRATEGI PEMBANGUNAN".',
        'Heading "STRATEGI PEMBANGUNN" looks like a slip; "STRATEGI PEMBANGUNAN" is meant.',
      ],
    ]);
  });

  test('in a quadrant with its English name', () => {
    const source = economy().replace('### Ancaman', '### Ancamam (Threats)');
    expect(allPlaces(source)).toEqual(['heading-typo 25 Ancamam (Threats)']);
    expect(found(rule, source)[0]?.[1]).toMatch(/"Ancamam \(Threats\)" .* "Ancaman \(Threats\)"/);
  });

  test('within marks of bold text', () => {
    expect(places(rule, economyWith('## **Program Jangka Pendak** Tahun 2025'))).toEqual(['8 Program Jangka Pendak']);
  });
});

describe('the mark of a footnote', () => {
  const offered = (heading: string) => {
    const source = economyWith(`## ${heading}\n\n[^1]: Catatan.`);
    const broken = bookOf({ 'bab.md': source });
    const [problem] = [...checkBook(broken).values()].flat().filter((each) => each.rule === rule);
    const edits = problem && fixesOf(problem, broken)[0]?.edits.flatMap((file) => file.edits);
    return [...(found(rule, source)[0] ?? []), applyEdits(source, edits ?? []).split('\n')[7]];
  };

  test('is no part of a slip, and stays', () => {
    expect(offered('3.2 Analisi SWOT[^1] (2025)')).toEqual([
      '8 Analisi SWOT',
      'Judul "Analisi SWOT" mungkin salah ketik; maksudnya "Analisis SWOT".',
      'Heading "Analisi SWOT" looks like a slip; "Analisis SWOT" is meant.',
      '## 3.2 Analisis SWOT[^1] (2025)',
    ]);
    expect(offered('**ANALISI SWOT**[^1]')[3]).toBe('## **ANALISIS SWOT**[^1]');
  });

  test('goes behind the words where it stands among them', () => {
    expect(offered('Analisi[^1] SWOT')).toEqual([
      '8 Analisi[^1] SWOT',
      'Judul "Analisi SWOT" mungkin salah ketik; maksudnya "Analisis SWOT".',
      'Heading "Analisi SWOT" looks like a slip; "Analisis SWOT" is meant.',
      '## Analisis SWOT[^1]',
    ]);
  });
});

describe('nothing is said', () => {
  test.each([
    ['a known title of another scope', 'Kesiapan Struktur'],
    ["a dimension's name", 'Smart Society'],
    ['too short a title', 'SWOP'],
    ['too many slips', 'Analis SWT'],
    ['another word', 'Strategi Pembiayaan'],
    ['the mark of a footnote', 'Analisis SWOT[^12]'],
    ['a number behind a title', 'Program Quick Win 1'],
    ['a letter behind a title', 'Program Prioritas B'],
    ['an explicit kind', 'Analisi SWOT {#swot}'],
  ])('of %s', (_, heading) => {
    expect(places(rule, economyWith(`## ${heading}`))).toEqual([]);
  });

  test('of titles that a number or a letter tells apart, given in the manifest', () => {
    const manifest = (title: string) =>
      `chapters:\n  - { id: closing, sections: [pilot] }\nsections:\n  - { id: pilot, title: ${title} }\n`;
    const files = (title: string, heading: string) => ({
      'masterplan.yaml': manifest(title),
      'bab.md': chapter('closing', 'Penutup', `## ${heading}\n\nTeks.`),
    });
    expect(places(rule, files('Rintisan Tahap 1', 'Rintisan Tahap 2'))).toEqual([]);
    expect(places(rule, files('Rintisan Tahap 12', 'Rintisan Tahap 1 2'))).toEqual(['7 Rintisan Tahap 1 2']);
    expect(places(rule, files('Rintisan Tahap 1', 'Rintisn Tahap 1'))).toEqual(['7 Rintisn Tahap 1']);
    expect(places(rule, files('Rintisan Tahap', 'Rintisan Taha p'))).toEqual(['7 Rintisan Taha p']);
  });

  test('where the scope does not list the title', () => {
    expect(places(rule, chapter('closing', 'Penutup', '## Analisi SWOT'))).toEqual([]);
    expect(places(rule, economyWith('## Strategi\n\n### Analisi SWOT'))).toEqual([]);
  });
});
