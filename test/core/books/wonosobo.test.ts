/** A real book with its real gaps: what a careful reader finds in it is found, and nothing else. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { looksLikeChapter } from '../../../src/core/chapter/frontmatter';
import { ruleIds } from '../../../src/core/rules/catalogue';
import { LineIndex } from '../../../src/core/text/lines';
import { bookOf, problemsOf } from '../workspace';

interface Expected {
  readonly completeFor: readonly string[];
  readonly findings: readonly {
    readonly file: string;
    readonly line: number;
    readonly rule: string;
    readonly text: string;
  }[];
  readonly silent?: readonly { readonly file: string; readonly line: number; readonly rules?: readonly string[] }[];
}

const books = [
  { name: 'wonosobo', folder: join(import.meta.dirname, '../../../../shared/books') },
  { name: 'kabupaten-contoh-keliru', folder: join(import.meta.dirname, '../../../examples') },
].map((book) => ({
  ...book,
  findings:
    book.name === 'wonosobo'
      ? join(book.folder, 'wonosobo.findings.json')
      : join(import.meta.dirname, 'keliru.findings.json'),
}));

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

for (const { name, folder, findings } of books) {
  describe.skipIf(!existsSync(join(folder, name)) || !existsSync(findings))(`the book ${name}`, () => {
    const expected: Expected = existsSync(findings)
      ? JSON.parse(readFileSync(findings, 'utf8'))
      : { completeFor: [], findings: [] };
    const files = existsSync(join(folder, name)) ? filesOf(join(folder, name)) : {};
    const lineOf = (file: string, line: number): string => {
      const source = files[file] ?? '';
      const lines = new LineIndex(source);
      return source.slice(lines.startOf(line - 1), lines.endOf(line - 1));
    };

    test.each(ruleIds)('%s', (rule) => {
      const found = problemsOf(bookOf(files), rule);
      const wanted = expected.findings.filter((finding) => finding.rule === rule);
      const key = (finding: { file: string; line: number }) => `${finding.file}:${finding.line}`;
      const missing = wanted.filter((want) => !found.some((finding) => key(finding) === key(want)));
      expect(missing).toEqual([]);
      for (const want of wanted) {
        // The quoted text stands on that line; it is what the finding points at, or encloses it.
        expect(lineOf(want.file, want.line)).toContain(want.text);
        const here = found.filter((finding) => key(finding) === key(want));
        expect(
          here.some(({ text }) => want.text.includes(text) || text.includes(want.text)),
          `${key(want)} ${want.text} / ${here.map(({ text }) => text).join(' / ')}`,
        ).toBe(true);
      }
      if (expected.completeFor.includes(rule)) {
        expect(found.map(key).sort()).toEqual(wanted.map(key).sort());
      }
    });
  });
}
