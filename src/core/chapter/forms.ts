/**
 * Forms: fields of programmes that no headings part, as a word processor has them. A bold line may stand above each.
 * A module of its own, since it is loaded only where there are such.
 */

import { readNumber } from '../language/numbering';
import { withoutColon } from '../language/titles';
import type { Block, Paragraph } from '../markdown/blocks';
import { readInline } from '../markdown/inline';
import { type Lexicon, pastCount } from '../template/lexicon';
import { pushAll } from '../text/lists';
import { type Range, trimRange } from '../text/range';
import type { Code, FieldValue } from './chapter';
import { leadingCode } from './codes';
import { codeField, namesGiven, type Title } from './field-values';
import { endOfWords } from './item-lines';

export interface Form {
  /** From the bold line above the fields to the last block below it. */
  readonly range: Range;
  readonly title: Title;
  readonly code: Code | undefined;
  readonly own: readonly FieldValue[];
}

/**
 * The programmes that the fields of some blocks are about: one, or as many as have names of their own.
 * @param title the bold line above them.
 * @param values all the fields of the blocks.
 */
export function formsAmong(
  source: string,
  title: Paragraph | undefined,
  blocks: readonly Block[],
  values: readonly FieldValue[],
  lexicon: Lexicon,
): readonly Form[] {
  if (namesGiven(values).length > 1) {
    return groupsOf(blocks, values).flatMap((group) => formOf(undefined, group.blocks, group.values) ?? []);
  }
  const titled = title && boldTitle(source, title, lexicon);
  return formOf(titled, title === undefined ? blocks : [title, ...blocks], values) ?? [];
}

/** Nothing where neither the title nor a field gives a name. */
function formOf(above: Title | undefined, blocks: readonly Range[], own: readonly FieldValue[]): [Form] | undefined {
  const isNamed = above?.code !== undefined && above.name !== above.code.value;
  const title = isNamed ? above : (namesGiven(own)[0] ?? above);
  if (title === undefined) return undefined;
  const range = { start: (blocks[0] as Range).start, end: (blocks.at(-1) as Range).end };
  return [{ range, title, code: above?.code ?? codeField(own), own }];
}

/**
 * The fields of several programmes: where a block gives a name or a code again, the next one begins. Where the first begins
 * with its code, so do the others.
 */
function groupsOf(blocks: readonly Block[], all: readonly FieldValue[]) {
  const groups: { readonly blocks: Block[]; readonly values: FieldValue[] }[] = [];
  const isCodeFirst = all.find(({ field }) => field === 'code' || field === 'name')?.field === 'code';
  let at = 0;
  for (const block of blocks) {
    const from = at;
    while (at < all.length && (all[at] as FieldValue).start <= block.end) at++;
    const values = all.slice(from, at);
    const group = groups.at(-1);
    const gives = (list: readonly FieldValue[] | undefined, id: string) => list?.some(({ field }) => field === id);
    const isNext =
      group === undefined ||
      (gives(values, 'name') && gives(group.values, 'name')) ||
      (gives(values, 'code') && gives(group.values, isCodeFirst ? 'name' : 'code'));
    if (isNext) groups.push({ blocks: [block], values });
    else {
      group.blocks.push(block);
      pushAll(group.values, values);
    }
  }
  return groups;
}

/** The code and the words of a bold line that stands for a programme's heading, past its number; the code where it has no words. */
function boldTitle(source: string, title: Paragraph, lexicon: Lexicon): Title | undefined {
  const inline = readInline(source, title.lines);
  const text = withoutColon(inline.text.trimEnd());
  const words = text.trimStart();
  const first = text.length - words.length + (readNumber(words)?.textStart ?? 0);
  const start = first + (pastCount(text.slice(first), lexicon.settings.template) ?? 0);
  const code = leadingCode(text, { start, end: text.length }, 'programme');
  const name = trimRange(text, code?.after ?? start, text.length);
  const place = name.end > name.start ? name : code?.code;
  if (place === undefined) return undefined;
  return {
    name: text.slice(place.start, place.end).replaceAll('\n', ' '),
    nameRange: inline.sourceRange(place.start, place.end),
    ...(code && { code: { value: code.code.value, ...inline.sourceRange(code.code.start, code.code.end) } }),
  };
}

/** A paragraph as two: its first line, and the others. */
export function splitParagraph(source: string, { type, lines }: Paragraph): readonly [Paragraph, Paragraph] {
  const [first, ...others] = lines as readonly [Range, Range, ...Range[]];
  const { start } = first;
  const end = endOfWords(source, first);
  const rest = { start: others[0].start, end: (others.at(-1) as Range).end };
  return [
    { type, start, end, lines: [{ start, end }] },
    { type, ...rest, lines: others },
  ];
}
