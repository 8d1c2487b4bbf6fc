/** The Markdown tree of one chapter, reduced to what a reader of the finished book is meant to see. */

import type { Definition, Heading, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { toString as plainTextOf } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Chapter } from '../chapter/chapter';
import { allSections, headingAttribute } from '../chapter/sections';
import { pushAll } from '../text/lists';
import type { Range } from '../text/range';
import { chartTable } from './chart';

export interface ChapterTree {
  readonly chapter: Chapter;
  /** Absent where the chapter is named in its frontmatter only. */
  readonly title?: Heading;
  /** Everything below the title. */
  readonly content: RootContent[];
  readonly footnotes: ReadonlyMap<string, readonly RootContent[]>;
}

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm);

/** Reads a chapter for the finished book: without frontmatter, comments and what speaks to the tool only. */
export function readTree(chapter: Chapter, keepsCharts: boolean): ChapterTree {
  const root = parse(chapter);
  withoutAttributes(chapter, root);
  const definitions = new Map<string, Definition>();
  const footnotes = new Map<string, RootContent[]>();
  collect(root, definitions, footnotes);
  const referred = new Set<string>();
  const blocks = cleaned(root.children, { definitions, referred, keepsCharts });
  for (const [label, children] of footnotes) {
    footnotes.set(label, cleaned(children, { definitions, referred, keepsCharts }));
  }
  const titlePlace = chapter.title?.heading.start;
  const content: RootContent[] = [];
  let title: Heading | undefined;
  for (const block of blocks) {
    const isTitle = block.type === 'heading' && titlePlace !== undefined && startOf(block) === titlePlace;
    if (isTitle && title === undefined) title = block;
    else content.push(block);
  }
  // A footnote that nothing refers to is text all the same.
  for (const [label, children] of footnotes) {
    if (referred.has(label)) continue;
    footnotes.delete(label);
    pushAll(content, children);
  }
  return { chapter, content, footnotes, ...(title === undefined ? {} : { title }) };
}

/** A chapter that was read only in part is not given to the parser: its text is kept line by line, and nothing is lost. */
function parse(chapter: Chapter): Root {
  // A byte-order mark is one character of the source that the parser drops: offsets are moved back onto the source.
  const mark = chapter.source.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (chapter.excess.length === 0) {
    const root = processor.parse(chapter.source.slice(mark));
    if (mark > 0) shift(root, mark);
    return root;
  }
  const from = chapter.frontmatter.range.end;
  const lines = chapter.source.slice(from).split(/\r\n?|\n/);
  return {
    type: 'root',
    children: lines
      .filter((line) => line.trim() !== '')
      .map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
  };
}

interface Positioned {
  position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined;
  children?: readonly unknown[];
}

function shift(tree: Positioned, by: number): void {
  if (tree.position?.start.offset !== undefined) tree.position.start.offset += by;
  if (tree.position?.end.offset !== undefined) tree.position.end.offset += by;
  for (const child of tree.children ?? []) shift(child as Positioned, by);
}

function startOf(block: RootContent): number | undefined {
  return block.position?.start.offset;
}

/** `{#swot}` at the end of a heading, and a bookmark before it, speak to tools, not to the reader. */
function withoutAttributes(chapter: Chapter, root: Root): void {
  const words = new Map<number, Range>();
  for (const { heading } of allSections(chapter.sections)) {
    words.set(heading.start, headingAttribute(chapter.source, heading).words);
  }
  for (const block of root.children) {
    if (block.type !== 'heading') continue;
    const kept = words.get(startOf(block) ?? -1);
    if (kept === undefined) continue;
    for (const part of [block.children[0], block.children.at(-1)]) {
      if (part?.type === 'text') cutTo(part, kept);
    }
  }
}

/** Leaves of a text what stands within `kept`; a text with escapes is not told character by character. */
function cutTo(text: Text, kept: Range): void {
  const start = text.position?.start.offset;
  const end = text.position?.end.offset;
  if (start === undefined || end === undefined || end - start !== text.value.length) return;
  const from = Math.min(Math.max(start, kept.start), end);
  const to = Math.max(Math.min(end, kept.end), from);
  text.value = text.value.slice(from - start, to - start);
  const { position } = text;
  if (position !== undefined) {
    position.start.offset = from;
    position.end.offset = to;
  }
}

/** Definitions may stand anywhere, in a quotation too; the first of a label counts, as in Markdown. */
function collect(
  tree: { readonly children?: readonly unknown[] },
  definitions: Map<string, Definition>,
  footnotes: Map<string, RootContent[]>,
): void {
  for (const child of (tree.children ?? []) as RootContent[]) {
    if (child.type === 'definition' && !definitions.has(child.identifier)) definitions.set(child.identifier, child);
    if (child.type === 'footnoteDefinition' && !footnotes.has(child.identifier))
      footnotes.set(child.identifier, child.children);
    if ('children' in child) collect(child, definitions, footnotes);
  }
}

interface Cleaning {
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Gathers the labels of the footnotes that are referred to. */
  readonly referred: Set<string>;
  readonly keepsCharts: boolean;
}

/** The tree without frontmatter, comments and definitions; references become the links and images that they are. */
function cleaned<Content extends RootContent>(blocks: readonly Content[], cleaning: Cleaning): Content[] {
  const rest: Content[] = [];
  for (const block of blocks) {
    const kept = cleanedOne(block, cleaning);
    if (kept === undefined) continue;
    if ('children' in kept) kept.children = cleaned(kept.children as RootContent[], cleaning) as never;
    rest.push(kept as Content);
  }
  return rest;
}

function cleanedOne(block: RootContent, { definitions, referred, keepsCharts }: Cleaning): RootContent | undefined {
  switch (block.type) {
    case 'paragraph':
      block.children = withFieldLines(block.children);
      return block;
    case 'yaml':
    case 'definition':
    case 'footnoteDefinition':
      return undefined;
    case 'html':
      return block.value.replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim() === '' ? undefined : block;
    case 'footnoteReference':
      referred.add(block.identifier);
      return block;
    case 'code':
      return keepsCharts ? block : (chartTable(block) ?? block);
    case 'linkReference': {
      const definition = definitions.get(block.identifier);
      return { type: 'link', url: definition?.url ?? '', children: block.children as PhrasingContent[] } as RootContent;
    }
    case 'imageReference': {
      const definition = definitions.get(block.identifier);
      return { type: 'image', url: definition?.url ?? '', alt: block.alt ?? '', title: definition?.title ?? null };
    }
    default:
      return block;
  }
}

/** Fields one below the other (`**OPD**: …`) stay one below the other, though Markdown makes one line of them. */
function withFieldLines(content: readonly PhrasingContent[]): PhrasingContent[] {
  return content.flatMap((part, at): PhrasingContent[] => {
    const before = content[at - 1];
    const isOnNewLine = before?.type === 'text' && before.value.slice(before.value.trimEnd().length).includes('\n');
    return isOnNewLine && isLabel(part, content[at + 1]) ? [{ type: 'break' }, part] : [part];
  });
}

function isLabel(part: PhrasingContent, after: PhrasingContent | undefined): boolean {
  if (part.type !== 'strong') return false;
  const endsWithColon = /:\s*$/.test(plainTextOf(part));
  return endsWithColon || (after?.type === 'text' && /^\s*:/.test(after.value));
}
