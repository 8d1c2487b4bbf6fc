/** The outline of a masterplan as plain data: books, chapters, sections and items, and what is missing among them. */

import { type Book, booksOf, nameOfBook } from '../book/book';
import { writtenLanguage } from '../book/language';
import { type MissingChapter, missingDimensions, missingKinds } from '../book/missing-chapters';
import {
  blockBeside,
  type ChapterOfBlocks,
  chapterBefore,
  chapterOfBlocks,
  type WantedChapter,
} from '../book/where-missing';
import type { Chapter, ChapterStatus, Code, FoundSection, Part, Programme, Section } from '../chapter/chapter';
import { type MissingSection, missingSections } from '../chapter/missing';
import { titleWords } from '../chapter/sections';
import { placeOfMissing } from '../chapter/where-missing';
import type { Language } from '../language/language';
import type { Settings } from '../template/settings';
import type { BookKind } from '../template/template';
import { decoded } from '../text/decoded';
import { Attached } from '../text/memo';
import { contains, countTo, type Range } from '../text/range';
import { type Steps, toEnd } from '../text/steps';

export type OutlineKind =
  | 'masterplan'
  | 'book'
  | 'chapter'
  | 'dimension'
  | 'section'
  | 'swot-item'
  | 'strategy'
  | 'programme'
  | 'quick-win';

export interface OutlineItem {
  /** The same as long as the thing is the same, however the text around it changes. */
  readonly id: string;
  readonly kind: OutlineKind;
  readonly label: string;
  /** What stands small beside the label: an item's code. */
  readonly detail?: string;
  /** Of a chapter that names one. */
  readonly status?: ChapterStatus;
  /** The file it is in, for a missing chapter the manifest; a book within the masterplan has none. */
  readonly uri?: string;
  /** All that it covers. */
  readonly range?: Range;
  /** Where one goes to see it; for a missing section where it would be reported. */
  readonly place?: Range;
  /** A section id of the template, where the section is recognised or missing. */
  readonly section?: string;
  /** A required section or chapter that is not there. */
  readonly missing?: true;
  /** Of a missing chapter, and of a dimension's missing part in the chapter that all of them share: what it would be. */
  readonly wanted?: WantedChapter;
  readonly children: readonly OutlineItem[];
}

/**
 * The outline of one masterplan, or of a loose chapter: masterplan > books > chapters in order > sections > items.
 * A missing required section stands where it belongs among its siblings, named by the template in the book's language;
 * and so does a missing required chapter, in its book.
 * The item of a chapter that has not changed is the same object as before; its id is the chapter's URI.
 */
export function outlineOf(book: Book): OutlineItem[] {
  return toEnd(outlineInSteps(book));
}

/** The same, in pieces: each is one chapter that has not been laid out before. */
export function* outlineInSteps(book: Book): Steps<OutlineItem[]> {
  const lacking = lackingIn(book);
  for (const chapter of book.chapters) {
    const known = ofChapters.get(chapter)?.item;
    if (chapterItem(chapter, book, lacking) !== known) yield;
  }
  return withFrame(book, lacking);
}

/** What a masterplan lacks as a whole, as the rules tell it, by where it belongs. */
interface Lacking {
  /** In the template's order. */
  readonly chapters: readonly MissingChapter[];
  /** The chapter that the dimensions share, where some are missing in it. */
  readonly together?: ChapterOfBlocks & { readonly missing: readonly MissingChapter[] };
}

function lackingIn(book: Book): Lacking {
  const kinds = missingKinds(book);
  const missing = missingDimensions(book);
  const together = missing.length > 0 ? chapterOfBlocks(book) : undefined;
  if (together !== undefined) return { chapters: kinds, together: { ...together, missing } };
  const order = book.settings.template.chapters.map(({ id }) => id);
  return { chapters: [...kinds, ...missing].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)) };
}

function withFrame(book: Book, lacking: Lacking): OutlineItem[] {
  const { manifest, settings } = book;
  if (manifest === undefined) return book.chapters.map((chapter) => chapterItem(chapter, book, lacking));
  const root = manifest.uri;
  const books = booksOf(book.chapters, settings);
  const { books: shelves } = settings.template;
  // What belongs to none of the books, as far as can be told, stands behind them.
  const there = new Map<BookKind | undefined, Chapter[]>([...shelves, undefined].map((shelf) => [shelf, []]));
  const shelfOf = (id: string | undefined) => shelves.find((one) => one.id === id);
  for (const chapter of book.chapters) there.get(shelfOf(books.get(chapter.uri)))?.push(chapter);
  const children = [...there].flatMap(([shelf, chapters]): OutlineItem[] => {
    const items = chapters.map((chapter) => chapterItem(chapter, book, lacking));
    for (const missing of lacking.chapters) {
      if (shelfOf(missing.book) !== shelf) continue;
      const before = chapterBefore(book, chapters, missing);
      const at = before === undefined ? 0 : items.findIndex(({ id }) => id === before.uri) + 1;
      putInGap(missingItem(missing, settings), items, at);
    }
    if (shelf === undefined || items.length === 0) return items;
    return [{ id: `${root}#${shelf.id}`, kind: 'book', label: shelf.title[settings.language], children: items }];
  });
  return [
    {
      id: root,
      kind: 'masterplan',
      label: nameOfBook(book) ?? 'Masterplan',
      uri: root,
      range: { start: 0, end: manifest.source.length },
      place: manifest.firstLine,
      children,
    },
  ];
}

