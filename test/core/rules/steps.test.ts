/** A check in pieces: the same problems however often it is left off, and what can be told of a chapter by itself. */

import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type CorpusFile, masterplan } from '../../../bench/corpus.mts';
import { type Book, makeBook, withChapter, withoutChapter } from '../../../src/core/book/book';
import * as links from '../../../src/core/book/links';
import { readChapter } from '../../../src/core/chapter/read';
import { ruleCatalogue } from '../../../src/core/rules/catalogue';
import { checkBook, checkBookInSteps, checkChapter } from '../../../src/core/rules/check';
import { readManifest } from '../../../src/core/template/manifest';
import { resolveSettings } from '../../../src/core/template/resolve';
import { toEnd } from '../../../src/core/text/steps';
import { bookOf } from '../workspace';

const uriOf = (path: string) => `file:///book/${path}`;
const [manifest, ...chapters] = masterplan(7, { chapters: 30, length: 400, programmes: 6 }) as [
  CorpusFile,
  ...CorpusFile[],
];

function read(texts: ReadonlyMap<string, string>): Book {
  const reading = readManifest(manifest.text, uriOf(manifest.path));
  const settings = resolveSettings(reading);
  const list = [...texts].map(([path, text]) => readChapter(uriOf(path), text, settings));
  return makeBook(reading, settings, list);
}

const change = fc.record({
  chapter: fc.nat(),
  find: fc.constantFrom('## Program', '- S1', 'GOV-P-01', 'dimension: economy', '| ', '. ', '### Kelemahan'),
  put: fc.constantFrom('', '## Quick Win', '- S9', 'GOV-P-02', 'dimension: living', '<!-- masterplan-disable -->'),
  drops: fc.boolean(),
  /** How many pieces of the check that follows are done; all of them where it is large. */
  pieces: fc.integer({ min: 0, max: 250 }),
});

test('left off anywhere, and begun anew with other texts, it ends as a check of the book read afresh', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      const texts = new Map(chapters.map(({ path, text }) => [path, text]));
      let book = read(texts);
      for (const { chapter, find, put, drops, pieces } of changes) {
        const steps = checkBookInSteps(book);
        for (let piece = 0; piece < pieces; piece++) if (steps.next().done) break;
        steps.return(new Map());
        const path = [...texts.keys()][chapter % texts.size] as string;
        const text = (texts.get(path) as string).replace(find, put);
        if (drops && texts.size > 2) {
          texts.delete(path);
          book = withoutChapter(book, uriOf(path));
        } else {
          texts.set(path, text);
          book = withChapter(book, readChapter(uriOf(path), text, book.settings));
        }
      }
      expect([...toEnd(checkBookInSteps(book))]).toEqual([...checkBook(read(texts))]);
    }),
    { numRuns: 30, seed: 11 },
  );
});

test('two checks that take turns do not disturb each other', () => {
  const texts = new Map(chapters.map(({ path, text }) => [path, text]));
  const first = read(texts);
  const changed = (texts.get('0003.md') as string).replace('ECO-P-01', 'GOV-P-01').replace('### Kekuatan', '### X');
  const second = withChapter(first, readChapter(uriOf('0003.md'), changed, first.settings));
  const runs = [checkBookInSteps(first), checkBookInSteps(second)];
  const results = runs.map((): ReadonlyMap<string, unknown> => new Map());
  for (let open = runs.length; open > 0; ) {
    for (const [at, run] of runs.entries()) {
      const { done, value } = run.next();
      if (!done || value === undefined) continue;
      results[at] = value;
      open--;
    }
  }
  expect([...(results[0] ?? [])]).toEqual([...checkBook(read(texts))]);
  texts.set('0003.md', changed);
  expect([...(results[1] ?? [])]).toEqual([...checkBook(read(texts))]);
});

test('the first check takes a piece for every chapter and every rule at the least, the next one few', () => {
  const book = read(new Map(chapters.map(({ path, text }) => [path, text])));
  const count = () => {
    const steps = checkBookInSteps(book);
    for (let pieces = 0; ; pieces++) if (steps.next().done) return pieces;
  };
  const ofBooks = ruleCatalogue.filter(({ scope }) => scope === 'book').length;
  expect(count()).toBeGreaterThan(3 * chapters.length + ofBooks);
  expect(count()).toBeLessThan(ofBooks + 10);
});

test('what breaks down before the rules ask for it takes no rule along', () => {
  vi.spyOn(links, 'prepareLinks').mockImplementation(() => {
    throw new Error('broken');
  });
  const problems = checkBook(bookOf({ 'masterplan.yaml': '', 'a.md': '---\nchapter: closing\n---\n# A\n' }));
  vi.restoreAllMocks();
  expect(problems.size).toBe(2);
});

const alone = `---
chapter: closing
---
# Penutup

TODO

<!-- masterplan-disable-next-line placeholder -->
TODO

<!-- masterplan-disable-next-line heading-level -->
Kalimat.
`;

test('a chapter by itself is told what no other chapter could change', () => {
  const book = bookOf({ 'masterplan.yaml': '', 'a.md': alone });
  const [chapter] = book.chapters;
  if (chapter === undefined) throw new Error('no chapter');
  const shown = (problems: readonly { rule: string; range: { start: number } }[]) =>
    problems.map(({ rule, range }) => [rule, range.start]);
  expect(shown(checkChapter(chapter, book.settings))).toEqual([['placeholder', alone.indexOf('TODO')]]);
  const whole = checkBook(book).get(chapter.uri) ?? [];
  expect(shown(whole)).toContainEqual(['placeholder', alone.indexOf('TODO')]);
  expect(whole.map(({ rule }) => rule)).toContain('suppression-unused');
});
