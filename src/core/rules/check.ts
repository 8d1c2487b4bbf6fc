/** From a book to its problems: every rule asked, severities and languages settled, in the order of the text. */

import type { Book } from '../book/book';
import { readerLanguage } from '../book/language';
import { changedPlaces, isSameList } from '../book/of-each';
import { prepareBook, prepareChapter } from '../book/prepare';
import type { Chapter } from '../chapter/chapter';
import { isWhollyRead } from '../chapter/unread-tables';
import type { Finding, FindingFix, Severity } from '../language/finding';
import type { Language } from '../language/language';
import type { Settings } from '../template/settings';
import { UnderSettings, underSettings } from '../template/under-settings';
import { listOf, pushAll } from '../text/lists';
import type { Range } from '../text/range';
import { type Steps, toEnd } from '../text/steps';
import { rulesUnder } from './asked';
import { ruleIds } from './catalogue';
import type { Fix, Problem, Related } from './problem';
import type { BookRule, PieceRule, Rule } from './rule';
import { isSwitch, Suppressions } from './suppressions';

class RuleFinding {
  private problem: Problem | undefined;
  private language: Language | undefined;

  constructor(
    readonly rule: Rule,
    readonly finding: Finding,
  ) {}

  /** As it is shown; the very same as long as it is shown alike. */
  shown(file: string, severity: Severity, language: Language): Problem {
    if (this.problem?.severity !== severity || this.language !== language) {
      this.language = language;
      this.problem = new FoundProblem(this.rule, this.finding, file, severity, language);
    }
    return this.problem;
  }
}

/**
 * Is told that a rule broke down. That is a fault of ours, never one of the document: the rule is passed over for
 * what it was looking at, and all others go on.
 */
export type RuleFault = (rule: string, error: unknown) => void;

/** The problems of one file, and what they were made of besides the findings of the rules that look at the book. */
class FileProblems {
  constructor(
    readonly uri: string,
    /** Absent for the manifest. */
    readonly chapter: Chapter | undefined,
    readonly ofChapter: readonly RuleFinding[],
    readonly problems: readonly Problem[],
  ) {}
}

/** A check that came to its end: what has not changed since is taken over by the next one with the same settings. */
class Check {
  constructor(
    readonly book: Book,
    /** The manifest's, then those of the chapters in their order. */
    readonly files: readonly FileProblems[],
    readonly ofRules: readonly FoundByRule[],
    readonly problems: ReadonlyMap<string, readonly Problem[]>,
  ) {}
}

const checkedLast = new UnderSettings<Check>();

/** What checks have found that may have been left off since. All of it is right by itself, whatever book is checked next. */
interface Findings {
  /** What the chapter rules found since the last check came to its end. */
  ofChapters: Map<Chapter, readonly RuleFinding[]>;
  /** What each rule found last. */
  readonly ofRules: Map<Rule, FoundByRule>;
}

const findingsFor = underSettings((): Findings => ({ ofChapters: new Map(), ofRules: new Map() }));

const nothing: readonly RuleFinding[] = [];
const noProblems: readonly Problem[] = [];

/**
 * Checks a whole book. What was checked before and has not changed is not looked at again.
 * @param onFault without it, the error of a rule that breaks down is thrown on.
 * @returns the problems by file, sorted by place; every chapter and the manifest have an entry, even an empty one. A file
 * whose findings are those of the check before (of a book with the same settings) has the very same list.
 */
export function checkBook(book: Book, onFault?: RuleFault): ReadonlyMap<string, readonly Problem[]> {
  return toEnd(checkBookInSteps(book, onFault));
}

/**
 * The same, in pieces that are each as much as a look at one chapter, or one rule's look at all that is remembered. It
 * may be left off after any of them: what was found about single chapters is remembered.
 * @throws as `checkBook`, from the piece in which the rule breaks down.
 */