function missingItem(wanted: MissingChapter, { language }: Settings): OutlineItem {
  const { kind, dimension = '', title, uri } = wanted;
  const id = `${uri}#chapter/${kind}/${dimension}`;
  return { id, kind: 'chapter', label: title[language], uri, missing: true, wanted, children: [] };
}

/** The missing section that an outline item stands for; none where it has been added since. */
export function missingSectionOf(
  item: OutlineItem,
  book: Book,
): { readonly chapter: Chapter; readonly part: Part; readonly missing: MissingSection } | undefined {
  const chapter = book.chapters.find((candidate) => candidate.uri === item.uri);
  if (chapter === undefined || !item.missing) return undefined;
  for (const part of chapter.parts) {
    for (const missing of missingSections(chapter, part, book.settings.template)) {
      const place = missing.within?.place ?? part.place;
      if (missing.kind === item.section && place.start === item.place?.start) return { chapter, part, missing };
    }
  }
  return undefined;
}

/** The item with an id, in these items or below them. */
export function outlineItem(items: readonly OutlineItem[], id: string): OutlineItem | undefined {
  for (const item of itemsIn(items)) if (item.id === id) return item;
  return undefined;
}

/** These items, each before those below it. */
export function* itemsIn(items: readonly OutlineItem[]): Generator<OutlineItem> {
  for (const item of items) {
    yield item;
    yield* itemsIn(item.children);
  }
}

/** The way from the root to the smallest item around an offset of a file; empty where the outline has none. */
export function outlinePath(items: readonly OutlineItem[], uri: string, offset: number): OutlineItem[] {
  // Where one section ends and the next begins, the cursor is in the one that begins.
  for (const item of items.toReversed()) {
    if (item.missing) continue;
    const below = outlinePath(item.children, uri, offset);
    if (below.length > 0) return [item, ...below];
    if (item.uri === uri && item.range && item.range.start <= offset && offset <= item.range.end) return [item];
  }
  return [];
}

/** An item while its chapter is being laid out. */
interface Draft {
  kind: OutlineKind;
  label: string;
  detail?: string;
  range: Range;
  place: Range;
  section?: string;
  missing?: true;
  wanted?: WantedChapter;
  /** What tells it from its siblings; of two with one name the second gets a number. */
  name: string;
  children: Draft[];
}

interface Known {
  readonly settings: Settings;
  /** The ids of the dimensions that it lacks. */
  readonly lacks: string;
  readonly item: OutlineItem;
}

/** A chapter and the settings never change, and what it lacks of the set hardly does: so this is done once. */
const ofChapters = new Attached<Chapter, Known>();

function chapterItem(chapter: Chapter, book: Book, lacking: Lacking): OutlineItem {
  const { settings } = book;
  const { together } = lacking;
  const lacks = together?.chapter === chapter ? together.missing.map(({ dimension }) => dimension).join(' ') : '';
  const known = ofChapters.get(chapter);
  if (known?.settings === settings && known.lacks === lacks) return known.item;
  const kind = settings.template.chapters.find((candidate) => candidate.id === chapter.kind);
  const label = chapter.titleText || kind?.title[writtenLanguage(settings, chapter)] || nameOfFile(chapter.uri);
  const drafts = new ChapterLayout(chapter, book, lacking).drafts();
  const item: OutlineItem = {
    id: chapter.uri,
    kind: 'chapter',
    label,
    ...(chapter.frontmatter.status === undefined ? {} : { status: chapter.frontmatter.status.value }),
    uri: chapter.uri,
    range: { start: 0, end: chapter.source.length },
    place: titlePlace(chapter),
    children: finish(drafts, chapter.uri, `${chapter.uri}#`),
  };
  ofChapters.set(chapter, { settings, lacks, item });
  return item;
}

function titlePlace({ title, frontmatter }: Chapter): Range {
  return title?.heading ?? frontmatter.range;
}

