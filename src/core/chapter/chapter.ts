/** A chapter as a planner sees it: frontmatter, title, sections, and the content that is read as data. Immutable. */

import type { Finding } from '../language/finding';
import type { Language } from '../language/language';
import type { HeadingNumber } from '../language/numbering';
import type { Block, Excess, Heading, Row, Table } from '../markdown/blocks';
import type { Horizon, Quadrant } from '../template/template';
import type { LineIndex } from '../text/lines';
import type { Range } from '../text/range';
import type { RowContent } from './row-contents';

/** A text and where it stands. */
export interface Placed<T = string> {
  readonly value: T;
  readonly range: Range;
}

export type ChapterStatus = 'draft' | 'review' | 'final';

/** Frontmatter as far as it can be read; what is wrong with it is in `findings`. */
export interface Frontmatter {
  /** From the opening `---` to the end of the closing one. */
  readonly range: Range;
  readonly content: Range;
  /** Every key that is there, known or not, in the order of the text. */
  readonly keys: readonly Placed[];
  /** As written; whether the template has such a kind is `Chapter.kind`'s matter. */
  readonly chapter?: Placed;
  /** As written (`Smart Governance`); the id is `Chapter.dimension`. */
  readonly dimension?: Placed;
  readonly title?: Placed;
  readonly book?: Placed;
  readonly order?: Placed<number>;
  readonly status?: Placed<ChapterStatus>;
  readonly owner?: Placed;
  readonly contributors: readonly Placed[];
  readonly updated?: Placed;
  readonly lang?: Placed<Language>;
  /** Those of rule `frontmatter-invalid`. */
  readonly findings: readonly Finding[];
}

/** A heading and all that stands below it, up to the next heading of the same or a higher level. */
export interface Section extends Range {
  readonly heading: Heading;
  /** The heading's words: inline marks reduced, attribute left out, numbering still there. */
  readonly text: string;
  readonly number?: HeadingNumber;
  /** A section id of the template, where its scope lists it; absent for prose. */
  readonly kind?: string;
  /** The range of the words and the title meant, where the heading is a slip away from a title (format 2.2). */
  readonly slip?: { readonly range: Range; readonly title: string };
  /** The dimension whose block this heading opens (only in a chapter of kind `dimensions`). */
  readonly dimension?: string;
  /** Blocks up to the first heading below. */
  readonly blocks: readonly Block[];
  readonly children: readonly Section[];
}

/**
 * A stretch in which sections are recognised and required: a chapter, or one dimension's block.
 * A chapter of kind `dimensions` has one part per block; every other chapter has exactly one.
 */
export interface Part extends Range {
  /** Id of the dimension; absent in chapters that belong to none, or to one that could not be told. */
  readonly dimension?: string;
  /** Where a finding about the whole part points: title or block heading, else the frontmatter's value. */
  readonly place: Range;
  /** The block's own section in a `dimensions` chapter. */
  readonly opener?: Section;
  /** The headings below the title or the opener. */
  readonly sections: readonly Section[];
  /** What the part's scope lists and was found, in the order of the text; quadrants by label or table as well. */
  readonly found: readonly FoundSection[];
  readonly swot: readonly Swot[];
  readonly strategies: readonly Strategy[];
  readonly programmes: readonly Programme[];
  readonly quickWins: readonly Programme[];
}

/** A recognised section in its scope, whatever its shape. */
export interface FoundSection extends Range {
  readonly kind: string;
  /** Heading, label paragraph, or table cell: where a finding about it points. */
  readonly place: Range;
  /** Absent where a quadrant is only a label or a column. */
  readonly section?: Section;
  /** The recognised section around it, whose `sections` list this kind. */
  readonly within?: FoundSection;
  /** Holds nothing but blanks, comments, placeholders, tables without a filled row (rule `empty-section`). */
  readonly empty: boolean;
  /** It is one programme among others (`Program Quick Win 2`), where another section would hold all of its kind. */
  readonly isOne?: boolean;
}

export interface Code extends Range {
  /** As written, capitals kept: `S1`, `GOV-P-01`. */
  readonly value: string;
}

/** Codes named in brackets or in a reference field: `(S1, O2)`. */
export interface Reference extends Range {
  readonly value: string;
  /** `governance` of `governance:S1`. */
  readonly dimension?: string;
  /** What the code should be, where its place says so (a column `Dasar SWOT`). */
  readonly target?: 'strategy' | 'swot-item' | 'programme';
  /** Stands among words that may mean something else by it (`lulusan S2`): it is a reference only if there is such a code. */
  readonly inWords?: true;
}

export interface Swot {
  readonly found: FoundSection;
  readonly items: readonly SwotItem[];
}

