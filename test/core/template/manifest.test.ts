import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/language/finding';
import { readManifest } from '../../../src/core/template/manifest';
import { defaultTemplate, presets } from '../../../src/core/template/presets/presets';
import { applyEdits } from '../../../src/core/text/edits';

const rules = ['missing-section', 'swot-unused', 'programme-budget-missing'];
const read = (source: string) => readManifest(source, 'memory:/masterplan.yaml', { rules });
const words = (source: string, range: { start: number; end: number } | undefined) =>
  range && source.slice(range.start, range.end);
const told = (source: string, finding: Finding) => [words(source, finding.range), finding.message.id];
const findings = (source: string) => read(source).findings.map((finding) => told(source, finding));

function mended(source: string, which = 0): string {
  const found = read(source).findings;
  expect(found).toHaveLength(1);
  const fix = found[0]?.fixes?.[which];
  if (fix === undefined) throw new Error('no fix');
  return applyEdits(
    source,
    fix.edits.flatMap((edit) => edit.edits),
  );
}

const full = `# Masterplan
template: kominfo
region: Kabupaten Contoh
title: Masterplan Smart City Kabupaten Contoh
language: en
period: 2025-2034
horizons: { short: 2025, medium: 2026 s.d. 2029, long: 2030-2034 }
agencies:
  - Inspektorat Daerah
  - { id: dinkes, name: Dinas Kesehatan, aliases: [Dinkes, DKK] }
  - name: Badan Perencanaan
    aliases: Bappeda
dimensions: giffinger
rules: { swot-unused: off, programme-budget-missing: error }
quick-wins: { total: 3 }
exclude: [arsip/**]
`;

describe('readManifest', () => {
  it('reads all that format 1.1 shows', () => {
    const manifest = read(full);
    expect(manifest.findings).toEqual([]);
    expect(manifest).toMatchObject({
      uri: 'memory:/masterplan.yaml',
      source: full,
      region: 'Kabupaten Contoh',
      title: 'Masterplan Smart City Kabupaten Contoh',
      language: 'en',
      period: { from: 2025, to: 2034 },
      horizons: { short: { from: 2025, to: 2025 }, medium: { from: 2026, to: 2029 }, long: { from: 2030, to: 2034 } },
      rules: { 'swot-unused': 'off', 'programme-budget-missing': 'error' },
      quickWins: { total: 3 },
      exclude: ['arsip/**'],
    });
    expect(manifest.template).toEqual({ ...defaultTemplate, dimensions: presets.giffinger?.dimensions });
    expect(manifest.agencies.map(({ range, ...agency }) => [agency, words(full, range)])).toEqual([
      [{ id: 'inspektorat-daerah', name: 'Inspektorat Daerah', aliases: [] }, 'Inspektorat Daerah'],
      [
        { id: 'dinkes', name: 'Dinas Kesehatan', aliases: ['Dinkes', 'DKK'] },
        '{ id: dinkes, name: Dinas Kesehatan, aliases: [Dinkes, DKK] }',
      ],
      [
        { id: 'badan-perencanaan', name: 'Badan Perencanaan', aliases: ['Bappeda'] },
        'name: Badan Perencanaan\n    aliases: Bappeda',
      ],
    ]);
  });

  it('keeps the places that rules point at', () => {
    const { keys, values, firstLine } = read(full);
    expect(words(full, firstLine)).toBe('# Masterplan');
    expect(words(full, keys.dimensions)).toBe('dimensions');
    expect(words(full, values.dimensions)).toBe('giffinger');
    expect(words(full, keys['horizons.medium'])).toBe('medium');
    expect(words(full, values['horizons.medium'])).toBe('2026 s.d. 2029');
    expect(words(full, values.period)).toBe('2025-2034');
    expect(words(full, values['quick-wins.total'])).toBe('3');
    expect(words(full, values['rules.swot-unused'])).toBe('off');
    expect(words(full, values.agencies)?.startsWith('- Inspektorat')).toBe(true);
  });

  it.each(['', '\n', '# only a comment\n', '\uFEFF', 'period:\nagencies:\n', '---\n'])(
    'takes %j for a valid manifest',
    (source) => {
      const manifest = read(source);
      expect(manifest.findings).toEqual([]);
      expect(manifest.template).toEqual(defaultTemplate);
      expect(manifest.agencies).toEqual([]);
    },
  );

  it('knows the first line behind a byte-order mark and before CRLF', () => {
    expect(read('\uFEFFperiod: 2025\r\nregion: x\r\n').firstLine).toEqual({ start: 1, end: 13 });
    expect(read('').firstLine).toEqual({ start: 0, end: 0 });
  });

  it.each([
    ['2025', 2025, 2025],
    ['2025-2034', 2025, 2034],
    ['2025–2034', 2025, 2034],
    ['2025/2034', 2025, 2034],
    ['2025 s.d. 2034', 2025, 2034],
    ['2025 s/d 2034', 2025, 2034],
    ['2025 sampai 2034', 2025, 2034],
    ['2025 hingga 2034', 2025, 2034],
    ['[2025, 2026, 2027]', 2025, 2027],
    ['2025, 2027', 2025, 2027],
    ['[2025-2027, 2030]', 2025, 2030],
  ])('reads the period %s', (years, from, to) => {
    expect(read(`period: ${years}\n`)).toMatchObject({ findings: [], period: { from, to } });
  });

  it('takes one glob without a list around it', () => {
    expect(read('exclude: arsip/**\n').exclude).toEqual(['arsip/**']);
  });

  it('takes each preset as template', () => {
    for (const name of Object.keys(presets)) expect(read(`template: ${name}\n`).template).toEqual(presets[name]);
  });
});

