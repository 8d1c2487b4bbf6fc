/** The outline as a planner sees it: books, chapters, sections, items, and what is missing in its place. */

import { describe, expect, test } from 'vitest';
import { type Book, withChapter } from '../../../src/core/book/book';
import type { WantedChapter } from '../../../src/core/book/where-missing';
import { readChapter } from '../../../src/core/chapter/read';
import { addChapter } from '../../../src/core/edits/chapter-choices';
import { checkBook } from '../../../src/core/rules/check';
import {
  missingSectionOf,
  type OutlineItem,
  outlineItem,
  outlineOf,
  outlinePath,
} from '../../../src/core/views/outline';
import { bookOf, chapterOf } from '../workspace';

/** The tree as indented lines: `label [detail] (kind)`, a `?` before what is missing. */
function drawn(items: readonly OutlineItem[], depth = 0): string[] {
  return items.flatMap((item) => [
    `${'  '.repeat(depth)}${item.missing ? '? ' : ''}${item.label}${item.detail ? ` [${item.detail}]` : ''} (${item.kind})`,
    ...drawn(item.children, depth + 1),
  ]);
}

const economy = `---
chapter: dimension
dimension: economy
---

# Smart Economy

## 3.1 Analisis SWOT

### Kekuatan

- S1. Kopi sudah dikenal

### Peluang

- Pasar daring terbuka

## 3.2 Strategi

- **SO1** – Memperluas pasar (S1, O1)

## 3.3 Program

### Jangka Pendek

| Kode | Program | OPD | Indikator | Tahun |
| --- | --- | --- | --- | --- |
| ECO-P-01 | Katalog UMKM | Dinas Koperasi | Jumlah UMKM | 2025 |

### Jangka Panjang

#### ECO-L-01 Pasar Induk

- OPD: Dinas Perdagangan

## Catatan Tim

Teks.
`;

const manifest = 'title: Masterplan Kabupaten Contoh\nperiod: 2025-2034\n';
const vision = '---\nchapter: vision\n---\n# BAB I Visi dan Misi\n\n## Visi\n\nVisi kami.\n';
const readiness = '---\nchapter: readiness\n---\n# Analisis Kesiapan\n';

