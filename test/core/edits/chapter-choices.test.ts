/** What a masterplan may still get is offered, what it lacks first, and never what is there already. */

import { describe, expect, test } from 'vitest';
import { missingDimensions, missingKinds } from '../../../src/core/book/missing-chapters';
import {
  addChapter,
  type ChapterChoice,
  chapterChoices,
  choicesNamed,
  choiceWords,
} from '../../../src/core/edits/chapter-choices';
import { newBook } from '../../../src/core/edits/new-book';
import { applyEdits } from '../../../src/core/text/edits';
import { bookOf } from '../workspace';

const folder = 'memory:/book/';
const chapter = (kind: string, more = '') => `---\nchapter: ${kind}\n${more}---\n\n# ${kind}\n`;
const shown = (choices: readonly ChapterChoice[]) =>
  choices.map(({ kind, dimension, state }) => `${state} ${kind}${dimension === undefined ? '' : ` ${dimension}`}`);

describe('the choices', () => {
  const files = {
    'masterplan.yaml': 'dimensions: [governance, living]\n',
    'buku-2/01-visi.md': chapter('vision'),
    'buku-2/02-governance.md': chapter('dimension', 'dimension: governance\n'),
    'buku-2/99-penutup.md': chapter('closing'),
  };

  test('begin with what is missing', () => {
    expect(shown(chapterChoices(bookOf(files)))).toEqual([
      'missing readiness',
      'missing gap-analysis',
      'missing dimension living',
      'missing action-plan',
      'missing roadmap',
      'missing executive-summary',
      'optional introduction',
      'optional regional-profile',
      'optional collaboration',
      'optional institutions',
      'optional financing',
      'optional monitoring',
      'optional quick-wins',
      'optional appendix',
      'further closing',
    ]);
  });

  test('say no more than is known, where files could not be read', () => {
    const required = (unread: number) =>
      shown(chapterChoices({ ...bookOf(files), unread })).filter((one) => /^(?:missing|unknown)/.test(one));
    expect(required(1)).toEqual([
      'missing readiness',
      'missing gap-analysis',
      'missing action-plan',
      'missing roadmap',
      'missing executive-summary',
      'unknown dimension living',
    ]);
    expect(required(4)).toEqual(required(1));
    expect(required(5)).toEqual([
      'unknown readiness',
      'unknown gap-analysis',
      'unknown dimension living',
      'unknown action-plan',
      'unknown roadmap',
      'unknown executive-summary',
    ]);
    for (const unread of [0, 1, 5]) {
      const book = { ...bookOf(files), unread };
      const missing = [...missingKinds(book), ...missingDimensions(book)].map(({ kind, dimension = '' }) =>
        `missing ${kind} ${dimension}`.trim(),
      );
      expect(
        required(unread)
          .filter((one) => one.startsWith('missing'))
          .sort(),
      ).toEqual(missing.sort());
    }
    expect([choiceWords({ state: 'missing' }), choiceWords({ state: 'unknown' })]).toEqual([
      { id: 'wajib, belum ada', en: 'required, missing' },
      { id: 'wajib, belum diketahui ada tidaknya', en: 'required, not known whether it is there' },
    ]);
  });

  test('miss nothing that a manifest relaxes, and nothing in a new masterplan', () => {
    const relaxed = 'chapters: [{ id: dimension, required: false }]\n';
    expect(shown(chapterChoices(bookOf({ 'masterplan.yaml': relaxed }))).slice(6, 12)).toEqual([
      'optional introduction',
      'optional regional-profile',
      'optional dimension governance',
      'optional dimension branding',
      'optional dimension economy',
      'optional dimension living',
    ]);
    const made = newBook({ folder }).map(({ uri, text }) => [uri.slice(folder.length), text]);
    expect(shown(chapterChoices(bookOf(Object.fromEntries(made)))).filter((one) => one.startsWith('missing'))).toEqual(
      [],
    );
  });

  test('are found by id and by title, of the kind or of the dimension', () => {
    const book = bookOf(files);
    const named = (word: string) => shown(choicesNamed(chapterChoices(book), word, book));
    expect(named('roadmap')).toEqual(['missing roadmap']);
    expect(named('Peta Jalan')).toEqual(['missing roadmap']);
    expect(named('dimension')).toEqual(['missing dimension living']);
    expect(named('smart living')).toEqual(['missing dimension living']);
    expect(named('vision')).toEqual([]);
  });

  test('become files, or blocks where the dimensions share a chapter', () => {
    const book = bookOf(files);
    const [living] = choicesNamed(chapterChoices(book), 'living', book) as [ChapterChoice];
    expect(addChapter(book, living)?.newFiles.map(({ uri }) => uri)).toEqual([`${folder}buku-2/03-smart-living.md`]);
    const text = '---\nchapter: dimensions\n---\n\n# Strategi\n\n## Smart Governance\n\nteks\n';
    const together = bookOf({ 'masterplan.yaml': files['masterplan.yaml'], 'a.md': text });
    const change = addChapter(together, living);
    expect(change?.newFiles).toEqual([]);
    expect(change?.edits.map(({ uri }) => uri)).toEqual([`${folder}a.md`]);
    const after = applyEdits(
      text,
      (change?.edits ?? []).flatMap(({ edits }) => edits),
    );
    expect(after.startsWith(`${text}\n## Smart Living\n\n### Analisis SWOT\n`)).toBe(true);
    expect(addChapter(bookOf({ 'a.md': chapter('vision') }), living)).toBeUndefined();
  });
});
