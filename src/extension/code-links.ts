/** Codes as links: what a code is, where it is defined, who names it, and another name for it everywhere. */

import * as vscode from 'vscode';
import { codeAt, namesIn, usesOf } from '../core/book/codes';
import { codeOfUse, type Use } from '../core/book/references';
import { renameCode, renameTarget } from '../core/edits/rename';
import type { Text } from '../core/language/language';
import type { Range } from '../core/text/range';
import { type CodeCard, codeCard } from '../core/views/code-card';
import { escapeMarkdown, linkTo } from './markdown';
import { type ChapterPlace, chapterIn, locationOf, offsetIn } from './places';
import { chapterSelector, toRange, toWorkspaceEdit } from './positions';
import type { Session } from './session';

/** How many of the places that name a code a card lists; the rest is what "find references" is for. */
const mostNamed = 8;

export function register(_context: vscode.ExtensionContext, session: Session): vscode.Disposable {
  const links = new CodeLinks(session);
  const { languages } = vscode;
  return vscode.Disposable.from(
    languages.registerHoverProvider(chapterSelector, links),
    languages.registerDefinitionProvider(chapterSelector, links),
    languages.registerReferenceProvider(chapterSelector, links),
    languages.registerDocumentHighlightProvider(chapterSelector, links),
    languages.registerRenameProvider(chapterSelector, links),
  );
}

