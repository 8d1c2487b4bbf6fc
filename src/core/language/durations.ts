/** Durations as planners write them: `6 bulan`, `1,5 tahun`, `satu semester`, `setahun`. */

import { normalForm } from '../text/normal-form';
import { dash } from './dashes';

const monthsOfUnit: Readonly<Record<string, number>> = {
  hari: 12 / 366,
  day: 12 / 366,
  days: 12 / 366,
  minggu: 12 / 53,
  pekan: 12 / 53,
  week: 12 / 53,
  weeks: 12 / 53,
  bulan: 1,
  bln: 1,
  month: 1,
  months: 1,
  triwulan: 3,
  kuartal: 3,
  quarter: 3,
  quarters: 3,
  semester: 6,
  tahun: 12,
  thn: 12,
  th: 12,
  year: 12,
  years: 12,
};

const numberWords: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['satu', 'one', 'se'],
    ['dua', 'two'],
    ['tiga', 'three'],
    ['empat', 'four'],
    ['lima', 'five'],
    ['enam', 'six'],
    ['tujuh', 'seven'],
    ['delapan', 'eight'],
    ['sembilan', 'nine'],
    ['sepuluh', 'ten'],
    ['sebelas', 'eleven'],
    ['dua belas', 'twelve'],
  ].flatMap((words, i) => words.map((word) => [word, i + 1] as const)),
);

const words = Object.keys(numberWords)
  .filter((word) => word !== 'se')
  .sort((a, b) => b.length - a.length)
  .join('|')
  .replaceAll(' ', '\\s');
const number = `(?:\\d{1,4}(?:[.,]\\d{1,2})?|${words})`;
const unit = `(?:${Object.keys(monthsOfUnit)
  .sort((a, b) => b.length - a.length)
  .join('|')})`;

// `TW 2` and `Semester 1` name a time of a year; what is counted stands before its unit.
const duration = new RegExp(
  `(?<![\\p{L}\\d.,])(?:(${number})\\s{0,3}(?:\\([^()]{1,20}\\)\\s{0,3})?(?:${unit}\\s{0,3})?(?:${dash}|s\\.?d\\.?|s/d|sampai(?:\\sdengan)?|hingga|to)\\s{0,3})?` +
    `(?:(${number})\\s{0,3}(?:\\([^()]{1,20}\\)\\s{0,3})?-?|se)(${unit})(?![\\p{L}])`,
  'gu',
);

/**
 * Reads how long something takes, in months; a range counts with its upper end, several units are summed (`1 tahun 6
 * bulan`). A year has 12 months, 53 weeks or 366 days, so that what is called a year never counts as longer.
 *
 * @returns Nothing where no duration can be read, or where the text names several that do not add up.
 */
export function readDuration(text: string): number | undefined {
  const lower = normalForm(text).toLowerCase();
  if (lower.length > 200) return undefined;
  let sum: number | undefined;
  let end = 0;
  for (const match of lower.matchAll(duration)) {
    const value = numberOf(match[2]) * (monthsOfUnit[match[3] as string] as number);
    if (sum === undefined) sum = value;
    else if (/^[\s,]*(?:dan\s+|and\s+)?$/.test(lower.slice(end, match.index))) sum += value;
    else return undefined;
    end = match.index + match[0].length;
  }
  return sum;
}

// `->` is an arrow, and `handover` no `over`.
const longerThan =
  /(?<![\p{L}=‐–—−-])(?<!(?:tidak|tak|tdk|not|no)(?: boleh)?\s{1,3})(?:lebih dari|more than|over|di atas|>)\s{0,3}$/u;

/** Whether the text says that it takes longer than the duration it names: `lebih dari 12 bulan`, `> 1 tahun`. */
export function isBeyond(text: string): boolean {
  const lower = normalForm(text).toLowerCase();
  for (const { index, 1: lowerEnd } of lower.matchAll(duration)) {
    if (lowerEnd === undefined && longerThan.test(lower.slice(Math.max(0, index - 40), index))) return true;
  }
  return false;
}

function numberOf(word: string | undefined): number {
  if (word === undefined) return 1;
  return /^\d/.test(word) ? Number(word.replace(',', '.')) : (numberWords[word.replace(/\s/g, ' ')] ?? 1);
}
