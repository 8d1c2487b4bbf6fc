/** From a flat row of blocks to the tree of sections, and from headings to what they mean in their scope (format 2.2, 2.3). */

import { type HeadingNumber, readNumber } from '../language/numbering';
import type { Block, Heading } from '../markdown/blocks';
import { readInline } from '../markdown/inline';
import type { Lexicon } from '../template/lexicon';
import type { SectionUse } from '../template/template';
import { listOf } from '../text/lists';
import { contains, countTo, type Range, trimRange } from '../text/range';
import type { FoundSection, Section } from './chapter';
import { wordsOf } from './filled';

/** What a section begins with; most have no children, and lists of their own for nothing would add up. */
const none: never[] = [];

/**
 * A section while its chapter is being read; it is handed out as the immutable `Section`. A class for the reason that is
 * given for parts (`read.ts`).
 */
class Draft implements Section {
  readonly start: number;
  declare number?: HeadingNumber;
  declare kind?: string;
  declare slip?: NonNullable<Section['slip']>;
  declare dimension?: string;
  blocks: Block[] = none;
  children: Draft[] = none;

  /** @param end that of the whole text, until the next heading of its level or a higher one is met. */
  constructor(
    readonly heading: Heading,
    readonly text: string,
    public end: number,
  ) {
    this.start = heading.start;
  }
}

