/** Links to headings lead to the same headings after these have other numbers, other words or another order. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Book } from '../../../src/core/book/book';
import { anchorsByHeading } from '../../../src/core/book/links';
import type { Chapter, Section } from '../../../src/core/chapter/chapter';
import { allSections } from '../../../src/core/chapter/sections';
import { arrangeBy, changeLevel } from '../../../src/core/edits/arrange-sections';
import type { FixWish } from '../../../src/core/edits/fix-all';
import { renameCode } from '../../../src/core/edits/rename';
import { checkBook } from '../../../src/core/rules/check';
import { mendBook } from '../../../src/core/rules/mend';
import { fixesOf } from '../../../src/core/rules/problem';
import { applyEdits, type FileEdit } from '../../../src/core/text/edits';
import { effort } from '../../effort';
import { bookOf } from '../workspace';

const folder = 'memory:/book/';
const head = '---\nchapter: closing\n---\n\n';

type Files = Readonly<Record<string, string>>;
type Arrangement = 'up' | 'down' | 'higher' | 'lower';

function firstOf({ chapters: [chapter] }: Book): Chapter {
  if (chapter === undefined) throw new Error('There is no chapter');
  return chapter;
}

/** All texts after edits. */
function edited(files: Files, edits: readonly FileEdit[], file = 'a.md'): Record<string, string> {
  const after: Record<string, string> = { ...files };
  for (const { uri = folder + file, edits: ofFile } of edits) {
    const path = uri.slice(folder.length);
    after[path] = applyEdits(after[path] as string, ofFile);
  }
  return after;
}

/** The texts after something is done to a section of the first file: the one at these words. */
function arranged(files: Files, words: string, what: Arrangement): Record<string, string> | undefined {
  const book = bookOf(files);
  const chapter = firstOf(book);
  const at = chapter.source.indexOf(words);
  const section = allSections(chapter.sections).findLast(({ start }) => start <= at);
  if (at < 0 || section === undefined) throw new Error(`There is no section at "${words}"`);
  const edits =
    what === 'up' || what === 'down'
      ? arrangeBy(book, chapter, section, what === 'up' ? -1 : 1)
      : changeLevel(book, chapter, section, what);
  return edits && edited(files, edits);
}

describe('a section with a number', () => {
  const files = {
    'a.md': `${head}# Penutup\n\nLihat [misi](#12-misi).\n\n## 1.1 Visi\n\n[lagi][m]\n\n### 1.1.1 Dalam\n\n## 1.2 Misi\n\n[m]: <#12-misi>\n`,
    'b.md': `${head}# Lain\n\n[visi](a.md#11-visi), [dalam](./a.md#111-dalam), [bab](a.md), [sendiri](#lain)\n`,
    'c.md': `${head}# Tanpa tautan\n\n[b](b.md#lain)\n`,
  };

  test('takes the links of all files along when it moves', () => {
    expect(arranged(files, '## 1.2 Misi', 'up')).toEqual({
      'a.md': `${head}# Penutup\n\nLihat [misi](#11-misi).\n\n## 1.1 Misi\n\n[m]: <#11-misi>\n\n## 1.2 Visi\n\n[lagi][m]\n\n### 1.2.1 Dalam\n`,
      'b.md': `${head}# Lain\n\n[visi](a.md#12-visi), [dalam](./a.md#121-dalam), [bab](a.md), [sendiri](#lain)\n`,
      'c.md': files['c.md'],
    });
  });

  test('and when it goes to another level', () => {
    const lowered = arranged(files, '## 1.2 Misi', 'lower');
    expect(lowered?.['a.md']).toBe(
      files['a.md'].replace('## 1.2 Misi', '### 1.1.2 Misi').replaceAll('#12-misi', '#112-misi'),
    );
    expect(arranged(lowered ?? {}, '### 1.1.2 Misi', 'higher')).toEqual(files);
    const raised = arranged(files, '### 1.1.1 Dalam', 'higher');
    expect(raised?.['a.md']).toBe(
      files['a.md']
        .replace('## 1.2 Misi', '## 1.3 Misi')
        .replace('### 1.1.1 Dalam', '## 1.2 Dalam')
        .replaceAll('#12-misi', '#13-misi'),
    );
    expect(raised?.['b.md']).toContain('(a.md#11-visi), [dalam](./a.md#12-dalam)');
  });

  test('changes no other file where no link leads to it', () => {
    const book = bookOf(files);
    const chapter = book.chapters[1] as Chapter;
    const more = bookOf({ ...files, 'b.md': `${files['b.md']}\n## Satu\n\n## Dua\n` });
    const section = allSections((more.chapters[1] as Chapter).sections).find(({ text }) => text === 'Dua') as Section;
    const edits = arrangeBy(more, more.chapters[1] as Chapter, section, -1);
    expect(edits?.map(({ uri }) => uri)).toEqual([chapter.uri]);
  });
});

