import { expect, test } from 'vitest';
import { bookSymbols, matchesQuery } from '../../../src/core/views/book-symbols';
import { bookOf } from '../workspace';
import { files, folder } from './small-book';

const book = bookOf({
  ...files,
  'governance.md': files['governance.md'].replace(
    '| GOV-P-01 | Gerai desa | Cepat |',
    '| GOV-QW-01 | Gerai desa | Cepat |',
  ),
});

test('everything with a name in a masterplan, programmes once for each of their codes', () => {
  expect(
    bookSymbols(book).map(({ kind, code, text, uri, place, dimension }) => {
      const source = book.chapters.find((chapter) => chapter.uri === uri)?.source ?? '';
      const at = source.slice(place.start, place.end);
      return `${kind} ${code} "${text}" ${dimension} ${uri.slice(folder.length)} @ ${at}`;
    }),
  ).toEqual([
    'swot-item S1 "Data satu pintu" governance governance.md @ S1',
    'swot-item S2 "Jaringan luas" governance governance.md @ S2',
    'swot-item W1 "Loket jauh" governance governance.md @ W1',
    'swot-item O1 "Identitas digital" governance governance.md @ O1',
    'strategy SO1 "Memperluas layanan (S1, O1)" governance governance.md @ SO1',
    'strategy WO1 "Mendekatkan loket (W1, S1)" governance governance.md @ WO1',
    'quick-win GOV-P-01 "Gerai desa" governance governance.md @ GOV-P-01',
    'quick-win GOV-QW-01 "Gerai desa" governance governance.md @ GOV-QW-01',
    'programme GOV-P-02 "Peta data" governance governance.md @ GOV-P-02',
  ]);
});

test('what has no code stands at its words', () => {
  const source = '---\nchapter: dimension\ndimension: economy\n---\n# Ekonomi\n\n## Strategi\n\n- Kopi dikenal\n';
  const [strategy] = bookSymbols(bookOf({ 'a.md': source }));
  expect(strategy && source.slice(strategy.place.start, strategy.place.end)).toBe('Kopi dikenal');
  expect(strategy).not.toHaveProperty('code');
});

test('letters are looked for in their order', () => {
  const found = (query: string) =>
    bookSymbols(book)
      .filter((symbol) => matchesQuery(symbol, query))
      .map(({ code }) => code);
  expect(found('gov02')).toEqual(['GOV-P-02']);
  expect(found('jar luas')).toEqual(['S2']);
  expect(found('zzz')).toEqual([]);
  expect(found('')).toHaveLength(9);
});
