import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultTemplate } from '../../src/core/template/presets/presets';
import { type Base, marks, realBases, standIn, type Token, tokeniser } from './tokens';

const plain = 'text.html.markdown';
const own = 'text.html.markdown.masterplan';

/** A chapter of a kind, and the marks of each of its lines after the frontmatter. */
async function marksIn(base: Base, scopeName: string, kind: string, lines: readonly string[]): Promise<string[][]> {
  const { tokens } = await tokeniser(base, scopeName);
  const head = ['---', 'title: Judul', `chapter: ${kind}`, 'status: draft', '---', ''];
  return tokens([...head, ...lines].join('\n'))
    .slice(head.length)
    .map(marks);
}

async function marksOf(base: Base, kind: string, line: string): Promise<string[]> {
  return (await marksIn(base, plain, kind, [line]))[0] ?? [];
}

const code = (text: string) => `${text} = variable.other.constant.code`;
const reference = (text: string) => `${text} = variable.other.constant.reference`;
const field = (text: string) => `${text} = entity.name.tag.field`;
const colon = ': = punctuation.separator.key-value';
const brackets = (inner: readonly string[], open = '(', close = ')') => [
  `${open} = punctuation.definition.reference.begin`,
  ...inner,
  `${close} = punctuation.definition.reference.end`,
];

/** What a line of a dimension's chapter shows in colour. */
const ofDimension: readonly (readonly [string, readonly string[]])[] = [
  ['- S1. Aplikasi sudah dipakai.', [code('S1')]],
  ['- W2: teks', [code('W2')]],
  ['- O3) teks', [code('O3')]],
  ['- T4 – teks', [code('T4')]],
  ['1. S5 - teks', [code('S5')]],
  ['  - S6. di dalam', [code('S6')]],
  ['- **S7** teks', [code('S7')]],
  ['### SO1. Nama strategi', [code('SO1')]],
  ['### GOV-P-01 Nama program', [code('GOV-P-01')]],
  ['### QW-03 Nama quick win', [code('QW-03')]],
  ['Lihat LIV-ST-1 di bawah.', [code('LIV-ST-1')]],
  ['- STR-1 teks', [code('STR-1')]],
  ['teks (S1, O2) teks', brackets([reference('S1'), reference('O2')])],
  ['teks [GOV-P-01]', brackets([reference('GOV-P-01')], '[', ']')],
  ['teks (S1–S3 dan W1)', brackets([reference('S1'), reference('S3'), reference('W1')])],
  [
    'teks (governance:S1)',
    brackets(['governance = entity.name.type.dimension', ': = punctuation.separator.dimension', reference('S1')]),
  ],
  [
    '| GOV-P-01 | Nama (S1) | SO1; SO2 |',
    [reference('GOV-P-01'), ...brackets([reference('S1')]), reference('SO1'), reference('SO2')],
  ],
  ['| **Kekuatan**<br>S1. teks<br>S2. teks | W1. teks |', [code('S1'), code('S2'), code('W1')]],
  [
    '## Peta Kekuatan {#swot}',
    [
      '{ = punctuation.definition.attribute.begin',
      '#swot = entity.name.type.section',
      '} = punctuation.definition.attribute.end',
    ],
  ],
  ['- OPD: Dinas Kesehatan', [field('OPD'), colon]],
  ['- **OPD**: Dinas Kesehatan', [field('OPD')]],
  ['**Sumber Dana:** APBD', [field('Sumber Dana'), colon]],
  ['- Anggaran (Rp juta): 500', [field('Anggaran (Rp juta)'), colon]],
  ['- Strategi: SO1 (S1)', [field('Strategi'), colon, ...brackets([reference('S1')])]],
];

/** Lines of a dimension's chapter that show nothing, however alike they look. */
const nothingInDimension = [
  'COVID-19, ISO-8601, UTF-8, SARS-COV-2, SNI-ISO-9001 dan PM-10.',
  'Pandemi (COVID-19) dan mutu [ISO-9001] serta (SPBE), (2024), [1].',
  '- COVID-19: dampaknya',
  '- S1 saja tanpa tanda',
  'Pada S1. tidak di awal butir',
  'Kode `GOV-P-01` dan `(S1)` di dalam kode.',
  '[GOV-P-01](program.md)',
  'Berkas data/GOV-P-01.md dan GOV-P-01.xlsx',
  'https://contoh.go.id/?q=GOV-P-01',
  '- Tujuan utama: bukan label',
  'Teks - OPD: di tengah baris',
  '## Judul dengan {kurung}',
];

