/** Headings more than one level below the one above them. */

import { expect, test } from 'vitest';
import { asWindows, chapter, found, places } from './found';

const rule = 'heading-level';

test('the marks of a heading two levels down are pointed at', () => {
  const source = chapter('closing', 'Penutup', '## Tindak Lanjut\n\n#### **Peninjauan** Tahunan ####\n\nIsi.');
  expect(found(rule, source)).toEqual([
    [
      '9 ####',
      'Judul "Peninjauan Tahunan" bertingkat 4, padahal judul di atasnya bertingkat 2; gunakan tingkat 3.',
      'Heading "Peninjauan Tahunan" is of level 4 below one of level 2; use level 3.',
    ],
  ]);
  expect(places(rule, asWindows(source))).toEqual(['9 ####']);
});

test('each of several siblings, and what stands below them only where it skips one itself', () => {
  const source = chapter('closing', 'Penutup', '#### A\n\n##### A1\n\n#### B\n\n###### B1');
  expect(places(rule, source)).toEqual(['7 ####', '11 ####', '13 ######']);
});

test('a first heading hangs from the title, be it only in the frontmatter', () => {
  expect(places(rule, '---\nchapter: closing\ntitle: Penutup\n---\n\n## Satu\n')).toEqual([]);
  expect(found(rule, '---\nchapter: closing\n---\n\n### Satu\n\n# Penutup\n')).toEqual([
    [
      '5 ###',
      'Judul "Satu" bertingkat 3, padahal judul di atasnya bertingkat 1; gunakan tingkat 2.',
      'Heading "Satu" is of level 3 below one of level 1; use level 2.',
    ],
  ]);
});

test('levels may rise by any number, and several titles may stand in a file', () => {
  const source = chapter('closing', 'Penutup', '## A\n\n### A1\n\n#### A11\n\n# Lampiran\n\n## B\n\nC\n---\n\nD\n===');
  expect(places(rule, source)).toEqual([]);
});

test('what only looks like a heading is none', () => {
  expect(places(rule, chapter('closing', 'Penutup', '```\n#### Bukan judul\n```\n\n#### '))).toEqual(['11 ####']);
});
