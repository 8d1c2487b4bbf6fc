/**
 * What is said of manifest and frontmatter alike: unknown keys, repeated keys, and values that do not fit. Loaded with the
 * first text that has such a fault, as are `manifest-faults.ts` and `chapter/frontmatter-faults.ts`.
 */

import type { Finding, FindingFix } from '../language/finding';
import type { Text } from '../language/language';
import { nearest } from '../text/distance';
import type { Range } from '../text/range';
import { type Expected, expectedIn } from './expected';
import type { Keyed, KeyOf } from './keys';
import type { YamlEntry } from './yaml-tree';

/** What is longer was not meant as a name. UTF-16 units. */
const longestName = 60;

/** The name that was most likely meant. */
export function nearestTo(written: string, names: readonly string[]): string | undefined {
  return written.length > longestName ? undefined : nearest(written, names);
}

/** A fix that replaces one stretch of the file. */
export function replaceFix(range: Range, text: string, preferred = true): FindingFix {
  return {
    title: { id: `Ganti dengan "${text}"`, en: `Replace by "${text}"` },
    edits: [{ edits: [{ range, text }] }],
    ...(preferred ? { preferred: true } : {}),
  };
}

/** @param free the keys that are known and not given yet; the nearest is offered. */
export function unknownKey(entry: YamlEntry, free: readonly string[]): Finding {
  const { key, keyRange } = entry;
  const meant = nearestTo(key, free);
  const shown = shorten(key);
  if (meant === undefined) {
    // `{ name: Dinas Perdagangan, Koperasi dan UKM }`: the comma ends the name, and its rest becomes a key.
    const isRest = /\S\s+\S/.test(key) && entry.value.type === 'scalar' && entry.value.value === null;
    return {
      range: keyRange,
      severity: 'warning',
      message: isRest
        ? {
            id: `"${shown}" terbaca sebagai kunci; nama yang memuat koma ditulis dalam tanda kutip.`,
            en: `"${shown}" is read as a key; a name with a comma is written in quotation marks.`,
          }
        : { id: `Kunci "${shown}" tidak dikenal di sini.`, en: `The key "${shown}" is not known here.` },
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

export function repeatedKey(entry: YamlEntry, first: YamlEntry): Finding {
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
  if (written === undefined || candidates.length === 0 || written.length > longestName) return { range, message };
  const meant = begunWith(written, candidates) ?? nearest(written, candidates);
  if (meant !== undefined) return { range, message, fixes: [replaceFix(range, meant)] };
  return candidates.length > 8
    ? { range, message }
    : { range, message, fixes: candidates.map((candidate) => replaceFix(range, candidate, false)) };
}

/**
 * The same of a key that is known, in the words that are known for it.
 * @param candidates what may be meant, where the key does not name its values itself.
 */
export function wrongValueOf<K extends Keyed>(
  keyed: K,
  key: KeyOf<K>,
  range: Range,
  written?: string,
  candidates?: readonly string[],
): Finding {
  const { expects, values = [] }: Expected = expectedIn(keyed)[key];
  return wrongValue(key, expects, range, written, candidates ?? values);
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
  return line.length > longestName ? `${line.slice(0, longestName - 1)}…` : line;
}

/**
 * A name that the template does not have.
 * @param message without its full stop; what was meant instead is said behind it.
 */
export function unknownName(range: Range, message: Text, meant: string | undefined, text = meant): Finding {
  if (meant === undefined || text === undefined) {
    return { range, message: { id: `${message.id}.`, en: `${message.en}.` } };
  }
  return {
    range,
    message: {
      id: `${message.id}; mungkin maksudnya "${meant}".`,
      en: `${message.en}; perhaps "${meant}" is meant.`,
    },
    fixes: [replaceFix(range, text)],
  };
}
