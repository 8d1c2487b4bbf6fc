/** What must hold of every fix, whatever the book: nothing is lost, its finding is gone, and no error has come. */

import { expect } from 'vitest';
import { type Book, withChapter } from '../../../src/core/book/book';
import { readChapter } from '../../../src/core/chapter/read';
import { checkBook } from '../../../src/core/rules/check';
import { type Fix, fixesOf, type Problem } from '../../../src/core/rules/problem';
import { applyEdits, type TextEdit } from '../../../src/core/text/edits';
import { textOf } from '../../../src/core/text/range';
import { bookOf } from '../workspace';

export type Files = Readonly<Record<string, string>>;

const folder = 'memory:/book/';

/** All problems of a book, file by file. */
export function problemsIn(files: Files): Problem[] {
  return allProblems(bookOf(files));
}

/** What is offered about each problem of a rule. */
export function offeredFixes(files: Files, rule: string): (readonly Fix[])[] {
  const book = bookOf(files);
  return allProblems(book).flatMap((problem) => (problem.rule === rule ? [fixesOf(problem, book)] : []));
}

function allProblems(book: Book): Problem[] {
  return [...checkBook(book).values()].flat();
}

/** The book after a change: as in the editor, only the changed chapters are read anew where the manifest stays. */
function changedBook(book: Book, files: Files, after: Files): Book {
  if (files['masterplan.yaml'] !== after['masterplan.yaml']) return bookOf(after);
  let changed = book;
  for (const [path, source] of Object.entries(after)) {
    if (source === files[path] || !path.endsWith('.md')) continue;
    changed = withChapter(changed, readChapter(folder + path, source, book.settings));
  }
  return changed;
}

/** The book's files after a fix. A new file never replaces one that is there. */
export function withFix(files: Files, problem: Problem, fix: Fix): Record<string, string> {
  const changed: Record<string, string> = { ...files };
  for (const { uri, edits } of fix.edits) {
    const path = (uri ?? problem.file).slice(folder.length);
    changed[path] = applyEdits(changed[path] as string, edits);
  }
  for (const { uri, text } of fix.newFiles ?? []) {
    const path = uri.slice(folder.length);
    expect(changed).not.toHaveProperty([path]);
    changed[path] = text;
  }
  return changed;
}

function sourceOf(files: Files, problem: Problem): string {
  return files[problem.file.slice(folder.length)] as string;
}

/** Tells problems apart in texts whose offsets have moved. */
function keyOf(files: Files, problem: Problem): string {
  return `${problem.rule} ${problem.file} ${textOf(sourceOf(files, problem), problem.range)}`;
}

function counts(keys: readonly string[]): Map<string, number> {
  const counted = new Map<string, number>();
  for (const key of keys) counted.set(key, (counted.get(key) ?? 0) + 1);
  return counted;
}

/** Where an offset lies after the edits; what stood in a stretch that was replaced lies at its start. */
function moved(offset: number, edits: readonly TextEdit[]): number {
  let at = offset;
  for (const { range, text } of edits) {
    if (range.end <= offset && !(range.start === offset && range.end === offset))
      at += text.length - (range.end - range.start);
    else if (range.start < offset) at -= offset - range.start;
  }
  return at;
}

/** The errors that a fix brings: neither the same words nor the same place had that error before. */
function newErrors(
  files: Files,
  before: readonly Problem[],
  problem: Problem,
  fix: Fix,
  after: Files,
  found: readonly Problem[],
): string[] {
  const errors = before.filter(({ severity }) => severity === 'error');
  const known = counts(errors.map((each) => keyOf(files, each)));
  const places = new Set(
    errors.map((each) => {
      const edits = fix.edits.filter(({ uri }) => (uri ?? problem.file) === each.file).flatMap((file) => file.edits);
      return `${each.rule} ${each.file} ${moved(each.range.start, edits)}`;
    }),
  );
  const now = new Map<string, number>();
  return found.flatMap((each) => {
    if (each.severity !== 'error' || places.has(`${each.rule} ${each.file} ${each.range.start}`)) return [];
    const key = keyOf(after, each);
    now.set(key, (now.get(key) ?? 0) + 1);
    return (now.get(key) as number) > (known.get(key) ?? 0) ? [`${key}: ${each.message}`] : [];
  });
}

