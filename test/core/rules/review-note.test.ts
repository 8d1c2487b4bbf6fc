/** Open notes of reviewers. */

import { expect, test } from 'vitest';
import { asWindows, chapter, found, places } from './found';

const rule = 'review-note';

test('a note is reported as a whole, with its name and its words', () => {
  const source = chapter(
    'closing',
    'Penutup',
    '<!-- REVIEW(Tenaga ahli): mohon\n dilengkapi -->\n\n- Isi. <!--REVIEW: kapan?-->',
  );
  expect(found(rule, source)).toEqual([
    [
      '7 <!-- REVIEW(Tenaga ahli): mohon ⏎ dilengkapi -->',
      'Catatan Tenaga ahli belum ditindaklanjuti: "mohon dilengkapi".',
      'Open note by Tenaga ahli: "mohon dilengkapi".',
    ],
    ['10 <!--REVIEW: kapan?-->', 'Catatan belum ditindaklanjuti: "kapan?".', 'Open note: "kapan?".'],
  ]);
  expect(places(rule, asWindows(source))).toHaveLength(2);
});

test('a long note is cut short in the message', () => {
  const [note] = found(rule, chapter('closing', 'Penutup', `<!-- REVIEW: ${'panjang '.repeat(40)}-->`));
  expect(note?.[1].length).toBeLessThan(130);
  expect(note?.[1]).toMatch(/…"\.$/);
});

test.each([
  '<!-- catatan biasa -->',
  '`<!-- REVIEW: kode -->`',
  '```\n<!-- REVIEW: kode -->\n```',
  '<!-- REVIEWER: x -->',
])('nothing is said of %j', (body) => {
  expect(places(rule, chapter('closing', 'Penutup', body))).toEqual([]);
});
