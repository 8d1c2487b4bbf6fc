/** Texts beyond the limits, and texts made to be slow: they are answered, and they say what was not read. */

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parseDocument, parseWithRemark } from '../../../src/core/markdown/document';
import { commentsOf, proseOf, readInline } from '../../../src/core/markdown/inline';
import { maxHeadingsAndItems, maxLength, maxLineLength, maxNesting } from '../../../src/core/markdown/limits';
import { linksOf } from '../../../src/core/markdown/links';
import { textsOf } from '../../../src/core/markdown/texts';
import { textOf } from '../../../src/core/text/range';
import { outline, plain } from './outline';

describe('length', () => {
  const line = `${'kata '.repeat(15)}\n`;

  it('leaves out whole lines from the limit on', () => {
    const source = line.repeat(Math.ceil(maxLength / line.length) + 3);
    const { blocks, excess } = parseDocument(source);
    const end = Math.floor(maxLength / line.length) * line.length;
    expect(excess).toEqual([{ limit: 'length', start: end, end: end + line.length - 1 }]);
    expect(blocks).toMatchObject([{ type: 'paragraph', start: 0, end: end - 2 }]);
  });

  it('reads a text of just that length in full', () => {
    const source = `${line.repeat(Math.ceil(maxLength / line.length)).slice(0, maxLength - 3)}\n# `;
    expect(parseDocument(source).excess).toEqual([]);
    expect(parseDocument(`${source}#`).excess).toMatchObject([{ limit: 'length', start: maxLength - 2 }]);
  });
});

describe('headings and items', () => {
  it.each(['# Judul\n', 'a\n---\n', '  ## Judul\n', 'a\n  ==  \n'])('are read up to their limit: %j', (heading) => {
    const most = heading.repeat(maxHeadingsAndItems);
    const inFull = parseDocument(most);
    expect(inFull.excess).toEqual([]);
    expect(inFull.blocks.length).toBe(maxHeadingsAndItems);
    const source = `${most}${heading}teks\n`;
    const { blocks, excess } = parseDocument(source);
    const lines = heading.split('\n').slice(0, -1);
    // Of an underlined one the words alone are still read, as a paragraph.
    const start = most.length + (lines.length > 1 ? (lines[0] as string).length + 1 : 0);
    expect(excess).toEqual([{ limit: 'length', start, end: start + (lines.at(-1) as string).length }]);
    expect(blocks.filter(({ type }) => type === 'heading').length).toBe(maxHeadingsAndItems);
  });

  it.each(['- a\n', '* a\n', '+ a\n', '12. a\n\n', '  3) a\n'])('share it with items: %j', (item) => {
    const most = `# Judul\n\n${item.repeat(maxHeadingsAndItems - 1)}`;
    expect(parseDocument(most).excess).toEqual([]);
    const first = item.trimEnd().length;
    const start = most.length;
    expect(parseDocument(`${most}${item}`).excess).toEqual([{ limit: 'length', start, end: start + first }]);
  });

  it('are not what begins like one', () => {
    const source = '--- b\n\n=a\n\n-a\n\n1.a\n\n2025 a\n\n'.repeat(maxHeadingsAndItems / 2);
    expect(parseDocument(source).excess).toEqual([]);
  });
});

describe('long lines', () => {
  it('are read up to the limit, and what follows them stands where it stands', () => {
    const long = `# ${'a'.repeat(maxLineLength + 50)}`;
    const source = `teks\n\n${long}\r\n\r\n- satu\n`;
    const { blocks, excess } = parseDocument(source);
    expect(excess).toEqual([{ limit: 'line', start: 6, end: 6 + long.length }]);
    expect(blocks[1]).toMatchObject({ type: 'heading', start: 6, end: 6 + maxLineLength });
    expect(outline(source, blocks.slice(2))).toEqual([
      'list "- satu"',
      '  item "-" "- satu"',
      '    paragraph "satu": "satu"',
    ]);
    expect(plain(parseDocument(source))).toEqual(plain(parseWithRemark(source)));
  });

  it('are told once, by the first of them', () => {
    const long = 'a'.repeat(maxLineLength + 1);
    const source = `${long}\n\n# Judul\n\n${long}\n\n| k |\n|---|\n| b |\n`;
    const { blocks, excess } = parseDocument(source);
    expect(excess).toEqual([{ limit: 'line', start: 0, end: long.length }]);
    expect(blocks.map((block) => textOf(source, block).slice(0, 7))).toEqual([
      'aaaaaaa',
      '# Judul',
      'aaaaaaa',
      '| k |\n|',
    ]);
  });
});

