/** Frontmatter: what a chapter says of itself between the `---` lines at its very top (format 2.1). */

import type { Finding } from '../language/finding';
import { knownEntries } from '../template/entries';
import { wrongValueOf } from '../template/faults';
import { type KeyOf, languages, statuses } from '../template/keys';
import { namesOf } from '../template/names';
import type { Dimension, Template } from '../template/template';
import { maxYamlLength, readYaml } from '../template/yaml';
import type { YamlEntry, YamlMap, YamlScalar } from '../template/yaml-tree';
import { detached } from '../text/memo';
import type { Range } from '../text/range';
import type { Frontmatter, Placed } from './chapter';
import { isDay } from './dates';
import * as faults from './frontmatter-faults';

const chapterLine = /^["']?chapter["']?[ \t]*:(?=[ \t\r\n]|$)/m;

/**
 * Whether a Markdown text says that it is a chapter: frontmatter at its very top, with a line that begins with
 * `chapter:`. So cheap that every Markdown file may be asked. A byte-order mark and CRLF do not matter.
 */
export function looksLikeChapter(source: string): boolean {
  const start = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!source.startsWith('---', start)) return false;
  const opening = /---[ \t]*(?:\r\n?|\n)/y;
  opening.lastIndex = start;
  if (!opening.test(source)) return false;
  const content = source.slice(opening.lastIndex, opening.lastIndex + maxYamlLength);
  const closing = /^---[ \t]*$/m.exec(content);
  // Beyond the limit of frontmatter the closing line is not looked for.
  if (closing === null && content.length < maxYamlLength) return false;
  return chapterLine.test(closing === null ? content : content.slice(0, closing.index));
}

/**
 * Reads a chapter's frontmatter. Never throws: what does not fit is left out, and said in the findings.
 * @param block the frontmatter as the blocks have it; absent where the text has none.
 * @param template decides which chapter kinds, dimensions and books there are.
 */
export function readFrontmatter(
  source: string,
  block: (Range & { readonly content: Range }) | undefined,
  template: Template,
): Frontmatter {
  if (block === undefined) {
    const nowhere = { start: 0, end: 0 };
    return { range: nowhere, content: nowhere, keys: [], contributors: [], findings: [] };
  }
  const { start, end, content } = block;
  const { root, fault } = readYaml(source, content.start, content.end);
  const findings: Finding[] = [];
  const map: YamlMap = root?.type === 'map' ? root : { type: 'map', ...content, entries: [] };
  const reader = new Reader(source, template, knownEntries(map, 'frontmatter', findings), findings);
  const values = reader.read(end, root === undefined || source[root.start] !== '{');
  if (root !== undefined && root.type !== 'map') findings.push(faults.frontmatterWithoutKeys(root));
  return {
    range: { start, end },
    content,
    keys: map.entries.map((entry) => ({ value: entry.key, range: entry.keyRange })),
    ...values,
    // Where the syntax has a fault, all else may be its consequence.
    findings: fault === undefined ? findings : [fault],
  };
}

type Values = Omit<Frontmatter, 'range' | 'content' | 'keys' | 'findings'>;

class Reader {
  constructor(
    private readonly source: string,
    private readonly template: Template,
    private readonly entries: ReadonlyMap<string, YamlEntry>,
    private readonly findings: Finding[],
  ) {}

  read(end: number, inLines: boolean): Values {
    const names = namesOf(this.template);
    const chapter = this.text('chapter');
    const dimension = this.text('dimension');
    if (chapter === undefined) this.missingChapter();
    else if (names.chapter(chapter.value) === undefined)
      this.findings.push(faults.chapterOfUnknownKind(chapter, this.template));
    else if (dimension === undefined && names.chapter(chapter.value)?.required === 'per-dimension') {
      this.missingDimension(chapter, end, inLines);
    }
    if (dimension !== undefined && names.dimension(dimension.value) === undefined) {
      this.findings.push(faults.chapterOfUnknownDimension(dimension, this.template));
    }
    const book = this.text('book');
    if (book !== undefined && names.book(book.value) === undefined) {
      this.findings.push(faults.chapterOfUnknownBook(book, this.template));
    }
    const values: { -readonly [key in keyof Values]: Values[key] } = { contributors: this.contributors() };
    const title = this.text('title');
    const order = this.order();
    const status = this.choice('status', statuses);
    const owner = this.text('owner');
    const updated = this.updated();
    const lang = this.choice('lang', languages);
    // Keys that are not there are left out, so that two readings can be compared.
    if (chapter !== undefined) values.chapter = chapter;
    if (dimension !== undefined) values.dimension = dimension;
    if (title !== undefined) values.title = title;
    if (book !== undefined) values.book = book;
    if (order !== undefined) values.order = order;
    if (status !== undefined) values.status = status;
    if (owner !== undefined) values.owner = owner;
    if (updated !== undefined) values.updated = updated;
    if (lang !== undefined) values.lang = lang;
    return values;
  }

