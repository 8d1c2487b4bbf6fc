/** All programmes as a spreadsheet: one sheet with all of them, one for each dimension, each with filters. */

import writeExcelFile, { type Feature, type Sheet } from 'write-excel-file/universal';
import {
  getCellAddress,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility';
import type { Book } from '../book/book';
import { greatest } from '../text/lists';
import { type CellValue, type ProgrammeColumn, type ProgrammeSheet, programmeSheets } from './programmes';

type Content = Blob;

/** Writes the programmes. @returns the bytes of the `.xlsx` file. */
export async function writeXlsx(book: Book): Promise<Uint8Array> {
  const sheets = programmeSheets(book);
  const names = sheetNames(sheets.map(({ title }) => title));
  const made = sheets.map((sheet, place): Sheet<Content> => {
    const widths = sheet.columns.map((column, at) => widthOf(column, sheet, at));
    return {
      sheet: names[place] as string,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      // Code and name stay in sight.
      stickyColumnsCount: 2,
      orientation: 'landscape',
      data: [
        sheet.columns.map(titleCell),
        ...sheet.rows.map((row) => {
          const height = heightOf(row, widths);
          return row.map((value, at) => ({ ...cellOf(value, sheet, at), height }));
        }),
      ],
    };
  });
  const blob = await writeExcelFile(made as never, {
    fontFamily: 'Calibri',
    fontSize: 11,
    features: [filters(sheets)],
  }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function titleCell({ title }: ProgrammeColumn) {
  return {
    value: title,
    type: String,
    fontWeight: 'bold',
    backgroundColor: '#D9E2F3',
    align: 'center',
    alignVertical: 'center',
    wrap: true,
    borderStyle: 'thin',
    borderColor: '#7F7F7F',
  } as const;
}

function cellOf(value: CellValue | undefined, { columns }: ProgrammeSheet, at: number) {
  const look = { alignVertical: 'top', wrap: true, borderStyle: 'thin', borderColor: '#BFBFBF' } as const;
  // An empty cell has its borders too, so that a row reads as one.
  if (value === undefined) return { value: '', type: String, ...look };
  if (typeof value === 'string') return { value, type: String, ...look };
  return { value, type: Number, format: columns[at]?.kind === 'amount' ? '#,##0' : '0', ...look };
}

/** In characters: as wide as the longest words ask for, within what can be read. */
function widthOf({ title, kind }: ProgrammeColumn, { rows }: ProgrammeSheet, at: number): number {
  if (kind === 'year') return 10;
  if (kind === 'amount') return 18;
  const longest = greatest(
    rows.map((row) => Math.sqrt(String(row[at] ?? '').length) * 4.5),
    title.length + 4,
  );
  return Math.min(48, Math.max(10, Math.ceil(longest)));
}

/** In points: not every program makes rows as high as their words ask for. */
function heightOf(row: readonly (CellValue | undefined)[], widths: readonly number[]): number {
  const lines = row.map((value, at) => {
    const width = (widths[at] as number) * 0.95;
    const parts = String(value ?? '').split('\n');
    return parts.reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / width)), 0);
  });
  return Math.min(409, Math.max(1, ...lines) * 15);
}

/** The library has no filters of its own, and a place for those who need them. */
function filters(sheets: readonly ProgrammeSheet[]): Feature<Content> {
  const file = 'xl/worksheets/sheet{id}.xml';
  return {
    files: {
      transform: {
        [file]: {
          transform: (xml: string, _: unknown, { sheetIndex }: { sheetIndex: number }) => {
            const sheet = sheets[sheetIndex];
            const order = getOrderOfSiblings(file, 'worksheet');
            if (sheet === undefined || order === undefined) return xml;
            const ref = `A1:${getCellAddress(sheet.rows.length, sheet.columns.length - 1)}`;
            const filter = getSelfClosingTagMarkup('autoFilter', { ref });
            return insertElementMarkupAccordingToOrderOfSiblings(xml, filter, order, 'worksheet');
          },
        },
      },
    },
  } as Feature<Content>;
}

/** Names that a spreadsheet takes: at most 31 letters, without some marks, each once. */
function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const plain =
      title
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .replace(/\s+/g, ' ')
        .trim() || 'Program';
    for (let count = 1; ; count++) {
      const end = count === 1 ? '' : ` (${count})`;
      const name = plain.slice(0, 31 - end.length).trim() + end;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}
