import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeChapter, readFrontmatter } from '../../../src/core/chapter/frontmatter';
import type { Finding } from '../../../src/core/language/finding';
import { defaultTemplate, presets } from '../../../src/core/template/presets/presets';
import { applyEdits } from '../../../src/core/text/edits';
import { expectLinear } from '../growth';

/** The block as the Markdown reader gives it: the `---` lines and what is between them. */
function blockOf(source: string) {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(source)?.[0] ?? '';
  const start = source.startsWith('\uFEFF') ? 1 : 0;
  const closing = source.indexOf('\n---', opening.length - 1) + 1;
  return { start, end: closing + 3, content: { start: opening.length, end: closing } };
}

const read = (source: string, template = defaultTemplate) => readFrontmatter(source, blockOf(source), template);
const chapter = (...lines: string[]) => `---\n${lines.join('\n')}\n---\n\n# Judul\n`;

/** A finding with the words it stands on. */
const told = (source: string, finding: Finding) => [
  source.slice(finding.range.start, finding.range.end),
  finding.message.id,
];
const findings = (source: string) => read(source).findings.map((finding) => told(source, finding));

/** The source after the first fix of its only finding. */
function mended(source: string, which = 0): string {
  const found = read(source).findings;
  expect(found).toHaveLength(1);
  const fix = found[0]?.fixes?.[which];
  if (fix === undefined) throw new Error('no fix');
  return applyEdits(
    source,
    fix.edits.flatMap((edit) => edit.edits),
  );
}

describe('looksLikeChapter', () => {
  it.each([
    '---\nchapter: vision\n---\n',
    '\uFEFF---\r\ntitle: x\r\nchapter: vision\r\n---\r\n',
    '---  \nchapter:\n---',
    '---\n"chapter": vision\n---\n',
    '---\ntitle: "x\nchapter: vision\n---\n',
  ])('takes %j for a chapter', (source) => {
    expect(looksLikeChapter(source)).toBe(true);
  });

  it.each([
    '',
    '# chapter: vision\n',
    '\n---\nchapter: vision\n---\n',
    '---\ntitle: x\n---\nchapter: vision\n',
    '---\n  chapter: vision\n---\n',
    '---\nchapters: vision\n---\n',
    '---\nchapter:vision\n---\n',
    '---\nchapter: vision\n',
    '----\nchapter: vision\n----\n',
  ])('leaves %j alone', (source) => {
    expect(looksLikeChapter(source)).toBe(false);
  });

  it('is cheap for a long text without a closing line', () => {
    expectLinear((size) => looksLikeChapter(`---\n${'a\n'.repeat(size)}`), 100_000);
  });
});

