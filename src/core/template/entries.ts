/** The keys of a map in a manifest or in frontmatter: each that is known, once. */

import type { Finding } from '../language/finding';
import { repeatedKey, unknownKey } from './faults';
import { type Keyed, knownKeys } from './keys';
import type { YamlEntry, YamlMap } from './yaml-tree';

/** Beyond these, more findings of one kind say nothing new about a text of rubbish. */
const mostOfOneKind = 100;

/**
 * Splits a map into the entries whose key is known, each key once, and reports the others.
 * @param findings where the findings go: unknown keys as warnings with the nearest key, repeated keys as errors.
 */
export function knownEntries(map: YamlMap, keyed: Keyed, findings: Finding[]): Map<string, YamlEntry> {
  const known: readonly string[] = knownKeys[keyed];
  const entries = new Map<string, YamlEntry>();
  const unknown: YamlEntry[] = [];
  const repeated: YamlEntry[] = [];
  for (const entry of map.entries) {
    if (!known.includes(entry.key)) unknown.push(entry);
    else if (entries.has(entry.key)) repeated.push(entry);
    else entries.set(entry.key, entry);
  }
  for (const entry of unknown.slice(0, mostOfOneKind)) {
    findings.push(
      unknownKey(
        entry,
        known.filter((key) => !entries.has(key)),
      ),
    );
  }
  for (const entry of repeated.slice(0, mostOfOneKind)) {
    findings.push(repeatedKey(entry, entries.get(entry.key) as YamlEntry));
  }
  return entries;
}