describe('the template bent by a manifest', () => {
  it('replaces the dimensions by a list', () => {
    const { template, findings: found } = read(`dimensions:
  - governance
  - Smart Mobility
  - id: tourism
    title: { id: Pariwisata Cerdas, en: Smart Tourism }
    also: [Wisata Cerdas]
    wrong: [Smart Turism]
    sub: [Destinasi Wisata, { id: promotion, title: Promosi }]
  - { id: living, also: [Kehidupan Kota] }
`);
    expect(found).toEqual([]);
    const kominfo = presets.kominfo?.dimensions ?? [];
    expect(template.dimensions).toEqual([
      kominfo.find(({ id }) => id === 'governance'),
      presets.giffinger?.dimensions.find(({ id }) => id === 'mobility'),
      {
        id: 'tourism',
        title: { id: 'Pariwisata Cerdas', en: 'Smart Tourism' },
        also: ['Wisata Cerdas'],
        wrong: ['Smart Turism'],
        sub: [
          { id: 'destinasi-wisata', title: { id: 'Destinasi Wisata', en: 'Destinasi Wisata' }, also: [] },
          { id: 'promotion', title: { id: 'Promosi', en: 'Promosi' }, also: [] },
        ],
      },
      { ...kominfo.find(({ id }) => id === 'living'), also: ['Kehidupan Kota'] },
    ]);
  });

  it('takes the definition of its own template first', () => {
    const { template } = read('template: giffinger\ndimensions: [{ id: governance }]\n');
    expect(template.dimensions).toEqual([presets.giffinger?.dimensions[0]]);
  });

  it('replaces the books', () => {
    const { template, findings: found } = read(
      'books:\n  - masterplan\n  - { id: roadmap-book, title: Buku Peta Jalan }\n',
    );
    expect(found).toEqual([]);
    expect(template.books.map(({ id, title }) => [id, title.id])).toEqual([
      ['masterplan', 'Masterplan Smart City Daerah'],
      ['roadmap-book', 'Buku Peta Jalan'],
    ]);
  });

  it('merges chapters, sections and fields by id', () => {
    const { template, findings: found } = read(`chapters:
  - { id: gap-analysis, required: false }
  - { id: dimension, sections: [swot*, innovation, strategy] }
  - { id: smart-village, title: Desa Cerdas, book: masterplan, required: true, sections: [background*, innovation] }
sections:
  - { id: innovation, title: Inovasi Daerah, also: [Inovasi] }
  - { id: tows, required: true }
  - { id: threats, required: false }
fields:
  - { id: baseline*, also: [Kondisi Eksisting] }
  - { id: years, required: false }
  - { id: risk, also: [Mitigasi] }
  - { id: output, title: Keluaran, refers-to: programme }
`);
    expect(found).toEqual([]);
    const kind = (id: string) => template.chapters.find((chapter) => chapter.id === id);
    const section = (id: string) => template.sections.find((one) => one.id === id);
    const base = (id: string) => defaultTemplate.chapters.find((chapter) => chapter.id === id);
    expect(kind('gap-analysis')).toEqual({ ...base('gap-analysis'), required: false });
    expect(kind('dimension')).toEqual({
      ...base('dimension'),
      sections: [
        { id: 'swot', required: true },
        { id: 'innovation', required: false },
        { id: 'strategy', required: false },
      ],
    });
    expect(template.chapters.at(-1)).toEqual({
      id: 'smart-village',
      title: { id: 'Desa Cerdas', en: 'Desa Cerdas' },
      also: [],
      book: 'masterplan',
      once: false,
      required: true,
      sections: [
        { id: 'background', required: true },
        { id: 'innovation', required: false },
      ],
    });
    expect(section('innovation')).toEqual({
      id: 'innovation',
      title: { id: 'Inovasi Daerah', en: 'Inovasi Daerah' },
      also: ['Inovasi'],
      sections: [],
      group: false,
    });
    expect(section('swot')?.sections).toEqual([
      { id: 'strengths', required: true },
      { id: 'weaknesses', required: true },
      { id: 'opportunities', required: true },
      { id: 'threats', required: false },
    ]);
    const field = (id: string) => template.fields.find((one) => one.id === id);
    expect(field('baseline')).toEqual({
      id: 'baseline',
      title: { id: 'Kondisi Awal', en: 'Baseline' },
      also: ['Kondisi Eksisting'],
      required: true,
    });
    expect(field('years')?.required).toBe(false);
    expect(field('agency')?.required).toBe(true);
    expect(template.fields.at(-1)).toEqual({
      id: 'output',
      title: { id: 'Keluaran', en: 'Keluaran' },
      also: [],
      required: false,
      refersTo: 'programme',
    });
    expect(template.quickWinFields.find(({ id }) => id === 'risk')?.also).toEqual(['Mitigasi']);
    // What is not named stays as it is.
    expect(template.chapters.slice(0, 3)).toEqual(defaultTemplate.chapters.slice(0, 3));
  });

  it('requires a section wherever it is listed', () => {
    const { template } = read('sections: [{ id: tows, required: true }]\n');
    const dimension = template.chapters.find(({ id }) => id === 'dimension');
    expect(dimension?.sections.find(({ id }) => id === 'tows')).toEqual({ id: 'tows', required: true });
  });

  it('keeps a kind per dimension that is no longer missed', () => {
    const { template } = read('chapters: [{ id: dimension, required: false }]\n');
    expect(template.chapters.find(({ id }) => id === 'dimension')).toMatchObject({
      required: 'per-dimension',
      optional: true,
    });
  });

  it('never changes the preset', () => {
    const before = JSON.stringify(presets);
    read(
      'dimensions: [{ id: governance, also: [x] }]\nchapters: [{ id: vision, required: false }]\nsections: [{ id: swot, required: false }]\n',
    );
    expect(JSON.stringify(presets)).toBe(before);
  });
});

