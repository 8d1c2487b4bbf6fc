/** Years as planners write them: single, in lists and spans, with quarters, semesters and months around them. */

import { Memo } from '../text/memo';
import { normalForm } from '../text/normal-form';
import { dash } from './dashes';

/** Years from the first to the last, both included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface YearsReading {
  /** Sorted, each once. */
  readonly years: readonly number[];
  /** From the first to the last of them. */
  readonly span: Span;
}

interface Mention extends Span {
  readonly start: number;
  readonly end: number;
}

// A date around the year belongs to it (`12-08-2025`, `2025-08-12`); `2025.000` is an amount and no year.
const absolute = new RegExp(
  `(?<![\\p{L}\\d])(?:\\d{1,2}[./-]\\d{1,2}[./-])?((?:19|20|21)\\d\\d)(?:-\\d\\d-\\d\\d|(?:${dash}|/)(\\d\\d)(?![\\d-]))?(?!\\p{L}|\\d|\\.\\d{3})`,
  'gu',
);

const ordinalWords = [
  'pertama',
  'kedua',
  'ketiga',
  'keempat',
  'kelima',
  'keenam',
  'ketujuh',
  'kedelapan',
  'kesembilan',
  'kesepuluh',
];

const ordinal = `(\\d{1,2}|[ivx]{1,4}|${ordinalWords.join('|')})(?![\\p{L}\\d])`;

// `3 tahun 6 bulan` is a duration: nothing stands before the word, and no unit of time after the number.
const relative = new RegExp(
  `(?<![\\p{L}\\d])(?<!\\d\\s{0,3})(?:tahun|thn|th|years?)\\.?\\s{0,3}(?:ke\\s?${dash}?\\s?)?${ordinal}(?!\\s{0,3}(?:bulan|minggu|hari|tahun|months?|weeks?|days?|years?))`,
  'gu',
);

const relativeFurther = new RegExp(
  `\\s{0,3}(${dash}|[/,;&]|s\\.?d\\.?|s/d|sampai(?: dengan)?|hingga|to|dan|and)\\s{0,3}(?:(?:tahun|thn|th|year)\\s{0,3})?(?:ke\\s?${dash}?\\s?)?${ordinal}(?!\\s{0,3}(?:bulan|minggu|hari|tahun|months?|weeks?|days?|years?))`,
  'uy',
);

const connectors = new Set('- ‐ – — − ~ / sampai hingga sd until till to through'.split(' '));

/** Words that may stand beside a year inside a span: `TW I 2025 - TW III 2026`. */
const besides = new Set(
  (
    'tahun thn th ta anggaran dengan awal akhir pertengahan bulan tanggal tgl ke tw triwulan kuartal quarter caturwulan ' +
    'semester smt sem year early mid late end i ii iii iv januari februari maret april mei juni juli ' +
    'agustus september oktober november desember jan feb mar apr jun jul agu agt ags aug sep sept okt oct nov nop des dec ' +
    'january february march may june july august october december . ( ) [ ]'
  ).split(' '),
);

const besideGap = 60;

/**
 * Reads the years that a text names (format 1.1 and 3.3): `2025`, `2025-2027`, `2025 s.d. 2027`, `2025, 2027`,
 * `TW II 2025`, `Tahun ke-1`. Other words around them do no harm.
 *
 * @param period The masterplan's period; without it `Tahun ke-1` names no year.
 * @returns Nothing where no year can be read (`3-4 tahun`), or where a span runs backwards.
 */
export function readYears(text: string, period?: Span): YearsReading | undefined {
  if (period === undefined) return withoutPeriod.of(text);
  let memo = withPeriods.get(period);
  if (memo === undefined) {
    memo = new Memo((own) => readYearsAfresh(own, period));
    withPeriods.set(period, memo);
  }
  return memo.of(text);
}

const withoutPeriod = new Memo((text) => readYearsAfresh(text, undefined));
const withPeriods = new WeakMap<Span, Memo<YearsReading | undefined>>();

function readYearsAfresh(text: string, period: Span | undefined): YearsReading | undefined {
  const lower = normalForm(text).toLowerCase();
  const years = new Set<number>();
  let before: Mention | undefined;
  for (const mention of mentionsIn(lower)) {
    if (mention.to < mention.from) return undefined;
    let from = mention.from;
    if (before !== undefined && isSpanGap(lower.slice(before.end, mention.start))) {
      if (mention.to < before.from) return undefined;
      from = Math.min(before.to, from);
    }
    addSpan(years, from, mention.to);
    before = mention;
  }
  if (period !== undefined && !addRelative(years, lower, period)) return undefined;
  if (years.size === 0) return undefined;
  const sorted = [...years].sort((a, b) => a - b);
  return { years: sorted, span: { from: sorted[0] as number, to: sorted.at(-1) as number } };
}

