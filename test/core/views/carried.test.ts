import { describe, expect, test } from 'vitest';
import { textOf } from '../../../src/core/text/range';
import { carriedIn } from '../../../src/core/views/carried';
import { bookOf } from '../workspace';
import { files, folder } from './small-book';

function carried(file: string, texts: Readonly<Record<string, string>> = files) {
  const book = bookOf(texts);
  const chapter = book.chapters.find(({ uri }) => uri === folder + file);
  if (chapter === undefined) throw new Error(`no chapter ${file}`);
  return carriedIn(book, chapter);
}

describe('how far codes are carried', () => {
  test('from items to strategies, from strategies to programmes, and to all that names a programme', () => {
    const { source } = bookOf(files).chapters[0] as { source: string };
    expect(carried('governance.md').map(({ range, text }) => `${textOf(source, range)} ${text.id}`)).toEqual([
      'S1 dijawab 2 strategi',
      'S2 belum dijawab strategi',
      'W1 dijawab 1 strategi',
      'O1 dijawab 1 strategi',
      'SO1 diwujudkan 1 program',
      'WO1 belum ada program',
      'GOV-P-01 dirujuk 3 kali',
      'GOV-P-02 belum dirujuk',
    ]);
  });

  test('in English', () => {
    expect(carried('governance.md').map(({ text }) => text.en)).toEqual([
      'answered by 2 strategies',
      'no strategy yet',
      'answered by 1 strategy',
      'answered by 1 strategy',
      'carried out by 1 programme',
      'no programme yet',
      'referred to 3 times',
      'not referred to',
    ]);
  });

  test('a strategy that names an item twice answers it once', () => {
    const twice = { ...files, 'governance.md': files['governance.md'].replace('(W1, S1)', '(W1) dan (W1)') };
    const weakness = carried('governance.md', twice)[2];
    expect([weakness?.text.id, weakness?.by.length]).toEqual(['dijawab 1 strategi', 2]);
  });

  test('with the places that carry them on', () => {
    const strength = carried('governance.md')[0];
    const source = files['governance.md'];
    expect(strength?.by.map(({ range }) => source.slice(range.start - 4, range.end))).toEqual(['an (S1', 'W1, S1']);
  });

  test('nothing in a chapter that defines no codes', () => {
    expect(carried('roadmap.md')).toEqual([]);
  });
});
