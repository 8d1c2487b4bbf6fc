/** Which entries of a masterplan are one programme: horizon section, quick-win section and profile joined (format 3.4). */

import type { Chapter, FieldValue, Part, Programme } from '../chapter/chapter';
import { type NameReader, namesIn } from '../chapter/programme-names';
import { hasPlaceFor, saidBy, valuesOf } from '../chapter/programmes';
import { type Lexicon, lexiconOf } from '../template/lexicon';
import type { Settings } from '../template/settings';
import type { Field } from '../template/template';
import { UnderSettings, underSettings } from '../template/under-settings';
import { emptyList, listOf } from '../text/lists';
import { Attached } from '../text/memo';
import { type Steps, toEnd } from '../text/steps';
import type { Book } from './book';
import { changedPlaces, isSameList, OfEach } from './of-each';

/** One place where a programme stands. */
export class ProgrammeEntry {
  constructor(
    readonly chapter: Chapter,
    readonly part: Part,
    readonly programme: Programme,
  ) {}
}

/** A programme with all the places where it stands. */
export class JoinedProgramme {
  constructor(
    /** A dimension's id; absent for the action plan, and where it cannot be told. */
    readonly dimension: string | undefined,
    /** Horizon section before quick-win section before profile; one of each at the most. */
    readonly entries: readonly ProgrammeEntry[],
  ) {}
}

/** The entry in a horizon section or in the action plan, where a finding about the programme points. */
export function plannedEntry(joined: JoinedProgramme): ProgrammeEntry | undefined {
  return joined.entries.find(({ programme }) => programme.place === 'horizon' || programme.place === 'action-plan');
}

/** The quick win in its dimension's section, else in its profile: where a finding about the quick win points. */
export function quickWinEntry(joined: JoinedProgramme): ProgrammeEntry | undefined {
  return (
    joined.entries.find(({ programme }) => programme.place === 'quick-wins') ??
    joined.entries.find(({ programme }) => programme.place === 'profile')
  );
}

/** A field given in any place counts (format 3.4). */
export function joinedValues(joined: JoinedProgramme, field: string): FieldValue[] {
  return joined.entries.flatMap(({ programme }) => valuesOf(programme, field));
}

/**
 * Whether a quick win is not among the short-term programmes (format 3.4). What the programme rules leave alone then is
 * the quick win; a row of another horizon that it is one programme with is judged like those around it.
 */
export function isOrphan(joined: JoinedProgramme): boolean {
  return quickWinEntry(joined) !== undefined && !joined.entries.some(({ programme }) => programme.horizon === 'short');
}

/** The places of a programme that the programme rules look at. */
export function judgedEntries(joined: JoinedProgramme): readonly ProgrammeEntry[] {
  if (!isOrphan(joined)) return joined.entries;
  return joined.entries.filter(({ programme }) => programme.place === 'horizon' || programme.place === 'action-plan');
}

/**
 * The fields that make a programme incomplete, as far as its table has columns for them (rule `programme-incomplete`);
 * none for a quick win that stands nowhere else.
 */
export function missingFields(joined: JoinedProgramme, settings: Settings): readonly Field[] {
  const entry = plannedEntry(joined);
  if (entry === undefined) return [];
  return requiredFields(settings).filter(({ id }) => hasPlaceFor(entry.programme, id) && !isGiven(joined, id));
}

/** The fields without which a programme is incomplete; its name is what makes it a programme. */
export const requiredFields = underSettings(({ template }): readonly Field[] =>
  template.fields.filter((field) => field.required && field.id !== 'name'),
);

/** Whether any place of a programme gives a field. */
export function isGiven(joined: JoinedProgramme, field: string): boolean {
  return joined.entries.some(({ programme }) =>
    saidBy(programme).some((said) => said.field === field && said.text !== ''),
  );
}

/** The planned programmes of a chapter by their dimensions, those of the action plan under none. */
export type PlannedByDimension = ReadonlyMap<string | undefined, readonly JoinedProgramme[]>;

const planned = new OfEach(({ joined: all }: ChapterProgrammes): PlannedByDimension => {
  const lists = new Map<string | undefined, JoinedProgramme[]>();
  for (const joined of all) {
    const place = plannedEntry(joined)?.programme.place;
    if (place === undefined) continue;
    const dimension = place === 'horizon' ? joined.dimension : undefined;
    const list = lists.get(dimension);
    if (list === undefined) lists.set(dimension, [joined]);
    else list.push(joined);
  }
  return lists;
});

