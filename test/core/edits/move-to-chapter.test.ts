/** A section goes to another chapter: nothing is lost, all that leads to it or from it goes on, and the way back is the same. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Book } from '../../../src/core/book/book';
import { rewrittenBook } from '../../../src/core/book/rewrite';
import type { Section } from '../../../src/core/chapter/chapter';
import { allSections } from '../../../src/core/chapter/sections';
import { brokenLinks } from '../../../src/core/edits/move-links';
import {
  type Destination,
  destinationAt,
  destinationIn,
  moveToChapter,
  type SectionMove,
} from '../../../src/core/edits/move-to-chapter';
import { applyEdits } from '../../../src/core/text/edits';
import { effort } from '../../effort';
import { bookOf } from '../workspace';

const folder = 'memory:/book/';

function chapterIn(book: Book, path: string) {
  const found = book.chapters.find(({ uri }) => uri === folder + path);
  if (found === undefined) throw new Error(`There is no chapter ${path}`);
  return found;
}

function sectionIn(book: Book, path: string, title: string): Section {
  const found = [...allSections(chapterIn(book, path).sections)].find(({ text }) => text.endsWith(title));
  if (found === undefined) throw new Error(`There is no heading "${title}" in ${path}`);
  return found;
}

interface Wish {
  readonly from: string;
  readonly title: string;
  readonly to: string;
  /** The heading before which it is put; absent: where it belongs. `end`: at the end of the chapter. */
  readonly before?: string;
}

function move(book: Book, { from, title, to, before }: Wish): SectionMove {
  const [chapter, target] = [chapterIn(book, from), chapterIn(book, to)];
  const section = sectionIn(book, from, title);
  const destination: Destination =
    before === undefined
      ? destinationIn(target, section, chapter, book)
      : destinationAt(target, sectionIn(book, to, before));
  return moveToChapter(book, chapter, section, destination);
}

/** The texts of the changed files by path. */
function moved(book: Book, wish: Wish): Record<string, string> {
  return Object.fromEntries(textsOf(book, move(book, wish)));
}

function textsOf(book: Book, move: SectionMove): Map<string, string> {
  if ('refusal' in move) throw new Error(move.refusal.en);
  return new Map(
    move.edits.map(({ uri, edits }) => {
      const path = uri.slice(folder.length);
      return [path, applyEdits(chapterIn(book, path).source, edits)];
    }),
  );
}

function bookAfter(book: Book, move: SectionMove): Book {
  return rewrittenBook(book, new Map([...textsOf(book, move)].map(([path, text]) => [folder + path, text])));
}

function refusal(book: Book, wish: Wish): string | undefined {
  const result = move(book, wish);
  return 'refusal' in result ? result.refusal.en : undefined;
}

function concerns(book: Book, wish: Wish): string[] {
  const result = move(book, wish);
  if ('refusal' in result) throw new Error(result.refusal.en);
  return result.concerns.map(({ en }) => en);
}

const head = (kind: string) => `---\nchapter: ${kind}\n---\n\n`;

