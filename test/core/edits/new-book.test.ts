/** A new masterplan: nothing is missing, nothing is wrong, and all that is left to do is to write. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type NewBookWish, newBook } from '../../../src/core/edits/new-book';
import { presets } from '../../../src/core/template/presets/presets';
import { bookOf, problemsOf } from '../workspace';

const folder = 'memory:/book/';

/** What is said of places that nobody has filled in yet. */
const unfilled = [
  'placeholder',
  'programme-budget-missing',
  'programme-goal-missing',
  'quick-win-profile',
  'strategy-unused',
];

function files(wish: Partial<NewBookWish> = {}): Record<string, string> {
  return Object.fromEntries(newBook({ folder, ...wish }).map(({ uri, text }) => [uri.slice(folder.length), text]));
}

describe('a new masterplan', () => {
  test('has one folder per book and a number before each name', () => {
    const made = files({ region: 'Kabupaten Contoh', period: { from: 2025, to: 2034 } });
    expect(Object.keys(made)).toEqual([
      'masterplan.yaml',
      'buku-1-analisis-strategis-smart-city-daerah/01-pendahuluan.md',
      'buku-1-analisis-strategis-smart-city-daerah/02-analisis-kesiapan-daerah.md',
      'buku-1-analisis-strategis-smart-city-daerah/03-analisis-kesenjangan.md',
      'buku-2-masterplan-smart-city-daerah/01-visi-dan-misi-smart-city.md',
      'buku-2-masterplan-smart-city-daerah/02-smart-governance.md',
      'buku-2-masterplan-smart-city-daerah/03-smart-branding.md',
      'buku-2-masterplan-smart-city-daerah/04-smart-economy.md',
      'buku-2-masterplan-smart-city-daerah/05-smart-living.md',
      'buku-2-masterplan-smart-city-daerah/06-smart-society.md',
      'buku-2-masterplan-smart-city-daerah/07-smart-environment.md',
      'buku-2-masterplan-smart-city-daerah/08-rencana-aksi-smart-city.md',
      'buku-2-masterplan-smart-city-daerah/09-peta-jalan-pembangunan-smart-city.md',
      'buku-3-ringkasan-eksekutif/01-ringkasan-eksekutif.md',
      'buku-4-profil-quick-win/01-profil-quick-win.md',
    ]);
    expect(
      made['masterplan.yaml'],
    ).toBe(`# Manifes: menandai folder ini sebagai satu masterplan. Hapus tanda # untuk memakai suatu baris.
template: kominfo
region: Kabupaten Contoh
title: Masterplan Smart City Kabupaten Contoh
language: id
period: 2025-2034

# Perangkat daerah: cukup nama, atau id, nama, dan sebutan lain yang dipakai dalam naskah.
# agencies:
#   - Dinas Kesehatan
#   - { id: diskominfo, name: Dinas Komunikasi dan Informatika, aliases: [Diskominfo] }
`);
    const { chapters, settings } = bookOf(made);
    expect(chapters.map(({ uri }) => uri.slice(folder.length))).toEqual(Object.keys(made).slice(1));
    expect(settings.region).toBe('Kabupaten Contoh');
  });

  test('asks for no chapter of a book that is not wished for', () => {
    const made = files({ books: ['quick-wins'], language: 'en' });
    expect(Object.keys(made)).toEqual([
      'masterplan.yaml',
      'book-4-quick-win-profiles/01-introduction.md',
      'book-4-quick-win-profiles/02-quick-win-profiles.md',
    ]);
    expect(made['masterplan.yaml']).toContain('  - { id: dimension, required: false }\n');
    const rules = problemsOf(bookOf(made)).map(({ rule }) => rule);
    expect(rules).not.toContain('missing-chapter');
    expect(rules).not.toContain('missing-dimension');
  });

  test('writes a region that YAML would take for something else', () => {
    for (const region of ['Kota "Satu": #1', 'true', '- Kota', "Kab. O'Neill"]) {
      expect(bookOf(files({ region })).settings.region).toBe(region);
    }
  });

  test.each([
    ['template', { template: 'lain' }],
    ['book', { books: ['buku-9'] }],
    ['period', { period: { from: 2034, to: 2025 } }],
  ])('refuses a %s that makes no sense', (_, wish) => {
    expect(() => files(wish)).toThrow(RangeError);
  });

  test('has nothing wrong but what is to be filled in, whatever is wished for', () => {
    const ids = Object.values(presets)[0]?.books.map(({ id }) => id) ?? [];
    const wishes = fc.record({
      template: fc.constantFrom(...Object.keys(presets)),
      language: fc.constantFrom('id' as const, 'en' as const),
      books: fc.subarray(ids, { minLength: 1 }),
      period: fc.option(
        fc.tuple(fc.integer({ min: 2000, max: 2090 }), fc.integer({ min: 4, max: 9 })).map(([from, more]) => ({
          from,
          to: from + more,
        })),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(wishes, ({ period, ...wish }) => {
        const made = files({ ...wish, ...(period === undefined ? {} : { period }) });
        const problems = problemsOf(bookOf(made)).filter(({ rule }) => !unfilled.includes(rule));
        expect(problems.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([]);
        expect(problemsOf(bookOf(made)).filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
