import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxYamlLength, readYaml } from '../../../src/core/template/yaml';
import { readFullYaml } from '../../../src/core/template/yaml-full';
import { readPlainYaml } from '../../../src/core/template/yaml-plain';
import type { YamlValue } from '../../../src/core/template/yaml-tree';
import { expectLinear } from '../growth';

/** The tree as plain data, each scalar with the words it stands on. */
function shape(source: string, value: YamlValue | undefined): unknown {
  if (value === undefined) return undefined;
  if (value.type === 'scalar') return [value.value, source.slice(value.start, value.end)];
  if (value.type === 'list') return value.items.map((item) => shape(source, item));
  return Object.fromEntries(value.entries.map((entry) => [entry.key, shape(source, entry.value)]));
}

const read = (source: string) => shape(source, readYaml(source).root);

/** The words that the fault stands on, and its Indonesian message. */
function faultOf(source: string) {
  const { fault } = readYaml(source);
  return fault && [source.slice(fault.range.start, fault.range.end), fault.message.id];
}

describe('readYaml', () => {
  it('reads keys, values and lists at their places', () => {
    const source =
      'chapter: dimension\ntitle: "Smart City"\norder: 5 # the fifth\ncontributors:\n  - BPBD\n  - \'PMI\'\n';
    expect(read(source)).toEqual({
      chapter: ['dimension', 'dimension'],
      title: ['Smart City', '"Smart City"'],
      order: [5, '5'],
      contributors: [
        ['BPBD', 'BPBD'],
        ['PMI', "'PMI'"],
      ],
    });
    const list = readYaml(source).root;
    const value = list?.type === 'map' ? list.entries[3]?.value : undefined;
    expect(source.slice(value?.start, value?.end)).toBe("- BPBD\n  - 'PMI'");
  });

  it('follows the core schema: dates and No are text', () => {
    expect(
      read('a: 2019-10-21\nb: No\nc: off\nd: true\ne: ~\nf: 2025-2034\ng: 1.5\nh: 007\ni: 0x1F\nj: 1e3\n'),
    ).toEqual({
      a: ['2019-10-21', '2019-10-21'],
      b: ['No', 'No'],
      c: ['off', 'off'],
      d: [true, 'true'],
      e: [null, '~'],
      f: ['2025-2034', '2025-2034'],
      g: [1.5, '1.5'],
      h: [7, '007'],
      i: [31, '0x1F'],
      j: [1000, '1e3'],
    });
  });

  it('reads what is nested, flow and block', () => {
    const source =
      'agencies:\n  - Inspektorat\n  - { id: dinkes, aliases: [DKK] }\nhorizons: { short: 2025,\n  medium: 2026-2029 }\n';
    expect(read(source)).toEqual({
      agencies: [['Inspektorat', 'Inspektorat'], { id: ['dinkes', 'dinkes'], aliases: [['DKK', 'DKK']] }],
      horizons: { short: [2025, '2025'], medium: ['2026-2029', '2026-2029'] },
    });
  });

  it('keeps a text on several lines, and ends it with its last word', () => {
    const source = 'title: |\n  satu\n  dua\n\nregion: x\n';
    expect(read(source)).toEqual({ title: ['satu\ndua\n', '|\n  satu\n  dua'], region: ['x', 'x'] });
  });

  it('gives the same offsets with CRLF, a byte-order mark, and within a longer text', () => {
    const source = '\uFEFFchapter: dimension\r\ncontributors: [A, B]\r\n';
    expect(read(source)).toEqual({
      chapter: ['dimension', 'dimension'],
      contributors: [
        ['A', 'A'],
        ['B', 'B'],
      ],
    });
    const whole = `---\n${'title: Visi'}\n---\n# Visi: a\n`;
    expect(shape(whole, readYaml(whole, 4, 16).root)).toEqual({ title: ['Visi', 'Visi'] });
  });

  it('reads nothing from an empty text', () => {
    for (const source of ['', '\n \n', '# only a comment\n', '\uFEFF']) expect(readYaml(source)).toEqual({});
  });

  it('puts an empty value behind its colon', () => {
    for (const source of [
      'dimension:\nz: 1',
      'dimension: # none\nz: 1',
      'dimension:\nz: {a: 1}',
      'dimension: \t\nz: 1',
    ]) {
      const { root } = readYaml(source);
      expect(root?.type === 'map' && root.entries[0]?.value).toEqual({
        type: 'scalar',
        value: null,
        start: 10,
        end: 10,
      });
    }
  });

  it('keeps repeated keys, each at its place', () => {
    const { root } = readYaml('a: 1\nb: 2\na: 3\n');
    expect(root?.type === 'map' && root.entries.map((entry) => [entry.key, entry.keyRange.start])).toEqual([
      ['a', 0],
      ['b', 5],
      ['a', 10],
    ]);
  });

  it('takes an alias for one more reference', () => {
    expect(read('a: &x [1, 2]\nb: *x\n')).toMatchObject({
      b: [
        [1, expect.anything()],
        [2, expect.anything()],
      ],
    });
    expect(faultOf('a: 1\nb: *x\n')).toEqual(['*x', 'Nilai yang diawali "*" atau "&" perlu diapit tanda kutip.']);
    expect(faultOf('a: &x [*x]\n')?.[0]).toBe('*x');
  });
});

