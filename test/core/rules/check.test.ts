/** A rule that breaks down is a fault of ours: it hides no other rule's findings. */

import { afterEach, expect, test, vi } from 'vitest';
import { checkBook } from '../../../src/core/rules/check';
import { headingLevel } from '../../../src/core/rules/heading-level';
import { missingChapter } from '../../../src/core/rules/missing-chapter';
import { bookOf } from '../workspace';

afterEach(() => {
  vi.restoreAllMocks();
});

const files = {
  'masterplan.yaml': '',
  'a.md': '---\nchapter: closing\n---\n\n# Penutup\n\n### Terlalu dalam\n\nTODO\n',
};

function brokenDown(): never {
  throw new Error('broken');
}

test('the other rules go on, and the fault is told with the name of the rule', () => {
  vi.spyOn(headingLevel, 'check').mockImplementation(brokenDown);
  vi.spyOn(missingChapter, 'check').mockImplementation(brokenDown);
  const faults: [string, string][] = [];
  const problems = checkBook(bookOf(files), (rule, error) => faults.push([rule, String(error)]));
  expect(faults).toEqual([
    ['heading-level', 'Error: broken'],
    ['missing-chapter', 'Error: broken'],
  ]);
  expect(problems.get('memory:/book/a.md')?.map(({ rule }) => rule)).toEqual(['placeholder']);
  expect(problems.get('memory:/book/masterplan.yaml')?.every(({ rule }) => rule === 'missing-dimension')).toBe(true);
});

test('without anybody to tell, the error is thrown on', () => {
  vi.spyOn(headingLevel, 'check').mockImplementation(brokenDown);
  expect(() => checkBook(bookOf(files))).toThrow('broken');
});
