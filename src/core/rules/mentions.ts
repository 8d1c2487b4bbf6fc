/** What a roadmap or a summary says otherwise than the chapters: the finding at the cell that differs. */

import type { Difference } from '../book/mentioned';
import { type JoinedProgramme, plannedEntry } from '../book/programmes';
import type { Chapter, Programme } from '../chapter/chapter';
import { scheduleOf } from '../chapter/schedule';
import type { Finding, FindingRelated } from '../language/finding';
import type { Text } from '../language/language';
import { yearsText } from '../language/years';
import type { Settings } from '../template/settings';
import type { Range } from '../text/range';
import { quoted } from './wording';

/** @param where what the row stands in, as a sentence begins: `Peta jalan`. */
export function* differences(
  chapter: Chapter,
  row: Programme,
  joined: JoinedProgramme,
  { years, agencies }: Difference,
  where: Text,
  settings: Settings,
): Iterable<Finding> {
  const related = [placeOf(joined)];
  const name = quoted(row.name);
  if (years !== undefined) {
    yield {
      uri: chapter.uri,
      range: yearsCell(row, years.programme, settings),
      message: {
        id: `${where.id} menulis ${yearsText(years.own)} untuk ${name}, sedangkan babnya ${yearsText(years.programme)}.`,
        en: `${where.en} gives ${yearsText(years.own)} for ${name}, its chapter ${yearsText(years.programme)}.`,
      },
      related,
    };
  }
  if (agencies !== undefined) {
    const [first, last] = [agencies.own[0], agencies.own.at(-1)];
    if (first === undefined || last === undefined) return;
    const value = first.value === last.value ? { start: first.start, end: last.end } : first.value;
    const [own, other] = [agencies.own, agencies.programme].map((mentions) =>
      mentions.map(({ text }) => text).join(', '),
    ) as [string, string];
    yield {
      uri: chapter.uri,
      range: { start: value.start, end: value.end },
      message: {
        id: `${where.id} menulis ${quoted(own)} untuk ${name}, sedangkan babnya ${quoted(other)}.`,
        en: `${where.en} gives ${quoted(own)} for ${name}, its chapter ${quoted(other)}.`,
      },
      related,
    };
  }
}

/** The cell of a year that the programme does not have, else the first one that is there. */
function yearsCell(row: Programme, programmeYears: readonly number[], { period }: Settings): Range {
  const { readings } = scheduleOf(row, period);
  const wrong = readings.find(({ years }) => years.some((year) => !programmeYears.includes(year))) ?? readings[0];
  return wrong === undefined ? row.nameRange : { start: wrong.value.start, end: wrong.value.end };
}

function placeOf(joined: JoinedProgramme): FindingRelated {
  const entry = plannedEntry(joined) ?? joined.entries[0];
  return {
    ...(entry === undefined ? {} : { uri: entry.chapter.uri }),
    range: entry?.programme.nameRange ?? { start: 0, end: 0 },
    message: { id: 'Programnya ada di sini.', en: 'The programme is here.' },
  };
}