describe('the place', () => {
  const files = {
    'a.md': `${head('closing')}# Penutup\n\n## Satu\n\nsatu\n\n### Dalam\n\ndalam\n\n## Dua\n\ndua\n`,
    'b.md': `${head('roadmap')}# Jalan\n\n### Awal\n\nawal\n\n### Akhir\n\nakhir\n`,
  };

  test('is the end of the chapter, on the level of those there, with all that stands below', () => {
    expect(moved(bookOf(files), { from: 'a.md', title: 'Satu', to: 'b.md' })).toEqual({
      'a.md': `${head('closing')}# Penutup\n\n## Dua\n\ndua\n`,
      'b.md': `${head('roadmap')}# Jalan\n\n### Awal\n\nawal\n\n### Akhir\n\nakhir\n\n### Satu\n\nsatu\n\n#### Dalam\n\ndalam\n`,
    });
  });

  test('is before the section that it is put on', () => {
    expect(moved(bookOf(files), { from: 'a.md', title: 'Dua', to: 'b.md', before: 'Akhir' })).toEqual({
      'a.md': `${head('closing')}# Penutup\n\n## Satu\n\nsatu\n\n### Dalam\n\ndalam\n`,
      'b.md': `${head('roadmap')}# Jalan\n\n### Awal\n\nawal\n\n### Dua\n\ndua\n\n### Akhir\n\nakhir\n`,
    });
  });

  test('is another one of the same chapter', () => {
    expect(moved(bookOf(files), { from: 'a.md', title: 'Dua', to: 'a.md', before: 'Dalam' })).toEqual({
      'a.md': `${head('closing')}# Penutup\n\n## Satu\n\nsatu\n\n### Dua\n\ndua\n\n### Dalam\n\ndalam\n`,
    });
    expect(refusal(bookOf(files), { from: 'a.md', title: 'Satu', to: 'a.md', before: 'Dalam' })).toBe(
      '"Satu" cannot be moved into itself.',
    );
  });

  test('is where the template lists it, where it is missing there', () => {
    const dimension = (id: string) => `---\nchapter: dimension\ndimension: ${id}\n---\n\n`;
    const book = bookOf({
      'g.md': `${dimension('governance')}# Smart Governance\n\n## Analisis SWOT\n\n### Kekuatan\n\n- S1. satu\n\n## Quick Win\n\nteks\n`,
      'e.md': `${dimension('economy')}# Smart Economy\n\n## Strategi\n\n- SO1. maju\n\n## Catatan\n\nteks\n`,
    });
    const wish = { from: 'g.md', title: 'Analisis SWOT', to: 'e.md' };
    expect(moved(book, wish)['e.md']).toBe(
      `${dimension('economy')}# Smart Economy\n\n## Analisis SWOT\n\n### Kekuatan\n\n- S1. satu\n\n## Strategi\n\n- SO1. maju\n\n## Catatan\n\nteks\n`,
    );
    expect(concerns(book, wish)).toEqual([
      '"SWOT Analysis" is required in "Smart Governance", and will be missing there.',
    ]);
  });

  test('is among its like: a programme goes to the same horizon', () => {
    const dimension = (id: string, code: string) =>
      `---\nchapter: dimension\ndimension: ${id}\n---\n\n# Bab\n\n## Program Jangka Pendek\n\n### ${code}-P-01 Satu\n\n- OPD: Dinas\n\n### ${code}-P-02 Dua\n\n- OPD: Dinas\n\n## Catatan\n\nteks\n`;
    const texts = moved(bookOf({ 'g.md': dimension('governance', 'GOV'), 'e.md': dimension('economy', 'ECO') }), {
      from: 'g.md',
      title: 'GOV-P-01 Satu',
      to: 'e.md',
    });
    expect(texts['e.md']).toBe(
      '---\nchapter: dimension\ndimension: economy\n---\n\n# Bab\n\n## Program Jangka Pendek\n\n### ECO-P-01 Satu\n\n- OPD: Dinas\n\n### ECO-P-02 Dua\n\n- OPD: Dinas\n\n### GOV-P-01 Satu\n\n- OPD: Dinas\n\n## Catatan\n\nteks\n',
    );
  });

  test('is never one that is too deep, or taken by what the tool writes', () => {
    const deep = bookOf({
      'a.md': `${head('closing')}# P\n\n## A\n\n### B\n\n#### C\n\n##### D\n\nd\n\n## E\n\ne\n`,
      'b.md': `${head('roadmap')}# J\n\n#### Jauh\n\nteks\n`,
    });
    expect(refusal(deep, { from: 'a.md', title: 'A', to: 'b.md' })).toBe(
      '"A" would go deeper there than six levels of headings.',
    );
    expect(refusal(deep, { from: 'a.md', title: 'P', to: 'b.md' })).toBe(
      '"P" is the chapter\'s title; what can be moved are the sections below it.',
    );
    const written = `${head('closing')}# P\n\n<!-- masterplan:begin matrix -->\n\n## A\n\nteks\n\n<!-- masterplan:end matrix -->\n`;
    expect(
      refusal(bookOf({ 'a.md': written, 'b.md': `${head('roadmap')}# J\n` }), { from: 'a.md', title: 'A', to: 'b.md' }),
    ).toBe('What the tool itself writes cannot be parted, and nothing goes into it.');
    const open = `${head('closing')}# P\n\n## A\n\n\`\`\`\nkode\n`;
    expect(
      refusal(bookOf({ 'a.md': open, 'b.md': `${head('roadmap')}# J\n\n## X\n\nx\n` }), {
        from: 'a.md',
        title: 'A',
        to: 'b.md',
        before: 'X',
      }),
    ).toBe('"A" cannot go there without changing how others are arranged.');
  });
});

