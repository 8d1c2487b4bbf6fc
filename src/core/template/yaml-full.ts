/** All of YAML 1.2 (core schema), by the library: for what is beyond the plain `key: value`. */

import { type Alias, isAlias, isMap, isScalar, isSeq, type ParsedNode, parseDocument, type YAMLError } from 'yaml';
import type { Finding } from '../language/finding';
import type { Text } from '../language/language';
import { type Range, wholeCharacters } from '../text/range';
import { emptyScalar, readPlainYaml } from './yaml-plain';
import type { YamlEntry, YamlMap, YamlReading, YamlValue } from './yaml-tree';

/** More than anybody writes by hand; an alias bomb needs few, but they never grow: each stays one reference. */
const maxAliases = 1000;

/**
 * Reads a stretch of a source with the library. Never throws.
 * @returns the tree with offsets into the source; with a fault, what could be read around it.
 */
export function readFullYaml(source: string, start: number, end: number): YamlReading {
  const { root, fault } = readWhole(source, start, end);
  if (fault !== undefined) return withRest(source, start, end, fault);
  return root === undefined ? {} : { root };
}

function readWhole(source: string, start: number, end: number): YamlReading {
  const tree = new Tree(source, start, end);
  try {
    // Unique keys take time that grows with their square; who reads the map sees repeated keys.
    const document = parseDocument(source.slice(start, end), {
      uniqueKeys: false,
      version: '1.2',
      schema: 'core',
      prettyErrors: false,
      logLevel: 'silent',
    });
    const first = firstOf(document.errors);
    if (first !== undefined) return { fault: faultFinding(source, start, end, first) };
    const root = document.contents === null ? undefined : tree.value(document.contents as ParsedNode);
    if (tree.fault !== undefined) return { fault: tree.fault };
    return root === undefined ? {} : { root };
  } catch {
    // Nothing in a text may throw; where the library does, the text is not read.
    return { fault: { range: { start, end: lineEnd(source, start, end) }, message: unreadableText } };
  }
}

class Tree {
  fault: Finding | undefined;
  private readonly anchors = new Map<string, YamlValue | undefined>();
  private aliases = 0;

  constructor(
    private readonly source: string,
    private readonly start: number,
    private readonly end: number,
  ) {}

  value(read: ParsedNode): YamlValue {
    const [from, to] = read.range;
    const range = { start: this.start + from, end: this.start + to };
    if (isAlias(read)) return this.aliased(read, range);
    if (read.anchor !== undefined) this.anchors.set(read.anchor, undefined);
    const value = this.own(read, range);
    if (read.anchor !== undefined) this.anchors.set(read.anchor, value);
    return value;
  }

  private own(read: Exclude<ParsedNode, Alias.Parsed>, range: Range): YamlValue {
    if (isScalar(read)) {
      const { value } = read;
      const end = Math.max(range.start, trimmedEnd(this.source, range.start, range.end));
      const plain =
        value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
          ? value
          : String(value);
      return { type: 'scalar', value: plain, start: range.start, end };
    }
    if (isSeq(read)) {
      const items: YamlValue[] = [];
      for (const item of read.items as ParsedNode[]) {
        const value = this.value(item);
        items.push(isEmpty(value) ? emptyScalar(this.afterMark(items.at(-1)?.end ?? range.start, dashMark)) : value);
      }
      return { type: 'list', start: range.start, end: this.collectionEnd(range, items.at(-1)?.end, read.flow), items };
    }
    const entries: YamlEntry[] = [];
    for (const pair of (read as unknown as { items: { key: ParsedNode | null; value: ParsedNode | null }[] }).items) {
      const key = this.key(pair.key, entries.at(-1)?.value.end ?? range.start);
      const value = pair.value === null ? undefined : this.value(pair.value);
      entries.push({
        ...key,
        value: value === undefined || isEmpty(value) ? emptyScalar(this.afterMark(key.keyRange.end, colonMark)) : value,
      });
    }
    const isFlow = isMap(read) && read.flow;
    return {
      type: 'map',
      start: range.start,
      end: this.collectionEnd(range, entries.at(-1)?.value.end, isFlow),
      entries,
    };
  }

  private key(read: ParsedNode | null, fallback: number): Pick<YamlEntry, 'key' | 'keyRange'> {
    if (read === null) return { key: '', keyRange: { start: fallback, end: fallback } };
    const start = this.start + read.range[0];
    const keyRange = { start, end: Math.max(start, trimmedEnd(this.source, start, this.start + read.range[1])) };
    const written = this.source.slice(keyRange.start, keyRange.end);
    return { key: isScalar(read) && typeof read.value === 'string' ? read.value : written, keyRange };
  }

