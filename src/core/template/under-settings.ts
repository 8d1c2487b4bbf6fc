/** What was found out under the settings of a book: it goes when they do, and with them the book. */

import { Attached } from '../text/memo';
import type { Settings } from './settings';

/**
 * All of it in one list for each settings, so that settings, which everything asks, stay an object of one shape. A list,
 * because a map leaves its table behind whenever it makes a new one: and that keeps what it held in memory for long.
 */
const lists = new Attached<Settings, unknown[]>();
let places = 0;

/** One value for each settings. */
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
