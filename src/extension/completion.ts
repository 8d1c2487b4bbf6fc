/** Suggestions while one writes: in chapters, in frontmatter, and in the manifest. */

import * as vscode from 'vscode';
import { isManifest } from '../core/book/places';
import type { Language } from '../core/language/language';
import { ruleCatalogue } from '../core/rules/catalogue';
import type { Settings } from '../core/template/settings';
import { LineIndex } from '../core/text/lines';
import type { Range } from '../core/text/range';
import { suggestionsAt } from '../core/views/completion/completion';
import {
  frontmatterCard,
  type KeyCard,
  type KeyContext,
  manifestCard,
  suggestFrontmatter,
  suggestManifest,
} from '../core/views/completion/keys';
import type { Asking, Suggestion, SuggestionKind } from '../core/views/completion/suggestion';
import { mayBeSuggestedFor, triggerCharacters } from '../core/views/when-to-suggest';
import { escapeMarkdown } from './markdown';
import { manifestGlob } from './names';
import { chapterIn, offsetIn } from './places';
import { chapterSelector, toRange } from './positions';
import type { Session } from './session';

/** Explains and completes manifests itself, by their schema. */
const yamlExtension = 'redhat.vscode-yaml';

/** Frontmatter is short; what stands further down is no key of it. */
const mostFrontmatterLines = 200;

const kinds: Readonly<Record<SuggestionKind, vscode.CompletionItemKind>> = {
  section: vscode.CompletionItemKind.Struct,
  code: vscode.CompletionItemKind.Reference,
  programme: vscode.CompletionItemKind.Class,
  agency: vscode.CompletionItemKind.User,
  value: vscode.CompletionItemKind.Value,
  field: vscode.CompletionItemKind.Field,
  key: vscode.CompletionItemKind.Property,
};

export function register(_context: vscode.ExtensionContext, session: Session): vscode.Disposable {
  const writing = new Writing(session);
  const { languages } = vscode;
  const manifests = { pattern: manifestGlob };
  return vscode.Disposable.from(
    languages.registerCompletionItemProvider(chapterSelector, writing, ...triggerCharacters),
    languages.registerCompletionItemProvider(manifests, writing, ' ', ':', '{', '[', ','),
    languages.registerHoverProvider([chapterSelector, manifests].flat() as vscode.DocumentFilter[], writing),
  );
}

class Writing implements vscode.CompletionItemProvider, vscode.HoverProvider {
  constructor(private readonly session: Session) {}

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    _token: vscode.CancellationToken,
    { triggerKind }: vscode.CompletionContext,
  ): vscode.CompletionItem[] {
    const asking: Asking = {
      explicit: triggerKind === vscode.CompletionTriggerKind.Invoke,
      today: dayOf(new Date()),
    };
    const items = this.session.faults.guard('suggesting', () => {
      if (isManifest(document.uri.path)) return this.#inManifest(document, position, asking);
      const frontmatter = frontmatterAround(document, position);
      return frontmatter === undefined
        ? this.#inChapter(document, position, asking)
        : this.#inFrontmatter(document, position, frontmatter, asking);
    });
    return items ?? [];
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    return this.session.faults.guard('explaining a key', () => {
      const asking = { explicit: true };
      if (isManifest(document.uri.path)) {
        if (vscode.extensions.getExtension(yamlExtension) !== undefined) return undefined;
        const settings = this.#settingsOf(document);
        if (settings === undefined) return undefined;
        const offset = document.offsetAt(position);
        const card = manifestCard(document.getText(), offset, settings, this.#context(settings, asking));
        return card && hoverOf(card, document, this.session.language);
      }
      const content = frontmatterAround(document, position);
      const settings = content && this.#settingsOf(document);
      if (content === undefined || settings === undefined) return undefined;
      const context = this.#context(settings, asking);
      const card = frontmatterCard(document.getText(), content, document.offsetAt(position), settings, context);
      return card && hoverOf(card, document, context.language);
    });
  }

  #inChapter(document: vscode.TextDocument, position: vscode.Position, asking: Asking): vscode.CompletionItem[] {
    const { text } = document.lineAt(position.line);
    // Most of what is typed is running text: that is told before anything is read.
    if (!mayBeSuggestedFor(text.slice(0, position.character), asking.explicit)) return [];
    const place = chapterIn(document, this.session);
    if (place === undefined) return [];
    const { book, chapter } = place;
    return itemsOf(suggestionsAt(book, chapter, offsetIn(chapter, position), asking), chapter.lines);
  }

  #inFrontmatter(
    document: vscode.TextDocument,
    position: vscode.Position,
    content: Range,
    asking: Asking,
  ): vscode.CompletionItem[] {
    const uri = document.uri.toString();
    const chapter = this.session.chapterOf(uri);
    const book = this.session.bookOf(uri)?.book;
    // Other Markdown has frontmatter of its own: only what lies in a masterplan, or is a chapter, is meant.
    if (book === undefined) return [];
    const source = document.getText();
    const around = chapter === undefined ? { book } : { book, chapter };
    const context = this.#context(book.settings, asking);
    const offset = document.offsetAt(position);
    return itemsOf(suggestFrontmatter(source, content, offset, book.settings, context, around), new LineIndex(source));
  }

  #inManifest(document: vscode.TextDocument, position: vscode.Position, asking: Asking): vscode.CompletionItem[] {
    const settings = this.#settingsOf(document);
    if (settings === undefined || vscode.extensions.getExtension(yamlExtension) !== undefined) return [];
    const source = document.getText();
    const offset = document.offsetAt(position);
    const found = suggestManifest(source, offset, settings, this.#context(settings, asking));
    return itemsOf(found, new LineIndex(source));
  }

  #settingsOf(document: vscode.TextDocument): Settings | undefined {
    return this.session.bookOf(document.uri.toString())?.book?.settings;
  }

  #context({ readerLanguage, language }: Settings, asking: Asking): KeyContext {
    return { language: readerLanguage ?? language, asking, rules: ruleCatalogue };
  }
}