/** How braces begin that speak to a tool: `{#swot}`, and what converters write, `{#_Toc1 .unnumbered}`, `{-}`. */
const braces = /^\{\s*(?:-\s*\}|[#.][^\s{}]|[\w:-]+=)/;
/** A bookmark of the word processor, `[]{#_Toc1 .anchor}`: it stands before the words and shows nothing. */
const bookmarks = /^(?:\[\]\{[^{}]*\}[ \t]*)+/;
const idsWritten = /#([^\s{}]+)/g;

/** The ids that a heading gives in braces (`{#swot}`), and its words without braces and bookmarks. */
export function headingAttribute(
  source: string,
  { content }: Heading,
): { readonly ids: readonly string[]; readonly words: Range } {
  if (isWithoutAttribute(source, content)) return { ids: none, words: content };
  let { start, end } = content;
  const ids: string[] = [];
  const note = (from: number, to: number) => {
    for (const [, id] of source.slice(from, to).matchAll(idsWritten)) ids.push(id as string);
  };
  if (source.startsWith('[]{', start)) {
    const first = start;
    start += bookmarks.exec(source.slice(start, end))?.[0].length ?? 0;
    note(first, start);
  }
  for (;;) {
    const open = source[end - 1] === '}' ? source.lastIndexOf('{', end) : -1;
    if (open < start || source[open - 1] === '{' || !braces.test(source.slice(open, end))) break;
    note(open, end);
    const words = trimRange(source, start, open);
    // `[Analisis SWOT]{#_Toc1}`: the brackets belong to the braces.
    const isEnclosed = words.end === open && /^\[[^[\]]*\]$/.test(source.slice(words.start, words.end));
    start = words.start + (isEnclosed ? 1 : 0);
    end = words.end - (isEnclosed ? 1 : 0);
  }
  return { ids, words: { start, end } };
}

/** Nearly every heading is its words and nothing else. */
function isWithoutAttribute(source: string, { start, end }: Range): boolean {
  return source.charCodeAt(end - 1) !== 125 && !source.startsWith('[]{', start);
}

/** The words of a heading without its attribute. */
function wordsOfHeading(source: string, heading: Heading): Range {
  return isWithoutAttribute(source, heading.content) ? heading.content : headingAttribute(source, heading).words;
}

/** The blocks of a text as a tree of sections. Blocks before the first heading are given back beside it. */
export function sectionTree(source: string, blocks: readonly Block[]): { before: Block[]; sections: Section[] } {
  const before: Block[] = [];
  const roots: Draft[] = [];
  const open: Draft[] = [];
  for (const block of blocks) {
    if (block.type !== 'heading') {
      const around = open.at(-1);
      if (around === undefined) before.push(block);
      else if (around.blocks === none) around.blocks = listOf(block);
      else around.blocks.push(block);
      continue;
    }
    while (open.length > 0 && (open.at(-1) as Draft).heading.level >= block.level) {
      (open.pop() as Draft).end = block.start;
    }
    const text = wordsOf(source, wordsOfHeading(source, block));
    const number = readNumber(text);
    const section = new Draft(block, text, source.length);
    if (number !== undefined) section.number = number;
    const parent = open.at(-1);
    if (parent === undefined) roots.push(section);
    else if (parent.children === none) parent.children = listOf(section);
    else parent.children.push(section);
    open.push(section);
  }
  return { before, sections: roots };
}

/** Where a section's words stand in the source, without marks and attribute: what a finding about a heading points at. */
export function headingWords(source: string, section: Section): Range {
  const words = wordsOfHeading(source, section.heading);
  return words.end > words.start ? words : section.heading;
}

/** A recognised section while its chapter is being read; a class, as is all that holds a whole chapter (`read.ts`). */
export class FoundDraft implements FoundSection {
  readonly start: number;
  readonly end: number;
  empty = false;

  constructor(
    readonly kind: string,
    readonly place: Range,
    readonly section: Section,
    readonly within: FoundDraft | undefined,
    readonly isOne: boolean,
  ) {
    this.start = section.start;
    this.end = section.end;
  }
}

/**
 * Gives sections their kinds. A kind is recognised only where a scope lists it: the chapter kind's at any depth as long
 * as no other recognised section lies between, a section's own ones below it.
 */
export function recogniseSections(
  source: string,
  sections: readonly Section[],
  scope: readonly SectionUse[],
  lexicon: Lexicon,
): FoundDraft[] {
  const found: FoundDraft[] = [];
  visit(sections, scope, undefined);
  return found;

  function visit(below: readonly Section[], inScope: readonly SectionUse[], within: FoundDraft | undefined): void {
    if (inScope.length === 0) return;
    for (const section of below) {
      // Another dimension's block within this one is a part of its own.
      if (section.dimension !== undefined) continue;
      const own = kindOf(section, inScope);
      const kind = own ?? lexicon.recogniseOne(section.text, inScope);
      if (kind === undefined) {
        visit(section.children, inScope, within);
        continue;
      }
      (section as Draft).kind = kind;
      const draft = new FoundDraft(kind, headingWords(source, section), section, within, own === undefined);
      found.push(draft);
      visit(section.children, scopeWithin(kind, inScope, lexicon), draft);
    }
  }

  function kindOf(section: Section, inScope: readonly SectionUse[]): string | undefined {
    const { ids, words } = headingAttribute(source, section.heading);
    const given = ids.find((id) => inScope.some((use) => use.id === id));
    if (given !== undefined) return given;
    const recognition = lexicon.recognise(section.text, inScope);
    if (recognition?.slip !== undefined) {
      const inline = readInline(source, words);
      const lead = inline.text.length - inline.text.trimStart().length;
      (section as Draft).slip = {
        range: inline.sourceRange(recognition.slip.range.start + lead, recognition.slip.range.end + lead),
        title: recognition.slip.title,
      };
    }
    return recognition?.id;
  }
}

/** One dimension's block of a chapter of kind `dimensions`. */
export interface DimensionBlock {
  readonly dimension: string;
  readonly opener: Section;
}

/**
 * The blocks of a `dimensions` chapter. Inside a block a heading with the same dimension's name belongs to it, and a
 * heading below a section that the block's scope recognises never opens one.
 */
export function dimensionBlocks(
  sections: readonly Section[],
  scope: readonly SectionUse[],
  lexicon: Lexicon,
): DimensionBlock[] {
  const found: DimensionBlock[] = [];
  visit(sections, undefined);
  return found;

  function visit(below: readonly Section[], around: string | undefined): void {
    for (const section of below) {
      const dimension = lexicon.dimensionOpenedBy(section.text);
      if (dimension !== undefined && dimension !== around) {
        (section as Draft).dimension = dimension;
        found.push({ dimension, opener: section });
        visit(section.children, dimension);
      } else if (around === undefined || lexicon.recognise(section.text, scope) === undefined) {
        visit(section.children, around);
      }
    }
  }
}

/** What groups gather, by the scope around them and by their ids. */
const groupScopes = new WeakMap<readonly SectionUse[], Map<string, readonly SectionUse[]>>();

/** What is recognised below a section: what its kind lists; in a group what the scope around it lists after the group. */
function scopeWithin(id: string, around: readonly SectionUse[], lexicon: Lexicon): readonly SectionUse[] {
  const kind = lexicon.section(id);
  if (kind === undefined) return [];
  if (!kind.group) return kind.sections;
  const scopes = groupScopes.get(around) ?? new Map<string, readonly SectionUse[]>();
  let scope = scopes.get(id);
  if (scope === undefined) {
    scope = around.slice(around.findIndex((use) => use.id === id) + 1);
    groupScopes.set(around, scopes.set(id, scope));
  }
  return scope;
}

/** The sections of a tree in the order of the text: all of them, or those that somebody wants. */
export function allSections(
  sections: readonly Section[],
  wants?: (section: Section) => boolean,
  wanted: Section[] = [],
): readonly Section[] {
  for (const section of sections) {
    if (wants === undefined || wants(section)) wanted.push(section);
    if (section.children.length > 0) allSections(section.children, wants, wanted);
  }
  return wanted;
}

/** The sections that hold a range, from the outermost inwards; none above the first heading. */
export function sectionsAround(sections: readonly Section[], range: Range): readonly Section[] {
  const section = sections[countTo(sections, range.start, ({ start }) => start) - 1];
  if (section === undefined || !contains(section, range)) return [];
  return [section, ...sectionsAround(section.children, range)];
}

/** The text of a heading as a finding quotes it: without its number. */
export function titleWords(section: Section): string {
  return section.text.slice(section.number?.textStart ?? 0);
}

/** Where a heading's number stands in the source, its own closing mark included (`3.1.`); nothing where it has none. */
export function numberPlace(source: string, section: Section): Range | undefined {
  if (section.number === undefined) return undefined;
  const inline = readInline(source, wordsOfHeading(source, section.heading));
  const lead = inline.text.length - inline.text.trimStart().length;
  return inline.sourceRange(lead + section.number.start, lead + section.number.end);
}
