/** Comments that keep rules silent (format 3.6): for the next line, a stretch, or the rest of the file. */

import { describe, expect, test } from 'vitest';
import { checkBook } from '../../../src/core/rules/check';
import { fixesOf } from '../../../src/core/rules/problem';
import { resolveSettings } from '../../../src/core/template/resolve';
import { applyEdits } from '../../../src/core/text/edits';
import { bookOf, problemsOf } from '../workspace';

const head = '---\nchapter: introduction\n---\n# Pendahuluan\n';

/** What is said about a text, as `rule words`. */
function said(text: string, manifest?: string): string[] {
  const files = { 'a.md': head + text, ...(manifest === undefined ? {} : { 'masterplan.yaml': manifest }) };
  return problemsOf(bookOf(files))
    .filter(({ file, rule }) => file === 'a.md' && rule !== 'missing-section')
    .map(({ rule, text: words }) => `${rule} ${words}`);
}

describe('disable-next-line', () => {
  test('is about the next line and no other', () => {
    expect(said('<!-- masterplan-disable-next-line placeholder -->\nKota X\n\nKota X\n')).toEqual([
      'placeholder Kota X',
    ]);
  });

  test('passes over blank lines', () => {
    expect(said('<!-- masterplan-disable-next-line placeholder -->\n\n\nKota X\n')).toEqual([]);
  });

  test('is about the rules that it names, however they are separated', () => {
    const note = '<!-- REVIEW: ? -->';
    const line = (rules: string) => `<!-- masterplan-disable-next-line ${rules}-->\nKota X ${note}\n`;
    expect(said(line('placeholder '))).toEqual([`review-note ${note}`]);
    expect(said(line('placeholder,review-note'))).toEqual([]);
    expect(said(line('placeholder review-note '))).toEqual([]);
    expect(said(line('\nplaceholder ,\n review-note\n'))).toEqual([]);
    expect(said(line(''))).toEqual([]);
  });

  test('stands within a line, too', () => {
    expect(said('Kata. <!-- masterplan-disable-next-line placeholder --> Kata.\n\nKota X\n')).toEqual([]);
  });
});

describe('disable', () => {
  test('is about all up to the comment that enables again', () => {
    const text =
      'Kota X\n\n<!-- masterplan-disable placeholder -->\nKota X\n\nKota X\n<!-- masterplan-enable placeholder -->\n\nKota X\n';
    expect(said(text)).toEqual(['placeholder Kota X', 'placeholder Kota X']);
  });

  test('runs to the end of the file', () => {
    expect(said('<!-- masterplan-disable -->\n\nKota X\n\n## Kota X\n\n<!-- REVIEW: ? -->\n')).toEqual([]);
  });

  test('of all is lifted for one rule, and of one by an end for all', () => {
    const kept =
      '<!-- masterplan-disable -->\n\n<!-- REVIEW: a -->\n\n<!-- masterplan-enable placeholder -->\nKota X\n';
    expect(said(kept)).toEqual(['placeholder Kota X']);
    const lifted = '<!-- masterplan-disable placeholder -->\nKota X\n<!-- masterplan-enable -->\n\nKota X\n';
    expect(said(lifted)).toEqual(['placeholder Kota X']);
  });

  test('is about findings that need the whole book, too', () => {
    const chapter = (id: string, more = '') =>
      `---\nchapter: dimension\ndimension: ${id}\n---\n# ${id}\n\n${more}Lihat (governance:S9).\n`;
    const book = bookOf({
      'masterplan.yaml': 'dimensions: [governance, living]\n',
      'a.md': chapter('governance', '## SWOT\n\n### Kekuatan\n\n- S1. a\n- S2. b\n\n'),
      'b.md': chapter('living', '<!-- masterplan-disable-next-line reference-unknown -->\n'),
    });
    expect(problemsOf(book, 'reference-unknown').map(({ file }) => file)).toEqual(['a.md']);
    expect(problemsOf(book, 'suppression-unused')).toEqual([]);
  });

  test('in code is text', () => {
    expect(said('```\n<!-- masterplan-disable -->\n```\n\nKota X\n')).toEqual(['placeholder Kota X']);
  });
});

