/** How work grows with its size, measured within one run, so that no machine's speed matters. */

import { expect } from 'vitest';

/** How many times works are run in turn: `fewest` whatever comes of it, and on until it holds or `most` are over. */
export interface Rounds {
  readonly fewest: number;
  readonly most: number;
}

/**
 * The least time of each work, in milliseconds. All run in turn, so that a busy machine is busy for all of them. What
 * else the machine does only ever adds to a time, so that further rounds bring the least times nearer to what the works
 * cost; they end when the times hold.
 */
export function leastTimes<const Works extends readonly (() => unknown)[]>(
  works: Works,
  { fewest, most }: Rounds,
  holds: (times: { [at in keyof Works]: number }) => boolean,
): { [at in keyof Works]: number } {
  const least = works.map(() => Number.POSITIVE_INFINITY);
  const times = least as unknown as { [at in keyof Works]: number };
  for (let round = 0; round < most; round++) {
    works.forEach((work, at) => {
      const start = performance.now();
      work();
      least[at] = Math.min(least[at] as number, performance.now() - start);
    });
    if (round + 1 >= fewest && holds(times)) break;
  }
  return times;
}

const times = 4;
const rounds: Rounds = { fewest: 3, most: 15 };

/**
 * Expects that work of four times the size costs about four times as much. What grows with the square costs sixteen
 * times as much and is caught; a few milliseconds are allowed for what is too short to be measured.
 */
export function expectLinear(work: (size: number) => unknown, size: number): void {
  work(size);
  const most = (small: number) => small * times * 2.5 + 20;
  const [small, large] = leastTimes(
    [() => work(size), () => work(size * times)],
    rounds,
    ([small, large]) => large < most(small),
  );
  expect(large, `${size}: ${small.toFixed(1)} ms, ${size * times}: ${large.toFixed(1)} ms`).toBeLessThan(most(small));
}
