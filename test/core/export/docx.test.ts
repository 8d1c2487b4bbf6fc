import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type DocxWishes, writeDocx } from '../../../src/core/export/docx';
import { imageKey, neededImages, readImage } from '../../../src/core/export/images';
import { manuscriptOf } from '../../../src/core/export/manuscript';
import { pageNumbers } from '../../../src/core/export/pages';
import { referenceStyles } from '../../../src/core/export/reference';
import { bookOf } from '../workspace';
import { partsOf, textOfWord } from './written';

const manifest = 'region: Kabupaten Contoh\ntitle: Masterplan Smart City Kabupaten Contoh\nperiod: 2025-2034\n';
const wide = `| Kode | Program | C | D | E | F | G |
|---|---|---|---|---|---|---|
| GOV-P-01 | Gerai desa | 1 | 2 | 3 | 4 | ■ |`;

const governance = `---
chapter: dimension
dimension: governance
---

# Smart Governance

## Analisis SWOT

### Kekuatan

- S1. Jaringan *luas*

## Strategi

- SO1. Memperluas layanan (S1)[^1]

## Program Jangka Pendek

${wide}

## Penutup

Lihat [visi](01-visi.md), [laman](https://contoh.go.id) dan [lain](javascript:alert(1)).

![Gambar 1. Alur](gambar/alur.png)

[^1]: Keputusan bupati.
`;

const files = {
  'masterplan.yaml': manifest,
  '01-visi.md': '---\nchapter: vision\n---\n\n# BAB II Visi\n\n1. Satu\n2. Dua\n\nLalu:\n\n5. Lima\n',
  '02-governance.md': governance,
  'gambar/alur.png': '',
};

/** A picture of 2 by 1 pixels. */
const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAADklEQVR4nGNgYPj/HwQBDgAD/mYJwYsAAAAASUVORK5CYII='),
  (letter) => letter.charCodeAt(0),
);

async function write(wishes: DocxWishes = {}, texts: Record<string, string> = files) {
  const book = bookOf(texts);
  const manuscript = manuscriptOf(book);
  const [one] = manuscript.books;
  if (one === undefined) throw new Error('no book');
  const images = new Map(
    neededImages(manuscript).flatMap(({ key }) => {
      const read = readImage(png);
      return read === undefined ? [] : [[key, read] as const];
    }),
  );
  const parts = partsOf(await writeDocx(book, manuscript, one, { images, ...wishes }));
  const document = parts['word/document.xml'] ?? '';
  const paragraphs = document.match(/<w:p>[\s\S]*?<\/w:p>|<w:p [\s\S]*?<\/w:p>/g) ?? [];
  const styled = (style: string) =>
    paragraphs
      .filter((paragraph) => paragraph.includes(`<w:pStyle w:val="${style}"/>`))
      .map((paragraph) => textOfWord(paragraph).trim());
  return { parts, document, paragraphs, styled };
}

