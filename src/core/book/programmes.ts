/** Which entries of a masterplan are one programme: horizon section, quick-win section and profile joined (format 3.4). */

import type { Chapter, FieldValue, Part, Programme } from '../chapter/chapter';
import { valuesOf } from '../chapter/programmes';
import { type Lexicon, lexiconOf } from '../template/lexicon';
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
  return drafts.map(({ dimension, entries }) => (dimension === undefined ? { entries } : { dimension, entries }));
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
    push(this.byName, this.lexicon.folder.fold(programme.name), draft);
    push(this.byCoreName, this.lexicon.folder.fold(coreName(programme.name)), draft);
  }

  add(entry: ProgrammeEntry, dimension: string | undefined): void {
    const { programme } = entry;
    const free = (draft: Draft) => draft.entries.every((other) => other.programme.place !== programme.place);
    const here = (draft: Draft) =>
      free(draft) && (dimension === undefined || draft.dimension === undefined || draft.dimension === dimension);
    const ofCode = programme.code && this.byCode.get(programme.code.value)?.filter(free);
    const found =
      earliest(ofCode) ??
      earliest(this.byName.get(this.lexicon.folder.fold(programme.name))?.filter(here)) ??
      only(this.byCoreName.get(this.lexicon.folder.fold(coreName(programme.name)))?.filter(here));
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
