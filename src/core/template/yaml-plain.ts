/**
 * The short way through YAML: `key: value`, lists of plain words, and `[a, b]` and `{ a: b }` in one line, which is what
 * frontmatter nearly always is, and a manifest often. It gives the same tree as the library or none at all, and costs a thousandth of it.
 */

import type { YamlEntry, YamlScalar, YamlValue } from './yaml-tree';

export interface PlainReading {
  readonly entries: readonly YamlEntry[];
  /** Where the lines begin that could not be read; only in a lenient reading. */
  readonly skipped: readonly number[];
}

/**
 * Reads a stretch of a source.
 * @param lenient leave out what is not plain, instead of giving up.
 * @returns nothing where some of it is not plain.
 */
export function readPlainYaml(source: string, start: number, end: number, lenient = false): PlainReading | undefined {
  const entries: YamlEntry[] = [];
  const skipped: number[] = [];
  /** The items below a key that stands alone on its line, and their indentation. */
  let open: { readonly key: YamlEntry; readonly items: YamlValue[]; indent: number } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const { key, items } = open;
    open = undefined;
    const first = items[0];
    const last = items.at(-1);
    entries.push(
      first === undefined || last === undefined
        ? key
        : { ...key, value: { type: 'list', start: first.start - 2, end: last.end, items } },
    );
  };
  for (let line = start; line < end; ) {
    let stop = source.indexOf('\n', line);
    if (stop < 0 || stop > end) stop = end;
    const next = stop + 1;
    if (stop > line && source.charCodeAt(stop - 1) === carriageReturn) stop--;
    let at = line;
    while (at < stop && source.charCodeAt(at) === blank) at++;
    const lineStart = line;
    line = next;
    if (at === stop || source.charCodeAt(at) === hash) {
      if (at < stop && !isPlainText(source, at, stop)) {
        if (!lenient) return undefined;
        skipped.push(lineStart);
      }
      continue;
    }
    if (source.charCodeAt(at) === dash) {
      const item = open === undefined ? undefined : readItem(source, at, stop);
      const indent = at - lineStart;
      if (open === undefined || item === undefined || (open.items.length > 0 && open.indent !== indent)) {
        if (!lenient) return undefined;
        skipped.push(lineStart);
        continue;
      }
      open.indent = indent;
      open.items.push(item);
      continue;
    }
    const keyEnd = at > lineStart ? at : wordEnd(source, at, stop);
    const after = source.charCodeAt(keyEnd + 1);
    const isKey =
      keyEnd > at &&
      source.charCodeAt(keyEnd) === colon &&
      (keyEnd + 1 >= stop || after === blank) &&
      keyEnd - at < 100;
    const key = isKey ? source.slice(at, keyEnd) : '';
    if (!isKey || notText.test(key)) {
      if (!lenient) return undefined;
      skipped.push(lineStart);
      if (at === lineStart) close();
      continue;
    }
    close();
    const valueStart = skipBlanks(source, keyEnd + 1, stop);
    const entry = { key, keyRange: { start: at, end: keyEnd } };
    if (valueStart >= stop || source.charCodeAt(valueStart) === hash) {
      if (valueStart < stop && !isPlainText(source, valueStart, stop) && !lenient) return undefined;
      open = { key: { ...entry, value: emptyScalar(keyEnd + 1) }, items: [], indent: 0 };
      continue;
    }
    const value = isOpening(source.charCodeAt(valueStart))
      ? readFlow(source, valueStart, stop)
      : readScalar(source, valueStart, stop);
    if (value !== undefined) entries.push({ ...entry, value });
    else if (lenient) skipped.push(lineStart);
    else return undefined;
  }
  close();
  return { entries, skipped };
}

/** A value that is not there; it stands right behind the colon or the dash that asks for it. */
export function emptyScalar(offset: number): YamlScalar {
  return { type: 'scalar', value: null, start: offset, end: offset };
}

const carriageReturn = 13;
const blank = 32;
const doubleQuote = 34;
const hash = 35;
const quote = 39;
const comma = 44;
const dash = 45;
const colon = 58;
const openBracket = 91;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

