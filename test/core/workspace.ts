/** Books in memory for the tests of the core: a few texts by path become a checked masterplan. */

import { type Book, type Manifest, makeBook, withFiles } from '../../src/core/book/book';
import { linkedFiles } from '../../src/core/book/linked-files';
import type { Chapter } from '../../src/core/chapter/chapter';
import { readChapter } from '../../src/core/chapter/read';
import { ruleIds } from '../../src/core/rules/catalogue';
import { checkBook } from '../../src/core/rules/check';
import type { Problem } from '../../src/core/rules/problem';
import { readManifest } from '../../src/core/template/manifest';
import { resolveSettings } from '../../src/core/template/resolve';
import type { ReaderWishes, Settings } from '../../src/core/template/settings';
import { LineIndex } from '../../src/core/text/lines';
import { textOf } from '../../src/core/text/range';

const folder = 'memory:/book/';

/** The settings of a masterplan with this manifest; those of a loose chapter where there is none. */
export function settingsOf(manifest?: string, wishes: ReaderWishes = {}): Settings {
  return resolveSettings(manifest === undefined ? undefined : manifestOf(manifest), wishes);
}

/** One chapter read by itself. */
export function chapterOf(source: string, settings: Settings = settingsOf()): Chapter {
  return readChapter(`${folder}chapter.md`, source, settings);
}

/**
 * @param files texts by path; `masterplan.yaml`, where it is there, is the manifest. What is neither that nor `.md` is
 * only there to be linked to; no other file is there.
 */
export function bookOf(files: Readonly<Record<string, string>>, wishes: ReaderWishes = {}): Book {
  const source = files['masterplan.yaml'];
  const settings = settingsOf(source, wishes);
  const chapters = Object.entries(files)
    .filter(([path]) => path.endsWith('.md'))
    .map(([path, text]) => readChapter(folder + path, text, settings));
  const book = makeBook(source === undefined ? undefined : manifestOf(source), settings, chapters);
  const isThere = (uri: string) => Object.hasOwn(files, decodeURIComponent(uri.slice(folder.length)));
  return withFiles(book, new Map(linkedFiles(book).map((uri) => [uri, isThere(uri)])));
}

function manifestOf(source: string): Manifest {
  return readManifest(source, `${folder}masterplan.yaml`, { rules: ruleIds });
}

/** A problem as tests write it down: where it stands, which words it covers, what it says. */
export interface Shown {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly text: string;
  readonly message: string;
  readonly severity: string;
}

/** The problems of a book in the order of its files. */
export function problemsOf(book: Book, rule?: string): Shown[] {
  const sources = new Map(book.chapters.map((chapter) => [chapter.uri, chapter.source]));
  if (book.manifest !== undefined) sources.set(book.manifest.uri, book.manifest.source);
  return [...checkBook(book)].flatMap(([uri, problems]) => {
    const source = sources.get(uri) ?? '';
    const lines = new LineIndex(source);
    return problems
      .filter((problem) => rule === undefined || problem.rule === rule)
      .map((problem) => show(problem, source, lines));
  });
}

function show(problem: Problem, source: string, lines: LineIndex): Shown {
  return {
    file: problem.file.startsWith(folder) ? problem.file.slice(folder.length) : problem.file,
    line: lines.positionAt(problem.range.start).line + 1,
    rule: problem.rule,
    text: textOf(source, problem.range),
    message: problem.message,
    severity: problem.severity,
  };
}
