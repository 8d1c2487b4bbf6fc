/**
 * How hard what must always hold is tried. Where somebody waits, a few cases, others each time; in `npm test` many, the
 * same each time; with `npm run fuzz` others for as long as one likes.
 */

/** As fast-check takes it. */
interface Effort {
  readonly numRuns: number;
  readonly seed?: number;
  readonly interruptAfterTimeLimit?: number;
}

/** Set by `npm run fuzz`: seconds for each property. */
const seconds = Number(process.env.FUZZ_SECONDS ?? 0);

/** Set by `npm test`. */
const isThorough = process.env.FUZZ_MANY !== undefined;

/**
 * @param few as many cases as nobody has to wait for.
 * @param many as many as are tried in `npm test`.
 */
export function effort(few: number, many = 2000): Effort {
  if (seconds > 0) return { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: seconds * 1000 };
  return isThorough ? { numRuns: many, seed: 2025 } : { numRuns: few };
}
