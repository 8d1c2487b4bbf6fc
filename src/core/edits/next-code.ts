/** The next free code of a series: for duplicates, for new items and programmes. */

/**
 * The code with the same beginning and the smallest number above the given one that nobody has yet; digits are kept
 * (`GOV-P-07` gives `GOV-P-08`).
 * @param code a valid code that ends with a number; any other gets `-2` after it.
 */
export function nextCode(code: string, given: ReadonlySet<string>): string {
  const match = /^(.*?)(\d+)$/.exec(code);
  const [beginning, digits] = match === null ? [`${code}-`, '1'] : [match[1] as string, match[2] as string];
  for (let number = Number(digits) + 1; ; number++) {
    const next = `${beginning}${String(number).padStart(digits.length, '0')}`;
    if (!given.has(next)) return next;
  }
}
