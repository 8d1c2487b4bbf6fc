/** YAML with exact ranges: the small tree that manifest and frontmatter are read from. */

import type { Finding } from '../language/finding';
import type { Range } from '../text/range';
import { readFullYaml } from './yaml-full';
import { readPlainYaml } from './yaml-plain';

export type YamlValue = YamlScalar | YamlList | YamlMap;

export interface YamlScalar extends Range {
  readonly type: 'scalar';
  /** YAML 1.2 core schema: dates and `No` are text. */
  readonly value: string | number | boolean | null;
}

export interface YamlList extends Range {
  readonly type: 'list';
  readonly items: readonly YamlValue[];
}

export interface YamlMap extends Range {
  readonly type: 'map';
  readonly entries: readonly YamlEntry[];
}

export interface YamlEntry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: YamlValue;
}

export interface YamlReading {
  /** What can be read, even where something is wrong. Absent for an empty text. */
  readonly root?: YamlValue;
  /** The first error of the syntax, at its place. */
  readonly fault?: Finding;
}

/** Frontmatter and manifests are short; what is longer is not read (format 4). UTF-16 units. */
export const maxYamlLength = 65_536;

/**
 * Reads a stretch of a source as YAML 1.2, core schema: the manifest, or what stands between the `---` lines.
 * Repeated keys all stay in the tree. Never throws; hostile text (deep nesting, alias bombs, thousands of keys) costs
 * little.
 * @param start offset of its first character; a byte-order mark there counts for nothing.
 * @param end offset just past its last one.
 */
export function readYaml(source: string, start = 0, end = source.length): YamlReading {
  const from = source.charCodeAt(start) === 0xfeff ? start + 1 : start;
  if (end - from > maxYamlLength) return tooLong(source, from, end);
  const plain = readPlainYaml(source, from, end);
  if (plain === undefined) {
    // A lone CR ends a line in a chapter, but not in YAML; with line feeds the offsets stay the same.
    const own = source.slice(from, end);
    if (!loneReturn.test(own)) return readFullYaml(source, from, end);
    return readYaml(source.slice(0, from) + own.replace(/\r(?!\n)/g, '\n') + source.slice(end), from, end);
  }
  return plain.entries.length === 0 ? {} : { root: mapOf(plain.entries) };
}

const loneReturn = /\r(?!\n)/;

/** The map of entries that stand one below the other. */
function mapOf(entries: readonly YamlEntry[]): YamlMap {
  const [first, last] = [entries[0] as YamlEntry, entries.at(-1) as YamlEntry];
  return { type: 'map', start: first.keyRange.start, end: last.value.end, entries };
}

/** Read as far as it is plain and within the limit; the fault stands at the first line beyond. */
function tooLong(source: string, start: number, end: number): YamlReading {
  const limit = source.lastIndexOf('\n', start + maxYamlLength) + 1;
  const readable = Math.max(limit, start);
  const plain = readPlainYaml(source, start, readable, true);
  const lineEnd = source.indexOf('\n', readable);
  const fault: Finding = {
    range: { start: readable, end: Math.min(lineEnd < 0 ? end : lineEnd, readable + 80, end) },
    message: {
      id: 'Bagian ini terlalu panjang; yang dibaca hanya 65.536 karakter pertama.',
      en: 'This part is too long; only its first 65,536 characters are read.',
    },
  };
  return plain === undefined || plain.entries.length === 0 ? { fault } : { root: mapOf(plain.entries), fault };
}
