/** The words of one book, made ready for looking up: titles of sections, fields and dimensions, placeholders, codes. */

import { type Count, endOfSigns, readCount, wordsStart } from '../language/numbering';
import {
  amongWords,
  rangeOfForm,
  type TitleFolder,
  TitleList,
  TitleSurroundings,
  titleForms,
} from '../language/titles';
import { Memo } from '../text/memo';
import type { Range } from '../text/range';
import { folderOf } from './folder';
import { ofTemplate } from './of-template';
import type { Settings } from './settings';
import {
  type Dimension,
  type Field,
  horizonSections,
  type SectionKind,
  type SectionUse,
  type Template,
  type Titled,
} from './template';
import { underSettings } from './under-settings';

/** What a heading was taken for. */
export interface Recognition {
  readonly id: string;
  /** Where the heading is only a slip away from the title. The range is relative to the text that was asked about. */
  readonly slip?: { readonly range: Range; readonly title: string };
}

const administrativeWords = ['kabupaten', 'kota', 'daerah'];
/** What the whole book is about: it may stand in any title, and makes none of it. */
const subjectWords = ['masterplan', 'smart city', 'kota cerdas', 'kabupaten cerdas'];
/** Words that may stand before a dimension's name where a heading opens its block (format 2.3). */
const openerWords = ['dimensi', 'pilar', 'strategi', 'strategi pembangunan', 'dimension', 'pillar', 'strategy'];

/** Words that come with a dimension's name in other headings: `Analisis SWOT Dimensi Smart Governance` (format 2.2). */
const announcingWords = ['dimensi', 'pilar', 'untuk dimensi', 'pada dimensi', 'dimension'];