export function* checkBookInSteps(book: Book, onFault?: RuleFault): Steps<ReadonlyMap<string, readonly Problem[]>> {
  const { settings, manifest, chapters, unread = 0 } = book;
  const before = checkedLast.get(settings);
  const changed = before && changedChapters(before.book, book);
  const known = new Map(changed === undefined ? before?.files.map((file) => [file.uri, file]) : undefined);
  const fresh: Chapter[] = [];
  for (const at of changed ?? chapters.keys()) {
    const chapter = chapters[at] as Chapter;
    if (known.get(chapter.uri)?.chapter === chapter) continue;
    chapterFindings(chapter, settings, onFault);
    fresh.push(chapter);
    yield;
  }
  // What one chapter costs is a piece by itself, whoever asks first.
  if (fresh.length > 1) for (const chapter of fresh) yield* unhurt(prepareChapter(chapter, settings));
  yield* unhurt(prepareBook(book));
  const ofRules: FoundByRule[] = [];
  for (const rule of rulesUnder(settings).ofBook) ofRules.push(yield* foundByRule(rule, book, onFault));
  const first = manifest === undefined ? 0 : 1;
  const differing = filesThatDiffer(before?.ofRules ?? [], ofRules);
  const files = changed === undefined ? [] : [...(before?.files ?? [])];
  const problems = new Map(changed && before?.problems);
  // Whether a comment is of no use cannot be told while chapters are unread.
  const isReadAlike = (before?.book.unread ?? 0) === unread;
  for (let at = 0; at < first + chapters.length; at++) {
    const chapter = chapters[at - first];
    const uri = chapter?.uri ?? (manifest?.uri as string);
    let file = files[at] ?? known.get(uri);
    const isTaken = file !== undefined && file.chapter === chapter && !differing.has(uri);
    if (!isTaken || (!isReadAlike && hasSwitches(chapter))) {
      const own = file?.chapter === chapter ? file?.ofChapter : chapter && chapterFindings(chapter, settings, onFault);
      const all = allOf(own ?? nothing, ofRules, uri);
      file = new FileProblems(uri, chapter, own ?? nothing, problemsOf(book, uri, chapter, all));
    }
    if (file === undefined || file === files[at]) continue;
    files[at] = file;
    problems.set(uri, file.problems);
    yield;
  }
  checkedLast.set(settings, new Check(book, files, ofRules, problems));
  // A new one: V8 would keep what a map held before it was cleared as long as the map's first table is in memory.
  findingsFor(settings).ofChapters = new Map();
  return problems;
}