describe('readFrontmatter', () => {
  it('reads every key at its place', () => {
    const source = chapter(
      'chapter: dimension',
      'dimension: Smart Governance',
      'title: "Smart Governance"',
      'book: masterplan',
      'order: 3',
      'status: review',
      'owner: Dinas Kominfo',
      'contributors: [Bappeda, "Dinas Pangan, Pertanian"]',
      'updated: 2025-10-07',
      'lang: id',
    );
    const { findings: none, range, content, keys, contributors, ...values } = read(source);
    expect(none).toEqual([]);
    expect(source.slice(range.start, range.end)).toBe(source.slice(0, source.indexOf('\n\n')));
    expect(source.slice(content.start, content.end)).toBe(source.slice(4, source.indexOf('---\n\n')));
    expect(keys.map((key) => key.value)).toEqual([
      'chapter',
      'dimension',
      'title',
      'book',
      'order',
      'status',
      'owner',
      'contributors',
      'updated',
      'lang',
    ]);
    expect(keys.map((key) => source.slice(key.range.start, key.range.end))).toEqual(keys.map((key) => key.value));
    const placed = Object.entries(values).map(([key, value]) => [
      key,
      value?.value,
      source.slice(value?.range.start, value?.range.end),
    ]);
    expect(placed).toEqual([
      ['chapter', 'dimension', 'dimension'],
      ['dimension', 'Smart Governance', 'Smart Governance'],
      ['title', 'Smart Governance', '"Smart Governance"'],
      ['book', 'masterplan', 'masterplan'],
      ['order', 3, '3'],
      ['status', 'review', 'review'],
      ['owner', 'Dinas Kominfo', 'Dinas Kominfo'],
      ['updated', '2025-10-07', '2025-10-07'],
      ['lang', 'id', 'id'],
    ]);
    expect(contributors.map((name) => name.value)).toEqual(['Bappeda', 'Dinas Pangan, Pertanian']);
  });

  it('is the same with CRLF and a byte-order mark, one mark further', () => {
    const source = chapter('chapter: vision', 'contributors:', '  - BPBD', '  - PMI', 'order: 2');
    const moved = `\uFEFF${source.replaceAll('\n', '\r\n')}`;
    const other = read(moved);
    expect(other.findings).toEqual([]);
    expect(other.contributors.map((name) => moved.slice(name.range.start, name.range.end))).toEqual(['BPBD', 'PMI']);
    expect(other.order?.value).toBe(2);
    expect(moved.slice(other.chapter?.range.start, other.chapter?.range.end)).toBe('vision');
  });

  it('reads nothing where there is none', () => {
    expect(readFrontmatter('# Judul\n', undefined, defaultTemplate)).toEqual({
      range: { start: 0, end: 0 },
      content: { start: 0, end: 0 },
      keys: [],
      contributors: [],
      findings: [],
    });
  });

  it('takes a title of digits as it is written, and an empty value as none', () => {
    expect(read(chapter('chapter: vision', 'title: 2025', 'owner:', 'contributors:', 'order:'))).toMatchObject({
      title: { value: '2025' },
      contributors: [],
      findings: [],
    });
  });

  it.each([
    'governance',
    'Smart Governance',
    'smart-governance',
    'SMART  GOVERNANCE',
    'Tata Kelola Cerdas',
    'Smart Goverment',
    'ｓｍａｒｔ governance',
  ])('understands the dimension %s', (name) => {
    expect(findings(chapter('chapter: dimension', `dimension: ${name}`))).toEqual([]);
  });
});

