/** Symbols, folding and growing selections. Markdown has providers of its own: to those we only add. */

import * as vscode from 'vscode';
import type { Range } from '../core/text/range';
import {
  allFolds,
  type ChapterSymbol,
  chapterSymbols,
  generatedFolds,
  itemSymbols,
  type SymbolKind,
  selectionsAt,
} from '../core/views/structure';
import { chapterIn, offsetIn } from './places';
import { chapterSelector, toRange } from './positions';
import type { Session } from './session';

const kinds: Readonly<Record<SymbolKind, vscode.SymbolKind>> = {
  chapter: vscode.SymbolKind.Module,
  dimension: vscode.SymbolKind.Namespace,
  section: vscode.SymbolKind.String,
  'swot-item': vscode.SymbolKind.EnumMember,
  strategy: vscode.SymbolKind.Interface,
  programme: vscode.SymbolKind.Class,
  'quick-win': vscode.SymbolKind.Event,
};

const foldKinds = { comment: vscode.FoldingRangeKind.Comment, region: vscode.FoldingRangeKind.Region } as const;

export function register(_context: vscode.ExtensionContext, session: Session): vscode.Disposable {
  const structure = new Structure(session);
  const { languages } = vscode;
  return vscode.Disposable.from(
    languages.registerDocumentSymbolProvider(chapterSelector, structure, { label: 'Masterplan' }),
    languages.registerFoldingRangeProvider(chapterSelector, structure),
    languages.registerSelectionRangeProvider(chapterSelector, structure),
  );
}

class Structure implements vscode.DocumentSymbolProvider, vscode.FoldingRangeProvider, vscode.SelectionRangeProvider {
  constructor(private readonly session: Session) {}

  provideDocumentSymbols(document: vscode.TextDocument): vscode.DocumentSymbol[] {
    const symbols = this.session.faults.guard('listing symbols', () => {
      const place = chapterIn(document, this.session);
      if (place === undefined) return undefined;
      const { chapter } = place;
      const toSymbol = ({ kind, name, range, place: at, children }: ChapterSymbol): vscode.DocumentSymbol => {
        const symbol = new vscode.DocumentSymbol(
          name,
          '',
          kinds[kind],
          toRange(chapter.lines, range),
          toRange(chapter.lines, at),
        );
        symbol.children = children.map(toSymbol);
        return symbol;
      };
      if (!hasOwnProvider(document)) return chapterSymbols(chapter).map(toSymbol);
      // Beside Markdown's headings an item is no more than its place: the path of headings stays where the cursor is.
      return itemSymbols(chapter).map((item) => toSymbol({ ...item, range: item.place }));
    });
    return symbols ?? [];
  }

  provideFoldingRanges(document: vscode.TextDocument): vscode.FoldingRange[] {
    const folds = this.session.faults.guard('folding', () => {
      const chapter = chapterIn(document, this.session)?.chapter;
      if (chapter === undefined) return undefined;
      return (hasOwnProvider(document) ? generatedFolds(chapter) : allFolds(chapter)).map(
        ({ start, end, kind }) => new vscode.FoldingRange(start, end, kind && foldKinds[kind]),
      );
    });
    return folds ?? [];
  }

  provideSelectionRanges(document: vscode.TextDocument, positions: vscode.Position[]): vscode.SelectionRange[] {
    const found = this.session.faults.guard('growing a selection', () => {
      const chapter = chapterIn(document, this.session)?.chapter;
      if (chapter === undefined) return undefined;
      return positions.map((position) => {
        let around: vscode.SelectionRange | undefined;
        for (const range of selectionsAt(chapter, offsetIn(chapter, position)).reverse() as Range[]) {
          around = new vscode.SelectionRange(toRange(chapter.lines, range), around);
        }
        return around ?? new vscode.SelectionRange(new vscode.Range(position, position));
      });
    });
    return found ?? [];
  }
}

/** The editor's own Markdown gives headings and folds for this language, and for no other. */
function hasOwnProvider({ languageId }: vscode.TextDocument): boolean {
  return languageId === 'markdown';
}
