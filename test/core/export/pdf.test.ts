/** A book as PDF: printed by a browser, read for the pages of its places, and printed again with their numbers. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { manuscriptOf } from '../../../src/core/export/manuscript';
import { pdfPlaces } from '../../../src/core/export/pdf-places';
import { renderExport } from '../../../src/core/export/render';
import { findBrowser, PrintFailure, printPdf } from '../../../src/printing/browser';
import { bookOf } from '../workspace';

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** A PDF with so many pages, in two groups, and places on them. */
function pdf(pages: number, places: Readonly<Record<string, number>>): Uint8Array {
  const kid = (page: number) => `${page + 10} 0 R`;
  const kids = Array.from({ length: pages }, (_, page) => kid(page));
  const objects = new Map<number, string>([
    [1, '<</Type /Catalog /Pages 2 0 R /Dests 5 0 R /Lang (id\\)>>) /Hex <0A ff> >>'],
    [2, '<</Type /Pages /Kids [3 0 R 4 0 R] /Count 3>>'],
    [3, `<</Type /Pages /Kids [${kids.slice(0, 1).join(' ')}]>>`],
    [4, `<</Type /Pages\n% endobj\n/Kids [${kids.slice(1).join(' ')}]>>`],
    [
      5,
      `<<${Object.entries(places)
        .map(([name, page]) => `/${name} [${kid(page)} /XYZ 0 -.5 null]`)
        .join('\n')}>>`,
    ],
    ...kids.map((_, page): [number, string] => [
      page + 10,
      '<</Type /Page /Contents [7 0 R true]>> stream\n1 0 obj\nendstream',
    ]),
  ]);
  let text = '%PDF-1.4\n%\xd3\xeb\n';
  const lines = ['0000000000 65535 f '];
  const last = Math.max(...objects.keys());
  for (let number = 1; number <= last; number++) {
    const object = objects.get(number);
    lines.push(object === undefined ? '0000000000 00000 f ' : `${String(text.length).padStart(10, '0')} 00000 n `);
    if (object !== undefined) text += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const table = `xref\n0 ${lines.length}\n${lines.join('\n')}\ntrailer\n<</Size ${lines.length} /Root 1 0 R>>`;
  return latin(`${text}${table}\nstartxref\n${text.length}\n%%EOF\n`);
}

describe('places in a PDF', () => {
  test('are found with the page that each is on', () => {
    const places = pdfPlaces(pdf(3, { 'buku-1-bab-1': 0, 'buku-1#2dbab-2': 1, kode_S1: 2 }));
    expect(places).toEqual(
      new Map([
        ['buku-1-bab-1', 0],
        ['buku-1-bab-2', 1],
        ['kode_S1', 2],
      ]),
    );
  });

  test('are not found in what is no PDF, or one that is built otherwise', () => {
    expect(pdfPlaces(latin('halo'))).toBeUndefined();
    expect(pdfPlaces(new Uint8Array())).toBeUndefined();
    expect(pdfPlaces(latin('%PDF-1.5\n1 0 obj <</Type /XRef>> stream\nstartxref\n9\n%%EOF\n'))).toBeUndefined();
  });

  test('are read or not, whatever is broken in the file', () => {
    const whole = pdf(3, { a: 0, b: 2 });
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const broken = whole.slice();
        broken[at] = byte;
        const places = pdfPlaces(broken);
        for (const page of places?.values() ?? []) expect(page).toBeLessThan(3);
      }),
      { numRuns: 500 },
    );
    // Groups of pages that hold each other.
    const circle = new TextDecoder('latin1').decode(whole).replace('/Kids [3 0 R 4 0 R]', '/Kids [2 0 R 4 0 R]');
    expect(pdfPlaces(latin(circle))).toBeUndefined();
  });
});

