/** What each shape of Markdown is read as, and exactly where it stands. */

import { describe, expect, it } from 'vitest';
import { parseDocument, parseWithRemark } from '../../../src/core/markdown/document';
import { textOf } from '../../../src/core/text/range';
import { outline, plain } from './outline';

/** Reads in both ways: they must agree. */
function read(source: string): string[] {
  const document = parseDocument(source);
  expect(plain(document)).toEqual(plain(parseWithRemark(source)));
  expect(document.excess).toEqual([]);
  return outline(source, document.blocks);
}

describe('frontmatter', () => {
  it('is what stands between the `---` lines at the very top', () => {
    const source = '---\nchapter: dimension\ndimension: governance\n---\n\n# Judul\n';
    const { frontmatter, blocks } = parseDocument(source);
    expect(frontmatter).toEqual({ start: 0, end: 48, content: { start: 4, end: 45 } });
    expect(outline(source, blocks)).toEqual(['heading 1 "# Judul": "#" "Judul"']);
    expect(plain(parseDocument(source))).toEqual(plain(parseWithRemark(source)));
  });

  it('counts a byte-order mark for nothing, and its offsets stay true', () => {
    const source = '\uFEFF---\r\nchapter: swot\r\n---\r\n# Analisis\r\n';
    const { frontmatter, blocks } = parseDocument(source);
    expect(frontmatter).toEqual({ start: 1, end: 24, content: { start: 6, end: 21 } });
    expect(blocks[0]).toMatchObject({ type: 'heading', start: 26, end: 36 });
    expect(plain(parseDocument(source))).toEqual(plain(parseWithRemark(source)));
  });

  it('may be empty, and may have blanks after its marks', () => {
    const { frontmatter } = parseDocument('---  \n---\t\nteks');
    expect(frontmatter).toEqual({ start: 0, end: 9, content: { start: 6, end: 6 } });
  });

  it.each(['---\nchapter: x\n', '\n---\nchapter: x\n---\n', ' ---\nx: y\n---\n', '----\nx: y\n----\n'])(
    'is not there in %j',
    (source) => {
      expect(parseDocument(source).frontmatter).toBeUndefined();
      expect(plain(parseDocument(source))).toEqual(plain(parseWithRemark(source)));
    },
  );

  it('leaves lists below a first thematic break alone', () => {
    expect(read('---\n- satu\n')).toEqual([
      'break "---"',
      'list "- satu"',
      '  item "-" "- satu"',
      '    paragraph "satu": "satu"',
    ]);
  });
});

describe('headings', () => {
  it('know their marks and their words, without closing marks', () => {
    expect(read('# Satu\n##  Dua ##  \n### Tiga#\n#### ####\n#\n####### Tujuh\n#tag')).toEqual([
      'heading 1 "# Satu": "#" "Satu"',
      'heading 2 "##  Dua ##": "##" "Dua"',
      'heading 3 "### Tiga#": "###" "Tiga#"',
      'heading 4 "#### ####": "####" ""',
      'heading 1 "#": "#" ""',
      'paragraph "####### Tujuh\\n#tag": "####### Tujuh" "#tag"',
    ]);
  });

  it('may be underlined', () => {
    expect(read('Analisis\nSWOT\n====\nKekuatan\n---\n')).toEqual([
      'heading 1 "Analisis\\nSWOT\\n====": "====" "Analisis\\nSWOT"',
      'heading 2 "Kekuatan\\n---": "---" "Kekuatan"',
    ]);
  });
});

describe('paragraphs', () => {
  it('are lines without blanks at their ends', () => {
    expect(read('Satu  \n   dua\r\n\ttiga\rempat\n\nlima')).toEqual([
      'paragraph "Satu  \\n   dua\\r\\n\\ttiga\\rempat": "Satu" "dua" "tiga" "empat"',
      'paragraph "lima": "lima"',
    ]);
  });

  it('are without the marks of what they stand in', () => {
    expect(read('> - satu\n>   dua\n> tiga\n')).toEqual([
      'quote "> - satu\\n>   dua\\n> tiga"',
      '  list "- satu\\n>   dua\\n> tiga"',
      '    item "-" "- satu\\n>   dua\\n> tiga"',
      '      paragraph "satu\\n>   dua\\n> tiga": "satu" "dua" "tiga"',
    ]);
  });

  it('are ended by what may interrupt them only', () => {
    expect(read('tahun\n2019. bukan daftar\n-\n')).toEqual([
      'heading 2 "tahun\\n2019. bukan daftar\\n-": "-" "tahun\\n2019. bukan daftar"',
    ]);
    expect(read('teks\n1. daftar')).toEqual([
      'paragraph "teks": "teks"',
      'list ordered "1. daftar"',
      '  item "1." "1. daftar"',
      '    paragraph "daftar": "daftar"',
    ]);
  });
});

