/**
 * Mends all that can be mended without asking: the light bulb's fixes, many at once. What fits together is applied in one
 * round; then the book is read and checked anew, until nothing is left to do.
 */

import type { Book } from '../book/book';
import { type RewriteOptions, rewrittenBook } from '../book/rewrite';
import { editsBetween } from '../text/diff';
import { applyEdits, type FileEdit, type NewFile, type TextEdit } from '../text/edits';
import { pushAll } from '../text/lists';
import { withLinksFollowing } from './follow-headings';

/** A fix as far as its application goes. */
export interface ApplicableFix {
  readonly edits: readonly FileEdit[];
  readonly newFiles?: readonly NewFile[];
  readonly preferred?: boolean;
  readonly adds?: boolean;
  readonly byHand?: boolean;
}

/** A problem as far as its mending goes. */
export interface MendableProblem {
  readonly rule: string;
  readonly file: string;
  readonly message: string;
  fixesIn?(book: Book): readonly ApplicableFix[] | undefined;
}

export interface FixWish {
  /** Only problems of this rule. */
  readonly rule?: string;
  /** Only problems of these files. Their fixes may change others: references follow a code. */
  readonly isAsked?: (uri: string) => boolean;
  /** A fix that would change or create any other file is left out. */
  readonly mayChange?: (uri: string) => boolean;
  /** Only fixes that are marked as the obvious ones: where nobody asked for more, as on save. */
  readonly onlyPreferred?: boolean;
}

export interface FixAllOptions<P extends MendableProblem> extends RewriteOptions, FixWish {
  /** Finds the problems of a book. */
  readonly check: (book: Book) => ReadonlyMap<string, readonly P[]>;
  /** What mends a problem for which the rule itself has nothing to apply. */
  readonly otherwise?: ((book: Book, problem: P) => ApplicableFix | undefined) | undefined;
}

export interface Mended<P extends MendableProblem> {
  /** The book as it is afterwards, and what is left to say about it. */
  readonly book: Book;
  readonly problems: ReadonlyMap<string, readonly P[]>;
  /** What was mended, in the order in which it was. */
  readonly mended: readonly P[];
  /** The changed files: from the texts as they were. */
  readonly edits: readonly (FileEdit & { readonly uri: string })[];
  /** The changed files' texts as they are now, by URI. */
  readonly texts: ReadonlyMap<string, string>;
  readonly newFiles: readonly NewFile[];
}

/** Far more rounds than any book needs; two rules that undid each other's work must not go on for ever. */
const mostRounds = 100;

/**
 * The fix that is applied where nobody chooses: the preferred one, else the only one if it takes nothing away; never one
 * that is a person's to decide.
 */
export function fixToApply<F extends ApplicableFix>(
  fixes: readonly F[] | undefined,
  onlyPreferred = false,
): F | undefined {
  const only = fixes?.length === 1 && !onlyPreferred ? fixes[0] : undefined;
  const fix = fixes?.find(({ preferred }) => preferred) ?? (only !== undefined && onlyAdds(only) ? only : undefined);
  return fix?.byHand ? undefined : fix;
}

function onlyAdds({ edits, adds }: ApplicableFix): boolean {
  return adds || edits.every((file) => file.edits.every(({ range }) => range.start === range.end));
}

/**
 * Mends a book as far as the wish goes. A fix after which its problem would still be there is not applied, and applying
 * all once more changes nothing.
 */
export function fixAll<P extends MendableProblem>(book: Book, options: FixAllOptions<P>): Mended<P> {
  const before = textsOf(book);
  const created = new Map<string, string>();
  const mended: P[] = [];
  const failed = new Set<string>();
  let isFailureOld = false;
  let state = { book, problems: options.check(book) };
  for (let round = 0; round < mostRounds; round++) {
    const chosen = choose(state, failed, options);
    if (chosen.fixes.length === 0) {
      // What failed among other fixes may succeed now, alone.
      if (!isFailureOld) break;
      failed.clear();
      isFailureOld = false;
      continue;
    }
    const next = rewrittenBook(state.book, chosen.texts, options);
    const problems = options.check(next);
    const still = persisting(chosen.fixes, state.problems, problems);
    if (still.length > 0) {
      for (const key of still) failed.add(key);
      round--;
      continue;
    }
    state = { book: next, problems };
    if (failed.size > 0) isFailureOld = true;
    for (const { problem, fix } of chosen.fixes) {
      mended.push(problem);
      for (const file of fix.newFiles ?? []) created.set(file.uri, file.text);
    }
    for (const uri of created.keys()) created.set(uri, chosen.texts.get(uri) ?? (created.get(uri) as string));
  }
  const now = textsOf(state.book);
  const changed = [...now].filter(([uri, text]) => before.has(uri) && before.get(uri) !== text);
  return {
    ...state,
    mended,
    edits: changed.map(([uri, text]) => ({ uri, edits: editsBetween(before.get(uri) as string, text) })),
    texts: new Map(changed),
    newFiles: [...created].map(([uri, text]) => ({ uri, text })),
  };
}