describe('rule manifest-invalid', () => {
  it('names the nearest key for an unknown one, as a warning, wherever it stands', () => {
    expect(findings('perod: 2025\n')).toEqual([['perod', 'Kunci "perod" tidak dikenal; mungkin maksudnya "period".']]);
    expect(read('perod: 2025\n').findings[0]?.severity).toBe('warning');
    expect(mended('perod: 2025\n')).toBe('period: 2025\n');
    expect(findings('horizons: { shrt: 2025 }\n')[0]).toEqual([
      'shrt',
      'Kunci "shrt" tidak dikenal; mungkin maksudnya "short".',
    ]);
    expect(findings('agencies:\n  - { name: A, alias: [B] }\n')[0]?.[0]).toBe('alias');
    expect(findings('dimensions:\n  - { id: x, title: { id: X, eng: Y } }\n')).toEqual([
      ['eng', 'Kunci "eng" tidak dikenal; mungkin maksudnya "en".'],
    ]);
  });

  it.each([
    ['language: indonesia\n', 'indonesia', '"language" berisi "id" atau "en", bukan "indonesia".'],
    [
      'period: sepuluh tahun\n',
      'sepuluh tahun',
      '"period" berisi tahun, misalnya 2025, 2026-2029, atau 2026 s.d. 2029, bukan "sepuluh tahun".',
    ],
    [
      'period: 2034-2025\n',
      '2034-2025',
      '"period" berisi tahun, misalnya 2025, 2026-2029, atau 2026 s.d. 2029, bukan "2034-2025".',
    ],
    ['horizons: 2025\n', '2025', '"horizons" berisi short, medium, dan long dengan tahunnya, bukan "2025".'],
    [
      'horizons: { short: { a: b } }\n',
      '{ a: b }',
      '"short" berisi tahun, misalnya 2025, 2026-2029, atau 2026 s.d. 2029.',
    ],
    ['title: [a]\n', '[a]', '"title" berisi teks.'],
    ['agencies: Dinas Kesehatan\n', 'Dinas Kesehatan', '"agencies" berisi daftar OPD, bukan "Dinas Kesehatan".'],
    ['agencies: [{ id: dinkes }]\n', '{ id: dinkes }', 'OPD ini perlu kunci "name" dengan namanya.'],
    ['agencies: [{ aliases: [] }]\n', '{ aliases: [] }', 'OPD ini perlu kunci "name" dengan namanya.'],
    ['agencies: [{ name: A, aliases: [[B]] }]\n', '[B]', '"aliases" berisi daftar nama lain.'],
    [
      'template: kominfoo\n',
      'kominfoo',
      '"template" berisi nama templat (kominfo, giffinger, komdigi-2026), bukan "kominfoo".',
    ],
    [
      'dimensions: kominfoo\n',
      'kominfoo',
      '"dimensions" berisi nama set dimensi (kominfo, giffinger, komdigi-2026), atau daftar dimensi, bukan "kominfoo".',
    ],
    [
      'dimensions: [goverance]\n',
      'goverance',
      'Dimensi "goverance" belum dikenal; tulis sebagai { id: ..., title: ... }.',
    ],
    ['dimensions: [{ id: tourism }]\n', 'tourism', '"tourism" belum dikenal di templat, jadi perlu kunci "title".'],
    ['dimensions: [{ id: living, sub: x }]\n', 'x', '"sub" berisi daftar sub-dimensi, bukan "x".'],
    ['books: [buku]\n', 'buku', 'Buku "buku" belum dikenal; tulis sebagai { id: ..., title: ... }.'],
    [
      'chapters: [vision]\n',
      'vision',
      'Tiap butir "chapters" berisi kunci dan nilai, misalnya { id: ..., title: ... }.',
    ],
    ['chapters: [{ id: vision, once: ya }]\n', 'ya', '"once" berisi true atau false, bukan "ya".'],
    [
      'chapters: [{ id: vision, book: masterplam }]\n',
      'masterplam',
      '"book" berisi id buku, atau "any", bukan "masterplam".',
    ],
    [
      'chapters: [{ id: vision, sections: [visionn*] }]\n',
      'visionn*',
      'Bagian "visionn" tidak ada di templat; mungkin maksudnya "vision".',
    ],
    ['books: [{ id: x, title: {} }]\n', '{}', '"title" berisi judul, atau { id: judul Indonesia, en: judul Inggris }.'],
    ['books: [{ id: x, title: { id: [a] } }]\n', '[a]', '"id" berisi teks.'],
    ['books: [{ id: x, title: { id: X, en: [a] } }]\n', '[a]', '"en" berisi teks.'],
    [
      'books: [{ id: x, title: [a] }]\n',
      '[a]',
      '"title" berisi judul, atau { id: judul Indonesia, en: judul Inggris }.',
    ],
    [
      'fields: [{ id: x, title: X, refers-to: strategi }]\n',
      'strategi',
      '"refers-to" berisi "strategy", "swot-item", atau "programme", bukan "strategi".',
    ],
    ['rules: { swot-unused: of }\n', 'of', '"swot-unused" berisi off, hint, info, warning, atau error, bukan "of".'],
    [
      'rules: [swot-unused]\n',
      '[swot-unused]',
      '"rules" berisi id aturan dengan tingkatnya, misalnya { swot-unused: off }.',
    ],
    ['quick-wins: { total: -1 }\n', '-1', '"total" berisi bilangan bulat 0 sampai 100, bukan "-1".'],
    ['quick-wins: { total: 101 }\n', '101', '"total" berisi bilangan bulat 0 sampai 100, bukan "101".'],
    [
      'quick-wins: { per-dimension: 100000000 }\n',
      '100000000',
      '"per-dimension" berisi bilangan bulat 0 sampai 100, bukan "100000000".',
    ],
    ['quick-wins: 101\n', '101', '"quick-wins" berisi { per-dimension: 1 } atau { total: 3 }, bukan "101".'],
    [
      'quick-wins: { total: 1, per-dimension: 1 }\n',
      'per-dimension',
      'Pilih salah satu: "per-dimension" atau "total"; yang dipakai "total".',
    ],
    ['exclude: { a: b }\n', '{ a: b }', '"exclude" berisi daftar pola, misalnya [arsip/**].'],
    ['- a\n', '- a', 'Manifes berisi baris "kunci: nilai", misalnya "period: 2025-2034".'],
    ['region: a\nregion: b\n', 'region', 'Kunci "region" sudah ada di atas; yang dipakai hanya yang pertama.'],
    ['agencies: [A, B, A]\n', 'A', '"a" sudah ada di daftar ini; yang dipakai hanya yang pertama.'],
  ])('points at what is wrong in %j', (source, expected, message) => {
    expect(findings(source)).toEqual([[expected, message]]);
  });

  it.each([
    ['template: kominfoo\n', 'template: kominfo\n'],
    ['dimensions: [goverance]\n', 'dimensions: [governance]\n'],
    ['dimensions: [{ id: Smart Tourism, title: x }]\n', 'dimensions: [{ id: smart-tourism, title: x }]\n'],
    [
      'dimensions:\n  - title: Smart Tourism\n    also: [x]\n',
      'dimensions:\n  - id: smart-tourism\n    title: Smart Tourism\n    also: [x]\n',
    ],
    ['dimensions: [{ title: Smart Tourism }]\n', 'dimensions: [{ id: smart-tourism, title: Smart Tourism }]\n'],
    ['chapters: [{ id: vision, sections: [visionn*] }]\n', 'chapters: [{ id: vision, sections: [vision*] }]\n'],
    ['rules: { swot-unsed: off }\n', 'rules: { swot-unused: off }\n'],
    ['rules: { swot-unused: false }\n', 'rules: { swot-unused: off }\n'],
    ['rules: { swot-unused: warn }\n', 'rules: { swot-unused: warning }\n'],
    ['quick-wins: 2\n', 'quick-wins: { per-dimension: 2 }\n'],
  ])('mends %j', (source, right) => {
    expect(mended(source)).toBe(right);
    expect(findings(right)).toEqual([]);
  });

  it('reports unknown rules only where the rules are known', () => {
    const source = 'rules: { swot-unsed: off }\n';
    expect(findings(source)).toEqual([
      ['swot-unsed', 'Aturan "swot-unsed" tidak dikenal; mungkin maksudnya "swot-unused".'],
    ]);
    expect(readManifest(source, 'memory:/masterplan.yaml').findings).toEqual([]);
  });

  it('lets one wrong value spoil nothing else', () => {
    const source = 'period: x\nregion: Kabupaten Contoh\nhorizons: { short: y, long: 2030-2034 }\nagencies: [[a], B]\n';
    expect(read(source)).toMatchObject({
      region: 'Kabupaten Contoh',
      horizons: { long: { from: 2030, to: 2034 } },
      agencies: [{ name: 'B' }],
    });
    expect(findings(source).map(([at]) => at)).toEqual(['x', 'y', '[a]']);
  });

  it('says one thing of a text that is not YAML, and goes on with the rest', () => {
    const source =
      'title: Masterplan: Smart City\nregion: Kabupaten Contoh\nperod: 2025\nrules: { swot-unused: off }\n';
    expect(findings(source)).toEqual([
      ['Masterplan: Smart City', 'Nilai yang memuat titik dua perlu diapit tanda kutip.'],
    ]);
    expect(read(source)).toMatchObject({ region: 'Kabupaten Contoh', rules: { 'swot-unused': 'off' } });
  });

  it('treats names of every object as names', () => {
    const source =
      'rules: { __proto__: off, constructor: off }\ntemplate: toString\ndimensions: constructor\nvalueOf: 1\n';
    expect(
      findings(source)
        .map(([at]) => at)
        .sort(),
    ).toEqual(['__proto__', 'constructor', 'constructor', 'toString', 'valueOf']);
    expect(({} as Record<string, unknown>).off).toBeUndefined();
  });
});