describe('a fault of the syntax', () => {
  it.each([
    ['chapter: vision\ntitle: Visi: Misi\n', 'Visi: Misi', 'Nilai yang memuat titik dua perlu diapit tanda kutip.'],
    [
      'chapter: vision\ntitle: "Visi\nowner: x\n',
      '"Visi',
      'Tanda kutip, kurung, atau koma di bagian ini belum lengkap.',
    ],
    [
      'chapter: vision\ncontributors: [A, B\nowner: x\n',
      '[A, B',
      'Tanda kutip, kurung, atau koma di bagian ini belum lengkap.',
    ],
    ['chapter: vision\n\ttitle: x\n', '\t', 'Awal baris ini memakai tab; YAML hanya mengenal spasi.'],
    ['chapter: vision\nowner: @dinas\n', '@', 'Nilai yang diawali tanda ini perlu diapit tanda kutip.'],
  ])('stands at its place: %j', (source, words, message) => {
    const fault = faultOf(source);
    expect(fault?.[1]).toBe(message);
    expect(fault?.[0]).toContain(words);
    expect(fault?.[0]).not.toContain('\n');
  });

  it('is mended by quotes where a value holds a colon', () => {
    const source = 'chapter: vision\ntitle: Visi: "Misi"\n';
    const { fault } = readYaml(source);
    const edit = fault?.fixes?.[0]?.edits[0]?.edits[0];
    if (edit === undefined) throw new Error('no fix');
    const mended = source.slice(0, edit.range.start) + edit.text + source.slice(edit.range.end);
    expect(read(mended)).toEqual({ chapter: ['vision', 'vision'], title: ['Visi: "Misi"', '"Visi: \\"Misi\\""'] });
  });

  it('leaves the other lines readable', () => {
    expect(read('chapter: vision\ntitle: "Visi\nowner: Bappeda\nstatus: draft\n')).toMatchObject({
      chapter: ['vision', 'vision'],
      owner: ['Bappeda', 'Bappeda'],
      status: ['draft', 'draft'],
    });
    expect(read('chapter: vision\ncontributors: [A, B\nowner: Bappeda\n')).toMatchObject({
      chapter: ['vision', 'vision'],
      owner: ['Bappeda', 'Bappeda'],
    });
    expect(read('agencies:\n  - { id: a, name: b }\ntitle: x: y\nregion: z\n')).toMatchObject({
      agencies: [{ id: ['a', 'a'], name: ['b', 'b'] }],
      region: ['z', 'z'],
    });
  });
});

describe('the plain way', () => {
  const word = fc.constantFrom(
    'a',
    'Smart City',
    'é',
    '日本',
    '2019',
    '2019-10-21',
    '0',
    '1.5',
    '-1',
    'true',
    'null',
    'No',
    '~',
    'x y',
    'a#b',
    'a:b',
    '(x)',
    '/p',
    '😀',
  );
  const mark = fc.constantFrom(
    ' ',
    '  ',
    ': ',
    ':',
    '- ',
    '-',
    ', ',
    ',',
    '[',
    ']',
    '"',
    "'",
    '#',
    ' #',
    '\n',
    '\n',
    '\n  ',
    '\n- ',
    '\n  - ',
    '\r\n',
    '{',
    '}',
    '\t',
    '|',
    '&a',
    '*a',
    '?',
    '!',
    '\n\n',
    'k: ',
    '\nk: ',
    '\nkey_2: [',
    '\\',
    '\u00a0',
    '\u0085',
    '\u2028',
  );
  const soup = fc.array(fc.oneof(word, mark), { maxLength: 14 }).map((parts) => parts.join(''));
  const { flow } = fc.letrec<{ flow: string; inner: string }>((tie) => ({
    flow: fc.oneof(
      fc.array(tie('inner'), { maxLength: 3 }).map((words) => `[${words.join(', ')}]`),
      fc
        .array(tie('inner'), { maxLength: 3 })
        .map((words) => `{ ${words.map((text, at) => `k${at}: ${text}`).join(', ')} }`),
      fc.array(tie('inner'), { maxLength: 2 }).map((words) => `{${words.map((text) => `k:${text}`).join(',')}}`),
    ),
    inner: fc.oneof(
      { depthSize: 'small' },
      word,
      word.map((text) => `"${text}"`),
      tie('flow'),
    ),
  }));
  const value = fc.oneof(
    word,
    word.map((text) => `"${text}"`),
    word.map((text) => `'${text}' # c`),
    fc.array(word, { maxLength: 3 }).map((words) => `[${words.join(', ')}]`),
    fc.array(word, { maxLength: 3 }).map((words) => words.map((text) => `\n  - ${text}`).join('')),
    flow,
    flow.map((text) => `\n  - ${text}\n  - ${text} # c`),
    fc.constant(''),
  );
  const key = fc.constantFrom('chapter', 'dimension', 'title', 'x-1', '_y', 'True', 'No');
  const frontmatter = fc
    .array(fc.tuple(key, value), { minLength: 1, maxLength: 6 })
    .chain((lines) =>
      fc
        .constantFrom('\n', '\r\n')
        .map((end) => lines.map(([k, v]) => `${k}: ${v}`.replaceAll('\n', end) + end).join('')),
    );

  const agrees = (source: string): boolean => {
    const plain = readPlainYaml(source, 0, source.length);
    if (plain === undefined) return false;
    const full = readFullYaml(source, 0, source.length);
    expect(full.fault).toBeUndefined();
    expect(full.root).toEqual(readYaml(source).root);
    return true;
  };

  it('reads the same tree as the library, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(soup, frontmatter, fc.string()), (source) => void agrees(source)),
      { numRuns: 3000 },
    );
  });

  it('takes ordinary frontmatter', () => {
    expect(
      agrees(
        'chapter: dimension\ndimension: Smart Branding\nstatus: draft\ncontributors: [A B, "C, D"]\nupdated: 2019-09-30\n',
      ),
    ).toBe(true);
    expect(
      agrees(
        'horizons: { short: 2025, medium: 2026-2029 }\nagencies:\n  - { id: a, name: B C, aliases: [D, "E, F"] }\n',
      ),
    ).toBe(true);
    expect(agrees("\n# note\ncontributors:\n- A\n- B\n\nowner: 'x'\norder: 3\n")).toBe(true);
  });
});

