import { describe, expect, it } from 'vitest';
import { paletteFor } from '../../src/cli/colours';
import { writeJson } from '../../src/cli/formats/json';
import { type TextLook, writeProblems, writeSummary } from '../../src/cli/formats/text';
import { fault, note, writeNotices } from '../../src/cli/notice';
import { type CheckedFile, placeOfRange, type Report } from '../../src/cli/report';
import type { Severity } from '../../src/core/language/finding';
import type { Language } from '../../src/core/language/language';
import { LineIndex } from '../../src/core/text/lines';

const source = '---\r\nchapter: dimension\r\nstatus: revisi\r\n---\r\n# Smart City\r\n';

interface Say {
  readonly words: string;
  readonly severity?: Severity;
  readonly message?: string;
  readonly rule?: string;
  readonly related?: string;
}

function file(path: string, says: readonly Say[], type: CheckedFile['type'] = 'chapter'): CheckedFile {
  const lines = new LineIndex(source);
  const placeOf = (words: string) =>
    placeOfRange(lines, { start: source.indexOf(words), end: source.indexOf(words) + words.length });
  return {
    path,
    type,
    lines: new Map(source.split('\r\n').map((line, at) => [at + 1, line])),
    problems: says.map(({ words, severity = 'error', message = 'Pesan.', rule = 'missing-section', related }) => ({
      rule,
      severity,
      place: placeOf(words),
      message,
      ...(related === undefined
        ? {}
        : { related: [{ message: 'Yang pertama.', at: { path: '/buku/b.md', place: placeOf(related) } }] }),
    })),
  };
}

function report(files: readonly CheckedFile[], language: Language = 'id', notices: Report['notices'] = []): Report {
  return { folder: '/buku', language, books: 1, files, notices };
}

const look: TextLook = {
  palette: paletteFor({ isTerminal: false, write: () => {} }, {}),
  folder: '/',
  columns: 80,
  wraps: false,
};

describe('writeProblems', () => {
  it('groups by file, and shows the words that are meant', () => {
    const files = [
      file('/buku/a.md', [
        { words: 'revisi', message: 'Status "revisi" tidak dikenal.', rule: 'frontmatter-invalid' },
        { words: '# Smart City', severity: 'warning', related: 'chapter', message: 'Dua\nkali.' },
      ]),
      file('/buku/b.md', []),
    ];
    expect(writeProblems(report(files), look)).toBe(`buku/a.md

  3:9  kesalahan   Status "revisi" tidak dikenal.  (frontmatter-invalid)
       status: revisi
               ^^^^^^
  5:1  peringatan  Dua kali.  (missing-section)
       # Smart City
       ^^^^^^^^^^^^
       lihat: buku/b.md:2:1  Yang pertama.

`);
  });

  it('breaks sentences where a person reads along, and only there', () => {
    const message = 'Satu kalimat yang cukup panjang sehingga tidak muat dalam satu baris layar yang sempit.';
    const files = [file('/buku/a.md', [{ words: 'revisi', message }])];
    expect(writeProblems(report(files), { ...look, columns: 60, wraps: true })).toBe(`buku/a.md

  3:9  kesalahan  Satu kalimat yang cukup panjang sehingga
                  tidak muat dalam satu baris layar yang
                  sempit.  (missing-section)
       status: revisi
               ^^^^^^

`);
    expect(writeProblems(report(files), { ...look, columns: 60 })).toContain(
      `kesalahan  ${message}  (missing-section)\n`,
    );
  });

  it('colours what it has to', () => {
    const palette = paletteFor({ isTerminal: true, write: () => {} }, {});
    const text = writeProblems(report([file('/buku/a.md', [{ words: 'revisi' }])]), { ...look, palette });
    expect(text).toContain('\u001b[31mkesalahan\u001b[39m  Pesan.  \u001b[2m(missing-section)\u001b[22m\n');
    expect(text).toContain('\u001b[31m        ^^^^^^\u001b[39m\n');
  });

  it('is empty where nothing is wrong', () => {
    expect(writeProblems(report([file('/buku/a.md', [])]), look)).toBe('');
  });
});

