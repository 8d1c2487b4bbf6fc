/** Reads a chapter: blocks and frontmatter become sections, SWOT items, strategies, programmes and quick wins. */

import { PlaceholderFinder } from '../language/emptiness';
import { parseDocument } from '../markdown/document';
import { commentsOf } from '../markdown/inline';
import { type Lexicon, lexiconOf } from '../template/lexicon';
import { ofTemplate } from '../template/of-template';
import type { Settings } from '../template/settings';
import { type ChapterKind, type Horizon, horizonSections, horizons, type SectionUse } from '../template/template';
import { LineIndex } from '../text/lines';
import { listOf, pushAll } from '../text/lists';
import { mergeRanges, type Range } from '../text/range';
import type {
  Chapter,
  FoundSection,
  Frontmatter,
  Part,
  Programme,
  ProgrammePlace,
  Section,
  Strategy,
  Swot,
} from './chapter';
import { readToolComments } from './comments';
import { sectionHasContent } from './filled';
import { readFrontmatter } from './frontmatter';
import { generatedBlocks } from './generated';
import { haveLostShape } from './lost-shapes';
import { meantBlocks } from './meant-blocks';
import { namedQuickWins } from './named-quick-wins';
import {
  isProgrammeHeading,
  type ProgrammeScope,
  readCountedProgramme,
  readProgrammeSections,
  readProgrammes,
  readProgrammeTables,
} from './programmes';
import { dimensionBlocks, type FoundDraft, headingWords, recogniseSections, sectionTree } from './sections';
import { readStrategies } from './strategies';
import { readSwot } from './swot';
import { unreadTablesOf } from './unread-tables';

const placeholderFinder = ofTemplate(({ placeholders }) => new PlaceholderFinder(placeholders));

/** The finder of a book's placeholders. */
export function placeholdersOf(settings: Settings): PlaceholderFinder {
  return placeholderFinder(settings.template);
}

/**
 * Reads one chapter. Never throws for what stands in the text: what cannot be read is left out, and said in the
 * frontmatter's findings or in `excess`.
 * @param uri the file's identity; it is only carried along.
 * @param settings those of the chapter's book, or of a loose chapter.
 */
export function readChapter(uri: string, source: string, settings: Settings): Chapter {
  const document = parseDocument(source);
  const { template } = settings;
  const lexicon = lexiconOf(settings);
  const frontmatter = readFrontmatter(source, document.frontmatter, template);
  const kind = template.chapters.find((candidate) => candidate.id === frontmatter.chapter?.value);
  const blocks = haveLostShape(source, document.blocks) ? meantBlocks(source, document.blocks) : document.blocks;
  const { before, sections } = sectionTree(source, blocks);
  const title = sections.find((section) => section.heading.level === 1);
  const named = frontmatter.dimension?.value;
  const dimension =
    kind?.required === 'per-dimension' && named !== undefined ? lexicon.dimensionNamed(named)?.id : undefined;
  const comments = readToolComments(source, commentsOf(source, document.blocks));
  const generated = generatedBlocks(comments);
  const reader = new PartReader(source, settings, lexicon, kind, mergeRanges(generated));
  const parts = reader.parts(sections, title, before, dimension, placeWithoutTitle(frontmatter));
  const titleText = frontmatter.title?.value ?? (title?.text || ownTitle(kind, dimension ?? named, settings));
  const chapter = new ReadChapter(uri, source, frontmatter, document.blocks, sections, parts);
  chapter.kind = kind?.id;
  chapter.dimension = dimension;
  chapter.title = title;
  chapter.titleText = titleText;
  chapter.comments = comments;
  chapter.generated = generated;
  chapter.excess = document.excess;
  chapter.unreadTables = unreadTablesOf(source, kind?.id, blocks, parts);
  return chapter;
}

/** A chapter while it is being put together; a class, as the drafts of its parts are. */
class ReadChapter implements Chapter {
  readonly lines: LineIndex;
  kind: string | undefined;
  dimension: string | undefined;
  title: Section | undefined;
  titleText = '';
  comments: Chapter['comments'] = [];
  generated: Chapter['generated'] = [];
  excess: Chapter['excess'] = [];
  unreadTables: Chapter['unreadTables'] = [];

  constructor(
    readonly uri: string,
    readonly source: string,
    readonly frontmatter: Frontmatter,
    readonly blocks: Chapter['blocks'],
    readonly sections: readonly Section[],
    readonly parts: readonly Part[],
  ) {
    this.lines = new LineIndex(source);
  }
}

/** What a chapter without a title is called: its kind, or its dimension. */
function ownTitle(kind: ChapterKind | undefined, dimension: string | undefined, settings: Settings): string {
  const { language, template } = settings;
  const name = template.dimensions.find(({ id }) => id === dimension)?.title[language] ?? dimension;
  return kind?.title[language].replace('{dimension}', name ?? { id: 'Dimensi', en: 'Dimension' }[language]) ?? '';
}

function placeWithoutTitle(frontmatter: Frontmatter): Range {
  return frontmatter.dimension?.range ?? frontmatter.chapter?.range ?? frontmatter.range;
}

/** Sections with those below one of them in its place. */
function withChildrenOf(sections: readonly Section[], one: Section): readonly Section[] {
  const at = sections.indexOf(one);
  return [...sections.slice(0, at), ...one.children, ...sections.slice(at + 1)];
}

