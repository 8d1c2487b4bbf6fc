/** A book kept up to date edit by edit is the book that is read afresh: same problems, same programmes, same references. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CorpusFile, masterplan } from '../../../bench/corpus.mts';
import { type Book, makeBook, withChapter, withoutChapter } from '../../../src/core/book/book';
import { joinedProgrammes, programmesByChapter } from '../../../src/core/book/programmes';
import { referencesIn } from '../../../src/core/book/references';
import { readChapter } from '../../../src/core/chapter/read';
import { checkBook } from '../../../src/core/rules/check';
import { readManifest } from '../../../src/core/template/manifest';
import { resolveSettings } from '../../../src/core/template/resolve';
import type { Settings } from '../../../src/core/template/settings';
import { effort } from '../../effort';

const uriOf = (path: string) => `file:///book/${path}`;

/** Everything that features ask a book, as plain values. */
function answers(book: Book) {
  const index = referencesIn(book);
  return {
    problems: [...checkBook(book)],
    programmes: joinedProgrammes(book).map(({ dimension, entries }) => ({
      dimension,
      places: entries.map(({ chapter, programme }) => [chapter.uri, programme.start, programme.end, programme.name]),
    })),
    byChapter: programmesByChapter(book).map(({ chapter, joined }) => [chapter.uri, joined.length]),
    uses: index.uses.map((use) => [
      use.chapter.uri,
      use.reference,
      use.dimension,
      index.definitionsOf(use).map(({ chapter, code, kind }) => [chapter.uri, code, kind]),
    ]),
    codes: [...index.programmeCodes()],
  };
}

function afresh(manifest: CorpusFile, texts: ReadonlyMap<string, string>): Book {
  const reading = readManifest(manifest.text, uriOf(manifest.path));
  const settings = resolveSettings(reading);
  return makeBook(
    reading,
    settings,
    [...texts].map(([path, text]) => readChapter(uriOf(path), text, settings)),
  );
}

const pieces = [
  ...['a', ' ', '|', '-', '\n', '\n\n', '\r\n', '#', '`', '*', '(S1)', '(GOV-P-01)', '[ECO-M-02]', '2031', 'Rp 5 juta'],
  ...['TODO', '## Quick Win\n', '### Kekuatan\n', '- S9. Baru\n', '<!-- masterplan-disable -->', '{#swot}', '\n---\n'],
  ...['[x](0003.md#strategi)', 'dimension: economy\n', '😀', '<br>', 'GOV-P-01', 'Tahap 9', ' dan ', 'Dinas Sosial'],
];

const edit = fc.record({
  chapter: fc.nat(),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  kind: fc.constantFrom(
    'insert',
    'insert',
    'insert',
    'delete',
    'repeat line',
    'drop line',
    'drop chapter',
    'new chapter',
  ),
  piece: fc.constantFrom(...pieces),
  length: fc.integer({ min: 1, max: 40 }),
});

type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function changed(text: string, { at, kind, piece, length }: Edit): string {
  const offset = Math.floor(at * (text.length + 1));
  if (kind === 'delete') return text.slice(0, offset) + text.slice(offset + length);
  if (kind === 'insert') return text.slice(0, offset) + piece + text.slice(offset);
  const lines = text.split('\n');
  const line = Math.floor(at * lines.length);
  lines.splice(line, kind === 'repeat line' ? 0 : 1, ...(kind === 'repeat line' ? [lines[line] as string] : []));
  return lines.join('\n');
}

/** Applies an edit to the book and to the texts alike. */
function apply(book: Book, settings: Settings, texts: Map<string, string>, one: Edit, spare: string): Book {
  const paths = [...texts.keys()];
  const path = paths[one.chapter % paths.length] as string;
  if (one.kind === 'drop chapter' && paths.length > 2) {
    texts.delete(path);
    return withoutChapter(book, uriOf(path));
  }
  const target = one.kind === 'new chapter' ? `${String(90 + (one.chapter % 9))}.md` : path;
  const text = one.kind === 'new chapter' ? spare : changed(texts.get(path) as string, one);
  texts.set(target, text);
  return withChapter(book, readChapter(uriOf(target), text, settings));
}

test('after any edits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.array(edit, { minLength: 1, maxLength: 8 }), (seed, edits) => {
      const [manifest, ...chapters] = masterplan(seed, { chapters: 26, length: 300, programmes: 6 }).filter(
        ({ path }, at) => at === 0 || ['0001.md', '0003.md', '0013.md', '0019.md', '0025.md'].includes(path),
      ) as [CorpusFile, ...CorpusFile[]];
      const texts = new Map(chapters.map(({ path, text }) => [path, text]));
      const spare = (chapters[1] as CorpusFile).text;
      let book = afresh(manifest, texts);
      const { settings } = book;
      checkBook(book);
      for (const one of edits) {
        book = apply(book, settings, texts, one, spare);
        expect(answers(book)).toEqual(answers(afresh(manifest, texts)));
      }
    }),
    effort(40, 400),
  );
});

test('a book that was left is the same when it is asked again', () => {
  const [manifest, ...chapters] = masterplan(2, { chapters: 26, length: 300 }) as [CorpusFile, ...CorpusFile[]];
  const texts = new Map(chapters.map(({ path, text }) => [path, text]));
  const first = afresh(manifest, texts);
  const before = JSON.stringify(answers(first));
  const text = (texts.get('0001.md') as string).replace('GOV-P-01', 'GOV-P-77').replace('S1.', 'S7.');
  const second = withChapter(first, readChapter(uriOf('0001.md'), text, first.settings));
  expect(JSON.stringify(answers(second))).not.toBe(before);
  expect(JSON.stringify(answers(first))).toBe(before);
});

test('what nobody touched stays the same list', () => {
  const [manifest, ...chapters] = masterplan(2, { chapters: 26, length: 300 }) as [CorpusFile, ...CorpusFile[]];
  const book = afresh(manifest, new Map(chapters.map(({ path, text }) => [path, text])));
  const before = checkBook(book);
  const closing = chapters[17] as CorpusFile;
  const edited = readChapter(uriOf(closing.path), closing.text.replace('. ', '.. '), book.settings);
  const after = checkBook(withChapter(book, edited));
  const changedFiles = [...after].filter(([uri, problems]) => problems !== before.get(uri)).map(([uri]) => uri);
  expect(changedFiles.filter((uri) => uri !== uriOf(closing.path))).toEqual([]);
});
