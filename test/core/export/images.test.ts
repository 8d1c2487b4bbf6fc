/** Pictures of every kind in the finished books, and what is said of those that are not in them. */

import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { imageAddress, neededImages, readImage } from '../../../src/core/export/images';
import { manuscriptOf } from '../../../src/core/export/manuscript';
import { exportRemarks } from '../../../src/core/export/remarks';
import { renderExport } from '../../../src/core/export/render';
import { bookOf } from '../workspace';
import { partsOf, textOfWord } from './written';

const svg = strToU8('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><text>Alur</text></svg>');
/** The head of a WebP file of 4 by 2 pixels. */
const webp = Uint8Array.from([
  ...strToU8('RIFF'),
  ...[22, 0, 0, 0],
  ...strToU8('WEBPVP8X'),
  ...[10, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 1, 0, 0],
]);
/** The head of a TIFF file of 4 by 2 pixels. */
const tiff = Uint8Array.from([
  ...[0x49, 0x49, 42, 0, 8, 0, 0, 0, 2, 0],
  ...[0, 1, 3, 0, 1, 0, 0, 0, 4, 0, 0, 0],
  ...[1, 1, 3, 0, 1, 0, 0, 0, 2, 0, 0, 0],
  ...[0, 0, 0, 0],
]);

const source = `---
chapter: vision
---

# BAB II Visi

![Gambar 1. Alur](alur.svg)

![Peta](peta.webp)

![Denah](denah.tif)

![Foto](foto.png)

![Jauh](https://contoh.go.id/a.png)
`;
const book = bookOf({ 'masterplan.yaml': 'region: Kota Contoh\n', '01-visi.md': source });
const manuscript = manuscriptOf(book);
const [one] = manuscript.books;
const bytes: Readonly<Record<string, Uint8Array>> = { 'alur.svg': svg, 'peta.webp': webp, 'denah.tif': tiff };
const images = new Map(
  neededImages(manuscript).flatMap(({ key, url }) => {
    const found = bytes[url];
    return found === undefined ? [] : [[key, found] as const];
  }),
);

async function written(format: 'docx' | 'html'): Promise<Uint8Array> {
  return renderExport(book, manuscript, { name: 'buku', ...(one && { book: one }) }, format, { images });
}

test('an image is told by its bytes', () => {
  expect(readImage(svg)).toEqual({ type: 'svg', width: 40, height: 20, bytes: svg });
  expect(readImage(webp)).toBeUndefined();
  expect(imageAddress(webp)).toBe(`data:image/webp;base64,${btoa(String.fromCharCode(...webp))}`);
  expect(imageAddress(tiff)).toBeUndefined();
});

describe('Word', () => {
  test('gets SVG as it is, with a field for programs that do not know it', async () => {
    const parts = partsOf(await written('docx'));
    const media = Object.entries(parts).filter(([path]) => path.startsWith('word/media/'));
    expect(media.map(([path]) => path.replace(/.*\./, '')).sort()).toEqual(['png', 'svg']);
    expect(media.find(([path]) => path.endsWith('.svg'))?.[1]).toBe(new TextDecoder().decode(svg));
    const document = parts['word/document.xml'] ?? '';
    expect(document).toContain('asvg:svgBlip');
    expect(document).toContain('descr="Gambar 1. Alur"');
    // 40 by 20 pixels, in EMU.
    expect(document).toContain('<wp:extent cx="381000" cy="190500"/>');
  });

  test('says at the place of others why they are not there', async () => {
    const text = textOfWord(partsOf(await written('docx'))['word/document.xml'] ?? '');
    expect(text).toContain('Gambar ini tidak dapat ditampilkan di sini: peta.webp');
    expect(text).toContain('Gambar ini tidak dapat ditampilkan di sini: denah.tif');
    expect(text).toContain('Gambar tidak ditemukan: foto.png');
    expect(text).not.toContain('tidak ditemukan: alur.svg');
  });
});

test('HTML shows what browsers do', async () => {
  const html = new TextDecoder().decode(await written('html'));
  expect(html).toContain(`<img src="${imageAddress(svg)}" alt="Gambar 1. Alur">`);
  expect(html).toContain(`<img src="${imageAddress(webp)}" alt="Peta">`);
  expect(html).toContain('Gambar ini tidak dapat ditampilkan di sini: denah.tif');
  expect(html).toContain('Gambar tidak ditemukan: foto.png');
});

describe('the remarks of an export', () => {
  const remarks = (format: Parameters<typeof exportRemarks>[1]) =>
    exportRemarks(manuscript, format, images).map(({ range, message }) => [
      source.slice(range.start, range.end),
      message.id,
    ]);
  const renumbered = [
    '# BAB II Visi',
    'judulnya bertuliskan BAB II, tetapi menurut urutannya menjadi BAB I; periksa rujukan ke bab ini.',
  ];
  const missing = ['![Foto](foto.png)', 'gambar tidak ditemukan: foto.png'];
  const abroad = 'gambar dari internet tidak dimuat; simpan berkasnya di folder masterplan: https://contoh.go.id/a.png';

  test('name every picture that is not in the Word document, and what to do', () => {
    expect(remarks('docx')).toEqual([
      renumbered,
      [
        '![Gambar 1. Alur](alur.svg)',
        'gambar SVG hanya tampil di Word 2016 dan yang lebih baru, serta LibreOffice 7.6 dan yang lebih baru; ubah ke PNG bila buku dibaca dengan yang lama: alur.svg',
      ],
      ['![Peta](peta.webp)', 'gambar ini tidak dapat dimuat di Word; ubah ke PNG atau JPEG: peta.webp'],
      ['![Denah](denah.tif)', 'gambar ini tidak dapat dimuat di Word; ubah ke PNG atau JPEG: denah.tif'],
      missing,
      ['![Jauh](https://contoh.go.id/a.png)', abroad],
    ]);
  });

  test('are fewer where more is shown', () => {
    const pages = [
      renumbered,
      ['![Denah](denah.tif)', 'gambar ini tidak dapat ditampilkan peramban; ubah ke PNG atau JPEG: denah.tif'],
      missing,
      ['![Jauh](https://contoh.go.id/a.png)', abroad],
    ];
    expect(remarks('html')).toEqual(pages);
    expect(remarks('pdf')).toEqual(pages);
    expect(remarks('md')).toEqual([renumbered]);
    expect(remarks('xlsx')).toEqual([]);
    expect(remarks('csv')).toEqual([]);
  });
});
