/** Words without their marks, and the exact places of words, links, comments, code and prose. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/core/markdown/document';
import {
  anchorOf,
  anchorsOf,
  commentsOf,
  isWhollyBold,
  proseOf,
  readInline,
  splitBreaks,
} from '../../../src/core/markdown/inline';
import { inlineByRemark } from '../../../src/core/markdown/inline-remark';
import { scanInline } from '../../../src/core/markdown/inline-scan';
import { linksOf } from '../../../src/core/markdown/links';
import { sight, textsHolding, textsOf } from '../../../src/core/markdown/texts';
import { type Range, textOf } from '../../../src/core/text/range';

const whole = (source: string): Range => ({ start: 0, end: source.length });
const said = (source: string): string => readInline(source, whole(source)).text;

/** What stands in the source for a word of the reduced text. */
function sourceOf(source: string, word: string): string {
  const inline = readInline(source, whole(source));
  const at = inline.text.indexOf(word);
  expect(at).toBeGreaterThanOrEqual(0);
  return textOf(source, inline.sourceRange(at, at + word.length));
}

describe('readInline', () => {
  it.each([
    ['Kekuatan (Strengths)', 'Kekuatan (Strengths)'],
    ['**Kekuatan** *(Strengths)*', 'Kekuatan (Strengths)'],
    ['__SI__ ***Desa*** snake_case', 'SI Desa snake_case'],
    ['`a*b*` dan ``c`d`` dan ` e `', 'a*b* dan c`d dan e'],
    ['[Buku **2**](b.md "judul") ![alur](a.png)', 'Buku 2 alur'],
    ['[a][b] [1] (S1, [GOV-P-01])', '[a][b] [1] (S1, [GOV-P-01])'],
    ['[]{#_Toc1 .anchor}Satu', 'Satu'],
    ['[**Satu** [dua]{.mark}]{.underline} tiga', 'Satu dua tiga'],
    ['Satu]{.mark} [dua', 'Satu [dua'],
    ['[Satu]{custom-style="Judul 2"} {.x} [dua] {a}', 'Satu {.x} [dua] {a}'],
    ['![](a.png){width="5in" height="2in"} [b](c.md){.d}', ' b'],
    ['\\[Satu\\]{.mark} `[dua]{.mark}`', '[Satu]{.mark} [dua]{.mark}'],
    ['[]{#_Toc1 .anchor}', ''],
    ['S1 &amp; S2 \\* 5 &lt; 6 A & B', 'S1 & S2 * 5 < 6 A & B'],
    ['Dinas A<br>Dinas B<br/>Dinas C<BR />', 'Dinas A\nDinas B\nDinas C\n'],
    ['a<!-- b -->c<span class="x">d</span>', 'acd'],
    ['<https://a.b> 5 * 3 ** 2 _', 'https://a.b 5 * 3 ** 2 _'],
    ['  **a**  ', '  a  '],
    ['a\\\nb', 'a\nb'],
    ['Visi[^1]', 'Visi'],
    ['**Keselarasan[^2]** dengan [RPJMD[^catatan-a_b]](a.md)[^3][^4]', 'Keselarasan dengan RPJMD'],
    ['OPD[^2]: Dinas', 'OPD: Dinas'],
    ['Visi\\[^1] `a[^1]` [^ 1] [^a b] [^]', 'Visi[^1] a[^1] [^ 1] [^a b] [^]'],
    ['[^1]', '[^1]'],
    [' **[^1]**[^2] ', ' [^1][^2] '],
    ['[^1]: Catatan[^2]', '[^1]: Catatan'],
    ['Visi\n[^1]: Catatan &copy;', 'Visi\n[^1]: Catatan ©'],
    ['**terbuka', '**terbuka'],
    ['', ''],
  ])('reduces %j', (source, text) => {
    expect(said(source)).toBe(text);
  });

  it.each([
    ['a **Dinas** b', 'Dinas', 'Dinas'],
    ['A &amp; B', '&', '&amp;'],
    ['A \\* B', '* B', '\\* B'],
    ['x `kode` y', 'kode y', 'kode` y'],
    ['[Buku **2**](b.md) z', 'Buku 2', 'Buku **2'],
    ['Visi[^1]', 'Visi', 'Visi'],
    ['a Visi[^1] b', 'Visi b', 'Visi[^1] b'],
    ['a Visi[^1] &copy; b', ' ©', ' &copy;'],
    ['![alur *x*](a.png) z', 'alur x', '![alur *x*](a.png)'],
    ['A<br>B', '\n', '<br>'],
    ['A<!-- x -->B', 'AB', 'A<!-- x -->B'],
    ['tanpa tanda', 'tanda', 'tanda'],
  ])('finds in %j the words %j', (source, word, place) => {
    expect(sourceOf(source, word)).toBe(place);
  });

  it('gives empty places for empty stretches, and keeps to the text', () => {
    const source = 'xx **ab** yy';
    const inline = readInline(source, { start: 3, end: 9 });
    expect(inline.text).toBe('ab');
    expect(inline.sourceRange(0, 0)).toEqual({ start: 5, end: 5 });
    expect(inline.sourceRange(2, 2)).toEqual({ start: 7, end: 7 });
    expect(inline.sourceRange(-5, 99)).toEqual({ start: 5, end: 7 });
    const plain = readInline(source, { start: 0, end: 2 });
    expect(plain.sourceRange(-1, 5)).toEqual({ start: 0, end: 2 });
  });

  it('reads a paragraph over its lines, and leaves the marks of containers out', () => {
    const source = '> satu **dua\n> tiga** empat\n';
    const { blocks } = parseDocument(source);
    const [lines] = [...textsOf(blocks)];
    const inline = readInline(source, lines as readonly Range[]);
    expect(inline.text).toBe('satu dua\ntiga empat');
    expect(textOf(source, inline.sourceRange(5, 13))).toBe('dua\n> tiga');
    expect(textOf(source, inline.sourceRange(9, 13))).toBe('tiga');
    expect(textOf(source, inline.sourceRange(8, 9))).toBe('\n> ');
  });

  it('reads the lines of an underlined heading in CRLF', () => {
    const source = 'Analisis\r\n  *SWOT*\r\n===\r\n';
    const heading = parseDocument(source).blocks[0];
    const inline = readInline(source, heading?.type === 'heading' ? heading.content : { start: 0, end: 0 });
    expect(inline.text).toBe('Analisis\nSWOT');
    expect(inline.sourceRange(9, 13)).toEqual({ start: 13, end: 17 });
  });

  it('takes an endless text as it stands', () => {
    const source = `${'_('.repeat(9_000)}&copy;`;
    expect(said(source) === source).toBe(true);
    expect(said(`${'_('.repeat(90)}&copy;`).endsWith('(©')).toBe(true);
  });
});

