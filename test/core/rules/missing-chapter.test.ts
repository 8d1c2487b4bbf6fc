/** Chapters that the template requires and the masterplan does not have. */

import { describe, expect, test } from 'vitest';
import { ruleIds } from '../../../src/core/rules/catalogue';
import { checkBook } from '../../../src/core/rules/check';
import { bookOf } from '../workspace';
import { found, places } from './found';

const rule = 'missing-chapter';
const kinds = ['readiness', 'gap-analysis', 'vision', 'action-plan', 'roadmap', 'executive-summary'];

function book(manifest: string, there: readonly string[]): Record<string, string> {
  const chapters = there.map((kind) => [`${kind}.md`, `---\nchapter: ${kind}\n---\n\n# Bab\n`]);
  return { 'masterplan.yaml': manifest, ...Object.fromEntries(chapters) };
}

describe('a required chapter that is not there is reported', () => {
  test("at the manifest's first line, in the template's order", () => {
    expect(found(rule, book('region: Kabupaten Contoh\nperiod: 2025\n', kinds.slice(2)))).toEqual([
      [
        'masterplan.yaml:1 region: Kabupaten Contoh',
        'Bab "Analisis Kesiapan Daerah" (chapter: readiness) belum ada dalam masterplan ini.',
        'The masterplan has no chapter "Readiness Analysis" yet (chapter: readiness).',
      ],
      [
        'masterplan.yaml:1 region: Kabupaten Contoh',
        'Bab "Analisis Kesenjangan" (chapter: gap-analysis) belum ada dalam masterplan ini.',
        'The masterplan has no chapter "Gap Analysis" yet (chapter: gap-analysis).',
      ],
    ]);
  });

  test('also in an empty manifest', () => {
    expect(places(rule, book('', []))).toEqual(Array(6).fill('masterplan.yaml:1 '));
  });

  test('also where the manifest asks for it', () => {
    const manifest = 'chapters:\n  - { id: monitoring, required: true }\n  - { id: roadmap, required: false }\n';
    expect(found(rule, book(manifest, kinds.slice(0, 4)))).toEqual([
      [
        'masterplan.yaml:1 chapters:',
        'Bab "Monitoring dan Evaluasi" (chapter: monitoring) belum ada dalam masterplan ini.',
        'The masterplan has no chapter "Monitoring and Evaluation" yet (chapter: monitoring).',
      ],
      [
        'masterplan.yaml:1 chapters:',
        'Bab "Ringkasan Eksekutif" (chapter: executive-summary) belum ada dalam masterplan ini.',
        'The masterplan has no chapter "Executive Summary" yet (chapter: executive-summary).',
      ],
    ]);
  });
});

describe('nothing is said', () => {
  test('where all are there', () => {
    expect(places(rule, book('', kinds))).toEqual([]);
  });

  test('of a loose chapter', () => {
    expect(places(rule, '---\nchapter: vision\n---\n\n# Visi\n')).toEqual([]);
  });

  test('of a kind that is only misspelt: that is said at the word itself', () => {
    expect(places(rule, book('', [...kinds.slice(1), 'readines']))).toEqual([]);
  });

  test('where chapters that could not be read may be the missing ones', () => {
    const read = bookOf(book('', kinds.slice(1)));
    const missing = (unread: number) =>
      [...checkBook({ ...read, unread }).values()].flat().filter((problem) => problem.rule === rule).length;
    expect(ruleIds).toContain(rule);
    expect([missing(0), missing(1)]).toEqual([1, 0]);
  });
});
