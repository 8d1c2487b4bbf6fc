/**
 * Moves a section to another chapter, or to another place of its own: levels and numbers follow on both sides, and what
 * leads to it or from it (codes, links, footnotes) goes on leading there.
 */

import type { Book } from '../book/book';
import { anchorsByHeading, fileKey } from '../book/links';
import { referencesIn } from '../book/references';
import { rewrittenBook } from '../book/rewrite';
import type { Chapter, Part, Section } from '../chapter/chapter';
import { missingSections, scopeOfPart } from '../chapter/missing';
import { allSections, titleWords } from '../chapter/sections';
import { placeOfMissing } from '../chapter/where-missing';
import type { Text } from '../language/language';
import { editsBetween } from '../text/diff';
import { applyEdits, type FileEdit, lineEndOf, type TextEdit } from '../text/edits';
import { pastLineEnd, startOfLine } from '../text/line-edges';
import { pushAll } from '../text/lists';
import { contains, mergeRanges, type Range } from '../text/range';
import {
  definitionsOf,
  foldLabel,
  freeLabel,
  type LabelDefinition,
  labelUses,
  renameUse,
  startOfTail,
} from './definitions';
import { changeLevels } from './heading-levels';
import { codeEdits, takenCode } from './move-codes';
import { brokenLinks, type HeadingMoves, htmlEdits, linkEdits } from './move-links';
import { parentOf, siblingsOf } from './move-section';
import { closeNumbers, joinNumbers, openNumbers } from './number-places';

/** Where a section goes. */
export interface Destination {
  readonly chapter: Chapter;
  /** The section that it comes to stand below; absent on the highest level of the chapter. */
  readonly parent?: Section;
  /** One of those below the parent, which it goes before; absent at their end. */
  readonly before?: Section;
}

export type SectionMove =
  | {
      readonly edits: readonly (FileEdit & { readonly uri: string })[];
      /** What the author should know before; all of it is theirs to decide. */
      readonly concerns: readonly Text[];
    }
  | { readonly refusal: Text };

/**
 * The place of a section in another chapter: where the template lists it and it is missing, else among its like, else
 * at the end.
 */
export function destinationIn(chapter: Chapter, section: Section, from: Chapter, { settings }: Book): Destination {
  const { template } = settings;
  for (const part of chapter.parts) {
    for (const missing of missingSections(chapter, part, template)) {
      if (missing.kind !== section.kind) continue;
      const { siblings, gap } = placeOfMissing(chapter, part, missing, template);
      const neighbour = siblings[gap]?.section ?? siblings[gap - 1]?.section;
      if (neighbour === undefined) break;
      const parent = parentOf(chapter, neighbour);
      const all = parent?.children ?? chapter.sections;
      const before = siblings[gap]?.section ?? all[all.indexOf(neighbour) + 1];
      return { chapter, ...(parent === undefined ? {} : { parent }), ...(before === undefined ? {} : { before }) };
    }
  }
  const around = parentOf(from, section)?.kind;
  const like =
    around === undefined ? undefined : chapter.parts.flatMap(({ found }) => found).find(({ kind }) => kind === around);
  const parent = like?.section ?? chapter.title ?? undefined;
  return parent === undefined ? { chapter } : { chapter, parent };
}

/** The place of one section in the way of another: before it, on its level. */
export function destinationAt(chapter: Chapter, before: Section): Destination {
  const parent = parentOf(chapter, before);
  return parent === undefined ? { chapter, before } : { chapter, parent, before };
}

/**
 * The edits that move a section with all below it.
 * @returns a refusal where something would be lost or come to mean another thing, else the edits of all files that have
 * to change, and what the author should know before.
 */
export function moveToChapter(book: Book, chapter: Chapter, section: Section, destination: Destination): SectionMove {
  return new Move(book, chapter, section, destination).result();
}

class Move {
  private readonly target: Chapter;
  private readonly isWithin: boolean;
  /** The lines of the section, without the definitions at the chapter's end and the blank lines before what follows. */
  private readonly range: Range;
  /** The blank lines that part it from its neighbour: they go along, so that the way back is the same. */
  private readonly gap: Range;
  private readonly isLast: boolean;
  private readonly definitions: readonly LabelDefinition[];

