/** Texts that say nothing: empty cells, and the placeholders that a template left behind. */

import { changedStretch } from '../text/changed';
import { literally } from '../text/literally';
import { Memo } from '../text/memo';
import type { Range } from '../text/range';

const emptyWords = new Set(['', 'n/a', 'na', 'nihil', 'belum ada', 'tbd']);
const saysSomething = /^[acd-mo-su-zACD-MO-SU-Z\d]/;
const onlyDots = /^[\s\-–—−.…_]*$/u;

/** Whether a cell or a field says nothing (format 3.3): blank, dashes, dots, `n/a`, `nihil`, `belum ada`, `TBD`. */
export function isEmptyCell(text: string): boolean {
  // Nearly all that says something begins with another letter than the words that say nothing.
  if (saysSomething.test(text)) return false;
  if (text.length > 40) return onlyDots.test(text);
  return onlyDots.test(text) || emptyWords.has(text.trim().toLowerCase());
}

const doubleBraces = '\\\\?\\{\\\\?\\{[^{}\\n]{0,200}\\}\\\\?\\}';

/** Finds the words of the vocabulary's `placeholders`, whole words, whatever their case. */
export class PlaceholderFinder {
  private readonly anywhere: RegExp | undefined;
  /** The same without a look at what stands around: many times as fast over a long text. */
  private readonly glimpsed: RegExp | undefined;
  /** A word of each, those of one letter and those without any apart: where none of them stands, no placeholder does. */
  private readonly words: RegExp | undefined;
  private readonly letters: readonly string[] = [];
  private readonly signs: readonly string[] = [];
  /** The longest of all these, with what stands in front of it. */
  private readonly reach: number = 0;
  /** The text looked at last in which none of them stood: mostly the next one differs from it in a letter. */
  private without = '';
  private readonly whole: RegExp | undefined;
  private readonly holding = new Memo(
    (text) => this.find(text, { start: 0, end: text.length })[Symbol.iterator]().next().done !== true,
  );

  /** @param placeholders as in the vocabulary; `{{…}}` stands for any text in double braces. */
  constructor(placeholders: readonly string[]) {
    if (placeholders.length === 0) return;
    // Longer ones first: `Kabupaten/Kota X` is one placeholder, not `Kota X` with something before it.
    const patterns = [...placeholders]
      .sort((a, b) => b.length - a.length)
      .map((placeholder) => (placeholder === '{{…}}' ? doubleBraces : asWritten(placeholder)));
    const any = patterns.join('|');
    this.anywhere = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${any})(?![\\p{L}\\p{N}_])`, 'giu');
    this.glimpsed = new RegExp(any, 'giu');
    const words = sharedWords(placeholders);
    const isLetter = (word: string) => /^[a-jl-rt-z]$/.test(word);
    this.letters = words.filter(isLetter);
    const isSigns = (word: string) => !/[\p{L}\p{N}]/u.test(word);
    this.signs = words.filter(isSigns);
    // Each of its characters may be escaped.
    this.reach = 1 + 2 * Math.max(0, ...words.map((word) => word.length));
    const others = words.filter((word) => !isLetter(word) && !isSigns(word));
    this.words = others.length === 0 ? undefined : new RegExp(others.map(literally).join('|'), 'iu');
    this.whole = new RegExp(`^[\\s\\p{P}]*(?:${any})[\\s\\p{P}]*$`, 'iu');
  }

  /**
   * The stretches of a whole source that look like placeholders, in its order; what the words around make of them is told
   * by `find`. Whatever that finds in a part of the source touches one of these.
   */
  glimpse(source: string): Range[] {
    if (this.glimpsed === undefined) return [];
    const { start, end } = changedStretch(this.without, source);
    if (!this.isHinted(source.slice(Math.max(0, start - this.reach), end + this.reach))) {
      this.without = source;
      return [];
    }
    return Array.from(source.matchAll(this.glimpsed), ({ index, 0: words }) => ({
      start: index,
      end: index + words.length,
    }));
  }

  private isHinted(written: string): boolean {
    const source = written.replaceAll('\\', '');
    return (
      this.words?.test(source) === true ||
      this.signs.some((sign) => source.includes(sign)) ||
      this.letters.some((letter) => isBehindBlank(source, letter))
    );
  }

  /** Every placeholder in a stretch of a text, in its order. */
  *find(source: string, range: Range): Iterable<Range> {
    if (this.anywhere === undefined) return;
    this.anywhere.lastIndex = 0;
    for (const match of source.slice(range.start, range.end).matchAll(this.anywhere)) {
      yield { start: range.start + match.index, end: range.start + match.index + match[0].length };
    }
  }

  /** Whether a placeholder stands in a text; names and cells are asked about again and again. */
  isIn(text: string): boolean {
    return this.holding.of(text);
  }

  /** Whether a text is nothing but a placeholder, marks around it aside. */
  isAll(text: string): boolean {
    return text.length <= 400 && this.whole !== undefined && this.whole.test(text);
  }
}

/** A placeholder's pattern: any blanks, and marks with or without the escapes that converters write (`\[isi di sini\]`). */
function asWritten(placeholder: string): string {
  const pattern = (character: string) =>
    character === ' ' ? '\\s+' : (/[!-/:-@[-`{-~]/.test(character) ? '\\\\?' : '') + literally(character);
  return Array.from(placeholder, pattern).join('');
}

/** As few words as can be, of which each placeholder holds one: words that several share go first. */
function sharedWords(placeholders: readonly string[]): string[] {
  const chosen: string[] = [];
  let left = placeholders.map((placeholder) =>
    placeholder === '{{…}}'
      ? ['{{']
      : placeholder
          .toLowerCase()
          .split(' ')
          .filter((word) => word !== ''),
  );
  while (left.length > 0) {
    const counts = new Map<string, number>();
    for (const words of left) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
    const [best] = [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)[0] ?? [];
    if (best === undefined) return chosen;
    chosen.push(best);
    left = left.filter((words) => !words.includes(best));
  }
  return chosen;
}

/** Whether a single character stands behind a blank, whatever its case. */
function isBehindBlank(source: string, character: string): boolean {
  for (const written of new Set([character, character.toUpperCase()])) {
    for (let at = source.indexOf(written, 1); at > 0; at = source.indexOf(written, at + 1)) {
      if (/\s/.test(source[at - 1] as string)) return true;
    }
  }
  return false;
}
