/** Where a missing chapter goes: beside its neighbours, named and numbered as they are. */

import { type Book, booksOf } from '../book/book';
import { writtenLanguage } from '../book/language';
import { missingDimensions, missingKinds } from '../book/missing-chapters';
import { folderOf } from '../book/places';
import { blockBeside, chapterBefore, chapterOfBlocks, compareWanted, type WantedChapter } from '../book/where-missing';
import type { Chapter } from '../chapter/chapter';
import type { Text } from '../language/language';
import { decoded } from '../text/decoded';
import { lineEndOf, type NewFile, type TextEdit } from '../text/edits';
import { greatest, smallest } from '../text/lists';
import { normalForm } from '../text/normal-form';
import { insertLines } from './insert-lines';
import { knownCodes, namedCodes } from './insert-section';
import { skeletonText } from './skeleton';
import { chapterSkeleton, dimensionBlockParts } from './skeletons';

/**
 * The file for a chapter that the book does not have, with its skeleton in the book's language.
 * @param kind id of a chapter kind of the template.
 * @param dimension id of a dimension of the set, for the kind that every dimension has.
 * @returns a file whose name no chapter of the book has; hosts never replace one that is there.
 */
export function newChapter(book: Book, kind: string, dimension?: string): NewFile | undefined {
  const { manifest, settings, chapters } = book;
  const chapterKind = settings.template.chapters.find(({ id }) => id === kind);
  if (manifest === undefined || chapterKind === undefined) return undefined;
  const neighbours = neighboursOf(book, kind);
  const folder = folderFor(book, neighbours, chapterKind.book);
  const beside = chapters.filter(({ uri }) => folderOf(uri) === folder);
  const title = settings.template.dimensions.find(({ id }) => id === dimension)?.title ?? chapterKind.title;
  const place = {
    known: knownCodes(dimension === undefined ? {} : { dimension }, chapters),
    named: namedCodes(dimension, settings, chapters),
  };
  const text = chapterSkeleton(kind, settings, dimension === undefined ? place : { ...place, dimension });
  const lineEnd = lineEndOf((beside[0] ?? chapters[0])?.source ?? manifest.source);
  return {
    uri: folder + freeName(book, folder, beside, { kind, ...(dimension === undefined ? {} : { dimension }) }, title),
    text: text.replaceAll('\n', lineEnd),
  };
}

/**
 * The edit that adds a missing dimension's block to a chapter of kind `dimensions`, in the order of the set.
 * @returns nothing where the book has no such chapter with blocks in it, or has chapters of single dimensions too: then
 * the dimension gets a chapter of its own.
 */
export function newDimensionBlock(book: Book, dimension: string): { uri: string; edit: TextEdit } | undefined {
  const { settings, chapters } = book;
  const together = chapterOfBlocks(book);
  if (together === undefined) return undefined;
  const { chapter } = together;
  const { block, isBehind } = blockBeside(together, dimension, settings);
  const { period, horizons, template } = settings;
  const text = dimensionBlockParts({
    template,
    language: writtenLanguage(settings, chapter),
    level: block.opener.heading.level,
    dimension,
    known: knownCodes({ dimension }, chapters),
    named: namedCodes(dimension, settings, chapters),
    ...(period === undefined ? {} : { period }),
    ...(horizons === undefined ? {} : { horizons }),
  });
  const near = isBehind ? block.end : block.opener.start;
  return { uri: chapter.uri, edit: insertLines(chapter.source, near, skeletonText(text)) };
}

/** Chapters of the same kind, else of the same book of the template. */
function neighboursOf({ chapters, settings }: Book, kind: string): readonly Chapter[] {
  const same = chapters.filter((chapter) => chapter.kind === kind);
  if (same.length > 0) return same;
  const shelf = settings.template.chapters.find(({ id }) => id === kind)?.book;
  if (shelf === undefined || shelf === 'any') return chapters;
  const books = booksOf(chapters, settings);
  return chapters.filter(({ uri }) => books.get(uri) === shelf);
}

