/** Lists that may be long. */

/** Puts more at the end of a list, however much: `push(...more)` breaks down from some hundred thousand on. */
export function pushAll<T>(list: T[], more: Iterable<T>): void {
  for (const each of more) list.push(each);
}
