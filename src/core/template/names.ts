/** What frontmatter and manifest may call a thing by: its id, its titles, and its other names, compared folded. */

import type { TitleFolder } from '../language/titles';
import { folderOf } from './folder';
import { ofTemplate } from './of-template';
import type { BookKind, ChapterKind, Dimension, Template, Titled } from './template';

/** The names of one template, made ready for looking up. */
export class TemplateNames {
  private readonly folder: TitleFolder;
  private readonly dimensions: ReadonlyMap<string, Dimension>;
  private readonly books: ReadonlyMap<string, BookKind>;
  private readonly chapters: ReadonlyMap<string, ChapterKind>;
  private readonly chaptersById: ReadonlyMap<string, ChapterKind>;

  constructor(readonly template: Template) {
    this.folder = folderOf(template);
    this.dimensions = this.byName(template.dimensions, (dimension) => dimension.wrong);
    this.books = this.byName(template.books);
    this.chapters = this.byName(template.chapters);
    this.chaptersById = new Map(template.chapters.map((kind) => [kind.id, kind]));
  }

  fold(name: string): string {
    return this.folder.fold(name);
  }

  /** `governance`, `Smart Governance`, `smart-governance`, and the names listed as wrong (format 2.1). */
  dimension(name: string): Dimension | undefined {
    return this.dimensions.get(this.fold(name));
  }

  book(name: string): BookKind | undefined {
    return this.books.get(this.fold(name));
  }

  /** A chapter kind has only its id in frontmatter. */
  chapter(id: string): ChapterKind | undefined {
    return this.chaptersById.get(id);
  }

  /** The chapter kind that somebody means by a title, or by an id in another case. */
  chapterMeant(name: string): ChapterKind | undefined {
    return this.chapters.get(this.fold(name));
  }

  /** The dimension whose name stands in a text as whole words; the longest name wins. */
  dimensionWithin(text: string): Dimension | undefined {
    const words = ` ${this.fold(text)} `;
    let best: { readonly dimension: Dimension; readonly length: number } | undefined;
    for (const [name, dimension] of this.dimensions) {
      if (name.length > (best?.length ?? 0) && words.includes(` ${name} `)) best = { dimension, length: name.length };
    }
    return best?.dimension;
  }

  private byName<T extends Titled>(list: readonly T[], others?: (titled: T) => readonly string[]): Map<string, T> {
    const names = new Map<string, T>();
    for (const titled of list) {
      for (const name of [titled.id, titled.title.id, titled.title.en, ...titled.also, ...(others?.(titled) ?? [])]) {
        const folded = this.fold(name);
        if (!names.has(folded)) names.set(folded, titled);
      }
    }
    return names;
  }
}

/** The names of a template, made once. */
export const namesOf = ofTemplate((template) => new TemplateNames(template));
