/** What was found out under the settings of a book: it goes when they do, and with them the book. */

import { Attached } from '../text/memo';
import type { Settings } from './settings';

/** All of it in one map for each settings, so that settings, which everything asks, stay an object of one shape. */
const maps = new Attached<Settings, Map<object, unknown>>();

/** One value for each settings. */
export class UnderSettings<V> {
  get(settings: Settings): V | undefined {
    return maps.get(settings)?.get(this) as V | undefined;
  }

  set(settings: Settings, value: V): void {
    let map = maps.get(settings);
    if (map === undefined) {
      map = new Map();
      maps.set(settings, map);
    }
    map.set(this, value);
  }

  delete(settings: Settings): void {
    maps.get(settings)?.delete(this);
  }
}
