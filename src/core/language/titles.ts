/**
 * How titles are compared (format 2.2): headings, column titles, field labels and names of dimensions are folded to a
 * plain form first, so that case, numbering, dashes, brackets and known spellings do not matter.
 */

import { editDistance, sameDigits, slipsAllowed } from '../text/distance';
import { literally } from '../text/literally';
import { Memo } from '../text/memo';
import { normalForm } from '../text/normal-form';
import type { Range } from '../text/range';

const marksBetweenWords = /[^\p{L}\p{N}]+/gu;
/** The same for texts that hold nothing but ASCII, without the tables of all scripts; a blank by itself stays as it is. */
const asciiMarksBetweenWords = /[^a-z0-9 ][^a-z0-9]*| [^a-z0-9]+/g;

/** Marks that a word processor leaves within words: soft hyphens, and blanks without width. */
const unseen = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}

/** Folds titles to the form in which they are compared: lower case, NFKC, words with one blank between them. */
export class TitleFolder {
  private readonly replacements: readonly (readonly [from: string, to: string])[];
  /** The words that spellings begin with which are folded to another. */
  readonly respelt: readonly string[];
  /** Finds one of them; absent where there are none. */
  private readonly firstWords: RegExp | undefined;
  private readonly known = new Memo((text: string) => this.foldAfresh(text), 4096, 120);

  /** @param spellingFolds folded form -> the ways it is also written (vocabulary `spelling-folds`). */
  constructor(spellingFolds: Readonly<Record<string, readonly string[]>> = {}) {
    const pairs = Object.entries(spellingFolds).flatMap(([to, written]) =>
      written.map((from) => [` ${plain(from)} `, ` ${plain(to)} `] as const),
    );
    // Longer spellings first, so that `quick wins` is not cut short by a fold of one of its words.
    this.replacements = pairs.filter(([from, to]) => from !== to).sort((a, b) => b[0].length - a[0].length);
    this.respelt = this.replacements.map(([from]) => from.trim().split(' ')[0] as string);
    const any = this.respelt.map(literally).join('|');
    this.firstWords = any === '' ? undefined : new RegExp(`(?:^| )(?:${any})(?: |$)`);
  }

  /** The folded form; what was folded lately is remembered, since the same names and titles are asked for again and again. */
  fold(text: string): string {
    return this.known.of(text);
  }

  /** The same for what nobody will ask for again, such as whole sentences. */
  foldAfresh(text: string): string {
    const words = plain(text);
    if (this.firstWords?.test(words) !== true) return words;
    let result = ` ${words} `;
    for (const [from, to] of this.replacements) {
      while (result.includes(from)) result = result.replace(from, to);
    }
    return result.trim();
  }
}

/** A title that is nothing but marks (`#`) stays as it is, or it would equal every other such title. */
function plain(text: string): string {
  if (isAscii(text)) {
    const lower = text.toLowerCase();
    const words = lower.replace(asciiMarksBetweenWords, ' ').trim();
    return words === '' ? lower.trim() : words;
  }
  const lower = normalForm(text).replace(unseen, '').toLowerCase();
  const words = lower.replace(marksBetweenWords, ' ').trim();
  return words === '' ? lower.trim() : words;
}

/** A title without the colon at its end and the blanks before that. */
export function withoutColon(title: string): string {
  return title.endsWith(':') ? title.slice(0, -1).trimEnd() : title;
}

const trailingBrackets = /(?<!\s)\s*\([^()]*\)[\s.:]*$/u;

/** The text without the brackets at its end, again and again: `Ancaman (Threats) (2025)` gives two shorter texts. */
function withoutTrailingBrackets(text: string): string[] {
  const shorter: string[] = [];
  let rest = text;
  for (;;) {
    const next = rest.replace(trailingBrackets, '');
    if (next === rest || next === '') return shorter;
    shorter.push(next);
    rest = next;
  }
}

const yearWord = /^\d{4}$/;
const spanWords = new Set(['s', 'd', 'sd', 'sampai', 'hingga', 'dengan', 'dan', 'to', 'until', 'and']);

/** The folded words without a year or a span at their end, `tahun` before it included; nothing where there is none. */
function withoutTrailingYears(folded: string): string | undefined {
  const words = folded.split(' ');
  let end = words.length;
  if (!yearWord.test(words[end - 1] as string)) return undefined;
  for (;;) {
    while (end > 0 && yearWord.test(words[end - 1] as string)) end--;
    let before = end;
    while (before > 0 && spanWords.has(words[before - 1] as string)) before--;
    if (before === end || before === 0 || !yearWord.test(words[before - 1] as string)) break;
    end = before;
  }
  while (end > 0 && (words[end - 1] === 'tahun' || words[end - 1] === 'year' || words[end - 1] === 'years')) end--;
  return end > 0 ? words.slice(0, end).join(' ') : undefined;
}

/** Folded words with a blank before and after them, as they stand among others. */
export function amongWords(folded: string): string {
  return ` ${folded} `;
}

/** The folded words without one name, wherever it stands; nothing where it is not there or is all. All are `amongWords`. */
function withoutName(words: string, name: string): string | undefined {
  const at = words.indexOf(name);
  if (at < 0) return undefined;
  const rest = `${words.slice(0, at)} ${words.slice(at + name.length)}`.replace(/\s+/g, ' ').trim();
  return rest === '' ? undefined : rest;
}

