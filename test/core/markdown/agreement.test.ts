/** The line scanner and remark read every text alike: whatever is generated, whatever the real book holds. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument, parseWithRemark } from '../../../src/core/markdown/document';
import { effort } from '../../effort';
import { plain, rangesOf } from './outline';

const lines = [
  ...['# Judul', '## Sub ##', '#', '#\ttab', '####### tujuh', ' # miring', 'teks', 'lanjut  ', 'garis\\', '**tebal**'],
  ...['- a', '- b', '* c', '+ d', '-', '- ', '*', '+', '1. x', '2. y', '3) z', '10. t', '0. n', '123456789. u', '1.'],
  ...[
    '  - dalam',
    '   tiga',
    '    empat',
    '      enam',
    ' - satu',
    '- - dua',
    '- # h',
    '-     kode',
    '- \ttab',
    '- > k',
  ],
  ...['', '', '', '  ', '\t', '\t- tab', '| a | b |', '|---|---|', '| - |', '| c', '--- | ---', '|-', ':-:', 'x | y'],
  ...[
    '\\| x |',
    '| `a | b` |',
    '  | b |',
    '  |--|',
    '    | k |',
    '- | a |',
    '===',
    '---',
    '--',
    '***',
    '* * *',
    '_ _ _',
  ],
  ...[
    '> q',
    '>',
    '> - q',
    '>q',
    '> | a |',
    '> |--|',
    '> # h',
    '>> dua',
    '> ```',
    '```',
    '~~~',
    '```js',
    '```x`',
    '\t```',
    ' \t~~~',
    '`c`',
  ],
  ...['<!-- c -->', '<!--', '-->', '-->x', 'a<!-- b', '<div>', '</div>', '<b>x</b>', '<br> | z', '<?x', '<script>'],
  ...[
    '[a]: b',
    '[a]: b "t"',
    '[a]: <b>',
    '[x] y',
    '[',
    '[a]:',
    '"t"',
    '(x)',
    '[c]: d',
    '\uFEFF',
    '\u00a0',
    '!',
    '1990. x',
  ],
];
const lineEnds = ['\n', '\r\n', '\r'];

const byLines = fc
  .tuple(
    fc.constantFrom('', '', '', '\uFEFF', '---\nchapter: x\n---\n'),
    fc.array(fc.constantFrom(...lines), { maxLength: 14 }),
    fc.constantFrom(...lineEnds),
    fc.boolean(),
  )
  .map(([before, all, end, last]) => before + all.join(end) + (last ? end : ''));

const bits = [
  ...['a', 'b', '#', '-', '*', '+', '>', '|', '`', '```', '~~~', ' ', '  ', '    ', '\t', '\n', '\n', '\n\n', '\r\n'],
  ...['1.', '2)', '[', ']', ']: ', '<!--', '-->', '=', '_', '\\', '- ', '> ', '| ', '---', '\n---\n', '|-|\n', '<b>'],
];
const byBits = fc.array(fc.constantFrom(...bits), { maxLength: 30 }).map((all) => all.join(''));

const options = effort(300);
describe('scanner and remark', () => {
  it('agree on lines of every kind', () => {
    fc.assert(
      fc.property(byLines, (source) => {
        expect(plain(parseDocument(source))).toEqual(plain(parseWithRemark(source)));
      }),
      options,
    );
  });

  it('agree on any mixture of marks', () => {
    fc.assert(
      fc.property(byBits, (source) => {
        expect(plain(parseDocument(source))).toEqual(plain(parseWithRemark(source)));
      }),
      options,
    );
  });

  it('agree on a text that was read before in another one', () => {
    fc.assert(
      fc.property(byLines, byLines, (first, second) => {
        parseDocument(`${first}\n\n${second}`);
        expect(plain(parseDocument(second))).toEqual(plain(parseWithRemark(second)));
      }),
      effort(100),
    );
  });

  it('give ranges that lie in order, within the text and within each other', () => {
    fc.assert(
      fc.property(fc.oneof(byLines, byBits, fc.string({ unit: 'binary', maxLength: 60 })), (source) => {
        const { blocks } = parseDocument(source);
        const astray = [...rangesOf(blocks)].filter(
          ({ range, around }) =>
            range.start > range.end || range.start < (around?.start ?? 0) || range.end > (around?.end ?? source.length),
        );
        expect(astray).toEqual([]);
        const behind = blocks.filter((block, i) => i > 0 && block.start < (blocks[i - 1]?.end as number));
        expect(behind).toEqual([]);
      }),
      options,
    );
  });

  it('begin an underlined heading below a definition where its words begin', () => {
    for (const read of [parseDocument, parseWithRemark]) {
      expect(read('[a]: <b>\n      enam\n---').blocks).toEqual([
        { type: 'definition', start: 0, end: 8 },
        {
          type: 'heading',
          start: 15,
          end: 23,
          level: 2,
          marks: { start: 20, end: 23 },
          content: { start: 15, end: 19 },
        },
      ]);
    }
  });

  const books = join(import.meta.dirname, '../../../../shared/books');
  it.runIf(existsSync(books))('agree on every page of the real books', () => {
    const pages = readdirSync(books, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
    expect(pages.length).toBeGreaterThan(0);
    for (const page of pages) {
      const source = readFileSync(join(books, page), 'utf8');
      expect(plain(parseDocument(source)), page).toEqual(plain(parseWithRemark(source)));
    }
  });
});
