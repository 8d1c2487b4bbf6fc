/** What a rule finds in a text or a small book, written down in one line per finding; and chapters to try rules on. */

import { expect } from 'vitest';
import { ruleCatalogue } from '../../../src/core/rules/catalogue';
import { bookOf, problemsOf } from '../workspace';

type Files = string | Readonly<Record<string, string>>;

function filesOf(files: Files): Readonly<Record<string, string>> {
  return typeof files === 'string' ? { 'bab.md': files } : files;
}

/** Line, words, and both messages of each finding: `8 Analisi SWOT`, `Judul …`, `Heading …`. */
export function found(rule: string, files: Files): (readonly [where: string, pesan: string, message: string])[] {
  expect(ruleCatalogue.map(({ id }) => id)).toContain(rule);
  const english = problemsOf(bookOf(filesOf(files), { language: 'en' }), rule);
  return problemsOf(bookOf(filesOf(files), { language: 'id' }), rule).map((problem, at) => {
    expect({ ...problem, message: '' }).toEqual({ ...english[at], message: '' });
    return [placeOf(problem), problem.message, english[at]?.message ?? ''];
  });
}

/** Only where a rule points: `8 Analisi SWOT`. */
export function places(rule: string, files: Files): string[] {
  return found(rule, files).map(([where]) => where);
}

/** All that is found in a book, by rule: `missing-section 8 Analisis SWOT`. */
export function allPlaces(files: Files): string[] {
  return problemsOf(bookOf(filesOf(files))).map((problem) => `${problem.rule} ${placeOf(problem)}`);
}

function placeOf({ file, line, text }: { file: string; line: number; text: string }): string {
  const words = text.replace(/\s*[\r\n]+\s*/g, ' ⏎ ');
  return file === 'bab.md' ? `${line} ${words}` : `${file}:${line} ${words}`;
}

/** The same text as Windows and Word leave it: a byte-order mark, and CRLF line ends. */
export function asWindows(source: string): string {
  return `\ufeff${source.replaceAll('\n', '\r\n')}`;
}

/** A chapter of a kind: its frontmatter, its title, and its body. The title's line is 5, the body begins at line 7. */
export function chapter(kind: string, title: string, body: string): string {
  return `---\nchapter: ${kind}\n---\n\n# ${title}\n\n${body}\n`;
}

const parts = {
  swot: `## Analisis SWOT

### Kekuatan

- S1. Pasar tertata
- S2. Koperasi aktif

### Kelemahan

- W1. Data belum padan
- W2. Rantai niaga panjang

### Peluang

- O1. Pembayaran digital
- O2. Wisatawan bertambah

### Ancaman

- T1. Harga bergejolak
- T2. Produk luar daerah`,
  strategy: `## Strategi Pembangunan

- SO1. Memperluas pembayaran digital (S1, S2, O1, O2)
- WT1. Menguatkan data dan pasokan (W1, W2, T1, T2)`,
  short: `## Program Jangka Pendek

| Kode | Program | Tujuan | Indikator | Target | OPD | Tahun | Anggaran | Sumber Dana | Strategi |
|---|---|---|---|---|---|---|---|---|---|
| ECO-P-01 | Pasar Tanpa Uang Tunai | Usaha warga tumbuh | Pedagang aktif | 500 pedagang | Dinas Perdagangan | 2025 | 100 juta | APBD Kabupaten | SO1 |`,
  medium: `## Program Jangka Menengah

| Kode | Program | Tujuan | Indikator | Target | OPD | Tahun | Anggaran | Sumber Dana | Strategi |
|---|---|---|---|---|---|---|---|---|---|
| ECO-M-01 | Koperasi Masuk Katalog | Usaha warga tumbuh | Nilai belanja | Rp 2 M | Dinas Koperasi | 2026-2027 | 100 juta | APBD Kabupaten | SO1 |`,
  long: `## Program Jangka Panjang

| Kode | Program | Tujuan | Indikator | Target | OPD | Tahun | Anggaran | Sumber Dana | Strategi |
|---|---|---|---|---|---|---|---|---|---|
| ECO-L-01 | Sentra Olahan Pangan | Usaha warga tumbuh | Volume olahan | 900 ton | Dinas Pertanian | 2030 | 100 juta | KPBU | WT1 |`,
  quickWins: `## Quick Win

| Kode | Program | Manfaat | Keunikan | Mitra | Sumber Daya | Risiko | Keberlangsungan |
|---|---|---|---|---|---|---|---|
| ECO-P-01 | Pasar Tanpa Uang Tunai | Catatan | Cepat | Bank | Kode QR | Sinyal | Paguyuban |`,
};

/** A dimension's sections in the template's order; a text replaces one, an empty text leaves it out. */
export function sections(changed: Partial<typeof parts> = {}): string {
  return Object.values({ ...parts, ...changed })
    .filter((text) => text !== '')
    .join('\n\n');
}

/** A complete chapter of Smart Economy in which nothing is found. The title's line is 6, the body begins at line 8. */
export function economy(changed: Partial<typeof parts> = {}): string {
  return `---\nchapter: dimension\ndimension: economy\n---\n\n# Smart Economy\n\n${sections(changed)}\n`;
}

/** A chapter of Smart Economy with this body, which begins at line 8. */
export function economyWith(body: string, dimension = 'economy'): string {
  return `---\nchapter: dimension\ndimension: ${dimension}\n---\n\n# Smart Economy\n\n${body}\n`;
}
