import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { missingSections } from '../../../src/core/chapter/missing';
import { readChapter } from '../../../src/core/chapter/read';
import { skeletonSnippet, skeletonText } from '../../../src/core/edits/skeleton';
import {
  chapterSkeleton,
  codeLetters,
  contentSkeleton,
  dimensionBlockParts,
  placeholderWords,
  type SkeletonPlace,
  sectionSkeleton,
} from '../../../src/core/edits/skeletons';
import { presets } from '../../../src/core/template/presets/presets';
import type { Settings } from '../../../src/core/template/settings';
import type { Template } from '../../../src/core/template/template';

const languages = ['id', 'en'] as const;

function settingsWith(more: Partial<Settings> = {}): Settings {
  return {
    template: presets.kominfo as Template,
    language: 'id',
    agencies: [],
    rules: {},
    quickWins: { perDimension: 1 },
    exclude: [],
    ...more,
  };
}

const planned: Partial<Settings> = {
  period: { from: 2025, to: 2034 },
  horizons: { short: { from: 2025, to: 2025 }, medium: { from: 2026, to: 2029 }, long: { from: 2030, to: 2034 } },
};

describe('a section as text', () => {
  test('has its items with codes', () => {
    expect(sectionSkeleton('swot', settingsWith(), { level: 3 })).toBe(
      [
        '### Analisis SWOT',
        '',
        '#### Kekuatan',
        '',
        '- S1. [isi di sini]',
        '- S2. [isi di sini]',
        '',
        '#### Kelemahan',
        '',
        '- W1. [isi di sini]',
        '- W2. [isi di sini]',
        '',
        '#### Peluang',
        '',
        '- O1. [isi di sini]',
        '- O2. [isi di sini]',
        '',
        '#### Ancaman',
        '',
        '- T1. [isi di sini]',
        '- T2. [isi di sini]',
      ].join('\n'),
    );
  });

  test('fills what a programme must have, with the first year of its horizon', () => {
    expect(sectionSkeleton('programmes-medium', settingsWith(planned), { dimension: 'governance' })).toBe(
      [
        '## Program Jangka Menengah',
        '',
        '| Kode | Program | Tujuan | Sasaran | Indikator | Target | OPD | Tahun | Anggaran | Sumber Dana | Strategi | Sub-dimensi |',
        '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
        '| GOV-M-01 | Program jangka menengah [isi di sini] |  |  | [isi di sini] |  | [isi di sini] | 2026 |  |  |  |  |',
      ].join('\n'),
    );
  });

  test('speaks English where the place does', () => {
    expect(sectionSkeleton('vision', settingsWith(), { language: 'en' })).toBe('## Vision\n\nVision: TODO');
  });

  test('can be written without its heading', () => {
    expect(contentSkeleton('threats', settingsWith(), { known: new Set(['T1']) })).toBe(
      '- T2. [isi di sini]\n- T3. [isi di sini]',
    );
  });

  test('gives no codes to a SWOT that has none', () => {
    expect(contentSkeleton('threats', settingsWith(), { swotCodes: false })).toBe('- [isi di sini]\n- [isi di sini]');
  });

  test('names SWOT items that are there, and no others', () => {
    const known = new Set(['S2', 'S1', 'O4', 'SO1']);
    expect(contentSkeleton('strategy', settingsWith(), { known })).toBe(
      '- SO2. [isi di sini] (S1, O4)\n- WO1. [isi di sini]',
    );
  });

  test('a programme names a strategy that is there', () => {
    const text = sectionSkeleton('programmes-long', settingsWith(), {
      dimension: 'living',
      known: new Set(['S1', 'ST3', 'LIV-L-01']),
      shapes: { programmes: 'block' },
    });
    expect(text.split('\n').slice(0, 5)).toEqual([
      '## Program Jangka Panjang',
      '',
      '### LIV-L-02 Program jangka panjang [isi di sini]',
      '',
      '- Tujuan:',
    ]);
    expect(text).toContain('\n- Strategi: ST3\n');
  });

  test('headings stop at level 6', () => {
    expect(sectionSkeleton('tows', settingsWith(), { level: 6 })).toMatch(
      /^###### Matriks Strategi SWOT\n\n###### Strat/,
    );
  });

  test('of a kind that only a manifest knows says its title', () => {
    const base = presets.kominfo as Template;
    const template: Template = {
      ...base,
      sections: [
        ...base.sections,
        { id: 'own', title: { id: 'Kearifan Lokal', en: 'Local Wisdom' }, also: [], sections: [], group: false },
      ],
    };
    expect(sectionSkeleton('own', settingsWith({ template }))).toBe(
      '## Kearifan Lokal\n\nKearifan Lokal: [isi di sini]',
    );
  });

  test('unknown kinds are refused', () => {
    expect(() => sectionSkeleton('nothing', settingsWith())).toThrow(RangeError);
    expect(() => chapterSkeleton('nothing', settingsWith())).toThrow(RangeError);
    expect(() => dimensionBlockParts({ ...settingsWith(), dimension: 'nothing' })).toThrow(RangeError);
  });
});

test('the words of a place to fill in are placeholders of the vocabulary', () => {
  const { placeholders } = presets.kominfo as Template;
  expect(placeholders).toEqual(expect.arrayContaining([placeholderWords.id, placeholderWords.en]));
});

describe('the letters of a code', () => {
  test.each(Object.values(presets).flatMap((template) => template.dimensions.map(({ id }) => [template, id] as const)))(
    '%#: three of the dimension',
    (template, id) => {
      expect(codeLetters(template, id)).toBe(id.slice(0, 3).toUpperCase());
    },
  );

  test('as many as tell dimensions apart', () => {
    const base = presets.kominfo as Template;
    const dimension = (id: string) => ({ id, title: { id, en: id }, also: [], wrong: [], sub: [] });
    const template = { ...base, dimensions: ['economy', 'eco-tourism', 'smart-it', '7'].map(dimension) };
    expect(template.dimensions.map(({ id }) => codeLetters(template, id))).toEqual(['ECON', 'ECOT', 'IT', 'DIM']);
  });
});

