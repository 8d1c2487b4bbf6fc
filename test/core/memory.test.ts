/** What is remembered by text outlives a book, and must not keep the book. */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { type CorpusFile, masterplan } from '../../bench/corpus.mts';
import { makeBook } from '../../src/core/book/book';
import { readChapter } from '../../src/core/chapter/read';
import { checkBook } from '../../src/core/rules/check';
import { fixesOf } from '../../src/core/rules/problem';
import { readManifest } from '../../src/core/template/manifest';
import { resolveSettings } from '../../src/core/template/resolve';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Reads and checks a book, and lets go of all of it. */
function passingBook(seed: number): { readonly chapters: WeakRef<object>[]; readonly settings: WeakRef<object> } {
  const [manifest, ...files] = masterplan(seed, { chapters: 12, length: 6_000 }) as [CorpusFile, ...CorpusFile[]];
  const reading = readManifest(manifest.text, 'file:///book/masterplan.yaml');
  const settings = resolveSettings(reading);
  const chapters = files.map(({ path, text }) => readChapter(`file:///book/${path}`, text, settings));
  const book = makeBook(reading, settings, chapters);
  for (const problem of [...checkBook(book).values()].flat()) fixesOf(problem, book);
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
