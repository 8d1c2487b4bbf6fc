/** A roadmap that says otherwise than the chapters, or leaves programmes out. */

import { type Book, hasUnreadParts } from '../book/book';
import { type Mentions, mentionsIn, referredProgrammes } from '../book/mentioned';
import { OfEach } from '../book/of-each';
import {
  type ChapterProgrammes,
  type JoinedProgramme,
  plannedByDimension,
  plannedEntry,
  programmesByChapter,
} from '../book/programmes';
import type { Chapter } from '../chapter/chapter';
import { scheduleOf } from '../chapter/schedule';
import type { Finding } from '../language/finding';
import { type Span, spanText } from '../language/years';
import type { Settings } from '../template/settings';
import { greatest, smallest } from '../text/lists';
import { MentionedRows } from './mentions';
import type { BookRule } from './rule';
import { quoted } from './wording';

const rows = new MentionedRows({
  first: { id: 'Peta jalan', en: 'The roadmap' },
  within: { id: 'pada peta jalan', en: 'of the roadmap' },
});
/** How many of the programmes that are lacking the message names. */
const mostNames = 3;

export const roadmapMismatch: BookRule = {
  id: 'roadmap-mismatch',
  severity: 'error',
  scope: 'book',
  title: { id: 'Peta jalan berbeda dari bab', en: 'The roadmap differs from the chapters' },
  hangsOn(book) {
    const there = roadmaps.some(book.chapters, book.settings);
    const isSilent = there.every((chapter) => mentionsIn(chapter, 'roadmap', book.settings).rows.length === 0);
    return isSilent ? [] : [there, programmesByChapter(book), book.unread, hasUnreadParts(book)];
  },
  *check(book) {
    // Before any programme is written there is nothing that a roadmap could differ from.
    if (!plannedByDimension(book).some((planned) => planned.size > 0)) return;
    const there = roadmaps.some(book.chapters, book.settings);
    const seen = new Set<JoinedProgramme>();
    const spans: Span[] = [];
    let titled: Chapter | undefined;
    for (const chapter of there) {
      const mentions = mentionsIn(chapter, 'roadmap', book.settings);
      if (mentions.rows.length > 0) titled ??= chapter;
      const span = coveredYears(mentions, book.settings);
      if (span !== undefined) spans.push(span);
      const referred = referredProgrammes(mentions, book);
      yield* rows.check(chapter, mentions, referred, book, span);
      for (const programmes of referred.values()) for (const joined of programmes) seen.add(joined);
    }
    if (titled === undefined || spans.length === 0 || there.some(({ excess }) => excess.length > 0)) return;
    yield* lackingProgrammes(titled, spans, book, seen);
  },
};

const roadmaps = new OfEach((chapter: Chapter) => (chapter.kind === 'roadmap' ? chapter : undefined));

/** The years that a roadmap covers: those of its year columns, else all that its rows name. */
function coveredYears({ rows }: Mentions, settings: Settings): Span | undefined {
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

/** The programmes of a chapter's horizon sections, as far as it can be told when they start. */
const starts = new OfEach(({ joined }: ChapterProgrammes, { period }: Settings) =>
  joined.flatMap((each) => {
    const programme = plannedEntry(each)?.programme;
    if (programme?.place !== 'horizon') return [];
    const { years, unreadable } = scheduleOf(programme, period);
    const first = years[0];
    return first === undefined || unreadable.length > 0 ? [] : [{ joined: each, name: programme.name, first }];
  }),
);

/** Once, at the title: how many programmes of the dimensions start in the roadmap's years and are not in it. */
function* lackingProgrammes(
  chapter: Chapter,
  spans: readonly Span[],
  book: Book,
  seen: ReadonlySet<JoinedProgramme>,
): Iterable<Finding> {
  const covered = { from: smallest(spans.map(({ from }) => from)), to: greatest(spans.map(({ to }) => to)) };
  const lacking: string[] = [];
  for (const { joined, name, first } of starts.all(programmesByChapter(book), book.settings).flat()) {
    if (first >= covered.from && first <= covered.to && !seen.has(joined)) lacking.push(name);
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
