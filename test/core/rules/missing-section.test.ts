/** Required sections: what is missing, and where that is said. */

import { describe, expect, test } from 'vitest';
import { fixAll } from './fixing';
import { allPlaces, asWindows, chapter, economy, economyWith, found, places, sections } from './found';

const rule = 'missing-section';

describe('a required section that is not there is reported', () => {
  test('at the title of the chapter', () => {
    expect(found(rule, economy({ strategy: '' }))).toEqual([
      [
        '6 Smart Economy',
        'Bagian "Strategi Pembangunan" belum ada di Smart Economy.',
        'Section "Strategy" is missing from Smart Economy.',
      ],
    ]);
  });

  test('at a line that is only bold and names it, which the fix makes a heading', () => {
    const files = { 'bab.md': economy({ strategy: '**B. Strategi Pembangunan**\n\n- SO1. Satu (S1, O1)' }) };
    expect(found(rule, files)).toEqual([
      [
        '30 **B. Strategi Pembangunan**',
        '"B. Strategi Pembangunan" baru teks tebal, bukan judul, sehingga bagian "Strategi Pembangunan" belum terbaca di Smart Economy.',
        '"B. Strategi Pembangunan" is bold text, not a heading, so the section "Strategy" is not found in Smart Economy.',
      ],
    ]);
    const texts = fixAll(files, rule);
    expect(texts['bab.md']?.split('\n')[29]).toBe('## **B. Strategi Pembangunan**');
    expect(found(rule, texts)).toEqual([]);
  });

  test('at a bold line within a section that is prose: the heading goes below that', () => {
    const source = chapter(
      'vision',
      'Visi',
      '## 3.1 Visi dan Misi\n\n**Visi**\n\nMelayani.\n\n## Misi\n\n- Satu\n\n**Sasaran:**\n\n- Dua',
    );
    expect(places(rule, source)).toEqual(['5 Visi', '9 **Visi**', '17 **Sasaran:**']);
    const lines = fixAll({ 'bab.md': source }, rule)['bab.md']?.split('\n') ?? [];
    expect([lines[8], lines[16]]).toEqual(['### **Visi**', '## **Sasaran:**']);
  });

  test('at the section that lacks it', () => {
    expect(found(rule, economy({ swot: '## Analisis SWOT\n\n### Kekuatan\n\n- S1. Pasar' }))).toEqual([
      [
        '8 Analisis SWOT',
        'Bagian "Kelemahan" belum ada di Analisis SWOT Smart Economy.',
        'Section "Weaknesses" is missing from SWOT Analysis of Smart Economy.',
      ],
      [
        '8 Analisis SWOT',
        'Bagian "Peluang" belum ada di Analisis SWOT Smart Economy.',
        'Section "Opportunities" is missing from SWOT Analysis of Smart Economy.',
      ],
      [
        '8 Analisis SWOT',
        'Bagian "Ancaman" belum ada di Analisis SWOT Smart Economy.',
        'Section "Threats" is missing from SWOT Analysis of Smart Economy.',
      ],
    ]);
  });

  test('at the group that should gather it, where the group is there', () => {
    const group = sections({
      short: '## Program\n\n### Program Jangka Pendek\n\n- satu',
      medium: '### Program Jangka Menengah\n\n- dua',
      long: '',
    });
    expect(found(rule, economyWith(group))).toEqual([
      [
        '35 Program',
        'Bagian "Program Jangka Panjang" belum ada di Program Smart Economy.',
        'Section "Long-term Programmes" is missing from Programmes of Smart Economy.',
      ],
    ]);
  });

  test('not where the horizons stand beside their group', () => {
    expect(
      places(rule, economyWith(sections({ strategy: '## Strategi\n\n- satu (S1)\n\n## Rencana Program' }))),
    ).toEqual([]);
  });

  test('at the value of the frontmatter where the chapter has no title', () => {
    const untitled = '---\nchapter: dimension\ndimension: economy\n---\n\n## Analisis SWOT\n';
    expect(places(rule, untitled)).toEqual(Array(5).fill('3 economy'));
    expect(places(rule, '---\nchapter: vision\n---\n\nPengantar.\n')).toEqual(Array(4).fill('2 vision'));
  });

  test('with words for a dimension that is not told', () => {
    expect(found(rule, '---\nchapter: dimension\n---\n\n## Strategi\n')[0]).toEqual([
      '2 dimension',
      'Bagian "Analisis SWOT" belum ada di Dimensi.',
      'Section "SWOT Analysis" is missing from Dimensi.',
    ]);
  });

  test('with a byte-order mark and CRLF line ends', () => {
    expect(places(rule, asWindows(economy({ quickWins: '' })))).toEqual(['6 Smart Economy']);
    expect(places(rule, asWindows('---\r\nchapter: vision\r\n---\n\nPengantar.'.replaceAll('\r\n', '\n')))).toEqual(
      Array(4).fill('2 vision'),
    );
  });

  test('dimension by dimension in a chapter of several', () => {
    const two = chapter(
      'dimensions',
      'BAB III Strategi Pembangunan Smart City',
      `## 3.1 Smart Governance

### Analisis SWOT

- S1. Layanan
- W1. Tenaga

## 3.2 Dimensi Smart Economy

${sections({ quickWins: '' }).replaceAll('\n#', '\n##').replace(/^#/, '##')}`,
    );
    expect(places(rule, two)).toEqual([
      '7 3.1 Smart Governance',
      '7 3.1 Smart Governance',
      '7 3.1 Smart Governance',
      '7 3.1 Smart Governance',
      '7 3.1 Smart Governance',
      '9 Analisis SWOT',
      '9 Analisis SWOT',
      '9 Analisis SWOT',
      '9 Analisis SWOT',
      '14 3.2 Dimensi Smart Economy',
    ]);
  });

  test('in other kinds of chapters', () => {
    expect(found(rule, chapter('introduction', 'Pendahuluan', '## Latar Belakang\n\nKota.'))).toEqual([
      [
        '5 Pendahuluan',
        'Bagian "Dasar Hukum" belum ada di Pendahuluan.',
        'Section "Legal Basis" is missing from Introduction.',
      ],
    ]);
    expect(places(rule, chapter('closing', 'Penutup', 'Terima kasih.'))).toEqual([]);
  });
});