describe('a comment that keeps nothing silent', () => {
  const unused = (words: string) => [`suppression-unused ${words}`];

  test('is reported, rule by rule', () => {
    expect(said('<!-- masterplan-disable placeholder, review-note -->\nKota X\n')).toEqual(unused('review-note'));
    expect(said('<!-- masterplan-disable-next-line -->\nKata.\n')).toEqual(
      unused('<!-- masterplan-disable-next-line -->'),
    );
    expect(said('<!-- masterplan-disable-next-line placeholder -->\n')).toEqual(unused('placeholder'));
  });

  test('is reported with the name that was meant', () => {
    const book = bookOf({ 'a.md': `${head}<!-- masterplan-disable placeholdr -->\nKata.\n` });
    const [problem] = problemsOf(book, 'suppression-unused');
    expect(problem).toMatchObject({
      text: 'placeholdr',
      severity: 'info',
      message: 'Aturan "placeholdr" tidak dikenal; mungkin maksudnya "placeholder".',
    });
  });

  test('is left alone where its rule is off, or the chapter was not read in full', () => {
    const text = '<!-- masterplan-disable-next-line placeholder -->\nKata.\n';
    expect(said(text, 'rules: { placeholder: off }\n')).toEqual([]);
    expect(said(`${text}\n${'>'.repeat(60)} terlalu dalam\n`).filter((each) => each.startsWith('supp'))).toEqual([]);
    expect(problemsOf({ ...bookOf({ 'a.md': head + text }), unread: 1 }, 'suppression-unused')).toEqual([]);
  });

  test('may be kept silent itself', () => {
    const text =
      '<!-- masterplan-disable-next-line suppression-unused -->\n<!-- masterplan-disable placeholder -->\nKata.\n';
    expect(said(text)).toEqual([]);
    expect(said('<!-- masterplan-disable suppression-unused -->\nKata.\n')).toEqual(unused('suppression-unused'));
    expect(said(text, 'rules: { suppression-unused: off }\n')).toEqual([]);
  });

  test.each([
    ['alone in its line', 'Satu.\n\n<!-- masterplan-disable placeholder -->\n\nDua.\n', 'Satu.\n\nDua.\n'],
    ['between two paragraphs', 'Satu.\n<!-- masterplan-disable placeholder -->\nDua.\n', 'Satu.\n\nDua.\n'],
    ['in a line with words', 'Satu <!-- masterplan-disable placeholder --> dua.\n', 'Satu dua.\n'],
    ['at the end', 'Satu.\n\n<!-- masterplan-disable placeholder -->\n', 'Satu.\n\n'],
    [
      'with the end of its stretch',
      '<!-- masterplan-disable placeholder -->\n\nSatu.\n\n<!-- masterplan-enable placeholder -->\n\nDua.\n',
      '\nSatu.\n\nDua.\n',
    ],
    [
      'but not with the end of another one',
      '<!-- masterplan-disable placeholder -->\nSatu.\n\n<!-- masterplan-enable -->\n',
      '\nSatu.\n\n<!-- masterplan-enable -->\n',
    ],
    [
      'or only one of its rules',
      '<!-- masterplan-disable placeholder, review-note -->\n\nKota X\n',
      '<!-- masterplan-disable placeholder -->\n\nKota X\n',
    ],
  ])('is removed %s', (_, text, wanted) => {
    for (const end of ['\n', '\r\n']) {
      const source = (head + text).replaceAll('\n', end);
      const book = bookOf({ 'a.md': source });
      const problems = [...checkBook(book).values()].flat();
      const problem = problems.find(({ rule }) => rule === 'suppression-unused');
      const fix = problem && fixesOf(problem, book)[0];
      const after = applyEdits(source, fix?.edits.flatMap(({ edits }) => edits) ?? []);
      expect(after).toBe((head + wanted).replaceAll('\n', end));
    }
  });
});

test("rules that nobody knows change nothing in the reader's wishes", () => {
  const wishes = { rules: { 'tidak-ada': 'error', placeholder: 'hint' } } as const;
  expect(resolveSettings(undefined, wishes).rules).toEqual(wishes.rules);
  const problems = problemsOf(bookOf({ 'a.md': `${head}Kota X\n` }, wishes), 'placeholder');
  expect(problems.map(({ severity }) => severity)).toEqual(['hint']);
});

test('fixes are written only when somebody asks for them', () => {
  const book = bookOf({ 'a.md': `${head}<!-- REVIEW: ? -->\n` });
  const [problem] = [...checkBook(book).values()].flat().filter(({ rule }) => rule === 'review-note');
  if (problem === undefined) throw new Error('There is no note');
  expect(Object.hasOwn(Object.getPrototypeOf(problem), 'fixesIn')).toBe(true);
  expect(fixesOf(problem, book)).toHaveLength(1);
  expect(fixesOf(problem, book)[0]).toBe(fixesOf(problem, book)[0]);
});