/** Lines of a chapter that is no dimension's: there `S1` may be a degree. */
const elsewhere: readonly (readonly [string, readonly string[]])[] = [
  ['Lulusan perguruan tinggi (S1, S2) bertambah.', []],
  ['- S1. Sarjana', []],
  ['| S1 | 1.200 orang |', []],
  ['- Tujuan: bukan label di sini', []],
  ['Program GOV-P-01 dan (QW-03)', [code('GOV-P-01'), ...brackets([reference('QW-03')])]],
  [
    '| LIV-M-02 | (living:S1) |',
    [
      reference('LIV-M-02'),
      ...brackets(['living = entity.name.type.dimension', ': = punctuation.separator.dimension', reference('S1')]),
    ],
  ],
];

const toTheTool: readonly (readonly [string, readonly string[]])[] = [
  [
    '<!-- REVIEW(Bappeda): periksa (S1) dan GOV-P-01 -->',
    [
      'REVIEW = keyword.control.review',
      '( = punctuation.definition.reviewer.begin',
      'Bappeda = entity.name.type.reviewer',
      ') = punctuation.definition.reviewer.end',
      ': = punctuation.separator.review',
    ],
  ],
  ['teks <!-- REVIEW: periksa --> teks', ['REVIEW = keyword.control.review', ': = punctuation.separator.review']],
  [
    '<!-- masterplan-disable-next-line swot-code, placeholder -->',
    [
      'masterplan-disable-next-line = keyword.control.directive',
      'swot-code = entity.name.type.rule',
      'placeholder = entity.name.type.rule',
    ],
  ],
  ['<!-- masterplan-disable -->', ['masterplan-disable = keyword.control.directive']],
  [
    '<!-- masterplan-enable swot-code-->',
    ['masterplan-enable = keyword.control.directive', 'swot-code = entity.name.type.rule'],
  ],
  [
    '<!-- masterplan:begin peta-jalan -->',
    ['masterplan:begin = keyword.control.directive', 'peta-jalan = entity.name.type.block'],
  ],
  [
    '<!-- masterplan:end peta-jalan -->',
    ['masterplan:end = keyword.control.directive', 'peta-jalan = entity.name.type.block'],
  ],
  ['<!-- komentar biasa tentang masterplan-disable -->', []],
];

/** The scopes of every character, one string each. */
function characters(lines: readonly (readonly Token[])[], keep: (scope: string) => boolean): string[] {
  return lines.flatMap((tokens) =>
    tokens.flatMap(({ text, scopes }) => [...text].map((letter) => `${letter} ${scopes.filter(keep).join(' ')}`)),
  );
}

const markdown = (scope: string) => !scope.endsWith('.masterplan');