/** The planned programmes chapter by chapter; orphaned quick wins are not among them. */
export function plannedByDimension(book: Book): readonly PlannedByDimension[] {
  return planned.all(programmesByChapter(book), book.settings);
}

/**
 * Quick wins that stand twice in one place: two in the same place are two (format 3.4), so the second is no programme of
 * a horizon section, though the first may be.
 * @returns the first one's entry by the second; told by code or by name.
 */
export function repeatedQuickWins(book: Book): ReadonlyMap<JoinedProgramme, ProgrammeEntry> {
  return joinedOf(book).repeated;
}

/** One place of a programme that has a quick win: the how-manieth of those programmes, and of its entries. */
interface EntryPlace {
  readonly programme: number;
  readonly entry: number;
}

/** Who is repeated, by the second one's place among the programmes with quick wins. */
function findRepeated(all: readonly JoinedProgramme[], names: NameReader): ReadonlyMap<number, EntryPlace> {
  const seen = new Map<string, EntryPlace>();
  const second = new Map<number, EntryPlace>();
  all.forEach((joined, programme) => {
    joined.entries.forEach((each, entry) => {
      if (each.programme.place !== 'quick-wins' && each.programme.place !== 'profile') return;
      for (const key of placeKeysOf(each, joined, names)) {
        const first = seen.get(key);
        if (first === undefined) seen.set(key, { programme, entry });
        else if (isOrphan(joined) && first.programme !== programme) second.set(programme, first);
      }
    });
  });
  return second;
}

/** By what a quick win is told from the others in its kind of place. */
function placeKeysOf({ programme }: ProgrammeEntry, joined: JoinedProgramme, names: NameReader): readonly string[] {
  const { place, code } = programme;
  const name = `${place} ${joined.dimension ?? ''} ${names.of(programme).whole}`;
  return code === undefined ? [name] : [name, `${place} ${code.value}`];
}

/** The programmes whose first place is in one chapter. The same value as in the book before, where nothing changed. */
export class ChapterProgrammes {
  constructor(
    readonly chapter: Chapter,
    readonly joined: readonly JoinedProgramme[],
  ) {}
}

/** One for all books: whoever hangs on it is not asked again. */
const noneRepeated: ReadonlyMap<JoinedProgramme, ProgrammeEntry> = new Map();

/** The programmes of a book, joined. The same value as for the book before, where none of them was touched. */
class Joined {
  private known: readonly JoinedProgramme[] | undefined;
  private repeatedKnown: ReadonlyMap<JoinedProgramme, ProgrammeEntry> | undefined;

  constructor(
    readonly chapters: readonly ChapterProgrammes[],
    /** Those with a quick win, in the order of their first places. */
    private readonly withQuickWin: readonly JoinedProgramme[],
    private readonly shape: JoinedShape,
  ) {}

  get all(): readonly JoinedProgramme[] {
    if (this.known === undefined) {
      const planned = this.chapters.flatMap(({ joined }) => joined.filter(isPlanned));
      this.known = [...planned, ...this.withQuickWin.filter((joined) => !isPlanned(joined))];
    }
    return this.known;
  }

  get repeated(): ReadonlyMap<JoinedProgramme, ProgrammeEntry> {
    if (this.repeatedKnown === undefined) {
      const repeated = Array.from(this.shape.repeated(this.withQuickWin), ([second, { programme, entry }]) => {
        const first = this.withQuickWin[programme]?.entries[entry] as ProgrammeEntry;
        return [this.withQuickWin[second] as JoinedProgramme, first] as const;
      });
      this.repeatedKnown = repeated.length === 0 ? noneRepeated : new Map(repeated);
    }
    return this.repeatedKnown;
  }

  /** Stays the same as long as the same programmes belong together, wherever they have moved to. */
  get together(): object {
    return this.shape;
  }
}

/** What hangs on codes, names, places and dimensions alone, and not on where in the text they stand. */
class JoinedShape {
  private known: ReadonlyMap<number, EntryPlace> | undefined;

  constructor(
    private readonly names: NameReader,
    private readonly wanted: Wanted,
  ) {}

  /** @param withQuickWin any that are joined in this way. */
  repeated(withQuickWin: readonly JoinedProgramme[]): ReadonlyMap<number, EntryPlace> {
    this.known ??= findRepeated(withQuickWin, this.names);
    return this.known;
  }

