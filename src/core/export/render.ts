/** One file of an export, whatever its format: what both hosts call. */

import type { Book } from '../book/book';
import { writeCsv } from './csv';
import { writeDocx } from './docx';
import type { PageNumbers } from './docx-contents';
import { writeHtml } from './html';
import { imageAddress, readImage } from './images';
import type { Manuscript } from './manuscript';
import { writeMarkdown } from './markdown';
import type { ExportFile, ExportFormat } from './names';
import { writeXlsx } from './xlsx';

export interface RenderWishes {
  /** The bytes of the images that a host could read, by `imageKey`. */
  readonly images?: ReadonlyMap<string, Uint8Array>;
  /** For Markdown: addresses of the images as they are right beside the new file, by `imageKey`. */
  readonly addresses?: ReadonlyMap<string, string>;
  /** For Word: styles of a reference document, as `referenceStyles` gives them. */
  readonly styles?: string;
  readonly pageNumbers?: PageNumbers;
}

/**
 * Writes one file of an export.
 * @param manuscript made with `keepsCharts` for Markdown, without it for all else.
 * @returns its bytes; for `pdf` those of the HTML that a browser prints.
 */
export async function renderExport(
  book: Book,
  manuscript: Manuscript,
  file: ExportFile,
  format: ExportFormat,
  { images = new Map(), addresses, styles, pageNumbers }: RenderWishes = {},
): Promise<Uint8Array> {
  const part = file.book === undefined ? manuscript : { ...manuscript, books: [file.book] };
  switch (format) {
    case 'docx': {
      const [one] = part.books;
      if (one === undefined) throw new Error('No book to write');
      return writeDocx(book, part, one, {
        images: readable(images, readImage),
        ...(styles === undefined ? {} : { styles }),
        ...(pageNumbers === undefined ? {} : { pageNumbers }),
      });
    }
    case 'html':
    case 'pdf':
      return utf8(writeHtml(book, part, { images: readable(images, imageAddress) }));
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

function readable<Read>(
  images: ReadonlyMap<string, Uint8Array>,
  read: (bytes: Uint8Array) => Read | undefined,
): Map<string, Read> {
  const found = new Map<string, Read>();
  for (const [key, bytes] of images) {
    const image = read(bytes);
    if (image !== undefined) found.set(key, image);
  }
  return found;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