describe('numbers', () => {
  test('close up where it leaves, and make room where it comes', () => {
    const book = bookOf({
      'a.md': `${head('closing')}# BAB III Penutup\n\n## 3.1 Satu\n\n### 3.1.1 Dalam\n\n## 3.2 Dua\n\n### 3.2.1 Bawah\n\n## 3.3 Tiga\n`,
      'b.md': `${head('roadmap')}# BAB V Jalan\n\n## 5.1. Awal\n\n## 5.2. Akhir\n\n### 5.2.1. Bawah\n`,
    });
    const texts = moved(book, { from: 'a.md', title: 'Satu', to: 'b.md', before: 'Akhir' });
    expect(texts['a.md']).toBe(`${head('closing')}# BAB III Penutup\n\n## 3.1 Dua\n\n### 3.1.1 Bawah\n\n## 3.2 Tiga\n`);
    expect(texts['b.md']).toBe(
      `${head('roadmap')}# BAB V Jalan\n\n## 5.1. Awal\n\n## 5.2. Satu\n\n### 5.2.1 Dalam\n\n## 5.3. Akhir\n\n### 5.3.1. Bawah\n`,
    );
  });

  test('go where the others have none, and come where they have', () => {
    const book = bookOf({
      'a.md': `${head('closing')}# Penutup\n\n## 3.1 Satu\n\n### 3.1.1 Dalam\n\n## 3.2 Dua\n\n### 3.2.1 Bawah\n`,
      'b.md': `${head('roadmap')}# Jalan\n\n## Awal\n\n### Bawah\n\n## Akhir\n`,
    });
    expect(moved(book, { from: 'a.md', title: 'Dua', to: 'b.md' })['b.md']).toBe(
      `${head('roadmap')}# Jalan\n\n## Awal\n\n### Bawah\n\n## Akhir\n\n## Dua\n\n### Bawah\n`,
    );
    expect(moved(book, { from: 'b.md', title: 'Awal', to: 'a.md' })['a.md']).toBe(
      `${head('closing')}# Penutup\n\n## 3.1 Satu\n\n### 3.1.1 Dalam\n\n## 3.2 Dua\n\n### 3.2.1 Bawah\n\n## 3.3 Awal\n\n### 3.3.1 Bawah\n`,
    );
  });

  test('begin below a chapter that has no sections yet', () => {
    const book = bookOf({
      'a.md': `${head('closing')}# BAB III Penutup\n\n## 3.1 Satu\n\n## 3.2 Dua\n\n### a. Huruf\n`,
      'b.md': `${head('roadmap')}# BAB V Jalan\n`,
      'c.md': `${head('vision')}# Visi\n`,
    });
    expect(moved(book, { from: 'a.md', title: 'Dua', to: 'b.md' })['b.md']).toBe(
      `${head('roadmap')}# BAB V Jalan\n\n## 5.1 Dua\n\n### a. Huruf\n`,
    );
    expect(moved(book, { from: 'a.md', title: 'Dua', to: 'c.md' })['c.md']).toBe(
      `${head('vision')}# Visi\n\n## Dua\n\n### a. Huruf\n`,
    );
  });
});

