/**
 * What is told from each thing of a list (the chapters of a book, the programmes of each chapter) and kept while the list
 * changes in a few places, so that a keystroke costs what it changed, however long the list is.
 */

import type { Settings } from '../template/settings';
import { UnderSettings } from '../template/under-settings';

/**
 * Where two lists of the same length hold different things, in order; nothing where their lengths differ.
 * Things are compared by identity: what never changes is the same thing as long as nobody read it anew.
 */
export function changedPlaces(before: readonly unknown[], now: readonly unknown[]): readonly number[] | undefined {
  if (before.length !== now.length) return undefined;
  if (before === now) return noPlaces;
  let places: number[] | undefined;
  for (let at = 0; at < now.length; at++) {
    if (before[at] === now[at]) continue;
    if (places === undefined) places = [at];
    else places.push(at);
  }
  return places ?? noPlaces;
}

const noPlaces: readonly number[] = [];

/** Whether two lists hold the same things. */
export function isSameList(before: readonly unknown[], now: readonly unknown[]): boolean {
  return changedPlaces(before, now) === noPlaces;
}

/** Whether two lists say the same, thing by thing; two that are absent do. */
export function isAlike<T>(
  one: readonly T[] | undefined,
  other: readonly T[] | undefined,
  isSame: (a: T, b: T) => boolean = Object.is,
): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.length === other.length && one.every((each, at) => isSame(each, other[at] as T));
}

/** What stood in the place of a thing in the list before, with its value. */
export interface Before<T, V> {
  readonly thing: T;
  readonly value: V;
}

class Told<T, V> {
  constructor(
    readonly things: readonly T[],
    readonly values: readonly V[],
    /** Absent as long as nobody has asked for it, here or in those before. */
    public some: readonly Exclude<V, undefined>[] | undefined,
    /** Absent likewise. */
    public version: object | undefined,
  ) {}
}

/**
 * One value for each thing, found again only for things that are new. What is remembered is the last list alone, and it
 * dies with the settings: a weak map from each thing would cost more than it saves, because V8's scavenger keeps the
 * values of weak maps alive whatever becomes of their keys.
 */
export class OfEach<T, V> {
  private readonly last = new UnderSettings<Told<T, V>>();
  private readonly prepared = new UnderSettings<Map<T, V>>();

  /**
   * @param find the value; it hangs on the thing and the settings alone. What is told of the thing before only saves work:
   * a chapter is much like the one that stood in its place.
   * @param isSame whether two values say the same, so that the version of the list stays what it was.
   */
  constructor(
    private readonly find: (thing: T, settings: Settings, before?: Before<T, V>) => V,
    private readonly isSame: (before: V, now: V) => boolean = Object.is,
  ) {}

  /** The values in the order of the things. The very same list as before where none of them changed. */
  all(things: readonly T[], settings: Settings): readonly V[] {
    return this.told(things, settings).values;
  }

  /** Those values that are there, in the order of the things; the same list as before where none of them changed. */
  some(things: readonly T[], settings: Settings): readonly Exclude<V, undefined>[] {
    const told = this.told(things, settings);
    told.some ??= someOf(told.values);
    return told.some;
  }

  /** Finds the value of a thing that will soon be in the list. */
  prepare(thing: T, settings: Settings): V {
    let prepared = this.prepared.get(settings);
    if (prepared === undefined) {
      prepared = new Map();
      this.prepared.set(settings, prepared);
    }
    if (!prepared.has(thing)) prepared.set(thing, this.of(thing, settings));
    return prepared.get(thing) as V;
  }

  /** The value of one thing, whether it is in the list that was asked about last or not. */
  of(thing: T, settings: Settings): V {
    const last = this.last.get(settings);
    const at = last === undefined ? -1 : last.things.indexOf(thing);
    return last === undefined || at < 0 ? this.find(thing, settings) : (last.values[at] as V);
  }

  /** The same object as before where all values say the same as before: what was made of them holds. */
  version(things: readonly T[], settings: Settings): object {
    const told = this.told(things, settings);
    told.version ??= {};
    return told.version;
  }

  private told(things: readonly T[], settings: Settings): Told<T, V> {
    const before = this.last.get(settings);
    if (before?.things === things) return before;
    const prepared = this.prepared.get(settings);
    this.prepared.set(settings, undefined);
    const values = this.values(things, settings, before, prepared);
    const told =
      before?.values === values
        ? new Told<T, V>(things, values, before.some, before.version)
        : new Told<T, V>(things, values, before?.some && someOf(values, before.some), this.versionOf(values, before));
    this.last.set(settings, told);
    return told;
  }

  private values(
    things: readonly T[],
    settings: Settings,
    before: Told<T, V> | undefined,
    prepared: ReadonlyMap<T, V> | undefined,
  ): readonly V[] {
    const find = (thing: T, old?: Before<T, V>) =>
      prepared?.has(thing) ? (prepared.get(thing) as V) : this.find(thing, settings, old);
    if (before === undefined) return things.map((thing) => find(thing));
    const changed = changedPlaces(before.things, things);
    if (changed === undefined) {
      const known = new Map(before.things.map((thing, at) => [thing, before.values[at] as V]));
      return things.map((thing) => (known.has(thing) ? (known.get(thing) as V) : find(thing)));
    }
    let values: V[] | undefined;
    for (const at of changed) {
      const old = before.values[at] as V;
      const value = find(things[at] as T, { thing: before.things[at] as T, value: old });
      if (Object.is(old, value)) continue;
      values ??= [...before.values];
      values[at] = value;
    }
    return values ?? before.values;
  }

  /** What was made of a version that nobody asked for cannot hold. */
  private versionOf(values: readonly V[], before: Told<T, V> | undefined): object | undefined {
    if (before?.version === undefined) return undefined;
    const changed = changedPlaces(before.values, values);
    if (changed === undefined) return {};
    return changed.every((at) => this.isSame(before.values[at] as V, values[at] as V)) ? before.version : {};
  }
}

function someOf<V>(values: readonly V[], before?: readonly Exclude<V, undefined>[]) {
  const some = values.filter((value): value is Exclude<V, undefined> => value !== undefined);
  return before !== undefined && isSameList(before, some) ? before : some;
}
