/** A missing chapter is created beside its neighbours, named and numbered as they are, and is what was missing. */

import { describe, expect, test } from 'vitest';
import { checkBook } from '../../../src/core/rules/check';
import { fixesOf, type Problem } from '../../../src/core/rules/problem';
import { bookOf } from '../workspace';

const folder = 'memory:/book/';
const dimension = (id: string) => `---\nchapter: dimension\ndimension: ${id}\n---\n\n# ${id}\n`;
const chapter = (kind: string) => `---\nchapter: ${kind}\n---\n\n# ${kind}\n`;

type Files = Readonly<Record<string, string>>;

function problemsOf(files: Files, rule: string): Problem[] {
  return [...checkBook(bookOf(files)).values()].flat().filter((problem) => problem.rule === rule);
}

/** The files that the fixes of a rule would create, by their paths in the book. */
function created(files: Files, rule: string): Record<string, string> {
  const made = problemsOf(files, rule).flatMap((problem) => fixesOf(problem, bookOf(files))[0]?.newFiles ?? []);
  return Object.fromEntries(made.map(({ uri, text }) => [decodeURIComponent(uri.slice(folder.length)), text]));
}

describe('a dimension without a chapter', () => {
  const manifest = 'dimensions: [governance, economy, living]\nlanguage: id\n';

  test('gets the number that is free at its place', () => {
    const files = {
      'masterplan.yaml': manifest,
      'buku-2-masterplan/01-visi.md': chapter('vision'),
      'buku-2-masterplan/02-smart-governance.md': dimension('governance'),
      'buku-2-masterplan/04-smart-living.md': dimension('living'),
      'buku-4-quick-win/01-profil.md': chapter('quick-wins'),
    };
    const made = created(files, 'missing-dimension');
    expect(Object.keys(made)).toEqual(['buku-2-masterplan/03-smart-economy.md']);
    const text = made['buku-2-masterplan/03-smart-economy.md'] as string;
    expect(
      text.startsWith('---\nchapter: dimension\ndimension: economy\nstatus: draft\n---\n\n# Smart Economy\n'),
    ).toBe(true);
    expect(problemsOf({ ...files, ...made }, 'missing-dimension')).toEqual([]);
  });

  test('leaves room for those before it as far as there is any', () => {
    const wanted = (living: string) =>
      Object.keys(
        created(
          { 'masterplan.yaml': manifest, '01-visi.md': chapter('vision'), [living]: dimension('living') },
          'missing-dimension',
        ),
      );
    expect(wanted('09-living.md')).toEqual(['02-smart-governance.md', '03-smart-economy.md']);
    expect(wanted('03-living.md')).toEqual(['02-smart-governance.md', '02-smart-economy.md']);
  });

  test('stands at the end where no number is free', () => {
    const files = {
      'masterplan.yaml': manifest,
      'BAB 1 Governance.md': dimension('governance').replaceAll('\n', '\r\n'),
      'BAB 2 Living.md': dimension('living').replaceAll('\n', '\r\n'),
    };
    const made = created(files, 'missing-dimension');
    expect(Object.keys(made)).toEqual(['BAB 3 smart economy.md']);
    expect(Object.values(made).join('').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('is named without a number where its neighbours are', () => {
    const files = {
      'masterplan.yaml': manifest,
      'governance.md': dimension('governance'),
      'living.md': dimension('living'),
    };
    expect(Object.keys(created(files, 'missing-dimension'))).toEqual(['smart-economy.md']);
  });

  test('never gets the name of a chapter that is there', () => {
    const files = {
      'masterplan.yaml': manifest,
      'governance.md': dimension('governance'),
      'living.md': dimension('living'),
      'Smart-Economy.md': chapter('closing'),
    };
    expect(Object.keys(created(files, 'missing-dimension'))).toEqual(['smart-economy-2.md']);
  });

  test('becomes a block where the dimensions share a chapter', () => {
    const text =
      '---\nchapter: dimensions\n---\n\n# Strategi\n\n## 3.1 Smart Governance\n\nteks\n\n## 3.2 Smart Living\n\nteks\n';
    const files = { 'masterplan.yaml': manifest, 'a.md': text };
    const [problem] = problemsOf(files, 'missing-dimension');
    const fix = fixesOf(problem as Problem, bookOf(files))[0];
    expect(fix?.newFiles).toBeUndefined();
    expect(fix?.edits.map(({ uri }) => uri)).toEqual([`${folder}a.md`]);
    const edit = fix?.edits[0]?.edits[0];
    expect(edit?.range).toEqual({ start: text.indexOf('\n\n## 3.2'), end: text.indexOf('\n\n## 3.2') });
    expect(edit?.text.startsWith('\n\n## Smart Economy\n\n### Analisis SWOT\n\n#### Kekuatan\n')).toBe(true);
  });
});

describe('a chapter that is missing', () => {
  test('goes to the folder of its book, behind what the template has before it', () => {
    const files = {
      'masterplan.yaml': 'language: en\n',
      'buku-1-analisis/01-pendahuluan.md': chapter('introduction'),
      'buku-2-masterplan/01_visi.md': chapter('vision'),
      'buku-2-masterplan/02_governance.md': dimension('governance'),
    };
    const made = created(files, 'missing-chapter');
    // Five dimensions and the action plan are still to come before it.
    expect(Object.keys(made)).toContain('buku-2-masterplan/09_roadmap.md');
    expect(made['buku-2-masterplan/09_roadmap.md']).toContain('chapter: roadmap\n');
    for (const [path, text] of Object.entries(made)) {
      const after = problemsOf({ ...files, [path]: text }, 'missing-chapter');
      expect(after).toHaveLength(problemsOf(files, 'missing-chapter').length - 1);
    }
  });

  test('opens a folder named as the others are, where its book has none yet', () => {
    const files = {
      'masterplan.yaml': 'language: id\n',
      'buku-1-analisis-strategis/01-pendahuluan.md': chapter('introduction'),
      'buku-2-masterplan/01-visi.md': chapter('vision'),
    };
    const paths = Object.keys(created(files, 'missing-chapter'));
    expect(paths.filter((path) => path.startsWith('buku-3-'))).toEqual([
      'buku-3-ringkasan-eksekutif/01-ringkasan-eksekutif.md',
    ]);
  });

  test('counts on where all books share a folder', () => {
    const files = {
      'masterplan.yaml': 'language: id\n',
      '01-visi.md': chapter('vision'),
      '02-peta-jalan.md': chapter('roadmap'),
    };
    expect(Object.keys(created(files, 'missing-chapter'))).toContain('03-ringkasan-eksekutif.md');
  });

  test('gets the number that it will have when all are there', () => {
    const empty = { 'masterplan.yaml': '' };
    expect(Object.keys(created(empty, 'missing-chapter'))).toEqual([
      '01-analisis-kesiapan-daerah.md',
      '02-analisis-kesenjangan.md',
      '03-visi-dan-misi-smart-city.md',
      '10-rencana-aksi-smart-city.md',
      '11-peta-jalan-pembangunan-smart-city.md',
      '12-ringkasan-eksekutif.md',
    ]);
    expect(Object.keys(created(empty, 'missing-dimension'))).toEqual([
      '04-smart-governance.md',
      '05-smart-branding.md',
      '06-smart-economy.md',
      '07-smart-living.md',
      '08-smart-society.md',
      '09-smart-environment.md',
    ]);
  });
});
