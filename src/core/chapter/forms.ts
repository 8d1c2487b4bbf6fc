/**
 * Forms: fields of programmes that no headings part, as a word processor has them. A bold line may stand above each.
 * A module of its own, since it is loaded only where there are such.
 */

import { readNumber } from '../language/numbering';
import { withoutColon } from '../language/titles';
import type { Block, List, ListItem, Paragraph } from '../markdown/blocks';
import { readInline } from '../markdown/inline';
import { type Lexicon, pastCount } from '../template/lexicon';
import { type Range, trimRange } from '../text/range';
import type { Code, FieldValue } from './chapter';
import { leadingCode } from './codes';
import { codeField, type Fields, namesGiven, type Title, valuesIn } from './field-values';
import { endOfWords } from './item-lines';
import { titleBelow } from './programmes';

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
 */
export function formsAmong(
  source: string,
  title: Paragraph | undefined,
  fields: readonly Fields[],
  lexicon: Lexicon,
): readonly Form[] {
  if (namesGiven(valuesIn(fields)).length > 1) {
    return groupsOf(fields).flatMap((group) => formOf(undefined, group, valuesIn(group)) ?? []);
  }
  const titled = title && lineTitle(source, title.lines, lexicon);
  return formOf(titled, fields, valuesIn(fields), title) ?? [];
}

/** Nothing where neither the title nor a field gives a name. */
function formOf(
  above: Title | undefined,
  fields: readonly Fields[],
  own: readonly FieldValue[],
  title = fields[0]?.range,
): [Form] | undefined {
  const isNamed = above?.code !== undefined && above.name !== above.code.value;
  const name = isNamed ? above : (namesGiven(own)[0] ?? above);
  if (name === undefined) return undefined;
  const range = { start: (title as Range).start, end: (fields.at(-1) as Fields).range.end };
  return [{ range, title: name, code: above?.code ?? codeField(own), own }];
}

/**
 * The fields of several programmes: where a name or a code is given again, the next one begins. Where the first begins with
 * its code, so do the others.
 */
function groupsOf(fields: readonly Fields[]): readonly (readonly Fields[])[] {
  const groups: Fields[][] = [];
  const isCodeFirst = valuesIn(fields).find(({ field }) => field === 'code' || field === 'name')?.field === 'code';
  /** What the group under way has given. */
  let given = { name: false, code: false };
  for (const one of fields) {
    const gives = (id: string) => one.values.some(({ field }) => field === id);
    const [name, code] = [gives('name'), gives('code')];
    const group = groups.at(-1);
    if (group === undefined || (name && given.name) || (code && (isCodeFirst ? given.name : given.code))) {
      groups.push([one]);
      given = { name, code };
    } else {
      group.push(one);
      given = { name: name || given.name, code: code || given.code };
    }
  }
  return groups;
}

/** The code and the words of a line that stands for a programme's heading, past its number; the code where it has no words. */
export function lineTitle(source: string, line: Range | readonly Range[], lexicon: Lexicon): Title | undefined {
  const inline = readInline(source, line);
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
export function splitParagraph(source: string, { lines }: Paragraph): readonly [Paragraph, Paragraph] {
  return [paragraphOf(source, lines.slice(0, 1)), paragraphOf(source, lines.slice(1))];
}

/**
 * A list as its author saw it, where a bold line stands right below an item: Markdown takes the line for the item's own, and
 * the items below it for the same list.
 */
export function listApart(source: string, list: List): readonly Block[] {
  const apart: Block[] = [];
  let own: ListItem[] = [];
  const close = () => {
    const [first, last] = [own[0], own.at(-1)];
    if (first && last) apart.push({ ...list, start: first.start, end: last.end, items: own });
    own = [];
  };
  for (const item of list.items) {
    const at = titleBelow(source, item);
    if (at < 0) own.push(item);
    else {
      const [paragraph, ...nested] = item.blocks as readonly [Paragraph, ...Block[]];
      const above = paragraphOf(source, paragraph.lines.slice(0, at));
      own.push({ ...item, end: above.end, blocks: [above] });
      close();
      apart.push(paragraphOf(source, paragraph.lines.slice(at)), ...nested);
    }
  }
  close();
  return apart;
}

function paragraphOf(source: string, lines: readonly Range[]): Paragraph {
  const last = lines.at(-1) as Range;
  const end = endOfWords(source, last);
  const whole = [...lines.slice(0, -1), { start: last.start, end }];
  return { type: 'paragraph', start: (lines[0] as Range).start, end, lines: whole };
}
