/** A sub-dimension that nothing in its dimension names, where others are named. */

import type { Book } from '../book/book';
import { type ChapterProgrammes, programmesByChapter } from '../book/programmes';
import type { Chapter, Part, Section } from '../chapter/chapter';
import { allSections, titleWords } from '../chapter/sections';
import { isWhollyRead } from '../chapter/unread-tables';
import type { TitleFolder } from '../language/titles';
import { lexiconOf, titlesOf } from '../template/lexicon';
import { type Dimension, horizonSections, type Titled } from '../template/template';
import { Remembered } from './remembered';
import type { BookRule, Breath } from './rule';
import { quoted } from './wording';

export const subDimensionUncovered: BookRule = {
  id: 'sub-dimension-uncovered',
  severity: 'warning',
  scope: 'book',
  title: { id: 'Sub-dimensi belum tergarap', en: 'A sub-dimension is not covered' },
  *check(book) {
    const { dimensions } = book.settings.template;
    const parts = partsOf(book);
    if (parts.size === 0) return;
    const fields = yield* fieldsOf(book);
    const fold = foldsOf(lexiconOf(book.settings).folder);
    for (const dimension of dimensions) {
      const places = parts.get(dimension.id);
      const first = places?.[0];
      if (places === undefined || first === undefined || dimension.sub.length < 2) continue;
      // What was not read may be what names it.
      if (places.some(({ chapter }) => !isWhollyRead(chapter))) continue;
      const texts = fields.get(dimension.id) ?? new Set();
      for (const { part } of places) {
        if (knownHeadings.has(part)) continue;
        for (const heading of headingsOf(part)) fold(heading);
        yield undefined;
      }
      const headings = places.flatMap(({ part }) => headingsOf(part));
      for (const sub of uncovered(dimension, texts, headings, book)) {
        yield {
          uri: first.chapter.uri,
          range: first.part.place,
          message: {
            id: `Sub-dimensi ${quoted(sub.title.id)} belum memiliki program di ${dimension.title.id}.`,
            en: `No programme of ${dimension.title.en} covers the sub-dimension ${quoted(sub.title.en)} yet.`,
          },
        };
      }
    }
  },
};

interface Place {
  readonly chapter: Chapter;
  readonly part: Part;
}

function partsOf({ chapters }: Book): Map<string, Place[]> {
  const parts = new Map<string, Place[]>();
  for (const chapter of chapters) {
    for (const part of chapter.parts) {
      if (part.dimension === undefined) continue;
      const there = parts.get(part.dimension);
      if (there === undefined) parts.set(part.dimension, [{ chapter, part }]);
      else there.push({ chapter, part });
    }
  }
  return parts;
}

/** What the fields `Sub-dimensi` of a dimension's programmes say, each text once. */
function* fieldsOf(book: Book): Generator<Breath, Map<string, Set<string>>> {
  const fields = new Map<string, Set<string>>();
  for (const ofChapter of textsOfChapter.inSteps(programmesByChapter(book), book.settings)) {
    if (ofChapter === undefined) yield undefined;
    for (const [dimension, texts] of ofChapter ?? []) {
      const there = fields.get(dimension);
      if (there === undefined) fields.set(dimension, new Set(texts));
      else for (const text of texts) there.add(text);
    }
  }
  return fields;
}

const textsOfChapter = new Remembered(({ joined }: ChapterProgrammes) => {
  const fields = new Map<string, Set<string>>();
  for (const { dimension, entries } of joined) {
    if (dimension === undefined) continue;
    let there = fields.get(dimension);
    if (there === undefined) {
      there = new Set();
      fields.set(dimension, there);
    }
    for (const { programme } of entries) {
      for (const { field, text } of programme.values) if (field === 'sub-dimension' && text !== '') there.add(text);
    }
  }
  return fields;
});

const kindsWithNames = new Set(['strategy', 'tows', 'programmes', 'quick-wins', ...Object.values(horizonSections)]);
const knownHeadings = new WeakMap<Part, readonly string[]>();

/** The headings of strategies, programmes and the groups that they stand in. */
function headingsOf(part: Part): readonly string[] {
  let found = knownHeadings.get(part);
  if (found === undefined) {
    const sections = part.found.flatMap(({ kind, section }) =>
      section !== undefined && kindsWithNames.has(kind) ? section.children : [],
    );
    const texts = new Set<Section>(allSections(sections));
    found = [...texts].filter((section) => section.kind === undefined).map(titleWords);
    knownHeadings.set(part, found);
  }
  return found;
}

/**
 * A field names a sub-dimension, and so does a heading that is its name. A heading that only holds the name (`SI
 * Kesehatan`) covers it, but is no sign that the author writes by sub-dimension.
 */
function uncovered(dimension: Dimension, texts: ReadonlySet<string>, titles: readonly string[], book: Book): Titled[] {
  const { folder } = lexiconOf(book.settings);
  const fold = foldsOf(folder);
  const fields = [...texts].map(fold);
  const folded = titles.map(fold);
  let isNamed = false;
  const rest = dimension.sub.filter((sub) => {
    const names = namesOf(sub, folder);
    const inField = fields.some((text) => names.some((name) => text.includes(name)));
    const asHeading = folded.some((title) => names.some((name) => title === name || title === ` sub dimensi${name}`));
    if (inField || asHeading) isNamed = true;
    return !inField && !folded.some((title) => names.some((name) => title.includes(name)));
  });
  return isNamed ? rest : [];
}

const folds = new WeakMap<TitleFolder, Map<string, string>>();
const mostFolds = 10_000;

/** Folds a text with a blank on either side, so that whole words are found in it; few texts come again and again. */
function foldsOf(folder: TitleFolder): (text: string) => string {
  const known = folds.get(folder) ?? new Map<string, string>();
  folds.set(folder, known);
  return (text) => {
    let folded = known.get(text);
    if (folded === undefined) {
      folded = ` ${folder.fold(text)} `;
      if (known.size >= mostFolds) known.clear();
      known.set(text, folded);
    }
    return folded;
  };
}

const namesOfSubs = new WeakMap<Titled, readonly string[]>();

function namesOf(sub: Titled, folder: TitleFolder): readonly string[] {
  let names = namesOfSubs.get(sub);
  if (names === undefined) {
    names = [sub.id, ...titlesOf(sub)].map((name) => ` ${folder.fold(name)} `);
    namesOfSubs.set(sub, names);
  }
  return names;
}
