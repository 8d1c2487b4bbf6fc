/** Whatever is written, the reviewer stays calm: it never fails, points into the text, and does not mind the order. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Book, makeBook, withFiles } from '../../../src/core/book/book';
import { linkedFiles } from '../../../src/core/book/linked-files';
import { readChapter } from '../../../src/core/chapter/read';
import { ruleIds } from '../../../src/core/rules/catalogue';
import { checkBook } from '../../../src/core/rules/check';
import { fixesOf, type Problem } from '../../../src/core/rules/problem';
import { readManifest } from '../../../src/core/template/manifest';
import { resolveSettings } from '../../../src/core/template/resolve';
import type { Range } from '../../../src/core/text/range';
import { effort } from '../../effort';

const headings = [
  '# Smart Economy',
  '# BAB III Strategi Pembangunan Smart City',
  '## 3.1 Smart Governance',
  '## 3.2 Dimensi Smart Enviroment',
  '## Analisis SWOT',
  '## 3.1.2 Analisi SWOT Smart Economy (2025-2034)',
  '## Peta Kekuatan {#swot}',
  '### Kekuatan',
  '### a. Kelemahan (Weaknesses)',
  '### Peluang',
  '#### Ancamam',
  '## Matriks TOWS',
  '### Strategi SO',
  '## Strategi Pembangunan',
  '## Program',
  '## Program Jangka Pendek Tahun 2025',
  '### Program Jangka Menengah',
  '## Jangka Panjang',
  '## Quick Win',
  '### ECO-P-01 Pasar Tanpa Uang Tunai',
  '### Pasar (S1, SO9)',
  '## Visi',
  '## Misi',
  '## Visi',
  '## 2.2 Tujuan dan Sasaran',
  '## Keselarasan dengan RPJMD',
  '##### 5.1.1. Terlalu Dalam',
  '## IV. Lampiran',
  '## A. Lampiran',
  '##',
  'Kekuatan\n---',
];

const bodies = [
  '- S1. Pasar tertata\n- **S1** – Gudang\n- Koperasi',
  '- W1. Data belum padan\n  - rincian (O2)\n- S3. Pasar tertata',
  '**Peluang**\n\n- O1. QR\n\nAncaman:\n- T1: Harga',
  '| Kekuatan | Kelemahan |\n|---|---|\n| S1. a <br> S2. b | W1. c |\n| Peluang | Ancaman |\n| O1. d | |',
  '| Kode | Faktor | Bobot |\n|---|---|---|\n| | **Kekuatan** | |\n| S1 | Pasar | 0,2 |\n| | Jumlah | 1 |',
  '- SO1. Menata pasar (S1, O1)\n- STR-2 Menata gudang [W1–W9]\n- Menata jalan (COVID-19) (B3)',
  '| Kode | Strategi | Dasar SWOT |\n|---|---|---|\n| SO1 | Menata | S1; governance:S2 |\n| | | |',
  '| No | Kode | Program | Indikator | OPD | 2025 | 2026 | Strategi |\n|---|---|---|---|---|---|---|---|\n| A | | **Grup** | | | | | |\n| 1 | ECO-P-01 | Pasar Tanpa Uang Tunai | aktif | Dinas | v | | SO1 |\n| | | | lagi | - | | x | |\n| 2 | ECO-P-01 | Gudang | TBD | | | | ECO-P-99 |',
  '| Program | Tahun | Anggaran (Rp juta) | Sumber Dana | Target |\n|---|---|---|---|---|\n| Aplikasi Pasar | 2023 s.d. 2031 | 1,2 M | APBD | 10% |\n| E-Gudang | tidak tentu | banyak | APBN | n/a |',
  '- OPD: Dinas X dan Dinas Y; Bappeda\n- Tahun: TW II 2025\n- Durasi: 18 bulan\n- Manfaat: [isi di sini]',
  '**OPD**: TBD\n**Program Terkait**: ECO-P-02, LIV-P-01',
  '| Uraian | Isi |\n|---|---|\n| Kode | ECO-QW-01 |\n| OPD | Dinas |\n| Dimensi | Smart Economy |',
  'Masterplan Kabupaten X, lihat (S1, S7), [ECO-P-77](tidak-ada.md#judul) dan (governance:S1).',
  '![](gambar.png) [awal](#visi) <!-- REVIEW(Bappeda): kapan? -->',
  '<!-- masterplan-disable missing-section -->',
  '<!-- masterplan:begin roadmap -->\n\n| Program | 2025 |\n|---|---|\n| Gudang | x |\n\n<!-- masterplan:end roadmap -->',
  '[isi di sini]',
];

const hostile = [
  '',
  '```\n## Kekuatan\n',
  '<!-- tidak ditutup',
  '| a |\n|---|',
  '|---|\n| |',
  '> '.repeat(60),
  '- '.repeat(60),
  `${'x'.repeat(20_010)} (S1)`,
  '\\| `|` ** __ *** [[]](()',
  '| \\| | `a|b` |\n|---|---|\n| <br><br> | **',
  '\u0000 \u2028 \ufeff \u00a0 😀 ﷽',
  '(S1–S999) (S9–S1) [(((S1)))]',
  '{{',
  '}}',
  '{#swot}',
  '---',
  '***',
  '1.',
  ':::',
  '&nbsp;&#0;&bogus;',
];

const heads = [
  'chapter: dimension\ndimension: economy',
  'chapter: dimension\ndimension: Smart Enviroment\nlang: en',
  'chapter: dimension',
  'chapter: dimensions',
  'chapter: vision\norder: 2',
  'chapter: action-plan',
  'chapter: roadmap',
  'chapter: quick-wins',
  'chapter: executive-summary\nstatus: entah',
  'chapter: introduction\ntitle: Smart Ekonomi',
  'chapter: tidak-ada\nkunci: [',
  'title: tanpa jenis',
];

const manifests = [
  undefined,
  '',
  'period: 2025-2034\nregion: Kabupaten Contoh\nagencies: [Dinas Kesehatan, { name: Bappeda, aliases: [Bapeda] }]\n',
  'dimensions: [governance, economy]\nquick-wins: { total: 3 }\nhorizons: { short: 2025-2027, medium: 2026 }\n',
  'template: giffinger\nrules: { placeholder: error, swot-unusd: off }\nkunci: [\n',
];

const chapterTexts = fc
  .record({
    head: fc.constantFrom(...heads),
    blocks: fc.array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...headings) },
        { weight: 6, arbitrary: fc.constantFrom(...bodies) },
        { weight: 1, arbitrary: fc.constantFrom(...hostile) },
      ),
      { maxLength: 24 },
    ),
    windows: fc.boolean(),
    gap: fc.constantFrom('\n\n', '\n\n', '\n'),
  })
  .map(({ head, blocks, windows, gap }) => {
    const text = `---\n${head}\n---\n\n${blocks.join(gap)}\n`;
    return windows ? `\ufeff${text.replaceAll('\n', '\r\n')}` : text;
  });

const books = fc.record({
  manifest: fc.constantFrom(...manifests),
  chapters: fc.array(chapterTexts, { minLength: 1, maxLength: 4 }),
});

function bookIn(manifestText: string | undefined, chapters: readonly [uri: string, text: string][]): Book {
  const manifest =
    manifestText === undefined ? undefined : readManifest(manifestText, 'memory:/masterplan.yaml', { rules: ruleIds });
  const settings = resolveSettings(manifest);
  const book = makeBook(
    manifest,
    settings,
    chapters.map(([uri, text]) => readChapter(uri, text, settings)),
  );
  return withFiles(book, new Map(linkedFiles(book).map((file) => [file, false])));
}

function named(chapters: readonly string[]): [uri: string, text: string][] {
  return chapters.map((text, at) => [`memory:/buku-${at % 2}/${at + 1}.md`, text]);
}

describe('of books put together from all kinds of pieces', () => {
  test('every range lies in its file, those of second places and fixes too', () => {
    const said = new Set<string>();
    fc.assert(
      fc.property(books, ({ manifest, chapters }) => {
        const book = bookIn(manifest, named(chapters));
        const lengths = new Map(book.chapters.map(({ uri, source }) => [uri, source.length]));
        if (book.manifest !== undefined) lengths.set(book.manifest.uri, book.manifest.source.length);
        const within = (uri: string, { start, end }: Range) => {
          const length = lengths.get(uri);
          if (length === undefined || start < 0 || end < start || end > length) {
            throw new Error(`${uri} ${start}-${end} of ${length}`);
          }
        };
        for (const [uri, problems] of checkBook(book)) {
          for (const problem of problems) {
            said.add(problem.rule);
            expect(problem.file).toBe(uri);
            expect(problem.message).toMatch(/^\S[\s\S]*\.$/);
            within(uri, problem.range);
            for (const other of problem.related ?? []) within(other.file, other.range);
            for (const { edits } of fixesOf(problem, book)) {
              for (const ofFile of edits) for (const { range } of ofFile.edits) within(ofFile.uri ?? uri, range);
            }
          }
        }
      }),
      effort(120),
    );
    // Pieces about which hardly a rule has anything to say would prove little.
    expect(said.size).toBeGreaterThan(20);
  });

  test('the order in which chapters are given does not matter', () => {
    const found = (book: Book) =>
      Object.fromEntries([...checkBook(book)].map(([uri, problems]) => [uri, problems.map(shown)]));
    fc.assert(
      fc.property(books, ({ manifest, chapters }) => {
        const given = named(chapters);
        expect(found(bookIn(manifest, given.toReversed()))).toEqual(found(bookIn(manifest, given)));
      }),
      effort(60),
    );
  });

  test('asking again gives the same', () => {
    fc.assert(
      fc.property(books, ({ manifest, chapters }) => {
        const book = bookIn(manifest, named(chapters));
        const shownOf = () => [...checkBook(book)].map(([uri, problems]) => [uri, problems.map(shown)]);
        expect(shownOf()).toEqual(shownOf());
      }),
      effort(30),
    );
  });
});

function shown({ rule, severity, range, message, related }: Problem): unknown {
  return { rule, severity, range, message, related };
}
