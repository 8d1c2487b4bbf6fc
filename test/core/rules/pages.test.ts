/** The handbook is true: every rule has its page, and what a page shows is what the rule finds, in both languages. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ruleCatalogue } from '../../../src/core/rules/catalogue';
import { findingsOf, pageIds, pagesFolder, readPage, severityLines } from './page';

test('every rule has a page, and every page a rule', () => {
  expect(pageIds()).toEqual(ruleCatalogue.map(({ id }) => id).sort());
});

describe.each(pageIds())('the page of %s', (id) => {
  const page = readPage(id);
  const rule = ruleCatalogue.find((candidate) => candidate.id === id);

  test('names the rule as the catalogue does', () => {
    expect(page.id).toBe(id);
    expect(page.title).toBe(rule?.title.id);
    expect(page.severityLine).toBe(rule && severityLines[rule.severity]);
  });

  test('shows a book with a finding and one without', () => {
    expect(page.examples.filter(({ findings }) => findings?.length === 0)).not.toEqual([]);
    if (id !== 'too-complex') expect(page.examples.filter(({ findings }) => findings?.length)).not.toEqual([]);
  });

  test.each(page.examples)('$name', ({ files, findings }) => {
    expect(Object.keys(files)).not.toEqual([]);
    expect(findingsOf(id, files)).toEqual(findings);
  });
});

test('the list of rules is that of the catalogue', () => {
  const words = { error: 'kesalahan / error', warning: 'peringatan / warning', info: 'informasi / information' };
  const rows = readFileSync(join(pagesFolder, 'README.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ['));
  expect(rows).toEqual(
    ruleCatalogue.map(
      ({ id, severity, title }) => `| [${id}](${id}.md) | ${words[severity as 'info']} | ${title.id} | ${title.en} |`,
    ),
  );
});