  /** A key's scalar; an empty one is not there. */
  private scalar(key: KeyOf<'frontmatter'>): YamlScalar | undefined {
    const value = this.entries.get(key)?.value;
    if (value === undefined) return undefined;
    if (value.type !== 'scalar') {
      this.findings.push(wrongValueOf('frontmatter', key, rangeOf(value)));
      return undefined;
    }
    return value.value === null || value.value === '' ? undefined : value;
  }

  private text(key: KeyOf<'frontmatter'>): Placed | undefined {
    const scalar = this.scalar(key);
    return scalar === undefined ? undefined : { value: this.written(scalar), range: rangeOf(scalar) };
  }

  /** A title such as `2025` is a number to YAML; what counts is how it is written. */
  private written(scalar: YamlScalar): string {
    const { value, start, end } = scalar;
    // By itself: what is written out (`chapter/read.ts`) would keep all of the text for the sake of its title.
    return detached(typeof value === 'string' ? value.trim() : this.source.slice(start, end));
  }

  private choice<T extends string>(key: 'status' | 'lang', values: readonly T[]): Placed<T> | undefined {
    const value = this.text(key);
    if (value === undefined) return undefined;
    if ((values as readonly string[]).includes(value.value)) return value as Placed<T>;
    this.findings.push(wrongValueOf('frontmatter', key, value.range, value.value));
    return undefined;
  }

  private order(): Placed<number> | undefined {
    const scalar = this.scalar('order');
    if (scalar === undefined) return undefined;
    const { value } = scalar;
    if (typeof value === 'number' && Number.isFinite(value)) return { value, range: rangeOf(scalar) };
    this.findings.push(faults.wrongOrder(rangeOf(scalar), this.written(scalar)));
    return undefined;
  }

  private updated(): Placed | undefined {
    const date = this.text('updated');
    if (date === undefined || isDate(date.value)) return date;
    this.findings.push(faults.wrongDate(date));
    return undefined;
  }

  private contributors(): Placed[] {
    const value = this.entries.get('contributors')?.value;
    if (value === undefined || (value.type === 'scalar' && value.value === null)) return [];
    if (value.type !== 'list') {
      this.findings.push(faults.contributorsAreNoList(this.source, value));
      return [];
    }
    const contributors: Placed[] = [];
    for (const item of value.items) {
      if (item.type !== 'scalar') {
        this.findings.push(wrongValueOf('frontmatter', 'contributors', rangeOf(item)));
      } else if (item.value !== null && item.value !== '')
        contributors.push({ value: this.written(item), range: rangeOf(item) });
    }
    return contributors;
  }

  private missingChapter(): void {
    const entry = this.entries.get('chapter');
    // A list or a map has been reported as what it is.
    if (entry === undefined || entry.value.type !== 'scalar') return;
    this.findings.push(faults.emptyChapter(entry.keyRange));
  }

  private missingDimension(chapter: Placed, end: number, inLines: boolean): void {
    const entry = this.entries.get('dimension');
    if (entry !== undefined && entry.value.type !== 'scalar') return;
    const told = this.dimensionTold(end);
    this.findings.push(faults.withoutDimension({ source: this.source, chapter, entry, told, inLines }, this.template));
  }

  /** The dimension that the chapter's title names, in frontmatter or in its first heading. */
  private dimensionTold(end: number): Dimension | undefined {
    const names = namesOf(this.template);
    const title = this.entries.get('title')?.value;
    const own = title?.type === 'scalar' ? names.dimensionWithin(this.written(title)) : undefined;
    if (own !== undefined) return own;
    const heading = /^#[ \t]+([^\r\n]{1,200})/m.exec(this.source.slice(end, end + 4000))?.[1];
    return heading === undefined ? undefined : names.dimensionWithin(heading);
  }
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}

function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[T ]\S*)?$/.exec(text);
  return match !== null && isDay(Number(match[1]), Number(match[2]), Number(match[3]));
}
