/** A thread whose turns and time are in the hands of a test. */

import type { Clock } from '../../src/extension/slices';

export class FakeClock implements Clock {
  time = 0;
  readonly #coming: (() => void)[] = [];

  /** @param pace milliseconds that pass whenever somebody looks at the clock. */
  constructor(private readonly pace = 0) {}

  now(): number {
    this.time += this.pace;
    return this.time;
  }

  next(action: () => void): void {
    this.#coming.push(action);
  }

  get isIdle(): boolean {
    return this.#coming.length === 0;
  }

  /** Gives the turn to who has waited longest, and lets all who wait for what that came to go on. */
  async turn(): Promise<void> {
    this.#coming.shift()?.();
    await settled();
  }

  async all(): Promise<void> {
    for (await settled(); !this.isIdle; ) await this.turn();
  }
}

/** Until nothing is left to do in this turn: promises that wait for promises are deeper than one step. */
async function settled(): Promise<void> {
  for (let step = 0; step < 20; step++) await Promise.resolve();
}
