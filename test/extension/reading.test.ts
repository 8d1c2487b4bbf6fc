/**
 * A masterplan while it is read, typed in and checked, all in turns: whatever the order, what is shown in the end is
 * what a fresh reading finds, and nothing false is shown on the way.
 */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CorpusFile, masterplan } from '../../bench/corpus.mts';
import { type Book, makeBook, withChapter, withoutChapter } from '../../src/core/book/book';
import { looksLikeChapter } from '../../src/core/chapter/frontmatter';
import { readChapter } from '../../src/core/chapter/read';
import { ruleCatalogue } from '../../src/core/rules/catalogue';
import { checkBook } from '../../src/core/rules/check';
import type { Problem } from '../../src/core/rules/problem';
import { readManifest } from '../../src/core/template/manifest';
import { resolveSettings } from '../../src/core/template/resolve';
import type { LineIndex } from '../../src/core/text/lines';
import type { Steps } from '../../src/core/text/steps';
import { CheckedBook, chapterIn, linesIn, type Surroundings } from '../../src/extension/checked-book';
import { Reading, readAhead } from '../../src/extension/reading';
import { Slices } from '../../src/extension/slices';
import { FakeClock } from './fake-clock';

const uriOf = (path: string) => `file:///book/${path}`;
const [manifest, ...files] = masterplan(5, { chapters: 40, length: 300, programmes: 4 }) as [
  CorpusFile,
  ...CorpusFile[],
];
const texts: ReadonlyMap<string, string> = new Map(files.map(({ path, text }) => [uriOf(path), text]));
const manifestReading = readManifest(manifest.text, uriOf(manifest.path));
const ofChapters = new Set(ruleCatalogue.filter(({ scope }) => scope === 'chapter').map(({ id }) => id));

/** As the editor shows it: by line and character, with the places it leads to. */
function shownAs(
  { file, rule, range, message, severity, related = [] }: Problem,
  linesOf: (uri: string) => LineIndex | undefined,
): string {
  const at = (uri: string, { start }: { readonly start: number }) => {
    const { line, character } = linesOf(uri)?.positionAt(start) ?? { line: -1, character: -1 };
    return `${line}:${character}`;
  };
  const others = related.map((one) => ` <- ${one.file} ${at(one.file, one.range)} ${one.message}`);
  return `${at(file, range)} ${severity} ${rule} ${message}${others.join('')}`;
}

const ruleOf = (shown: string) => shown.split(' ')[2] as string;

/** What a fresh reading of these texts shows, files without problems left out. */
function fresh(now: ReadonlyMap<string, string>): Map<string, readonly string[]> {
  const settings = resolveSettings(manifestReading);
  const chapters = [...now]
    .filter(([, text]) => looksLikeChapter(text))
    .map(([uri, text]) => readChapter(uri, text, settings));
  const book = makeBook(manifestReading, settings, chapters);
  const shown = [...checkBook(book)].map(([uri, problems]): [string, string[]] => [
    uri,
    problems.map((problem) => shownAs(problem, (file) => linesIn(book, file))),
  ]);
  return new Map(shown.filter(([, problems]) => problems.length > 0));
}

/** A desk with a masterplan on it, as the session has them, and what is shown of it. */
class Desk {
  readonly clock = new FakeClock(1);
  readonly slices = new Slices(this.clock);
  readonly settings = resolveSettings(manifestReading);
  readonly faults: unknown[] = [];
  /** What is on disk or typed. */
  readonly texts = new Map(texts);
  readonly shown = new Map<string, readonly string[]>();
  /** How often anything was told. */
  told = 0;
  readonly #waiting = new Set<string>();
  readonly #fetches: (() => void)[] = [];
  readonly checked: CheckedBook;
  reading: Reading | undefined;
  mostFetches = 0;
  isGone = false;

  constructor(around: Partial<Surroundings> = {}) {
    this.checked = new CheckedBook(
      'a book',
      {
        slices: this.slices,
        now: () => this.clock.time,
        equip: (book) => book,
        *afterwards() {},
        fault: (_, error) => this.faults.push(error),
        ...around,
      },
      (changed) => this.#show(changed),
    );
  }

  #show(changed: ReadonlySet<string>): void {
    this.told++;
    for (const uri of changed) this.#waiting.add(uri);
    for (const uri of [...this.#waiting]) {
      const found = this.checked.found(uri);
      if (found === undefined) continue;
      this.#waiting.delete(uri);
      if (found.problems.length === 0) this.shown.delete(uri);
      else
        this.shown.set(
          uri,
          found.problems.map((problem) => shownAs(problem, found.linesOf)),
        );
      if (this.checked.book === undefined) {
        for (const { rule } of found.problems) expect(ofChapters, 'while others are unread').toContain(rule);
      }
    }
  }