  constructor(
    private readonly book: Book,
    private readonly chapter: Chapter,
    private readonly section: Section,
    private readonly destination: Destination,
  ) {
    this.target = destination.chapter;
    this.isWithin = this.target === chapter;
    this.definitions = definitionsOf(chapter);
    const { source } = chapter;
    const start = startOfLine(source, section.start);
    const bound = Math.min(section.end, startOfTail(chapter, this.definitions));
    const isLast = section.end >= source.length;
    const end = start + source.slice(start, isLast ? bound : startOfLine(source, section.end)).trimEnd().length;
    this.isLast = isLast;
    this.range = { start, end };
    this.gap = isLast
      ? { start: source.slice(0, start).trimEnd().length, end: start }
      : { start: end, end: startOfLine(source, section.end) };
  }

  result(): SectionMove {
    const refusal = this.reasonAgainst();
    if (refusal !== undefined) return { refusal };
    const by = this.level() - this.section.heading.level;
    const levels = changeLevels(this.chapter.source, this.section, by);
    if (levels === undefined) {
      const id = `Di sana "${this.title}" menjadi lebih dalam dari enam tingkat judul.`;
      return { refusal: { id, en: `"${this.title}" would go deeper there than six levels of headings.` } };
    }
    const codes = codeEdits(this.book, { chapter: this.chapter, range: this.range, dimensionOf: this.dimensionOf });
    if ('refusal' in codes) return codes;
    const moving = [...levels, ...this.ownNumbers()];
    const others = new Map<Chapter, TextEdit[]>();
    const addTo = (chapter: Chapter, edits: readonly TextEdit[]) =>
      others.set(chapter, [...(others.get(chapter) ?? []), ...edits]);
    const isInside = ({ range }: TextEdit) => contains(this.range, range);
    for (const [chapter, edits] of codes.edits) {
      for (const edit of edits) {
        if (chapter === this.chapter && isInside(edit)) moving.push(edit);
        else addTo(chapter, [edit]);
      }
    }
    addTo(this.chapter, this.numbersLeft());
    addTo(this.target, openNumbers(this.joined()));
    // Which anchors the headings have afterwards is seen in the texts that are right but for their links.
    const first = this.texts(moving, others, []);
    const moves = this.headingMoves(first);
    if (moves === undefined) return { refusal: this.reshaped() };
    const chapters = new Map(this.book.chapters.map((one) => [fileKey(one.uri), one]));
    const there = [
      ...linkEdits(this.chapter, this.target.uri, chapters, moves),
      ...htmlEdits(this.chapter, this.range, this.target.uri),
    ];
    for (const chapter of this.book.chapters) {
      const edits = linkEdits(chapter, chapter.uri, chapters, moves);
      addTo(chapter, chapter === this.chapter ? edits.filter((edit) => !isInside(edit)) : edits);
    }
    pushAll(moving, there.filter(isInside));
    const texts = this.texts(moving, others, there);
    return this.checked(texts);
  }

  private get title(): string {
    return titleWords(this.section);
  }

  private reasonAgainst(): Text | undefined {
    const { chapter, section, target, destination } = this;
    if (section === chapter.title) {
      return {
        id: `"${this.title}" adalah judul bab; yang dapat dipindahkan ialah bagian di bawahnya.`,
        en: `"${this.title}" is the chapter's title; what can be moved are the sections below it.`,
      };
    }
    const around = [...allSections([section])];
    const isItself = (one: Section | undefined) => one !== undefined && around.includes(one);
    if (isItself(destination.parent) || isItself(destination.before)) {
      return {
        id: `"${this.title}" tidak dapat dipindahkan ke dalam dirinya sendiri.`,
        en: `"${this.title}" cannot be moved into itself.`,
      };
    }
    const partlyRead = [chapter, target].find(({ excess }) => excess.length > 0);
    if (partlyRead !== undefined) {
      const name = partlyRead.titleText;
      return { id: `Bab "${name}" hanya terbaca sebagian.`, en: `The chapter "${name}" is read only in part.` };
    }
    const parted = chapter.generated.some(
      (one) => one.start < this.range.end && this.range.start < one.end && !contains(this.range, one),
    );
    const at = this.at();
    if (parted || target.generated.some((one) => one.start < at && at < one.end)) {
      return {
        id: 'Bagian yang ditulis oleh alat ini tidak dapat dipisahkan atau disisipi.',
        en: 'What the tool itself writes cannot be parted, and nothing goes into it.',
      };
    }
    const taken = takenCode(this.book, { chapter, range: this.range, dimensionOf: this.dimensionOf });
    if (taken === undefined) return undefined;
    return {
      id: `Kode ${taken.code} di sana sudah dipakai oleh "${taken.text}"; ganti dahulu salah satunya.`,
      en: `The code ${taken.code} belongs to "${taken.text}" there; rename one of them first.`,
    };
  }