/** The folder where most of the neighbours are; without any, one that is named as those of the other books are. */
function folderFor({ manifest, settings, chapters }: Book, neighbours: readonly Chapter[], shelf: string): string {
  const root = folderOf(manifest?.uri ?? '');
  const counts = new Map<string, number>();
  for (const { uri } of neighbours) counts.set(folderOf(uri), (counts.get(folderOf(uri)) ?? 0) + 1);
  const most = [...counts].sort(([, a], [, b]) => b - a)[0];
  if (most !== undefined) return most[0];
  const at = settings.template.books.findIndex(({ id }) => id === shelf);
  const title = settings.template.books[at]?.title;
  const pattern = chapters
    .map(({ uri }) => /^([a-z]+[-_ ]?)?\d{1,2}([-_ ])[^/]+\/$/i.exec(decoded(folderOf(uri).slice(root.length))))
    .find((match) => match !== null);
  if (title === undefined || pattern === undefined || pattern === null) return root;
  const [, word = '', separator = '-'] = pattern;
  return `${root}${encodeURIComponent(`${word}${at + 1}${separator}${slug(title[settings.language], separator)}`)}/`;
}

/** How the first chapter of a masterplan is named. */
const firstName = '01-bab.md';

/** How a file is named: `bab-`, `03`, `-`, `smart-economy`, `.md`. */
interface NamePattern {
  readonly lead: string;
  readonly number: number | undefined;
  readonly digits: number;
  readonly separator: string;
  readonly ending: string;
}

function patternOf(uri: string): NamePattern {
  const name = decoded(uri.slice(uri.lastIndexOf('/') + 1));
  const ending = /(?:\.masterplan)?\.(?:md|markdown)$/i.exec(name)?.[0] ?? '.md';
  const match = /^(\D{0,20}?)(\d{1,6})([-_. ]*)/.exec(name.slice(0, -ending.length));
  if (match === null) return { lead: '', number: undefined, digits: 0, separator: '-', ending };
  const [, lead = '', digits = '', separator = '-'] = match;
  return { lead, number: Number(digits), digits: digits.length, separator: separator || '-', ending };
}

function freeName(book: Book, folder: string, beside: readonly Chapter[], wanted: WantedChapter, title: Text): string {
  const { settings, chapters } = book;
  const like = chapterBefore(book, beside, wanted) ?? beside[0] ?? chapters[0];
  const model = patternOf(like?.uri ?? firstName);
  const separator = /[-_ ]/.exec(model.separator)?.[0] ?? '-';
  const words = slug(title[settings.language], separator);
  const taken = new Set(chapters.map(({ uri }) => decoded(uri).toLowerCase()));
  for (const uri of book.files?.keys() ?? []) taken.add(decoded(uri).toLowerCase());
  for (let copy = 1; ; copy++) {
    const number = model.number === undefined ? '' : numberFor(book, folder, beside, wanted, model);
    const name = `${number}${words}${copy === 1 ? '' : `${separator}${copy}`}${model.ending}`;
    if (!taken.has(decoded(folder + name).toLowerCase())) return encodeURIComponent(name);
  }
}

/**
 * A number that is free behind the chapter that it follows, as far behind as chapters are missing in between; where none
 * is left there, one at the end.
 */
function numberFor(
  book: Book,
  folder: string,
  beside: readonly Chapter[],
  wanted: WantedChapter,
  model: NamePattern,
): string {
  const previous = chapterBefore(book, beside, wanted);
  const numbers = beside.map(({ uri }) => patternOf(uri).number).filter((number) => number !== undefined);
  const from = previous === undefined ? 0 : (patternOf(previous.uri).number ?? 0);
  const between = [...missingKinds(book), ...missingDimensions(book)].filter(
    (missing) =>
      compareWanted(missing, wanted, book.settings) < 0 &&
      chapterBefore(book, beside, missing) === previous &&
      folderFor(book, neighboursOf(book, missing.kind), missing.book) === folder,
  );
  const following = smallest(numbers.filter((number) => number > from));
  const next = following === from + 1 ? greatest(numbers) + 1 : Math.min(from + 1 + between.length, following - 1);
  return `${model.lead}${String(next).padStart(model.digits, '0')}${model.separator}`;
}

/** A title as a file's name: small letters of the alphabet, digits, and one separator between words. */
export function slug(title: string, separator: string): string {
  const words = normalForm(title, 'NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .match(/[a-z0-9]+/g);
  return words === null ? 'bab' : words.join(separator);
}