function nameOfFile(uri: string): string {
  return decoded(uri.slice(uri.lastIndexOf('/') + 1));
}

function finish(drafts: readonly Draft[], uri: string, prefix: string): OutlineItem[] {
  const seen = new Map<string, number>();
  return drafts.map((draft) => {
    const times = (seen.get(draft.name) ?? 0) + 1;
    seen.set(draft.name, times);
    const id = `${prefix}/${draft.name}${times > 1 ? `~${times}` : ''}`;
    const { kind, label, detail, range, place, section, missing, wanted } = draft;
    return {
      id,
      kind,
      label,
      ...(detail === undefined ? {} : { detail }),
      uri,
      range,
      place,
      ...(section === undefined ? {} : { section }),
      ...(missing === undefined ? {} : { missing }),
      ...(wanted === undefined ? {} : { wanted }),
      children: finish(draft.children, uri, id),
    };
  });
}

class ChapterLayout {
  private readonly ofSection = new Map<Section, Draft>();
  private readonly ofFound = new Map<FoundSection, Draft>();
  private readonly language: Language;

  constructor(
    private readonly chapter: Chapter,
    private readonly book: Book,
    private readonly lacking: Lacking,
  ) {
    this.language = writtenLanguage(book.settings, chapter);
  }

  drafts(): Draft[] {
    const { chapter } = this;
    const headings = chapter.sections.flatMap((section) => (section === chapter.title ? section.children : [section]));
    const roots = headings.map((section) => this.sectionDraft(section));
    for (const part of chapter.parts) this.addPart(part, roots);
    const { together } = this.lacking;
    if (together?.chapter === chapter) for (const one of together.missing) this.addDimension(one, together, roots);
    return roots;
  }

  private sectionDraft(section: Section): Draft {
    const title = titleWords(section).trim();
    const draft: Draft = {
      kind: section.dimension === undefined ? 'section' : 'dimension',
      label: section.text || title,
      range: section,
      place: section.heading,
      name: section.dimension ?? section.kind ?? title.toLowerCase(),
      children: section.children.map((child) => this.sectionDraft(child)),
    };
    if (section.kind !== undefined) draft.section = section.kind;
    this.ofSection.set(section, draft);
    return draft;
  }

  private addPart(part: Part, roots: Draft[]): void {
    const top = part.opener === undefined ? roots : this.childrenOf(part.opener);
    this.addFound(part, top);
    const within = this.firstWithin(part);
    for (const swot of part.swot) {
      const quadrants = within.get(swot.found);
      for (const item of swot.items) {
        const draft = itemDraft('swot-item', item, item.text, item.textRange, item.code);
        place(draft, quadrants?.get(item.quadrant)?.children ?? top);
      }
    }
    for (const item of part.strategies) {
      this.addItem(itemDraft('strategy', item, item.text, item.textRange, item.code), top);
    }
    for (const programme of part.programmes) this.addProgramme('programme', programme, top);
    for (const quickWin of part.quickWins) this.addProgramme('quick-win', quickWin, top);
    const { template } = this.book.settings;
    for (const missing of missingSections(this.chapter, part, template)) this.addMissing(part, missing, top);
  }

  /** Recognised sections that are no headings (labels, columns) get an item of their own. */
  private addFound(part: Part, top: Draft[]): void {
    for (const found of part.found) {
      const own = found.section && this.ofSection.get(found.section);
      if (own !== undefined) {
        this.ofFound.set(found, own);
        continue;
      }
      const draft: Draft = {
        kind: 'section',
        label: this.titleOf(found.kind),
        range: found,
        place: found.place,
        section: found.kind,
        name: found.kind,
        children: [],
      };
      this.ofFound.set(found, draft);
      place(draft, (found.within && this.ofFound.get(found.within)?.children) ?? top);
    }
  }

  /** By the section around them, the first of the recognised sections of each kind. */
  private firstWithin(part: Part): ReadonlyMap<FoundSection, ReadonlyMap<string, Draft>> {
    const firsts = new Map<FoundSection, Map<string, Draft>>();
    for (const found of part.found) {
      const draft = this.ofFound.get(found);
      if (found.within === undefined || draft === undefined) continue;
      const there = firsts.get(found.within);
      if (there === undefined) firsts.set(found.within, new Map([[found.kind, draft]]));
      else if (!there.has(found.kind)) there.set(found.kind, draft);
    }
    return firsts;
  }

  private addProgramme(kind: 'programme' | 'quick-win', programme: Programme, top: Draft[]): void {
    const draft = itemDraft(kind, programme, programme.name, programme.nameRange, programme.code);
    const own = programme.section && this.ofSection.get(programme.section);
    if (own === undefined) this.addItem(draft, top);
    else Object.assign(own, draft, { children: own.children });
  }

