/** A Gantt chart as paper can show it: the code that a preview draws becomes a table with a filled cell for each year. */

import type { Code, PhrasingContent, Table, TableRow } from 'mdast';
import { readGantt } from '../views/gantt';

/** What fills a cell. */
export const filledMark = '■';

/**
 * The table of a Gantt chart whose tasks are given by first and last day, as the roadmap block writes them.
 * @returns nothing for any other code, which stays as it is.
 */
export function chartTable(code: Code): Table | undefined {
  const gantt = code.lang === 'mermaid' ? readGantt(code.value) : undefined;
  if (gantt === undefined) return undefined;
  const head = row([text(''), ...gantt.years.map((year) => text(String(year)))]);
  const lines = gantt.rows.map(({ name, isGroup, years }) =>
    row([
      isGroup ? { type: 'strong', children: [text(name)] } : text(name),
      ...gantt.years.map((year) => text(years.includes(year) ? filledMark : '')),
    ]),
  );
  return { type: 'table', align: [], children: [head, ...lines] };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function row(cells: readonly PhrasingContent[]): TableRow {
  return { type: 'tableRow', children: cells.map((cell) => ({ type: 'tableCell', children: [cell] })) };
}
