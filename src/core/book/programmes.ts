/** Which entries of a masterplan are one programme: horizon section, quick-win section and profile joined (format 3.4). */

import type { Chapter, FieldValue, Part, Programme } from '../chapter/chapter';
import { hasPlaceFor, valuesOf } from '../chapter/programmes';
import type { TitleFolder } from '../language/titles';
import { type Lexicon, lexiconOf } from '../template/lexicon';
import type { Settings } from '../template/settings';
import type { Field } from '../template/template';
import { Memo } from '../text/memo';
import type { Book } from './book';

/** One place where a programme stands. */
export interface ProgrammeEntry {
  readonly chapter: Chapter;
  readonly part: Part;
  readonly programme: Programme;
}

/** A programme with all the places where it stands. */
export interface JoinedProgramme {
  /** A dimension's id; absent for the action plan, and where it cannot be told. */
  readonly dimension?: string;
  /** Horizon section before quick-win section before profile; one of each at the most. */
  readonly entries: readonly ProgrammeEntry[];
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

const lacking = new WeakMap<JoinedProgramme, { readonly settings: Settings; readonly fields: readonly Field[] }>();

/**
 * The fields that make a programme incomplete, as far as its table has columns for them (rule `programme-incomplete`);
 * none for a quick win that stands nowhere else.
 */
export function missingFields(joined: JoinedProgramme, settings: Settings): readonly Field[] {
  const known = lacking.get(joined);
  if (known?.settings === settings) return known.fields;
  const entry = plannedEntry(joined);
  const fields =
    entry === undefined
      ? []
      : requiredFields(settings).filter(
          (field) => hasPlaceFor(entry.programme, field.id) && !isGiven(joined, field.id),
        );
  lacking.set(joined, { settings, fields });
  return fields;
}

const required = new WeakMap<Settings, readonly Field[]>();

/** The fields without which a programme is incomplete; its name is what makes it a programme. */
export function requiredFields(settings: Settings): readonly Field[] {
  let fields = required.get(settings);
  if (fields === undefined) {
    fields = settings.template.fields.filter((field) => field.required && field.id !== 'name');
    required.set(settings, fields);
  }
  return fields;
}

/** Whether any place of a programme gives a field. */
export function isGiven(joined: JoinedProgramme, field: string): boolean {
  return joined.entries.some(({ programme }) =>
    programme.values.some((value) => value.field === field && value.text !== ''),
  );
}

const planned = new WeakMap<ChapterProgrammes, ReadonlyMap<string | undefined, readonly JoinedProgramme[]>>();

/**
 * The planned programmes of a chapter by their dimensions, those of the action plan under none; orphaned quick wins are
 * not among them. Found once.
 */
export function plannedByDimension(
  programmes: ChapterProgrammes,
): ReadonlyMap<string | undefined, readonly JoinedProgramme[]> {
  let found = planned.get(programmes);
  if (found === undefined) {
    const lists = new Map<string | undefined, JoinedProgramme[]>();
    for (const joined of programmes.joined) {
      const place = plannedEntry(joined)?.programme.place;
      if (place === undefined) continue;
      const dimension = place === 'horizon' ? joined.dimension : undefined;
      const list = lists.get(dimension);
      if (list === undefined) lists.set(dimension, [joined]);
      else list.push(joined);
    }
    found = lists;
    planned.set(programmes, found);
  }
  return found;
}

const repeats = new WeakMap<readonly JoinedProgramme[], ReadonlyMap<JoinedProgramme, ProgrammeEntry>>();

/**
 * Quick wins that stand twice in one place: two in the same place are two (format 3.4), so the second is no programme of
 * a horizon section, though the first may be.
 * @returns the first one's entry by the second; told by code or by name.
 */
export function repeatedQuickWins(book: Book): ReadonlyMap<JoinedProgramme, ProgrammeEntry> {
  const all = joinedProgrammes(book);
  let found = repeats.get(all);
  if (found === undefined) {
    const lexicon = lexiconOf(book.settings);
    const seen = new Map<string, ProgrammeEntry>();
    const second = new Map<JoinedProgramme, ProgrammeEntry>();
    for (const joined of all) {
      if (joined.entries.length === 1 && plannedEntry(joined) !== undefined) continue;
      for (const entry of joined.entries) {
        if (entry.programme.place !== 'quick-wins' && entry.programme.place !== 'profile') continue;
        for (const key of placeKeysOf(entry, joined, lexicon)) {
          const first = seen.get(key);
          if (first === undefined) seen.set(key, entry);
          else if (isOrphan(joined) && !joined.entries.includes(first)) second.set(joined, first);
        }
      }
    }
    found = second;
    repeats.set(all, found);
  }
  return found;
}

const placeKeys = new WeakMap<ProgrammeEntry, { readonly joined: JoinedProgramme; readonly keys: readonly string[] }>();

/** By what a quick win is told from the others in its kind of place. */
function placeKeysOf(entry: ProgrammeEntry, joined: JoinedProgramme, lexicon: Lexicon): readonly string[] {
  const known = placeKeys.get(entry);
  if (known?.joined === joined) return known.keys;
  const { place, code } = entry.programme;
  const keys = [`${place} ${joined.dimension ?? ''} ${nameKeysOf(entry.programme, lexicon).whole}`];
  if (code !== undefined) keys.push(`${place} ${code.value}`);
  placeKeys.set(entry, { joined, keys });
  return keys;
}

interface NameKeys {
  /** The whole name, folded as titles are. */
  readonly whole: string;
  /** Without brackets and what follows a colon or a dash (format 3.4). */
  readonly core: string;
}

const nameMemos = new WeakMap<TitleFolder, Memo<NameKeys>>();

function nameMemoOf(folder: TitleFolder): Memo<NameKeys> {
  let memo = nameMemos.get(folder);
  if (memo === undefined) {
    memo = new Memo((name) => {
      const whole = folder.fold(name);
      const core = coreName(name);
      return { whole, core: core === name ? whole : folder.fold(core) };
    });
    nameMemos.set(folder, memo);
  }
  return memo;
}

/** How a programme's name is compared. A chapter is read anew where the spellings of its template change. */
export function nameKeysOf(programme: Programme, lexicon: Lexicon): NameKeys {
  return nameMemoOf(lexicon.folder).of(programme.name);
}

/** The programmes whose first place is in one chapter. The same value as in the book before, where nothing changed. */
export interface ChapterProgrammes {
  readonly chapter: Chapter;
  readonly joined: readonly JoinedProgramme[];
}

interface Joined {
  readonly all: readonly JoinedProgramme[];
  readonly chapters: readonly ChapterProgrammes[];
}

const joinedOfBooks = new WeakMap<Book, Joined>();

function joinedOf(book: Book): Joined {
  let joined = joinedOfBooks.get(book);
  if (joined === undefined) {
    joined = join(book);
    joinedOfBooks.set(book, joined);
  }
  return joined;
}

/** All programmes and quick wins of a book, joined: planned ones in the order of the text, then quick wins alone. */
export function joinedProgrammes(book: Book): readonly JoinedProgramme[] {
  return joinedOf(book).all;
}

/** The same, chapter by chapter: what was found about a chapter's programmes holds as long as they are the same value. */
export function programmesByChapter(book: Book): readonly ChapterProgrammes[] {
  return joinedOf(book).chapters;
}

/** What a chapter gives to the joining, whatever the others say. */
interface Contribution {
  readonly planned: readonly ProgrammeEntry[];
  /** Each planned programme by itself. */
  readonly alone: readonly JoinedProgramme[];
  readonly quickWins: readonly ProgrammeEntry[];
  readonly profiles: readonly ProgrammeEntry[];
  /** Where no quick win belongs to any of them. */
  readonly undisturbed: ChapterProgrammes;
}

const contributions = new WeakMap<Chapter, Contribution>();

function contributionOf(chapter: Chapter): Contribution {
  let contribution = contributions.get(chapter);
  if (contribution === undefined) {
    const [planned, alone, quickWins, profiles]: [
      ProgrammeEntry[],
      JoinedProgramme[],
      ProgrammeEntry[],
      ProgrammeEntry[],
    ] = [[], [], [], []];
    for (const part of chapter.parts) {
      const { dimension } = part;
      for (const programme of part.programmes) {
        const entry = { chapter, part, programme };
        planned.push(entry);
        alone.push(dimension === undefined ? { entries: [entry] } : { dimension, entries: [entry] });
      }
      for (const programme of part.quickWins) {
        (programme.place === 'profile' ? profiles : quickWins).push({ chapter, part, programme });
      }
    }
    contribution = { planned, alone, quickWins, profiles, undisturbed: { chapter, joined: alone } };
    contributions.set(chapter, contribution);
  }
  return contribution;
}

/** Finds what the joining of a book asks of a chapter, and remembers it: joining a thousand of them is short then. */
export function prepareProgrammes(chapter: Chapter, settings: Settings): void {
  const lexicon = lexiconOf(settings);
  const { planned, quickWins, profiles } = contributionOf(chapter);
  for (const entries of [planned, quickWins, profiles]) {
    for (const { programme } of entries) joiningKeysOf(programme, lexicon);
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
interface Joining {
  readonly chapters: readonly Chapter[];
  readonly parts: readonly Contribution[];
  readonly drafts: readonly Draft[];
  readonly joined: Joined;
}

const joinedLast = new WeakMap<Settings, Joining>();

/** Beyond this many changed chapters all is joined anew. */
const mostChanges = 8;

function join({ settings, chapters }: Book): Joined {
  const before = joinedLast.get(settings);
  const parts = chapters.map(contributionOf);
  const drafts = (before && draftsAsBefore(before, chapters, parts)) ?? draftsAfresh(settings, parts);
  let joined = collect(chapters, parts, drafts);
  // Where no programme was touched, all that is told from them holds.
  if (before !== undefined && isSameList(before.joined.chapters, joined.chapters)) joined = before.joined;
  joinedLast.set(settings, { chapters, parts, drafts, joined });
  return joined;
}

function isSameList<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}

/**
 * Who belongs together hangs on codes, names, places and dimensions alone. Where those of the changed chapters are as
 * they were, so is the joining, with the new entries in place of the old; nothing where they are not.
 */
function draftsAsBefore(
  before: Joining,
  chapters: readonly Chapter[],
  parts: readonly Contribution[],
): readonly Draft[] | undefined {
  if (before.chapters.length !== chapters.length) return undefined;
  const changed: number[] = [];
  for (let at = 0; at < chapters.length; at++) {
    if (chapters[at] === before.chapters[at]) continue;
    changed.push(at);
    if (changed.length > mostChanges) return undefined;
  }
  for (const at of changed) {
    const [old, own] = [before.parts[at] as Contribution, parts[at] as Contribution];
    for (const kind of ['planned', 'quickWins', 'profiles'] as const) {
      if (old[kind].length !== own[kind].length) return undefined;
      for (let i = 0; i < own[kind].length; i++) {
        const [one, other] = [old[kind][i] as ProgrammeEntry, own[kind][i] as ProgrammeEntry];
        if (!joinsAlike(one, other)) return undefined;
      }
    }
  }
  const places = new Map(changed.map((at) => [before.chapters[at], at]));
  const now = (entry: ProgrammeEntry): ProgrammeEntry => {
    const at = places.get(entry.chapter);
    if (at === undefined) return entry;
    const [old, own] = [before.parts[at] as Contribution, parts[at] as Contribution];
    const kind =
      ({ 'quick-wins': 'quickWins', profile: 'profiles' } as const)[entry.programme.place as string] ?? 'planned';
    return own[kind][old[kind].indexOf(entry)] ?? entry;
  };
  return before.drafts.map((draft) =>
    draft.entries.some(({ chapter }) => places.has(chapter)) ? { ...draft, entries: draft.entries.map(now) } : draft,
  );
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

function draftsAfresh(settings: Settings, parts: readonly Contribution[]): readonly Draft[] {
  const lexicon = lexiconOf(settings);
  const quickWins = parts.flatMap((part) => part.quickWins);
  const profiles = parts.flatMap((part) => part.profiles);
  const joiner = new Joiner(lexicon, [...quickWins, ...profiles]);
  for (const { planned } of parts) for (const entry of planned) joiner.offer(entry);
  for (const entry of quickWins) joiner.join(entry, entry.part.dimension);
  joiner.offerAgain();
  for (const entry of profiles) joiner.join(entry, dimensionOfProfile(entry, lexicon));
  return joiner.drafts();
}

function collect(chapters: readonly Chapter[], parts: readonly Contribution[], drafts: readonly Draft[]): Joined {
  const withQuickWin = new Map<Programme, JoinedProgramme>();
  const disturbed = new Set<Chapter>();
  const quickWinsAlone: JoinedProgramme[] = [];
  const aloneIn = new Map<Chapter, JoinedProgramme[]>();
  for (const draft of drafts) {
    const joined = settled(draft);
    const { chapter, programme } = draft.entries[0] as ProgrammeEntry;
    disturbed.add(chapter);
    if (programme.place === 'horizon' || programme.place === 'action-plan') withQuickWin.set(programme, joined);
    else {
      quickWinsAlone.push(joined);
      const there = aloneIn.get(chapter);
      if (there === undefined) aloneIn.set(chapter, [joined]);
      else there.push(joined);
    }
  }
  const planned: JoinedProgramme[] = [];
  const groups: ChapterProgrammes[] = [];
  chapters.forEach((chapter, i) => {
    const { alone, undisturbed } = parts[i] as Contribution;
    if (!disturbed.has(chapter)) {
      for (const joined of alone) planned.push(joined);
      if (alone.length > 0) groups.push(undisturbed);
      return;
    }
    const own = alone.map((joined) => withQuickWin.get((joined.entries[0] as ProgrammeEntry).programme) ?? joined);
    for (const joined of own) planned.push(joined);
    groups.push(settledGroup(chapter, [...own, ...(aloneIn.get(chapter) ?? [])]));
  });
  return { all: [...planned, ...quickWinsAlone], chapters: groups };
}

const settledBefore = new WeakMap<Programme, JoinedProgramme>();

/** The same value as in the book before, where a programme stands in the same places: what was found about it holds. */
function settled({ dimension, entries }: Draft): JoinedProgramme {
  const first = (entries[0] as ProgrammeEntry).programme;
  const before = settledBefore.get(first);
  if (before !== undefined && before.dimension === dimension && isSame(before.entries, entries)) return before;
  const joined = dimension === undefined ? { entries } : { dimension, entries };
  settledBefore.set(first, joined);
  return joined;
}

function isSame(one: readonly ProgrammeEntry[], other: readonly ProgrammeEntry[]): boolean {
  if (one.length !== other.length) return false;
  return one.every((entry, i) => entry.programme === other[i]?.programme && entry.chapter === other[i]?.chapter);
}

const groupsBefore = new WeakMap<Chapter, ChapterProgrammes>();

function settledGroup(chapter: Chapter, joined: readonly JoinedProgramme[]): ChapterProgrammes {
  const before = groupsBefore.get(chapter);
  if (before?.joined.length === joined.length && before.joined.every((each, i) => each === joined[i])) return before;
  const group = { chapter, joined };
  groupsBefore.set(chapter, group);
  return group;
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
  private readonly wanted = new Set<string>();
  private readonly offered = new Map<string, Set<Draft>>();
  private readonly found: Draft[] = [];
  private order = 0;

  /** @param quickWins all that will be joined; only programmes that one of them could be are looked at more closely. */
  constructor(
    private readonly lexicon: Lexicon,
    quickWins: readonly ProgrammeEntry[],
  ) {
    for (const { programme } of quickWins) for (const key of this.keysOf(programme)) this.wanted.add(key);
  }

  offer(entry: ProgrammeEntry): void {
    this.order++;
    // A programme of the action plan belongs to no dimension; nothing there is a quick win.
    if (this.wanted.size === 0 || entry.programme.place === 'action-plan') return;
    if (!this.keysOf(entry.programme).some((key) => this.wanted.has(key))) return;
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
    const names = nameKeysOf(programme, this.lexicon);
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
      for (const key of this.keysOf(programme)) {
        const there = this.offered.get(key);
        if (there === undefined) this.offered.set(key, new Set([draft]));
        else there.add(draft);
      }
    }
  }

  private remove(draft: Draft): void {
    for (const { programme } of draft.entries) {
      for (const key of this.keysOf(programme)) this.offered.get(key)?.delete(draft);
    }
  }

  private keysOf(programme: Programme): readonly string[] {
    return joiningKeysOf(programme, this.lexicon);
  }
}

const joiningKeys = new WeakMap<Programme, readonly string[]>();

/** By what a programme may be found to be the same as another. */
function joiningKeysOf(programme: Programme, lexicon: Lexicon): readonly string[] {
  let keys = joiningKeys.get(programme);
  if (keys === undefined) {
    const { whole, core } = nameKeysOf(programme, lexicon);
    keys = [
      ...(programme.code === undefined ? [] : [`code ${programme.code.value}`]),
      ...(whole === '' ? [] : [`name ${whole}`]),
      ...(core === '' ? [] : [`core ${core}`]),
    ];
    joiningKeys.set(programme, keys);
  }
  return keys;
}

function isPlanned({ entries }: Draft): boolean {
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

/** A name without what stands in brackets, or after a colon or a dash between blanks (format 3.4). */
export function coreName(name: string): string {
  const core = name
    .replace(/\s*\([^()]*\)/g, ' ')
    .replace(/(?::\s|\s[-–—]\s)[\s\S]*$/, '')
    .trim();
  return core === '' ? name : core;
}
