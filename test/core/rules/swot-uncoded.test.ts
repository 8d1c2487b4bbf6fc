/** A SWOT none of whose items has a code. */

import { expect, test } from 'vitest';
import { allPlaces, asWindows, economy, economyWith, found, places } from './found';

const rule = 'swot-uncoded';

test('is reported once, at its heading', () => {
  const body = '## 3.1 Analisis SWOT\n\n### Kekuatan\n\n- Pasar\n- Gudang\n\n### Kelemahan\n\n- Data\n- Tenaga';
  expect(found(rule, economyWith(body))).toEqual([
    [
      '8 3.1 Analisis SWOT',
      'Butir SWOT belum berkode (S1, W1, O1, T1), sehingga strategi tidak dapat merujuknya.',
      'The SWOT items have no codes (S1, W1, O1, T1), so that no strategy can name them.',
    ],
  ]);
  expect(places(rule, asWindows(economyWith(body)))).toEqual(['8 3.1 Analisis SWOT']);
});

test('then nothing is said of strategies and of the codes that numbering gives', () => {
  expect(allPlaces(economy().replace(/^- [SWOT]\d\. /gm, '- '))).toEqual(['swot-uncoded 8 Analisis SWOT']);
});

test.each([
  ['where one item has a code', '### Kekuatan\n\n- S1. Pasar\n- Gudang'],
  ['of a SWOT without items', '### Kekuatan\n\nDiuraikan di lampiran.'],
])('nothing is said %s', (_, body) => {
  expect(places(rule, economyWith(`## SWOT\n\n${body}`))).toEqual([]);
});
