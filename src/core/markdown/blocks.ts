/**
 * The blocks of a chapter with their exact ranges: headings, paragraphs, lists, tables. What is inside a line
 * (emphasis, links, code) is read only where somebody asks for it (`inline.ts`).
 */

import type { Range } from '../text/range';

export type Block = Heading | Paragraph | List | Table | Quote | Code | Html | Other;

export interface Heading extends Range {
  readonly type: 'heading';
  /** 1 to 6. */
  readonly level: number;
  /** The `#` marks (or the underline of a setext heading). */
  readonly marks: Range;
  /** What is between the marks, trimmed; closing `#` marks are not part of it. May be empty. */
  readonly content: Range;
}

export interface Paragraph extends Range {
  readonly type: 'paragraph';
  /** Its lines, trimmed, without the marks of the containers around it (`>`, list indentation). */
  readonly lines: readonly Range[];
}

export interface List extends Range {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

export interface ListItem extends Range {
  /** `-`, `*`, `+`, `1.`, `1)`. */
  readonly marker: Range;
  readonly blocks: readonly Block[];
}

export interface Table extends Range {
  readonly type: 'table';
  readonly header: Row;
  /** The row of dashes below the header. */
  readonly delimiter: Range;
  readonly rows: readonly Row[];
}

export interface Row extends Range {
  /** As many as the header has, as in GFM: missing cells are empty ranges at the row's end, surplus ones are left out. */
  readonly cells: readonly Range[];
}

export interface Quote extends Range {
  readonly type: 'quote';
  readonly blocks: readonly Block[];
}

export interface Code extends Range {
  readonly type: 'code';
}

export interface Html extends Range {
  readonly type: 'html';
}

/** Thematic breaks and link definitions: they hold nothing that the book reads. */
export interface Other extends Range {
  readonly type: 'break' | 'definition';
}

/**
 * Why a text was read only in part (format 4), and the first line beyond: of text past the limits of length and of
 * headings, too deep in lists and quotes, too long, or (`shape`) part of more intricate text than can be read while
 * somebody types.
 */
export interface Excess extends Range {
  readonly limit: 'length' | 'nesting' | 'line' | 'shape';
}

export interface Document {
  /** The `---` lines and what is between them; absent where the text has no frontmatter. */
  readonly frontmatter?: Range & { readonly content: Range };
  readonly blocks: readonly Block[];
  readonly excess: readonly Excess[];
}
