/** What was found out under the settings of a book: it goes when they do, and with them the book. */

import { Attached } from '../text/memo';
import type { Settings } from './settings';

/**
 * All of it in one list for each settings, so that settings, which everything asks, stay an object of one shape. A list,
 * because a map leaves its table behind whenever it makes a new one: and that keeps what it held in memory for long.
 */
const lists = new Attached<Settings, unknown[]>();
let places = 0;

/**
 * What is made of the settings of a book, made once for them.
 * @param make what settings give; it must hang on them alone, whatever is read or checked under them.
 */
export function underSettings<V>(make: (settings: Settings) => V): (settings: Settings) => V {
  const made = new UnderSettings<{ readonly value: V }>();
  return (settings) => {
    let known = made.get(settings);
    if (known === undefined) {
      known = { value: make(settings) };
      made.set(settings, known);
    }
    return known.value;
  };
}

/** One value for each settings, which may be another later. */
export class UnderSettings<V> {
  private readonly place: number;

  constructor() {
    this.place = places;
    places++;
  }

  get(settings: Settings): V | undefined {
    return lists.get(settings)?.[this.place] as V | undefined;
  }

  set(settings: Settings, value: V | undefined): void {
    let list = lists.get(settings);
    if (list === undefined) {
      list = new Array<unknown>(places).fill(undefined);
      lists.set(settings, list);
    }
    list[this.place] = value;
  }
}
