import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  alignTable,
  type CellMove,
  neighbourCell,
  newRow,
  tableAt,
  tablePlaceAt,
} from '../../../src/core/edits/table-rows';
import type { Table } from '../../../src/core/markdown/blocks';
import { applyEdits } from '../../../src/core/text/edits';
import { effort } from '../../effort';
import { chapterOf } from '../workspace';

const head = '---\nchapter: closing\n---\n\n# Penutup\n\n';

function at(marked: string) {
  const source = head + marked.replace('^', '');
  const offset = head.length + marked.indexOf('^');
  const chapter = chapterOf(source);
  return { chapter, source, place: tablePlaceAt(chapter, offset) };
}

/** The text behind the head after a move, the selection in `«»`. */
function moved(source: string, move: CellMove | undefined): string | undefined {
  if (move === undefined) return undefined;
  const { select, edit, cursor = 0 } = move;
  const text = edit === undefined ? source : applyEdits(source, [edit]);
  const range = select ?? { start: (edit?.range.start ?? 0) + cursor, end: (edit?.range.start ?? 0) + cursor };
  return `${text.slice(0, range.start)}«${text.slice(range.start, range.end)}»${text.slice(range.end)}`.slice(
    head.length,
  );
}

function next(marked: string, step: 1 | -1 = 1): string | undefined {
  const { place, source } = at(marked);
  return place && moved(source, neighbourCell(source, place, step));
}

const table = '| Kode | Program |\n|---|---|\n| A-1 | Satu |\n| A-2 | |\n';

describe('the next cell', () => {
  test.each([
    ['| K^ode | Program |\n', '| Kode | «Program» |\n'],
    ['| Kode | Prog^ram |\n', '| Kode | Program |\n|---|---|\n| «A-1» | Satu |\n'],
    ['| A-1^ | Satu |\n', '| A-1 | «Satu» |\n'],
    ['| A-1 |^ Satu |\n', '| A-1 | Satu |\n| «A-2» | |\n'],
    ['| A-2 ^| |\n', '| A-2 | «» |\n'],
  ])('of %j', (marked, expected) => {
    const from = marked.replace('^', '');
    const to = expected.replace(/[«»]/g, '');
    expect(next(table.replace(from, marked))).toBe(table.replace(table.includes(to) ? to : from, expected));
  });

  test('there is none behind the last, and none outside of tables', () => {
    expect(next(table.replace('| A-2 | |', '| A-2 | ^|'))).toBeUndefined();
    expect(at('Kalimat ^biasa | bukan tabel\n').place).toBeUndefined();
    expect(at(table.replace('|---', '|^---')).place).toBeUndefined();
  });

  test('in a short row is made', () => {
    expect(next(table.replace('| A-2 | |', '| A-2^ |'))).toContain('\n| A-2 | «» |\n');
    expect(next(table.replace('| A-2 | |', '| A-2^'))).toContain('\n| A-2 | «» |\n');
  });

  test('and the one before', () => {
    expect(next(table.replace('A-1', 'A^-1'), -1)).toBe(table.replace('Program', '«Program»'));
    expect(next(table.replace('Satu', 'Sa^tu'), -1)).toBe(table.replace('A-1', '«A-1»'));
    expect(next(table.replace('Kode', 'Ko^de'), -1)).toBeUndefined();
  });

  test('an escaped divider is none', () => {
    expect(next(table.replace('Satu', 'Sa \\| t^u'))).toContain('| «A-2» |');
  });
});

describe('a new row', () => {
  test('stands below the one that it was asked for in, the cursor in its first empty cell', () => {
    const { source, place } = at(table.replace('Satu', 'Sa^tu'));
    expect(place && moved(source, newRow(source, place, ['A-3', '']))).toBe(
      table.replace('| A-2', '| A-3 | «» |\n| A-2'),
    );
  });

  test('asked for in the head stands below the dashes', () => {
    const { source, place } = at(table.replace('Kode', 'Ko^de'));
    expect(place && moved(source, newRow(source, place, ['', '']))).toBe(table.replace('| A-1', '| «» |  |\n| A-1'));
  });

  test('keeps line ends and what stands before a row', () => {
    const quoted = '> | A |\r\n> |---|\r\n> | sa^tu |\r\n';
    const { source, place } = at(quoted);
    const windows = source.replace(head, head.replaceAll('\n', '\r\n'));
    expect(windows).toContain('\r\n');
    expect(place && moved(source, newRow(source, place, ['']))).toContain('> | satu |\n> | «» |');
  });
});

describe('aligning', () => {
  const aligned = (text: string) => {
    const chapter = chapterOf(head + text);
    const found = tableAt(chapter, head.length + 1) as Table;
    return applyEdits(chapter.source, alignTable(chapter.source, found)).slice(head.length);
  };

  test('fills up with blanks', () => {
    expect(aligned('|Kode|Program|Nilai|\n|---|:-:|--:|\n| GOV-P-01|Gerai desa | 5 |\n|x|y|')).toBe(
      '| Kode     |  Program   | Nilai |\n' +
        '| -------- | :--------: | ----: |\n' +
        '| GOV-P-01 | Gerai desa |     5 |\n' +
        '| x        |     y      |       |',
    );
  });

  test('lets long cells be long, and keeps surplus cells', () => {
    const long = 'kata '.repeat(20).trim();
    const text = aligned(`| A | B |\n|---|---|\n| ${long} | b | lebih |\n| a | b |\n`);
    expect(text.split('\n')[2]).toBe(`| ${long} | b   | lebih |`);
    expect(text.split('\n')[3]).toBe(`| ${'a'.padEnd(40)} | b   |`);
  });

  test('changes no cell, and nothing when done again', () => {
    const cell = fc.constantFrom('', 'a', 'Gerai desa', 'x \\| y', '`kode`', 'é', '**tebal**');
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const text = `| A | B | C |\n|---|:--|--:|\n${rows.map((cells) => `|${cells.join('|')} |`).join('\n')}\n`;
        const cellsOf = (source: string) => {
          const chapter = chapterOf(head + source);
          return (tableAt(chapter, head.length + 1) as Table).rows.map((row) =>
            row.cells.map(({ start, end }) => chapter.source.slice(start, end)),
          );
        };
        const once = aligned(text);
        expect(cellsOf(once)).toEqual(cellsOf(text));
        expect(aligned(once)).toBe(once);
      }),
      effort(60),
    );
  });
});
