/** Globs of a manifest: what they name, and that none of them costs more than its length. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globMatcher } from '../../../src/core/text/glob';
import { expectLinear } from '../growth';

const cases: readonly [glob: string, named: readonly string[], others: readonly string[]][] = [
  ['arsip/**', ['arsip', 'arsip/a.md', 'arsip/b/c.md'], ['arsip.md', 'buku/arsip', 'arsipan/a.md']],
  ['arsip', ['arsip', 'arsip/a.md', 'arsip/b/c.md'], ['arsip.md', 'buku/arsip/a.md']],
  ['arsip/', ['arsip', 'arsip/a.md'], ['arsipan']],
  ['./arsip/*', ['arsip/a.md', 'arsip/b/c.md'], ['arsip', 'arsip.md']],
  ['*.md', ['catatan.md', '.md'], ['buku/catatan.md', 'catatan.markdown']],
  ['**/*.draf.md', ['a.draf.md', 'buku/a.draf.md', 'buku/b/a.draf.md'], ['buku/a.md', 'draf.md']],
  ['**/lama', ['lama', 'buku/lama', 'buku/lama/a.md'], ['buku/selama', 'lamaran']],
  ['buku-?/**/a.md', ['buku-1/a.md', 'buku-2/x/y/a.md'], ['buku-10/a.md', 'buku-1/ba.md', 'buku-/a.md']],
  ['{arsip,lama/**,draf-*}', ['arsip/a.md', 'lama/b.md', 'draf-1'], ['arsi', 'draf']],
  ['a{b,c{d,e}}f', ['abf', 'acdf', 'acef'], ['acf', 'abdf']],
  ['a{b', ['a{b'], ['ab']],
  ['buku\\lama', ['buku/lama/a.md'], ['bukulama']],
  ['**', ['a', 'a/b'], []],
  ['[a].md', ['[a].md'], ['a.md']],
];

describe('globMatcher', () => {
  for (const [glob, named, others] of cases) {
    it(`reads ${glob}`, () => {
      const matches = globMatcher([glob]);
      expect(named.filter((path) => !matches(path))).toEqual([]);
      expect(others.filter((path) => matches(path))).toEqual([]);
    });
  }

  it('names what any of several globs names, and nothing where there is none', () => {
    const matches = globMatcher(['arsip', ' ', '*.txt']);
    expect(['arsip/a', 'b.txt', 'c'].map(matches)).toEqual([true, true, false]);
    expect(globMatcher([])('arsip')).toBe(false);
    expect(globMatcher(['', '/', './'])('arsip')).toBe(false);
  });

  it('does no more work than glob times path', () => {
    const matches = globMatcher([`${'*a'.repeat(100)}b`, `${'{a,b}'.repeat(100)}c`, `${'**/'.repeat(100)}x`]);
    expectLinear((size) => expect(matches(`${'a'.repeat(size)}/${'a/'.repeat(size)}a`)).toBe(false), 100);
  });

  it('takes everything below along with a folder, for any glob', () => {
    const piece = fc.constantFrom('a', 'b', '*', '**', '/', '?', '{', '}', ',', '.');
    const name = fc.string({ unit: fc.constantFrom('a', 'b', '.'), minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.array(name, { minLength: 1, maxLength: 4 }),
        name,
        (glob, path, below) => {
          const matches = globMatcher([glob.join('')]);
          if (matches(path.join('/'))) expect(matches([...path, below].join('/'))).toBe(true);
        },
      ),
    );
  });
});
