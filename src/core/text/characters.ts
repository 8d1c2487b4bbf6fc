/** Kinds of characters, told by their codes: what reads a text letter by letter asks at each. */

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether it is one of `a` to `z`, small or large. */
export function isLetter(code: number): boolean {
  const small = code | 32;
  return small >= 97 && small <= 122;
}
