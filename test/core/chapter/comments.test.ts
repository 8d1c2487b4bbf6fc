/** Comments that speak to the tool. */

import { describe, expect, test } from 'vitest';
import { readToolComments } from '../../../src/core/chapter/comments';
import { expectLinear } from '../growth';

const read = (comment: string) => readToolComments(comment, [{ start: 0, end: comment.length }]);

describe("a reviewer's note", () => {
  test.each([
    ['<!-- REVIEW(Rina): angka lama -->', 'Rina', 'angka lama'],
    ['<!--REVIEW ( Rina ) :\n\nangka\n\nlama\n-->', 'Rina', 'angka\n\nlama'],
    ['<!-- REVIEW: a: b -->', undefined, 'a: b'],
    ['<!-- REVIEW () \t:-->', undefined, ''],
    ['<!-- REVIEW(a): b', 'a', 'b'],
  ])('%j', (comment, name, text) => {
    const end = comment.length;
    expect(read(comment)).toEqual([{ type: 'review', start: 0, end, text, ...(name === undefined ? {} : { name }) }]);
  });

  test.each(['<!-- REVIEW(a) b -->', '<!-- REVIEWS: b -->', '<!-- REVIEW(a)(b): c -->', '<!-- x REVIEW: b -->'])(
    'is not %j',
    (comment) => expect(read(comment)).toEqual([]),
  );
});

test.each([
  ['within a note', '<!-- REVIEW(a): b', 'x -->'],
  ['before its colon', '<!-- REVIEW', 'x -->'],
  ['before its name', '<!-- REVIEW', '(a) b -->'],
  ['behind its name', '<!-- REVIEW(a)', 'x -->'],
  ['in the mark of a block', '<!-- masterplan:begin roadmap', 'x -->'],
])('blanks %s take time in proportion', (_, before, after) => {
  expectLinear((size) => read(`${before}${'\n'.repeat(size)}${after}`), 20_000);
});
