/** What is said of frontmatter whose values do not fit (format 2.1). Loaded with the first chapter that has such a fault. */

import type { Finding, FindingFix } from '../language/finding';
import { expectedIn } from '../template/expected';
import { nearestTo, replaceFix, shorten, unknownName, valueMessage } from '../template/faults';
import { namesOf } from '../template/names';
import type { Dimension, Template } from '../template/template';
import type { YamlEntry, YamlValue } from '../template/yaml-tree';
import { lineEndOf } from '../text/edits';
import { endOfLine } from '../text/line-edges';
import type { Range } from '../text/range';
import type { Placed } from './chapter';
import { isDay } from './dates';

/** The whole frontmatter is no map. */
export function frontmatterWithoutKeys({ start, end }: Range): Finding {
  return {
    range: { start, end },
    message: {
      id: 'Bagian atas bab berisi baris "kunci: nilai", misalnya "chapter: vision".',
      en: 'The top of a chapter holds lines "key: value", such as "chapter: vision".',
    },
  };
}

/** The key `chapter` stands there without a value. */
export function emptyChapter(range: Range): Finding {
  return { range, message: valueMessage('chapter', expectedIn('frontmatter').chapter.expects) };
}

export function wrongOrder(range: Range, written: string): Finding {
  const message = valueMessage('order', expectedIn('frontmatter').order.expects, written);
  const digits = /^[^\d]{0,20}(\d{1,6})[^\d]{0,20}$/.exec(written)?.[1];
  return digits === undefined
    ? { range, message }
    : { range, message, fixes: [replaceFix(range, String(Number(digits)))] };
}

export function wrongDate({ value, range }: Placed): Finding {
  const message = valueMessage('updated', expectedIn('frontmatter').updated.expects, value);
  const meant = dateMeant(value);
  return meant === undefined ? { range, message } : { range, message, fixes: [replaceFix(range, meant)] };
}

/** Contributors that are no list: one name alone may become one. */
export function contributorsAreNoList(source: string, { type, start, end }: YamlValue): Finding {
  const range = { start, end };
  const message = valueMessage('contributors', expectedIn('frontmatter').contributors.expects);
  const written = source.slice(start, end);
  return type === 'scalar' && !/[[\]{}#\n]/.test(written)
    ? { range, message, fixes: [replaceFix(range, `[${written}]`)] }
    : { range, message };
}

export function chapterOfUnknownKind({ value, range }: Placed, template: Template): Finding {
  const ids = template.chapters.map(({ id }) => id);
  const message = {
    id: `Jenis bab "${shorten(value)}" tidak ada di templat`,
    en: `The template has no chapter kind "${shorten(value)}"`,
  };
  return unknownName(range, message, namesOf(template).chapterMeant(value)?.id ?? nearestTo(value, ids));
}

export function chapterOfUnknownDimension({ value, range }: Placed, template: Template): Finding {
  const { dimensions } = template;
  const names = dimensions.flatMap(({ id, title, also, wrong }) => [id, title.id, title.en, ...also, ...wrong]);
  const near = nearestTo(value, names);
  const meant = near === undefined ? undefined : namesOf(template).dimension(near);
  const isId = dimensions.some(({ id }) => id === near);
  const message = {
    id: `Dimensi "${shorten(value)}" tidak ada di set dimensi masterplan ini`,
    en: `The masterplan's set has no dimension "${shorten(value)}"`,
  };
  return unknownName(range, message, isId ? meant?.id : meant?.title.id);
}

export function chapterOfUnknownBook({ value, range }: Placed, template: Template): Finding {
  const near = nearestTo(
    value,
    template.books.flatMap(({ id, title }) => [id, title.id, title.en]),
  );
  const message = {
    id: `Buku "${shorten(value)}" tidak ada di templat`,
    en: `The template has no book "${shorten(value)}"`,
  };
  return unknownName(range, message, near === undefined ? undefined : namesOf(template).book(near)?.id);
}

/** Where a chapter without its dimension stands, and how its frontmatter is written. */
export interface WithoutDimension {
  readonly source: string;
  readonly chapter: Placed;
  /** The key `dimension`, where it stands there empty. */
  readonly entry: YamlEntry | undefined;
  /** The dimension that the chapter's title or first heading names. */
  readonly told: Dimension | undefined;
  /** Whether each key has a line of its own. */
  readonly inLines: boolean;
}

export function withoutDimension(place: WithoutDimension, { dimensions }: Template): Finding {
  const { chapter, told } = place;
  const offered = told === undefined ? dimensions : [told];
  const fixes = offered.map((dimension): FindingFix => {
    const line = `dimension: ${dimension.id}`;
    return {
      title: { id: `Tambahkan "${line}"`, en: `Add "${line}"` },
      edits: [{ edits: [dimensionEdit(place, dimension)] }],
      ...(told === undefined ? {} : { preferred: true }),
    };
  });
  const example = offered[0]?.id ?? 'governance';
  return {
    range: chapter.range,
    message: {
      id: `Bab dimensi perlu kunci "dimension", misalnya "dimension: ${example}".`,
      en: `A dimension chapter needs the key "dimension", such as "dimension: ${example}".`,
    },
    fixes,
  };
}

function dimensionEdit({ source, chapter, entry, inLines }: WithoutDimension, { id }: Dimension) {
  if (entry !== undefined) {
    // The key stands there empty: only its value is to be written.
    const at = entry.value.start;
    const gap = source[at] === ' ' ? 1 : 0;
    return { range: { start: at + gap, end: at + gap }, text: gap === 1 ? id : ` ${id}` };
  }
  if (!inLines) return { range: { start: chapter.range.end, end: chapter.range.end }, text: `, dimension: ${id}` };
  const at = endOfLine(source, chapter.range.end);
  return { range: { start: at, end: at }, text: `${lineEndOf(source)}dimension: ${id}` };
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
