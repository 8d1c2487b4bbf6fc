/** Which entries of a masterplan are one programme: horizon section, quick-win section and profile joined (format 3.4). */

import type { Chapter, FieldValue, Part, Programme } from '../chapter/chapter';
import { hasPlaceFor, valuesOf } from '../chapter/programmes';
import { type Lexicon, lexiconOf } from '../template/lexicon';
import type { Settings } from '../template/settings';
import type { Field } from '../template/template';
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

const byDimension = new WeakMap<readonly JoinedProgramme[], ReadonlyMap<string, readonly JoinedProgramme[]>>();

/** The programmes of each dimension's horizon sections, by the dimension's id; orphaned quick wins are not among them. */
export function programmesByDimension(book: Book): ReadonlyMap<string, readonly JoinedProgramme[]> {
  const all = joinedProgrammes(book);
  let found = byDimension.get(all);
  if (found === undefined) {
    const lists = new Map<string, JoinedProgramme[]>();
    for (const joined of all) {
      const entry = plannedEntry(joined);
      if (joined.dimension === undefined || entry?.programme.place !== 'horizon') continue;
      const list = lists.get(joined.dimension);
      if (list === undefined) lists.set(joined.dimension, [joined]);
      else list.push(joined);
    }
    found = lists;
    byDimension.set(all, found);
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
      for (const entry of joined.entries) {
        const { place, code } = entry.programme;
        if (place !== 'quick-wins' && place !== 'profile') continue;
        const keys = [`${place} ${joined.dimension ?? ''} ${nameKeysOf(entry.programme, lexicon).whole}`];
        if (code !== undefined) keys.push(`${place} ${code.value}`);
        for (const key of keys) {
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

interface NameKeys {
  /** The whole name, folded as titles are. */
  readonly whole: string;
  /** Without brackets and what follows a colon or a dash (format 3.4). */
  readonly core: string;
}

const nameKeys = new WeakMap<Programme, NameKeys>();

/** How a programme's name is compared. A chapter is read anew where the spellings of its template change. */
export function nameKeysOf(programme: Programme, lexicon: Lexicon): NameKeys {
  let keys = nameKeys.get(programme);
  if (keys === undefined) {
    const whole = lexicon.folder.fold(programme.name);
    const core = coreName(programme.name);
    keys = { whole, core: core === programme.name ? whole : lexicon.folder.fold(core) };
    nameKeys.set(programme, keys);
  }
  return keys;
}

interface Draft {
  dimension: string | undefined;
  entries: ProgrammeEntry[];
}

const joinedOfBooks = new WeakMap<Book, readonly JoinedProgramme[]>();

/** All programmes and quick wins of a book, joined; in the order of the first place where each stands. */
export function joinedProgrammes(book: Book): readonly JoinedProgramme[] {
  let joined = joinedOfBooks.get(book);
  if (joined === undefined) {
    joined = join(book);
    joinedOfBooks.set(book, joined);
  }
  return joined;
}

function join(book: Book): JoinedProgramme[] {
  const lexicon = lexiconOf(book.settings);
  const drafts: Draft[] = [];
  const quickWins: ProgrammeEntry[] = [];
  const profiles: ProgrammeEntry[] = [];
  for (const chapter of book.chapters) {
    for (const part of chapter.parts) {
      for (const programme of part.programmes) {
        drafts.push({ dimension: part.dimension, entries: [{ chapter, part, programme }] });
      }
      for (const programme of part.quickWins) {
        (programme.place === 'profile' ? profiles : quickWins).push({ chapter, part, programme });
      }
    }
  }
  if (quickWins.length + profiles.length > 0) {
    const joiner = new Joiner(drafts, lexicon);
    for (const entry of quickWins) joiner.add(entry, entry.part.dimension);
    for (const entry of profiles) joiner.add(entry, dimensionOfProfile(entry, lexicon));
  }
  return drafts.map(settled);
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

function dimensionOfProfile({ programme }: ProgrammeEntry, lexicon: Lexicon): string | undefined {
  const named = valuesOf(programme, 'dimension')[0];
  return named === undefined ? undefined : lexicon.dimensionNamed(named.text)?.id;
}

/** Finds the programme that a quick win is: same code, else same name in the same dimension, else nearly the same. */
class Joiner {
  private readonly byCode = new Map<string, Draft[]>();
  private readonly byName = new Map<string, Draft[]>();
  private readonly byCoreName = new Map<string, Draft[]>();

  constructor(
    private readonly drafts: Draft[],
    private readonly lexicon: Lexicon,
  ) {
    for (const draft of drafts) {
      // A programme of the action plan belongs to no dimension; nothing there is a quick win.
      if (draft.entries[0]?.programme.place !== 'action-plan') this.index(draft, draft.entries[0] as ProgrammeEntry);
    }
  }

  private index(draft: Draft, { programme }: ProgrammeEntry): void {
    if (programme.code !== undefined) push(this.byCode, programme.code.value, draft);
    push(this.byName, nameKeysOf(programme, this.lexicon).whole, draft);
    push(this.byCoreName, nameKeysOf(programme, this.lexicon).core, draft);
  }

  add(entry: ProgrammeEntry, dimension: string | undefined): void {
    const { programme } = entry;
    const free = (draft: Draft) => draft.entries.every((other) => other.programme.place !== programme.place);
    const here = (draft: Draft) =>
      free(draft) && (dimension === undefined || draft.dimension === undefined || draft.dimension === dimension);
    const ofCode = programme.code && this.byCode.get(programme.code.value)?.filter(free);
    const found =
      earliest(ofCode) ??
      earliest(this.byName.get(nameKeysOf(programme, this.lexicon).whole)?.filter(here)) ??
      only(this.byCoreName.get(nameKeysOf(programme, this.lexicon).core)?.filter(here));
    if (found === undefined) {
      const draft = { dimension, entries: [entry] };
      this.drafts.push(draft);
      this.index(draft, entry);
      return;
    }
    found.entries.push(entry);
    found.dimension ??= dimension;
    this.index(found, entry);
  }
}

function push(map: Map<string, Draft[]>, key: string, draft: Draft): void {
  if (key === '') return;
  const there = map.get(key);
  if (there === undefined) map.set(key, [draft]);
  else if (!there.includes(draft)) there.push(draft);
}

/** A quick win is a short-term programme: of several that fit, a short-term one goes before the others. */
function earliest(drafts: readonly Draft[] | undefined): Draft | undefined {
  return drafts?.find((draft) => draft.entries[0]?.programme.horizon === 'short') ?? drafts?.[0];
}

function only(drafts: readonly Draft[] | undefined): Draft | undefined {
  return drafts?.length === 1 ? drafts[0] : undefined;
}

/** A name without what stands in brackets, or after a colon or a dash between blanks (format 3.4). */
export function coreName(name: string): string {
  const core = name
    .replace(/\s*\([^()]*\)/g, ' ')
    .replace(/(?::\s|\s[-–—]\s)[\s\S]*$/, '')
    .trim();
  return core === '' ? name : core;
}