describe('two readers of inline text', () => {
  const bits = [
    ...['a', 'kata', ' ', ' ', '*', '**', '_', '__', '***', '`', '``', '[', '](u)', '](u "t")', '](', ']', '(', ')'],
    ...[
      '![',
      '![x](i)',
      '![]()',
      '<br>',
      '<br/>',
      '<!-- c -->',
      '<!--',
      '-->',
      '<i>',
      '</i>',
      '<',
      '>',
      '<http://a.b>',
    ],
    ...[
      '&amp;',
      '&nbsp;',
      '&',
      '&#65;',
      '<a b="c" d>',
      '<br e>',
      '</b >',
      '\\',
      '\\*',
      '.',
      '"',
      '\n',
      'é',
      '–',
      '\u00a0',
      '😀',
      '~~',
      'S1',
      '\t',
      '](<v>)',
      '[^1]',
      '[^',
    ],
  ];
  const texts = fc.array(fc.constantFrom(...bits), { minLength: 1, maxLength: 14 }).map((all) =>
    all
      .join('')
      .split('\n')
      .map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ''))
      .filter((line) => line.trim() !== '')
      .join('\n'),
  );

  it('agree wherever the fast one is sure', { timeout: 60_000 }, () => {
    let sure = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const scanned = scanInline(text);
        if (!scanned || text === '') return;
        sure++;
        expect(scanned).toEqual(inlineByRemark(text));
      }),
      { numRuns: 800 },
    );
    expect(sure).toBeGreaterThan(150);
  });

  it.each(['**a** *b* `c` [d](e.md) ![f](g.png)', 'S1. *smart city* (S1, O2)<br>S2', 'a\n**b**', 'A & B < C [x] \\|'])(
    'are sure of what planners write: %j',
    (text) => {
      expect(scanInline(text)).toEqual(inlineByRemark(text));
    },
  );

  it('lead every word back to where it stands', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const inline = readInline(text, whole(text));
        const astray = [...inline.text.split('')].filter((char, at) => {
          const { start, end } = inline.sourceRange(at, at + 1);
          if (start >= end || end > text.length) return true;
          // Remark reads a line end in code as a blank.
          return end - start === 1 && text[start] !== char && text[start] !== '\n';
        });
        expect(astray).toEqual([]);
        const all = inline.sourceRange(0, inline.text.length);
        expect(all.end).toBeGreaterThanOrEqual(all.start);
      }),
      { numRuns: 300 },
    );
  });
});