function textsOf({ manifest, chapters }: Book): Map<string, string> {
  const texts = new Map(chapters.map(({ uri, source }) => [uri, source]));
  if (manifest !== undefined) texts.set(manifest.uri, manifest.source);
  return texts;
}

interface ChosenFix<P> {
  readonly problem: P;
  readonly fix: ApplicableFix;
}

interface ChosenFixes<P> {
  readonly fixes: readonly ChosenFix<P>[];
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Fixes that go together, and the texts that they lead to. The obvious ones go first: what a skeleton says may hang on
 * them (the dimension that a frontmatter names).
 */
function choose<P extends MendableProblem>(
  { book, problems }: { readonly book: Book; readonly problems: ReadonlyMap<string, readonly P[]> },
  failed: ReadonlySet<string>,
  wish: FixAllOptions<P>,
): ChosenFixes<P> {
  const open: ChosenFix<P>[] = [];
  for (const [uri, ofFile] of problems) {
    if (wish.isAsked?.(uri) === false) continue;
    for (const problem of ofFile) {
      if ((wish.rule !== undefined && problem.rule !== wish.rule) || failed.has(keyOf(problem))) continue;
      const fix = fixToApply(problem.fixesIn?.(book), wish.onlyPreferred) ?? wish.otherwise?.(book, problem);
      if (fix !== undefined && isAllowed(fix, problem.file, wish)) open.push({ problem, fix });
    }
  }
  for (const some of [open.filter(({ fix }) => fix.preferred), open]) {
    const chosen = together(book, some, wish);
    if (chosen !== undefined) return chosen;
    // Somebody's links would have to follow into a file that must not be changed.
    const alone = (one: ChosenFix<P>) => together(book, [one], wish) !== undefined;
    const allowed = some.filter(alone);
    const rest = together(book, allowed, wish) ?? together(book, allowed.slice(0, 1), wish);
    if (rest !== undefined) return rest;
  }
  return { fixes: [], texts: new Map() };
}

/** Those of the fixes that go together, with the links that follow all of them; nothing where that is none or not allowed. */
function together<P extends MendableProblem>(
  book: Book,
  open: readonly ChosenFix<P>[],
  wish: FixWish,
): ChosenFixes<P> | undefined {
  const round = new Round(textsOf(book));
  const fixes = open.filter(({ problem, fix }) => round.take(fix, problem.file));
  if (fixes.length === 0) return undefined;
  const edits = withLinksFollowing(book, round.edits(), '');
  return isAllowed({ edits }, '', wish) ? { fixes, texts: round.texts(edits) } : undefined;
}

function isAllowed({ edits, newFiles = [] }: ApplicableFix, file: string, { mayChange }: FixWish): boolean {
  if (mayChange === undefined) return true;
  return [...edits.map(({ uri = file }) => uri), ...newFiles.map(({ uri }) => uri)].every(mayChange);
}

/** One round's edits, file by file. Fixes that would get in each other's way wait for the next round. */
class Round {
  private readonly taken = new Map<string, TextEdit[]>();
  private readonly codes = new Set<string>();
  private newFile: NewFile | undefined;

  constructor(private readonly sources: ReadonlyMap<string, string>) {}

