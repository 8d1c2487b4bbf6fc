/** Links and images that lead nowhere. */

import { describe, expect, test } from 'vitest';
import { checkBook } from '../../../src/core/rules/check';
import { fixesOf } from '../../../src/core/rules/problem';
import { bookOf } from '../workspace';
import { asWindows, chapter, found, places } from './found';

const rule = 'broken-link';
const vision = chapter(
  'vision',
  'Visi dan Misi',
  '## 2.1 Visi Kota\n\n## Misi {#misi-kota}\n\n## Sasaran\n\n## Sasaran',
);

/** A chapter in its own folder beside the folder of the vision. */
function book(body: string): Record<string, string> {
  return { 'buku 2/penutup.md': chapter('closing', 'Penutup', body), 'buku-1/visi.md': vision };
}

describe('a link is reported at its address', () => {
  test('where the file is not there', () => {
    const body =
      'Lihat [visi](../buku-1/vsi.md "judul").\n\n![Alur](gambar/alur.png)\n\n[lain]: <lain satu.md>\n\nLihat [lain].';
    expect(found(rule, book(body))).toEqual([
      [
        'buku 2/penutup.md:7 ../buku-1/vsi.md',
        'Berkas "../buku-1/vsi.md" tidak ditemukan.',
        'There is no file "../buku-1/vsi.md".',
      ],
      [
        'buku 2/penutup.md:9 gambar/alur.png',
        'Berkas "gambar/alur.png" tidak ditemukan.',
        'There is no file "gambar/alur.png".',
      ],
      [
        'buku 2/penutup.md:11 lain satu.md',
        'Berkas "lain satu.md" tidak ditemukan.',
        'There is no file "lain satu.md".',
      ],
    ]);
    expect(places(rule, { 'a.md': asWindows(chapter('closing', 'Penutup', body)) })).toHaveLength(3);
  });

  test('where the heading is not there', () => {
    expect(found(rule, book('Lihat [visi](../buku-1/visi.md#visi) dan [ini](#penutupan).'))).toEqual([
      [
        'buku 2/penutup.md:7 ../buku-1/visi.md#visi',
        'Judul "#visi" tidak ada di "../buku-1/visi.md".',
        'There is no heading "#visi" in "../buku-1/visi.md".',
      ],
      [
        'buku 2/penutup.md:7 #penutupan',
        'Judul "#penutupan" tidak ada di bab ini.',
        'There is no heading "#penutupan" in this chapter.',
      ],
    ]);
  });
});

describe('nothing is said', () => {
  test.each([
    '[visi](../buku-1/visi.md)',
    '[visi](../buku-1/visi.md#21-visi-kota)',
    '[misi](../buku-1/visi.md#misi-kota)',
    '[sasaran kedua](../buku-1/visi.md#sasaran-1)',
    '[awal](#penutup)',
    '[bab](penutup.md) [bab](./penutup.md) [bab](../buku%202/penutup.md)',
    '[situs](https://contoh.go.id/a.md) [surel](mailto:a@contoh.go.id) [akar](/a.md) [kosong]()',
    '`[kode](tidak-ada.md)`',
    '[judul] dan [^1]',
  ])('of %s', (body) => {
    expect(places(rule, book(body))).toEqual([]);
  });

  test.each(['<span id="_Ref9"></span>', '<a id="x" name="_Ref9">', '[]{#_Ref9 .anchor}', '[Tabel]{#_Ref9}'])(
    'of a link to %s in a paragraph',
    (mark) => {
      expect(places(rule, book(`Lihat [Tabel 1.1](#_Ref9).\n\n${mark}Tabel 1.1`))).toEqual([]);
      expect(places(rule, book(`Lihat [Tabel 1.1](#_Ref).\n\n${mark}Tabel 1.1`))).toEqual([
        'buku 2/penutup.md:7 #_Ref',
      ]);
    },
  );

  test('of a file that is there and is no chapter', () => {
    expect(places(rule, { ...book('![Alur](gambar/alur.png)'), 'buku 2/gambar/alur.png': '' })).toEqual([]);
  });

  test('of files that no host has looked up', () => {
    const { files, ...unknown } = bookOf(book('![Alur](gambar/alur.png) [a](#a)'));
    expect(files?.size).toBe(1);
    const problems = [...checkBook(unknown).values()].flat().filter((problem) => problem.rule === rule);
    expect(problems.map(({ message }) => message)).toEqual(['Judul "#a" tidak ada di bab ini.']);
  });
});

/** The addresses that are offered in place of those that lead nowhere. */
function offered(files: Readonly<Record<string, string>>): string[] {
  const broken = bookOf(files);
  return [...checkBook(broken).values()]
    .flat()
    .filter((problem) => problem.rule === rule)
    .flatMap((problem) => fixesOf(problem, broken).flatMap(({ edits }) => edits.flatMap((file) => file.edits)))
    .map(({ text }) => text);
}

describe('the nearest address is offered', () => {
  test.each(['a, b & c+d.md', '100% visi.md', 'visi #1?.md'])('in the file "%s"', (name) => {
    const address = `../buku-1/${encodeURIComponent(name)}`;
    const files = {
      'buku 2/penutup.md': chapter('closing', 'Penutup', `[a](${address}#sasarn) [b](${address}#21)`),
      [`buku-1/${name}`]: vision,
    };
    expect(offered(files)).toEqual([`${address}#sasaran`, `${address}#21-visi-kota`]);
  });

  test('in a folder whose name holds a comma', () => {
    const files = {
      'buku 2/penutup.md': chapter('closing', 'Penutup', '[a](<../visi, misi/vsi.md#misi-kota>)'),
      'visi, misi/visi.md': vision,
    };
    expect(offered(files)).toEqual(['../visi, misi/visi.md#misi-kota']);
  });
});
