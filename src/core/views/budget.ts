/** What a masterplan's programmes cost, by year and funding source, as far as their amounts can be read. */

import type { Book } from '../book/book';
import { joinedProgrammes, plannedEntry } from '../book/programmes';
import { valuesOf } from '../chapter/programmes';
import { scheduleOf } from '../chapter/schedule';
import { readMoney } from '../language/money';

export interface BudgetRow {
  /** As written; empty for programmes without a funding source. */
  readonly source: string;
  /** Rupiah by year. A programme's amount counts in the year in which it starts: how it spreads is not written. */
  readonly byYear: ReadonlyMap<number, number>;
  /** Rupiah of programmes that name no year. */
  readonly undated: number;
  readonly total: number;
}

export interface Budget {
  /** Sorted, each once. */
  readonly years: readonly number[];
  readonly rows: readonly BudgetRow[];
  /** Programmes whose amount is there and can be read. */
  readonly counted: number;
  /** All planned programmes. */
  readonly programmes: number;
}

/** The indicative budget of a book. Rows in the vocabulary's order of funding sources, then as they come. */
export function budgetOf(book: Book): Budget {
  const { fundingSources } = book.settings.template;
  const rows = new Map<string, { byYear: Map<number, number>; undated: number; total: number }>();
  const years = new Set<number>();
  let counted = 0;
  let programmes = 0;
  for (const joined of joinedProgrammes(book)) {
    const entry = plannedEntry(joined);
    if (entry === undefined) continue;
    programmes++;
    const { programme } = entry;
    const amounts = joined.entries.map(({ programme: one }) => amountOf(one));
    const amount = amounts.find((one) => one !== undefined);
    if (amount === undefined) continue;
    counted++;
    const sources = joined.entries.flatMap(({ programme: one }) => valuesOf(one, 'funding').map(({ text }) => text));
    const source = sources[0]?.replace(/\s+/g, ' ') ?? '';
    const row = rows.get(source) ?? { byYear: new Map(), undated: 0, total: 0 };
    const year = scheduleOf(programme, book.settings.period).years[0];
    if (year === undefined) row.undated += amount;
    else {
      years.add(year);
      row.byYear.set(year, (row.byYear.get(year) ?? 0) + amount);
    }
    row.total += amount;
    rows.set(source, row);
  }
  const rank = (source: string) => {
    const at = fundingSources.indexOf(source);
    return source === '' ? fundingSources.length + 1 : at < 0 ? fundingSources.length : at;
  };
  return {
    years: [...years].sort((a, b) => a - b),
    rows: [...rows].map(([source, row]) => ({ source, ...row })).sort((a, b) => rank(a.source) - rank(b.source)),
    counted,
    programmes,
  };
}

function amountOf(programme: Parameters<typeof valuesOf>[0]): number | undefined {
  const values = valuesOf(programme, 'budget');
  const amounts = values
    .map(({ text }) => readMoney(text, programme.table?.scale ?? 1))
    .filter((one) => one !== undefined);
  return amounts.length === 0 ? undefined : amounts.reduce((sum, one) => sum + one, 0);
}