describe('codes', () => {
  const governance = `---
chapter: dimension
dimension: governance
---

# Smart Governance

## Analisis SWOT

### Kekuatan

- S1. Data satu pintu
- S2. Jaringan luas

## Strategi

- SO1. Memperluas layanan (S1)
- SO2. Menjaga data (S1, S2)

## Catatan

Lihat (S1) dan (S2, SO1).
`;
  const economy = `---
chapter: dimension
dimension: economy
---

# Smart Economy

## Strategi

- STR-1. Memakai data (governance:S1)

## Lampiran

Seperti (governance:S2).
`;
  const roadmap = `${head('roadmap')}# Jalan\n\n## Arah\n\nMulai dari (governance:SO1).\n`;
  const book = bookOf({ 'g.md': governance, 'e.md': economy, 'r.md': roadmap });

  test('that are named from another dimension now say so, and no longer where it is their own', () => {
    expect(moved(book, { from: 'g.md', title: 'Catatan', to: 'e.md' })['e.md']).toContain(
      'Lihat (governance:S1) dan (governance:S2, governance:SO1).\n',
    );
    expect(moved(book, { from: 'e.md', title: 'Lampiran', to: 'g.md' })['g.md']).toContain('Seperti (S2).\n');
  });

  test('whatever a converter has escaped in the dimension before them', () => {
    const escaped = economy.replace('(governance:S2)', '(smart\\-governance:S2)');
    const texts = moved(bookOf({ 'g.md': governance, 'e.md': escaped }), {
      from: 'e.md',
      title: 'Lampiran',
      to: 'g.md',
    });
    expect(texts['g.md']).toContain('Seperti (S2).\n');
  });

  test('follow the items that have moved, wherever they are named', () => {
    const texts = moved(book, { from: 'g.md', title: 'Analisis SWOT', to: 'e.md' });
    expect(texts['g.md']).toContain(
      '- SO1. Memperluas layanan (economy:S1)\n- SO2. Menjaga data (economy:S1, economy:S2)\n',
    );
    expect(texts['g.md']).toContain('Lihat (economy:S1) dan (economy:S2, SO1).\n');
    expect(texts['e.md']).toContain('- STR-1. Memakai data (S1)\n');
    expect(texts['e.md']).toContain('Seperti (S2).\n');
  });

  test('keep it where it is, if something has its code there or would not find it any more', () => {
    const taken = { 'g.md': governance, 'e.md': economy.replace('STR-1. Memakai data', 'SO2. Berdagang') };
    expect(refusal(bookOf(taken), { from: 'g.md', title: 'Strategi', to: 'e.md' })).toBe(
      'The code SO2 belongs to "Berdagang (governance:S1)" there; rename one of them first.',
    );
    expect(refusal(book, { from: 'g.md', title: 'Analisis SWOT', to: 'r.md' })).toBe(
      'The code S1 is named elsewhere and would not be found any more.',
    );
    const span = governance.replace('(S1, S2)', '(S1–S2, SO1)').replace('(S2, SO1)', '(S2)');
    expect(
      moved(bookOf({ 'g.md': span, 'e.md': economy }), { from: 'g.md', title: 'Analisis SWOT', to: 'e.md' })['g.md'],
    ).toContain('(economy:S1–S2, SO1)');
  });

  test('what is read as plain text from then on is told before', () => {
    const lonely = governance.slice(0, governance.indexOf('## Strategi'));
    const one = bookOf({ 'g.md': `${lonely}## Catatan\n\nteks\n`, 'r.md': `${head('roadmap')}# Jalan\n` });
    expect(concerns(one, { from: 'g.md', title: 'Analisis SWOT', to: 'r.md' })).toEqual([
      '"Analisis SWOT" is no section of "Jalan": it is read as plain text there.',
      '2 items are no longer read as SWOT items.',
      '"SWOT Analysis" is required in "Smart Governance", and will be missing there.',
    ]);
    const two = bookOf({
      'g.md': governance,
      'e.md': economy.replace('STR-1. Memakai data (governance:S1)', 'STR-1. Maju'),
    });
    expect(concerns(two, { from: 'g.md', title: 'Strategi', to: 'e.md' })).toEqual([
      '"Strategy" is required in "Smart Governance", and will be missing there.',
      'The chapter "Smart Economy" has "Strategy" already.',
    ]);
    const parted = governance.replace('Lihat', '<!-- masterplan-disable swot-unused -->\n\nLihat');
    expect(
      concerns(bookOf({ 'g.md': parted, 'e.md': economy }), { from: 'g.md', title: 'Catatan', to: 'e.md' }),
    ).toEqual(['A masterplan-disable and its end are parted: which rules are ignored changes.']);
  });
});

