/** Texts that say nothing: empty cells, and the placeholders that a template left behind. */

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

const doubleBraces = '\\{\\{[^{}\\n]{0,200}\\}\\}';

/** Finds the words of the vocabulary's `placeholders`, whole words, whatever their case. */
export class PlaceholderFinder {
  private readonly anywhere: RegExp | undefined;
  /** The same without a look at what stands around: many times as fast over a long text. */
  private readonly glimpsed: RegExp | undefined;
  private readonly whole: RegExp | undefined;

  /** @param placeholders as in the vocabulary; `{{…}}` stands for any text in double braces. */
  constructor(placeholders: readonly string[]) {
    if (placeholders.length === 0) return;
    // Longer ones first: `Kabupaten/Kota X` is one placeholder, not `Kota X` with something before it.
    const patterns = [...placeholders]
      .sort((a, b) => b.length - a.length)
      .map((placeholder) => (placeholder === '{{…}}' ? doubleBraces : literally(placeholder).replace(/ /g, '\\s+')));
    const any = patterns.join('|');
    this.anywhere = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${any})(?![\\p{L}\\p{N}_])`, 'giu');
    this.glimpsed = new RegExp(any, 'giu');
    this.whole = new RegExp(`^[\\s\\p{P}]*(?:${any})[\\s\\p{P}]*$`, 'iu');
  }

  /**
   * The stretches of a whole source that look like placeholders, in its order; what the words around make of them is told
   * by `find`. Whatever that finds in a part of the source touches one of these.
   */
  glimpse(source: string): Range[] {
    if (this.glimpsed === undefined) return [];
    return Array.from(source.matchAll(this.glimpsed), ({ index, 0: words }) => ({
      start: index,
      end: index + words.length,
    }));
  }

  /** Every placeholder in a stretch of a text, in its order. */
  *find(source: string, range: Range): Iterable<Range> {
    if (this.anywhere === undefined) return;
    this.anywhere.lastIndex = 0;
    for (const match of source.slice(range.start, range.end).matchAll(this.anywhere)) {
      yield { start: range.start + match.index, end: range.start + match.index + match[0].length };
    }
  }

  /** Whether a text is nothing but a placeholder, marks around it aside. */
  isAll(text: string): boolean {
    return text.length <= 400 && this.whole !== undefined && this.whole.test(text);
  }
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