  /** Whether a planned programme may be a quick win that stands elsewhere. */
  isWanted(programme: Programme): boolean {
    return this.wanted.has(programme);
  }
}

const joinedOfBooks = new Attached<Book, Joined>();

function joinedOf(book: Book): Joined {
  return joinedOfBooks.get(book) ?? toEnd(joinProgrammes(book));
}

/** Joins the programmes of a book and remembers it, in pieces: of thousands it takes a while. */
export function* joinProgrammes(book: Book): Steps<Joined> {
  let joined = joinedOfBooks.get(book);
  if (joined === undefined) {
    joined = yield* join(book);
    joinedOfBooks.set(book, joined);
  }
  return joined;
}

/** All programmes and quick wins of a book, joined: planned ones in the order of the text, then quick wins alone. */
export function joinedProgrammes(book: Book): readonly JoinedProgramme[] {
  return joinedOf(book).all;
}

/** Stays the same as long as the same programmes belong together, wherever in the text they have moved to. */
export function programmesTogether(book: Book): object {
  return joinedOf(book).together;
}

/** The same, chapter by chapter: what was found about a chapter's programmes holds as long as they are the same value. */
export function programmesByChapter(book: Book): readonly ChapterProgrammes[] {
  return joinedOf(book).chapters;
}

/** What a chapter gives to the joining, whatever the others say. */
class Contribution {
  constructor(
    readonly planned: readonly ProgrammeEntry[],
    /** Each planned programme by itself. */
    readonly alone: readonly JoinedProgramme[],
    readonly quickWins: readonly ProgrammeEntry[],
    readonly profiles: readonly ProgrammeEntry[],
    /** Where no quick win belongs to any of them. */
    readonly undisturbed: ChapterProgrammes,
  ) {}
}

const contributions = new OfEach<Chapter, Contribution>(contributionOf);

function contributionOf(chapter: Chapter): Contribution {
  const planned = emptyList<ProgrammeEntry>();
  const alone = emptyList<JoinedProgramme>();
  const quickWins = emptyList<ProgrammeEntry>();
  const profiles = emptyList<ProgrammeEntry>();
  for (const part of chapter.parts) {
    const { dimension } = part;
    for (const programme of part.programmes) {
      const entry = new ProgrammeEntry(chapter, part, programme);
      planned.push(entry);
      alone.push(new JoinedProgramme(dimension, listOf(entry)));
    }
    for (const programme of part.quickWins) {
      const list = programme.place === 'profile' ? profiles : quickWins;
      list.push(new ProgrammeEntry(chapter, part, programme));
    }
  }
  return new Contribution(planned, alone, quickWins, profiles, new ChapterProgrammes(chapter, alone));
}

/** Finds what a chapter gives to the joining, before its book is asked: joining a thousand of them is short then. */
export function prepareProgrammes(chapter: Chapter, settings: Settings): void {
  const { planned, quickWins, profiles } = contributions.prepare(chapter, settings);
  const names = namesIn(settings.template);
  for (const entries of [planned, quickWins, profiles]) {
    for (const { programme } of entries) names.of(programme);
  }
}

/** A programme while quick wins are being joined to it. */
interface Draft {
  dimension: string | undefined;
  readonly entries: ProgrammeEntry[];
  /** Its place among all, so that the earliest of several is told. */
  readonly order: number;
}

/** How the book that was asked about last was joined, so that the next one, in which little has changed, is told from it. */
class Joining {
  readonly joined: Joined;

  constructor(
    readonly chapters: readonly Chapter[],
    readonly parts: readonly Contribution[],
    /** Those with a quick win. */
    readonly drafts: readonly Draft[],
    /** What became of the drafts. */
    readonly settled: readonly JoinedProgramme[],
    /** The programmes whose first place is in each chapter; nothing where there are none. */
    readonly groups: readonly (ChapterProgrammes | undefined)[],
    readonly shape: JoinedShape,
    /** Where nothing of the programmes was touched, all that is told from those before holds. */
    before: Joining | undefined,
  ) {
    const isAsBefore = before !== undefined && shape === before.shape && isSameList(groups, before.groups);
    this.joined = isAsBefore
      ? before.joined
      : new Joined(
          groups.filter((group) => group !== undefined),
          settled,
          shape,
        );
  }
}

