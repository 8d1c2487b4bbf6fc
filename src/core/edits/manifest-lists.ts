/** Adds to the lists of a manifest in the way that they are written. */

import { readYaml } from '../template/yaml';
import type { YamlList } from '../template/yaml-tree';
import { lineEndOf, type TextEdit } from '../text/edits';

/** Where a new item goes, and what stands around it. */
interface ListEnd {
  readonly at: number;
  readonly lead: string;
  /** Within `[…]` a comma would part the item in two. */
  readonly flow: boolean;
}

/** A manifest is asked again and again while its text stays the same. */
let asked: { readonly source: string; readonly key: string; readonly end: ListEnd | undefined } | undefined;

/**
 * Adds a text at the end of a top-level list of a manifest, in its own style: `- name` lines, or `[a, b]`.
 * @returns nothing where the manifest has no such list, or writes it in a way that cannot be gone on with.
 */
export function addToManifestList(source: string, key: string, text: string): TextEdit | undefined {
  if (asked?.source !== source || asked.key !== key) asked = { source, key, end: endOfList(source, key) };
  const { end } = asked;
  if (end === undefined) return undefined;
  return { range: { start: end.at, end: end.at }, text: end.lead + scalar(text, end.flow) };
}

function endOfList(source: string, key: string): ListEnd | undefined {
  const { root, fault } = readYaml(source);
  if (fault !== undefined || root?.type !== 'map') return undefined;
  const lists = root.entries.filter((entry) => entry.key === key);
  const list = lists[0]?.value;
  if (lists.length !== 1 || list?.type !== 'list') return undefined;
  const last = list.items.at(-1);
  if (source[list.start] !== '[') return endOfBlock(source, list);
  return last === undefined ? { at: list.start + 1, lead: '', flow: true } : { at: last.end, lead: ', ', flow: true };
}

function endOfBlock(source: string, list: YamlList): ListEnd | undefined {
  const [first, last] = [list.items[0], list.items.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const start = source.lastIndexOf('\n', first.start - 1) + 1;
  const dash = /^[ \t]*-[ \t]+$/.exec(source.slice(start, first.start));
  if (dash === null) return undefined;
  let at = last.end;
  while (at < source.length && source[at] !== '\n' && source[at] !== '\r') at++;
  return { at, lead: lineEndOf(source) + dash[0], flow: false };
}

/** A text as a YAML value: plain where YAML reads it back as the same text, else in double quotes. */
export function scalar(text: string, flow: boolean): string {
  const plain = flow ? /^\p{L}[\p{L}\p{N} .&()/'_-]*$/u : /^\p{L}[\p{L}\p{N} .,&()/'_-]*$/u;
  const isWord = /^(?:true|false|null|yes|no|on|off)$/i.test(text);
  return plain.test(text) && !isWord ? text : JSON.stringify(text);
}
