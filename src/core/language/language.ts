/** The two languages of a book, and texts that exist in both. */

export type Language = 'id' | 'en';

/** A text in both languages; Indonesian comes first because the books are Indonesian. */
export interface Text {
  readonly id: string;
  readonly en: string;
}

/** Joins words as a sentence does: `a`, `a dan b`, `a, b, dan c`. */
export function enumerate(words: readonly string[], language: Language): string {
  const and = language === 'id' ? 'dan' : 'and';
  if (words.length < 2) return words[0] ?? '';
  if (words.length === 2) return `${words[0]} ${and} ${words[1]}`;
  return `${words.slice(0, -1).join(', ')}, ${and} ${words.at(-1)}`;
}

/** The same enumeration in both languages. */
export function enumerateTexts(words: readonly Text[]): Text {
  return {
    id: enumerate(
      words.map((word) => word.id),
      'id',
    ),
    en: enumerate(
      words.map((word) => word.en),
      'en',
    ),
  };
}
