/** The agencies of a manifest, and how they are found in what stands in a cell (format 3.3). */

import { editDistance, sameDigits, slipsAllowed } from '../text/distance';
import { Memo } from '../text/memo';
import { normalForm } from '../text/normal-form';
import type { Range } from '../text/range';
import type { Agency } from './settings';
import { underSettings } from './under-settings';

/** One agency that a text names. Ranges are relative to that text. */
export interface AgencyMention extends Range {
  /** As it stands there. */
  readonly text: string;
  /** The agency of the list; absent where the list does not know it. */
  readonly agency?: Agency;
  /** The name of the list that this one is only a slip away from (format 2.2). */
  readonly slip?: string;
  /** It names all agencies at once (`Seluruh OPD`): no list has that as a name. */
  readonly all?: true;
}

interface Word extends Range {
  /** NFKC and lower case, so that words compare. */
  readonly key: string;
  /** `dan`, `&`: says nothing within a name, and parts one name from another. */
  readonly joins: boolean;
}

interface KnownName {
  readonly agency: Agency;
  readonly written: string;
  readonly keys: readonly string[];
  readonly folded: string;
  readonly letters: number;
}

/** A stretch of words between two places where the text may be split. */
interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly found: readonly FoundName[];
}

interface FoundName {
  readonly first: number;
  readonly last: number;
  readonly name: KnownName;
}

const word = /[\p{L}\p{N}]+/gu;
const joiningWords = new Set(['dan', 'and', 'serta', 'beserta', 'bersama']);
/** Words that end a list without naming anybody. */
const noNames = new Set(['dll', 'dst', 'dsb', 'dkk', 'etc', 'lain lain', 'lainnya']);
/** `Seluruh OPD`, `semua perangkat daerah se-kabupaten`. */
const allAgencies =
  /^(?:seluruh|semua|segenap|setiap|all) (?:opd|skpd|perangkat daerah|organisasi perangkat daerah|dinas|instansi|agencies)(?: |$)/;
/** A list of more names than this in one cell is not searched for slips over several of its parts. */
const maxStretches = 12;
const maxLength = 2000;

export class AgencyList {
  private readonly names: readonly KnownName[];
  /** By first word, the longest name first. */
  private readonly byFirstWord = new Map<string, KnownName[]>();
  private readonly suggestions = new Memo((text: string) => this.suggestAfresh(text));
  private readonly memo = new Memo<readonly AgencyMention[]>((text) =>
    text.length > maxLength ? [] : this.readAfresh(text),
  );

  constructor(agencies: readonly Agency[]) {
    const seen = new Set<string>();
    const names: KnownName[] = [];
    for (const agency of agencies) {
      for (const written of [agency.name, ...agency.aliases, agency.id]) {
        const keys = keysOf(written);
        const folded = keys.join(' ');
        if (folded === '' || seen.has(folded)) continue;
        seen.add(folded);
        names.push({ agency, written, keys, folded, letters: folded.replaceAll(' ', '').length });
      }
    }
    this.names = names;
    for (const name of names) {
      const first = name.keys[0] as string;
      const there = this.byFirstWord.get(first);
      if (there === undefined) this.byFirstWord.set(first, [name]);
      else there.push(name);
    }
    for (const list of this.byFirstWord.values()) list.sort((a, b) => b.keys.length - a.keys.length);
  }

  /** Whether the manifest gives no list: then nobody can say that an agency is unknown. */
  get isEmpty(): boolean {
    return this.names.length === 0;
  }

  /**
   * The agencies that a text names, in its order. Names and aliases of the list are found first, the longest first;
   * the rest is split at `;`, `/` and line ends, at `dan` and `,` only beside a known name. A part that is a slip away
   * from a known name stays whole. Words that stand beside a known name without a separator belong to it.
   */
  read(text: string): readonly AgencyMention[] {
    return this.memo.of(text);
  }

  /** The one agency of the list whose name begins with these words (`Dinas Pariwisata`), or that is nearly so called. */
  suggest(text: string): string | undefined {
    return this.suggestions.of(text);
  }

  private suggestAfresh(text: string): string | undefined {
    const keys = keysOf(text);
    const folded = keys.join(' ');
    const slip = this.slipOf(folded);
    if (slip !== undefined) return slip.written;
    if (keys.length < 2) return undefined;
    // An alias may name a part of something larger: `Sekretariat Daerah - Bagian Organisasi`.
    const longer = this.names.filter(
      (name) => name.written === name.agency.name && name.folded.startsWith(`${folded} `),
    );
    const agencies = new Set(longer.map((name) => name.agency));
    return agencies.size === 1 ? longer[0]?.written : undefined;
  }

