/** What the files of an export are called. */

import { normalForm } from '../text/normal-form';
import type { Manuscript, ManuscriptBook } from './manuscript';

export const exportFormats = ['docx', 'html', 'pdf', 'md', 'xlsx', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Whether a format has one file for each book, or one for the whole masterplan. */
export function isPerBook(format: ExportFormat): boolean {
  return format === 'docx' || format === 'pdf' || format === 'md';
}

/**
 * `masterplan-smart-city-kabupaten-contoh-buku-2.docx`, and for all books together the same without the number.
 * @param one the book that the file holds; absent for the whole masterplan.
 */
export function exportName(manuscript: Manuscript, one: ManuscriptBook | undefined, format: ExportFormat): string {
  const title = slug(manuscript.title) || 'masterplan';
  const isList = format === 'xlsx' || format === 'csv';
  const end = isList
    ? manuscript.language === 'id'
      ? 'program'
      : 'programmes'
    : one === undefined
      ? undefined
      : one.number === undefined
        ? slug(one.title)
        : `${manuscript.language === 'id' ? 'buku' : 'book'}-${one.number}`;
  return `${end === undefined || end === '' || title.endsWith(end) ? title : `${title}-${end}`}.${format}`;
}

/** A file that an export writes. */
export interface ExportFile {
  /** With its ending, without a folder. */
  readonly name: string;
  /** The book that it holds; absent for the whole masterplan. */
  readonly book?: ManuscriptBook;
}

/** The files of an export, each with a name of its own. */
export function exportFiles(manuscript: Manuscript, format: ExportFormat): ExportFile[] {
  if (!isPerBook(format)) {
    const [first, second] = manuscript.books;
    // A single book out of several is named as what it is.
    const one = format === 'html' && second === undefined ? first : undefined;
    return [{ name: exportName(manuscript, one, format) }];
  }
  const taken = new Set<string>();
  return manuscript.books.map((book) => {
    const wanted = exportName(manuscript, book, format);
    let name = wanted;
    for (let count = 2; taken.has(name); count++) name = wanted.replace(/(\.[^.]+)$/, `-${count}$1`);
    taken.add(name);
    return { name, book };
  });
}

/** Small letters, digits and hyphens, as every file system takes them. */
function slug(text: string): string {
  const plain = normalForm(text, 'NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
}
