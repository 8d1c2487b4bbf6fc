/** How work grows with its size, measured within one run, so that no machine's speed matters. */

import { expect } from 'vitest';

const times = 4;
const tries = 5;

/** The least of several timings: what else the machine is doing only ever adds to it. Milliseconds. */
function cost(work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < tries; i++) {
    const begin = performance.now();
    work();
    least = Math.min(least, performance.now() - begin);
  }
  return least;
}

/**
 * Expects that work of four times the size costs about four times as much. What grows with the square costs sixteen
 * times as much and is caught; a few milliseconds are allowed for what is too short to be measured.
 */
export function expectLinear(work: (size: number) => unknown, size: number): void {
  work(size);
  const small = cost(() => work(size));
  const large = cost(() => work(size * times));
  expect(large, `${size}: ${small.toFixed(1)} ms, ${size * times}: ${large.toFixed(1)} ms`).toBeLessThan(
    small * times * 2.5 + 20,
  );
}