const joinedLast = new UnderSettings<Joining>();

/** Beyond this many changed chapters all is joined anew. */
const mostChanges = 8;

function* join({ settings, chapters }: Book): Steps<Joined> {
  const before = joinedLast.get(settings);
  const parts = contributions.all(chapters, settings);
  if (before?.parts === parts) return before.joined;
  const changed = before && changedPlaces(before.parts, parts);
  const joining =
    before !== undefined && changed !== undefined && isJoinedAlike(before, parts, changed)
      ? joinAlike(before, chapters, parts, changed)
      : yield* joinAfresh(settings, chapters, parts, before);
  joinedLast.set(settings, joining);
  return joining.joined;
}

/**
 * Who belongs together hangs on codes, names, places and dimensions alone, and of planned programmes only on those that
 * may be a quick win. Whether all that is as it was in the changed chapters.
 */
function isJoinedAlike({ parts: before, shape }: Joining, parts: readonly Contribution[], changed: readonly number[]) {
  if (changed.length > mostChanges) return false;
  return changed.every((at) => {
    const [old, own] = [before[at] as Contribution, parts[at] as Contribution];
    return (['planned', 'quickWins', 'profiles'] as const).every(
      (kind) =>
        old[kind].length === own[kind].length &&
        own[kind].every((one, i) => {
          const other = old[kind][i] as ProgrammeEntry;
          if (joinsAlike(one, other)) return true;
          return kind === 'planned' && !shape.isWanted(one.programme) && !shape.isWanted(other.programme);
        }),
    );
  });
}

function joinsAlike(one: ProgrammeEntry, other: ProgrammeEntry): boolean {
  const [a, b] = [one.programme, other.programme];
  return (
    a.name === b.name &&
    a.code?.value === b.code?.value &&
    a.horizon === b.horizon &&
    a.place === b.place &&
    one.part.dimension === other.part.dimension &&
    (a.place !== 'profile' || valuesOf(a, 'dimension')[0]?.text === valuesOf(b, 'dimension')[0]?.text)
  );
}

/** The joining before, with the new entries of changed chapters in place of the old. */
function joinAlike(
  before: Joining,
  chapters: readonly Chapter[],
  parts: readonly Contribution[],
  changed: readonly number[],
): Joining {
  const places = new Map(changed.map((at) => [before.chapters[at], at]));
  const now = (entry: ProgrammeEntry): ProgrammeEntry => {
    const at = places.get(entry.chapter);
    if (at === undefined) return entry;
    const [old, own] = [before.parts[at] as Contribution, parts[at] as Contribution];
    const kind =
      ({ 'quick-wins': 'quickWins', profile: 'profiles' } as const)[entry.programme.place as string] ?? 'planned';
    return own[kind][old[kind].indexOf(entry)] ?? entry;
  };
  const drafts = [...before.drafts];
  const settled = [...before.settled];
  /** The chapters whose programmes are not what they were: changed ones, and those where a programme begins that goes on there. */
  const touched = new Set(changed.map((at) => chapters[at] as Chapter));
  before.drafts.forEach((draft, at) => {
    if (!draft.entries.some(({ chapter }) => places.has(chapter))) return;
    const entries = draft.entries.map(now);
    drafts[at] = { ...draft, entries };
    settled[at] = settledFrom(drafts[at] as Draft);
    touched.add((entries[0] as ProgrammeEntry).chapter);
  });
  const own = new Map(Array.from(touched, (chapter) => [chapter, [] as JoinedProgramme[]]));
  drafts.forEach(({ entries }, at) => {
    own.get((entries[0] as ProgrammeEntry).chapter)?.push(settled[at] as JoinedProgramme);
  });
  const groups = [...before.groups];
  for (const [chapter, joined] of own) {
    const at = chapters.indexOf(chapter);
    groups[at] = groupOf(chapter, parts[at] as Contribution, joined);
  }
  return new Joining(chapters, parts, drafts, settled, groups, before.shape, before);
}

/** After so many programmes joining may stop for something else. */
const inOnePiece = 100;

