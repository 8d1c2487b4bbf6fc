/** Generated blocks: what they say, when they are refreshed, and when they are left alone. */

import { describe, expect, test } from 'vitest';
import { checkBook } from '../../../src/core/rules/check';
import { applyEdits } from '../../../src/core/text/edits';
import { blockKinds, blockReports, newBlock, sumOf } from '../../../src/core/views/generated';
import { expectLinear } from '../growth';
import { bookOf, problemsOf } from '../workspace';

const governance = `---
chapter: dimension
dimension: governance
---

# Smart Governance

## SWOT

### Kekuatan

- S1. Data | satu pintu
- S2. Jaringan luas

### Kelemahan

- W1. Tenaga *kurang*

## Matriks TOWS

- SO1. Memperluas layanan (S1)
- WO1. Melatih (W1)

## Program Jangka Pendek

| Kode | Program | Indikator | OPD | Tahun | Anggaran | Sumber Dana |
|---|---|---|---|---|---|---|
| GOV-P-01 | Portal data | Jumlah data | Dinas Kominfo | 2025 | Rp 250 juta | APBD Kabupaten/Kota |
| GOV-P-02 | Pelatihan | Jumlah peserta | Dinas Kominfo, BKD | 2025 | Rp1.000.000 | CSR/TJSLP |

## Program Jangka Menengah

| Kode | Program | Indikator | OPD | Tahun |
|---|---|---|---|---|
| GOV-M-01 | Integrasi | Jumlah sistem | BKD | 2026-2027 |

## Quick Win

| Kode | Quick Win | Manfaat | OPD | Tahun |
|---|---|---|---|---|
| GOV-P-01 | Portal data | Data mudah dicari | Dinas Kominfo | 2025 |
`;

const manifest = `period: 2025-2027
agencies: [Dinas Kominfo, BKD]
`;

function bookWith(roadmap: string) {
  const book = bookOf({ 'masterplan.yaml': manifest, 'governance.md': governance, 'roadmap.md': roadmap });
  const chapter = book.chapters.find(({ uri }) => uri.endsWith('roadmap.md'));
  if (chapter === undefined) throw new Error('The roadmap is gone');
  return { book, chapter };
}

const head = '---\nchapter: roadmap\n---\n\n# Peta Jalan\n\n';

function written(name: string): string {
  const { book, chapter } = bookWith(head);
  const kind = blockKinds.find((candidate) => candidate.name === name);
  if (kind === undefined) throw new Error(`No kind ${name}`);
  return newBlock(book, chapter, kind).split('\n').slice(2, -2).join('\n');
}

describe('blocks say what the chapters say', () => {
  test('roadmap', () => {
    expect(written('roadmap')).toBe(`| Kode | Program | Indikator | OPD | 2025 | 2026 | 2027 |
|---|---|---|---|---|---|---|
| | **Smart Governance** | | | | | |
| GOV-P-01 | Portal data | Jumlah data | Dinas Kominfo | ■ | | |
| GOV-P-02 | Pelatihan | Jumlah peserta | Dinas Kominfo, BKD | ■ | | |
| GOV-M-01 | Integrasi | Jumlah sistem | BKD | | ■ | ■ |`);
  });

  test('roadmap by horizon', () => {
    expect(written('roadmap-by-horizon')).toBe(`| Kode | Program | Dimensi | OPD | 2025 | 2026 | 2027 |
|---|---|---|---|---|---|---|
| | **Program Jangka Pendek (2025)** | | | | | |
| GOV-P-01 | Portal data | Smart Governance | Dinas Kominfo | ■ | | |
| GOV-P-02 | Pelatihan | Smart Governance | Dinas Kominfo, BKD | ■ | | |
| | **Program Jangka Menengah (2026-2027)** | | | | | |
| GOV-M-01 | Integrasi | Smart Governance | BKD | | ■ | ■ |`);
  });

  test.each(['roadmap', 'roadmap-by-horizon', 'roadmap-gantt'])('%s agrees with the chapters', (name) => {
    const kind = blockKinds.find((candidate) => candidate.name === name);
    const { book, chapter } = bookWith(head);
    if (kind === undefined) throw new Error(`No kind ${name}`);
    const { book: whole } = bookWith(`${head}${newBlock(book, chapter, kind)}\n`);
    const rules = [...checkBook(whole)].filter(([uri]) => uri.endsWith('roadmap.md')).flatMap(([, found]) => found);
    const about = /^(?:roadmap|programme|code|reference|duplicate|generated)/;
    expect(rules.map(({ rule }) => rule).filter((rule) => about.test(rule))).toEqual([]);
  });

  test('roadmap as a Gantt chart', () => {
    expect(written('roadmap-gantt')).toBe(`\`\`\`mermaid
gantt
  dateFormat YYYY-MM-DD
  axisFormat %Y
  tickInterval 12month
  section Smart Governance
  Portal data :crit, 2025-01-01, 2026-01-01
  Pelatihan :2025-01-01, 2026-01-01
  Integrasi :2026-01-01, 2028-01-01
\`\`\``);
  });

  test('programmes by agency', () => {
    expect(written('programmes-by-agency')).toBe(`| OPD | Kode | Program | Tahun | Anggaran |
|---|---|---|---|---|
| Dinas Kominfo | GOV-P-01 | Portal data | 2025 | Rp 250 juta |
| Dinas Kominfo | GOV-P-02 | Pelatihan | 2025 | Rp1.000.000 |
| BKD | GOV-P-02 | Pelatihan | 2025 | Rp1.000.000 |
| BKD | GOV-M-01 | Integrasi | 2026-2027 | |`);
  });

  test('quick wins', () => {
    expect(written('quick-wins')).toBe(`| Dimensi | Kode | Quick Win | Manfaat | OPD | Tahun |
|---|---|---|---|---|---|
| Smart Governance | GOV-P-01 | Portal data | Data mudah dicari | Dinas Kominfo | 2025 |`);
  });

  test('coverage', () => {
    const lines = written('coverage').split('\n');
    expect(lines[0]).toBe(
      '| Dimensi | Analisis SWOT | Matriks Strategi SWOT | Strategi Pembangunan | Program Jangka Pendek | Program Jangka Menengah | Program Jangka Panjang | Quick Win |',
    );
    expect(lines[2]).toBe('| Smart Governance | sebagian | ✓ | belum ada | ✓ | ✓ | belum ada | ✓ |');
    expect(lines).toHaveLength(8);
  });

  test('SWOT and TOWS, with marks of Markdown kept from working', () => {
    expect(written('swot-summary').split('\n')[2]).toBe(
      '| Smart Governance | S1. Data \\| satu pintu<br>S2. Jaringan luas | W1. Tenaga kurang | | |',
    );
    expect(written('tows-summary').split('\n')[2]).toBe(
      '| Smart Governance | SO1. Memperluas layanan (S1) | WO1. Melatih (W1) | | |',
    );
  });

  test('budget by year and funding source', () => {
    expect(written('budget')).toBe(`| Sumber Dana | 2025 | Jumlah |
|---|---:|---:|
| APBD Kabupaten/Kota | 250.000.000 | 250.000.000 |
| CSR/TJSLP | 1.000.000 | 1.000.000 |
| **Jumlah** | 251.000.000 | 251.000.000 |

Dalam rupiah, menurut tahun mulai program; 2 dari 3 program memiliki anggaran yang dapat dibaca.`);
  });
});

