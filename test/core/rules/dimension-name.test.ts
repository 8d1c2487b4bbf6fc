/** Names of dimensions as they are often misspelt. */

import { describe, expect, test } from 'vitest';
import { asWindows, chapter, found, places } from './found';

const rule = 'dimension-name';

describe('a wrong name is reported at its words', () => {
  test('in headings of any chapter, in the case in which it stands', () => {
    const source = chapter(
      'closing',
      'Penutup',
      '## 2. Dimensi SMART ENVIROMENT (2025)\n\n### Smart  ekonomi dan Smart Social',
    );
    expect(found(rule, source)).toEqual([
      [
        '7 SMART ENVIROMENT',
        'Nama dimensi "SMART ENVIROMENT" keliru; yang benar "SMART ENVIRONMENT".',
        'The dimension is called "SMART ENVIRONMENT", not "SMART ENVIROMENT".',
      ],
      [
        '9 Smart  ekonomi',
        'Nama dimensi "Smart ekonomi" keliru; yang benar "Smart Economy".',
        'The dimension is called "Smart Economy", not "Smart ekonomi".',
      ],
      [
        '9 Smart Social',
        'Nama dimensi "Smart Social" keliru; yang benar "Smart Society".',
        'The dimension is called "Smart Society", not "Smart Social".',
      ],
    ]);
    expect(places(rule, asWindows(source))).toHaveLength(3);
  });

  test("in frontmatter's dimension and title", () => {
    const source = '---\nchapter: dimension\ndimension: "smart-government"\ntitle: Bab Smart Goverment\n---\n';
    expect(places(rule, source)).toEqual(['3 smart-government', '4 Smart Goverment']);
  });

  test('also where the heading opens a block or is a section', () => {
    const source = chapter('dimensions', 'BAB III', '## 3.6 Smart Enviroment\n\n### SWOT Smart Enviroment');
    expect(places(rule, source)).toEqual(['7 Smart Enviroment', '9 Smart Enviroment']);
  });

  test("in the words of the chapter's language where a set has two", () => {
    const manifest =
      'dimensions:\n  - { id: water, title: { id: Air Cerdas, en: Smart Water }, wrong: [Smart Watter] }\n';
    const files = (lang: string) => ({
      'masterplan.yaml': manifest,
      'a.md': `---\nchapter: closing\nlang: ${lang}\n---\n\n# Smart Watter\n`,
    });
    expect(found(rule, files('id'))[0]?.[1]).toBe('Nama dimensi "Smart Watter" keliru; yang benar "Air Cerdas".');
    expect(found(rule, files('en'))[0]?.[1]).toBe('Nama dimensi "Smart Watter" keliru; yang benar "Smart Water".');
  });
});

describe('nothing is said', () => {
  test('of names that are right in the set', () => {
    const files = {
      'masterplan.yaml': 'dimensions: giffinger\n',
      'a.md': '---\nchapter: dimension\ndimension: Smart Government\n---\n\n# Smart Government\n\n## Smart People\n',
    };
    expect(places(rule, files)).toEqual([]);
    expect(places(rule, { ...files, 'masterplan.yaml': '' })).toEqual([
      'a.md:3 Smart Government',
      'a.md:6 Smart Government',
      'a.md:8 Smart People',
    ]);
  });

  test('of text, longer words, code and addresses', () => {
    const body = 'Smart Enviroment dahulu.\n\n## Smart Enviromental\n\n## `Smart Enviroment` [x](smart-enviroment.md)';
    expect(places(rule, chapter('closing', 'Penutup', body))).toEqual([]);
  });
});
