/** Words that a template left behind. */

import { describe, expect, test } from 'vitest';
import { allPlaces, asWindows, chapter, economyWith, found, places } from './found';

const rule = 'placeholder';

describe('a placeholder is reported at its words', () => {
  test('in prose, headings, items, quotes and longer cells', () => {
    const body = `Masterplan Kabupaten X ini, todo.

## Profil Kota XYZ

- Luas {{luas wilayah}} hektare
  1. Penduduk akan diisi kemudian

> Lorem  ipsum dolor.

| Uraian | Nilai |
|---|---|
| Kabupaten/Kota X | belum diisi oleh OPD |`;
    expect(found(rule, chapter('closing', 'Penutup', body))).toEqual([
      [
        '7 Kabupaten X',
        'Teks contoh "Kabupaten X" belum diganti dengan isinya.',
        'The placeholder "Kabupaten X" is still to be replaced.',
      ],
      ['7 todo', 'Teks contoh "todo" belum diganti dengan isinya.', 'The placeholder "todo" is still to be replaced.'],
      [
        '9 Kota XYZ',
        'Teks contoh "Kota XYZ" belum diganti dengan isinya.',
        'The placeholder "Kota XYZ" is still to be replaced.',
      ],
      [
        '11 {{luas wilayah}}',
        'Teks contoh "{{luas wilayah}}" belum diganti dengan isinya.',
        'The placeholder "{{luas wilayah}}" is still to be replaced.',
      ],
      [
        '12 akan diisi',
        'Teks contoh "akan diisi" belum diganti dengan isinya.',
        'The placeholder "akan diisi" is still to be replaced.',
      ],
      [
        '14 Lorem  ipsum',
        'Teks contoh "Lorem ipsum" belum diganti dengan isinya.',
        'The placeholder "Lorem ipsum" is still to be replaced.',
      ],
      [
        '18 Kabupaten/Kota X',
        'Teks contoh "Kabupaten/Kota X" belum diganti dengan isinya.',
        'The placeholder "Kabupaten/Kota X" is still to be replaced.',
      ],
      [
        '18 belum diisi',
        'Teks contoh "belum diisi" belum diganti dengan isinya.',
        'The placeholder "belum diisi" is still to be replaced.',
      ],
    ]);
    expect(places(rule, asWindows(chapter('closing', 'Penutup', body)))).toHaveLength(8);
  });

  test('in the title, and beside words of its own in a field', () => {
    const body = '## Quick Win\n\n### Pasar\n\n- OPD: Dinas X\n- Manfaat: [isi di sini]\n- Risiko: sinyal, TBD';
    expect(places(rule, economyWith(body).replace('# Smart Economy', '# Smart Economy Kota X'))).toEqual([
      '6 Kota X',
      '13 [isi di sini]',
      '14 TBD',
    ]);
  });

  test('that a manifest does not know of: only those of the vocabulary', () => {
    expect(places(rule, chapter('closing', 'Penutup', 'XXX, ???, diisi, Kabupaten Y.'))).toEqual([]);
  });
});

describe('nothing is said', () => {
  test.each([
    ['code', '`TODO`\n\n```\nTODO\n```\n\n    TODO'],
    ['a comment', '<!-- TODO -->\n\nIsi. <!-- akan diisi -->'],
    ['an address', '[panduan](TODO.md) dan <https://contoh.go.id/TODO>'],
    ['longer words', 'TODOS, Kota Xanadu, masakan diisi, Kabupaten XY'],
    ['an empty cell', '| A | B |\n|---|---|\n| TBD | … |\n| tbd | ... |'],
  ])('of %s', (_, body) => {
    expect(places(rule, chapter('closing', 'Penutup', body))).toEqual([]);
  });

  test('of an empty field', () => {
    expect(places(rule, economyWith('## Quick Win\n\n### Pasar\n\n- OPD: TBD\n- Manfaat: untung'))).toEqual([]);
  });

  test('where it is what makes its section empty: that is said once', () => {
    const body =
      '## Visi\n\n[isi di sini]\n\n## Misi\n\n- TODO\n\n## Sasaran\n\nIsi.\n\n## Keselarasan dengan RPJMD\n\nIsi.';
    expect(allPlaces(chapter('vision', 'Visi dan Misi', body))).toEqual([
      'empty-section 7 Visi',
      'placeholder 13 TODO',
    ]);
  });

  test('but in a section that nobody requires it is said', () => {
    const body = '## Latar Belakang\n\n[isi di sini]\n\n## Dasar Hukum\n\n- UU';
    expect(allPlaces(chapter('introduction', 'Pendahuluan', body))).toEqual(['placeholder 9 [isi di sini]']);
  });
});

test('with the escapes that converters write', () => {
  const body = String.raw`-   Visi: \[isi di sini\]
-   Misi: \[\...\] dan \[...\]
-   Luas \{\{luas\}\}`;
  expect(places(rule, chapter('closing', 'Penutup', body))).toEqual([
    String.raw`7 \[isi di sini\]`,
    String.raw`8 \[\...\]`,
    String.raw`8 \[...\]`,
    String.raw`9 \{\{luas\}\}`,
  ]);
});
