import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Part } from '../../src/core/chapter/chapter';
import { readChapter } from '../../src/core/chapter/read';
import { snippetFiles } from '../../src/core/edits/skeleton-files';
import { type SkeletonSnippet, skeletonSnippets } from '../../src/core/edits/skeleton-snippets';
import type { Language } from '../../src/core/language/language';
import { defaultTemplate, presets } from '../../src/core/template/presets/presets';
import type { Settings } from '../../src/core/template/settings';
import type { Template } from '../../src/core/template/template';

const root = join(import.meta.dirname, '..', '..');

interface FileSnippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
  readonly isFileTemplate?: boolean;
}

function fileOf(language: Language): Record<string, FileSnippet> {
  return JSON.parse(readFileSync(join(root, 'snippets', `masterplan.${language}.json`), 'utf8'));
}

/** What the editor inserts before anybody types: defaults of stops, the first of choices, repeats of both. */
function expanded(body: readonly string[]): string {
  const defaults = new Map<string, string>();
  const pattern = /\\([\\$}])|\$\{(\d+)\|((?:[^\\|]|\\.)*)\|\}|\$\{(\d+):((?:[^\\}]|\\.)*)\}|\$\{(\d+)\}/g;
  return body.join('\n').replace(pattern, (_, escaped, choice, choices, stop, text, bare) => {
    if (escaped !== undefined) return escaped;
    if (bare !== undefined) return defaults.get(bare) ?? '';
    const value = (choice === undefined ? text : (/^(?:[^\\,]|\\.)*/.exec(choices)?.[0] ?? '')).replace(/\\(.)/g, '$1');
    defaults.set(choice ?? stop, value);
    return value;
  });
}

function settingsIn(language: Language, template: Template = defaultTemplate): Settings {
  return { template, language, agencies: [], rules: {}, quickWins: { perDimension: 1 }, exclude: [] };
}

const snippets = skeletonSnippets([
  defaultTemplate,
  ...Object.values(presets).filter((preset) => preset !== defaultTemplate),
]);

const both = (['id', 'en'] as const).flatMap((language) => snippets.map((snippet) => [language, snippet] as const));
const inside = both.filter(([, { opensFile }]) => !opensFile);

/** A chapter that holds only its title, with the snippet below it, as the file has it. */
function partWith(language: Language, snippet: SkeletonSnippet): Part {
  const written = fileOf(language)[snippet.name[language]] as FileSnippet;
  const dimension = snippet.chapter === 'dimension' ? 'dimension: governance\n' : '';
  const source = `---\nchapter: ${snippet.chapter}\n${dimension}---\n\n# Bab\n\n${expanded(written.body)}\n`;
  const { parts } = readChapter('memory:/a.md', source, settingsIn(language));
  expect(parts).toHaveLength(1);
  return parts[0] as Part;
}

function named(name: string): SkeletonSnippet {
  const snippet = snippets.find((candidate) => candidate.name.id === name);
  if (snippet === undefined) throw new Error(`No snippet ${name}`);
  return snippet;
}

