/** The one place where template, manifest and the reader's wishes become settings, for editor and terminal alike. */

import type { Span } from '../language/years';
import type { Manifest } from './manifest';
import { defaultTemplate } from './presets/presets';
import type { ReaderWishes, Settings } from './settings';
import type { Horizon } from './template';

/** The short term is the first year, the medium term goes to this one (format 1.1). */
const lastMediumYear = 5;

/**
 * Puts settings together. A rule's level: the manifest's before the reader's, for it is the nearer one to the book, and
 * so editor and terminal agree. The language: the reader's explicit wish before a chapter's `lang`, and that before
 * the manifest's.
 * @param manifest absent for a loose chapter, which has the default template.
 */
export function resolveSettings(manifest: Manifest | undefined, wishes: ReaderWishes = {}): Settings {
  const { region, title, period } = manifest ?? {};
  const readerLanguage = wishes.language === 'auto' ? undefined : wishes.language;
  const horizons = manifest === undefined ? undefined : horizonsOf(manifest.horizons, period);
  return {
    template: manifest?.template ?? defaultTemplate,
    language: manifest?.language ?? 'id',
    ...(readerLanguage === undefined ? {} : { readerLanguage }),
    ...(title === undefined ? {} : { title }),
    ...(region === undefined ? {} : { region }),
    ...(period === undefined ? {} : { period }),
    ...(horizons === undefined ? {} : { horizons }),
    agencies: manifest?.agencies ?? [],
    rules: { ...wishes.rules, ...manifest?.rules },
    quickWins: manifest?.quickWins ?? { perDimension: 1 },
    exclude: manifest?.exclude ?? [],
  };
}

/**
 * The years of the horizons: as given, the others from the period. What a given horizon leaves over is shared out, so
 * that a default never overlaps a horizon that was given.
 */
function horizonsOf(
  given: Readonly<Partial<Record<Horizon, Span>>>,
  period: Span | undefined,
): Partial<Record<Horizon, Span>> | undefined {
  const horizons: Partial<Record<Horizon, Span>> = { ...given };
  if (period !== undefined) {
    const { from, to } = period;
    const untilMedium = given.medium?.from ?? given.long?.from ?? to + 1;
    horizons.short ??= spanOf(from, Math.min(given.medium === undefined ? from : untilMedium - 1, to));
    const mediumFrom = horizons.short === undefined ? from : horizons.short.to + 1;
    horizons.medium ??= spanOf(
      mediumFrom,
      Math.min(given.long === undefined ? from + lastMediumYear - 1 : given.long.from - 1, to),
    );
    const longFrom = (horizons.medium ?? horizons.short)?.to;
    horizons.long ??= spanOf(longFrom === undefined ? from : longFrom + 1, to);
    for (const horizon of ['short', 'medium', 'long'] as const)
      if (horizons[horizon] === undefined) delete horizons[horizon];
  }
  return Object.keys(horizons).length === 0 ? undefined : horizons;
}

function spanOf(from: number, to: number): Span | undefined {
  return from <= to ? { from, to } : undefined;
}