/** Where the chapters of two books differ; nothing where the books are not made of the same files. */
function changedChapters(before: Book, { manifest, chapters }: Book): readonly number[] | undefined {
  const changed = manifest?.uri === before.manifest?.uri ? changedPlaces(before.chapters, chapters) : undefined;
  return changed?.every((at) => before.chapters[at]?.uri === chapters[at]?.uri) ? changed : undefined;
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

/** What one rule found in a book: right for every book in which all that it hangs on is the same. */
class FoundByRule {
  constructor(
    readonly hungOn: readonly unknown[],
    readonly pieces: readonly object[],
    /** By piece. */
    readonly found: readonly (readonly Finding[])[],
    readonly byFile: ReadonlyMap<string, readonly RuleFinding[]>,
  ) {}
}

/** The whole book as the one piece of a rule that does not look at pieces. */
const whole: readonly object[] = [{}];
const noFindings: readonly Finding[] = [];

/** What a rule finds; it is asked only about what is not as it was when it was asked last. */
function* foundByRule(rule: BookRule | PieceRule, book: Book, onFault: RuleFault | undefined): Steps<FoundByRule> {
  const { ofRules } = findingsFor(book.settings);
  const ask = (piece: object, old?: readonly Finding[]) =>
    findingsInSteps(rule, () => (rule.scope === 'pieces' ? rule.check(piece, book, old) : rule.check(book)), onFault);
  const before = ofRules.get(rule);
  const pieces = rule.scope === 'pieces' ? rule.pieces(book) : whole;
  const hungOn = rule.hangsOn?.(book) ?? (rule.scope === 'pieces' ? noFindings : [book]);
  const isAsBefore = before !== undefined && isSameList(before.hungOn, hungOn);
  const changed = isAsBefore ? changedPlaces(before.pieces, pieces) : undefined;
  if (isAsBefore && changed?.length === 0) return before;
  let found: (readonly Finding[])[];
  const touched = new Set<string>();
  const touch = (findings: readonly Finding[] | undefined) => {
    for (const finding of findings ?? noFindings) touched.add(fileOf(finding, book));
  };
  if (isAsBefore && changed !== undefined) {
    found = [...before.found];
    for (const at of changed) {
      touch(found[at]);
      found[at] = yield* ask(pieces[at] as object, found[at]);
      touch(found[at]);
      yield;
    }
  } else {
    found = [];
    const known = new Map(isAsBefore ? before.pieces.map((piece, at) => [piece, before.found[at]]) : []);
    for (const piece of pieces) {
      const old = known.get(piece);
      found.push(old ?? (yield* ask(piece)));
      if (old === undefined) yield;
    }
    for (const uri of before?.byFile.keys() ?? []) touched.add(uri);
    found.forEach(touch);
  }
  const now = new FoundByRule(hungOn, pieces, found, sortedByFile(rule, before?.byFile, found, touched, book));
  ofRules.set(rule, now);
  return now;
}

/** Findings by file. Files that were not touched keep their lists, and so do those in which the same was found again. */
function sortedByFile(
  rule: Rule,
  before: FoundByRule['byFile'] | undefined,
  found: FoundByRule['found'],
  touched: ReadonlySet<string>,
  book: Book,
): FoundByRule['byFile'] {
  if (touched.size === 0) return before ?? new Map();
  const own = new Map<string, RuleFinding[]>();
  for (const findings of found) {
    for (const finding of findings) {
      const uri = fileOf(finding, book);
      if (!touched.has(uri)) continue;
      const there = own.get(uri);
      const old = before?.get(uri)?.[there?.length ?? 0];
      const one = old?.finding === finding ? old : new RuleFinding(rule, finding);
      if (there === undefined) own.set(uri, listOf(one));
      else there.push(one);
    }
  }
  const byFile = new Map(before);
  for (const uri of touched) {
    const there = own.get(uri);
    const old = before?.get(uri);
    if (there === undefined) byFile.delete(uri);
    else if (old === undefined || !isSameFindings(old, there)) byFile.set(uri, there);
  }
  return byFile;
}

/** A rule that keeps a finding found the same thing again. */
function isSameFindings(one: readonly RuleFinding[], other: readonly RuleFinding[]): boolean {
  return one.length === other.length && one.every(({ finding }, at) => finding === other[at]?.finding);
}

/** The files in which rules found something else than before. */
function filesThatDiffer(before: readonly FoundByRule[], now: readonly FoundByRule[]): Set<string> {
  const files = new Set<string>();
  now.forEach(({ byFile }, at) => {
    const old = before[at]?.byFile;
    if (old === byFile) return;
    for (const [uri, found] of byFile) if (old?.get(uri) !== found) files.add(uri);
    for (const uri of old?.keys() ?? []) if (!byFile.has(uri)) files.add(uri);
  });
  return files;
}

/** Of a finding that names no file, the manifest is meant. */
function fileOf(finding: Finding, book: Book): string {
  return finding.uri ?? book.manifest?.uri ?? '';
}

/** After so many findings a rule that looks at a whole book may stop for something else. */
const inOnePiece = 50;

/** What a rule finds; of one that breaks down what it had found until then. */
function* findingsInSteps(
  rule: Rule,
  check: () => Iterable<Finding>,
  onFault: RuleFault | undefined,
): Steps<readonly Finding[]> {
  let findings: Finding[] | undefined;
  try {
    for (const finding of check()) {
      if (findings === undefined) findings = listOf(finding);
      else findings.push(finding);
      if (findings.length % inOnePiece === 0) yield;
    }
  } catch (error) {
    if (onFault === undefined) throw error;
    onFault(rule.id, error);
  }
  return findings ?? noFindings;
}

function allOf(ofChapter: readonly RuleFinding[], ofRules: readonly FoundByRule[], uri: string): RuleFinding[] {
  const all = [...ofChapter];
  for (const { byFile } of ofRules) for (const found of byFile.get(uri) ?? nothing) all.push(found);
  return all;
}

/** Whether comments of a chapter decide what is said about it, with all that is found. */
function hasSwitches(chapter: Chapter | undefined): boolean {
  return chapter?.comments.some(isSwitch) === true;
}

function problemsOf(
  book: Book,
  uri: string,
  chapter: Chapter | undefined,
  all: readonly RuleFinding[],
): readonly Problem[] {
  const { settings } = book;
  let found = all;
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
  const language = readerLanguage(settings, chapter);
  const problems: Problem[] = [];
  for (const each of found) {
    const severity = severityOf(each.rule, each.finding, settings);
    if (severity !== undefined) problems.push(each.shown(uri, severity, language));
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
  for (const rule of rulesUnder(settings).ofSuppressions) {
    const findings = (isLast: boolean): RuleFinding[] => {
      const unused = suppressions.all.filter((suppression) => {
        const id = suppression.rule?.value;
        return isSure && !suppressions.isUsed(suppression) && !isOff(id, settings) && (isLast || id !== rule.id);
      });
      return [...rule.check(chapter, unused, ruleIds)].map((finding) => new RuleFinding(rule, finding));
    };
    // A comment may keep silent what is said about other comments; asked once more, it is known to be of use.
    suppressions.without(findings(false));
    pushAll(kept, suppressions.without(findings(true)));
  }
  return kept;
}

function isOff(rule: string | undefined, settings: Settings): boolean {
  return rule !== undefined && settings.rules[rule] === 'off';
}

function chapterFindings(chapter: Chapter, settings: Settings, onFault?: RuleFault): readonly RuleFinding[] {
  const { ofChapters } = findingsFor(settings);
  const known = ofChapters.get(chapter);
  if (known !== undefined) return known;
  const findings: RuleFinding[] = [];
  for (const rule of rulesUnder(settings).ofChapters) {
    for (const finding of toEnd(findingsInSteps(rule, () => rule.check(chapter, settings), onFault))) {
      findings.push(new RuleFinding(rule, finding));
    }
  }
  ofChapters.set(chapter, findings);
  return findings;
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

/** A finding in the reader's language. */
class FoundProblem implements Problem {
  readonly rule: string;
  readonly file: string;
  readonly range: Range;
  readonly message: string;
  readonly related?: readonly Related[];
  readonly #rule: Rule;
  readonly #finding: Finding;
  readonly #language: Language;
  #fixes: readonly Fix[] | undefined;

  constructor(
    rule: Rule,
    finding: Finding,
    file: string,
    readonly severity: Severity,
    language: Language,
  ) {
    this.rule = rule.id;
    this.file = file;
    this.range = { start: finding.range.start, end: finding.range.end };
    this.message = finding.message[language];
    if (finding.related !== undefined) {
      this.related = finding.related.map((other) => ({
        file: other.uri ?? file,
        range: other.range,
        message: other.message[language],
      }));
    }
    this.#rule = rule;
    this.#finding = finding;
    this.#language = language;
  }

  fixesIn(book: Book): readonly Fix[] | undefined {
    const finding = this.#finding;
    const written = (fixes: readonly FindingFix[] | undefined) => fixes?.map((fix) => fixOf(fix, this.#language));
    if (this.#rule.fixesIn !== undefined) return written(this.#rule.fixesIn(finding, book));
    this.#fixes ??= written(finding.fixes ?? finding.writeFixes?.());
    return this.#fixes;
  }
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
