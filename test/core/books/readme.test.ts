/** The masterplan on one page of README: whoever copies it has a book without an error. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bookOf, problemsOf } from '../workspace';

const root = join(import.meta.dirname, '../../..');

test.each(['README.md', 'README.id.md'])('%s', (name) => {
  const page = readFileSync(join(root, name), 'utf8');
  const blocks = [...page.matchAll(/^```(yaml|markdown)\n([\s\S]*?)^```$/gm)].map(([, type, text]) => ({ type, text }));
  const manifest = blocks.find(({ type, text }) => type === 'yaml' && text?.startsWith('template:'))?.text as string;
  const chapters = blocks.filter(({ type }) => type === 'markdown').map(({ text }) => text as string);
  expect(chapters).toHaveLength(1);
  const book = bookOf({ 'masterplan.yaml': manifest, 'bab.md': chapters[0] as string });
  const problems = problemsOf(book);
  const own = problems.filter(({ file }) => file === 'bab.md');
  expect(own.filter(({ severity }) => severity === 'error')).toEqual([]);
  // What more could be said of programmes and quick wins, and nothing else.
  const more = new Set(own.map(({ rule, severity }) => `${severity} ${rule}`));
  expect([...more].sort()).toEqual([
    'info swot-balance',
    'warning programme-budget-missing',
    'warning programme-goal-missing',
    'warning quick-win-profile',
  ]);
  // All else that is found is what a masterplan of one chapter lacks.
  const others = problems.filter(({ file }) => file !== 'bab.md').map(({ rule }) => rule);
  expect(new Set(others)).toEqual(new Set(['missing-chapter', 'missing-dimension']));
});
