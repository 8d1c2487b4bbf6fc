/** From a book to its problems: every rule asked, severities and languages settled, in the order of the text. */

import type { Book } from '../book/book';
import { prepareBook, prepareChapter } from '../book/prepare';
import type { Chapter } from '../chapter/chapter';
import { isWhollyRead } from '../chapter/unread-tables';
import type { Finding, FindingFix, Severity } from '../language/finding';
import type { Language } from '../language/language';
import type { Settings } from '../template/settings';
import { type Steps, toEnd } from '../text/steps';
import { ruleCatalogue, ruleIds } from './catalogue';
import type { Fix, Problem, Related } from './problem';
import type { BookRule, Rule } from './rule';
import { isSwitch, Suppressions } from './suppressions';

interface RuleFinding {
  readonly rule: Rule;
  readonly finding: Finding;
}

/**
 * Is told that a rule broke down. That is a fault of ours, never one of the document: the rule is passed over for
 * what it was looking at, and all others go on.
 */
export type RuleFault = (rule: string, error: unknown) => void;

/** What the chapter rules found; a chapter and its settings never change, so this is found once. */
const foundInChapters = new WeakMap<
  Chapter,
  { readonly settings: Settings; readonly findings: readonly RuleFinding[] }
>();

/** The problems of one file, and what they were made of. */
interface FileProblems {
  /** Absent for the manifest. */
  readonly chapter: Chapter | undefined;
  readonly ofChapter: readonly RuleFinding[];
  readonly ofBook: readonly RuleFinding[];
  readonly problems: readonly Problem[];
}

/** What was found by the check before, for books with the same settings: what is as it was is taken over. */
const checkedLast = new WeakMap<Settings, ReadonlyMap<string, FileProblems>>();

const nothing: readonly RuleFinding[] = [];
const noProblems: readonly Problem[] = [];

/**
 * Checks a whole book. Chapters that were checked before are not looked at again by the rules that look at one chapter.
 * @param onFault without it, the error of a rule that breaks down is thrown on.
 * @returns the problems by file, sorted by place; every chapter and the manifest have an entry, even an empty one. A file
 * whose findings are those of the check before (of a book with the same settings) has the very same list.
 */
export function checkBook(book: Book, onFault?: RuleFault): Map<string, readonly Problem[]> {
  return toEnd(checkBookInSteps(book, onFault));
}

/**
 * The same, in pieces that are each as much as a look at one chapter, or one rule's look at all that is remembered. It
 * may be left off after any of them: what was found about single chapters is remembered.
 * @throws as `checkBook`, from the piece in which the rule breaks down.
 */
export function* checkBookInSteps(book: Book, onFault?: RuleFault): Steps<Map<string, readonly Problem[]>> {
  const { settings, manifest, chapters } = book;
  const before = checkedLast.get(settings);
  const ofChapters: (readonly RuleFinding[])[] = [];
  const fresh: Chapter[] = [];
  for (const chapter of chapters) {
    const old = before?.get(chapter.uri);
    if (old?.chapter === chapter) {
      ofChapters.push(old.ofChapter);
      continue;
    }
    ofChapters.push(chapterFindings(chapter, settings, onFault));
    fresh.push(chapter);
    yield;
  }
  // What one chapter costs is a piece by itself, whoever asks first.
  if (fresh.length > 1) for (const chapter of fresh) yield* unhurt(prepareChapter(chapter, settings));
  yield* unhurt(prepareBook(book));
  const found = yield* bookFindings(book, onFault);
  const now = new Map<string, FileProblems>();
  const problems = new Map<string, readonly Problem[]>();
  const settle = (uri: string, chapter: Chapter | undefined, ofChapter: readonly RuleFinding[]) => {
    const old = before?.get(uri);
    const ofBook = found.get(uri) ?? nothing;
    const isAsBefore = old !== undefined && old.chapter === chapter && isSameList(old.ofBook, ofBook);
    const file =
      isAsBefore && !hasSwitches(chapter)
        ? old
        : { chapter, ofChapter, ofBook, problems: problemsOf(book, uri, chapter, ofChapter, ofBook) };
    now.set(uri, file);
    problems.set(uri, file.problems);
  };
  if (manifest !== undefined) settle(manifest.uri, undefined, nothing);
  for (const [at, chapter] of chapters.entries()) {
    settle(chapter.uri, chapter, ofChapters[at] ?? nothing);
    if (now.get(chapter.uri) !== before?.get(chapter.uri)) yield;
  }
  checkedLast.set(settings, now);
  return problems;
}

