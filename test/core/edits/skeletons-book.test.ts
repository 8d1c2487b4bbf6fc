import { describe, expect, test } from 'vitest';
import { chapterSkeleton, placeholderWords } from '../../../src/core/edits/skeletons';
import { bookOf, problemsOf, settingsOf } from '../workspace';

describe.each(['id', 'en'] as const)('a book of skeletons in %s', (language) => {
  const manifest = `language: ${language}\nperiod: 2025-2034\n`;
  const settings = settingsOf(manifest);
  const { template } = settings;
  const files: Record<string, string> = { 'masterplan.yaml': manifest };
  template.chapters.forEach(({ id, required }, i) => {
    // The dimensions stand in chapters of their own.
    if (id === 'dimensions') return;
    const dimensions =
      required === 'per-dimension' ? template.dimensions.map((dimension) => dimension.id) : [undefined];
    dimensions.forEach((dimension, j) => {
      const place = dimension === undefined ? {} : { dimension };
      files[`${String(10 * i + j).padStart(3, '0')}.md`] = chapterSkeleton(id, settings, place);
    });
  });

  test('holds no error', () => {
    expect(problemsOf(bookOf(files)).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('lacks no chapter and no section', () => {
    const about = ['missing-chapter', 'missing-dimension', 'missing-section', 'empty-section', 'quick-win-count'];
    expect(problemsOf(bookOf(files)).filter(({ rule }) => about.includes(rule))).toEqual([]);
  });

  test('says of every place that it is to be filled', () => {
    const shown = problemsOf(bookOf(files), 'placeholder');
    expect(shown.length).toBeGreaterThan(0);
    expect(new Set(shown.map(({ text }) => text))).toEqual(new Set([placeholderWords[language]]));
  });
});
