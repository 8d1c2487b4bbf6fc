/** Settings told apart without keeping them: what is remembered past a book must not keep the book in memory. */

import { underSettings } from './under-settings';

let last = 0;

/**
 * A number that these settings alone have, from 1. Whoever keeps settings keeps all that was made of the books that they
 * belong to; a number keeps nothing.
 */
export const numberOf = underSettings(() => ++last);