describe('splitBreaks', () => {
  const split = (source: string): string[] => splitBreaks(source, whole(source)).map((range) => textOf(source, range));

  it('gives the trimmed stretches between line breaks', () => {
    expect(split('S1. Satu <br> S2. **Dua**<br/>\u00a0S3')).toEqual(['S1. Satu', 'S2. **Dua**', 'S3']);
    expect(split('<br>a<br><br>')).toEqual(['a']);
    expect(split('tanpa')).toEqual(['tanpa']);
    expect(split('  ')).toEqual([]);
  });

  it('leaves code and comments alone', () => {
    expect(split('a `<br>` <!-- <br> --> b<br>c')).toEqual(['a `<br>` <!-- <br> --> b', 'c']);
  });
});

describe('isWhollyBold', () => {
  it.each([
    ['**Kekuatan**', true],
    ['__Kekuatan__', true],
    ['**Kekuatan** **lain**', true],
    ['**a `b` [c](d)**', true],
    ['***a***', true],
    ['**Kekuatan**: x', false],
    ['*Kekuatan*', false],
    ['Kekuatan', false],
    ['\\*\\*a\\*\\*', false],
    ['** **', false],
    ['', false],
  ])('of %j is %j', (source, bold) => {
    expect(isWhollyBold(source, whole(source))).toBe(bold);
  });
});

describe('linksOf', () => {
  it('tells links, images and definitions with the places of their addresses', () => {
    const source =
      '# [a](b.md)\n\n- ![g](<x y.png> "t")\n\n| [k](../l.md#m) |\n|---|\n| `[n](o)` [p]() |\n\n> [q]:\n> <r.md> "s"\n\n[t][q] <https://u.v>\n';
    const links = linksOf(source, parseDocument(source).blocks);
    expect(links.map((link) => [link.type, textOf(source, link), textOf(source, link.target), link.url])).toEqual([
      ['link', '[a](b.md)', 'b.md', 'b.md'],
      ['image', '![g](<x y.png> "t")', 'x y.png', 'x y.png'],
      ['link', '[k](../l.md#m)', '../l.md#m', '../l.md#m'],
      ['link', '[p]()', '', ''],
      ['definition', '[q]:\n> <r.md> "s"', 'r.md', 'r.md'],
    ]);
  });

  it('tells an image in a link after it', () => {
    const source = '[![a](b.png)](c.md)';
    const links = linksOf(source, parseDocument(source).blocks);
    expect(links.map((link) => textOf(source, link.target))).toEqual(['c.md', 'b.png']);
  });

  it('reads escapes and entities of an address', () => {
    const source = '[a](b\\_c.md?x&amp;y)\n\n[d]: e\\_f.md\n';
    const links = linksOf(source, parseDocument(source).blocks);
    expect(links.map((link) => [textOf(source, link.target), link.url])).toEqual([
      ['b\\_c.md?x&amp;y', 'b_c.md?x&y'],
      ['e\\_f.md', 'e_f.md'],
    ]);
  });

  it('knows nothing of links in code and comments', () => {
    const source = '```\n[a](b)\n```\n\n<!-- [c](d) -->\n\nx <!-- [e](f) --> `[g](h)` \\[i](j)\n';
    expect(linksOf(source, parseDocument(source).blocks)).toEqual([]);
  });
});

