// What stands in exported files, read again without the code that wrote them: text, parts, words in their order.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { looksLikeChapter } from '../../../src/core/chapter/frontmatter';
import { withoutNumber } from '../../../src/core/language/numbering';

/** The manifest and the chapters of a masterplan on disk, by path. */
export function filesIn(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
    if (!entry.isFile() || !/\.(?:md|yaml)$/.test(path)) continue;
    const text = readFileSync(join(folder, path), 'utf8');
    if (path === 'masterplan.yaml' || looksLikeChapter(text)) files[path] = text;
  }
  return files;
}

/** The parts of a Word document or a spreadsheet, by path, as text. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

function decoded(xml: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
  return xml.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return entities[name] ?? whole;
  });
}

/** The text of the body of a Word document without its contents, one line per paragraph. */
export function textOfWord(xml: string): string {
  const body = xml.replace(/<w:sdt>[\s\S]*?<\/w:sdt>/g, '').replace(/<w:instrText[\s\S]*?<\/w:instrText>/g, '');
  return decoded(
    body
      .replace(/<w:(?:tab|br|cr)\b[^>]*\/>/g, ' ')
      .replace(/<\/w:p>/g, '\n')
      .replace(/<[^>]*>/g, ''),
  );
}

/** The text of an HTML document's main part, one line per block. */
export function textOfHtml(html: string): string {
  const main = /<main>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';
  return decoded(
    main
      .replace(/<sup>[\s\S]*?<\/sup>/g, '')
      .replace(/<section class="front"[\s\S]*?<\/section>/g, '')
      .replace(
        /<(?:br|\/?(?:p|li|h\d|t[dhr]|caption|div|span class="(?:figure|caption|missing)"|pre|blockquote))\b[^>]*>/g,
        '\n',
      )
      .replace(/<[^>]*>/g, ''),
  );
}

/** The texts of a spreadsheet's cells, one below the other. */
export function textOfSheets(strings: string): string {
  return decoded(strings.replace(/<\/si>/g, '\n').replace(/<[^>]*>/g, ''));
}

/** A piece of Markdown as its reader sees it. */
export function shownText(source: string): string {
  return shown(processor.parse(source) as Node);
}

export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

export interface ExpectedWords {
  /** Stretches of words, in the order of the text. */
  readonly inOrder: readonly string[][];
  /** Words that stand wherever the format has a place for them: footnotes, captions. */
  readonly anywhere: readonly string[];
}

interface Node {
  readonly type: string;
  readonly lang?: string | null;
  readonly value?: string;
  readonly alt?: string | null;
  readonly children?: readonly Node[];
}

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm);

/**
 * The words of a chapter that a reader is meant to see, straight from the Markdown parser: all but frontmatter, comments,
 * addresses, attributes and typed numbers of headings and captions.
 */
export function expectedWords(source: string): ExpectedWords {
  const root = processor.parse(source.replace(/^\ufeff/, '')) as Root;
  const inOrder: string[][] = [];
  const anywhere: string[] = [];
  for (const block of root.children as readonly Node[]) {
    const text = shown(block);
    if (block.type === 'footnoteDefinition') anywhere.push(...wordsOf(text));
    else if (block.type === 'heading') {
      inOrder.push(wordsOf(withoutNumber(text.trim().replace(/\s*\{#[^{}]*\}$/, '')) || text));
    } else if (block.type === 'paragraph' && /^\s*(?:Tabel|Gambar)\s+\d/.test(text)) {
      anywhere.push(...wordsOf(text.replace(/^\s*(?:Tabel|Gambar)\s+[\d.]+\s*/, '')));
    } else {
      inOrder.push(wordsOf(text));
      anywhere.push(...altsIn(block).flatMap((alt) => wordsOf(alt.replace(/^(?:Tabel|Gambar)\s+[\d.]+\s*/, ''))));
    }
  }
  return { inOrder, anywhere };
}

function altsIn(node: Node): string[] {
  return node.type === 'image' ? [node.alt ?? ''] : (node.children ?? []).flatMap(altsIn);
}

const breaking = new Set(['paragraph', 'tableCell', 'listItem', 'heading', 'break']);

function shown(node: Node): string {
  switch (node.type) {
    case 'yaml':
    case 'definition':
    case 'image':
    case 'imageReference':
      return ' ';
    // A chart becomes a table: its dates are filled cells there.
    case 'code':
      return node.lang === 'mermaid'
        ? (node.value ?? '').replace(/^gantt$/m, '').replace(/^ *section | :.*$/gm, '')
        : `${node.value}`;
    case 'html':
      return decoded((node.value ?? '').replace(/<!--[\s\S]*?(?:-->|$)/g, '').replace(/<[^>]*>/g, ' '));
    default: {
      const text = node.value ?? (node.children ?? []).map(shown).join('');
      return breaking.has(node.type) ? `${text}\n` : text;
    }
  }
}

/** The first stretch of words that does not stand in the written words, in the order of the text. */
export function firstLost(expected: ExpectedWords, written: readonly string[]): string | undefined {
  let at = 0;
  for (const stretch of expected.inOrder) {
    for (const word of stretch) {
      const found = written.indexOf(word, at);
      if (found < 0) return `${word} in: ${stretch.join(' ').slice(0, 200)}`;
      at = found + 1;
    }
  }
  const counts = new Map<string, number>();
  for (const word of written) counts.set(word, (counts.get(word) ?? 0) + 1);
  return expected.anywhere.find((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left === 0;
  });
}
