import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/cli/columns';
import { type Excerpt, excerptOf, excerptOfLine } from '../../src/cli/excerpt';

function linesOf({ before, meant, after, marks }: Excerpt): [line: string, marks: string] {
  return [before + meant + after, marks];
}

/** The excerpt of the line with `[` and `]` around the words that are meant. */
function marked(line: string, width = 80): [string, string] {
  const start = line.indexOf('[');
  const end = line.indexOf(']') - 1;
  return linesOf(excerptOfLine(line.replace('[', '').replace(']', ''), start, end, width));
}

describe('excerptOfLine', () => {
  it('marks the words that are meant', () => {
    expect(marked('status: [revisi]')).toEqual(['status: revisi', '        ^^^^^^']);
    expect(marked('## []')).toEqual(['## ', '   ^']);
    expect(marked('a[]b')).toEqual(['ab', ' ^']);
  });

  it('leaves the indentation out, unless it is what is meant', () => {
    expect(marked('    - [OPD]:')).toEqual(['- OPD:', '  ^^^']);
    expect(marked('  [  ]- OPD')).toEqual(['  - OPD', '^^']);
  });

  it('counts columns, not letters', () => {
    expect(marked('a\t[b]')).toEqual(['a   b', '    ^']);
    expect(marked('\ta\t[b]')).toEqual(['a   b', '    ^']);
    expect(marked('市[長]x')).toEqual(['市長x', '  ^^']);
    expect(marked('👩‍👩‍👧 [ya]')).toEqual(['👩‍👩‍👧 ya', '   ^^']);
    expect(marked('e\u0301[x]')).toEqual(['e\u0301x', ' ^']);
    expect(marked('– [x]')).toEqual(['– x', '  ^']);
  });

  it('keeps from the terminal what it would obey', () => {
    expect(marked('a\u001b[2J[b]')[0]).not.toContain('\u001b');
    expect(marked('\u202e[abc]')).toEqual(['·abc', ' ^^^']);
    expect(marked('a\u0000[b]')).toEqual(['a·b', '  ^']);
  });

  it('cuts a long row around the words that are meant', () => {
    const cell = '| kolom lain yang panjang ';
    const [line, marks] = marked(`${cell.repeat(9)}| [Dinas Pariwisata] ${cell.repeat(9)}|`, 60);
    expect(line).toBe('… lain yang panjang | Dinas Pariwisata | kolom lain yang pa…');
    expect(line.slice(marks.indexOf('^'), marks.length)).toBe('Dinas Pariwisata');
    expect(widthOf(line)).toBeLessThanOrEqual(60);
    expect([line[0], line.at(-1)]).toEqual(['…', '…']);
  });

  it('fills the width where the words that are meant stand at the end', () => {
    expect(marked(`${'| kolom lain yang panjang '.repeat(9)}| [WO2] |`, 60)).toEqual([
      '… kolom lain yang panjang | kolom lain yang panjang | WO2 |',
      '                                                      ^^^',
    ]);
  });

  it('shows a long range from its beginning', () => {
    const [line, marks] = marked(`sebelum ${'[x'}${' kata'.repeat(60)}]`, 60);
    expect(line.startsWith('sebelum x kata')).toBe(true);
    expect(line.endsWith('…')).toBe(true);
    expect(marks).toBe(`        ${'^'.repeat(50)}`);
  });

  it('does not work through a megabyte for one word', () => {
    const [line, marks] = marked(`${'kata '.repeat(100_000)}[ini]${' kata'.repeat(100_000)}`, 80);
    expect(line.slice(marks.indexOf('^'), marks.length)).toBe('ini');
    expect(widthOf(line)).toBeLessThanOrEqual(80);
  });

  it('always fits, and always marks the text of the range', () => {
    const piece = fc.constantFrom('a', 'kata ', ' ', '\t', '市', 'é', 'e\u0301', '👍', '|', '\u001b');
    const text = fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(
        text,
        fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 }),
        text,
        (before, meant, after) => {
          const word = `<${meant.replace(/[\s<>]/g, '_')}>`;
          const excerpt = excerptOfLine(before + word + after, before.length, before.length + word.length, 60);
          const [line, marks] = linesOf(excerpt);
          expect(widthOf(line)).toBeLessThanOrEqual(60);
          expect(excerpt.meant).toBe(word);
          expect(marks).toBe(' '.repeat(widthOf(excerpt.before)) + '^'.repeat(word.length));
        },
      ),
    );
  });
});

describe('excerptOf', () => {
  const of = (line: string, column: number, endLine: number, endColumn: number) =>
    excerptOf(line, { line: 2, column, endLine, endColumn }, 80);

  it('marks the place in its line', () => {
    expect(of('dua tiga', 5, 2, 9)).toEqual({ before: 'dua ', meant: 'tiga', after: '', marks: '    ^^^^' });
    expect(of('dua', 1, 2, 4)).toEqual({ before: '', meant: 'dua', after: '', marks: '^^^' });
  });

  it('marks a place over several lines to the end of the first', () => {
    expect(of('a bc', 3, 3, 2)).toEqual({ before: 'a ', meant: 'bc', after: '', marks: '  ^^' });
  });

  it('shows nothing of a blank line', () => {
    expect(of('  ', 1, 2, 1)).toBeUndefined();
    expect(of('', 1, 2, 1)).toBeUndefined();
  });
});
