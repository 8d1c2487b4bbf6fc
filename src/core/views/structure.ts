/** The structure of one chapter for moving in its text: symbols, what can be folded, and what a selection grows to. */

import type { Chapter, Code, Programme, Section } from '../chapter/chapter';
import { sectionsAround, titleWords } from '../chapter/sections';
import type { Block } from '../markdown/blocks';
import { contains, type Range, touches, trimRange } from '../text/range';

export type SymbolKind = 'chapter' | 'dimension' | 'section' | 'swot-item' | 'strategy' | 'programme' | 'quick-win';

export interface ChapterSymbol {
  readonly kind: SymbolKind;
  readonly name: string;
  /** All that it covers; `place`, which lies in it, is where one goes. */
  readonly range: Range;
  readonly place: Range;
  readonly children: readonly ChapterSymbol[];
}

/** The SWOT items, strategies, programmes and quick wins of a chapter that no heading stands for, one after the other. */
export function itemSymbols(chapter: Chapter): ChapterSymbol[] {
  const symbols: ChapterSymbol[] = [];
  for (const part of chapter.parts) {
    for (const { items } of part.swot) {
      for (const item of items) symbols.push(itemSymbol('swot-item', item, item.text, item.code));
    }
    for (const one of part.strategies) {
      if (!isHeading(chapter, one)) symbols.push(itemSymbol('strategy', one, one.text, one.code));
    }
    for (const one of part.programmes) if (one.section === undefined) symbols.push(programmeSymbol('programme', one));
    for (const one of part.quickWins) if (one.section === undefined) symbols.push(programmeSymbol('quick-win', one));
  }
  return symbols.sort((a, b) => a.range.start - b.range.start);
}

function itemSymbol(kind: SymbolKind, { start, end }: Range, text: string, code: Code | undefined): ChapterSymbol {
  const range = { start: Math.min(start, code?.start ?? start), end: Math.max(end, code?.end ?? end) };
  return { kind, name: named(text, code), range, place: placeOf(code) ?? range, children: [] };
}

function programmeSymbol(kind: SymbolKind, { start, end, name, nameRange, code }: Programme): ChapterSymbol {
  const place = placeOf(code) ?? { start: nameRange.start, end: nameRange.end };
  return { kind, name: named(name, code), range: { start, end }, place, children: [] };
}

function placeOf(code: Code | undefined): Range | undefined {
  return code && { start: code.start, end: code.end };
}

function named(text: string, code: Code | undefined): string {
  return [code?.value, text].filter(Boolean).join(' ') || '…';
}

function isHeading(chapter: Chapter, { start }: Range): boolean {
  const line = chapter.lines.startOf(chapter.lines.lineAt(start));
  return /^ {0,3}#/.test(chapter.source.slice(line, start));
}

/** The headings of a chapter as a tree, its items below the innermost heading around them. */
export function chapterSymbols(chapter: Chapter): ChapterSymbol[] {
  const items = itemSymbols(chapter);
  const programmes = new Map<Section, SymbolKind>();
  for (const part of chapter.parts) {
    for (const { section } of part.programmes) if (section !== undefined) programmes.set(section, 'programme');
    for (const { section } of part.quickWins) if (section !== undefined) programmes.set(section, 'quick-win');
  }
  const below = new Map<Section | undefined, ChapterSymbol[]>();
  for (const item of items) {
    const around = sectionsAround(chapter.sections, item.range).at(-1);
    const there = below.get(around);
    if (there === undefined) below.set(around, [item]);
    else there.push(item);
  }
  const sectionSymbol = (section: Section): ChapterSymbol => {
    const children = section.children.map(sectionSymbol);
    const own = below.get(section) ?? [];
    return {
      kind: programmes.get(section) ?? kindOf(section, chapter),
      name: section.text || titleWords(section) || '…',
      range: trimRange(chapter.source, section.start, section.end),
      place: { start: section.heading.start, end: section.heading.end },
      children: [...children, ...own].sort((a, b) => a.range.start - b.range.start),
    };
  };
  return [...(below.get(undefined) ?? []), ...chapter.sections.map(sectionSymbol)].sort(
    (a, b) => a.range.start - b.range.start,
  );
}

function kindOf(section: Section, chapter: Chapter): SymbolKind {
  if (section === chapter.title) return 'chapter';
  return section.dimension === undefined ? 'section' : 'dimension';
}

// ---- Folding

