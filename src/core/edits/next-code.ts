/** The next free code of a series: for duplicates, for new items and programmes; and the next label of a footnote. */

import { isDigit } from '../text/characters';

type Given = Pick<ReadonlySet<string>, 'has'>;

/**
 * The code with the same beginning and the smallest number above the given one that nobody has yet; digits are kept
 * (`GOV-P-07` gives `GOV-P-08`).
 * @param code a valid code that ends with a number; any other gets `-2` after it.
 */
export function nextCode(code: string, given: Given): string {
  const series = new Series(code);
  return series.codeOf(series.freeFrom(series.number + 1n, given));
}

/** Hands out free codes, each only once; takes no longer for the thousandth duplicate than for the first. */
export class FreeCodes {
  private readonly given: Set<string>;
  /** By series: from which number on up to which all are known to be given. */
  private readonly full = new Map<string, { from: bigint; to: bigint }>();

  /** @param given the codes that somebody has. */
  constructor(given: Iterable<string>) {
    this.given = new Set(given);
  }

  /** As `nextCode`, and given from now on. */
  next(code: string): string {
    const series = new Series(code);
    const key = `${series.width} ${series.beginning}`;
    const first = series.number + 1n;
    const full = this.full.get(key);
    const isWithin = full !== undefined && full.from <= first && first <= full.to + 1n;
    const number = series.freeFrom(isWithin ? full.to + 1n : first, this.given);
    this.full.set(key, { from: isWithin ? full.from : first, to: number });
    const free = series.codeOf(number);
    this.given.add(free);
    return free;
  }
}

/** The codes that differ from one in the number at their end alone; a code may have more digits than a `number` tells apart. */
class Series {
  readonly beginning: string;
  readonly number: bigint;
  /** How many digits the number has at least. */
  readonly width: number;

  constructor(code: string) {
    let at = code.length;
    while (at > 0 && isDigit(code.charCodeAt(at - 1))) at--;
    const digits = code.slice(at);
    this.beginning = digits === '' ? `${code}-` : code.slice(0, at);
    this.number = digits === '' ? 1n : BigInt(digits);
    this.width = Math.max(1, digits.length);
  }

  codeOf(number: bigint): string {
    return `${this.beginning}${String(number).padStart(this.width, '0')}`;
  }

  /** The first number from `number` on whose code nobody has. */
  freeFrom(number: bigint, given: Given): bigint {
    let free = number;
    while (given.has(this.codeOf(free))) free++;
    return free;
  }
}
