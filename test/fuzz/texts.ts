/** Texts as nobody would write them, and as everybody does: pieces of chapters and manifests in any order, torn anywhere. */

import fc from 'fast-check';

const headings = [
  '# Smart Governance',
  '## Analisis SWOT',
  '### Kekuatan',
  '### Kelemahan (Weaknesses)',
  '## Matriks TOWS',
  '## Strategi',
  '## Program Jangka Pendek',
  '## Program Jangka Menengah (2026-2029)',
  '## Program Jangka Panjang',
  '## Quick Win',
  '### GOV-P-01 Layanan Keliling',
  '## BAB III Smart Economy',
  '## 3.1 Analisa SWOT {#swot}',
  'Smart Living\n============',
  '####### tujuh',
  '## Peta Jalan',
];

const lines = [
  '- S1. Jaringan sampai desa',
  '- **W2** – Aplikasi terpisah',
  '* T3: Serangan (S1, O2)',
  '1. SO1. Memperluas layanan (S1, S2; O1)',
  '  - nested',
  '| Kode | Program | OPD | Tahun | Anggaran | Strategi |',
  '|---|---|---|---|---|---|',
  '| GOV-P-01 | Layanan Keliling | Bappeda; Dinas Kesehatan | 2025-2027 | Rp 1,5 M | SO1 |',
  '| | lanjutan | - | TW II 2025 | 500 jt | WO1, ST1 |',
  '| A | **Kelompok** | | | | |',
  '| Kekuatan | Kelemahan |',
  '| Kode | Faktor | Bobot | Rating | Skor |',
  '| Program | 2025 | 2026 | 2027 |',
  '- OPD: Dinas Kominfo dan Bappeda',
  '**Tahun**: Tahun ke-1',
  'Lihat (GOV-P-01) dan [bab](02.md#strategi) serta ![gambar](a.png).',
  'Kata dengan *miring*, **tebal**, `kode (S1)`, <b>html</b>, &amp; \\* &#x1F600;',
  '<!-- masterplan-disable-next-line placeholder -->',
  '<!-- masterplan-disable -->',
  '<!-- masterplan-enable swot-code -->',
  '<!-- REVIEW(Ani): periksa -->',
  '<!-- masterplan:begin roadmap -->',
  '<!-- masterplan:end roadmap -->',
  'Kabupaten X akan diisi TODO [isi di sini] {{nama}}',
  '> kutipan',
  '```',
  '---',
  '[a]: 03.md "judul"',
  '😀 👩‍👩‍👧 e\u0301 \u202e אב',
  'a\tb\u00a0c',
  '',
  '',
  '',
];

const odd = [
  '\0',
  '\ud800',
  '\udc00',
  '\r',
  '\ufeff',
  '\u2028',
  '|',
  '`',
  '*',
  '[',
  '](',
  '<',
  '&',
  '\\',
  '  \n',
  '\t- ',
];

const frontmatters = [
  '---\nchapter: dimension\ndimension: governance\n---\n',
  '---\nchapter: dimension\ndimension: Smart Econommy\nlang: en\n---\n',
  '---\nchapter: dimensions\n---\n',
  '---\nchapter: quick-wins\norder: 3\n---\n',
  '---\nchapter: roadmap\nupdated: 7 Oktober 2025\n---\n',
  '---\nchapter: executive-summary\ncontributors: Bappeda\n---\n',
  '---\nchapter: action-plan\nowner: { a: 1 }\n---\n',
  '---\nchapter: [vision]\n---\n',
  '---\nchapter: vision\ntitle: "tidak ditutup\n---\n',
  '---\nchapter:\n',
  '',
];

const piece = fc.oneof(
  { arbitrary: fc.constantFrom(...headings), weight: 4 },
  { arbitrary: fc.constantFrom(...lines), weight: 10 },
  { arbitrary: fc.constantFrom(...odd), weight: 1 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 12 }), weight: 1 },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }), weight: 1 },
);

/** A text torn at one place and put together again without what stood there. */
function torn(text: string, from: number, length: number): string {
  const at = Math.floor(from * text.length);
  return text.slice(0, at) + text.slice(at + length);
}

/** A chapter's text. */
export const chapterText: fc.Arbitrary<string> = fc
  .record({
    top: fc.constantFrom(...frontmatters),
    pieces: fc.array(piece, { maxLength: 30 }),
    lineEnd: fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', '\n\n'),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.constantFrom(0, 0, 0, 1, 7),
  })
  .map(({ top, pieces, lineEnd, from, cut }) =>
    torn(`${top}\n${pieces.join('\n')}\n`.replaceAll('\n', lineEnd), from, cut),
  );

const manifestLines = [
  'template: kominfo',
  'template: [a]',
  'region: Kabupaten Contoh',
  'period: 2025-2034',
  'period: 2034-2025',
  'horizons: { short: 2025, medium: 2026-2029, long: 2030-2034 }',
  'agencies: [Bappeda, Dinas Kesehatan]',
  'agencies:\n  - { id: kominfo, name: Dinas Kominfo, aliases: [Kominfo] }\n  - Dinas Kesehatan',
  'dimensions: giffinger',
  'dimensions: [governance, { id: x, title: X }]',
  'chapters:\n  - { id: closing, required: true }\n  - { id: dimension, sections: [swot*, baru] }',
  'sections: [{ id: baru, title: Baru }]',
  'fields: [{ id: lokasi, title: Lokasi, required: true }]',
  'rules: { swot-unused: off, placeholder: error, tidak-ada: x }',
  'quick-wins: { total: 3 }',
  'exclude: [arsip/**, "{a,b", "**"]',
  'language: en',
  'a: &a [*a, *a]',
  'x: "\\u00',
  '  - ',
  '? {',
  '%YAML 1.1',
  '---',
  '...',
];

/** A manifest's text. */
export const manifestText: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc.oneof(
        { arbitrary: fc.constantFrom(...manifestLines), weight: 8 },
        { arbitrary: fc.string({ unit: 'binary', maxLength: 20 }), weight: 1 },
      ),
      { maxLength: 8 },
    ),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.constantFrom(0, 0, 1, 4),
  )
  .map(([all, from, cut]) => torn(all.join('\n'), from, cut));
