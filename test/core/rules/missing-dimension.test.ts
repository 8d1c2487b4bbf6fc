/** Dimensions of the set that nobody has written about. */

import { describe, expect, test } from 'vitest';
import { checkBook } from '../../../src/core/rules/check';
import { bookOf } from '../workspace';
import { chapter, found, places } from './found';

const rule = 'missing-dimension';

function book(manifest: string, ...dimensions: string[]): Record<string, string> {
  const chapters = dimensions.map((dimension, at) => [
    `${at}.md`,
    `---\nchapter: dimension\ndimension: ${dimension}\n---\n\n# Bab\n`,
  ]);
  return { 'masterplan.yaml': manifest, ...Object.fromEntries(chapters) };
}

describe('a dimension without a chapter is reported', () => {
  test("at the manifest's key `dimensions`", () => {
    expect(found(rule, book('region: Kota Contoh\ndimensions: [governance, economy]\n', 'Smart Governance'))).toEqual([
      [
        'masterplan.yaml:2 dimensions',
        'Dimensi Smart Economy belum memiliki bab.',
        'The dimension Smart Economy has no chapter yet.',
      ],
    ]);
  });

  test('else at its key `template`', () => {
    const four = ['governance', 'economy', 'living', 'society'];
    expect(found(rule, book('region: Kota Contoh\ntemplate: komdigi-2026\n', ...four))).toEqual([
      [
        'masterplan.yaml:2 template',
        'Dimensi Lingkungan belum memiliki bab.',
        'The dimension Environment has no chapter yet.',
      ],
      [
        'masterplan.yaml:2 template',
        'Dimensi Mobilitas belum memiliki bab.',
        'The dimension Mobility has no chapter yet.',
      ],
    ]);
  });

  test('else at its first line, one each', () => {
    expect(places(rule, book('region: Kota Contoh\nperiod: 2025\n', 'living'))).toEqual(
      Array(5).fill('masterplan.yaml:1 region: Kota Contoh'),
    );
  });

  test('of the set that is in use', () => {
    expect(places(rule, book('dimensions: giffinger\n', 'Smart Government', 'Smart People', 'mobility'))).toEqual(
      Array(3).fill('masterplan.yaml:1 dimensions'),
    );
  });
});

describe('nothing is said', () => {
  test('of dimensions with a block in a chapter of several', () => {
    const several = chapter('dimensions', 'BAB III', '## 3.1 Dimensi Smart Governance\n\n## 3.2 EKONOMI CERDAS');
    expect(places(rule, { 'masterplan.yaml': 'dimensions: [governance, economy]\n', 'a.md': several })).toEqual([]);
  });

  test('of a dimension by its wrong name: rule `dimension-name` speaks about that', () => {
    expect(places(rule, book('dimensions: [environment]\n', 'Smart Enviroment'))).toEqual([]);
  });

  test('where a chapter does not tell its dimension: that is said at its frontmatter', () => {
    const untold = { 'x.md': '---\nchapter: dimension\ndimension: Smart Ecnomy\n---\n\n# Bab\n' };
    expect(places(rule, { ...book('dimensions: [governance, economy]\n', 'governance'), ...untold })).toEqual([]);
    const unknown = { 'x.md': '---\nchapter: dimensi\n---\n\n# Bab\n' };
    expect(places(rule, { ...book('dimensions: [governance, economy]\n', 'governance'), ...unknown })).toEqual([]);
    // One chapter cannot be both of two missing dimensions.
    expect(places(rule, { ...book('dimensions: [governance, economy, living]\n', 'governance'), ...untold })).toEqual(
      Array(2).fill('masterplan.yaml:1 dimensions'),
    );
  });

  test('where chapters that could not be read may be the missing ones', () => {
    const read = bookOf(book('dimensions: [governance, economy]\n', 'economy'));
    const missing = (unread: number) =>
      [...checkBook({ ...read, unread }).values()].flat().filter((problem) => problem.rule === rule).length;
    expect([missing(0), missing(1)]).toEqual([1, 0]);
  });

  test('where the manifest does without chapters of dimensions', () => {
    expect(places(rule, book('chapters: [{ id: dimension, required: false }]\n'))).toEqual([]);
  });

  test('of a loose chapter', () => {
    expect(places(rule, '---\nchapter: dimension\ndimension: economy\n---\n\n# Bab\n')).toEqual([]);
  });

  test('of a chapter of several that was read only in part', () => {
    const several = chapter('dimensions', 'BAB III', `## Smart Governance\n\n${'x'.repeat(20_001)}`);
    expect(places(rule, { 'masterplan.yaml': 'dimensions: [governance, economy]\n', 'a.md': several })).toEqual([]);
  });
});
