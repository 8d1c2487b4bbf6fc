// What the benchmark calls of the core, bundled as it ships.

import { partlyRead } from '../src/core/template/yaml';

export { type Book, makeBook, withChapter } from '../src/core/book/book';
export type { Chapter } from '../src/core/chapter/chapter';
export { readChapter } from '../src/core/chapter/read';
export { checkBook } from '../src/core/rules/check';
export { readManifest } from '../src/core/template/manifest';
export { resolveSettings } from '../src/core/template/resolve';

/** Whether a problem says that a chapter, frontmatter or a manifest was read only in part. */
export function tellsOfPartlyRead({ rule, message }: { readonly rule: string; readonly message: string }): boolean {
  return rule === 'too-complex' || partlyRead.some(({ id, en }) => message === id || message === en);
}
