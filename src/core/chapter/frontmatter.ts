/** Frontmatter: what a chapter says of itself between the `---` lines at its very top (format 2.1). */

import type { Finding, FindingFix } from '../language/finding';
import type { Language } from '../language/language';
import { knownEntries, replaceFix, shorten, valueMessage, wrongValue } from '../template/findings';
import { type FrontmatterKey, frontmatterKeys } from '../template/keys';
import { namesOf } from '../template/names';
import type { Dimension, Template } from '../template/template';
import { maxYamlLength, readYaml } from '../template/yaml';
import type { YamlEntry, YamlMap, YamlScalar } from '../template/yaml-tree';
import { nearest } from '../text/distance';
import { lineEndOf } from '../text/edits';
import { detached } from '../text/memo';
import type { Range } from '../text/range';
import type { ChapterStatus, Frontmatter, Placed } from './chapter';

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
  const reader = new Reader(source, template, knownEntries(map, frontmatterKeys, findings), findings);
  const values = reader.read(end, root === undefined || source[root.start] !== '{');
  if (root !== undefined && root.type !== 'map') findings.push(notAMap(root));
  return {
    range: { start, end },
    content,
    keys: map.entries.map((entry) => ({ value: entry.key, range: entry.keyRange })),
    ...values,
    // Where the syntax has a fault, all else may be its consequence.
    findings: fault === undefined ? findings : [fault],
  };
}

