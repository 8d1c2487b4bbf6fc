/** Work in slices: what is done in which order, when others get their turn, and what is given up. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Steps } from '../../src/core/text/steps';
import { Slices, sliceLength, type Urgency, urgencies } from '../../src/extension/slices';
import { FakeClock } from './fake-clock';

/** Does pieces of so many milliseconds each, and writes down what it did. */
function* work(name: string, pieces: readonly number[], clock: FakeClock, done: string[]): Steps<string> {
  for (const [at, length] of pieces.entries()) {
    clock.time += length;
    done.push(`${name}${at + 1}`);
    yield;
  }
  return name;
}

test('nothing is done before whoever asks has ended their own turn', async () => {
  const [clock, done] = [new FakeClock(), [] as string[]];
  const result = new Slices(clock).run('read', work('a', [1, 1], clock, done));
  expect(done).toEqual([]);
  await clock.turn();
  expect(done).toEqual(['a1', 'a2']);
  expect(await result).toBe('a');
});

test('others get their turn when a slice has lasted long enough, and the piece under way comes to its end', async () => {
  const [clock, done] = [new FakeClock(), [] as string[]];
  const slices = new Slices(clock);
  void slices.run('read', work('a', [sliceLength - 1, 7, 1, 1], clock, done));
  await clock.turn();
  expect(done).toEqual(['a1', 'a2']);
  expect(clock.isIdle).toBe(false);
  await clock.turn();
  expect(done).toEqual(['a1', 'a2', 'a3', 'a4']);
  expect(clock.isIdle).toBe(true);
});

test('what is more urgent goes first, also where it comes later', async () => {
  const [clock, done] = [new FakeClock(), [] as string[]];
  const slices = new Slices(clock);
  const ask = (urgency: Urgency, name: string) =>
    slices.run(urgency, work(name, [sliceLength - 1, sliceLength - 1], clock, done));
  void ask('read', 'r');
  void ask('show', 's');
  void ask('check', 'c');
  await clock.turn();
  expect(done).toEqual(['c1', 'c2']);
  void ask('typed', 't');
  await clock.all();
  expect(done).toEqual(['c1', 'c2', 't1', 't2', 's1', 's2', 'r1', 'r2']);
});

test('of two as urgent as each other the first is done first', async () => {
  const [clock, done] = [new FakeClock(), [] as string[]];
  const slices = new Slices(clock);
  for (const name of ['a', 'b', 'c']) void slices.run('show', work(name, [9, 9], clock, done));
  await clock.all();
  expect(done).toEqual(['a1', 'a2', 'b1', 'b2', 'c1', 'c2']);
});

test('what nobody wants any more is given up before its next piece', async () => {
  const clock = new FakeClock();
  const slices = new Slices(clock);
  const done: string[] = [];
  let isStale = false;
  function* tidy(): Steps<string> {
    try {
      return yield* work('a', [9, 9], clock, done);
    } finally {
      done.push('tidied');
    }
  }
  const result = slices.run('read', tidy(), () => isStale);
  await clock.turn();
  isStale = true;
  await clock.all();
  expect(done).toEqual(['a1', 'tidied']);
  expect(await result).toBeUndefined();
});

test('what breaks down takes nothing else along', async () => {
  const [clock, done] = [new FakeClock(), [] as string[]];
  const slices = new Slices(clock);
  function* breaking(): Steps<void> {
    yield;
    throw new Error('broken');
  }
  const broken = slices.run('read', breaking());
  const caught = broken.catch((error) => String(error));
  const other = slices.run('read', work('a', [1], clock, done));
  await clock.all();
  expect(await caught).toBe('Error: broken');
  expect(await other).toBe('a');
});

test('at the end all is given up', async () => {
  const [clock, done] = [new FakeClock(), [] as string[]];
  const slices = new Slices(clock);
  const results = urgencies.map((urgency) => slices.run(urgency, work(urgency, [9, 9], clock, done)));
  await clock.turn();
  slices.dispose();
  await clock.all();
  expect(done).toEqual(['typed1']);
  expect(await Promise.all(results)).toEqual([undefined, undefined, undefined, undefined]);
});

test('no slice lasts longer than its length and one piece', async () => {
  const job = fc.record({
    urgency: fc.constantFrom(...urgencies),
    pieces: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 }),
    /** In which turn it comes. */
    turn: fc.nat(6),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(job, { maxLength: 8 }), async (jobs) => {
      const [clock, done] = [new FakeClock(), [] as string[]];
      const slices = new Slices(clock);
      const results: Promise<unknown>[] = [];
      for (let turn = 0; turn <= 6 || !clock.isIdle; turn++) {
        for (const [at, { urgency, pieces }] of jobs.entries()) {
          if (jobs[at]?.turn === turn) results.push(slices.run(urgency, work(`${at}.`, pieces, clock, done)));
        }
        const start = clock.time;
        await clock.turn();
        expect(clock.time - start).toBeLessThan(sliceLength + 9);
      }
      await Promise.all(results);
      expect(done.length).toBe(jobs.reduce((sum, { pieces }) => sum + pieces.length, 0));
      for (const [at, { pieces }] of jobs.entries()) {
        const own = done.filter((name) => name.startsWith(`${at}.`));
        expect(own).toEqual(pieces.map((_, piece) => `${at}.${piece + 1}`));
      }
    }),
    { numRuns: 200 },
  );
});