export interface Fold {
  /** Lines from 0; the last one is folded too. */
  readonly start: number;
  readonly end: number;
  readonly kind?: 'comment' | 'region';
}

/** What the tool has written between its comments; Markdown's own folding knows nothing of it. */
export function generatedFolds(chapter: Chapter): Fold[] {
  const open: { readonly name: string; readonly line: number }[] = [];
  const folds: Fold[] = [];
  for (const comment of chapter.comments) {
    const line = chapter.lines.lineAt(comment.start);
    if (comment.type === 'begin') open.push({ name: comment.name, line });
    else if (comment.type === 'end') {
      const at = open.findLastIndex(({ name }) => name === comment.name);
      const begin = open[at];
      if (begin === undefined) continue;
      open.length = at;
      if (line > begin.line) folds.push({ start: begin.line, end: line, kind: 'region' });
    }
  }
  return folds;
}

/** All that can be folded: frontmatter, sections, tables, lists, code, comments over several lines, generated blocks. */
export function allFolds(chapter: Chapter): Fold[] {
  const { lines, source, frontmatter } = chapter;
  const folds: Fold[] = [...generatedFolds(chapter)];
  const add = (range: Range, kind?: Fold['kind']) => {
    const { start, end } = trimRange(source, range.start, range.end);
    const [first, last] = [lines.lineAt(start), lines.lineAt(end)];
    if (last > first) folds.push({ start: first, end: last, ...(kind === undefined ? {} : { kind }) });
  };
  add(frontmatter.range);
  const addSections = (sections: readonly Section[]) => {
    for (const section of sections) {
      add(section);
      addSections(section.children);
    }
  };
  addSections(chapter.sections);
  const addBlocks = (blocks: readonly Block[]) => {
    for (const block of blocks) {
      if (block.type === 'html') add(block, 'comment');
      else if (block.type === 'table' || block.type === 'code') add(block);
      else if (block.type === 'quote') addBlocks(block.blocks);
      else if (block.type === 'list') {
        for (const item of block.items) {
          add(item);
          addBlocks(item.blocks);
        }
      }
    }
  };
  addBlocks(chapter.blocks);
  return folds.sort((a, b) => a.start - b.start || b.end - a.end);
}

// ---- Selection

/**
 * What a selection at an offset grows to, the smallest first: a code, a cell or an item, its row, table or list, then
 * the sections around, and the whole text. Each holds the one before.
 */
export function selectionsAt(chapter: Chapter, offset: number): Range[] {
  const { source } = chapter;
  const around: Range[] = [{ start: 0, end: source.length }];
  const add = (range: Range | undefined) => {
    if (range !== undefined && range.end > range.start && touches(range, offset)) {
      around.push({ start: range.start, end: range.end });
    }
  };
  add(chapter.frontmatter.range);
  add(chapter.frontmatter.content);
  const addSections = (sections: readonly Section[]) => {
    for (const section of sections) {
      if (!touches(section, offset)) continue;
      add(trimRange(source, section.start, section.end));
      add(trimRange(source, section.heading.end, section.end));
      if (touches(section.heading, offset)) add(section.heading.content);
      addSections(section.children);
    }
  };
  addSections(chapter.sections);
  addBlocks(chapter.blocks);
  for (const part of chapter.parts) {
    for (const item of [...part.swot.flatMap(({ items }) => items), ...part.strategies]) {
      if (!touches(item, offset)) continue;
      add(item);
      add(item.textRange);
      add(item.code);
    }
    for (const programme of [...part.programmes, ...part.quickWins]) {
      if (!touches(programme, offset)) continue;
      add(programme.code);
      add(programme.nameRange);
      for (const value of programme.values) add(value);
    }
  }
  return nested(around);

  function addBlocks(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (!touches(block, offset)) continue;
      add(block);
      if (block.type === 'quote') addBlocks(block.blocks);
      else if (block.type === 'list') {
        for (const item of block.items) {
          if (!touches(item, offset)) continue;
          add(item);
          addBlocks(item.blocks);
        }
      } else if (block.type === 'table') {
        for (const row of [block.header, ...block.rows]) {
          if (!touches(row, offset)) continue;
          add(row);
          for (const cell of row.cells) add(cell);
        }
      }
    }
  }
}

/** Smallest first; what only overlaps the smaller ones is left out. */
function nested(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const last = result.at(-1);
    if (last === undefined || (contains(range, last) && (range.start < last.start || range.end > last.end))) {
      result.push(range);
    }
  }
  return result;
}
