/** Every fix of every rule on real and made-up books: it loses nothing, ends its finding, and brings no error. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { looksLikeChapter } from '../../../src/core/chapter/frontmatter';
import { ruleIds } from '../../../src/core/rules/catalogue';
import { expectFixesToHold, type Files, fixAll, offeredFixes, problemsIn } from './fixing';
import { asWindows } from './found';
import { pageIds, readPage } from './page';

const root = join(import.meta.dirname, '../../..');
const folders = [join(root, 'examples/kabupaten-contoh-keliru'), join(root, '../shared/books/wonosobo')];

function filesOf(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
    if (!entry.isFile() || !/\.(?:md|yaml)$/.test(path)) continue;
    const text = readFileSync(join(folder, path), 'utf8');
    if (path === 'masterplan.yaml' || looksLikeChapter(text)) files[path] = text;
  }
  return files;
}

for (const folder of folders.filter((each) => existsSync(each))) {
  const files = filesOf(folder);
  describe(`the fixes for ${relative(join(folder, '..'), folder)}`, () => {
    const fixable = [
      ...new Set(
        problemsIn(files).flatMap(({ rule }) => (offeredFixes(files, rule).flat().length === 0 ? [] : [rule])),
      ),
    ].sort();

    test.each(fixable)('%s', (rule) => {
      expect(expectFixesToHold(files, [rule])).toBeGreaterThan(0);
    });

    test.each(fixable)('%s, one after the other', (rule) => {
      const done = fixAll(files, rule);
      expect(fixAll(done, rule)).toEqual(done);
    });
  });
}

describe('the fixes for the examples of the handbook', () => {
  const examples = pageIds()
    .filter((id) => ruleIds.includes(id))
    .flatMap((id) => readPage(id).examples.map(({ name, files }) => ({ name: `${id}: ${name}`, files })));

  test.each(examples)('$name', ({ files }) => {
    expectFixesToHold(files);
  });

  test.each(examples)('$name, with a byte-order mark and CRLF line ends', ({ files }) => {
    expectFixesToHold(
      Object.fromEntries(Object.entries(files).map(([path, text]) => [path, asWindows(text)])) as Files,
    );
  });
});