  /** Begins to read all there is. */
  read(): Promise<void> {
    const reading = new Reading(manifestReading, this.settings, () => false, {
      slices: this.slices,
      isStale: () => this.isGone,
      textOf: (uri) =>
        new Promise((resolve) => {
          this.#fetches.push(() => resolve(this.texts.get(uri)));
          this.mostFetches = Math.max(this.mostFetches, this.#fetches.length);
        }),
      chapterOf: readChapter,
      progress: () => {},
    });
    this.reading = reading;
    return reading.read([...texts.keys()]).then((isWhole) => {
      if (!isWhole) return;
      this.reading = undefined;
      this.checked.replace(makeBook(manifestReading, this.settings, reading.chapters));
      void this.checked.check();
    });
  }

  /** Types another text, or takes the file away. */
  type(uri: string, text: string | undefined): void {
    if (text === undefined) this.texts.delete(uri);
    else this.texts.set(uri, text);
    const { book } = this.checked;
    if (book === undefined) {
      this.checked.lookEarly(uri, this.reading?.type(uri, text), this.settings);
      return;
    }
    const isChapter = text !== undefined && looksLikeChapter(text);
    this.checked.replace(
      isChapter ? withChapter(book, readChapter(uri, text, this.settings)) : withoutChapter(book, uri),
    );
    void this.checked.check();
  }

  /** Lets one of the files arrive that are under way. */
  arrive(at: number): void {
    const [fetch] = this.#fetches.splice(at % Math.max(1, this.#fetches.length), 1);
    fetch?.();
  }

  async end(): Promise<void> {
    for (await this.clock.all(); this.#fetches.length > 0; await this.clock.all()) this.arrive(0);
  }
}

const uris = [...texts.keys()];
const event = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('turn' as const), times: fc.integer({ min: 1, max: 30 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('arrive' as const), times: fc.integer({ min: 1, max: 40 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      file: fc.nat(uris.length - 1),
      find: fc.constantFrom('## Program', '- S1', 'GOV-P-01', 'dimension: economy', '| ', '. ', 'chapter: '),
      // A line more at the same length moves what follows, though it keeps its offsets.
      put: fc.constantFrom('', '.\n', 'TODO', '## Quick Win', '- S9', 'GOV-P-02', '<!-- masterplan-disable -->'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), file: fc.nat(uris.length - 1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('ask' as const) }) },
);

test('in any order of turns, arriving files and typing it ends as a fresh reading', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 25 }), async (events) => {
      const desk = new Desk();
      void desk.read();
      for (const one of events) {
        if (one.kind === 'turn') for (let left = one.times; left > 0; left--) await desk.clock.turn();
        if (one.kind === 'arrive') for (let left = one.times; left > 0; left--) desk.arrive(left);
        if (one.kind === 'ask') desk.checked.checkNow();
        if (one.kind === 'remove') desk.type(uris[one.file] as string, undefined);
        if (one.kind === 'type') {
          const uri = uris[one.file] as string;
          const text = desk.texts.get(uri) ?? (texts.get(uri) as string);
          desk.type(uri, text.replace(one.find, one.put));
        }
      }
      await desk.end();
      expect(desk.faults).toEqual([]);
      expect(desk.shown).toEqual(fresh(desk.texts));
      expect(desk.mostFetches).toBeLessThanOrEqual(2 * readAhead);
    }),
    { numRuns: 40, seed: 3 },
  );
});

test('what is typed while the rest is read is looked at by itself, at once', async () => {
  const desk = new Desk();
  void desk.read();
  await desk.clock.all();
  const uri = uris[30] as string;
  desk.type(uri, `${texts.get(uri)}\nTODO\n`);
  expect(desk.shown.get(uri)?.map(ruleOf)).toContain('placeholder');
  expect([...desk.shown.keys()]).toEqual([uri]);
  desk.type(uri, texts.get(uri));
  expect(desk.shown.get(uri)?.map(ruleOf) ?? []).not.toContain('placeholder');
  await desk.end();
  expect(desk.shown.size).toBeGreaterThan(1);
});

test('what was told of a chapter goes when it becomes a note, while the rest is read', async () => {
  const desk = new Desk();
  void desk.read();
  await desk.clock.all();
  const uri = uris[30] as string;
  desk.type(uri, `${texts.get(uri)}\nTODO\n`);
  expect([...desk.shown.keys()]).toEqual([uri]);
  desk.type(uri, '# Catatan\n\nTODO\n');
  expect([...desk.shown.keys()]).toEqual([]);
  await desk.end();
  expect(desk.shown).toEqual(fresh(desk.texts));
});

