/** A Gantt chart in Mermaid's language, as the roadmap block writes it, read back for those who cannot draw it. */

import { greatest, smallest } from '../text/lists';

/** So many years make a chart; more would be none that anyone reads. */
const mostYears = 30;

export interface GanttRow {
  readonly name: string;
  /** A title above others, without years of its own. */
  readonly isGroup: boolean;
  /** Sorted. */
  readonly years: readonly number[];
}

export interface Gantt {
  /** From the first to the last, without a gap. */
  readonly years: readonly number[];
  readonly rows: readonly GanttRow[];
}

/**
 * Reads a chart whose tasks are given by first and last day.
 * @returns nothing for any other chart or text.
 */
export function readGantt(text: string): Gantt | undefined {
  if (!/^\s*gantt\b/.test(text)) return undefined;
  const rows: { readonly name: string; readonly isGroup: boolean; readonly years: Set<number> }[] = [];
  for (const written of text.split('\n').slice(1)) {
    const line = written.trim();
    if (line === '' || /^(?:dateFormat|axisFormat|tickInterval|excludes|todayMarker|%%)/.test(line)) continue;
    const section = /^section\s+(.+)$/.exec(line)?.[1];
    const task = /^(?<name>[^:]+):(?:[^:]*,)?\s*(?<from>\d{4})-\d\d-\d\d\s*,\s*(?<to>\d{4})-(?<day>\d\d-\d\d)$/.exec(
      line,
    );
    if (section !== undefined) {
      rows.push({ name: section, isGroup: true, years: new Set() });
      continue;
    }
    if (task?.groups === undefined) return undefined;
    const { from, to, day } = task.groups;
    const name = task.groups.name?.trimEnd() ?? '';
    // A task ends before its last day: the first of January is the end of the year before.
    const last = Number(to) - (day === '01-01' ? 1 : 0);
    if (last - Number(from) >= mostYears) return undefined;
    const before = rows.at(-1);
    // A programme with a gap between its years is written as several tasks of one name.
    const isSame = before?.name === name && !before.isGroup;
    const row = isSame ? before : { name, isGroup: false, years: new Set<number>() };
    if (!isSame) rows.push(row);
    for (let year = Number(from); year <= last; year++) row.years.add(year);
  }
  const dated = rows.flatMap(({ years }) => [...years]);
  if (dated.length === 0) return undefined;
  const [first, last] = [smallest(dated), greatest(dated)];
  if (last - first >= mostYears) return undefined;
  return {
    years: Array.from({ length: last - first + 1 }, (_, at) => first + at),
    rows: rows.map(({ years, ...row }) => ({ ...row, years: [...years].sort((a, b) => a - b) })),
  };
}
