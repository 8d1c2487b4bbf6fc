/** The frontmatter's faults stand at their own place; how each is found is tested with its reader. */

import { expect, test } from 'vitest';
import { asWindows, found, places } from './found';

const rule = 'frontmatter-invalid';

test('a wrong value is an error at the value, an unknown key a warning at the key', () => {
  expect(found(rule, '---\nchapter: closing\ncontributor: [Bappeda]\nstatus: revisi\n---\n\n# Penutup\n')).toEqual([
    [
      '3 contributor',
      'Kunci "contributor" tidak dikenal; mungkin maksudnya "contributors".',
      'The key "contributor" is not known; perhaps "contributors" is meant.',
    ],
    [
      '4 revisi',
      '"status" berisi "draft", "review", atau "final", bukan "revisi".',
      '"status" holds "draft", "review" or "final", not "revisi".',
    ],
  ]);
});

test('a dimension chapter that does not say which one is reported at its kind', () => {
  expect(found(rule, '---\nchapter: dimension\n---\n\n# Bab III\n')).toEqual([
    [
      '2 dimension',
      'Bab dimensi perlu kunci "dimension", misalnya "dimension: governance".',
      'A dimension chapter needs the key "dimension", such as "dimension: governance".',
    ],
  ]);
});

test('with a byte-order mark and CRLF line ends', () => {
  expect(places(rule, asWindows('---\nchapter: closing\nurutan: 3\nlang: jv\n---\n\n# Penutup\n'))).toEqual([
    '3 urutan',
    '4 jv',
  ]);
});

test.each(['economy', 'Smart Economy', 'smart-economy', 'Ekonomi Cerdas', 'Smart Ekonomi'])(
  'a dimension is understood by any of its names: %s',
  (dimension) => {
    expect(places(rule, `---\nchapter: dimension\ndimension: ${dimension}\n---\n\n# Bab III\n`)).toEqual([]);
  },
);
