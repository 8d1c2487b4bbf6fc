/** Amounts of money as planners write them, in whole budgets and in cells: `Rp 1.250.000.000`, `1,25 M`, `750 juta`. */

import { editDistance, slipsAllowed } from '../text/distance';
import { Memo } from '../text/memo';
import { normalForm } from '../text/normal-form';
import { dash } from './dashes';

/** With the spellings that are met: `milyar`, `milliar`, `miliyar`, `trilyun`. */
const units: readonly (readonly [factor: number, word: RegExp])[] = [
  [1e3, /^(?:ribu(?:an)?|rb|thousands?)$/],
  [1e6, /^(?:juta(?:an)?|jt|mil{1,2}ions?|mio)$/],
  [1e9, /^(?:m|mil{1,2}[ijy]{1,2}ar(?:d|an)?|mlr|bil{1,2}ions?|bn)$/],
  [1e12, /^(?:t|tril{1,2}[ijy]{1,2}un(?:an)?|tril{1,2}ions?|trn|tn)$/],
];
/** What a word that is no unit may have been meant as. */
const unitNames = 'ribu juta miliar milyar triliun trilyun thousand million billion trillion'.split(' ');

// The number ends at its last digit; the dash of `500.000,-` follows it. A dot before it belongs to `Rp.`, or else to
// another number. An `Rp` behind it is that of the next amount.
const amount =
  /(?:(?<![\p{L}\d$€%])(rp|idr)\s{0,3}[.:]?\s{0,3}|(?<![\p{L}\d.,$€%]))(\d[\d.,]*\d|\d)([.,][-–—=]+)?(?:\s{0,3}(?!(?:rp|idr)(?!\p{L}))(\p{L}{1,40}[\d²³]?|%))?/giu;

/** `Rp 1 500 000`: blanks between groups of three digits, one group behind `Rp` or else two. */
const groupedByBlanks = /(?:(?<=rp\.? ?)\d{1,3}|(?<![\d.,])\d{1,3} \d{3})(?: \d{3})+(?!\.?\d)/gi;

interface Amount {
  readonly start: number;
  readonly end: number;
  readonly prefixed: boolean;
  readonly digits: string;
  readonly unit?: number;
  /** A word follows that is no unit: `2 paket`. */
  readonly counted: boolean;
  /** That word was meant as a unit: how much it is, nobody can say. */
  readonly garbled: boolean;
}

/**
 * Reads an amount in rupiah (format 3.3). Several amounts are summed, a range counts with its upper end, words
 * around a readable amount are allowed. Separators may be Indonesian or English.
 *
 * @param scale What a unit in the column's title multiplies amounts by that have none of their own (`readScale`).
 * @returns Nothing where no amount can be read, or where one of them is not well formed (`Rp 1.25.000`, `Rp 3 miliat`), or
 *   in a text of more than 2,000 UTF-16 units.
 */
export function readMoney(text: string, scale = 1): number | undefined {
  let memo = amountsByScale.get(scale);
  if (memo === undefined) {
    if (amountsByScale.size >= mostScales) amountsByScale.clear();
    memo = new Memo((own) => readMoneyAfresh(own, scale));
    amountsByScale.set(scale, memo);
  }
  return memo.of(text);
}

const amountsByScale = new Map<number, Memo<number | undefined>>();
/** There are a handful of units; a table may name any power of ten. */
const mostScales = 20;

/** A cell longer than this is no amount; how amounts in it hang together is not asked. UTF-16 units. */
const mostText = 2000;

function readMoneyAfresh(text: string, scale: number): number | undefined {
  if (text.length > mostText) return undefined;
  const plain = normalForm(text).replace(groupedByBlanks, (digits) => digits.replaceAll(' ', '.'));
  let amounts = [...amountsIn(plain)];
  const explicit = amounts.some((each) => each.prefixed || each.unit !== undefined);
  amounts = amounts.filter(
    (each) => each.prefixed || each.unit !== undefined || each.garbled || isOwn(each, amounts, plain, explicit, scale),
  );
  let sum = 0;
  let counted = 0;
  for (let i = 0; i < amounts.length; i++) {
    let value = rupiahOf(amounts[i] as Amount, unitAfter(plain, amounts, i), scale);
    while (i + 1 < amounts.length && isRange(plain, amounts[i] as Amount, amounts[i + 1] as Amount)) {
      i++;
      const upper = rupiahOf(amounts[i] as Amount, unitAfter(plain, amounts, i), scale);
      value = value === undefined || upper === undefined ? undefined : Math.max(value, upper);
    }
    if (value === undefined) return undefined;
    sum += value;
    counted++;
  }
  return counted === 0 || !Number.isFinite(sum) ? undefined : sum;
}

/**
 * The factor that a column's title gives to its amounts: `Anggaran (Rp juta)` is 1,000,000, `Anggaran (Rp 000)`
 * 1,000, a title without a unit 1.
 */
export function readScale(title: string): number {
  const plain = normalForm(title);
  const zeros = /[([][^()[\]]*?(?<![\d.,])1?((?:[.,]?000)+)(?![\d.]|,\d)[^()[\]]*[)\]]/.exec(plain);
  if (zeros !== null) return 10 ** (zeros[1] as string).replace(/\D/g, '').length;
  for (const word of plain.match(/\p{L}+/gu) ?? []) {
    // A lone `M` or `T` is a unit only where it stands for itself in brackets: `(M)`, `(Rp M)`.
    if (word.length > 1 && !/^(?:mio|tn|trn|bn)$/i.test(word)) {
      const unit = unitOf(word, true);
      if (unit !== undefined) return unit;
    }
  }
  const short = /[([]\s*(?:(?:dalam|in)\s+)?(?:(?:(?:rp|idr)\.?|\.)\s*)?(M|T|mio|tn|trn|bn)\.?\s*[)\]]/i.exec(plain);
  return short === null ? 1 : (unitOf(short[1] as string, true) ?? 1);
}

