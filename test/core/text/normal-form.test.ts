/** The compatibility form of texts, however long and whatever they hold. */

import { expect, test } from 'vitest';
import { normalForm } from '../../../src/core/text/normal-form';
import { expectLinear } from '../growth';

test('is that of Unicode', () => {
  for (const text of [
    '',
    'Ｓｍａｒｔ ﬁle',
    'e\u0301\u0316 ',
    '\ufdfa',
    'a\u0301\u0316'.repeat(1000),
    'ﬁ '.repeat(1000),
  ]) {
    expect(normalForm(text)).toBe(text.normalize('NFKC'));
    expect(normalForm(text, 'NFKD')).toBe(text.normalize('NFKD'));
  }
});

test.each(['\u0301\u0316', '\ufdfa'])('leaves a long text with %j, again and again, as it is', (mark) => {
  const text = `a${mark.repeat(500)}`;
  expect(normalForm(text)).toBe(text);
  expectLinear((size) => normalForm(`a${mark.repeat(size)}`), 20_000);
});