const book = bookOf({
  'masterplan.yaml': 'region: Kabupaten Contoh\ntitle: Rencana "A" </style>\nperiod: 2025-2034\n',
  '01-visi.md': '---\nchapter: vision\n---\n\n# Visi\n\n## Arah\n\nSatu.\n',
  '02-rencana.md': '---\nchapter: action-plan\n---\n\n# Rencana Aksi\n\n| A | B |\n|---|---|\n| 1 | 2 |\n',
});
const manuscript = manuscriptOf(book);
const file = { name: 'buku.pdf', ...(manuscript.books[0] === undefined ? {} : { book: manuscript.books[0] }) };

/** The lines of contents and lists in a page to be printed, with what stands at their ends. */
function linesIn(html: Uint8Array): [string, string][] {
  const front = /<section class="front"[\s\S]*?<\/section>/.exec(new TextDecoder().decode(html))?.[0] ?? '';
  const lines = front.matchAll(/class="words">([^<]*)<\/span><span class="dots"><\/span><span class="page">([^<]*)</g);
  return Array.from(lines, ([, words = '', page = '']) => [words, page]);
}

describe('the contents of a printed book', () => {
  const render = (print: (html: Uint8Array) => Promise<Uint8Array>) =>
    renderExport(book, manuscript, file, 'pdf', { print });
  const places = { 'buku-1-bab-1': 3, 'buku-1-bab-1-1-1': 3, 'buku-1-bab-2': 4, 'buku-1-tabel-2-1': 5 };

  test('say the pages that are at the feet of what they lead to', async () => {
    const printed: [string, string][][] = [];
    const result = await render(async (html) => {
      printed.push(linesIn(html));
      return pdf(6, places);
    });
    expect(printed).toEqual([
      [
        ['BAB I Visi', ''],
        ['1.1 Arah', ''],
        ['BAB II Rencana Aksi', ''],
        ['Tabel 2.1 Rencana Aksi', ''],
      ],
      [
        ['BAB I Visi', '1'],
        ['1.1 Arah', '1'],
        ['BAB II Rencana Aksi', '2'],
        ['Tabel 2.1 Rencana Aksi', '3'],
      ],
    ]);
    expect(result).toEqual(pdf(6, places));
  });

  test('are printed again where the numbers have moved something, and not for ever', async () => {
    let prints = 0;
    const moving = await render(async () => pdf(6, { ...places, 'buku-1-bab-2': 3 + (prints++ % 3) }));
    expect(prints).toBe(4);
    expect(moving).toEqual(pdf(6, { ...places, 'buku-1-bab-2': 3 }));
  });

  test('stay without numbers where the PDF cannot be read', async () => {
    let prints = 0;
    expect(await render(async () => latin(`%PDF ${++prints}`))).toEqual(latin('%PDF 1'));
  });

  test('have no numbers in a page for the screen', async () => {
    const html = new TextDecoder().decode(await renderExport(book, manuscript, file, 'html'));
    expect(html).not.toContain('class="dots"');
    // A title cannot end the style sheet that it stands in.
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).toContain('@top-left { content: "Rencana \\22 A\\22  \\3c \\2f style\\3e " }');
  });
});

function installed(): string | undefined {
  try {
    return findBrowser();
  } catch (error) {
    if (error instanceof PrintFailure) return undefined;
    throw error;
  }
}

const browser = installed();

describe.skipIf(browser === undefined)('a real browser', () => {
  test('names the places of a book, each chapter on a page of its own', { timeout: 60_000 }, async () => {
    const pages: [string, string][][] = [];
    const bytes = await renderExport(book, manuscript, file, 'pdf', {
      print: (html) => {
        pages.push(linesIn(html));
        return printPdf(browser as string, html);
      },
    });
    expect(pages.at(-1)).toEqual([
      ['BAB I Visi', '1'],
      ['1.1 Arah', '1'],
      ['BAB II Rencana Aksi', '2'],
      ['Tabel 2.1 Rencana Aksi', '2'],
    ]);
    expect(pages).toHaveLength(2);
    expect(pdfPlaces(bytes)?.get('buku-1-bab-2')).toBe(4);
  });

  test('is ended when nobody waits for it any more', async () => {
    const stopped = new AbortController();
    const printing = printPdf(browser as string, latin('<p>a</p>'), stopped.signal);
    stopped.abort();
    await expect(printing).rejects.toThrow();
  });
});
