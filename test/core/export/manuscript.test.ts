import { describe, expect, test } from 'vitest';
import {
  type Manuscript,
  type ManuscriptWishes,
  manuscriptOf,
  renumberedChapters,
} from '../../../src/core/export/manuscript';
import { exportFiles } from '../../../src/core/export/names';
import { stretchesOf } from '../../../src/core/export/stretches';
import { alignmentsOf, layOutTable } from '../../../src/core/export/tables';
import { bookOf } from '../workspace';

const manifest = 'region: Kabupaten Contoh\ntitle: Masterplan Smart City Kabupaten Contoh\nperiod: 2025-2034\n';

function chapter(frontmatter: string, text: string): string {
  return `---\n${frontmatter}\n---\n\n${text}\n`;
}

const governance = chapter(
  'chapter: dimension\ndimension: governance',
  `# 3.1 Smart Governance

## 3.1.1 Analisis SWOT {#swot}

#### a. Kekuatan

## Program Jangka Pendek

Tabel 3.1 Program tahun pertama

| Kode | Program |
|---|---|
| GOV-P-01 | Gerai desa |

## Quick Win

| Kode | Program |
|---|---|
| GOV-P-01 | Gerai desa |
`,
);

const files = {
  'masterplan.yaml': manifest,
  '01-visi.md': chapter('chapter: vision', '# BAB II VISI DAN MISI'),
  '02-governance.md': governance,
  '03-economy.md': chapter(
    'chapter: dimension\ndimension: economy',
    '# Smart Economy\n\n## Strategi\n\n![](alur.png)\n\nGambar 1. Alur kerja',
  ),
  '04-rencana.md': chapter('chapter: action-plan', '# BAB IV RENCANA AKSI\n\n| A | B |\n|---|---|\n| 1 | 2 |'),
  '05-lampiran.md': chapter('chapter: appendix', '# Daftar Hadir\n\n## Peserta\n\n| A | B |\n|---|---|\n| 1 | 2 |'),
  '09-ringkasan.md': chapter('chapter: executive-summary', '# RINGKASAN EKSEKUTIF'),
};

function outline(wishes?: ManuscriptWishes): string[] {
  return linesOf(manuscriptOf(bookOf(files), wishes));
}

function linesOf({ books }: Manuscript): string[] {
  return books.flatMap(({ number, title, chapters }) => [
    `${number} ${title}`,
    ...chapters.flatMap(({ label, title: name, headings, captions }) => [
      `  ${label} ${name}`,
      ...[...headings].map(([heading, { level, number: count }]) => {
        const words = heading.children.map((child) => ('value' in child ? child.value : '?')).join('');
        return `    ${level} ${count} ${words}`;
      }),
      ...[...captions.values()].map(({ kind, number: count, text }) => `    ${kind} ${count} ${text}`),
    ]),
  ]);
}

describe('headings', () => {
  test('lose the braces and bookmarks that speak to tools', () => {
    const text =
      '# []{#_Toc1 .anchor}BAB VI PENUTUP {#bab-vi .unnumbered}\n\n## [Kesimpulan dan Saran]{#_Toc2} {#x}\n\n## Harapan {-}';
    const book = bookOf({ '01-penutup.md': chapter('chapter: closing', text) });
    expect(linesOf(manuscriptOf(book))).toEqual(expect.arrayContaining(['    2 1.2 Harapan']));
    expect(linesOf(manuscriptOf(book)).join('\n')).not.toMatch(/[{}]|_Toc/);
  });

  test('lose their typed numbers behind bookmarks in tags, too', () => {
    const text =
      '# <a id="_Toc1"></a>BAB VI PENUTUP\n\n## <a id="_Toc2"></a>6\\.1 Kesimpulan\n\n## <a id="_Toc3"></a>6.2 Saran\n\n## 📌 6.3 Harapan';
    const book = bookOf({ '01-penutup.md': chapter('chapter: closing', text) });
    expect(linesOf(manuscriptOf(book)).map((line) => line.replace(/<.*>/, ''))).toEqual([
      'undefined BAB VI PENUTUP',
      '  BAB I PENUTUP',
      '    2 1.1 Kesimpulan',
      '    2 1.2 Saran',
      '    2 1.3 Harapan',
    ]);
  });
});

