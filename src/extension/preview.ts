/** A chapter in the built-in Markdown preview as a planner wants it: what the core says about its lines, put into tokens. */

import * as vscode from 'vscode';
import { readerLanguage } from '../core/book/language';
import type { Chapter } from '../core/chapter/chapter';
import type { Language } from '../core/language/language';
import { type Gantt, readGantt } from '../core/views/gantt';
import { type Preview, type PreviewGap, type PreviewLink, previewOf } from '../core/views/preview';
import { ownToken, type PreviewRenderer, type Token } from './preview-plugin';
import type { Session } from './session';

/** Milliseconds that a burst of changes is one. */
const delay = 300;

export function register(_context: vscode.ExtensionContext, session: Session): ChapterPreview {
  return new ChapterPreview(session);
}

export class ChapterPreview implements PreviewRenderer, vscode.Disposable {
  /** What was shown last of each chapter: its text, and what came from the whole book. */
  readonly #shown = new Map<string, { readonly source?: string; readonly preview?: string }>();
  readonly #subscription: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly session: Session) {
    this.#subscription = session.onDidChange(() => this.#later());
  }

  /** Files that were shown before anything was known of them. */
  wait(uris: Iterable<string>): void {
    for (const uri of uris) this.#shown.set(uri, {});
    this.#later();
  }

  render(uri: string, tokens: readonly Token[]): Token[] {
    const result = this.session.faults.guard(`previewing ${uri}`, () => {
      const found = this.#find(uri);
      this.#shown.set(uri, found === undefined ? {} : remembered(found));
      return found && new Drawing(found.chapter, found.preview, found.language, tokens).draw();
    });
    return result ?? [...tokens];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscription.dispose();
  }

  #find(uri: string): Found | undefined {
    const chapter = this.session.chapterOf(uri);
    const book = this.session.bookOf(uri)?.book;
    if (chapter === undefined || book === undefined) return undefined;
    const language = readerLanguage(book.settings, chapter);
    return { chapter, language, preview: previewOf(book, chapter, language) };
  }

  #later(): void {
    if (this.#shown.size === 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.session.faults.guard('refreshing previews', () => this.#refresh()), delay);
  }

  /** The preview follows the text of its own chapter by itself; it knows nothing of the others. */
  #refresh(): void {
    let isStale = false;
    for (const [uri, before] of this.#shown) {
      const found = this.#find(uri);
      if (found === undefined) continue;
      const now = remembered(found);
      const isOther = before.source === undefined || (before.source === now.source && before.preview !== now.preview);
      this.#shown.set(uri, now);
      isStale ||= isOther;
    }
    if (isStale) void vscode.commands.executeCommand('markdown.preview.refresh').then(undefined, () => {});
  }
}

interface Found {
  readonly chapter: Chapter;
  readonly preview: Preview;
  readonly language: Language;
}

function remembered({ chapter, preview }: Found) {
  return { source: chapter.source, preview: JSON.stringify({ ...preview, places: [...preview.places] }) };
}

/** Extensions that draw Mermaid's charts in a preview; newer editors bring the first one along. */
const drawingMermaid = ['vscode.mermaid-markdown-features', 'bierner.markdown-mermaid'];

const openings: ReadonlySet<string> = new Set(['list_item_open', 'tr_open', 'heading_open', 'paragraph_open']);

/** The tokens of one chapter, copied where they change. */
class Drawing {
  private readonly before = new Map<number, Token[]>();
  private readonly after = new Map<number, Token[]>();
  private readonly tokens: Token[];
  private readonly Token: new (
    type: string,
    tag: string,
    nesting: number,
  ) => Token;

  constructor(
    private readonly chapter: Chapter,
    private readonly preview: Preview,
    private readonly language: Language,
    tokens: readonly Token[],
  ) {
    this.tokens = tokens.map(copy);
    this.Token = tokens[0]?.constructor as typeof this.Token;
  }

  draw(): Token[] {
    if (this.tokens.length === 0) return [];
    this.badge();
    for (const fields of this.preview.swot) this.swot(fields);
    this.links();
    for (const gap of this.preview.gaps) this.gap(gap);
    for (const { line, text } of this.preview.tableGaps) this.tableGap(line, text);
    for (const [line, name] of this.preview.places) this.place(line, name);
    if (!drawingMermaid.some((id) => vscode.extensions.getExtension(id))) this.charts();
    return this.tokens.flatMap((token, at) => [...(this.before.get(at) ?? []), token, ...(this.after.get(at) ?? [])]);
  }