  private readAfresh(text: string): AgencyMention[] {
    const words = wordsIn(text);
    if (words.length === 0) return [];
    const found = this.namesIn(words);
    const mentions: AgencyMention[] = [];
    for (const stretches of splitHard(text, words, found)) this.readStretches(text, words, stretches, mentions);
    return mentions.sort((a, b) => a.start - b.start);
  }

  private namesIn(words: readonly Word[]): FoundName[] {
    const found: FoundName[] = [];
    for (let at = 0; at < words.length; at++) {
      const first = words[at] as Word;
      if (first.joins) continue;
      for (const name of this.byFirstWord.get(first.key) ?? []) {
        const last = matchKeys(words, at, name.keys);
        if (last === undefined) continue;
        found.push({ first: at, last, name });
        at = last;
        break;
      }
    }
    return found;
  }

  private readStretches(
    text: string,
    words: readonly Word[],
    stretches: readonly Stretch[],
    mentions: AgencyMention[],
  ): void {
    const taken = stretches.map(() => false);
    for (const { from, to, slip } of this.slipsIn(words, stretches)) {
      for (let i = from; i <= to; i++) taken[i] = true;
      const place = { first: (stretches[from] as Stretch).first, last: (stretches[to] as Stretch).last };
      add(text, words, place, mentions, { slip });
    }
    let open: { first: number; last: number } | undefined;
    const close = () => {
      if (open !== undefined) add(text, words, open, mentions, {});
      open = undefined;
    };
    stretches.forEach((stretch, i) => {
      if (taken[i] || stretch.found.length > 0) {
        close();
        if (!taken[i])
          for (const { first, last, name } of stretch.found) add(text, words, { first, last }, mentions, name);
      } else if (open === undefined) {
        open = { first: stretch.first, last: stretch.last };
      } else {
        open.last = stretch.last;
      }
    });
    close();
  }

  /** Runs of stretches that together are a slip away from a known name, the longest first. */
  private slipsIn(
    words: readonly Word[],
    stretches: readonly Stretch[],
  ): { readonly from: number; readonly to: number; readonly slip: string }[] {
    const slips: { from: number; to: number; slip: string }[] = [];
    if (this.isEmpty || stretches.every((stretch) => stretch.found.length > 0)) return slips;
    const longest = stretches.length > maxStretches ? 1 : stretches.length;
    const taken = stretches.map(() => false);
    for (let length = longest; length >= 1; length--) {
      for (let from = 0; from + length <= stretches.length; from++) {
        const run = stretches.slice(from, from + length);
        if (run.every((stretch) => stretch.found.length > 0)) continue;
        if (taken.slice(from, from + length).includes(true)) continue;
        const first = (run[0] as Stretch).first;
        const last = (run.at(-1) as Stretch).last;
        const slip = this.slipOf(foldedWords(words, first, last));
        if (slip === undefined) continue;
        taken.fill(true, from, from + length);
        slips.push({ from, to: from + length - 1, slip: slip.written });
      }
    }
    return slips;
  }

  private slipOf(folded: string): KnownName | undefined {
    let best: KnownName | undefined;
    let bestDistance = 3;
    for (const name of this.names) {
      const limit = Math.min(slipsAllowed(name.letters), bestDistance - 1);
      if (limit < 1) continue;
      const distance = editDistance(folded, name.folded, limit);
      if (distance > 0 && distance <= limit && sameDigits(folded, name.folded)) {
        best = name;
        bestDistance = distance;
      }
    }
    return best;
  }
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(word)].map((match) => {
    const key = normalForm(match[0]).toLowerCase();
    return { start: match.index, end: match.index + match[0].length, key, joins: joiningWords.has(key) };
  });
}

function keysOf(name: string): string[] {
  return wordsIn(name).flatMap(({ key, joins }) => (joins ? [] : [key]));
}

function foldedWords(words: readonly Word[], first: number, last: number): string {
  const keys: string[] = [];
  for (let i = first; i <= last; i++) {
    const { key, joins } = words[i] as Word;
    if (!joins) keys.push(key);
  }
  return keys.join(' ');
}

/** Index of the last word of a name that begins at a word; joining words between its words do not matter. */
function matchKeys(words: readonly Word[], start: number, keys: readonly string[]): number | undefined {
  let at = start;
  for (let i = 0; i < keys.length; i++, at++) {
    while (i > 0 && words[at]?.joins) at++;
    if (words[at]?.key !== keys[i]) return undefined;
  }
  return at - 1;
}

