/** What a preview shows of a chapter beyond its Markdown, by lines: status, SWOT as four fields, codes as links, gaps. */

import type { Book } from '../book/book';
import { namesIn } from '../book/codes';
import { joinedProgrammes, missingFields, plannedEntry, requiredFields } from '../book/programmes';
import { type Definition, referencesIn } from '../book/references';
import type { Chapter, ChapterStatus, FoundSection, Part, ProgrammeTable } from '../chapter/chapter';
import { hasPlaceFor } from '../chapter/programmes';
import type { Language, Text } from '../language/language';
import { type Quadrant, quadrants } from '../template/template';
import { countTo, trimRange } from '../text/range';
import { completenessOf } from './completeness';
import { codePlaces } from './preview-places';

/** Lines from 0, the last one exclusive. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

export interface PreviewQuadrant extends Lines {
  readonly quadrant: Quadrant;
}

export interface PreviewLink {
  /** The line in which the code is named. */
  readonly line: number;
  /** The code as it stands there. */
  readonly code: string;
  /** Where it has its meaning, and what that line is called in the preview of its chapter. */
  readonly uri: string;
  readonly target: number;
  readonly place: string;
  /** What it stands for, in words. */
  readonly title: string;
}

/** A programme that lacks required fields. */
export interface PreviewGap {
  /** The line of its row or its heading. */
  readonly line: number;
  /** The columns, from 0, of the cells that are empty; none where the programme is no row. */
  readonly columns: readonly number[];
  readonly text: string;
}

export interface Preview {
  /** The status (a draft where none is given) and how many required sections are written. */
  readonly badge: { readonly status: ChapterStatus; readonly text: string; readonly isOpen: boolean };
  /** Quadrants that follow each other, each with its label or heading. Quadrants in a table are a grid already. */
  readonly swot: readonly (readonly PreviewQuadrant[])[];
  /** Lines with a code that others may lead to, and what each is called. */
  readonly places: ReadonlyMap<number, string>;
  readonly links: readonly PreviewLink[];
  readonly gaps: readonly PreviewGap[];
  /** Tables of programmes that have no column at all for a required field: the line of the header. */
  readonly tableGaps: readonly { readonly line: number; readonly text: string }[];
}

/** What is to be shown of a chapter. Of what was not read nothing is said. */
export function previewOf(book: Book, chapter: Chapter, language: Language): Preview {
  return {
    badge: badgeOf(book, chapter, language),
    swot: chapter.parts.flatMap((part) => quadrantsOf(chapter, part)),
    places: codePlaces(chapter),
    links: linksOf(book, chapter),
    ...gapsOf(book, chapter, language),
  };
}

const statuses: Readonly<Record<ChapterStatus, Text>> = {
  draft: { id: 'Draf', en: 'Draft' },
  review: { id: 'Sedang ditinjau', en: 'In review' },
  final: { id: 'Final', en: 'Final' },
};

function badgeOf(book: Book, chapter: Chapter, language: Language): Preview['badge'] {
  const status = chapter.frontmatter.status?.value ?? 'draft';
  const { done, required, open } = completenessOf(book, chapter);
  const parts = { id: `${done} dari ${required} bagian`, en: `${done} of ${required} sections` };
  const words = required > 0 ? [statuses[status][language], parts[language]] : [statuses[status][language]];
  return { status, text: words.join(' · '), isOpen: open.length > 0 };
}

// ---- SWOT

const isQuadrant = (kind: string): kind is Quadrant => (quadrants as readonly string[]).includes(kind);

function quadrantsOf(chapter: Chapter, part: Part): PreviewQuadrant[][] {
  const within = new Map<FoundSection | undefined, FoundSection[]>(part.swot.map(({ found }) => [found, []]));
  for (const found of part.found) if (isQuadrant(found.kind)) within.get(found.within)?.push(found);
  return part.swot.flatMap(({ found: around }) => {
    const lineAfter = (end: number) => chapter.lines.lineAt(trimRange(chapter.source, around.start, end).end) + 1;
    const inside = within.get(around)?.map((found) => ({ found, line: chapter.lines.lineAt(found.start) })) ?? [];
    // Several in one line are the head of a table.
    const counts = new Map<number, number>();
    for (const { line } of inside) counts.set(line, (counts.get(line) ?? 0) + 1);
    const alone = inside.filter(({ line }) => counts.get(line) === 1);
    const headings = around.section?.children.map(({ start }) => start) ?? [];
    const ends = [...inside.map(({ found }) => found.start), ...headings, around.end].sort((a, b) => a - b);
    const fields = alone.map(({ found, line }): PreviewQuadrant => {
      const following = ends[countTo(ends, found.start, (end) => end)] ?? around.end;
      const next = Math.min(following, found.section?.end ?? around.end);
      return { quadrant: found.kind as Quadrant, from: line, to: lineAfter(next) };
    });
    fields.sort((a, b) => a.from - b.from);
    return fields.length < 2 ? [] : [fields];
  });
}

// ---- Codes

function linksOf(book: Book, chapter: Chapter): PreviewLink[] {
  const index = referencesIn(book);
  const seen = new Set<string>();
  return namesIn(book).flatMap((use) => {
    if (use.chapter !== chapter) return [];
    const line = chapter.lines.lineAt(use.reference.start);
    const code = use.reference.value;
    const key = `${line} ${code}`;
    const definition = index.definitionsOf(use)[0];
    if (definition === undefined || seen.has(key)) return [];
    seen.add(key);
    return [{ line, code, ...targetOf(definition) }];
  });
}

function targetOf({ chapter, code, text }: Definition): Omit<PreviewLink, 'line' | 'code'> {
  const target = chapter.lines.lineAt(code.start);
  const place = codePlaces(chapter).get(target) ?? '';
  return { uri: chapter.uri, target, place, title: `${code.value} ${text}` };
}

// ---- Gaps

function gapsOf(book: Book, chapter: Chapter, language: Language): Pick<Preview, 'gaps' | 'tableGaps'> {
  const gaps: PreviewGap[] = [];
  const tables = new Set<ProgrammeTable>();
  const tableGaps: { line: number; text: string }[] = [];
  const titles = (fields: readonly { readonly title: Text }[]) => fields.map(({ title }) => title[language]).join(', ');
  for (const joined of joinedProgrammes(book)) {
    const entry = plannedEntry(joined);
    if (entry?.chapter !== chapter) continue;
    const { programme } = entry;
    const { table, row } = programme;
    const missing = missingFields(joined, book.settings);
    if (missing.length > 0) {
      const columns = missing.flatMap(({ id }) => {
        const column = row === undefined ? -1 : (table?.columns.indexOf(id) ?? -1);
        return column < 0 ? [] : [column];
      });
      const text = { id: `Belum diisi: ${titles(missing)}`, en: `Missing: ${titles(missing)}` }[language];
      gaps.push({ line: chapter.lines.lineAt((row ?? programme).start), columns, text });
    }
    if (table === undefined || tables.has(table)) continue;
    tables.add(table);
    const lacking = requiredFields(book.settings).filter(({ id }) => !hasPlaceFor(programme, id));
    if (lacking.length === 0) continue;
    const text = { id: `Belum ada kolom: ${titles(lacking)}`, en: `No column for: ${titles(lacking)}` }[language];
    tableGaps.push({ line: chapter.lines.lineAt(table.titles.start), text });
  }
  return { gaps, tableGaps };
}