describe('chapters', () => {
  test('are numbered by their order, and the dimensions are one chapter', () => {
    expect(outline()).toEqual([
      '2 Masterplan Smart City Daerah',
      '  BAB I VISI DAN MISI',
      '  BAB II Strategi Pembangunan Smart City',
      '    2 2.1 Smart Governance',
      '    3 2.1.1 Analisis SWOT',
      '    4 2.1.1.1 Kekuatan',
      '    3 2.1.2 Program Jangka Pendek',
      '    3 2.1.3 Quick Win',
      '    2 2.2 Smart Economy',
      '    3 2.2.1 Strategi',
      '    table 2.1 Program tahun pertama',
      '    table 2.2 Quick Win Smart Governance',
      '    figure 2.1 Alur kerja',
      '  BAB III RENCANA AKSI',
      '    table 3.1 RENCANA AKSI',
      '  LAMPIRAN I Daftar Hadir',
      '    2 L1.1 Peserta',
      '    table L1.1 Peserta',
      '3 Ringkasan Eksekutif',
      '  BAB I RINGKASAN EKSEKUTIF',
    ]);
  });

  test('are those of the books that are wanted', () => {
    expect(outline({ books: ['executive-summary'] })).toEqual(['3 Ringkasan Eksekutif', '  BAB I RINGKASAN EKSEKUTIF']);
    expect(outline({ books: [] })).toEqual([]);
  });

  test('keep a dimension apart whose author has numbered it as a chapter', () => {
    const book = bookOf({
      ...files,
      '03-economy.md': chapter('chapter: dimension\ndimension: economy', '# BAB IV Smart Economy'),
    });
    expect(linesOf(manuscriptOf(book)).filter((line) => line.startsWith('  BAB'))).toEqual([
      '  BAB I VISI DAN MISI',
      '  BAB II Smart Governance',
      '  BAB III Smart Economy',
      '  BAB IV RENCANA AKSI',
      '  BAB I RINGKASAN EKSEKUTIF',
    ]);
  });

  test('tell which typed numbers are others now', () => {
    const renumbered = renumberedChapters(manuscriptOf(bookOf(files)));
    expect(renumbered.map(({ typed, label }) => `${typed} -> ${label}`)).toEqual([
      'BAB II -> BAB I',
      'BAB IV -> BAB III',
    ]);
  });
});

describe('captions', () => {
  const captionsIn = (text: string) => {
    const { books } = manuscriptOf(bookOf({ '01.md': chapter('chapter: vision', `# Visi\n\n## Sasaran\n\n${text}`) }));
    const [one] = books[0]?.chapters ?? [];
    const words = one?.parts[0]?.content.map(({ type }) => type);
    return [[...(one?.captions.values() ?? [])].map(({ number, text: caption }) => `${number} ${caption}`), words];
  };
  const table = '| A | B |\n|---|---|\n| 1 | 2 |';

  test('are what stands above the table with a number, in whatever way it is written', () => {
    for (const line of [
      'Tabel 3.2 Target',
      '**Tabel 3.2. Target**',
      'TABEL II-4: Target',
      'Table 7 – Target',
      'Tabel 1a Target',
    ]) {
      expect([line, captionsIn(`${line}\n\n${table}`)]).toEqual([line, [['1.1 Target'], ['heading', 'table']]]);
    }
  });

  test('are never a sentence about the table', () => {
    for (const line of ['Tabel 3.2 memuat target tiap tahun.', 'Tabel berikut memuat target', 'Tabel ini penting']) {
      expect([line, captionsIn(`${line}\n\n${table}`)]).toEqual([
        line,
        [['1.1 Sasaran'], ['heading', 'paragraph', 'table']],
      ]);
    }
  });

  test('stand in the words of an image, or below it', () => {
    expect(captionsIn('![Gambar 4. Peta](peta.png)')).toEqual([['1.1 Peta'], ['heading', 'paragraph']]);
    expect(captionsIn('![](peta.png)\n\nGambar 4. Peta')).toEqual([['1.1 Peta'], ['heading', 'paragraph']]);
    // Two different texts are both kept.
    expect(captionsIn('![Foto udara](peta.png)\n\nGambar 4. Peta')).toEqual([
      ['1.1 Foto udara'],
      ['heading', 'paragraph', 'paragraph'],
    ]);
  });
});

describe('a Gantt chart', () => {
  const code = [
    '```mermaid',
    'gantt',
    '  dateFormat YYYY-MM-DD',
    '  axisFormat %Y',
    '  section Smart Governance',
    '  Gerai desa :crit, 2025-01-01, 2026-01-01',
    '  Peta data :2026-01-01, 2027-01-01',
    '  Peta data :2028-01-01, 2029-01-01',
    '```',
  ].join('\n');
  const contentOf = (text: string, wishes?: ManuscriptWishes) =>
    manuscriptOf(bookOf({ '01.md': chapter('chapter: roadmap', `# Peta Jalan\n\n${text}`) }), wishes).books[0]
      ?.chapters[0]?.parts[0]?.content[0];

  test('becomes a table that paper can show', () => {
    const table = contentOf(code);
    const rows = table?.type === 'table' ? table.children : [];
    const words = (cell: unknown): string => {
      const { value, children } = cell as { value?: string; children?: unknown[] };
      return value ?? (children ?? []).map(words).join('');
    };
    expect(rows.map((row) => row.children.map(words).join('|'))).toEqual([
      '|2025|2026|2027|2028',
      'Smart Governance||||',
      'Gerai desa|■|||',
      'Peta data||■||■',
    ]);
  });

  test('stays code where that is wanted, or where it is more than years', () => {
    expect(contentOf(code, { keepsCharts: true })?.type).toBe('code');
    expect(contentOf(code.replace('2025-01-01, 2026-01-01', 'after a1, 30d'))?.type).toBe('code');
    expect(contentOf('```mermaid\npie\n  "a" : 1\n```')?.type).toBe('code');
  });
});

