import { describe, expect, test } from 'vitest';
import { codeAt } from '../../../src/core/book/codes';
import type { Language } from '../../../src/core/language/language';
import { codeCard } from '../../../src/core/views/code-card';
import { bookOf } from '../workspace';
import { files, folder } from './small-book';

/** The card of the code in which `at` stands with a `|` at the pointer; lines, and who names it as `file:line label`. */
function card(file: keyof typeof files, at: string, language: Language = 'id') {
  const book = bookOf(files);
  const offset = files[file].indexOf(at.replace('^', '')) + at.indexOf('^');
  const place = codeAt(book, folder + file, offset);
  const found = place && codeCard(book, place, language);
  if (found === undefined) return undefined;
  const { code, kind, text, fields, namedBy } = found;
  return {
    head: `${code} ${kind}: ${text}`,
    fields: fields.map((field) => `${field.title}: ${field.text}`),
    namedBy: namedBy.map(({ uri, range, label }) => {
      const chapter = book.chapters.find((candidate) => candidate.uri === uri);
      const line = (chapter?.lines.positionAt(range.start).line ?? -1) + 1;
      return `${uri.slice(folder.length)}:${line} ${label}`;
    }),
  };
}

describe('the card of a code', () => {
  test('of a SWOT item tells its quadrant, its words and who answers it', () => {
    expect(card('governance.md', '- S^1. Data')).toEqual({
      head: 'S1 Kekuatan Smart Governance: Data satu pintu',
      fields: [],
      namedBy: [
        'governance.md:27 SO1 Memperluas layanan (S1, O1)',
        'governance.md:28 WO1 Mendekatkan loket (W1, S1)',
        'summary.md:7 Ringkasan',
      ],
    });
  });

  test('is the same where the code is named, with a dimension before it too', () => {
    expect(card('governance.md', '(^S1, O1)')).toEqual(card('governance.md', '- S^1. Data'));
    expect(card('summary.md', 'governance:S1^)')).toEqual(card('governance.md', '- S^1. Data'));
  });

  test('of a strategy, in English', () => {
    expect(card('governance.md', '- SO^1. Memperluas', 'en')).toEqual({
      head: 'SO1 Strategy, Smart Governance: Memperluas layanan (S1, O1)',
      fields: [],
      namedBy: ['governance.md:34 GOV-P-01 Gerai desa'],
    });
  });

  test('of a programme has its fields from all places, and roadmap and summary name it', () => {
    expect(card('roadmap.md', 'GOV-P-^01')).toEqual({
      head: 'GOV-P-01 Program Jangka Pendek Smart Governance: Gerai desa',
      fields: ['OPD: Diskominfo', 'Tahun: 2025', 'Indikator: Jumlah desa'],
      namedBy: ['roadmap.md:9 Peta Jalan', 'summary.md:7 Ringkasan', 'summary.md:11 Ringkasan'],
    });
  });

  describe('that two things have', () => {
    const twice = {
      ...files,
      'governance.md': files['governance.md']
        .replace('- S2. Jaringan', '- S1. Jaringan')
        .replace('| GOV-P-02 | Peta data', '| GOV-P-01 | Peta data'),
    };
    const told = (file: keyof typeof files, at: string) => {
      const book = bookOf(twice);
      const place = codeAt(book, folder + file, twice[file].indexOf(at.replace('^', '')) + at.indexOf('^'));
      const found = place && codeCard(book, place, 'id');
      return found && [found.text, found.fields.map(({ text }) => text).join('; '), ...found.others];
    };

    test('is about the one at the place, and names the other', () => {
      expect(told('governance.md', '| GOV-P-01^ | Gerai desa | Lay')).toEqual([
        'Gerai desa',
        'Diskominfo; 2025; Jumlah desa',
        'Peta data',
      ]);
      expect(told('governance.md', '| GOV-P-01^ | Peta')).toEqual([
        'Peta data',
        'Bappeda, Dinas Lain; 2025; Jumlah peta',
        'Gerai desa',
      ]);
      expect(told('governance.md', '- S1^. Jaringan')).toEqual(['Jaringan luas', '', 'Data satu pintu']);
    });

    test('is about the first where it is only named', () => {
      expect(told('roadmap.md', '| GOV-P-01^')).toEqual(told('governance.md', '| GOV-P-01^ | Gerai desa | Lay'));
      expect(told('governance.md', '(^S1, O1)')).toEqual(['Data satu pintu', '', 'Jaringan luas']);
    });
  });

  test('is not there for a code that nothing has, and where there is no code', () => {
    expect(card('roadmap.md', 'GOV-P-^09')).toBeUndefined();
    expect(card('governance.md', 'Data sa^tu')).toBeUndefined();
  });
});