describe('links', () => {
  const files = {
    'satu/a.md': `${head('closing')}# Penutup

## 1.1 Peta

![Peta](gambar/peta%20kota.png) dan [akhir](#12-akhir), [jalan](../dua/b.md#awal), [sendiri](#peta-kecil).

<img src="gambar/peta.svg" alt="Peta">

### Peta Kecil

\`<img src="gambar/kode.png">\`

## 1.2 Akhir

Kembali ke [peta](#11-peta) dan [yang kecil](#peta-kecil).
`,
    'dua/b.md': `${head('roadmap')}# Jalan\n\n## Awal\n\nLihat [peta](../satu/a.md#11-peta).\n\n## Ujung\n\nLihat [akhir](../satu/a.md#12-akhir).\n`,
    'dua/c.md': `${head('vision')}# Visi\n\n[Peta](<../satu/a.md#peta-kecil>) atau [bab](../satu/a.md)\n`,
    'satu/gambar/peta kota.png': '',
    'satu/gambar/peta.svg': '',
  };
  const wish = { from: 'satu/a.md', title: 'Peta', to: 'dua/b.md' };

  test('lead where they led: to pictures, to other chapters, to the section and out of it', () => {
    const book = bookOf(files);
    expect(moved(book, wish)).toEqual({
      'satu/a.md': `${head('closing')}# Penutup\n\n## 1.1 Akhir\n\nKembali ke [peta](../dua/b.md#peta) dan [yang kecil](../dua/b.md#peta-kecil).\n`,
      'dua/b.md': `${head('roadmap')}# Jalan

## Awal

Lihat [peta](#peta).

## Ujung

Lihat [akhir](../satu/a.md#11-akhir).

## Peta

![Peta](../satu/gambar/peta%20kota.png) dan [akhir](../satu/a.md#11-akhir), [jalan](#awal), [sendiri](#peta-kecil).

<img src="../satu/gambar/peta.svg" alt="Peta">

### Peta Kecil

\`<img src="gambar/kode.png">\`
`,
      'dua/c.md': `${head('vision')}# Visi\n\n[Peta](<b.md#peta-kecil>) atau [bab](../satu/a.md)\n`,
    });
    expect([...brokenLinks(bookAfter(book, move(book, wish)))]).toEqual([]);
  });
});

describe('definitions', () => {
  test('go along where only the section needs them, and stay where others do', () => {
    const book = bookOf({
      'a.md': `${head('closing')}# P\n\n## Satu\n\nLihat [data][Data] dan catatan.[^1]\n\n## Dua\n\nTeks.[^2] [Bersama][]\n\n[data]: https://contoh.id/data\n[bersama]: https://contoh.id/b\n[^1]: Catatan pertama.\n[^2]: Catatan kedua,\n    dua baris. [Bersama]\n`,
      'b.md': `${head('roadmap')}# J\n\n## Awal\n\nteks\n`,
    });
    expect(moved(book, { from: 'a.md', title: 'Satu', to: 'b.md' })).toEqual({
      'a.md': `${head('closing')}# P\n\n## Dua\n\nTeks.[^2] [Bersama][]\n\n[bersama]: https://contoh.id/b\n[^2]: Catatan kedua,\n    dua baris. [Bersama]\n`,
      'b.md': `${head('roadmap')}# J\n\n## Awal\n\nteks\n\n## Satu\n\nLihat [data][Data] dan catatan.[^1]\n\n[data]: https://contoh.id/data\n[^1]: Catatan pertama.\n`,
    });
    expect(moved(book, { from: 'a.md', title: 'Dua', to: 'b.md' })).toEqual({
      'a.md': `${head('closing')}# P\n\n## Satu\n\nLihat [data][Data] dan catatan.[^1]\n\n[data]: https://contoh.id/data\n[^1]: Catatan pertama.\n`,
      'b.md': `${head('roadmap')}# J\n\n## Awal\n\nteks\n\n## Dua\n\nTeks.[^2] [Bersama][]\n\n[bersama]: https://contoh.id/b\n[^2]: Catatan kedua,\n    dua baris. [Bersama]\n`,
    });
  });

  test('get another name where theirs means something else there', () => {
    const book = bookOf({
      'a.md': `${head('closing')}# P\n\n## Satu\n\nA[^1], [data], [isi][data], [data][].\n\n[^1]: Satu.\n\n[data]: satu.md\n\n## Dua\n\nteks [data]\n`,
      'satu.md': `${head('vision')}# V\n`,
      'b.md': `${head('roadmap')}# J\n\n## Awal\n\nteks[^1] [data]\n\n[^1]: Lain.\n[data]: lain.md\n`,
      'lain.md': `${head('mission')}# L\n`,
    });
    expect(moved(book, { from: 'a.md', title: 'Satu', to: 'b.md' })).toEqual({
      'a.md': `${head('closing')}# P\n\n## Dua\n\nteks [data]\n\n[data]: satu.md\n`,
      'b.md': `${head('roadmap')}# J\n\n## Awal\n\nteks[^1] [data]\n\n## Satu\n\nA[^2], [data][data-2], [isi][data-2], [data][data-2].\n\n[^2]: Satu.\n\n[data-2]: satu.md\n\n[^1]: Lain.\n[data]: lain.md\n`,
    });
  });
});