  /** An alias is one more reference to the same value, never a copy: no bomb grows in this tree. */
  private aliased(alias: Alias.Parsed, range: Range): YamlValue {
    const meant = this.anchors.get(alias.source);
    this.aliases++;
    if (meant === undefined || this.aliases > maxAliases) {
      this.fault ??= {
        range,
        message: !this.anchors.has(alias.source)
          ? (faultTexts.BAD_ALIAS as Text)
          : {
              id: `Rujukan "*${alias.source}" tidak dapat dibaca; tulislah nilainya langsung.`,
              en: `The alias "*${alias.source}" cannot be read; write the value itself.`,
            },
      };
      return emptyScalar(range.start);
    }
    return { ...meant, ...range };
  }

  /** A block collection ends with its last part; the library counts the line end after it as well. */
  private collectionEnd(range: Range, last: number | undefined, flow: boolean | undefined): number {
    return flow || last === undefined ? Math.max(range.start, trimmedEnd(this.source, range.start, range.end)) : last;
  }

  /** Just past the colon or dash that follows an offset, where it follows at once. */
  private afterMark(offset: number, mark: RegExp): number {
    mark.lastIndex = offset;
    const match = mark.exec(this.source);
    return match === null || mark.lastIndex > this.end ? offset : mark.lastIndex;
  }
}