describe('rule frontmatter-invalid', () => {
  it('names the nearest key for an unknown one, as a warning', () => {
    const source = chapter('chapter: vision', 'contributor: [Disdagkop UKM, DPMPTSP]');
    expect(findings(source)).toEqual([
      ['contributor', 'Kunci "contributor" tidak dikenal; mungkin maksudnya "contributors".'],
    ]);
    expect(read(source).findings[0]).toMatchObject({
      severity: 'warning',
      message: { en: 'The key "contributor" is not known; perhaps "contributors" is meant.' },
      fixes: [{ preferred: true }],
    });
    expect(mended(source)).toBe(source.replace('contributor:', 'contributors:'));
  });

  it('names no key where none is near, or where the near one is there', () => {
    expect(findings(chapter('chapter: vision', 'xyz: 1'))).toEqual([['xyz', 'Kunci "xyz" tidak dikenal di sini.']]);
    expect(findings(chapter('chapter: vision', 'title: a', 'titel: b'))).toEqual([
      ['titel', 'Kunci "titel" tidak dikenal di sini.'],
    ]);
  });

  it('points at the value that is none of the possible ones', () => {
    const source = chapter('chapter: vision', 'status: revisi');
    expect(findings(source)).toEqual([['revisi', '"status" berisi "draft", "review", atau "final", bukan "revisi".']]);
    expect(read(source).findings[0]?.severity).toBeUndefined();
    expect(mended(source)).toBe(source.replace('revisi', 'review'));
    expect(findings(chapter('chapter: vision', 'lang: indonesia'))[0]?.[0]).toBe('indonesia');
  });

  it.each([
    ['order: kelima', 'kelima', '"order" berisi angka, misalnya 5, bukan "kelima".'],
    ['order: [5]', '[5]', '"order" berisi angka, misalnya 5.'],
    ['title: [a]', '[a]', '"title" berisi teks.'],
    ['owner: {a: b}', '{a: b}', '"owner" berisi nama OPD.'],
    ['contributors: Bappeda', 'Bappeda', '"contributors" berisi daftar nama, misalnya [Bappeda, BPBD].'],
    ['contributors: [[a]]', '[a]', '"contributors" berisi daftar nama, misalnya [Bappeda, BPBD].'],
    ['updated: 2025-02-30', '2025-02-30', '"updated" berisi tanggal seperti 2025-10-07, bukan "2025-02-30".'],
    ['updated: kemarin', 'kemarin', '"updated" berisi tanggal seperti 2025-10-07, bukan "kemarin".'],
    ['book: buku-9', 'buku-9', 'Buku "buku-9" tidak ada di templat.'],
    ['book: masterplam', 'masterplam', 'Buku "masterplam" tidak ada di templat; mungkin maksudnya "masterplan".'],
    ['book: zzz', 'zzz', 'Buku "zzz" tidak ada di templat.'],
  ])('points at the value of %s', (line, words, message) => {
    expect(findings(chapter('chapter: vision', line))).toEqual([[words, message]]);
  });

  it.each([
    ['updated: 7 Oktober 2025', 'updated: 2025-10-07'],
    ['updated: 7/10/2025', 'updated: 2025-10-07'],
    ['updated: 2025/1/7', 'updated: 2025-01-07'],
    ['updated: 17 August 2025', 'updated: 2025-08-17'],
    ['order: "5"', 'order: 5'],
    ['contributors: Bappeda', 'contributors: [Bappeda]'],
  ])('mends %s', (line, right) => {
    const source = chapter('chapter: vision', line);
    expect(mended(source)).toBe(chapter('chapter: vision', right));
    expect(findings(mended(source))).toEqual([]);
  });

  it('reports a chapter kind that the template does not have', () => {
    expect(findings(chapter('chapter: vison'))).toEqual([
      ['vison', 'Jenis bab "vison" tidak ada di templat; mungkin maksudnya "vision".'],
    ]);
    expect(mended(chapter('chapter: Peta Jalan'))).toBe(chapter('chapter: roadmap'));
    expect(findings(chapter('chapter: zzzzz'))).toEqual([['zzzzz', 'Jenis bab "zzzzz" tidak ada di templat.']]);
    expect(findings(chapter('chapter:'))).toEqual([['chapter', '"chapter" berisi jenis bab, misalnya "dimension".']]);
  });

  it('reports a dimension that the set does not have', () => {
    const source = chapter('chapter: dimension', 'dimension: Smart Branding');
    expect(read(source, presets.giffinger).findings.map((finding) => told(source, finding))).toEqual([
      ['Smart Branding', 'Dimensi "Smart Branding" tidak ada di set dimensi masterplan ini.'],
    ]);
    expect(mended(chapter('chapter: dimension', 'dimension: govermance'))).toBe(
      chapter('chapter: dimension', 'dimension: governance'),
    );
    expect(mended(chapter('chapter: dimension', 'dimension: Smart Lifing'))).toBe(
      chapter('chapter: dimension', 'dimension: Smart Living'),
    );
  });

  it('reports a missing dimension at the value of chapter', () => {
    const source = chapter('chapter: dimension # bab', 'title: Smart Economy Daerah');
    expect(findings(source)).toEqual([
      ['dimension', 'Bab dimensi perlu kunci "dimension", misalnya "dimension: economy".'],
    ]);
    expect(read(source).findings[0]?.range.start).toBe(source.indexOf('dimension # bab'));
    expect(mended(source)).toBe(
      chapter('chapter: dimension # bab', 'dimension: economy', 'title: Smart Economy Daerah'),
    );
    expect(read(source).findings[0]?.fixes?.[0]?.preferred).toBe(true);
  });

  it('offers every dimension where neither title nor heading tells which', () => {
    const source = chapter('chapter: dimension', 'dimension:').replaceAll('\n', '\r\n');
    const fixes = read(source).findings[0]?.fixes ?? [];
    expect(fixes.map((fix) => fix.title.id)).toEqual(
      defaultTemplate.dimensions.map((dimension) => `Tambahkan "dimension: ${dimension.id}"`),
    );
    expect(fixes.some((fix) => fix.preferred)).toBe(false);
    expect(mended(source, 2)).toBe(source.replace('dimension:', 'dimension: economy'));
    const headed = chapter('chapter: dimension').replace('# Judul', '# 3.2 Smart Branding');
    expect(mended(headed)).toBe(headed.replace('chapter: dimension', 'chapter: dimension\ndimension: branding'));
    const flow = '---\n{chapter: dimension}\n---\n# Smart Living\n';
    expect(mended(flow)).toBe('---\n{chapter: dimension, dimension: living}\n---\n# Smart Living\n');
  });

  it('reports a key that stands there twice at the second place, and uses the first', () => {
    const source = chapter('chapter: vision', 'title: A', 'title: B');
    expect(read(source).title?.value).toBe('A');
    expect(findings(source)).toEqual([['title', 'Kunci "title" sudah ada di atas; yang dipakai hanya yang pertama.']]);
    expect(read(source).findings[0]?.range.start).toBe(source.lastIndexOf('title'));
    expect(read(source).findings[0]?.related?.[0]?.range.start).toBe(source.indexOf('title'));
  });

  it('reports only the fault where the text is not YAML, and uses what can be read', () => {
    const source = chapter('chapter: vision', 'title: Visi: Misi', 'status: revisi', 'owner: Bappeda');
    expect(findings(source)).toEqual([['Visi: Misi', 'Nilai yang memuat titik dua perlu diapit tanda kutip.']]);
    expect(read(source)).toMatchObject({ chapter: { value: 'vision' }, owner: { value: 'Bappeda' } });
  });

  it('reports frontmatter that is no list of keys', () => {
    expect(findings('---\n- chapter\n---\n')).toEqual([
      ['- chapter', 'Bagian atas bab berisi baris "kunci: nilai", misalnya "chapter: vision".'],
    ]);
  });
});

