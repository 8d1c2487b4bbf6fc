/** Tells a person who waits how far the work is; says nothing to anyone else, and nothing about work that is soon done. */

import type { Io } from './io';

const patience = 1000;
const pace = 100;

export class Progress {
  private readonly start: number;
  private next: number;
  private isShown = false;

  constructor(private readonly io: Io) {
    this.start = io.now();
    this.next = this.start + patience;
  }

  /** Cheap enough to be called for every file. */
  show(sentence: () => string): void {
    if (!this.io.err.isTerminal) return;
    const now = this.io.now();
    if (now < this.next) return;
    this.next = now + pace;
    this.isShown = true;
    this.io.err.write(`\r${sentence()}\u001b[K`);
  }

  /** Takes the line away again, before anything else is written. */
  clear(): void {
    if (this.isShown) this.io.err.write('\r\u001b[K');
    this.isShown = false;
  }
}
