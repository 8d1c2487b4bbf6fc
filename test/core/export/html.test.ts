import { describe, expect, test } from 'vitest';
import { writeHtml } from '../../../src/core/export/html';
import { imageAddress, neededImages } from '../../../src/core/export/images';
import { manuscriptOf } from '../../../src/core/export/manuscript';
import { writeMarkdown } from '../../../src/core/export/markdown';
import { bookOf } from '../workspace';

const files = {
  'masterplan.yaml': 'region: Kabupaten Contoh\nperiod: 2025-2034\n',
  '01-visi.md': `---
chapter: vision
---

# BAB II Visi

Nilai[^1] dan [rencana](02-rencana.md#a), [jahat](javascript:alert(1)), <script>alert(1)</script>.

<div onclick="x()">Kotak &amp; isi</div>

[^1]: Catatan visi.
`,
  '02-rencana.md': `---
chapter: action-plan
---

# Rencana Aksi

## 4.1 Aplikasi

Catatan[^1].

| Kode | Program | Tahun | 2025 |
|---|---|--:|---|
| RA-01 | Gerai | 2025 | ■ |

![Gambar 3. Alur](gambar/alur.png)

[^1]: Catatan rencana.
`,
};

const book = bookOf(files);
const manuscript = manuscriptOf(book);

describe('a book as HTML', () => {
  const html = writeHtml(book, manuscript);

  test('needs nothing from elsewhere and runs nothing', () => {
    expect(html).not.toMatch(/<script|onclick=|javascript:|<link|@import|url\(|src="(?!data:)/);
    expect(html).toContain('alert(1)');
    expect(html).toContain('Kotak &#x26; isi');
  });

  test('leads to every place that it names, and has each place once', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(8);
    for (const target of targets) expect(ids).toContain(target);
  });

  test('numbers chapters, sections and captions', () => {
    expect(html).toMatch(/<span class="label">BAB II<\/span> Rencana Aksi/);
    expect(html).toMatch(/<h3 id="buku-1-bab-2-2-1">2\.1 Aplikasi<\/h3>/);
    expect(html).toContain('<caption id="buku-1-tabel-2-1">Tabel 2.1 Aplikasi</caption>');
    expect(html).toContain('<span class="caption">Gambar 2.1 Alur</span>');
    expect(html).toContain('<td class="right">2025</td>');
    expect(html).toContain('<td class="center filled">■</td>');
  });

  test('turns the title of a chapter together with the table below it', () => {
    const wide = `|${' A |'.repeat(8)}\n|${'---|'.repeat(8)}\n|${' 1 |'.repeat(8)}`;
    const roadmap = bookOf({ 'a.md': `---\nchapter: roadmap\n---\n\n# Peta\n\nPembuka.\n\n${wide}\n\n` });
    expect(writeHtml(roadmap, manuscriptOf(roadmap))).toMatch(
      /<article id="buku-1-bab-1"><div class="side">\n?<h2 class="chapter"[^>]*><span class="label">BAB I<\/span> Peta<\/h2>\n<p>Pembuka\.<\/p>/,
    );
  });

  test('shows a Gantt chart as a table, and the surplus cells of a row', () => {
    const chart =
      '```mermaid\ngantt\n  dateFormat YYYY-MM-DD\n  section Smart Governance\n  Gerai :crit, 2025-01-01, 2027-01-01\n```';
    const roadmap = bookOf({
      'a.md': `---\nchapter: roadmap\n---\n\n# Peta\n\n${chart}\n\n| A |\n|---|\n| 1 | lebih |\n`,
    });
    const cells = [...writeHtml(roadmap, manuscriptOf(roadmap)).matchAll(/<(t[dh][^>]*)>(.*?)<\/t[dh]>/g)];
    expect(cells.map(([, tag, text]) => `${tag}: ${text}`)).toEqual([
      'th: ',
      'th: 2025',
      'th: 2026',
      'td: <strong>Smart Governance</strong>',
      'td class="center": ',
      'td class="center": ',
      'td: Gerai',
      'td class="center filled": ■',
      'td class="center filled": ■',
      'th: A',
      'th: ',
      'td class="center": 1',
      'td: lebih',
    ]);
  });

  test('keeps footnotes of one label in two chapters apart', () => {
    expect(html).toContain('Catatan visi.');
    expect(html).toContain('Catatan rencana.');
    expect(html.match(/<section data-footnotes/g)).toHaveLength(2);
  });

  test('says what it is, in its language', () => {
    expect(html.startsWith('<!doctype html><html lang="id"><head><meta charset="utf-8">')).toBe(true);
    expect(html).toContain('<title>Masterplan Smart City Kabupaten Contoh: Masterplan Smart City Daerah</title>');
  });

  test('carries its images along, and says where one is missing', () => {
    expect(html).toContain('Gambar tidak ditemukan: gambar/alur.png');
    const [needed] = neededImages(manuscript);
    const images = new Map([[needed?.key ?? '', 'data:image/png;base64,AAAA']]);
    const shown = writeHtml(book, manuscript, { images });
    expect(shown).toContain('<img src="data:image/png;base64,AAAA" alt="Gambar 3. Alur">');
    expect(shown).not.toContain('Gambar tidak ditemukan');
  });

  test('takes no image for one that is none', () => {
    expect(imageAddress(new TextEncoder().encode('<html>'))).toBeUndefined();
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>';
    expect(imageAddress(new TextEncoder().encode(svg))).toBe(`data:image/svg+xml;base64,${btoa(svg)}`);
  });
});

describe('a book as Markdown', () => {
  const [one] = manuscript.books;
  const [needed] = neededImages(manuscript);
  const images = new Map([[needed?.key ?? '', '../isi/gambar/alur.png']]);
  const text = one === undefined ? '' : writeMarkdown(manuscript, one, { images });

  test('is one text with the numbers of the book', () => {
    expect(text.split('\n').filter((line) => line.startsWith('#'))).toEqual([
      '# Masterplan Smart City Kabupaten Contoh',
      '# BAB I Visi',
      '# BAB II Rencana Aksi',
      '## 2.1 Aplikasi',
    ]);
    expect(text).toContain('Tabel 2.1 Aplikasi\n\n| Kode |');
    expect(text).toContain('![Gambar 3. Alur](../isi/gambar/alur.png)\n\nGambar 2.1 Alur');
    expect(text).not.toContain('chapter:');
  });

  test('keeps footnotes of one label apart, and links that lead out only', () => {
    expect(text).toContain('Nilai[^1-1-1]');
    expect(text).toContain('[^1-1-1]: Catatan visi.');
    expect(text).toContain('[^2-1-1]: Catatan rencana.');
    expect(text).toContain('*rencana*');
    expect(text).not.toContain('javascript');
  });
});
