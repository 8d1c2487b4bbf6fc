/** From a book to its problems: every rule asked, severities and languages settled, in the order of the text. */

import type { Book } from '../book/book';
import type { Chapter } from '../chapter/chapter';
import type { Finding, FindingFix, Severity } from '../language/finding';
import type { Language } from '../language/language';
import type { Settings } from '../template/settings';
import { ruleCatalogue, ruleIds } from './catalogue';
import type { Fix, Problem, Related } from './problem';
import type { Rule } from './rule';
import { Suppressions } from './suppressions';

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
const ofChapters = new WeakMap<Chapter, { readonly settings: Settings; readonly findings: readonly RuleFinding[] }>();

/**
 * Checks a whole book. Chapters that were checked before are not looked at again by the rules that look at one chapter.
 * @param onFault without it, the error of a rule that breaks down is thrown on.
 * @returns the problems by file, sorted by place; every chapter and the manifest have an entry, even an empty one.
 */
export function checkBook(book: Book, onFault?: RuleFault): Map<string, Problem[]> {
  const problems = new Map<string, Problem[]>();
  if (book.manifest !== undefined) problems.set(book.manifest.uri, []);
  const chapters = new Map<string, Chapter>();
  for (const chapter of book.chapters) {
    problems.set(chapter.uri, []);
    chapters.set(chapter.uri, chapter);
  }
  const show = (uri: string, { rule, finding }: RuleFinding) => {
    const severity = severityOf(rule, finding, book.settings);
    if (severity === undefined) return;
    const language = languageOf(book.settings, chapters.get(uri));
    problems.get(uri)?.push(problemOf(rule, finding, uri, severity, language));
  };
  const suppressing = new Map<string, { readonly suppressions: Suppressions; readonly found: RuleFinding[] }>();
  const add = (uri: string, found: RuleFinding) => {
    const here = suppressing.get(uri);
    if (here === undefined) show(uri, found);
    else here.found.push(found);
  };
  for (const chapter of book.chapters) {
    const suppressions = Suppressions.of(chapter);
    if (suppressions !== undefined) suppressing.set(chapter.uri, { suppressions, found: [] });
    for (const found of chapterFindings(chapter, book.settings, onFault)) add(chapter.uri, found);
  }
  for (const rule of ruleCatalogue) {
    if (rule.scope !== 'book' || levelOf(rule, book.settings) === 'off') continue;
    for (const finding of guarded(rule, () => rule.check(book), onFault)) {
      const uri = finding.uri ?? book.manifest?.uri;
      if (uri !== undefined) add(uri, { rule, finding });
    }
  }
  for (const [uri, { suppressions, found }] of suppressing) {
    for (const kept of unsuppressed(book, chapters.get(uri) as Chapter, suppressions, found)) show(uri, kept);
  }
  for (const ofFile of problems.values()) ofFile.sort(byPlace);
  return problems;
}

/** What the comments of a chapter leave of its findings, and what is to be said about the comments themselves. */
function unsuppressed(
  book: Book,
  chapter: Chapter,
  suppressions: Suppressions,
  found: readonly RuleFinding[],
): RuleFinding[] {
  const { settings, unread = 0 } = book;
  const kept = suppressions.without(
    found.filter(({ rule, finding }) => severityOf(rule, finding, settings) !== undefined),
  );
  // What was not read may hold what a comment was written for.
  const isSure = chapter.excess.length === 0 && unread === 0;
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
  const known = ofChapters.get(chapter);
  if (known !== undefined && known.settings === settings) return known.findings;
  const findings: RuleFinding[] = [];
  for (const rule of ruleCatalogue) {
    if (rule.scope !== 'chapter' || levelOf(rule, settings) === 'off') continue;
    for (const finding of guarded(rule, () => rule.check(chapter, settings), onFault)) findings.push({ rule, finding });
  }
  ofChapters.set(chapter, { settings, findings });
  return findings;
}

/** What a rule finds; of one that breaks down what it had found until then. */
function* guarded(rule: Rule, check: () => Iterable<Finding>, onFault: RuleFault | undefined): Iterable<Finding> {
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
