/** Columns, cells and rows added to tables: what stood there stands there still, and what is added is read back. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addToTable, appendRows, cellText, moveRows, type NewColumn } from '../../../src/core/edits/tables';
import type { Table } from '../../../src/core/markdown/blocks';
import { parseDocument } from '../../../src/core/markdown/document';
import { applyEdits } from '../../../src/core/text/edits';
import { textOf } from '../../../src/core/text/range';
import { effort } from '../../effort';

function tablesIn(source: string): Table[] {
  return parseDocument(source).blocks.filter((block): block is Table => block.type === 'table');
}

function tableIn(source: string): Table {
  const [table] = tablesIn(source);
  if (table === undefined) throw new Error(`No table in ${source}`);
  return table;
}

function cellsIn(source: string): string[][] {
  const table = tableIn(source);
  return [table.header, ...table.rows].map((row) => row.cells.map((cell) => textOf(source, cell)));
}

function withColumn(source: string, after: number, title: string, text: string): string {
  return applyEdits(source, addToTable(source, tableIn(source), [{ title, after, textOf: () => text }]));
}

describe('a column', () => {
  test.each([
    ['| A | B |\n|---|---|\n| a | b |', 0, 'X', 'x', '| A | X | B |\n|---|---|---|\n| a | x | b |'],
    ['| A | B |\n| --- | :-: |\n| a | b |', 1, 'X', 'x', '| A | B | X |\n| --- | :-: | --- |\n| a | b | x |'],
    ['A | B\n--- | ---\na | b', 1, 'X', 'x', 'A | B | X\n--- | --- | ---\na | b | x'],
    ['| A | B |\n|---|---|\n| a |', 1, 'X', 'x', '| A | B | X |\n|---|---|---|\n| a | | x |'],
    ['A | B | C\n-|-|-\na', 2, 'X', 'x', 'A | B | C | X\n-|-|-|---\na | | | x'],
    ['| A | B |\n|---|---|\n| a |', 1, 'X', '', '| A | B | X |\n|---|---|---|\n| a |'],
    ['| A | B |\n|---|---|\n| a | b | c |', 1, 'X', 'x', '| A | B | X |\n|---|---|---|\n| a | b | x | c |'],
    ['| A | B |\n|---|---|\n| a \\| a | |', 0, 'X', '', '| A | X | B |\n|---|---|---|\n| a \\| a | | |'],
    ['| A | B |\n|---|---|\n|||', 0, 'X', 'x', '| A | X | B |\n|---|---|---|\n| | x||'],
    ['> | A | B |\n> |---|---|\n> | a | b |', 0, 'X', 'x', '> | A | X | B |\n> |---|---|---|\n> | a | x | b |'],
  ])('%j after %i', (source, after, title, text, expected) => {
    const inQuote = source.startsWith('>');
    const block = parseDocument(source).blocks[0];
    const table = inQuote && block?.type === 'quote' ? (block.blocks[0] as Table) : tableIn(source);
    expect(applyEdits(source, addToTable(source, table, [{ title, after, textOf: () => text }]))).toBe(expected);
  });

  test('several behind one keep their order', () => {
    const source = '| A | B |\n|---|---|\n| a | b |';
    const columns = ['X', 'Y'].map((title): NewColumn => ({ title, after: 0, textOf: () => title.toLowerCase() }));
    expect(applyEdits(source, addToTable(source, tableIn(source), columns))).toBe(
      '| A | X | Y | B |\n|---|---|---|---|\n| a | x | y | b |',
    );
  });

  test('with CRLF line ends', () => {
    expect(withColumn('| A |\r\n|---|\r\n| a |\r\n', 0, 'X', 'x')).toBe('| A | X |\r\n|---|---|\r\n| a | x |\r\n');
  });
});

describe('a text for a blank cell', () => {
  test.each([
    ['| A | B | C |\n|---|---|---|\n| a | | c |', '| a | x | c |'],
    ['| A | B | C |\n|---|---|---|\n| a ||c |', '| a | x |c |'],
    ['| A | B | C |\n|---|---|---|\n| a |    | c |', '| a | x   | c |'],
    ['| A | B | C |\n|---|---|---|\n| a |', '| a | x |'],
    ['A | B | C\n---|---|---\na', 'a | x'],
  ])('%j', (source, expected) => {
    const table = tableIn(source);
    const row = table.rows[0] as Table['rows'][number];
    const fixed = applyEdits(source, addToTable(source, table, [], [{ row, column: 1, text: 'x' }]));
    expect(fixed.split('\n').at(-1)).toBe(expected);
  });

  test('takes nothing away from a cell that says something', () => {
    const source = '| A | B |\n|---|---|\n| a | - |';
    const table = tableIn(source);
    const row = table.rows[0] as Table['rows'][number];
    expect(addToTable(source, table, [], [{ row, column: 1, text: 'x' }])).toEqual([]);
  });
});

test('rows go below the last, as far indented', () => {
  const source = '  | A | B |\n  |---|---|\n  | a | b |  \n\nAkhir.';
  expect(
    applyEdits(source, [
      appendRows(source, tableIn(source), [
        ['c', ''],
        ['', 'd'],
      ]),
    ]),
  ).toBe('  | A | B |\n  |---|---|\n  | a | b |  \n  | c | |\n  | | d |\n\nAkhir.');
  const empty = '| A |\n|---|';
  expect(applyEdits(empty, [appendRows(empty, tableIn(empty), [['a']])])).toBe('| A |\n|---|\n| a |');
});

test('rows go above the sums that close a table', () => {
  const source = '| No | A |\n|---|---|\n| 1 | a |\n| | **Jumlah** |\n| | Total Anggaran |\n';
  expect(applyEdits(source, [appendRows(source, tableIn(source), [['2', 'b']])])).toBe(
    '| No | A |\n|---|---|\n| 1 | a |\n| 2 | b |\n| | **Jumlah** |\n| | Total Anggaran |\n',
  );
});

test('titles go where they stand, where the header is blank', () => {
  const source = '| | |\n|---|---|\n| A | B |\n| 1 | 2 |';
  const table = tableIn(source);
  const edits = addToTable(source, table, [{ title: 'C', after: 1, textOf: () => 'x' }], [], table.rows[0]);
  expect(applyEdits(source, edits)).toBe('| | | |\n|---|---|---|\n| A | B | C |\n| 1 | 2 | x |');
});

test('rows move as they stand', () => {
  const source = '| A |\n|---|\n| 1 |\n| 2  |\n| 3 |\n\n| A |\n|---|\n| 4 |\n';
  const [from, to] = tablesIn(source) as [Table, Table];
  const moved = applyEdits(source, moveRows(source, from.rows[1] as Table['rows'][number], to));
  expect(moved).toBe('| A |\n|---|\n| 1 |\n| 3 |\n\n| A |\n|---|\n| 4 |\n| 2  |\n');
});

test('a text fits into a cell', () => {
  expect(cellText('a | b\n  c \\| d')).toBe('a \\| b c \\| d');
});

const word = fc.stringMatching(/^(?:[a-z0-9]|\\\||é|\*\*b\*\*|<br>){0,6}$/);
const rowOf = (count: number) =>
  fc
    .record({
      cells: fc.array(word, { minLength: 1, maxLength: count + 2 }),
      bars: fc.boolean(),
      blanks: fc.constantFrom('', ' ', '  '),
    })
    .map(({ cells, bars, blanks }) => {
      const text = cells.map((cell) => blanks + cell + blanks).join('|');
      // Without bars at its ends a row of one blank cell would be no row.
      return bars || text.trim() === '' || !text.includes('|') ? `|${text}|` : `x${text}`;
    });

test('whatever the table: cells stay what they were, and new ones say what they should', () => {
  const tables = fc.integer({ min: 1, max: 4 }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      rows: fc.array(rowOf(count), { maxLength: 5 }),
      lineEnd: fc.constantFrom('\n', '\r\n'),
      columns: fc.array(
        fc.record({ after: fc.integer({ min: 0, max: count - 1 }), text: fc.constantFrom('', 'baru') }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
    }),
  );
  fc.assert(
    fc.property(tables, ({ count, rows, lineEnd, columns }) => {
      const header = `|${Array.from({ length: count }, (_, i) => ` K${i} `).join('|')}|`;
      const source = [header, `|${'---|'.repeat(count)}`, ...rows].join(lineEnd);
      const before = cellsIn(source);
      const added = columns.map(({ after, text }, i): NewColumn => ({ title: `B${i}`, after, textOf: () => text }));
      const fixed = applyEdits(source, addToTable(source, tableIn(source), added));
      const expected = before.map((cells, line) =>
        cells.flatMap((cell, column) => [
          cell,
          ...columns.flatMap(({ after, text }, i) => (after === column ? [line === 0 ? `B${i}` : text] : [])),
        ]),
      );
      expect(cellsIn(fixed)).toEqual(expected);
      const kept = fixed.replace(/\s/g, '');
      let at = 0;
      for (const character of source.replace(/\s/g, '')) {
        at = kept.indexOf(character, at) + 1;
        expect(at).toBeGreaterThan(0);
      }
    }),
    effort(300),
  );
});

test('thousands of rows take no more than their share', () => {
  const source = `| A | B |\n|---|---|\n${'| a | b |\n'.repeat(27_000)}`;
  const table = tableIn(source);
  const edits = addToTable(source, table, [{ title: 'X', after: 0, textOf: () => 'x' }]);
  expect(edits).toHaveLength(27_002);
});
