/** After `##`: the sections that are still missing here, with their skeletons; and the next programme of a section. */

import type { FoundSection, Part, Section } from '../../chapter/chapter';
import { scopeOfPart } from '../../chapter/missing';
import { scopesOf } from '../../chapter/scopes';
import { allSections } from '../../chapter/sections';
import { skeletonPlace } from '../../edits/insert-section';
import { type Skeleton, type SkeletonLine, skeletonSnippet } from '../../edits/skeleton';
import {
  bodyParts,
  contentParts,
  dimensionBlockParts,
  type SkeletonWish,
  sectionParts,
  wishOf,
} from '../../edits/skeletons';
import { readNumber } from '../../language/numbering';
import { type Horizon, horizonSections, horizons, type SectionUse } from '../../template/template';
import type { Range } from '../../text/range';
import { nextProgrammeCode } from './codes';
import { type Suggestion, say, type WritingPlace } from './suggestion';

const headingStart = /^ {0,3}(#{1,6})([ \t]*)/;

/** Headings that have a place here; nothing where the line is no heading. */
export function suggestHeadings(place: WritingPlace): Suggestion[] | undefined {
  const start = headingStart.exec(place.before);
  if (start === null) return undefined;
  const level = (start[1] as string).length;
  const typed = place.before.slice(start[0].length);
  // `#kata` without a blank is no heading, and a closing `#` ends one.
  if ((start[2] === '' && typed !== '') || typed.endsWith('#')) return [];
  const writing = new HeadingWriting(place, level, start[0].length, typed);
  return writing.suggestions();
}

class HeadingWriting {
  private readonly ancestors: readonly Section[];
  private readonly before: Section | undefined;
  private readonly range: Range;
  private readonly lead: string;
  private readonly number: string;

  constructor(
    private readonly place: WritingPlace,
    private readonly level: number,
    marksEnd: number,
    typed: string,
  ) {
    const { ancestors, before } = this.surroundings();
    this.ancestors = ancestors;
    this.before = before;
    const number = readNumber(typed);
    const wordsAt = place.line.start + marksEnd + (number?.textStart ?? 0);
    this.range = { start: wordsAt, end: place.line.end };
    this.lead = /[ \t]$/.test(place.before.slice(0, marksEnd)) ? '' : ' ';
    this.number = number === undefined ? this.nextNumber() : '';
  }

  suggestions(): Suggestion[] {
    const { chapter } = this.place;
    if (this.level === 1) return this.titles();
    if (chapter.kind === 'dimensions' && !this.ancestors.some(({ dimension }) => dimension !== undefined)) {
      return this.dimensions();
    }
    const part = this.part();
    if (part === undefined) return [];
    const owner = this.ancestors
      .flatMap((section) => part.found.find((found) => found.section === section) ?? [])
      .at(-1);
    const missing = this.missing(part, owner).map((use) => this.section(part, use));
    const programme = this.programme(owner);
    return programme === undefined ? missing : [programme, ...missing];
  }

  /** The headings around the line and the one before it on its level, as they stand above it. */
  private surroundings(): { ancestors: Section[]; before: Section | undefined } {
    const ancestors: Section[] = [];
    let before: Section | undefined;
    for (const section of allSections(this.place.chapter.sections)) {
      if (section.start >= this.place.line.start) break;
      const { level } = section.heading;
      while (ancestors.length > 0 && (ancestors.at(-1) as Section).heading.level >= level) ancestors.pop();
      ancestors.push(section);
      if (level === this.level) before = section;
      else if (level < this.level) before = undefined;
    }
    while (ancestors.length > 0 && (ancestors.at(-1) as Section).heading.level >= this.level) ancestors.pop();
    return { ancestors, before };
  }

  private part(): Part | undefined {
    const { parts } = this.place.chapter;
    const opener = this.ancestors.findLast(({ dimension }) => dimension !== undefined);
    return opener === undefined ? parts[0] : parts.find((part) => part.opener === opener);
  }

  private missing(part: Part, owner: FoundSection | undefined): SectionUse[] {
    const { chapter, book, line } = this.place;
    const { template } = book.settings;
    const kindOf = (found: FoundSection | undefined) => template.sections.find(({ id }) => id === found?.kind);
    let around = owner;
    let group: string | undefined;
    while (kindOf(around)?.group) {
      group ??= around?.kind;
      around = around?.within;
    }
    const all = around === undefined ? scopeOfPart(chapter, part, template) : (kindOf(around)?.sections ?? []);
    // In a group stands what the scope around it lists after the group.
    const uses = group === undefined ? all : all.slice(all.findIndex(({ id }) => id === group) + 1);
    const scope = scopesOf(chapter, part, template).find((candidate) => candidate.owner === around);
    // What stands in this very line is what is being written.
    const others = (scope?.sections ?? []).filter(({ place }) => place.start < line.start || place.start > line.end);
    const there = new Set(others.map(({ kind }) => kind));
    // Where what a group gathers stands beside it, the group has no use.
    const isUseless = (id: string) => {
      const kind = template.sections.find((candidate) => candidate.id === id);
      return kind?.group === true && kind.sections.some((use) => there.has(use.id));
    };
    const missing = uses.filter(({ id }) => !there.has(id) && !isUseless(id));
    return [...missing.filter(({ required }) => required), ...missing.filter(({ required }) => !required)];
  }

  private section(part: Part, { id, required }: SectionUse): Suggestion {
    const { book } = this.place;
    const wish = this.wish(part);
    const title = book.settings.template.sections.find((kind) => kind.id === id)?.title[wish.language] ?? id;
    const detail = required ? { id: 'wajib', en: 'required' } : { id: 'pilihan', en: 'optional' };
    return {
      kind: 'section',
      label: title,
      detail: say(detail, this.place),
      ...this.inserted(title, sectionParts(id, wish)),
      range: this.range,
      filter: title,
    };
  }

  private wish(part: Part): SkeletonWish {
    const { book, chapter } = this.place;
    return wishOf(book.settings, {
      ...skeletonPlace(chapter, part, book.settings, book.chapters),
      level: this.level,
    });
  }

  /** The heading's words and, where nothing stands below the line yet, what the section starts with. */
  private inserted(title: string, skeleton: Skeleton): Pick<Suggestion, 'insert' | 'isSnippet'> {
    const heading: SkeletonLine = [`${this.lead}${this.number}${title}`];
    const lines = this.isFollowed() ? [heading] : [heading, ...skeleton.slice(1)];
    return { insert: skeletonSnippet(lines).join('\n'), isSnippet: true };
  }

  /** Whether text follows that belongs to the heading: it has its content, and gets no other. */
  private isFollowed(): boolean {
    const { chapter, line } = this.place;
    const next = /^\s*([^\r\n]*)/.exec(chapter.source.slice(line.end, line.end + 2000))?.[1] ?? '';
    return next !== '' && !/^ {0,3}#{1,6}(?:[ \t]|$)/.test(next);
  }

  /** Siblings that are numbered by hand go on being numbered; other numbers than `2.1.3` are left to the writer. */
  private nextNumber(): string {
    const { number, text } = this.before ?? {};
    const written = number === undefined ? '' : (text ?? '').slice(number.start, number.end);
    const match = /^((?:\d{1,2}\.)*)(\d{1,2})([.)]?)$/.exec(written);
    return match === null ? '' : `${match[1]}${Number(match[2]) + 1}${match[3]} `;
  }

  private titles(): Suggestion[] {
    const { chapter, book, line, written } = this.place;
    if (chapter.title !== undefined && chapter.title.start < line.start) return [];
    const { template } = book.settings;
    const kind = template.chapters.find(({ id }) => id === chapter.kind);
    const dimension = template.dimensions.find(({ id }) => id === chapter.dimension);
    const title = kind?.title[written].replace('{dimension}', dimension?.title[written] ?? '').trim();
    if (title === undefined || title === '') return [];
    const insert = `${this.lead}${title}`;
    return [{ kind: 'section', label: title, insert, range: this.range, filter: title }];
  }

  private dimensions(): Suggestion[] {
    const { chapter, book, line } = this.place;
    const { template } = book.settings;
    const there = new Set(
      chapter.parts.filter(({ start }) => start < line.start || start > line.end).map(({ dimension }) => dimension),
    );
    return template.dimensions
      .filter(({ id }) => !there.has(id))
      .map(({ id, title }): Suggestion => {
        const name = title[this.place.written];
        const parts = dimensionBlockParts(
          wishOf(book.settings, { language: this.place.written, level: this.level, dimension: id }),
        );
        return { kind: 'section', label: name, ...this.inserted(name, parts), range: this.range, filter: name };
      });
  }

  /** In a section whose programmes are blocks, or that has none yet: the next one, with its fields. */
  private programme(owner: FoundSection | undefined): Suggestion | undefined {
    const horizon = horizons.find((id) => horizonSections[id] === owner?.kind);
    const { part, chapter } = this.place;
    if (part === undefined) return undefined;
    const isWholeChapter = chapter.kind === 'quick-wins';
    if (horizon === undefined && !isWholeChapter) return undefined;
    const here = isWholeChapter ? part.quickWins : part.programmes.filter((one) => one.horizon === horizon);
    if (here.some((programme) => programme.row !== undefined)) return undefined;
    const code = nextProgrammeCode(this.place, horizon ?? 'profile');
    if (code === undefined) return undefined;
    const detail =
      horizon === undefined
        ? { id: 'quick win baru', en: 'new quick win' }
        : { id: 'program baru', en: 'new programme' };
    return {
      kind: 'programme',
      label: code,
      detail: say(detail, this.place),
      insert: skeletonSnippet(this.block(part, horizon, code)).join('\n'),
      isSnippet: true,
      range: this.range,
      filter: code,
    };
  }

  private block(part: Part, horizon: Horizon | undefined, code: string): Skeleton {
    const wish: SkeletonWish = { ...this.wish(part), level: this.level - 1, shapes: { programmes: 'block' } };
    const name = { id: 'Nama program', en: 'Name of the programme' }[wish.language];
    const heading: SkeletonLine = [`${this.lead}${code} `, { text: name }];
    if (this.isFollowed()) return [heading];
    const content =
      horizon === undefined ? bodyParts('quick-wins', wish) : contentParts(horizonSections[horizon], wish);
    return [heading, ...content.slice(1)];
  }
}
