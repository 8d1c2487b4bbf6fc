/** A Gantt chart as paper can show it: the code that a preview draws becomes a table with a filled cell for each year. */

import type { Code, PhrasingContent, Table, TableRow } from 'mdast';

/** What fills a cell. */
export const filledMark = '■';

/** So many years make a table; more would be no chart that anyone reads. */
const mostYears = 30;

/**
 * The table of a Gantt chart whose tasks are given by first and last day, as the roadmap block writes them.
 * @returns nothing for any other code, which stays as it is.
 */
export function chartTable(code: Code): Table | undefined {
  if (code.lang !== 'mermaid' || !/^\s*gantt\b/.test(code.value)) return undefined;
  const rows: { readonly name: string; readonly spans: (readonly [number, number])[] }[] = [];
  for (const line of code.value.split('\n').slice(1)) {
    const text = line.trim();
    if (text === '' || /^(?:dateFormat|axisFormat|tickInterval|excludes|todayMarker|%%)/.test(text)) continue;
    const section = /^section\s+(.+)$/.exec(text)?.[1];
    const task =
      /^(?<name>[^:]+?)\s*:(?:[^:]*,)?\s*(?<from>\d{4})-\d\d-\d\d\s*,\s*(?<to>\d{4})-(?<day>\d\d-\d\d)$/.exec(text);
    if (section !== undefined) {
      rows.push({ name: section, spans: [] });
    } else if (task?.groups !== undefined) {
      const { name = '', from, to, day } = task.groups;
      // A task ends before its last day: the first of January is the end of the year before.
      const last = Number(to) - (day === '01-01' ? 1 : 0);
      const before = rows.at(-1);
      // A programme with a gap between its years is written as several tasks of one name.
      if (before?.name === name && before.spans.length > 0) before.spans.push([Number(from), last]);
      else rows.push({ name, spans: [[Number(from), last]] });
    } else {
      return undefined;
    }
  }
  const dated = rows.flatMap(({ spans }) => spans.flat());
  const [first, last] = [Math.min(...dated), Math.max(...dated)];
  if (dated.length === 0 || last - first >= mostYears) return undefined;
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const lines = rows.map(({ name, spans }) => {
    const words: PhrasingContent = { type: 'text', value: name };
    const title: PhrasingContent = spans.length === 0 ? { type: 'strong', children: [words] } : words;
    return row([
      title,
      ...years.map((year): PhrasingContent => {
        const isFilled = spans.some(([from, to]) => year >= from && year <= to);
        return { type: 'text', value: isFilled ? filledMark : '' };
      }),
    ]);
  });
  const head = row([
    { type: 'text', value: '' },
    ...years.map((year): PhrasingContent => ({ type: 'text', value: String(year) })),
  ]);
  return { type: 'table', align: [], children: [head, ...lines] };
}

function row(cells: readonly PhrasingContent[]): TableRow {
  return { type: 'tableRow', children: cells.map((cell) => ({ type: 'tableCell', children: [cell] })) };
}
