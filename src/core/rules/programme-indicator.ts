/** A programme whose success could not be measured: no number in its indicator nor in its target. */

import { type ChapterProgrammes, joinedValues, judgedEntries, plannedEntry } from '../book/programmes';
import type { FieldValue } from '../chapter/chapter';
import { placeholdersOf } from '../chapter/read';
import { inProgrammes } from './remembered';
import type { PieceRule } from './rule';
import { quoted } from './wording';

const findings = inProgrammes((joined, settings) => {
  const entry = plannedEntry(joined);
  if (entry === undefined) return [];
  const indicators = joinedValues(joined, 'indicator');
  const targets = joinedValues(joined, 'target');
  if (indicators.length === 0 || targets.length === 0) return [];
  const values = [...indicators, ...targets];
  const placeholders = placeholdersOf(settings);
  if (values.some(({ text }) => hasNumber(text) || placeholders.isAll(text))) return [];
  for (const { chapter, programme } of judgedEntries(joined)) {
    const indicator = programme.values.find((value): value is FieldValue => indicators.includes(value));
    if (indicator === undefined) continue;
    return [
      {
        uri: chapter.uri,
        range: { start: indicator.start, end: indicator.end },
        message: {
          id: `Indikator dan target program ${quoted(entry.programme.name)} belum memuat angka, sehingga capaiannya tidak dapat diukur.`,
          en: `Neither indicator nor target of ${quoted(entry.programme.name)} has a number, so nobody can measure it.`,
        },
      },
    ];
  }
  return [];
});

export const programmeIndicator: PieceRule<ChapterProgrammes> = {
  id: 'programme-indicator',
  severity: 'info',
  title: { id: 'Indikator tanpa angka', en: 'An indicator without a number' },
  ...findings,
};

/** Digits, fractions, and numbers that are written out; `semua` is all of something, which can be counted. */
const number =
  /\p{N}|(?<![\p{L}])(?:nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|\p{L}+ (?:belas|puluh|ratus|ribu|juta)|se(?:ratus|ribu|juta|tengah|luruh|mua|tiap)|setiap|separuh|zero|one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|half|all|every|each)(?![\p{L}])/iu;

function hasNumber(text: string): boolean {
  return number.test(text);
}
