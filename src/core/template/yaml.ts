/** Reads YAML with exact ranges: the plain kind by itself, the rest with the library. */

import type { Finding } from '../language/finding';
import type { Text } from '../language/language';
import { readFullYaml } from './yaml-full';
import { readPlainYaml } from './yaml-plain';
import type { YamlEntry, YamlMap, YamlReading } from './yaml-tree';

/** Frontmatter and manifests are short; what is longer is not read (format 4). UTF-16 units. */
export const maxYamlLength = 65_536;

const maxLineLength = 20_000;

/**
 * Reads a stretch of a source as YAML 1.2, core schema: the manifest, or what stands between the `---` lines.
 * Repeated keys all stay in the tree. Never throws; hostile text (deep nesting, alias bombs, thousands of keys) costs
 * little.
 * @param start offset of its first character; a byte-order mark there counts for nothing.
 * @param end offset just past its last one.
 */
export function readYaml(source: string, start = 0, end = source.length): YamlReading {
  const from = source.charCodeAt(start) === 0xfeff ? start + 1 : start;
  if (end - from > maxYamlLength)
    return cutShort(source, from, end, lineBefore(source, from, from + maxYamlLength), tooLong);
  const plain = readPlainYaml(source, from, end);
  if (plain !== undefined) return plain.entries.length === 0 ? {} : { root: mapOf(plain.entries) };
  const own = source.slice(from, end);
  // A lone CR ends a line in a chapter, but not in YAML; with line feeds the offsets stay the same.
  if (loneReturn.test(own)) {
    return readYaml(source.slice(0, from) + own.replace(/\r(?!\n)/g, '\n') + source.slice(end), from, end);
  }
  const overlong = overlongLine(source, from, end);
  if (overlong !== undefined) return cutShort(source, from, end, overlong, tooLongLine);
  return readFullYaml(source, from, end);
}

const loneReturn = /\r(?!\n)/;

const tooLong: Text = {
  id: 'Bagian ini terlalu panjang; yang dibaca hanya 65.536 karakter pertama.',
  en: 'This part is too long; only its first 65,536 characters are read.',
};

const tooLongLine: Text = {
  id: 'Baris ini terlalu panjang untuk dibaca; paling panjang 20.000 karakter.',
  en: 'This line is too long to be read; it may have 20,000 characters at most.',
};

/** What a finding says where a text was read only in part. */
export const partlyRead: readonly Text[] = [tooLong, tooLongLine];

function lineBefore(source: string, start: number, offset: number): number {
  return Math.max(start, source.lastIndexOf('\n', offset) + 1);
}

/** Where the first line begins that is longer than the limit of format 4. */
function overlongLine(source: string, start: number, end: number): number | undefined {
  for (let line = start; end - line > maxLineLength; ) {
    const last = source.lastIndexOf('\n', line + maxLineLength);
    if (last < line) return line;
    line = last + 1;
  }
  return undefined;
}

/** The map of entries that stand one below the other. */
function mapOf(entries: readonly YamlEntry[]): YamlMap {
  const [first, last] = [entries[0] as YamlEntry, entries.at(-1) as YamlEntry];
  return { type: 'map', start: first.keyRange.start, end: last.value.end, entries };
}

/** Read as far as it is plain, up to an offset; there stands the fault. */
function cutShort(source: string, start: number, end: number, limit: number, message: Text): YamlReading {
  const plain = readPlainYaml(source, start, limit, true);
  const lineEnd = source.indexOf('\n', limit);
  const fault: Finding = {
    range: { start: limit, end: Math.min(lineEnd < 0 ? end : lineEnd, limit + 80, end) },
    message,
  };
  return plain === undefined || plain.entries.length === 0 ? { fault } : { root: mapOf(plain.entries), fault };
}
