/** What is said of a manifest whose values do not fit (format 1.1). Loaded with the first that has such a fault. */

import type { Finding, FindingFix } from '../language/finding';
import { lineEndOf } from '../text/edits';
import type { Range } from '../text/range';
import { expectedIn } from './expected';
import { nearestTo, replaceFix, shorten, unknownName, valueMessage, wrongValue } from './faults';
import { levels } from './schema';
import { slug } from './slug';
import type { SectionUse } from './template';
import type { YamlMap } from './yaml-tree';

/** The whole manifest is no map. */
export function manifestWithoutKeys(range: Range): Finding {
  return {
    range,
    message: {
      id: 'Manifes berisi baris "kunci: nilai", misalnya "period: 2025-2034".',
      en: 'A manifest holds lines "key: value", such as "period: 2025-2034".',
    },
  };
}

export function wrongId(range: Range, written: string): Finding {
  const better = slug(written);
  return {
    range,
    message: {
      id: `"id" hanya memuat huruf, angka, dan tanda hubung, bukan "${shorten(written)}".`,
      en: `"id" holds only letters, digits and hyphens, not "${shorten(written)}".`,
    },
    ...(better === '' ? {} : { fixes: [replaceFix(range, better)] }),
  };
}

/** @param list the key of the list whose item is no map. */
export function noMap(list: string, range: Range): Finding {
  return {
    range,
    message: {
      id: `Tiap butir "${list}" berisi kunci dan nilai, misalnya { id: ..., title: ... }.`,
      en: `Each item of "${list}" holds keys and values, such as { id: ..., title: ... }.`,
    },
  };
}

/** @param name what the item is called, where it says so: its id is made of that. */
export function withoutId(source: string, range: Range, map: YamlMap, name: string): Finding {
  const id = slug(name);
  return {
    range,
    message: { id: 'Butir ini perlu kunci "id".', en: 'This item needs the key "id".' },
    ...(id === '' || map.entries.length === 0 ? {} : { fixes: [addKeyFix(source, map, `id: ${id}`)] }),
  };
}

/** Writes a key before the first one of a map, in the way that the map is written. */
function addKeyFix(source: string, map: YamlMap, line: string): FindingFix {
  const at = map.entries[0]?.keyRange.start ?? map.start;
  const column = at - (source.lastIndexOf('\n', at - 1) + 1);
  const flow = source[map.start] === '{';
  const text = flow ? `${line}, ` : `${line}${lineEndOf(source)}${' '.repeat(column)}`;
  return {
    title: { id: `Tambahkan "${line}"`, en: `Add "${line}"` },
    edits: [{ edits: [{ range: { start: at, end: at }, text }] }],
    preferred: true,
  };
}

/** An item whose id stands in its list before. */
export function repeatedId(id: string, range: Range, first: Range): Finding {
  return {
    range,
    message: {
      id: `"${shorten(id)}" sudah ada di daftar ini; yang dipakai hanya yang pertama.`,
      en: `"${shorten(id)}" is in this list already; only the first one counts.`,
    },
    related: [{ range: first, message: { id: 'Yang pertama.', en: 'The first one.' } }],
  };
}

export function agencyIsList(range: Range): Finding {
  return {
    range,
    message: {
      id: 'OPD ditulis sebagai nama, atau { id: dinkes, name: Dinas Kesehatan, aliases: [Dinkes] }.',
      en: 'An agency is written as its name, or as { id: dinkes, name: Dinas Kesehatan, aliases: [Dinkes] }.',
    },
  };
}

export function agencyWithoutName(range: Range): Finding {
  return {
    range,
    message: {
      id: 'OPD ini perlu kunci "name" dengan namanya.',
      en: 'This agency needs the key "name" with its name.',
    },
  };
}

export function repeatedRule(id: string, range: Range): Finding {
  return {
    range,
    message: {
      id: `Aturan "${shorten(id)}" sudah ada di atas; yang dipakai hanya yang pertama.`,
      en: `The rule "${shorten(id)}" stands above already; only the first one counts.`,
    },
  };
}