describe('always', () => {
  const words = fc.constantFrom(
    'teks [bab lain](@other), ![g](@path/a.png)',
    '- S1 butir\n- lagi',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '```\n# kode\n```',
    'catatan[^n] dan [acuan][r]',
    'lihat [ini](#@own)',
  );
  const gap = fc.constantFrom('\n\n', '\n\n\n', '\n\n \n');
  const piece = fc.record({ words, gap });
  const sections = fc.array(fc.record({ words, gap, below: fc.array(piece, { maxLength: 2 }) }), {
    minLength: 2,
    maxLength: 4,
  });
  const layout = fc.record({
    sections,
    end: fc.constantFrom('', '\n', '\n\n'),
    level: fc.constantFrom(2, 3),
    isCrlf: fc.boolean(),
  });
  type Layout = typeof layout extends fc.Arbitrary<infer Of> ? Of : never;

  /** A chapter whose sections are `Bagian FROM` and so on; it uses its definitions before the first of them. */
  const textOf = ({ sections: all, end, level, isCrlf }: Layout, from: number, number: string, way: string) => {
    const anchor = (dot: string, name: number) => `${dot === '' ? '' : `${dot}1-`}bagian-${name}`;
    const other = `${way}${from === 0 ? 'b' : 'a'}.md#${anchor(number === '' ? '' : number === '3.' ? '4' : '3', 10 - from)}`;
    const own = anchor(number.replace('.', ''), from);
    const path = from === 0 ? 'gambar' : `${way === '' ? '' : '../'}gambar`;
    let text = `${head(from === 0 ? 'closing' : 'roadmap')}# Bab\n\npakai [r] [^n]\n\n`;
    const add = (
      depth: number,
      digits: string,
      name: string,
      { words: own_, gap: gap_ }: { words: string; gap: string },
    ) => {
      const numbered = number === '' ? '' : `${number}${digits} `;
      const filled = own_.replace('@other', other).replace('@own', own).replace('@path', path);
      text += `${'#'.repeat(depth)} ${numbered}${name}\n\n${filled}${gap_}`;
    };
    for (const [at, one] of all.entries()) {
      add(level, `${at + 1}`, `Bagian ${at + from}`, one);
      for (const [below, child] of one.below.entries()) {
        add(level + 1, `${at + 1}.${below + 1}`, `Anak ${at + from}${below}`, child);
      }
    }
    const target = from === 0 ? 'a.md' : `${way === '' ? '' : '../'}a.md`;
    text = `${text.trimEnd()}\n\n[r]: ${target}\n[^n]: Catatan.${end}`;
    return isCrlf ? text.replaceAll('\n', '\r\n') : text;
  };

  test('moved and moved back is the same text to the byte, in both chapters', () => {
    const given = fc.record({
      one: layout,
      other: layout,
      isNumbered: fc.boolean(),
      isApart: fc.boolean(),
      place: fc.nat(),
      which: fc.nat(),
    });
    fc.assert(
      fc.property(given, ({ one, other, isNumbered, isApart, place, which }) => {
        const to = isApart ? 'dua/b.md' : 'b.md';
        const a = textOf(one, 0, isNumbered ? '3.' : '', isApart ? 'dua/' : '');
        const b = textOf(other, 10, isNumbered ? '4.' : '', isApart ? '../' : '');
        const book = bookOf({ 'a.md': a, [to]: b, 'gambar/a.png': '' });
        expect([...brokenLinks(book)]).toEqual([]);
        const number = which % one.sections.length;
        const title = `Bagian ${number}`;
        const at = place % (other.sections.length + 1);
        const before = at < other.sections.length ? { before: `Bagian ${at + 10}` } : {};
        const then = bookAfter(book, move(book, { from: 'a.md', title, to, ...before }));
        expect([...brokenLinks(then)]).toEqual([]);
        const next = number + 1 < one.sections.length ? { before: `Bagian ${number + 1}` } : {};
        const back = bookAfter(then, move(then, { from: to, title, to: 'a.md', ...next }));
        expect(chapterIn(back, 'a.md').source).toBe(a);
        expect(chapterIn(back, to).source).toBe(b);
      }),
      effort(150),
    );
  });
});
