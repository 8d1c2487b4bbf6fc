/** Which chapters a masterplan may still get, those that it lacks first, and what has to be written for one. */

import type { Book } from '../book/book';
import { absentDimensions, absentKinds, kindsThere } from '../book/missing-chapters';
import type { WantedChapter } from '../book/where-missing';
import type { Text } from '../language/language';
import { lexiconOf, titlesOf } from '../template/lexicon';
import type { FileEdit, NewFile } from '../text/edits';
import { newChapter, newDimensionBlock } from './new-chapter';

export interface ChapterChoice extends WantedChapter {
  readonly title: Text;
  /**
   * `missing`: the template requires it; `unknown`: so it does, but it may be in what could not be read; `further`: there
   * is one already, and there may be several.
   */
  readonly state: 'missing' | 'unknown' | 'optional' | 'further';
}

const stateWords: Readonly<Record<ChapterChoice['state'], Text>> = {
  missing: { id: 'wajib, belum ada', en: 'required, missing' },
  unknown: { id: 'wajib, belum diketahui ada tidaknya', en: 'required, not known whether it is there' },
  optional: { id: 'pilihan', en: 'optional' },
  further: { id: 'boleh lebih dari satu', en: 'there may be several' },
};

const states = ['missing', 'unknown', 'optional', 'further'] as const;

/** What is said of choices in a state. */
export function choiceWords({ state }: Pick<ChapterChoice, 'state'>): Text {
  return stateWords[state];
}

/** In the template's order, the missing ones first. What may stand only once and is there is no choice. */
export function chapterChoices(book: Book): ChapterChoice[] {
  const { template } = book.settings;
  const kinds = kindsThere(book);
  const dimensions = absentDimensions(book);
  const hasDimensions = dimensions.absent.length < template.dimensions.length;
  const stateOf = ({ isMissing }: { readonly isMissing: boolean }) => (isMissing ? 'missing' : 'unknown');
  const kindState = stateOf(absentKinds(book));
  const choices = template.chapters.flatMap((kind): ChapterChoice[] => {
    if (kind.required === 'per-dimension') {
      const state = kind.optional ? 'optional' : stateOf(dimensions);
      return dimensions.absent.map(({ id, title }) => ({ kind: kind.id, dimension: id, title, state }));
    }
    if (kinds.has(kind.id)) return kind.once ? [] : [{ kind: kind.id, title: kind.title, state: 'further' }];
    // One chapter for all dimensions is for those who have not begun with chapters of their own.
    if (kind.id === 'dimensions' && hasDimensions) return [];
    return [{ kind: kind.id, title: kind.title, state: kind.required === true ? kindState : 'optional' }];
  });
  return states.flatMap((state) => choices.filter((choice) => choice.state === state));
}

/** The choices that a word means: an id or a title, of a kind or of a dimension, in either language. */
export function choicesNamed(choices: readonly ChapterChoice[], word: string, { settings }: Book): ChapterChoice[] {
  const { folder } = lexiconOf(settings);
  const wanted = folder.fold(word);
  const { chapters, dimensions } = settings.template;
  return choices.filter(({ kind, dimension }) => {
    const titled = [chapters.find(({ id }) => id === kind), dimensions.find(({ id }) => id === dimension)];
    return titled.some((one) => one && [one.id, ...titlesOf(one)].some((name) => folder.fold(name) === wanted));
  });
}

/**
 * What is written for a chapter: a file beside its neighbours, or a block in the chapter that the dimensions share.
 * @returns nothing for a new file where the book has no manifest.
 */
export function addChapter(
  book: Book,
  { kind, dimension }: WantedChapter,
): { readonly edits: readonly FileEdit[]; readonly newFiles: readonly NewFile[] } | undefined {
  const block = dimension === undefined ? undefined : newDimensionBlock(book, dimension);
  if (block !== undefined) return { edits: [{ uri: block.uri, edits: [block.edit] }], newFiles: [] };
  const file = newChapter(book, kind, dimension);
  return file && { edits: [], newFiles: [file] };
}
