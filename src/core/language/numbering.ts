/** The numbers that planners put before their headings by hand: `BAB III`, `3.1.2.`, `A.`, `a)`, `IV.`. */

import { Memo } from '../text/memo';
import type { Range } from '../text/range';

/** `chapter`: `BAB III`; `decimal`: `3.1`, also `A.1` and `III.2`; `roman`: `IV.`; `letter`: `a.`. */
export type NumberStyle = 'chapter' | 'decimal' | 'roman' | 'letter';

export interface NumberReading {
  readonly style: NumberStyle;
  /** `3.1.2` is 3, 1, 2; `BAB III` is 3; `C.` is 3 as a letter and 100 as a roman number. */
  readonly values: readonly number[];
}

/** A number at the start of a text: its range is that of the number with its own closing mark (`3.1.`, `a)`). */
export interface HeadingNumber extends Range, NumberReading {
  /** Where the words begin: past the number, and the blanks and the dash after it. */
  readonly textStart: number;
  /** How the first part is written where that is not with digits. */
  readonly lead?: 'roman' | 'letter';
  /** Capitals in a roman number or a letter. */
  readonly upper: boolean;
  /** The roman reading of a single letter; its siblings decide which one holds. */
  readonly roman?: NumberReading;
}

/** Signs that are put before a number, `📊 1. Analisis SWOT`, and the marks that colour or join them. */
const signs = /(?:[\s\p{So}\p{Emoji_Modifier}]|[\u200d\ufe0f])*/uy;

const chapterNumber = /((?:bab|chapter)\s+(\d{1,2}|[ivxl]+)((?:\.\d{1,2})*)(?![\p{L}\d-])[.:)]?)/iuy;
const decimalNumber =
  /(\(\d{1,3}\)|\d{1,2}(?:\.\d{1,2})+(?:[.:)](?!\d)|(?=\s|$))|\d{1,3}[.:)](?!\d)|\d\ufe0f?\u20e3)/uy;
const letteredNumber = /(\(([a-z]|[ivxl]{2,7})\)|([a-z]|[ivxl]{2,7})(?:[.)]|((?:\.\d{1,2})+)[.:)]?))(?=\s|$)/iuy;
const after = /(?:\s*[-–—:](?=\s|$))?\s*/uy;

/**
 * Reads the number at the start of a heading's words (format 2.2). An integer counts only with a dot, a bracket or
 * a colon after it, or as `BAB 3`; numbers such as `1.000` and `2025.` are none.
 *
 * @param text The heading's words; offsets in the result are UTF-16 units of this text.
 */
export function readNumber(text: string): HeadingNumber | undefined {
  return mayBegin.test(text) ? numbers.of(text) : undefined;
}

/** Most headings begin with a word, which takes no memory to see. */
const mayBegin = /^\s*(?:\P{L}|(?:bab|chapter)\s|(?:[a-z]|[ivxl]{2,7})[.)])/iu;

/** The same headings are read with every keystroke. */
const numbers = new Memo((text) => readChapter(text) ?? readDecimal(text) ?? readLettered(text));

/** Digits and letters in turn, `III.C.1`, `3.1.a.`: dropped from a heading, but in no series that could be continued. */
const mixedNumber =
  /(?=\S*\d)(?=\S*[A-Za-z])(?:[IVXL]{1,7}|[A-Z]|\d{1,2})(?:\.(?:[IVXL]{1,7}|[A-Za-z]|\d{1,2})){1,6}[.:)]?(?:\s+|$)/uy;

/** How far the signs and blanks at the start of a text reach. */
export function endOfSigns(text: string): number {
  signs.lastIndex = 0;
  signs.test(text);
  return signs.lastIndex;
}

/** What stands behind the signs at the start of a text; the pattern's `lastIndex` is its end there. */
function pastSigns(pattern: RegExp, text: string): RegExpExecArray | null {
  pattern.lastIndex = endOfSigns(text);
  return pattern.exec(text);
}

/** Where a heading's words begin, past its number of whatever shape and the blanks after it. */
export function wordsStart(text: string): number {
  return pastSigns(mixedNumber, text) === null ? (readNumber(text)?.textStart ?? 0) : mixedNumber.lastIndex;
}

/** Words that count something by name: `Program 2: Gerai Desa`. */
export interface Count {
  /** What is counted: `Program`. */
  readonly of: string;
  /** Where what it is called begins, past the number and the mark after it; the end of the text where it is not called. */
  readonly after: number;
}