/** The first word of a text, where nothing in it or around it is folded but its case. */
const firstWord = /^[\0-/:-@[-`{-\x7f]*([A-Za-z0-9]+)(?=[\0-/:-@[-`{-\x7f]|$)/;

/** The sections that hold programmes and nothing else. */
const programmeSections: readonly SectionUse[] = [...Object.values(horizonSections), 'quick-wins'].map((id) => ({
  id,
  required: false,
}));

/** A title before its subtitle: `Analisis SWOT: Modal Daerah`, `Program Jangka Pendek – Fondasi`. */
const beforeSubtitle = /^(\S[^:–—]{2,80}?)(?::|\s[–—-])\s+(?=\S)/u;

/** How many letters of a title are looked at first. */
const startLength = 4;

const noSurroundings = new TitleSurroundings([], []);

/** What of a lexicon is the same for all masterplans that use a template as it is. */
class TemplateWords {
  readonly folder: TitleFolder;
  readonly sections: ReadonlyMap<string, SectionKind>;
  /** What may stand in a title of any masterplan without belonging to it. */
  readonly around: TitleSurroundings;
  readonly known: TitleList;
  readonly dimensionNames: TitleList;
  readonly fieldTitles: TitleList;
  readonly fields: ReadonlyMap<string, Field>;
  /** The words that field titles begin with, in every spelling. */
  private readonly firstOfFields: ReadonlySet<string>;
  /** The letters that what counts a programme begins with. */
  private readonly countStarts: ReadonlySet<string>;
  private readonly scopes = new WeakMap<readonly SectionUse[], TitleList>();
  readonly fieldsNamed = new Memo((title: string) => this.fieldNamed(title));
  readonly sectionsCounted = new Memo((heading: string) => this.sectionCounted(heading));
  readonly recognised: Recognised;

  constructor(template: Template) {
    this.folder = folderOf(template);
    this.sections = new Map(template.sections.map((kind) => [kind.id, kind]));
    const names = template.dimensions.flatMap((dimension) => [...titlesOf(dimension), ...dimension.wrong]);
    const around = names.flatMap((name) => [name, ...announcingWords.map((words) => `${words} ${name}`)]);
    const folded = new Set(around.map((name) => this.folder.fold(name)));
    const dimensions = [...folded].sort((a, b) => b.length - a.length).map(amongWords);
    this.around = new TitleSurroundings([...subjectWords, ...administrativeWords].map(amongWords), dimensions);
    this.dimensionNames = new TitleList(
      template.dimensions.flatMap((dimension) =>
        [dimension.id, ...titlesOf(dimension), ...dimension.wrong].map((name) => [dimension.id, name] as const),
      ),
      this.folder,
    );
    this.known = new TitleList(
      [
        ...template.sections,
        ...template.chapters.filter((kind) => kind.required !== 'per-dimension'),
        ...template.dimensions,
        ...template.dimensions.flatMap((dimension) => dimension.sub),
      ].flatMap((titled) => titlesOf(titled).map((title) => [titled.id, title] as const)),
      this.folder,
    );
    this.recognised = new Recognised(this, this.around);
    const fields = [...template.fields, ...template.quickWinFields];
    this.fields = new Map(fields.toReversed().map((field) => [field.id, field]));
    this.fieldTitles = new TitleList(
      fields.flatMap((field) => titlesOf(field).map((title) => [field.id, title] as const)),
      this.folder,
    );
    const firstWords = fields.flatMap(titlesOf).map((title) => this.folder.fold(title).split(' ')[0] as string);
    const counted: readonly Titled[] = [
      ...fields.filter(({ id }) => id === 'name'),
      ...programmeSections.flatMap(({ id }) => this.sections.get(id) ?? []),
    ];
    this.countStarts = new Set(counted.flatMap(titlesOf).map((title) => title.slice(0, startLength).toLowerCase()));
    this.firstOfFields = new Set([...firstWords, ...this.folder.respelt]);
  }

  titlesOfScope(scope: readonly SectionUse[]): TitleList {
    let titles = this.scopes.get(scope);
    if (titles === undefined) {
      titles = new TitleList(
        scope.flatMap(({ id }) => {
          const kind = this.sections.get(id);
          return kind === undefined ? [] : titlesOf(kind).map((title) => [id, title] as const);
        }),
        this.folder,
      );
      this.scopes.set(scope, titles);
    }
    return titles;
  }

  private fieldNamed(title: string): string | undefined {
    if (title.length > 80) return undefined;
    const words = title.slice(wordsStart(title));
    // Cells of tables are asked about as well, and few of them begin as a field does.
    const first = firstWord.exec(words)?.[1];
    if (first !== undefined && !this.firstOfFields.has(first.toLowerCase())) return undefined;
    for (const form of titleForms(words, this.folder, noSurroundings)) {
      const id = this.fieldTitles.find(form);
      if (id !== undefined) return id;
    }
    return undefined;
  }

  pastCount(words: string): number | undefined {
    const count = this.countOf(words);
    if (count === undefined || count.after === words.length) return undefined;
    const isOfProgrammes = this.fieldsNamed.of(count.of) === 'name' || this.programmeSection(count.of) !== undefined;
    return isOfProgrammes ? count.after : undefined;
  }

  /** The section of programmes that a title names; slips do not count. */
  private programmeSection(title: string): string | undefined {
    const titles = this.titlesOfScope(programmeSections);
    for (const form of titleForms(title, this.folder, this.around)) {
      const id = titles.find(form);
      if (id !== undefined) return id;
    }
    return undefined;
  }

  private sectionCounted(heading: string): string | undefined {
    const count = this.countOf(heading.slice(wordsStart(heading)));
    return count && this.programmeSection(count.of);
  }

  /** Most words begin otherwise than what is counted. */
  private countOf(words: string): Count | undefined {
    const start = endOfSigns(words);
    if (!this.countStarts.has(words.slice(start, start + startLength).toLowerCase())) return undefined;
    const count = readCount(words);
    if (count !== undefined) return count;
    // Of quick wins there are so few that they are called by name without a number: `Quick Win: Gerai Desa`.
    const [lead, of = ''] = beforeSubtitle.exec(words) ?? [];
    return lead !== undefined && this.programmeSection(of) === 'quick-wins' ? { of, after: lead.length } : undefined;
  }
}

/** What headings were taken for, by their scope: they are asked about again and again. */
class Recognised {
  private readonly memos = new WeakMap<readonly SectionUse[], Memo<Recognition | undefined>>();

  constructor(
    private readonly words: TemplateWords,
    private readonly around: TitleSurroundings,
  ) {}

  of(text: string, scope: readonly SectionUse[]): Recognition | undefined {
    let memo = this.memos.get(scope);
    if (memo === undefined) {
      memo = new Memo((own) => this.recogniseAfresh(own, scope));
      this.memos.set(scope, memo);
    }
    return memo.of(text);
  }

  private recogniseAfresh(text: string, scope: readonly SectionUse[]): Recognition | undefined {
    // A heading of this length is a sentence, no title with a slip in it.
    if (text.length > 200) return undefined;
    const titles = this.words.titlesOfScope(scope);
    const offset = wordsStart(text);
    const words = text.slice(offset);
    const forms = titleForms(words, this.words.folder, this.around);
    for (const form of forms) {
      const id = titles.find(form);
      if (id !== undefined) return { id };
    }
    if (forms.some((form) => this.words.known.find(form) !== undefined)) return undefined;
    for (const form of forms) {
      const near = titles.nearest(form);
      if (near === undefined) continue;
      const range = rangeOfForm(words, form, this.words.folder);
      return {
        id: near.id,
        slip: { range: { start: range.start + offset, end: range.end + offset }, title: near.written },
      };
    }
    // `Tahap I (Jangka Pendek: 2025)`: what the brackets say is a title as well.
    const inside = /\(([^()]{3,80})\)[\s.:]*$/u.exec(words)?.[1];
    // Of one word `Infrastruktur: Pusat Data` is hardly the title, and `Quick Win: Gerai Desa` names one of several.
    const lead = beforeSubtitle.exec(words)?.[1];
    const isTitle = lead?.includes(' ') && this.words.sectionsCounted.of(text) === undefined;
    for (const part of [inside, isTitle ? lead : undefined]) {
      for (const form of part === undefined ? [] : titleForms(part, this.words.folder, this.around)) {
        const id = titles.find(form);
        if (id !== undefined) return { id };
      }
    }
    return undefined;
  }
}

const templateWords = ofTemplate((template) => new TemplateWords(template));

/**
 * Where a programme's name begins in words that count it, `Quick Win III – Gerai Desa` (format 3.3): what is counted is
 * called as a column of names or a section of programmes is.
 * @param words past their own number.
 * @returns nothing where they count no programme, or count one without naming it.
 */
export function pastCount(words: string, template: Template): number | undefined {
  return templateWords(template).pastCount(words);
}

export class Lexicon {
  readonly folder: TitleFolder;
  private readonly words: TemplateWords;
  /** The region's own names, `amongWords`, longer ones first. */
  private readonly region: readonly string[];
  private readonly around: TitleSurroundings;
  /** The same without the names of dimensions: they are what opens a dimension's block. */
  private readonly aroundOpeners: TitleSurroundings;
  private readonly recognised: Recognised;

  constructor(readonly settings: Settings) {
    this.words = templateWords(settings.template);
    this.folder = this.words.folder;
    const { region, dimensions } = this.words.around;
    this.region = regionNames(settings.region, this.folder).map(amongWords);
    this.around = new TitleSurroundings([...this.region, ...region], dimensions);
    this.aroundOpeners = new TitleSurroundings(this.around.region, []);
    this.recognised = new Recognised(this.words, this.around);
  }

  section(id: string): SectionKind | undefined {
    return this.words.sections.get(id);
  }

  field(id: string): Field | undefined {
    return this.words.fields.get(id);
  }

  /**
   * The section kind that a heading names in a scope (format 2.2).
   * @param text the heading's words, numbering included, attribute left out.
   */
  recognise(text: string, scope: readonly SectionUse[]): Recognition | undefined {
    // What does not name the region means the same in every masterplan.
    const recognised = this.namesRegion(text) ? this.recognised : this.words.recognised;
    return recognised.of(text, scope);
  }

  /**
   * The section kind that a heading names one by one, `Program Quick Win 2: Gerai Desa`, where another would gather all of
   * them (format 2.2). Only programmes are counted so.
   * @param text as above.
   */
  recogniseOne(text: string, scope: readonly SectionUse[]): string | undefined {
    const id = this.words.sectionsCounted.of(text);
    return id !== undefined && scope.some((use) => use.id === id) ? id : undefined;
  }

  private namesRegion(text: string): boolean {
    if (this.region.length === 0) return false;
    const words = amongWords(this.folder.fold(text));
    return this.region.some((name) => words.includes(name));
  }

  /** The dimension of the set that a name means: an id, a name, or a name listed as wrong. */
  dimensionNamed(name: string): Dimension | undefined {
    const id = this.words.dimensionNames.find(this.folder.fold(name));
    return id === undefined ? undefined : this.settings.template.dimensions.find((dimension) => dimension.id === id);
  }

  /** The dimension whose block a heading opens in a chapter of kind `dimensions` (format 2.3). */
  dimensionOpenedBy(text: string): string | undefined {
    if (text.length > 200) return undefined;
    const words = text.slice(wordsStart(text));
    for (const form of titleForms(words, this.folder, this.aroundOpeners)) {
      const whole = this.words.dimensionNames.find(form);
      if (whole !== undefined) return whole;
      for (const opener of openerWords) {
        if (!form.startsWith(`${opener} `)) continue;
        const id = this.words.dimensionNames.find(form.slice(opener.length + 1));
        if (id !== undefined) return id;
      }
    }
    return undefined;
  }

  /** The field that a column title or a field label names; a trailing unit or year does not matter. */
  fieldNamed(title: string): string | undefined {
    return this.words.fieldsNamed.of(title);
  }
}

/** All ways a thing is called by right: its two titles and its synonyms. */
export function titlesOf(titled: Titled): string[] {
  return [titled.title.id, titled.title.en, ...titled.also];
}

/** A region's name as it is given, and without the words for its kind; folded. */
function regionNames(region: string | undefined, folder: TitleFolder): string[] {
  if (region === undefined) return [];
  const whole = folder.fold(region);
  const words = whole.split(' ').filter((word) => !administrativeWords.includes(word));
  return [...new Set([whole, words.join(' ')])].filter((name) => name !== '');
}

/** The lexicon of a book's settings, made once. */
export const lexiconOf = underSettings((settings) => new Lexicon(settings));