/** Whether a text counts its years from the period's start (`Tahun ke-1`), so that it says nothing without one. */
export function isRelativeYears(text: string): boolean {
  return normalForm(text).toLowerCase().search(relative) >= 0;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all that is not ASCII may be folded to a digit or a letter
const mayNameYear = /\d|t[ha]|y|[^\u0000-\u007f]/i;

/**
 * The year that a text names and nothing else: `2025`, `Tahun 2025`, `(2025)`, and `Tahun ke-1` where there is a
 * period. Such a column title makes a year column (format 3.3).
 */
export function readYearTitle(text: string, period?: Span): number | undefined {
  // Most titles name no year: they are not worth a closer look.
  if (!mayNameYear.test(text)) return undefined;
  const words = normalForm(text)
    .toLowerCase()
    .replace(/[\s()[\]:.*_]+/g, ' ')
    .trim();
  const plain = /^(?:(?:tahun|thn|th|ta|year|fy)(?: anggaran)? ?)?((?:19|20|21)\d\d)$/.exec(words);
  if (plain !== null) return Number(plain[1]);
  if (period === undefined) return undefined;
  const counted = new RegExp(`^(?:tahun|thn|th|year) (?:ke ?${dash}? ?)?${ordinal}$`, 'u').exec(words);
  const position = counted === null ? 0 : ordinalOf(counted[1] as string);
  return position > 0 ? period.from + position - 1 : undefined;
}

/** A span as planners write it: `2025`, `2026-2029`. */
export function spanText({ from, to }: Span): string {
  return from === to ? String(from) : `${from}-${to}`;
}

/** Several years as planners write them: stretches without a gap are spans. */
export function yearsText(years: readonly number[]): string {
  const spans: { from: number; to: number }[] = [];
  for (const year of years) {
    const last = spans.at(-1);
    if (last !== undefined && year === last.to + 1) last.to = year;
    else spans.push({ from: year, to: year });
  }
  return spans.map(spanText).join(', ');
}

function* mentionsIn(lower: string): Iterable<Mention> {
  for (const match of lower.matchAll(absolute)) {
    const from = Number(match[1]);
    // `2025-27` is a span, `2025-08` a month.
    const tail = match[2] === undefined ? 0 : Number(match[2]);
    const to = tail > 12 && tail > from % 100 ? from - (from % 100) + tail : from;
    yield { from, to, start: match.index, end: match.index + match[0].length };
  }
}

/** Whether what stands between two years makes them the ends of a span. */
function isSpanGap(gap: string): boolean {
  if (gap.length > besideGap) return false;
  const words = gap.replace(/(?<!\p{L})s\s?[./]\s?d\.?(?!\p{L})/gu, ' - ').match(/[\p{L}\d]+|[^\s]/gu) ?? [];
  let connected = false;
  for (const word of words) {
    if (connectors.has(word)) connected = true;
    else if (!besides.has(word) && !/^(?:tw|q|s|smt)?\d{1,2}$/.test(word)) return false;
  }
  return connected;
}

/** Adds what is counted from the period's start; false where such a span runs backwards. */
function addRelative(years: Set<number>, lower: string, period: Span): boolean {
  for (const match of lower.matchAll(relative)) {
    let last = ordinalOf(match[1] as string);
    if (last === 0) continue;
    addSpan(years, period.from + last - 1, period.from + last - 1);
    let at = match.index + match[0].length;
    for (;;) {
      relativeFurther.lastIndex = at;
      const further = relativeFurther.exec(lower);
      const position = further === null ? 0 : ordinalOf(further[2] as string);
      if (further === null || position === 0) break;
      const spans = !/^(?:[,;&]|dan|and)$/.test(further[1] as string);
      if (spans && position < last) return false;
      addSpan(years, period.from + (spans ? last : position) - 1, period.from + position - 1);
      last = position;
      at = relativeFurther.lastIndex;
    }
  }
  return true;
}

function addSpan(years: Set<number>, from: number, to: number): void {
  for (let year = from; year <= to; year++) years.add(year);
}

/** `2`, `ii`, `kedua` -> 2; 0 where it is none of these. */
function ordinalOf(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  const spelt = ordinalWords.indexOf(word);
  if (spelt >= 0) return spelt + 1;
  return ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'].indexOf(word) + 1;
}
