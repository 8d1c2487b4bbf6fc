/** The light bulb: the fixes that the rules give, all at once or one by one, a way to keep a rule silent, and its page. */

import * as vscode from 'vscode';
import type { Book } from '../core/book/book';
import { fixToApply } from '../core/edits/fix-all';
import { suppress } from '../core/edits/suppress';
import { type FixWish, mendBook } from '../core/rules/mend';
import { fixesOf, type Problem } from '../core/rules/problem';
import { diagnosticSource, toDiagnostic } from './diagnostics';
import { refreshFor } from './generated-blocks';
import { commands, manifestGlob } from './names';
import { chapterSelector, toRange, toWorkspaceEdit } from './positions';
import type { Session } from './session';
import { wishesFor } from './settings';

/** What `editor.codeActionsOnSave` calls to mend all that needs nobody's choice. */
const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('masterplan');

/** Its edits take a check of the whole book, so they are found only where somebody asks for them. */
class MendingAction extends vscode.CodeAction {
  constructor(
    title: string,
    kind: vscode.CodeActionKind,
    readonly uri: vscode.Uri,
    readonly wish: FixWish,
  ) {
    super(title, kind);
  }
}

export function register(_context: vscode.ExtensionContext, session: Session): vscode.Disposable {
  const selector = [chapterSelector, { pattern: manifestGlob }].flat() as vscode.DocumentFilter[];
  const provider: vscode.CodeActionProvider = {
    provideCodeActions: (document, range, context) =>
      session.faults.guard('offering fixes', () => actionsFor(document, range, context, session)) ?? [],
    resolveCodeAction: (action) => {
      if (action instanceof MendingAction) session.faults.guard('mending', () => resolve(action, session));
      return action;
    },
  };
  return vscode.languages.registerCodeActionsProvider(selector, provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind],
  });
}

function resolve(action: MendingAction, session: Session): void {
  const uri = action.uri.toString();
  session.problemsOf(uri);
  const book = session.bookOf(uri)?.book;
  if (book !== undefined)
    action.edit = toWorkspaceEdit(mendBook(book, wishesFor(action.uri), action.wish), uri, session);
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
  const book = session.bookOf(uri)?.book;
  if (lines === undefined || book === undefined) return [];
  const { only } = context;
  const sourceActions = only?.intersects(fixAllKind) && problems.length > 0 ? [fixAllOf(document, session)] : [];
  if (only !== undefined && !only.intersects(vscode.CodeActionKind.QuickFix)) return sourceActions;
  const here = problems.filter((problem) => toRange(lines, problem.range).intersection(range) !== undefined);
  const shown = context.diagnostics.filter((diagnostic) => diagnostic.source === diagnosticSource);
  const actions = [...sourceActions, ...here.flatMap((problem) => fixActions(problem, book, shown, session))];
  const byRule = [...new Map(here.map((problem) => [problem.rule, problem])).values()];
  for (const problem of byRule) {
    const others = problems.filter(({ rule }) => rule === problem.rule);
    if (others.length > 1 && fixToApply(fixesOf(problem, book)) !== undefined)
      actions.push(fixRule(problem, document, session));
  }
  for (const problem of byRule) actions.push(...refreshing(problem, shown, session));
  for (const problem of byRule) actions.push(...suppressions(problem, shown, session));
  for (const problem of byRule) actions.push(explanationOf(problem, shown, session));
  return actions;
}

/** All of this file that needs nobody's choice: as on save, no skeletons, no new files, no other file. */
function fixAllOf({ uri }: vscode.TextDocument, session: Session): vscode.CodeAction {
  const isThis = (file: string) => file === uri.toString();
  const title = session.say({
    id: 'Perbaiki semua yang sudah pasti di berkas ini',
    en: 'Mend all that is certain in this file',
  });
  return new MendingAction(title, fixAllKind, uri, { isAsked: isThis, mayChange: isThis, onlyPreferred: true });
}

function fixRule({ rule }: Problem, { uri }: vscode.TextDocument, session: Session): vscode.CodeAction {
  const title = session.say({ id: `Perbaiki semua ${rule} di berkas ini`, en: `Mend all ${rule} in this file` });
  const isThis = (file: string) => file === uri.toString();
  return new MendingAction(title, vscode.CodeActionKind.QuickFix, uri, { rule, isAsked: isThis });
}

/** A generated block that contradicts its chapters is written anew; the command asks where somebody has edited it. */
function refreshing(problem: Problem, shown: readonly vscode.Diagnostic[], session: Session): vscode.CodeAction[] {
  const command = refreshFor(problem, session);
  if (command === undefined) return [];
  const action = new vscode.CodeAction(command.title, vscode.CodeActionKind.QuickFix);
  action.command = command;
  action.diagnostics = diagnosticsOf(problem, shown, session);
  action.isPreferred = true;
  return [action];
}

function suppressions(problem: Problem, shown: readonly vscode.Diagnostic[], session: Session): vscode.CodeAction[] {
  const chapter = session.chapterOf(problem.file);
  const settings = session.bookOf(problem.file)?.book?.settings;
  if (chapter === undefined || settings === undefined) return [];
  const edits = suppress(chapter, problem.range, problem.rule, settings);
  if (edits.length === 0) return [];
  const title = session.say({ id: `Abaikan aturan ${problem.rule} di sini`, en: `Ignore rule ${problem.rule} here` });
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = toWorkspaceEdit({ edits: [{ edits }] }, problem.file, session);
  action.diagnostics = diagnosticsOf(problem, shown, session);
  return [action];
}

function fixActions(
  problem: Problem,
  book: Book,
  shown: readonly vscode.Diagnostic[],
  session: Session,
): vscode.CodeAction[] {
  return fixesOf(problem, book).map((fix) => {
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
  const own = toDiagnostic(problem, (uri) => session.linesOf(uri));
  if (own === undefined) return [];
  return shown.filter((diagnostic) => diagnostic.message === own.message && diagnostic.range.isEqual(own.range));
}