const notText = /^(?:null|true|false)$/i;
/** A superset of what the core schema takes for numbers; those beyond plain integers are left to the library. */
const number = /^[-+]?(?:\d+|0[ox][\da-fA-F]+|(?:\.\d+|\d+\.\d*)(?:[eE][-+]?\d+)?|\d+[eE][-+]?\d+)$/;
const plainInteger = /^(?:0|[1-9]\d{0,14})$/;

function isOpening(code: number): boolean {
  return code === openBracket || code === openBrace;
}

function readItem(source: string, dashAt: number, stop: number): YamlValue | undefined {
  // With one blank after the dash the item's place tells that of the list; others are rare enough for the library.
  if (source.charCodeAt(dashAt + 1) !== blank || source.charCodeAt(dashAt + 2) === blank) return undefined;
  const at = dashAt + 2;
  if (at >= stop) return undefined;
  return isOpening(source.charCodeAt(at)) ? readFlow(source, at, stop) : readScalar(source, at, stop);
}

/** How deep lists and maps in brackets are followed here. */
const maxFlowDepth = 4;
/** Longer ones are left to those who know the limits, UTF-16 units. */
const maxFlowLength = 4000;

/** A list or a map in brackets with nothing behind it, all in one line. */
function readFlow(source: string, start: number, stop: number): YamlValue | undefined {
  if (stop - start > maxFlowLength) return undefined;
  const value = readFlowCollection(source, start, stop, 1);
  return value !== undefined && isRestEmpty(source, value.end, stop) ? value : undefined;
}

function readFlowCollection(source: string, start: number, stop: number, depth: number): YamlValue | undefined {
  if (depth > maxFlowDepth) return undefined;
  const isMap = source.charCodeAt(start) === openBrace;
  const closing = isMap ? closeBrace : closeBracket;
  const items: YamlValue[] = [];
  const entries: YamlEntry[] = [];
  let at = skipBlanks(source, start + 1, stop);
  if (source.charCodeAt(at) !== closing) {
    for (;;) {
      const entry = isMap ? readFlowEntry(source, at, stop, depth) : undefined;
      const item = isMap ? entry?.value : readFlowValue(source, at, stop, depth);
      if (item === undefined) return undefined;
      if (entry !== undefined) entries.push(entry);
      else items.push(item);
      at = skipBlanks(source, item.end, stop);
      if (at >= stop) return undefined;
      const code = source.charCodeAt(at);
      if (code === closing) break;
      if (code !== comma) return undefined;
      at = skipBlanks(source, at + 1, stop);
    }
  }
  if (at >= stop) return undefined;
  return isMap ? { type: 'map', start, end: at + 1, entries } : { type: 'list', start, end: at + 1, items };
}

function readFlowEntry(source: string, start: number, stop: number, depth: number): YamlEntry | undefined {
  const keyEnd = wordEnd(source, start, stop);
  if (keyEnd === start || source.charCodeAt(keyEnd) !== colon || source.charCodeAt(keyEnd + 1) !== blank)
    return undefined;
  const key = source.slice(start, keyEnd);
  if (notText.test(key)) return undefined;
  const value = readFlowValue(source, skipBlanks(source, keyEnd + 1, stop), stop, depth);
  return value === undefined ? undefined : { key, keyRange: { start, end: keyEnd }, value };
}

function readFlowValue(source: string, start: number, stop: number, depth: number): YamlValue | undefined {
  const code = source.charCodeAt(start);
  return isOpening(code)
    ? readFlowCollection(source, start, stop, depth + 1)
    : start < stop
      ? readFlowItem(source, start, stop)
      : undefined;
}

function readFlowItem(source: string, start: number, stop: number): YamlScalar | undefined {
  const first = source.charCodeAt(start);
  if (first === doubleQuote || first === quote) return readQuoted(source, start, stop);
  if (!beginsPlain(first)) return undefined;
  let end = start;
  for (let at = start; at < stop; at++) {
    const code = source.charCodeAt(at);
    if (code === comma || code === closeBracket || code === closeBrace) break;
    if (!isFlowCharacter(code)) return undefined;
    if (code !== blank) end = at + 1;
  }
  return plainScalar(source, start, end);
}

