/** A name for each problem that stays the same while lines come and go around it, so that platforms know it again. */

import { createHash } from 'node:crypto';

export class Fingerprints {
  private readonly seen = new Map<string, number>();

  /** Equal problems of one file are told apart by their order. */
  next(path: string, rule: string, message: string): string {
    const about = [path, rule, message].join('\n');
    const count = this.seen.get(about) ?? 0;
    this.seen.set(about, count + 1);
    return createHash('sha256').update(`${about}\n${count}`).digest('hex').slice(0, 32);
  }
}