export interface SwotItem extends Range {
  readonly quadrant: Quadrant;
  readonly code?: Code;
  /** The cell for the code, where a table has a column for it; the code, if there is one, stands in it. */
  readonly codeCell?: Range;
  /** The item's words without its code. */
  readonly text: string;
  readonly textRange: Range;
}

export interface Strategy extends Range {
  readonly code?: Code;
  readonly text: string;
  readonly textRange: Range;
  readonly references: readonly Reference[];
  /** `so`, `wo`, `st`, `wt` where it stands in such a part of the TOWS matrix. */
  readonly quadrants?: 'so' | 'wo' | 'st' | 'wt';
}

/** One cell or one field line. Several cells may be one field: continuation rows, two columns of one title. */
export interface FieldValue extends Range {
  readonly field: string;
  /** The reduced text; empty where the cell says nothing (`-`, `TBD`). */
  readonly text: string;
  /** The cell itself, blanks and marks included; for a field line all after the label. */
  readonly cell: Range;
  /** For a mark that repeats the cell above (`"`, `sda`): where the words stand that `text` gives. */
  readonly words?: Range;
}

export interface YearColumn {
  readonly year: number;
  readonly column: number;
}

/** A table whose rows are programmes. */
export interface ProgrammeTable {
  readonly table: Table;
  /** Field id by column; a year column has one only where targets or amounts stand below the year. */
  readonly columns: readonly (string | undefined)[];
  /** Columns whose title is a year; what is filled in them means that year. */
  readonly yearColumns: readonly YearColumn[];
  /** Columns of targets or amounts of one year (`Target 2026`), where nothing else tells the years. */
  readonly datedColumns: readonly YearColumn[];
  /** The row of the column titles: the header, or the row below where the header is blank or numbers the columns. */
  readonly titles: Row;
  /** The second row of titles, where there is one. */
  readonly lowerTitles: Row | undefined;
  /** The rows below all titles. */
  readonly rows: readonly Row[];
  /** The factor that a unit in a column's title gives its amounts: `Anggaran (Rp juta)` is 1,000,000. */
  readonly scale: number;
}

export type ProgrammePlace = 'horizon' | 'quick-wins' | 'profile' | 'action-plan' | 'roadmap' | 'summary';

export interface Programme extends Range {
  readonly place: ProgrammePlace;
  /** Only in a horizon section. */
  readonly horizon?: Horizon;
  readonly name: string;
  readonly nameRange: Range;
  readonly code?: Code;
  /** The values that are there, in the order of the text; `valuesOf` in `programmes.ts` asks by id. */
  readonly values: readonly FieldValue[];
  readonly table?: ProgrammeTable;
  readonly row?: Row;
  /** What the row says, shared by all rows that say the same; absent where the programme goes on in further rows. */
  readonly content?: RowContent;
  /** The section whose heading is the programme, where it is a block. */
  readonly section?: Section;
}

/** A comment to the tool (format 3.6). */
export type ToolComment =
  | (Range & { readonly type: 'review'; readonly name?: string; readonly text: string })
  | (Range & { readonly type: 'disable' | 'enable' | 'disable-next-line'; readonly rules: readonly Placed[] })
  | (Range & {
      readonly type: 'begin' | 'end';
      readonly name: string;
      /** Behind the name at the end of a generated block: what was written there, as a sum. */
      readonly sum?: string;
    });

/** A block that the tool writes and refreshes, with its two comments (format 3.6). */
export interface GeneratedBlock extends Range {
  readonly name: string;
  /** The two comments. */
  readonly opening: Range;
  readonly closing: Range;
  /** What stands between the two comments. */
  readonly content: Range;
  /** What the end comment remembers of the text as it was written; absent where no text has been written yet. */
  readonly sum?: string;
}

export interface Chapter {
  readonly uri: string;
  readonly source: string;
  readonly lines: LineIndex;
  readonly frontmatter: Frontmatter;
  /** A chapter kind of the template; absent where the frontmatter names none that is known. */
  readonly kind?: string;
  /** Id of the dimension of the set, for `chapter: dimension`. */
  readonly dimension?: string;
  /** The first level-1 heading; its section is never recognised. */
  readonly title?: Section;
  readonly titleText: string;
  /** All headings as a tree; the title, where it is there, among the roots. */
  readonly sections: readonly Section[];
  /** All blocks in the order of the text. */
  readonly blocks: readonly Block[];
  readonly parts: readonly Part[];
  readonly comments: readonly ToolComment[];
  readonly generated: readonly GeneratedBlock[];
  readonly excess: readonly Excess[];
  /** Tables where data are read that are in a shape that is not (HTML, `+---+`). */
  readonly unreadTables: readonly Range[];
}