function* amountsIn(plain: string): Iterable<Amount> {
  for (const match of plain.matchAll(amount)) {
    const prefixed = match[1] !== undefined;
    const word = match[4];
    const unit = word === undefined ? undefined : unitOf(word, prefixed);
    const digits = match[2] as string;
    const start = match.index;
    // A word that is no unit is left to what follows: the next amount may begin with it.
    const end = unit === undefined && word !== undefined ? start + match[0].lastIndexOf(word) : start + match[0].length;
    const counted =
      word !== undefined && unit === undefined && !/^(?:per|rupiah|s|sd|sampai|hingga|dan|to|and|x)$/i.test(word);
    const garbled = counted && isGarbledUnit(word, digits, prefixed);
    yield { start, end, prefixed, digits, counted, garbled, ...(unit === undefined ? {} : { unit }) };
  }
}

/** `M` and `T` are units as capitals, or after `Rp`: `500 m` may be metres. */
function unitOf(word: string, prefixed: boolean): number | undefined {
  if (!prefixed && (word === 'm' || word === 't')) return undefined;
  const lower = word.toLowerCase();
  return units.find(([, unit]) => unit.test(lower))?.[0];
}

/**
 * Whether the word after a number is a slip away from a unit (`Rp 3 miliat`), or short for one (`Rp 3 mil`). Fewer
 * letters are asked for after `Rp`; what is written out to the last rupiah has no unit.
 */
function isGarbledUnit(word: string, digits: string, prefixed: boolean): boolean {
  const lower = word.toLowerCase();
  return (
    lower.length > 2 &&
    (numberOf(digits, true) ?? 0) < 1000 &&
    unitNames.some(
      (unit) =>
        unit[0] === lower[0] &&
        ((prefixed && unit.startsWith(lower)) ||
          editDistance(lower, unit, 1) <= (prefixed ? 1 : slipsAllowed(unit.length))),
    )
  );
}

/** Whether a number that has neither `Rp` nor a unit is meant as an amount. */
function isOwn(each: Amount, all: readonly Amount[], plain: string, explicit: boolean, scale: number): boolean {
  if (each.counted) return false;
  const next = all[all.indexOf(each) + 1];
  // `500-750 juta`: the lower end of a range takes the unit of the upper one.
  if (next !== undefined && (next.unit !== undefined || next.prefixed) && isRange(plain, each, next)) return true;
  if (/^\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?$/.test(each.digits)) return true;
  if (explicit) return isRangeEnd(each, all, plain);
  if (!/^(?:19|20|21)\d\d$/.test(each.digits)) return true;
  return scale !== 1 && all.length === 1;
}

/** `Rp 500.000 - 750.000`: the upper end of a range needs no `Rp` of its own. */
function isRangeEnd(each: Amount, all: readonly Amount[], plain: string): boolean {
  const before = all[all.indexOf(each) - 1];
  return before?.prefixed === true && isRange(plain, before, each);
}

const betweenEnds = new RegExp(
  `^\\.?\\s{0,3}(?:${dash}|~|s\\.?\\s?d\\.?|s/d|sampai(?: dengan)?|hingga|to)\\s{0,3}$`,
  'i',
);

function isRange(plain: string, lower: Amount, upper: Amount): boolean {
  return betweenEnds.test(plain.slice(lower.end, upper.start));
}

/** A number's own unit, else that of the upper end of its range. */
function unitAfter(plain: string, amounts: readonly Amount[], at: number): number | undefined {
  const own = amounts[at] as Amount;
  if (own.unit !== undefined) return own.unit;
  const next = amounts[at + 1];
  if (next === undefined || !isRange(plain, own, next)) return undefined;
  // Written out to the last rupiah, it has no unit left out: `Rp 500.000.000 - 1 M`.
  return /[.,]\d{3}(?:\D|$)/.test(own.digits) ? undefined : next.unit;
}

function rupiahOf(each: Amount, unit: number | undefined, scale: number): number | undefined {
  if (each.garbled) return undefined;
  const factor = unit ?? scale;
  const number = numberOf(each.digits, factor !== 1);
  if (number === undefined) return undefined;
  // Nobody pays a fraction of a rupiah: what follows was meant as a unit (`Rp 1,5 mlyr`).
  if (factor === 1 && each.prefixed && each.counted && number < 1000 && !Number.isInteger(number)) return undefined;
  // `Rp 750.000.000` below `(Rp juta)` is written out to the last rupiah, whatever the title says.
  const writtenOut = unit === undefined && each.prefixed && /^\d{1,3}(?:([.,])\d{3}){2}/.test(each.digits);
  return Math.round(number * (writtenOut ? 1 : factor));
}

/** Digits with separators as a number; nothing where the separators make no sense. */
function numberOf(digits: string, scaled: boolean): number | undefined {
  if (digits.length > 40) return undefined;
  if (/^\d+$/.test(digits)) return Number(digits);
  // One comma with three digits is a decimal comma where a unit follows: `1,250 M`; with a point they are a group.
  if (scaled && /^\d{1,3},\d{3}$/.test(digits)) return Number(digits.replace(',', '.'));
  const grouped = /^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)(?:[.,](\d{1,2}))?$/.exec(digits);
  if (grouped !== null) return Number(`${(grouped[1] as string).replace(/\D/g, '')}.${grouped[3] ?? '0'}`);
  const decimal = /^(\d+)[.,](\d+)$/.exec(digits);
  return decimal === null ? undefined : Number(`${decimal[1]}.${decimal[2]}`);
}
