/** One file of an export, whatever its format: what both hosts call. */

import type { Book } from '../book/book';
import { writeCsv } from './csv';
import { writeDocx } from './docx';
import type { PageNumbers } from './docx-contents';
import { printedPages, writeHtml } from './html';
import { imageAddress, readImage } from './images';
import type { Manuscript } from './manuscript';
import { writeMarkdown } from './markdown';
import type { ExportFile, ExportFormat } from './names';
import { pdfPlaces } from './pdf-places';
import { writeXlsx } from './xlsx';

export interface RenderWishes {
  /** The bytes of the images that a host could read, by `imageKey`. */
  readonly images?: ReadonlyMap<string, Uint8Array>;
  /** For Markdown: addresses of the images as they are right beside the new file, by `imageKey`. */
  readonly addresses?: ReadonlyMap<string, string>;
  /** For Word: styles of a reference document, as `referenceStyles` gives them. */
  readonly styles?: string;
  readonly pageNumbers?: PageNumbers;
  /** For PDF, which only a browser can make of HTML. @returns the bytes of the PDF. */
  readonly print?: (html: Uint8Array) => Promise<Uint8Array>;
}

/** Contents whose numbers move what follows them settle at the second print; a book is not printed for ever. */
const mostPrints = 4;

/**
 * Writes one file of an export.
 * @param manuscript made with `keepsCharts` for Markdown, without it for all else.
 * @returns its bytes.
 * @throws Error where a PDF is wanted and nobody prints it, and whatever the printer throws.
 */
export async function renderExport(
  book: Book,
  manuscript: Manuscript,
  file: ExportFile,
  format: ExportFormat,
  { images = new Map(), addresses, styles, pageNumbers, print }: RenderWishes = {},
): Promise<Uint8Array> {
  const part = file.book === undefined ? manuscript : { ...manuscript, books: [file.book] };
  switch (format) {
    case 'docx': {
      const [one] = part.books;
      if (one === undefined) throw new Error('No book to write');
      return writeDocx(book, part, one, {
        ...readable(images, readImage),
        ...(styles === undefined ? {} : { styles }),
        ...(pageNumbers === undefined ? {} : { pageNumbers }),
      });
    }
    case 'pdf': {
      if (print === undefined) throw new Error('Nobody to print a PDF');
      const shown = readable(images, imageAddress);
      return printed(part, print, (pages) => utf8(writeHtml(book, part, { ...shown, pages })));
    }
    case 'html':
      return utf8(writeHtml(book, part, readable(images, imageAddress)));
    case 'md': {
      const [one] = part.books;
      if (one === undefined) throw new Error('No book to write');
      return utf8(writeMarkdown(part, one, addresses === undefined ? {} : { images: addresses }));
    }
    case 'xlsx':
      return writeXlsx(book);
    case 'csv':
      return utf8(writeCsv(book));
  }
}

/** Prints a book until its contents say where everything is. Where a PDF cannot be read, they stay without numbers. */
async function printed(
  manuscript: Manuscript,
  print: NonNullable<RenderWishes['print']>,
  write: (pages: ReadonlyMap<string, string>) => Uint8Array,
): Promise<Uint8Array> {
  let pages = new Map<string, string>();
  for (let prints = 1; ; prints++) {
    const pdf = await print(write(pages));
    const places = pdfPlaces(pdf);
    if (places === undefined || prints === mostPrints) return pdf;
    const found = printedPages(manuscript, places);
    const isSame = found.size === pages.size && [...found].every(([id, page]) => pages.get(id) === page);
    if (isSame) return pdf;
    pages = found;
  }
}

function readable<Read>(
  images: ReadonlyMap<string, Uint8Array>,
  read: (bytes: Uint8Array) => Read | undefined,
): { images: ReadonlyMap<string, Read>; unshown: ReadonlySet<string> } {
  const found = new Map<string, Read>();
  const unshown = new Set<string>();
  for (const [key, bytes] of images) {
    const image = read(bytes);
    if (image === undefined) unshown.add(key);
    else found.set(key, image);
  }
  return { images: found, unshown };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