  /** Puts an item below the innermost heading around it; a heading that is the item itself becomes it. */
  private addItem(draft: Draft, top: Draft[]): void {
    let children = top;
    for (;;) {
      const around = holderOf(draft.place, children);
      if (around === undefined) break;
      if (contains(around.place, draft.place)) {
        Object.assign(around, draft, { range: around.range, place: around.place, children: around.children });
        return;
      }
      children = around.children;
    }
    place(draft, children);
  }

  private addMissing(part: Part, missing: MissingSection, top: Draft[]): void {
    const around = missing.within && this.ofFound.get(missing.within);
    const where = missing.within?.place ?? part.place;
    const draft: Draft = {
      kind: 'section',
      label: this.titleOf(missing.kind),
      range: { start: where.start, end: where.start },
      place: where,
      section: missing.kind,
      missing: true,
      name: missing.kind,
      children: [],
    };
    const { siblings, gap } = placeOfMissing(this.chapter, part, missing, this.book.settings.template);
    const all = around?.children ?? top;
    const before = siblings[gap - 1] && this.ofFound.get(siblings[gap - 1] as FoundSection);
    const after = siblings[gap] && this.ofFound.get(siblings[gap] as FoundSection);
    const children = (before && holding(all, before)) ?? (after && holding(all, after)) ?? all;
    const behind = before === undefined ? -1 : children.indexOf(before);
    const ahead = after === undefined ? -1 : children.indexOf(after);
    if (behind < 0 && ahead >= 0) children.splice(ahead, 0, draft);
    else putInGap(draft, children, behind < 0 ? children.length : behind + 1);
  }

  /** A dimension whose block is missing, in the order of the set. */
  private addDimension(wanted: MissingChapter, together: ChapterOfBlocks, roots: Draft[]): void {
    const { dimension = '', title } = wanted;
    const where = titlePlace(this.chapter);
    const draft: Draft = {
      kind: 'dimension',
      label: title[this.language],
      range: { start: where.start, end: where.start },
      place: where,
      missing: true,
      wanted,
      name: dimension,
      children: [],
    };
    const { block, isBehind } = blockBeside(together, dimension, this.book.settings);
    const beside = this.ofSection.get(block.opener) as Draft;
    const siblings = holding(roots, beside) as Draft[];
    const at = siblings.indexOf(beside);
    if (isBehind) putInGap(draft, siblings, at + 1);
    else siblings.splice(at, 0, draft);
  }

  private childrenOf(section: Section): Draft[] {
    return this.ofSection.get(section)?.children ?? [];
  }

  private titleOf(kind: string): string {
    const found = this.book.settings.template.sections.find((candidate) => candidate.id === kind);
    return found?.title[this.language] ?? kind;
  }
}

function itemDraft(kind: OutlineKind, range: Range, text: string, words: Range, code: Code | undefined): Draft {
  const draft: Draft = {
    kind,
    label: text || code?.value || '…',
    range: { start: range.start, end: range.end },
    place: words.end > words.start ? words : range,
    name: code === undefined ? `${kind} ${text.toLowerCase()}` : `${kind} ${code.value}`,
    children: [],
  };
  if (code !== undefined) draft.detail = code.value;
  return draft;
}

/** Among its siblings in the order of the text; what is missing comes in after all others. */
function place(draft: Draft, siblings: Draft[]): void {
  const at = countTo(siblings, draft.place.start, (sibling) => sibling.place.start);
  siblings.splice(at, 0, draft);
}

/** Several missing ones in one gap keep the template's order: each goes behind those that were put there before it. */
function putInGap<T extends { readonly missing?: true }>(missing: T, siblings: T[], gap: number): void {
  let at = gap;
  while (siblings[at]?.missing) at++;
  siblings.splice(at, 0, missing);
}

/** What may hold an item among those that stand around it: the first, as only columns of one table overlap. */
function holderOf(place: Range, siblings: readonly Draft[]): Draft | undefined {
  let holder: Draft | undefined;
  for (let at = countTo(siblings, place.start, ({ range }) => range.start) - 1; at >= 0; at--) {
    const sibling = siblings[at] as Draft;
    if (!encloses(sibling.range, place)) break;
    if (sibling.kind !== 'swot-item') holder = sibling;
  }
  return holder;
}

/** A range's end belongs to what follows it. */
function encloses(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.start < outer.end;
}

/** The children among which an item stands, in this list or below it. */
function holding(children: Draft[], wanted: Draft): Draft[] | undefined {
  if (children.includes(wanted)) return children;
  for (const child of children) {
    const below = holding(child.children, wanted);
    if (below !== undefined) return below;
  }
  return undefined;
}