describe.each(languages)('in %s, as its reader reads it', (language) => {
  const cases = Object.values(presets).flatMap((template) =>
    template.chapters.flatMap((kind) =>
      (kind.required === 'per-dimension' ? template.dimensions.map(({ id }) => id) : [undefined]).map(
        (dimension) => [template.id, kind.id, dimension] as const,
      ),
    ),
  );

  test.each(cases)('%s: a chapter of kind %s %s lacks nothing', (preset, kind, dimension) => {
    const settings = settingsWith({ template: presets[preset] as Template, language, ...planned });
    const place: SkeletonPlace = dimension === undefined ? {} : { dimension };
    const chapter = readChapter('memory:/a.md', chapterSkeleton(kind, settings, place), settings);
    expect(chapter.frontmatter.findings).toEqual([]);
    expect([chapter.kind, chapter.dimension]).toEqual([kind, dimension]);
    expect(chapter.excess).toEqual([]);
    for (const part of chapter.parts) {
      expect(missingSections(chapter, part, settings.template)).toEqual([]);
      expect(part.found.filter(({ empty }) => empty)).toEqual([]);
      const codes = [...part.swot.flatMap(({ items }) => items), ...part.strategies].map(({ code }) => code?.value);
      expect(new Set(codes).size).toBe(codes.length);
    }
    if (kind === 'dimensions') {
      expect(chapter.parts.map((part) => part.dimension)).toEqual(settings.template.dimensions.map(({ id }) => id));
    }
  });

  const scopes = (presets.kominfo as Template).chapters.flatMap((kind) =>
    kind.sections.map((use) => [kind.id, use.id] as const),
  );

  test.each(scopes)('in a chapter of kind %s the section %s is there and not empty', (kind, section) => {
    const settings = settingsWith({ language });
    const place: SkeletonPlace = kind === 'dimension' ? { dimension: 'economy' } : {};
    const head = [
      '---',
      `chapter: ${kind}`,
      ...(kind === 'dimension' ? ['dimension: economy'] : []),
      '---',
      '',
      '# Bab',
    ];
    const text = [...head, '', sectionSkeleton(section, settings, place), ''].join('\n');
    const { parts } = readChapter('memory:/a.md', text, settings);
    expect(parts).toHaveLength(1);
    const found = parts[0]?.found ?? [];
    expect(found.filter(({ within }) => within === undefined).map((one) => [one.kind, one.empty])).toEqual([
      [section, false],
    ]);
    expect(found.filter(({ empty }) => empty)).toEqual([]);
  });
});

test('codes are new and references known, whatever is there', () => {
  const code = fc.constantFrom(
    'S1',
    'S2',
    'W1',
    'O1',
    'T1',
    'T2',
    'SO1',
    'WO1',
    'ECO-P-01',
    'ECO-P-02',
    'ECO-QW-01',
    'RA-01',
  );
  const section = fc.constantFrom(...(presets.kominfo as Template).sections.map(({ id }) => id));
  const shapes = fc.record({
    swot: fc.constantFrom('lists', 'grid', 'columns', 'factors'),
    strategy: fc.constantFrom('list', 'table'),
    programmes: fc.constantFrom('table', 'block'),
  } as const);
  fc.assert(
    fc.property(fc.uniqueArray(code), section, shapes, (codes, kind, shape) => {
      const known = new Set<string>(codes);
      const text = sectionSkeleton(kind, settingsWith(), { known, dimension: 'economy', shapes: shape });
      const given = [...text.matchAll(/(?<![\w-])[A-Z]+(?:-[A-Z]+-|-)?\d+(?![\w-])/g)].map(([found]) => found);
      const references = [...text.matchAll(/\(([A-Z]\d+, [A-Z]\d+)\)|\| ([A-Z]\d+, [A-Z]\d+) \|/g)].flatMap((match) =>
        (match[1] ?? match[2] ?? '').split(', '),
      );
      const strategy = /^- Strategi: (\w+)$|\| (\w+) \| {2}\|$/m.exec(text);
      const named = [...references, ...(strategy === null ? [] : [strategy[1] ?? strategy[2] ?? ''])];
      expect(named.filter((one) => !known.has(one))).toEqual([]);
      const own = given.filter((one) => !named.includes(one));
      expect(own.filter((one) => known.has(one))).toEqual([]);
      expect(new Set(own).size).toBe(own.length);
    }),
  );
});

test('two runs give the same text', () => {
  const settings = settingsWith(planned);
  expect(chapterSkeleton('dimensions', settings)).toBe(chapterSkeleton('dimensions', settings));
});

describe('parts', () => {
  const parts = [
    ['## ', { text: 'a', key: 'name', choices: ['a', 'b,c', 'd|e'] }, ' $5 {x}'],
    [{ text: '' }, ' '],
    ['- ', { text: 'a', key: 'name' }, ' ', { text: `\${x}\\` }],
  ] as const;

  test('as text', () => {
    expect(skeletonText(parts, '\r\n')).toBe(`## a $5 {x}\r\n\r\n- a \${x}\\`);
  });

  test('as a snippet', () => {
    expect(skeletonSnippet(parts)).toEqual([
      `## \${1|a,b\\,c,d\\|e|} \\$5 {x\\}`,
      `\${2} `,
      `- \${1} \${3:\\\${x\\}\\\\}`,
    ]);
  });
});
