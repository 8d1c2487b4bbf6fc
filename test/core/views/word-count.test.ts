/** Words are what a reader sees of them. */

import { expect, test } from 'vitest';
import { wordsIn } from '../../../src/core/views/word-count';
import { chapterOf } from '../workspace';

test('words are counted without frontmatter, comments and marks', () => {
  const body =
    '# Visi Kota\n\n<!-- REVIEW: tulis lagi -->\n\n- **Layanan** e-KTP, Rp1.000.000 — di 12 desa\n\n| a | b |\n|---|---|\n';
  const chapter = chapterOf(`---\nchapter: vision\ntitle: Tidak dihitung\n---\n${body}`);
  expect(wordsIn(chapter, { start: 0, end: chapter.source.length })).toBe(10);
  const at = chapter.source.indexOf('Layanan');
  expect(wordsIn(chapter, { start: at, end: at + 'Layanan** e-KTP'.length })).toBe(2);
  expect(wordsIn(chapter, { start: 0, end: 3 })).toBe(0);
});
