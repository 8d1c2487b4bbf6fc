/** While somebody types: what is found in a book changed chapter by chapter is what is found in one read afresh. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withChapter } from '../../../src/core/book/book';
import { readChapter } from '../../../src/core/chapter/read';
import { effort } from '../../effort';
import { bookOf, problemsOf } from '../workspace';

const folder = join(import.meta.dirname, '../../../examples/kabupaten-contoh-keliru');
const files = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => /^\d.*\.md$|^masterplan\.yaml$/.test(name))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);
const chapters = Object.keys(files).filter((name) => name.endsWith('.md'));

/** One change of one line: it goes, comes twice, loses a word, or takes the place of another. */
function changed(source: string, kind: 'gone' | 'twice' | 'word' | 'moved', at: number, to: number): string {
  const lines = source.split('\n');
  const line = lines[at % lines.length] as string;
  const place = at % lines.length;
  if (kind === 'twice') lines.splice(place, 0, line);
  else if (kind === 'word') lines[place] = line.replace(/\p{L}{4,}/u, '');
  else {
    lines.splice(place, 1);
    if (kind === 'moved') lines.splice(to % (lines.length + 1), 0, line);
  }
  return lines.join('\n');
}

const edit = fc.record({
  name: fc.constantFrom(...chapters),
  kind: fc.constantFrom('gone' as const, 'twice' as const, 'word' as const, 'moved' as const),
  at: fc.nat(200),
  to: fc.nat(200),
});

test('after any edits the problems are those of a book read afresh', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      const texts: Record<string, string> = { ...files };
      let book = bookOf(texts);
      problemsOf(book);
      for (const { name, kind, at, to } of edits) {
        texts[name] = changed(texts[name] as string, kind, at, to);
        book = withChapter(book, readChapter(`memory:/book/${name}`, texts[name] as string, book.settings));
        problemsOf(book);
      }
      expect(problemsOf(book)).toEqual(problemsOf(bookOf(texts)));
    }),
    effort(40, 400),
  );
});