  private reshaped(): Text {
    return {
      id: `"${this.title}" tidak dapat dipindahkan ke sana tanpa mengubah susunan lainnya.`,
      en: `"${this.title}" cannot go there without changing how others are arranged.`,
    };
  }

  // ---- The place

  private siblings(): readonly Section[] {
    const { parent, chapter } = this.destination;
    return (parent?.children ?? chapter.sections).filter((one) => one !== this.section);
  }

  private level(): number {
    const { parent, before } = this.destination;
    const beside =
      before ??
      this.siblings()
        .filter((one) => one !== this.target.title)
        .at(-1);
    return beside?.heading.level ?? (parent?.heading.level ?? 1) + 1;
  }

  /** Where it is put in: right before the next heading, or behind all that stands below its parent. */
  private at(): number {
    const { source } = this.target;
    const { before, parent } = this.destination;
    if (before !== undefined) return startOfLine(source, before.start);
    const end = parent?.end ?? source.length;
    if (end < source.length) return startOfLine(source, end);
    return source.slice(0, startOfTail(this.target, definitionsOf(this.target))).trimEnd().length;
  }

  private joined() {
    const siblings = this.siblings();
    const { before, parent } = this.destination;
    const place = before === undefined ? siblings.length : siblings.indexOf(before);
    return { source: this.target.source, parent, siblings, place };
  }

  private ownNumbers(): TextEdit[] {
    return joinNumbers(this.chapter.source, this.section, this.joined());
  }

  private numbersLeft(): TextEdit[] {
    return closeNumbers(this.chapter.source, siblingsOf(this.chapter, this.section), this.section);
  }

  /** The part of the target that the place lies in. */
  private part(): Part | undefined {
    const { parent } = this.destination;
    return this.target.parts.find(
      ({ opener, start, end }) => opener === undefined || (parent !== undefined && contains({ start, end }, parent)),
    );
  }

  private readonly dimensionOf = (before: string | undefined, { start }: Range): string | undefined => {
    const own = this.chapter.parts.find((part) => part.start === start);
    const isOwnBlock = own?.opener !== undefined && contains(this.range, own.opener.heading);
    if (isOwnBlock && this.target.kind === 'dimensions') return before;
    return this.part()?.dimension;
  };

  // ---- The texts

  /**
   * The texts of all files that change, by URI.
   * @param there the edits that text of the chapter gets where it comes to the target: definitions that go along.
   */
  private texts(
    moving: readonly TextEdit[],
    others: ReadonlyMap<Chapter, readonly TextEdit[]>,
    there: readonly TextEdit[],
  ): Map<string, string> {
    const edits = new Map([...others].map(([chapter, own]) => [chapter, [...own]]));
    const labels = this.isWithin ? undefined : this.labels(others.get(this.chapter) ?? [], there);
    const all = [...moving, ...(labels?.inside ?? [])];
    const words = this.converted(this.slice(this.range, all));
    const gap = this.converted(this.chapter.source.slice(this.gap.start, this.gap.end));
    const at = this.at();
    const { source } = this.target;
    // Behind the last words of a file; else before a heading.
    const isBehind =
      this.destination.before === undefined && (this.destination.parent?.end ?? source.length) >= source.length;
    const put = { range: { start: at, end: at }, text: isBehind ? gap + words : words + gap };
    const start = this.isLast ? this.gap.start : this.range.start;
    const end = this.isLast ? this.range.end : this.gap.end;
    const isRemoved = ({ range }: TextEdit) => labels?.removed.some((one) => contains(one, range));
    const staying = (edits.get(this.chapter) ?? []).filter((edit) => !isRemoved(edit));
    edits.set(this.chapter, [...staying, { range: { start, end }, text: '' }, ...(labels?.left ?? [])]);
    edits.set(this.target, [...(edits.get(this.target) ?? []), put, ...(labels?.added ?? [])]);
    const texts = new Map<string, string>();
    for (const [chapter, ofChapter] of edits) {
      const text = applyEdits(chapter.source, ofChapter);
      if (text !== chapter.source) texts.set(chapter.uri, text);
    }
    return texts;
  }