class CodeLinks
  implements
    vscode.HoverProvider,
    vscode.DefinitionProvider,
    vscode.ReferenceProvider,
    vscode.DocumentHighlightProvider,
    vscode.RenameProvider
{
  constructor(private readonly session: Session) {}

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    return this.#ask('showing what a code is', document, position, (place, offset) => {
      const code = codeAt(place.book, place.chapter.uri, offset);
      const card = code && codeCard(place.book, code, place.language);
      if (code === undefined || card === undefined) return undefined;
      return new vscode.Hover(this.#cardText(card, place), toRange(place.chapter.lines, code.range));
    });
  }

  provideDefinition(document: vscode.TextDocument, position: vscode.Position): vscode.LocationLink[] {
    const links = this.#ask('leading to a code', document, position, ({ book, chapter }, offset) => {
      const code = codeAt(book, chapter.uri, offset);
      const originSelectionRange = code && toRange(chapter.lines, code.range);
      return code?.definitions.map((definition): vscode.LocationLink => {
        const { lines, uri } = definition.chapter;
        return {
          ...(originSelectionRange === undefined ? {} : { originSelectionRange }),
          targetUri: vscode.Uri.parse(uri),
          targetRange: toRange(lines, around(definition.item, definition.code)),
          targetSelectionRange: toRange(lines, definition.code),
        };
      });
    });
    return links ?? [];
  }

  provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    { includeDeclaration }: vscode.ReferenceContext,
  ): vscode.Location[] {
    const locations = this.#ask('finding who names a code', document, position, ({ book, chapter }, offset) => {
      const code = codeAt(book, chapter.uri, offset);
      if (code === undefined) return undefined;
      const defined = code.definitions.map((definition) => ({ uri: definition.chapter.uri, range: definition.code }));
      const named =
        code.definitions.length > 0
          ? usesOf(book, code.definitions)
          : // Nothing has this code; others that name it are of interest all the same.
            namesIn(book).filter((use) => use.reference.value === code.value && use.chapter === chapter);
      const places = [...(includeDeclaration ? defined : []), ...named.map(placeOf)];
      return places.flatMap(({ uri, range }) => locationOf(uri, range, this.session) ?? []);
    });
    return locations ?? [];
  }

  provideDocumentHighlights(document: vscode.TextDocument, position: vscode.Position): vscode.DocumentHighlight[] {
    const highlights = this.#ask('marking a code', document, position, ({ book, chapter }, offset) => {
      const code = codeAt(book, chapter.uri, offset);
      if (code === undefined) return undefined;
      const { Read, Write } = vscode.DocumentHighlightKind;
      const own = <T extends { readonly chapter: object }>(places: readonly T[]) =>
        places.filter((place) => place.chapter === chapter);
      return [
        ...own(code.definitions).map((definition) => ({ range: definition.code as Range, kind: Write })),
        ...own(usesOf(book, code.definitions)).map((use) => ({ range: placeOf(use).range, kind: Read })),
      ].map(({ range, kind }) => new vscode.DocumentHighlight(toRange(chapter.lines, range), kind));
    });
    return highlights ?? [];
  }

  prepareRename(document: vscode.TextDocument, position: vscode.Position) {
    const target = this.#ask('looking for a code to rename', document, position, ({ book, chapter, language }, at) => {
      const found = renameTarget(book, chapter.uri, at);
      if ('refusal' in found) return { refusal: found.refusal[language] };
      return { range: toRange(chapter.lines, found.range), placeholder: found.value };
    });
    return target !== undefined && 'refusal' in target ? Promise.reject(new Error(target.refusal)) : target;
  }

  provideRenameEdits(document: vscode.TextDocument, position: vscode.Position, newName: string) {
    const renaming = this.#ask('renaming a code', document, position, ({ book, chapter, language }, offset) => {
      const found = renameCode(book, chapter.uri, offset, newName);
      return 'refusal' in found
        ? { refusal: found.refusal[language] }
        : { edit: toWorkspaceEdit(found, chapter.uri, this.session) };
    });
    // In Markdown that is no chapter, others may know what to rename.
    if (renaming === undefined) return undefined;
    return 'refusal' in renaming ? Promise.reject(new Error(renaming.refusal)) : renaming.edit;
  }

  #ask<T>(
    what: string,
    document: vscode.TextDocument,
    position: vscode.Position,
    answer: (place: ChapterPlace, offset: number) => T | undefined,
  ): T | undefined {
    return this.session.faults.guard(what, () => {
      const place = chapterIn(document, this.session);
      return place && answer(place, offsetIn(place.chapter, position));
    });
  }

  #cardText(card: CodeCard, { language }: ChapterPlace): vscode.MarkdownString {
    const text = new vscode.MarkdownString();
    text.appendMarkdown(`**${card.code}** · ${escapeMarkdown(card.kind)}\n\n${escapeMarkdown(card.text)}\n`);
    if (card.fields.length > 0) {
      const fields = card.fields.map((field) => `- ${escapeMarkdown(field.title)}: ${escapeMarkdown(field.text)}`);
      text.appendMarkdown(`\n${fields.join('\n')}\n`);
    }
    if (card.others.length > 0) text.appendMarkdown(`\n${escapeMarkdown(othersText(card)[language])}\n`);
    text.appendMarkdown(`\n---\n\n${this.#namedText(card, language)}\n`);
    return text;
  }

  #namedText({ namedBy }: CodeCard, language: ChapterPlace['language']): string {
    if (namedBy.length === 0) return { id: 'Belum dirujuk.', en: 'Nothing refers to it.' }[language];
    const links = namedBy.slice(0, mostNamed).map(({ uri, range, label }) => {
      const lines = this.session.linesOf(uri);
      return `- ${lines === undefined ? escapeMarkdown(label) : linkTo(uri, lines.positionAt(range.start), label)}`;
    });
    const rest = namedBy.length - links.length;
    if (rest > 0) links.push({ id: `- dan ${rest} lagi`, en: `- and ${rest} more` }[language]);
    return `${{ id: 'Dirujuk oleh', en: 'Named by' }[language]}\n${links.join('\n')}`;
  }
}

function othersText({ others }: CodeCard): Text {
  const names = others.map((other) => `"${other.replace(/\.$/, '')}"`).join(', ');
  return { id: `Kode ini juga dipakai oleh ${names}.`, en: `The code is also that of ${names}.` };
}

function placeOf(use: Use): { readonly uri: string; readonly range: Range } {
  return { uri: use.chapter.uri, range: codeOfUse(use) ?? { start: use.reference.start, end: use.reference.end } };
}

/** The item with its code: in a table the code may stand in a cell before it. */
function around(item: Range, code: Range): Range {
  return { start: Math.min(item.start, code.start), end: Math.max(item.end, code.end) };
}
