/** Link definitions (`[a]: b.md`) and footnotes (`[^1]: …`): where they stand, and who uses them. */

import type { Chapter } from '../chapter/chapter';
import { flatBlocks } from '../markdown/inline';
import type { TextEdit } from '../text/edits';
import { endOfLine, pastLineEnd } from '../text/line-edges';
import { pushAll } from '../text/lists';
import { contains, type Range } from '../text/range';
import { nextCode } from './next-code';

/** A definition with all its lines, from the first one's beginning to the last one's end without the line end. */
export interface LabelDefinition extends Range {
  /** As written, `^` of a footnote included. */
  readonly label: string;
  /** Where the label stands, without brackets. */
  readonly place: Range;
}

/** A bracket that names a definition. */
export interface LabelUse extends Range {
  readonly label: string;
}

/** Upper and lower case and blanks tell no labels apart. */
export function foldLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The definitions of a chapter that stand in no quote and no list, in the order of the text. */
export function definitionsOf(chapter: Chapter): LabelDefinition[] {
  const { source, blocks } = chapter;
  if (!source.includes(']:')) return [];
  const found: LabelDefinition[] = [];
  for (const block of blocks) {
    if (block.type === 'definition') {
      const label = /^\[((?:[^\\[\]]|\\[\s\S])+)\]:/.exec(source.slice(block.start, block.end))?.[1];
      if (label !== undefined) found.push(definition(label, block.start, block.end));
    } else if (block.type === 'paragraph') {
      pushAll(found, footnotes(source, block));
    }
  }
  return found;
}

function definition(label: string, start: number, end: number): LabelDefinition {
  return { label, start, end, place: { start: start + 1, end: start + 1 + label.length } };
}

/** A footnote begins a line of its paragraph and goes to the next one; indented paragraphs below go on with the last. */
function footnotes(source: string, { start, end }: Range): LabelDefinition[] {
  const text = source.slice(start, end);
  const begins = [...text.matchAll(/(?<=^|[\r\n]) {0,3}\[(\^[^\]\s]+)\]:/g)];
  return begins.map((match, at) => {
    const from = start + match.index + match[0].search(/\[/);
    const next = begins[at + 1];
    const behind = next === undefined ? pastIndented(source, end) : start + next.index;
    const words = source.slice(from, behind).trimEnd();
    return definition(match[1] as string, from, from + words.length);
  });
}

function pastIndented(source: string, end: number): number {
  let behind = end;
  for (;;) {
    const more = /^(?:[ \t]*(?:\r\n|\r|\n))+(?: {4}|\t)[ \t]*\S/.exec(source.slice(behind, behind + 2000));
    if (more === null) return behind;
    behind = endOfLine(source, behind + more[0].length);
    // The rest of the paragraph: its lines up to a blank one.
    while (/^(?:\r\n|\r|\n)[ \t]*\S/.test(source.slice(behind, behind + 2000))) {
      behind = endOfLine(source, pastLineEnd(source, behind));
    }
  }
}

/** The offset where the definitions at a chapter's very end begin; its length where it ends otherwise. */
export function startOfTail({ source }: Chapter, definitions: readonly LabelDefinition[]): number {
  let start = source.length;
  for (const one of definitions.toReversed()) {
    if (source.slice(one.end, start).trim() !== '') break;
    start = one.start;
  }
  return start;
}

/** Every bracket in a stretch that may name a definition; code is left out, and what a definition begins with. */
export function labelUses(chapter: Chapter, range: Range, definitions: readonly LabelDefinition[]): LabelUse[] {
  const { source, blocks } = chapter;
  const code = [...flatBlocks(blocks)].filter(({ type }) => type === 'code');
  const text = source.slice(range.start, range.end);
  const uses: LabelUse[] = [];
  for (const match of text.matchAll(/\[((?:[^\\[\]]|\\[\s\S])+)\](?!\()/g)) {
    const start = range.start + match.index;
    const use = { label: match[1] as string, start, end: start + match[0].length };
    if (code.some((block) => contains(block, use))) continue;
    if (definitions.some((one) => one.place.start === start + 1)) continue;
    uses.push(use);
  }
  return uses;
}

/** The edit by which a use names another label: `[a]` shows the same words as before. */
export function renameUse(source: string, { label, start, end }: LabelUse, name: string): TextEdit {
  if (label.startsWith('^') || source[start - 1] === ']') {
    return { range: { start: start + 1, end: end - 1 }, text: name };
  }
  const collapsed = source.startsWith('[]', end) ? end + 2 : end;
  return { range: { start: end, end: collapsed }, text: `[${name}]` };
}

/** A label like this one that is not taken: the next number of a footnote, else with a number behind it. */
export function freeLabel(label: string, taken: ReadonlySet<string>): string {
  return nextCode(label, { has: (name) => taken.has(foldLabel(name)) });
}
