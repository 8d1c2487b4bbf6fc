/** What a roadmap or a summary says otherwise than the chapters: the finding at the cell that differs. */

import { type Book, hasUnreadParts } from '../book/book';
import { type Difference, differenceOf, type Mentions, type Referred } from '../book/mentioned';
import { type JoinedProgramme, plannedEntry } from '../book/programmes';
import type { Chapter, Programme } from '../chapter/chapter';
import { scheduleOf } from '../chapter/schedule';
import type { Finding, FindingRelated } from '../language/finding';
import type { Text } from '../language/language';
import type { Span } from '../language/years';
import { yearsText } from '../language/years';
import type { Settings } from '../template/settings';
import { Attached } from '../text/memo';
import type { Range } from '../text/range';
import { quoted } from './wording';

/** What the rows stand in: as a sentence begins (`Peta jalan`), and as it goes on (`pada peta jalan`). */
export interface MentionPlace {
  readonly first: Text;
  readonly within: Text;
}

interface Said {
  readonly settings: Settings;
  readonly referred: readonly JoinedProgramme[];
  readonly years: Span | undefined;
  readonly isComplete: boolean;
  readonly findings: readonly Finding[];
}

const nothing: readonly JoinedProgramme[] = [];

/** Finds what rows say otherwise than the programmes that they refer to; a row beside the same ones is looked at once. */
export class MentionedRows {
  private readonly said = new Attached<Programme, Said>();

  constructor(private readonly place: MentionPlace) {}

  /** @param years only these years are compared; absent: all of them. */
  *check(chapter: Chapter, mentions: Mentions, referred: Referred, book: Book, years?: Span): Iterable<Finding> {
    // What could not be read may hold the programme.
    const isComplete = (book.unread === undefined || book.unread === 0) && !hasUnreadParts(book);
    for (const row of mentions.rows) {
      const programmes = referred.get(row) ?? nothing;
      let said = this.said.get(row);
      if (said === undefined || !isStill(said, programmes, book.settings, isComplete, years)) {
        const findings = [...this.inRow(chapter, row, programmes, book.settings, isComplete, years)];
        said = { settings: book.settings, referred: programmes, years, isComplete, findings };
        this.said.set(row, said);
      }
      yield* said.findings;
    }
  }

  private *inRow(
    chapter: Chapter,
    row: Programme,
    referred: readonly JoinedProgramme[],
    settings: Settings,
    isComplete: boolean,
    years: Span | undefined,
  ): Iterable<Finding> {
    const { first, within } = this.place;
    if (referred.length === 0 && isComplete) {
      yield {
        uri: chapter.uri,
        range: row.nameRange,
        message: {
          id: `Program ${quoted(row.name)} ${within.id} tidak ada di bab mana pun.`,
          en: `No chapter has the programme ${quoted(row.name)} ${within.en}.`,
        },
      };
    }
    const found = referred.map((joined) => ({
      joined,
      difference: differenceOf(chapter, row, joined, settings, years),
    }));
    const [best] = found;
    if (best === undefined || found.some(({ difference }) => !difference.years && !difference.agencies)) return;
    yield* differences(chapter, row, best.joined, best.difference, first, settings);
  }
}

function isStill(
  said: Said,
  referred: readonly JoinedProgramme[],
  settings: Settings,
  isComplete: boolean,
  years: Span | undefined,
): boolean {
  return (
    said.settings === settings &&
    said.isComplete === isComplete &&
    said.years?.from === years?.from &&
    said.years?.to === years?.to &&
    said.referred.length === referred.length &&
    said.referred.every((joined, i) => joined === referred[i])
  );
}

function* differences(
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
    // What a ditto mark repeats stands in another row.
    const isOwn = first.value === last.value && first.value.words === undefined;
    const value = isOwn ? { start: first.start, end: last.end } : first.value;
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
