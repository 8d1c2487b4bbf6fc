/** All fixes at once: they come to an end, nothing of the author's is lost, and once more changes nothing. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeChapter } from '../../../src/core/chapter/frontmatter';
import { type FixWish, fixAll, fixToApply, type MendableProblem } from '../../../src/core/edits/fix-all';
import { sectionSkeleton } from '../../../src/core/edits/skeletons';
import { type Mended, mendBook } from '../../../src/core/rules/mend';
import type { Problem } from '../../../src/core/rules/problem';
import { applyEdits } from '../../../src/core/text/edits';
import { effort } from '../../effort';
import { expectFixesToHold } from '../rules/fixing';
import { bookOf, settingsOf } from '../workspace';

const folder = 'memory:/book/';

type Files = Readonly<Record<string, string>>;

function mend(files: Files, wish?: FixWish): { files: Record<string, string>; result: Mended<Problem> } {
  const result = mendBook(bookOf(files), {}, wish);
  const changed: Record<string, string> = { ...files };
  for (const [uri, text] of result.texts) changed[uri.slice(folder.length)] = text;
  for (const { uri, text } of result.newFiles) {
    const path = decodeURIComponent(uri.slice(folder.length));
    expect(changed).not.toHaveProperty([path]);
    changed[path] = text;
  }
  return { files: changed, result };
}

/** How often each word stands in a text; marks and blanks around it do not count. */
function words(text: string): Map<string, number> {
  const counted = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) counted.set(word, (counted.get(word) ?? 0) + 1);
  return counted;
}

/**
 * Rules whose fix writes one thing in place of another: a key, a title, a code, a number, a name, a link. Every other
 * fix only adds, or moves what is there.
 */
const replacingRules = [
  'manifest-invalid',
  'frontmatter-invalid',
  'heading-level',
  'heading-number',
  'heading-typo',
  'dimension-name',
  'broken-link',
  'swot-code',
  'reference-unknown',
  'code-duplicate',
  'programme-agency',
  'roadmap-mismatch',
  'suppression-unused',
];

/** What must hold of fixing all, whatever the book. */
function expectToHold(files: Files, wish?: FixWish): Mended<Problem> {
  const { files: after, result } = mend(files, wish);
  for (const { uri, edits } of result.edits) {
    const path = uri.slice(folder.length);
    expect(applyEdits(files[path] as string, edits)).toBe(after[path]);
    const lineEnds = (text: string) => new Set(text.match(/\r\n|\r|\n/g));
    if ((files[path] as string).includes('\n')) {
      expect(lineEnds(after[path] as string)).toEqual(lineEnds(files[path] as string));
    }
  }
  if (!result.mended.some(({ rule }) => replacingRules.includes(rule))) {
    const left = words(Object.values(after).join('\n'));
    for (const [word, count] of words(Object.values(files).join('\n'))) {
      expect(left.get(word) ?? 0, `keeps "${word}"`).toBeGreaterThanOrEqual(count);
    }
  }
  const again = mend(after, wish);
  expect(again.files).toEqual(after);
  expect(again.result.mended).toEqual([]);
  const reads = ['manifest-invalid', 'frontmatter-invalid'];
  if (!result.mended.some(({ rule }) => reads.includes(rule))) {
    const errors = (problems: Mended<Problem>['problems']) =>
      [...problems.values()].flat().filter(({ severity }) => severity === 'error').length;
    expect(errors(result.problems)).toBeLessThanOrEqual(errors(mendNothing(files)));
  }
  return result;
}

function mendNothing(files: Files): Mended<Problem>['problems'] {
  return mendBook(bookOf(files), {}, { isAsked: () => false }).problems;
}

describe('which fix is applied where nobody chooses', () => {
  const insert = { range: { start: 3, end: 3 }, text: 'a' };
  const fix = { edits: [{ edits: [insert] }] };
  const preferred = { ...fix, preferred: true };
  const replacing = (how: { preferred?: boolean }) => ({
    edits: [{ edits: [{ range: { start: 3, end: 4 }, text: 'a' }] }],
    ...how,
  });
  test.each([
    ['the preferred one', [fix, preferred], false, preferred],
    ['the only one', [fix], false, fix],
    ['not the only one where it takes something away', [replacing({})], false, undefined],
    ['the preferred one even so', [replacing({ preferred: true })], false, replacing({ preferred: true })],
    ['none of several', [fix, fix], false, undefined],
    ['not the only one where only the obvious is wanted', [fix], true, undefined],
    ['the preferred one there too', [fix, preferred], true, preferred],
    ['never one that a person decides', [{ edits: [], byHand: true }], false, undefined],
    ['none where there is none', undefined, false, undefined],
  ])('%s', (_, fixes, onlyPreferred, wanted) => {
    expect(fixToApply(fixes, onlyPreferred)).toEqual(wanted);
  });
});