describe('writeSummary', () => {
  const of = (files: readonly CheckedFile[], language: Language = 'id', notices: Report['notices'] = []) =>
    writeSummary(report(files, language, notices), look);
  const some = [
    file('/buku/masterplan.yaml', [{ words: 'status', severity: 'warning' }], 'manifest'),
    file('/buku/a.md', [{ words: 'revisi' }, { words: 'status' }, { words: 'status', severity: 'info' }]),
    file('/buku/b.md', []),
  ];

  it('counts by severity, and says where', () => {
    expect(of(some)).toBe('2 kesalahan, 1 peringatan, 1 informasi dalam 1 dari 2 bab dan manifes.\n');
    expect(of(some, 'en')).toBe('2 errors, 1 warning, 1 info in 1 of 2 chapters and the manifest.\n');
    expect(of(some.slice(1, 2))).toBe('2 kesalahan, 1 informasi dalam 1 bab.\n');
    expect(of(some.slice(0, 1), 'en')).toBe('1 warning in the manifest.\n');
  });

  it('is glad about a clean book', () => {
    expect(of([some[2] as CheckedFile])).toBe('✓ 1 bab diperiksa, tidak ada masalah. Selamat!\n');
    const many = Array.from({ length: 1200 }, (_, at) => file(`/buku/${at}.md`, []));
    expect(of(many, 'en')).toBe('✓ 1,200 chapters checked, no problems. Well done!\n');
    expect(of(many)).toBe('✓ 1.200 bab diperiksa, tidak ada masalah. Selamat!\n');
  });

  it('is not glad where something could not be checked', () => {
    const gone = fault({ id: 'x', en: 'x' }, '/buku/c.md');
    expect(of([some[2] as CheckedFile], 'id', [gone])).toBe('Tidak ada masalah dalam 1 bab yang dapat diperiksa.\n');
  });
});

describe('writeJson', () => {
  it('has the shape of version 1', () => {
    const files = [
      file('/buku/dalam/a.md', [{ words: 'revisi', message: 'Kutip "ini"', rule: 'frontmatter-invalid' }]),
      file('/buku/b.md', [{ words: 'revisi\r\n---', severity: 'hint', related: 'chapter' }]),
    ];
    const notices = [fault({ id: 'tak terbaca', en: 'unreadable' }, '/buku/c.md'), note({ id: 'catatan', en: 'note' })];
    expect(JSON.parse(writeJson(report(files, 'en', notices)))).toEqual({
      version: 1,
      problems: [
        {
          file: 'dalam/a.md',
          line: 3,
          column: 9,
          endLine: 3,
          endColumn: 15,
          rule: 'frontmatter-invalid',
          severity: 'error',
          message: 'Kutip "ini"',
        },
        {
          file: 'b.md',
          line: 3,
          column: 9,
          endLine: 4,
          endColumn: 4,
          rule: 'missing-section',
          severity: 'hint',
          message: 'Pesan.',
        },
      ],
      summary: {
        books: 1,
        chapters: 2,
        chaptersWithProblems: 2,
        errors: 1,
        warnings: 0,
        infos: 0,
        hints: 1,
        notChecked: [{ file: 'c.md', message: 'unreadable' }],
      },
    });
  });
});

describe('writeNotices', () => {
  it('says each once, the path as seen from here', () => {
    const gone = fault({ id: 'tidak ada.', en: 'not there.' }, '/buku/c\u001b.md');
    const more = note({ id: 'catatan.', en: 'a note.' });
    expect(writeNotices([gone, more, gone], 'id', '/buku', look.palette)).toBe('! c·.md: tidak ada.\ni catatan.\n');
    expect(writeNotices([], 'id', '/buku', look.palette)).toBe('');
  });
});
