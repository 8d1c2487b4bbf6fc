/** The findings that manifest and frontmatter share: unknown keys, repeated keys, and values that do not fit. */

import type { Finding, FindingFix } from '../language/finding';
import type { Text } from '../language/language';
import { nearest } from '../text/distance';
import type { Range } from '../text/range';
import type { KnownKeys } from './keys';
import type { YamlEntry, YamlMap } from './yaml-tree';

/** Beyond these, more findings of one kind say nothing new about a text of rubbish. */
const mostOfOneKind = 100;

/** A fix that replaces one stretch of the file. */
export function replaceFix(range: Range, text: string, preferred = true): FindingFix {
  return {
    title: { id: `Ganti dengan "${text}"`, en: `Replace by "${text}"` },
    edits: [{ edits: [{ range, text }] }],
    ...(preferred ? { preferred: true } : {}),
  };
}

/**
 * Splits a map into the entries whose key is known, each key once, and reports the others.
 * @param findings where the findings go: unknown keys as warnings with the nearest key, repeated keys as errors.
 */
export function knownEntries(map: YamlMap, known: KnownKeys, findings: Finding[]): Map<string, YamlEntry> {
  const entries = new Map<string, YamlEntry>();
  const unknown: YamlEntry[] = [];
  const repeated: YamlEntry[] = [];
  for (const entry of map.entries) {
    if (!Object.hasOwn(known, entry.key)) unknown.push(entry);
    else if (entries.has(entry.key)) repeated.push(entry);
    else entries.set(entry.key, entry);
  }
  for (const entry of unknown.slice(0, mostOfOneKind)) {
    findings.push(
      unknownKey(
        entry,
        Object.keys(known).filter((key) => !entries.has(key)),
      ),
    );
  }
  for (const entry of repeated.slice(0, mostOfOneKind)) {
    findings.push(repeatedKey(entry, entries.get(entry.key) as YamlEntry));
  }
  return entries;
}

function unknownKey(entry: YamlEntry, free: readonly string[]): Finding {
  const { key, keyRange } = entry;
  const meant = key.length > 60 ? undefined : nearest(key, free);
  const shown = shorten(key);
  if (meant === undefined) {
    return {
      range: keyRange,
      severity: 'warning',
      message: { id: `Kunci "${shown}" tidak dikenal di sini.`, en: `The key "${shown}" is not known here.` },
    };
  }
  return {
    range: keyRange,
    severity: 'warning',
    message: {
      id: `Kunci "${shown}" tidak dikenal; mungkin maksudnya "${meant}".`,
      en: `The key "${shown}" is not known; perhaps "${meant}" is meant.`,
    },
    fixes: [replaceFix(keyRange, meant)],
  };
}

function repeatedKey(entry: YamlEntry, first: YamlEntry): Finding {
  return {
    range: entry.keyRange,
    message: {
      id: `Kunci "${entry.key}" sudah ada di atas; yang dipakai hanya yang pertama.`,
      en: `The key "${entry.key}" stands above already; only the first one counts.`,
    },
    related: [{ range: first.keyRange, message: { id: 'Yang pertama.', en: 'The first one.' } }],
  };
}

/**
 * A value that is not what its key takes: an error on the value's own range.
 * @param name the key as it is written.
 * @param written the value as text, where one could be meant by another: its nearest candidate becomes the fix.
 */
export function wrongValue(
  name: string,
  expects: Text,
  range: Range,
  written?: string,
  candidates: readonly string[] = [],
): Finding {
  const message = valueMessage(name, expects, written);
  if (written === undefined || candidates.length === 0 || written.length > 60) return { range, message };
  const meant = begunWith(written, candidates) ?? nearest(written, candidates);
  if (meant !== undefined) return { range, message, fixes: [replaceFix(range, meant)] };
  return candidates.length > 8
    ? { range, message }
    : { range, message, fixes: candidates.map((candidate) => replaceFix(range, candidate, false)) };
}

/** `warn` is `warning`, cut short: nearer than what has as many letters. */
function begunWith(written: string, candidates: readonly string[]): string | undefined {
  const begun = written.length < 3 ? [] : candidates.filter((candidate) => candidate.startsWith(written.toLowerCase()));
  return begun.length === 1 ? begun[0] : undefined;
}

/** `"status" berisi "draft", "review", atau "final", bukan "revisi".` */
export function valueMessage(name: string, expects: Text, written?: string): Text {
  if (written === undefined) return { id: `"${name}" berisi ${expects.id}.`, en: `"${name}" holds ${expects.en}.` };
  const shown = shorten(written);
  return {
    id: `"${name}" berisi ${expects.id}, bukan "${shown}".`,
    en: `"${name}" holds ${expects.en}, not "${shown}".`,
  };
}

/** Words of the file within a message: on one line, and not the whole file. */
export function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
