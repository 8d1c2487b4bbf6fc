/** The next free code of a series, whatever the number at its end. */

import { expect, test } from 'vitest';
import { freeLabel } from '../../../src/core/edits/definitions';
import { FreeCodes, nextCode } from '../../../src/core/edits/next-code';

test.each([
  ['GOV-P-07', [], 'GOV-P-08'],
  ['GOV-P-09', ['GOV-P-10'], 'GOV-P-11'],
  ['GOV-P-99', [], 'GOV-P-100'],
  ['SO0', ['SO1', 'SO3'], 'SO2'],
  ['GOV-P-1A', ['GOV-P-1A-2'], 'GOV-P-1A-3'],
  // More digits than a `number` tells apart.
  ['GOV-P-9007199254740992', [], 'GOV-P-9007199254740993'],
  ['GOV-P-9007199254740992', ['GOV-P-9007199254740993'], 'GOV-P-9007199254740994'],
  ['A-0000000000000000000009', [], 'A-0000000000000000000010'],
  ['A-9999999999999999999999', ['A-10000000000000000000000'], 'A-10000000000000000000001'],
])('after %s, where %j are given, comes %s', (code, given, next) => {
  expect(nextCode(code, new Set([code, ...given]))).toBe(next);
  expect(new FreeCodes([code, ...given]).next(code)).toBe(next);
});

test('each code is handed out once', () => {
  const free = new FreeCodes(['A-9007199254740991', 'A-9007199254740993']);
  expect([1, 2, 3].map(() => free.next('A-9007199254740991'))).toEqual([
    'A-9007199254740992',
    'A-9007199254740994',
    'A-9007199254740995',
  ]);
});

test.each([
  ['^1', ['^1', '^2'], '^3'],
  ['data', ['data', 'data-2'], 'data-3'],
  ['^1000000000000000000000000000000', ['^1000000000000000000000000000000'], '^1000000000000000000000000000001'],
])('a label like %s, where %j are taken, is %s', (label, taken, free) => {
  expect(freeLabel(label, new Set(taken))).toBe(free);
});
