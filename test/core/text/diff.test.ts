/** Differences between two texts: few lines, every edit exact, and the one text always leads to the other. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editsBetween, lineChanges, linesOf } from '../../../src/core/text/diff';
import { applyEdits } from '../../../src/core/text/edits';

describe('lineChanges', () => {
  test('names the lines that went and those that came', () => {
    const before = ['a', 'b', 'c', 'd', 'e'];
    expect(lineChanges(before, before)).toEqual([]);
    expect(lineChanges(before, ['a', 'x', 'c', 'd', 'e'])).toEqual([
      { before: { start: 1, end: 2 }, after: { start: 1, end: 2 } },
    ]);
    expect(lineChanges(before, ['a', 'c', 'd', 'y', 'z', 'e'])).toEqual([
      { before: { start: 1, end: 2 }, after: { start: 1, end: 1 } },
      { before: { start: 4, end: 4 }, after: { start: 3, end: 5 } },
    ]);
    expect(lineChanges([], ['a'])).toEqual([{ before: { start: 0, end: 0 }, after: { start: 0, end: 1 } }]);
  });

  test('takes much that differs for one change', () => {
    const many = (word: string) => Array.from({ length: 2000 }, (_, i) => `${word}${i}`);
    expect(lineChanges(['x', ...many('a'), 'y'], ['x', ...many('b'), 'y'])).toEqual([
      { before: { start: 1, end: 2001 }, after: { start: 1, end: 2001 } },
    ]);
  });

  test('leads from one to the other, with as few lines as can be', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 14 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const changes = lineChanges(before, after);
        const result: string[] = [];
        let at = 0;
        let changed = 0;
        for (const change of changes) {
          result.push(...before.slice(at, change.before.start), ...after.slice(change.after.start, change.after.end));
          at = change.before.end;
          changed += change.before.end - change.before.start + change.after.end - change.after.start;
        }
        expect([...result, ...before.slice(at)]).toEqual(after);
        expect(changed).toBe(before.length + after.length - 2 * commonLength(before, after));
      }),
    );
  });
});

function commonLength(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const x of a) {
    const next = [0];
    b.forEach((y, j) => {
      next.push(x === y ? (row[j] as number) + 1 : Math.max(row[j + 1] as number, next[j] as number));
    });
    row = next;
  }
  return row.at(-1) as number;
}

describe('editsBetween', () => {
  test('touches only what differs', () => {
    expect(editsBetween('satu\r\ndua\r\ntiga\r\n', 'satu\r\nduaa\r\ntiga\r\n')).toEqual([
      { range: { start: 9, end: 9 }, text: 'a' },
    ]);
    expect(editsBetween('a\nc\n', 'a\nb\nc\n')).toEqual([{ range: { start: 2, end: 2 }, text: 'b\n' }]);
    expect(editsBetween('a\nb', 'a\nb\n')).toEqual([{ range: { start: 3, end: 3 }, text: '\n' }]);
  });

  test('leads from one text to the other', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '\n', '\r\n', '\r', '\u{1f600}', '\u{1f601}', 'kata '), { maxLength: 20 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(linesOf(before).join('')).toBe(before);
        expect(applyEdits(before, editsBetween(before, after))).toBe(after);
      }),
    );
  });
});