/** Rules whose fix is to take a comment away. */
const removing = ['review-note', 'suppression-unused'];

/** One whole comment, or a part of one, and nothing else. */
function isInComment(source: string, text: string): boolean {
  if (/^\s*<!--(?:(?!-->)[\s\S])*-->\s*$/.test(text)) return true;
  const at = source.indexOf(text);
  return !/<!--|-->/.test(text) && source.lastIndexOf('<!--', at) > source.lastIndexOf('-->', at);
}

/** How often each character stands in the files that a fix changes; blanks and what is replaced by something not counted. */
function characters(files: Files, problem: Problem, fix: Fix, isBefore: boolean): Map<string, number> {
  const texts = new Map<string, string>();
  for (const { uri, edits } of fix.edits) {
    const path = (uri ?? problem.file).slice(folder.length);
    const source = files[path] as string;
    const away = edits.filter(({ range, text }) => {
      const isComment = removing.includes(problem.rule) && isInComment(source, textOf(source, range));
      return isBefore && range.end > range.start && (text !== '' || isComment);
    });
    texts.set(
      path,
      applyEdits(
        source,
        away.map(({ range }) => ({ range, text: '' })),
      ),
    );
  }
  return counts([...[...texts.values()].join('').replace(/\s/g, '')]);
}

/**
 * Tries each fix of each problem on a copy of its own.
 * @param rules only problems of these rules; absent: of all.
 * @returns how many fixes there were, so that a test sees that it tried some.
 */
export function expectFixesToHold(files: Files, rules?: readonly string[]): number {
  const book = bookOf(files);
  const before = allProblems(book);
  const keys = counts(before.map((problem) => keyOf(files, problem)));
  let tried = 0;
  for (const problem of before) {
    if (rules !== undefined && !rules.includes(problem.rule)) continue;
    for (const fix of fixesOf(problem, book)) {
      tried++;
      const label = `${problem.rule}: ${fix.title} (${problem.message})`;
      const after = withFix(files, problem, fix);
      const left = characters(after, problem, fix, false);
      for (const [character, count] of characters(files, problem, fix, true)) {
        expect(left.get(character) ?? 0, `${label} keeps ${character}`).toBeGreaterThanOrEqual(count);
      }
      const found = allProblems(changedBook(book, files, after));
      const now = counts(found.map((each) => keyOf(after, each)));
      const key = keyOf(files, problem);
      expect(now.get(key) ?? 0, `${label} is gone`).toBeLessThan(keys.get(key) as number);
      const sameMessage = (problems: readonly Problem[]) =>
        problems.filter(({ rule, file, message }) => {
          return rule === problem.rule && file === problem.file && message === problem.message;
        }).length;
      expect(sameMessage(found), `${label} is gone`).toBeLessThan(sameMessage(before));
      expect(newErrors(files, before, problem, fix, after, found), label).toEqual([]);
      for (const [path, text] of Object.entries(files)) {
        const lineEnds = (source: string) => new Set(source.match(/\r\n|\r|\n/g));
        if (text.includes('\n')) expect(lineEnds(after[path] as string), label).toEqual(lineEnds(text));
      }
    }
  }
  return tried;
}

/** Applies the first fix of a rule's problems, again and again, until none is left: that comes to an end. */
export function fixAll(files: Files, rule: string): Record<string, string> {
  let current: Record<string, string> = { ...files };
  let book = bookOf(files);
  for (let round = 0; round < 200; round++) {
    const problem = allProblems(book).find((each) => each.rule === rule && fixesOf(each, book).length > 0);
    const fix = problem && fixesOf(problem, book)[0];
    if (problem === undefined || fix === undefined) return current;
    const next = withFix(current, problem, fix);
    expect(next).not.toEqual(current);
    book = changedBook(book, current, next);
    current = next;
  }
  throw new Error(`The fixes of ${rule} do not come to an end`);
}