  private slice(range: Range, edits: readonly TextEdit[]): string {
    const own = edits.filter((edit) => contains(range, edit.range));
    return applyEdits(
      this.chapter.source.slice(range.start, range.end),
      own.map(({ range: { start, end }, text }) => ({
        range: { start: start - range.start, end: end - range.start },
        text,
      })),
    );
  }

  /** In the line ends of the target. */
  private converted(text: string): string {
    return text.replace(/\r\n|\r|\n/g, lineEndOf(this.target.source));
  }

  /** What the section needs of the chapter's definitions goes along; what others need of its own stays. */
  private labels(staying: readonly TextEdit[], there: readonly TextEdit[]) {
    const { chapter, target, range } = this;
    const all = this.definitions;
    const inTarget = new Map(definitionsOf(target).map((one) => [foldLabel(one.label), one]));
    const taken = new Set(inTarget.keys());
    const byLabel = new Map<string, LabelDefinition>();
    for (const one of all) if (!byLabel.has(foldLabel(one.label))) byLabel.set(foldLabel(one.label), one);
    const usesIn = (stretch: Range) => labelUses(chapter, stretch, all);
    const isOwn = (one: LabelDefinition) => contains(range, one);
    // Footnotes may use links and other footnotes.
    const needed = new Set<LabelDefinition>();
    const inside = [...usesIn(range)];
    for (let at = 0; at < inside.length; at++) {
      const one = byLabel.get(foldLabel((inside[at] as { label: string }).label));
      if (one === undefined || needed.has(one)) continue;
      needed.add(one);
      if (!isOwn(one)) pushAll(inside, usesIn(one));
    }
    const outside = usesIn({ start: 0, end: range.start }).concat(
      usesIn({ start: range.end, end: chapter.source.length }),
    );
    const isUsedOutside = (one: LabelDefinition) =>
      outside.some(
        (use) =>
          foldLabel(use.label) === foldLabel(one.label) &&
          ![...needed].some((other) => !isOwn(other) && contains(other, use)),
      );
    const edits: TextEdit[] = [];
    const added: string[] = [];
    const left: string[] = [];
    const removed: Range[] = [];
    for (const one of all) {
      if (isOwn(one) && isUsedOutside(one)) left.push(this.slice(one, staying));
      const isNeeded = needed.has(one);
      if (!isNeeded && !isOwn(one)) continue;
      const other = inTarget.get(foldLabel(one.label));
      const isSame =
        other !== undefined && this.converted(this.slice(one, there)) === target.source.slice(other.start, other.end);
      const renamed: TextEdit[] = [];
      if (other !== undefined && !isSame) {
        const name = freeLabel(one.label, taken);
        taken.add(foldLabel(name));
        renamed.push({ range: one.place, text: name });
        for (const use of inside)
          if (foldLabel(use.label) === foldLabel(one.label)) renamed.push(renameUse(chapter.source, use, name));
      }
      pushAll(edits, renamed);
      if (isOwn(one)) continue;
      if (!isSame) added.push(this.converted(this.slice(one, [...there, ...edits])));
      if (!isUsedOutside(one)) removed.push(this.wholeLines(one));
    }
    return {
      inside: edits.filter((edit) => contains(range, edit.range)),
      added: this.behindTail(target, added, []),
      removed,
      left: [...this.merged(removed), ...this.behindTail(chapter, left, removed)],
    };
  }

  /** The lines of a definition; of the first ones of a text's end also the blank lines before it. */
  private wholeLines({ start, end }: Range): Range {
    const { source } = this.chapter;
    const from = startOfLine(source, start);
    const next = pastLineEnd(source, end);
    if (source.slice(end).trim() !== '') return { start: from, end: next };
    return { start: source.slice(0, from).trimEnd().length, end };
  }

  private merged(ranges: readonly Range[]): TextEdit[] {
    const { source } = this.chapter;
    const taken = mergeRanges(ranges);
    const last = taken.at(-1);
    // Where nothing is left of what stood at the end, the blank lines before it go as well.
    if (last !== undefined && source.slice(last.end).trim() === '') {
      taken[taken.length - 1] = { start: source.slice(0, last.start).trimEnd().length, end: last.end };
    }
    return taken.map((range) => ({ range, text: '' }));
  }