test('of headings with the same words, each keeps its links', () => {
  const files = {
    'a.md': `${head}# P\n\n## Satu\n\n### Misi\n\nsatu\n\n## Dua\n\n### Misi\n\ndua\n`,
    'b.md': `${head}# Q\n\n[satu](a.md#misi) [dua](a.md#misi-1)\n`,
  };
  expect(arranged(files, '## Dua', 'up')?.['b.md']).toBe(`${head}# Q\n\n[satu](a.md#misi-1) [dua](a.md#misi)\n`);
});

/** By link, told by its words: the heading that it leads to, told by the mark below it. */
function goals(files: Files): Record<string, string | undefined> {
  const { chapters } = bookOf(files);
  const found = chapters.flatMap((chapter) =>
    [...chapter.source.matchAll(/\[(\w+)\]\(([^)#]*)#([^)]*)\)/g)].map(([, words, path, anchor = '']) => {
      const target = path === '' ? chapter : chapters.find(({ uri }) => uri === folder + path);
      const heading = target && [...anchorsByHeading(target)].find(([, anchors]) => anchors.includes(anchor))?.[0];
      return [words, target && heading && markIn(target, heading)];
    }),
  );
  return Object.fromEntries(found);
}

function markIn({ source }: Chapter, section: Section): string | undefined {
  return /tanda-\d+;/.exec(source.slice(section.heading.end, section.end))?.[0];
}

describe('whatever is moved', () => {
  const title = fc.constantFrom('Misi', 'Visi', 'Misi & Visi', 'Visi {#v}', '*Misi*', 'Misi 1');
  const below = fc.array(title, { maxLength: 2 });
  const chapters = fc
    .record({
      sections: fc.array(fc.record({ title, below }), { minLength: 2, maxLength: 4 }),
      numbered: fc.boolean(),
      links: fc.array(fc.record({ from: fc.nat(), to: fc.nat(), form: fc.nat() }), { maxLength: 6 }),
    })
    // An id that stands twice reaches only one heading.
    .filter(
      ({ sections }) =>
        sections
          .flatMap((one) => [one.title, ...one.below])
          .join()
          .split('{#v}').length < 3,
    );

  function filesOf({ sections, numbered, links }: typeof chapters extends fc.Arbitrary<infer T> ? T : never): Files {
    let count = 0;
    const write = (linksOf: (at: number) => string) => {
      count = 0;
      const body = (words: string) => `${words}\n\ntanda-${count}; ${linksOf(count++)}\n\n`;
      let text = `${head}# P\n\n`;
      for (const [at, one] of sections.entries()) {
        text += body(`## ${numbered ? `1.${at + 1} ` : ''}${one.title}`);
        for (const [deep, words] of one.below.entries())
          text += body(`### ${numbered ? `1.${at + 1}.${deep + 1} ` : ''}${words}`);
      }
      return `${text.trimEnd()}\n`;
    };
    const anchors = [...anchorsByHeading(firstOf(bookOf({ 'a.md': write(() => '') }))).values()].slice(1);
    const hash = ({ to, form }: { to: number; form: number }) => {
      const own = anchors[to % anchors.length] as readonly string[];
      return `#${own[form % own.length]}`;
    };
    const ownLinks = (at: number) => links.filter(({ from }) => from % anchors.length === at).map(hash);
    return {
      'a.md': write((at) =>
        ownLinks(at)
          .map((one, nth) => `[x${at}_${nth}](${one})`)
          .join(' '),
      ),
      'b.md': `${head}# Q\n\n${links.map((one, nth) => `[y${nth}](a.md${hash(one)})`).join(' ')}\n`,
    };
  }

  const ways: readonly (readonly [Arrangement, Arrangement])[] = [
    ['down', 'up'],
    ['lower', 'higher'],
  ];
  test.each(ways)('%s, links lead where they led, and %s again all is as it was', (there, back) => {
    let followed = 0;
    fc.assert(
      fc.property(chapters, fc.nat(), (given, which) => {
        const files = filesOf(given);
        const last = given.sections.length - 1;
        const chapter = firstOf(bookOf(files));
        const section = chapter.title?.children[there === 'down' ? which % last : 1 + (which % last)] as Section;
        const mark = markIn(chapter, section) as string;
        const moved = arranged(files, mark, there) ?? {};
        expect(goals(moved)).toEqual(goals(files));
        if (moved['b.md'] !== files['b.md']) followed++;
        expect(arranged(moved, mark, back)).toEqual(files);
      }),
      effort(150),
    );
    expect(followed).toBeGreaterThan(20);
  });
});

describe('a fix', () => {
  const dimension = (text: string) => `---\nchapter: dimension\ndimension: economy\n---\n\n# E\n\n${text}`;
  /** All texts after the first fix of the first problem of a rule. */
  function fixed(files: Files, rule: string): Record<string, string> {
    const book = bookOf(files);
    const problem = [...checkBook(book).values()].flat().find((one) => one.rule === rule);
    const [fix] = problem === undefined ? [] : fixesOf(problem, book);
    if (problem === undefined || fix === undefined) throw new Error(`There is no fix of ${rule}`);
    return edited(files, fix.edits, problem.file.slice(folder.length));
  }
  function mended(files: Files, wish: FixWish): Record<string, string> {
    const { texts } = mendBook(bookOf(files), {}, wish);
    return { ...files, ...Object.fromEntries([...texts].map(([uri, text]) => [uri.slice(folder.length), text])) };
  }

  const numbered = {
    'a.md': `${head}# P\n\n## 1.1 Satu\n\n## 1.3 Dua\n\n### 1.3.1 Dalam\n\n[dua](#13-dua)\n`,
    'b.md': `${head}# Q\n\n[dalam](a.md#131-dalam), [satu](a.md#11-satu)\n`,
  };

  test('that numbers headings anew takes the links along', () => {
    const wanted = {
      'a.md': `${head}# P\n\n## 1.1 Satu\n\n## 1.2 Dua\n\n### 1.2.1 Dalam\n\n[dua](#12-dua)\n`,
      'b.md': `${head}# Q\n\n[dalam](a.md#121-dalam), [satu](a.md#11-satu)\n`,
    };
    expect(fixed(numbered, 'heading-number')).toEqual(wanted);
    expect(mended(numbered, { rule: 'heading-number' })).toEqual(wanted);
  });

  test('is not made where links of a file would have to follow that may not change', () => {
    const mayChange = (uri: string) => uri === `${folder}a.md`;
    expect(mended(numbered, { rule: 'heading-number', mayChange })).toEqual(numbered);
    const alone = { ...numbered, 'b.md': `${head}# Q\n` };
    expect(mended(alone, { rule: 'heading-number', mayChange })['a.md']).toContain('[dua](#12-dua)');
  });

  test('that mends the words of a heading does, too', () => {
    const files = {
      'a.md': dimension('[ke sini](#analisi-swot)\n\n## Analisi SWOT\n\nteks\n'),
      'b.md': `${head}# Q\n\n[swot](a.md#analisi-swot)\n`,
    };
    expect(fixed(files, 'heading-typo')).toEqual({
      'a.md': dimension('[ke sini](#analisis-swot)\n\n## Analisis SWOT\n\nteks\n'),
      'b.md': `${head}# Q\n\n[swot](a.md#analisis-swot)\n`,
    });
  });

  test('that moves a section keeps the links to headings with the same words apart', () => {
    const strategy = '## Strategi\n\n### Catatan\n\nsatu [ke dua](#catatan-1)';
    const swot = '## Analisis SWOT\n\n### Catatan\n\ndua [ke satu](#catatan)';
    const files = {
      'a.md': dimension(`${strategy}\n\n${swot}\n`),
      'b.md': `${head}# Q\n\n[satu](a.md#catatan) [dua](a.md#catatan-1)\n`,
    };
    expect(fixed(files, 'section-order')).toEqual({
      'a.md': dimension(`${swot.replace('#catatan', '#catatan-1')}\n\n${strategy.replace('#catatan-1', '#catatan')}\n`),
      'b.md': `${head}# Q\n\n[satu](a.md#catatan-1) [dua](a.md#catatan)\n`,
    });
  });

  test('that puts in a heading before one with the same words leaves links where they led', () => {
    const files = {
      'a.md': `---\nchapter: dimensions\n---\n\n# D\n\n## Smart Economy\n\n### Strategi\n\nteks\n\n## Smart Living\n\n### Analisis SWOT\n\nteks\n`,
      'b.md': `${head}# Q\n\n[living](a.md#analisis-swot)\n`,
    };
    expect(fixed(files, 'missing-section')['b.md']).toBe(`${head}# Q\n\n[living](a.md#analisis-swot-1)\n`);
  });

  test('that leaves all anchors as they are is the very fix that the rule wrote', () => {
    const book = bookOf({ 'a.md': `${head}# P\n\n[x](#p)\n\n<!-- REVIEW: ? -->\n` });
    const [problem] = [...checkBook(book).values()].flat().filter(({ rule }) => rule === 'review-note');
    if (problem === undefined) throw new Error('There is no note');
    expect(fixesOf(problem, book)[0]).toBe(problem.fixesIn?.(book)?.[0]);
  });
});

test('a new name for a code in a heading takes the links to it along', () => {
  const files = {
    'a.md':
      '---\nchapter: dimension\ndimension: governance\n---\n\n# G\n\n## Program Jangka Pendek\n\n### GOV-P-01 Portal Data\n\n- OPD: Bappeda\n',
    'b.md': `${head}# Q\n\nLihat [portal](a.md#gov-p-01-portal-data) (GOV-P-01).\n`,
  };
  const renaming = renameCode(bookOf(files), `${folder}a.md`, files['a.md'].indexOf('GOV-P-01'), 'GOV-P-07');
  if ('refusal' in renaming) throw new Error(renaming.refusal.en);
  expect(edited(files, renaming.edits)).toEqual({
    'a.md': files['a.md'].replace('GOV-P-01', 'GOV-P-07'),
    'b.md': `${head}# Q\n\nLihat [portal](a.md#gov-p-07-portal-data) (GOV-P-07).\n`,
  });
});
