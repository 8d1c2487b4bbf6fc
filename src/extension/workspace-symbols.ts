/** Go to symbol in workspace: programmes, quick wins, strategies and SWOT items of all masterplans by code or words. */

import * as vscode from 'vscode';
import { type BookSymbol, bookSymbols, matchesQuery } from '../core/views/book-symbols';
import { locationOf } from './places';
import type { Session } from './session';

/** More than anybody reads; the editor asks again with every letter. */
const mostSymbols = 500;

const kinds: Readonly<Record<BookSymbol['kind'], vscode.SymbolKind>> = {
  'swot-item': vscode.SymbolKind.EnumMember,
  strategy: vscode.SymbolKind.Interface,
  programme: vscode.SymbolKind.Class,
  'quick-win': vscode.SymbolKind.Event,
};

export function register(_context: vscode.ExtensionContext, session: Session): vscode.Disposable {
  return vscode.languages.registerWorkspaceSymbolProvider({
    provideWorkspaceSymbols: (query) =>
      session.faults.guard('looking for symbols', () => symbolsFor(query, session)) ?? [],
  });
}

function symbolsFor(query: string, session: Session): vscode.SymbolInformation[] {
  const symbols: vscode.SymbolInformation[] = [];
  for (const { book } of session.books) {
    if (book === undefined) continue;
    const titles = new Map(book.settings.template.dimensions.map(({ id, title }) => [id, session.say(title)]));
    for (const symbol of bookSymbols(book)) {
      if (!matchesQuery(symbol, query)) continue;
      const location = locationOf(symbol.uri, symbol.place, session);
      if (location === undefined) continue;
      const name = symbol.code === undefined ? symbol.text : `${symbol.code} ${symbol.text}`;
      const around = (symbol.dimension && titles.get(symbol.dimension)) ?? symbol.chapterTitle;
      symbols.push(new vscode.SymbolInformation(name, kinds[symbol.kind], around, location));
      if (symbols.length === mostSymbols) return symbols;
    }
  }
  return symbols;
}