describe('a made-up rule', () => {
  const files = { 'masterplan.yaml': '', 'a.md': '---\nchapter: closing\n---\n# aaab\n' };

  /** Says that letters are wrong, each with a fix; the text is what the fixes make of it. */
  function checkLetters(to: Readonly<Record<string, string>>) {
    return (book: ReturnType<typeof bookOf>): Map<string, MendableProblem[]> =>
      new Map(
        book.chapters.map(({ uri, source }) => {
          const at = source.indexOf('# ') + 2;
          const problems = [...source.slice(at).trimEnd()].flatMap((letter, i): MendableProblem[] => {
            const text = to[letter];
            const range = { start: at + i, end: at + i + 1 };
            if (text === undefined) return [];
            const fixes = [{ edits: [{ edits: [{ range, text }] }], preferred: true }];
            return [{ rule: 'letters', file: uri, message: `${letter} is wrong`, fixesIn: () => fixes }];
          });
          return [uri, problems];
        }),
      );
  }

  const text = (result: { texts: ReadonlyMap<string, string> }) => result.texts.get(`${folder}a.md`)?.split('# ')[1];

  test('is mended in as many rounds as it takes', () => {
    const result = fixAll(bookOf(files), { check: checkLetters({ a: 'b', b: 'c' }) });
    expect(text(result)).toBe('cccc\n');
    expect(result.mended).toHaveLength(7);
  });

  test('is left alone where its fix does not mend it', () => {
    const result = fixAll(bookOf(files), { check: checkLetters({ a: 'a', b: 'c' }) });
    expect(text(result)).toBe('aaac\n');
    expect(result.mended.map(({ message }) => message)).toEqual(['b is wrong']);
  });

  test('comes to an end where two fixes undo each other', () => {
    const result = fixAll(bookOf(files), { check: checkLetters({ a: 'b', b: 'a' }) });
    expect(text(result) ?? 'aaab\n').toMatch(/^[ab]{4}\n$/);
  });

  test('is mended only where that was asked for', () => {
    const check = checkLetters({ a: 'b' });
    expect(fixAll(bookOf(files), { check, isAsked: () => false }).mended).toEqual([]);
    expect(fixAll(bookOf(files), { check, mayChange: () => false }).mended).toEqual([]);
    expect(fixAll(bookOf(files), { check, rule: 'other' }).mended).toEqual([]);
    expect(fixAll(bookOf(files), { check, rule: 'letters' }).mended).toHaveLength(3);
  });
});

