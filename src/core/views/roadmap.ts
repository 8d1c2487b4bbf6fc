/** The roadmap of a masterplan from its programmes, the single source: rows with their years, in the book's order. */

import type { Book } from '../book/book';
import { type JoinedProgramme, joinedProgrammes, joinedValues, plannedEntry, quickWinEntry } from '../book/programmes';
import type { Programme } from '../chapter/chapter';
import { scheduleOf } from '../chapter/schedule';
import type { Span } from '../language/years';
import { type Dimension, type Horizon, horizons } from '../template/template';
import { greatest, smallest } from '../text/lists';
import type { Range } from '../text/range';

export interface RoadmapRow {
  /** The programme with all its places. */
  readonly joined: JoinedProgramme;
  readonly name: string;
  readonly code?: string;
  /** Absent for a programme of the action plan. */
  readonly dimension?: Dimension;
  readonly horizon?: Horizon;
  readonly indicator: string;
  readonly agency: string;
  /** Sorted; empty where no year can be read. */
  readonly years: readonly number[];
  readonly isQuickWin: boolean;
  readonly uri: string;
  /** The name in its horizon section or in the action plan. */
  readonly range: Range;
}

export interface Roadmap {
  /** The masterplan's period, else the years that the programmes name; nothing where there are none. */
  readonly span?: Span;
  /** By dimension in the set's order, then the action plan; within one by first year, then as in the text. */
  readonly rows: readonly RoadmapRow[];
}

/** All planned programmes of a book. Quick wins that stand nowhere else are no programmes of the roadmap. */
export function roadmapOf(book: Book): Roadmap {
  const { template, period } = book.settings;
  const rows: RoadmapRow[] = [];
  for (const joined of joinedProgrammes(book)) {
    const row = rowOf(joined, book);
    if (row !== undefined) rows.push(row);
  }
  const rank = (row: RoadmapRow) =>
    row.dimension === undefined ? template.dimensions.length : template.dimensions.indexOf(row.dimension);
  const ordered = rows
    .map((row, place) => ({
      row,
      place,
      rank: rank(row),
      horizon: row.horizon === undefined ? horizons.length : horizons.indexOf(row.horizon),
    }))
    .sort((a, b) => a.rank - b.rank || a.horizon - b.horizon || a.place - b.place)
    .map(({ row }) => row);
  const years = ordered.flatMap((row) => row.years);
  const span = period ?? (years.length === 0 ? undefined : { from: smallest(years), to: greatest(years) });
  return span === undefined ? { rows: ordered } : { span, rows: ordered };
}

function rowOf(joined: JoinedProgramme, book: Book): RoadmapRow | undefined {
  const entry = plannedEntry(joined);
  if (entry === undefined) return undefined;
  const { chapter, programme } = entry;
  const { dimensions } = book.settings.template;
  const dimension = dimensions.find(({ id }) => id === joined.dimension);
  const words = (field: string) => joinedValues(joined, field)[0]?.text.replace(/(?<!\s)\s*\n\s*/g, '; ') ?? '';
  return {
    joined,
    name: programme.name.replace(/\s+/g, ' '),
    indicator: words('indicator'),
    agency: words('agency'),
    years: yearsOf(programme, joined, book),
    isQuickWin: quickWinEntry(joined) !== undefined,
    uri: chapter.uri,
    range: programme.nameRange,
    ...(programme.code === undefined ? {} : { code: programme.code.value }),
    ...(dimension === undefined ? {} : { dimension }),
    ...(programme.horizon === undefined ? {} : { horizon: programme.horizon }),
  };
}

/** The years of the planned place; where it names none, those of the quick win that it is. */
function yearsOf(programme: Programme, joined: JoinedProgramme, { settings }: Book): readonly number[] {
  const own = scheduleOf(programme, settings.period).years;
  if (own.length > 0) return own;
  for (const { programme: other } of joined.entries) {
    const { years } = scheduleOf(other, settings.period);
    if (years.length > 0) return years;
  }
  return own;
}
