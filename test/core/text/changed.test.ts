/** Where a text has changed: nothing outside of the stretch has, and of a long text little is in it. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedStretch } from '../../../src/core/text/changed';

const long = (letters: number) =>
  Array.from({ length: letters }, (_, at) => String.fromCharCode(97 + (at % 23))).join('');

test('all in front of the stretch and all behind it is as it was', () => {
  const text = fc.oneof(
    fc.string(),
    fc.nat(9000).map(long),
    fc.constantFrom('a', 'ab').map((each) => each.repeat(5000)),
  );
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(6000), fc.string({ maxLength: 30 }), (before, at, removed, put) => {
      const place = at % (before.length + 1);
      const now = before.slice(0, place) + put + before.slice(place + removed);
      const { start, end } = changedStretch(before, now);
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(now.length);
      const endBefore = before.length - (now.length - end);
      expect(endBefore).toBeGreaterThanOrEqual(start);
      expect(now).toBe(before.slice(0, start) + now.slice(start, end) + before.slice(endBefore));
    }),
    { numRuns: 2000 },
  );
});

test('of a long text only what is around the change', () => {
  const before = long(100_000);
  const { start, end } = changedStretch(before, `${before.slice(0, 60_000)}x${before.slice(60_000)}`);
  expect(start).toBeLessThanOrEqual(60_000);
  expect(end).toBeGreaterThan(60_000);
  expect(end - start).toBeLessThan(5000);
});

test('two texts that are the same have not changed, two others have throughout', () => {
  expect(changedStretch('buku', 'buku')).toEqual({ start: 4, end: 4 });
  expect(changedStretch('', 'bab')).toEqual({ start: 0, end: 3 });
  expect(changedStretch('bab', '')).toEqual({ start: 0, end: 0 });
});