describe('a chapter with all kinds of faults', () => {
  const chapter = `---
chapter: dimension
dimension: governanc
---
# Smart Governance

## Strategi

- SO1: Membangun layanan (S1, O1)

<!-- REVIEW: sudah benar? -->

## Analisi SWOT

**Kekuatan**

- S1. satu
- S2. dua

**Kelemahan**

**Peluang**

- O1. satu
- O2. dua

**Ancaman**

- T1. satu
- T1. dua

## Program Jangka Pendek

## Program Jangka Panjang

#### 1. Terlalu dalam

teks
`;
  const files = { 'masterplan.yaml': 'dimensions: [governance]\nperiod: 2025-2034\n', 'a.md': chapter };

  test('is mended as far as nobody has to choose', () => {
    const { files: after, result } = mend(files, { isAsked: (uri) => uri.endsWith('a.md') });
    const text = after['a.md'] as string;
    expect(text.match(/^(?:#+|\*\*).*$/gm)).toEqual([
      '# Smart Governance',
      '## Analisis SWOT',
      '**Kekuatan**',
      '**Kelemahan**',
      '**Peluang**',
      '**Ancaman**',
      '## Strategi',
      '## Program Jangka Pendek',
      '## Program Jangka Menengah',
      '## Program Jangka Panjang',
      '### 1. Terlalu dalam',
      '## Quick Win',
    ]);
    expect(text).toContain('dimension: governance\n');
    expect(text).toContain('| GOV-P-01 | ');
    expect(text).toContain('**Kelemahan**\n\n- W1. [isi di sini]\n- W2. [isi di sini]\n\n**Peluang**');
    expect(text).toContain('- T1. satu\n- T2. dua\n');
    expect(text).toContain('<!-- REVIEW: sudah benar? -->');
    const left = new Set([...(result.problems.get(`${folder}a.md`) ?? [])].map(({ rule }) => rule));
    for (const rule of ['section-order', 'missing-section', 'empty-section', 'heading-typo', 'swot-code']) {
      expect([...left]).not.toContain(rule);
    }
    expect([...left]).toContain('review-note');
  });

  test('gets no skeletons where only the obvious is wanted', () => {
    const { files: after } = mend(files, { onlyPreferred: true });
    expect(Object.keys(after)).toEqual(Object.keys(files));
    expect(after['a.md']).not.toContain('[isi di sini]');
    expect(after['a.md']).toContain('## Analisis SWOT');
  });

  test('gets only what one rule has to mend', () => {
    const { result } = mend(files, { rule: 'swot-code', isAsked: (uri) => uri.endsWith('a.md') });
    expect(result.edits.map(({ edits }) => edits)).toEqual([
      [{ range: { start: chapter.indexOf('T1. dua') + 1, end: chapter.indexOf('T1. dua') + 2 }, text: '2' }],
    ]);
  });

  test('holds what fixing all promises', () => {
    expectToHold(files);
    expectToHold({ ...files, 'a.md': `\ufeff${chapter.replaceAll('\n', '\r\n')}` });
    expectToHold(files, { onlyPreferred: true });
  });
});

describe('headings to which links lead', () => {
  const head = '---\nchapter: appendix\n---\n\n# Lampiran\n\n';

  test('are mended together, and the links follow all of them', () => {
    const before = `${head}## 1. Satu\n\n[a](#3-tiga), [b](#1-dua)\n\n## 1. Dua\n\n[c](#3-tiga)\n\n## 3. Tiga\n\n### 1.1 Empat\n\n[d](b.md#11-lima)\n`;
    const other = `${head.replace('Lampiran', 'Lain')}## 2.1 Lima\n\n## 2.1 Enam\n\n[e](a.md#1-dua), [f](#21-enam)\n`;
    const { files } = mend({ 'masterplan.yaml': '', 'a.md': before, 'b.md': other }, { onlyPreferred: true });
    expect(files['a.md']).toBe(
      before.replace('1. Dua', '2. Dua').replace('#1-dua', '#2-dua').replace('1.1 Empat', '3.1 Empat'),
    );
    expect(files['b.md']).toBe(
      other.replace('2.1 Enam', '2.2 Enam').replace('#1-dua', '#2-dua').replace('#21-enam', '#22-enam'),
    );
  });

  test('stay where a link would have to follow in a file that must not be changed', () => {
    const files = {
      'masterplan.yaml': '',
      'a.md':
        '---\nchapter: dimension\ndimension: governance\n---\n\n# Smart Governance\n\n## Analisi SWOT\n\n## Program Jangka Pendk\n\n[a](#program-jangka-pendk)\n',
      'b.md': `${head}[a](a.md#analisi-swot)\n`,
    };
    const wish: FixWish = { rule: 'heading-typo', mayChange: (uri) => !uri.endsWith('b.md') };
    const { files: after } = mend(files, wish);
    expect(after['b.md']).toBe(files['b.md']);
    expect(after['a.md']).toBe(
      files['a.md'].replace('Jangka Pendk', 'Jangka Pendek').replace('jangka-pendk', 'jangka-pendek'),
    );
    expectToHold(files, wish);
    expect(mend(files, { rule: 'heading-typo' }).files['b.md']).toContain('a.md#analisis-swot');
  });
});

test('a book of nothing gets its chapters, one numbered after the other', () => {
  const { files, result } = mend({ 'masterplan.yaml': 'dimensions: [governance, living]\nperiod: 2025-2034\n' });
  expect(result.newFiles.length).toBeGreaterThan(5);
  const about = ['missing-chapter', 'missing-dimension', 'missing-section', 'empty-section'];
  expect([...result.problems.values()].flat().filter(({ rule }) => about.includes(rule))).toEqual([]);
  expect(Object.keys(files).filter((path) => !/^(?:masterplan\.yaml|\d\d-[a-z0-9-]+\.md)$/.test(path))).toEqual([]);
  expect(expectToHold(files).mended).toEqual([]);
});

describe('always', () => {
  const settings = settingsOf('period: 2025-2034\n');
  const kinds = ['swot', 'strategy', 'programmes-short', 'programmes-medium', 'programmes-long', 'quick-wins'];
  const programmes = '| Kode | Program | OPD | Indikator | Tahun |\n|---|---|---|---|---|\n';
  const piece = fc.oneof(
    fc.constantFrom(...kinds).map((kind) => sectionSkeleton(kind, settings, { dimension: 'economy' })),
    fc.constantFrom('## 1. Catatan\n\nTeks biasa.', '### 1.3 Lampiran', '## Program', '## Analisi SWOT', '#### Dalam'),
    fc.constantFrom(
      '## SWOT\n\n**Kekuatan**\n\n- S1. a\n\n**Ancaman**',
      '## SWOT\n\n| Kekuatan | Kelemahan |\n|---|---|\n| a | |',
    ),
    fc.constantFrom(
      '## Strategi\n\n- SO1: a (S1, O9)\n- SO1: b',
      '## Quick Win\n\n[isi di sini]',
      '## Program Jangka Pendek',
    ),
    fc.constantFrom(
      `## Program Jangka Pendek\n\n${programmes}| ECO-P-01 | Pasar | Dinas | 3 pasar | 2025 |\n| ECO-P-01 | Lain | | | 2031 |`,
      `## Program Jangka Menengah\n\n${programmes}| - | - | - | - | - |`,
      '## Program Jangka Panjang\n\n### ECO-L-01 Jalan Cerdas\n\n- OPD: Dinas\n- Tahun: 2031',
    ),
    fc.constantFrom(
      '<!-- REVIEW: benar? -->',
      '<!-- masterplan-disable placeholder -->',
      '> kutipan\n\n```\n# kode\n```',
    ),
  );
  const manifests = fc.constantFrom(
    'dimensions: [economy]\nperiod: 2025-2034\n',
    'dimensions: [economy]\nlanguage: en\nagencies: [Dinas]\n',
    'dimension: [economy]\nperiod: 2025-2034\nrules: { swot-unusd: off }\n',
  );
  const frontmatter = fc.constantFrom(
    'dimension: economy\n',
    'dimension: economi\n',
    'dimension: economy\nstatus: drft\n',
  );
  const books = fc
    .tuple(manifests, frontmatter, fc.array(piece, { maxLength: 7 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
    .map(([manifest, keys, pieces, end, ends]) => {
      const text = `---\nchapter: dimension\n${keys}---\n# Smart Economy\n\n${pieces.join('\n\n')}${ends ? '\n' : ''}`;
      return { 'masterplan.yaml': manifest, 'a.md': text.replaceAll('\n', end) };
    });

  test('nothing is lost, no error comes, and once more changes nothing', () => {
    fc.assert(
      fc.property(books, fc.boolean(), (files, onlyPreferred) => {
        expectToHold(files, { onlyPreferred });
      }),
      effort(40),
    );
  });

  test('each fix by itself ends its finding, loses nothing and brings no error', () => {
    fc.assert(
      fc.property(books, (files) => {
        expectFixesToHold(files);
      }),
      effort(12),
    );
  });
});

const root = join(import.meta.dirname, '../../..');

describe.each(
  [
    join(root, 'examples/kabupaten-contoh'),
    join(root, 'examples/kabupaten-contoh-keliru'),
    join(root, '../shared/books/wonosobo'),
  ]
    .filter((path) => existsSync(path))
    .map((path) => ({ name: relative(join(path, '..'), path), path })),
)('the book $name', ({ name, path }) => {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    const own = relative(path, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
    if (!entry.isFile() || !/\.(?:md|yaml)$/.test(own)) continue;
    const text = readFileSync(join(path, own), 'utf8');
    if (own === 'masterplan.yaml' || looksLikeChapter(text)) files[own] = text;
  }

  test('holds what fixing all promises', () => {
    const { mended } = expectToHold(files);
    if (name === 'kabupaten-contoh') expect(mended).toEqual([]);
    else expect(mended.length).toBeGreaterThan(10);
  });

  test('and so where only the obvious is mended', () => {
    expectToHold(files, { onlyPreferred: true });
  });
});
