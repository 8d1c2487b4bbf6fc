/** The outline as a planner sees it: books, chapters, sections, items, and what is missing in its place. */

import { describe, expect, test } from 'vitest';
import { withChapter } from '../../../src/core/book/book';
import { readChapter } from '../../../src/core/chapter/read';
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
      '  Masterplan Smart City Daerah (book)',
      '    BAB I Visi dan Misi (chapter)',
      '      Visi (section)',
      '      ? Misi Smart City (section)',
      '      ? Sasaran Smart City (section)',
      '      ? Keselarasan dengan RPJMD (section)',
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
