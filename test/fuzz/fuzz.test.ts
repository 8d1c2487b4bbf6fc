/** No text makes the reader, the rules, the fixes or the views break down or point beside the text. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Book } from '../../src/core/book/book';
import { fixAll } from '../../src/core/edits/fix-all';
import { renameCode } from '../../src/core/edits/rename';
import { ruleIds } from '../../src/core/rules/catalogue';
import { checkBook } from '../../src/core/rules/check';
import { fixesOf } from '../../src/core/rules/problem';
import { readManifest } from '../../src/core/template/manifest';
import { resolveSettings } from '../../src/core/template/resolve';
import { applyEdits, type FileEdit } from '../../src/core/text/edits';
import type { Range } from '../../src/core/text/range';
import { bookSymbols } from '../../src/core/views/book-symbols';
import { budgetOf } from '../../src/core/views/budget';
import { completenessOf } from '../../src/core/views/completeness';
import { coverageOf } from '../../src/core/views/coverage';
import { outlineOf } from '../../src/core/views/outline';
import { roadmapOf } from '../../src/core/views/roadmap';
import { allFolds, chapterSymbols } from '../../src/core/views/structure';
import { bookOf } from '../core/workspace';
import { effort } from '../effort';
import { chapterText, manifestText } from './texts';

const options = effort(150);

const files = fc.record({ 'masterplan.yaml': manifestText, '01.md': chapterText, '02.md': chapterText });

/** The texts of a book by URI. */
function sourcesOf({ manifest, chapters }: Book): Map<string, string> {
  const sources = new Map(chapters.map(({ uri, source }) => [uri, source]));
  if (manifest !== undefined) sources.set(manifest.uri, manifest.source);
  return sources;
}

function isInsideCharacter(source: string, offset: number): boolean {
  const [before, after] = [source.charCodeAt(offset - 1), source.charCodeAt(offset)];
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}

function expectWhole(source: string | undefined, { start, end }: Range, what: string): void {
  const isRight =
    source !== undefined &&
    start >= 0 &&
    start <= end &&
    end <= source.length &&
    !isInsideCharacter(source, start) &&
    !isInsideCharacter(source, end);
  expect(isRight, `${what}: ${start}-${end} of ${source?.length}`).toBe(true);
}

function expectApplicable(sources: ReadonlyMap<string, string>, edits: readonly FileEdit[], own: string, what: string) {
  for (const { uri = own, edits: ofFile } of edits) {
    const source = sources.get(uri);
    for (const { range } of ofFile) expectWhole(source, range, what);
    expect(() => applyEdits(source as string, ofFile), what).not.toThrow();
  }
}

test('every text is read and checked, and what is said about it points at whole characters of it', () => {
  fc.assert(
    fc.property(files, (texts) => {
      const book = bookOf(texts);
      const sources = sourcesOf(book);
      for (const [uri, problems] of checkBook(book)) {
        for (const { rule, range, related = [] } of problems) {
          expectWhole(sources.get(uri), range, rule);
          for (const other of related) expectWhole(sources.get(other.file), other.range, `${rule}, related`);
        }
      }
    }),
    options,
  );
});

test('every fix can be applied', () => {
  fc.assert(
    fc.property(files, (texts) => {
      const book = bookOf(texts);
      const sources = sourcesOf(book);
      for (const [uri, problems] of checkBook(book)) {
        for (const problem of problems) {
          const { rule } = problem;
          for (const { edits, title } of fixesOf(problem, book))
            expectApplicable(sources, edits, uri, `${rule}: ${title}`);
        }
      }
    }),
    options,
  );
});

test('what has been mended is not mended again', () => {
  fc.assert(
    fc.property(files, (texts) => {
      const options = { check: checkBook, rules: ruleIds };
      const once = fixAll(bookOf(texts), options);
      const twice = fixAll(once.book, options);
      expect(twice.mended.map(({ rule, message }) => [rule, message])).toEqual([]);
      expect([...sourcesOf(twice.book)]).toEqual([...sourcesOf(once.book)]);
    }),
    options,
  );
});

test('every view can be shown', () => {
  fc.assert(
    fc.property(files, (texts) => {
      const book = bookOf(texts);
      const sources = sourcesOf(book);
      for (const view of [outlineOf, coverageOf, roadmapOf, budgetOf, bookSymbols]) expect(view(book)).toBeDefined();
      for (const chapter of book.chapters) {
        expect(completenessOf(book, chapter)).toBeDefined();
        expect(allFolds(chapter)).toBeDefined();
        for (const symbol of chapterSymbols(chapter)) expectWhole(sources.get(chapter.uri), symbol.range, symbol.name);
      }
    }),
    options,
  );
});

test('the order of the files changes nothing', () => {
  fc.assert(
    fc.property(files, ({ 'masterplan.yaml': manifest, '01.md': one, '02.md': two }) => {
      const book = bookOf({ 'masterplan.yaml': manifest, '01.md': one, '02.md': two });
      const turned = bookOf({ '02.md': two, '01.md': one, 'masterplan.yaml': manifest });
      expect(turned.chapters.map(({ uri }) => uri)).toEqual(book.chapters.map(({ uri }) => uri));
      expect([...checkBook(turned)]).toEqual([...checkBook(book)]);
    }),
    options,
  );
});

test('a code renamed and named as before leaves the texts as they were', () => {
  fc.assert(
    fc.property(files, fc.double({ min: 0, max: 1, noNaN: true }), (texts, where) => {
      const book = bookOf(texts);
      const [chapter] = book.chapters;
      if (chapter === undefined) return;
      const places = [...chapter.source.matchAll(/[A-Z]+(?:-[A-Z]+)*-?\d+/g)];
      const place = places[Math.floor(where * places.length)];
      if (place === undefined) return;
      const name = /^[SWOT]\d+$/.test(place[0]) ? `${place[0][0]}88` : /^[SW][OT]\d/.test(place[0]) ? 'SO88' : 'ZZ-88';
      const there = renameCode(book, chapter.uri, place.index, name);
      if ('refusal' in there) return;
      const before = sourcesOf(book);
      expectApplicable(before, there.edits, chapter.uri, `rename to ${name}`);
      const after = renamed(texts, there.edits);
      const back = renameCode(bookOf(after), chapter.uri, place.index, place[0]);
      if ('refusal' in back) return;
      expect(renamed(after, back.edits)).toEqual(texts);
    }),
    options,
  );
});

function renamed(texts: Readonly<Record<string, string>>, edits: readonly FileEdit[]): Record<string, string> {
  const changed: Record<string, string> = { ...texts };
  for (const { uri = '', edits: ofFile } of edits) {
    const path = uri.slice(uri.lastIndexOf('/') + 1);
    changed[path] = applyEdits(changed[path] as string, ofFile);
  }
  return changed;
}

test('every manifest is read, and gives settings that chapters can be read with', () => {
  fc.assert(
    fc.property(manifestText, (text) => {
      const manifest = readManifest(text, 'memory:/book/masterplan.yaml', { rules: ruleIds });
      expect(resolveSettings(manifest).template.chapters.length).toBeGreaterThan(0);
      for (const { range } of manifest.findings) expectWhole(text, range, 'manifest');
    }),
    options,
  );
});
