/** Long work in slices on the one thread that there is: what is more urgent goes first, and nobody waits for the rest. */

import type { Steps } from '../core/text/steps';

/** What goes before what, most urgent first. */
export const urgencies = ['typed', 'check', 'show', 'read'] as const;

/**
 * `typed`: what was typed becomes part of its book. `check`: a book is checked. `show`: what was found is shown. `read`:
 * files are read that nobody looks at.
 */
export type Urgency = (typeof urgencies)[number];

export interface Clock {
  /** Milliseconds. */
  now(): number;
  /** Does something in a turn of its own, when whoever else waits for the thread has had theirs. */
  next(action: () => void): void;
}

/** Milliseconds after which others get their turn: little of a frame, since the piece under way still comes to its end. */
export const sliceLength = 3;

interface Job {
  readonly steps: Steps<unknown>;
  readonly isStale: () => boolean;
  readonly done: (value: unknown) => void;
  readonly failed: (error: unknown) => void;
}

const never = () => false;

export class Slices {
  readonly #waiting: Readonly<Record<Urgency, Job[]>> = { typed: [], check: [], show: [], read: [] };
  /** Whether a slice is on its way. */
  #isComing = false;

  constructor(private readonly clock: Clock = hostClock) {}

  /**
   * Does work piece by piece, beginning soon. Of two jobs as urgent as each other, the one that came first is done first.
   * @param isStale is asked before each piece: whether nobody wants the work's result any more.
   * @returns what the work comes to; nothing where it was given up.
   * @throws what a piece throws.
   */
  run<T>(urgency: Urgency, steps: Steps<T>, isStale: () => boolean = never): Promise<T | undefined> {
    return new Promise<T | undefined>((resolve, reject) => {
      const done = (value: unknown) => resolve(value as T | undefined);
      this.#waiting[urgency].push({ steps, isStale, done, failed: reject });
      this.#come();
    });
  }

  /** Gives up all work. */
  dispose(): void {
    for (const urgency of urgencies) for (const job of this.#waiting[urgency].splice(0)) giveUp(job);
  }

  #come(): void {
    if (this.#isComing) return;
    this.#isComing = true;
    this.clock.next(() => {
      this.#isComing = false;
      this.#slice();
    });
  }

  #slice(): void {
    const start = this.clock.now();
    for (;;) {
      const jobs = urgencies.map((urgency) => this.#waiting[urgency]).find(({ length }) => length > 0);
      const job = jobs?.[0];
      if (jobs === undefined || job === undefined) return;
      if (isDone(job) && jobs[0] === job) jobs.shift();
      if (this.clock.now() - start >= sliceLength) break;
    }
    this.#come();
  }
}

/** Does one piece of a job. */
function isDone(job: Job): boolean {
  try {
    if (job.isStale()) {
      giveUp(job);
      return true;
    }
    const { done, value } = job.steps.next();
    if (done) job.done(value);
    return done === true;
  } catch (error) {
    job.failed(error);
    return true;
  }
}

function giveUp({ steps, done }: Job): void {
  steps.return(undefined);
  done(undefined);
}

/** The thread of the editor's extension host, on Node or in a browser's worker. */
const hostClock: Clock = {
  now: () => performance.now(),
  next: typeof setImmediate === 'function' ? (action) => void setImmediate(action) : messageQueue(),
};

/** Timers of a browser wait 4 ms and more once they follow one another; messages do not. */
function messageQueue(): Clock['next'] {
  const actions: (() => void)[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => actions.shift()?.());
  port1.start();
  return (action) => {
    actions.push(action);
    port2.postMessage(undefined);
  };
}