function notAMap(root: Range): Finding {
  return {
    range: { start: root.start, end: root.end },
    message: {
      id: 'Bagian atas bab berisi baris "kunci: nilai", misalnya "chapter: vision".',
      en: 'The top of a chapter holds lines "key: value", such as "chapter: vision".',
    },
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
    else if (names.chapter(chapter.value) === undefined) this.unknownChapter(chapter);
    else if (dimension === undefined && names.chapter(chapter.value)?.required === 'per-dimension') {
      this.missingDimension(chapter, end, inLines);
    }
    if (dimension !== undefined && names.dimension(dimension.value) === undefined) this.unknownDimension(dimension);
    const book = this.text('book');
    if (book !== undefined && names.book(book.value) === undefined) this.unknownBook(book);
    const values: { -readonly [key in keyof Values]: Values[key] } = { contributors: this.contributors() };
    const title = this.text('title');
    const order = this.order();
    const status = this.choice<ChapterStatus>('status');
    const owner = this.text('owner');
    const updated = this.updated();
    const lang = this.choice<Language>('lang');
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
  private scalar(key: FrontmatterKey): YamlScalar | undefined {
    const value = this.entries.get(key)?.value;
    if (value === undefined) return undefined;
    if (value.type !== 'scalar') {
      this.findings.push(wrongValue(key, frontmatterKeys[key].expects, rangeOf(value)));
      return undefined;
    }
    return value.value === null || value.value === '' ? undefined : value;
  }

  private text(key: FrontmatterKey): Placed | undefined {
    const scalar = this.scalar(key);
    return scalar === undefined ? undefined : { value: this.written(scalar), range: rangeOf(scalar) };
  }

  /** A title such as `2025` is a number to YAML; what counts is how it is written. */
  private written(scalar: YamlScalar): string {
    const { value, start, end } = scalar;
    // By itself: what is written out (`chapter/read.ts`) would keep all of the text for the sake of its title.
    return detached(typeof value === 'string' ? value.trim() : this.source.slice(start, end));
  }

  private choice<T extends string>(key: 'status' | 'lang'): Placed<T> | undefined {
    const value = this.text(key);
    if (value === undefined) return undefined;
    const { expects, values } = frontmatterKeys[key];
    if ((values as readonly string[]).includes(value.value)) return value as Placed<T>;
    this.findings.push(wrongValue(key, expects, value.range, value.value, values));
    return undefined;
  }

  private order(): Placed<number> | undefined {
    const scalar = this.scalar('order');
    if (scalar === undefined) return undefined;
    const { value } = scalar;
    if (typeof value === 'number' && Number.isFinite(value)) return { value, range: rangeOf(scalar) };
    const range = rangeOf(scalar);
    const written = this.written(scalar);
    const message = valueMessage('order', frontmatterKeys.order.expects, written);
    const digits = /^[^\d]{0,20}(\d{1,6})[^\d]{0,20}$/.exec(written)?.[1];
    this.findings.push(
      digits === undefined
        ? { range, message }
        : { range, message, fixes: [replaceFix(range, String(Number(digits)))] },
    );
    return undefined;
  }

  private updated(): Placed | undefined {
    const date = this.text('updated');
    if (date === undefined || isDate(date.value)) return date;
    const message = valueMessage('updated', frontmatterKeys.updated.expects, date.value);
    const meant = dateMeant(date.value);
    this.findings.push({
      range: date.range,
      message,
      ...(meant === undefined ? {} : { fixes: [replaceFix(date.range, meant)] }),
    });
    return undefined;
  }

  private contributors(): Placed[] {
    const value = this.entries.get('contributors')?.value;
    const { expects } = frontmatterKeys.contributors;
    if (value === undefined || (value.type === 'scalar' && value.value === null)) return [];
    if (value.type !== 'list') {
      const range = rangeOf(value);
      const written = this.source.slice(value.start, value.end);
      const fixes = value.type === 'scalar' && !/[[\]{}#\n]/.test(written) ? [replaceFix(range, `[${written}]`)] : [];
      this.findings.push({
        range,
        message: valueMessage('contributors', expects),
        ...(fixes.length === 0 ? {} : { fixes }),
      });
      return [];
    }
    const contributors: Placed[] = [];
    for (const item of value.items) {
      if (item.type !== 'scalar') this.findings.push(wrongValue('contributors', expects, rangeOf(item)));
      else if (item.value !== null && item.value !== '')
        contributors.push({ value: this.written(item), range: rangeOf(item) });
    }
    return contributors;
  }

  private missingChapter(): void {
    const entry = this.entries.get('chapter');
    // A list or a map has been reported as what it is.
    if (entry === undefined || entry.value.type !== 'scalar') return;
    this.findings.push({ range: entry.keyRange, message: valueMessage('chapter', frontmatterKeys.chapter.expects) });
  }

  private unknownChapter(chapter: Placed): void {
    const meant =
      namesOf(this.template).chapterMeant(chapter.value)?.id ??
      (chapter.value.length > 60
        ? undefined
        : nearest(
            chapter.value,
            this.template.chapters.map((kind) => kind.id),
          ));
    this.findings.push(
      unknownName(chapter, meant, {
        id: `Jenis bab "${shorten(chapter.value)}" tidak ada di templat`,
        en: `The template has no chapter kind "${shorten(chapter.value)}"`,
      }),
    );
  }

  private unknownDimension(dimension: Placed): void {
    const { dimensions } = this.template;
    const named = (name: string): Dimension | undefined => namesOf(this.template).dimension(name);
    const names = dimensions.flatMap(({ id, title, also, wrong }) => [id, title.id, title.en, ...also, ...wrong]);
    const near = dimension.value.length > 60 ? undefined : nearest(dimension.value, names);
    const meant = near === undefined ? undefined : named(near);
    const isId = dimensions.some(({ id }) => id === near);
    this.findings.push(
      unknownName(dimension, isId ? meant?.id : meant?.title.id, {
        id: `Dimensi "${shorten(dimension.value)}" tidak ada di set dimensi masterplan ini`,
        en: `The masterplan's set has no dimension "${shorten(dimension.value)}"`,
      }),
    );
  }

  private unknownBook(book: Placed): void {
    const { books } = this.template;
    const near =
      book.value.length > 60
        ? undefined
        : nearest(
            book.value,
            books.flatMap(({ id, title }) => [id, title.id, title.en]),
          );
    const meant = near === undefined ? undefined : namesOf(this.template).book(near)?.id;
    this.findings.push(
      unknownName(book, meant, {
        id: `Buku "${shorten(book.value)}" tidak ada di templat`,
        en: `The template has no book "${shorten(book.value)}"`,
      }),
    );
  }

  private missingDimension(chapter: Placed, end: number, inLines: boolean): void {
    const entry = this.entries.get('dimension');
    if (entry !== undefined && entry.value.type !== 'scalar') return;
    const { dimensions } = this.template;
    const told = this.dimensionTold(end);
    const offered = told === undefined ? dimensions : [told];
    const fixes = offered.map((dimension): FindingFix => {
      const line = `dimension: ${dimension.id}`;
      return {
        title: { id: `Tambahkan "${line}"`, en: `Add "${line}"` },
        edits: [{ edits: [this.dimensionEdit(chapter, entry, dimension, inLines)] }],
        ...(told === undefined ? {} : { preferred: true }),
      };
    });
    const example = offered[0]?.id ?? 'governance';
    this.findings.push({
      range: chapter.range,
      message: {
        id: `Bab dimensi perlu kunci "dimension", misalnya "dimension: ${example}".`,
        en: `A dimension chapter needs the key "dimension", such as "dimension: ${example}".`,
      },
      fixes,
    });
  }

  private dimensionEdit(chapter: Placed, entry: YamlEntry | undefined, dimension: Dimension, inLines: boolean) {
    if (entry !== undefined) {
      // The key stands there empty: only its value is to be written.
      const at = entry.value.start;
      const gap = this.source[at] === ' ' ? 1 : 0;
      return { range: { start: at + gap, end: at + gap }, text: gap === 1 ? dimension.id : ` ${dimension.id}` };
    }
    if (!inLines)
      return { range: { start: chapter.range.end, end: chapter.range.end }, text: `, dimension: ${dimension.id}` };
    let at = chapter.range.end;
    while (at < this.source.length && this.source[at] !== '\n' && this.source[at] !== '\r') at++;
    return { range: { start: at, end: at }, text: `${lineEndOf(this.source)}dimension: ${dimension.id}` };
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

function unknownName(
  name: Placed,
  meant: string | undefined,
  message: { readonly id: string; readonly en: string },
): Finding {
  if (meant === undefined) return { range: name.range, message: { id: `${message.id}.`, en: `${message.en}.` } };
  return {
    range: name.range,
    message: {
      id: `${message.id}; mungkin maksudnya "${meant}".`,
      en: `${message.en}; perhaps "${meant}" is meant.`,
    },
    fixes: [replaceFix(name.range, meant)],
  };
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}

function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[T ]\S*)?$/.exec(text);
  return match !== null && isDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const months = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des'];
const englishMonths: Readonly<Record<string, string>> = {
  may: 'mei',
  aug: 'agu',
  ags: 'agu',
  agt: 'agu',
  oct: 'okt',
  dec: 'des',
};

/** The date that `7 Oktober 2025`, `7/10/2025` or `2025/10/7` means; the day stands first, as is usual in Indonesia. */
function dateMeant(text: string): string | undefined {
  const dayFirst = /^(\d{1,2})[\s./-]+(\d{1,2}|\p{L}{3,9})[\s./-]+(\d{4})$/u.exec(text);
  const yearFirst = /^(\d{4})[\s./-]+(\d{1,2})[\s./-]+(\d{1,2})$/.exec(text);
  const [day, month, year] =
    dayFirst !== null
      ? dayFirst.slice(1)
      : yearFirst !== null
        ? yearFirst.slice(1).reverse()
        : [undefined, undefined, undefined];
  if (day === undefined || month === undefined || year === undefined) return undefined;
  const short = month.slice(0, 3).toLowerCase();
  const monthNumber = /^\d/.test(month) ? Number(month) : months.indexOf(englishMonths[short] ?? short) + 1;
  if (!isDay(Number(year), monthNumber, Number(day))) return undefined;
  return `${year}-${String(monthNumber).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
