/** Lenses over SWOT items, strategies and programmes: how far each is carried. A click shows the places. */

import * as vscode from 'vscode';
import { type Carried, carriedIn } from '../core/views/carried';
import { configurationSection } from './names';
import { type ChapterPlace, chapterIn, locationOf } from './places';
import { chapterSelector, toRange } from './positions';
import type { Session } from './session';

const setting = 'codeLens';

export function register(_context: vscode.ExtensionContext, session: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: (document) =>
      session.faults.guard('showing how far codes are carried', () => lensesFor(document, session)) ?? [],
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerCodeLensProvider(chapterSelector, provider),
    // What another chapter says changes the counts here.
    session.onDidChange(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${configurationSection}.${setting}`)) changed.fire();
    }),
  );
}

function lensesFor(document: vscode.TextDocument, session: Session): vscode.CodeLens[] {
  const wishes = vscode.workspace.getConfiguration(configurationSection, document.uri);
  if (wishes.get(setting) === false) return [];
  const place = chapterIn(document, session);
  if (place === undefined) return [];
  const ofLine = new Map<number, { readonly carried: Carried; readonly range: vscode.Range }[]>();
  for (const carried of carriedIn(place.book, place.chapter)) {
    const range = toRange(place.chapter.lines, carried.range);
    const there = ofLine.get(range.start.line);
    if (there === undefined) ofLine.set(range.start.line, [{ carried, range }]);
    else there.push({ carried, range });
  }
  return [...ofLine.values()].flatMap((lenses) => {
    const isShared = lenses.length > 1;
    // Several codes may share a line, a row of a SWOT table: there is not always room for all, so what is open comes first.
    const open = lenses.filter(({ carried }) => carried.by.length === 0);
    const ordered = isShared ? [...open, ...lenses.filter((lens) => !open.includes(lens))] : lenses;
    return ordered.map(({ carried, range }) => {
      const text = carried.text[place.language];
      const title = isShared ? `${carried.definition.code.value} ${text}` : text;
      const [first] = lenses;
      // Lenses of a line are shown by where they begin.
      const at = isShared && first !== undefined ? first.range : range;
      return new vscode.CodeLens(at, commandOf(title, carried, range, place, session));
    });
  });
}

function commandOf(
  title: string,
  { by }: Carried,
  range: vscode.Range,
  { chapter }: ChapterPlace,
  session: Session,
): vscode.Command {
  if (by.length === 0) return { title, command: '' };
  const places = by.flatMap(({ uri, range: at }) => locationOf(uri, at, session) ?? []);
  const command = 'editor.action.showReferences';
  return { title, command, arguments: [vscode.Uri.parse(chapter.uri), range.start, places] };
}
