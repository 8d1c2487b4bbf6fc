/** What a programme's name says: by what it is told from the others, and whether it is an application's. */

import type { TitleFolder } from '../language/titles';
import { folderOf } from '../template/folder';
import { pastCount } from '../template/lexicon';
import { ofTemplate } from '../template/of-template';
import { Memo } from '../text/memo';
import { normalForm } from '../text/normal-form';
import type { Programme } from './chapter';

/** A name as a template reads it; the same one for every programme that has it. */
export class ProgrammeName {
  /** The whole name, folded as titles are; without the words that count it (format 3.3). */
  readonly whole: string;
  /** Without brackets and what follows a colon or a dash (format 3.4), folded. */
  readonly core: string;
  #isApplication: boolean | undefined;

  constructor(
    readonly name: string,
    readonly reader: NameReader,
  ) {
    const { folder } = reader;
    const own = reader.withoutCount(name);
    this.whole = folder.fold(own);
    const core = coreName(own);
    this.core = core === own ? this.whole : folder.fold(core);
  }

  /** Whether it begins with a word of the vocabulary's `application-words`; `e-*` is any that begins so. */
  get isApplication(): boolean {
    this.#isApplication ??= this.reader.isApplication(this.reader.withoutCount(this.name), this.whole);
    return this.#isApplication;
  }
}

/** Reads names with the spellings and the words of a template, and holds nothing else of it. */
export class NameReader {
  private readonly names = new Memo((name) => new ProgrammeName(name, this));
  private readonly applicationStarts: readonly string[];
  private readonly applicationWords: readonly string[];

  constructor(
    readonly folder: TitleFolder,
    applicationWords: readonly string[],
    private readonly pastCount: (words: string) => number | undefined,
  ) {
    const isStart = (word: string) => word.endsWith('*');
    this.applicationStarts = applicationWords.filter(isStart).map((word) => word.slice(0, -1).toLowerCase());
    this.applicationWords = applicationWords.filter((word) => !isStart(word)).map((word) => `${folder.fold(word)} `);
  }

  /**
   * What a programme's name says. Of a row it is kept with what the row says: at each keystroke all rows are asked about,
   * and to look up a name takes longer than all that is asked.
   */
  of({ name, content }: Programme): ProgrammeName {
    if (content === undefined) return this.names.of(name);
    if (content.name?.reader !== this) content.name = this.names.of(name);
    return content.name;
  }

  /** A name without the words that count it; one that is nothing else stays as it is. */
  withoutCount(name: string): string {
    return name.slice(this.pastCount(name) ?? 0);
  }

  isApplication(name: string, folded: string): boolean {
    const plain = normalForm(name)
      .toLowerCase()
      .replace(/[‐‑–—]/g, '-');
    return (
      this.applicationStarts.some((start) => plain.startsWith(start)) ||
      this.applicationWords.some((word) => `${folded} `.startsWith(word))
    );
  }
}

/** What the names of programmes say under a template. */
export const namesIn = ofTemplate((template) => {
  return new NameReader(folderOf(template), template.applicationWords, (words) => pastCount(words, template));
});

/** A name without what stands in brackets, or after a colon or a dash between blanks (format 3.4). */
export function coreName(name: string): string {
  const core = name
    .replace(/(?<!\s)\s*\([^()]*\)/g, ' ')
    .replace(/(?::\s|\s[-–—]\s)[\s\S]*$/, '')
    .trim();
  return core === '' ? name : core;
}