describe('nesting', () => {
  it('is read up to the limit', () => {
    const source = `${'> '.repeat(maxNesting)}dalam\n`;
    const { blocks, excess } = parseDocument(source);
    expect(excess).toEqual([]);
    expect(outline(source, blocks).at(-1)).toBe(`${'  '.repeat(maxNesting)}paragraph "dalam": "dalam"`);
    expect(plain(parseDocument(source))).toEqual(plain(parseWithRemark(source)));
  });

  it.each([
    ['quotes', `${'>'.repeat(maxNesting + 1)} a`],
    ['items', `${'- '.repeat(maxNesting + 1)}a`],
    ['ordered items', `${'1. '.repeat(maxNesting + 1)}a`],
    ['both', `${'> - '.repeat(maxNesting)}a`],
  ])('leaves out a line of %s beyond it', (_, line) => {
    const source = `# Judul\n\n${line}\n\n- satu\n`;
    const { blocks, excess } = parseDocument(source);
    expect(excess).toEqual([{ limit: 'nesting', start: 9, end: 9 + line.length }]);
    expect(blocks.map((block) => textOf(source, block))).toEqual(['# Judul', '- satu']);
    expect(plain(parseDocument(source))).toEqual(plain(parseWithRemark(source)));
  });

  it('leaves out the lines of a list that goes in step by step', () => {
    const lines = Array.from({ length: maxNesting + 5 }, (_, depth) => `${'  '.repeat(depth)}- a${depth}`);
    const source = `${lines.join('\n')}\n\n# Judul\n`;
    const { blocks, excess } = parseDocument(source);
    const start = source.indexOf(lines[maxNesting] as string);
    expect(excess).toEqual([{ limit: 'nesting', start, end: start + (lines[maxNesting] as string).length }]);
    expect(outline(source, blocks).at(-2)).toContain(`"a${maxNesting - 1}": "a${maxNesting - 1}"`);
    expect(outline(source, blocks).at(-1)).toBe('heading 1 "# Judul": "#" "Judul"');
  });

  it('takes no thematic break for nested lists', () => {
    expect(parseDocument('* '.repeat(200)).excess).toEqual([]);
    expect(parseDocument('- '.repeat(200))).toMatchObject({ blocks: [{ type: 'break', start: 0, end: 399 }] });
  });
});

describe('shape', () => {
  it('of a list too intricate to be read in full is told, and what follows is read', () => {
    const source = `${'- satu\ndua\n'.repeat(20_000)}\n# Judul\n`;
    const { blocks, excess } = parseDocument(source);
    expect(excess).toEqual([{ limit: 'shape', start: 0, end: 6 }]);
    expect(outline(source, blocks).at(-1)).toBe('heading 1 "# Judul": "#" "Judul"');
  });

  it('of a table with thousands of columns and rows is told', () => {
    const source = `${'|a'.repeat(9_000)}\n${'|-'.repeat(9_000)}\n${'|b\n'.repeat(5_000)}\n# Judul\n`;
    const { blocks, excess } = parseDocument(source);
    expect(excess).toMatchObject([{ limit: 'shape' }]);
    expect(textOf(source, excess[0] as { start: number; end: number })).toBe('|b');
    expect(blocks).toMatchObject([{ type: 'table' }, { type: 'heading' }]);
    expect(plain(parseDocument(source))).toEqual(plain(parseWithRemark(source)));
  });

  it('of a long table is nothing to tell of', () => {
    const source = `| a | b |\n|---|---|\n${'| c | d |\n'.repeat(27_000)}`;
    const { blocks, excess } = parseDocument(source);
    expect(excess).toEqual([]);
    expect(blocks).toMatchObject([{ type: 'table' }]);
    expect(blocks[0]?.type === 'table' && blocks[0].rows.length).toBe(27_000);
  });
});

