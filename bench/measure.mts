// How the benchmark measures: everyone in turn, round after round, so that a busy machine is busy for all alike.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

const collect = runInNewContext('gc') as (options: { type: 'minor' }) => void;

/** Takes away quickly what was left in the memory of this process, so that nobody's time is spent on what another has left. */
export const collectMemory = () => collect({ type: 'minor' });

/** Someone who does a piece of work. */
export interface Contestant {
  readonly name: string;
  /** Does the work once. */
  readonly run: () => unknown;
  /** Takes part in every so many rounds, where the work is slow; 1 where it is not given. */
  readonly every?: number;
}

/** What one contestant needed, in milliseconds. */
export interface Timing {
  readonly name: string;
  readonly median: number;
  readonly best: number;
  readonly p99: number;
  readonly count: number;
}

/** The value below which a share of the sorted values lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function timingOf(name: string, times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  return {
    name,
    median: quantile(sorted, 0.5),
    best: sorted[0] ?? Number.NaN,
    p99: quantile(sorted, 0.99),
    count: sorted.length,
  };
}

/**
 * Lets all work in turn. A first round warms up the machine's caches and does not count.
 * @param between what is done before each works, outside of anybody's time.
 */
export async function race(
  contestants: readonly Contestant[],
  rounds: number,
  between: () => void = () => {},
): Promise<Timing[]> {
  const times = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const { name, run, every = 1 } of contestants) {
      if (round < 0 ? every > 1 : round % every !== 0) continue;
      between();
      const start = performance.now();
      await run();
      if (round >= 0) times.get(name)?.push(performance.now() - start);
    }
  }
  return [...times].map(([name, list]) => timingOf(name, list));
}