  private html(content: string): Token {
    const token = new this.Token(ownToken, '', 0);
    token.content = content;
    return token;
  }

  private put(where: Map<number, Token[]>, at: number, content: string): void {
    where.set(at, [...(where.get(at) ?? []), this.html(content)]);
  }

  private badge(): void {
    const { badge } = this.preview;
    const label = this.language === 'id' ? 'Status bab' : 'Status of the chapter';
    const title = this.tokens.findIndex(({ type }) => type === 'heading_close');
    const state = `masterplan-${badge.status}${badge.isOpen ? ' masterplan-open' : ''}`;
    const text = `<p class="masterplan-badge ${state}" role="note" aria-label="${label}">${escaped(badge.text)}</p>\n`;
    if (title >= 0) this.put(this.after, title, text);
    else this.put(this.before, 0, text);
  }

  /** Draws a grid around fields only where each begins and ends with whole blocks of the chapter. */
  private swot(fields: Preview['swot'][number]): void {
    const stretches = fields.map(({ from, to }) => this.stretch(from, to));
    if (stretches.some((stretch) => stretch === undefined)) return;
    for (const [at, stretch] of stretches.entries()) {
      const [first, last] = stretch as [number, number];
      const grid = at === 0 ? '<div class="masterplan-swot">\n' : '';
      this.put(this.before, first, `${grid}<div class="masterplan-field masterplan-${fields[at]?.quadrant}">\n`);
      this.put(this.after, last, `</div>\n${at === stretches.length - 1 ? '</div>\n' : ''}`);
    }
  }

  /** The first and the last token of the outermost blocks in these lines. */
  private stretch(from: number, to: number): [number, number] | undefined {
    const isOutside = ({ level, map }: Token) => level === 0 && map !== null;
    const first = this.tokens.findIndex((token) => isOutside(token) && (token.map?.[0] ?? -1) >= from);
    if (first < 0 || this.tokens[first]?.map?.[0] !== from) return undefined;
    let end = this.tokens.findIndex((token, at) => at > first && isOutside(token) && (token.map?.[0] ?? -1) >= to);
    if (end < 0) end = this.tokens.length;
    return [first, end - 1];
  }

  private links(): void {
    const { links } = this.preview;
    if (links.length === 0) return;
    const lines: [number, number][] = [];
    for (const token of this.tokens) {
      if (token.map !== null) {
        // What lay deeper is over.
        lines.length = Math.min(lines.length, token.level);
        lines[token.level] = token.map;
      }
      if (token.type !== 'inline' || token.children === null) continue;
      // The cells of a table know no lines; the row around them does.
      const [from, to] = token.map ?? lines.slice(0, token.level).findLast((map) => map !== undefined) ?? [0, 0];
      const here = links.filter(({ line }) => from <= line && line < to);
      if (here.length > 0) token.children = this.linked(token.children, here);
    }
  }

  private linked(children: readonly Token[], links: readonly PreviewLink[]): Token[] {
    const byCode = new Map(links.map((link) => [link.code, link]));
    const codes = [...byCode.keys()].sort((a, b) => b.length - a.length).map((code) => code.replace(/[^\w-]/g, '\\$&'));
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(${codes.join('|')})(?![\\p{L}\\p{N}]|-[\\p{L}\\p{N}])`, 'u');
    let inLink = 0;
    return children.flatMap((child) => {
      if (child.type === 'link_open') inLink++;
      if (child.type === 'link_close') inLink--;
      if (child.type !== 'text' || inLink > 0) return [child];
      // Every second piece is a code.
      const pieces = child.content.split(pattern);
      return pieces.flatMap((piece, at) => {
        const link = at % 2 === 1 ? byCode.get(piece) : undefined;
        const text = this.text(piece);
        return piece === '' ? [] : link === undefined ? [text] : [this.opening(link), text, this.closing()];
      });
    });
  }

  private text(content: string): Token {
    const token = new this.Token('text', '', 0);
    token.content = content;
    return token;
  }

  private opening({ uri, place, title }: PreviewLink): Token {
    const token = new this.Token('link_open', 'a', 1);
    const path = uri === this.chapter.uri ? '' : relativePath(this.chapter.uri, uri);
    token.attrSet('href', `${path}#${place}`);
    token.attrSet('class', 'masterplan-code');
    token.attrSet('title', title);
    return token;
  }

  private closing(): Token {
    return new this.Token('link_close', 'a', -1);
  }