describe('the outline of a masterplan', () => {
  const book = bookOf({
    'masterplan.yaml': manifest,
    'buku-2/02-economy.md': economy,
    'buku-2/01-visi.md': vision,
    'buku-1/01-kesiapan.md': readiness,
  });

  test('shows books, chapters in order, sections and items, and what is missing in its place', () => {
    expect(drawn(outlineOf(book))).toEqual([
      'Masterplan Kabupaten Contoh (masterplan)',
      '  Analisis Strategis Smart City Daerah (book)',
      '    Analisis Kesiapan (chapter)',
      '      ? Kesiapan Struktur (section)',
      '      ? Kesiapan Infrastruktur (section)',
      '      ? Kesiapan Suprastruktur (section)',
      '    ? Analisis Kesenjangan (chapter)',
      '  Masterplan Smart City Daerah (book)',
      '    BAB I Visi dan Misi (chapter)',
      '      Visi (section)',
      '      ? Misi Smart City (section)',
      '      ? Sasaran Smart City (section)',
      '      ? Keselarasan dengan RPJMD (section)',
      '    ? Smart Governance (chapter)',
      '    ? Smart Branding (chapter)',
      '    Smart Economy (chapter)',
      '      3.1 Analisis SWOT (section)',
      '        Kekuatan (section)',
      '          Kopi sudah dikenal [S1] (swot-item)',
      '        ? Kelemahan (section)',
      '        Peluang (section)',
      '          Pasar daring terbuka (swot-item)',
      '        ? Ancaman (section)',
      '      3.2 Strategi (section)',
      '        Memperluas pasar (S1, O1) [SO1] (strategy)',
      '      3.3 Program (section)',
      '        Jangka Pendek (section)',
      '          Katalog UMKM [ECO-P-01] (programme)',
      '        ? Program Jangka Menengah (section)',
      '        Jangka Panjang (section)',
      '          Pasar Induk [ECO-L-01] (programme)',
      '      ? Quick Win (section)',
      '      Catatan Tim (section)',
      '    ? Smart Living (chapter)',
      '    ? Smart Society (chapter)',
      '    ? Smart Environment (chapter)',
      '    ? Rencana Aksi Smart City (chapter)',
      '    ? Peta Jalan Pembangunan Smart City (chapter)',
      '  Ringkasan Eksekutif (book)',
      '    ? Ringkasan Eksekutif (chapter)',
    ]);
  });

  test('leads from a missing section to what lacks it, as long as it is missing', () => {
    const uri = 'memory:/book/buku-2/02-economy.md';
    const weaknesses = outlineItem(outlineOf(book), `${uri}#/swot/weaknesses`);
    if (weaknesses?.place === undefined) throw new Error('no item');
    expect(economy.slice(weaknesses.place.start, weaknesses.place.end)).toBe('3.1 Analisis SWOT');
    expect(missingSectionOf(weaknesses, book)?.missing.kind).toBe('weaknesses');
    const mended = economy.replace('### Peluang', '### Kelemahan\n\n- W1. Modal kecil\n\n### Peluang');
    const chapter = readChapter(uri, mended, book.settings);
    expect(missingSectionOf(weaknesses, withChapter(book, chapter))).toBeUndefined();
  });

  test('knows the smallest item around a place, and all around that', () => {
    const labels = (offset: number) =>
      outlinePath(outlineOf(book), 'memory:/book/buku-2/02-economy.md', offset).map(({ label }) => label);
    const around = ['Masterplan Kabupaten Contoh', 'Masterplan Smart City Daerah', 'Smart Economy'];
    expect(labels(economy.indexOf('Kekuatan'))).toEqual([...around, '3.1 Analisis SWOT', 'Kekuatan']);
    expect(labels(economy.indexOf('sudah'))).toEqual([
      ...around,
      '3.1 Analisis SWOT',
      'Kekuatan',
      'Kopi sudah dikenal',
    ]);
    expect(labels(economy.indexOf('Dinas Koperasi'))).toEqual([
      ...around,
      '3.3 Program',
      'Jangka Pendek',
      'Katalog UMKM',
    ]);
    expect(labels(economy.indexOf('Dinas Perdagangan'))).toEqual([
      ...around,
      '3.3 Program',
      'Jangka Panjang',
      'Pasar Induk',
    ]);
    // At a heading's first character the section above has just ended.
    expect(labels(economy.indexOf('## 3.3 Program'))).toEqual([...around, '3.3 Program']);
    expect(labels(0)).toEqual(around);
    expect(outlinePath(outlineOf(book), 'memory:/book/other.md', 0)).toEqual([]);
  });

  test('keeps ids where text moves, and gives every item its own', () => {
    const ids = (items: readonly OutlineItem[]): string[] => items.flatMap((item) => [item.id, ...ids(item.children)]);
    const before = ids(outlineOf(book));
    expect(new Set(before).size).toBe(before.length);
    const moved = economy.replace('# Smart Economy\n', '# Smart Economy\n\nKalimat baru.\n');
    const chapter = readChapter('memory:/book/buku-2/02-economy.md', moved, book.settings);
    expect(ids(outlineOf(withChapter(book, chapter)))).toEqual(before);
  });
});

