/** Sections and chapters are put in another order by hand: nothing is lost, numbers follow, and the way back is the same. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chapter } from '../../../src/core/chapter/chapter';
import { arrangeBy, changeLevel, sectionOfHeadingAt } from '../../../src/core/edits/arrange-sections';
import { arrangeChapterBy, setStatus } from '../../../src/core/edits/chapter-keys';
import { applyEdits } from '../../../src/core/text/edits';
import { effort } from '../../effort';
import { bookOf, chapterOf } from '../workspace';

const folder = 'memory:/book/';
const head = '---\nchapter: closing\n---\n';

type Arrangement = 'up' | 'down' | 'higher' | 'lower';

/** Does something to the section with this heading; nothing where that is refused. */
function done(source: string, heading: string, what: Arrangement): string | undefined {
  return doneIn({ 'a.md': source }, heading, what)?.['a.md'];
}

/** The same in the first of several chapters: the texts of those that change. */
function doneIn(
  files: Readonly<Record<string, string>>,
  heading: string,
  what: Arrangement,
): Record<string, string> | undefined {
  const book = bookOf(files);
  const [chapter] = book.chapters;
  const section = chapter && sectionOfHeadingAt(chapter, chapter.source.indexOf(heading));
  if (section === undefined) throw new Error(`There is no heading "${heading}"`);
  const edits =
    what === 'up' || what === 'down'
      ? arrangeBy(book, chapter as Chapter, section, what === 'up' ? -1 : 1)
      : changeLevel(book, chapter as Chapter, section, what);
  return (
    edits &&
    Object.fromEntries(
      edits.map(({ uri, edits: ofFile }) => {
        const path = uri.slice(folder.length);
        return [path, applyEdits(files[path] as string, ofFile)];
      }),
    )
  );
}

describe('a section', () => {
  const source = `${head}# Penutup\n\n## 1.1 Satu\n\nteks satu\n\n### 1.1.1 Dalam\n\n\n## 1.2 Dua\nteks dua\n## 1.3 Tiga`;

  test('moves with all below it, while numbers and blank lines stay', () => {
    expect(done(source, '## 1.2', 'up')).toBe(
      `${head}# Penutup\n\n## 1.1 Dua\nteks dua\n\n\n## 1.2 Satu\n\nteks satu\n\n### 1.2.1 Dalam\n## 1.3 Tiga`,
    );
    expect(done(source, '## 1.2', 'down')).toBe(
      `${head}# Penutup\n\n## 1.1 Satu\n\nteks satu\n\n### 1.1.1 Dalam\n\n\n## 1.2 Tiga\n## 1.3 Dua\nteks dua`,
    );
    expect(done(source, '## 1.1', 'up')).toBeUndefined();
    expect(done(source, '## 1.3', 'down')).toBeUndefined();
    expect(done(source, '# Penutup', 'down')).toBeUndefined();
  });

  test('goes below the one before it, and those that follow count on', () => {
    expect(done(source, '## 1.2', 'lower')).toBe(
      `${head}# Penutup\n\n## 1.1 Satu\n\nteks satu\n\n### 1.1.1 Dalam\n\n\n### 1.1.2 Dua\nteks dua\n## 1.2 Tiga`,
    );
    expect(done(source, '## 1.1', 'lower')).toBeUndefined();
  });

  test('comes out behind the one around it, and takes nothing of it along', () => {
    const two = `${head}# P\n\n## 1.1 Satu\n\n### 1.1.1 Dalam\n\n#### Lebih Dalam\n\n### 1.1.2 Lagi\n\n## 1.2 Dua\n`;
    expect(done(two, '### 1.1.1', 'higher')).toBe(
      `${head}# P\n\n## 1.1 Satu\n\n### 1.1.1 Lagi\n\n## 1.2 Dalam\n\n### Lebih Dalam\n\n## 1.3 Dua\n`,
    );
    expect(done(two, '## 1.1', 'higher')).toBeUndefined();
  });

  test('stays underlined on the first two levels, and gets marks below them', () => {
    const two = `${head}Penutup\n=======\n\nSatu\n----\n\nsatu\n\nDua #\nlagi ##\n---\n\ndua\n\n### Dalam ###\n\nTiga\n----\n`;
    expect(done(two, 'Dua #', 'lower')).toBe(
      `${head}Penutup\n=======\n\nSatu\n----\n\nsatu\n\n### Dua # lagi \\##\n\ndua\n\n#### Dalam ####\n\nTiga\n----\n`,
    );
    const numbered = `${head}1. Penutup\n==========\n\n1.1 Satu\n--------\n\n1.2 Dua\n-------\n\n1.3 Tiga\n--------\n`;
    expect(done(numbered, '1.2 Dua', 'lower')).toBe(
      `${head}1. Penutup\n==========\n\n1.1 Satu\n--------\n\n### 1.1.1 Dua\n\n1.2 Tiga\n--------\n`,
    );
    const roots = `${head}Bab\n===\n\nDua\n---\n\nLain\n====\n\nteks\n`;
    expect(done(roots, 'Lain', 'lower')).toBeUndefined();
    const dimensions = `${head}# Bab\n\nSatu\n====\n\nLain\n====\n\nteks\n`;
    expect(done(dimensions, 'Lain', 'lower')).toBe(`${head}# Bab\n\nSatu\n====\n\nLain\n----\n\nteks\n`);
  });

  test('is not moved where that would change what stands below what', () => {
    expect(done(`${head}# P\n\n### Satu\n\n## Dua\n`, '## Dua', 'up')).toBeUndefined();
    expect(done(`${head}# P\n\n## Satu\n\n\`\`\`\nkode\n\n## Dua\n`, '## Satu', 'up')).toBeUndefined();
    const deep = `${head}# P\n\n## A\n\n### B\n\n#### C\n\n##### D\n\n###### E\n\n###### F\n`;
    expect(done(deep, '###### F', 'lower')).toBeUndefined();
  });

  const words = fc.constantFrom('teks', '- butir\n- lagi', '| a | b |\n|---|---|\n| 1 | 2 |', '```\n# kode\n```', '');
  const gap = fc.constantFrom('\n', '\n\n', '\n\n\n');
  const sections = fc.array(fc.record({ words, gap, below: fc.array(fc.record({ words, gap }), { maxLength: 2 }) }), {
    minLength: 2,
    maxLength: 4,
  });
  const texts = fc.record({ sections, numbered: fc.boolean(), end: fc.constantFrom('', '\n') }).map((given) => {
    let text = `${head}# P\n\n`;
    given.sections.forEach((one, at) => {
      text += `## ${given.numbered ? `2.${at + 1} ` : ''}Bagian ${at}\n\n${one.words}${one.gap}`;
      one.below.forEach((child, below) => {
        text += `### ${given.numbered ? `2.${at + 1}.${below + 1} ` : ''}Anak ${at}${below}\n\n${child.words}${child.gap}`;
      });
    });
    return { text: text.trimEnd() + given.end, last: given.sections.length - 1 };
  });

  test('moved and moved back is the same text to the byte', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.boolean(), ({ text, last }, which, crlf) => {
        const source = crlf ? text.replaceAll('\n', '\r\n') : text;
        const name = `Bagian ${which % last}`;
        const moved = done(source, name, 'down');
        expect(moved).toBeDefined();
        expect(moved).not.toBe(source);
        expect(done(moved as string, name, 'up')).toBe(source);
      }),
      effort(60),
    );
  });

  test('lowered and raised again is the same text to the byte', () => {
    fc.assert(
      fc.property(texts, fc.nat(), ({ text, last }, which) => {
        const name = `Bagian ${1 + (which % last)}`;
        const lowered = done(text, name, 'lower');
        expect(lowered).toBeDefined();
        expect(done(lowered as string, name, 'higher')).toBe(text);
      }),
      effort(60),
    );
  });
});