test('the places that problems of other files lead to move with the lines before them', async () => {
  const desk = new Desk();
  void desk.read();
  await desk.end();
  const [to, from] = [uris[0], uris[1]] as [string, string];
  const table =
    '\n\nSatu. Dua.\n\n## Program Jangka Pendek\n\n| Kode | Program |\n| --- | --- |\n| XYZ-P-01 | Satu |\n';
  desk.type(to, `${texts.get(to)}${table}`);
  desk.type(from, `${texts.get(from)}${table.replace('| Satu', '| Dua')}`);
  await desk.end();
  const leading = () => [...(desk.shown.get(from) ?? [])].filter((shown) => shown.includes(`<- ${to}`));
  const before = leading();
  expect(before.length).toBeGreaterThan(0);
  desk.type(to, desk.texts.get(to)?.replace('Satu. Dua.', 'Satu.\nDua.'));
  await desk.end();
  expect(leading()).not.toEqual(before);
  expect(desk.shown).toEqual(fresh(desk.texts));
});

test('problems move with the lines before them, also where their offsets stay', async () => {
  const desk = new Desk();
  void desk.read();
  await desk.end();
  const uri = [...desk.shown.keys()].find((shown) => texts.get(shown)?.includes('. ')) as string;
  desk.type(uri, desk.texts.get(uri)?.replace('. ', '.\n'));
  await desk.end();
  expect(desk.shown).toEqual(fresh(desk.texts));
});

test('a check of a text that has changed since is given up, and only the last one is told', async () => {
  const desk = new Desk();
  void desk.read();
  await desk.end();
  const [uri, before] = [uris[3] as string, desk.told];
  for (const text of ['TODO', 'isi ...', 'TODO TODO']) {
    desk.type(uri, `${texts.get(uri)}\n${text}\n`);
    await desk.clock.turn();
  }
  await desk.clock.all();
  expect(desk.told).toBe(before + 1);
  expect(desk.shown.get(uri)?.filter((shown) => ruleOf(shown) === 'placeholder').length).toBe(2);
});

test('who types without a rest is told all the same', async () => {
  const desk = new Desk();
  void desk.read();
  await desk.end();
  const [uri, before] = [uris[3] as string, desk.told];
  for (let key = 0; key < 60; key++) {
    desk.type(uri, `${texts.get(uri)}\n${'x'.repeat(key)}\n`);
    await desk.clock.turn();
    desk.clock.time += 20;
  }
  expect(desk.told).toBeGreaterThan(before + 2);
});

test('a check that had nothing to do keeps none of those after it waiting', async () => {
  const desk = new Desk();
  void desk.read();
  await desk.end();
  desk.checked.recheck();
  await desk.checked.check();
  const uri = uris[3] as string;
  desk.type(uri, `${texts.get(uri)}\nTODO\n`);
  await desk.end();
  expect(desk.shown).toEqual(fresh(desk.texts));
});

test('an older answer is not shown where the text is a newer one', async () => {
  const desk = new Desk();
  void desk.read();
  await desk.end();
  const uri = uris[3] as string;
  expect(desk.checked.found(uri)).toBeDefined();
  desk.type(uri, `${texts.get(uri)}\nTODO\n`);
  expect(desk.checked.found(uri)).toBeUndefined();
  expect(desk.checked.found(uris[4] as string)).toBeDefined();
  desk.checked.checkNow();
  expect(desk.checked.found(uri)?.problems.map(({ rule }) => rule)).toContain('placeholder');
});

test('a reading that nobody wants any more ends, and nothing of it is told', async () => {
  const desk = new Desk();
  const reading = desk.read();
  await desk.clock.all();
  for (let file = 0; file < 5; file++) desk.arrive(0);
  desk.isGone = true;
  await desk.end();
  await reading;
  expect(desk.checked.book).toBeUndefined();
  expect(desk.told).toBe(0);
});

test('a book that is dropped takes along all that was shown', async () => {
  const desk = new Desk();
  void desk.read();
  await desk.end();
  expect(desk.shown.size).toBeGreaterThan(5);
  desk.checked.drop();
  expect([...desk.shown]).toEqual([]);
});

test('what breaks down in a check is told as a fault of ours, and shows nothing', async () => {
  const desk = new Desk({
    // biome-ignore lint/correctness/useYield: it does not come that far
    *afterwards(): Steps<void> {
      throw new Error('broken');
    },
  });
  void desk.read();
  await desk.end();
  expect(String(desk.faults[0])).toBe('Error: broken');
  expect([...desk.shown]).toEqual([]);
});

test('a chapter is found by its URI in the book of the moment', async () => {
  const desk = new Desk();
  void desk.read();
  await desk.end();
  const [book, uri] = [desk.checked.book as Book, uris[3] as string];
  desk.type(uri, `${texts.get(uri)}\nTODO\n`);
  expect(chapterIn(book, uri)?.source).toBe(texts.get(uri));
  expect(chapterIn(desk.checked.book as Book, uri)?.source).toContain('TODO');
  expect(chapterIn(book, uriOf('anders.md'))).toBeUndefined();
});
