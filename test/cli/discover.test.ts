import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { discover, manifestAbove } from '../../src/cli/discover';
import { pathFrom } from '../../src/cli/paths';
import { folderWith } from './screen';

/** What was found, paths relative to the folder. */
function found(folder: string) {
  const { books, loose, notices } = discover(folder);
  const short = (path: string) => pathFrom(folder, path);
  return {
    books: books.map((book) => [short(book.manifest), ...book.files.map(short)]),
    loose: loose.map(short),
    notices: notices.map(({ level, path, message }) => `${level} ${path && short(path)}: ${message.en}`),
  };
}

describe('discover', () => {
  it('gives each file to the nearest manifest above it', () => {
    const folder = folderWith({
      'catatan.md': '',
      'a/masterplan.yaml': '',
      'a/02.md': '',
      'a/01.MD': '',
      'a/dalam/masterplan.yml': '',
      'a/dalam/x.markdown': '',
      'a/lain/y.masterplan.md': '',
      'a/gambar.png': '',
      'b/z.md': '',
    });
    expect(found(folder)).toEqual({
      books: [
        ['a/masterplan.yaml', 'a/01.MD', 'a/02.md', 'a/lain/y.masterplan.md'],
        ['a/dalam/masterplan.yml', 'a/dalam/x.markdown'],
      ],
      loose: ['b/z.md', 'catatan.md'],
      notices: [],
    });
  });

  it('skips dot-folders and node_modules, and is not taken in by a folder named like a file', () => {
    const folder = folderWith({
      'masterplan.yaml': '',
      '.git/a.md': '',
      'node_modules/x/a.md': '',
      '03-bab.md/a.md': '',
      'buku/masterplan.yaml/b.md': '',
    });
    expect(found(folder).books).toEqual([['masterplan.yaml', '03-bab.md/a.md', 'buku/masterplan.yaml/b.md']]);
  });

  it('takes masterplan.yaml of two manifests, and says so', () => {
    const folder = folderWith({ 'masterplan.yaml': '', 'masterplan.yml': '', 'a.md': '' });
    expect(found(folder)).toEqual({
      books: [['masterplan.yaml', 'a.md']],
      loose: [],
      notices: ['note masterplan.yml: is left aside, for masterplan.yaml stands in the same folder.'],
    });
  });

  // Other systems keep no such names.
  it.skipIf(process.platform !== 'linux')('says which names are no UTF-8, and counts what they hide', () => {
    const folder = folderWith({ 'masterplan.yaml': '', 'a/masterplan.yaml': '', 'b\uFFFD.md': '' });
    const odd = (path: string) => Buffer.from(`${folder}/${path}`, 'latin1');
    writeFileSync(odd('02-caf\xe9.md'), '');
    writeFileSync(odd('caf\xe9.png'), '');
    mkdirSync(odd('.caf\xe9'));
    mkdirSync(odd('a/caf\xe9'));
    const message = 'its name is no UTF-8, so it cannot be read; rename it.';
    expect(found(folder)).toEqual({
      books: [['masterplan.yaml', 'b\uFFFD.md'], ['a/masterplan.yaml']],
      loose: [],
      notices: [`fault 02-caf\uFFFD.md: ${message}`, `fault a/caf\uFFFD: ${message}`],
    });
    expect(discover(folder).books.map(({ unread }) => unread)).toEqual([1, Number.POSITIVE_INFINITY]);
  });

  it('never runs in circles after links', () => {
    const folder = folderWith({ 'masterplan.yaml': '', 'buku/a.md': '' });
    symlinkSync('..', join(folder, 'buku', 'atas'));
    symlinkSync('/', join(folder, 'buku', 'akar'));
    symlinkSync('buku', join(folder, 'kembar'));
    symlinkSync('buku/a.md', join(folder, 'a-kembar.md'));
    symlinkSync('putar', join(folder, 'putar'));
    symlinkSync('putar.md', join(folder, 'putar.md'));
    symlinkSync('tidak-ada.md', join(folder, 'hilang.md'));
    symlinkSync('tidak-ada.md', join(folder, '.#a.md'));
    expect(found(folder)).toEqual({
      books: [['masterplan.yaml', 'buku/a.md']],
      loose: [],
      notices: [
        'fault hilang.md: this link leads to a file that is not there.',
        'fault putar.md: this link leads back to itself.',
      ],
    });
  });

  it('follows a link to what is found in no other way, once', () => {
    const folder = folderWith({ 'buku/masterplan.yaml': '', 'luar/b/c.md': '', 'luar/d.md': '', 'luar/m.yaml': '' });
    symlinkSync('../luar/b', join(folder, 'buku', 'bagian'));
    symlinkSync('../luar/b', join(folder, 'buku', 'bagian-lagi'));
    symlinkSync('../luar/d.md', join(folder, 'buku', 'd.md'));
    symlinkSync('../luar/d.md', join(folder, 'buku', 'e.md'));
    mkdirSync(join(folder, 'buku', 'dalam'));
    symlinkSync('../../luar/m.yaml', join(folder, 'buku', 'dalam', 'masterplan.yaml'));
    expect(found(join(folder, 'buku')).books).toEqual([
      ['masterplan.yaml', 'bagian/c.md', 'd.md'],
      ['dalam/masterplan.yaml'],
    ]);
  });
});

describe('manifestAbove', () => {
  it('is the nearest one, masterplan.yaml first', () => {
    const folder = folderWith({
      'masterplan.yml': '',
      'a/masterplan.yml': '',
      'a/masterplan.yaml': '',
      'b/c/d.md': '',
    });
    mkdirSync(join(folder, 'b', 'masterplan.yaml'));
    expect(manifestAbove(join(folder, 'a'))).toBe(join(folder, 'a', 'masterplan.yaml'));
    expect(manifestAbove(join(folder, 'b', 'c'))).toBe(join(folder, 'masterplan.yml'));
  });
});