/** @param known the ids of all rules. */
export function unknownRule(id: string, range: Range, known: readonly string[]): Finding {
  const message = { id: `Aturan "${shorten(id)}" tidak dikenal`, en: `The rule "${shorten(id)}" is not known` };
  return { ...unknownName(range, message, nearestTo(id, known)), severity: 'warning' };
}

/** @param isOff whether `off` was written as YAML understands it: false. */
export function wrongLevel(rule: string, range: Range, written: string | undefined, isOff: boolean): Finding {
  const expects = { id: 'off, hint, info, warning, atau error', en: 'off, hint, info, warning or error' };
  return isOff
    ? { range, message: valueMessage(rule, expects, written), fixes: [replaceFix(range, 'off')] }
    : wrongValue(shorten(rule), expects, range, written, levels);
}

/** A mere number: it may be meant for each dimension or for all. */
export function quickWinsAreNumber(range: Range, number: number, written: string): Finding {
  const forms = [`{ per-dimension: ${number} }`, `{ total: ${number} }`];
  return {
    range,
    message: valueMessage('quick-wins', expectedIn('manifest')['quick-wins'].expects, written),
    fixes: forms.map((form) => replaceFix(range, form, false)),
  };
}

export function quickWinsSaidTwice(range: Range): Finding {
  return {
    range,
    message: {
      id: 'Pilih salah satu: "per-dimension" atau "total"; yang dipakai "total".',
      en: 'Choose one: "per-dimension" or "total"; "total" is used.',
    },
  };
}

export function unknownPreset(range: Range, name: string, presets: readonly string[]): Finding {
  const names = presets.join(', ');
  const expects = { id: `nama templat (${names})`, en: `the name of a template (${names})` };
  return wrongValue('template', expects, range, name, presets);
}

/** @param sets the names of the sets of dimensions. */
export function wrongDimensions(range: Range, sets: readonly string[], written?: string): Finding {
  const names = sets.join(', ');
  const expects = {
    id: `nama set dimensi (${names}), atau daftar dimensi`,
    en: `the name of a set of dimensions (${names}), or a list of dimensions`,
  };
  return wrongValue('dimensions', expects, range, written, sets);
}

/** A dimension that is only named, and that no template has. */
export function unknownDimension(range: Range, name: string, ids: readonly string[]): Finding {
  return unknownItem(range, name, ids, {
    id: `Dimensi "${shorten(name)}" belum dikenal`,
    en: `The dimension "${shorten(name)}" is not known yet`,
  });
}

/** A book that is only named, and that the template does not have. */
export function unknownBook(range: Range, name: string, ids: readonly string[]): Finding {
  return unknownItem(range, name, ids, {
    id: `Buku "${shorten(name)}" belum dikenal`,
    en: `The book "${shorten(name)}" is not known yet`,
  });
}

function unknownItem(range: Range, name: string, ids: readonly string[], said: { id: string; en: string }): Finding {
  const meant = nearestTo(name, ids);
  return {
    range,
    message: {
      id: `${said.id}; tulis sebagai { id: ..., title: ... }.`,
      en: `${said.en}; write it as { id: ..., title: ... }.`,
    },
    ...(meant === undefined ? {} : { fixes: [replaceFix(range, meant)] }),
  };
}

/** Something new that only has an id. */
export function withoutTitle(id: string, range: Range): Finding {
  return {
    range,
    message: {
      id: `"${shorten(id)}" belum dikenal di templat, jadi perlu kunci "title".`,
      en: `The template does not know "${shorten(id)}", so it needs the key "title".`,
    },
  };
}

/** A section that is listed, and that neither the template nor the manifest has. */
export function unknownSection({ id, required }: SectionUse, range: Range, ids: readonly string[]): Finding {
  const message = {
    id: `Bagian "${shorten(id)}" tidak ada di templat`,
    en: `The template has no section "${shorten(id)}"`,
  };
  const meant = nearestTo(id, ids);
  return unknownName(range, message, meant, required && meant !== undefined ? `${meant}*` : meant);
}
