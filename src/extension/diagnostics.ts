/** Shows the problems of every chapter, open or not. This is the only place that publishes diagnostics. */

import * as vscode from 'vscode';
import type { Severity } from '../core/language/finding';
import type { Problem } from '../core/rules/problem';
import type { Steps } from '../core/text/steps';
import type { Found } from './checked-book';
import { commands } from './names';
import { toRange } from './positions';
import type { Session } from './session';

export const diagnosticSource = 'masterplan';

/** The editor keeps no more markers of one file. */
const mostOfOneFile = 1000;

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

export function register(_context: vscode.ExtensionContext, session: Session): vscode.Disposable {
  return new Publisher(session);
}

/** Publishes in slices: a large masterplan has thousands of problems when it is first read. */
class Publisher implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('masterplan');
  /** Files whose problems have to be shown anew. */
  readonly #waiting = new Set<string>();
  /** Files whose text had changed when it was their turn: any change may be what they wait for. */
  readonly #late = new Set<string>();
  readonly #subscription: vscode.Disposable;
  #isShowing = false;

  constructor(private readonly session: Session) {
    this.#subscription = session.onDidChange(({ files }) => {
      for (const uri of [...files, ...this.#late]) this.#waiting.add(uri);
      this.#late.clear();
      if (this.#waiting.size > 0) this.#show();
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#collection.dispose();
  }

  #show(): void {
    if (this.#isShowing) return;
    this.#isShowing = true;
    void this.session.inSlices('showing problems', 'show', this.#showAll());
  }

  *#showAll(): Steps<void> {
    for (const uri of this.#waiting) {
      this.#waiting.delete(uri);
      if (!this.#isShown(uri)) this.#late.add(uri);
      yield;
    }
    this.#isShowing = false;
  }

  /** Not where the text has changed since: what is found in the new one is shown instead. */
  #isShown(uri: string): boolean {
    const found = this.session.foundIn(uri);
    if (found === undefined) return false;
    this.session.faults.guard(`showing the problems of ${uri}`, () => {
      const target = vscode.Uri.parse(uri);
      const diagnostics = toDiagnostics(found);
      // File by file: of a single big set the editor would drop whole files without a word.
      if (diagnostics.length === 0) this.#collection.delete(target);
      else this.#collection.set(target, diagnostics);
    });
    return true;
  }
}

function toDiagnostics({ problems, linesOf }: Found): vscode.Diagnostic[] {
  return mostSevere(problems).flatMap((problem) => toDiagnostic(problem, linesOf) ?? []);
}

function mostSevere(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= mostOfOneFile) return problems;
  const ranked = [...problems].sort((a, b) => severities[a.severity] - severities[b.severity]);
  return ranked.slice(0, mostOfOneFile);
}

/** @param linesOf the lines of files, as they were when the problem was found. */
export function toDiagnostic(problem: Problem, linesOf: Found['linesOf']): vscode.Diagnostic | undefined {
  const lines = linesOf(problem.file);
  if (lines === undefined) return undefined;
  const range = toRange(lines, problem.range);
  const diagnostic = new vscode.Diagnostic(range, problem.message, severities[problem.severity]);
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: problem.rule, target: rulePageLink(problem.rule) };
  diagnostic.relatedInformation = (problem.related ?? []).flatMap(({ file, range: place, message }) => {
    const linesThere = linesOf(file);
    if (linesThere === undefined) return [];
    const location = new vscode.Location(vscode.Uri.parse(file), toRange(linesThere, place));
    return [new vscode.DiagnosticRelatedInformation(location, message)];
  });
  return diagnostic;
}

/** A link that opens the rule's page in the preview, from the package itself: no network is needed. */
function rulePageLink(rule: string): vscode.Uri {
  return vscode.Uri.from({ scheme: 'command', path: commands.explainRule, query: JSON.stringify([rule]) });
}
