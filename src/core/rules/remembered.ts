/** What was found about a thing that never changes is not looked for again. */

import type { Finding } from '../language/finding';
import type { Settings } from '../template/settings';

export class Remembered<T extends object> {
  private readonly known = new WeakMap<T, { readonly settings: Settings; readonly findings: readonly Finding[] }>();

  /** @param find what is found hangs on the thing and the settings alone. */
  constructor(private readonly find: (thing: T, settings: Settings) => readonly Finding[]) {}

  of(thing: T, settings: Settings): readonly Finding[] {
    const before = this.known.get(thing);
    if (before?.settings === settings) return before.findings;
    const findings = this.find(thing, settings);
    this.known.set(thing, { settings, findings });
    return findings;
  }
}
