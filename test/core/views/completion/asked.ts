// Asks for suggestions at a `^` in a chapter of a small masterplan, and writes them in.

import { type Suggestion, suggestionsAt } from '../../../../src/core/views/completion/completion';
import { bookOf } from '../../workspace';

const manifest = `region: Kabupaten Contoh
period: 2025-2034
horizons: { short: 2025, medium: 2026-2028, long: 2029-2034 }
agencies:
  - { id: diskominfo, name: Dinas Komunikasi dan Informatika, aliases: [Diskominfo] }
  - "Dinas Pariwisata, Kepemudaan dan Olahraga"
  - Dinas Sosial
`;

export interface Asked {
  readonly all: readonly Suggestion[];
  readonly labels: readonly string[];
  /** The text with the first suggestion, or the one with this label, in its place; the marks of snippets left in. */
  readonly taking: (label?: string) => string;
}

/**
 * @param marked the chapter's text with the cursor as `^`.
 * @param more other chapters of the masterplan by path.
 */
export function ask(marked: string, more: Readonly<Record<string, string>> = {}, explicit = false): Asked {
  const offset = marked.indexOf('^');
  if (offset < 0) throw new Error('the text has no cursor');
  const source = marked.replace('^', '');
  const book = bookOf({ 'masterplan.yaml': manifest, ...more, 'a.md': source });
  const chapter = book.chapters.find(({ uri }) => uri.endsWith('/a.md'));
  if (chapter === undefined) throw new Error('no chapter');
  const all = suggestionsAt(book, chapter, offset, { explicit, today: '2025-10-07' });
  return {
    all,
    labels: all.map(({ label }) => label),
    taking: (label) => {
      const one = label === undefined ? all[0] : all.find((candidate) => candidate.label === label);
      if (one === undefined) throw new Error(`"${label ?? 'anything'}" is not suggested`);
      if (one.range.start > offset || one.range.end < offset) throw new Error('the cursor is not in the range');
      if (/[\r\n]/.test(source.slice(one.range.start, one.range.end))) throw new Error('the range has several lines');
      return source.slice(0, one.range.start) + one.insert + source.slice(one.range.end);
    },
  };
}

/** The line of a text in which a word stands. */
export function lineWith(text: string, word: string): string | undefined {
  return text.split('\n').find((line) => line.includes(word));
}

export const governanceHead = '---\nchapter: dimension\ndimension: governance\n---\n\n# Smart Governance\n';

export const governance = `${governanceHead}
## Analisis SWOT

### Kekuatan

- S1. Data satu pintu
- S2. Jaringan luas

### Kelemahan

- W1. Loket jauh

### Peluang

- O1. Identitas digital

### Ancaman

- T1. Serangan siber

## Strategi

- SO1. Memperluas layanan (S1, O1)
- WO1. Mendekatkan loket (W1)

## Program Jangka Pendek

| Kode | Program | Sub-dimensi | OPD | Tahun | Sumber Dana | Strategi |
|---|---|---|---|---|---|---|
| GOV-P-01 | Gerai desa | Layanan Publik | Diskominfo | 2025 | APBD | SO1 |
`;

export const economy = `---
chapter: dimension
dimension: economy
---

# Smart Economy

## SWOT

### Kekuatan

- S1. Kopi dikenal

## Program Jangka Pendek

| Kode | Program |
|---|---|
| ECO-P-01 | Katalog UMKM |
`;