/** The text split at `;`, `/` and line ends; each part in stretches between `,` and joining words. */
function splitHard(text: string, words: readonly Word[], found: readonly FoundName[]): Stretch[][] {
  const parts: Stretch[][] = [[]];
  let first: number | undefined;
  let last = 0;
  let names: FoundName[] = [];
  let next = 0;
  let depth = 0;
  let before = 0;
  const close = () => {
    if (first !== undefined) parts.at(-1)?.push({ first, last, found: names });
    first = undefined;
    names = [];
  };
  for (let at = 0; at < words.length; at++) {
    const { start } = words[at] as Word;
    // What stands in brackets explains the name before it.
    for (; depth > 0 && before < start; before++) depth += nesting(text[before] as string);
    const gap = text.slice(before, start);
    if (depth === 0 && !/^[^;/\n]*\(/.test(gap)) {
      if (/[;/\n]/.test(gap)) {
        close();
        parts.push([]);
      } else if (/[,&+]/.test(gap)) close();
    }
    for (const each of gap) depth = Math.max(0, depth + nesting(each));
    const name = found[next]?.first === at ? found[next] : undefined;
    if (name !== undefined) {
      next++;
      first ??= at;
      last = name.last;
      names.push(name);
      at = name.last;
    } else if ((words[at] as Word).joins && depth === 0) {
      close();
    } else {
      first ??= at;
      last = at;
    }
    before = (words[at] as Word).end;
  }
  close();
  return parts;
}

/** By how much a character leads into brackets, or out of them. */
function nesting(character: string): number {
  return character === '(' ? 1 : character === ')' ? -1 : 0;
}

function count(text: string, character: string): number {
  let n = 0;
  for (const each of text) if (each === character) n++;
  return n;
}

function add(
  text: string,
  words: readonly Word[],
  place: { readonly first: number; readonly last: number },
  mentions: AgencyMention[],
  what: Partial<Pick<KnownName, 'agency'> & { slip: string }>,
): void {
  let { first } = place;
  let all = false;
  // A number before an item of a list is no part of its name.
  while (first < place.last && /^\p{N}+$/u.test((words[first] as Word).key)) first++;
  const start = (words[first] as Word).start;
  let end = (words[place.last] as Word).end;
  const written = text.slice(start, end);
  if (count(written, '(') > count(written, ')') && text[end] === ')') end++;
  if (what.agency === undefined) {
    const folded = foldedWords(words, first, place.last);
    if (noNames.has(folded) || !/\p{L}/u.test(folded)) return;
    all = allAgencies.test(folded);
  }
  mentions.push({
    start,
    end,
    text: text.slice(start, end),
    ...(what.agency === undefined ? {} : { agency: what.agency }),
    ...(what.slip === undefined ? {} : { slip: what.slip }),
    ...(all ? { all } : {}),
  });
}

/** The agencies of a book's settings, made ready once. */
export const agencyListOf = underSettings((settings) => new AgencyList(settings.agencies));

/**
 * Whether a cell names an agency that the other side does not; who names only some of the other's agencies, the leading
 * one for the most part, says nothing else. Without a list nobody knows which abbreviation is whose: then only names
 * count as different that no abbreviation could make the same.
 */
export function agenciesDiffer(
  one: readonly AgencyMention[],
  other: readonly AgencyMention[],
  list: AgencyList,
): boolean {
  if (one.length === 0 || other.length === 0) return false;
  const [a, b] = [keysOfMentions(one), keysOfMentions(other)];
  if ([...a].every((key) => b.has(key))) return false;
  if (!list.isEmpty) return true;
  return [...a].every((x) => [...b].every((y) => surelyDiffer(x, y)));
}

function keysOfMentions(mentions: readonly AgencyMention[]): Set<string> {
  return new Set(mentions.map(({ agency, text }) => (agency === undefined ? keysOf(text).join(' ') : `#${agency.id}`)));
}

/** Both are written out, each with a word that could not be short for one of the other's. */
function surelyDiffer(x: string, y: string): boolean {
  const [a, b] = [x.split(' '), y.split(' ')];
  if (a.length < 2 || b.length < 2) return false;
  const [ownA, ownB] = [a.filter((key) => !b.includes(key)), b.filter((key) => !a.includes(key))];
  if (ownA.length === 0 || ownB.length === 0) return false;
  return ownA.every((one) => ownB.every((other) => one.slice(0, 3) !== other.slice(0, 3)));
}
