/** What is remembered by text outlives a book, and must not keep the book. */

import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { type CorpusFile, Dice, longChapter, masterplan } from '../../bench/corpus.mts';
import { keystroke } from '../../bench/keystroke.mts';
import { type Book, makeBook, withChapter } from '../../src/core/book/book';
import { readChapter } from '../../src/core/chapter/read';
import { checkBook } from '../../src/core/rules/check';
import { fixesOf } from '../../src/core/rules/problem';
import { readManifest } from '../../src/core/template/manifest';
import { resolveSettings } from '../../src/core/template/resolve';

setFlagsFromString('--expose-gc');
// What V8 puts among lasting objects by its own guess is another matter.
setFlagsFromString('--no-allocation-site-pretenuring');
const collect = runInNewContext('gc') as (options?: { type: 'minor' }) => void;

/** Reads and checks a book, and works out what mends it. */
function readBook(seed: number): Book {
  const [manifest, ...files] = masterplan(seed, { chapters: 12, length: 6_000 }) as [CorpusFile, ...CorpusFile[]];
  const reading = readManifest(manifest.text, 'file:///book/masterplan.yaml');
  const settings = resolveSettings(reading);
  const chapters = files.map(({ path, text }) => readChapter(`file:///book/${path}`, text, settings));
  const book = makeBook(reading, settings, chapters);
  for (const problem of [...checkBook(book).values()].flat()) fixesOf(problem, book);
  return book;
}

/** The same, and lets go of all of it. */
function passingBook(seed: number): { readonly chapters: WeakRef<object>[]; readonly settings: WeakRef<object> } {
  const { chapters, settings } = readBook(seed);
  return { chapters: chapters.map((chapter) => new WeakRef(chapter)), settings: new WeakRef(settings) };
}

/** Turns after which what is still there is held. */
const longest = 100;

it('books that nobody holds are gone from memory', async () => {
  const books = [1, 2, 3, 4].map(passingBook);
  // What ran last may still be in the hands of the compiler, which works beside this.
  const [, ...earlier] = books.toReversed();
  const held = () =>
    earlier.flatMap(({ chapters, settings }) => [settings, ...chapters]).filter((reference) => reference.deref());
  // A weak reference holds on to what it was made for until the job that made it, or has looked at it, is over.
  for (let turn = 0; turn < longest; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    if (held().length === 0) break;
  }
  expect(held()).toHaveLength(0);
});

it('what a keystroke has read is gone with the next quick collection', () => {
  const [manifest, ...files] = masterplan(3, { chapters: 8, length: 6_000 }) as [CorpusFile, ...CorpusFile[]];
  const { text } = longChapter(3, 50_000, 240);
  const reading = readManifest(manifest.text, 'file:///book/masterplan.yaml');
  const settings = resolveSettings(reading);
  const chapters = files.map(({ path, text: own }, at) =>
    readChapter(`file:///book/${path}`, at === 0 ? text : own, settings),
  );
  const dice = new Dice(3);
  let book = makeBook(reading, settings, chapters);
  const type = () => {
    book = withChapter(book, readChapter(`file:///book/${files[0]?.path}`, keystroke(text, dice), settings));
    return [book, checkBook(book)] as const;
  };
  const { left, whole } = leftBehind(type, 40);
  expect(left, `${left.toFixed(0)} bytes of ${whole.toFixed(0)}`).toBeLessThan(whole / 3);
});

it('a book that was checked is gone with the next quick collection', () => {
  let seed = 5;
  const { left, whole, lasting } = leftBehind(() => {
    seed++;
    return readBook(seed);
  }, 10);
  // What texts were found to mean is remembered on purpose; that nothing else lasts is held above.
  const passing = left - lasting;
  expect(passing, `${passing.toFixed(0)} bytes of ${whole.toFixed(0)}`).toBeLessThan(whole / 3);
});

/**
 * How much memory something leaves behind that is done again and again, each time, in bytes: `left` after a quick
 * collection, `lasting` after a full one, `whole` where all of it is held.
 */
function leftBehind(work: () => unknown, times: number) {
  const leftBy = (work: () => void, collecting: () => void) => {
    collect();
    const before = getHeapStatistics().used_heap_size;
    for (let time = 0; time < times; time++) work();
    collecting();
    return (getHeapStatistics().used_heap_size - before) / times;
  };
  for (let time = 0; time < times; time++) work();
  const held: unknown[] = [];
  const whole = leftBy(() => held.push(work()), collect);
  const left = leftBy(work, () => {
    collect({ type: 'minor' });
    collect({ type: 'minor' });
  });
  expect(held).toHaveLength(times);
  return { left, whole, lasting: leftBy(work, collect) };
}
