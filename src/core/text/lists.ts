/** Lists that may be long. */

const one: readonly unknown[] = [undefined];
const none: readonly unknown[] = [];

/**
 * A list of one thing, to be put into what holds a whole chapter. V8 puts lists that are written out (`[thing]`) among
 * what lasts once it has seen enough of them stay, and with them all that they hold (see `chapter/read.ts`); a copied one
 * it does not, and `Array.of` takes ten times as long.
 */
export function listOf<T>(thing: T): T[] {
  const list = one.slice() as T[];
  list[0] = thing;
  return list;
}

/** A list that is still empty; otherwise as `listOf`. */
export function emptyList<T>(): T[] {
  return none.slice() as T[];
}

/** Puts more at the end of a list, however much: `push(...more)` breaks down from some hundred thousand on. */
export function pushAll<T>(list: T[], more: Iterable<T>): void {
  for (const each of more) list.push(each);
}

/** The greatest of numbers, however many, but not less than `least`: `Math.max(...numbers)` breaks down as `push` does. */
export function greatest(numbers: Iterable<number>, least = Number.NEGATIVE_INFINITY): number {
  let most = least;
  for (const each of numbers) if (each > most) most = each;
  return most;
}

/** The smallest of numbers, however many. */
export function smallest(numbers: Iterable<number>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const each of numbers) if (each < least) least = each;
  return least;
}
