/** Shows the problems of every chapter, open or not. This is the only place that publishes diagnostics. */

import * as vscode from 'vscode';
import type { Severity } from '../core/language/finding';
import type { Problem } from '../core/rules/problem';
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
  const collection = vscode.languages.createDiagnosticCollection('masterplan');
  const show = (uri: string) => {
    session.faults.guard(`showing the problems of ${uri}`, () => {
      const target = vscode.Uri.parse(uri);
      const problems = session.bookOf(uri)?.problems.get(uri) ?? [];
      // File by file: of a single big set the editor would drop whole files without a word.
      if (problems.length === 0) collection.delete(target);
      else collection.set(target, toDiagnostics(problems, session));
    });
  };
  return vscode.Disposable.from(
    collection,
    session.onDidChange(({ files }) => files.forEach(show)),
  );
}

function toDiagnostics(problems: readonly Problem[], session: Session): vscode.Diagnostic[] {
  return mostSevere(problems).flatMap((problem) => toDiagnostic(problem, session) ?? []);
}

function mostSevere(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= mostOfOneFile) return problems;
  const ranked = [...problems].sort((a, b) => severities[a.severity] - severities[b.severity]);
  return ranked.slice(0, mostOfOneFile);
}

export function toDiagnostic(problem: Problem, session: Session): vscode.Diagnostic | undefined {
  const lines = session.linesOf(problem.file);
  if (lines === undefined) return undefined;
  const range = toRange(lines, problem.range);
  const diagnostic = new vscode.Diagnostic(range, problem.message, severities[problem.severity]);
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: problem.rule, target: rulePageLink(problem.rule) };
  diagnostic.relatedInformation = (problem.related ?? []).flatMap(({ file, range: place, message }) => {
    const linesThere = session.linesOf(file);
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
