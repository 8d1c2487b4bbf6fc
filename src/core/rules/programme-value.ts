/** A year or an amount of a programme that cannot be read. */

import { type ChapterProgrammes, judgedEntries } from '../book/programmes';
import type { Programme } from '../chapter/chapter';
import { valuesOf } from '../chapter/programmes';
import { placeholdersOf } from '../chapter/read';
import { scheduleOf } from '../chapter/schedule';
import { readDuration } from '../language/durations';
import type { Finding } from '../language/finding';
import { readMoney } from '../language/money';
import { isRelativeYears } from '../language/years';
import type { Settings } from '../template/settings';
import { inProgrammes } from './remembered';
import type { PieceRule } from './rule';
import { quoted } from './wording';

const findings = inProgrammes((joined, settings) =>
  judgedEntries(joined).flatMap(({ chapter, programme }) =>
    unreadable(programme, settings).map((finding) => ({ ...finding, uri: chapter.uri })),
  ),
);

export const programmeValue: PieceRule<ChapterProgrammes> = {
  id: 'programme-value',
  severity: 'warning',
  title: { id: 'Tahun atau anggaran tidak terbaca', en: 'A year or an amount cannot be read' },
  ...findings,
};

function unreadable(programme: Programme, settings: Settings): Finding[] {
  const found: Finding[] = [];
  for (const value of scheduleOf(programme, settings.period).unreadable) {
    if (value.words !== undefined || placeholdersOf(settings).isAll(value.text)) continue;
    // Without a period nobody knows the year of `Tahun ke-2`.
    if (settings.period === undefined && isRelativeYears(value.text)) continue;
    // How long a quick win takes is often written where its time is asked for; rule `quick-win-duration` reads it.
    if (programme.place !== 'horizon' && programme.place !== 'action-plan' && readDuration(value.text) !== undefined)
      continue;
    found.push({
      range: { start: value.start, end: value.end },
      message: {
        id: `Tahun tidak terbaca dari ${quoted(value.text)}; tulislah misalnya 2025 atau 2026-2028.`,
        en: `No year can be read from ${quoted(value.text)}; write for example 2025 or 2026-2028.`,
      },
    });
  }
  for (const value of valuesOf(programme, 'budget')) {
    if (readMoney(value.text, programme.table?.scale ?? 1) !== undefined) continue;
    if (value.words !== undefined || placeholdersOf(settings).isAll(value.text)) continue;
    found.push({
      range: { start: value.start, end: value.end },
      message: {
        id: `Jumlah anggaran tidak terbaca dari ${quoted(value.text)}; tulislah misalnya Rp 250.000.000 atau 1,2 miliar.`,
        en: `No amount can be read from ${quoted(value.text)}; write for example Rp 250.000.000 or 1,2 miliar.`,
      },
    });
  }
  return found;
}
