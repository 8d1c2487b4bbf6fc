/** All programmes as CSV (RFC 4180), for programs that read no spreadsheets. */

import type { Book } from '../book/book';
import { type CellValue, programmeSheets } from './programmes';

/**
 * All programmes with all their fields: a line of titles, then one for each programme.
 * @returns the text with a byte-order mark, by which Excel tells that it is UTF-8.
 */
export function writeCsv(book: Book): string {
  const [{ columns, rows } = { columns: [], rows: [] }] = programmeSheets(book);
  const lines = [columns.map(({ title }) => title), ...rows];
  return `\ufeff${lines.map((line) => `${line.map(fieldOf).join(',')}\r\n`).join('')}`;
}

function fieldOf(value: CellValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  // A spreadsheet would take such a text for a formula and run it.
  const text = /^[=@]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
