/** The manifest's faults stand at their own place; how each is found is tested with its reader. */

import { expect, test } from 'vitest';
import { allPlaces, asWindows, found, places } from './found';

const rule = 'manifest-invalid';
const vision = '---\nchapter: vision\n---\n\n# Visi dan Misi\n';

function manifest(text: string): Record<string, string> {
  return { 'masterplan.yaml': text, 'visi.md': vision };
}

test('a wrong value is an error at the value, an unknown key a warning at the key', () => {
  expect(found(rule, manifest('regoin: Kabupaten Contoh\nlanguage: jawa\n'))).toEqual([
    [
      'masterplan.yaml:1 regoin',
      'Kunci "regoin" tidak dikenal; mungkin maksudnya "region".',
      'The key "regoin" is not known; perhaps "region" is meant.',
    ],
    [
      'masterplan.yaml:2 jawa',
      '"language" berisi "id" atau "en", bukan "jawa".',
      '"language" holds "id" or "en", not "jawa".',
    ],
  ]);
});

test('an unknown rule is reported where it is named', () => {
  expect(places(rule, manifest('rules:\n  swot-unusd: off\n  swot-unused: off\n'))).toEqual([
    'masterplan.yaml:2 swot-unusd',
  ]);
});

test('with a byte-order mark and CRLF line ends', () => {
  expect(places(rule, manifest(asWindows('region: Kabupaten Contoh\nperiode: 2025\n')))).toEqual([
    'masterplan.yaml:2 periode',
  ]);
});

test('chapters are checked with the defaults where the manifest cannot be read', () => {
  const all = allPlaces(manifest('region: [Kabupaten Contoh\n'));
  expect(all.filter((place) => place.startsWith(rule))).toHaveLength(1);
  expect(all).toContain('missing-section visi.md:5 Visi dan Misi');
});

test.each(['', '# belum diisi\n', '\ufeff', '{}\n'])('an empty manifest is a valid one: %j', (text) => {
  expect(places(rule, manifest(text))).toEqual([]);
});