describe('one cause is one finding', () => {
  test('in a complete chapter there is none', () => {
    expect(allPlaces(economy())).toEqual([]);
  });

  test('of a missing SWOT neither the quadrants are missed nor the items that strategies name', () => {
    expect(allPlaces(economy({ swot: '' }))).toEqual(['missing-section 6 Smart Economy']);
  });

  test('of an empty SWOT neither', () => {
    expect(allPlaces(economy({ swot: '## Analisis SWOT' }))).toEqual(['empty-section 8 Analisis SWOT']);
  });

  test('of missing strategies the programmes that name them say nothing', () => {
    expect(allPlaces(economy({ strategy: '' }))).toEqual(['missing-section 6 Smart Economy']);
  });

  test('a slip in a heading is not a missing section', () => {
    expect(allPlaces(economy().replace('Analisis SWOT', 'Analisi SWOT'))).toEqual(['heading-typo 8 Analisi SWOT']);
  });
});

describe('sections are recognised', () => {
  test.each([
    '3.1.2 Analisa SWOT Smart Economy (2025-2034)',
    'SWOT Analysis',
    'BAB II. ANALISIS SWOT',
    'a) **Matriks SWOT**',
    'Peta Kekuatan dan Tantangan {#swot}',
  ])('whatever their form: %s', (heading) => {
    const source = economy();
    expect(places(rule, source.replace('## Analisis SWOT', `## ${heading}`))).toEqual([]);
  });

  test('at any depth, as long as no recognised section lies between', () => {
    const deep = sections({ swot: '' });
    expect(
      places(
        rule,
        economyWith(
          `## A. Keadaan\n\n### A.1 Umum\n\n${sections().split('\n\n## Strategi')[0]?.replaceAll('## ', '#### ')}\n\n${deep}`,
        ),
      ),
    ).toEqual([]);
  });

  test('only where their scope lists them', () => {
    const nested = economy({ strategy: '## Strategi\n\n- satu (S1)\n\n### Quick Win\n\n- dua', quickWins: '' });
    expect(places(rule, nested)).toEqual(['6 Smart Economy']);
  });
});

test('a chapter that was read only in part lacks nothing', () => {
  expect(places(rule, economyWith(`## Analisis SWOT\n\n${'x'.repeat(20_001)}`))).toEqual([]);
});