describe('a missing chapter', () => {
  const manifestUri = 'memory:/book/masterplan.yaml';
  const visionPath = 'buku-2/01-visi.md';
  const files = {
    'masterplan.yaml': 'dimensions: [governance, living]\nchapters: [{ id: gap-analysis, required: false }]\n',
    [visionPath]: vision,
    'buku-2/02-governance.md': '---\nchapter: dimension\ndimension: governance\n---\n# Tata Kelola\n',
    'buku-2/09-peta-jalan.md': '---\nchapter: roadmap\n---\n# Peta Jalan\n',
  };
  const dimension = (id: string) => `---\nchapter: dimension\ndimension: ${id}\n---\n# ${id}\n`;
  /** Books and chapters alone. */
  const chapters = (book: Book) =>
    drawn(outlineOf(book)).filter((line) => /^ {2}(?: {2})?\S.*\((?:book|chapter)\)$/.test(line));
  const missing = (items: readonly OutlineItem[]): OutlineItem[] =>
    items.flatMap((item) => [...(item.wanted ? [item] : []), ...missing(item.children)]);
  /** What the rules say is missing, by title. */
  const reported = (book: Book) =>
    [...checkBook(book).values()]
      .flat()
      .filter(({ rule }) => rule === 'missing-chapter' || rule === 'missing-dimension')
      .map(({ message }) => /"(.+)"|Dimensi (.+) belum/.exec(message)?.slice(1).find(Boolean));

  test('stands in its book behind what the template has before it', () => {
    expect(chapters(bookOf(files))).toEqual([
      '  Analisis Strategis Smart City Daerah (book)',
      '    ? Analisis Kesiapan Daerah (chapter)',
      '  Masterplan Smart City Daerah (book)',
      '    BAB I Visi dan Misi (chapter)',
      '    Tata Kelola (chapter)',
      '    ? Smart Living (chapter)',
      '    ? Rencana Aksi Smart City (chapter)',
      '    Peta Jalan (chapter)',
      '  Ringkasan Eksekutif (book)',
      '    ? Ringkasan Eksekutif (chapter)',
    ]);
  });

  test.each([
    [
      'a chapter has strayed to the end',
      { '10-draf.md': '---\nchapter: vision\n---\n# Draf Lama\n', '03-economy.md': dimension('economy') },
      ['Tata Kelola', 'economy', '? Smart Living', '? Rencana Aksi Smart City', 'Peta Jalan', 'Draf Lama'],
    ],
    [
      'dimensions stand in an order of their own',
      { '01-z-economy.md': dimension('economy') },
      ['economy', 'Tata Kelola', '? Smart Living', '? Rencana Aksi Smart City', 'Peta Jalan'],
    ],
  ])('stands where it fits best, also where %s', (_, added, expected) => {
    const manifest = 'dimensions: [governance, economy, living]\nchapters: [{ id: gap-analysis, required: false }]\n';
    const more = Object.entries(added).map(([name, text]) => [`buku-2/${name}`, text]);
    const book = bookOf({ ...files, 'masterplan.yaml': manifest, ...Object.fromEntries(more) });
    const shown = chapters(book).map((line) => line.trim().replace(' (chapter)', ''));
    const from = shown.indexOf(expected[0] as string);
    expect(shown.slice(from, from + expected.length)).toEqual(expected);
  });

  test('knows what it would be', () => {
    const items = missing(outlineOf(bookOf(files)));
    expect(items.map(({ id, uri, place, range }) => [id, uri, place ?? range])).toEqual([
      [`${manifestUri}#chapter/readiness/`, manifestUri, undefined],
      [`${manifestUri}#chapter/dimension/living`, manifestUri, undefined],
      [`${manifestUri}#chapter/action-plan/`, manifestUri, undefined],
      [`${manifestUri}#chapter/executive-summary/`, manifestUri, undefined],
    ]);
    expect(items.map(({ wanted }) => [wanted?.kind, wanted?.dimension])).toEqual([
      ['readiness', undefined],
      ['dimension', 'living'],
      ['action-plan', undefined],
      ['executive-summary', undefined],
    ]);
  });

  test('is there once it is begun, in the same place', () => {
    const book = bookOf(files);
    const before = chapters(book);
    for (const { wanted, label } of missing(outlineOf(book))) {
      const [file] = addChapter(book, wanted as WantedChapter)?.newFiles ?? [];
      if (file === undefined) throw new Error('nothing was written');
      const after = chapters(withChapter(book, readChapter(file.uri, file.text, book.settings)));
      expect(after).toEqual(
        before.map((line) => (line === `    ? ${label} (chapter)` ? `    ${label} (chapter)` : line)),
      );
    }
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['some chapters', files],
    ['none', { 'masterplan.yaml': '' }],
    [
      'other wishes',
      { 'masterplan.yaml': 'chapters: [{ id: monitoring, required: true }, { id: vision, required: false }]' },
    ],
    ['a kind with a slip', { ...files, 'a.md': '---\nchapter: readines\n---\n# A\n' }],
    ['an unknown dimension', { ...files, 'a.md': '---\nchapter: dimension\ndimension: Smart Livng\n---\n# A\n' }],
    ['no dimensions asked for', { 'masterplan.yaml': 'chapters: [{ id: dimension, required: false }]' }],
    [
      'a shared chapter',
      { ...files, 'buku-2/02-governance.md': '---\nchapter: dimensions\n---\n# A\n\n## Smart Living\n' },
    ],
    ['an empty shared chapter', { ...files, 'buku-2/02-governance.md': '---\nchapter: dimensions\n---\n# A\n' }],
    ['a loose chapter', { 'a.md': vision }],
  ])('is what the rules report, no more and no less: %s', (_, texts) => {
    for (const unread of [0, 1, 2, Number.POSITIVE_INFINITY]) {
      const book = { ...bookOf(texts), unread };
      const shown = missing(outlineOf(book)).map(({ label }) => label);
      expect(shown.sort()).toEqual(reported(book).sort());
    }
  });

  test('is shown whatever becomes of the rules, as missing sections are', () => {
    const off = `${files['masterplan.yaml']}rules: { missing-chapter: off, missing-dimension: off }\n`;
    expect(chapters(bookOf({ ...files, 'masterplan.yaml': off }))).toEqual(chapters(bookOf(files)));
  });

  test('stands in every book of a manifest without chapters', () => {
    expect(drawn(outlineOf(bookOf({ 'masterplan.yaml': 'language: en\ndimensions: [economy]\n' })))).toEqual([
      'Masterplan (masterplan)',
      '  Strategic Analysis (book)',
      '    ? Readiness Analysis (chapter)',
      '    ? Gap Analysis (chapter)',
      '  Smart City Masterplan (book)',
      '    ? Vision and Mission (chapter)',
      '    ? Smart Economy (chapter)',
      '    ? Action Plan (chapter)',
      '    ? Roadmap (chapter)',
      '  Executive Summary (book)',
      '    ? Executive Summary (chapter)',
    ]);
  });

  test('that may stand in any book stands behind them', () => {
    const manifest = `${files['masterplan.yaml'].trimEnd().slice(0, -1)}, { id: closing, required: true }]\n`;
    const lines = drawn(outlineOf(bookOf({ ...files, 'masterplan.yaml': manifest })));
    expect(lines.at(-1)).toBe('  ? Penutup (chapter)');
    expect(lines.filter((line) => line.includes('Penutup'))).toHaveLength(1);
  });

  test('is gone from the tree with its first line, and no other chapter is laid out anew', () => {
    const book = bookOf(files);
    const uri = 'memory:/book/buku-2/03-living.md';
    const living = readChapter(uri, '---\nchapter: dimension\ndimension: living\n---\n# Hidup\n', book.settings);
    const after = withChapter(book, living);
    const there = (items: readonly OutlineItem[]): OutlineItem[] =>
      items.flatMap((item) => (item.kind === 'chapter' && !item.missing ? [item] : there(item.children)));
    const [before, now] = [there(outlineOf(book)), there(outlineOf(after))];
    expect(now.map(({ label }) => label)).toEqual(['BAB I Visi dan Misi', 'Tata Kelola', 'Hidup', 'Peta Jalan']);
    expect(before.every((item) => now.includes(item))).toBe(true);
  });

  test('is a part of the chapter that the dimensions share', () => {
    const shared = (...blocks: string[]) => ({
      'masterplan.yaml': 'dimensions: [governance, branding, economy, living, society]\n',
      [visionPath]: vision,
      'buku-2/02-strategi.md': `---\nchapter: dimensions\nlang: en\n---\n# Strategi\n\n${blocks.map((one) => `## ${one}\n\nTeks.\n\n`).join('')}`,
    });
    const dimensions = (book: Book) => drawn(outlineOf(book)).filter((line) => /^ {6}\S.*\(dimension\)$/.test(line));
    const book = bookOf(shared('Smart Economy', 'Smart Society'));
    expect(dimensions(book)).toEqual([
      '      ? Smart Governance (dimension)',
      '      ? Smart Branding (dimension)',
      '      Smart Economy (dimension)',
      '      ? Smart Living (dimension)',
      '      Smart Society (dimension)',
    ]);
    expect(chapters(book)).not.toContain('    ? Smart Living (chapter)');
    const [first] = missing(outlineOf(book)).filter(({ kind }) => kind === 'dimension');
    expect([first?.id, first?.wanted?.kind, first?.wanted?.dimension]).toEqual([
      'memory:/book/buku-2/02-strategi.md#/governance',
      'dimension',
      'governance',
    ]);
    // As long as nothing changes, it is the same item; with chapters of single dimensions there is none to be added to.
    expect(missing(outlineOf(book)).filter(({ kind }) => kind === 'dimension')[0]).toBe(first);
    const own = readChapter(
      'memory:/book/buku-2/03.md',
      '---\nchapter: dimension\ndimension: living\n---\n# L\n',
      book.settings,
    );
    const after = withChapter(book, own);
    expect(dimensions(after)).toEqual(['      Smart Economy (dimension)', '      Smart Society (dimension)']);
    expect(chapters(after)).toContain('    ? Smart Branding (chapter)');
  });
});

