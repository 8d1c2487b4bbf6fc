/** A programme under a horizon in which it does not start, or in years beyond the masterplan's period. */

import { type ChapterProgrammes, plannedEntry, quickWinEntry } from '../book/programmes';
import { scheduleOf } from '../chapter/schedule';
import type { Text } from '../language/language';
import { type Span, spanText } from '../language/years';
import type { Settings } from '../template/settings';
import { type Horizon, horizonSections } from '../template/template';
import { moveToItsHorizon } from './fixes/programme-horizon';
import { inProgrammes } from './remembered';
import type { PieceRule } from './rule';
import { quoted, sectionTitle } from './wording';

const findings = inProgrammes((joined, settings) => {
  const entry = plannedEntry(joined);
  if (entry === undefined) return [];
  const { chapter, programme } = entry;
  const { years, readings, unreadable } = scheduleOf(programme, settings.period);
  const first = years[0];
  // Where one of its cells cannot be read, nobody knows when it starts.
  if (first === undefined || unreadable.length > 0) return [];
  const cellOf = (year: number) => {
    const value = readings.find((reading) => reading.years.includes(year))?.value;
    return value === undefined ? programme.nameRange : { start: value.start, end: value.end };
  };
  const own = programme.horizon;
  const span = own === undefined ? undefined : settings.horizons?.[own];
  if (own !== undefined && span !== undefined && (first < span.from || first > span.to)) {
    return [
      {
        uri: chapter.uri,
        range: cellOf(first),
        message: horizonMessage(programme.name, first, own, span, settings),
        writeFixes() {
          // Moved away, it would leave its quick win behind.
          const fix = quickWinEntry(joined) === undefined ? moveToItsHorizon(entry, first, settings) : undefined;
          return fix === undefined ? undefined : [fix];
        },
      },
    ];
  }
  const { period } = settings;
  const beyond = period === undefined ? undefined : years.find((year) => year < period.from || year > period.to);
  if (period === undefined || beyond === undefined) return [];
  return [
    {
      uri: chapter.uri,
      range: cellOf(beyond),
      message: {
        id: `Tahun ${beyond} pada program ${quoted(programme.name)} berada di luar periode masterplan, ${spanText(period)}.`,
        en: `The year ${beyond} of ${quoted(programme.name)} is outside the period of the masterplan, ${spanText(period)}.`,
      },
    },
  ];
});

export const programmeHorizon: PieceRule<ChapterProgrammes> = {
  id: 'programme-horizon',
  severity: 'error',
  title: { id: 'Tahun di luar jangka waktunya', en: 'Years outside their horizon' },
  ...findings,
};

function horizonMessage(name: string, first: number, own: Horizon, span: Span, settings: Settings): Text {
  const title = sectionTitle(horizonSections[own], settings);
  return {
    id: `Program ${quoted(name)} dimulai pada ${first}, di luar ${quoted(title.id)} (${spanText(span)}).`,
    en: `Programme ${quoted(name)} starts in ${first}, outside ${quoted(title.en)} (${spanText(span)}).`,
  };
}