describe('the files', () => {
  test.each(Object.entries(snippetFiles()))('%s is in step with the skeletons', (path, text) => {
    // If this fails: `node scripts/run.mjs scripts/generate-snippets.mts` writes the files again.
    expect(readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n')).toBe(text);
  });

  test('are contributed to Markdown and to the language of our own', () => {
    const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const wanted = ['masterplan', 'markdown'].flatMap((language) =>
      Object.keys(snippetFiles()).map((path) => ({ language, path: `./${path}` })),
    );
    expect(contributes.snippets).toEqual(expect.arrayContaining(wanted));
    expect(contributes.snippets).toHaveLength(wanted.length);
  });

  test('no two snippets share a name or a prefix, whatever their language', () => {
    const files = [fileOf('id'), fileOf('en')];
    for (const file of files) expect(Object.keys(file)).toHaveLength(snippets.length);
    const prefixes = files.flatMap((file) => Object.values(file)).flatMap(({ prefix }) => prefix);
    expect(prefixes.filter((prefix, i) => prefixes.indexOf(prefix) !== i)).toEqual([]);
    expect(prefixes.filter((prefix) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(prefix))).toEqual([]);
  });
});

test.each(both.filter(([, { opensFile }]) => opensFile))(
  'in %s, $name.id opens a chapter of its kind',
  (language, snippet) => {
    const written = fileOf(language)[snippet.name[language]] as FileSnippet;
    expect(written.isFileTemplate).toBe(true);
    const source = expanded(written.body);
    expect(source).toMatch(/^---\nchapter: [a-z-]+\n/);
    const dimension = /^dimension: (.+)$/m.exec(source)?.[1];
    const preset = Object.values(presets).find(({ dimensions }) =>
      dimensions.some(({ id }) => dimension === undefined || id === dimension),
    ) as Template;
    const chapter = readChapter('memory:/a.md', source, settingsIn(language, preset));
    expect(chapter.frontmatter.findings).toEqual([]);
    expect(chapter.kind).toBe(snippet.chapter);
    expect(chapter.dimension).toBe(dimension);
    const found = chapter.parts.flatMap((part) => part.found).filter(({ within }) => within === undefined);
    expect(found.map(({ kind, empty }) => [kind, empty])).toEqual(snippet.sections.map((kind) => [kind, false]));
  },
);

test.each(inside)('in %s, $name.id gives its sections and no other', (language, snippet) => {
  const { found } = partWith(language, snippet);
  expect(found.filter(({ empty }) => empty)).toEqual([]);
  expect(found.map(({ kind }) => kind).toSorted()).toEqual([...snippet.sections].toSorted());
});

describe.each(['id', 'en'] as const)('in %s', (language) => {
  test.each(['SWOT: daftar per kuadran', 'SWOT: tabel 2×2', 'SWOT: tabel empat kolom', 'SWOT: tabel IFAS dan EFAS'])(
    '%s holds two items in each quadrant',
    (name) => {
      const { swot } = partWith(language, named(name));
      const items = swot.flatMap((one) => one.items).map(({ quadrant, code }) => `${quadrant} ${code?.value}`);
      expect(items.toSorted()).toEqual([
        'opportunities O1',
        'opportunities O2',
        'strengths S1',
        'strengths S2',
        'threats T1',
        'threats T2',
        'weaknesses W1',
        'weaknesses W2',
      ]);
    },
  );

  test.each([
    ['TOWS: matriks strategi', ['SO1 S1 O1', 'WO1 W1 O1', 'ST1 S1 T1', 'WT1 W1 T1']],
    ['Strategi: daftar', ['SO1 S1 O1', 'WO1 W1 O1']],
    ['Strategi: tabel', ['SO1 S1 O1', 'WO1 W1 O1']],
  ])('%s holds strategies and what they answer', (name, expected) => {
    const { strategies } = partWith(language, named(name));
    const read = strategies.map(({ code, references }) => [code, ...references].map((one) => one?.value).join(' '));
    expect(read).toEqual(expected);
  });

  test.each([
    ['Program jangka pendek: tabel', 'short', 'GOV-P-01'],
    ['Program jangka pendek: uraian', 'short', 'GOV-P-01'],
    ['Program jangka menengah: tabel', 'medium', 'GOV-M-01'],
    ['Program jangka menengah: uraian', 'medium', 'GOV-M-01'],
    ['Program jangka panjang: tabel', 'long', 'GOV-L-01'],
    ['Program jangka panjang: uraian', 'long', 'GOV-L-01'],
  ])('%s holds one programme with all it must have', (name, horizon, code) => {
    const { programmes } = partWith(language, named(name));
    expect(programmes.map((one) => [one.place, one.horizon, one.code?.value])).toEqual([['horizon', horizon, code]]);
    const filled = programmes[0]?.values.filter(({ text }) => text !== '').map(({ field }) => field) ?? [];
    expect(filled).toEqual(expect.arrayContaining(['indicator', 'agency', 'years']));
  });

  test('the columns and the lines of a programme are the same fields', () => {
    const fields = ['objective', 'beneficiary', 'indicator', 'target', 'agency', 'years', 'budget', 'funding'];
    const more = ['strategies', 'sub-dimension'];
    const table = partWith(language, named('Program jangka pendek: tabel')).programmes[0]?.table;
    expect(table?.columns).toEqual(['code', 'name', ...fields, ...more]);
    const block = partWith(language, named('Program jangka pendek: uraian')).programmes[0]?.values;
    expect(block?.map(({ field }) => field)).toEqual([...fields, ...more]);
  });

  test('a quick win, and its profile', () => {
    const { quickWins } = partWith(language, named('Quick win: tabel di bab dimensi'));
    expect(quickWins.map(({ place, code }) => [place, code?.value])).toEqual([['quick-wins', 'GOV-QW-01']]);
    const profiles = partWith(language, named('Quick win: profil')).quickWins;
    expect(profiles.map(({ place, code }) => [place, code?.value])).toEqual([['profile', 'GOV-QW-01']]);
    const fields = new Set(profiles[0]?.values.map(({ field }) => field));
    for (const { id } of defaultTemplate.quickWinFields) expect(fields).toContain(id);
  });

  test('an action plan with a programme in each section', () => {
    const { programmes } = partWith(language, named('Rencana aksi'));
    expect(programmes.map(({ place, code }) => [place, code?.value])).toEqual(
      ['RA-01', 'RA-02', 'RA-03', 'RA-04', 'RA-05'].map((code) => ['action-plan', code]),
    );
  });

  test('a roadmap begins with a table of years and no programme', () => {
    const written = fileOf(language)[named('Peta jalan: tabel per tahun').name[language]] as FileSnippet;
    expect(expanded(written.body).split('\n')[0]).toMatch(/ \| 2025 \| 2026 \| 2027 \| 2028 \| 2029 \|$/);
    expect(partWith(language, named('Peta jalan: tabel per tahun')).programmes).toEqual([]);
  });

  test('a gap table with a row for every dimension', () => {
    const written = fileOf(language)[named('Analisis kesenjangan: tabel').name[language]] as FileSnippet;
    const rows = expanded(written.body).split('\n').slice(2);
    expect(rows.map((row) => row.split(' | ')[0])).toEqual(
      defaultTemplate.dimensions.map(({ title }) => `| ${title[language]}`),
    );
  });

  test('comments to the tool', () => {
    const commentsOf = (name: string) => {
      const written = fileOf(language)[named(name).name[language]] as FileSnippet;
      const source = `---\nchapter: vision\n---\n\n${expanded(written.body)}\n`;
      return readChapter('memory:/a.md', source, settingsIn(language)).comments.map((comment) =>
        comment.type === 'review' ? [comment.type, comment.name, comment.text] : [comment.type],
      );
    };
    const words = language === 'id' ? ['nama', 'catatan'] : ['name', 'note'];
    expect(commentsOf('Catatan penelaah')).toEqual([['review', ...words]]);
    expect(commentsOf('Abaikan aturan: baris berikut')).toEqual([['disable-next-line']]);
    expect(commentsOf('Abaikan aturan: sebagian naskah')).toEqual([['disable'], ['enable']]);
  });
});