/** What breaks down in preparing breaks down again in the rules that ask for it: they tell. */
function* unhurt(preparing: Steps<void>): Steps<void> {
  try {
    yield* preparing;
  } catch {}
}

/**
 * The problems of one chapter that stay right whatever the other chapters say: what can be told before they are read.
 * Comments that keep rules silent count; that one is of no use cannot be told yet.
 */
export function checkChapter(chapter: Chapter, settings: Settings, onFault?: RuleFault): readonly Problem[] {
  const found = chapterFindings(chapter, settings, onFault);
  const kept = Suppressions.of(chapter)?.without(found.filter((one) => isSaid(one, settings))) ?? found;
  return asProblems(kept, chapter.uri, chapter, settings);
}

interface RememberedFindings {
  readonly hungOn: readonly unknown[];
  readonly findings: readonly Finding[];
}

const foundInBooks = new WeakMap<Settings, Map<Rule, RememberedFindings>>();

/** What a rule finds in a book; taken over where it says that nothing has changed for it. */
function* findingsOf(rule: BookRule, book: Book, onFault: RuleFault | undefined): Steps<readonly Finding[]> {
  if (rule.hangsOn === undefined) return yield* foundBy(rule, book, onFault);
  let remembered = foundInBooks.get(book.settings);
  if (remembered === undefined) {
    remembered = new Map();
    foundInBooks.set(book.settings, remembered);
  }
  const hungOn = rule.hangsOn(book);
  const before = remembered.get(rule);
  if (before !== undefined && isSame(before.hungOn, hungOn)) return before.findings;
  remembered.delete(rule);
  const findings = yield* foundBy(rule, book, onFault);
  remembered.set(rule, { hungOn, findings });
  return findings;
}

function* foundBy(rule: BookRule, book: Book, onFault: RuleFault | undefined): Steps<Finding[]> {
  const findings: Finding[] = [];
  for (const finding of guarded(rule, () => rule.check(book), onFault)) {
    if (finding === undefined) yield;
    else findings.push(finding);
  }
  return findings;
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}

/** What the rules found that look at the whole book, by file. */
function* bookFindings(book: Book, onFault: RuleFault | undefined): Steps<ReadonlyMap<string, RuleFinding[]>> {
  const found = new Map<string, RuleFinding[]>();
  for (const rule of ruleCatalogue) {
    if (rule.scope !== 'book' || levelOf(rule, book.settings) === 'off') continue;
    for (const finding of yield* findingsOf(rule, book, onFault)) {
      const uri = finding.uri ?? book.manifest?.uri;
      if (uri === undefined) continue;
      const there = found.get(uri);
      if (there === undefined) found.set(uri, [{ rule, finding }]);
      else there.push({ rule, finding });
    }
    yield;
  }
  return found;
}

/** A rule that keeps a finding found the same thing again. */
function isSameList(one: readonly RuleFinding[], other: readonly RuleFinding[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ rule, finding }, at) => finding === other[at]?.finding && rule === other[at]?.rule)
  );
}

/** Whether comments of a chapter decide what is said about it, with all that is found. */
function hasSwitches(chapter: Chapter | undefined): boolean {
  return chapter?.comments.some(isSwitch) === true;
}

function problemsOf(
  book: Book,
  uri: string,
  chapter: Chapter | undefined,
  ofChapter: readonly RuleFinding[],
  ofBook: readonly RuleFinding[],
): readonly Problem[] {
  const { settings } = book;
  let found: readonly RuleFinding[] = ofBook.length === 0 ? ofChapter : [...ofChapter, ...ofBook];
  const suppressions = chapter === undefined ? undefined : Suppressions.of(chapter);
  if (chapter !== undefined && suppressions !== undefined) found = unsuppressed(book, chapter, suppressions, found);
  return asProblems(found, uri, chapter, settings);
}

/** Findings as they are shown, in the order of the text. */
function asProblems(
  found: readonly RuleFinding[],
  uri: string,
  chapter: Chapter | undefined,
  settings: Settings,
): readonly Problem[] {
  if (found.length === 0) return noProblems;
  const language = languageOf(settings, chapter);
  const problems: Problem[] = [];
  for (const { rule, finding } of found) {
    const severity = severityOf(rule, finding, settings);
    if (severity !== undefined) problems.push(problemOf(rule, finding, uri, severity, language));
  }
  return problems.sort(byPlace);
}

