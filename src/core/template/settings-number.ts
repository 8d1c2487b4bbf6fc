/** Settings told apart without keeping them: what is remembered past a book must not keep the book in memory. */

import type { Settings } from './settings';
import { UnderSettings } from './under-settings';

const numbers = new UnderSettings<number>();
let last = 0;

/**
 * A number that these settings alone have, from 1. Whoever keeps settings keeps all that was made of the books that they
 * belong to; a number keeps nothing.
 */
export function numberOf(settings: Settings): number {
  let number = numbers.get(settings);
  if (number === undefined) {
    last++;
    number = last;
    numbers.set(settings, number);
  }
  return number;
}
