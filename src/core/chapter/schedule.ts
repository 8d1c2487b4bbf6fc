/** When a programme is carried out: the years of all its cells together. */

import { readYears, type Span } from '../language/years';
import { Attached } from '../text/memo';
import type { FieldValue, Programme } from './chapter';
import { valuesOf } from './programmes';

export interface Schedule {
  /** Sorted, each once; empty where no year is given, or none can be read. */
  readonly years: readonly number[];
  /** What each cell says, in the order of the text. */
  readonly readings: readonly { readonly value: FieldValue; readonly years: readonly number[] }[];
  /** Cells that say something in which no year can be read. */
  readonly unreadable: readonly FieldValue[];
}

const schedules = new Attached<Programme, { readonly period: Span | undefined; readonly schedule: Schedule }>();

/** The years of a programme's place, its year columns included (format 3.3). Read once for a programme. */
export function scheduleOf(programme: Programme, period: Span | undefined): Schedule {
  const known = schedules.get(programme);
  if (known !== undefined && known.period === period) return known.schedule;
  const readings: { value: FieldValue; years: readonly number[] }[] = [];
  const unreadable: FieldValue[] = [];
  for (const value of valuesOf(programme, 'years')) {
    const years = readYears(value.text, period)?.years;
    if (years === undefined) unreadable.push(value);
    else readings.push({ value, years });
  }
  const years = [...new Set(readings.flatMap((reading) => reading.years))].sort((a, b) => a - b);
  const schedule = { years, readings, unreadable };
  schedules.set(programme, { period, schedule });
  return schedule;
}