describe('any frontmatter', () => {
  it('is read without an error, with every range in the text and every fix applicable', () => {
    const key = fc.constantFrom(
      'chapter',
      'dimension',
      'title',
      'order',
      'status',
      'contributors',
      'updated',
      'lang',
      'book',
      'owner',
      'titel',
    );
    const value = fc.oneof(
      fc.constantFrom(
        'dimension',
        'vision',
        'governance',
        '[a, b]',
        '{a: b}',
        '"x',
        '5',
        '',
        '\n  - a',
        'a: b',
        '- x',
        '*x',
        '2025-01-01',
      ),
      fc.string(),
    );
    const source = fc
      .array(fc.tuple(key, value), { maxLength: 6 })
      .map((lines) => chapter(...lines.map(([name, text]) => `${name}: ${text}`)));
    fc.assert(
      fc.property(source, (text) => {
        const end = text.lastIndexOf('\n---\n');
        const block = { start: 0, end: end + 4, content: { start: 4, end: end + 1 } };
        for (const finding of readFrontmatter(text, block, defaultTemplate).findings) {
          expect(finding.range.start).toBeLessThanOrEqual(finding.range.end);
          expect(finding.range.end).toBeLessThanOrEqual(block.end);
          for (const fix of finding.fixes ?? [])
            applyEdits(
              text,
              fix.edits.flatMap((edit) => edit.edits),
            );
        }
      }),
      { numRuns: 500 },
    );
  });
});