function* joinAfresh(
  settings: Settings,
  chapters: readonly Chapter[],
  parts: readonly Contribution[],
  before: Joining | undefined,
): Steps<Joining> {
  let count = 0;
  const isEnough = () => ++count % inOnePiece === 0;
  const lexicon = lexiconOf(settings);
  const quickWins = parts.flatMap((part) => part.quickWins);
  const profiles = parts.flatMap((part) => part.profiles);
  const names = namesIn(settings.template);
  const joiner = new Joiner(names, [...quickWins, ...profiles]);
  yield;
  for (const { planned } of parts) {
    for (const entry of planned) {
      joiner.offer(entry);
      if (isEnough()) yield;
    }
  }
  for (const entry of quickWins) {
    joiner.join(entry, entry.part.dimension);
    if (isEnough()) yield;
  }
  joiner.offerAgain();
  yield;
  for (const entry of profiles) {
    joiner.join(entry, dimensionOfProfile(entry, lexicon));
    if (isEnough()) yield;
  }
  const drafts = joiner.drafts();
  yield;
  // Who stands in the same places as before is the same value: what was found about it holds.
  const known = new Map(before?.settled.map((joined) => [joined.entries[0]?.programme, joined]));
  const settled = drafts.map((draft) => settledFrom(draft, known.get(draft.entries[0]?.programme)));
  const own = new Map<Chapter, JoinedProgramme[]>();
  for (const joined of settled) {
    const { chapter } = joined.entries[0] as ProgrammeEntry;
    const there = own.get(chapter);
    if (there === undefined) own.set(chapter, [joined]);
    else there.push(joined);
  }
  const groupsBefore = new Map(before?.chapters.map((chapter, at) => [chapter, before.groups[at]]));
  const groups = chapters.map((chapter, at) =>
    groupOf(chapter, parts[at] as Contribution, own.get(chapter), groupsBefore.get(chapter)),
  );
  const shape = new JoinedShape(names, joiner.wanted);
  return new Joining(chapters, parts, drafts, settled, groups, shape, before);
}

/** @param before the same value is given again, where the programme stands in the same places. */
function settledFrom({ dimension, entries }: Draft, before?: JoinedProgramme): JoinedProgramme {
  if (before !== undefined && before.dimension === dimension && isSame(before.entries, entries)) return before;
  return new JoinedProgramme(dimension, entries);
}

function isSame(one: readonly ProgrammeEntry[], other: readonly ProgrammeEntry[]): boolean {
  if (one.length !== other.length) return false;
  return one.every((entry, i) => entry.programme === other[i]?.programme && entry.chapter === other[i]?.chapter);
}

/** @param withQuickWin the programmes with a quick win whose first place is in the chapter, in the order of the text. */
function groupOf(
  chapter: Chapter,
  { alone, undisturbed }: Contribution,
  withQuickWin: readonly JoinedProgramme[] | undefined,
  before?: ChapterProgrammes,
): ChapterProgrammes | undefined {
  if (withQuickWin === undefined || withQuickWin.length === 0) return alone.length === 0 ? undefined : undisturbed;
  const joinedBy = new Map(withQuickWin.map((joined) => [joined.entries[0]?.programme, joined]));
  const planned = alone.map((joined) => joinedBy.get(joined.entries[0]?.programme) ?? joined);
  const joined = [...planned, ...withQuickWin.filter((each) => !isPlanned(each))];
  return before !== undefined && isSameList(before.joined, joined) ? before : new ChapterProgrammes(chapter, joined);
}

function dimensionOfProfile({ programme }: ProgrammeEntry, lexicon: Lexicon): string | undefined {
  const named = valuesOf(programme, 'dimension')[0];
  return named === undefined ? undefined : lexicon.dimensionNamed(named.text)?.id;
}

/** More programmes of one name than this are no longer told apart. */
const mostOfOneName = 200;

/**
 * Finds the programme that a quick win is: same code, else same name in the same dimension, else nearly the same.
 * A programme has one place of each kind: who has been found is not offered again to the same kind.
 */
class Joiner {
  readonly wanted: Wanted;
  private readonly offered = new Map<string, Set<Draft>>();
  private readonly found: Draft[] = [];
  private order = 0;

  /** @param quickWins all that will be joined; only programmes that one of them could be are looked at more closely. */
  constructor(
    private readonly names: NameReader,
    quickWins: readonly ProgrammeEntry[],
  ) {
    this.wanted = new Wanted(names);
    for (const { programme } of quickWins) this.wanted.add(programme);
  }

