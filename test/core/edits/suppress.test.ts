/** A comment that is written for a problem silences it, and changes nothing else. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rewrittenBook } from '../../../src/core/book/rewrite';
import { looksLikeChapter } from '../../../src/core/chapter/frontmatter';
import { suppress } from '../../../src/core/edits/suppress';
import { checkBook } from '../../../src/core/rules/check';
import type { Problem } from '../../../src/core/rules/problem';
import { applyEdits } from '../../../src/core/text/edits';
import { textOf } from '../../../src/core/text/range';
import { bookOf } from '../workspace';

const folder = 'memory:/book/';

type Files = Readonly<Record<string, string>>;

function problemsIn(files: Files): Problem[] {
  return [...checkBook(bookOf(files)).values()].flat();
}

/** The chapter after the comment for its first problem of a rule was written. */
function suppressed(source: string, rule: string, which = 0): string {
  const book = bookOf({ 'a.md': source });
  const problem = problemsIn({ 'a.md': source }).filter((each) => each.rule === rule)[which] as Problem;
  const chapter = book.chapters[0];
  if (chapter === undefined) throw new Error('There is no chapter');
  const after = applyEdits(source, suppress(chapter, problem.range, rule, book.settings));
  const count = (text: string) => problemsIn({ 'a.md': text }).filter((each) => each.rule === rule).length;
  if (after !== source) expect(count(after)).toBeLessThan(count(source));
  return after;
}

const head = '---\nchapter: introduction\n---\n# Pendahuluan\n\n';
const comment = '<!-- masterplan-disable-next-line placeholder -->';

describe('a comment is written', () => {
  test.each([
    ['above a paragraph', 'Di Kabupaten X.\n', `${comment}\nDi Kabupaten X.\n`],
    ['above a heading', 'teks\n## Kabupaten X\n', `teks\n${comment}\n## Kabupaten X\n`],
    ['above an item', '- satu\n- Kabupaten X\n- tiga\n', `- satu\n${comment}\n- Kabupaten X\n- tiga\n`],
    ['with the indentation of an inner item', '- a\n  - Kota X\n', `- a\n  ${comment}\n  - Kota X\n`],
    ['within a quote', '> - a\n> - Kota X\n', `> - a\n> ${comment}\n> - Kota X\n`],
    [
      'above the header of a table',
      '| Kota X | b |\n|---|---|\n| 1 | 2 |\n',
      `${comment}\n| Kota X | b |\n|---|---|\n| 1 | 2 |\n`,
    ],
    [
      'above and below a table, for a row',
      '| a | b |\n|---|---|\n| 1 | Kota X |\n| 2 | 3 |\n\nteks\n',
      '<!-- masterplan-disable placeholder -->\n| a | b |\n|---|---|\n| 1 | Kota X |\n| 2 | 3 |\n<!-- masterplan-enable placeholder -->\n\nteks\n',
    ],
    [
      'above and below a paragraph, for a later line',
      'satu\ndua Kota X\ntiga\n',
      '<!-- masterplan-disable placeholder -->\nsatu\ndua Kota X\ntiga\n<!-- masterplan-enable placeholder -->\n',
    ],
  ])('%s', (_, text, wanted) => {
    expect(suppressed(head + text, 'placeholder')).toBe(head + wanted);
    const windows = (lines: string) => `\ufeff${lines.replaceAll('\n', '\r\n')}`;
    expect(suppressed(windows(head + text), 'placeholder')).toBe(windows(head + wanted));
  });

  test('into the comment that is there', () => {
    const text = `${head}<!-- masterplan-disable-next-line review-note -->\n\nKota X <!-- REVIEW: ? -->\n`;
    expect(suppressed(text, 'placeholder')).toBe(text.replace('line review-note', 'line review-note, placeholder'));
  });

  test('not in the frontmatter', () => {
    const text = '---\nchapter: introduction\nstatus: baru\n---\n# Pendahuluan\n';
    expect(suppressed(text, 'frontmatter-invalid')).toBe(text);
  });
});

const root = join(import.meta.dirname, '../../..');

describe.each(
  [join(root, 'examples/kabupaten-contoh-keliru'), join(root, '../shared/books/wonosobo')]
    .filter((path) => existsSync(path))
    .map((path) => ({ name: relative(join(path, '..'), path), path })),
)('the book $name', ({ path }) => {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    const own = relative(path, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
    if (!entry.isFile() || !/\.(?:md|yaml)$/.test(own)) continue;
    const text = readFileSync(join(path, own), 'utf8');
    if (own === 'masterplan.yaml' || looksLikeChapter(text)) files[own] = text;
  }

  test('loses a problem and gets none by each comment', () => {
    const book = bookOf(files);
    const before = [...checkBook(book).values()].flat();
    const keys = (problems: readonly Problem[], texts: Files) =>
      problems.map(({ rule, file, range, message }) => {
        return `${rule} ${file} ${textOf(texts[file.slice(folder.length)] as string, range)} ${message}`;
      });
    // One of each rule in each file is enough to see, and soon done.
    const first = new Map(before.map((problem) => [`${problem.rule} ${problem.file}`, problem]));
    for (const problem of first.values()) {
      const chapter = book.chapters.find(({ uri }) => uri === problem.file);
      if (chapter === undefined) continue;
      const edits = suppress(chapter, problem.range, problem.rule, book.settings);
      if (edits.length === 0) {
        expect(problem.range.start).toBeLessThan(chapter.frontmatter.range.end);
        continue;
      }
      const path = problem.file.slice(folder.length);
      const after = { ...files, [path]: applyEdits(chapter.source, edits) };
      const changed = rewrittenBook(book, new Map([[problem.file, after[path] as string]]));
      const left = keys([...checkBook(changed).values()].flat(), after);
      const had = keys(before, files);
      expect(left.length).toBeLessThan(had.length);
      expect(left.filter((key) => !had.includes(key))).toEqual([]);
    }
  }, 60_000);
});