  /** Adds all of a fix or nothing of it. */
  take(fix: ApplicableFix, file: string): boolean {
    const { newFiles = [] } = fix;
    // The next new file is numbered after this one.
    if (newFiles.length > 1 || (newFiles.length === 1 && this.newFile !== undefined)) return false;
    if (newFiles.some(({ uri }) => this.sources.has(uri))) return false;
    const added = new Map<string, TextEdit[]>();
    for (const { uri = file, edits } of fix.edits) {
      const source = this.sources.get(uri);
      if (source === undefined) return false;
      const own = added.get(uri) ?? [];
      for (const edit of edits) {
        if (edit.range.end > source.length || own.some((other) => isInTheWay(edit, other))) return false;
        if (this.taken.get(uri)?.some((other) => isInTheWay(edit, other))) return false;
        own.push(edit);
      }
      added.set(uri, own);
    }
    const isNothing = [...added.values()].every((edits) => edits.length === 0) && newFiles.length === 0;
    if (isNothing || !this.takeCodes(added, newFiles)) return false;
    for (const [uri, edits] of added) {
      const taken = this.taken.get(uri);
      if (taken === undefined) this.taken.set(uri, edits);
      else pushAll(taken, edits);
    }
    this.newFile ??= newFiles[0];
    return true;
  }

  /** Two fixes that know nothing of each other may both write the next free code. */
  private takeCodes(added: ReadonlyMap<string, readonly TextEdit[]>, newFiles: readonly NewFile[]): boolean {
    const codes = new Set<string>();
    const texts = [...[...added].flatMap(([uri, edits]) => edits.map(({ text }) => ({ uri, text }))), ...newFiles];
    for (const { uri, text } of texts) {
      // Codes without a hyphen are local to their dimension (format 3.5).
      for (const [code] of text.matchAll(codeLike)) codes.add(code.includes('-') ? code : `${uri} ${code}`);
    }
    if ([...codes].some((code) => this.codes.has(code))) return false;
    for (const code of codes) this.codes.add(code);
    return true;
  }

  edits(): Required<FileEdit>[] {
    return Array.from(this.taken, ([uri, edits]) => ({ uri, edits }));
  }

  /** @param all the round's edits, with those that follow them. */
  texts(all: readonly FileEdit[]): Map<string, string> {
    const texts = new Map<string, string>();
    for (const { uri = '', edits } of all) texts.set(uri, applyEdits(this.sources.get(uri) as string, edits));
    if (this.newFile !== undefined) texts.set(this.newFile.uri, this.newFile.text);
    return texts;
  }
}

const codeLike = /(?<![\p{L}\p{N}-])[A-Z][A-Z0-9-]*\d(?![\p{L}\p{N}-])/gu;

/** Overlapping; or an insert beside anything, since what it stands next to is then no longer what it was made for. */
function isInTheWay({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}

function keyOf({ rule, file, message }: MendableProblem): string {
  return `${rule}\n${file}\n${message}`;
}

/** The keys of the problems that their fixes have not ended. */
function persisting<P extends MendableProblem>(
  fixes: readonly ChosenFix<P>[],
  before: ReadonlyMap<string, readonly P[]>,
  after: ReadonlyMap<string, readonly P[]>,
): string[] {
  const rules = new Set(fixes.map(({ problem }) => problem.rule));
  const [had, has] = [counts(before, rules), counts(after, rules)];
  const applied = new Map<string, number>();
  for (const { problem } of fixes) {
    for (const key of keysOf(problem)) applied.set(key, (applied.get(key) ?? 0) + 1);
  }
  const isEnded = (key: string) => (has.get(key) ?? 0) <= (had.get(key) ?? 0) - (applied.get(key) ?? 0);
  // Another problem of the rule may have got the words of the one that is gone: `3.1 is expected`.
  const still = fixes.filter(({ problem }) => !keysOf(problem).some(isEnded));
  return [...new Set(still.map(({ problem }) => keyOf(problem)))];
}

function keysOf(problem: MendableProblem): readonly [string, string] {
  return [keyOf(problem), `${problem.rule}\n${problem.file}`];
}

/** How many problems of some rules have which keys. */
function counts(
  problems: ReadonlyMap<string, readonly MendableProblem[]>,
  rules: ReadonlySet<string>,
): Map<string, number> {
  const counted = new Map<string, number>();
  for (const ofFile of problems.values()) {
    for (const problem of ofFile) {
      if (!rules.has(problem.rule)) continue;
      for (const key of keysOf(problem)) counted.set(key, (counted.get(key) ?? 0) + 1);
    }
  }
  return counted;
}
