/** The light bulb: the fixes that the rules give, and the way to a rule's page. */

import * as vscode from 'vscode';
import type { Problem } from '../core/rules/problem';
import { diagnosticSource, toDiagnostic } from './diagnostics';
import { commands, manifestGlob } from './names';
import { chapterSelector, toRange, toWorkspaceEdit } from './positions';
import type { Session } from './session';

export function register(_context: vscode.ExtensionContext, session: Session): vscode.Disposable {
  const selector = [chapterSelector, { pattern: manifestGlob }].flat() as vscode.DocumentFilter[];
  const provider: vscode.CodeActionProvider = {
    provideCodeActions: (document, range, context) =>
      session.faults.guard('offering fixes', () => actionsFor(document, range, context, session)) ?? [],
  };
  return vscode.languages.registerCodeActionsProvider(selector, provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  });
}

function actionsFor(
  document: vscode.TextDocument,
  range: vscode.Range,
  context: vscode.CodeActionContext,
  session: Session,
): vscode.CodeAction[] {
  const uri = document.uri.toString();
  const problems = session.problemsOf(uri);
  const lines = session.linesOf(uri);
  if (lines === undefined) return [];
  const here = problems.filter((problem) => toRange(lines, problem.range).intersection(range) !== undefined);
  const shown = context.diagnostics.filter((diagnostic) => diagnostic.source === diagnosticSource);
  const actions = here.flatMap((problem) => fixesOf(problem, shown, session));
  const explained = new Map(here.map((problem) => [problem.rule, problem]));
  for (const problem of explained.values()) actions.push(explanationOf(problem, shown, session));
  return actions;
}

function fixesOf(problem: Problem, shown: readonly vscode.Diagnostic[], session: Session): vscode.CodeAction[] {
  return (problem.fixes ?? []).map((fix) => {
    const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
    action.edit = toWorkspaceEdit(fix, problem.file, session);
    action.diagnostics = diagnosticsOf(problem, shown, session);
    action.isPreferred = fix.preferred === true;
    return action;
  });
}

function explanationOf(problem: Problem, shown: readonly vscode.Diagnostic[], session: Session): vscode.CodeAction {
  const title = session.say({ id: `Jelaskan aturan ${problem.rule}`, en: `Explain rule ${problem.rule}` });
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command: commands.explainRule, title, arguments: [problem.rule] };
  action.diagnostics = diagnosticsOf(problem, shown, session);
  return action;
}

function diagnosticsOf(problem: Problem, shown: readonly vscode.Diagnostic[], session: Session): vscode.Diagnostic[] {
  const own = toDiagnostic(problem, session);
  if (own === undefined) return [];
  return shown.filter((diagnostic) => diagnostic.message === own.message && diagnostic.range.isEqual(own.range));
}
