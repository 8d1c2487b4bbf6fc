/** What a command sees of the outside: two streams, a folder to start from, the environment and a clock. */

import type { Threads } from './threads';

export interface Stream {
  /** A person is looking at it, so that colours and progress make sense. */
  readonly isTerminal: boolean;
  /** Width of the terminal in columns, where it is known. */
  readonly columns?: number;
  write(text: string): void;
}

export interface Io {
  /** Absolute path that relative paths start from. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly out: Stream;
  readonly err: Stream;
  /** Milliseconds, counted from anywhere. */
  readonly now: () => number;
  /** Without them all is done in one. */
  readonly threads?: Threads;
}

/** The three exit statuses: nothing to hand back, something to hand back, the work could not be done. */
export const exit = { fine: 0, found: 1, failed: 2 } as const;
export type Exit = (typeof exit)[keyof typeof exit];