/** What the comments of a chapter leave of its findings, and what is to be said about the comments themselves. */
function unsuppressed(
  book: Book,
  chapter: Chapter,
  suppressions: Suppressions,
  found: readonly RuleFinding[],
): RuleFinding[] {
  const { settings, unread = 0 } = book;
  const kept = suppressions.without(found.filter((one) => isSaid(one, settings)));
  // What was not read may hold what a comment was written for.
  const isSure = isWhollyRead(chapter) && unread === 0;
  for (const rule of ruleCatalogue) {
    if (rule.scope !== 'suppressions' || levelOf(rule, settings) === 'off') continue;
    const findings = (isLast: boolean): RuleFinding[] => {
      const unused = suppressions.all.filter((suppression) => {
        const id = suppression.rule?.value;
        return isSure && !suppressions.isUsed(suppression) && !isOff(id, settings) && (isLast || id !== rule.id);
      });
      return [...rule.check(chapter, unused, ruleIds)].map((finding) => ({ rule, finding }));
    };
    // A comment may keep silent what is said about other comments; asked once more, it is known to be of use.
    suppressions.without(findings(false));
    kept.push(...suppressions.without(findings(true)));
  }
  return kept;
}

function isOff(rule: string | undefined, settings: Settings): boolean {
  return rule !== undefined && settings.rules[rule] === 'off';
}

function chapterFindings(chapter: Chapter, settings: Settings, onFault?: RuleFault): readonly RuleFinding[] {
  const known = foundInChapters.get(chapter);
  if (known !== undefined && known.settings === settings) return known.findings;
  const findings: RuleFinding[] = [];
  for (const rule of ruleCatalogue) {
    if (rule.scope !== 'chapter' || levelOf(rule, settings) === 'off') continue;
    for (const finding of guarded(rule, () => rule.check(chapter, settings), onFault)) findings.push({ rule, finding });
  }
  foundInChapters.set(chapter, { settings, findings });
  return findings;
}

/** What a rule finds; of one that breaks down what it had found until then. */
function* guarded<T>(rule: Rule, check: () => Iterable<T>, onFault: RuleFault | undefined): Iterable<T> {
  try {
    yield* check();
  } catch (error) {
    if (onFault === undefined) throw error;
    onFault(rule.id, error);
  }
}

function levelOf(rule: Rule, settings: Settings): Severity | 'off' {
  return settings.rules[rule.id] ?? rule.severity;
}

/** The level that somebody set goes before what the finding says of itself, and that before the rule's own. */
function severityOf(rule: Rule, finding: Finding, settings: Settings): Severity | undefined {
  const set = settings.rules[rule.id];
  if (set === 'off') return undefined;
  return set ?? finding.severity ?? rule.severity;
}

function isSaid({ rule, finding }: RuleFinding, settings: Settings): boolean {
  return severityOf(rule, finding, settings) !== undefined;
}

/** The language of a chapter's messages: the reader's wish, else the chapter's `lang`, else the book's. */
export function languageOf(settings: Settings, chapter: Chapter | undefined): Language {
  return settings.readerLanguage ?? chapter?.frontmatter.lang?.value ?? settings.language;
}

function problemOf(rule: Rule, finding: Finding, file: string, severity: Severity, language: Language): Problem {
  const related = finding.related?.map(
    (other): Related => ({ file: other.uri ?? file, range: other.range, message: other.message[language] }),
  );
  let fixes: readonly Fix[] | undefined;
  return {
    rule: rule.id,
    severity,
    file,
    range: { start: finding.range.start, end: finding.range.end },
    message: finding.message[language],
    ...(related === undefined ? {} : { related }),
    get fixes() {
      fixes ??= finding.fixes?.map((fix) => fixOf(fix, language));
      return fixes;
    },
  };
}

function fixOf(fix: FindingFix, language: Language): Fix {
  const { title, ...rest } = fix;
  return { ...rest, title: title[language] };
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 };

function byPlace(a: Problem, b: Problem): number {
  return (
    a.range.start - b.range.start ||
    ranks[a.severity] - ranks[b.severity] ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