const colonMark = / *:/y;
const dashMark = /(?:\s|#[^\n]*\n)*[-,]?/y;

function isEmpty(value: YamlValue): boolean {
  return value.type === 'scalar' && value.value === null && value.start === value.end;
}

function trimmedEnd(source: string, start: number, end: number): number {
  while (end > start && ' \t\r\n'.includes(source[end - 1] as string)) end--;
  return end;
}

/** Beyond these, a text of rubbish is not searched for more that could be read. */
const mostPieces = 100;

/**
 * Around a fault the library guesses, and an open quote swallows lines. So the text is cut at the lines that begin with
 * a key, and each piece is read by itself: one wrong line spoils no other.
 */
function withRest(source: string, start: number, end: number, fault: Finding): YamlReading {
  const plain = readPlainYaml(source, start, end, true);
  if (plain === undefined) return { fault };
  const byStart = new Map(plain.entries.map((entry) => [entry.keyRange.start, entry]));
  const starts = [...byStart.keys(), ...plain.skipped.filter((line) => keyLine.test(source.slice(line, line + 200)))];
  starts.sort((a, b) => a - b);
  const pieces = new Set<number>();
  let at = -1;
  for (const line of plain.skipped) {
    while ((starts[at + 1] ?? Number.POSITIVE_INFINITY) <= line) at++;
    if (at >= 0 && pieces.size < mostPieces) pieces.add(at);
  }
  for (const piece of pieces) {
    const from = starts[piece] as number;
    const { root } = readWhole(source, from, starts[piece + 1] ?? end);
    const entry = root?.type === 'map' && root.entries.length === 1 ? root.entries[0] : undefined;
    if (entry !== undefined) byStart.set(from, entry);
  }
  const entries = [...byStart.values()].sort((a, b) => a.keyRange.start - b.keyRange.start);
  if (entries.length === 0) return { fault };
  const map: YamlMap = {
    type: 'map',
    start: (entries[0] as YamlEntry).keyRange.start,
    end: (entries.at(-1) as YamlEntry).value.end,
    entries,
  };
  return { root: map, fault };
}

const keyLine = /^["']?[A-Za-z_][^:\r\n]*:(?=\s|$)/;

function firstOf(errors: readonly YAMLError[]): YAMLError | undefined {
  let first: YAMLError | undefined;
  for (const error of errors) if (first === undefined || error.pos[0] < first.pos[0]) first = error;
  return first;
}

const nestedMapping = /^([ \t]*(?:- +)*[^\s:#'"[{][^:#]*:[ \t]+)(\S.*?)[ \t]*$/;

function faultFinding(source: string, start: number, end: number, error: YAMLError): Finding {
  const at = Math.min(start + error.pos[0], Math.max(start, end - 1));
  const line = { start: lineStart(source, at, start), end: lineEnd(source, at, end) };
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY') {
    const match = nestedMapping.exec(source.slice(line.start, line.end));
    const value = match?.[2];
    if (match !== null && value !== undefined && !/^["'[{&*!|>]/.test(value)) {
      const range = {
        start: line.start + (match[1] as string).length,
        end: line.start + (match[1] as string).length + value.length,
      };
      const quoted = `"${value.replace(/[\\"]/g, '\\$&')}"`;
      return {
        range,
        message: faultTexts.BLOCK_AS_IMPLICIT_KEY as Text,
        fixes: [
          {
            title: { id: 'Apit nilai dengan tanda kutip', en: 'Put the value in quotes' },
            edits: [{ edits: [{ range, text: quoted }] }],
            preferred: true,
          },
        ],
      };
    }
  }
  const message = faultTexts[error.code] ?? unreadableText;
  // The library stumbles over what follows an open quote or bracket; what is to be mended is the opening one.
  const open = unclosedCodes.has(error.code) ? unclosed(source, start, at) : undefined;
  if (open !== undefined) return { range: open, message: faultTexts.MISSING_CHAR as Text };
  return { range: wholeCharacters(source, placed(source, start, end, error)), message };
}

const unclosedCodes = new Set([
  'MISSING_CHAR',
  'BAD_INDENT',
  'BLOCK_IN_FLOW',
  'MULTILINE_IMPLICIT_KEY',
  'KEY_OVER_1024_CHARS',
  'UNEXPECTED_TOKEN',
]);

const unreadableText: Text = {
  id: 'Bagian ini belum dapat dibaca sebagai YAML; bentuknya "kunci: nilai", satu per baris.',
  en: 'This part cannot be read as YAML yet; its form is "key: value", one per line.',
};

const faultTexts: Readonly<Record<string, Text>> = {
  BLOCK_AS_IMPLICIT_KEY: {
    id: 'Nilai yang memuat titik dua perlu diapit tanda kutip.',
    en: 'A value that holds a colon needs quotes around it.',
  },
  BAD_INDENT: {
    id: 'Baris ini perlu menjorok sama dengan baris lain di kelompoknya.',
    en: 'This line needs the same indentation as the others of its group.',
  },
  TAB_AS_INDENT: {
    id: 'Awal baris ini memakai tab; YAML hanya mengenal spasi.',
    en: 'This line begins with a tab; YAML knows only blanks there.',
  },
  MISSING_CHAR: {
    id: 'Tanda kutip, kurung, atau koma di bagian ini belum lengkap.',
    en: 'A quote, bracket or comma is missing in this part.',
  },
  BAD_SCALAR_START: {
    id: 'Nilai yang diawali tanda ini perlu diapit tanda kutip.',
    en: 'A value that begins with this mark needs quotes around it.',
  },
  BAD_ALIAS: {
    id: 'Nilai yang diawali "*" atau "&" perlu diapit tanda kutip.',
    en: 'A value that begins with "*" or "&" needs quotes around it.',
  },
  BAD_DQ_ESCAPE: {
    id: 'Garis miring terbalik di antara tanda kutip ganda perlu ditulis dua kali.',
    en: 'A backslash between double quotes needs to be written twice.',
  },
  MULTIPLE_DOCS: {
    id: 'Garis "---" kedua membuka dokumen baru; di sini hanya ada satu.',
    en: 'The second line "---" opens another document; there is only one here.',
  },
  RESOURCE_EXHAUSTION: {
    id: 'Bagian ini bersarang terlalu dalam untuk dibaca.',
    en: 'This part is nested too deep to be read.',
  },
};

/** The error's own place, kept within one line and never empty. */
function placed(source: string, start: number, end: number, error: YAMLError): Range {
  let from = Math.min(start + error.pos[0], end);
  if (trimmedEnd(source, from, lineEnd(source, from, end)) === from) {
    // At the end of a line there is nothing to point at but the last character before it.
    from = Math.max(start, trimmedEnd(source, start, from) - 1);
  }
  const to = Math.max(from + 1, Math.min(start + error.pos[1], lineEnd(source, from, end)));
  return { start: from, end: Math.min(to, end) };
}

const opener = /^[ \t]*(?:- +)*(?:[^\s:#'"[{][^:#\n]*:[ \t]+)?(["'[{])/gm;

/** The value that opens a quote or bracket and does not close it, at or before an offset; to the end of its line. */
function unclosed(source: string, start: number, at: number): Range | undefined {
  const text = source.slice(start, lineEnd(source, at, source.length));
  opener.lastIndex = 0;
  for (let match = opener.exec(text); match !== null && start + match.index <= at; match = opener.exec(text)) {
    const mark = match[1] as string;
    const from = match.index + match[0].length - 1;
    const closing = mark === '[' ? ']' : mark === '{' ? '}' : mark;
    const nextKey = /\n[A-Za-z_][\w-]*:(?=\s|$)/g;
    nextKey.lastIndex = from;
    const limit = nextKey.exec(text)?.index ?? text.length;
    if (!text.slice(from + 1, limit).includes(closing)) {
      return { start: start + from, end: lineEnd(source, start + from, source.length) };
    }
  }
  return undefined;
}

function lineStart(source: string, at: number, least: number): number {
  return Math.max(least, source.lastIndexOf('\n', at - 1) + 1);
}

function lineEnd(source: string, at: number, most: number): number {
  let end = source.indexOf('\n', at);
  if (end < 0 || end > most) end = most;
  return end > at && source[end - 1] === '\r' ? end - 1 : end;
}