describe('pages', () => {
  const wide = `| ${'kolom | '.repeat(8)}\n|${'---|'.repeat(8)}\n| ${'isi | '.repeat(8)}`;
  const stretches = (text: string) => {
    const { books } = manuscriptOf(bookOf({ '01.md': chapter('chapter: vision', `# Visi\n\n${text}`) }));
    const [one] = books[0]?.chapters ?? [];
    return one === undefined
      ? []
      : stretchesOf(one).map(
          ({ onItsSide, blocks }) =>
            `${onItsSide ? 'side' : 'upright'} ${blocks.map(({ block }) => block.type).join(' ')}`,
        );
  };
  const prose = 'Kata demi kata. '.repeat(150);

  test('are turned for a wide table together with its heading', () => {
    expect(stretches(`Pembuka.\n\n## Satu\n\nTeks.\n\n## Dua\n\nTeks.\n\n${wide}\n\n## Tiga\n\n${prose}`)).toEqual([
      'upright paragraph heading paragraph',
      'side heading paragraph table',
      'upright heading paragraph',
    ]);
  });

  test('stay turned over little text, and turn back for much', () => {
    expect(stretches(`${prose}\n\n## A\n\n${wide}\n\n## B\n\nSedikit.\n\n## C\n\n${wide}`)).toEqual([
      'upright paragraph',
      'side heading table heading paragraph heading table',
    ]);
    expect(stretches(`${prose}\n\n## A\n\n${wide}\n\n## B\n\n${prose}\n\n## C\n\n${wide}`)).toHaveLength(4);
    expect(stretches(`## A\n\n${prose}\n\n${wide}\n\n${prose}`)).toEqual([
      'upright heading paragraph',
      'side table',
      'upright paragraph',
    ]);
  });

  test('a heading without words of its own goes with what follows', () => {
    expect(stretches(`${prose}\n\n## A\n\n### A1\n\n${wide}`)).toEqual([
      'upright paragraph',
      'side heading heading table',
    ]);
  });

  test('a few words below the title of a chapter have no page of their own', () => {
    expect(stretches(`Pembuka.\n\n## A\n\n${wide}`)).toEqual(['side paragraph heading table']);
    expect(stretches(`Pembuka.\n\n## A\n\n${prose}\n\n## B\n\n${wide}`)).toEqual([
      'upright paragraph heading paragraph',
      'side heading table',
    ]);
  });
});

describe('tables', () => {
  const tableOf = (text: string) => {
    const block = manuscriptOf(bookOf({ '01.md': chapter('chapter: vision', `# Visi\n\n${text}`) })).books[0]
      ?.chapters[0]?.parts[0]?.content[0];
    if (block?.type !== 'table') throw new Error('no table');
    return block;
  };

  test('are as wide as the text, with room for every word', () => {
    const table = tableOf(
      '| Kode | Program | Tahun |\n|---|---|---|\n| GOV-P-01 | Penyelenggaraan gerai layanan di seluruh desa terjauh | 2025 |',
    );
    const { widths, size } = layOutTable(table, 8500, 160);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8500);
    expect(size).toBe(20);
    expect(widths[1]).toBeGreaterThan((widths[0] as number) + (widths[2] as number));
  });

  test('put marks and years in the middle, unless the author wishes otherwise', () => {
    expect(alignmentsOf(tableOf('| A | B | C |\n|---|---|--:|\n| desa | 2025 | 1 |\n| panjang | x | 2 |'))).toEqual([
      'left',
      'center',
      'right',
    ]);
  });
});

describe('names of files', () => {
  const manuscript = manuscriptOf(bookOf(files));

  test('say title and book', () => {
    expect(exportFiles(manuscript, 'docx').map(({ name }) => name)).toEqual([
      'masterplan-smart-city-kabupaten-contoh-buku-2.docx',
      'masterplan-smart-city-kabupaten-contoh-buku-3.docx',
    ]);
    expect(exportFiles(manuscript, 'html').map(({ name }) => name)).toEqual([
      'masterplan-smart-city-kabupaten-contoh.html',
    ]);
    expect(exportFiles(manuscript, 'csv').map(({ name }) => name)).toEqual([
      'masterplan-smart-city-kabupaten-contoh-program.csv',
    ]);
    const one = manuscriptOf(bookOf(files), { books: ['masterplan'] });
    expect(exportFiles(one, 'html').map(({ name }) => name)).toEqual([
      'masterplan-smart-city-kabupaten-contoh-buku-2.html',
    ]);
  });

  test('are plain, and each is there once', () => {
    const odd = bookOf({
      'masterplan.yaml': 'title: "Rencana Induk: Kota Ñandú / 2025"\nbooks: [{ id: a, title: { id: Ä, en: A } }]\n',
      '1.md': chapter('chapter: vision\nbook: a', '# Satu'),
      '2.md': chapter('chapter: readiness\nbook: lain', '# Dua'),
    });
    const names = exportFiles(manuscriptOf(odd), 'md').map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9-]+\.md$/);
  });
});
