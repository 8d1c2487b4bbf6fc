/** Symbols, folding and growing selections. Markdown has providers of its own: to those we only add. */

import * as vscode from 'vscode';
import type { Chapter } from '../core/chapter/chapter';
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
import { configurationSection } from './names';
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

/** Where the editor's own Markdown gives headings and folds. */
const markdown = 'markdown';

const setting = 'itemSymbols';

export function register(_context: vscode.ExtensionContext, session: Session): vscode.Disposable {
  const structure = new Structure(session);
  const { languages } = vscode;
  const label = 'Masterplan';
  // The editor shows what two providers give as two groups, and asks the one first whose selector fits better: Markdown's
  // headings go before what we add to them, in the outline and in the path above the text.
  const addItems = () => languages.registerDocumentSymbolProvider('*', new ItemSymbols(session), { label });
  let items = addItems();
  return vscode.Disposable.from(
    languages.registerDocumentSymbolProvider({ language: 'masterplan' }, structure, { label }),
    languages.registerFoldingRangeProvider(chapterSelector, structure),
    languages.registerSelectionRangeProvider(chapterSelector, structure),
    new vscode.Disposable(() => items.dispose()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(`${configurationSection}.${setting}`)) return;
      // The editor asks anew where a provider comes.
      items.dispose();
      items = addItems();
    }),
  );
}

/** Beside Markdown's headings: the items that none of them stands for. */
class ItemSymbols implements vscode.DocumentSymbolProvider {
  constructor(private readonly session: Session) {}

  provideDocumentSymbols(document: vscode.TextDocument): vscode.DocumentSymbol[] {
    if (document.languageId !== markdown) return [];
    const wishes = vscode.workspace.getConfiguration(configurationSection, document.uri);
    if (wishes.get(setting) === false) return [];
    const symbols = this.session.faults.guard('listing items', () => {
      const chapter = chapterIn(document, this.session)?.chapter;
      // An item is no more than its place: the path of headings stays where the cursor is.
      return chapter && itemSymbols(chapter).map((item) => toSymbol(chapter, { ...item, range: item.place }));
    });
    return symbols ?? [];
  }
}

function toSymbol(chapter: Chapter, { kind, name, range, place, children }: ChapterSymbol): vscode.DocumentSymbol {
  const { lines } = chapter;
  const symbol = new vscode.DocumentSymbol(name, '', kinds[kind], toRange(lines, range), toRange(lines, place));
  symbol.children = children.map((child) => toSymbol(chapter, child));
  return symbol;
}

class Structure implements vscode.DocumentSymbolProvider, vscode.FoldingRangeProvider, vscode.SelectionRangeProvider {
  constructor(private readonly session: Session) {}

  provideDocumentSymbols(document: vscode.TextDocument): vscode.DocumentSymbol[] {
    const symbols = this.session.faults.guard('listing symbols', () => {
      const chapter = chapterIn(document, this.session)?.chapter;
      return chapter && chapterSymbols(chapter).map((symbol) => toSymbol(chapter, symbol));
    });
    return symbols ?? [];
  }

  provideFoldingRanges(document: vscode.TextDocument): vscode.FoldingRange[] {
    const folds = this.session.faults.guard('folding', () => {
      const chapter = chapterIn(document, this.session)?.chapter;
      if (chapter === undefined) return undefined;
      return (document.languageId === markdown ? generatedFolds(chapter) : allFolds(chapter)).map(
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