/** Names that may stand in a title without belonging to it. */
export class TitleSurroundings {
  private readonly anyRegion: RegExp | undefined;
  private readonly anyDimension: RegExp | undefined;

  /** All folded and `amongWords`; longer ones first. */
  constructor(
    readonly region: readonly string[],
    readonly dimensions: readonly string[],
  ) {
    this.anyRegion = anyOf(region);
    this.anyDimension = anyOf(dimensions);
  }

  /** The names of the region that may be in words; most titles hold none of them, which is seen at once. */
  regionIn(words: string): readonly string[] {
    return this.anyRegion?.test(words) === true ? this.region : noNames;
  }

  /** The same for names of dimensions. */
  dimensionsIn(words: string): readonly string[] {
    return this.anyDimension?.test(words) === true ? this.dimensions : noNames;
  }
}

const noNames: readonly string[] = [];

function anyOf(names: readonly string[]): RegExp | undefined {
  return names.length === 0 ? undefined : new RegExp(names.map(literally).join('|'));
}

/**
 * The forms in which a title is looked up, in this order: as it is; without what trails it (brackets, years); without
 * the region's name; without a dimension's name (format 2.2). The numbering is to be taken off before.
 */
export function titleForms(text: string, folder: TitleFolder, around: TitleSurroundings): string[] {
  const forms: string[] = [];
  const add = (form: string | undefined) => {
    if (form !== undefined && form !== '' && !forms.includes(form)) forms.push(form);
  };
  add(folder.fold(text));
  for (const shorter of withoutTrailingBrackets(text)) add(folder.fold(shorter));
  for (const form of [...forms]) add(withoutTrailingYears(form));
  for (const form of [...forms]) {
    let rest = amongWords(form);
    for (const name of around.regionIn(rest)) {
      const shorter = withoutName(rest, name);
      if (shorter === undefined) continue;
      add(shorter);
      rest = amongWords(shorter);
    }
  }
  for (const form of [...forms]) {
    const words = amongWords(form);
    for (const name of around.dimensionsIn(words)) {
      const shorter = withoutName(words, name);
      if (shorter !== undefined) {
        add(shorter);
        break;
      }
    }
  }
  return forms;
}

interface KnownTitle {
  readonly id: string;
  readonly written: string;
  readonly folded: string;
  readonly letters: number;
  readonly set: number;
}

/** The titles of one scope. Where two ids share a title, the first one given keeps it. */
export class TitleList {
  private readonly ids = new Map<string, string>();
  private readonly known: KnownTitle[] = [];

  constructor(titles: Iterable<readonly [id: string, written: string]>, folder: TitleFolder) {
    for (const [id, written] of titles) {
      const folded = folder.fold(written);
      if (folded === '' || this.ids.has(folded)) continue;
      this.ids.set(folded, id);
      this.known.push({ id, written, folded, letters: folded.replaceAll(' ', '').length, set: letterSet(folded) });
    }
  }

  find(folded: string): string | undefined {
    return this.ids.get(folded);
  }

  /** The title that a folded text is a slip away from (format 2.2): 1 letter from 6 letters on, 2 from 12 on. */
  nearest(folded: string): { readonly id: string; readonly written: string; readonly distance: number } | undefined {
    let best: { id: string; written: string; distance: number } | undefined;
    const set = letterSet(folded);
    for (const title of this.known) {
      const limit = Math.min(slipsAllowed(title.letters), best === undefined ? 2 : best.distance - 1);
      if (limit < 1 || !mayBeWithin(set, title.set, limit)) continue;
      const distance = editDistance(folded, title.folded, limit);
      if (distance === 0 || distance > limit) continue;
      // `Program Quick Win 2`, `Program Prioritas B`: what counts or letters several of a kind is no slip.
      if (!sameDigits(folded, title.folded) || folded.startsWith(`${title.folded} `)) continue;
      best = { id: title.id, written: title.written, distance };
    }
    return best;
  }
}

/** Which letters a text has, a bit for each; several share a bit. */
function letterSet(text: string): number {
  let set = 0;
  for (let at = 0; at < text.length; at++) set |= 1 << (text.charCodeAt(at) & 31);
  return set;
}

/** Whether texts with these letters can be so few slips apart: a slip changes two of them at the most. */
function mayBeWithin(one: number, other: number, slips: number): boolean {
  let differing = one ^ other;
  let left = slips * 2;
  while (differing !== 0) {
    if (left-- === 0) return false;
    differing &= differing - 1;
  }
  return true;
}

const word = /[\p{L}\p{N}]+/gu;

/** Where in `text` the words stand that fold to `form`; the whole text where they do not stand together. */
export function rangeOfForm(text: string, form: string, folder: TitleFolder): Range {
  const words = [...text.matchAll(word)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  for (let first = 0; first < words.length; first++) {
    for (let last = words.length - 1; last >= first; last--) {
      const start = (words[first] as Range).start;
      let end = (words[last] as Range).end;
      if (folder.fold(text.slice(start, end)) !== form) continue;
      // A bracket that opens within the words closes with them.
      if (text.slice(start, end).includes('(') && text[end] === ')') end++;
      return { start, end };
    }
  }
  return { start: 0, end: text.length };
}