describe('any manifest', () => {
  const key = fc.constantFrom(
    'template',
    'region',
    'period',
    'horizons',
    'agencies',
    'dimensions',
    'books',
    'chapters',
    'sections',
    'fields',
    'rules',
    'quick-wins',
    'exclude',
    'language',
    'x',
  );
  const scalar = fc.constantFrom(
    'kominfo',
    '2025',
    '2025-2034',
    'a b',
    'true',
    '',
    '"q"',
    'swot*',
    'governance',
    '-1',
    '*x',
    'off',
  );
  const flow: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      scalar,
      fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      fc
        .array(
          fc.tuple(
            fc.constantFrom('id', 'title', 'name', 'sections', 'aliases', 'sub', 'also', 'required', 'short', 'total'),
            tie('value'),
          ),
          { maxLength: 3 },
        )
        .map((entries) => `{ ${entries.map(([name, value]) => `${name}: ${value}`).join(', ')} }`),
    ),
  })).value;

  it('is read without an error, with every place in the text and every fix applicable', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(key, flow), { maxLength: 5 }), (lines) => {
        const source = lines.map(([name, value]) => `${name}: ${value}\n`).join('');
        const manifest = read(source);
        for (const finding of manifest.findings) {
          expect(finding.range.end).toBeGreaterThanOrEqual(finding.range.start);
          expect(finding.range.end).toBeLessThanOrEqual(source.length);
          expect(finding.message.id).not.toMatch(/undefined|\n/);
          for (const fix of finding.fixes ?? [])
            applyEdits(
              source,
              fix.edits.flatMap((edit) => edit.edits),
            );
        }
        expect(manifest.template.dimensions.length).toBeGreaterThan(0);
        expect(manifest.template.books.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('of thousands of keys is answered at once', () => {
    const source = Array.from({ length: 4000 }, (_, i) => `key${i}: ${i}`).join('\n');
    expect(read(source).findings).toHaveLength(100);
  });
});