describe.each([standIn, ...realBases()])('on $name', (base) => {
  test.each(ofDimension)('a chapter of a dimension: %s', async (line, expected) => {
    // A table begins with its header; the row stands below one.
    const before = line.startsWith('|') ? ['| A | B | C |', '|---|---|---|'] : [];
    for (const scopeName of [plain, own]) {
      const all = await marksIn(base, scopeName, 'dimension', [...before, line, '']);
      expect(all[before.length]).toEqual(expected);
    }
  });

  test.each(nothingInDimension)('nothing false in: %s', async (line) => {
    expect(await marksOf(base, 'dimension', line)).toEqual([]);
  });

  test.each(elsewhere)('a chapter of another kind: %s', async (line, expected) => {
    const before = line.startsWith('|') ? ['| A | B |', '|---|---|'] : [];
    expect((await marksIn(base, plain, 'regional-profile', [...before, line, '']))[before.length]).toEqual(expected);
  });

  test.each(toTheTool)('a comment: %s', async (line, expected) => {
    expect(await marksOf(base, 'vision', line)).toEqual(expected);
  });

  test.each(['dimension', 'dimensions', '"dimension"', 'dimension # satu'])('knows the kind %s', async (kind) => {
    expect(await marksOf(base, kind, '- S1. teks')).toEqual([code('S1')]);
  });

  test.each(['action-plan', 'quick-wins'])('field labels, but no SWOT codes, in %s', async (kind) => {
    expect(await marksOf(base, kind, '- OPD: Dinas (S1)')).toEqual([field('OPD'), colon]);
  });

  test('code blocks stay as they are', async () => {
    expect((await marksIn(base, plain, 'dimension', ['```', 'S1. GOV-P-01 (S1)', '```', ''])).flat()).toEqual([]);
  });

  test('a multi-line comment is marked where it begins', async () => {
    const lines = ['<!-- masterplan-disable', 'swot-code -->', '', '- S1. teks'];
    expect(await marksIn(base, plain, 'dimension', lines)).toEqual([
      ['masterplan-disable = keyword.control.directive'],
      ['swot-code = entity.name.type.rule'],
      [],
      [code('S1')],
    ]);
  });

  test.each([
    ['no frontmatter', '# README\n'],
    ['frontmatter without the key', '---\ntitle: README\n---\n'],
    ['the key inside another one', '---\nmeta:\n  chapter: dimension\n---\n'],
    ['another key', '---\nchapters: dimension\n---\n'],
    ['the key after the frontmatter', '---\ntitle: README\n---\n\nchapter: dimension\n---\n'],
    ['a rule, then the key', '# README\n\n---\nchapter: dimension\n---\n'],
  ])('other Markdown keeps every scope: %s', async (_, head) => {
    const text = `${head}\n${[...ofDimension, ...toTheTool].map(([line]) => line).join('\n\n')}\n`;
    const with_ = await tokeniser(base, plain);
    const without = await tokeniser(base, plain, false);
    const body = (lines: Token[][]) => characters(lines.slice(head.split('\n').length - 1), () => true);
    expect(body(with_.tokens(text))).toEqual(body(without.tokens(text)));
    expect(with_.tokens(text).flatMap(marks)).toEqual([]);
  });

  test('a chapter keeps the scopes of Markdown beside ours', async () => {
    // Codes in square brackets look like links to Markdown; they are the one thing that changes.
    const lines = [...ofDimension, ...toTheTool].map(([line]) => line).filter((line) => !line.includes('['));
    const text = `---\nchapter: dimension\n---\n\n${lines.join('\n\n')}\n\n- OPD: **tebal** dan [tautan](a.md)\n`;
    const with_ = (await tokeniser(base, plain)).tokens(text).slice(3);
    const without = (await tokeniser(base, plain, false)).tokens(text).slice(3);
    expect(characters(with_, markdown)).toEqual(characters(without, markdown));
  });

  test('the frontmatter stays YAML', async () => {
    const { tokens } = await tokeniser(base, plain);
    const text = '---\ntitle: "belum\nchapter: dimension\ncontributors: [a,\n---\n\n- S1. teks\n';
    const lines = tokens(text);
    for (const line of lines.slice(1, 4)) {
      expect(line.every(({ scopes }) => scopes.includes('meta.embedded.block.frontmatter'))).toBe(true);
    }
    // What is not closed in the YAML does not swallow the chapter.
    expect(marks(lines[6] as Token[])).toEqual([code('S1')]);
  });

  test('a file *.masterplan.md is coloured as plain Markdown is', async () => {
    const text = `---\nchapter: dimension\n---\n\n${ofDimension.map(([line]) => line).join('\n\n')}\n`;
    expect((await tokeniser(base, own)).tokens(text)).toEqual((await tokeniser(base, plain)).tokens(text));
  });
});

describe('field labels', () => {
  const titles = [...defaultTemplate.fields, ...defaultTemplate.quickWinFields]
    .flatMap(({ title, also }) => [title.id, title.en, ...also])
    .filter((title) => /^\p{L}[\p{L}\p{N} /&-]+$/u.test(title));

  test.each([...new Set(titles)])('%s', async (title) => {
    expect(await marksOf(standIn, 'dimension', `- ${title}: isi`)).toEqual([field(title), colon]);
  });
});

test('every grammar file is contributed, and is what its scope says', () => {
  const root = join(import.meta.dirname, '..', '..');
  const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const { scopeName, path } of contributes.grammars) {
    expect(JSON.parse(readFileSync(join(root, path), 'utf8')).scopeName).toBe(scopeName);
  }
});