/** What lies between the `---` lines, where a position does; told by the lines alone. */
function frontmatterAround(document: vscode.TextDocument, { line }: vscode.Position): Range | undefined {
  if (line === 0 || line > mostFrontmatterLines || !/^---\s*$/.test(document.lineAt(0).text)) return undefined;
  for (let at = 1; at < Math.min(document.lineCount, mostFrontmatterLines); at++) {
    if (!/^(?:---|\.\.\.)\s*$/.test(document.lineAt(at).text)) continue;
    if (at <= line) return undefined;
    const lastLine = document.lineAt(at - 1);
    return { start: document.offsetAt(new vscode.Position(1, 0)), end: document.offsetAt(lastLine.range.end) };
  }
  // Not closed yet: as long as it looks like keys, it is frontmatter all the same.
  for (let at = 1; at <= line; at++)
    if (!/^(?:\s|$|[\w-]*:?|[\w-]+:\s.*)$/.test(document.lineAt(at).text)) return undefined;
  return {
    start: document.offsetAt(new vscode.Position(1, 0)),
    end: document.offsetAt(document.lineAt(line).range.end),
  };
}

function itemsOf(suggestions: readonly Suggestion[], lines: LineIndex): vscode.CompletionItem[] {
  const digits = String(suggestions.length).length;
  return suggestions.map((suggestion, place) => {
    const { label, detail, insert, filter } = suggestion;
    const item = new vscode.CompletionItem(
      detail === undefined ? label : { label, description: detail },
      kinds[suggestion.kind],
    );
    item.insertText = suggestion.isSnippet ? new vscode.SnippetString(insert) : insert;
    item.range = toRange(lines, suggestion.range);
    item.sortText = String(place).padStart(digits, '0');
    item.filterText = filter ?? label;
    if (suggestion.documentation !== undefined) {
      item.documentation = new vscode.MarkdownString(
        suggestion.documentation.split('\n\n').map(escapeMarkdown).join('\n\n'),
      );
    }
    if (suggestion.also !== undefined) {
      item.additionalTextEdits = suggestion.also.map(
        ({ range, text }) => new vscode.TextEdit(toRange(lines, range), text),
      );
    }
    if (suggestion.goesOn) item.command = { command: 'editor.action.triggerSuggest', title: '' };
    return item;
  });
}

function hoverOf(card: KeyCard, document: vscode.TextDocument, language: Language): vscode.Hover {
  const text = new vscode.MarkdownString(`**${escapeMarkdown(card.name)}**\n\n${escapeMarkdown(card.text)}`);
  if (card.expects !== undefined) {
    text.appendMarkdown(`\n\n${{ id: 'Isi', en: 'Value' }[language]}: ${escapeMarkdown(card.expects)}`);
  }
  const { start, end } = card.range;
  return new vscode.Hover(text, new vscode.Range(document.positionAt(start), document.positionAt(end)));
}

/** `2025-10-07`, as the reader's clock has it. */
function dayOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
