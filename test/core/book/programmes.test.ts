/** Programmes and quick wins joined (format 3.4), and what stays the same value from book to book. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Book, withChapter } from '../../../src/core/book/book';
import { isOrphan, joinedProgrammes, programmesByChapter, repeatedQuickWins } from '../../../src/core/book/programmes';
import { readChapter } from '../../../src/core/chapter/read';
import { effort } from '../../effort';
import { bookOf } from '../workspace';

const dimension = (id: string, body: string) => `---\nchapter: dimension\ndimension: ${id}\n---\n\n# Bab\n\n${body}\n`;
const table = (...rows: string[]) => `| Kode | Program |\n|---|---|\n${rows.map((row) => `| ${row} |`).join('\n')}`;
const short = (...rows: string[]) => `## Program Jangka Pendek\n\n${table(...rows)}\n`;
const medium = (...rows: string[]) => `## Program Jangka Menengah\n\n${table(...rows)}\n`;
const quickWins = (...rows: string[]) => `## Quick Win\n\n${table(...rows)}\n`;
const profiles = (...names: string[]) =>
  `---\nchapter: quick-wins\n---\n\n# Profil\n\n${names.map((name) => `## ${name}\n\n- Manfaat: a\n`).join('\n')}`;

/** Each programme with its places: `economy: Pasar@horizon + Pasar@quick-wins`. */
function shown(book: Book): string[] {
  return joinedProgrammes(book).map(({ dimension: id, entries }) => {
    return `${id ?? '-'}: ${entries.map(({ programme }) => `${programme.name}@${programme.place}`).join(' + ')}`;
  });
}

describe('a quick win is the programme', () => {
  test('of its code, wherever it stands', () => {
    const book = bookOf({ 'a.md': dimension('economy', short('A-1 | Pasar')), 'b.md': profiles('A-1 Kios') });
    expect(shown(book)).toEqual(['economy: Pasar@horizon + Kios@profile']);
  });

  test('of its name in its dimension, in all three places', () => {
    const book = bookOf({
      'a.md': dimension('economy', short('A-1 | Pasar') + quickWins('Q-1 | PASAR')),
      'b.md': dimension('living', short('B-1 | Pasar')),
      'c.md': profiles('Pasar\n\n- Dimensi: Smart Economy'),
    });
    expect(shown(book)).toEqual(['economy: Pasar@horizon + PASAR@quick-wins + Pasar@profile', 'living: Pasar@horizon']);
  });

  test('of a short-term one before others of its name', () => {
    const book = bookOf({
      'a.md': dimension('economy', medium('A-2 | Pasar') + short('A-1 | Pasar') + quickWins('| Pasar')),
    });
    expect(shown(book)).toEqual(['economy: Pasar@horizon', 'economy: Pasar@horizon + Pasar@quick-wins']);
  });

  test('without what explains its name, if exactly one fits', () => {
    const one = dimension('economy', short('| Pasar (kota)', '| Kios') + quickWins('| Pasar: kode QR'));
    expect(shown(bookOf({ 'a.md': one }))).toEqual([
      'economy: Pasar (kota)@horizon + Pasar: kode QR@quick-wins',
      'economy: Kios@horizon',
    ]);
    const two = dimension('economy', short('| Pasar - kota', '| Pasar - desa') + quickWins('| Pasar'));
    expect(shown(bookOf({ 'a.md': two }))).toEqual([
      'economy: Pasar - kota@horizon',
      'economy: Pasar - desa@horizon',
      'economy: Pasar@quick-wins',
    ]);
  });

  test('once in each place: the second is another', () => {
    const book = bookOf({ 'a.md': dimension('economy', short('A-1 | Pasar') + quickWins('| Pasar', '| Pasar')) });
    expect(shown(book)).toEqual(['economy: Pasar@horizon + Pasar@quick-wins', 'economy: Pasar@quick-wins']);
    expect([...repeatedQuickWins(book).keys()]).toEqual([joinedProgrammes(book)[1]]);
  });

  test('never one of the action plan', () => {
    const plan = `---\nchapter: action-plan\n---\n\n# Rencana Aksi\n\n${table('| Pasar')}\n`;
    expect(shown(bookOf({ 'a.md': plan, 'b.md': profiles('Pasar') }))).toEqual([
      '-: Pasar@action-plan',
      '-: Pasar@profile',
    ]);
  });

  test('an orphan where none of its places is short-term', () => {
    const book = bookOf({
      'a.md': dimension('economy', short('| Kios') + medium('| Pasar') + quickWins('| Pasar', '| Kios')),
    });
    expect(joinedProgrammes(book).map(isOrphan)).toEqual([false, true]);
  });
});

