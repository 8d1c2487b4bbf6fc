/** How the work grows: with the size of a chapter, and hardly with the other chapters of its book. */

import { expect, test } from 'vitest';
import { type CorpusFile, Dice, longChapter, masterplan } from '../../bench/corpus.mts';
import { keystroke } from '../../bench/keystroke.mts';
import { type Book, makeBook, withChapter } from '../../src/core/book/book';
import { readChapter } from '../../src/core/chapter/read';
import { checkBook } from '../../src/core/rules/check';
import { readManifest } from '../../src/core/template/manifest';
import { resolveSettings } from '../../src/core/template/resolve';
import { expectLinear } from './growth';

const uriOf = (path: string) => `file:///book/${path}`;

function read([manifest, ...chapters]: readonly CorpusFile[]): Book {
  const reading = readManifest((manifest as CorpusFile).text, uriOf('masterplan.yaml'));
  const settings = resolveSettings(reading);
  return makeBook(
    reading,
    settings,
    chapters.map(({ path, text }) => readChapter(uriOf(path), text, settings)),
  );
}

/** Somebody types in the first chapter of a book. */
class Desk {
  private readonly dice = new Dice(3);
  private book: Book;

  constructor(
    files: readonly CorpusFile[],
    private readonly text: string,
  ) {
    this.book = read(files);
    checkBook(this.book);
  }

  type(): void {
    const { settings } = this.book;
    const chapter = readChapter(uriOf('0001.md'), keystroke(this.text, this.dice), settings);
    this.book = withChapter(this.book, chapter);
    checkBook(this.book);
  }
}

/** The least time that one keystroke takes at each desk, all in turn, so that a busy machine is busy for all. Milliseconds. */
function typing(desks: readonly Desk[], rounds: number): number[] {
  const least = desks.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    desks.forEach((desk, at) => {
      const start = performance.now();
      desk.type();
      least[at] = Math.min(least[at] as number, performance.now() - start);
    });
  }
  return least;
}

const few = { chapters: 8, length: 3000 };

test('a keystroke costs in proportion to the chapter', () => {
  const sizes = [40, 160] as const;
  const desks = sizes.map((kilobytes) => {
    const { text } = longChapter(3, kilobytes * 1000, kilobytes * 4);
    return new Desk(masterplan(3, few), text);
  });
  const [small, large] = typing(desks, 60) as [number, number];
  // Four times the text; what grows with the square would cost sixteen times as much.
  expect(large / small, `${small.toFixed(2)} ms, ${large.toFixed(2)} ms`).toBeLessThan(8);
});

test('a keystroke costs hardly more in a book of twenty times as many chapters', () => {
  const { text } = longChapter(3, 50_000, 210);
  const desks = [10, 200].map((chapters) => new Desk(masterplan(3, { chapters, length: 3000 }), text));
  const [alone, among] = typing(desks, 120) as [number, number];
  expect(among / alone, `${alone.toFixed(2)} ms, ${among.toFixed(2)} ms`).toBeLessThan(1.6);
});

test('a short chapter is checked at once, however long the others are', () => {
  const [manifest, , ...others] = masterplan(3, { chapters: 60, length: 6000 }) as [CorpusFile, CorpusFile];
  const short = '---\nchapter: appendix\n---\n\n# Lampiran\n\nKata-kata penutup untuk bab ini, tidak lebih.\n';
  const files = [manifest, { path: '0001.md', text: short }, ...others];
  const [typed] = typing([new Desk(files, short)], 60) as [number];
  const start = performance.now();
  checkBook(read(files));
  const whole = performance.now() - start;
  expect(typed, `${typed.toFixed(2)} ms, all anew ${whole.toFixed(2)} ms`).toBeLessThan(whole / 10);
});

test('the first check costs in proportion to the number of chapters', () => {
  expectLinear((chapters) => checkBook(read(masterplan(5, { chapters, length: 3000 }))), 40);
});