function readScalar(source: string, start: number, stop: number): YamlScalar | undefined {
  const first = source.charCodeAt(start);
  if (first === doubleQuote || first === quote) {
    const scalar = readQuoted(source, start, stop);
    return scalar !== undefined && isRestEmpty(source, scalar.end, stop) ? scalar : undefined;
  }
  if (!beginsPlain(first)) return undefined;
  let end = start;
  for (let at = start; at < stop; at++) {
    const code = source.charCodeAt(at);
    if (code === blank) continue;
    if (!isCharacter(code)) return undefined;
    if (code === hash && source.charCodeAt(at - 1) === blank) {
      if (!isPlainText(source, at, stop)) return undefined;
      break;
    }
    if (code === colon && (at + 1 === stop || source.charCodeAt(at + 1) === blank)) return undefined;
    end = at + 1;
  }
  return plainScalar(source, start, end);
}

function readQuoted(source: string, start: number, stop: number): YamlScalar | undefined {
  const mark = source.charCodeAt(start);
  for (let at = start + 1; at < stop; at++) {
    const code = source.charCodeAt(at);
    if (code === mark) {
      // A doubled quote within single quotes is one quote.
      if (mark === quote && source.charCodeAt(at + 1) === quote) return undefined;
      return { type: 'scalar', value: source.slice(start + 1, at), start, end: at + 1 };
    }
    if (!isCharacter(code) || code === 92) return undefined;
  }
  return undefined;
}

function plainScalar(source: string, start: number, end: number): YamlScalar | undefined {
  const text = source.slice(start, end);
  const first = source.charCodeAt(start);
  if (first >= 48 && first <= 57) {
    if (plainInteger.test(text)) return { type: 'scalar', value: Number(text), start, end };
    if (number.test(text)) return undefined;
  } else if (text.length < 6 && notText.test(text)) return undefined;
  return { type: 'scalar', value: text, start, end };
}

/** Only blanks, or a comment after a blank. */
function isRestEmpty(source: string, start: number, stop: number): boolean {
  const at = skipBlanks(source, start, stop);
  if (at >= stop) return true;
  return source.charCodeAt(at) === hash && at > start && isPlainText(source, at, stop);
}

function skipBlanks(source: string, at: number, stop: number): number {
  while (at < stop && source.charCodeAt(at) === blank) at++;
  return at;
}

/** The end of a key of ASCII letters, digits, `-` and `_` that begins with a letter or `_`. */
function wordEnd(source: string, start: number, stop: number): number {
  let at = start;
  for (; at < stop; at++) {
    const code = source.charCodeAt(at);
    const letter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
    if (!letter && (at === start || !((code >= 48 && code <= 57) || code === dash))) break;
  }
  return at;
}

/** Letters and digits, and a few marks that mean nothing to YAML. */
function beginsPlain(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 40 ||
    code === 47 ||
    code === 95 ||
    (code > 0xa0 && isCharacter(code))
  );
}

/** Characters that stand for nothing but themselves; control characters and odd blanks are left to the library. */
function isCharacter(code: number): boolean {
  return (code >= 32 && code < 127) || (code > 0xa0 && code !== 0x2028 && code !== 0x2029 && code !== 0xfeff);
}

/** `"`, `#`, `'`, `:`, `[`, `]`, `{`, `}` may mean something inside a flow list. */
function isFlowCharacter(code: number): boolean {
  if (code === doubleQuote || code === hash || code === quote || code === colon) return false;
  return isCharacter(code) && code !== openBracket && code !== 123 && code !== 125;
}

function isPlainText(source: string, start: number, stop: number): boolean {
  for (let at = start; at < stop; at++) if (!isCharacter(source.charCodeAt(at))) return false;
  return true;
}