describe('a chapter', () => {
  const chapter = (kind: string, more = '') =>
    `---\nchapter: ${kind}\n${more}status: draft # belum\n---\n\n# ${kind}\n`;
  const files = {
    'masterplan.yaml': '',
    '01-visi.md': chapter('vision'),
    '02-aksi.md': chapter('action-plan').replaceAll('\n', '\r\n'),
    '03-jalan.md': chapter('roadmap'),
  };

  /** The texts after a chapter has been moved by one. */
  function arranged(
    texts: Readonly<Record<string, string>>,
    path: string,
    by: -1 | 1,
  ): Record<string, string> | undefined {
    const book = bookOf(texts);
    const moved = book.chapters.find(({ uri }) => uri === folder + path);
    const edits = moved && arrangeChapterBy(book, moved, by);
    if (edits === undefined) return undefined;
    const after: Record<string, string> = { ...texts };
    for (const { uri = '', edits: ofFile } of edits) {
      const name = uri.slice(folder.length);
      after[name] = applyEdits(after[name] as string, ofFile);
    }
    return after;
  }
  const names = (texts: Readonly<Record<string, string>>) =>
    bookOf(texts).chapters.map(({ uri }) => uri.slice(folder.length));

  test('is put between others by its order alone, and back', () => {
    const up = arranged(files, '03-jalan.md', -1);
    expect(up).toEqual({ ...files, '03-jalan.md': chapter('roadmap', 'order: 1.5\n') });
    expect(names(up ?? {})).toEqual(['01-visi.md', '03-jalan.md', '02-aksi.md']);
    expect(arranged(up ?? {}, '03-jalan.md', 1)).toEqual(files);
    const first = arranged(files, '02-aksi.md', -1);
    expect(first?.['02-aksi.md']).toBe(chapter('action-plan', 'order: 0\n').replaceAll('\n', '\r\n'));
    expect(arranged(files, '01-visi.md', -1)).toBeUndefined();
  });

  test('is counted with all others where its order alone is not enough', () => {
    const same = { 'masterplan.yaml': '', 'a.md': chapter('vision'), 'b.md': chapter('roadmap') };
    const down = arranged(same, 'a.md', 1);
    expect(names(down ?? {})).toEqual(['b.md', 'a.md']);
  });

  test('keeps its place in its book', () => {
    const books = { ...files, '00-kesiapan.md': chapter('readiness') };
    expect(arranged(books, '01-visi.md', -1)).toBeUndefined();
    expect(arranged(books, '00-kesiapan.md', 1)).toBeUndefined();
  });

  test('gets another status, and keeps what stands beside it', () => {
    const source = chapter('vision');
    const edit = setStatus(chapterOf(source), 'final');
    expect(edit && applyEdits(source, [edit])).toBe(source.replace('draft', 'final'));
    expect(setStatus(chapterOf(source), 'draft')).toBeUndefined();
    const bare = '---\nchapter: vision\nowner: Bappeda\n---\n\n# V\n';
    const added = setStatus(chapterOf(bare), 'review');
    expect(added && applyEdits(bare, [added])).toBe(bare.replace('vision\n', 'vision\nstatus: review\n'));
    for (const odd of ['status: 1\nstatus: 2\n', 'status: [draft]\n']) {
      expect(setStatus(chapterOf(`---\nchapter: vision\n${odd}---\n`), 'final')).toBeUndefined();
    }
    expect(setStatus(chapterOf('---\n{ chapter: vision }\n---\n'), 'final')).toBeUndefined();
  });
});
