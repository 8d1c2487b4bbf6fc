/** A roadmap that says otherwise than the chapters, or leaves programmes out. */

import type { Book } from '../book/book';
import { differenceOf, mentionedRows, referredProgrammes } from '../book/mentioned';
import { type JoinedProgramme, joinedProgrammes, plannedEntry } from '../book/programmes';
import type { Chapter, Programme } from '../chapter/chapter';
import { scheduleOf } from '../chapter/schedule';
import type { Finding } from '../language/finding';
import { type Span, spanText } from '../language/years';
import { differences } from './mentions';
import type { BookRule } from './rule';
import { quoted } from './wording';

const roadmap = { id: 'Peta jalan', en: 'The roadmap' };
/** How many of the programmes that are lacking the message names. */
const mostNames = 3;

export const roadmapMismatch: BookRule = {
  id: 'roadmap-mismatch',
  severity: 'error',
  scope: 'book',
  title: { id: 'Peta jalan berbeda dari bab', en: 'The roadmap differs from the chapters' },
  *check(book) {
    // Before any programme is written there is nothing that a roadmap could differ from.
    if (!joinedProgrammes(book).some((joined) => plannedEntry(joined) !== undefined)) return;
    const roadmaps = book.chapters.filter((chapter) => chapter.kind === 'roadmap');
    const seen = new Set<JoinedProgramme>();
    const spans: Span[] = [];
    for (const chapter of roadmaps) {
      const rows = mentionedRows(chapter, 'roadmap', book.settings);
      const span = spanOf(rows, book);
      if (span !== undefined) spans.push(span);
      for (const row of rows) yield* inRow(chapter, row, span, book, seen);
    }
    const title = roadmaps.find((chapter) => mentionedRows(chapter, 'roadmap', book.settings).length > 0);
    if (title === undefined || spans.length === 0 || roadmaps.some(({ excess }) => excess.length > 0)) return;
    yield* lackingProgrammes(title, spans, book, seen);
  },
};

/** The years that a roadmap covers: those of its year columns, else all that its rows name. */
function spanOf(rows: readonly Programme[], { settings }: Book): Span | undefined {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  const take = (year: number) => {
    from = Math.min(from, year);
    to = Math.max(to, year);
  };
  let last: object | undefined;
  for (const row of rows) {
    if (row.table !== undefined && row.table !== last) for (const { year } of row.table.yearColumns) take(year);
    last = row.table;
    for (const year of scheduleOf(row, settings.period).years) take(year);
  }
  return from <= to ? { from, to } : undefined;
}

function* inRow(
  chapter: Chapter,
  row: Programme,
  span: Span | undefined,
  book: Book,
  seen: Set<JoinedProgramme>,
): Iterable<Finding> {
  const referred = referredProgrammes(row, book);
  for (const joined of referred) seen.add(joined);
  const first = referred[0];
  if (first === undefined) {
    // Of chapters that could not be read, one may hold the programme.
    if (book.unread !== undefined && book.unread > 0) return;
    yield {
      uri: chapter.uri,
      range: row.nameRange,
      message: {
        id: `Program ${quoted(row.name)} pada peta jalan tidak ada di bab mana pun.`,
        en: `No chapter has the programme ${quoted(row.name)} of the roadmap.`,
      },
    };
    return;
  }
  const found = referred.map((joined) => ({
    joined,
    difference: differenceOf(chapter, row, joined, book.settings, span),
  }));
  if (found.some(({ difference }) => difference.years === undefined && difference.agencies === undefined)) return;
  const best = found[0];
  if (best !== undefined) yield* differences(chapter, row, best.joined, best.difference, roadmap, book.settings);
}

/** Once, at the title: how many programmes of the dimensions start in the roadmap's years and are not in it. */
function* lackingProgrammes(
  chapter: Chapter,
  spans: readonly Span[],
  book: Book,
  seen: ReadonlySet<JoinedProgramme>,
): Iterable<Finding> {
  const covered = { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
  const lacking: string[] = [];
  for (const joined of joinedProgrammes(book)) {
    const entry = plannedEntry(joined);
    if (entry?.programme.place !== 'horizon' || seen.has(joined)) continue;
    const { years, unreadable } = scheduleOf(entry.programme, book.settings.period);
    const first = years[0];
    if (first === undefined || unreadable.length > 0 || first < covered.from || first > covered.to) continue;
    lacking.push(entry.programme.name);
  }
  const place = chapter.parts[0]?.place;
  if (lacking.length === 0 || place === undefined) return;
  const names = lacking.slice(0, mostNames).map(quoted).join(', ');
  const more = lacking.length > mostNames ? ', …' : '';
  const years = spanText(covered);
  const programmes = lacking.length === 1 ? '1 programme that starts' : `${lacking.length} programmes that start`;
  yield {
    uri: chapter.uri,
    range: place,
    message: {
      id: `Peta jalan ${years} belum memuat ${lacking.length} program yang dimulai pada tahun-tahun itu: ${names}${more}.`,
      en: `The roadmap ${years} lacks ${programmes} in these years: ${names}${more}.`,
    },
  };
}