describe('what was read before', () => {
  /** Lists that the scanner leaves to remark, each of them another one: more than may be read of one text. */
  const lists = (count: number) =>
    Array.from({ length: count }, (_, at) => `\t- a${at}\n\n  text ${'x '.repeat(300)}${at}\n\nplain\n`).join('\n');
  const wide = `${'|a'.repeat(1_000)}\n${'|-'.repeat(1_000)}\n${'| b |\n'.repeat(150)}`;

  it('leaves as much of a text unread the second time', () => {
    const source = `---\nchapter: appendix\n---\n# Lampiran\n\n${lists(400)}`;
    const first = parseDocument(source);
    expect(first.excess).toMatchObject([{ limit: 'shape' }]);
    expect(plain(parseDocument(source))).toEqual(plain(first));
  });

  it('hides no rows of a table that were left out', () => {
    const source = `${wide}2. x\n\n## end\n`;
    const first = parseDocument(source);
    const start = wide.length - 51 * '| b |\n'.length;
    expect(first.excess).toEqual([{ limit: 'shape', start: start + 6, end: start + 11 }]);
    expect(parseDocument(source)).toEqual(first);
    expect(parseDocument(`Satu.\n\n${source}`).excess).toEqual([
      { limit: 'shape', start: start + 13, end: start + 18 },
    ]);
  });

  it('decides nothing', { timeout: 60_000 }, async () => {
    /** What an engine that has read nothing yet makes of texts, one after the other. */
    const readAfresh = async (...sources: readonly string[]) => {
      vi.resetModules();
      const engine = await import('../../../src/core/markdown/document');
      return sources.map((source) => JSON.stringify(engine.parseDocument(source)));
    };
    const piece = fc.oneof(
      fc.integer({ min: 1, max: 250 }).map(lists),
      fc.constantFrom(
        wide,
        '\t- a\n',
        '\t- a\n\n',
        '***\n',
        '[a]: b\n\n',
        '- ```\n\n',
        '2. x\n\n',
        '## a\n',
        'x',
        '\n',
      ),
    );
    const text = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(text, text, async (first, second) => {
        const [alone, again] = await readAfresh(second, second);
        expect(again === alone).toBe(true);
        expect((await readAfresh(`${second}\n\n${first}`, second))[1] === alone).toBe(true);
      }),
      { numRuns: 10 },
    );
  });
});

/** Each is read in a time that grows with its length only; one that grew faster would run into the test's time limit. */
const hostile: Readonly<Record<string, string>> = {
  'items in one line': '- ',
  'quotes in one line': '>',
  'quotes in quotes': `${'> '.repeat(49)}a\n`,
  'items in quotes': `${'> '.repeat(45)}- a\n`,
  'items in items': `${Array.from({ length: 49 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n')}\n`,
  'null characters': '\0',
  'halves of characters': '\ud800',
  'one line': 'a ',
  'lone carriage returns': '\r',
  blanks: '  \n',
  'blanks in long lines': `${' '.repeat(19_000)}a\n`,
  'link definitions': '[a]: b\n',
  'link definitions with titles': '[a]: <b> "t"\n',
  'half a link definition': '[a]: b c\n',
  'open code fences': '```\nx\n\n```a\n\n',
  'code fences': '```\n\n- x\n\n',
  'open comments': '<!--\n\n',
  'open tags': '<div>\n\n<b\n\n',
  'open brackets': '[',
  'open brackets in lines': '[a\n\n',
  stars: '*',
  'stars in lines': '* *a\n',
  'lazy lines': '- a\nb\n\n',
  'lazy lines in quotes': '> > a\n> b\n\nx\n\n',
  'empty items': '-\n',
  tabs: '\t- a\n',
  'indented code': '    a\n\n',
  'underlined headings': 'a\n=\n\n',
  headings: '# a\n',
  bars: '|',
  'lines of bars': `${'|'.repeat(9_000)}\n`,
  tables: 'a|b\n-|-\n\n',
  'tables in items': '- | a |\n  |--|\n\n',
  'open emphasis': `${'_('.repeat(300)}\n\n`,
  'open links': `${'[a](b '.repeat(60)}\n\n`,
  'links in links': `${'[a]('.repeat(90)}${')'.repeat(90)}\n\n`,
  'images in images': `${'!['.repeat(150)}\n\n`,
  backticks: `${Array.from({ length: 40 }, (_, count) => `${'`'.repeat(count + 1)}a`).join(' ')}\n\n`,
  entities: '- &amp; &copy\n',
  'code spans': '- `a` ``b\n',
};

describe('text made to be slow', () => {
  it.each(Object.entries(hostile))('is read all the same: %s', { timeout: 20_000 }, (_, piece) => {
    const source = piece.repeat(Math.ceil(150_000 / piece.length));
    const { blocks } = parseDocument(source);
    for (const text of textsOf(blocks)) {
      readInline(source, text);
      proseOf(source, text);
    }
    const found = [...linksOf(source, blocks), ...commentsOf(source, blocks)];
    expect(found.filter(({ start, end }) => start >= end || end > source.length)).toEqual([]);
  });

  it('is never thrown back', () => {
    const piece = fc.constantFrom(
      ...Object.values(hostile).filter((text) => text.length < 40),
      '\n',
      '\r\n',
      'kata ',
      '\uFEFF',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, fc.integer({ min: 1, max: 60 })), { maxLength: 8 }), (all) => {
        const source = all.map(([text, count]) => text.repeat(count)).join('');
        const { blocks } = parseDocument(source);
        for (const text of textsOf(blocks)) readInline(source, text);
      }),
      { numRuns: 200 },
    );
  });
});
