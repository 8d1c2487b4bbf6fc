/** Horizons that overlap, leave years out or leave the period; a period that is too long. */

import type { Text } from '../language/language';
import { type Span, spanText } from '../language/years';
import type { Settings } from '../template/settings';
import { type Horizon, horizonSections, horizons } from '../template/template';
import type { BookRule } from './rule';
import { quoted, sectionTitle } from './wording';

/** Masterplans are written for five or ten years. */
const mostYears = 10;

export const horizonPlan: BookRule = {
  id: 'horizon-plan',
  severity: 'warning',
  scope: 'book',
  title: { id: 'Pembagian jangka waktu', en: 'How the years are shared out' },
  hangsOn: ({ manifest }) => [manifest],
  *check({ manifest, settings }) {
    if (manifest === undefined) return;
    const { period } = settings;
    const placeOf = (key: string) => manifest.values[key] ?? manifest.keys[key];
    const years = period === undefined ? 0 : period.to - period.from + 1;
    const place = placeOf('period');
    if (period !== undefined && years > mostYears && place !== undefined) {
      yield {
        uri: manifest.uri,
        range: place,
        message: {
          id: `Periode ${spanText(period)} mencakup ${years} tahun; masterplan paling lama ${mostYears} tahun.`,
          en: `The period ${spanText(period)} has ${years} years; a masterplan covers ${mostYears} at the most.`,
        },
      };
    }
    const fault = horizonFaults(settings);
    for (const [horizon, message] of fault) {
      // A horizon that the manifest leaves to its default follows from the others; they are what can be mended.
      const range = placeOf(`horizons.${horizon}`) ?? placeOf('horizons');
      if (range !== undefined) yield { uri: manifest.uri, range, message };
    }
  },
};

/** At the most one fault for each horizon; of two that do not fit together, the later one's. */
function horizonFaults(settings: Settings): Map<Horizon, Text> {
  const faults = new Map<Horizon, Text>();
  const { period } = settings;
  const plan = horizons.flatMap((horizon) => {
    const span = settings.horizons?.[horizon];
    return span === undefined ? [] : [{ horizon, span }];
  });
  const add = (horizon: Horizon, message: Text) => {
    if (!faults.has(horizon)) faults.set(horizon, message);
  };
  const name = (horizon: Horizon) => sectionTitle(horizonSections[horizon], settings);
  plan.forEach(({ horizon, span }, i) => {
    const before = plan[i - 1];
    const title = name(horizon);
    if (period !== undefined && (span.from < period.from || span.to > period.to)) {
      add(horizon, {
        id: `${quoted(title.id)} (${spanText(span)}) keluar dari periode masterplan, ${spanText(period)}.`,
        en: `${quoted(title.en)} (${spanText(span)}) leaves the period of the masterplan, ${spanText(period)}.`,
      });
    }
    if (before !== undefined && span.from <= before.span.to)
      add(horizon, overlap(title, span, name(before.horizon), before.span));
    if (before !== undefined && span.from > before.span.to + 1) {
      add(horizon, gap(title, { from: before.span.to + 1, to: span.from - 1 }));
    }
    if (period !== undefined && before === undefined && span.from > period.from) {
      add(horizon, gap(title, { from: period.from, to: span.from - 1 }));
    }
    if (period !== undefined && i === plan.length - 1 && span.to < period.to) {
      const left = { from: span.to + 1, to: period.to };
      add(horizon, {
        id: `Setelah ${quoted(title.id)} (${spanText(span)}) tahun ${spanText(left)} belum masuk jangka waktu mana pun.`,
        en: `After ${quoted(title.en)} (${spanText(span)}), ${spanText(left)} belongs to no horizon.`,
      });
    }
  });
  return faults;
}

function overlap(title: Text, span: Span, other: Text, otherSpan: Span): Text {
  return {
    id: `${quoted(title.id)} (${spanText(span)}) tumpang tindih dengan ${quoted(other.id)} (${spanText(otherSpan)}).`,
    en: `${quoted(title.en)} (${spanText(span)}) overlaps with ${quoted(other.en)} (${spanText(otherSpan)}).`,
  };
}

function gap(title: Text, left: Span): Text {
  return {
    id: `Sebelum ${quoted(title.id)} tahun ${spanText(left)} belum masuk jangka waktu mana pun.`,
    en: `Before ${quoted(title.en)}, ${spanText(left)} belongs to no horizon.`,
  };
}