describe('blocks are refreshed', () => {
  const empty = `${head}<!-- masterplan:begin roadmap -->\n<!-- masterplan:end roadmap -->\n\nSetelahnya.\n`;

  function refreshed(roadmap: string): string {
    const { book, chapter } = bookWith(roadmap);
    return applyEdits(
      roadmap,
      blockReports(book, chapter).flatMap(({ edit }) => (edit === undefined ? [] : [edit])),
    );
  }

  function states(roadmap: string): string[] {
    const { book, chapter } = bookWith(roadmap);
    return blockReports(book, chapter).map(({ state }) => state);
  }

  test('an empty one is filled, and then nothing more is to be done', () => {
    expect(states(empty)).toEqual(['outdated']);
    const once = refreshed(empty);
    expect(once).toContain('| GOV-M-01 | Integrasi |');
    expect(once.endsWith(' -->\n\nSetelahnya.\n')).toBe(true);
    expect(states(once)).toEqual(['current']);
    expect(refreshed(once)).toBe(once);
  });

  test('the roadmap that is written agrees with the chapters', () => {
    const { book } = bookWith(refreshed(empty));
    expect(problemsOf(book, 'roadmap-mismatch')).toEqual([]);
  });

  test('with the line ends of its file', () => {
    const crlf = refreshed(empty.replaceAll('\n', '\r\n'));
    expect(crlf.replaceAll('\r\n', '')).not.toContain('\n');
    expect(states(crlf)).toEqual(['current']);
  });

  test('one whose chapters have changed is outdated, one changed by hand is edited', () => {
    const once = refreshed(empty);
    const old = '| Lama |';
    const stale = `${head}<!-- masterplan:begin roadmap -->\n\n${old}\n\n<!-- masterplan:end roadmap ${sumOf(old)} -->\n`;
    expect(states(stale)).toEqual(['outdated']);
    expect(states(once.replace('Integrasi', 'Integrasi data'))).toEqual(['edited']);
    expect(
      states(`${head}<!-- masterplan:begin roadmap -->\n\nTulisan saya.\n\n<!-- masterplan:end roadmap -->\n`),
    ).toEqual(['edited']);
  });

  test('an unknown name, and a begin without an end, are left alone', () => {
    expect(states(`${head}<!-- masterplan:begin x -->\n\n<!-- masterplan:end x -->\n`)).toEqual(['unknown']);
    expect(states(`${head}<!-- masterplan:begin roadmap -->\n\nTulisan.\n`)).toEqual([]);
  });
});

test('a long run of blanks within a cell costs in proportion', () => {
  expectLinear((size) => {
    const run = `a${'\u00a0'.repeat(size)}b`;
    const source = governance.replace('Jumlah data', run).replace('Dinas Kominfo, BKD', run).replace('Pelatihan', run);
    const book = bookOf({ 'masterplan.yaml': manifest, 'governance.md': source });
    for (const chapter of book.chapters) for (const kind of blockKinds) newBlock(book, chapter, kind);
  }, 4500);
});