describe('lists', () => {
  it('hold their items, and those the lists in them', () => {
    expect(read('- S1. Satu\n    - rinci\n- S2. Dua\n\n  lanjut\n\n* lain\n')).toEqual([
      'list "- S1. Satu\\n    - rinci\\n- S2. Dua\\n\\n  lanjut"',
      '  item "-" "- S1. Satu\\n    - rinci"',
      '    paragraph "S1. Satu": "S1. Satu"',
      '    list "- rinci"',
      '      item "-" "- rinci"',
      '        paragraph "rinci": "rinci"',
      '  item "-" "- S2. Dua\\n\\n  lanjut"',
      '    paragraph "S2. Dua": "S2. Dua"',
      '    paragraph "lanjut": "lanjut"',
      'list "* lain"',
      '  item "*" "* lain"',
      '    paragraph "lain": "lain"',
    ]);
  });

  it('know their markers', () => {
    expect(read('10) sepuluh\n11) sebelas\n')).toEqual([
      'list ordered "10) sepuluh\\n11) sebelas"',
      '  item "10)" "10) sepuluh"',
      '    paragraph "sepuluh": "sepuluh"',
      '  item "11)" "11) sebelas"',
      '    paragraph "sebelas": "sebelas"',
    ]);
  });

  it('may have empty items and lazy lines', () => {
    expect(read('- \n- satu\ndua\n')).toEqual([
      'list "- \\n- satu\\ndua"',
      '  item "-" "-"',
      '  item "-" "- satu\\ndua"',
      '    paragraph "satu\\ndua": "satu" "dua"',
    ]);
  });
});

describe('tables', () => {
  it('know header, delimiter row and cells', () => {
    expect(read('| Kode | Program |\n|:--|--:|\n| P-1 |  SI Desa |\n| P-2 |\n| P-3 | a | b |\n')).toEqual([
      'table "| Kode | Program |\\n|:--|--:|\\n| P-1 |  SI Desa |\\n| P-2 |\\n| P-3 | a | b |"',
      '  header "| Kode | Program |": "Kode" "Program"',
      '  delimiter "|:--|--:|"',
      '  row "| P-1 |  SI Desa |": "P-1" "SI Desa"',
      '  row "| P-2 |": "P-2" ""',
      '  row "| P-3 | a | b |": "P-3" "a"',
    ]);
  });

  it('put an empty cell where its text would be written, a missing one at the end of its row', () => {
    const source = '|a|b|c|d|\n|-|-|-|-|\n||  | |\n';
    const table = parseDocument(source).blocks[0];
    expect(table).toMatchObject({
      rows: [
        {
          start: 20,
          end: 27,
          cells: [
            { start: 21, end: 21 },
            { start: 23, end: 23 },
            { start: 25, end: 25 },
            { start: 27, end: 27 },
          ],
        },
      ],
    });
    expect(plain(parseDocument(source))).toEqual(plain(parseWithRemark(source)));
  });

  it('need no outer bars, and split at bars in code unless they are escaped', () => {
    expect(read('a | b\n--- | ---\n`x | y` | z\n1 \\| 2 | 3 \\\\| 4\n===\n')).toEqual([
      'table "a | b\\n--- | ---\\n`x | y` | z\\n1 \\\\| 2 | 3 \\\\\\\\| 4\\n==="',
      '  header "a | b": "a" "b"',
      '  delimiter "--- | ---"',
      '  row "`x | y` | z": "`x" "y`"',
      '  row "1 \\\\| 2 | 3 \\\\\\\\| 4": "1 \\\\| 2" "3 \\\\\\\\"',
      '  row "===": "===" ""',
    ]);
  });

  it('may follow a paragraph, and end at a blank line or another block', () => {
    expect(read('Tabel 1\n| a |\n|---|\n| b |\n# Judul\n')).toEqual([
      'paragraph "Tabel 1": "Tabel 1"',
      'table "| a |\\n|---|\\n| b |"',
      '  header "| a |": "a"',
      '  delimiter "|---|"',
      '  row "| b |": "b"',
      'heading 1 "# Judul": "#" "Judul"',
    ]);
  });

  it('may stand in items and quotes', () => {
    expect(read('1. satu\n\n   | a |\n   |---|\n   | b |\n\n> | c |\n> |---|\n> | d |\n')).toEqual([
      'list ordered "1. satu\\n\\n   | a |\\n   |---|\\n   | b |"',
      '  item "1." "1. satu\\n\\n   | a |\\n   |---|\\n   | b |"',
      '    paragraph "satu": "satu"',
      '    table "| a |\\n   |---|\\n   | b |"',
      '      header "| a |": "a"',
      '      delimiter "|---|"',
      '      row "| b |": "b"',
      'quote "> | c |\\n> |---|\\n> | d |"',
      '  table "| c |\\n> |---|\\n> | d |"',
      '    header "| c |": "c"',
      '    delimiter "|---|"',
      '    row "| d |": "d"',
    ]);
  });

  it.each([
    ['other counts of cells', '| a | b |\n|---|\n'],
    ['an underlined heading', 'a\n---\n'],
    ['a lone bar above', '|\n|-|\n'],
    ['a letter among the dashes', '| a |\n|--x|\n'],
  ])('are not there with %s', (_, source) => {
    expect(read(source).some((line) => line.startsWith('table'))).toBe(false);
  });
});