describe('a book for Word', () => {
  test('begins with region, title, book and period', async () => {
    const { styled } = await write();
    expect(styled('CoverRegion')).toEqual(['Pemerintah Kabupaten Contoh']);
    expect(styled('Title')).toEqual(['Masterplan Smart City Kabupaten Contoh']);
    expect(styled('CoverBook')).toEqual(['Buku 2']);
    expect(styled('Subtitle')).toEqual(['Masterplan Smart City Daerah']);
    expect(styled('CoverPeriod')).toEqual(['2025–2034']);
  });

  test('has contents and lists of tables and figures, and only those that have something to list', async () => {
    const { styled, document } = await write();
    expect(styled('FrontHeading')).toEqual(['Daftar Isi', 'Daftar Tabel', 'Daftar Gambar']);
    expect(document.match(/TOC [^<]*/g)).toEqual([
      'TOC \\h \\o &quot;1-3&quot;',
      'TOC \\h \\t &quot;Table Caption,4&quot;',
      'TOC \\h \\t &quot;Figure Caption,4&quot;',
    ]);
    const lines = (level: number) => styled(`TOC${level}`).map((line) => line.replace(/\s+/g, ' '));
    expect(lines(1)).toEqual(['BAB I Visi', 'BAB II Smart Governance']);
    expect(lines(2)).toEqual(['2.1 Analisis SWOT', '2.2 Strategi', '2.3 Program Jangka Pendek', '2.4 Penutup']);
    expect(lines(3)).toEqual(['2.1.1 Kekuatan']);
    expect(lines(4)).toEqual(['Tabel 2.1 Program Jangka Pendek', 'Gambar 2.1 Alur']);
    const { styled: plain } = await write({}, { '01.md': '---\nchapter: vision\n---\n\n# Visi\n' });
    expect(plain('FrontHeading')).toEqual(['Daftar Isi']);
  });

  test('counts front pages in Roman numbers and the body from 1', async () => {
    const { document } = await write();
    expect(document.match(/<w:pgNumType[^>]*>/g)).toEqual([
      '<w:pgNumType/>',
      '<w:pgNumType w:start="1" w:fmt="lowerRoman"/>',
      '<w:pgNumType w:start="1" w:fmt="decimal"/>',
      '<w:pgNumType w:fmt="decimal"/>',
      '<w:pgNumType w:fmt="decimal"/>',
    ]);
  });

  test('turns the page for a wide table only', async () => {
    const { document } = await write();
    const sizes = [...document.matchAll(/<w:pgSz [^>]*w:orient="(\w+)"[^>]*>/g)].map(([, orient]) => orient);
    expect(sizes).toEqual(['portrait', 'portrait', 'portrait', 'portrait', 'landscape']);
  });

  test('numbers chapters and sections by lists, so that Word goes on counting', async () => {
    const { styled, paragraphs, parts } = await write();
    expect(styled('Heading1')).toEqual(['Visi', 'Smart Governance']);
    expect(styled('Heading2')).toEqual(['Analisis SWOT', 'Strategi', 'Program Jangka Pendek', 'Penutup']);
    expect(styled('Heading3')).toEqual(['Kekuatan']);
    for (const paragraph of paragraphs.filter((one) => /"Heading\d"/.test(one)))
      expect(paragraph).toContain('<w:numPr>');
    const levels = [...(parts['word/numbering.xml'] ?? '').matchAll(/<w:lvlText w:val="([^"]*)"/g)].map(
      ([, text]) => text,
    );
    expect(levels).toContain('BAB %1');
    expect(levels).toContain('1.%1');
    expect(levels).toContain('2.%1.%2.%3');
  });

  test('repeats the heads of tables and says what each is', async () => {
    const { document, styled } = await write();
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(styled('TableCaption')).toEqual(['Tabel 2.1 Program Jangka Pendek']);
    expect(styled('FigureCaption')).toEqual(['Gambar 2.1 Alur']);
    expect(document).toContain('SEQ Tabel_2 \\* ARABIC');
    expect(document.match(/<w:shd w:fill="8EAADB"/g)).toHaveLength(1);
  });

  test('leads from codes to where they are defined', async () => {
    const { document } = await write();
    const bookmarks = [...document.matchAll(/<w:bookmarkStart w:name="([^"]+)"/g)].map(([, name]) => name);
    expect(bookmarks).toContain('kode_governance_S1');
    expect(bookmarks).toContain('kode_GOV_P_01');
    expect(new Set(bookmarks).size).toBe(bookmarks.length);
    const anchors = [...document.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]+)"/g)].map(([, name]) => name as string);
    expect(anchors).toContain('kode_governance_S1');
    expect(anchors).toContain('berkas_1');
    for (const anchor of anchors) expect(bookmarks).toContain(anchor);
  });

  test('leads out to the web only', async () => {
    const { parts, document } = await write();
    expect(parts['word/_rels/document.xml.rels']).toContain('https://contoh.go.id');
    expect(parts['word/_rels/document.xml.rels']).not.toContain('javascript');
    expect(textOfWord(document)).toContain('Lihat visi, laman dan lain.');
  });

  test('has footnotes and lists as Word knows them', async () => {
    const { parts, document } = await write();
    expect(textOfWord(parts['word/footnotes.xml'] ?? '')).toContain('Keputusan bupati.');
    expect(document.match(/<w:footnoteReference w:id="1"\/>/g)).toHaveLength(1);
    expect(parts['word/numbering.xml']).toContain('<w:start w:val="5"/>');
  });

  test('shows images, and says where one is missing', async () => {
    const { parts, document } = await write();
    expect(Object.keys(parts).filter((path) => path.startsWith('word/media/'))).toHaveLength(1);
    expect(document).toContain('descr="Gambar 1. Alur"');
    const { document: without } = await write({ images: new Map() });
    expect(textOfWord(without)).toContain('Gambar tidak ditemukan: gambar/alur.png');
  });

  test('asks Word for the page numbers, unless they are known', async () => {
    const { document } = await write();
    expect(document.match(/<w:fldChar w:fldCharType="begin" w:dirty="true"\/><w:instrText[^>]*>TOC/g)).toHaveLength(3);
    const { document: counted, parts } = await write({ pageNumbers });
    expect(counted).not.toContain('w:dirty');
    expect(parts['word/settings.xml']).not.toContain('updateFields');
    const pages = [
      ...counted.matchAll(/PAGEREF \S+ \\h<\/w:instrText><w:fldChar w:fldCharType="separate"\/><w:t[^>]*>(\d+)</g),
    ];
    // Visi, then the dimension with its four sections and one below; a table, a figure.
    expect(pages.map(([, page]) => Number(page))).toEqual([1, 2, 2, 2, 2, 3, 3, 3, 3]);
  });

  test('is of the language that it is written in', async () => {
    const english = { ...files, 'masterplan.yaml': `${manifest}language: en\n` };
    const { styled, parts } = await write({}, english);
    expect(styled('FrontHeading')).toEqual(['Contents', 'List of Tables', 'List of Figures']);
    expect(styled('TableCaption')).toEqual(['Table 2.1 Program Jangka Pendek']);
    expect(styled('CoverRegion')).toEqual(['Kabupaten Contoh']);
    expect(parts['word/numbering.xml']).toContain('CHAPTER %1');
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="en-GB"/>');
  });
});

