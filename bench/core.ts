// What the benchmark calls of the core, bundled as it ships.

export { type Book, makeBook, withChapter } from '../src/core/book/book';
export type { Chapter } from '../src/core/chapter/chapter';
export { readChapter } from '../src/core/chapter/read';
export { checkBook } from '../src/core/rules/check';
export { readManifest } from '../src/core/template/manifest';
export { resolveSettings } from '../src/core/template/resolve';