  private gap({ line, columns, text }: PreviewGap): void {
    const row = this.tokens.findIndex(
      ({ type, map }) => (type === 'tr_open' || type === 'heading_open') && map?.[0] === line,
    );
    if (row < 0) return;
    const note = `<span class="masterplan-missing">${escaped(text)}</span>`;
    if (this.tokens[row]?.type === 'heading_open') {
      this.put(this.after, row + 2, `<p>${note}</p>\n`);
      return;
    }
    const cells: number[] = [];
    for (let at = row + 1; at < this.tokens.length && this.tokens[at]?.type !== 'tr_close'; at++) {
      if (this.tokens[at]?.type === 'td_open') cells.push(at);
    }
    for (const column of columns) {
      const cell = this.tokens[cells[column] ?? -1];
      const inside = this.tokens[(cells[column] ?? -2) + 1];
      if (cell === undefined || inside?.type !== 'inline') continue;
      cell.attrJoin('class', 'masterplan-gap');
      cell.attrSet('title', text);
      const short = this.language === 'id' ? 'belum diisi' : 'missing';
      const mark = new this.Token('html_inline', '', 0);
      mark.content = `<span class="masterplan-missing">${short}</span>`;
      inside.children = [...(inside.children ?? []), mark];
    }
  }

  private tableGap(line: number, text: string): void {
    const head = this.tokens.findIndex(({ type, map }) => type === 'table_open' && map?.[0] === line);
    if (head < 0) return;
    this.put(this.before, head, `<p><span class="masterplan-missing">${escaped(text)}</span></p>\n`);
  }

  /** Codes in cells are not broken at their hyphens. */
  private row(at: number): void {
    this.tokens[at]?.attrJoin('class', 'masterplan-row');
    for (let next = at + 1; this.tokens[next] !== undefined && this.tokens[next]?.type !== 'tr_close'; next++) {
      const [cell, inside] = [this.tokens[next], this.tokens[next + 1]];
      if (cell?.type === 'td_open' && /^[\w.-]{1,16}$/.test(inside?.content ?? ''))
        cell.attrJoin('class', 'masterplan-short');
    }
  }

  /** A Gantt chart as a table with bars, where nothing would draw it. */
  private charts(): void {
    for (const [at, { type, info, content, map }] of this.tokens.entries()) {
      const gantt = type === 'fence' && info.trim() === 'mermaid' ? readGantt(content) : undefined;
      if (gantt !== undefined) this.tokens[at] = this.html(chartOf(gantt, map?.[0] ?? 0));
    }
  }

  /** A place that the preview can scroll to: it knows those by their class and their line. */
  private place(line: number, name: string): void {
    const within = ({ type, map, hidden }: Token) =>
      openings.has(type) && !hidden && map !== null && map[0] <= line && line < map[1];
    const at = this.tokens.findLastIndex(within);
    const token = this.tokens[at];
    if (token === undefined) return;
    if (token.type === 'tr_open') this.row(at);
    // A heading has a name of its own already; so has what holds two codes.
    if (token.type !== 'heading_open' && token.attrGet('id') === null) {
      token.attrSet('id', name);
      return;
    }
    if (token.type !== 'heading_open') return;
    const mark = `<div id="${name}" class="code-line masterplan-anchor" data-line="${line}"></div>\n`;
    this.before.set(at, [...(this.before.get(at) ?? []), this.html(mark)]);
  }
}

/** @param line of the chart in its chapter, from 0. */
function chartOf({ years, rows }: Gantt, line: number): string {
  const head = years.map((year) => `<th scope="col">${year}</th>`).join('');
  const body = rows.map(({ name, isGroup, years: filled }) => {
    const title = `<th scope="row">${isGroup ? `<strong>${escaped(name)}</strong>` : escaped(name)}</th>`;
    const cells = years.map((year) => (filled.includes(year) ? '<td class="masterplan-bar">■</td>' : '<td></td>'));
    return `<tr>${title}${cells.join('')}</tr>`;
  });
  const opening = `<table class="masterplan-chart code-line" data-line="${line}">`;
  return `${opening}<thead><tr><th></th>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table>\n`;
}

/** Attributes are changed, so they must not be those of the token that the preview keeps. */
function copy(token: Token): Token {
  const result: Token & { attrs?: [string, string][] | null } = Object.assign(
    Object.create(Object.getPrototypeOf(token)),
    token,
  );
  if (result.attrs) result.attrs = result.attrs.map(([name, value]) => [name, value]);
  return result;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** From one file to another of the same masterplan, as a link in Markdown. */
function relativePath(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let same = 0;
  while (same < here.length && here[same] === there[same]) same++;
  return [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/');
}
