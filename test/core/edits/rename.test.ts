import { describe, expect, test } from 'vitest';
import { codeAt, usesOf } from '../../../src/core/book/codes';
import { renameCode, renameTarget } from '../../../src/core/edits/rename';
import { applyEdits } from '../../../src/core/text/edits';
import { textOf } from '../../../src/core/text/range';
import { bookOf } from '../workspace';

const governance = `---
chapter: dimension
dimension: governance
---

# Smart Governance

## SWOT

### Kekuatan

- S1. Data satu pintu
- S2. Jaringan luas

## Strategi

- SO1. Memperluas layanan (S1, S2)

## Program Jangka Pendek

| Kode | Program | Strategi |
|---|---|---|
| GOV-P-01 | Portal data | SO1 |

## Quick Win

| Kode | Quick Win |
|---|---|
| GOV-P-01 | Portal data |
`;

const summary = `---
chapter: executive-summary
---

# Ringkasan

Portal data [GOV-P-01] menjawab kekuatan (governance:S1).
`;

const files = { 'masterplan.yaml': '', 'governance.md': governance, 'summary.md': summary };
const folder = 'memory:/book/';

/** Renames the code at the place marked `|` and gives the files that change. */
function rename(file: keyof typeof files, at: string, name: string): Record<string, string> | string {
  const book = bookOf(files);
  const offset = files[file].indexOf(at.replace('|', '')) + at.indexOf('|');
  const renaming = renameCode(book, folder + file, offset, name);
  if ('refusal' in renaming) return renaming.refusal.id;
  return Object.fromEntries(
    renaming.edits.map(({ uri, edits }) => {
      const path = (uri as string).slice(folder.length);
      return [path, applyEdits(files[path as keyof typeof files], edits)];
    }),
  );
}

describe('a code is renamed everywhere', () => {
  test('a SWOT item, from its definition: strategies and qualified references follow', () => {
    expect(rename('governance.md', '- S|1. Data', 'S7')).toEqual({
      'governance.md': governance.replace('- S1.', '- S7.').replace('(S1, S2)', '(S7, S2)'),
      'summary.md': summary.replace('governance:S1', 'governance:S7'),
    });
  });

  test('a SWOT item, from a reference', () => {
    expect(rename('summary.md', 'governance:S1|', 'S7')).toEqual(rename('governance.md', '- S|1. Data', 'S7'));
  });

  test('a programme that stands in two places and is named in running text', () => {
    expect(rename('summary.md', '[GOV|-P-01]', 'GOV-P-09')).toEqual({
      'governance.md': governance.replaceAll('GOV-P-01', 'GOV-P-09'),
      'summary.md': summary.replace('GOV-P-01', 'GOV-P-09'),
    });
  });

  test('where a converter has escaped its hyphens', () => {
    const source = `${governance}\nLihat (GOV\\-P\\-01) dan (Smart\\-Governance:S1).\n`;
    const book = bookOf({ ...files, 'governance.md': source });
    const renamed = (at: string, name: string) => {
      const renaming = renameCode(book, `${folder}governance.md`, source.indexOf(at), name);
      const edits = 'edits' in renaming ? renaming.edits.find(({ uri }) => uri?.endsWith('governance.md'))?.edits : [];
      return applyEdits(source, edits ?? []);
    };
    expect(renamed('GOV-P-01', 'GOV-P-07')).toBe(source.replaceAll(/GOV\\?-P\\?-01/g, 'GOV-P-07'));
    expect(renamed('GOV\\-P', 'GOV-P-07')).toBe(source.replaceAll(/GOV\\?-P\\?-01/g, 'GOV-P-07'));
    expect(renamed('S1. Data', 'S7')).toBe(source.replaceAll('S1', 'S7'));
  });

  test('and back again gives the same texts', () => {
    const there = rename('governance.md', 'SO|1. Memperluas', 'SO4') as Record<string, string>;
    const changed = { ...files, ...there };
    const back = renameCode(
      bookOf(changed),
      `${folder}governance.md`,
      changed['governance.md'].indexOf('SO4.') + 1,
      'SO1',
    );
    expect('edits' in back && back.edits.map(({ edits }) => applyEdits(changed['governance.md'], edits))).toEqual([
      governance,
    ]);
  });
});