  /** Puts definitions behind those at the end of a text, or at its end after a blank line. */
  private behindTail(chapter: Chapter, texts: readonly string[], removed: readonly Range[]): TextEdit[] {
    if (texts.length === 0) return [];
    const { source } = chapter;
    const end = lineEndOf(source);
    const definitions = definitionsOf(chapter).filter((one) => !removed.some((range) => contains(range, one)));
    const at = source.trimEnd().length;
    const hasTail = startOfTail(chapter, definitions) < source.length;
    return [{ range: { start: at, end: at }, text: (hasTail ? end : end + end) + texts.join(end) }];
  }

  // ---- What has become of it

  /** Where the headings of both chapters are afterwards; nothing where they have become others. */
  private headingMoves(texts: ReadonlyMap<string, string>): HeadingMoves | undefined {
    const after = rewrittenBook(this.book, texts);
    const find = (uri: string) => after.chapters.find((one) => one.uri === uri);
    const moved = [...allSections([this.section])];
    const before = (chapter: Chapter) => [...allSections(chapter.sections)].filter((one) => !moved.includes(one));
    const places = new Map<Section, { uri: string; anchors: readonly string[] }>();
    const wishes = new Map<string, readonly Section[]>();
    if (!this.isWithin) wishes.set(this.chapter.uri, before(this.chapter));
    const staying = before(this.target);
    const at = this.at();
    const ahead = staying.filter(({ start }) => startOfLine(this.target.source, start) < at);
    wishes.set(this.target.uri, [...ahead, ...moved, ...staying.slice(ahead.length)]);
    for (const [uri, old] of wishes) {
      const chapter = find(uri);
      if (chapter === undefined) return undefined;
      const now = [...allSections(chapter.sections)];
      if (now.length !== old.length) return undefined;
      const anchors = anchorsByHeading(chapter);
      const by = this.level() - this.section.heading.level;
      for (const [index, section] of old.entries()) {
        const own = now[index] as Section;
        const level = section.heading.level + (moved.includes(section) ? by : 0);
        if (own.heading.level !== level || titleWords(own) !== titleWords(section)) return undefined;
        places.set(section, { uri, anchors: anchors.get(own) ?? [] });
      }
    }
    return { movedTo: (section) => places.get(section) };
  }

  /** Reads all that has changed once more: no code may have lost its meaning, no link its goal. */
  private checked(texts: ReadonlyMap<string, string>): SectionMove {
    const after = rewrittenBook(this.book, texts);
    if (this.headingMoves(texts) === undefined) return { refusal: this.reshaped() };
    const lost = lostReference(this.book, after);
    if (lost !== undefined) {
      return {
        refusal: {
          id: `Kode ${lost} disebut di tempat lain dan tidak akan ditemukan lagi.`,
          en: `The code ${lost} is named elsewhere and would not be found any more.`,
        },
      };
    }
    if (brokenLinks(after).length > brokenLinks(this.book).length) {
      return { refusal: { id: 'Sebuah tautan akan terputus.', en: 'A link would lead nowhere.' } };
    }
    const edits = [...texts].map(([uri, text]) => {
      const chapter = this.book.chapters.find((one) => one.uri === uri) as Chapter;
      return { uri, edits: editsBetween(chapter.source, text) };
    });
    return { edits, concerns: this.concerns(after) };
  }