describe('hostile text', () => {
  it('never throws, and every range lies within the text', () => {
    const within = (source: string, value: YamlValue): boolean =>
      value.start >= 0 &&
      value.start <= value.end &&
      value.end <= source.length &&
      (value.type === 'scalar' ||
        (value.type === 'list' ? value.items : value.entries.map((entry) => entry.value)).every((part) =>
          within(source, part),
        ));
    const piece = fc.constantFrom(
      'a',
      ': ',
      '\n',
      '- ',
      '[',
      ']',
      '{',
      '}',
      ', ',
      '"',
      "'",
      '#',
      '&a ',
      '*a',
      '!!str ',
      '? ',
      '| ',
      '\t',
      '---\n',
      '...',
      '%',
      '@',
      '\u0000',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 20 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (source) => {
        const { root, fault } = readYaml(source);
        if (root !== undefined) expect(within(source, root)).toBe(true);
        if (fault !== undefined) {
          expect(fault.range.start).toBeGreaterThanOrEqual(0);
          expect(fault.range.end).toBeLessThanOrEqual(source.length);
          expect(fault.range.end).toBeGreaterThan(fault.range.start);
          expect(source.slice(fault.range.start, fault.range.end)).not.toContain('\n');
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is answered at once', () => {
    const names = 'abcdefghijklmnop'.split('');
    const bomb = ['a: &a [x, x]', ...names.slice(1).map((name, i) => `${name}: &${name} [*${names[i]}, *${names[i]}]`)];
    expect(() => readYaml(bomb.join('\n'))).not.toThrow();
    const numbered = (size: number) => Array.from({ length: size }, (_, i) => `k${i}: ${i}`).join('\n');
    expectLinear((size) => readYaml(numbered(size)), 1500);
    for (const piece of ['a: ', '[', '{a: ', '- ', '"', 'a: b: c\n', 'a:\n- [\n', '\ta: b\n'])
      expectLinear((size) => readYaml(piece.repeat(size)), 1500);
  });

  it('is not read from a line that is too long', () => {
    const source = `a: 1\nb: {c: ${'x'.repeat(20_000)}}\nd: 2\n`;
    expect(read(source)).toEqual({ a: [1, '1'] });
    expect(readYaml(source).fault?.range).toEqual({ start: 5, end: 85 });
    expect(readYaml(`a: ${'x'.repeat(30_000)}\n`).fault).toBeUndefined();
  });

  it('is read only up to the limit, and says so', () => {
    const line = 'k: value\n';
    const source = line.repeat(Math.ceil((maxYamlLength + 1) / line.length));
    const { root, fault } = readYaml(source);
    expect(root?.type === 'map' && root.entries.length).toBe(Math.floor(maxYamlLength / line.length));
    expect(fault?.range.start).toBe(Math.floor(maxYamlLength / line.length) * line.length);
    expect(readYaml(line.repeat(Math.floor(maxYamlLength / line.length))).fault).toBeUndefined();
  });
});