describe('a reference document', () => {
  const styles = `<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Judul1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:rPr><w:color w:val="C00000"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Judul2"><w:name w:val="heading 2"/><w:basedOn w:val="Judul1"/></w:style>
</w:styles>`;
  const reference = zipSync({ 'word/styles.xml': strToU8(styles), 'word/document.xml': strToU8('<w:document/>') });

  test('gives its styles, whatever language its Word speaks', () => {
    const read = referenceStyles(reference) ?? '';
    expect(read).toContain('w:styleId="Heading1"');
    expect(read).toContain('<w:basedOn w:val="Heading1"/>');
    expect(read).not.toContain('Judul');
  });

  test('goes before our styles, and what it lacks is added', async () => {
    const { parts } = await write({ styles: referenceStyles(reference) ?? '' });
    const written = parts['word/styles.xml'] ?? '';
    expect(written.match(/w:styleId="Heading1"/g)).toHaveLength(1);
    expect(written).toContain('C00000');
    // Headings that it lacks look like those above them.
    expect(written).toMatch(/w:styleId="Heading3">(?:(?!<\/w:style>).)*<w:basedOn w:val="Heading2"\/>/s);
    for (const style of ['Heading3', 'Heading6', 'TableCaption', 'BodyText', 'CoverRegion', 'Caption', 'TOC1']) {
      expect(written.match(new RegExp(`w:styleId="${style}"`, 'g'))).toHaveLength(1);
    }
  });

  test('is refused where it is none', () => {
    expect(referenceStyles(strToU8('bukan dokumen'))).toBeUndefined();
    expect(referenceStyles(zipSync({ 'xl/styles.xml': strToU8('<x/>') }))).toBeUndefined();
    expect(referenceStyles(zipSync({ 'word/styles.xml': strToU8('<html/>') }))).toBeUndefined();
  });
});

test('an image is told by its bytes', () => {
  expect(readImage(png)).toEqual({ type: 'png', width: 2, height: 1, bytes: png });
  expect(readImage(strToU8('halo'))).toBeUndefined();
  expect(readImage(new Uint8Array())).toBeUndefined();
  const book = bookOf(files);
  const [needed] = neededImages(manuscriptOf(book));
  expect(needed).toMatchObject({
    key: imageKey(book.chapters[1] as never, 'gambar/alur.png'),
    file: 'memory:/book/gambar/alur.png',
  });
});