describe('a rename is refused', () => {
  test.each([
    ['- S|1. Data', 'S2', 'Kode S2 sudah dipakai oleh "Jaringan luas".'],
    ['- S|1. Data', 'W1', 'Kode butir SWOT ini berupa huruf S dan angka, misalnya S1.'],
    ['SO|1. Memperluas', 'so2', 'Kode strategi ditulis seperti SO1, WT2, atau STR-1.'],
    ['GOV|-P-01 | Portal', 'Portal', 'Kode terdiri atas huruf besar, angka, dan tanda hubung, misalnya GOV-P-01.'],
    ['Portal| data', 'GOV-P-02', 'Di sini tidak ada kode yang dapat diganti namanya.'],
  ])('at %s to %s', (at, name, reason) => {
    const mark = at.indexOf('|');
    const plain = at.slice(0, mark) + at.slice(mark + 1);
    const offset = governance.indexOf(plain) + mark;
    const renaming = renameCode(bookOf(files), `${folder}governance.md`, offset, name);
    expect('refusal' in renaming && renaming.refusal.id).toBe(reason);
  });

  test.each(['S1', 'S2'])('where a span names the code %s', (code) => {
    const span = governance.replace('(S1, S2)', '(S1–S2)');
    const book = bookOf({ ...files, 'governance.md': span });
    const renaming = renameCode(book, `${folder}governance.md`, span.indexOf(`${code}.`), 'S5');
    expect('refusal' in renaming && renaming.refusal.en).toBe(
      `${code} is part of the span "S1–S2"; write its codes one by one first.`,
    );
  });

  test('where nothing has the code', () => {
    const unknown = governance.replace('(S1, S2)', '(S9)');
    const book = bookOf({ ...files, 'governance.md': unknown });
    const target = renameTarget(book, `${folder}governance.md`, unknown.indexOf('S9'));
    expect('refusal' in target && target.refusal.en).toBe('Nothing has the code S9, so there is nothing to rename.');
  });
});

test('a code knows its definitions and who names it', () => {
  const book = bookOf(files);
  const place = codeAt(book, `${folder}governance.md`, governance.indexOf('S1.'));
  expect(place?.isDefinition).toBe(true);
  expect(place?.definitions.map(({ text }) => text)).toEqual(['Data satu pintu']);
  const uses = usesOf(book, place?.definitions ?? []);
  expect(
    uses.map(({ chapter, reference }) => `${chapter.uri.slice(folder.length)} ${textOf(chapter.source, reference)}`),
  ).toEqual(['governance.md S1', 'summary.md governance:S1']);
});

test('the rows of a roadmap and of a summary follow their programme, and lead to it', () => {
  const roadmap = `---
chapter: roadmap
---

# Peta Jalan

| Kode | Program | 2025 | 2026 |
|---|---|---|---|
| GOV-P-01 | Portal data | x | |
`;
  const rows = `${summary}\n| Kode | Program |\n|---|---|\n| GOV-P-01 | Portal data |\n`;
  const book = bookOf({ ...files, 'summary.md': rows, 'z-roadmap.md': roadmap });
  const renaming = renameCode(book, `${folder}z-roadmap.md`, roadmap.indexOf('GOV-P-01'), 'GOV-P-05');
  if ('refusal' in renaming) throw new Error(renaming.refusal.en);
  const texts = renaming.edits.map(({ uri, edits }) => {
    const chapter = book.chapters.find((candidate) => candidate.uri === uri);
    return [uri, applyEdits(chapter?.source ?? '', edits)];
  });
  expect(Object.fromEntries(texts)).toEqual({
    [`${folder}governance.md`]: governance.replaceAll('GOV-P-01', 'GOV-P-05'),
    [`${folder}summary.md`]: rows.replaceAll('GOV-P-01', 'GOV-P-05'),
    [`${folder}z-roadmap.md`]: roadmap.replace('GOV-P-01', 'GOV-P-05'),
  });
});