test('a loose chapter stands alone', () => {
  const chapter = chapterOf(vision);
  const book = bookOf({ 'chapter.md': vision });
  expect(outlineOf(book).map(({ kind, uri }) => [kind, uri])).toEqual([['chapter', chapter.uri]]);
});

test('quadrants as labels and as columns have their items', () => {
  const swot = (body: string) => `---\nchapter: dimension\ndimension: economy\n---\n# E\n\n## SWOT\n\n${body}\n`;
  const below = (source: string) => drawn(outlineOf(bookOf({ 'a.md': source }))[0]?.children[0]?.children ?? []);
  expect(below(swot('**Kekuatan**\n\n- S1. a\n\nKelemahan:\n\n- W1. b'))).toEqual([
    'Kekuatan (section)',
    '  a [S1] (swot-item)',
    'Kelemahan (section)',
    '  b [W1] (swot-item)',
    '? Peluang (section)',
    '? Ancaman (section)',
  ]);
  const table = '| Kekuatan | Kelemahan | Peluang | Ancaman |\n|---|---|---|---|\n| S1. a | W1. b | O1. c | T1. d |';
  expect(below(swot(table))).toEqual([
    'Kekuatan (section)',
    '  a [S1] (swot-item)',
    'Kelemahan (section)',
    '  b [W1] (swot-item)',
    'Peluang (section)',
    '  c [O1] (swot-item)',
    'Ancaman (section)',
    '  d [T1] (swot-item)',
  ]);
});

test('blocks of a chapter for several dimensions are told apart', () => {
  const source = `---
chapter: dimensions
lang: en
---

# Strategy

## Smart Economy

### SWOT

## Smart Living

### Quick Wins

| Code | Programme |
| --- | --- |
| LIV-QW-01 | Health App |
`;
  expect(drawn(outlineOf(bookOf({ 'a.md': source })))).toEqual([
    'Strategy (chapter)',
    '  Smart Economy (dimension)',
    '    SWOT (section)',
    '    ? Strategy (section)',
    '    ? Short-term Programmes (section)',
    '    ? Medium-term Programmes (section)',
    '    ? Long-term Programmes (section)',
    '    ? Quick Wins (section)',
    '  Smart Living (dimension)',
    '    ? SWOT Analysis (section)',
    '    ? Strategy (section)',
    '    ? Short-term Programmes (section)',
    '    ? Medium-term Programmes (section)',
    '    ? Long-term Programmes (section)',
    '    Quick Wins (section)',
    '      Health App [LIV-QW-01] (quick-win)',
  ]);
});