describe('commentsOf', () => {
  it('tells comments in blocks of their own and within texts, in their order', () => {
    const source =
      '<!-- a --> <!-- b -->\n\n# c <!-- d -->\n\n- e <!-- f\n  g -->\n\n| h <!-- i --> |\n|---|\n| `<!-- j -->` |\n\n```\n<!-- k -->\n```\n\n<div>\n<!-- l -->\n</div>\n\n<!-- m\n';
    const comments = commentsOf(source, parseDocument(source).blocks);
    expect(comments.map((range) => textOf(source, range))).toEqual([
      '<!-- a -->',
      '<!-- b -->',
      '<!-- d -->',
      '<!-- f\n  g -->',
      '<!-- i -->',
      '<!-- l -->',
      '<!-- m',
    ]);
  });
});

describe('textsHolding', () => {
  it('gives the texts in which a mark stands, and no others but the lines beside it', () => {
    const source = '# a\n\nb [c]\nd\n\n- e\n- f [g\n\n| h | [i |\n|---|---|\n| j | k |\n\n> l\n\n[m\n';
    const { blocks } = parseDocument(source);
    const told = (texts: readonly (readonly Range[])[]): string[] =>
      texts.map((text) => text.map((range) => textOf(source, range)).join('/'));
    expect(told(textsOf(blocks))).toEqual(['a', 'b [c]/d', 'e', 'f [g', 'h', '[i', 'j', 'k', 'l', '[m']);
    expect(told(textsHolding(blocks, sight(source, '[')))).toEqual(['b [c]/d', 'f [g', '[i', '[m']);
    expect(told(textsHolding(blocks, sight(source, '!')))).toEqual([]);
  });
});

describe('proseOf', () => {
  it('tells words apart from code, addresses, comments and HTML', () => {
    const source = 'Isi TBD `TBD` [TBD](TBD.md) <!-- TBD --> <b>akhir</b> ![gambar](TBD.png)';
    const words = proseOf(source, whole(source)).map((range) => textOf(source, range));
    expect(words.map((text) => text.trim()).filter((text) => text !== '')).toEqual([
      'Isi TBD',
      'TBD',
      'akhir',
      'gambar',
    ]);
  });

  it('gives a plain stretch as it is, and nothing of an empty one', () => {
    expect(proseOf('akan diisi', { start: 5, end: 10 })).toEqual([{ start: 5, end: 10 }]);
    expect(proseOf('akan', { start: 2, end: 2 })).toEqual([]);
  });
});

describe('anchors', () => {
  it.each([
    ['Analisis SWOT', 'analisis-swot'],
    ['2. PL-SAGITA: Pangan (Lokal)', '2-pl-sagita-pangan-lokal'],
    ['A & B', 'a--b'],
    ['5.2 Tabel Peta Jalan 2019–2023', '52-tabel-peta-jalan-2019–2023'],
    ['  Été_ç "x"  ', 'été_ç-x'],
    ['(?)', ''],
  ])('of %j is %j', (heading, anchor) => {
    expect(anchorOf(heading)).toBe(anchor);
  });

  it('take in that of GitHub where it is another', () => {
    expect(anchorsOf('Analisis SWOT')).toEqual(['analisis-swot']);
    expect(anchorsOf('Peta Jalan 2019–2023')).toEqual(['peta-jalan-2019–2023', 'peta-jalan-20192023']);
  });
});