  offer(entry: ProgrammeEntry): void {
    this.order++;
    // A programme of the action plan belongs to no dimension; nothing there is a quick win.
    if (entry.programme.place === 'action-plan' || !this.wanted.has(entry.programme)) return;
    this.add({ dimension: entry.part.dimension, entries: [entry], order: this.order });
  }

  /** Offers what has been found so far to quick wins of another kind of place. */
  offerAgain(): void {
    for (const draft of this.found) this.add(draft);
  }

  join(entry: ProgrammeEntry, dimension: string | undefined): void {
    const draft = this.find(entry.programme, dimension);
    if (draft === undefined) {
      this.found.push({ dimension, entries: [entry], order: ++this.order });
      return;
    }
    this.remove(draft);
    if (draft.entries.length === 1 && isPlanned(draft)) this.found.push(draft);
    draft.entries.push(entry);
    draft.dimension ??= dimension;
  }

  /** All that a quick win belongs to, and the quick wins that belong to nothing, in the order of their first places. */
  drafts(): readonly Draft[] {
    return [...this.found].sort((a, b) => a.order - b.order);
  }

  private find(programme: Programme, dimension: string | undefined): Draft | undefined {
    const { code } = programme;
    const names = this.names.of(programme);
    const here = (draft: Draft) =>
      dimension === undefined || draft.dimension === undefined || draft.dimension === dimension;
    return (
      (code === undefined ? undefined : earliest(this.fitting(`code ${code.value}`))) ??
      earliest(this.fitting(`name ${names.whole}`).filter(here)) ??
      only(this.fitting(`core ${names.core}`).filter(here))
    );
  }

  private fitting(key: string): Draft[] {
    const drafts: Draft[] = [];
    for (const draft of this.offered.get(key) ?? []) {
      if (drafts.length === mostOfOneName) break;
      drafts.push(draft);
    }
    return drafts;
  }

  private add(draft: Draft): void {
    for (const { programme } of draft.entries) {
      for (const key of keysOf(programme, this.names)) {
        const there = this.offered.get(key);
        if (there === undefined) this.offered.set(key, new Set([draft]));
        else there.add(draft);
      }
    }
  }

  private remove(draft: Draft): void {
    for (const { programme } of draft.entries) {
      for (const key of keysOf(programme, this.names)) this.offered.get(key)?.delete(draft);
    }
  }
}

/** By what programmes are known that are a quick win, or may be. */
class Wanted {
  private readonly codes = new Set<string>();
  private readonly wholes = new Set<string>();
  private readonly cores = new Set<string>();
  private isEmpty = true;

  constructor(private readonly names: NameReader) {}

  add(programme: Programme): void {
    this.isEmpty = false;
    const { whole, core } = this.names.of(programme);
    if (programme.code !== undefined) this.codes.add(programme.code.value);
    if (whole !== '') this.wholes.add(whole);
    if (core !== '') this.cores.add(core);
  }

  /** Asked about every programme of a book: it makes no keys (`keysOf`) for that. */
  has(programme: Programme): boolean {
    if (this.isEmpty) return false;
    if (programme.code !== undefined && this.codes.has(programme.code.value)) return true;
    const { whole, core } = this.names.of(programme);
    return this.wholes.has(whole) || this.cores.has(core);
  }
}

/** By what a programme is known to be the one that a quick win is. */
function keysOf(programme: Programme, all: NameReader): readonly string[] {
  const { whole, core } = all.of(programme);
  const keys = programme.code === undefined ? [] : [`code ${programme.code.value}`];
  if (whole !== '') keys.push(`name ${whole}`);
  if (core !== '') keys.push(`core ${core}`);
  return keys;
}

function isPlanned({ entries }: Pick<JoinedProgramme, 'entries'>): boolean {
  const place = entries[0]?.programme.place;
  return place === 'horizon' || place === 'action-plan';
}

/** A quick win is a short-term programme: of several that fit, a short-term one goes before the others. */
function earliest(drafts: readonly Draft[]): Draft | undefined {
  let best: Draft | undefined;
  for (const draft of drafts) {
    if (best === undefined || rankOf(draft) < rankOf(best)) best = draft;
  }
  return best;
}

function rankOf({ entries, order }: Draft): number {
  return entries[0]?.programme.horizon === 'short' ? order - Number.MAX_SAFE_INTEGER : order;
}

function only(drafts: readonly Draft[]): Draft | undefined {
  return drafts.length === 1 ? drafts[0] : undefined;
}