/**
 * A part while it is being read; it is handed out as the immutable `Part`. A class, because V8 puts objects that are
 * written out among those that last, once it has seen a book's worth of them stay: and each of them would keep all that
 * a keystroke has read in memory, long after the next one.
 */
class PartDraft implements Part {
  readonly start: number;
  readonly end: number;
  readonly found: FoundSection[] = [];
  readonly swot: Swot[] = [];
  readonly strategies: Strategy[] = [];
  readonly programmes: Programme[] = [];
  readonly quickWins: Programme[] = [];
  readonly dimension?: string;
  opener?: Section;

  constructor(
    range: Range,
    readonly place: Range,
    readonly sections: readonly Section[],
    dimension: string | undefined,
  ) {
    this.start = range.start;
    this.end = range.end;
    if (dimension !== undefined) this.dimension = dimension;
  }
}

class PartReader {
  constructor(
    private readonly source: string,
    private readonly settings: Settings,
    private readonly lexicon: Lexicon,
    private readonly kind: ChapterKind | undefined,
    private readonly generated: readonly Range[],
  ) {}

  private scope(place: ProgrammePlace): ProgrammeScope {
    return { source: this.source, lexicon: this.lexicon, place, generated: this.generated };
  }

  parts(
    sections: readonly Section[],
    title: Section | undefined,
    before: Section['blocks'],
    dimension: string | undefined,
    placeWithoutTitle: Range,
  ): Part[] {
    // The title is never a section: what stands below it lies beside what stands around it.
    const below = title === undefined ? sections : withChildrenOf(sections, title);
    const whole = { start: 0, end: this.source.length };
    const place = title === undefined ? placeWithoutTitle : headingWords(this.source, title);
    if (this.kind?.id !== 'dimensions') {
      const scope = this.kind?.sections ?? [];
      const part = this.part(whole, place, below, scope, dimension);
      this.addLooseTables(part, [...before, ...(title?.blocks ?? [])]);
      return listOf(part);
    }
    const scope = this.settings.template.chapters.find((kind) => kind.required === 'per-dimension')?.sections ?? [];
    return dimensionBlocks(below, scope, this.lexicon).map(({ dimension: id, opener }) => {
      const part = this.part(opener, headingWords(this.source, opener), opener.children, scope, id);
      part.opener = opener;
      return part;
    });
  }

  private part(
    range: Range,
    place: Range,
    sections: readonly Section[],
    scope: readonly SectionUse[],
    dimension: string | undefined,
  ): PartDraft {
    const { source, lexicon } = this;
    const drafts = recogniseSections(source, sections, scope, lexicon);
    const part = new PartDraft(range, place, sections, dimension);
    const { found, swot, strategies, programmes, quickWins } = part;
    pushAll(found, drafts);
    const named: Section[] = [];
    for (const draft of drafts) {
      draft.empty = !this.hasContent(draft.section);
      switch (draft.kind) {
        case 'swot': {
          const reading = readSwot(source, draft, lexicon);
          swot.push(reading.swot);
          pushAll(found, reading.quadrants);
          break;
        }
        case 'strategy':
        case 'tows':
          pushAll(strategies, readStrategies(source, draft.section, lexicon));
          break;
        case 'quick-wins':
          pushAll(quickWins, this.programmesOf(draft, this.scope('quick-wins')));
          if (!draft.empty) named.push(draft.section);
          break;
        default: {
          const horizon = horizonOf(draft.kind);
          if (horizon !== undefined) {
            pushAll(programmes, this.programmesOf(draft, { ...this.scope('horizon'), horizon }));
          }
        }
      }
    }
    if (quickWins.length === 0) {
      for (const section of named) pushAll(quickWins, namedQuickWins(section, programmes, this.scope('quick-wins')));
    }
    if (this.kind?.id === 'action-plan') {
      pushAll(programmes, readProgrammeSections(sections, this.scope('action-plan')));
    } else if (this.kind?.id === 'quick-wins') {
      pushAll(quickWins, readProgrammeSections(sections, this.scope('profile')));
    }
    found.sort((a, b) => a.place.start - b.place.start);
    return part;
  }

  private programmesOf({ section, isOne }: FoundDraft, scope: ProgrammeScope): Programme[] {
    return isOne ? readCountedProgramme(section, scope) : readProgrammes(section, scope);
  }

  /** Tables between the title and the first heading are programmes too, where the whole chapter is about them. */
  private addLooseTables({ programmes, quickWins }: PartDraft, blocks: Section['blocks']): void {
    const [list, place] =
      this.kind?.id === 'action-plan' ? ([programmes, 'action-plan'] as const) : ([quickWins, 'profile'] as const);
    if (place === 'profile' && this.kind?.id !== 'quick-wins') return;
    const below = list.splice(0);
    pushAll(list, readProgrammeTables(blocks, this.scope(place)));
    pushAll(list, below);
  }

  private hasContent(section: Section): boolean {
    return sectionHasContent(this.source, section, placeholdersOf(this.settings), (child) =>
      isProgrammeHeading(this.source, child, this.lexicon),
    );
  }
}

function horizonOf(kind: string): Horizon | undefined {
  return horizons.find((horizon) => horizonSections[horizon] === kind);
}
