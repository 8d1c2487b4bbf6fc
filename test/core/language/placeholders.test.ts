/** A long text is searched for placeholders by a word of each; no placeholder is missed by that. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PlaceholderFinder } from '../../../src/core/language/emptiness';
import { defaultTemplate } from '../../../src/core/template/presets/presets';

const finder = new PlaceholderFinder(defaultTemplate.placeholders);

const piece = fc.oneof(
  fc.constantFrom(...defaultTemplate.placeholders.map((each) => each.replace('{{…}}', '{{nama}}'))),
  fc.constantFrom(
    'APBD',
    'diisi',
    'Kota',
    'x',
    ' X',
    '[',
    '{{',
    'to',
    'do',
    '\u212aota X',
    'di\u017fi',
    '.',
    '\n',
    '\u00a0',
    '  ',
    '\\',
    '\\[isi di sini\\]',
    '\\[\\...\\]',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);

const anyCase = (text: string, upper: number) =>
  upper === 0
    ? text
    : upper === 1
      ? text.toUpperCase()
      : [...text].map((c, at) => (at % 2 ? c.toUpperCase() : c)).join('');

test('whatever is found in a part of a text is seen in the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(piece, fc.nat(2)), { maxLength: 12 }), fc.nat(), fc.nat(), (pieces, from, length) => {
      const source = pieces
        .map(([text, upper]) => anyCase(text, upper))
        .join(' ')
        .replace(/ /g, (blank, at) => (at % 3 ? blank : '\t'));
      const start = source.length === 0 ? 0 : from % source.length;
      const range = { start, end: Math.min(source.length, start + (length % 60)) };
      const seen = finder.glimpse(source);
      for (const found of finder.find(source, range)) {
        expect(seen.some((each) => each.start < found.end && found.start < each.end)).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

test('what is seen after an edit is what one sees who has seen nothing before', () => {
  const filler = 'Layanan perizinan dikembangkan bersama seluruh perangkat daerah.\n'.repeat(160);
  const edit = fc.record({ at: fc.nat(), removed: fc.nat(12), put: fc.oneof(piece, fc.constant('')) });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
      let source = filler;
      for (const { at, removed, put } of edits) {
        const place = at % (source.length + 1);
        source = source.slice(0, place) + put + source.slice(place + removed);
        expect(finder.glimpse(source)).toEqual(new PlaceholderFinder(defaultTemplate.placeholders).glimpse(source));
      }
    }),
    { numRuns: 300 },
  );
});