  private concerns(after: Book): Text[] {
    const concerns: Text[] = [];
    const { template } = this.book.settings;
    const titleOf = (kind: string) => template.sections.find(({ id }) => id === kind)?.title ?? { id: kind, en: kind };
    const [was, is] = [itemsOf(this.book), itemsOf(after)];
    const moved = [...allSections(after.chapters.find(({ uri }) => uri === this.target.uri)?.sections ?? [])];
    const { kind } = this.section;
    const own = moved.find((one) => titleWords(one) === this.title && one.kind === kind);
    if (kind !== undefined && own === undefined) {
      concerns.push({
        id: `"${this.title}" bukan bagian bab "${this.target.titleText}": di sana dibaca sebagai teks biasa.`,
        en: `"${this.title}" is no section of "${this.target.titleText}": it is read as plain text there.`,
      });
    }
    for (const [name, count] of is) {
      const fewer = (was.get(name) ?? 0) - count;
      if (fewer > 0) concerns.push(itemWords[name](fewer));
    }
    const lacks = (book: Book, uri: string) => {
      const chapter = book.chapters.find((one) => one.uri === uri);
      const found = chapter?.parts.flatMap((part) => missingSections(chapter, part, template)) ?? [];
      return new Set(found.map((one) => one.kind));
    };
    const before = lacks(this.book, this.chapter.uri);
    for (const missing of lacks(after, this.chapter.uri)) {
      if (before.has(missing)) continue;
      concerns.push({
        id: `"${titleOf(missing).id}" wajib di bab "${this.chapter.titleText}", dan akan hilang dari sana.`,
        en: `"${titleOf(missing).en}" is required in "${this.chapter.titleText}", and will be missing there.`,
      });
    }
    const part = this.part();
    const there = part?.found.some((found) => found.kind === kind && found.section !== this.section);
    if (
      kind !== undefined &&
      own !== undefined &&
      there &&
      scopeOfPart(this.target, part as Part, template).some(({ id }) => id === kind)
    ) {
      concerns.push({
        id: `Bab "${this.target.titleText}" sudah memiliki "${titleOf(kind).id}".`,
        en: `The chapter "${this.target.titleText}" has "${titleOf(kind).en}" already.`,
      });
    }
    if (!this.isWithin && this.hasOpenComment()) {
      concerns.push({
        id: 'masterplan-disable terpisah dari pasangannya: aturan yang diabaikan berubah.',
        en: 'A masterplan-disable and its end are parted: which rules are ignored changes.',
      });
    }
    return concerns;
  }

  private hasOpenComment(): boolean {
    let open = 0;
    for (const comment of this.chapter.comments) {
      if (!contains(this.range, comment)) continue;
      if (comment.type === 'disable') open++;
      else if (comment.type === 'enable' && --open < 0) return true;
    }
    return open > 0;
  }
}

type ItemName = 'swot' | 'strategies' | 'programmes' | 'quickWins';

const itemWords: Readonly<Record<ItemName, (count: number) => Text>> = {
  swot: (count) => ({
    id: `${count} butir tidak lagi dibaca sebagai butir SWOT.`,
    en: `${count} items are no longer read as SWOT items.`,
  }),
  strategies: (count) => ({
    id: `${count} strategi tidak lagi dibaca sebagai strategi.`,
    en: `${count} strategies are no longer read as strategies.`,
  }),
  programmes: (count) => ({
    id: `${count} program tidak lagi dibaca sebagai program.`,
    en: `${count} programmes are no longer read as programmes.`,
  }),
  quickWins: (count) => ({
    id: `${count} quick win tidak lagi dibaca sebagai quick win.`,
    en: `${count} quick wins are no longer read as quick wins.`,
  }),
};

function itemsOf({ chapters }: Book): Map<ItemName, number> {
  const parts = chapters.flatMap((chapter) => chapter.parts);
  const count = (of: (part: Part) => number) => parts.reduce((sum, part) => sum + of(part), 0);
  return new Map<ItemName, number>([
    ['swot', count(({ swot }) => swot.reduce((sum, { items }) => sum + items.length, 0))],
    ['strategies', count(({ strategies }) => strategies.length)],
    ['programmes', count(({ programmes }) => programmes.length)],
    ['quickWins', count(({ quickWins }) => quickWins.length)],
  ]);
}

/** A code that is named and means something else, or nothing, where it meant something before. */
function lostReference(before: Book, after: Book): string | undefined {
  const meanings = (book: Book) =>
    referencesIn(book).meanings.map(({ use, definitions }) => ({
      code: use.reference.value,
      // Which dimension a text names is what may change.
      key: `${use.reference.value} ${definitions[0]?.text.replace(/(?<![\p{L}\p{N}-])[\p{L}\p{N}-]+:(?=[A-Z])/gu, '') ?? ''}`,
    }));
  const counts = new Map<string, number>();
  for (const { key } of meanings(before)) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { code, key } of meanings(after)) {
    const left = (counts.get(key) ?? 0) - 1;
    if (left < 0) return code;
    counts.set(key, left);
  }
  return undefined;
}