test('what did not change is the same value', () => {
  const files = {
    'a.md': dimension('economy', short('A-1 | Pasar') + quickWins('| Pasar')),
    'b.md': dimension('living', short('B-1 | Sehat')),
    'c.md': profiles('Sehat', 'Kios'),
  };
  const book = bookOf(files);
  const next = withChapter(book, readChapter('memory:/book/a.md', files['a.md'].replace('A-1', 'A-2'), book.settings));
  const [before, after] = [programmesByChapter(book), programmesByChapter(next)];
  expect(after[0]).not.toBe(before[0]);
  expect(after.slice(1)).toEqual(before.slice(1));
  for (const i of [1, 2]) expect(after[i]).toBe(before[i]);
});

const names = ['Pasar', 'Pasar (kota)', 'Pasar - desa', 'Kios', 'kios', 'Sehat'];
const row = fc
  .tuple(fc.constantFrom('', 'A-1', 'A-2', 'B-1'), fc.constantFrom(...names))
  .map((cells) => cells.join(' | '));
const rows = fc.array(row, { maxLength: 4 });
const text = fc.oneof(
  fc
    .tuple(fc.constantFrom('economy', 'living'), rows, rows, rows)
    .map(([id, a, b, c]) => dimension(id, short(...a) + medium(...b) + quickWins(...c))),
  fc
    .array(fc.constantFrom(...names, 'A-1 Kios', 'Pasar\n\n- Dimensi: Smart Living'), { maxLength: 4 })
    .map((all) => profiles(...all)),
);
const paths = ['a.md', 'b.md', 'c.md'] as const;

test('after any edits the joined programmes are those of a book built afresh, and each entry stands once', () => {
  fc.assert(
    fc.property(
      fc.tuple(text, text, text),
      fc.array(fc.tuple(fc.constantFrom(...paths), text), { maxLength: 6 }),
      ([a, b, c], edits) => {
        const files: Record<string, string> = { 'a.md': a, 'b.md': b, 'c.md': c };
        let book = bookOf(files);
        joinedProgrammes(book);
        for (const [path, source] of edits) {
          files[path] = source;
          book = withChapter(book, readChapter(`memory:/book/${path}`, source, book.settings));
          joinedProgrammes(book);
        }
        expect(shown(book)).toEqual(shown(bookOf(files)));
        const entries = joinedProgrammes(book).flatMap((joined) => joined.entries);
        const all = book.chapters.flatMap(({ parts }) =>
          parts.flatMap((part) => [...part.programmes, ...part.quickWins]),
        );
        expect(new Set(entries.map(({ programme }) => programme))).toEqual(new Set(all));
        expect(entries).toHaveLength(all.length);
        const grouped = programmesByChapter(book).flatMap(({ joined }) => joined);
        expect(new Set(grouped)).toEqual(new Set(joinedProgrammes(book)));
        expect(grouped).toHaveLength(joinedProgrammes(book).length);
      },
    ),
    effort(150),
  );
});

test('thousands of one name take no more than their share', () => {
  const many = Array.from({ length: 5000 }, () => '| Pasar murah');
  const book = bookOf({
    'a.md': dimension('economy', short(...many) + quickWins(...many)),
    'b.md': dimension('living', quickWins(...many)),
  });
  expect(joinedProgrammes(book)).toHaveLength(10_000);
});
