/**
 * Programmes as items of a list, with their fields in a list below each name (format 3.3). A module of its own, since it is
 * loaded only where such a list may be.
 */

import type { List } from '../markdown/blocks';
import type { Lexicon } from '../template/lexicon';
import { type Range, textOf } from '../text/range';
import type { FieldValue } from './chapter';
import { type Fields, namesGiven, valuesIn } from './field-values';
import { lineTitle } from './forms';
import { fieldsOf } from './programmes';

/** What tells a programme from its stages and yearly figures. */
const tellsProgramme = (values: readonly FieldValue[]) =>
  values.length > 1 && values.some(({ field }) => field === 'agency' || field === 'indicator' || field === 'benefit');

/**
 * A list of programmes: below the name in each item, or in most of them, stand its fields.
 * @param plain whether plain lines are fields: decided once, for lists however deep.
 */
export function listedProgrammes(source: string, { items }: List, lexicon: Lexicon, plain: boolean): readonly Fields[] {
  const nested = items.map(({ blocks }) => valuesIn(fieldsOf(source, blocks.slice(1), lexicon, plain)));
  if (nested.filter(tellsProgramme).length * 2 <= items.length) return [];
  return items.flatMap(({ start, marker, blocks }, at) => {
    const values = nested[at] as readonly FieldValue[];
    const [first] = blocks;
    const line = first?.type === 'paragraph' && namesGiven(values).length === 0 ? first.lines[0] : undefined;
    const title = line && lineTitle(source, nameInLine(source, line), lexicon);
    const own = title === undefined ? [] : [asValue('name', title.name, title.nameRange)];
    if (title?.code) own.push(asValue('code', title.code.value, title.code));
    return { range: { start, end: blocks.at(-1)?.end ?? marker.end }, values: [...own, ...values] };
  });
}

/** A bold name before what is said of it: `**Gerai Desa**: layanan keliling`. */
function nameInLine(source: string, line: Range): Range {
  const bold = /^(\*\*|__)[^*_]+\1(?=\s*[:(–—-])/.exec(textOf(source, line));
  return bold === null ? line : { start: line.start, end: line.start + bold[0].length };
}

function asValue(field: string, text: string, { start, end }: Range): FieldValue {
  return { field, text, start, end, cell: { start, end } };
}
