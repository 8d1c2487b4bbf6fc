/** Codes of SWOT items, strategies, programmes and quick wins, and the references that name them (format 3.1, 3.2, 3.5). */

import type { ReferenceTarget } from '../template/template';
import { pushAll } from '../text/lists';
import { Memo } from '../text/memo';
import type { Range } from '../text/range';
import type { Code, Reference } from './chapter';
import { leadingWords } from './dressed-words';

/** A code that is valid anywhere: capitals, digits and hyphens, a letter first, a digit in it. */
const validCode = /^(?=[^0-9]*[0-9])[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*$/;

export function isCode(text: string): boolean {
  return text.length <= 40 && validCode.test(text);
}

const nonBreakingHyphens = /[\u2010\u2011]/g;

/** The code that a cell or a field holds, if it is one; a word processor's hyphens that do not break are hyphens. */
export function codeOf(text: string): string | undefined {
  const code = text.replace(nonBreakingHyphens, '-');
  return isCode(code) ? code : undefined;
}

const swotCode = /^[SWOT]\d{1,3}$/;

export function isSwotCode(text: string): boolean {
  return swotCode.test(text);
}

const strategyCode =
  /^(?![SWOT]\d{1,3}(?:-[SWOT]\d{1,3})+$)(?:(?:SO|WO|ST|WT)\d{1,3}|(?=[^0-9]*[0-9])[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+)$/;

export function isStrategyCode(text: string): boolean {
  return text.length <= 40 && strategyCode.test(text);
}

/** Some converters escape every hyphen, `GOV\-P\-01`, and word processors have some at which no line breaks. */
const hyphen = String.raw`\\?[-\u2010\u2011]`;
/** A dash, or what pandoc writes for one: `--`, `---`. */
const dash = `(?:(?:${hyphen}){1,3}|[–—])`;

/** What stands before the first word: blanks and the marks of bold or italic text. */
const opening = String.raw`^[\s*_]*`;
/** A code is followed by `.`, `:`, `)` or a dash; marks of bold text may close before or after it. */
const closing = String.raw`(?:[*_]{0,3}\s*(?:[.:)](?!\d)|(?:\s${dash}|${dash}(?=\s|[*_]))))[\s*_]*`;
/** A code with a hyphen is told from a word even where only a blank follows. */
const closingWithHyphen = String.raw`(?:${closing}|[*_]{0,3}(?:\s+|$)[*_]{0,3})`;

/** `S1-O2` names two SWOT items. */
const noItems = String.raw`(?![SWOT]\d{1,3}(?:${hyphen}[SWOT]\d{1,3})+(?![A-Z0-9-]))`;

const swotShape = String.raw`[SWOT]\d{1,3}`;
const strategyShape = String.raw`(?:SO|WO|ST|WT)\d{1,3}`;
const hyphenShape = String.raw`(?=[^0-9\s]*[0-9])[A-Z][A-Z0-9]*(?:${hyphen}[A-Z0-9]+)+`;

/** In brackets, or wholly bold, a code is told from a word even where only a blank follows: `(S1) …`, `**S1** …`. */
const inBrackets = (code: string) => String.raw`[([](${code})[)\]](?:${closing}|[*_]{0,3}\s+)`;
const wholly = (code: string) => String.raw`^\s*(?:\*\*|__)(${code})(?:\*\*|__)\s+`;

/** How texts begin with a code. */
export const leading = {
  'swot-item': new RegExp(
    `${opening}(?:(${swotShape})(?:${closing}|[\\s*_]*$)|${inBrackets(swotShape)})|${wholly(swotShape)}`,
  ),
  strategy: new RegExp(
    `${opening}(?:(${strategyShape})(?:${closing}|[\\s*_]*$)|(${noItems}${hyphenShape})${closingWithHyphen}|${inBrackets(`${strategyShape}|${noItems}${hyphenShape}`)})|${wholly(strategyShape)}`,
  ),
  programme: new RegExp(
    `${opening}(?:(${hyphenShape})${closingWithHyphen}|((?=[A-Z]*[0-9])[A-Z][A-Z0-9]*)(?:${closing}|[\\s*_]*$))`,
  ),
} as const;

/** The code at the start of an item or a heading, and where the text after it begins. */
export interface LeadingCode {
  readonly code: Code;
  /** Offset of the first character after the code and what separates it. */
  readonly after: number;
}

/**
 * Reads the code that stands at the very start of a stretch of the source; none where the text begins otherwise. Escapes,
 * tags, and the spans and bookmarks of converters do not matter: `S1\.`, `[]{#_Hlk1 .anchor}S1.`, `<u>S1.</u>`.
 */
export function leadingCode(source: string, range: Range, of: keyof typeof leading): LeadingCode | undefined {
  // Nothing longer than this can be a code with its marks; a long line is not scanned for one.
  const beginning = source.slice(range.start, Math.min(range.end, range.start + 80));
  const match = leading[of].exec(beginning);
  if (match === null) return disguised.test(beginning) ? leadingWords(source, range, of) : undefined;
  const written = writtenCode(match);
  const start = range.start + match[0].indexOf(written);
  return {
    code: { value: plainCode(written), start, end: start + written.length },
    after: Math.min(range.start + match[0].length, range.end),
  };
}

/** What may stand before a code or behind it without being seen: nothing but marks, then the code, then an escape. */
const disguised = /^[\s*_]*(?:[<[&]|[[(]?[A-Z][A-Z0-9\\-]*[*_]*[\\<\]&])/;

/** A code as written, without escapes and with plain hyphens. */
export function plainCode(written: string): string {
  return /[\\\u2010\u2011]/.test(written) ? written.replaceAll('\\', '').replace(nonBreakingHyphens, '-') : written;
}

/** What one of the patterns of leading codes has found. */
export function writtenCode(match: RegExpExecArray): string {
  return (match[1] ?? match[2] ?? match[3] ?? match[4]) as string;
}

const separators = /(?:(?<!\s)\s+)?(?:,|;|\/|&|<br\s*\/?>|\bdan\b|\band\b|\n)\s*/gi;
const oneCode = /^(?:([\p{L}\p{N}-]+):)?([A-Z][A-Z0-9-]*)$/u;
const rangeOfCodes = new RegExp(String.raw`^(?:([\p{L}\p{N}-]+):)?([A-Z]{1,3})(\d{1,3})\s*${dash}\s*\2(\d{1,3})$`, 'u');

/** SWOT items of several quadrants joined by a dash or a blank: `S1-O2`, `S1 S2 O1`. */
const severalItems = new RegExp(`^${swotShape}(?:(?:\\s*(?:${dash}|\\+)\\s*|\\s+)${swotShape})+$`);

/**
 * The codes in a stretch that holds nothing but codes; nothing where something else stands in it as well.
 * Marks of bold text around a code do not matter. `S1–S3` is three, each at the place of the whole span.
 */
export function codesIn(source: string, range: Range, target?: Reference['target']): Reference[] | undefined {
  const text = source.slice(range.start, range.end);
  // Mostly one code stands there, and nothing else.
  if (lettersAndDigits.test(text)) {
    return isCode(text) ? [reference(text, undefined, range.start, range.end, target)] : undefined;
  }
  return knownCodes
    .of(text)
    ?.map(({ value, start, end, dimension }) =>
      reference(value, dimension, range.start + start, range.start + end, target),
    );
}

const lettersAndDigits = /^[A-Z][A-Z0-9]{0,19}$/;

const knownCodes = new Memo(readCodes);

/** The codes of a text, their places counted from its beginning. */
function readCodes(source: string): Reference[] | undefined {
  if (source.length > 2000) return undefined;
  const text = bareText(source).replace(/\\$/, ' ');
  const references: Reference[] = [];
  let from = 0;
  const pieces: { text: string; at: number }[] = [];
  for (const separator of text.matchAll(separators)) {
    pieces.push({ text: text.slice(from, separator.index), at: from });
    from = separator.index + separator[0].length;
  }
  pieces.push({ text: text.slice(from), at: from });
  for (const piece of pieces) {
    const lead = /^[\s*_`]*/.exec(piece.text)?.[0].length ?? 0;
    const words = piece.text.slice(lead).replace(/(?<![\s*_`.])[\s*_`.]+$/, '');
    if (words === '') continue;
    const codes = codesOfPiece(words, piece.at + lead);
    if (codes === undefined) return undefined;
    references.push(...codes);
  }
  return references.length > 0 ? references : undefined;
}

/** A code, or several without a separator between them. */
function codesOfPiece(words: string, start: number): Reference[] | undefined {
  const end = start + words.length;
  const references: Reference[] = [];
  const span = rangeOfCodes.exec(words);
  if (span !== null) {
    const [, dimension, letters, first, last] = span;
    for (let n = Number(first); n <= Math.min(Number(last), Number(first) + 50); n++) {
      references.push(reference(`${letters}${n}`, dimension, start, end, undefined));
    }
    return references;
  }
  if (severalItems.test(words)) {
    for (const { 0: code, index } of words.matchAll(/[SWOT]\d+/g)) {
      references.push(reference(code, undefined, start + index, start + index + code.length, undefined));
    }
    return references;
  }
  const single = oneCode.exec(words.replaceAll('\\-', '-'));
  if (single === null || !isCode(single[2] as string)) return undefined;
  return [reference(single[2] as string, single[1], start, end, undefined)];
}

/**
 * The codes in a field that refers. Where other words stand in it as well, these are brackets with nothing but codes, and
 * what has the form of the codes that the field is for.
 */
export function codesInField(source: string, range: Range, target: ReferenceTarget): readonly Reference[] {
  const whole = codesIn(source, range, target);
  if (whole !== undefined) return whole;
  const { inBrackets, amongWords } = mixedFields.of(source.slice(range.start, range.end));
  const placed = (code: Reference) => ({ ...code, start: range.start + code.start, end: range.start + code.end });
  return [
    ...inBrackets.map(placed),
    ...amongWords.filter(({ value }) => hasFormOf[target](value)).map((code) => ({ ...placed(code), target })),
  ];
}

const hasFormOf: Readonly<Record<ReferenceTarget, (code: string) => boolean>> = {
  'swot-item': (code) => isSwotCode(code) || (isStrategyCode(code) && !code.includes('-')),
  strategy: isStrategyCode,
  programme: (code) => code.includes('-'),
};

interface MixedField {
  readonly inBrackets: readonly Reference[];
  readonly amongWords: readonly Reference[];
}

const mixedFields = new Memo(readMixedField);

const noCodes: MixedField = { inBrackets: [], amongWords: [] };

/** Addresses, tags and footnotes. */
const noWords = /\]\([^()\n]*\)|\[\^[^[\]\n]*\]|https?:\/\/\S+|www\.\S+|<(?!br\b)[^<>\n]*>/gi;

const word = String.raw`[\p{L}\p{N}]+(?:${hyphen}[\p{L}\p{N}]+)*`;
const wordEnds = String.raw`(?![\p{L}\p{N}]|${hyphen}[\p{L}\p{N}])`;
/** A code or a span of codes, another word, or what begins and ends a phrase; each word is taken whole. */
const phrases = new RegExp(
  String.raw`((?:(?!(?:${swotShape}|${strategyShape}):)${word}:)?(?:([A-Z]{1,3})\d{1,3}\s*${dash}\s*\2\d{1,3}|[A-Z][A-Z0-9]*(?:${hyphen}[A-Z0-9]+)*)${wordEnds})|(${word})|<br\b|[;:()[\]\n]`,
  'gu',
);
/** Words that say nothing of the code behind them: numbers of a list, `x`, `dan`. */
const besides = /^(?:\p{N}+|\p{L}|dan|and)$/u;

/** A code in front of which its phrase has no words is sure to be one. */
function readMixedField(source: string): MixedField {
  if (source.length > 2000 || !/\d/.test(source)) return noCodes;
  let text = bareText(source).replace(noWords, blanks);
  const inBrackets: Reference[] = [];
  for (const inside of bracketsIn(text, { start: 0, end: text.length })) {
    const codes = codesIn(text, inside);
    if (codes === undefined) continue;
    inBrackets.push(...codes);
    text = text.slice(0, inside.start) + blanks(text.slice(inside.start, inside.end)) + text.slice(inside.end);
  }
  const amongWords: Reference[] = [];
  let isSure = true;
  let isSureOutside = true;
  for (const { 0: token, 1: code, 3: other, index } of text.matchAll(phrases)) {
    const codes = code === undefined ? undefined : codesOfPiece(code, index);
    if (codes !== undefined) {
      for (const each of codes)
        amongWords.push(isSure && !each.value.includes('-') ? each : { ...each, inWords: true });
    } else if (code !== undefined || other !== undefined) {
      if (!besides.test(token)) isSure = false;
    } else if (token === '(' || token === '[') isSureOutside = isSure;
    else isSure = token === ')' || token === ']' ? isSureOutside : true;
  }
  return { inBrackets, amongWords };
}

function blanks(words: string): string {
  return ' '.repeat(words.length);
}

function reference(
  value: string,
  dimension: string | undefined,
  start: number,
  end: number,
  target: Reference['target'],
): Reference {
  return {
    value,
    start,
    end,
    ...(dimension === undefined ? {} : { dimension }),
    ...(target === undefined ? {} : { target }),
  };
}

const brackets = /[([]([^()[\]]{1,1000})[)\]]/g;

/** Those with a digit and a capital in them. */
const bracketsWithCodes = /[([](?=[^()[\]]{0,199}\d)(?=[^()[\]]{0,199}[A-Z])[^()[\]]{1,200}[)\]]/g;

/** The source asked about last, and its brackets: a chapter's programmes and strategies are asked about one by one. */
let last: { readonly source: string; readonly brackets: readonly Range[] } | undefined;

/** The brackets of a whole source in which a code may stand, in its order: what lies outside of them need not be read. */
export function bracketsWorthReading(source: string): readonly Range[] {
  if (last?.source !== source) {
    const matches = source.matchAll(bracketsWithCodes);
    last = {
      source,
      brackets: Array.from(matches, ({ 0: all, index: start }) => ({ start, end: start + all.length })),
    };
  }
  return last.brackets;
}

/** Whether a stretch holds a pair of brackets in which a code may stand. */
export function hasBracketsWorthReading(source: string, { start, end }: Range): boolean {
  const all = bracketsWorthReading(source);
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] as Range).start < start) low = middle + 1;
    else high = middle;
  }
  return (all[low]?.end ?? Number.POSITIVE_INFINITY) <= end;
}

/** Every pair of brackets in a stretch, with what stands in them; `[text](target)` of a link is none. */
export function* bracketsIn(source: string, range: Range): Iterable<Range> {
  const text = bareText(source.slice(range.start, range.end));
  for (const match of text.matchAll(brackets)) {
    const before = text[match.index - 1];
    const after = text[match.index + match[0].length];
    const square = match[0].startsWith('[');
    if (square ? after === '(' || after === '[' || after === ':' || before === '!' : before === ']') continue;
    const start = range.start + match.index + 1;
    yield { start, end: start + (match[1] as string).length };
  }
}

const commentOrCode = /<!--[\s\S]*?(?:-->|$)|`[^`\n]*[()[\]][^`\n]*`/g;
/** A code as a link or in a span: `[S1](#kode_S1)`, `[S1]{.mark}`. */
const dressedCode = /\[((?:[\p{L}\p{N}-]+:)?[A-Z][A-Z0-9\\-]{0,40})\](\([^()\s]*\)|\{[^{}\n]*\})/gu;
const escapedBracket = /\\(?=[()[\]])/g;

/** The text with blanks in place of comments, of code with brackets in it, and of what dresses codes; offsets stay true. */
function bareText(text: string): string {
  let bare = text;
  if (bare.includes('<!--') || bare.includes('`')) bare = bare.replace(commentOrCode, blanks);
  if (bare.includes('](') || bare.includes(']{'))
    bare = bare.replace(dressedCode, (_, code: string, dress: string) => ` ${code} ${blanks(dress)}`);
  if (bare.includes('\\')) bare = bare.replace(escapedBracket, ' ');
  return bare.replace(nonBreakingHyphens, '-');
}

/** The references in brackets that hold nothing but codes, within a strategy or a programme (format 3.5). */
export function referencesInBrackets(source: string, range: Range): Reference[] {
  if (!hasBracketsWorthReading(source, range)) return [];
  const references: Reference[] = [];
  for (const inside of bracketsIn(source, range)) {
    const codes = codesIn(source, inside);
    if (codes !== undefined) pushAll(references, codes);
  }
  return references;
}
