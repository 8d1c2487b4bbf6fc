/** Headings a slip away from a title of their scope. */

import { describe, expect, test } from 'vitest';
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

describe('nothing is said', () => {
  test.each([
    ['a known title of another scope', 'Kesiapan Struktur'],
    ["a dimension's name", 'Smart Society'],
    ['too short a title', 'SWOP'],
    ['too many slips', 'Analis SWT'],
    ['another word', 'Strategi Pembiayaan'],
    ['an explicit kind', 'Analisi SWOT {#swot}'],
  ])('of %s', (_, heading) => {
    expect(places(rule, economyWith(`## ${heading}`))).toEqual([]);
  });

  test('where the scope does not list the title', () => {
    expect(places(rule, chapter('closing', 'Penutup', '## Analisi SWOT'))).toEqual([]);
    expect(places(rule, economyWith('## Strategi\n\n### Analisi SWOT'))).toEqual([]);
  });
});