describe('code, HTML, breaks and definitions', () => {
  it('are told with what they cover', () => {
    expect(
      read(
        '```yaml\n# bukan judul\n```\n\n<!-- REVIEW: a\n\nb -->\n***\n[a]: b.md\n\n    kode\n\n<div>\n# bukan\n</div>\n',
      ),
    ).toEqual([
      'code "```yaml\\n# bukan judul\\n```"',
      'html "<!-- REVIEW: a\\n\\nb -->"',
      'break "***"',
      'definition "[a]: b.md"',
      'code "    kode"',
      'html "<div>\\n# bukan\\n</div>"',
    ]);
  });

  it('run to the end where nothing closes them', () => {
    expect(read('# a\n\n~~~\n# b\n\n- c\n\n')).toEqual(['heading 1 "# a": "#" "a"', 'code "~~~\\n# b\\n\\n- c"']);
    expect(read('teks\n<!-- a\n\n# b\n')).toEqual(['paragraph "teks": "teks"', 'html "<!-- a\\n\\n# b"']);
    expect(read('- ```\n  a\n\nteks')).toEqual([
      'list "- ```\\n  a"',
      '  item "-" "- ```\\n  a"',
      '    code "```\\n  a"',
      'paragraph "teks": "teks"',
    ]);
  });
});

describe('line ends', () => {
  it.each(['\n', '\r\n', '\r'])('are all alike: %j', (eol) => {
    const lines = [
      '# Judul',
      '',
      'satu',
      'dua',
      '',
      '- a',
      '- b',
      '',
      '| k | l |',
      '|---|---|',
      '| m |',
      '',
      '> kutip',
    ];
    const source = lines.join(eol);
    const document = parseDocument(source);
    expect(plain(document)).toEqual(plain(parseWithRemark(source)));
    const words = document.blocks.map((block) => textOf(source, block).split(eol).join('\n'));
    expect(words).toEqual(['# Judul', 'satu\ndua', '- a\n- b', '| k | l |\n|---|---|\n| m |', '> kutip']);
  });

  it('leave nothing of an empty text', () => {
    for (const source of ['', '\n', '\uFEFF', ' \t\r\n', '\uFEFF\n\n']) {
      expect(parseDocument(source)).toEqual({ blocks: [], excess: [] });
      expect(parseWithRemark(source)).toEqual({ blocks: [], excess: [] });
    }
  });
});

describe('what remark reads for the scanner', () => {
  it('is the same at any place in the text', () => {
    const unusual = '- satu\ndua\n\n\t- tiga\n';
    const source = `${unusual}\nteks\n\n${unusual}`;
    const { blocks } = parseDocument(source);
    expect(plain(parseDocument(source))).toEqual(plain(parseWithRemark(source)));
    expect(outline(source, blocks.slice(0, 1))).toEqual(outline(source, blocks.slice(2)));
    expect(blocks[2]?.start).toBe(unusual.length + '\nteks\n\n'.length);
  });
});
