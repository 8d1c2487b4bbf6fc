/** All that decides how a book is read and judged, put together from template, manifest and the reader's wishes. */

import type { Severity } from '../language/finding';
import type { Language } from '../language/language';
import type { Span } from '../language/years';
import type { Horizon, Template } from './template';

export interface Agency {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

export type RuleLevel = Severity | 'off';

/** What the person at the screen wishes: the editor's settings, or the terminal's options. */
export interface ReaderWishes {
  /** `auto`: the chapter's `lang`, else the manifest's `language`. */
  readonly language?: 'auto' | Language;
  readonly rules?: Readonly<Record<string, RuleLevel>>;
}

export interface Settings {
  readonly template: Template;
  /** The book's language: of skeletons, and of messages where the reader has no wish. */
  readonly language: Language;
  /** The reader's wish; it goes before a chapter's `lang` and the book's language. */
  readonly readerLanguage?: Language;
  readonly title?: string;
  readonly region?: string;
  readonly period?: Span;
  readonly horizons?: Readonly<Partial<Record<Horizon, Span>>>;
  /** Empty: no list was given, and no agency is checked. */
  readonly agencies: readonly Agency[];
  /** By rule id; rules not named keep their own severity. Manifest before reader before default. */
  readonly rules: Readonly<Record<string, RuleLevel>>;
  readonly quickWins: { readonly perDimension: number } | { readonly total: number };
  readonly exclude: readonly string[];
}
