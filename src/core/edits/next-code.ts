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

/** Hands out free codes, each only once; takes no longer for the thousandth duplicate than for the first. */
export class FreeCodes {
  private readonly given: Set<string>;
  /** By the beginning of a series: from which number on up to which all are known to be given. */
  private readonly full = new Map<string, { from: number; to: number }>();

  /** @param given the codes that somebody has. */
  constructor(given: Iterable<string>) {
    this.given = new Set(given);
  }

  /** As `nextCode`, and given from now on. */
  next(code: string): string {
    const match = /^(.*?)(\d+)$/.exec(code);
    const [beginning, digits] = match === null ? [`${code}-`, '1'] : [match[1] as string, match[2] as string];
    const series = `${digits.length} ${beginning}`;
    const first = Number(digits) + 1;
    const full = this.full.get(series);
    const isWithin = full !== undefined && full.from <= first && first <= full.to + 1;
    let number = isWithin ? full.to + 1 : first;
    const written = () => `${beginning}${String(number).padStart(digits.length, '0')}`;
    while (this.given.has(written())) number++;
    this.full.set(series, { from: isWithin ? full.from : first, to: number });
    this.given.add(written());
    return written();
  }
}