const countedWords =
  /(\p{L}[^\d:]{2,59}?)\s+(?:[Kk]e\s?-?\s?|[Nn]o\.?\s?|#)?(?:\d{1,2}|[IVX]{1,5}|[A-Z])(?:[.:)]?(?=\s*$)|[.:)](?=\s)|\s*(?:[-–—]|--)(?=\s)|\s+:(?=\s))\s*/uy;

/**
 * Reads words that count what they name, up to 99, by digits, roman numbers or capital letters: `Quick Win III – …`,
 * `Kegiatan ke-1. …`, `Program 2`. A mark stands between the number and the name: `Program 1000 Lampu` counts nothing.
 *
 * @param text A heading's words past its own number; offsets in the result are UTF-16 units of this text.
 */
export function readCount(text: string): Count | undefined {
  const match = pastSigns(countedWords, text);
  return match === null ? undefined : { of: match[1] as string, after: countedWords.lastIndex };
}

/** The text without its leading number and the blanks after it; a text that is only a number becomes empty. */
export function withoutNumber(text: string): string {
  const number = readNumber(text);
  return number === undefined ? text : text.slice(number.textStart);
}

/** The value of a roman number written by the rules, 1 to 3999; nothing for any other word. */
export function romanValue(word: string): number | undefined {
  const upper = word.toUpperCase();
  if (!/^(?=.)M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/.test(upper)) return undefined;
  const letters: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
  let sum = 0;
  for (let i = 0; i < upper.length; i++) {
    const value = letters[upper[i] as string] as number;
    sum += value < (letters[upper[i + 1] ?? ''] ?? 0) ? -value : value;
  }
  return sum;
}

/** A number in roman digits. @throws RangeError outside 1 to 3999. */
export function toRoman(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 3999) throw new RangeError(`No roman number for ${value}`);
  const steps: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let roman = '';
  for (const [step, letters] of steps) {
    while (rest >= step) {
      roman += letters;
      rest -= step;
    }
  }
  return roman;
}

function readChapter(text: string): HeadingNumber | undefined {
  const match = pastSigns(chapterNumber, text);
  if (match === null) return undefined;
  const word = match[2] as string;
  const digits = /^\d/.test(word);
  const first = digits ? Number(word) : romanValue(word);
  if (first === undefined) return undefined;
  const values = [first, ...partsOf(match[3] as string)];
  return place(text, match, {
    style: 'chapter',
    values,
    upper: !digits && isUpper(word),
    ...(digits ? {} : { lead: 'roman' }),
  });
}

function readDecimal(text: string): HeadingNumber | undefined {
  const match = pastSigns(decimalNumber, text);
  if (match === null) return undefined;
  return place(text, match, { style: 'decimal', values: partsOf(match[1] as string), upper: false });
}

function readLettered(text: string): HeadingNumber | undefined {
  const match = pastSigns(letteredNumber, text);
  if (match === null) return undefined;
  const word = (match[2] ?? match[3]) as string;
  // Mixed cases are a word of the heading, not a number: `Vi.`
  if (word !== word.toUpperCase() && word !== word.toLowerCase()) return undefined;
  const parts = match[4] === undefined ? [] : partsOf(match[4]);
  const roman = romanValue(word);
  const style = (own: 'roman' | 'letter'): NumberStyle => (parts.length > 0 ? 'decimal' : own);
  const upper = isUpper(word);
  if (word.length > 1) {
    if (roman === undefined) return undefined;
    return place(text, match, { style: style('roman'), values: [roman, ...parts], upper, lead: 'roman' });
  }
  const letter = word.toLowerCase().charCodeAt(0) - 96;
  return place(text, match, {
    style: style('letter'),
    values: [letter, ...parts],
    upper,
    lead: 'letter',
    ...(roman === undefined ? {} : { roman: { style: style('roman'), values: [roman, ...parts] } }),
  });
}

function place(
  text: string,
  match: RegExpExecArray,
  reading: Omit<HeadingNumber, 'start' | 'end' | 'textStart'>,
): HeadingNumber {
  const end = match.index + match[0].length;
  after.lastIndex = end;
  const textStart = end + (after.exec(text)?.[0].length ?? 0);
  return { start: end - (match[1] as string).length, end, textStart, ...reading };
}

function partsOf(digits: string): number[] {
  return (digits.match(/\d+/g) ?? []).map(Number);
}

function isUpper(word: string): boolean {
  return word === word.toUpperCase();
}
