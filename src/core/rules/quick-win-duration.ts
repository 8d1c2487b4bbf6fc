/** A quick win that takes longer than a year, or does not belong to the first year of the period. */

import type { ChapterProgrammes, ProgrammeEntry } from '../book/programmes';
import { valuesOf } from '../chapter/programmes';
import { scheduleOf } from '../chapter/schedule';
import { isBeyond, readDuration } from '../language/durations';
import type { Finding } from '../language/finding';
import { yearsText } from '../language/years';
import type { Settings } from '../template/settings';
import { inProgrammes } from './remembered';
import type { PieceRule } from './rule';
import { quoted } from './wording';

/** A quick win is doable within this time (format 3.4). */
const mostMonths = 12;

const findings = inProgrammes((joined, settings) =>
  joined.entries.flatMap((entry) =>
    entry.programme.place === 'quick-wins' || entry.programme.place === 'profile' ? [...inPlace(entry, settings)] : [],
  ),
);

export const quickWinDuration: PieceRule<ChapterProgrammes> = {
  id: 'quick-win-duration',
  severity: 'warning',
  title: { id: 'Quick win terlalu lama atau terlambat', en: 'A quick win that takes too long or comes too late' },
  ...findings,
};

function* inPlace({ chapter, programme }: ProgrammeEntry, settings: Settings): Iterable<Finding> {
  const name = quoted(programme.name);
  const schedule = scheduleOf(programme, settings.period);
  // Where no year is given, how long it takes may stand in the place for it: `Waktu: 6 bulan`.
  for (const value of [...valuesOf(programme, 'duration'), ...schedule.unreadable]) {
    const months = readDuration(value.text);
    if (months === undefined || months < mostMonths || (months === mostMonths && !isBeyond(value.text))) continue;
    yield {
      uri: chapter.uri,
      range: { start: value.start, end: value.end },
      message: {
        id: `Quick win ${name} seharusnya selesai dalam ${mostMonths} bulan, bukan ${quoted(value.text)}.`,
        en: `The quick win ${name} is to be done within ${mostMonths} months, not ${quoted(value.text)}.`,
      },
    };
  }
  const first = settings.period?.from ?? settings.horizons?.short?.from;
  if (first === undefined) return;
  for (const { value, years } of schedule.readings) {
    if (years.every((year) => year === first)) continue;
    yield {
      uri: chapter.uri,
      range: { start: value.start, end: value.end },
      message: {
        id: `Quick win ${name} seharusnya dikerjakan pada tahun pertama masterplan, ${first}, bukan ${yearsText(years)}.`,
        en: `The quick win ${name} belongs to the first year of the masterplan, ${first}, not to ${yearsText(years)}.`,
      },
    };
  }
}
