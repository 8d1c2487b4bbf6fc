/** Gantt charts read back: years of each row, and nothing where it is another kind of chart. */

import { describe, expect, test } from 'vitest';
import { readGantt } from '../../../src/core/views/gantt';
import { expectLinear } from '../growth';

const chart = (lines: string) => `gantt\n  dateFormat YYYY-MM-DD\n${lines}`;

describe('readGantt', () => {
  test('gives the years of each row, one that is cut in pieces too', () => {
    const lines =
      '  section Smart Economy\n  Pasar :crit, 2025-01-01, 2026-01-01\n  Pasar :2027-01-01, 2028-06-30\n  Data :2026-01-01, 2027-01-01\n';
    expect(readGantt(chart(lines))).toEqual({
      years: [2025, 2026, 2027, 2028],
      rows: [
        { name: 'Smart Economy', isGroup: true, years: [] },
        { name: 'Pasar', isGroup: false, years: [2025, 2027, 2028] },
        { name: 'Data', isGroup: false, years: [2026] },
      ],
    });
  });

  test('gives nothing for other charts, other tasks, no tasks, and centuries', () => {
    expect(readGantt('pie\n  "a" : 1')).toBeUndefined();
    expect(readGantt(chart('  Pasar :after a1, 30d'))).toBeUndefined();
    expect(readGantt(chart('  section Kosong'))).toBeUndefined();
    expect(readGantt(chart('  Pasar :0001-01-01, 9999-01-01'))).toBeUndefined();
    expect(readGantt(chart('  A :1990-01-01, 1991-01-01\n  B :2030-01-01, 2031-01-01'))).toBeUndefined();
  });

  test('takes time in proportion to the blanks within a name', () => {
    expectLinear((size) => readGantt(chart(`  a${' '.repeat(size)}b :2025-01-01, 2026-01-01\n`)), 10_000);
    const padded = readGantt(chart('  Pasar Desa \t :2025-01-01, 2026-01-01'));
    expect(padded?.rows.map(({ name }) => name)).toEqual(['Pasar Desa']);
  });
});
