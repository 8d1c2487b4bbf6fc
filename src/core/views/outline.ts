/** The outline of a masterplan as plain data: books, chapters, sections and items, and the sections that are missing. */

import { type Book, booksOf, nameOfBook } from '../book/book';
import { writtenLanguage } from '../book/language';
import type { Chapter, ChapterStatus, Code, FoundSection, Part, Programme, Section } from '../chapter/chapter';
import { type MissingSection, missingSections, placeOfMissing } from '../chapter/missing';
import { titleWords } from '../chapter/sections';
import type { Language } from '../language/language';
import type { Settings } from '../template/settings';
import type { Titled } from '../template/template';
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
  /** The file it is in; a book within the masterplan has none. */
  readonly uri?: string;
  /** All that it covers. */
  readonly range?: Range;
  /** Where one goes to see it; for a missing section where it would be reported. */
  readonly place?: Range;
  /** A section id of the template, where the section is recognised or missing. */
  readonly section?: string;
  /** A required section that is not there. */
  readonly missing?: true;
  readonly children: readonly OutlineItem[];
}

/**
 * The outline of one masterplan, or of a loose chapter: masterplan > books > chapters in order > sections > items.
 * A missing required section stands where it belongs among its siblings, named by the template in the book's language.
 * The item of a chapter that has not changed is the same object as before; its id is the chapter's URI.
 */
export function outlineOf(book: Book): OutlineItem[] {
  return toEnd(outlineInSteps(book));
}

/** The same, in pieces: each is one chapter that has not been laid out before. */
export function* outlineInSteps(book: Book): Steps<OutlineItem[]> {
  for (const chapter of book.chapters) {
    if (ofChapters.get(chapter)?.settings === book.settings) continue;
    chapterItem(chapter, book);
    yield;
  }
  return withFrame(book);
}

function withFrame(book: Book): OutlineItem[] {
  const { manifest, settings } = book;
  if (manifest === undefined) return book.chapters.map((chapter) => chapterItem(chapter, book));
  const root = manifest.uri;
  const books = booksOf(book.chapters, settings);
  const children: OutlineItem[] = [];
  let open: { readonly kind: Titled; readonly chapters: OutlineItem[] } | undefined;
  for (const chapter of book.chapters) {
    const kind = settings.template.books.find((candidate) => candidate.id === books.get(chapter.uri));
    if (kind === undefined) {
      open = undefined;
      children.push(chapterItem(chapter, book));
      continue;
    }
    if (open?.kind !== kind) {
      open = { kind, chapters: [] };
      children.push({
        id: `${root}#${kind.id}`,
        kind: 'book',
        label: kind.title[settings.language],
        children: open.chapters,
      });
    }
    open.chapters.push(chapterItem(chapter, book));
  }
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
  for (const item of items) {
    const found = item.id === id ? item : outlineItem(item.children, id);
    if (found !== undefined) return found;
  }
  return undefined;
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
  /** What tells it from its siblings; of two with one name the second gets a number. */
  name: string;
  children: Draft[];
}

/** A chapter and the settings it was laid out with never change, so this is done once. */
const ofChapters = new Attached<Chapter, { readonly settings: Settings; readonly item: OutlineItem }>();

function chapterItem(chapter: Chapter, book: Book): OutlineItem {
  const known = ofChapters.get(chapter);
  if (known?.settings === book.settings) return known.item;
  const kind = book.settings.template.chapters.find((candidate) => candidate.id === chapter.kind);
  const label = chapter.titleText || kind?.title[writtenLanguage(book.settings, chapter)] || nameOfFile(chapter.uri);
  const drafts = new ChapterLayout(chapter, book).drafts();
  const item: OutlineItem = {
    id: chapter.uri,
    kind: 'chapter',
    label,
    ...(chapter.frontmatter.status === undefined ? {} : { status: chapter.frontmatter.status.value }),
    uri: chapter.uri,
    range: { start: 0, end: chapter.source.length },
    place: chapter.title?.heading ?? chapter.frontmatter.range,
    children: finish(drafts, chapter.uri, `${chapter.uri}#`),
  };
  ofChapters.set(chapter, { settings: book.settings, item });
  return item;
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
    const { kind, label, detail, range, place, section, missing } = draft;
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
  ) {
    this.language = writtenLanguage(book.settings, chapter);
  }

  drafts(): Draft[] {
    const { chapter } = this;
    const headings = chapter.sections.flatMap((section) => (section === chapter.title ? section.children : [section]));
    const roots = headings.map((section) => this.sectionDraft(section));
    for (const part of chapter.parts) this.addPart(part, roots);
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
    let at = behind >= 0 ? behind + 1 : ahead >= 0 ? ahead : children.length;
    // Several missing ones in one gap keep the template's order: each goes behind those that were put there before it.
    while (children[at]?.missing && (behind >= 0 || ahead < 0)) at++;
    children.splice(at, 0, draft);
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
