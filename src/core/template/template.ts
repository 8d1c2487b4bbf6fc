/** What a masterplan must contain: the shapes of a template. The presets are data of these shapes. */

import type { Text } from '../language/language';

/** Something that has a name in these books: the canonical titles, and the other ways it is written. */
export interface Titled {
  readonly id: string;
  readonly title: Text;
  /** Synonyms in either language, as written; they are compared normalised. */
  readonly also: readonly string[];
}

export type BookKind = Titled;

export interface Dimension extends Titled {
  /** Names that are understood, and reported as wrong (rule `dimension-name`). */
  readonly wrong: readonly string[];
  readonly sub: readonly Titled[];
}

/** A section as it is listed by its scope. */
export interface SectionUse {
  readonly id: string;
  readonly required: boolean;
}

export interface ChapterKind extends Titled {
  /** A book id; `any`: the frontmatter's `book`, else that of the chapters beside it in its folder. */
  readonly book: string;
  /** May stand only once in a masterplan. */
  readonly once: boolean;
  /** `per-dimension`: one for each dimension of the set. */
  readonly required: boolean | 'per-dimension';
  /** One for each dimension, but none is missed: a manifest relaxed a kind that is `per-dimension`. */
  readonly optional?: true;
  readonly sections: readonly SectionUse[];
}

export interface SectionKind extends Titled {
  readonly sections: readonly SectionUse[];
  /**
   * A group only gathers sections of its own scope: they may stand in it or beside it, and what they
   * satisfy is the scope around the group (`programmes` and the horizon sections, format 2.2).
   */
  readonly group: boolean;
}

export type ReferenceTarget = 'strategy' | 'swot-item' | 'programme';

export interface Field extends Titled {
  /** A programme without it is incomplete. */
  readonly required: boolean;
  readonly refersTo?: ReferenceTarget;
}

export interface Template {
  readonly id: string;
  readonly books: readonly BookKind[];
  readonly dimensions: readonly Dimension[];
  readonly chapters: readonly ChapterKind[];
  readonly sections: readonly SectionKind[];
  /** Fields of programmes. */
  readonly fields: readonly Field[];
  /** Further fields of a quick win's profile. */
  readonly quickWinFields: readonly Field[];
  readonly fundingSources: readonly string[];
  /** Normalised form -> the ways it is also written (`analisis` <- `analisa`). */
  readonly spellingFolds: Readonly<Record<string, readonly string[]>>;
  readonly placeholders: readonly string[];
  readonly applicationWords: readonly string[];
}

export const quadrants = ['strengths', 'weaknesses', 'opportunities', 'threats'] as const;
export type Quadrant = (typeof quadrants)[number];

export const horizons = ['short', 'medium', 'long'] as const;
export type Horizon = (typeof horizons)[number];

/** The letter with which a quadrant's codes begin. */
export const quadrantLetters: Readonly<Record<Quadrant, 'S' | 'W' | 'O' | 'T'>> = {
  strengths: 'S',
  weaknesses: 'W',
  opportunities: 'O',
  threats: 'T',
};

export const horizonSections: Readonly<Record<Horizon, string>> = {
  short: 'programmes-short',
  medium: 'programmes-medium',
  long: 'programmes-long',
};
