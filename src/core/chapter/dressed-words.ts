/**
 * Words that a converter has dressed with escapes, tags, spans and bookmarks, or joined: the codes, labels and items in them.
 * A module of its own, since it is loaded only where such words are met.
 */

import { readInline } from '../markdown/inline';
import type { Lexicon } from '../template/lexicon';
import { type Range, trimRange } from '../text/range';
import { type LeadingCode, leading, plainCode, writtenCode } from './codes';

const codeEnd = /[.:)–—-][\s*_]*$/;

/**
 * The code that the words of a stretch begin with. A link may be what is said; it is the code where its mark follows.
 */
export function leadingWords(source: string, range: Range, of: keyof typeof leading): LeadingCode | undefined {
  const inline = readInline(source, range);
  const match = leading[of].exec(inline.text.slice(0, 80));
  if (match === null) return undefined;
  const value = writtenCode(match);
  const at = match[0].indexOf(value);
  const { start, end } = inline.sourceRange(at, at + value.length);
  if (source.startsWith('](', end) && (of === 'programme' || !codeEnd.test(match[0]))) return undefined;
  return {
    code: { value: plainCode(value), start, end },
    after: inline.sourceRange(match[0].length, inline.text.length).start,
  };
}

/** The field that the words of a line begin with, and where its value begins. */
export function fieldLabelInWords(
  source: string,
  line: Range,
  lexicon: Lexicon,
  plain: boolean,
): { field: string; after: number } | undefined {
  const inline = readInline(source, line);
  const [written, words] = /^\s*([^:|]{1,80}?)\s*:\s*/.exec(inline.text.slice(0, 120)) ?? [];
  const field = words === undefined ? undefined : lexicon.fieldNamed(words);
  if (written === undefined || field === undefined) return undefined;
  const { start } = inline.sourceRange(written.length - written.trimStart().length, written.length);
  if (!plain && !/\*\*|__/.test(source.slice(line.start, start))) return undefined;
  const isAll = written.length === inline.text.length;
  return { field, after: isAll ? line.end : inline.sourceRange(written.length, inline.text.length).start };
}

/** A code of the SWOT or of its strategies with the mark that follows it, plain or bold, as an item begins with it. */
const itemCode = /(?<![^\s*_])(?:\*\*|__)?(SO|WO|ST|WT|[SWOT])(\d{1,3})(?:\*\*|__)?\\?[.:)](?=[\s*_])/g;
const itemEnd = /[.;:!?)*_]/;

/** What makes an `S2.` behind it a degree and no code: `lulusan S2.`, `S1 dan S2.` */
const beforeDegree =
  /(?:\b(?:lulusan|tamatan|sarjana|magister|strata|jenjang|tingkat|gelar|pendidikan|berpendidikan|program|kualifikasi|minimal|dan|atau|hingga|sampai|ke)|[/,&–-])\s*$/i;

/** Whether an item may begin at an offset: at the start, behind a title or behind a sentence. `lulusan S2.` begins none. */
function mayBegin(text: string, offset: number): boolean {
  let at = offset;
  while (at > 0 && /\s/.test(text.charAt(at - 1))) at--;
  return at === 0 || itemEnd.test(text.charAt(at - 1));
}

/** The items of a line whose paragraphs a converter has joined, with the title above them; the line where it is one item. */
export function joinedItems(source: string, line: Range): Range[] {
  const text = source.slice(line.start, line.end);
  const codes: RegExpExecArray[] = [];
  for (const code of text.matchAll(itemCode)) {
    const [, letters, number] = code;
    const last = codes.at(-1);
    const isNext = letters === last?.[1] && Number(number) === Number(last?.[2]) + 1;
    const goesOn =
      isNext && !(letters === 'S' && beforeDegree.test(text.slice(Math.max(0, code.index - 40), code.index)));
    if (goesOn || mayBegin(text, code.index)) codes.push(code);
  }
  if (codes.length < 2) return [line];
  const starts = codes.map(({ index }) => index);
  if (starts[0] !== 0) starts.unshift(0);
  return starts.map((start, at) => trimRange(source, line.start + start, line.start + (starts[at + 1] ?? text.length)));
}
