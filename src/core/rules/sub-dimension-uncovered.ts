/** A sub-dimension that nothing in its dimension names, where others are named. */

import type { Book } from '../book/book';
import { isAlike, OfEach } from '../book/of-each';
import { type ChapterProgrammes, programmesByChapter } from '../book/programmes';
import type { Chapter, Part, ProgrammeTable, Section } from '../chapter/chapter';
import { hasPlaceFor, saidBy } from '../chapter/programmes';
import { allSections, titleWords } from '../chapter/sections';
import { isWhollyRead } from '../chapter/unread-tables';
import { folderOf } from '../template/folder';
import { titlesOf } from '../template/lexicon';
import { ofTemplate } from '../template/of-template';
import { type Dimension, horizonSections, type Titled } from '../template/template';
import { Memo } from '../text/memo';
import { isSameRange, type Range } from '../text/range';
import type { BookRule } from './rule';
import { quoted } from './wording';

export const subDimensionUncovered: BookRule = {
  id: 'sub-dimension-uncovered',
  severity: 'warning',
  scope: 'book',
  title: { id: 'Sub-dimensi belum tergarap', en: 'A sub-dimension is not covered' },
  hangsOn: (book) => [
    placesOfChapters.version(book.chapters, book.settings),
    textsOfChapters.version(programmesByChapter(book), book.settings),
  ],
  *check(book) {
    const { dimensions } = book.settings.template;
    const parts = partsOf(book);
    if (parts.size === 0) return;
    const fields = fieldsOf(book);
    for (const dimension of dimensions) {
      const places = parts.get(dimension.id);
      const first = places?.[0];
      if (places === undefined || first === undefined || dimension.sub.length < 2) continue;
      // What was not read may be what names it.
      if (places.some(({ isPartlyRead }) => isPartlyRead)) continue;
      const texts = fields.get(dimension.id) ?? new Set();
      const headings = places.flatMap((place) => place.headings);
      for (const sub of uncovered(dimension, texts, headings, book)) {
        yield {
          uri: first.uri,
          range: first.range,
          message: {
            id: `Sub-dimensi ${quoted(sub.title.id)} belum memiliki program di ${dimension.title.id}.`,
            en: `No programme of ${dimension.title.en} covers the sub-dimension ${quoted(sub.title.en)} yet.`,
          },
        };
      }
    }
  },
};

/** A part that is about a dimension. */
interface Place {
  readonly dimension: string;
  readonly uri: string;
  readonly range: Range;
  readonly isPartlyRead: boolean;
  /** The headings of strategies, programmes and the groups that they stand in. */
  readonly headings: readonly string[];
}

const placesOfChapters = new OfEach(
  (chapter: Chapter): readonly Place[] | undefined => {
    const { uri } = chapter;
    const isPartlyRead = !isWhollyRead(chapter);
    const places = chapter.parts.flatMap((part): Place[] => {
      const { dimension, place } = part;
      if (dimension === undefined) return [];
      return [{ dimension, uri, range: place, isPartlyRead, headings: headingsOf(part) }];
    });
    return places.length === 0 ? undefined : places;
  },
  (one, other) =>
    isAlike(
      one,
      other,
      (a, b) =>
        a.dimension === b.dimension &&
        a.uri === b.uri &&
        isSameRange(a.range, b.range) &&
        a.isPartlyRead === b.isPartlyRead &&
        isAlike(a.headings, b.headings),
    ),
);

function partsOf({ chapters, settings }: Book): Map<string, Place[]> {
  const parts = new Map<string, Place[]>();
  for (const place of placesOfChapters.some(chapters, settings).flat()) {
    const there = parts.get(place.dimension);
    if (there === undefined) parts.set(place.dimension, [place]);
    else there.push(place);
  }
  return parts;
}

/** What the fields `Sub-dimensi` of a dimension's programmes say, each text once. */
function fieldsOf(book: Book): Map<string, Set<string>> {
  const fields = new Map<string, Set<string>>();
  for (const [dimension, text] of textsOfChapters.all(programmesByChapter(book), book.settings).flat()) {
    const there = fields.get(dimension);
    if (there === undefined) fields.set(dimension, new Set([text]));
    else there.add(text);
  }
  return fields;
}

/** A dimension, and a text that one of its programmes gives as its sub-dimension. */
type SubDimensionText = readonly [dimension: string, text: string];

const textsOfChapters = new OfEach(
  ({ joined }: ChapterProgrammes) => {
    const texts: SubDimensionText[] = [];
    let table: ProgrammeTable | undefined;
    let mayGive = true;
    for (const { dimension, entries } of joined) {
      if (dimension === undefined) continue;
      for (const { programme } of entries) {
        // Rows of one table follow each other: few tables have a column for it.
        if (programme.table !== table) {
          table = programme.table;
          mayGive = hasPlaceFor(programme, 'sub-dimension');
        }
        if (!mayGive) continue;
        for (const { field, text } of saidBy(programme)) {
          if (field === 'sub-dimension' && text !== '') texts.push([dimension, text]);
        }
      }
    }
    return texts;
  },
  (one, other) => isAlike(one, other, ([dimension, text], [same, other]) => dimension === same && text === other),
);

const kindsWithNames = new Set(['strategy', 'tows', 'programmes', 'quick-wins', ...Object.values(horizonSections)]);

function headingsOf(part: Part): readonly string[] {
  const sections = part.found.flatMap(({ kind, section }) =>
    section !== undefined && kindsWithNames.has(kind) ? section.children : [],
  );
  const texts = new Set<Section>(allSections(sections));
  return [...texts].filter((section) => section.kind === undefined).map(titleWords);
}

/**
 * A field names a sub-dimension, and so does a heading that is its name. A heading that only holds the name (`SI
 * Kesehatan`) covers it, but is no sign that the author writes by sub-dimension.
 */
function uncovered(dimension: Dimension, texts: ReadonlySet<string>, titles: readonly string[], book: Book): Titled[] {
  const { template } = book.settings;
  const folds = foldsOf(template);
  const fold = (text: string) => folds.of(text);
  const fields = [...texts].map(fold);
  const folded = titles.map(fold);
  let isNamed = false;
  const rest = dimension.sub.filter((sub) => {
    const names = namesOfSubs(template).get(sub) ?? [];
    const inField = fields.some((text) => names.some((name) => text.includes(name)));
    const asHeading = folded.some((title) => names.some((name) => title === name || title === ` sub dimensi${name}`));
    if (inField || asHeading) isNamed = true;
    return !inField && !folded.some((title) => names.some((name) => title.includes(name)));
  });
  return isNamed ? rest : [];
}

/** Folds a text with a blank on either side, so that whole words are found in it; the same ones come again and again. */
const foldsOf = ofTemplate((template) => {
  const folder = folderOf(template);
  return new Memo((text) => ` ${folder.fold(text)} `);
});

const namesOfSubs = ofTemplate((template): ReadonlyMap<Titled, readonly string[]> => {
  const folds = foldsOf(template);
  const subs = template.dimensions.flatMap(({ sub }) => sub);
  return new Map(subs.map((sub) => [sub, [sub.id, ...titlesOf(sub)].map((name) => folds.of(name))]));
});
